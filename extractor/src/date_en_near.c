/* English dates with this, last, next: last week, the next three months, this Friday. */
#include "date_en.h"

#include "numeral_words.h"

/* "will last three days": a verb. */
static bool is_lasting(Text text, size_t at) {
    static const char *const before[] = {" will ", " would ", " to ", " may ", " which ", " that ", NULL};
    if (!text_starts(text_after(text, at), TEXT("last "))) {
        return false;
    }
    for (size_t i = 0; before[i]; i++) {
        if (text_ends(text_slice(text, 0, at), text_from(before[i]))) {
            return true;
        }
    }
    return false;
}

static const char *const near_words[] = {"this",     "current",      "the current", "last", "past",
                                         "previous", "the previous", "this past",   "next", "following",
                                         "coming",   "upcoming",     NULL};

/* this, last, next …; the byte of the word after it. */
size_t date_en_near(Text text, size_t at, int *offset) {
    static const int offsets[] = {0, 0, 0, -1, -1, -1, -1, -1, 1, 1, 1, 1};
    size_t index;
    size_t end = date_en_phrase(text, at, near_words, &index);
    if (end == 0 || is_lasting(text, at)) {
        return 0;
    }
    *offset = offsets[index];
    return numeral_spaces(text, end);
}

/* last week, this month, next year, the next decade, this weekend. */
size_t date_en_near_unit(const DateReader *reader, size_t at, Stretch *out) {
    static const char *const weekends[] = {"weekend", NULL};
    static const char *const decades[] = {"decade", "century", NULL};
    Text text = reader->text;
    Day today = reader->reference;
    int offset;
    Grain grain;
    size_t index;
    size_t unit = date_en_near(text, at, &offset);
    if (unit == 0) {
        return 0;
    }
    size_t end = date_en_phrase(text, unit, weekends, &index);
    if (end) {
        Stretch week = calendar_week(today, offset);
        *out = calendar_stretch(day_add(week.from, 5), week.to);
        return end;
    }
    end = date_en_phrase(text, unit, decades, &index);
    if (end) {
        *out = index == 0 ? calendar_decade(today.year + 10 * offset) : calendar_century(today.year / 100 + 1 + offset);
        return end;
    }
    end = date_en_unit(text, unit, &grain);
    if (end == 0 || grain == GRAIN_DAY ||
        (end < text.length && text.at[end - 1] == 's' && !date_en_is_word(text, unit, "yrs") &&
         numeral_word(text, unit).at[numeral_word(text, unit).length - 1] == 's')) {
        return 0;
    }
    *out = grain == GRAIN_WEEK      ? calendar_week(today, offset)
           : grain == GRAIN_MONTH   ? (Stretch){.from = calendar_month_add((Day){today.year, today.month, 0}, offset)}
           : grain == GRAIN_QUARTER ? calendar_quarter(today, offset)
                                    : (Stretch){.from = {today.year + offset, 0, 0}};
    return end;
}

/* The weekday in a week: "next week Sunday", "last week's Sunday", "this week between Tuesday and Friday". */
size_t date_en_week_day(Text text, size_t end, Stretch *out) {
    static const char *const possessives[] = {"'s", "’s", NULL};
    size_t index;
    size_t begin = date_en_phrase(text, end, possessives, &index);
    begin = numeral_spaces(text, begin ? begin : end);
    size_t between = date_en_skip(text, begin, "between");
    int first;
    int last;
    size_t day = date_en_weekday(text, between, &first);
    if (day == 0 || calendar_weekday(day_first(out->from)) != 1 ||
        day_compare(day_add(day_first(out->from), 6), out->to) != 0) {
        return end;
    }
    Day monday = out->from;
    if (between > begin) {
        size_t and = date_en_skip(text, numeral_spaces(text, day), "and");
        size_t second = date_en_weekday(text, and, &last);
        if (second == 0 || last <= first) {
            return end;
        }
        *out = calendar_stretch(day_add(monday, first - 1), day_add(monday, last - 1));
        return second;
    }
    *out = (Stretch){.from = day_add(monday, first - 1)};
    return day;
}

/* last three months, next 5 days, 2 next days. */
size_t date_en_near_count(const DateReader *reader, size_t at, Stretch *out) {
    Text text = reader->text;
    int offset;
    int count;
    Grain grain;
    size_t number = date_en_near(text, at, &offset);
    size_t unit;
    if (number) {
        size_t end = date_en_count(text, number, &count);
        unit = end ? date_en_gap(text, end, "-") : 0;
    } else {
        size_t end = date_en_count(text, at, &count);
        number = end ? numeral_spaces(text, end) : 0;
        unit = number ? date_en_near(text, number, &offset) : 0;
    }
    size_t end = unit ? date_en_unit(text, unit, &grain) : 0;
    if (end == 0 || offset == 0 || (text.at[end - 1] | 32) != 's') {
        return 0;
    }
    *out = calendar_count(reader->reference, count, grain, offset, false);
    return end;
}

/* last Friday, next June, this past Wednesday. */
size_t date_en_near_name(const DateReader *reader, size_t at, Stretch *out) {
    Text text = reader->text;
    Day today = reader->reference;
    int offset;
    int value;
    size_t name = date_en_near(text, at, &offset);
    size_t end = name ? date_en_weekday(text, name, &value) : 0;
    if (end) {
        Day day = offset < 0 ? calendar_past_weekday(day_add(today, -1), value)
                             : day_add(calendar_week(today, offset).from, value - 1);
        *out = (Stretch){.from = day};
        return end;
    }
    end = name ? date_en_month(text, name, &value) : 0;
    if (end == 0) {
        return 0;
    }
    int year = today.year;
    if (offset < 0) {
        year -= value >= today.month;
    } else if (offset > 0) {
        year += value <= today.month;
    }
    *out = (Stretch){.from = {year, value, 0}};
    return end;
}

static const char *const year_outs[] = {"before the year is out",
                                        "before the year is over",
                                        "before the year ends",
                                        "before the year's out",
                                        "before the year’s out",
                                        "before year's end",
                                        "before the end of the year",
                                        "before the end of this year",
                                        "by the end of the year",
                                        "by the end of this year",
                                        "by year's end",
                                        "by year’s end",
                                        "before year’s end",
                                        "by year-end",
                                        "within the year",
                                        "within this year",
                                        "within the current year",
                                        NULL};

/* before the year is out, by the end of this year, within the year: some day of it. */
size_t date_en_year_out(const DateReader *reader, size_t at, Stretch *out) {
    Text text = reader->text;
    size_t index;
    size_t end = date_en_phrase(text, at, year_outs, &index);
    int year;
    if (end == 0 || date_en_year(text, numeral_spaces(text, end), &year)) {
        return 0;
    }
    *out = (Stretch){.from = {reader->reference.year, 0, 0}};
    return end;
}

void date_en_near_wordbook(Wordbook *book) {
    wordbook_add_all_english(book, OPENS_EN_NEAR, near_words);
    wordbook_add_all_english(book, OPENS_EN_YEAR_OUT, year_outs);
}
