/* Articles of our own, read with the shipped rules and lexicon as the program reads them. */
#ifndef READING_H
#define READING_H

#include "check.h"
#include "pipeline.h"
#include "world.h"

static World world;
static Arena arena;
static Matcher *matcher;

/* All facts of an article of May 6, 1956, that has one language, and of that only a body or only a headline. */
static inline Facts facts_of(Lang lang, const char *words, bool headline, Document *document) {
    Article *article = ARENA_ARRAY(&arena, Article, 1);
    Facts facts = {0};
    Diag diag = {0};
    Text text = text_from(words);
    Text none = text_slice(text, 0, 0);
    Tools tools = {.ontology = world.ontology, .lexicon = world.lexicon, .rules = &world.rules};
    *article = (Article){.name = TEXT("test"), .path = TEXT("test"), .file = text, .date = {1956, 5, 6}};
    article->version[lang] =
        (Version){.present = true, .text = text, .body = headline ? none : text, .headline = headline ? text : none};
    CHECK(segment_article(article, world.lexicon, &arena, document) == DATELINE_OK);
    CHECK(pipeline_facts(&tools, matcher, document, NULL, &arena, &diag, &facts) == DATELINE_OK);
    return facts;
}

static inline Text type_of(const Fact *fact) {
    return world.ontology->classes.items[fact->type].name;
}

static inline Text day_of(const Fact *fact) {
    Day day = fact->has_date ? fact->date.value : (Day){0};
    return !day.year  ? TEXT("")
           : !day.day ? text_format(&arena, " on %d-%02d", day.year, day.month)
                      : text_format(&arena, " on %d-%02d-%02d", day.year, day.month, day.day);
}

/* All facts of a text, with their days if those are asked for: "Founding Planned agent 林业部 object 学校; ", the
 * fillers in the order of their words. */
static inline Text told_with(Lang lang, const char *body, bool headline, bool days) {
    Document document;
    Facts facts = facts_of(lang, body, headline, &document);
    Text all = TEXT("");
    for (size_t i = 0; i < facts.count; i++) {
        const Fact *fact = &facts.items[i];
        all =
            text_format(&arena, "%.*s%.*s %s", TEXT_ARGS(all), TEXT_ARGS(type_of(fact)), modality_name(fact->modality));
        for (size_t k = 0; k < fact->fillers.count; k++) {
            const Filler *filler = &fact->fillers.items[k];
            all =
                text_format(&arena, "%.*s %s %.*s", TEXT_ARGS(all), role_name(filler->role), TEXT_ARGS(filler->label));
        }
        all = text_format(&arena, "%.*s%.*s; ", TEXT_ARGS(all), TEXT_ARGS(days ? day_of(fact) : TEXT("")));
    }
    return all;
}

/* Of a body in one language or a headline, without days. */
static inline Text told_in_chinese(const char *body) {
    return told_with(LANG_ZH, body, false, false);
}

static inline Text told_in_english(const char *body) {
    return told_with(LANG_EN, body, false, false);
}

static inline Text told_in_english_headline(const char *headline) {
    return told_with(LANG_EN, headline, true, false);
}

/* Loads what is shipped, from the top folder where tests run, runs the tests and says how they went. */
static inline int read_with(void (*tests)(void)) {
    jmp_buf exhausted;
    Diag diag = {0};
    DataFolders folders;
    arena.exhausted = &exhausted;
    if (setjmp(exhausted)) {
        return 1;
    }
    CHECK_EQUAL(world_find(TEXT("."), &arena, &diag, &folders), DATELINE_OK);
    CHECK_EQUAL(world_load(&folders, TEXT(""), &arena, &diag, &world), DATELINE_OK);
    CHECK(matcher_create(&arena, &matcher) == DATELINE_OK);
    tests();
    matcher_release(matcher);
    ruleset_release(&world.rules);
    arena_release(&arena);
    return check_report();
}

#endif
