/* Which patterns can match in a sentence, and which cannot. */
#include "trigger.h"

#include "check.h"

static Arena arena;
static Ruleset rules;
static TriggerScan scan = {.arena = &arena};

/* Adds to a pattern what it needs: one of two words, or, if the second is NULL, the first. */
static void need(Pattern *pattern, NeedPlace place, const char *first, const char *second) {
    Need one = {.place = place};
    *VECTOR_PUSH(&arena, &one.words) = text_from(first);
    if (second) {
        *VECTOR_PUSH(&arena, &one.words) = text_from(second);
    }
    *VECTOR_PUSH(&arena, &pattern->needs) = one;
}

static void add_rule(Pattern pattern) {
    Rule rule = {0};
    *VECTOR_PUSH(&arena, &rule.patterns) = pattern;
    *VECTOR_PUSH(&arena, &rules.rules) = rule;
}

/* A rule of one pattern with at most one need. */
static void add_simple(Lang lang, const char *first, const char *second) {
    Pattern pattern = {.lang = lang, .complete = true};
    if (first) {
        need(&pattern, NEED_BEHIND, first, second);
    }
    add_rule(pattern);
}

static void make(void) {
    rules.triggers = (Triggers){0};
    triggers_make(&rules, &arena);
    scan = (TriggerScan){.arena = &arena};
}

/* The rules that may fire, as digits. */
static Text found(Lang lang, Text sentence) {
    bool may_fire[16] = {false};
    bool may_match[16] = {false};
    Text all = TEXT("");
    triggers_find(&rules.triggers, &scan, lang, sentence, may_match, may_fire);
    for (size_t i = 0; i < rules.rules.count; i++) {
        CHECK(may_fire[i] == may_match[rules.rules.items[i].patterns.items[0].number]);
        if (may_fire[i]) {
            all = text_format(&arena, "%.*s%zu", TEXT_ARGS(all), i);
        }
    }
    return all;
}

static void one_need(void) {
    make();
    CHECK_TEXT(found(LANG_EN, TEXT("a cup of tea")), "");
    add_simple(LANG_EN, "tea", " cup");
    add_simple(LANG_EN, "teapot", NULL);
    add_simple(LANG_EN, NULL, NULL);
    add_simple(LANG_ZH, "茶", NULL);
    add_simple(LANG_ZH, "茶壶", "杯");
    add_simple(LANG_EN, "tea", NULL);
    make();
    CHECK_TEXT(found(LANG_EN, TEXT("")), "2");
    CHECK_TEXT(found(LANG_EN, TEXT("milk")), "2");
    CHECK_TEXT(found(LANG_EN, TEXT("a cup of milk")), "02");
    CHECK_TEXT(found(LANG_EN, TEXT("steam")), "025");
    CHECK_TEXT(found(LANG_EN, TEXT("teapot")), "0125");
    CHECK_TEXT(found(LANG_EN, TEXT("茶壶")), "2");
    CHECK_TEXT(found(LANG_ZH, TEXT("喝茶")), "3");
    CHECK_TEXT(found(LANG_ZH, TEXT("有茶壶")), "34");
    CHECK_TEXT(found(LANG_ZH, TEXT("杯")), "4");
}

/* tea or milk, then cup; then, perhaps in the same characters, "up" ahead; and "hot" anywhere. */
static void several_needs(void) {
    Pattern pattern = {.lang = LANG_EN};
    need(&pattern, NEED_BEHIND, "tea", "milk");
    need(&pattern, NEED_AHEAD, "cup", NULL);
    need(&pattern, NEED_BEHIND, "up", NULL);
    need(&pattern, NEED_ANYWHERE, "hot", NULL);
    rules.rules.count = 0;
    add_rule(pattern);
    make();
    CHECK_TEXT(found(LANG_EN, TEXT("hot tea in a cup")), "0");
    CHECK_TEXT(found(LANG_EN, TEXT("milk in a cup, hot")), "0");
    CHECK_TEXT(found(LANG_EN, TEXT("tea in a cup")), "");
    CHECK_TEXT(found(LANG_EN, TEXT("a cup of hot tea")), "");
    CHECK_TEXT(found(LANG_EN, TEXT("a cup of hot tea and a cup of milk")), "0");
    CHECK_TEXT(found(LANG_EN, TEXT("up: hot milk")), "");
    CHECK_TEXT(found(LANG_EN, TEXT("a cup of hot tea, drink up")), "");
}

/* The last place where the pattern of a rule may begin. */
static size_t last_of(size_t rule, Text sentence) {
    found(LANG_EN, sentence);
    return triggers_last(&rules.triggers, &scan, &rules.rules.items[rule].patterns.items[0]);
}

static void last_begin(void) {
    rules = (Ruleset){0};
    add_simple(LANG_EN, "tea", "coffee");
    add_simple(LANG_EN, NULL, NULL);
    Pattern both = {.lang = LANG_EN};
    need(&both, NEED_BEHIND, "cup", NULL);
    need(&both, NEED_AHEAD, "tea", NULL);
    add_rule(both);
    Pattern somewhere = {.lang = LANG_EN};
    need(&somewhere, NEED_ANYWHERE, "tea", NULL);
    add_rule(somewhere);
    make();
    CHECK_EQUAL(last_of(0, TEXT("tea, tea or coffee")), 12);
    CHECK_EQUAL(last_of(1, TEXT("tea")), SIZE_MAX);
    CHECK_EQUAL(last_of(2, TEXT("a cup of tea and a cup")), 9);
    CHECK_EQUAL(last_of(2, TEXT("a cup of tea and tea")), 2);
    CHECK_EQUAL(last_of(3, TEXT("a cup of tea")), SIZE_MAX);
}

int main(void) {
    one_need();
    several_needs();
    last_begin();
    arena_release(&arena);
    return check_report();
}
