/* The lexicon: what it finds in small tables of our own, what it refuses, and that the shipped tables load. */
#include "check.h"
#include "date.h"
#include "files.h"
#include "lexicon.h"

#include <stdlib.h>

static Arena arena;
static Ontology *ontology;
static size_t told;
static char messages[64][256];

static void keep(void *context, const char *message) {
    (void)context;
    if (told < sizeof messages / sizeof *messages) {
        snprintf(messages[told], sizeof messages[told], "%s", message);
    }
    told++;
}

static bool was_told(const char *part) {
    for (size_t i = 0; i < told && i < sizeof messages / sizeof *messages; i++) {
        if (strstr(messages[i], part)) {
            return true;
        }
    }
    printf("nobody told: %s\n", part);
    return false;
}

static Status load(const char *folder, Lexicon **lexicon) {
    Diag diag = {.sink = keep};
    told = 0;
    Text path = text_from(folder);
    return lexicon_load(&(Texts){.items = &path, .count = 1}, ontology, &arena, &diag, lexicon);
}

static const Day any = {0, 0, 0};

static Text found(const Lexicon *lexicon, Lang lang, const char *text, size_t at, Day when) {
    size_t length = 0;
    return lexicon_longest(lexicon, lang, text_from(text), at, when, &length)
               ? text_slice(text_from(text), at, at + length)
               : TEXT("");
}

static Text id_of(const Entry *entry) {
    return entry ? entry->id : TEXT("");
}

static void test_names(const Lexicon *lexicon) {
    CHECK_TEXT(found(lexicon, LANG_ZH, "北城矿务局长", 0, any), "北城矿务局");
    CHECK_TEXT(found(lexicon, LANG_ZH, "北城市民", 0, any), "北城市");
    CHECK_TEXT(found(lexicon, LANG_ZH, "北城", 0, any), "北城");
    CHECK_TEXT(found(lexicon, LANG_ZH, "北", 0, any), "");
    CHECK_TEXT(found(lexicon, LANG_ZH, "在北城", 3, any), "北城");
    CHECK_TEXT(found(lexicon, LANG_ZH, "", 0, any), "");
    CHECK_TEXT(found(lexicon, LANG_EN, "Beicheng Mining Bureaux", 0, any), "Beicheng");
    CHECK_TEXT(found(lexicon, LANG_EN, "Beicheng Mining Bureau's men", 0, any), "Beicheng Mining Bureau");
    CHECK_TEXT(found(lexicon, LANG_EN, "NewBeicheng", 3, any), "");
    CHECK_TEXT(found(lexicon, LANG_EN, "All-Mines", 4, any), "");
    CHECK_TEXT(found(lexicon, LANG_EN, "beicheng", 0, any), "");
    CHECK_TEXT(found(lexicon, LANG_EN, "Yan\u2019an", 0, any), "Yan\u2019an");
    CHECK_TEXT(found(lexicon, LANG_EN, "São Pedro", 0, any), "São Pedro");
    CHECK_TEXT(id_of(lexicon_name(lexicon, LANG_EN, TEXT("Yenan"), any)), "yan-an");
    CHECK(lexicon_name(lexicon, LANG_EN, TEXT("Yenan was"), any) == NULL);
}

/* A name in brackets is the label, but only the others are looked for. */
static void test_labels(const Lexicon *lexicon) {
    const Entry *entry = lexicon_name(lexicon, LANG_ZH, TEXT("长征同志"), any);
    CHECK_TEXT(id_of(entry), "long-march");
    CHECK_TEXT(found(lexicon, LANG_ZH, "长征开始", 0, any), "");
    CHECK_TEXT(found(lexicon, LANG_EN, "March began", 0, any), "");
    if (entry) {
        CHECK_TEXT(entry->names[LANG_EN].items[0], "March");
        CHECK_TEXT(entry->names[LANG_ZH].items[0], "长征");
    }
}

static void test_dates(const Lexicon *lexicon) {
    Text name = TEXT("矿业部");
    CHECK_TEXT(id_of(lexicon_name(lexicon, LANG_ZH, name, any)), "ministry-of-mines-1949");
    CHECK_TEXT(id_of(lexicon_name(lexicon, LANG_ZH, name, (Day){1950, 3, 1})), "ministry-of-mines-1949");
    CHECK_TEXT(id_of(lexicon_name(lexicon, LANG_ZH, name, (Day){1954, 9, 26})), "ministry-of-mines-1949");
    CHECK_TEXT(id_of(lexicon_name(lexicon, LANG_ZH, name, (Day){1954, 9, 27})), "ministry-of-mines-1954");
    CHECK_TEXT(id_of(lexicon_name(lexicon, LANG_ZH, name, (Day){1956, 12, 31})), "ministry-of-mines-1954");
    CHECK_TEXT(id_of(lexicon_name(lexicon, LANG_ZH, name, (Day){1984, 1, 1})), "ministry-of-mines-1954");
    CHECK(lexicon_name(lexicon, LANG_ZH, name, (Day){1948, 5, 1}) == NULL);
    CHECK_TEXT(found(lexicon, LANG_ZH, "矿业部", 0, (Day){1948, 5, 1}), "矿业");
}

static void test_words(const Lexicon *lexicon) {
    CHECK_EQUAL(lexicon_word(lexicon, LANG_EN, TEXT("Of")).kinds, WORD_PREPOSITION);
    CHECK_EQUAL(lexicon_word(lexicon, LANG_EN, TEXT("HE")).kinds, WORD_PRONOUN | WORD_SURNAME);
    CHECK_EQUAL(lexicon_word(lexicon, LANG_EN, TEXT("she")).kinds, WORD_NONE);
    CHECK_EQUAL(lexicon_word(lexicon, LANG_ZH, TEXT("和")).kinds, WORD_CONJUNCTION | WORD_PREPOSITION | WORD_SURNAME);
    Standing standing = lexicon_standing(lexicon, TEXT("会上举行了"), 6);
    CHECK_EQUAL(lexicon_standing_word(lexicon, &standing, WORD_VERB), 6);
    CHECK_EQUAL(lexicon_standing_word(lexicon, &standing, WORD_VERB | WORD_PARTICLE), 9);
    CHECK_EQUAL(lexicon_standing_exact(lexicon, &standing, 6).kinds, WORD_VERB);
    CHECK_EQUAL(lexicon_standing_exact(lexicon, &standing, 3).kinds, WORD_NONE);
    standing = lexicon_standing(lexicon, TEXT("会上举行了"), 0);
    CHECK_EQUAL(lexicon_standing_word(lexicon, &standing, ~0u), 0);
}

/* What a word does makes no word of it: 上 is still a character like any other. */
static void test_uses(const Lexicon *lexicon) {
    Standing standing = lexicon_standing(lexicon, TEXT("会上举行了"), TEXT("会").length);
    CHECK_EQUAL(lexicon_standing_word(lexicon, &standing, ~0u), 0);
    CHECK_EQUAL(lexicon_standing_exact(lexicon, &standing, TEXT("上").length).uses, USE_LOCATIVE);
    CHECK_EQUAL(lexicon_word(lexicon, LANG_EN, TEXT("in")).kinds, WORD_PREPOSITION);
    CHECK_EQUAL(lexicon_word(lexicon, LANG_EN, TEXT("in")).uses, USE_OPENS);
    CHECK(lexicon_opener(lexicon, TEXT("held In order to"), 5));
    CHECK(!lexicon_opener(lexicon, TEXT("in order today"), 0));
    CHECK(!lexicon_opener(lexicon, TEXT("order to"), 0));
}

static void test_heads(const Lexicon *lexicon) {
    const Head *head = lexicon_head(lexicon, LANG_ZH, TEXT("东城矿业部"));
    CHECK(head && head->names);
    head = lexicon_head(lexicon, LANG_ZH, TEXT("东城矿区支部"));
    CHECK(head && !head->names);
    CHECK(lexicon_head(lexicon, LANG_ZH, TEXT("部里")) == NULL);
    CHECK(lexicon_head(lexicon, LANG_ZH, TEXT("")) == NULL);
    CHECK(lexicon_head(lexicon, LANG_EN, TEXT("Ministry")) != NULL);
    CHECK(lexicon_head(lexicon, LANG_EN, TEXT("the Ministry")) == NULL);
}

static const Entry *named(const Lexicon *lexicon, const char *name) {
    return lexicon_name(lexicon, LANG_EN, text_from(name), any);
}

static const Change *change_of(const Entry *entry, int year) {
    for (size_t i = 0; entry && i < entry->changes.count; i++) {
        if (entry->changes.items[i]->date.year == year) {
            return entry->changes.items[i];
        }
    }
    return NULL;
}

static void test_changes(const Lexicon *lexicon) {
    const Entry *old = named(lexicon, "Mines Ministry");
    const Change *renamed = change_of(old, 1954);
    if (CHECK(renamed != NULL)) { /* said on both lines, on one of them to the day before */
        CHECK(day_compare(renamed->date, (Day){1954, 9, 27}) == 0);
        CHECK(renamed->originals.count == 1 && renamed->results.count == 1);
        CHECK_TEXT(renamed->results.items[0]->id, "ministry-of-mines-1954");
    }
    const Change *divided = change_of(named(lexicon, "Ministry of Coal"), 1956);
    if (CHECK(divided != NULL)) {
        CHECK_EQUAL(divided->originals.count, 1);
        CHECK_EQUAL(divided->results.count, 2);
        CHECK_TEXT(divided->results.items[0]->id, "ministry-of-coal");
        CHECK_TEXT(divided->results.items[1]->id, "ministry-of-ore");
    }
    CHECK(change_of(old, 1952) && change_of(old, 1952) == change_of(named(lexicon, "Salt Office"), 1952));
    CHECK(old && old->changes.count == 2);
    CHECK_EQUAL(named(lexicon, "Mines")->changes.count, 0);
}

static void test_posts(const Lexicon *lexicon) {
    const Entry *person = named(lexicon, "Comrade March");
    if (CHECK(person && person->posts.count == 2)) {
        CHECK_TEXT(person->posts.items[0].title[LANG_ZH], "矿业部部长");
        CHECK_TEXT(id_of(person->posts.items[0].body), "ministry-of-mines-1949");
        CHECK_EQUAL(person->posts.items[0].to.month, 11);
        CHECK(person->posts.items[1].body == NULL && person->posts.items[1].to.year == 0);
    }
}

static void test_units_and_periods(const Lexicon *lexicon) {
    size_t length = 0;
    const Unit *unit = lexicon_unit(lexicon, LANG_ZH, TEXT("三公斤"), 3, &length);
    CHECK(unit && unit->into.length == 0 && length == 6);
    unit = lexicon_unit(lexicon, LANG_ZH, TEXT("三斤"), 3, &length);
    CHECK_TEXT(unit ? unit->into : TEXT(""), "kg");
    CHECK(unit && unit->factor.numerator == 1 && unit->factor.denominator == 2);
    unit = lexicon_unit(lexicon, LANG_EN, TEXT("one Ton of coal"), 4, &length);
    CHECK(unit && unit->to.year == 1959 && length == 3);
    CHECK(lexicon_unit(lexicon, LANG_EN, TEXT("one tone"), 4, &length) == NULL);
    const Period *period = lexicon_period(lexicon, LANG_ZH, TEXT("解放前夕"), 0, &length);
    CHECK(period && period->from.year == 0 && period->to.day == 30 && length == 9);
    CHECK(lexicon_period(lexicon, LANG_EN, TEXT("just before liberation"), 5, &length) && length == 17);
}

static void test_errors(const char *data) {
    char folder[512];
    Lexicon *lexicon;
    snprintf(folder, sizeof folder, "%s/bad", data);
    CHECK_EQUAL(load(folder, &lexicon), DATELINE_RULES);
    static const char *const expected[] = {
        "a.tsv:2:1: \"Bad Id\" is no id",
        "a.tsv:3:5: the ontology has no class \"dl:Nothing\"",
        "a.tsv:4:30: \"1950-02-30\" is no date",
        "a.tsv:5:34: the end lies before the beginning",
        "a.tsv:6:22: a name is missing",
        "a.tsv:7:24: 3 cells where the header names 8 columns",
        "a.tsv:8:26: this is not valid UTF-8",
        "a.tsv:9:29: nothing stands beside this |",
        "a.tsv:11:1: \"eight\" is already at",
        "a.tsv:12:1: \"Eight\" is also a name of \"eight\"",
        "a.tsv:13:1: no line has the id \"nobody\"",
        "a.tsv:13:36: \"q10\" is no Wikidata item",
        "b.tsv:1:17: no column \"colour\" belongs in this table",
        "c.tsv:2:7: no kind of word is called \"prepositoin\"",
        "c.tsv:3:4: \"fr\" is no language here",
        "c.tsv:5:1: this adds no kind to \"by\"",
        "d.tsv:2:26: write yes or no",
        "d.tsv:3:1: the head \"plant\" is there twice",
        "e.tsv:1:1: this header fits no table",
        "f.tsv:2:1: no line has the id \"nobody\"",
        "f.tsv:3:16: a post is named in English and in Chinese",
        "f.tsv:3:1: no line has the id \"nowhere\"",
        "f.tsv:3:30: the end lies before the beginning",
        "g.tsv:3:1: \"first\" becomes \"second\" on two dates",
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        CHECK(was_told(expected[i]));
    }
    CHECK_EQUAL(load("/nonexistent", &lexicon), DATELINE_IO);
}

static void test_shipped(void) {
    Lexicon *lexicon;
    CHECK_EQUAL(load("extractor/lexicon", &lexicon), DATELINE_OK);
    for (size_t i = 0; i < told && i < sizeof messages / sizeof *messages; i++) {
        printf("%s\n", messages[i]);
    }
    CHECK_TEXT(id_of(lexicon_name(lexicon, LANG_ZH, TEXT("重工业部"), (Day){1956, 3, 29})),
               "ministry-of-heavy-industry-1954");
    CHECK_TEXT(id_of(lexicon_name(lexicon, LANG_EN, TEXT("Ministry of Heavy Industry"), (Day){1951, 3, 29})),
               "ministry-of-heavy-industry-1949");
    CHECK_TEXT(id_of(lexicon_name(lexicon, LANG_EN, TEXT("Peking"), any)), "beijing");
}

/* Runs in the top folder of the project. */
int main(void) {
    jmp_buf exhausted;
    arena.exhausted = &exhausted;
    if (setjmp(exhausted)) {
        return EXIT_FAILURE;
    }
    Diag diag = {.sink = keep};
    Text path = TEXT("ontology/dateline.ttl");
    Text bytes;
    if (!CHECK_EQUAL(file_read(path, &arena, &diag, &bytes), DATELINE_OK) ||
        !CHECK_EQUAL(ontology_load(path, bytes, &arena, &diag, &ontology), DATELINE_OK)) {
        return check_report();
    }
    Lexicon *lexicon;
    if (CHECK_EQUAL(load("tests/data/lexicon/good", &lexicon), DATELINE_OK)) {
        test_names(lexicon);
        test_labels(lexicon);
        test_dates(lexicon);
        test_words(lexicon);
        test_uses(lexicon);
        test_heads(lexicon);
        test_units_and_periods(lexicon);
        test_changes(lexicon);
        test_posts(lexicon);
    }
    test_errors("tests/data/lexicon");
    test_shipped();
    arena_release(&arena);
    return check_report();
}
