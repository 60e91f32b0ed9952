/* English dates that count from the reference date: today, last week, three days ago, the first Monday of next month.
 */
#include "date_en.h"

#include "numeral_words.h"

/* 1 month, 21 days; 2 weeks and 2 days; each is taken from or added to *day. */
static size_t read_amounts(Text text, size_t at, int direction, bool whole_days, Day *day) {
    size_t end = 0;
    int last_count = 0;
    Grain last_grain = GRAIN_DAY;
    int amounts = 0;
    for (size_t next = at; next < text.length;) {
        int count;
        Grain grain;
        size_t number = date_en_count(text, next, &count);
        size_t unit = number ? date_en_gap(text, number, "-") : 0;
        size_t after = unit ? date_en_unit(text, unit, &grain) : 0;
        if (after == 0) {
            break;
        }
        if (amounts++ > 0 || whole_days) {
            *day = day_first(*day);
        }
        if (amounts > 1) {
            *day = last_grain == GRAIN_MONTH  ? calendar_month_add(*day, direction * last_count)
                   : last_grain == GRAIN_YEAR ? calendar_month_add(*day, 12 * direction * last_count)
                                              : calendar_shift(*day, direction * last_count, last_grain);
        }
        last_count = count;
        last_grain = grain;
        end = after;
        next = date_en_skip(text, date_en_gap(text, after, ","), "and");
    }
    if (end == 0) {
        return 0;
    }
    bool months = last_grain == GRAIN_MONTH || last_grain == GRAIN_YEAR;
    *day = whole_days && months ? calendar_month_add(*day, direction * last_count * (last_grain == GRAIN_YEAR ? 12 : 1))
                                : calendar_shift(*day, direction * last_count, last_grain);
    return end;
}

/* three weeks ago, two days before yesterday, four months from tomorrow. */
static size_t read_ago(const DateReader *reader, size_t at, Stretch *out) {
    static const char *const links[] = {"ago", "from now", "from", "after", "before", "later than", NULL};
    Text text = reader->text;
    Day day = reader->reference;
    size_t amount = date_en_starts_word(text, at) ? read_amounts(text, at, -1, false, &day) : 0;
    size_t index;
    size_t link = amount ? date_en_phrase(text, numeral_spaces(text, amount), links, &index) : 0;
    if (link == 0) {
        return 0;
    }
    if (index == 0) {
        *out = (Stretch){.from = day};
        return link;
    }
    Stretch base = {.from = reader->reference};
    size_t end = index == 1 ? link : date_en_day_word(reader, numeral_spaces(text, link), &base);
    if (end == 0) {
        return 0;
    }
    day = base.from;
    read_amounts(text, at, index == 4 ? -1 : 1, true, &day);
    *out = (Stretch){.from = day};
    return end;
}

/* "in three months" is a date only where the future is spoken of; else it tells how long something took. */
static bool speaks_of_future(Text text, size_t begin, size_t end) {
    static const char *const words[] = {"will ", "'ll ", "shall ", "going to ", "’ll "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (text_contains(text_slice(text, 0, begin), text_from(words[i]))) {
            return true;
        }
    }
    return begin == 0 && end == text.length;
}

/* in two months, within the next three years. */
static size_t read_in(const DateReader *reader, size_t at, Stretch *out) {
    Text text = reader->text;
    bool within = date_en_is_word(text, at, "within");
    if (!within && !date_en_is_word(text, at, "in")) {
        return 0;
    }
    size_t begin = numeral_spaces(text, at + (within ? 6 : 2));
    int offset;
    size_t article = within ? date_en_skip(text, begin, "the") : begin;
    size_t near = within ? date_en_near(text, article, &offset) : 0;
    Day day = reader->reference;
    size_t end = read_amounts(text, near ? near : begin, 1, true, &day);
    static const char *const lists[] = {"of", "from", NULL};
    size_t index;
    if (end == 0 || date_en_phrase(text, numeral_spaces(text, end), lists, &index)) {
        return 0;
    }
    if (!within && !speaks_of_future(text, at, end)) {
        return 0;
    }
    *out = within ? calendar_stretch(day_add(reader->reference, 1), day) : (Stretch){.from = day};
    return end;
}

/* "two Sundays from now". */
static size_t read_weekdays_from_now(const DateReader *reader, size_t at, Stretch *out) {
    static const char *const phrases[] = {"s from now", " from now", NULL};
    Text text = reader->text;
    int count;
    int weekday;
    size_t index;
    size_t number = date_en_starts_word(text, at) ? date_en_count(text, at, &count) : 0;
    size_t name = number ? numeral_spaces(text, number) : 0;
    Text word = numeral_word(text, name);
    if (number == 0 || word.length < 4) {
        return 0;
    }
    size_t cut = name + word.length - ((word.at[word.length - 1] | 32) == 's');
    size_t day = date_en_weekday(text_slice(text, 0, cut), name, &weekday);
    size_t end = day == cut ? date_en_phrase(text, cut, phrases, &index) : 0;
    if (end == 0) {
        return 0;
    }
    Day past = calendar_past_weekday(reader->reference, weekday);
    *out = (Stretch){.from = day_add(past, 7 * count)};
    return end;
}

/* A month that something is part of: "last month", "the month", "October 2015". */
static size_t read_month_of(const DateReader *reader, size_t at, Day *out) {
    static const char *const plain[] = {"the month", NULL};
    Text text = reader->text;
    size_t index;
    Stretch stretch;
    if (date_en_phrase(text, at, plain, &index)) {
        *out = (Day){reader->reference.year, reader->reference.month, 0};
        return date_en_phrase(text, at, plain, &index);
    }
    size_t end = date_en_near_unit(reader, at, &stretch);
    if (end && stretch.from.month && !stretch.from.day && !stretch.to.year) {
        *out = stretch.from;
        return end;
    }
    end = date_en_month(text, at, &out->month);
    if (end == 0) {
        return 0;
    }
    out->day = 0;
    size_t year = date_en_year(text, date_en_gap(text, end, ","), &out->year);
    if (!year) {
        out->year = 0;
    }
    return calendar_complete(*out, reader->reference, reader->ahead, out) ? (year ? year : end) : 0;
}

/* the first Monday of next month, last day in October 2015, the 20th of last month, the 21st this month. */
static size_t read_nth(const DateReader *reader, size_t at, Stretch *out) {
    Text text = reader->text;
    size_t begin = date_en_skip(text, at, "the");
    bool last = date_en_is_word(text, begin, "last") && date_en_starts_word(text, begin);
    int nth = 0;
    int weekday;
    size_t end = last ? begin + 4 : date_en_starts_word(text, begin) ? date_en_day(text, begin, &nth) : 0;
    if (end == 0) {
        return 0;
    }
    size_t next = numeral_spaces(text, end);
    size_t name = date_en_weekday(text, next, &weekday);
    size_t day = name ? 0 : date_en_skip(text, next, "day");
    bool plain = name == 0 && day == next;
    size_t of = numeral_spaces(text, name ? name : day ? day : next);
    size_t link = date_en_skip(text, of, "of");
    link = link == of ? date_en_skip(text, of, "in") : link;
    Day month;
    size_t whole = link > of || (plain && !last) ? read_month_of(reader, link, &month) : 0;
    if (whole == 0 || (plain && last) || (plain && link == of && !date_en_near(text, of, &nth))) {
        return 0;
    }
    if (plain && link == of) {
        date_en_day(text, begin, &nth);
    }
    Day found = name ? calendar_nth_weekday(month, last ? 0 : nth, weekday)
                     : (Day){month.year, month.month, last ? calendar_month_length(month) : nth};
    *out = (Stretch){.from = found};
    return day_is_valid(found) ? whole : 0;
}

static const char *const ten_days[] = {"first ten days of", "middle ten days of", "last ten days of",
                                       "second ten days of", NULL};

/* "the last ten days of March", as 下旬 is translated. */
static size_t read_ten_days(const DateReader *reader, size_t at, Stretch *out) {
    static const int thirds[] = {0, 1, 2, 1};
    size_t index;
    size_t end = date_en_phrase(reader->text, date_en_skip(reader->text, at, "the"), ten_days, &index);
    Day month;
    size_t whole = end ? read_month_of(reader, numeral_spaces(reader->text, end), &month) : 0;
    if (whole) {
        *out = calendar_third(month, thirds[index]);
    }
    return whole;
}

/* "the last four months of 2021". */
static size_t read_months_of_year(const DateReader *reader, size_t at, Stretch *out) {
    Text text = reader->text;
    size_t begin = date_en_skip(text, at, "the");
    bool first = date_en_is_word(text, begin, "first");
    bool last = date_en_is_word(text, begin, "last");
    int count;
    int year;
    Grain grain;
    size_t number = first || last ? date_en_count(text, numeral_spaces(text, begin + (first ? 5 : 4)), &count) : 0;
    size_t unit = number ? date_en_unit(text, numeral_spaces(text, number), &grain) : 0;
    size_t of = unit ? date_en_skip(text, numeral_spaces(text, unit), "of") : 0;
    static const char *const years[] = {"this year", "last year", "the year", NULL};
    size_t index;
    size_t end = of > unit ? date_en_year(text, of, &year) : 0;
    if (end == 0 && of > unit + 1 && (end = date_en_phrase(text, of, years, &index)) != 0) {
        year = reader->reference.year - (index == 1);
    }
    if (end == 0 || grain != GRAIN_MONTH || count > 12) {
        return 0;
    }
    *out = calendar_months(year, first ? 1 : 13 - count, first ? count : 12);
    return end;
}

/* the year after next, Friday after next, the weekend after the next. */
static size_t read_after_next(const DateReader *reader, size_t at, Stretch *out) {
    static const char *const phrases[] = {"after next", "after the next", NULL};
    Text text = reader->text;
    Day today = reader->reference;
    size_t begin = date_en_skip(text, at, "the");
    int weekday;
    Grain grain = GRAIN_DAY;
    size_t index;
    size_t name = date_en_weekday(text, begin, &weekday);
    bool weekend = date_en_is_word(text, begin, "weekend");
    size_t unit = name ? name : weekend ? begin + 7 : date_en_unit(text, begin, &grain);
    size_t end = unit ? date_en_phrase(text, numeral_spaces(text, unit), phrases, &index) : 0;
    if (end == 0) {
        return 0;
    }
    Stretch week = calendar_week(today, 2);
    *out = name                     ? (Stretch){.from = day_add(calendar_past_weekday(today, weekday), 14)}
           : weekend                ? calendar_stretch(day_add(week.from, 5), week.to)
           : grain == GRAIN_WEEK    ? week
           : grain == GRAIN_QUARTER ? calendar_quarter(today, 2)
                                    : (Stretch){.from = calendar_shift(today, 2, grain)};
    return end;
}

/* The day with this number that falls on this weekday, as near as may be to the reference. */
static bool match_weekday(Day reference, int weekday, int number, Day *out) {
    static const int months[] = {0, -1, 1, -2, 2};
    for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
        Day month = calendar_month_add((Day){reference.year, reference.month, 0}, months[i]);
        Day day = {month.year, month.month, number};
        if (day_is_valid(day) && calendar_weekday(day) == weekday) {
            *out = day;
            return true;
        }
    }
    return false;
}

/* Friday; Sunday, February 10; Friday the 22nd; Tuesday next week; Wednesday of this week. */
static size_t read_weekday(const DateReader *reader, size_t at, Stretch *out) {
    Text text = reader->text;
    int weekday;
    int number;
    size_t end = date_en_weekday(text, at, &weekday);
    if (end == 0) {
        return 0;
    }
    size_t next = date_en_gap(text, end, ",-");
    Stretch date;
    size_t dated = next > end ? date_en_calendar(reader, next, &date) : 0;
    if (dated && date.from.day && !date.to.year) {
        *out = date;
        return dated;
    }
    size_t the = date_en_skip(text, next, "the");
    size_t day = the > next ? date_en_day(text, the, &number) : 0;
    Day found;
    if (day && match_weekday(reader->reference, weekday, number, &found)) {
        *out = (Stretch){.from = found};
        return day;
    }
    size_t of = date_en_skip(text, numeral_spaces(text, end), "of");
    of = date_en_skip(text, of, "from");
    size_t week = date_en_near_unit(reader, of, &date);
    if (week && date.to.year && day_compare(day_add(date.from, 6), date.to) == 0 && date.from.day) {
        *out = (Stretch){.from = day_add(date.from, weekday - 1)};
        return week;
    }
    *out = (Stretch){.from = reader->ahead ? calendar_next_weekday(reader->reference, weekday)
                                           : calendar_past_weekday(reader->reference, weekday)};
    return end;
}

/* "the Union on the 31st [convened] a forum", "signed on the 31st [a] treaty" */
static bool goes_on(Text text, size_t at) {
    static const char *const words[] = {"a", "an", "its", "their", "his", NULL};
    Text word = numeral_word(text, at);
    size_t index;
    return (word.length > 3 && word.at[0] >= 'a' && text_ends(word, TEXT("ed"))) ||
           date_en_phrase(text, at, words, &index);
}

/* "on the 31st", "on the afternoon of the 31st" */
static bool is_day_told(Text text, size_t at) {
    static const char *const parts[] = {"morning", "afternoon", "evening", "night", NULL};
    Text before = date_en_word_before(text, at);
    return number_word_is(before, "of") ? text_ends_any(date_en_word_before(text, (size_t)(before.at - text.at)), parts)
                                        : number_word_is(before, "on");
}

/* "the 31st", "the 27"; a bare number only where the clause ends, words below twenty only after "on". */
static size_t read_lone_day(const DateReader *reader, size_t at, Stretch *out) {
    static const char *const follow[] = {"and",  "to",   "till", "until", "through", "at",     "for", "by",   "when",
                                         "but",  "in",   "from", "due",   "after",   "with",   "as",  "held", "sent",
                                         "made", "gave", "left", "met",   "won",     "issued", NULL};
    Text text = reader->text;
    size_t begin = date_en_skip(text, at, "the");
    bool on = number_word_is(date_en_word_before(text, at), "on");
    int day;
    size_t index;
    size_t end = begin > at || on ? date_en_day(text, begin, &day) : 0;
    if (end == 0) {
        return 0;
    }
    bool figures = text.at[begin] >= '0' && text.at[begin] <= '9';
    bool suffix = figures && numeral_word(text, end - 1).length > 0;
    size_t next = numeral_spaces(text, end);
    bool closed = next >= text.length || text.at[next] == '.' || text.at[next] == ',' || text.at[next] == '!' ||
                  text.at[next] == '?' || text.at[next] == ';' || text.at[next] == ')';
    bool open =
        suffix && (date_en_phrase(text, next, follow, &index) || (is_day_told(text, at) && goes_on(text, next)));
    if ((!closed && !open) || (!figures && day < 20 && !on) || (begin == at && !figures)) {
        return 0;
    }
    *out = (Stretch){.from = {0, 0, day}};
    return end;
}

static const char *const weekends[] = {"the weekend", "weekend", NULL};

static size_t read_weekend(const DateReader *reader, size_t at, Stretch *out) {
    size_t index;
    size_t end = date_en_phrase(reader->text, at, weekends, &index);
    if (end) {
        Stretch week = calendar_week(reader->reference, 0);
        *out = calendar_stretch(day_add(week.from, 5), week.to);
    }
    return end;
}

static size_t read_near_unit(const DateReader *reader, size_t at, Stretch *out) {
    size_t end = date_en_near_unit(reader, at, out);
    return end && out->to.year ? date_en_week_day(reader->text, end, out) : end;
}

size_t date_en_relative(const DateReader *reader, size_t at, Stretch *out) {
    static const struct {
        unsigned opens;
        size_t (*read)(const DateReader *reader, size_t at, Stretch *out);
    } readers[] = {{OPENS_EN_YEAR_OUT, date_en_year_out},
                   {OPENS_EN_NUMERAL | OPENS_EN_ONE, read_ago},
                   {OPENS_EN_IN | OPENS_EN_YEAR_OUT, read_in},
                   {OPENS_EN_NUMERAL | OPENS_EN_ONE, read_weekdays_from_now},
                   {OPENS_EN_NUMERAL | OPENS_EN_NEAR, read_months_of_year},
                   {OPENS_EN_NUMERAL | OPENS_EN_NEAR, read_nth},
                   {OPENS_EN_NUMERAL | OPENS_EN_NEAR, read_ten_days},
                   {OPENS_EN_WEEKDAY | OPENS_EN_UNIT, read_after_next},
                   {OPENS_EN_DAY_WORD, date_en_day_word},
                   {OPENS_EN_NUMERAL | OPENS_EN_ONE | OPENS_EN_NEAR, date_en_near_count},
                   {OPENS_EN_NEAR, read_near_unit},
                   {OPENS_EN_NEAR, date_en_near_name},
                   {OPENS_EN_WEEKDAY, read_weekday},
                   {OPENS_EN_NUMERAL, read_lone_day},
                   {OPENS_EN_UNIT, read_weekend}};
    bool possible = reader->reference.year && date_en_starts_word(reader->text, at);
    unsigned opens = possible ? date_en_opens(reader, at) : 0;
    size_t end = 0;
    for (size_t i = 0; end == 0 && i < sizeof readers / sizeof *readers; i++) {
        end = opens & readers[i].opens ? readers[i].read(reader, at, out) : 0;
    }
    return end;
}

void date_en_relative_wordbook(Wordbook *book) {
    wordbook_add_all_english(book, OPENS_EN_NEAR, ten_days);
    wordbook_add_all_english(book, OPENS_EN_UNIT, weekends);
    wordbook_add_english(book, OPENS_EN_IN, TEXT("in"));
    wordbook_add_english(book, OPENS_EN_YEAR_OUT, TEXT("within"));
}
