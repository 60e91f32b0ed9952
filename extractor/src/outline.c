/* Reads as much of a regular expression as tells where it cannot match. Knows nothing of texts. When in doubt a part
 * matches anything. */
#include "outline.h"

#include "charclass.h"
#include "expression.h"

enum { DEEPEST = 40, MOST_CHARACTERS = 128 };

typedef struct Reader {
    Outlines *outlines;
    const Texts *parts; /* the defines that may be called */
    Text pattern;
    size_t at;
    bool lower;    /* the language is caseless, and so are the defines */
    bool caseless; /* here */
    bool lost;     /* something stands there that changes what the rest means */
    int depth;
} Reader;

typedef VECTOR(const Part *) PartList;

static const Part nothing = {.kind = PART_NOTHING};
static const Part anything = {.kind = PART_ANYTHING};
static const Part text_begin = {.kind = PART_BEGIN};
static const Part text_end = {.kind = PART_END};
static const Part adjunct = {.kind = PART_ADJUNCT};

static const Part *read_alternatives(Reader *reader);

static bool at_end(const Reader *reader) {
    return reader->at >= reader->pattern.length;
}

static char peek(const Reader *reader) {
    return at_end(reader) ? '\0' : reader->pattern.at[reader->at];
}

static Part *new_part(Reader *reader, PartKind kind) {
    Part *part = ARENA_NEW(reader->outlines->arena, Part);
    part->kind = (uint8_t)kind;
    return part;
}

static const Part *part_of_class(Reader *reader, size_t class) {
    Part *part = new_part(reader, PART_CLASS);
    part->count = (uint32_t) class;
    return part;
}

static const Part *literal_in(Arena *arena, const uint32_t *characters, size_t count) {
    Part *part = ARENA_NEW(arena, Part);
    part->kind = PART_LITERAL;
    part->count = (uint32_t)count;
    part->characters = arena_copy(arena, characters, count, sizeof *characters);
    return part;
}

/* One for all outlines: the words of a language come again and again. */
static const Part *shared_literal(Outlines *outlines, const uint32_t *characters, size_t count) {
    enum { USUAL = 20000 }; /* in the shipped rules; a table that grows step by step leaves its steps behind */
    Text key = {(const char *)characters, count * sizeof *characters};
    table_expect(&outlines->literal_texts, outlines->arena, USUAL);
    size_t number = table_get(&outlines->literal_texts, key);
    if (number == TABLE_NONE) {
        const Part *part = literal_in(outlines->arena, characters, count);
        number = outlines->literals.count;
        table_put(&outlines->literal_texts, outlines->arena, (Text){(const char *)part->characters, key.length},
                  number);
        *VECTOR_PUSH(outlines->arena, &outlines->literals) = part;
    }
    return outlines->literals.items[number];
}

/* In scratch memory, as most are joined to others: kept() is for the others. */
static const Part *one_character(Reader *reader, uint32_t code_point) {
    if (reader->caseless && charclass_has_case(code_point)) {
        return part_of_class(reader, charclass_any(reader->outlines));
    }
    uint32_t character = charclass_lower(code_point);
    return literal_in(&reader->outlines->scratch, &character, 1);
}

static const Part *kept(Reader *reader, const Part *item) {
    return item->kind == PART_LITERAL ? shared_literal(reader->outlines, item->characters, item->count) : item;
}

static const Part *several(Reader *reader, PartKind kind, const PartList *list) {
    Part *part = new_part(reader, kind);
    part->count = (uint32_t)list->count;
    part->parts = arena_copy(reader->outlines->arena, list->items, list->count, sizeof(Part *));
    return part;
}

static const Part *around(Reader *reader, PartKind kind, const Part *inner) {
    PartList list = {.items = &inner, .count = 1};
    return several(reader, kind, &list);
}

/* ---- groups ---- */

static const Part *read_inner(Reader *reader, size_t opening) {
    reader->at += opening;
    if (++reader->depth > DEEPEST) {
        reader->lost = true;
        return &anything;
    }
    const Part *inner = read_alternatives(reader);
    reader->depth--;
    return inner;
}

static const Part *read_source(Outlines *outlines, const Texts *parts, Text source, bool caseless) {
    Reader reader = {.outlines = outlines, .parts = parts, .pattern = source, .lower = caseless, .caseless = caseless};
    const Part *part = read_alternatives(&reader);
    return at_end(&reader) && !reader.lost ? part : NULL;
}

/* The define whose source this is; one that calls itself may match anything. */
static const Part *read_define(Reader *reader, Text source) {
    Outlines *outlines = reader->outlines;
    size_t number = 0;
    while (number < outlines->defines.count && outlines->defines.items[number].source.at != source.at) {
        number++;
    }
    if (number == outlines->defines.count) {
        *VECTOR_PUSH(outlines->arena, &outlines->defines) = (OutlineDefine){.source = source, .reading = true};
        const Part *part = read_source(outlines, reader->parts, source, reader->lower);
        double chance = part ? outline_chance(outlines, part) : 1;
        outlines->defines.items[number] = (OutlineDefine){.source = source, .part = part, .chance = chance};
    }
    const OutlineDefine *define = &outlines->defines.items[number];
    reader->lost |= !define->part && !define->reading;
    if (!define->part) {
        return &anything;
    }
    Part *call = new_part(reader, PART_DEFINE);
    call->count = (uint32_t)number;
    outline_note_opening(outlines, define->part, call);
    return call;
}

/* (?&Name) */
static const Part *read_call(Reader *reader, Text name) {
    for (size_t i = 0; i < reader->parts->count; i++) {
        Text source = reader->parts->items[i];
        Text rest = text_starts(source, TEXT("(?<")) ? text_after(source, 3) : TEXT("");
        if (text_equal(name, TEXT("Adjunct"))) {
            return &adjunct;
        }
        if (text_starts(rest, name) && text_starts(text_after(rest, name.length), TEXT(">"))) {
            return read_define(reader, source);
        }
    }
    reader->lost = true;
    return &anything;
}

/* (?<S0>(?<B0>)(?C'<0')…: what slots_expand writes for the slot place of this number; false: it is another group. */
static bool is_slot(Text group, size_t *place) {
    static const char *const openings[] = {"(?<S", ">(?<B", ">)(?C'<", "')"};
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        if (!text_starts(group, text_from(openings[i]))) {
            return false;
        }
        group = text_after(group, text_from(openings[i]).length);
        *place = 0;
        for (; i < 3 && group.length && is_ascii_digit(group.at[0]); group = text_after(group, 1)) {
            *place = *place * 10 + (size_t)(group.at[0] - '0');
        }
        if (i == 2) {
            return text_starts(group, text_from(openings[3]));
        }
    }
    return false;
}

static const Part *read_slot(Reader *reader, size_t place) {
    Part *part = new_part(reader, PART_SLOT);
    part->count = (uint32_t)place;
    return part;
}

static const Part *read_group(Reader *reader) {
    Text rest = text_after(reader->pattern, reader->at);
    size_t end = expression_group_end(reader->pattern, reader->at);
    size_t opening;
    size_t place;
    GroupKind kind = expression_group(rest, &opening);
    bool caseless = reader->caseless;
    const Part *part = &nothing;
    if (is_slot(rest, &place)) {
        part = read_slot(reader, place);
    } else if (kind == GROUP_CALL) {
        part = read_call(reader, text_slice(rest, opening, end - 1 - reader->at));
    } else if (kind == GROUP_PLAIN || kind == GROUP_AHEAD || kind == GROUP_BEHIND) {
        reader->caseless = text_starts(rest, TEXT("(?i:")) || (caseless && !text_starts(rest, TEXT("(?-i:")));
        part = read_inner(reader, opening);
        part = kind == GROUP_PLAIN ? part : around(reader, kind == GROUP_AHEAD ? PART_AHEAD : PART_BEHIND, part);
    }
    reader->lost |= kind == GROUP_OTHER;
    reader->caseless = caseless;
    reader->at = end;
    return part;
}

/* ---- what stands outside of groups ---- */

static const Part *read_escape(Reader *reader) {
    static const char no_width[] = "bBG";
    static const char begins[] = "A";
    static const char ends[] = "zZ";
    char kind = reader->at + 1 < reader->pattern.length ? reader->pattern.at[reader->at + 1] : '\0';
    size_t begin = reader->at;
    uint32_t code_point;
    if (expression_character(reader->pattern, &reader->at, &code_point)) {
        return one_character(reader, code_point);
    }
    reader->at = begin;
    if (kind && strchr(no_width, kind)) {
        reader->at += 2;
        return &nothing;
    }
    if (kind && (strchr(begins, kind) || strchr(ends, kind))) {
        reader->at += 2;
        return strchr(begins, kind) ? &text_begin : &text_end;
    }
    expression_skip_escape(reader->pattern, &reader->at);
    size_t class;
    if (!charclass_shorthand(reader->outlines, text_slice(reader->pattern, begin, reader->at), &class)) {
        reader->lost = true;
        return &anything;
    }
    return part_of_class(reader, class);
}

/* Where one of POSIX's classes stands in it, "[[:alpha:]]", it does not end where it seems to. */
static const Part *read_class(Reader *reader) {
    size_t begin = reader->at;
    expression_skip_class(reader->pattern, &reader->at);
    Text written = text_slice(reader->pattern, begin, reader->at);
    reader->lost |= text_contains(written, TEXT("[:"));
    return part_of_class(reader, charclass_read(reader->outlines, written, reader->caseless));
}

static const Part *read_item(Reader *reader) {
    char c = peek(reader);
    if (c == '(') {
        return read_group(reader);
    }
    if (c == '[') {
        return read_class(reader);
    }
    if (c == '\\') {
        return read_escape(reader);
    }
    uint32_t code_point = utf8_at(reader->pattern, reader->at, &reader->at);
    if (c == '.') {
        return part_of_class(reader, charclass_any(reader->outlines));
    }
    return c == '^' ? &text_begin : c == '$' ? &text_end : one_character(reader, code_point);
}

static unsigned read_number(Reader *reader) {
    unsigned number = 0;
    for (; is_ascii_digit(peek(reader)); reader->at++) {
        number = number < REPEATED_ON ? number * 10 + (unsigned)(peek(reader) - '0') : number;
    }
    return number < REPEATED_ON ? number : REPEATED_ON;
}

/* {2}, {2,}, {2,5} from the brace on. */
static void read_bounds(Reader *reader, unsigned *least, unsigned *most) {
    reader->at++;
    *least = *most = read_number(reader);
    if (peek(reader) == ',') {
        reader->at++;
        *most = is_ascii_digit(peek(reader)) ? read_number(reader) : REPEATED_ON;
    }
    reader->at++;
}

/* Does it take longer to follow it than to ask whether it opens at a place, and does it not ask that itself? */
static bool is_worth_opening(const Part *item) {
    return item->kind != PART_CLASS && item->kind != PART_LITERAL && item->opens == 0;
}

/* The item with the quantifier that stands behind it, if there is one. */
static const Part *read_quantifier(Reader *reader, const Part *item) {
    char c = peek(reader);
    bool bounds =
        c == '{' && reader->at + 1 < reader->pattern.length && is_ascii_digit(reader->pattern.at[reader->at + 1]);
    if (!bounds && (c == '\0' || !strchr("?*+", c))) {
        return item;
    }
    unsigned least = c == '+';
    unsigned most = c == '?' ? 1 : REPEATED_ON;
    if (bounds) {
        read_bounds(reader, &least, &most);
    } else {
        reader->at++;
    }
    reader->at += peek(reader) == '?' || peek(reader) == '+';
    Part *part = new_part(reader, PART_REPEATED);
    part->least = (uint16_t)least;
    part->most = (uint16_t)most;
    part->count = 1;
    item = kept(reader, item);
    part->parts = arena_copy(reader->outlines->arena, &item, 1, sizeof item);
    if (is_worth_opening(item)) {
        outline_note_opening(reader->outlines, part, part);
    }
    return part;
}

/* Joins literals that stand one behind the other. */
static void join_literals(Reader *reader, PartList *list) {
    size_t left = 0;
    for (size_t i = 0; i < list->count;) {
        uint32_t characters[MOST_CHARACTERS];
        size_t count = 0;
        size_t first = i;
        for (; i < list->count && list->items[i]->kind == PART_LITERAL &&
               count + list->items[i]->count <= MOST_CHARACTERS;
             i++) {
            memcpy(&characters[count], list->items[i]->characters, list->items[i]->count * sizeof *characters);
            count += list->items[i]->count;
        }
        list->items[left++] = count ? shared_literal(reader->outlines, characters, count) : list->items[first];
        i += i == first;
    }
    list->count = left;
}

static const Part *read_sequence(Reader *reader) {
    PartList list = {0};
    while (!at_end(reader) && peek(reader) != '|' && peek(reader) != ')' && !reader->lost) {
        const Part *item = read_quantifier(reader, read_item(reader));
        if (item->kind != PART_NOTHING) {
            *VECTOR_PUSH(&reader->outlines->scratch, &list) = item;
        }
    }
    join_literals(reader, &list);
    return list.count == 1 ? list.items[0] : several(reader, PART_SEQUENCE, &list);
}

static const Part *read_alternatives(Reader *reader) {
    PartList list = {0};
    do {
        reader->at += list.count > 0;
        *VECTOR_PUSH(&reader->outlines->scratch, &list) = read_sequence(reader);
    } while (peek(reader) == '|' && !reader->lost);
    return list.count == 1 ? list.items[0] : outline_choice(reader->outlines, list.items, list.count);
}

const Part *outline_of(Outlines *outlines, const Texts *parts, bool caseless) {
    arena_reset(&outlines->scratch);
    return parts->count ? read_source(outlines, parts, parts->items[parts->count - 1], caseless) : NULL;
}
