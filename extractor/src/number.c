/* Numbers in texts: where a language's reading becomes a mention, a range, a bound. Knows no words of either language.
 */
#include "number_scan.h"

void number_scan(Lang lang, Text text, const Lexicon *lexicon, Arena *arena, NumberMentions *out) {
    NumberScanner scanner = {
        .text = text, .lexicon = lexicon, .book = lexicon_wordbook(lexicon), .arena = arena, .out = out};
    if (lang == LANG_ZH) {
        number_scan_zh(&scanner);
    } else {
        number_scan_en(&scanner);
    }
}

const char *qualifier_name(Qualifier qualifier) {
    static const char *const names[] = {"exactly", "atLeast", "atMost", "about"};
    return names[qualifier];
}

static bool is_value(const NumberMention *mention, Qualifier qualifier) {
    return mention->value.length > 0 && mention->qualifier == qualifier;
}

/* Makes one range of a lower and an upper bound; `order` compares the first value with the second. */
static bool join_bounds(NumberMention *first, const NumberMention *second, int order) {
    bool rising = is_value(first, QUALIFIER_AT_LEAST) && is_value(second, QUALIFIER_AT_MOST);
    bool falling = is_value(first, QUALIFIER_AT_MOST) && is_value(second, QUALIFIER_AT_LEAST);
    Text low = rising ? first->value : second->value;
    Text high = rising ? second->value : first->value;
    if ((!rising || order >= 0) && (!falling || order <= 0)) {
        return false;
    }
    *first = (NumberMention){.span = {first->span.begin, second->span.end},
                             .digits = {first->digits.begin, second->digits.end},
                             .minimum = low,
                             .maximum = high,
                             .unit = second->unit,
                             .measure = second->measure,
                             .unit_is_classifier = second->unit_is_classifier};
    return true;
}

void number_push(NumberScanner *scanner, const Measure *measure, bool joined) {
    NumberMention mention = {.span = {measure->begin, measure->end},
                             .digits = measure->digits,
                             .qualifier = measure->qualified       ? measure->qualifier
                                          : measure->numeral.vague ? QUALIFIER_AT_LEAST
                                                                   : QUALIFIER_EXACTLY,
                             .unit = measure->unit,
                             .measure = measure->known,
                             .ordinal = measure->numeral.ordinal,
                             .unit_is_classifier = measure->classifier};
    Text value = ratio_format(scanner->arena, measure->numeral.value);
    if (ratio_exists(measure->high)) {
        mention.minimum = value;
        mention.maximum = ratio_format(scanner->arena, measure->high);
    } else {
        mention.value = value;
    }
    NumberMentions *out = scanner->out;
    int order = ratio_compare(scanner->last, measure->numeral.value);
    scanner->last = measure->numeral.value;
    if (joined && out->count > 0 && join_bounds(&out->items[out->count - 1], &mention, order)) {
        return;
    }
    *VECTOR_PUSH(scanner->arena, out) = mention;
}

bool number_range(Measure *low, const Measure *high) {
    Ratio from = low->numeral.value;
    Ratio to = high->numeral.value;
    bool single = !ratio_exists(low->high) && !ratio_exists(high->high);
    if (!single || low->numeral.ordinal != high->numeral.ordinal || low->numeral.percent > high->numeral.percent + 1) {
        return false;
    }
    int64_t scale = high->numeral.scale;
    if (low->unit.length == 0 && low->numeral.scale < scale && scale >= 100) {
        Ratio scaled = ratio_multiply(from, ratio_of(scale));
        if (ratio_exists(scaled) && ratio_compare(scaled, to) < 0) {
            from = scaled;
        }
    }
    if (ratio_compare(from, to) >= 0) {
        return false;
    }
    low->numeral.value = from;
    low->high = to;
    return true;
}

size_t number_qualifier(Text text, size_t at, const QualifierWord *words, bool nocase, Qualifier *out) {
    size_t best = 0;
    for (; words->word; words++) {
        size_t length = nocase ? text_has_nocase(text, at, words->word) : text_has(text, at, words->word);
        if (length > best) {
            best = length;
            *out = words->qualifier;
        }
    }
    return best ? at + best : 0;
}
