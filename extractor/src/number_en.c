/* Numbers in English sentences: which numerals count something, with what unit, bound or range. How numerals are read
 * is numeral_en.c's. */
#include "date_scan.h"
#include "number_scan.h"
#include "numeral_words.h"

static bool is_inside(Text text, size_t at) {
    return at > 0 && at < text.length && (is_ascii_letter(text.at[at - 1]) || is_ascii_digit(text.at[at - 1])) &&
           (is_ascii_letter(text.at[at]) || is_ascii_digit(text.at[at]));
}

static bool is_one_of(Text word, const char *const *words) {
    for (; *words; words++) {
        if (number_word_is(word, *words)) {
            return true;
        }
    }
    return false;
}

/* The word that ends before `at`, spaces aside. */
static Text word_before(Text text, size_t at) {
    size_t end = at;
    while (end > 0 && text.at[end - 1] == ' ') {
        end--;
    }
    size_t begin = end;
    while (begin > 0 && is_ascii_letter(text.at[begin - 1])) {
        begin--;
    }
    return text_slice(text, begin, end);
}

/* "the one", "one another", "one of the", "no one" count nothing. */
static bool is_pronoun(Text text, size_t begin, size_t end) {
    static const char *const left[] = {"the", "this",    "that",  "which", "each", "every",    "any",
                                       "no",  "another", "first", "last",  "next", "previous", "new",
                                       "old", "other",   "only",  "such",  NULL};
    static const char *const right[] = {"of",  "another", "who", "that", "which", "should",  "must",  "can", "may",
                                        "day", "by",      "s",   "is",   "has",   "another", "after", NULL};
    if (!number_word_is(text_slice(text, begin, end), "one")) {
        return false;
    }
    size_t next = numeral_spaces(text, end);
    bool apostrophe = next < text.length && text.at[next] == '\'';
    Text previous = word_before(text, begin);
    bool last = next >= text.length || text.at[next] == '.' || text.at[next] == '?' || text.at[next] == ',';
    return is_one_of(previous, left) || is_one_of(numeral_word(text, next), right) || apostrophe ||
           (last && previous.length > 0 && !number_word_is(previous, "is") && !number_word_is(previous, "to"));
}

/* "first half", "half-hearted", "the second" of time, "at first". */
static bool is_other(Text text, size_t begin, size_t end) {
    static const char *const halves[] = {"first", "second", "latter", "other", "better", "past", NULL};
    static const char *const idle[] = {"at", NULL};
    Text word = text_slice(text, begin, end);
    Text previous = word_before(text, begin);
    if (number_word_is(word, "half") || number_word_is(word, "quarter")) {
        bool hyphen = end < text.length && text.at[end] == '-';
        bool unit = hyphen && (number_word_is(numeral_word(text, end + 1), "litre") ||
                               number_word_is(numeral_word(text, end + 1), "liter"));
        size_t next = numeral_spaces(text, end);
        bool counted = number_word_is(numeral_word(text, next), "of") || number_word_is(word, "half");
        return is_one_of(previous, halves) || (hyphen ? !unit : !counted);
    }
    static const char *const movements[] = {"anti", "self", NULL};
    bool movement = end < text.length && text.at[end] == '-' && is_one_of(numeral_word(text, end + 1), movements);
    return movement || (number_word_is(word, "first") && is_one_of(previous, idle));
}

static size_t read_percent(Text text, size_t at) {
    static const char *const words[] = {"percent", "percents", "percentage", NULL};
    size_t begin = numeral_spaces(text, at);
    begin += begin < text.length && text.at[begin] == '-';
    if (begin < text.length && text.at[begin] == '%') {
        return begin + 1;
    }
    Text word = numeral_word(text, begin);
    if (is_one_of(word, words)) {
        size_t next = number_word_next(text, begin + word.length);
        Text points = next < text.length ? numeral_word(text, next) : (Text){0};
        bool point =
            number_word_is(word, "percentage") && (number_word_is(points, "points") || number_word_is(points, "point"));
        return point ? 0 : begin + word.length;
    }
    size_t cent = number_word_is(word, "per") ? number_word_next(text, begin + word.length) : text.length;
    return cent < text.length && number_word_is(numeral_word(text, cent), "cent") ? cent + 4 : 0;
}

/* "a five-member delegation", "a 20-man team": what is counted stands behind; the end of the word, or 0. */
static size_t read_head_count(Text text, size_t at) {
    static const char *const counted[] = {"member", "man", "woman", "person", "strong", NULL};
    bool hyphen = at < text.length && text.at[at] == '-';
    Text word = hyphen ? numeral_word(text, at + 1) : (Text){0};
    return word.length && is_one_of(word, counted) ? at + 1 + word.length : 0;
}

/* The unit after a number, after a space or a hyphen at most, perhaps in brackets; sets the end. */
static void read_unit(const NumberScanner *scanner, size_t at, Measure *measure) {
    Text text = scanner->text;
    measure->end = at;
    size_t percent = read_percent(text, at);
    if (percent) {
        measure->unit = TEXT("%");
        measure->end = percent;
        return;
    }
    size_t heads = measure->numeral.ordinal ? 0 : read_head_count(text, at);
    if (heads) {
        measure->unit = text_slice(text, at + 1, heads);
        measure->classifier = true;
        measure->end = heads;
        return;
    }
    size_t begin = at;
    size_t length;
    if (begin < text.length && (text.at[begin] == ' ' || text.at[begin] == '-')) {
        begin = numeral_spaces(text, begin + 1);
    }
    if (measure->numeral.ordinal || begin >= text.length) {
        return;
    }
    if (measure->numeral.fraction && number_word_is(numeral_word(text, begin), "of")) {
        size_t article = number_word_next(text, begin + 2);
        bool indefinite = article < text.length && number_word_is(numeral_word(text, article), "a");
        begin = indefinite ? number_word_next(text, article + 1) : begin;
    }
    if (begin >= text.length) {
        return;
    }
    bool bracket = text.at[begin] == '[' || text.at[begin] == '{';
    const Unit *unit = lexicon_unit(scanner->lexicon, LANG_EN, text, begin + bracket, &length);
    size_t close = unit ? begin + bracket + length : 0;
    bool closed = close < text.length && (text.at[close] == ']' || text.at[close] == '}');
    if (unit && (!bracket || closed)) {
        measure->unit = text_slice(text, begin + bracket, begin + bracket + length);
        measure->known = unit;
        measure->classifier = unit->classifier;
        measure->end = begin + length + 2 * bracket;
    }
}

/* A minus sign that is no dash between two things. */
static size_t read_minus(Text text, size_t at) {
    bool free = at == 0 || text.at[at - 1] == ' ' || text.at[at - 1] == '(';
    bool sign =
        text.at[at] == '-' && at + 1 < text.length && (is_ascii_digit(text.at[at + 1]) || text.at[at + 1] == '.');
    return free && sign ? at + 1 : 0;
}

/* "45 (forty five)": the same number said twice. */
static size_t read_repeated(Text text, size_t at, const Numeral *numeral) {
    Numeral again;
    size_t open = numeral_spaces(text, at);
    if (open >= text.length || text.at[open] != '(') {
        return at;
    }
    size_t end = numeral_en(text, open + 1, &again);
    bool same = end && end < text.length && text.at[end] == ')' && ratio_compare(again.value, numeral->value) == 0;
    return same ? end + 1 : at;
}

/* One number with its unit, from `at`; false: none. */
static bool read_measure(const NumberScanner *scanner, size_t at, Measure *measure) {
    Text text = scanner->text;
    if (at >= text.length || is_inside(text, at)) {
        return false;
    }
    size_t minus = read_minus(text, at);
    size_t begin = minus ? minus : at;
    size_t end = numeral_en(text, begin, &measure->numeral);
    if (end == 0 || is_other(text, begin, end)) {
        return false;
    }
    if (minus) {
        measure->numeral.value = ratio_multiply(measure->numeral.value, ratio_of(-1));
    }
    measure->begin = at;
    measure->digits = (Span){at, end};
    read_unit(scanner, read_repeated(text, end, &measure->numeral), measure);
    bool clings = is_ascii_letter(text.at[end - 1]) || end >= text.length || !is_ascii_letter(text.at[end]);
    return clings || measure->end > end;
}

static const char *const dashes[] = {"-", "–", "—", "~", " - ", " – ", NULL};

static size_t read_link(Text text, size_t at, bool between) {
    size_t dash = between ? 0 : numeral_any(text, at, dashes);
    size_t word = number_word_next(text, at);
    if (dash || word >= text.length) {
        return dash;
    }
    const char *link = between ? "and" : "to";
    return number_word_is(numeral_word(text, word), link) ? numeral_spaces(text, word + text_from(link).length) : 0;
}

/* "two or three hundred": neighbours, in words. */
static size_t read_or(Text text, const Measure *low, Measure *high, const NumberScanner *scanner) {
    size_t word = number_word_next(text, low->end);
    bool or = word < text.length && number_word_is(numeral_word(text, word), "or");
    size_t next = or ? numeral_spaces(text, word + 2) : 0;
    if (next == 0 || low->numeral.arabic || low->unit.length || !read_measure(scanner, next, high)) {
        return 0;
    }
    Ratio above = ratio_divide(high->numeral.value, ratio_of(high->numeral.scale));
    return ratio_compare(above, ratio_add(low->numeral.value, ratio_of(1))) == 0 ? high->end : 0;
}

/* "from 70 tons to 90 tons": two amounts, each with its unit, of what has changed. */
static bool is_change(Text text, const Measure *low) {
    return low->unit.length && text_ends(text_slice(text, 0, low->digits.begin), TEXT(" from "));
}

/* The number after "to" or a dash, which makes a range of the one before. */
static bool read_range(const NumberScanner *scanner, Measure *measure, bool between) {
    size_t next = read_link(scanner->text, measure->end, between);
    Measure high = {.end = 0};
    bool or = next == 0 && !between && read_or(scanner->text, measure, &high, scanner) != 0;
    if (! or &&(next == 0 || !read_measure(scanner, next, &high))) {
        return false;
    }
    bool units = measure->unit.length == 0 || text_equal_nocase(measure->unit, high.unit);
    bool figures = measure->numeral.arabic == high.numeral.arabic || scanner->text.at[measure->end] == ' ';
    bool spelled = !measure->numeral.arabic && ratio_is(measure->numeral.value, 0); /* three-nought-four */
    if (!units || !figures || spelled || is_change(scanner->text, measure) || !number_range(measure, &high)) {
        return false;
    }
    measure->unit = high.unit;
    measure->classifier = high.classifier;
    measure->digits.end = high.digits.end;
    measure->end = high.end;
    return true;
}

/* Does another bound begin at `at`: "or less than 6000"? */
static bool is_bound(Text text, size_t at) {
    Qualifier qualifier;
    Numeral numeral;
    size_t end = number_en_before(text, at, &qualifier);
    return end && numeral_en(text, numeral_spaces(text, end), &numeral) != 0;
}

/* "200 or more", "more than 200 or equal to", and the end of the expression. */
static void read_after(Text text, Measure *measure) {
    static const QualifierWord equal[] = {{" or equal to", QUALIFIER_EXACTLY}, {NULL, QUALIFIER_EXACTLY}};
    Qualifier qualifier;
    Numeral next;
    size_t end = number_en_after(text, measure->end, &qualifier);
    bool bound = end && is_bound(text, measure->end + text_from(" or ").length);
    if (end && !bound && !is_inside(text, end)) {
        measure->end = end;
        measure->qualifier = qualifier;
        measure->qualified = true;
        return;
    }
    end = measure->qualified ? number_qualifier(text, measure->end, equal, true, &qualifier) : 0;
    if (end && numeral_en(text, numeral_spaces(text, end), &next) == 0) {
        measure->end = end;
    }
}

/* "handed over 5 tons", "took over 20 mills": "over" goes with the verb, and says nothing about the number. */
static bool is_of_verb(Text text, size_t at) {
    static const char *const verbs[] = {"hand",    "hands", "handed", "handing", "turn",  "turns",  "turned",
                                        "turning", "take",  "takes",  "took",    "taken", "taking", "win",
                                        "won",     "sign",  "signed", "made",    "given", "gave",   NULL};
    return number_word_is(numeral_word(text, at), "over") && is_one_of(word_before(text, at), verbs);
}

/* The qualifying words at `at`, with the space and the "the" after them; 0: none. */
static size_t read_before(Text text, size_t at, Measure *measure) {
    size_t end = is_inside(text, at) ? 0 : number_en_before(text, at, &measure->qualifier);
    if (end == 0 || is_inside(text, end) || is_of_verb(text, at)) {
        return 0;
    }
    end = numeral_spaces(text, end);
    return number_word_is(numeral_word(text, end), "the") ? numeral_spaces(text, end + 3) : end;
}

/* The whole expression from `at`. */
static bool read_expression(const NumberScanner *scanner, size_t at, Measure *measure) {
    Text text = scanner->text;
    *measure = (Measure){.end = 0};
    Day day;
    if (date_numeric(text, at, &day) && day.day) {
        return false;
    }
    Text word = is_inside(text, at) ? (Text){0} : numeral_word(text, at);
    bool from = number_word_is(word, "from");
    bool between = number_word_is(word, "between");
    size_t prefix = from || between ? 0 : read_before(text, at, measure);
    measure->qualified = prefix != 0;
    size_t begin = from || between ? numeral_spaces(text, at + word.length) : prefix ? prefix : at;
    if (!read_measure(scanner, begin, measure)) {
        return false;
    }
    bool range = read_range(scanner, measure, between);
    if (!range && from) {
        Measure low = *measure;
        range = read_link(text, low.end, true) != 0 && read_range(scanner, measure, true);
    }
    if (((from || between) && !range) ||
        (!prefix && !range && is_pronoun(text, measure->digits.begin, measure->digits.end))) {
        return false;
    }
    measure->begin = at;
    read_after(text, measure);
    return true;
}

/* Is there nothing but "and" or "but" between two bounds? */
static bool is_joined(Text text, size_t last, size_t at) {
    if (last == SIZE_MAX) {
        return false;
    }
    Text gap = text_trim(text_slice(text, last, at));
    return number_word_is(gap, "and") || number_word_is(gap, "but");
}

/* Can an expression begin here? The end of the word, or of the other character, goes to *end. */
static bool may_start(const NumberScanner *scanner, size_t at, size_t *end) {
    size_t ignored;
    unsigned opens = wordbook_opens_english(scanner->book, scanner->text, at, end);
    if (opens & OPENS_EN_ONE) { /* "a half", "a minimum of" */
        opens = wordbook_opens_english(scanner->book, scanner->text, number_word_next(scanner->text, *end), &ignored);
    }
    return opens & (OPENS_EN_NUMERAL | OPENS_EN_QUALIFIER | OPENS_EN_RANGE);
}

void number_scan_en(NumberScanner *scanner) {
    Text text = scanner->text;
    size_t last = SIZE_MAX;
    size_t at = 0;
    while (at < text.length) {
        Measure measure;
        if (is_ascii_letter(text.at[at]) && is_inside(text, at)) {
            at++;
            continue;
        }
        size_t end;
        if (!may_start(scanner, at, &end)) {
            at = end;
            continue;
        }
        if (read_expression(scanner, at, &measure)) {
            number_push(scanner, &measure, is_joined(text, last, at));
            at = last = measure.end;
        } else {
            Day day;
            size_t date = date_numeric(text, at, &day);
            at = date ? date : utf8_next(text, at);
        }
    }
}
