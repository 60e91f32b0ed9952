/* Reads classes of characters. Capital and small ASCII letters are one here; a class for which that, or what PCRE2
 * makes of other letters, is not simple has any character. */
#include "charclass.h"

#include "expression.h"

size_t charclass_any(Outlines *outlines) {
    return charclass_read(outlines, TEXT("[^]"), false);
}

bool charclass_has_case(uint32_t code_point) {
    bool punctuation = code_point >= 0x2010 && code_point <= 0x206F;
    bool chinese = (code_point >= 0x3000 && code_point <= 0x9FFF) || (code_point >= 0xFF00 && code_point <= 0xFF20);
    return code_point >= 0x80 && !punctuation && !chinese;
}

static void add_range(Outlines *outlines, CharClass *class, uint32_t low, uint32_t high) {
    *VECTOR_PUSH(&outlines->scratch, &class->ranges) = (CharRange){low, high};
}

/* \d \s \w, which are ASCII's; false: it is another. */
static bool add_shorthand(Outlines *outlines, char kind, CharClass *class) {
    if (kind == 'd' || kind == 'w') {
        add_range(outlines, class, '0', '9');
    }
    if (kind == 'w') {
        add_range(outlines, class, 'a', 'z');
        add_range(outlines, class, '_', '_');
    }
    if (kind == 's') {
        add_range(outlines, class, '\t', '\r');
        add_range(outlines, class, ' ', ' ');
    }
    return kind == 'd' || kind == 'w' || kind == 's';
}

/* The next character of a class; false: it is not one character. */
static bool read_char(Text written, size_t *at, uint32_t *out) {
    if (written.at[*at] == '\\') {
        return expression_character(written, at, out);
    }
    *out = utf8_at(written, *at, at);
    return true;
}

/* What stands between the brackets, from byte `at` on; false: it is not understood. */
static bool read_ranges(Outlines *outlines, Text written, size_t at, CharClass *class) {
    while (at + 1 < written.length) {
        uint32_t low;
        if (written.at[at] == '\\' && add_shorthand(outlines, written.at[at + 1], class)) {
            at += 2;
            continue;
        }
        if (!read_char(written, &at, &low)) {
            return false;
        }
        uint32_t high = low;
        if (written.at[at] == '-' && at + 2 < written.length) {
            at++;
            if (!read_char(written, &at, &high)) {
                return false;
            }
        }
        add_range(outlines, class, low, high);
    }
    return true;
}

/* Which characters it is like in having no case: ASCII 1, punctuation 2, Chinese 3, wide signs 4; 0: it may have. */
static int plain_kind(uint32_t code_point) {
    return code_point < 0x80                ? 1
           : charclass_has_case(code_point) ? 0
           : code_point < 0x3000            ? 2
           : code_point <= 0x9FFF           ? 3
                                            : 4;
}

/* Is it the same class for a text in small letters? */
static bool is_simple(const CharClass *class, bool caseless) {
    for (size_t i = 0; i < class->ranges.count; i++) {
        const CharRange *range = &class->ranges.items[i];
        bool letters = range->low <= 'z' && range->high >= 'A';
        bool mixed = plain_kind(range->low) == 0 || plain_kind(range->low) != plain_kind(range->high);
        if (caseless ? mixed : class->negated && letters) {
            return false;
        }
    }
    return true;
}

static size_t enter(Outlines *outlines, Text written, const CharClass *class) {
    size_t number = table_put(&outlines->class_names, outlines->arena, written, outlines->classes.count);
    if (number == outlines->classes.count) {
        CharClass *entered = VECTOR_PUSH(outlines->arena, &outlines->classes);
        *entered = *class;
        VECTOR_SETTLE(outlines->arena, &entered->ranges);
    }
    return number;
}

size_t charclass_read(Outlines *outlines, Text written, bool caseless) {
    size_t at = 1;
    CharClass class = {.negated = text_starts(text_after(written, at), TEXT("^"))};
    CharClass any = {.negated = true};
    at += class.negated;
    bool known = read_ranges(outlines, written, at, &class) && is_simple(&class, caseless);
    return known ? enter(outlines, written, &class) : enter(outlines, TEXT("[^]"), &any);
}

/* \p{Lu}, \p{sc:Han}, \D: any one character is as near as it comes. */
bool charclass_shorthand(Outlines *outlines, Text written, size_t *out) {
    char kind = written.length > 1 ? written.at[1] : '\0';
    CharClass class = {0};
    if (add_shorthand(outlines, kind, &class)) {
        *out = enter(outlines, written, &class);
        return true;
    }
    *out = charclass_any(outlines);
    return kind && strchr("DSWNpPhHvV", kind);
}
