/* Exact values and Arabic digits, half and full width. Knows no number words. */
#include "numeral.h"

enum { SHOWN_DIGITS = 15 };
static const int64_t LARGEST_DENOMINATOR = INT64_MAX / 10; /* a rest times ten still fits */

static int64_t divisor(int64_t a, int64_t b) {
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

Ratio ratio_make(int64_t numerator, int64_t denominator) {
    if (denominator == 0 || numerator == INT64_MIN || denominator == INT64_MIN) {
        return (Ratio){0, 0};
    }
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    int64_t common = divisor(numerator, denominator);
    if (denominator / common > LARGEST_DENOMINATOR) {
        return (Ratio){0, 0};
    }
    return (Ratio){numerator / common, denominator / common};
}

Ratio ratio_of(int64_t whole) {
    return (Ratio){whole, 1};
}

Ratio ratio_multiply(Ratio a, Ratio b) {
    int64_t across = divisor(a.numerator, b.denominator);
    int64_t back = divisor(b.numerator, a.denominator);
    int64_t numerator;
    int64_t denominator;
    if (!ratio_exists(a) || !ratio_exists(b) ||
        __builtin_mul_overflow(a.numerator / across, b.numerator / back, &numerator) ||
        __builtin_mul_overflow(a.denominator / back, b.denominator / across, &denominator)) {
        return (Ratio){0, 0};
    }
    return ratio_make(numerator, denominator);
}

Ratio ratio_divide(Ratio a, Ratio b) {
    return ratio_multiply(a, ratio_make(b.denominator, b.numerator));
}

Ratio ratio_add(Ratio a, Ratio b) {
    if (!ratio_exists(a) || !ratio_exists(b)) {
        return (Ratio){0, 0};
    }
    int64_t common = divisor(a.denominator, b.denominator);
    int64_t left;
    int64_t right;
    int64_t numerator;
    int64_t denominator;
    if (__builtin_mul_overflow(a.numerator, b.denominator / common, &left) ||
        __builtin_mul_overflow(b.numerator, a.denominator / common, &right) ||
        __builtin_add_overflow(left, right, &numerator) ||
        __builtin_mul_overflow(a.denominator, b.denominator / common, &denominator)) {
        return (Ratio){0, 0};
    }
    return ratio_make(numerator, denominator);
}

int ratio_compare(Ratio a, Ratio b) {
    long double left = (long double)a.numerator * (long double)b.denominator;
    long double right = (long double)b.numerator * (long double)a.denominator;
    return (left > right) - (left < right);
}

bool ratio_is(Ratio a, int64_t whole) {
    return a.denominator == 1 && a.numerator == whole;
}

bool ratio_exists(Ratio a) {
    return a.denominator != 0;
}

bool ratio_whole(Ratio a, int *out) {
    if (a.denominator != 1 || a.numerator < -INT32_MAX || a.numerator > INT32_MAX) {
        return false;
    }
    *out = (int)a.numerator;
    return true;
}

Text ratio_format(Arena *arena, Ratio value) {
    char digits[64];
    size_t count = 0;
    size_t shown = 0;
    uint64_t size = value.numerator < 0 ? (uint64_t)-value.numerator : (uint64_t)value.numerator;
    uint64_t denominator = (uint64_t)value.denominator;
    uint64_t whole = size / denominator;
    uint64_t rest = size % denominator;
    for (uint64_t left = whole; left > 0; left /= 10) {
        shown++;
    }
    while (rest != 0 && shown < SHOWN_DIGITS && count < sizeof digits) {
        uint64_t digit = rest * 10 / denominator;
        rest = rest * 10 % denominator;
        digits[count++] = (char)('0' + digit);
        shown += shown > 0 || digit > 0;
    }
    return TEXTS_JOINED(arena, text_from(value.numerator < 0 ? "-" : ""), text_number(arena, whole),
                        text_from(count ? "." : ""), (Text){digits, count});
}

size_t numeral_spaces(Text text, size_t at) {
    while (at < text.length && (text.at[at] == ' ' || text.at[at] == '\t')) {
        at++;
    }
    return at;
}

size_t numeral_any(Text text, size_t at, const char *const *words) {
    size_t best = 0;
    for (; *words; words++) {
        size_t length = text_has(text, at, *words);
        best = length > best ? length : best;
    }
    return best ? at + best : 0;
}

Text numeral_word(Text text, size_t at) {
    size_t end = at;
    while (end < text.length && ((text.at[end] | 32) >= 'a' && (text.at[end] | 32) <= 'z')) {
        end++;
    }
    return text_slice(text, at, end);
}

size_t numeral_digit(Text text, size_t at, int *value) {
    if (at >= text.length) {
        return 0;
    }
    size_t next;
    uint32_t c = utf8_at(text, at, &next);
    if (c >= '0' && c <= '9') {
        *value = (int)(c - '0');
        return next;
    }
    if (c >= 0xFF10 && c <= 0xFF19) {
        *value = (int)(c - 0xFF10);
        return next;
    }
    return 0;
}

/* One digit after another; their number goes to *count. 0: none, or more than a value holds. */
static size_t read_digits(Text text, size_t at, int64_t *value, size_t *count) {
    int digit;
    size_t next;
    *value = 0;
    *count = 0;
    while ((next = numeral_digit(text, at, &digit)) != 0) {
        if (__builtin_mul_overflow(*value, 10, value) || __builtin_add_overflow(*value, digit, value)) {
            return 0;
        }
        (*count)++;
        at = next;
    }
    return *count ? at : 0;
}

/* The byte after a mark that is one of `marks`. */
static size_t read_mark(Text text, size_t at, const uint32_t *marks) {
    if (at >= text.length) {
        return 0;
    }
    size_t next;
    uint32_t c = utf8_at(text, at, &next);
    for (; *marks; marks++) {
        if (c == *marks) {
            return next;
        }
    }
    return 0;
}

/* 930 or 27,210 or 27，210: at most three digits, then groups of exactly three. */
static size_t read_grouped(Text text, size_t at, int64_t *value, size_t *count) {
    static const uint32_t commas[] = {',', 0xFF0C, 0};
    size_t end = read_digits(text, at, value, count);
    bool grouped = *count <= 3;
    while (end && grouped) {
        int64_t group;
        size_t width;
        size_t mark = read_mark(text, end, commas);
        size_t next = mark ? read_digits(text, mark, &group, &width) : 0;
        grouped = next && width == 3 && *value < INT64_MAX / 1000;
        if (grouped) {
            *value = *value * 1000 + group;
            *count += 3;
            end = next;
        }
    }
    return end;
}

static Ratio decimal(int64_t whole, int64_t part, size_t places) {
    int64_t power = 1;
    for (size_t i = 0; i < places; i++) {
        if (__builtin_mul_overflow(power, 10, &power)) {
            return (Ratio){0, 0};
        }
    }
    return ratio_add(ratio_of(whole), ratio_make(part, power));
}

size_t numeral_arabic(Text text, size_t at, Numeral *out) {
    static const uint32_t points[] = {'.', 0xFF0E, 0};
    int64_t whole = 0;
    int64_t part = 0;
    size_t count = 0;
    size_t places = 0;
    size_t end = read_grouped(text, at, &whole, &count);
    size_t point = read_mark(text, end ? end : at, points);
    size_t after = point ? read_digits(text, point, &part, &places) : 0;
    if (end == 0 && after == 0) {
        return 0;
    }
    *out = (Numeral){.scale = 1, .arabic = true, .digits = after ? 0 : count};
    out->value = after ? decimal(whole, part, places) : ratio_of(whole);
    return ratio_exists(out->value) ? (after ? after : end) : 0;
}

size_t numeral_vulgar(Text text, size_t at, Ratio *out) {
    static const struct {
        const char *sign;
        int numerator;
        int denominator;
    } vulgar[] = {{"½", 1, 2}, {"¼", 1, 4}, {"¾", 3, 4}, {"⅓", 1, 3}, {"⅔", 2, 3},
                  {"⅕", 1, 5}, {"⅖", 2, 5}, {"⅗", 3, 5}, {"⅘", 4, 5}, {"⅙", 1, 6},
                  {"⅚", 5, 6}, {"⅛", 1, 8}, {"⅜", 3, 8}, {"⅝", 5, 8}, {"⅞", 7, 8}};
    unsigned char lead = at < text.length ? (unsigned char)text.at[at] : 0;
    bool may_be = lead == 0xC2 || lead == 0xE2; /* with which all of them begin */
    for (size_t i = 0; may_be && i < sizeof vulgar / sizeof *vulgar; i++) {
        if (text_starts(text_after(text, at), text_from(vulgar[i].sign))) {
            *out = ratio_make(vulgar[i].numerator, vulgar[i].denominator);
            return at + text_from(vulgar[i].sign).length;
        }
    }
    return 0;
}

size_t numeral_groups(Text text, size_t at, Numeral *out) {
    size_t end = at;
    static const char *const spaces[] = {" ", "\u00A0", "\u2009", "\u202F", NULL};
    for (size_t begin; out->digits > 0 && (begin = numeral_any(text, end, spaces)) != 0;) {
        Numeral group = {.digits = 0};
        size_t next = numeral_arabic(text, begin, &group);
        if (next != begin + 3 || group.digits != 3 || (end == at && out->digits > 3)) {
            break;
        }
        out->value = ratio_add(ratio_multiply(out->value, ratio_of(1000)), group.value);
        end = next;
    }
    return end;
}
