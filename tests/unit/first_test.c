/* What a match of a pattern can begin with. */
#include "first.h"

#include "check.h"

static Arena arena;

static First cup(void *context, Text name) {
    (void)context;
    if (text_equal(name, TEXT("Cup"))) {
        return first_of(TEXT("cup|mug"), LANG_ZH, cup, NULL, &arena);
    }
    return (First){.any = true, .empty = true};
}

static First first_in(Lang lang, const char *pattern) {
    return first_of(text_from(pattern), lang, cup, NULL, &arena);
}

static bool has(const char *pattern, uint32_t character) {
    First first = first_in(LANG_ZH, pattern);
    return first.any || first_has(&first.chars, character);
}

static void characters(void) {
    CHECK(has("tea", 't'));
    CHECK(!has("tea", 'e'));
    CHECK(has("(?:tea|cup)s", 'c'));
    CHECK(has("t?ea", 'e'));
    CHECK(has("(?:tea){0,3}cup", 'c'));
    CHECK(!has("(?:tea){1,3}cup", 'c'));
    CHECK(has("[a-f茶]x", 0x8336));
    CHECK(has("[a-f]x", 'd'));
    CHECK(!has("[a-f]x", 'x'));
    CHECK(has("[\\d]", '7'));
    CHECK(has("\\x{8336}", 0x8336));
    CHECK(!has("\\(tea", 't'));
    CHECK(has("(?<name>tea)", 't'));
    CHECK(has("(?&Cup)", 'm'));
    CHECK(!has("(?&Cup)", 'p'));
    CHECK(!has("(?!tea)(?<!cup)\\bmug", 'c'));
    CHECK(has("a{2}b", 'a'));
}

static void doubts(void) {
    CHECK(first_in(LANG_ZH, "[^a]b").any);
    CHECK(first_in(LANG_ZH, ".{0,3}b").any);
    CHECK(first_in(LANG_ZH, "\\p{Lu}b").any);
    CHECK(first_in(LANG_ZH, "(?&Pot)b").any);
    CHECK(first_in(LANG_ZH, "(?(?=a)b|c)").any);
    CHECK(first_in(LANG_ZH, "tea)").any);
    CHECK(first_in(LANG_ZH, "t?").empty);
    CHECK(first_in(LANG_ZH, "tea|").empty);
    CHECK(!first_in(LANG_ZH, "t?ea").empty);
}

static void small_and_capital(void) {
    First first = first_in(LANG_EN, "tea|skill|[m-n]");
    CHECK(first_has(&first.chars, 'T'));
    CHECK(first_has(&first.chars, 'N'));
    CHECK(first_has(&first.chars, 0x17F)); /* ſ is an s */
    CHECK(!first_has(&first.chars, 'E'));
    CHECK(first_in(LANG_EN, "étude").any);
    first = first_in(LANG_ZH, "tea");
    CHECK(!first_has(&first.chars, 'T'));
}

static void slots(void) {
    First first = first_in(LANG_ZH, "x?{who:dl:Person?}{n:Number}of");
    CHECK_EQUAL(first.slots.count, 2);
    CHECK_EQUAL(first.slots.items[0], 2);
    CHECK_EQUAL(first.slots.items[1], 18);
    CHECK(!first.any && !first.empty && !first_has(&first.chars, 'o'));
    first = first_in(LANG_ZH, "{cup:Cup} of");
    CHECK_EQUAL(first.slots.count, 0);
    CHECK(first_has(&first.chars, 'm'));
}

static void what_stands_before(void) {
    First first = first_in(LANG_ZH, "(?:^|(?<=[，。]))tea");
    CHECK(first.behind && first.at_start && first_has(&first.before, 0xFF0C) && !first_has(&first.before, 't'));
    first = first_in(LANG_ZH, "(?<=部长|主席)tea");
    CHECK(first.behind && !first.at_start && first_has(&first.before, 0x957F) && !first_has(&first.before, 0x90E8));
    CHECK(first_in(LANG_ZH, "(?=t)(?<=[x] )tea").behind);
    CHECK(!first_in(LANG_ZH, "(?<=a|)tea").behind);
    CHECK(!first_in(LANG_ZH, "(?<=\\d)tea").behind);
    CHECK(!first_in(LANG_ZH, "(?:(?<=a)|b)tea").behind);
    CHECK(!first_in(LANG_ZH, "(?<=a)?tea").behind);
    CHECK(!first_in(LANG_ZH, "b?(?<=a)tea").behind);
}

int main(void) {
    characters();
    doubts();
    small_and_capital();
    slots();
    what_stands_before();
    arena_release(&arena);
    return check_report();
}
