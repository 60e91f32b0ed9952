/* Owns the pieces of patterns that rules call by name, and puts those that a pattern needs before it. Knows the syntax
 * by which PCRE2 calls them, and not what they match. */
#include "defines.h"

#include "expression.h"
#include "gate.h"
#include "pattern.h"
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

/* What slots.c writes for a slot, but that the two questions are asked for the sentence and not for a filler. */
static const char adjunct_name[] = "Adjunct";
static const char adjunct_pattern[] = "(?>(?C'~<')(?s:.{1,400}?)(?C'~>'))";

void defines_add_own(Defines *defines) {
    Define define = {.name = TEXT(adjunct_name), .ours = true};
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        define.pattern[lang] = TEXT(adjunct_pattern);
        define.looked_first[lang] = true;
        define.first[lang] = (First){.adjunct = true};
    }
    table_put(&defines->names, defines->building, define.name, defines->items.count);
    *VECTOR_PUSH(defines->building, &defines->items) = define;
}

First defines_first(void *context, Text name) {
    const DefinesOf *of = context;
    Define *define = find(of, name);
    if (!define) {
        return (First){.any = true, .empty = true};
    }
    if (!define->looked_first[of->lang]) {
        define->looked_first[of->lang] = true;
        define->first[of->lang] = (First){.any = true, .empty = true}; /* for one that calls itself */
        define->first[of->lang] =
            first_of(define->pattern[of->lang], of->lang, defines_first, context, of->defines->building);
    }
    return define->first[of->lang];
}

void defines_add(Defines *defines, const Ontology *ontology, const RuleFile *file, const RuleBlock *block) {
    Define define = {.name = block->name, .ours = file->ours};
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
        define.place[lang] = (Place){file->path, line->line, line->column};
        Rule none = {.file = file};
        SlotUses uses = {0};
        Diag silent = {0};
        if (slots_read(ontology, &none, line, defines->building, defines->building, &silent, &uses) != DATELINE_OK ||
            uses.count) {
            diag_error(defines->diag, (Place){file->path, line->line, line->column}, "a define holds no slots");
        }
    }
    size_t index = defines->items.count;
    if (table_put(&defines->names, defines->building, define.name, index) != index) {
        diag_error(defines->diag, place, "define %.*s is written twice", TEXT_ARGS(define.name));
        return;
    }
    *VECTOR_PUSH(defines->building, &defines->items) = define;
}

/* The defines that are called, in the order in which they are come upon. */
typedef struct Calls {
    VECTOR(Define *) to;
} Calls;

static bool is_called(const Calls *calls, const Define *define) {
    for (size_t i = 0; i < calls->to.count; i++) {
        if (calls->to.items[i] == define) {
            return true;
        }
    }
    return false;
}

/* Those that a pattern calls itself, as often as it does. */
static void read_calls(const DefinesOf *of, Text pattern, Place place, Arena *arena, Calls *out) {
    for (size_t at = 0; at + 3 < pattern.length; at++) {
        if (pattern.at[at] != '(' || pattern.at[at + 1] != '?' || pattern.at[at + 2] != '&') {
            continue;
        }
        Text rest = text_after(pattern, at + 3);
        size_t close = text_find(rest, TEXT(")"));
        Text name = text_slice(rest, 0, close == SIZE_MAX ? rest.length : close);
        Define *define = find(of, name);
        if (define) {
            *VECTOR_PUSH(arena, &out->to) = define;
        } else {
            diag_error(of->defines->diag, place, "there is no define '%.*s' in this language", TEXT_ARGS(name));
        }
    }
}

/* Adds those that are called, and what these call, each once. */
static void add_called(const DefinesOf *of, const Calls *calls, Place place, Calls *out) {
    for (size_t i = 0; i < calls->to.count; i++) {
        Define *define = calls->to.items[i];
        if (is_called(out, define)) {
            continue;
        }
        *VECTOR_PUSH(of->scratch, &out->to) = define;
        if (!define->calls[of->lang]) {
            define->calls[of->lang] = ARENA_NEW(of->defines->building, Calls);
            read_calls(of, define->pattern[of->lang], place, of->defines->building, define->calls[of->lang]);
        }
        add_called(of, define->calls[of->lang], place, out);
    }
}

/* A define as a group; `body` stands for its pattern. */
static Text write_group(const Define *define, Text body, Arena *arena) {
    return TEXTS_JOINED(arena, TEXT("(?<"), define->name, TEXT(">"), body, TEXT(")"));
}

/* `pattern` with the defines before it. */
static Texts write_parts(const DefinesOf *of, const Calls *called, Text pattern) {
    Texts parts = {.items = ARENA_ARRAY(of->defines->arena, Text, called->to.count + 3),
                   .capacity = called->to.count + 3};
    if (called->to.count) {
        *VECTOR_PUSH(of->defines->arena, &parts) = TEXT("(?(DEFINE)");
    }
    for (size_t i = 0; i < called->to.count; i++) {
        Text *group = &called->to.items[i]->group[of->lang];
        if (group->length == 0) {
            *group = write_group(called->to.items[i], called->to.items[i]->pattern[of->lang], of->defines->arena);
        }
        *VECTOR_PUSH(of->defines->arena, &parts) = *group;
    }
    if (called->to.count) {
        *VECTOR_PUSH(of->defines->arena, &parts) = TEXT(")");
    }
    *VECTOR_PUSH(of->defines->arena, &parts) = text_copy(of->defines->arena, pattern);
    return parts;
}

/* The same with one character in place of each of them. */
static Text write_stand_in(const DefinesOf *of, const Calls *called, Text pattern) {
    Texts parts = {0};
    *VECTOR_PUSH(of->scratch, &parts) = TEXT("(?(DEFINE)");
    for (size_t i = 0; i < called->to.count; i++) {
        Text *group = &called->to.items[i]->stand_in;
        *group = group->length ? *group : write_group(called->to.items[i], TEXT("x"), of->defines->building);
        *VECTOR_PUSH(of->scratch, &parts) = *group;
    }
    *VECTOR_PUSH(of->scratch, &parts) = TEXT(")");
    *VECTOR_PUSH(of->scratch, &parts) = pattern;
    return texts_join(of->scratch, &parts);
}

/* Does it look behind for what a define matches? How long that may be only the define itself tells. */
static bool looks_behind_for_define(Text pattern) {
    Text opening = TEXT("(?<");
    bool found = false;
    size_t next = text_find(pattern, opening);
    for (size_t at = next; next != SIZE_MAX && !found; at += next) {
        char kind = at + opening.length < pattern.length ? pattern.at[at + opening.length] : '\0';
        found = (kind == '=' || kind == '!') &&
                text_contains(text_slice(pattern, at, expression_group_end(pattern, at)), TEXT("(?&"));
        at += opening.length;
        next = text_find(text_after(pattern, at), opening);
    }
    return found;
}

Texts defines_source(const DefinesOf *of, Text pattern, Place place, Text *stand_in) {
    Calls direct = {0};
    Calls called = {0};
    size_t errors = of->defines->diag->errors;
    read_calls(of, pattern, place, of->scratch, &direct);
    add_called(of, &direct, place, &called);
    if (of->defines->diag->errors != errors) {
        return (Texts){0};
    }
    Texts parts = write_parts(of, &called, pattern);
    if (!stand_in) {
        return parts;
    }
    bool whole = called.to.count == 0 || looks_behind_for_define(pattern);
    *stand_in = whole ? texts_join(of->scratch, &parts) : write_stand_in(of, &called, pattern);
    return parts;
}

void defines_check(Defines *defines, Arena *scratch) {
    for (size_t i = 0; i < defines->items.count; i++) {
        const Define *define = &defines->items.items[i];
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            DefinesOf of = {defines, (Lang)lang, scratch};
            Text stand_in;
            arena_reset(scratch);
            Text pattern = define->pattern[lang];
            if (pattern.length && (!define->ours || !expression_is_balanced(pattern)) &&
                defines_source(&of, pattern, define->place[lang], &stand_in).count) {
                pattern_check(stand_in, (Lang)lang, define->place[lang], defines->diag);
            }
        }
    }
}
