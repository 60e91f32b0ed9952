/* Owns the words of Chinese datelines: 【新华社延安十二日电】贝尔格莱德讯：. It does not know which month a day is in.
 */
#include "dispatch.h"

/* Code points that the head of a dateline (新华社…日讯) and the name of a place in it have at most. */
enum { LONGEST_HEAD = 32, LONGEST_PLACE = 12 };

static const char *const agencies[] = {"新华社", "本报", "人民日报", "中国新闻社", "中新社", NULL};
static const char *const kinds[] = {"急电", "专电", "电讯", "特讯", "航讯", "通讯",
                                    "消息", "特写", "广播", "电",   "讯",   NULL};

static bool cut(Text *rest, const char *start) {
    Text text = text_from(start);
    if (!text_starts(*rest, text)) {
        return false;
    }
    *rest = text_trim(text_after(*rest, text.length));
    return true;
}

static bool cut_end(Text *rest, const char *end) {
    Text text = text_from(end);
    if (!text_ends(*rest, text)) {
        return false;
    }
    *rest = text_trim(text_slice(*rest, 0, rest->length - text.length));
    return true;
}

static bool cut_kind(Text *rest) {
    for (size_t i = 0; kinds[i]; i++) {
        if (cut_end(rest, kinds[i])) {
            return true;
        }
    }
    return false;
}

static size_t starting_agency(Text text) {
    for (size_t i = 0; agencies[i]; i++) {
        if (text_starts(text, text_from(agencies[i]))) {
            return text_from(agencies[i]).length;
        }
    }
    return 0;
}

/* -- Days -- */

static int digit_value(uint32_t c) {
    static const uint32_t digits[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};
    for (int value = 0; value < 10; value++) {
        uint32_t ascii = '0' + (uint32_t)value;
        if (c == digits[value] || c == ascii || c == ascii - '0' + 0xFF10) {
            return value;
        }
    }
    return c == 0x25CB || c == 0x96F6 ? 0 : -1; /* ○ 零 */
}

static int tens_value(uint32_t c) {
    bool twenty = c == 0x5EFF || c == 0x5EFE || c == 0x5344;      /* 廿 廾 卄 */
    return c == 0x5341 ? 10 : twenty ? 20 : c == 0x5345 ? 30 : 0; /* 十, 卅 */
}

/* Reads 29, ２９, 二十九, 廿九 or 一九五六; *end is the byte after it. -1: no number, or one that no date has. */
static int read_number(Text text, size_t at, size_t *end) {
    int tens = 0;
    int ones = 0;
    *end = at;
    for (size_t next; *end < text.length && ones <= 9999; *end = next) {
        uint32_t c = utf8_at(text, *end, &next);
        if (digit_value(c) >= 0) {
            ones = ones * 10 + digit_value(c);
        } else if (tens_value(c)) {
            tens += tens_value(c) * (ones ? ones : 1);
            ones = 0;
        } else {
            break;
        }
    }
    return *end > at && ones <= 9999 && tens <= 90 ? tens + ones : -1;
}

/* Reads a number and the word behind it. */
static bool read_part(Text text, size_t *at, const char *word, int *value) {
    size_t end;
    int number = read_number(text, *at, &end);
    if (number < 0 || !text_starts(text_after(text, end), text_from(word))) {
        return false;
    }
    *value = number;
    *at = end + text_from(word).length;
    return true;
}

bool dispatch_day_chinese(Text text, size_t at, size_t *end, Day *out) {
    Day day = {0};
    read_part(text, &at, "年", &day.year);
    read_part(text, &at, "月", &day.month);
    size_t after;
    int number = read_number(text, at, &after);
    Text rest = text_after(text, after);
    bool has_word = text_starts(rest, TEXT("日"));
    bool stands_alone = text_equal(rest, TEXT("电")) || text_equal(rest, TEXT("讯")); /* 荷泽二十三电 */
    if (number < 1 || number > 31 || day.month > 12 || (!has_word && !stands_alone)) {
        return false;
    }
    day.day = number;
    *end = has_word ? after + TEXT("日").length : after;
    *out = day;
    return true;
}

/* -- The head: agency, place, day, kind -- */

static size_t count_han(Text text) {
    size_t count = 0;
    for (size_t at = 0, next; at < text.length; at = next) {
        uint32_t c = utf8_at(text, at, &next);
        if (!is_han(c) && c != 0xB7) {
            return 0;
        }
        count++;
    }
    return count;
}

static Text place_name(Text text) {
    Text place = text_trim(text);
    while (cut(&place, "今") || cut_end(&place, "今") || cut_end(&place, "专") || cut_end(&place, "急")) {
    }
    size_t length = count_han(place);
    return length > LONGEST_PLACE || text_equal(place, TEXT("本市")) ? (Text){0} : place;
}

/* The agency that `text` starts with, by its last letter: 塔斯社, 纽约时报, 美新闻处. 本社 and 本报 are the paper's
 * own. */
static size_t foreign_agency(Text text) {
    static const char *const ends[] = {"社", "报", "处", "电台", NULL};
    size_t count = 0;
    for (size_t at = 0; at < text.length && count < LONGEST_PLACE; at = utf8_next(text, at), count++) {
        Text rest = text_after(text, at);
        for (size_t i = 0; ends[i] && count >= 2; i++) {
            if (text_starts(rest, text_from(ends[i]))) {
                return at + text_from(ends[i]).length;
            }
        }
    }
    return 0;
}

static Text take(Text *rest, size_t length) {
    Text taken = text_slice(*rest, 0, length);
    *rest = text_trim(text_after(*rest, length));
    return taken;
}

/* 据, and the paper that ordered the report: the agency itself comes next. */
static void cut_lead(Text *rest) {
    static const char *const orders[] = {"本报特约", "人民日报特约", "《人民日报》特约", NULL};
    cut(rest, "据");
    for (size_t i = 0; orders[i]; i++) {
        cut(rest, orders[i]);
    }
}

/* Agency, branch, and whose report it passes on; what is left is place and day. */
static void read_agencies(Text *rest, Dateline *out) {
    out->continues = cut(rest, "又");
    cut_lead(rest);
    size_t own = starting_agency(*rest);
    size_t other = own ? 0 : foreign_agency(*rest);
    if (own || other) {
        out->agency = take(rest, own ? own : other);
    }
    size_t branch = text_find(*rest, TEXT("分社"));
    if (branch != SIZE_MAX) {
        take(rest, branch + TEXT("分社").length);
    }
    if (out->agency.length && cut(rest, "据")) {
        size_t relayed = foreign_agency(*rest);
        out->relayed = take(rest, relayed);
    }
}

static void read_place_and_day(Text rest, Dateline *out) {
    for (size_t at = 0, end; at < rest.length; at = utf8_next(rest, at)) {
        if (dispatch_day_chinese(rest, at, &end, &out->day)) {
            Text before = place_name(text_slice(rest, 0, at));
            Text after = text_after(rest, end);
            cut_kind(&after);
            out->place = before.length ? before : place_name(after);
            return;
        }
    }
    cut_kind(&rest);
    out->place = place_name(rest);
}

/* Reads 新华社延安十二日电. false: these words are no head of a dateline. */
static bool read_head(Text head, Dateline *out) {
    Text rest = head;
    out->text = head;
    read_agencies(&rest, out);
    read_place_and_day(rest, out);
    Text before_kind = head;
    bool has_kind = cut_kind(&before_kind);
    return (has_kind && (out->day.day || out->agency.length || out->continues || count_han(out->place))) ||
           (out->agency.length && out->day.day && text_ends(head, TEXT("日"))) || text_equal(head, TEXT("平市讯")) ||
           (has_kind && text_equal(before_kind, TEXT("本市")));
}

/* Does 电 or 讯 end the name of a deed, and no source: 毛主席致电：, 朱总司令通电：? */
static bool is_deed(Text before_kind) {
    static const char *const deeds[] = {"致", "通", "来", "复", "贺", "唁", "发",
                                        "拍", "回", "去", "急", "信", "的", NULL};
    for (size_t i = 0; deeds[i]; i++) {
        if (text_ends(before_kind, text_from(deeds[i]))) {
            return true;
        }
    }
    return false;
}

/* Does a head end where no day, colon or white space says so: 据新华社长沙电湖南省…, 本报讯十二月…? `place` is what
 * stands between agency and kind. */
static bool ends_bare(Text place, Text after) {
    enum { LONGEST_BARE_PLACE = 4 };
    static const char *const compounds[] = {"报", "台", "话", "影", "视", "力", "告",
                                            "贺", "文", "令", "信", "问", NULL};
    for (size_t i = 0; compounds[i]; i++) {
        if (text_starts(after, text_from(compounds[i]))) {
            return false;
        }
    }
    return place.length == 0 || (count_han(place) >= 2 && count_han(place) <= LONGEST_BARE_PLACE && !is_deed(place));
}

/* Without brackets a head runs to the 讯 or 电 that a day stands before, or a colon or white space behind. 0: there is
 * none. */
static size_t head_length(Text paragraph) {
    Text rest = paragraph;
    bool again = cut(&rest, "又");
    cut_lead(&rest);
    size_t agency = starting_agency(rest);
    if (!agency && !again) {
        return 0;
    }
    size_t start = (size_t)(rest.at - paragraph.at) + agency;
    for (size_t at = start, count = 0; at < paragraph.length && count < LONGEST_HEAD; count++) {
        uint32_t c = utf8_at(paragraph, at, &at);
        if (!is_han(c) && digit_value(c) < 0 && c != 0xB7) {
            return 0;
        }
        Text before = text_slice(paragraph, start, at);
        Text after = text_after(paragraph, at);
        if (!cut_kind(&before) || text_starts(after, TEXT("讯"))) {
            continue;
        }
        bool divided = after.length == 0 || dispatch_skip(after, 0, "：:") > 0;
        bool dated =
            text_ends(before, TEXT("日")) || text_ends(before, TEXT("日专")) || text_ends(before, TEXT("日急"));
        if (divided || dated || ends_bare(before, after)) {
            return at;
        }
    }
    return 0;
}

/* -- What may follow the head -- */

/* Reads 塔斯社纽约讯： or 贝尔格莱德讯：; answers its length with the colon, or 0. */
static size_t read_relay(Text rest, Dateline *out) {
    size_t at = 0;
    size_t next = 0;
    uint32_t c = 0;
    for (size_t count = 0; at < rest.length && count < LONGEST_HEAD; count++, at = next) {
        c = utf8_at(rest, at, &next);
        if (!is_han(c) && digit_value(c) < 0 && c != 0xB7) {
            break;
        }
    }
    Text head = text_slice(rest, 0, at);
    Text before = head;
    if ((c != ':' && c != 0xFF1A) || !cut_kind(&before) || is_deed(before) || text_contains(head, TEXT("的"))) {
        return 0;
    }
    Dateline relay = {0};
    if (!read_head(head, &relay)) {
        return 0;
    }
    out->relayed = out->relayed.length ? out->relayed : relay.agency;
    out->place = out->place.length ? out->place : relay.place;
    out->day = out->day.day ? out->day : relay.day;
    return next;
}

/* Colons, relayed sources and （记者…） behind the head. */
static size_t read_tail(Text paragraph, size_t at, Dateline *out) {
    static const char *const brackets[][2] = {{"（", "）"}, {"(", ")"}, {NULL, NULL}};
    size_t before;
    do {
        before = at;
        at = dispatch_skip(paragraph, at, "：:，,");
        Text inner;
        size_t length;
        if (dispatch_bracketed(text_after(paragraph, at), brackets, &inner, &length) &&
            text_contains(inner, TEXT("记者"))) {
            at += length;
        }
        at += read_relay(text_after(paragraph, at), out);
    } while (at > before);
    return at;
}

bool dispatch_read_chinese(Text paragraph, Dateline *out) {
    static const char *const brackets[][2] = {{"【", "】"}, {"[", "]"}, {"〔", "〕"}, {"［", "］"}, {NULL, NULL}};
    Text head;
    size_t length;
    if (text_starts(paragraph, TEXT("△")) || text_starts(paragraph, TEXT("▲"))) {
        out->continues = true;
        out->text = text_slice(paragraph, 0, 0);
        length = TEXT("△").length;
    } else if (dispatch_bracketed(paragraph, brackets, &head, &length)) {
        if (!read_head(head, out)) {
            return false;
        }
    } else {
        length = head_length(paragraph);
        if (!length || !read_head(text_slice(paragraph, 0, length), out)) {
            return false;
        }
    }
    out->length = read_tail(paragraph, length, out);
    return true;
}

bool dispatch_source_chinese(Text inner, Dateline *out) {
    Text rest = inner;
    cut(&rest, "据");
    size_t own = starting_agency(rest);
    size_t agency = own ? own : foreign_agency(rest);
    Text after = text_trim(text_after(rest, agency));
    bool is_source = agency && !text_contains(rest, TEXT("载")) &&
                     (after.length == 0 || text_equal(after, TEXT("供稿")) || cut_kind(&after));
    if (is_source && read_head(inner, out)) {
        return true;
    }
    out->agency = text_slice(rest, 0, agency);
    out->text = (Text){0};
    return is_source;
}
