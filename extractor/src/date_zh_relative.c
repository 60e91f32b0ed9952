/* Chinese dates that count from the reference date, and holidays on a fixed day. Knows no numbered years and months
 * (date_zh.c). */
#include "date_zh.h"

size_t date_zh_offset(Text text, size_t at, const DateOffset *offsets, int *out) {
    size_t best = 0;
    *out = 0;
    for (; offsets->word; offsets++) {
        size_t length = text_has(text, at, offsets->word);
        if (length > best) {
            best = length;
            *out = offsets->value;
        }
    }
    return best ? at + best : 0;
}

void date_zh_add_offsets(Wordbook *book, Opens opens, const DateOffset *offsets) {
    for (; offsets->word; offsets++) {
        wordbook_add(book, opens, text_from(offsets->word));
    }
}

bool date_zh_starts(Text text, size_t at, const char *word) {
    return text_has(text, at, word) != 0;
}

bool date_zh_is_two(Text text, size_t at) {
    return date_zh_starts(text, at, "两") || date_zh_starts(text, at, "兩");
}

bool date_zh_after_han(Text text, size_t at) {
    size_t next;
    return at > 0 && is_han(utf8_at(text, utf8_previous(text, at), &next));
}

/* Many kinds of dates begin with a number, and each asks for it. */
size_t date_zh_number(const DateReader *reader, size_t at, int low, int high, int *out) {
    if (!(date_zh_opens(reader, at) & OPENS_NUMERAL)) {
        return 0;
    }
    DateNumber *number = &reader->numbers->items[at % DATE_NUMBERS];
    if (number->place != at + 1) {
        Numeral numeral;
        *number = (DateNumber){.place = at + 1, .end = numeral_zh_whole(reader->text, at, &numeral)};
        number->plain =
            number->end && !numeral.vague && !ratio_exists(numeral.high) && ratio_whole(numeral.value, &number->value);
    }
    if (!number->plain) {
        return 0;
    }
    *out = number->value;
    return number->value >= low && number->value <= high ? number->end : 0;
}

size_t date_zh_weekday(Text text, size_t at, int *out) {
    static const DateOffset days[] = {{"一", 1}, {"二", 2}, {"三", 3}, {"四", 4}, {"五", 5},
                                      {"六", 6}, {"日", 7}, {"天", 7}, {"1", 1},  {"2", 2},
                                      {"3", 3},  {"4", 4},  {"5", 5},  {"6", 6},  {NULL, 0}};
    return date_zh_offset(text, at, days, out);
}

static const char *const week_words[] = {"周", "週", "星期", "礼拜", "禮拜", NULL};

size_t date_zh_week_word(Text text, size_t at) {
    return numeral_any(text, at, week_words);
}

size_t date_zh_grain(Text text, size_t at, Grain *out) {
    static const DateOffset grains[] = {{"天", GRAIN_DAY},       {"日", GRAIN_DAY},         {"周", GRAIN_WEEK},
                                        {"週", GRAIN_WEEK},      {"个周", GRAIN_WEEK},      {"個週", GRAIN_WEEK},
                                        {"星期", GRAIN_WEEK},    {"个星期", GRAIN_WEEK},    {"個星期", GRAIN_WEEK},
                                        {"礼拜", GRAIN_WEEK},    {"个礼拜", GRAIN_WEEK},    {"個禮拜", GRAIN_WEEK},
                                        {"个月", GRAIN_MONTH},   {"個月", GRAIN_MONTH},     {"年", GRAIN_YEAR},
                                        {"季度", GRAIN_QUARTER}, {"个季度", GRAIN_QUARTER}, {NULL, 0}};
    static const char *const others[] = {"年级", "年代", "周年", "週年", "日本", "天津", "年度", "日元", NULL};
    int grain;
    size_t end = numeral_any(text, at, others) ? 0 : date_zh_offset(text, at, grains, &grain);
    if (end) {
        *out = (Grain)grain;
    }
    return end;
}

static const DateOffset day_words[] = {
    {"今天", 0},   {"今日", 0},   {"本日", 0},     {"今晨", 0},      {"今晚", 0},  {"今早", 0}, {"今夜", 0},
    {"昨天", -1},  {"昨日", -1},  {"昨晚", -1},    {"昨夜", -1},     {"昨晨", -1}, {"明天", 1}, {"明日", 1},
    {"明晚", 1},   {"明晨", 1},   {"前天", -2},    {"前日", -2},     {"后天", 2},  {"後天", 2}, {"大前天", -3},
    {"大后天", 3}, {"大後天", 3}, {"大大后天", 4}, {"大大前天", -4}, {NULL, 0}};

static size_t read_day_word(const DateReader *reader, size_t at, Stretch *out) {
    size_t bracketed = date_zh_bracketed_day(reader, at, out);
    if (bracketed) {
        return bracketed;
    }
    int offset;
    size_t end = date_zh_offset(reader->text, at, day_words, &offset);
    size_t bare = end ? 0 : date_zh_bare_yesterday(reader->text, at);
    offset = bare ? -1 : offset;
    end = bare ? bare : end;
    bool paper = date_zh_starts(reader->text, end, "报") && text_ends(text_slice(reader->text, 0, at), TEXT("光"));
    if (end == 0 || paper || date_zh_starts(reader->text, end, "之")) {
        return 0;
    }
    *out = (Stretch){.from = day_add(reader->reference, offset)};
    return end;
}

static const DateOffset nearby[] = {{"上上", -2}, {"上", -1}, {"这", 0},   {"這", 0}, {"本", 0},
                                    {"当", 0},    {"下", 1},  {"下下", 2}, {NULL, 0}};

/* The measure word of 上个月, 这一周; it may be missing. */
static size_t skip_measure(Text text, size_t at) {
    static const char *const measures[] = {"个", "個", "一个", "一個", "一", NULL};
    size_t end = numeral_any(text, at, measures);
    return end ? end : at;
}

/* 上周三, 下星期, 周末. */
static size_t read_week(const DateReader *reader, size_t at, Stretch *out) {
    Text text = reader->text;
    int offset = 0;
    size_t prefix = date_zh_offset(text, at, nearby, &offset);
    size_t word = date_zh_week_word(text, prefix ? skip_measure(text, prefix) : at);
    int weekday;
    if (word == 0 || date_zh_starts(text, word, "年")) {
        return 0;
    }
    Stretch week = calendar_week(reader->reference, offset);
    if (date_zh_starts(text, word, "末")) {
        *out = calendar_stretch(day_add(week.from, 5), week.to);
        return word + 3;
    }
    size_t end = date_zh_weekday(text, word, &weekday);
    if (prefix) {
        *out = end ? (Stretch){.from = day_add(week.from, weekday - 1)} : week;
        return end ? end : word;
    }
    static const char *const follow[] = {"上", "下", "晚", "在", "到", "举", "的", "前",
                                         "后", "至", "和", "起", "早", "夜", NULL};
    size_t next;
    int digit;
    bool short_word = word - at == 3;
    bool followed = end && end < text.length && is_han(utf8_at(text, end, &next)) && !numeral_any(text, end, follow);
    bool counted =
        at >= 3 && (numeral_zh_digit(text, utf8_previous(text, at), &digit) != 0 || date_zh_starts(text, at - 3, "两"));
    if (end == 0 || (short_word && followed) || counted) {
        return 0;
    }
    *out = (Stretch){.from = reader->ahead ? calendar_next_weekday(reader->reference, weekday)
                                           : calendar_past_weekday(reader->reference, weekday)};
    return end;
}

/* 上个季度, 本世纪, 上半年 as said of the reference's year. */
static size_t read_nearby(const DateReader *reader, size_t at, Stretch *out) {
    Text text = reader->text;
    Day today = reader->reference;
    int offset;
    size_t prefix = date_zh_offset(text, at, nearby, &offset);
    if (prefix == 0) {
        return 0;
    }
    size_t word = skip_measure(text, prefix);
    if (date_zh_starts(text, word, "季度")) {
        *out = calendar_quarter(today, offset);
        return word + 6;
    }
    if (date_zh_starts(text, word, "世纪") && !date_zh_starts(text, prefix, "一")) {
        *out = calendar_century(today.year / 100 + 1 + offset);
        return word + 6;
    }
    if (date_zh_starts(text, word, "半年") && word > prefix) {
        int half = today.year * 2 + (today.month > 6) + offset;
        *out = calendar_months(half / 2, half % 2 ? 7 : 1, half % 2 ? 12 : 6);
        return word + 6;
    }
    return 0;
}

/* 三天前, 七年后, 两个月以前. */
static size_t read_ago(const DateReader *reader, size_t at, Stretch *out) {
    static const char *const before[] = {"前", "以前", "之前", NULL};
    static const char *const after[] = {"后", "後", "以后", "之后", "以後", NULL};
    Text text = reader->text;
    int count;
    Grain grain;
    size_t number = date_zh_number(reader, at, 1, 999, &count);
    size_t unit = number ? date_zh_grain(text, number, &grain) : 0;
    size_t past = unit ? numeral_any(text, unit, before) : 0;
    size_t end = past ? past : unit ? numeral_any(text, unit, after) : 0;
    if (end == 0 || date_zh_starts(text, number, "日")) {
        return 0;
    }
    *out = (Stretch){.from = calendar_shift(reader->reference, past ? -count : count, grain)};
    return end;
}

static const DateOffset stretches[] = {
    {"最近", -1}, {"近", -1},  {"过去", -1}, {"前", -1},    {"上", -1},     {"头", -1},     {"后", 1},     {"後", 1},
    {"下", 1},    {"未来", 1}, {"今后", 1},  {"接下来", 1}, {"最近这", -1}, {"过去的", -1}, {"未来的", 1}, {NULL, 0}};

/* 最近三天, 过去十年, 前两个月, 今后三年. */
static size_t read_count(const DateReader *reader, size_t at, Stretch *out) {
    Text text = reader->text;
    int direction;
    int count;
    Grain grain;
    size_t word = date_zh_offset(text, at, stretches, &direction);
    size_t number = word ? date_zh_number(reader, word, 1, 100, &count) : 0;
    size_t end = number ? date_zh_grain(text, number, &grain) : 0;
    bool bare = word == at + 3;
    static const char *const free[] = {"在", "的", "于", "比", "较", "，", "。", NULL};
    if (end == 0 || (bare && date_zh_after_han(text, at) && !numeral_any(text, utf8_previous(text, at), free))) {
        return 0;
    }
    bool recent = date_zh_starts(text, at, "最近") || date_zh_starts(text, at, "近");
    *out = calendar_count(reader->reference, count, grain, direction, recent);
    return end;
}

size_t date_zh_inside(Text text, size_t at) {
    static const char *const words[] = {"内", "以内", "之内", "內", NULL};
    static const char *const compounds[] = {"内蒙", "内部", "内外", "内地", "内战",
                                            "内务", "内政", "内容", "内河", NULL};
    return numeral_any(text, at, compounds) ? 0 : numeral_any(text, at, words);
}

size_t date_zh_year_out(Text text, size_t at) {
    static const char *const ends[] = {"底", "末", "终", "年底", "年末", "年终", NULL};
    static const char *const before[] = {"前", "以前", "之前", NULL};
    static const char *const longer[] = {"前后", "前夕", "前期", NULL};
    size_t end = numeral_any(text, at, ends);
    return end && !numeral_any(text, end, longer) ? numeral_any(text, end, before) : 0;
}

/* 年内, 年底以前: some day of this year; not 三年内, 几年内, 青年内部. */
static size_t read_year_out(const DateReader *reader, size_t at, Stretch *out) {
    static const char *const counts[] = {"几", "数", "半", "两", "多", "余", "来", "干", "幾", "數",
                                         "兩", "餘", "同", "次", "翌", "当", "每", "历", "近", "周",
                                         "隔", "学", "青", "少", "成", "老", "中", NULL};
    Text text = reader->text;
    size_t before = at > 0 ? utf8_previous(text, at) : 0;
    int digit;
    size_t next;
    bool counted = at > 0 && (numeral_zh_digit(text, before, &digit) || numeral_zh_multiplier(text, before, &next) ||
                              numeral_any(text, before, counts) || text.at[before] == ' ');
    if (!date_zh_starts(text, at, "年") || counted) {
        return 0;
    }
    size_t inside = date_zh_inside(text, at + 3);
    *out = (Stretch){.from = {reader->reference.year, 0, 0}};
    return inside ? inside : date_zh_year_out(text, at);
}

size_t date_zh_relative(const DateReader *reader, size_t at, Stretch *out) {
    static const struct {
        unsigned opens;
        size_t (*read)(const DateReader *reader, size_t at, Stretch *out);
    } readers[] = {{OPENS_DAY_WORD, read_day_word}, {OPENS_NEARBY | OPENS_WEEK, read_week},
                   {OPENS_NEARBY, read_nearby},     {OPENS_YEAR_OUT, read_year_out},
                   {OPENS_NUMERAL, read_ago},       {OPENS_COUNT, read_count}};
    unsigned opens = reader->reference.year ? date_zh_opens(reader, at) : 0;
    size_t end = 0;
    for (size_t i = 0; end == 0 && i < sizeof readers / sizeof *readers; i++) {
        end = opens & readers[i].opens ? readers[i].read(reader, at, out) : 0;
    }
    return end;
}

/* Holidays on a fixed day, and those that a bare 五一 can mean. */
static const struct {
    const char *name;
    int month;
    int day;
} holidays[] = {
    {"元旦", 1, 1},
    {"元旦节", 1, 1},
    {"阳历新年", 1, 1},
    {"公历新年", 1, 1},
    {"妇女节", 3, 8},
    {"三八妇女节", 3, 8},
    {"三八国际妇女节", 3, 8},
    {"三八国际劳动妇女节", 3, 8},
    {"国际妇女节", 3, 8},
    {"三八节", 3, 8},
    {"“三八”国际劳动妇女节", 3, 8},
    {"“三八”妇女节", 3, 8},
    {"植树节", 3, 12},
    {"劳动节", 5, 1},
    {"五一劳动节", 5, 1},
    {"五一国际劳动节", 5, 1},
    {"国际劳动节", 5, 1},
    {"五一节", 5, 1},
    {"“五一”国际劳动节", 5, 1},
    {"“五一”节", 5, 1},
    {"“五一”劳动节", 5, 1},
    {"“五一”", 5, 1},
    {"青年节", 5, 4},
    {"五四青年节", 5, 4},
    {"“五四”青年节", 5, 4},
    {"儿童节", 6, 1},
    {"六一儿童节", 6, 1},
    {"国际儿童节", 6, 1},
    {"六一国际儿童节", 6, 1},
    {"“六一”国际儿童节", 6, 1},
    {"建党节", 7, 1},
    {"建军节", 8, 1},
    {"建軍節", 8, 1},
    {"八一建军节", 8, 1},
    {"八一建軍節", 8, 1},
    {"“八一”建军节", 8, 1},
    {"“八一”", 8, 1},
    {"教师节", 9, 10},
    {"国庆", 10, 1},
    {"国庆节", 10, 1},
    {"國慶", 10, 1},
    {"國慶节", 10, 1},
    {"國慶節", 10, 1},
    {"十一国庆节", 10, 1},
    {"圣诞", 12, 25},
    {"圣诞节", 12, 25},
    {"聖誕節", 12, 25},
    {"聖誕", 12, 25},
    {"平安夜", 12, 24},
    {"圣诞夜", 12, 24},
    {"圣诞前夜", 12, 24},
    {"“六一”儿童节", 6, 1},
    {"婦女節", 3, 8},
    {"勞動節", 5, 1},
    {"兒童節", 6, 1},
    {"青年節", 5, 4},
    {"教師節", 9, 10},
    {"元旦節", 1, 1},
    {"植樹節", 3, 12},
    {"五一國際勞動節", 5, 1},
};
static const struct {
    const char *name;
    int month;
} firsts[] = {{"五一", 5}, {"六一", 6}, {"七一", 7}, {"八一", 8}, {"十一", 10}};

/* 国庆招待会, 圣诞老人: is the feast only a part of the word that goes on at `end`? */
static bool names_a_thing(Text text, size_t begin, size_t end) {
    static const char *const times[] = {"前", "期间", "那", "这", "当", "后", "时", "之", "以", "上",
                                        "下", "晚",   "日", "在", "到", "是", "和", "与", "、", NULL};
    Text name = text_slice(text, begin, end);
    size_t next;
    bool short_name = text_ends(name, TEXT("国庆")) || text_ends(name, TEXT("圣诞"));
    return short_name && end < text.length && is_han(utf8_at(text, end, &next)) && !numeral_any(text, end, times);
}

size_t date_zh_holiday(const DateReader *reader, size_t at, Day *out) {
    static const char *const follow[] = {"前夕", "期间", "那天", "这天", NULL};
    Text text = reader->text;
    size_t best = 0;
    const Wordlist *names = &reader->book->holidays;
    for (const ListedWord *name = wordlist_longest(names, text, at); name && !best; name = wordlist_next(names, name)) {
        if (!names_a_thing(text, at, at + name->text.length)) {
            best = name->text.length;
            *out = (Day){0, holidays[name->value].month, holidays[name->value].day};
        }
    }
    for (size_t i = 0; best == 0 && i < sizeof firsts / sizeof *firsts; i++) {
        size_t end = at + 6;
        size_t next;
        bool alone = !date_zh_after_han(text, at) && (end >= text.length || !is_han(utf8_at(text, end, &next)));
        if (date_zh_starts(text, at, firsts[i].name) &&
            (numeral_any(text, end, follow) || (alone && firsts[i].month != 10))) {
            best = 6;
            *out = (Day){0, firsts[i].month, 1};
        }
    }
    return best ? at + best : 0;
}

void date_zh_relative_wordbook(Wordbook *book) {
    date_zh_add_offsets(book, OPENS_DAY_WORD, day_words);
    date_zh_add_offsets(book, OPENS_NEARBY, nearby);
    date_zh_add_offsets(book, OPENS_COUNT, stretches);
    wordbook_add_all(book, OPENS_WEEK, week_words);
    wordbook_add(book, OPENS_YEAR_OUT, TEXT("年"));
    for (uint32_t i = 0; i < sizeof holidays / sizeof *holidays; i++) {
        wordbook_add(book, OPENS_HOLIDAY, text_from(holidays[i].name));
        wordlist_add(&book->holidays, book->arena, text_from(holidays[i].name), i);
    }
    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++) {
        wordbook_add(book, OPENS_HOLIDAY, text_from(firsts[i].name));
    }
}
