/* Which rules can fire in a sentence, and which cannot. */
#include "trigger.h"

#include "check.h"

static Arena arena;
static Ruleset rules;

/* A rule of one pattern, which needs any of the words; none: it needs nothing. */
static void add_rule(Lang lang, const char *first, const char *second) {
    Pattern pattern = {.lang = lang, .complete = true};
    Rule rule = {0};
    if (first) {
        *VECTOR_PUSH(&arena, &pattern.needs) = text_from(first);
    }
    if (second) {
        *VECTOR_PUSH(&arena, &pattern.needs) = text_from(second);
    }
    *VECTOR_PUSH(&arena, &rule.patterns) = pattern;
    *VECTOR_PUSH(&arena, &rules.rules) = rule;
}

/* The rules that may fire, as digits. */
static Text found(Lang lang, Text sentence) {
    bool may_fire[8] = {false};
    Text all = TEXT("");
    triggers_find(&rules.triggers, lang, sentence, may_fire);
    for (size_t i = 0; i < rules.rules.count; i++) {
        if (may_fire[i]) {
            all = text_format(&arena, "%.*s%zu", TEXT_ARGS(all), i);
        }
    }
    return all;
}

int main(void) {
    triggers_make(&rules, &arena);
    CHECK_TEXT(found(LANG_EN, TEXT("a cup of tea")), "");

    add_rule(LANG_EN, "tea", " cup");
    add_rule(LANG_EN, "teapot", NULL);
    add_rule(LANG_EN, NULL, NULL);
    add_rule(LANG_ZH, "茶", NULL);
    add_rule(LANG_ZH, "茶壶", "杯");
    add_rule(LANG_EN, "tea", NULL);
    triggers_make(&rules, &arena);
    CHECK_TEXT(found(LANG_EN, TEXT("")), "2");
    CHECK_TEXT(found(LANG_EN, TEXT("milk")), "2");
    CHECK_TEXT(found(LANG_EN, TEXT("a cup of milk")), "02");
    CHECK_TEXT(found(LANG_EN, TEXT("steam")), "025");
    CHECK_TEXT(found(LANG_EN, TEXT("teapot")), "0125");
    CHECK_TEXT(found(LANG_EN, TEXT("茶壶")), "2");
    CHECK_TEXT(found(LANG_ZH, TEXT("喝茶")), "3");
    CHECK_TEXT(found(LANG_ZH, TEXT("有茶壶")), "34");
    CHECK_TEXT(found(LANG_ZH, TEXT("杯")), "4");
    arena_release(&arena);
    return check_report();
}
