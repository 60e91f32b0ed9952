/* Owns the pieces of patterns that rules call by name, and puts those that a pattern needs before it. Knows the syntax
 * by which PCRE2 calls them, and not what they match. */
#include "defines.h"

#include "gate.h"
#include "slots.h"

#include <string.h>

enum { LONGEST_NAME = 32 }; /* PCRE2's limit for group names */

bool defines_lang(Text key, Lang *lang) {
    *lang = text_equal(key, TEXT("zh")) ? LANG_ZH : LANG_EN;
    return *lang == LANG_ZH || text_equal(key, TEXT("en"));
}

static Define *find(const DefinesOf *of, Text name) {
    size_t index = table_get(&of->defines->names, name);
    Define *define = index == TABLE_NONE ? NULL : &of->defines->items.items[index];
    return define && define->pattern[of->lang].length ? define : NULL;
}

Needs defines_needs(void *context, Text name) {
    const DefinesOf *of = context;
    Define *define = find(of, name);
    if (!define) {
        return (Needs){0};
    }
    if (!define->looked[of->lang]) {
        define->looked[of->lang] = true; /* so that one that calls itself finds nothing there */
        define->needs[of->lang] =
            gate_needs(define->pattern[of->lang], defines_needs, context, of->scratch, of->defines->arena);
    }
    return define->needs[of->lang];
}

void defines_add(Defines *defines, const Ontology *ontology, const RuleFile *file, const RuleBlock *block) {
    Define define = {.name = block->name};
    Place place = {file->path, block->line, 1};
    if (block->name.length > LONGEST_NAME || memchr(block->name.at, '-', block->name.length)) {
        diag_error(defines->diag, place, "a define's name has letters and digits only, %d at the most", LONGEST_NAME);
    }
    for (size_t i = 0; i < block->lines.count; i++) {
        Lang lang;
        const RuleLine *line = &block->lines.items[i];
        if (!defines_lang(line->key, &lang)) {
            continue;
        }
        Text *pattern = &define.pattern[lang];
        *pattern = pattern->length
                       ? text_format(defines->arena, "%.*s|%.*s", TEXT_ARGS(*pattern), TEXT_ARGS(line->value))
                       : line->value;
        Rule none = {.file = file};
        SlotUses uses = {0};
        Diag silent = {0};
        if (slots_read(ontology, &none, line, defines->arena, &silent, &uses) != DATELINE_OK || uses.count) {
            diag_error(defines->diag, (Place){file->path, line->line, line->column}, "a define holds no slots");
        }
    }
    size_t index = defines->items.count;
    if (table_put(&defines->names, defines->arena, define.name, index) != index) {
        diag_error(defines->diag, place, "define %.*s is written twice", TEXT_ARGS(define.name));
        return;
    }
    *VECTOR_PUSH(defines->arena, &defines->items) = define;
}

/* The defines that are called, each once, in the order in which they are come upon. */
typedef VECTOR(const Define *) Called;

static bool is_called(const Called *called, const Define *define) {
    for (size_t i = 0; i < called->count; i++) {
        if (called->items[i] == define) {
            return true;
        }
    }
    return false;
}

static void find_called(const DefinesOf *of, Text pattern, Place place, Called *out) {
    Text rest = pattern;
    for (size_t at = text_find(rest, TEXT("(?&")); at != SIZE_MAX; at = text_find(rest, TEXT("(?&"))) {
        rest = text_after(rest, at + 3);
        size_t close = text_find(rest, TEXT(")"));
        Text name = text_slice(rest, 0, close == SIZE_MAX ? rest.length : close);
        const Define *define = find(of, name);
        if (!define) {
            diag_error(of->defines->diag, place, "there is no define '%.*s' in this language", TEXT_ARGS(name));
        } else if (!is_called(out, define)) {
            *VECTOR_PUSH(of->scratch, out) = define;
            find_called(of, define->pattern[of->lang], place, out);
        }
    }
}

static char *append(char *end, Text text) {
    memcpy(end, text.at, text.length);
    return end + text.length;
}

Text defines_source(const DefinesOf *of, Text pattern, Place place) {
    Defines *defines = of->defines;
    Lang lang = of->lang;
    Called called = {0};
    size_t errors = defines->diag->errors;
    find_called(of, pattern, place, &called);
    if (defines->diag->errors != errors || called.count == 0) {
        return defines->diag->errors != errors ? TEXT("") : text_copy(defines->arena, pattern);
    }
    Text open = TEXT("(?(DEFINE)");
    Text group = TEXT("(?<");
    size_t length = open.length + 1 + pattern.length;
    for (size_t i = 0; i < called.count; i++) {
        length += group.length + called.items[i]->name.length + 1 + called.items[i]->pattern[lang].length + 1;
    }
    char *bytes = arena_alloc(defines->arena, 1, length);
    char *end = append(bytes, open);
    for (size_t i = 0; i < called.count; i++) {
        end = append(append(append(end, group), called.items[i]->name), TEXT(">"));
        end = append(append(end, called.items[i]->pattern[lang]), TEXT(")"));
    }
    append(append(end, TEXT(")")), pattern);
    return (Text){bytes, length};
}
