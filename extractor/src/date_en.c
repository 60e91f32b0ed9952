/* English dates: the order in which readings are tried, and ranges of two of them. */
#include "date_en.h"

#include "numeral_words.h"

#include <string.h>

enum { LONGEST_PLAN = 120 }; /* how far back, in bytes, a word such as "will" is looked for */

static size_t read_element(const DateReader *reader, size_t at, Stretch *out) {
    bool period = date_en_opens(reader, at) & OPENS_EN_PERIOD;
    size_t end = period ? date_named_period(reader, LANG_EN, at, out) : 0;
    *out = end ? *out : (Stretch){.open = false};
    Stretch relative;
    Stretch calendar;
    size_t one = end ? 0 : date_en_calendar(reader, at, &calendar);
    size_t other = end ? 0 : date_en_relative(reader, at, &relative);
    if (end) {
        return end;
    }
    if (one == 0 && other == 0) {
        return 0;
    }
    *out = one >= other ? calendar : relative;
    return one >= other ? one : other;
}

/* The byte after the word or dash that links two dates. */
static size_t read_link(Text text, size_t at, bool between) {
    static const char *const words[] = {"to", "till", "until", "through", "thru", "-", "–", "—", "~", "--", NULL};
    static const char *const and[] = {"and", "through", "-", "~", NULL};
    size_t index;
    size_t link = date_en_phrase(text, numeral_spaces(text, at), between ? and : words, &index);
    return link ? numeral_spaces(text, link) : 0;
}

/* A day or a year alone, which only a range makes a date: "13 to 15 July", "2014-2018". */
static size_t read_number(Text text, size_t at, Stretch *out) {
    size_t begin = at;
    if (number_word_is(numeral_word(text, at), "the")) {
        begin = numeral_spaces(text, at + 3);
    }
    *out = (Stretch){.open = false};
    size_t end = date_en_year(text, at, &out->from.year);
    if (end) {
        return end;
    }
    out->from.year = 0;
    return date_en_starts_word(text, begin) ? date_en_day(text, begin, &out->from.day) : 0;
}

/* 57 in 1953-57. */
static size_t read_short_year(Text text, size_t at, int first, int *out) {
    size_t end = at;
    int value = 0;
    for (int digit; end < at + 3 && numeral_digit(text, end, &digit) != 0; end++) {
        value = value * 10 + digit;
    }
    *out = first / 100 * 100 + value;
    bool dash = at > 0 && (text.at[at - 1] == '-' || text.at[at - 1] == '/');
    return dash && end == at + 2 && *out > first ? end : 0;
}

/* The year that ends a range of years; not "1200-1500 people". */
static size_t read_last_year(Text text, size_t at, int first, Stretch *out) {
    int year;
    size_t end = date_en_year(text, at, &year);
    end = end ? end : read_short_year(text, at, first, &year);
    size_t next = end ? numeral_spaces(text, end) : 0;
    static const char *const follow[] = {"and",  "or",  "the",  "in",  "was", "were", "is",    "for",  "by", "as",
                                         "when", "but", "that", "had", "has", "will", "there", "they", "it", NULL};
    size_t index;
    bool counted = end && numeral_word(text, next).length > 0 && !date_en_phrase(text, next, follow, &index);
    if (end == 0 || counted || (end < text.length && text.at[end] == '%')) {
        return 0;
    }
    *out = (Stretch){.from = {year, 0, 0}};
    return end;
}

/* The day that ends a range of days in one month: "August 27th to 29th"; not "May 5 to 20 delegates". */
static size_t read_last_day(Text text, size_t at, Stretch low, Stretch *out) {
    static const char *const follow[] = {"and", "in", "at", "of", "for", "by", "with", "to", "on", NULL};
    int day;
    size_t index;
    size_t begin = number_word_is(numeral_word(text, at), "the") ? numeral_spaces(text, at + 3) : at;
    size_t end = low.from.day && !low.to.year ? date_en_day(text, begin, &day) : 0;
    size_t next = end ? numeral_spaces(text, end) : 0;
    if (end == 0 || day <= low.from.day ||
        (numeral_word(text, next).length > 0 && !date_en_phrase(text, next, follow, &index))) {
        return 0;
    }
    *out = (Stretch){.from = {0, 0, day}};
    return end;
}

/* What the bare number before takes from the second date: days need a month, years a year. */
static bool agrees(Stretch low, bool bare, Stretch high) {
    if (!bare) {
        return true;
    }
    return low.from.year ? high.from.year && !low.from.month
                         : high.from.day && (high.from.month || high.to.month) && !high.to.year;
}

static size_t read_range(const DateReader *reader, size_t at, Stretch low, bool bare, bool between, Stretch *out) {
    Text text = reader->text;
    size_t begin = read_link(text, at, between);
    if (begin == 0) {
        return 0;
    }
    Stretch high;
    int weekday;
    size_t end = read_element(reader, begin, &high);
    if (end == 0 && low.from.year && !low.from.month) {
        end = read_last_year(text, begin, low.from.year, &high);
    }
    if (end == 0 && !bare && low.from.month) {
        end = read_last_day(text, begin, low, &high);
    }
    if (end == 0 || !agrees(low, bare, high)) {
        return 0;
    }
    if (date_en_weekday(text, begin, &weekday) == end && low.from.day && low.from.year) {
        high.from = day_add(calendar_past_weekday(low.from, weekday), 7);
    }
    return date_join(reader, low, high, out) ? end : 0;
}

/* The whole expression from `at`. */
static size_t read_date(const DateReader *reader, size_t at, Stretch *out) {
    Text text = reader->text;
    Text word = numeral_word(text, at);
    bool between = number_word_is(word, "between");
    bool from = number_word_is(word, "from");
    size_t begin = between || from ? numeral_spaces(text, at + word.length) : at;
    Stretch low;
    Stretch whole;
    size_t end = read_element(reader, begin, &low);
    size_t range = end ? read_range(reader, end, low, false, between, &whole) : 0;
    if (range == 0 && between && end) {
        range = read_range(reader, end, low, false, false, &whole);
    }
    if (range == 0) {
        Stretch bare;
        bool figures = date_en_opens(reader, begin) & OPENS_EN_NUMERAL;
        size_t number = figures ? read_number(text, begin, &bare) : 0;
        range = number ? read_range(reader, number, bare, true, between, &whole) : 0;
        if (range == 0 && number && between) {
            range = read_range(reader, number, bare, true, false, &whole);
        }
        range = range > end ? range : 0;
    }
    if (range) {
        *out = whole;
        return range;
    }
    *out = low;
    return from || between ? 0 : end;
}

/* "May Fourth Movement": the date is a name. */
static bool is_name(Text text, size_t end) {
    static const char *const events[] = {"Movement", "Incident", "Uprising", "Revolution", "Massacre", NULL};
    size_t index;
    return date_en_phrase(text, numeral_spaces(text, end), events, &index) != 0;
}

/* "will open on": do the words before `at`, in the same clause and behind `begin`, tell of what is to come? */
static bool is_planned(Text text, size_t begin, size_t at) {
    static const char *const words[] = {"will", "shall", "'ll", "’ll", "would", "to be", "going to", "scheduled", NULL};
    static const char clause_marks[] = ",.;:!?()";
    for (size_t from = at; from > begin && from + LONGEST_PLAN > at && !strchr(clause_marks, text.at[from - 1]);) {
        size_t index;
        size_t end = date_en_phrase(text, --from, words, &index);
        if (end && end < at && date_en_starts_word(text, from)) {
            return true;
        }
    }
    return false;
}

/* "on April 5 and close on April 9": what told of the first date tells of the next one too. */
static bool is_listed(Text text, size_t end) {
    static const char *const links[] = {"and", "or", NULL};
    size_t index;
    return date_en_phrase(text, numeral_spaces(text, end), links, &index) != 0;
}

void date_scan_en(DateReader *reader) {
    size_t at = 0;
    size_t last = 0; /* where the last date ended that is no member of a list */
    while (at < reader->text.length) {
        size_t next;
        if (!date_en_opens_next(reader, at, &next) || !date_en_starts_word(reader->text, at)) {
            at = next;
            continue;
        }
        Stretch stretch = {.open = false};
        reader->ahead = false;
        size_t end = read_date(reader, at, &stretch);
        if (end && is_planned(reader->text, last, at)) {
            reader->ahead = true;
            end = read_date(reader, at, &stretch);
        }
        if (end && is_name(reader->text, end)) {
            at = end;
            continue;
        }
        bool found = end && date_push(reader, at, end, stretch);
        last = found && !is_listed(reader->text, end) ? end : last;
        at = found ? end : next;
    }
}
