/* Numbers in Chinese sentences: which numerals count something, with what unit, bound or range. How numerals are read
 * is numeral_zh.c's; which words only look like numbers is number_zh_words.c's. */
#include "date_scan.h"
#include "number_zh_words.h"

static bool starts(Text text, size_t at, const char *word) {
    return text_has(text, at, word) != 0;
}

static bool is_han_at(Text text, size_t at) {
    size_t next;
    return at < text.length && is_han(utf8_at(text, at, &next));
}

static bool is_alone(Text text, size_t begin, size_t end) {
    bool left = begin > 0 && is_han_at(text, utf8_previous(text, begin));
    return !left && !is_han_at(text, end);
}

/* Part of a code such as A4, v1.2 or 3-5号楼? */
static bool in_code(Text text, size_t begin, size_t end, bool unit) {
    char left = begin > 0 ? text.at[begin - 1] : ' ';
    char right = end < text.length ? text.at[end] : ' ';
    return is_ascii_letter(left) || (left >= '0' && left <= '9') || left == '.' || (is_ascii_letter(right) && !unit);
}

/* Chinese numerals that are dates: 一九五六年, 五六年, 三月, 29日, 二十世纪, 五十年代. */
static bool is_date(Text text, const Measure *measure) {
    const Numeral *numeral = &measure->numeral;
    size_t end = measure->digits.end;
    int value;
    size_t at = numeral_spaces(text, end);
    if (!ratio_whole(numeral->value, &value) || numeral->vague) {
        return false;
    }
    bool year = (numeral->digits == 4 && value >= 1000 && value < 2100) || (numeral->digits == 2 && !numeral->arabic);
    bool day = value >= 1 && value <= 31;
    bool after_month = text_ends(text_slice(text, 0, measure->begin), TEXT("月")) && measure->unit.length == 0;
    return (day && after_month) || starts(text, at, "世纪") || starts(text, at, "年代") ||
           (starts(text, at, "年") && year) || (value >= 1 && value <= 12 && starts(text, at, "月")) ||
           (day && (starts(text, at, "日") || starts(text, at, "号") || starts(text, at, "號")));
}

/* （八）, and 二、 where a clause begins, number the paragraphs. */
static bool is_list_number(Text text, const Measure *measure) {
    static const char *const closings[] = {"）", ")", "〕", NULL};
    static const char *const marks[] = {"、", "．", ".", NULL};
    Text left = text_slice(text, 0, measure->begin);
    bool opened = text_ends(left, TEXT("（")) || text_ends(left, TEXT("(")) || text_ends(left, TEXT("〔"));
    bool first =
        left.length == 0 || text_ends(left, TEXT("：")) || text_ends(left, TEXT("；")) || text_ends(left, TEXT("。"));
    size_t mark = numeral_any(text, measure->end, marks);
    Numeral next;
    return measure->unit.length == 0 && ((opened && numeral_any(text, measure->end, closings)) ||
                                         (first && mark && numeral_zh_whole(text, mark, &next) == 0));
}

/* Does the numeral from `begin` to `end` count something? A single sign (一 三 十 百 两) must stand alone or have a
 * unit. */
static bool counts(Text text, size_t begin, size_t end, const Numeral *numeral, bool unit) {
    if (numeral->arabic || numeral->fraction || numeral->percent) {
        return true;
    }
    bool single = end - begin == 3;
    bool code = numeral->digits >= 2 && numeral->digits <= 3;
    if (!single && !code) {
        return true;
    }
    bool dotted = starts(text, end, "·") || text_ends(text_slice(text, 0, begin), TEXT("·"));
    bool very = starts(text, begin, "十分") && is_han_at(text, end + 3) && !starts(text, end + 3, "钟");
    if (dotted || very) {
        return false;
    }
    if (single && number_zh_false_end(text, begin)) {
        return false;
    }
    if (single && starts(text, begin, "拾")) {
        return is_alone(text, begin, end);
    }
    size_t next;
    bool large = single && numeral_zh_multiplier(text, begin, &next) >= 100;
    if (unit) {
        return !large || starts(text, end, "人") || starts(text, end, "元") || starts(text, end, "斤") ||
               starts(text, end, "吨") || starts(text, end, "亩") || starts(text, end, "名") || !is_han_at(text, end);
    }
    static const char *const copulas[] = {"是", "为", "而", "的", "和", "与", "到", "至", "或", NULL};
    bool left = begin > 0 && is_han_at(text, utf8_previous(text, begin));
    bool said =
        begin >= 3 && (starts(text, begin - 3, "是") || starts(text, begin - 3, "为")) && !starts(text, end, "个");
    return is_alone(text, begin, end) || (!left && numeral_any(text, end, copulas)) ||
           (said && (!is_han_at(text, end) || numeral_any(text, end, copulas) || starts(text, end, "这")));
}

static const char *const percent_signs[] = {"%", "％", NULL};

/* 三成, 三成半; not 三成为 or 第三成套. */
static size_t read_tenths(const NumberScanner *scanner, size_t at, Measure *measure) {
    Text text = scanner->text;
    size_t begin = numeral_spaces(text, at);
    size_t end = begin + 3;
    bool few = ratio_compare(measure->numeral.value, ratio_of(10)) <= 0 && measure->numeral.digits < 3;
    if (!starts(text, begin, "成") || !few || number_zh_false_unit(scanner->book, text, (Span){begin, end})) {
        return 0;
    }
    Ratio value = measure->numeral.value;
    if (starts(text, end, "半")) {
        value = ratio_add(value, ratio_make(1, 2));
        end += 3;
    }
    measure->numeral.value = ratio_multiply(value, ratio_of(10));
    if (ratio_exists(measure->high)) {
        measure->high = ratio_multiply(measure->high, ratio_of(10));
    }
    measure->unit = TEXT("%");
    return end;
}

/* The unit after a number, with one space at most; sets the end. */
static void read_unit(const NumberScanner *scanner, size_t at, Measure *measure) {
    Text text = scanner->text;
    size_t begin = numeral_spaces(text, at);
    size_t sign = numeral_any(text, begin, percent_signs);
    size_t length;
    measure->end = at;
    if (measure->numeral.percent || sign) {
        measure->unit = TEXT("%");
        measure->end = sign ? sign : at;
        return;
    }
    size_t tenths = read_tenths(scanner, at, measure);
    if (tenths) {
        measure->end = tenths;
        return;
    }
    Lang lang = begin < text.length && is_ascii_letter(text.at[begin]) ? LANG_EN : LANG_ZH;
    const Unit *unit = begin - at <= 1 ? lexicon_unit(scanner->lexicon, lang, text, begin, &length) : NULL;
    if (unit == NULL || number_zh_false_unit(scanner->book, text, (Span){begin, begin + length})) {
        return;
    }
    measure->unit = text_slice(text, begin, begin + length);
    measure->known = unit;
    measure->classifier = unit->classifier;
    measure->end = begin + length;
    bool half = starts(text, measure->end, "半") && !ratio_exists(measure->high) && !starts(text, measure->end, "半数");
    if (half) {
        measure->numeral.value = ratio_add(measure->numeral.value, ratio_make(1, 2));
        measure->end += 3;
    }
}

/* 多 余 来 几 after the number, 多 after its unit. */
static size_t read_more(Text text, size_t at, bool unit, Measure *measure) {
    static const char *const inside[] = {"多", "余", "餘", "來", "来", NULL};
    static const char *const behind[] = {"多", NULL};
    static const char *const other[] = {"多数", "多种", "多样", "多次", "余地", "来自", "来到", "来信",
                                        "来源", "来的", "来看", "来说", "来京", "来华", NULL};
    size_t end = numeral_any(text, numeral_spaces(text, at), unit ? behind : inside);
    if (end == 0 || numeral_any(text, numeral_spaces(text, at), other)) {
        return at;
    }
    measure->numeral.vague = true;
    return end;
}

/* 半个, 半吨 and 一半. */
static size_t read_half(const NumberScanner *scanner, size_t at, Measure *measure) {
    static const char *const halves[] = {"半", "一半", NULL};
    Text text = scanner->text;
    size_t end = numeral_any(text, at, halves);
    bool bare = starts(text, at, "半");
    if (end == 0 || number_zh_false_start(scanner->book, text, at) ||
        (bare && at > 0 && is_han_at(text, utf8_previous(text, at)) && !measure->qualified && !is_han_at(text, end))) {
        return 0;
    }
    measure->numeral = (Numeral){.value = ratio_make(1, 2), .scale = 1, .fraction = true};
    if (starts(text, end, "百") && bare) {
        measure->numeral.value = ratio_of(50);
        measure->end = end + 3;
        return end + 3;
    }
    if (bare) {
        read_unit(scanner, end, measure);
        return measure->end > end && !starts(text, end, "年") && !starts(text, end, "天") ? end : 0;
    }
    measure->end = end;
    return end;
}

/* A minus sign that is no dash between two things. */
static size_t read_minus(Text text, size_t at) {
    static const char *const signs[] = {"-", "－", "−", NULL};
    size_t end = numeral_any(text, at, signs);
    Numeral next;
    char left = at > 0 ? text.at[at - 1] : ' ';
    bool free = at == 0 || is_han_at(text, utf8_previous(text, at)) || left == ' ' || left == '(';
    return end && free && numeral_arabic(text, end, &next) ? end : 0;
}

/* 第三 counts nothing; 104次列车 and 三届 neither. */
static bool is_ordinal(Text text, const Measure *measure) {
    static const char *const trains[] = {"列车", "特快", "快车", "直快", "客车", "慢车", NULL};
    bool session = text_equal(measure->unit, TEXT("届")) && ratio_compare(measure->numeral.value, ratio_of(1)) > 0;
    return session || (text_equal(measure->unit, TEXT("次")) && numeral_any(text, measure->end, trains) != 0);
}

/* One number with its unit, from `at`; false: none. */
static bool read_measure(const NumberScanner *scanner, size_t at, Measure *measure) {
    Text text = scanner->text;
    size_t half = read_half(scanner, at, measure);
    if (half) {
        measure->begin = at;
        measure->digits = (Span){at, half};
        return true;
    }
    size_t minus = read_minus(text, at);
    size_t end = numeral_zh(text, minus ? minus : at, &measure->numeral);
    if (end == 0 || number_zh_false_start(scanner->book, text, at)) {
        return false;
    }
    if (minus) {
        measure->numeral.value = ratio_multiply(measure->numeral.value, ratio_of(-1));
    }
    measure->begin = at;
    measure->digits = (Span){at, end};
    measure->high = measure->numeral.high;
    read_unit(scanner, read_more(text, end, false, measure), measure);
    bool unit = measure->unit.length > 0;
    measure->end = number_zh_parts(scanner, measure);
    if (unit && !measure->classifier) {
        measure->end = read_more(text, measure->end, true, measure);
    }
    if (measure->numeral.pair && unit && !text_equal(measure->unit, TEXT("%"))) {
        int value;
        ratio_whole(measure->numeral.value, &value);
        measure->numeral.value = ratio_of(value / 10);
        measure->high = ratio_of(value % 10);
    }
    if (is_date(text, measure) || (measure->numeral.arabic && in_code(text, at, end, unit))) {
        return false;
    }
    measure->numeral.ordinal = is_ordinal(text, measure);
    return true;
}

/* The number after 到 or －, which makes a range of the one before. */
static bool read_range(const NumberScanner *scanner, Measure *measure, bool between) {
    static const char *const links[] = {"至", "到", "～", "~", "－", "—", "-", "–", "——", "(含)-", "（含）-", NULL};
    static const char *const pairs[] = {"和", "与", "與", NULL};
    Text text = scanner->text;
    size_t link = numeral_spaces(text, measure->end);
    size_t next = numeral_any(text, link, between ? pairs : links);
    Measure high = {.end = 0};
    if (next == 0 || !read_measure(scanner, numeral_spaces(text, next), &high)) {
        return false;
    }
    bool units = measure->unit.length == 0 || high.unit.length == 0 || text_equal(measure->unit, high.unit);
    if (between && text_equal(high.unit, TEXT("间"))) {
        high.end = high.digits.end;
        high.unit = (Text){0};
    }
    if (between && !starts(text, high.end, "之间") && !starts(text, high.end, "间")) {
        return false;
    }
    if (!units || !number_range(measure, &high)) {
        return false;
    }
    measure->unit = high.unit.length ? high.unit : measure->unit;
    measure->classifier = high.unit.length ? high.classifier : measure->classifier;
    measure->digits.end = high.digits.end;
    measure->end = high.end;
    if (between) {
        measure->end += starts(text, high.end, "之间") ? 6 : 3;
    }
    return true;
}

static void read_after(Text text, Measure *measure) {
    Qualifier qualifier;
    size_t end = number_zh_after(text, numeral_spaces(text, measure->end), &qualifier);
    if (end) {
        measure->end = end;
        measure->qualifier = qualifier;
        measure->qualified = true;
    }
}

/* 比四分之一大: a bound written around its number. */
static size_t read_than(Text text, size_t at, Measure *measure) {
    bool more = starts(text, at, "大") || starts(text, at, "多") || starts(text, at, "高");
    bool less = starts(text, at, "小") || starts(text, at, "少") || starts(text, at, "低");
    if (!more && !less) {
        return 0;
    }
    measure->qualified = true;
    measure->qualifier = more ? QUALIFIER_AT_LEAST : QUALIFIER_AT_MOST;
    return at + 3;
}

static bool read_ordinal(const NumberScanner *scanner, size_t at, Measure *measure) {
    size_t begin = at + 3;
    size_t end = numeral_zh(scanner->text, begin, &measure->numeral);
    if (end == 0) {
        return false;
    }
    measure->numeral.ordinal = true;
    measure->begin = at;
    measure->end = end;
    measure->digits = (Span){begin, end};
    return true;
}

/* 人民币三百元: the money is named before the sum, and is its unit when none follows. */
static bool read_money(const NumberScanner *scanner, size_t at, Measure *measure) {
    size_t name = number_zh_money(scanner->text, at);
    *measure = (Measure){.end = 0};
    if (name == 0 || !read_measure(scanner, numeral_spaces(scanner->text, name), measure)) {
        return false;
    }
    if (measure->unit.length == 0) {
        measure->unit = text_slice(scanner->text, at, name);
    }
    measure->begin = at;
    return true;
}

/* The whole expression from `at`. */
static bool read_expression(const NumberScanner *scanner, size_t at, Measure *measure) {
    Text text = scanner->text;
    unsigned opens = wordbook_opens(scanner->book, text, at);
    if ((opens & OPENS_MONEY) && read_money(scanner, at, measure)) {
        read_after(text, measure);
        return true;
    }
    *measure = (Measure){.end = 0};
    Day day;
    if ((opens & OPENS_NUMERAL) && date_numeric(text, at, &day) && day.day) {
        return false;
    }
    if (starts(text, at, "第")) {
        return read_ordinal(scanner, at, measure);
    }
    bool than = starts(text, at, "比");
    size_t from = starts(text, at, "从") ? at + 3 : starts(text, at, "位于") ? at + 6 : 0;
    size_t prefix = opens & OPENS_QUALIFIER ? number_zh_before(scanner->book, text, at, &measure->qualifier) : 0;
    measure->qualified = prefix != 0;
    size_t begin = than ? at + 3 : from ? from : prefix ? numeral_spaces(text, prefix) : at;
    if (!read_measure(scanner, begin, measure)) {
        return false;
    }
    bool range = read_range(scanner, measure, false) || read_range(scanner, measure, true);
    if (from && !range) {
        return false;
    }
    if (!range && !measure->qualified && !than && !measure->numeral.vague &&
        !counts(text, begin, measure->digits.end, &measure->numeral, measure->unit.length > 0)) {
        return false;
    }
    measure->begin = at;
    measure->numeral.ordinal = measure->numeral.ordinal || is_list_number(text, measure);
    if (than) {
        measure->end = read_than(text, measure->end, measure);
        return measure->end != 0;
    }
    read_after(text, measure);
    return true;
}

/* What is no number as a whole is none in part either: 一九五六年, 1956-03-29. */
static size_t skip_rejected(Text text, size_t at) {
    Numeral numeral;
    Day day;
    size_t date = date_numeric(text, at, &day);
    size_t end = date ? date : numeral_zh_whole(text, at, &numeral);
    return end ? end : utf8_next(text, at);
}

void number_scan_zh(NumberScanner *scanner) {
    static const char *const joiners[] = {"，", "且", "并", "并且", "的同时", "同时", "而", "， ", "，并", NULL};
    Text text = scanner->text;
    size_t last = SIZE_MAX;
    size_t at = 0;
    while (at < text.length) {
        Measure measure;
        size_t next;
        unsigned opens = wordbook_opens_next(scanner->book, text, at, &next);
        if (!(opens & OPENS_NUMBER)) {
            at = next;
            continue;
        }
        size_t skip = opens & OPENS_FALSE_NUMBER ? number_zh_false_start(scanner->book, text, at) : 0;
        if (skip == 0 && read_expression(scanner, at, &measure)) {
            bool joined = last != SIZE_MAX && (last == at || numeral_any(text, last, joiners) == at);
            number_push(scanner, &measure, joined);
            at = last = measure.end;
        } else {
            at = skip ? skip : skip_rejected(text, at);
        }
    }
}
