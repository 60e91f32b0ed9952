/* Owns the looks of a line: decks, dividers, captions, salutations, signatures. It does not know the lines around it.
 */
#include "paragraph.h"

#include "dispatch.h"
#include "sentence.h"

/* Code points. */
enum {
    LONGEST_DECK_ZH = 60,
    LONGEST_DECK_EN = 160,
    SHORTEST_REPEAT = 2,
    LONGEST_ADDRESS = 1200,
    LONGEST_SIGNATURE = 160
};
/* Columns: paragraphs are indented by four, signatures are set to the right. */
enum { DEEP_INDENT = 6, RIGHT_INDENT = 12, TAB_WIDTH = 4 };

static size_t columns(Text indent) {
    size_t count = 0;
    for (size_t at = 0, next; at < indent.length; at = next) {
        uint32_t c = utf8_at(indent, at, &next);
        count += c == '\t' ? TAB_WIDTH : c == 0x3000 ? 2 : 1;
    }
    return count;
}

/* Cuts the next line that is not blank off `rest`; its text is empty if there is none. */
static Text cut_line(Text *rest, size_t *indent) {
    Text text = {rest->at, 0};
    while (rest->length && text.length == 0) {
        Text line = text_line(rest);
        text = text_trim(line);
        *indent = text.length ? columns(text_slice(line, 0, (size_t)(text.at - line.at))) : 0;
    }
    return text;
}

bool paragraph_next(Text *rest, Paragraph *out) {
    *out = (Paragraph){0};
    out->text = cut_line(rest, &out->indent);
    Text below = *rest;
    size_t indent_below = 0;
    out->is_last = cut_line(&below, &indent_below).length == 0;
    out->next_is_deep = indent_below >= DEEP_INDENT;
    return out->text.length > 0;
}

/* -- Headlines -- */

static bool is_word_char(uint32_t c) {
    return is_han(c) || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0xC0 && c < 0x2000) || (c >= 0xFF10 && c <= 0xFF5A) || c == 0x25CB;
}

/* The next letter or digit at or after *at, in lower case; 0 at the end. */
static uint32_t next_word_char(Text text, size_t *at) {
    while (*at < text.length) {
        uint32_t c = utf8_at(text, *at, at);
        if (is_word_char(c)) {
            return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
        }
    }
    return 0;
}

static bool matches_at(Text part, Text whole, size_t at) {
    for (size_t i = 0;;) {
        uint32_t wanted = next_word_char(part, &i);
        if (!wanted || wanted != next_word_char(whole, &at)) {
            return !wanted;
        }
    }
}

static size_t count_word_chars(Text text) {
    size_t count = 0;
    for (size_t at = 0; next_word_char(text, &at);) {
        count++;
    }
    return count;
}

static bool is_part(Text part, Text whole) {
    for (size_t at = 0; at < whole.length; at = utf8_next(whole, at)) {
        if (matches_at(part, whole, at)) {
            return true;
        }
    }
    return false;
}

bool paragraph_repeats(Text line, Text headline) {
    if (line.length > 2 * headline.length + LONGEST_DECK_EN) {
        return false;
    }
    size_t in_line = count_word_chars(line);
    size_t in_headline = count_word_chars(headline);
    return in_line <= in_headline ? in_line >= SHORTEST_REPEAT && is_part(line, headline)
                                  : in_line <= 2 * in_headline && is_part(headline, line);
}

static bool ends_open(Text line) {
    static const char *const marks[] = {"。", "！", "？", "；", "：", "，", "、", "…", "”", "）",
                                        ".",  "!",  "?",  ";",  ":",  ",",  "\"", ")", NULL};
    return !text_ends_any(line, marks);
}

static size_t longest_deck(Lang lang) {
    return lang == LANG_EN ? LONGEST_DECK_EN : LONGEST_DECK_ZH;
}

bool paragraph_is_deck(Lang lang, const Paragraph *paragraph) {
    return !paragraph->is_last && ends_open(paragraph->text) && paragraph->indent < RIGHT_INDENT &&
           utf8_count(paragraph->text) <= longest_deck(lang);
}

/* -- Other lines -- */

bool paragraph_is_divider(Text line) {
    static const char *const marks[] = {"×", "＊", "*", "☆", "★", "—", "-", "·", NULL};
    size_t count = 0;
    for (size_t at = 0, next; at < line.length; at = next) {
        uint32_t c = utf8_at(line, at, &next);
        if (!is_space(c) && !text_starts_any(text_slice(line, at, next), marks)) {
            return false;
        }
        count += !is_space(c);
    }
    return count > 0;
}

bool paragraph_headline_of_picture(Text headline) {
    static const char *const ends[] = {"（图片）", "(图片)", "(Picture)", "(Photo)", "(Photos)", "(Pictures)", NULL};
    static const char *const wholes[] = {"图片", "Picture", "Pictures", "Photo", "Photos", "Image", NULL};
    for (size_t i = 0; wholes[i]; i++) {
        if (text_equal(headline, text_from(wholes[i]))) {
            return true;
        }
    }
    return text_ends_any(headline, ends);
}

bool paragraph_is_caption(Lang lang, Text line) {
    static const char *const starts[LANG_COUNT][10] = {
        {"The picture shows", "The photo shows", "Picture:", "Photo:", "(Attached picture", "(Attached photo",
         "(Picture", NULL},
        {"图为", "图片", "上图", "下图", "左图", "右图", "（附图", "（图", "附图", NULL}};
    static const char *const credits[] = {"摄", "摄）", NULL};
    bool credited = lang == LANG_ZH && text_ends_any(line, credits) && utf8_count(line) <= longest_deck(lang);
    return credited || text_starts_any(line, starts[lang]);
}

static Text without_colon(Text line) {
    static const char *const colons[] = {":", "：", NULL};
    for (size_t i = 0; colons[i]; i++) {
        if (text_ends(line, text_from(colons[i]))) {
            return text_trim(text_slice(line, 0, line.length - text_from(colons[i]).length));
        }
    }
    return text_slice(line, 0, 0);
}

bool paragraph_is_address(Lang lang, Text line, bool announced) {
    static const char *const persons[] = {"阁下",   "陛下",   "殿下",   "同志",   "同志们", "先生",
                                          "先生们", "女士",   "女士们", "夫人",   "将军",   "代表们",
                                          "同胞们", "朋友们", "战友们", "同学们", "代表",   NULL};
    static const char *const honours[] = {"Excellency", "Majesty", "Highness",    "Comrades", "Comrade",
                                          "Sir",        "Friends", "Compatriots", NULL};
    static const char *const greetings[] = {"To ", "Dear ", "His Majesty", "His Excellency", "Your ", "Her ", NULL};
    Text name = without_colon(line);
    if (name.length == 0 || utf8_count(name) > LONGEST_ADDRESS || sentence_announces(lang, line) ||
        text_contains(name, TEXT("。")) || text_contains(name, TEXT("："))) {
        return false;
    }
    if (announced) {
        return true;
    }
    return utf8_count(name) <= longest_deck(lang) &&
           (lang == LANG_ZH ? text_ends_any(name, persons)
                            : text_ends_any(name, honours) || text_starts_any(name, greetings));
}

static Text last_bytes(Text text, size_t count) {
    size_t start = text.length > count ? text.length - count : 0;
    while (start < text.length && ((unsigned char)text.at[start] & 0xC0) == 0x80) {
        start++;
    }
    return text_after(text, start);
}

/* ——原载《人民日报》1957年9月2日 */
static bool names_source(Text line) {
    static const char *const sources[] = {"原载", "载《", "转载自《", NULL};
    Text rest = text_after(line, dispatch_skip(line, 0, "—-─（("));
    return rest.length < line.length && text_starts_any(rest, sources);
}

static bool is_centred(Lang lang, const Paragraph *paragraph) {
    return paragraph->indent >= RIGHT_INDENT && utf8_count(paragraph->text) <= longest_deck(lang) &&
           !text_ends(paragraph->text, TEXT("."));
}

bool paragraph_is_signature(Lang lang, const Paragraph *paragraph, bool in_letter) {
    enum { DATE_BYTES = 48 };
    static const char *const sentence_ends[] = {"。", "！", "？", "；", "：", "，", "!", "?", ";", ":", ",", NULL};
    Text line = paragraph->text;
    if (names_source(line) || text_ends(line, TEXT("（签字）"))) {
        return true;
    }
    if (utf8_count(line) > LONGEST_SIGNATURE || text_ends_any(line, sentence_ends)) {
        return false;
    }
    Day day;
    bool is_deep = paragraph->indent >= DEEP_INDENT;
    bool is_dated = dispatch_find_day(lang, last_bytes(line, DATE_BYTES), &day) && !text_ends(line, TEXT("."));
    bool is_placed = is_centred(lang, paragraph) && (paragraph->is_last || paragraph->next_is_deep);
    return (in_letter && (is_deep || is_dated)) || (is_dated && is_deep) || is_placed;
}

bool paragraph_is_subheading(Lang lang, const Paragraph *paragraph) {
    return is_centred(lang, paragraph) && ends_open(paragraph->text) && !paragraph->is_last;
}
