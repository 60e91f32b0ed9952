/* Owns the archive's file format: which lines of a file are head, English, names and Chinese. It does not know what the
 * text of an article says, nor where sentences end. */
#include "article.h"

#include "glossary.h"
#include "layout.h"
#include "paragraph.h"

typedef struct Parser {
    Arena *arena;
    Diag *diag;
    Article *out;
    Text date[LANG_COUNT]; /* as written; empty: none */
} Parser;

static Place place_in(const Parser *parser, Text part) {
    const Article *article = parser->out;
    return place_of(article->path, article->file, (size_t)(part.at - article->file.at));
}

static Status refuse(const Parser *parser, Text part, const char *why) {
    diag_error(parser->diag, place_in(parser, part), "%s", why);
    return DATELINE_SKIPPED;
}

static Text trim_end(Text text) {
    Text trimmed = text_trim(text);
    return text_slice(text, 0, trimmed.length ? (size_t)(trimmed.at + trimmed.length - text.at) : 0);
}

/* -- The two halves -- */

/* The Chinese half starts at a "### " line: the file's first, or the one below <hr /> and "Original:". */
static void find_halves(Text file, Text *english, Text *chinese) {
    Text rest = file;
    *english = text_slice(file, 0, 0);
    *chinese = text_after(file, file.length);
    if (layout_is_headline(layout_peek(&rest))) {
        *chinese = rest;
        return;
    }
    Text below = rest;
    while (below.length) {
        Text before = below;
        if (layout_divides(text_line(&below))) {
            while (layout_divides(layout_peek(&below))) {
                text_line(&below);
            }
            if (below.length == 0 || layout_is_headline(layout_peek(&below))) {
                *english = text_slice(rest, 0, (size_t)(before.at - rest.at));
                *chinese = below;
                return;
            }
        }
    }
    *english = rest;
}

/* -- English -- */

/* Reads the head; what is left of *rest is the body. A field that comes twice is body. */
static void read_fields(Text *rest, Text values[FIELD_NONE]) {
    bool seen[FIELD_NONE] = {false};
    while (rest->length) {
        Text value;
        Field field = layout_field(layout_peek(rest), &value);
        if (field == FIELD_NONE || seen[field]) {
            break;
        }
        seen[field] = true;
        values[field] = value;
        text_line(rest);
    }
}

/* Cuts the Named Entities block off the body. */
static Text cut_names(const Parser *parser, Text body) {
    Text rest = body;
    while (rest.length) {
        Text before = rest;
        if (glossary_is_heading(text_line(&rest))) {
            glossary_read(rest, parser->arena, parser->out);
            return text_slice(body, 0, (size_t)(before.at - body.at));
        }
    }
    return body;
}

static Status parse_english(Parser *parser, Text half) {
    Text values[FIELD_NONE] = {{0}};
    Text rest = half;
    read_fields(&rest, values);
    Text title = values[FIELD_TITLE];
    if (!title.at) {
        return refuse(parser, layout_peek(&half), "not an article: no \"Title:\" line and no \"### \" line");
    }
    if (title.length == 0) {
        return refuse(parser, title, "the title is empty");
    }
    Text body = trim_end(cut_names(parser, rest));
    const char *end = body.length ? body.at + body.length
                                  : trim_end(text_slice(half, 0, (size_t)(rest.at - half.at))).length + half.at;
    Version *version = &parser->out->version[LANG_EN];
    version->present = true;
    version->text = (Text){title.at, (size_t)(end - title.at)};
    version->headline = title;
    version->body = body.length ? body : text_after(version->text, version->text.length);
    version->author = values[FIELD_AUTHOR].at > title.at ? values[FIELD_AUTHOR] : (Text){0};
    parser->out->page = values[FIELD_PAGE];
    parser->date[LANG_EN] = values[FIELD_DATE];
    return DATELINE_OK;
}

/* -- Chinese -- */

static bool starts_with_digit(Text text) {
    return text.length && text.at[0] >= '0' && text.at[0] <= '9';
}

/* The lines below the headline: author if any, date, page if any, column if any. What is left of *rest is the body. */
static Status read_chinese_head(Parser *parser, Text *rest) {
    Version *version = &parser->out->version[LANG_ZH];
    Text line = text_trim(layout_peek(rest));
    if (line.length && !starts_with_digit(layout_narrow(line, parser->arena))) {
        version->author = line;
        text_line(rest);
        line = text_trim(layout_peek(rest));
    }
    if (!starts_with_digit(layout_narrow(line, parser->arena))) {
        return refuse(parser, line, "no date (YYYY-MM-DD) below the headline");
    }
    parser->date[LANG_ZH] = line;
    text_line(rest);
    if (layout_page(layout_peek(rest), parser->arena, &parser->out->page, &parser->out->page_name)) {
        text_line(rest);
    }
    if (layout_section(layout_peek(rest), &version->section)) {
        text_line(rest);
    }
    layout_peek(rest);
    return DATELINE_OK;
}

static Status parse_chinese(Parser *parser, Text half) {
    Version *version = &parser->out->version[LANG_ZH];
    Text rest = half;
    version->headline = text_trim(text_after(text_line(&rest), TEXT("###").length));
    if (version->headline.length == 0) {
        return refuse(parser, half, "the headline is empty");
    }
    TRY(read_chinese_head(parser, &rest));
    version->present = true;
    version->text = (Text){version->headline.at, (size_t)(half.at + half.length - version->headline.at)};
    version->body = trim_end(rest);
    return DATELINE_OK;
}

/* -- What both halves tell -- */

/* The English of a column (专栏：国庆献礼) is a short line above the body, without a name for the field. */
static void find_english_section(Article *article) {
    enum { LONGEST_SECTION = 60 };
    Version *english = &article->version[LANG_EN];
    Text rest = english->body;
    Text line = text_line(&rest);
    Text section = text_trim(line);
    bool starts_line = section.length && section.at == line.at;
    bool ends_sentence = section.length && text_contains(TEXT(".:!?,;)]"), text_after(section, section.length - 1));
    if (!article->version[LANG_ZH].section.length || !starts_line || section.length > LONGEST_SECTION ||
        ends_sentence || layout_is_blank(rest) || paragraph_repeats(section, english->headline)) {
        return;
    }
    english->section = section;
    layout_peek(&rest);
    english->body = rest;
}

static Status read_date(const Parser *parser, Lang lang, Day *out) {
    Text written = parser->date[lang];
    bool ok = true;
    *out = written.length ? day_parse(layout_narrow(written, parser->arena), &ok) : (Day){0};
    if (!ok) {
        diag_error(parser->diag, place_in(parser, written), "\"%.*s\" is no date", TEXT_ARGS(written));
    }
    return ok ? DATELINE_OK : DATELINE_SKIPPED;
}

/* The Chinese is the original: where the halves differ, its date stands. */
static Status settle_date(const Parser *parser) {
    Day date[LANG_COUNT];
    TRY(read_date(parser, LANG_EN, &date[LANG_EN]));
    TRY(read_date(parser, LANG_ZH, &date[LANG_ZH]));
    if (!date[LANG_EN].year && !date[LANG_ZH].year) {
        return refuse(parser, parser->out->version[LANG_EN].headline, "the article has no \"Date:\" line");
    }
    if (date[LANG_EN].year && date[LANG_ZH].year && day_compare(date[LANG_EN], date[LANG_ZH]) != 0) {
        diag_warning(parser->diag, place_in(parser, parser->date[LANG_EN]),
                     "the English is dated %.*s, the Chinese %.*s: the Chinese date stands",
                     TEXT_ARGS(parser->date[LANG_EN]), TEXT_ARGS(parser->date[LANG_ZH]));
    }
    parser->out->date = date[LANG_ZH].year ? date[LANG_ZH] : date[LANG_EN];
    return DATELINE_OK;
}

static Text base_name(Text path) {
    size_t start = path.length;
    while (start > 0 && path.at[start - 1] != '/') {
        start--;
    }
    return text_after(path, start);
}

Status article_parse(Text path, Text bytes, Arena *arena, Diag *diag, Article *out) {
    *out = (Article){.name = base_name(path), .has_own_name = true, .path = path, .file = bytes};
    Parser parser = {.arena = arena, .diag = diag, .out = out};
    Text english;
    Text chinese;
    find_halves(bytes, &english, &chinese);
    if (!layout_is_blank(english) || chinese.length == 0) {
        TRY(parse_english(&parser, english));
    }
    if (chinese.length) {
        TRY(parse_chinese(&parser, chinese));
    }
    TRY(settle_date(&parser));
    find_english_section(out);
    for (size_t lang = 0; lang < LANG_COUNT; lang++) {
        Version *version = &out->version[lang];
        if (version->present) {
            version->starts_at = utf8_count(text_slice(bytes, 0, (size_t)(version->text.at - bytes.at)));
        }
    }
    return DATELINE_OK;
}
