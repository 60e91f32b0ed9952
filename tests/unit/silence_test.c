/* How far what silences a rule is looked for: sentences of our own, read with the shipped lexicon. */
#include "reading.h"
#include "silence.h"

/* What is asked of a sentence whose words `match` were matched. */
static Text asked(const char *body, const char *match) {
    Document document;
    Discourse discourse;
    Diag diag = {0};
    Article *article = ARENA_ARRAY(&arena, Article, 1);
    Text text = text_from(body);
    Tools tools = {.ontology = world.ontology, .lexicon = world.lexicon, .rules = &world.rules};
    *article = (Article){.name = TEXT("test"), .path = TEXT("test"), .file = text, .date = {1956, 5, 6}};
    article->version[LANG_ZH] =
        (Version){.present = true, .text = text, .body = text, .headline = text_slice(text, 0, 0)};
    CHECK(segment_article(article, world.lexicon, &arena, &document) == DATELINE_OK);
    CHECK(pipeline_tag(&tools, &document, &arena, &diag, &discourse) == DATELINE_OK);
    const Tagged *tagged = &discourse.tagged[document.sentences.count - 1];
    size_t begin = text_find(tagged->sentence->text, text_from(match));
    return silence_text(tagged, (Span){begin, begin + text_from(match).length}, &arena);
}

static void near_clauses(void) {
    CHECK_TEXT(asked("天气很好；盐工准备休息，林业部成立学校，工人上课，农民要求种树。", "林业部成立学校"),
               "盐工准备休息，林业部成立学校，工人上课");
    CHECK_TEXT(asked("林业部成立学校。", "成立学校"), "林业部成立学校。");
}

static void grounds_and_quotations(void) {
    CHECK_TEXT(asked("根据工人的要求，林业部成立学校。", "林业部成立学校"), "，林业部成立学校。");
    CHECK_TEXT(asked("林业部成立学校，取名“要求学校”。", "林业部成立学校"), "林业部成立学校，取名“，”。");
    CHECK_TEXT(asked("根据今年的计划，林业部成立学校。", "林业部成立学校"), "根据今年的计划，林业部成立学校。");
    CHECK_TEXT(asked("为了种树，林业部成立学校。", "林业部成立学校"), "为了种树，林业部成立学校。");
}

static void all(void) {
    near_clauses();
    grounds_and_quotations();
}

int main(void) {
    return read_with(all);
}
