/* Chinese amounts told in a unit and its smaller ones, 一亩七分 or 三石五斗, become one number of the greater unit.
 * Which units are parts of which, units.tsv says. */
#include "conversion.h"
#include "date_scan.h"
#include "number_zh_words.h"

/* 七分, or 零七厘, behind 一亩: the byte after it, or 0; `share` is what it adds to the amount. */
static size_t read_part(const NumberScanner *scanner, size_t at, const Unit *whole, Ratio *share) {
    Text text = scanner->text;
    size_t begin = numeral_spaces(text, at);
    Numeral numeral;
    begin += text_has(text, begin, "零") ? 3 : 0;
    size_t unit = numeral_zh(text, begin, &numeral);
    if (unit == 0 || numeral.vague || numeral.fraction || ratio_exists(numeral.high)) {
        return 0;
    }
    size_t end = conversion_part(whole->parts, text, unit, share);
    if (end == 0 || number_zh_false_unit(scanner->book, text, (Span){unit, end})) {
        return 0;
    }
    *share = ratio_multiply(numeral.value, *share);
    return end;
}

size_t number_zh_parts(const NumberScanner *scanner, Measure *measure) {
    const Unit *whole = measure->known;
    bool plain = whole && whole->parts.length && !ratio_exists(measure->high) && !measure->numeral.vague;
    size_t end = measure->end;
    Ratio share;
    for (size_t next; plain && (next = read_part(scanner, end, whole, &share)) != 0; end = next) {
        if (ratio_exists(share) && ratio_compare(share, ratio_of(1)) >= 0) {
            break;
        }
        measure->numeral.value =
            ratio_exists(share) ? ratio_add(measure->numeral.value, share) : measure->numeral.value;
    }
    return end;
}
