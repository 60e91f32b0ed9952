/* English dates in numbers and months: 29 March 1956, the 1950s, the third quarter. What counts from the reference date
 * is date_en_relative.c's. */
#include "date_en.h"

#include "numeral_words.h"

static bool is_digit_at(Text text, size_t at) {
    return at < text.length && text.at[at] >= '0' && text.at[at] <= '9';
}

/* A year after a day or month: "1956", ", 1956", "of 1956", "of 87"; `short_form`: also "-74". */
static size_t read_year_after(const DateReader *reader, size_t at, bool short_form, int *year) {
    Text text = reader->text;
    size_t begin = date_en_gap(text, at, ",-/");
    size_t of = date_en_skip(text, begin, "of");
    of = of == begin ? date_en_skip(text, begin, "in") : of;
    bool linked = of > begin;
    begin = linked ? of : begin;
    size_t end = begin > at ? date_en_year(text, begin, year) : 0;
    static const char *const years[] = {"this year", "last year", "next year", NULL};
    size_t which = 0;
    size_t named = begin > at && reader->reference.year ? date_en_phrase(text, begin, years, &which) : 0;
    if (named) {
        *year = reader->reference.year + (which == 1 ? -1 : which == 2);
        return named;
    }
    char mark = begin > 0 && begin < text.length ? text.at[begin - 1] : ' ';
    bool two = is_digit_at(text, begin) && is_digit_at(text, begin + 1) && !is_digit_at(text, begin + 2);
    bool marked = short_form && (mark == '-' || mark == '/');
    if (end == 0 && two && (linked || marked) && reader->reference.year) {
        *year = calendar_full_year((text.at[begin] - '0') * 10 + (text.at[begin + 1] - '0'), reader->reference.year);
        end = begin + 2;
    }
    return end;
}

/* Words before which "may" and "march" are months. */
static bool tells_date(Text word) {
    static const char *const words[] = {"in",   "of",    "during",  "since",  "by",    "until", "till",
                                        "from", "to",    "between", "this",   "next",  "last",  "early",
                                        "late", "mid",   "through", "before", "after", "the",   "and",
                                        "year", "about", "around",  "on",     "past",  NULL};
    for (const char *const *one = words; *one; one++) {
        if (number_word_is(word, *one)) {
            return true;
        }
    }
    return false;
}

/* May and March alone are also a verb each. */
static bool is_month_alone(Text text, size_t begin, size_t end, int month) {
    static const char *const links[] = {"to", "through", "until", "till", "-", NULL};
    size_t which;
    size_t link = date_en_phrase(text, numeral_spaces(text, end), links, &which);
    int other;
    if (link && date_en_month(text, numeral_spaces(text, link), &other)) {
        return true;
    }
    Text before = date_en_word_before(text, begin);
    bool capital = text.at[begin] >= 'A' && text.at[begin] <= 'Z';
    bool only = begin == 0 && end >= text.length;
    bool abbreviation = end - begin == 3 && month != 5;
    bool to_go = number_word_is(before, "to") || number_word_is(before, "the") || number_word_is(before, "and");
    if (month == 5 || (month == 3 && !capital)) {
        return only || (tells_date(before) && (capital || !to_go));
    }
    return !number_word_is(before, "Long") && (!abbreviation || month != 3 || tells_date(before));
}

static size_t join_year(const DateReader *reader, size_t end, bool short_form, Stretch *out) {
    int year;
    size_t next = read_year_after(reader, end, short_form, &year);
    if (next) {
        out->from.year = year;
    }
    return next ? next : end;
}

/* March 29th, 1956; Oct-2; Feb 26-28, 1956; March. */
static size_t read_month_first(const DateReader *reader, size_t at, Stretch *out) {
    Text text = reader->text;
    int month;
    int day;
    size_t end = date_en_starts_word(text, at) ? date_en_month(text, at, &month) : 0;
    if (end == 0) {
        return 0;
    }
    size_t begin = date_en_skip(text, date_en_gap(text, end, ".-/"), "the");
    begin = date_en_skip(text, begin, "between");
    int year;
    size_t number = date_en_year(text, begin, &year) ? 0 : date_en_day(text, begin, &day);
    if (number) {
        *out = (Stretch){.from = {0, month, day}};
        int last;
        size_t dash = date_en_gap(text, number, "-~");
        bool linked = dash > number && (text.at[number] == '-' || text.at[number] == '~');
        size_t second = linked ? date_en_day(text, dash, &last) : 0;
        size_t after = second ? read_year_after(reader, second, false, &year) : 0;
        if (second && last > day) {
            Stretch high = {.from = {after ? year : 0, month, last}};
            return date_join(reader, *out, high, out) ? (after ? after : second) : 0;
        }
        return join_year(reader, number, false, out);
    }
    *out = (Stretch){.from = {0, month, 0}};
    size_t full = join_year(reader, end, false, out);
    return full > end || is_month_alone(text, at, end, month) ? full : 0;
}

/* 29 March 1956, the 15th of February, 9 to 12 of June, 2 and 7 Feb. */
static size_t read_day_first(const DateReader *reader, size_t at, Stretch *out) {
    Text text = reader->text;
    int day;
    int month;
    size_t begin = date_en_skip(text, at, "the");
    size_t number = date_en_starts_word(text, at) ? date_en_day(text, begin, &day) : 0;
    if (number == 0) {
        return 0;
    }
    size_t of = date_en_skip(text, date_en_skip(text, date_en_gap(text, number, "-/"), "day"), "of");
    size_t end = date_en_month(text, of, &month);
    if (end) {
        *out = (Stretch){.from = {0, month, day}};
        return join_year(reader, end, true, out);
    }
    return 0;
}

/* 2019-sep-1, 2016 june, 2016 , nov; 2018Q4, 2016 H2. */
static size_t read_year_first(const DateReader *reader, size_t at, Stretch *out) {
    Text text = reader->text;
    int year;
    int month;
    int day;
    size_t end = 0;
    for (int i = 0, value = 0; i < 4 && is_digit_at(text, at + (size_t)i); i++) {
        value = value * 10 + (text.at[at + (size_t)i] - '0');
        year = value;
        end = i == 3 ? at + 4 : 0;
    }
    if (end == 0 || !date_en_starts_word(text, at) || is_digit_at(text, end) || year < 1000 || year > 2199) {
        return 0;
    }
    size_t begin = date_en_gap(text, end, "-/,");
    size_t name = date_en_month(text, begin, &month);
    if (name) {
        size_t mark = date_en_gap(text, name, "-/");
        size_t number = mark > name && text.at[end] != ' ' ? date_en_day(text, mark, &day) : 0;
        *out = (Stretch){.from = {year, month, number ? day : 0}};
        return number ? number : name;
    }
    char letter = begin < text.length ? (char)(text.at[begin] | 32) : ' ';
    int part = is_digit_at(text, begin + 1) && !is_digit_at(text, begin + 2) ? text.at[begin + 1] - '0' : 0;
    bool quarter = letter == 'q' && part >= 1 && part <= 4;
    bool half = letter == 'h' && part >= 1 && part <= 2;
    if (!quarter && !half) {
        return 0;
    }
    int length = quarter ? 3 : 6;
    *out = calendar_months(year, length * (part - 1) + 1, length * part);
    return begin + 2;
}

/* The quarter or half that lies last before the reference or next after it, or that of the year told after it. */
static size_t finish_part(const DateReader *reader, size_t end, int length, int part, Stretch *out) {
    Text text = reader->text;
    int year;
    size_t begin = date_en_skip(text, numeral_spaces(text, end), "of");
    begin = date_en_skip(text, begin, "in");
    size_t next = begin > end ? date_en_year(text, begin, &year) : 0;
    if (!next && !reader->reference.year) {
        return 0;
    }
    if (!next) {
        Day today = reader->reference;
        year = reader->ahead ? today.year + (length * part < today.month)
                             : today.year - (length * (part - 1) + 1 > today.month);
        static const char *const years[] = {"this year", "last year", "next year", NULL};
        size_t which = 0;
        size_t named = begin > end ? date_en_phrase(text, begin, years, &which) : 0;
        if (named) {
            year = reader->reference.year + (which == 1 ? -1 : which == 2);
            next = named;
        }
    }
    *out = calendar_months(year, length * (part - 1) + 1, length * part);
    return next ? next : end;
}

/* Q3, H1 2016, the third quarter of 1956, the first half of the year. */
static size_t read_part(const DateReader *reader, size_t at, Stretch *out) {
    static const char *const quarters[] = {"quarter", "qtr", NULL};
    Text text = reader->text;
    size_t index;
    size_t begin = date_en_skip(text, at, "the");
    char letter = begin < text.length ? text.at[begin] : ' ';
    bool code = is_digit_at(text, begin + 1) && !is_digit_at(text, begin + 2) && date_en_starts_word(text, begin);
    int part = code ? text.at[begin + 1] - '0' : 0;
    if ((letter == 'Q' && part >= 1 && part <= 4) || (letter == 'H' && part >= 1 && part <= 2)) {
        return finish_part(reader, begin + 2, letter == 'Q' ? 3 : 6, part, out);
    }
    size_t number = date_en_starts_word(text, at) ? date_en_day(text, begin, &part) : 0;
    size_t word = number ? numeral_spaces(text, number) : 0;
    size_t end = number && part <= 4 ? date_en_phrase(text, word, quarters, &index) : 0;
    if (end) {
        return finish_part(reader, end, 3, part, out);
    }
    static const char *const halves[] = {"half of the year", "half of this year", "half year", "half of", NULL};
    end = number && part <= 2 ? date_en_phrase(text, word, halves, &index) : 0;
    int year;
    if (end && index == 3) {
        size_t spaced = numeral_spaces(text, end);
        size_t whole = date_en_year(text, spaced, &year);
        return whole ? finish_part(reader, end, 6, part, out) : 0;
    }
    return end ? finish_part(reader, end, 6, part, out) : 0;
}

static const char *const decades[] = {"twenties",  "thirties", "forties",  "fifties",   "sixties",
                                      "seventies", "eighties", "nineties", "noughties", NULL};

/* the 1980s, 1990 s, the '40s, the seventies, the nineteen fifties. */
static size_t read_decade(const DateReader *reader, size_t at, Stretch *out) {
    Text text = reader->text;
    size_t begin = date_en_skip(text, at, "the");
    bool article = begin > at;
    size_t digits = begin + (begin < text.length && text.at[begin] == '\'');
    int value = 0;
    size_t end = digits;
    while (is_digit_at(text, end) && end < digits + 5) {
        value = value * 10 + (text.at[end++] - '0');
    }
    size_t width = end - digits;
    size_t sign = end < text.length && text.at[end] == '\''                ? end + 1
                  : width == 4 && end < text.length && text.at[end] == ' ' ? end + 1
                                                                           : end;
    bool plural = date_en_is_word(text, sign, "s") && value % 10 == 0 && date_en_starts_word(text, begin);
    if (plural && (width == 4 || (width == 2 && article && reader->reference.year))) {
        int year = width == 4 ? value : calendar_full_year(value, reader->reference.year);
        *out = year % 100 == 0 && width == 4 && year != 2000 ? calendar_years(year, year + 99) : calendar_decade(year);
        return sign + 1;
    }
    int century = 0;
    size_t name = begin;
    Text word = numeral_word(text, begin);
    const NumberWord *first = number_word_cardinal(word);
    if (first && first->value >= 10 && first->value < 20) {
        century = (int)first->value * 100;
        name = number_word_next(text, begin + word.length);
    }
    static const char *const thousands[] = {"two thousands", "two thousand and tens", "two thousand tens", NULL};
    size_t index;
    size_t special = date_en_starts_word(text, at) ? date_en_phrase(text, begin, thousands, &index) : 0;
    if (special) {
        *out = calendar_decade(index == 0 ? 2000 : 2010);
        return special;
    }
    size_t last = name < text.length && date_en_starts_word(text, at) && (article || century)
                      ? date_en_phrase(text, name, decades, &index)
                      : 0;
    if (last == 0 || !reader->reference.year) {
        return 0;
    }
    int tens = index == 8 ? 0 : ((int)index + 2) * 10;
    *out = calendar_decade(century ? century + tens : calendar_full_year(tens, reader->reference.year));
    return last;
}

/* the nineteenth century, 15th century. */
static size_t read_century(const DateReader *reader, size_t at, Stretch *out) {
    Text text = reader->text;
    int number;
    size_t end = date_en_starts_word(text, at) ? date_en_day(text, at, &number) : 0;
    size_t word = end ? date_en_gap(text, end, "-") : 0;
    if (end == 0 || number < 10 || !date_en_is_word(text, word, "century")) {
        return 0;
    }
    *out = calendar_century(number);
    return word + 7;
}

/* A year alone needs a word before it that tells, and no thing counted after it. */
static size_t read_year_alone(const DateReader *reader, size_t at, Stretch *out) {
    Text text = reader->text;
    static const char *const follow[] = {
        "and",  "or",    "to",    "the",    "a",    "in",      "on",    "at",    "was",   "were",
        "is",   "for",   "by",    "with",   "as",   "when",    "but",   "that",  "which", "had",
        "has",  "will",  "after", "before", "from", "through", "till",  "until", "over",  "compared",
        "than", "there", "they",  "it",     "he",   "she",     "we",    "this",  "alone", "only",
        "thru", "who",   "would", "did",    "are",  "have",    "while", "where", NULL};
    int year;
    size_t end = date_en_year(text, at, &year);
    if (end == 0 || !tells_date(date_en_word_before(text, at)) ||
        number_word_is(date_en_word_before(text, at), "the")) {
        return 0;
    }
    Text next = numeral_word(text, numeral_spaces(text, end));
    size_t index;
    bool counted =
        next.length > 0 && next.at[0] >= 'a' && date_en_phrase(text, numeral_spaces(text, end), follow, &index) == 0;
    bool code = end < text.length && (text.at[end] == '%' || text.at[end] == '/');
    if (counted || code) {
        return 0;
    }
    *out = (Stretch){.from = {year, 0, 0}};
    return end;
}

static size_t read_numeric(const DateReader *reader, size_t at, Stretch *out) {
    Day day;
    size_t end = date_numeric(reader->text, at, &day);
    if (end) {
        *out = (Stretch){.from = day};
    }
    return end;
}

static size_t read_holiday(const DateReader *reader, size_t at, Stretch *out) {
    Day day;
    size_t end = date_en_holiday(reader->text, at, &day);
    if (end == 0) {
        return 0;
    }
    *out = (Stretch){.from = day};
    return join_year(reader, end, false, out);
}

size_t date_en_calendar(const DateReader *reader, size_t at, Stretch *out) {
    static const struct {
        unsigned opens;
        size_t (*read)(const DateReader *reader, size_t at, Stretch *out);
    } readers[] = {{OPENS_EN_NUMERAL, read_numeric},    {OPENS_EN_HOLIDAY, read_holiday},
                   {OPENS_EN_NUMERAL, read_year_first}, {OPENS_EN_NUMERAL | OPENS_EN_DECADE, read_decade},
                   {OPENS_EN_NUMERAL, read_century},    {OPENS_EN_NUMERAL | OPENS_EN_PART, read_part},
                   {OPENS_EN_NUMERAL, read_day_first},  {OPENS_EN_MONTH, read_month_first},
                   {OPENS_EN_NUMERAL, read_year_alone}};
    unsigned opens = date_en_opens(reader, at);
    size_t end = 0;
    for (size_t i = 0; end == 0 && i < sizeof readers / sizeof *readers; i++) {
        end = opens & readers[i].opens ? readers[i].read(reader, at, out) : 0;
    }
    return end;
}

void date_en_calendar_wordbook(Wordbook *book) {
    static const char *const parts[] = {"Q", "H", NULL};
    wordbook_add_all_english(book, OPENS_EN_PART, parts);
    wordbook_add_all_english(book, OPENS_EN_DECADE, decades);
    wordbook_add_english(book, OPENS_EN_DECADE, TEXT("'"));
}
