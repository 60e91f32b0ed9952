/* Parts of years and months in Chinese: months and their days, 上旬, 第一季度, 五十年代. Knows neither years
 * (date_zh.c) nor what counts from the reference date (date_zh_relative.c). */
#include "date_zh.h"

static const char *const links[] = {"到", "至", "—", "——", "－", "-", "–", "~", "～", "一直到", NULL};

size_t date_zh_link(Text text, size_t at) {
    size_t link = numeral_any(text, numeral_spaces(text, at), links);
    return link ? numeral_spaces(text, link) : 0;
}

size_t date_zh_mark(Text text, size_t at, const char *mark) {
    size_t begin = numeral_spaces(text, at);
    return date_zh_starts(text, begin, mark) ? begin + text_from(mark).length : 0;
}

size_t date_zh_day_sign(Text text, size_t at) {
    static const char *const signs[] = {"日", "号", "號", NULL};
    return numeral_any(text, numeral_spaces(text, at), signs);
}

/* 来 of 一月来, which is how long; of 三月来华 it is a verb. */
static bool is_how_long(Text text, size_t at) {
    static const char *const verbs[] = {"来信", "来电", "来华", "来京", "来到", "来访", "来自", "来了", NULL};
    return date_zh_starts(text, at, "来") && !numeral_any(text, at, verbs);
}

/* 三月, 3月份, 元月; not 三月月, 三月来. */
static size_t read_month(const DateReader *reader, size_t at, int *month) {
    Text text = reader->text;
    size_t number = date_zh_is_two(text, at) ? 0 : date_zh_number(reader, at, 1, 12, month);
    if (number == 0 && date_zh_starts(text, at, "元")) {
        number = at + 3;
        *month = 1;
    }
    size_t end = number ? date_zh_mark(text, number, "月") : 0;
    end = end && (date_zh_starts(text, end, "革命") || is_how_long(text, end)) ? 0 : end;
    return end && date_zh_starts(text, end, "份") ? end + 3 : end;
}

static const DateOffset bracketed_days[] = {{"今（", 0}, {"昨（", -1}, {"明（", 1}, {"前（", -2},
                                            {"今(", 0},  {"昨(", -1},  {"明(", 1},  {NULL, 0}};

static const DateOffset month_words[] = {{"本月", 0},   {"这个月", 0},  {"這個月", 0},   {"这月", 0},      {"当月", 0},
                                         {"上月", -1},  {"上个月", -1}, {"上個月", -1},  {"上上个月", -2}, {"下月", 1},
                                         {"下个月", 1}, {"下個月", 1},  {"下下个月", 2}, {NULL, 0}};

/* 本月, 上个月. */
static size_t read_month_word(const DateReader *reader, size_t at, Day *month) {
    int offset;
    size_t end = reader->reference.year ? date_zh_offset(reader->text, at, month_words, &offset) : 0;
    if (end == 0) {
        return 0;
    }
    *month = calendar_month_add((Day){reader->reference.year, reader->reference.month, 0}, offset);
    return date_zh_starts(reader->text, end, "份") ? end + 3 : end;
}

static bool resolve(const DateReader *reader, Day partial, Day *out) {
    return calendar_complete(partial, reader->reference, reader->ahead, out);
}

/* 上旬, 初, 底; 前四天; 第一个星期一. `month` may lack its year. */
static size_t read_within_month(const DateReader *reader, size_t at, Day month, Stretch *out) {
    static const char *const thirds[][4] = {{"上旬", "初", NULL}, {"中旬", "中", NULL}, {"下旬", "底", "末", NULL}};
    static const char *const lasts[] = {"最后一个", "最後一個", "最后一", NULL};
    Text text = reader->text;
    Day full;
    if (!resolve(reader, month, &full)) {
        return 0;
    }
    for (int i = 0; i < 3; i++) {
        size_t end = numeral_any(text, at, thirds[i]);
        if (end) {
            *out = calendar_third(full, i);
            return end;
        }
    }
    size_t begin = date_zh_starts(text, at, "的") ? at + 3 : at;
    int count = 0;
    int weekday = 0;
    if (date_zh_starts(text, begin, "前")) {
        size_t number = date_zh_number(reader, begin + 3, 2, 30, &count);
        *out = number ? calendar_stretch((Day){full.year, full.month, 1}, (Day){full.year, full.month, count}) : *out;
        return number ? date_zh_mark(text, number, "天") : 0;
    }
    size_t number = date_zh_starts(text, begin, "第") ? date_zh_number(reader, begin + 3, 1, 5, &count) : 0;
    static const char *const measures[] = {"个", "個", NULL};
    size_t measure = number ? numeral_any(text, number, measures) : 0;
    size_t last = numeral_any(text, begin, lasts);
    count = last ? 0 : count;
    size_t word = date_zh_week_word(text, last ? last : measure ? measure : number);
    size_t end = (number || last) && word ? date_zh_weekday(text, word, &weekday) : 0;
    if (end) {
        *out = (Stretch){.from = calendar_nth_weekday(full, count, weekday)};
        return day_is_valid(out->from) ? end : 0;
    }
    return 0;
}

/* A day of the month without 日: 八月十五, but not 八月十五名; 五月卅至六月二日. */
static size_t read_bare_day(const DateReader *reader, size_t at, int *day) {
    size_t end = date_zh_number(reader, at, 1, 31, day);
    size_t length;
    size_t next;
    size_t link = end ? date_zh_link(reader->text, end) : 0;
    int month;
    bool free = end && (end >= reader->text.length || !is_han(utf8_at(reader->text, end, &next)) ||
                        (link && read_month(reader, link, &month)));
    return free && !lexicon_unit(reader->lexicon, LANG_ZH, reader->text, end, &length) &&
                   !numeral_any(reader->text, end, (const char *const[]){"%", "％", NULL})
               ? end
               : 0;
}

/* What follows a month: its day, a range of days, a part of it. The month itself ends at `at`. */
static size_t read_day(const DateReader *reader, size_t at, Day month, Stretch *out) {
    Text text = reader->text;
    size_t begin = numeral_spaces(text, at);
    DayRow row;
    size_t days = date_zh_days(text, begin, &row);
    if (days && !row.gap) {
        *out = (Stretch){.from = {month.year, month.month, row.first}};
        return date_join(reader, *out, (Stretch){.from = {0, 0, row.last}}, out) ? days : 0;
    }
    int day;
    size_t number = date_zh_number(reader, begin, 1, 31, &day);
    size_t end = number ? date_zh_day_sign(text, number) : 0;
    *out = (Stretch){.from = {month.year, month.month, day}};
    if (!end) {
        end = read_bare_day(reader, begin, &day);
        out->from.day = day;
    }
    if (!end) {
        end = read_within_month(reader, at, month, out);
        return end;
    }
    Day full;
    return resolve(reader, out->from, &full) ? end : 0;
}

/* A month with what follows it; `year` 0: the text does not say. */
size_t date_zh_month(const DateReader *reader, size_t at, int year, Stretch *out) {
    Text text = reader->text;
    Day month = {year, 0, 0};
    size_t end = year ? 0 : read_month_word(reader, at, &month);
    end = end ? end : read_month(reader, at, &month.month);
    if (end == 0) {
        int last;
        size_t number = date_zh_number(reader, at, 1, 12, &month.month);
        size_t link = number ? date_zh_link(text, number) : 0;
        size_t second = link ? read_month(reader, link, &last) : 0;
        Stretch low = {.from = month};
        int day;
        bool days = second && date_zh_number(reader, second, 1, 31, &day) && date_zh_day_sign(text, second);
        return second && !days && date_join(reader, low, (Stretch){.from = {0, last, 0}}, out) ? second : 0;
    }
    size_t day = read_day(reader, end, month, out);
    if (day) {
        return day;
    }
    *out = (Stretch){.from = month};
    return end;
}

static const char *const first_quarters[] = {"首季度", "首季", "头一季度", NULL};
static const char *const first_halves[] = {"上半年", "前半年", NULL};
static const char *const second_halves[] = {"下半年", "后半年", "後半年", NULL};

/* 第一季度, 一季度, 首季, Q1季度. */
static size_t read_quarter(const DateReader *reader, size_t at, int *quarter) {
    Text text = reader->text;
    static const char *const names[] = {"季度", "季", "个季度", "個季度", NULL};
    size_t end = numeral_any(text, at, first_quarters);
    if (end) {
        *quarter = 1;
        return end;
    }
    bool ordinal = date_zh_starts(text, at, "第");
    bool letter = date_zh_starts(text, at, "Q");
    size_t number = date_zh_number(reader, at + (ordinal ? 3 : letter ? 1 : 0), 1, 4, quarter);
    size_t name = number ? numeral_any(text, number, names) : 0;
    bool whole =
        name && (ordinal || letter || date_zh_starts(text, name - 3, "度")) && !date_zh_starts(text, number, "个");
    return whole || (name && ordinal) ? name : 0;
}

/* 上半年, 下半年. */
static size_t read_half(Text text, size_t at, int *half) {
    size_t end = numeral_any(text, at, first_halves);
    *half = end ? 1 : 2;
    return end ? end : numeral_any(text, at, second_halves);
}

/* 春天, 冬季: three months; the winter goes on into the next year. 夏收 and 秋耕 are work, and no season. */
static size_t read_season(Text text, size_t at, int year, Stretch *out) {
    static const char *const seasons[][4] = {{"春天", "春季", "春", NULL},
                                             {"夏天", "夏季", "夏", NULL},
                                             {"秋天", "秋季", "秋", NULL},
                                             {"冬天", "冬季", "冬", NULL}};
    static const char *const works[] = {"收", "耕", "种", "播", "锄", "粮", "征", "荒", NULL};
    for (int i = 0; i < 4; i++) {
        size_t end = numeral_any(text, at, seasons[i]);
        bool work = end && utf8_count(text_slice(text, at, end)) == 1 && numeral_any(text, end, works);
        if (end && !work) {
            *out = i < 3 ? calendar_months(year, 3 * i + 3, 3 * i + 5)
                         : calendar_stretch((Day){year, 12, 0}, (Day){year + 1, 2, 0});
            return end;
        }
    }
    return 0;
}

/* 年初, 年底: a quarter; 前十个月, 后三月, 首月, 第三个月. */
static size_t read_months_of(const DateReader *reader, size_t at, int year, Stretch *out) {
    at = date_zh_starts(reader->text, at, "年") ? at + 3 : at;
    static const char *const months[] = {"个月", "個月", "月", NULL};
    Text text = reader->text;
    int count;
    if (date_zh_starts(text, at, "初") || date_zh_starts(text, at, "底") || date_zh_starts(text, at, "末")) {
        *out = date_zh_starts(text, at, "初") ? calendar_months(year, 1, 3) : calendar_months(year, 10, 12);
        return at + 3;
    }
    if (date_zh_starts(text, at, "首月")) {
        *out = (Stretch){.from = {year, 1, 0}};
        return at + 6;
    }
    bool nth = date_zh_starts(text, at, "第");
    bool first = date_zh_starts(text, at, "前") || date_zh_starts(text, at, "头");
    bool last = date_zh_starts(text, at, "后") || date_zh_starts(text, at, "最后") || date_zh_starts(text, at, "後");
    size_t begin = at + (date_zh_starts(text, at, "最") ? 6 : 3);
    size_t number = nth || first || last ? date_zh_number(reader, begin, 1, 31, &count) : 0;
    size_t end = number ? numeral_any(text, number, months) : 0;
    if (end && count <= 12) {
        *out =
            nth ? (Stretch){.from = {year, count, 0}} : calendar_months(year, last ? 13 - count : 1, last ? 12 : count);
        return end;
    }
    if (number && first && date_zh_starts(text, number, "天")) {
        *out = calendar_stretch((Day){year, 1, 1}, (Day){year, 1, count});
        return number + 3;
    }
    return 0;
}

/* What may follow a year: month, quarter, half, holiday, season … */
size_t date_zh_within_year(const DateReader *reader, size_t at, int year, Stretch *out) {
    Text text = reader->text;
    size_t begin = numeral_spaces(text, at);
    begin = date_zh_starts(text, begin, "的") ? begin + 3 : begin;
    int part;
    Day day;
    size_t end = date_zh_month(reader, begin, year, out);
    if (end) {
        return end;
    }
    if (year >= reader->reference.year && (end = date_zh_year_out(text, begin)) != 0) {
        *out = (Stretch){.from = {year, 0, 0}};
        return end;
    }
    if ((end = read_quarter(reader, begin, &part)) != 0) {
        *out = calendar_months(year, 3 * part - 2, 3 * part);
        return end;
    }
    if ((end = read_half(text, begin, &part)) != 0) {
        *out = calendar_months(year, 6 * part - 5, 6 * part);
        return end;
    }
    if ((end = date_zh_holiday(reader, begin, &day)) != 0) {
        *out = (Stretch){.from = {year, day.month, day.day}};
        return end;
    }
    end = read_season(text, begin, year, out);
    return end ? end : read_months_of(reader, begin, year, out);
}

static const char *const near_centuries[] = {"上世纪", "上个世纪", "本世纪", "上世紀", NULL};

/* 五十年代初, 20世纪80年代, 十九世纪. */
size_t date_zh_decade(const DateReader *reader, size_t at, Stretch *out) {
    static const char *const centuries[] = {"世纪", "世紀", NULL};
    static const char *const thirds[][5] = {
        {"初", "初期", "前期", NULL}, {"中期", "中", "中叶", NULL}, {"末", "末期", "后期", "末叶", NULL}};
    Text text = reader->text;
    int century = 0;
    int year = 0;
    size_t begin = numeral_any(text, at, near_centuries);
    if (begin) {
        century = reader->reference.year / 100 + !date_zh_starts(text, at, "上");
    } else {
        size_t number = date_zh_number(reader, at, 1, 30, &century);
        begin = number ? numeral_any(text, number, centuries) : 0;
        century = begin ? century : 0;
    }
    size_t number = date_zh_number(reader, begin ? begin : at, 10, 90, &year);
    size_t end = number && year % 10 == 0 ? date_zh_mark(text, number, "年代") : 0;
    if (end == 0) {
        if (begin == 0 || century < 10 || date_zh_starts(text, at, "上")) {
            return 0;
        }
        *out = calendar_century(century);
        return begin;
    }
    if (!century && !reader->reference.year) {
        return 0;
    }
    year += century ? (century - 1) * 100 : reader->reference.year / 100 * 100;
    year -= !century && year > reader->reference.year ? 100 : 0;
    *out = calendar_decade(year);
    for (int i = 0; i < 3; i++) {
        size_t part = numeral_any(text, end, thirds[i]);
        if (part) {
            *out = calendar_years(year + 3 * i, i == 2 ? year + 9 : year + 3 * i + 2);
            return part;
        }
    }
    return end;
}

/* 一季度, 上半年 and the like without a year: of this year, the quarter also of the last or next. */
size_t date_zh_part_of_year(const DateReader *reader, size_t at, Stretch *out) {
    Day today = reader->reference;
    int part;
    size_t end = read_quarter(reader, at, &part);
    if (end && today.year) {
        int year = reader->ahead ? today.year + (3 * part < today.month) : today.year - (3 * part - 2 > today.month);
        *out = calendar_months(year, 3 * part - 2, 3 * part);
        return end;
    }
    end = read_half(reader->text, at, &part);
    *out = calendar_months(today.year, 6 * part - 5, 6 * part);
    return today.year ? end : 0;
}

void date_zh_parts_wordbook(Wordbook *book) {
    wordbook_add(book, OPENS_MONTH, TEXT("元月"));
    date_zh_add_offsets(book, OPENS_DAY_WORD, bracketed_days);
    date_zh_add_offsets(book, OPENS_MONTH, month_words);
    wordbook_add_all(book, OPENS_CENTURY, near_centuries);
    wordbook_add(book, OPENS_PART_OF_YEAR, TEXT("第"));
    wordbook_add(book, OPENS_PART_OF_YEAR, TEXT("Q"));
    wordbook_add_all(book, OPENS_PART_OF_YEAR, first_quarters);
    wordbook_add_all(book, OPENS_PART_OF_YEAR, first_halves);
    wordbook_add_all(book, OPENS_PART_OF_YEAR, second_halves);
}

size_t date_zh_bare_yesterday(Text text, size_t at) {
    Text before = TEXT("在于由自经抵赴飞返乘离向召举又已复曾宣开通发致电接宴到来正特再继对就");
    size_t end = date_zh_starts(text, at, "昨") ? utf8_next(text, at) : text.length;
    return end < text.length && text_contains(before, text_slice(text, end, utf8_next(text, end))) ? end : 0;
}

/* The nearest day of this number in a month, from `today` on backwards; forwards for what is to come. */
static Day nearest_day(Day today, int number, bool to_come) {
    enum { DAYS = 31 };
    Day day = today;
    for (int i = 1; i < DAYS && day.day != number; i++) {
        day = day_add(day, to_come ? 1 : -1);
    }
    return day;
}

size_t date_zh_bracketed_day(const DateReader *reader, size_t at, Stretch *out) {
    Text text = reader->text;
    static const char *const closings[] = {"）日", ")日", NULL};
    int offset;
    int number;
    size_t open = date_zh_offset(text, at, bracketed_days, &offset);
    size_t end = open ? date_zh_number(reader, open, 1, 31, &number) : 0;
    end = end ? numeral_any(text, end, closings) : 0;
    if (end) {
        *out = (Stretch){.from = nearest_day(reader->reference, number, offset > 0)};
    }
    return end;
}
