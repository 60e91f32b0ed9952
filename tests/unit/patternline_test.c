/* What a line of a rule becomes: one code for both of its patterns where it can be cut behind the leading slot. */
#include "patternline.h"

#include "check.h"
#include "pattern.h"
#include "starts.h"

static Arena arena;
static Arena scratch;
static Diag diag;
static Defines defines = {.arena = &arena, .building = &arena, .diag = &diag};
static const RuleFile file = {.path = {"tea.rules", 9}};

static Pattern made(Lang lang, const char *line) {
    LineMaker maker = {&defines, &arena, &arena, &scratch, &diag, true};
    Rule rule = {.file = &file};
    SlotUses uses = {0};
    RuleLine *written = ARENA_NEW(&arena, RuleLine);
    *written = (RuleLine){.value = text_from(line), .line = 1, .column = 1};
    CHECK_EQUAL(slots_read(NULL, &rule, written, &arena, &arena, &diag, &uses), DATELINE_OK);
    patternline_add(&maker, &rule, lang, written, &uses);
    CHECK_EQUAL(rule.patterns.count, 1);
    Pattern pattern = rule.patterns.items[0];
    CHECK(pattern.code && pattern.complete);
    pattern_free(pattern.code);
    return pattern;
}

static bool is_cut(const char *line) {
    return made(LANG_EN, line).behind;
}

static void cut(void) {
    CHECK(is_cut("{what:Noun} was (?:drunk|spilt)"));
    CHECK(is_cut("{what:Noun}[|] was \\| drunk"));
    CHECK(!is_cut("the {what:Noun} was drunk"));
    CHECK(!is_cut("tea was drunk"));
    CHECK(!is_cut("{what:Noun} was drunk|no tea"));
    CHECK(!is_cut("{what:Noun}+ was drunk"));
    CHECK(!is_cut("{what:Noun}{2} was drunk"));
    CHECK(!is_cut("{what:Noun} was drunk(?<again>, )?\\k<again>"));
    CHECK(!is_cut("{what:Noun} was\\K drunk"));
    CHECK(!is_cut("{what:Noun}(*COMMIT) was drunk"));
}

static void places(void) {
    Pattern pattern = made(LANG_EN, "{what:Noun}  of {n:Number} cups");
    CHECK_EQUAL(pattern.spaces, 2);
    CHECK_EQUAL(pattern.places.count, 2);
    CHECK_EQUAL(pattern.pieces.count, 4);
    CHECK(!pattern.opening->any && first_has(&pattern.opening->chars, 'o') && !first_has(&pattern.opening->chars, 'c'));
    pattern = made(LANG_EN, "the {what:Noun} of {n:Number} cups");
    pattern = made(LANG_ZH, "(?:喝)?{what:Noun}茶");
    CHECK_EQUAL(pattern.opening->places.count, 1);
    CHECK_EQUAL(pattern.opening->places.items[0], 0);
}

int main(void) {
    defines_add_own(&defines);
    cut();
    places();
    CHECK_EQUAL(diag.errors, 0);
    arena_release(&scratch);
    arena_release(&arena);
    return check_report();
}
