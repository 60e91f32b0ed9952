/* How the parts of a regular expression are written. */
#include "expression.h"

#include "check.h"

static void balance(void) {
    CHECK(expression_is_balanced(TEXT("(?:tea|\\(|[)(]|\\p{Han}) cup")));
    CHECK(expression_is_balanced(TEXT("")));
    CHECK(!expression_is_balanced(TEXT("(?:tea cup")));
    CHECK(!expression_is_balanced(TEXT("tea) (cup")));
    CHECK(!expression_is_balanced(TEXT("(tea [cup)")));
    CHECK(!expression_is_balanced(TEXT("tea \\")));
}

static void ends_of_groups(void) {
    CHECK_EQUAL(expression_group_end(TEXT("a(?:b(c)[)]\\)d)e"), 1), 15);
    CHECK_EQUAL(expression_group_end(TEXT("(?&Gap) x"), 0), 7);
    CHECK_EQUAL(expression_group_end(TEXT("(a"), 0), 2);
}

static void kinds_of_groups(void) {
    static const struct {
        const char *group;
        GroupKind kind;
        size_t opening;
    } groups[] = {{"(a)", GROUP_PLAIN, 1},        {"(?:a)", GROUP_PLAIN, 3},    {"(?-i:a)", GROUP_PLAIN, 5},
                  {"(?<name>a)", GROUP_PLAIN, 8}, {"(?=a)", GROUP_AHEAD, 3},    {"(?<=a)", GROUP_BEHIND, 4},
                  {"(?<!a)", GROUP_ASIDE, 4},     {"(?C'<1')", GROUP_ASIDE, 3}, {"(?&Gap)", GROUP_CALL, 3},
                  {"(?|a|b)", GROUP_OTHER, 2},    {"(*COMMIT)", GROUP_OTHER, 2}};
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        size_t opening;
        CHECK_EQUAL(expression_group(text_from(groups[i].group), &opening), groups[i].kind);
        CHECK_EQUAL(opening, groups[i].opening);
    }
}

static void escaped_characters(void) {
    static const struct {
        const char *escape;
        uint32_t character; /* 0: it is none */
        size_t end;
    } escapes[] = {{"\\.x", '.', 2}, {"\\n", '\n', 2}, {"\\x{8336}y", 0x8336, 8}, {"\\d", 0, 2}, {"\\p{Han}", 0, 2}};
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
        size_t at = 0;
        uint32_t character;
        bool one = expression_character(text_from(escapes[i].escape), &at, &character);
        CHECK_EQUAL(one, escapes[i].character != 0);
        CHECK(!one || character == escapes[i].character);
        CHECK(!one || at == escapes[i].end);
    }
}

static void what_is_gone_past(void) {
    Text pattern = TEXT("[]\\]a]{0,3}?\\p{Han}+b");
    size_t at = 0;
    expression_skip_class(pattern, &at);
    CHECK_EQUAL(at, 6);
    CHECK(expression_skip_quantifier(pattern, &at));
    CHECK_EQUAL(at, 12);
    expression_skip_escape(pattern, &at);
    CHECK_EQUAL(at, 19);
    CHECK(!expression_skip_quantifier(pattern, &at));
    CHECK_EQUAL(at, 20);
}

int main(void) {
    balance();
    ends_of_groups();
    kinds_of_groups();
    escaped_characters();
    what_is_gone_past();
    return check_report();
}
