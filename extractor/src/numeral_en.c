/* English numerals: figures, ordinals, decimals, fractions. Knows no units, and not which words only look like a
 * numeral. */
#include "numeral_words.h"

/* "point five", "point 77", after a whole number or alone. */
static size_t read_point(Text text, size_t at, Ratio *part) {
    if (!number_word_is(numeral_word(text, at), "point")) {
        return 0;
    }
    size_t next = numeral_spaces(text, at + 5);
    Ratio place = ratio_of(1);
    size_t end = 0;
    *part = ratio_of(0);
    int digit;
    for (size_t after; (after = numeral_digit(text, next, &digit)) != 0; next = end = after) {
        place = ratio_divide(place, ratio_of(10));
        *part = ratio_add(*part, ratio_multiply(place, ratio_of(digit)));
    }
    while (end == 0 || next < text.length) {
        Text word = numeral_word(text, next);
        const NumberWord *found = number_word_cardinal(word);
        if (found == NULL || (found->kind != SMALL && found->kind != TENS)) {
            break;
        }
        place = ratio_divide(place, ratio_of(found->value > 9 ? 100 : 10));
        *part = ratio_add(*part, ratio_multiply(place, ratio_of(found->value)));
        end = next + word.length;
        next = number_word_next(text, end);
    }
    return ratio_exists(*part) ? end : 0;
}

static bool is_word_at(Text text, size_t at, const char *expected) {
    return at < text.length && number_word_is(numeral_word(text, at), expected);
}

/* The byte after "of a", "of an", "a" or "of" and a space, from `at`; or `at`. */
static size_t skip_link(Text text, size_t at) {
    static const char *const links[] = {"of", "a", "an", NULL};
    for (const char *const *link = links; *link; link++) {
        if (is_word_at(text, at, *link)) {
            at = number_word_next(text, at + text_from(*link).length);
        }
    }
    return at;
}

/* Multiplies by what follows a half or a fraction: "half a dozen", "two thirds of a million", "2.12 hundred". */
static size_t read_scale(Text text, size_t end, bool linked, Numeral *out) {
    size_t at = number_word_next(text, end);
    if (linked && at < text.length) {
        at = skip_link(text, at);
    }
    const NumberWord *word = at < text.length ? number_word_cardinal(numeral_word(text, at)) : NULL;
    if (word == NULL || word->kind < HUNDRED) {
        return end;
    }
    out->value = ratio_multiply(out->value, ratio_of(word->value));
    out->scale = word->value;
    out->fraction = false;
    end = at + numeral_word(text, at).length;
    return read_scale(text, end, false, out);
}

/* ½ and its like. */
static size_t read_vulgar(Text text, size_t at, Numeral *out) {
    *out = (Numeral){.scale = 1, .fraction = true};
    return numeral_vulgar(text, at, &out->value);
}

/* 3/4 after its 3. */
static size_t read_slash(Text text, size_t at, Numeral *out) {
    Numeral under;
    size_t end = at < text.length && text.at[at] == '/' ? numeral_arabic(text, at + 1, &under) : 0;
    if (end == 0 || out->digits == 0 || under.digits == 0 || ratio_is(under.value, 0) ||
        (end < text.length && text.at[end] == '/')) {
        return 0;
    }
    *out = (Numeral){.value = ratio_divide(out->value, under.value), .scale = 1, .fraction = true, .arabic = true};
    return end;
}

static bool is_suffix(Text word) {
    return number_word_is(word, "st") || number_word_is(word, "nd") || number_word_is(word, "rd") ||
           number_word_is(word, "th");
}

/* "3 hundred and one", "2.12 million": number words go on from the figures before them. */
static size_t read_multiplied(Text text, size_t end, Numeral *out) {
    size_t at = number_word_next(text, end);
    const NumberWord *first = at < text.length ? number_word_cardinal(numeral_word(text, at)) : NULL;
    if (first == NULL || first->kind < HUNDRED) {
        return end;
    }
    NumberWords sum = {.total = {0, 1}, .section = out->value, .started = true};
    end = number_words_read(text, at, end, &sum);
    out->value = number_words_value(&sum);
    out->scale = sum.last->kind >= HUNDRED ? sum.last->value : 1;
    out->digits = 0;
    return end;
}

/* Figures and what may cling to them: 21st, 1/2, 2 1/4, 3½, 3.5 million. */
static size_t read_figures(Text text, size_t at, Numeral *out) {
    size_t end = read_vulgar(text, at, out);
    if (end) {
        return end;
    }
    end = numeral_arabic(text, at, out);
    if (end == 0) {
        return 0;
    }
    end = numeral_groups(text, end, out);
    Text suffix = numeral_word(text, end);
    if (is_suffix(suffix) && out->digits > 0) {
        out->ordinal = true;
        return end + suffix.length;
    }
    size_t slash = read_slash(text, end, out);
    if (slash) {
        return read_scale(text, slash, true, out);
    }
    Numeral part;
    size_t begin = numeral_spaces(text, end);
    size_t mixed = out->digits > 0 ? read_vulgar(text, begin, &part) : 0;
    if (mixed == 0 && begin > end && out->digits > 0) {
        size_t over = numeral_arabic(text, begin, &part);
        mixed = over ? read_slash(text, over, &part) : 0;
    }
    if (mixed) {
        out->value = ratio_add(out->value, part.value);
        out->digits = 0;
        end = mixed;
    }
    return read_multiplied(text, end, out);
}

static size_t read_words(Text text, size_t at, Numeral *out) {
    NumberWords sum = {.total = {0, 1}, .section = {0, 1}};
    size_t end = number_words_read(text, at, 0, &sum);
    if (end) {
        *out = (Numeral){.value = number_words_value(&sum), .scale = sum.last->kind >= HUNDRED ? sum.last->value : 1};
    }
    return end;
}

/* one twenty-fifth, three twenty-firsts: a fraction whose lower part has two words. */
static size_t read_compound(Text text, size_t at, Numeral *out) {
    size_t upper = 0; /* the end of the upper part */
    for (size_t next = at; next < text.length; next = number_word_next(text, upper)) {
        Text word = numeral_word(text, next);
        const NumberWord *tens = number_word_cardinal(word);
        if (tens == NULL) {
            break;
        }
        size_t last = tens->kind == TENS && upper ? number_word_next(text, next + word.length) : text.length;
        Text end = numeral_word(text, last);
        bool plural = false;
        const NumberWord *unit = number_word_ordinal(end, &plural);
        if (unit && unit->value < 10 && read_words(text_slice(text, 0, upper), at, out) == upper &&
            (plural || ratio_is(out->value, 1))) {
            Ratio lower = ratio_of(tens->value + unit->value);
            *out = (Numeral){.value = ratio_divide(out->value, lower), .scale = 1, .fraction = true};
            return last + end.length;
        }
        upper = next + word.length;
    }
    return 0;
}

/* third, thirty-first, thirtyfirst; "tenth of a gallon" is a fraction. */
static size_t read_ordinal(Text text, size_t at, Numeral *out) {
    Text word = numeral_word(text, at);
    bool plural = false;
    const NumberWord *found = number_word_ordinal(word, &plural);
    int64_t tens = 0;
    for (size_t cut = 5; found == NULL && cut < 8 && cut < word.length; cut++) {
        const NumberWord *start = number_word_cardinal(text_slice(word, 0, cut));
        if (start && start->kind == TENS) {
            tens = start->value;
            found = number_word_ordinal(text_after(word, cut), &plural);
        }
    }
    if (found == NULL || plural) {
        return 0;
    }
    size_t end = at + word.length;
    size_t of = number_word_next(text, end);
    bool part = is_word_at(text, of, "of") && is_word_at(text, number_word_next(text, of + 2), "a") && found->value > 2;
    *out = (Numeral){.value = part ? ratio_make(1, found->value) : ratio_of(tens + found->value), .scale = 1};
    out->ordinal = !part;
    out->fraction = part;
    return end;
}

/* What an ordinal makes of the number before it: twenty-third, three fifths, one fourth, three trillionth. */
static size_t join_ordinal(Text text, size_t end, Numeral *out) {
    size_t at = number_word_next(text, end);
    bool and = is_word_at(text, at, "and");
    at = and? number_word_next(text, at + 3) : at;
    bool plural = false;
    Text word = at < text.length ? numeral_word(text, at) : (Text){0};
    bool quarter = number_word_is(word, "quarter") || number_word_is(word, "quarters");
    const NumberWord *found =
        quarter ? number_word_ordinal(TEXT("fourth"), &plural) : number_word_ordinal(word, &plural);
    plural = plural || quarter;
    if (found == NULL || (and&&plural)) {
        return end;
    }
    if (found->value > 2 && (plural || (ratio_is(out->value, 1) && !out->arabic))) {
        *out = (Numeral){.value = ratio_divide(out->value, ratio_of(found->value)), .scale = 1, .fraction = true};
        return read_scale(text, at + word.length, true, out);
    }
    int value;
    bool whole = ratio_whole(out->value, &value) && !plural && !out->arabic;
    bool tens = whole && value % 10 == 0 && value % 100 != 0 && value % 100 != 10 && found->value < 10;
    bool hundreds = whole && value % 100 == 0 && found->kind < HUNDRED;
    bool large = whole && found->kind >= HUNDRED && !and;
    if (!tens && !hundreds && !large) {
        return end;
    }
    Ratio by = ratio_of(found->value);
    out->value = large ? ratio_multiply(out->value, by) : ratio_add(out->value, by);
    out->ordinal = true;
    return at + word.length;
}

/* "a half" or "a quarter" after "and". */
static size_t read_half(Text text, size_t at, Ratio *out) {
    size_t word = is_word_at(text, at, "a") ? number_word_next(text, at + 1) : at;
    bool half = is_word_at(text, word, "half");
    if (!half && !is_word_at(text, word, "quarter")) {
        return 0;
    }
    *out = ratio_make(1, half ? 2 : 4);
    return word + (half ? 4 : 7);
}

/* "and a half" adds half of the last multiplier; "and two thirds" adds a fraction. */
static size_t join_fraction(Text text, size_t end, Numeral *out) {
    size_t at = number_word_next(text, end);
    if (!is_word_at(text, at, "and")) {
        return end;
    }
    at = number_word_next(text, at + 3);
    Ratio half;
    size_t next = at < text.length ? read_half(text, at, &half) : 0;
    if (next) {
        out->value = ratio_add(out->value, ratio_multiply(half, ratio_of(out->scale)));
        out->digits = 0;
        return out->scale == 1 ? read_scale(text, next, false, out) : next;
    }
    Numeral part;
    next = at < text.length ? numeral_en(text, at, &part) : 0;
    bool scaled = next && !part.arabic && part.scale > 1 && part.scale < out->scale; /* "three quarters million" */
    if (next == 0 || (!part.fraction && !scaled) || part.ordinal) {
        return end;
    }
    bool shared = part.fraction && out->scale >= 1000; /* "six million and two thirds" */
    out->value = ratio_add(out->value, shared ? ratio_multiply(part.value, ratio_of(out->scale)) : part.value);
    out->digits = 0;
    return next;
}

/* "1 over 3", "two out of five": a figure after `over` that looks like a year is none. */
static size_t join_ratio(Text text, size_t end, Numeral *out) {
    size_t at = number_word_next(text, end);
    bool over = is_word_at(text, at, "over");
    bool out_of = is_word_at(text, at, "out") && is_word_at(text, number_word_next(text, at + 3), "of");
    if ((!over && !out_of) || out->fraction) {
        return end;
    }
    size_t begin = numeral_spaces(text, over ? at + 4 : number_word_next(text, at + 3) + 2);
    Numeral under;
    size_t next = numeral_arabic(text, begin, &under);
    next = next ? next : read_words(text, begin, &under);
    bool year = next && under.digits == 4;
    if (next == 0 || year || ratio_is(under.value, 0) || (out_of && ratio_compare(out->value, under.value) >= 0)) {
        return end;
    }
    *out = (Numeral){.value = ratio_divide(out->value, under.value), .scale = 1, .fraction = true};
    return next;
}

/* half, quarter million, several hundred, hundreds of thousands. */
static size_t read_loose(Text text, size_t at, bool nested, Numeral *out) {
    Text word = numeral_word(text, at);
    size_t next = number_word_next(text, at + word.length);
    const NumberWord *unit = number_word_is_some(word) ? number_word_cardinal(numeral_word(text, next)) : NULL;
    if (unit && unit->kind >= HUNDRED) {
        size_t end = read_words(text, next, out);
        out->vague = true;
        return end;
    }
    const NumberWord *crowd = number_word_crowd(word);
    if (crowd && (nested || is_word_at(text, next, "of"))) {
        *out = (Numeral){.value = ratio_of(crowd->value), .scale = crowd->value, .vague = true};
        Numeral more;
        size_t end = is_word_at(text, next, "of") ? read_loose(text, number_word_next(text, next + 2), true, &more) : 0;
        out->value = end && more.vague ? ratio_multiply(out->value, more.value) : out->value;
        return end && more.vague ? end : at + word.length;
    }
    bool half = number_word_is(word, "half");
    if (!half && !number_word_is(word, "quarter")) {
        return 0;
    }
    *out = (Numeral){.value = ratio_make(1, half ? 2 : 4), .scale = 1, .fraction = true};
    return read_scale(text, at + word.length, true, out);
}

/* "a" or "an" counts as one before hundred, half, dozen and the like. */
static size_t read_article(Text text, size_t at, Numeral *out) {
    Text word = numeral_word(text, at);
    if (!number_word_is(word, "a") && !number_word_is(word, "an")) {
        return 0;
    }
    size_t next = number_word_next(text, at + word.length);
    if (next == text.length) {
        return 0;
    }
    size_t end = read_loose(text, next, false, out);
    if (end) {
        return end;
    }
    Text noun = numeral_word(text, next);
    const NumberWord *cardinal = number_word_cardinal(noun);
    if (cardinal && cardinal->kind >= HUNDRED) {
        return read_words(text, next, out);
    }
    bool plural = false;
    const NumberWord *ordinal = number_word_ordinal(noun, &plural);
    size_t after = number_word_next(text, next + noun.length);
    if (ordinal && !plural && ordinal->value > 2 &&
        (ordinal->kind >= HUNDRED || after == text.length || is_word_at(text, after, "of"))) {
        *out = (Numeral){.value = ratio_make(1, ordinal->value), .scale = 1, .fraction = true};
        return read_scale(text, next + noun.length, true, out);
    }
    return 0;
}

static size_t read_positive(Text text, size_t at, Numeral *out) {
    Ratio part;
    size_t end = read_article(text, at, out);
    end = end ? end : read_loose(text, at, false, out);
    if (end == 0 && (end = read_point(text, at, &part)) != 0) {
        *out = (Numeral){.value = part, .scale = 1};
    }
    end = end ? end : read_figures(text, at, out);
    end = end ? end : read_compound(text, at, out);
    end = end ? end : read_words(text, at, out);
    if (end == 0) {
        return read_ordinal(text, at, out);
    }
    if (out->ordinal || out->vague) {
        return end;
    }
    size_t point = number_word_next(text, end);
    size_t next = point < text.length ? read_point(text, point, &part) : 0;
    if (next) {
        out->value = ratio_add(out->value, part);
        out->digits = 0;
        return read_scale(text, next, false, out);
    }
    if (!out->fraction) {
        end = join_ordinal(text, end, out);
    }
    if (!out->fraction && !out->ordinal) {
        end = join_fraction(text, end, out);
    }
    return join_ratio(text, end, out);
}

size_t numeral_en(Text text, size_t at, Numeral *out) {
    Text word = numeral_word(text, at);
    bool negative = number_word_is(word, "minus") || number_word_is(word, "negative");
    size_t begin = negative ? number_word_next(text, at + word.length) : at;
    if (negative && begin == text.length) {
        begin = numeral_spaces(text, at + word.length);
    }
    size_t end = read_positive(text, begin, out);
    if (end && negative) {
        out->value = ratio_multiply(out->value, ratio_of(-1));
    }
    return end && ratio_exists(out->value) ? end : 0;
}
