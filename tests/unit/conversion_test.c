/* Numbers in the units of today. */
#include "conversion.h"

#include "check.h"

static Arena arena;

static const char *converted(const char *conversion, Day from, Day to, const char *value, Day when) {
    Unit unit = {.from = from, .to = to};
    NumberMention number = {.value = text_from(value), .measure = &unit};
    if (!conversion_parse(text_from(conversion), &unit.factor, &unit.into)) {
        return "refused";
    }
    Converted out = conversion_of(&number, when, &arena);
    return text_c_string(&arena, text_format(&arena, "%.*s %.*s", TEXT_ARGS(out.value), TEXT_ARGS(out.unit)));
}

static void factors(void) {
    Day always = {0};
    Day day = {1951, 5, 4};
    CHECK_TEXT(text_from(converted("0.5 kg", always, always, "7", day)), "3.5 kg");
    CHECK_TEXT(text_from(converted("1/15 ha", always, always, "14000", day)), "933.333333333333 ha");
    CHECK_TEXT(text_from(converted("100/15 ha", always, always, "3", always)), "20 ha");
    CHECK_TEXT(text_from(converted("1 m3", always, always, "-2.5", day)), "-2.5 m3");
    CHECK_TEXT(text_from(converted("0.0001 CNY", always, always, "500000000000", day)), "50000000 CNY");
    CHECK_TEXT(text_from(converted("0.000001 kg", always, always, "9000000000000000000", day)), "9000000000000 kg");
    CHECK_TEXT(text_from(converted("1.609344 km", always, always, "9000000000000000000", day)), " ");
}

static void days(void) {
    Day first = {1948, 12, 1};
    Day last = {1955, 2, 28};
    CHECK_TEXT(text_from(converted("0.0001 CNY", first, last, "50000", (Day){1948, 11, 30})), " ");
    CHECK_TEXT(text_from(converted("0.0001 CNY", first, last, "50000", first)), "5 CNY");
    CHECK_TEXT(text_from(converted("0.0001 CNY", first, last, "50000", last)), "5 CNY");
    CHECK_TEXT(text_from(converted("0.0001 CNY", first, last, "50000", (Day){1955, 3, 1})), " ");
    CHECK_TEXT(text_from(converted("0.0001 CNY", first, last, "50000", (Day){0})), " ");
    CHECK_TEXT(text_from(converted("1/32 kg", (Day){0}, (Day){1959, 0, 0}, "16", (Day){1959, 12, 31})), "0.5 kg");
}

static void refusals(void) {
    static const char *const wrong[] = {"", "kg", "3", "3 ", "2kg", "1/0 kg", "1/ kg", "/2 kg", "one kg"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        CHECK_TEXT(text_from(converted(wrong[i], (Day){0}, (Day){0}, "1", (Day){0})), "refused");
    }
}

static void ranges_and_numbers_without_unit(void) {
    Unit unit = {.factor = ratio_make(1, 15), .into = TEXT("ha")};
    NumberMention range = {.minimum = TEXT("30"), .maximum = TEXT("45"), .measure = &unit};
    Converted out = conversion_of(&range, (Day){0}, &arena);
    CHECK(out.value.length == 0);
    CHECK_TEXT(out.minimum, "2");
    CHECK_TEXT(out.maximum, "3");
    CHECK_TEXT(out.unit, "ha");
    NumberMention bare = {.value = TEXT("30")};
    CHECK(conversion_of(&bare, (Day){0}, &arena).unit.length == 0);
}

int main(void) {
    jmp_buf exhausted;
    if (setjmp(exhausted)) {
        return 2;
    }
    arena.exhausted = &exhausted;
    factors();
    days();
    refusals();
    ranges_and_numbers_without_unit();
    arena_release(&arena);
    return check_report();
}
