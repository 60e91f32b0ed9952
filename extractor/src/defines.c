/* Owns the pieces of patterns that rules call by name, and puts those that a pattern needs before it. Knows the syntax
 * by which PCRE2 calls them, and not what they match. */
#include "defines.h"

#include "slots.h"

#include <string.h>

enum { LONGEST_NAME = 32 }; /* PCRE2's limit for group names */

bool defines_lang(Text key, Lang *lang) {
    *lang = text_equal(key, TEXT("zh")) ? LANG_ZH : LANG_EN;
    return *lang == LANG_ZH || text_equal(key, TEXT("en"));
}

Text defines_pattern(const void *context, Text name) {
    const DefinesOf *of = context;
    size_t index = table_get(&of->defines->names, name);
    return index == TABLE_NONE ? TEXT("") : of->defines->items.items[index].pattern[of->lang];
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

/* Adds the defines that `pattern` calls, and those that they call, to the prelude. */
static Text prelude_of(const DefinesOf *of, Text pattern, Text prelude, Place place) {
    Arena *arena = of->defines->arena;
    Text rest = pattern;
    for (size_t at = text_find(rest, TEXT("(?&")); at != SIZE_MAX; at = text_find(rest, TEXT("(?&"))) {
        rest = text_after(rest, at + 3);
        size_t close = text_find(rest, TEXT(")"));
        Text name = text_slice(rest, 0, close == SIZE_MAX ? rest.length : close);
        Text group = text_join(arena, text_join(arena, TEXT("(?<"), name), TEXT(">"));
        if (text_contains(prelude, group)) {
            continue;
        }
        Text body = defines_pattern(of, name);
        if (body.length == 0) {
            diag_error(of->defines->diag, place, "there is no define '%.*s' in this language", TEXT_ARGS(name));
            continue;
        }
        prelude = text_join(arena, text_join(arena, prelude, group), text_join(arena, body, TEXT(")")));
        prelude = prelude_of(of, body, prelude, place);
    }
    return prelude;
}

Text defines_source(const Defines *defines, Lang lang, Text pattern, Place place) {
    DefinesOf of = {defines, lang};
    size_t errors = defines->diag->errors;
    Text prelude = prelude_of(&of, pattern, TEXT(""), place);
    if (defines->diag->errors != errors) {
        return TEXT("");
    }
    Text opened = text_join(defines->arena, TEXT("(?(DEFINE)"), prelude);
    return prelude.length ? text_join(defines->arena, opened, text_join(defines->arena, TEXT(")"), pattern)) : pattern;
}
