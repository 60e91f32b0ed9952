/* Reads just enough of a regular expression to tell with which characters a match can begin, so that it is not tried
 * where it cannot. Knows no slots but where they stand. When in doubt it says that anything may come first. */
#include "first.h"

#include "expression.h"

#include <string.h>

enum { DEEPEST = 24 };

typedef struct Reader {
    Text pattern;
    size_t at;
    bool caseless;
    FirstDefine *define;
    void *context;
    Arena *arena;
    int depth;
} Reader;

static First read_alternatives(Reader *reader);
static First read_item(Reader *reader);

static char peek(const Reader *reader) {
    return reader->at < reader->pattern.length ? reader->pattern.at[reader->at] : '\0';
}

static bool at_end(const Reader *reader) {
    return reader->at >= reader->pattern.length;
}

static const First nothing = {.empty = true};
static const First anything = {.any = true};
static const First text_start = {.empty = true, .behind = true, .at_start = true};
static const First unknown = {.any = true, .empty = true};

/* ſ and the Kelvin sign are an s and a k to PCRE2; letters beyond ASCII are not looked up. */
static void add_caseless(First *first, uint32_t low, uint32_t high) {
    enum { LONG_S = 0x17F, KELVIN = 0x212A, PUNCTUATION = 0x2010, PUNCTUATION_END = 0x206F };
    first_put(&first->chars, low, high);
    if (high >= 0x80 && (low < PUNCTUATION || high > PUNCTUATION_END)) {
        first->any = true;
    }
    for (uint32_t c = low; c <= high && c < 0x80; c++) {
        if (is_ascii_letter((char)c)) {
            first_put(&first->chars, c ^ 0x20, c ^ 0x20);
            first_put(&first->chars, (c | 0x20) == 's' ? LONG_S : KELVIN, (c | 0x20) == 's' ? LONG_S : KELVIN);
        }
    }
}

static void add_chars(const Reader *reader, First *first, uint32_t low, uint32_t high) {
    if (reader->caseless) {
        add_caseless(first, low, high);
    } else {
        first_put(&first->chars, low, high);
    }
}

static void unite(Reader *reader, First *into, const First *other) {
    into->any |= other->any;
    into->adjunct |= other->adjunct;
    first_unite(&into->chars, &other->chars);
    for (size_t i = 0; i < other->slots.count; i++) {
        *VECTOR_PUSH(reader->arena, &into->slots) = other->slots.items[i];
    }
}

/* \d \b \p{sc:Han} …, and what is written as such and only stands for a character */
static First read_escape(Reader *reader) {
    First first = {0};
    uint32_t plain;
    char kind = reader->at + 1 < reader->pattern.length ? reader->pattern.at[reader->at + 1] : '\0';
    size_t begin = reader->at;
    if (expression_character(reader->pattern, &reader->at, &plain)) {
        add_chars(reader, &first, plain, plain);
        return first;
    }
    reader->at = begin;
    expression_skip_escape(reader->pattern, &reader->at);
    if (kind == 'd') {
        first_put(&first.chars, '0', '9');
        return first;
    }
    bool no_width = kind == 'b' || kind == 'B' || kind == 'A' || kind == 'z' || kind == 'Z';
    bool one = kind == 'w' || kind == 'W' || kind == 's' || kind == 'S' || kind == 'D' || kind == 'p' || kind == 'P';
    return no_width ? nothing : one ? anything : unknown;
}

/* The next character of a class; false: it is not one character. */
static bool read_class_char(Reader *reader, uint32_t *out) {
    if (peek(reader) == '\\') {
        return expression_character(reader->pattern, &reader->at, out);
    }
    *out = utf8_at(reader->pattern, reader->at, &reader->at);
    return true;
}

static First read_class(Reader *reader) {
    First first = {0};
    size_t end = reader->at;
    expression_skip_class(reader->pattern, &end);
    reader->at++;
    bool simple = peek(reader) != '^' && peek(reader) != ']';
    while (simple && reader->at + 1 < end) {
        uint32_t low;
        if (text_starts(text_after(reader->pattern, reader->at), TEXT("\\d"))) {
            reader->at += 2;
            first_put(&first.chars, '0', '9');
            continue;
        }
        simple = peek(reader) != '[' && read_class_char(reader, &low);
        uint32_t high = simple ? low : 0;
        if (simple && peek(reader) == '-' && reader->at + 2 < end) {
            reader->at++;
            simple = read_class_char(reader, &high);
        }
        if (simple) {
            add_chars(reader, &first, low, high);
        }
    }
    reader->at = end;
    return simple ? first : anything;
}

/* Where one alternative of what is looked behind for ends in a character or a class of them, these. */
static bool read_last(Reader *reader, size_t begin, size_t end, First *out) {
    Text whole = reader->pattern;
    Text part = text_slice(whole, begin, end);
    size_t class = SIZE_MAX;
    for (size_t at = begin; at < end; class = at < end ? SIZE_MAX : class) {
        class = whole.at[at] == '[' ? at : SIZE_MAX;
        if (whole.at[at] == '\\') {
            return false;
        }
        if (class != SIZE_MAX) {
            expression_skip_class(whole, &at);
        } else {
            at = utf8_next(whole, at);
        }
    }
    for (size_t i = 0; i < part.length; i++) {
        if (class == SIZE_MAX && memchr("(){}*+?.^$", part.at[i], sizeof "(){}*+?.^$" - 1)) {
            return false;
        }
    }
    reader->at = class == SIZE_MAX ? utf8_previous(whole, end) : class;
    First last = part.length == 0 ? anything : read_item(reader);
    first_unite(&out->before, &last.chars);
    return !last.any;
}

/* (?<=[,;] |。): behind which characters it lets a match begin. */
static First read_look_behind(Reader *reader, size_t begin, size_t end) {
    First first = {.empty = true, .behind = true};
    size_t from = begin;
    for (size_t at = begin; at <= end && first.behind;) {
        if (at == end || reader->pattern.at[at] == '|') {
            first.behind = read_last(reader, from, at, &first);
            from = ++at;
        } else if (reader->pattern.at[at] == '[') {
            expression_skip_class(reader->pattern, &at);
        } else {
            first.behind = reader->pattern.at[at] != '(' && reader->pattern.at[at] != '\\';
            at++;
        }
    }
    return first.behind ? first : nothing;
}

static First read_group(Reader *reader) {
    Text rest = text_after(reader->pattern, reader->at);
    size_t opening;
    GroupKind kind = expression_group(rest, &opening);
    size_t end = expression_group_end(reader->pattern, reader->at);
    First first = kind == GROUP_AHEAD || kind == GROUP_ASIDE ? nothing : unknown;
    if (kind == GROUP_BEHIND) {
        first = read_look_behind(reader, reader->at + opening, end - 1);
    } else if (kind == GROUP_CALL) {
        first = reader->define(reader->context, text_slice(reader->pattern, reader->at + opening, end - 1));
    } else if (kind == GROUP_PLAIN && reader->depth < DEEPEST) {
        bool caseless = reader->caseless;
        reader->caseless |= text_starts(rest, TEXT("(?i:"));
        reader->at += opening;
        reader->depth++;
        first = read_alternatives(reader);
        reader->depth--;
        reader->caseless = caseless;
    }
    reader->at = end;
    return first;
}

/* {who:dl:Person?}, {units:Units}, or a brace that is only a character */
static First read_brace(Reader *reader) {
    First first = {0};
    Text rest = text_after(reader->pattern, reader->at);
    size_t close = text_find(rest, TEXT("}"));
    size_t colon = close == SIZE_MAX ? SIZE_MAX : text_find(text_slice(rest, 0, close), TEXT(":"));
    size_t begin = reader->at;
    reader->at += colon == SIZE_MAX ? 1 : close + 1;
    if (colon == SIZE_MAX) {
        return unknown;
    }
    Text kind = text_slice(rest, colon + 1, close);
    bool optional = text_ends(kind, TEXT("?"));
    kind.length -= optional;
    if (!text_starts(kind, TEXT("dl:"))) {
        first = reader->define(reader->context, kind);
    }
    if (text_starts(kind, TEXT("dl:")) || (first.any && first.empty)) {
        first = (First){.empty = text_contains(kind, TEXT(" in "))};
        *VECTOR_PUSH(reader->arena, &first.slots) = begin;
    }
    first.empty |= optional;
    return first;
}

static First read_item(Reader *reader) {
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
    if (c == '{') {
        return read_brace(reader);
    }
    uint32_t code_point = utf8_at(reader->pattern, reader->at, &reader->at);
    if (c == '^' || c == '$') {
        return c == '^' ? text_start : nothing;
    }
    if (c == '.') {
        return anything;
    }
    First first = {0};
    add_chars(reader, &first, code_point, code_point);
    return first;
}

/* Goes to the end of an alternative: the next "|" or ")" that belongs to no group. */
static void skip_sequence(Reader *reader) {
    while (!at_end(reader) && peek(reader) != '|' && peek(reader) != ')') {
        char c = peek(reader);
        if (c == '\\') {
            expression_skip_escape(reader->pattern, &reader->at);
        } else if (c == '[') {
            expression_skip_class(reader->pattern, &reader->at);
        } else if (c == '{') {
            size_t close = text_find(text_after(reader->pattern, reader->at), TEXT("}"));
            reader->at += close == SIZE_MAX ? 1 : close + 1;
        } else {
            reader->at = c == '(' ? expression_group_end(reader->pattern, reader->at) : reader->at + 1;
        }
    }
}

static bool has_no_width(const First *first) {
    bool none = first->empty && !first->any && !first->adjunct && first->slots.count == 0;
    for (size_t i = 0; i < FIRST_BITS / FIRST_WORD && none; i++) {
        none = first->chars.words[i] == 0;
    }
    return none;
}

static void set_behind(First *first, const First *other) {
    first->behind = other->behind;
    first->at_start = other->at_start;
    first->before = other->before;
}

static First read_sequence(Reader *reader) {
    First all = {.empty = true};
    while (!at_end(reader) && peek(reader) != '|' && peek(reader) != ')') {
        First item = read_item(reader);
        bool optional = expression_skip_quantifier(reader->pattern, &reader->at);
        if (item.behind && !optional && !all.behind && has_no_width(&all)) {
            set_behind(&all, &item);
        }
        unite(reader, &all, &item);
        all.empty = item.empty || optional;
        if (!all.empty) {
            skip_sequence(reader);
        }
    }
    return all;
}

static First read_alternatives(Reader *reader) {
    First all = read_sequence(reader);
    while (peek(reader) == '|') {
        reader->at++;
        First other = read_sequence(reader);
        unite(reader, &all, &other);
        first_unite(&all.before, &other.before);
        all.at_start |= other.at_start;
        all.behind &= other.behind;
        all.empty |= other.empty;
    }
    return all;
}

First first_of(Text pattern, Lang lang, FirstDefine *define, void *context, Arena *scratch) {
    Reader reader = {
        .pattern = pattern, .caseless = lang == LANG_EN, .define = define, .context = context, .arena = scratch};
    First first = read_alternatives(&reader);
    return at_end(&reader) ? first : unknown;
}
