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
