/* Chinese numerals with sign, decimals, fractions and percent. Knows no units. */
#include "numeral.h"

/* 点五 after a whole number, and 万 after that: 三点二万. */
static size_t read_decimals(Text text, size_t at, Numeral *out) {
    static const char *const points[] = {"点", "點", NULL};
    size_t mark = numeral_any(text, numeral_spaces(text, at), points);
    if (mark == 0) {
        return at;
    }
    Ratio part = ratio_of(0);
    Ratio place = ratio_of(1);
    size_t end = numeral_spaces(text, mark);
    int digit;
    size_t count = 0;
    for (size_t next; (next = numeral_zh_digit(text, end, &digit)) != 0; end = next) {
        place = ratio_divide(place, ratio_of(10));
        part = ratio_add(part, ratio_multiply(place, ratio_of(digit)));
        count++;
    }
    size_t next;
    int64_t multiplier = numeral_zh_multiplier(text, end, &next);
    if (count == 0 || !ratio_exists(part) || (multiplier != 0 && multiplier < 10000)) {
        return at;
    }
    out->value = ratio_add(out->value, part);
    out->digits = 0;
    for (; multiplier != 0; multiplier = numeral_zh_multiplier(text, end, &next)) {
        out->value = ratio_multiply(out->value, ratio_of(multiplier));
        out->scale = multiplier;
        end = next;
    }
    return end;
}

static size_t read_unsigned(Text text, size_t at, Numeral *out) {
    size_t end = numeral_zh_whole(text, at, out);
    if (end) {
        return read_decimals(text, end, out);
    }
    return numeral_arabic(text, at, out);
}

static void set_fraction(Numeral *out, Ratio value) {
    bool arabic = out->arabic;
    *out = (Numeral){.value = value, .scale = 1, .fraction = true, .arabic = arabic};
}

/* The byte after 分 in 四分一, which leaves its 之 out; 分 is also a coin, a minute and a verb, so that only the
 * smaller number after it tells, and that nothing but a measure of liquids or the end follows. */
static size_t read_bare_mark(Text text, size_t at, const Numeral *under) {
    static const char *const marks[] = {"分", "份", NULL};
    static const char *const follow[] = {"升", "加仑", "加侖", "公升", "磅", "茶匙", "汤匙", "杯", NULL};
    size_t mark = numeral_any(text, at, marks);
    Numeral over;
    size_t end = mark && under->digits < 2 && !under->arabic ? numeral_zh_whole(text, mark, &over) : 0;
    size_t next;
    bool closed = end && (end >= text.length || !is_han(utf8_at(text, end, &next)) || numeral_any(text, end, follow));
    return closed && !over.arabic ? mark : 0;
}

/* 百分之Y is a percentage; X分之Y is Y/X. `out` holds X. */
static size_t read_parts(Text text, size_t at, bool hundred, Numeral *out) {
    static const char *const marks[] = {"分之", "分 之", "分  之", "份之", NULL};
    static const char *const hundreds[] = {"百", NULL};
    size_t mark = numeral_any(text, numeral_spaces(text, at), marks);
    mark = mark || hundred ? mark : read_bare_mark(text, at, out);
    if (mark == 0) {
        return 0;
    }
    Numeral over;
    size_t begin = numeral_spaces(text, mark);
    size_t end = read_unsigned(text, begin, &over);
    if (end == 0) {
        return 0;
    }
    if (hundred || numeral_any(text, begin, hundreds) == end) {
        bool arabic = over.arabic;
        *out = over;
        out->arabic = arabic;
        out->percent = hundred;
        return end;
    }
    set_fraction(out, ratio_divide(over.value, out->value));
    return end;
}

/* 1/2 and 1 1/2; `out` holds what stands before. */
static size_t read_slash(Text text, size_t at, Numeral *out) {
    static const char *const slashes[] = {"/", "／", NULL};
    size_t mark = numeral_any(text, at, slashes);
    Numeral under;
    size_t end = mark ? numeral_arabic(text, mark, &under) : 0;
    if (end == 0 || out->digits == 0 || under.digits == 0 || numeral_any(text, end, slashes) ||
        ratio_is(under.value, 0)) {
        return 0;
    }
    set_fraction(out, ratio_divide(out->value, under.value));
    return end;
}

/* 又三分之一 and the 1/4 of 2 1/4. */
static size_t read_mixed(Text text, size_t at, Numeral *out) {
    static const char *const marks[] = {"又", NULL};
    size_t begin = numeral_spaces(text, at);
    size_t mark = numeral_any(text, begin, marks);
    Numeral part;
    size_t end = 0;
    if (mark) {
        begin = numeral_spaces(text, mark);
        end = numeral_zh_whole(text, begin, &part);
        end = end ? read_parts(text, end, false, &part) : 0;
    } else if (begin == at + 1 && out->digits > 0 && out->arabic) {
        end = numeral_arabic(text, begin, &part);
        end = end ? read_slash(text, end, &part) : 0;
    }
    if (end == 0) {
        return 0;
    }
    set_fraction(out, ratio_add(out->value, part.value));
    return end;
}

/* 五打, where no verb 打 can be meant: nothing follows. */
static size_t read_dozens(Text text, size_t at, Numeral *out) {
    static const char *const dozens[] = {"打", NULL};
    size_t end = numeral_any(text, at, dozens);
    size_t next;
    if (end == 0 || (end < text.length && is_han(utf8_at(text, end, &next)))) {
        return 0;
    }
    out->value = ratio_multiply(out->value, ratio_of(12));
    out->digits = 0;
    return end;
}

static size_t read_positive(Text text, size_t at, Numeral *out) {
    static const char *const hundreds[] = {"百", "佰", NULL};
    size_t end = read_unsigned(text, at, out);
    if (end == 0) {
        return 0;
    }
    bool hundred = numeral_any(text, at, hundreds) == end;
    size_t next = read_parts(text, end, hundred, out);
    if (next == 0) {
        next = read_slash(text, end, out);
    }
    if (next == 0) {
        next = read_mixed(text, end, out);
    }
    if (next == 0) {
        next = read_dozens(text, end, out);
    }
    return next ? next : end;
}

size_t numeral_zh(Text text, size_t at, Numeral *out) {
    static const char *const signs[] = {"负", "負", NULL};
    size_t sign = numeral_any(text, at, signs);
    int digit;
    size_t spaced = numeral_spaces(text, sign);
    sign = sign && numeral_digit(text, spaced, &digit) ? spaced : sign;
    size_t end = read_positive(text, sign ? sign : at, out);
    if (end && sign) {
        out->value = ratio_multiply(out->value, ratio_of(-1));
        out->digits = 0;
    }
    return end && ratio_exists(out->value) ? end : 0;
}
