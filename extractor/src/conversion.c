/* Owns the arithmetic between units: which factor holds on a day, and what it makes of a number. It knows no unit by
 * name; units.tsv does. */
#include "conversion.h"

#include "date.h"

bool conversion_parse(Text text, Ratio *factor, Text *unit) {
    Numeral above;
    Numeral below = {.value = ratio_of(1)};
    size_t end = numeral_arabic(text, 0, &above);
    if (end && end < text.length && text.at[end] == '/') {
        size_t from = end + 1;
        size_t length = numeral_arabic(text_after(text, from), 0, &below);
        end = length ? from + length : 0;
    }
    *unit = end ? text_trim(text_after(text, end)) : TEXT("");
    *factor = end ? ratio_divide(above.value, below.value) : ratio_make(0, 0);
    return unit->length > 0 && unit->at > text.at + end && ratio_exists(*factor);
}

/* The first of some parts, and what is behind it: `分 1/10` of `分 1/10, 厘 1/100`. */
static Text first_part(Text parts, Text *rest) {
    size_t comma = text_find(parts, TEXT(","));
    *rest = comma == SIZE_MAX ? TEXT("") : text_trim(text_after(parts, comma + 1));
    return text_trim(comma == SIZE_MAX ? parts : text_slice(parts, 0, comma));
}

/* `分 1/10`: the word, and its share of the greater unit. */
static bool read_part(Text part, Text *word, Ratio *share) {
    size_t space = text_find(part, TEXT(" "));
    *word = space == SIZE_MAX ? part : text_slice(part, 0, space);
    *share = ratio_make(0, 0);
    Text unit;
    return space == SIZE_MAX || (!conversion_parse(text_after(part, space + 1), share, &unit) && ratio_exists(*share));
}

size_t conversion_part(Text parts, Text sentence, size_t at, Ratio *share) {
    Text word;
    while (parts.length) {
        Text part = first_part(parts, &parts);
        if (read_part(part, &word, share) && text_starts(text_after(sentence, at), word)) {
            return at + word.length;
        }
    }
    return 0;
}

bool conversion_parts_valid(Text parts) {
    bool valid = true;
    while (parts.length && valid) {
        Text word;
        Ratio share;
        valid = read_part(first_part(parts, &parts), &word, &share) && word.length;
    }
    return valid;
}

/* Where a factor holds only for some time, the day must be known. */
static bool holds_on(const Unit *unit, Day when) {
    bool begun = !unit->from.year || (when.year && day_compare(day_first(unit->from), day_last(when)) <= 0);
    bool ended = unit->to.year && (!when.year || day_compare(day_last(unit->to), day_first(when)) < 0);
    return begun && !ended;
}

static Text convert(Text decimal, Ratio factor, Arena *arena) {
    Numeral numeral;
    bool negative = text_starts(decimal, TEXT("-"));
    Text digits = text_after(decimal, negative);
    if (!digits.length || numeral_arabic(digits, 0, &numeral) != digits.length) {
        return TEXT("");
    }
    Ratio product = ratio_multiply(numeral.value, factor);
    Text text = ratio_exists(product) ? ratio_format(arena, product) : TEXT("");
    return negative && text.length ? text_join(arena, TEXT("-"), text) : text;
}

Converted conversion_of(const NumberMention *number, Day when, Arena *arena) {
    const Unit *unit = number->measure;
    if (!unit || !unit->into.length || !holds_on(unit, when)) {
        return (Converted){0};
    }
    Converted converted = {.value = convert(number->value, unit->factor, arena),
                           .minimum = convert(number->minimum, unit->factor, arena),
                           .maximum = convert(number->maximum, unit->factor, arena)};
    bool whole = converted.value.length || (converted.minimum.length && converted.maximum.length);
    converted.unit = whole ? unit->into : TEXT("");
    return whole ? converted : (Converted){0};
}
