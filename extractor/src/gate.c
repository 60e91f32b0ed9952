/* Reads just enough of a regular expression to tell which words every match must hold, so that a rule is only tried on
 * sentences that have one. When in doubt it says that nothing is needed. */
#include "gate.h"

#include "expression.h"

enum { DEEPEST = 16, SHORTEST_NEED = 2 };

typedef struct Reader {
    Text pattern;
    size_t at;
    GateDefine *define;
    void *context;
    Arena *arena;
    Spans *slots; /* those that stand in no group and no alternative; NULL: not asked for */
    int depth;
} Reader;

static Needs read_alternatives(Reader *reader);

double gate_chance_of(uint32_t code_point) {
    bool punctuation = (code_point >= 0x2010 && code_point <= 0x206F) ||
                       (code_point >= 0x3000 && code_point <= 0x303F) || code_point >= 0xFF00;
    return code_point < 0x80 ? 1.0 / 8 : punctuation ? 1.0 / 2 : 1.0 / 256;
}

double gate_chance(const Texts *words) {
    double sum = 0;
    for (size_t i = 0; i < words->count; i++) {
        double chance = 1;
        for (size_t at = 0; at < words->items[i].length;) {
            chance *= gate_chance_of(utf8_at(words->items[i], at, &at));
        }
        sum += chance;
    }
    return sum;
}

/* The hardest of several needs to meet: the one whose words are the rarest. */
static Need hardest(const Needs *needs) {
    Need best = {0};
    for (size_t i = 0; i < needs->count; i++) {
        if (best.words.count == 0 || gate_chance(&needs->items[i].words) < gate_chance(&best.words)) {
            best = needs->items[i];
        }
    }
    return best;
}

Text gate_lower(Arena *arena, Text text) {
    char *bytes = text_c_string(arena, text);
    for (size_t i = 0; i < text.length; i++) {
        if (bytes[i] >= 'A' && bytes[i] <= 'Z') {
            bytes[i] = (char)(bytes[i] - 'A' + 'a');
        }
    }
    return (Text){bytes, text.length};
}

static void keep_literal(Reader *reader, Text literal, Needs *out) {
    if (literal.length >= SHORTEST_NEED) {
        Need one = {0};
        *VECTOR_PUSH(reader->arena, &one.words) = literal;
        *VECTOR_PUSH(reader->arena, out) = one;
    }
}

static bool at_end(const Reader *reader) {
    return reader->at >= reader->pattern.length;
}

static char peek(const Reader *reader) {
    return at_end(reader) ? '\0' : reader->pattern.at[reader->at];
}

/* What begins with an opening for looking ahead or behind, needs its words where it looks; for looking whether
 * something is not there, and for what else PCRE2 knows, none. */
static bool find_place(Text opening, NeedPlace *place) {
    bool plain = !text_starts(opening, TEXT("(?")) || text_starts(opening, TEXT("(?:"));
    bool ahead = text_starts(opening, TEXT("(?="));
    *place = plain ? NEED_BEHIND : ahead ? NEED_AHEAD : NEED_ANYWHERE;
    return plain || ahead || text_starts(opening, TEXT("(?<="));
}

/* A group from its "(" past its ")": what it needs. */
static Needs read_group(Reader *reader) {
    Text rest = text_after(reader->pattern, reader->at);
    NeedPlace place;
    if (text_starts(rest, TEXT("(?&"))) {
        size_t close = text_find(rest, TEXT(")"));
        size_t end = close == SIZE_MAX ? rest.length : close;
        reader->at += end + (close == SIZE_MAX ? 0 : 1);
        return reader->define(reader->context, text_slice(rest, 3, end));
    }
    bool known = find_place(rest, &place);
    reader->at += text_starts(rest, TEXT("(?<=")) || text_starts(rest, TEXT("(?<!")) ? 4
                  : text_starts(rest, TEXT("(?"))                                    ? 3
                                                                                     : 1;
    reader->depth++;
    Needs needs = read_alternatives(reader);
    reader->depth--;
    if (peek(reader) == ')') {
        reader->at++;
    }
    for (size_t i = 0; i < needs.count; i++) {
        needs.items[i].place = needs.items[i].place > place ? needs.items[i].place : place;
    }
    return known && reader->depth < DEEPEST ? needs : (Needs){0};
}

static void read_literal(Reader *reader, Needs *out) {
    size_t begin = reader->at;
    size_t last = begin;
    while (!at_end(reader)) {
        char c = peek(reader);
        if (c == '(' || c == ')' || c == '[' || c == '|' || c == '.' || c == '\\' || c == '^' || c == '$') {
            break;
        }
        if (c == '?' || c == '*' || c == '+' || c == '{') {
            size_t end = reader->at;
            bool optional = expression_skip_quantifier(reader->pattern, &reader->at);
            keep_literal(reader, text_slice(reader->pattern, begin, optional ? last : end), out);
            return;
        }
        last = reader->at;
        reader->at = utf8_next(reader->pattern, reader->at);
    }
    keep_literal(reader, text_slice(reader->pattern, begin, reader->at), out);
}

static void append(Reader *reader, Needs more, Needs *out) {
    for (size_t i = 0; i < more.count; i++) {
        *VECTOR_PUSH(reader->arena, out) = more.items[i];
    }
}

/* {units:Units}: a define by the name behind the colon, if there is one of that name. */
static Needs read_define_slot(Reader *reader, Text slot) {
    size_t colon = text_find(slot, TEXT(":"));
    return colon == SIZE_MAX ? (Needs){0}
                             : reader->define(reader->context, text_slice(slot, colon + 1, slot.length - 1));
}

static void read_slot(Reader *reader, Needs *out) {
    size_t close = text_find(text_after(reader->pattern, reader->at), TEXT("}"));
    Span slot = {reader->at, close == SIZE_MAX ? reader->pattern.length : reader->at + close + 1};
    reader->at = slot.end;
    bool optional = expression_skip_quantifier(reader->pattern, &reader->at);
    if (optional) {
        return;
    }
    append(reader, read_define_slot(reader, text_span(reader->pattern, slot)), out);
    if (reader->slots && reader->depth == 0) {
        *VECTOR_PUSH(reader->arena, reader->slots) = slot;
    }
}

/* One alternative: the needs of the things that stand in it one after another. */
static Needs read_sequence(Reader *reader) {
    Needs out = {0};
    while (!at_end(reader) && peek(reader) != '|' && peek(reader) != ')') {
        char c = peek(reader);
        if (c == '(') {
            Needs group = read_group(reader);
            if (!expression_skip_quantifier(reader->pattern, &reader->at)) {
                append(reader, group, &out);
            }
        } else if (c == '[') {
            expression_skip_class(reader->pattern, &reader->at);
            expression_skip_quantifier(reader->pattern, &reader->at);
        } else if (c == '\\') {
            expression_skip_escape(reader->pattern, &reader->at);
            expression_skip_quantifier(reader->pattern, &reader->at);
        } else if (c == '.' || c == '^' || c == '$') {
            reader->at++;
            expression_skip_quantifier(reader->pattern, &reader->at);
        } else if (c == '{') {
            read_slot(reader, &out);
        } else {
            read_literal(reader, &out);
        }
    }
    return out;
}

/* What stands in one of several alternatives need not be there. */
static void forget_slots(Reader *reader) {
    if (reader->slots && reader->depth == 0) {
        reader->slots->count = 0;
        reader->slots = NULL;
    }
}

/* Of several alternatives each has to need something; then any of what they need most is needed. */
static Needs read_alternatives(Reader *reader) {
    Needs first = read_sequence(reader);
    if (peek(reader) != '|') {
        return first;
    }
    Need any = hardest(&first);
    bool each = any.words.count > 0;
    while (peek(reader) == '|') {
        reader->at++;
        forget_slots(reader);
        Needs next = read_sequence(reader);
        Need one = hardest(&next);
        each = each && one.words.count > 0;
        any.place = one.place > any.place ? one.place : any.place;
        any.kept = false;
        for (size_t i = 0; i < one.words.count; i++) {
            *VECTOR_PUSH(reader->arena, &any.words) = one.words.items[i];
        }
    }
    Needs out = {0};
    if (each) {
        *VECTOR_PUSH(reader->arena, &out) = any;
    }
    return out;
}

static bool has_capital(Text text) {
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] >= 'A' && text.at[i] <= 'Z') {
            return true;
        }
    }
    return false;
}

/* What was found in scratch memory, in lower case and without room for more: who adds to it gets a copy. */
static Needs keep(const Needs *found, Arena *arena) {
    Needs out = {ARENA_ARRAY(arena, Need, found->count), found->count, found->count};
    for (size_t i = 0; i < found->count; i++) {
        const Texts *words = &found->items[i].words;
        out.items[i] = found->items[i];
        out.items[i].kept = true;
        if (found->items[i].kept) {
            continue;
        }
        out.items[i].words = (Texts){ARENA_ARRAY(arena, Text, words->count), words->count, words->count};
        for (size_t k = 0; k < words->count; k++) {
            Text word = words->items[k];
            out.items[i].words.items[k] = has_capital(word) ? gate_lower(arena, word) : word;
        }
    }
    return out;
}

Needs gate_needs(Text pattern, GateDefine *define, void *context, Arena *scratch, Arena *arena) {
    Reader reader = {.pattern = pattern, .define = define, .context = context, .arena = scratch};
    Needs needs = read_alternatives(&reader);
    return at_end(&reader) ? keep(&needs, arena) : (Needs){0};
}

static Needs no_define(void *context, Text name) {
    (void)context;
    (void)name;
    return (Needs){0};
}

void gate_slots(Text pattern, Arena *arena, Spans *out) {
    Reader reader = {.pattern = pattern, .define = no_define, .arena = arena, .slots = out};
    read_alternatives(&reader);
    if (!at_end(&reader)) {
        out->count = 0;
    }
}

static bool holds_any(Text text, const Texts *words) {
    for (size_t i = 0; i < words->count; i++) {
        if (text_contains(text, words->items[i])) {
            return true;
        }
    }
    return false;
}

const Texts *gate_lacks(const Needs *needs, Text lower_sentence) {
    for (size_t i = 0; i < needs->count; i++) {
        if (!holds_any(lower_sentence, &needs->items[i].words)) {
            return &needs->items[i].words;
        }
    }
    return NULL;
}
