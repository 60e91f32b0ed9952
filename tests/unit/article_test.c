/* Every shape of file is taken apart into exact slices of itself; what is no article is told with its place. */
#include "check.h"
#include "formats.h"

static char message[4096];

static void keep_message(void *context, const char *text) {
    (void)context;
    snprintf(message, sizeof message, "%s", text);
}

static size_t code_points_before(const Article *article, Text part) {
    return utf8_count(text_slice(article->file, 0, (size_t)(part.at - article->file.at)));
}

/* All parts of a version are slices of its text, and that is one of the file. */
static void check_slices(const Article *article) {
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        const Version *version = &article->version[lang];
        if (!version->present) {
            continue;
        }
        CHECK(text_within(version->text, article->file));
        CHECK_EQUAL(version->starts_at, code_points_before(article, version->text));
        CHECK(version->headline.at == version->text.at);
        CHECK(text_within(version->body, version->text));
        CHECK(!version->author.length || text_within(version->author, version->text));
        CHECK(!version->section.length || text_within(version->section, version->text));
    }
}

static Article parse(const char *name, Arena *arena, Diag *diag) {
    Article article;
    CHECK_EQUAL(formats_parse(name, arena, diag, &article), DATELINE_OK);
    CHECK_TEXT(article.name, name);
    check_slices(&article);
    return article;
}

static void test_bilingual(Arena *arena, Diag *diag) {
    Article article = parse("two_dispatches_1956.md", arena, diag);
    CHECK_EQUAL(day_compare(article.date, (Day){1956, 3, 2}), 0);
    CHECK_TEXT(article.page, "1");
    CHECK_TEXT(article.version[LANG_EN].headline, "School for Nurses Opens");
    CHECK_TEXT(article.version[LANG_EN].author, "Wu Ling");
    CHECK_TEXT(article.version[LANG_ZH].headline, "护士学校开学");
    CHECK_TEXT(article.version[LANG_ZH].author, "吴玲");
    CHECK(text_starts(article.version[LANG_EN].body, TEXT("Xinhua News Agency, February 29th - ")));
    CHECK(text_ends(article.version[LANG_EN].text, TEXT("it has 1,200 places.")));
    CHECK(text_ends(article.version[LANG_ZH].text, TEXT("有1，200个名额。\n")));

    article = parse("bom_1956.md", arena, diag);
    CHECK_EQUAL(article.version[LANG_EN].starts_at, strlen("Title: "));

    article = parse("column_1957.md", arena, diag);
    CHECK_TEXT(article.version[LANG_ZH].section, "节日献礼");
    CHECK_TEXT(article.version[LANG_EN].section, "Gifts for the Holiday");
    CHECK(text_starts(article.version[LANG_EN].body, TEXT("Xinhua News Agency, Fuzhou")));
}

static void test_names(Arena *arena, Diag *diag) {
    static const char *const pairs[][LANG_COUNT] = {
        {"Ferry Office", "渡口办事处"}, {"Li Da", "李达"}, {"Jiangzhen", "江镇"}, {"Yan'an", "延安"}};
    Article article = parse("names_1946.md", arena, diag);
    CHECK_TEXT(article.page, "2");
    CHECK(text_ends(article.version[LANG_EN].text, TEXT("Li Da was appointed its head.")));
    if (CHECK_EQUAL(article.names.count, sizeof pairs / sizeof *pairs)) {
        for (size_t i = 0; i < article.names.count; i++) {
            CHECK_TEXT(article.names.items[i].name[LANG_EN], pairs[i][LANG_EN]);
            CHECK_TEXT(article.names.items[i].name[LANG_ZH], pairs[i][LANG_ZH]);
        }
    }
}

static void test_one_language(Arena *arena, Diag *diag) {
    Article article = parse("chinese_crlf_1962.md", arena, diag);
    CHECK(!article.version[LANG_EN].present);
    CHECK_TEXT(article.version[LANG_ZH].headline, "高原新建面粉厂");
    CHECK(text_ends(article.version[LANG_ZH].text, TEXT("（本报专电）\r\n")));

    article = parse("chinese_fullwidth_1995.md", arena, diag);
    CHECK_TEXT(article.page, "10");
    CHECK_TEXT(article.page_name, "经济生活");
    CHECK_TEXT(article.version[LANG_ZH].section, "新产品·新技术");
    CHECK_TEXT(article.version[LANG_ZH].author, "任和　于平");

    article = parse("chinese_no_page_1957.md", arena, diag);
    CHECK_EQUAL(day_compare(article.date, (Day){1957, 3, 0}), 0);
    CHECK_EQUAL(article.page.length, 0);

    article = parse("english_only_1966.md", arena, diag);
    CHECK(!article.version[LANG_ZH].present);
    CHECK_TEXT(article.version[LANG_EN].headline, "Tea Growers Share Their Methods");
}

static void test_dates_differ(Arena *arena, Diag *diag) {
    Article article = parse("dates_differ_1956.md", arena, diag);
    CHECK_EQUAL(day_compare(article.date, (Day){1956, 4, 2}), 0);
    CHECK_EQUAL(diag->warnings, 1);
    CHECK_TEXT(text_from(message),
               "tests/data/formats/dates_differ_1956.md:3:7: warning: the English is dated 1956-04-01, "
               "the Chinese 1956-04-02: the Chinese date stands");
}

static void test_refused(Arena *arena, Diag *diag) {
    static const struct {
        const char *bytes;
        const char *message;
    } cases[] = {
        {"Some words.\n", "x.md:1:1: not an article: no \"Title:\" line and no \"### \" line"},
        {"\n\n", "x.md:3:1: not an article: no \"Title:\" line and no \"### \" line"},
        {"Title:\nDate: 1956-03-01\n", "x.md:1:7: the title is empty"},
        {"Title: A\nAuthor:\n\nBody.\n", "x.md:1:8: the article has no \"Date:\" line"},
        {"Title: A\nDate: 1956-02-30\n", "x.md:2:7: \"1956-02-30\" is no date"},
        {"Title: A\nDate: yesterday\n", "x.md:2:7: \"yesterday\" is no date"},
        {"### \n1956-03-01\n", "x.md:1:1: the headline is empty"},
        {"### 标题\n\n1956-13-01\n", "x.md:3:1: \"1956-13-01\" is no date"},
        {"### 标题\n某人\n正文。\n", "x.md:3:1: no date (YYYY-MM-DD) below the headline"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Article article;
        CHECK_EQUAL(article_parse(TEXT("x.md"), text_from(cases[i].bytes), arena, diag, &article), DATELINE_SKIPPED);
        CHECK_TEXT(text_from(message), cases[i].message);
    }
}

int main(void) {
    Arena arena = {0};
    Diag diag = {.sink = keep_message};
    test_bilingual(&arena, &diag);
    test_names(&arena, &diag);
    test_one_language(&arena, &diag);
    CHECK_EQUAL(diag.errors + diag.warnings, 0);
    test_dates_differ(&arena, &diag);
    test_refused(&arena, &diag);
    arena_release(&arena);
    return check_report();
}
