/* Patterns when they run: seldom and often, near and far from the limit. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "pattern.h"

#include "check.h"

#include <pcre2.h>

enum { LIMIT = 200 * 1000, OFTEN = 100 };

static Arena arena;
static Diag diag;
static pcre2_match_context *context;
static pcre2_match_data *data;

static PatternCode *compile(const char *first, const char *second, bool anchored) {
    Texts parts = {0};
    *VECTOR_PUSH(&arena, &parts) = text_from(first);
    *VECTOR_PUSH(&arena, &parts) = text_from(second);
    PatternCode *code = pattern_make(parts, 2, LANG_ZH, anchored);
    CHECK(code != NULL);
    pattern_prepare(code);
    return code;
}

static int match(PatternCode *code, const char *text, size_t from, bool now) {
    return pattern_match(code, text_from(text), from, LIMIT, now, data, context);
}

/* What is found is the same before and after there is machine code. */
static void often(void) {
    PatternCode *code = compile("te", "a", true);
    for (int i = 0; i < OFTEN; i++) {
        CHECK_EQUAL(match(code, "tea", 0, false), 1);
        CHECK_EQUAL(match(code, "a cup of tea", 0, false), PCRE2_ERROR_NOMATCH);
        CHECK_EQUAL(match(code, "a cup of tea", 9, false), 1);
    }
    pattern_free(code);
    code = compile("te", "a", false);
    CHECK_EQUAL(match(code, "a cup of tea", 0, false), 1);
    CHECK_EQUAL(pcre2_get_ovector_pointer(data)[0], 9);
    pattern_free(code);
}

static void far(void) {
    PatternCode *code = compile("(?:a+)+", "b", true);
    const char *text = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!b";
    CHECK_EQUAL(match(code, text, 0, false), PATTERN_AGAIN);
    CHECK_EQUAL(match(code, text, 0, true), PCRE2_ERROR_MATCHLIMIT);
    CHECK_EQUAL(match(code, text, 0, false), PCRE2_ERROR_MATCHLIMIT); /* there is machine code now */
    pattern_free(code);
}

/* The groups of uses are known once a pattern is prepared; what is wrong is found then, or when it is asked for. */
static void groups(void) {
    PatternCode *code = compile("(?(DEFINE)(?<Cup>cup))", "a (?<S1>(?<B1>)(?&Cup))", true);
    CHECK_EQUAL(code->groups[1].whole, 2);
    CHECK_EQUAL(code->groups[1].begin, 3);
    CHECK(code->groups[0].whole < 0 && code->groups[0].begin < 0);
    pattern_free(code);
    code = compile("te", "a)", true);
    CHECK(code->pcre2 == NULL);
    CHECK(match(code, "tea", 0, true) < 0);
    pattern_free(code);
    Diag told = {0};
    CHECK(!pattern_check(TEXT("tea)"), LANG_ZH, (Place){0}, &told));
    CHECK_EQUAL(told.errors, 1);
    CHECK(pattern_check(TEXT("tea"), LANG_ZH, (Place){0}, &told));
}

int main(void) {
    context = pcre2_match_context_create(NULL);
    data = pcre2_match_data_create(4, NULL);
    often();
    far();
    groups();
    CHECK_EQUAL(diag.errors, 0);
    pcre2_match_data_free(data);
    pcre2_match_context_free(context);
    arena_release(&arena);
    return check_report();
}
