/* Knows how the parts of a regular expression are written and where they end, and nothing of what they match. */
#include "expression.h"

static char char_at(Text pattern, size_t at) {
    return at < pattern.length ? pattern.at[at] : '\0';
}

bool expression_skip_quantifier(Text pattern, size_t *at) {
    bool optional = false;
    char c = char_at(pattern, *at);
    if (c == '?' || c == '*') {
        optional = true;
        *at += 1;
    } else if (c == '+') {
        *at += 1;
    } else if (c == '{') {
        size_t close = text_find(text_after(pattern, *at), TEXT("}"));
        char next = char_at(pattern, *at + 1);
        if (close == SIZE_MAX || next < '0' || next > '9') {
            return false;
        }
        optional = next == '0';
        *at += close + 1;
    } else {
        return false;
    }
    if (char_at(pattern, *at) == '?' || char_at(pattern, *at) == '+') {
        *at += 1;
    }
    return optional;
}

void expression_skip_class(Text pattern, size_t *at) {
    *at += 1;
    *at += char_at(pattern, *at) == '^';
    *at += char_at(pattern, *at) == ']';
    while (*at < pattern.length && pattern.at[*at] != ']') {
        *at += pattern.at[*at] == '\\' ? 2 : 1;
    }
    *at += 1;
}

void expression_skip_escape(Text pattern, size_t *at) {
    char kind = char_at(pattern, *at + 1);
    *at += 2;
    if ((kind == 'p' || kind == 'P' || kind == 'x') && char_at(pattern, *at) == '{') {
        size_t close = text_find(text_after(pattern, *at), TEXT("}"));
        *at = close == SIZE_MAX ? pattern.length : *at + close + 1;
    }
}

/* \x{4e00} behind its "\x"; false: it is written in another way. */
static bool read_code_point(Text pattern, size_t *at, uint32_t *out) {
    *out = 0;
    bool braced = *at < pattern.length && pattern.at[*at] == '{';
    for (*at += 1; braced && *at < pattern.length && pattern.at[*at] != '}'; *at += 1) {
        char c = pattern.at[*at];
        *out = *out << 4 | (uint32_t)(is_ascii_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    *at += 1;
    return braced;
}

bool expression_character(Text pattern, size_t *at, uint32_t *out) {
    char kind = *at + 1 < pattern.length ? pattern.at[*at + 1] : '\0';
    *at += 2;
    if (kind == 'x') {
        return read_code_point(pattern, at, out);
    }
    *out = kind == 'n' ? '\n' : kind == 't' ? '\t' : kind == 'r' ? '\r' : (uint32_t)kind;
    return kind == 'n' || kind == 't' || kind == 'r' ||
           (kind > ' ' && kind < 0x7F && !is_ascii_letter(kind) && !is_ascii_digit(kind));
}

GroupKind expression_group(Text group, size_t *opening) {
    static const struct {
        const char *opening;
        GroupKind kind;
    } kinds[] = {{"(?:", GROUP_PLAIN},  {"(?>", GROUP_PLAIN}, {"(?i:", GROUP_PLAIN}, {"(?-i:", GROUP_PLAIN},
                 {"(?s:", GROUP_PLAIN}, {"(?=", GROUP_AHEAD}, {"(?!", GROUP_ASIDE},  {"(?<=", GROUP_BEHIND},
                 {"(?<!", GROUP_ASIDE}, {"(?#", GROUP_ASIDE}, {"(?C", GROUP_ASIDE},  {"(?&", GROUP_CALL},
                 {"(?<", GROUP_PLAIN},  {"(?", GROUP_OTHER},  {"(*", GROUP_OTHER},   {"(", GROUP_PLAIN}};
    size_t i = text_starts(group, TEXT("(?")) || text_starts(group, TEXT("(*")) ? 0 : sizeof kinds / sizeof *kinds - 1;
    while (!text_starts(group, text_from(kinds[i].opening))) {
        i++;
    }
    *opening = text_from(kinds[i].opening).length;
    if (text_equal(text_from(kinds[i].opening), TEXT("(?<"))) {
        size_t name = text_find(group, TEXT(">"));
        *opening = name == SIZE_MAX ? *opening : name + 1;
    }
    return kinds[i].kind;
}

size_t expression_group_end(Text pattern, size_t open) {
    size_t at = open;
    int depth = 0;
    do {
        char c = char_at(pattern, at);
        if (c == '\\') {
            expression_skip_escape(pattern, &at);
        } else if (c == '[') {
            expression_skip_class(pattern, &at);
        } else {
            depth += (c == '(') - (c == ')');
            at++;
        }
    } while (depth > 0 && at < pattern.length);
    return at < pattern.length ? at : pattern.length;
}

bool expression_is_balanced(Text pattern) {
    size_t depth = 0;
    size_t at = 0;
    while (at < pattern.length) {
        char c = pattern.at[at];
        if (c == ')' && depth == 0) {
            return false;
        }
        depth += c == '(';
        depth -= c == ')';
        if (c == '\\') {
            expression_skip_escape(pattern, &at);
        } else if (c == '[') {
            expression_skip_class(pattern, &at);
        } else {
            at++;
        }
    }
    return depth == 0 && at == pattern.length;
}
