/* Articles become dispatches, sentences and clauses; each sentence stands at its offset and none overlap. */
#include "check.h"
#include "dispatch.h"
#include "formats.h"
#include "segment.h"
#include "sentence.h"

#include <stdlib.h>
#include <unistd.h>

static Text joined(Arena *arena, Text text, const Spans *spans) {
    Text all = TEXT("");
    for (size_t i = 0; i < spans->count; i++) {
        all =
            text_format(arena, "%.*s%s%.*s", TEXT_ARGS(all), i ? "|" : "", TEXT_ARGS(text_span(text, spans->items[i])));
    }
    return all;
}

static void test_sentences(Arena *arena) {
    static const struct {
        Lang lang;
        const char *text;
        const char *sentences;
    } cases[] = {
        {LANG_ZH, "会开了。人散了！ 真的吗？？好", "会开了。|人散了！|真的吗？？|好"},
        {LANG_ZH, "他说：“好。走吧。”他走了。", "他说：“好。走吧。”|他走了。"},
        {LANG_ZH, "喊着“来吧！”的口号。喊着“来吧！”、“走吧！”。", "喊着“来吧！”的口号。|喊着“来吧！”、“走吧！”。"},
        {LANG_ZH, "信里写道：“好。走吧。”，大家笑了。", "信里写道：“好。走吧。”，大家笑了。"},
        {LANG_ZH, "图书馆（在城东。）开放。（在城西的也开放。）好。",
         "图书馆（在城东。）开放。|（在城西的也开放。）|好。"},
        {LANG_ZH, "他说：“好。走吧。大家走。", "他说：“好。|走吧。|大家走。"},
        {LANG_ZH, "去电祝贺，电文如下：女王陛下：", "去电祝贺，电文如下：|女王陛下："},
        {LANG_ZH, "名单如下：甲、乙。", "名单如下：甲、乙。"},
        {LANG_EN, "Mr. Sun met M. Orlov at 3 p.m. They talked.", "Mr. Sun met M. Orlov at 3 p.m.|They talked."},
        {LANG_EN, "No. 4 made 71.5 tons. The U.S. plant made none.", "No. 4 made 71.5 tons.|The U.S. plant made none."},
        {LANG_EN, "He said, \"Go. Now.\" They went.", "He said, \"Go. Now.\"|They went."},
        {LANG_EN, "\"Is it so?\" he asked. It was.", "\"Is it so?\" he asked.|It was."},
        {LANG_EN, "1. Mend it. 2. Use it.", "1. Mend it.|2. Use it."},
        {LANG_EN, "They met (see St. Mary's. And more) on Nov. 2.", "They met (see St. Mary's. And more) on Nov. 2."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Spans spans = {0};
        Text text = text_from(cases[i].text);
        sentence_split(cases[i].lang, text, arena, &spans);
        CHECK_TEXT(joined(arena, text, &spans), cases[i].sentences);
    }
}

static void test_clauses(Arena *arena) {
    static const struct {
        Lang lang;
        bool is_headline;
        const char *text;
        const char *clauses;
    } cases[] = {
        {LANG_ZH, false, "春天，甲、乙；秋天：丙。", "春天|甲、乙|秋天|丙。"},
        {LANG_ZH, false, "有14，000亩，其中“好，的”（一，二）地。", "有14，000亩|其中“好，的”（一，二）地。"},
        {LANG_EN, false, "It made 1,200 tons, at 12:30; then -- so they say -- it stopped.",
         "It made 1,200 tons|at 12:30|then|so they say|it stopped."},
        {LANG_ZH, true, "甲社开会  乙社参加　丙社未到", "甲社开会|乙社参加|丙社未到"},
        {LANG_ZH, true, "甲社开会 乙社 A 参加", "甲社开会|乙社 A 参加"},
        {LANG_ZH, false, "甲社开会 乙社参加。", "甲社开会 乙社参加。"},
        {LANG_EN, true, "Potters Meet  Tea Is Sold", "Potters Meet|Tea Is Sold"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Spans spans = {0};
        Text text = text_from(cases[i].text);
        sentence_clauses(cases[i].lang, text, cases[i].is_headline, arena, &spans);
        CHECK_TEXT(joined(arena, text, &spans), cases[i].clauses);
    }
}

static void test_datelines(Arena *arena) {
    static const struct {
        Lang lang;
        const char *paragraph;
        const char *parts; /* agency|relayed|place|month-day|rest; NULL: no dateline */
    } cases[] = {
        {LANG_ZH, "【新华社延安十二日电】索非亚讯：好。", "新华社||延安|0-12|好。"},
        {LANG_ZH, "【新华社北平三十日电】塔斯社纽约讯：好。", "新华社|塔斯社|北平|0-30|好。"},
        {LANG_ZH, "【新华社荷泽廿三电】好。", "新华社||荷泽|0-23|好。"},
        {LANG_ZH, "【新华社某某总分社邯郸讯】好。", "新华社||邯郸|0-0|好。"},
        {LANG_ZH, "【新华社九日南京电】好。", "新华社||南京|0-9|好。"},
        {LANG_ZH, "【邯郸卅一日电】好。", "||邯郸|0-31|好。"},
        {LANG_ZH, "【平市讯】好。", "||平市|0-0|好。"},
        {LANG_ZH, "【又讯】好。", "|||0-0|好。"},
        {LANG_ZH, "据新华社29日讯　好。", "新华社|||0-29|好。"},
        {LANG_ZH, "新华社北京２月２８日电原来好。", "新华社||北京|2-28|原来好。"},
        {LANG_ZH, "新华社据塔斯社墨西哥城28日讯2月好。", "新华社|塔斯社|墨西哥城|0-28|2月好。"},
        {LANG_ZH, "据新华社日内瓦电　（记者甲乙）好。", "新华社||日内瓦|0-0|好。"},
        {LANG_ZH, "人民日报特约新华社杭州１４日电：好。", "新华社||杭州|0-14|好。"},
        {LANG_ZH, "△罗马消息：好。", "||罗马|0-0|好。"},
        {LANG_ZH, "新华社奉命声明如下。", NULL},
        {LANG_ZH, "新华社的通讯社工作。", NULL},
        {LANG_ZH, "【编者按】好。", NULL},
        {LANG_EN, "Xinhua News Agency, March 29th: Good.", "Xinhua News Agency|||3-29|Good."},
        {LANG_EN, "Xinhua News Agency, Harbin, 1st. Good.", "Xinhua News Agency||Harbin|0-1|Good."},
        {LANG_EN, "Xinhua News Agency, 30th—Minister", "Xinhua News Agency|||0-30|Minister"},
        {LANG_EN, "Xinhua News Agency, Northern Shaanxi, 29th -- Good.",
         "Xinhua News Agency||Northern Shaanxi|0-29|Good."},
        {LANG_EN, "Xinhua News Agency, Fuzhou, 1st October. Good.", "Xinhua News Agency||Fuzhou|10-1|Good."},
        {LANG_EN, "Xinhua News Agency, Mexico City, 28th - According to TASS, good.",
         "Xinhua News Agency|TASS|Mexico City|0-28|good."},
        {LANG_EN, "Xinhua News Agency, Beiping, May 30th: TASS, New York: Good.",
         "Xinhua News Agency|TASS|Beiping|5-30|Good."},
        {LANG_EN, "[Xinhua News Agency, Heze, 12th (Urgent Telegram)] Good.", "Xinhua News Agency||Heze|0-12|Good."},
        {LANG_EN, "[Ping City News] Good.", "||Ping City|0-0|Good."},
        {LANG_EN, "Moscow Dispatch from our newspaper, March 31st - Good.", "our newspaper||Moscow|3-31|Good."},
        {LANG_EN, "According to Xinhua News Agency on the 29th, it was good.",
         "Xinhua News Agency|||0-29|it was good."},
        {LANG_EN, "According to Xinhua News Agency, Harbin, 16th: Good.", "Xinhua News Agency||Harbin|0-16|Good."},
        {LANG_EN, "Xinhua News Agency", "Xinhua News Agency|||0-0|"},
        {LANG_EN, "△ Rome dispatch: Good.", "||Rome|0-0|Good."},
        {LANG_EN, "Xinhua News Agency reported on the 29th that all was well.", NULL},
        {LANG_EN, "Chairman Chen spoke on March 1st: all was well.", NULL},
        {LANG_EN, "[sic] Good.", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Dateline line;
        Text paragraph = text_from(cases[i].paragraph);
        bool found = dispatch_read_dateline(cases[i].lang, paragraph, &line);
        if (!cases[i].parts) {
            CHECK(!found);
        } else if (CHECK(found)) {
            CHECK_TEXT(text_format(arena, "%.*s|%.*s|%.*s|%d-%d|%.*s", TEXT_ARGS(line.agency), TEXT_ARGS(line.relayed),
                                   TEXT_ARGS(line.place), line.day.month, line.day.day,
                                   TEXT_ARGS(text_trim(text_after(paragraph, line.length)))),
                       cases[i].parts);
        }
    }
}

static void test_days(void) {
    static const struct {
        Day written;
        Day issue;
        Day meant;
    } cases[] = {
        {{0, 0, 29}, {1956, 3, 31}, {1956, 3, 29}}, {{0, 0, 31}, {1956, 4, 1}, {1956, 3, 31}},
        {{0, 0, 31}, {1951, 1, 1}, {1950, 12, 31}}, {{0, 0, 31}, {1956, 5, 2}, {0, 0, 0}},
        {{0, 5, 30}, {1949, 6, 1}, {1949, 5, 30}},  {{0, 12, 31}, {1952, 1, 1}, {1951, 12, 31}},
        {{0, 6, 30}, {1946, 6, 3}, {1946, 5, 30}},  {{1972, 2, 29}, {1972, 3, 1}, {1972, 2, 29}},
        {{0, 0, 9}, {1957, 3, 0}, {1957, 3, 9}},    {{0, 0, 0}, {1957, 3, 1}, {0, 0, 0}},
        {{0, 2, 30}, {1956, 3, 1}, {0, 0, 0}},      {{0, 0, 18}, {1958, 6, 16}, {1958, 6, 18}},
        {{0, 0, 2}, {1958, 6, 29}, {1958, 7, 2}},   {{0, 1, 2}, {1958, 12, 30}, {1959, 1, 2}},
        {{0, 3, 1}, {1957, 2, 27}, {1957, 3, 1}},   {{0, 0, 28}, {1958, 6, 16}, {1958, 5, 28}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CHECK_EQUAL(day_compare(dispatch_resolve(cases[i].written, cases[i].issue), cases[i].meant), 0);
    }
}

/* No sentence overlaps another, and each is what stands at its offset. */
static void check_document(const Document *document) {
    size_t end[LANG_COUNT] = {0};
    Lang last = LANG_EN;
    CHECK(document->dispatches.count > 0);
    for (size_t i = 0; i < document->sentences.count; i++) {
        const Sentence *sentence = &document->sentences.items[i];
        const Version *version = &document->article->version[sentence->lang];
        CHECK(sentence->lang >= last);
        CHECK(sentence->text.at == version->text.at + sentence->offset);
        CHECK(text_within(sentence->text, version->text));
        CHECK(sentence->offset >= end[sentence->lang]);
        CHECK(sentence->dispatch < document->dispatches.count);
        CHECK(document->dispatches.items[sentence->dispatch].present[sentence->lang]);
        CHECK(text_trim(sentence->text).length == sentence->text.length && sentence->text.length > 0);
        end[sentence->lang] = sentence->offset + sentence->text.length;
        last = sentence->lang;
    }
}

static Document segment(const char *name, Arena *arena) {
    Diag diag = {0};
    Document document = {0};
    Article *article = ARENA_NEW(arena, Article);
    if (CHECK_EQUAL(formats_parse(name, arena, &diag, article), DATELINE_OK)) {
        CHECK_EQUAL(segment_article(article, NULL, arena, &document), DATELINE_OK);
        check_document(&document);
    }
    return document;
}

/* The kinds of one language's sentences, as letters, each dispatch ended by a blank. */
static Text kinds(Arena *arena, const Document *document, Lang lang) {
    static const char letters[] = "bhcas";
    Text all = TEXT("");
    size_t dispatch = 0;
    for (size_t i = 0; i < document->sentences.count; i++) {
        const Sentence *sentence = &document->sentences.items[i];
        if (sentence->lang == lang) {
            all = text_format(arena, "%.*s%s%c", TEXT_ARGS(all), sentence->dispatch != dispatch ? " " : "",
                              letters[sentence->kind]);
            dispatch = sentence->dispatch;
        }
    }
    return all;
}

static void test_articles(Arena *arena) {
    static const struct {
        const char *name;
        const char *kinds[LANG_COUNT];
        size_t dispatches;
    } cases[] = {
        {"names_1946.md", {"hhhbb", "hhhbb"}, 1},
        {"decks_1949.md", {"hhhbb", "hhhbb"}, 1},
        {"two_dispatches_1956.md", {"hbbb b", "hhbb b"}, 2},
        {"column_1957.md", {"hb", "hhb"}, 1},
        {"letter_1956.md", {"hbbabss", "hhbbabss"}, 1},
        {"briefs_1956.md", {"hhb b", "hhb b"}, 2},
        {"source_1954.md", {"hhb b", "hhb b"}, 2},
        {"more_in_chinese_1951.md", {"hb b", "hhb b b"}, 3},
        {"chinese_crlf_1962.md", {"", "hhb"}, 1},
        {"chinese_fullwidth_1995.md", {"", "hhbbbs"}, 1},
        {"english_only_1966.md", {"hbb", ""}, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Document document = segment(cases[i].name, arena);
        CHECK_TEXT(kinds(arena, &document, LANG_EN), cases[i].kinds[LANG_EN]);
        CHECK_TEXT(kinds(arena, &document, LANG_ZH), cases[i].kinds[LANG_ZH]);
        CHECK_EQUAL(document.dispatches.count, cases[i].dispatches);
    }
}

static void test_dispatches(Arena *arena) {
    Document document = segment("more_in_chinese_1951.md", arena);
    const Dispatch *dispatches = document.dispatches.items;
    CHECK(dispatches[0].present[LANG_EN] && !dispatches[1].present[LANG_EN] && dispatches[2].present[LANG_EN]);
    CHECK_TEXT(dispatches[1].dateline[LANG_ZH], "又讯");
    CHECK_TEXT(dispatches[1].agency[LANG_ZH], "新华社");
    CHECK_TEXT(dispatches[2].place[LANG_EN], "Taiyuan");
    CHECK_EQUAL(day_compare(document_reference(&document, 1), (Day){1951, 3, 31}), 0);
    CHECK_EQUAL(day_compare(document_reference(&document, 2), (Day){1951, 4, 1}), 0);

    document = segment("source_1954.md", arena);
    CHECK_TEXT(document.dispatches.items[1].agency[LANG_EN], "Xinhua News Agency");
    CHECK_TEXT(document.dispatches.items[1].agency[LANG_ZH], "新华社");
    CHECK_EQUAL(document.dispatches.items[1].dateline[LANG_ZH].length, 0);
    CHECK_EQUAL(day_compare(document_reference(&document, 0), (Day){1954, 7, 2}), 0);

    document = segment("bom_1956.md", arena);
    CHECK_TEXT(document.dispatches.items[0].dateline[LANG_ZH], "本报青岛31日专电");
    CHECK_TEXT(document.dispatches.items[0].dateline[LANG_EN], "Our newspaper, Qingdao, 31st");
}

/* The shared corpus is not part of this project: without it this is skipped. */
static void test_corpus(Arena *arena) {
    const char *shared = getenv("SHARED");
    Text path = text_format(arena, "%s/corpus", shared ? shared : "../shared");
    Diag diag = {0};
    Reader *reader;
    const char *dev = text_c_string(arena, text_format(arena, "%.*s/dev", TEXT_ARGS(path)));
    ReaderOptions input = {.paths = &dev, .count = 1};
    if (access(dev, R_OK) != 0) {
        printf("segment_test: the corpus is not here, skipped\n");
        return;
    }
    CHECK_EQUAL(reader_open(&input, &diag, &reader), DATELINE_OK);
    for (;;) {
        RawArticle raw;
        bool more;
        Article article;
        Document document;
        Status status = reader_next(reader, arena, &raw, &more);
        if (!more) {
            break;
        }
        if (CHECK_EQUAL(status, DATELINE_OK) &&
            CHECK_EQUAL(article_parse(raw.path, raw.bytes, arena, &diag, &article), DATELINE_OK)) {
            segment_article(&article, NULL, arena, &document);
            check_document(&document);
            for (size_t i = 0; i < document.dispatches.count; i++) {
                CHECK(document.dispatches.items[i].present[LANG_EN] && document.dispatches.items[i].present[LANG_ZH]);
            }
        }
    }
    reader_close(reader);
}

int main(void) {
    Arena arena = {0};
    test_sentences(&arena);
    test_clauses(&arena);
    test_datelines(&arena);
    test_days();
    test_articles(&arena);
    test_dispatches(&arena);
    test_corpus(&arena);
    arena_release(&arena);
    return check_report();
}
