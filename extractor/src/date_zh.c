/* Chinese dates: years, days alone, and ranges. Parts of a year are date_zh_parts.c's, what counts from the reference
 * date is date_zh_relative.c's. */
#include "date_zh.h"

enum { LONGEST_PLAN = 60 }; /* how far back, in bytes, a word such as 定于 is looked for */

/* As many single digits as stand there, at most four. */
static size_t read_digits(Text text, size_t at, int *value, int *width) {
    *value = 0;
    *width = 0;
    int digit;
    size_t end = 0;
    for (size_t next; *width < 5 && (next = numeral_zh_digit(text, at, &digit)) != 0; at = end = next) {
        *value = *value * 10 + digit;
        (*width)++;
    }
    return end;
}

static const DateOffset year_words[] = {{"今年", 0},   {"本年", 0},    {"本年度", 0}, {"这一年", 0},
                                        {"這一年", 0}, {"去年", -1},   {"上年", -1},  {"上一年", -1},
                                        {"前年", -2},  {"大前年", -3}, {"明年", 1},   {"来年", 1},
                                        {"下一年", 1}, {"后年", 2},    {"後年", 2},   {NULL, 0}};
static const char *const republics[] = {"民国", "中华民国", "民國", "中華民國", NULL};

/* 去年, 这一年. */
static size_t read_year_word(const DateReader *reader, size_t at, int *year) {
    int offset;
    size_t end = date_zh_offset(reader->text, at, year_words, &offset);
    if (end == 0 || !reader->reference.year) {
        return 0;
    }
    *year = reader->reference.year + offset;
    return end;
}

/* 民国三十七年, 民国元年. */
static size_t read_republic_year(const DateReader *reader, size_t at, int *year) {
    Text text = reader->text;
    size_t name = numeral_any(text, at, republics);
    if (name == 0) {
        return 0;
    }
    size_t number = date_zh_number(reader, name, 1, 60, year);
    if (number == 0 && date_zh_starts(text, name, "元")) {
        number = name + 3;
        *year = 1;
    }
    *year += 1911;
    return number ? date_zh_mark(text, number, "年") : 0;
}

/* 一九五六年, 1956年, 两千零四年, 五六年; a short year in figures needs its month or a form that is no count (08年). */
static size_t read_year(const DateReader *reader, size_t at, int *year) {
    Text text = reader->text;
    size_t begin = date_zh_starts(text, at, "公元") ? at + 6 : at;
    size_t end = read_year_word(reader, at, year);
    end = end ? end : read_republic_year(reader, at, year);
    if (end) {
        return end;
    }
    int width;
    int ignored;
    Numeral numeral;
    size_t digits = read_digits(text, begin, year, &width);
    size_t mark = digits ? date_zh_mark(text, digits, "年") : 0;
    if (mark && width == 4) {
        return mark;
    }
    if (mark && width == 2 && reader->reference.year) {
        bool figures = numeral_digit(text, begin, &ignored) != 0;
        size_t month = numeral_zh_whole(text, numeral_spaces(text, mark), &numeral);
        bool year_form = !figures || *year < 10 || *year > 31 || (month && date_zh_starts(text, month, "月")) ||
                         date_zh_starts(text, mark, "第");
        *year = calendar_full_year(*year, reader->reference.year);
        return year_form ? mark : 0;
    }
    size_t number = date_zh_number(reader, begin, 1900, 2099, year);
    return number && *year != 2000 && !numeral_digit(text, begin, &ignored) ? date_zh_mark(text, number, "年") : 0;
}

/* 三夜 of 三日三夜, which is a duration; 五日午夜 is a day. */
static bool is_counted_night(Text text, size_t at) {
    int digit;
    size_t end = numeral_zh_digit(text, at, &digit);
    return end && date_zh_starts(text, end, "夜");
}

/* A row of days without its month; 三、四日 may also tell how long. */
static size_t read_lone_days(const DateReader *reader, size_t at, Stretch *out) {
    enum { FIRST_SURE = 10 };
    DayRow row;
    size_t end = date_zh_days(reader->text, at, &row);
    bool sure = end && !row.gap && (row.counted || row.first >= FIRST_SURE);
    Stretch low = {.from = {0, 0, row.first}};
    return sure && date_join(reader, low, (Stretch){.from = {0, 0, row.last}}, out) ? end : 0;
}

/* A day of the month alone: 29日; 号 also numbers houses, trains and furnaces. */
static size_t read_lone_day(const DateReader *reader, size_t at, Stretch *out) {
    static const char *const not_before[] = {"第", "每", "星期", "农历", "阴历", "旧历", NULL};
    static const char *const after_number[] = {"在", "到", "上", "下", "晚", "早", "起", "开", "举", "召", "以",
                                               "前", "后", "的", "至", "你", "我", "他", "是", "电", "讯", NULL};
    static const char *const after_day[] = {"内", "游", "用", "元", "之", "后", "後", NULL};
    Text text = reader->text;
    int day;
    size_t next;
    int digit;
    bool counted = date_zh_is_two(text, at) || date_zh_in_row(text, at);
    size_t number = counted ? 0 : date_zh_number(reader, at, 1, 31, &day);
    size_t end = number ? date_zh_day_sign(text, number) : 0;
    bool han = end && end < text.length && is_han(utf8_at(text, end, &next));
    bool sun = end && date_zh_starts(text, end - 3, "日");
    if (end == 0 || (at > 0 && numeral_digit(text, at - 1, &digit)) ||
        (han && !sun && !numeral_any(text, end, after_number)) ||
        (sun && (numeral_any(text, end, after_day) || is_counted_night(text, end)))) {
        return 0;
    }
    for (const char *const *word = not_before; *word; word++) {
        if (text_ends(text_slice(text, 0, at), text_from(*word))) {
            return 0;
        }
    }
    *out = (Stretch){.from = {0, 0, day}};
    return end;
}

/* The day of the week that is told beside a date: 10月12号，星期一. */
static size_t skip_weekday(Text text, size_t at) {
    static const char *const marks[] = {"，", ", ", ",", "（", "(", " ", NULL};
    size_t mark = numeral_any(text, at, marks);
    size_t word = date_zh_week_word(text, mark ? mark : at);
    int weekday;
    size_t end = word ? date_zh_weekday(text, word, &weekday) : 0;
    if (end == 0) {
        return at;
    }
    static const char *const closing[] = {"）", ")", NULL};
    size_t close = numeral_any(text, end, closing);
    return close ? close : end;
}

static size_t read_element(const DateReader *reader, size_t at, Stretch *out) {
    Text text = reader->text;
    int year;
    *out = (Stretch){.open = false};
    unsigned opens = date_zh_opens(reader, at);
    size_t end = opens & OPENS_NUMERAL ? date_numeric(text, at, &out->from) : 0;
    if (end) {
        return end;
    }
    end = opens & (OPENS_NUMERAL | OPENS_CENTURY) ? date_zh_decade(reader, at, out) : 0;
    end = end || !(opens & OPENS_HOLIDAY) ? end : date_zh_holiday(reader, at, &out->from);
    if (end) {
        return end;
    }
    end = opens & (OPENS_NUMERAL | OPENS_YEAR) ? read_year(reader, at, &year) : 0;
    if (end) {
        size_t within = date_zh_within_year(reader, end, year, out);
        if (within == 0) {
            *out = (Stretch){.from = {year, 0, 0}};
            size_t inside = date_zh_inside(text, end);
            within = inside ? inside : end;
        }
        return skip_weekday(text, within);
    }
    end = opens & (OPENS_NUMERAL | OPENS_MONTH) ? date_zh_month(reader, at, 0, out) : 0;
    end = end || !(opens & OPENS_NUMERAL) ? end : read_lone_days(reader, at, out);
    end = end || !(opens & OPENS_NUMERAL) ? end : read_lone_day(reader, at, out);
    if (end) {
        return skip_weekday(text, end);
    }
    end = opens & (OPENS_NUMERAL | OPENS_PART_OF_YEAR) ? date_zh_part_of_year(reader, at, out) : 0;
    return end ? end : date_zh_relative(reader, at, out);
}

/* 1995 － 1997年: the first of two years without its 年. */
static size_t read_bare_year(Text text, size_t at, Stretch *out) {
    int width;
    int ignored;
    size_t end = read_digits(text, at, &out->from.year, &width);
    bool inside = at > 0 && numeral_digit(text, at - 1, &ignored);
    return end && !inside && width == 4 && out->from.year >= 1000 && out->from.year < 2100 && date_zh_link(text, end)
               ? end
               : 0;
}

/* The second date of a range; after 和 or 与 only when 之间 follows. */
static size_t read_range(const DateReader *reader, size_t at, Stretch low, Stretch *out) {
    static const char *const pairs[] = {"和", "与", "與", NULL};
    static const char *const closings[] = {"之间", "间", "期间", NULL};
    Text text = reader->text;
    size_t link = date_zh_link(text, at);
    size_t pair = link ? 0 : numeral_any(text, numeral_spaces(text, at), pairs);
    Stretch high;
    size_t end = link || pair ? read_element(reader, link ? link : pair, &high) : 0;
    if (end == 0 && link && low.from.year) {
        high = (Stretch){.open = false};
        int width;
        size_t digits = read_digits(text, link, &high.from.year, &width);
        size_t next;
        bool alone = digits >= text.length || !is_han(utf8_at(text, digits, &next));
        end = width == 4 && alone && high.from.year < 2100 ? digits : 0;
    }
    size_t closing = end ? numeral_any(text, end, closings) : 0;
    if (end == 0 || (pair && !closing) || !date_join(reader, low, high, out)) {
        return 0;
    }
    return closing ? closing : date_zh_starts(text, end, "止") ? end + 3 : end;
}

/* 解放前; not 解放前后, 解放前夕. */
static size_t read_period(const DateReader *reader, size_t at, Stretch *out) {
    if (!(date_zh_opens(reader, at) & OPENS_PERIOD)) {
        return 0;
    }
    size_t end = date_named_period(reader, LANG_ZH, at, out);
    return date_zh_starts(reader->text, end, "后") || date_zh_starts(reader->text, end, "夕") ? 0 : end;
}

/* The whole expression from `at`. */
static size_t read_date(const DateReader *reader, size_t at, Stretch *out) {
    Text text = reader->text;
    size_t end = read_period(reader, at, out);
    if (end) {
        return end;
    }
    bool from = date_zh_starts(text, at, "从");
    size_t begin = from ? at + 3 : at;
    end = read_element(reader, begin, out);
    size_t year = 0;
    if (end == 0) {
        *out = (Stretch){.open = false};
        year = read_bare_year(text, begin, out);
    }
    Stretch whole;
    size_t range = end || year ? read_range(reader, end ? end : year, *out, &whole) : 0;
    if (range) {
        *out = whole;
        return range;
    }
    return from ? 0 : end;
}

/* A weekday told before its date: 周日, 二月十号. */
static size_t read_weekday_before(const DateReader *reader, size_t at, Stretch *out) {
    if (!(date_zh_opens(reader, at) & OPENS_WEEK)) {
        return 0;
    }
    static const char *const marks[] = {"，", ", ", ",", " ", NULL};
    int weekday;
    size_t word = date_zh_week_word(reader->text, at);
    size_t end = word ? date_zh_weekday(reader->text, word, &weekday) : 0;
    size_t mark = end ? numeral_any(reader->text, end, marks) : 0;
    end = mark ? read_element(reader, mark, out) : 0;
    return end && out->from.day && !out->to.year ? end : 0;
}

static const char *const other_calendars[] = {"农历", "阴历", "旧历", "夏历", "同年", "次年", "翌年", NULL};

/* 农历八月十五, 同年三月: a date that only another calendar or another sentence could tell; it is passed over. */
static size_t skip_unknown(const DateReader *reader, size_t at) {
    size_t word = numeral_any(reader->text, at, other_calendars);
    Stretch ignored;
    size_t end = word ? read_element(reader, word, &ignored) : 0;
    return end ? end : word;
}

/* 上将, 大将: generals, of whom 将于 tells no plan. */
static bool is_general(Text text, size_t at) {
    static const char *const ranks[] = {"大将", "上将", "中将", "少将", NULL};
    return at >= 3 && numeral_any(text, at - 3, ranks) != 0;
}

/* Words that tell of what is to come. */
static const char *const plans[] = {"定于", "定在", "订于", "将于", "将在", "将从", "将自", "将由",
                                    "预定", "拟于", "拟在", "定於", "將於", "將在", "預定", NULL};

/* 定于, 将于: do the words before `at`, in the same clause and behind `begin`, tell of what is to come? */
static bool is_planned(Text text, size_t begin, size_t at) {
    static const char *const clause_marks[] = {"，", "。", "；", "：", "！", "？", ",", NULL};
    size_t from = at;
    while (from > begin && from + LONGEST_PLAN > at) {
        from = utf8_previous(text, from);
        size_t end = numeral_any(text, from, plans);
        if (end && end <= at && !is_general(text, from)) {
            return true;
        }
        if (numeral_any(text, from, clause_marks)) {
            return false;
        }
    }
    return false;
}

/* 五月一日、三日: what told of the first date tells of the next one too. */
static bool is_listed(Text text, size_t end) {
    static const char *const links[] = {"、", "和", "及", "与", "或", NULL};
    return numeral_any(text, end, links) != 0;
}

void date_scan_zh(DateReader *reader) {
    enum {
        OPENS_DATE = OPENS_FROM | OPENS_NUMERAL | OPENS_WEEK | OPENS_HOLIDAY | OPENS_YEAR | OPENS_MONTH |
                     OPENS_CENTURY | OPENS_PART_OF_YEAR | OPENS_DAY_WORD | OPENS_NEARBY | OPENS_COUNT | OPENS_YEAR_OUT
    };
    size_t at = 0;
    size_t last = 0;   /* where the last date ended that is no member of a list */
    bool plan = false; /* is there a word before that tells of what is to come? */
    while (at < reader->text.length) {
        size_t next;
        unsigned opens = wordbook_opens_next(reader->book, reader->text, at, &next);
        plan = plan || ((opens & OPENS_PLAN) && numeral_any(reader->text, at, plans));
        size_t unknown = opens & OPENS_OTHER_CALENDAR ? skip_unknown(reader, at) : 0;
        if (unknown) {
            at = unknown;
            continue;
        }
        if (!(opens & (OPENS_DATE | OPENS_PERIOD))) {
            at = next;
            continue;
        }
        Stretch stretch = {.open = false};
        bool possible = opens & OPENS_DATE;
        reader->ahead = plan && possible && is_planned(reader->text, last, at);
        size_t end = possible ? read_weekday_before(reader, at, &stretch) : read_period(reader, at, &stretch);
        end = end || !possible ? end : read_date(reader, at, &stretch);
        bool found = end && date_push(reader, at, end, stretch);
        last = found && !is_listed(reader->text, end) ? end : last;
        at = found ? end : next;
    }
}

unsigned date_zh_opens(const DateReader *reader, size_t at) {
    return wordbook_opens(reader->book, reader->text, at);
}

void date_zh_wordbook(Wordbook *book) {
    wordbook_add(book, OPENS_FROM, TEXT("从"));
    wordbook_add(book, OPENS_YEAR, TEXT("公元"));
    date_zh_add_offsets(book, OPENS_YEAR, year_words);
    wordbook_add_all(book, OPENS_YEAR, republics);
    wordbook_add_all(book, OPENS_OTHER_CALENDAR, other_calendars);
    wordbook_add_all(book, OPENS_PLAN, plans);
}
