/* Defines: what stands before a pattern that calls them, and what it needs for their sake. */
#include "check.h"
#include "defines.h"
#include "gate.h"

static Arena arena;
static Arena scratch;
static Diag diag;
static Defines defines = {.arena = &arena, .building = &arena, .diag = &diag};
static const DefinesOf english = {&defines, LANG_EN, &scratch};

static void add(const char *name, const char *pattern) {
    Define define = {.name = text_from(name), .pattern = {[LANG_EN] = text_from(pattern)}};
    table_put(&defines.names, &arena, define.name, defines.items.count);
    *VECTOR_PUSH(&arena, &defines.items) = define;
}

static Text source(const char *pattern) {
    Text stand_in;
    Texts parts = defines_source(&english, text_from(pattern), (Place){.line = 1}, &stand_in);
    return texts_join(&arena, &parts);
}

static Text stand_in_for(const char *pattern) {
    Text stand_in;
    defines_source(&english, text_from(pattern), (Place){.line = 1}, &stand_in);
    return stand_in;
}

/* The words of the first need of a pattern, with "|" between. */
static Text first_need(const char *pattern) {
    DefinesOf of = english;
    Needs needs = gate_needs(text_from(pattern), defines_needs, &of, &scratch, &arena);
    Text out = TEXT("");
    for (size_t i = 0; needs.count && i < needs.items[0].words.count; i++) {
        out = text_format(&arena, "%.*s%s%.*s", TEXT_ARGS(out), i ? "|" : "", TEXT_ARGS(needs.items[0].words.items[i]));
    }
    return out;
}

int main(void) {
    add("Cup", "cup|mug");
    add("Full", "full (?&Cup)");
    add("Ring", "x(?&Ring)tea");
    CHECK_TEXT(source("plain"), "plain");
    CHECK_TEXT(source("(?&Full) or (?&Cup)"), "(?(DEFINE)(?<Full>full (?&Cup))(?<Cup>cup|mug))(?&Full) or (?&Cup)");
    CHECK_TEXT(source("(?&Ring)"), "(?(DEFINE)(?<Ring>x(?&Ring)tea))(?&Ring)");
    CHECK_TEXT(stand_in_for("(?&Full) tea"), "(?(DEFINE)(?<Full>x)(?<Cup>x))(?&Full) tea");
    CHECK_TEXT(stand_in_for("(?<=(?&Cup)) tea"), "(?(DEFINE)(?<Cup>cup|mug))(?<=(?&Cup)) tea");
    CHECK_TEXT(stand_in_for("plain"), "plain");
    defines_check(&defines, &scratch);
    CHECK_EQUAL(diag.errors, 0);
    CHECK_TEXT(source("(?&Pot)"), "");
    CHECK_EQUAL(diag.errors, 1);

    CHECK_TEXT(first_need("(?&Cup) of tea"), "cup|mug");
    CHECK_TEXT(first_need("(?:(?&Cup)|Pot) of tea"), "cup|mug|pot");
    CHECK_TEXT(first_need("(?:(?&Cup)|jug) of tea"),
               "cup|mug|jug"); /* what was added for one is not there for another */
    CHECK_TEXT(first_need("(?&Cup) of tea"), "cup|mug");
    CHECK_TEXT(first_need("(?&Ring)"), "tea"); /* one that calls itself comes to an end */
    arena_release(&scratch);
    arena_release(&arena);
    return check_report();
}
