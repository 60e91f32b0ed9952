/* Slices and their UTF-8. */
#include "check.h"

static void comparing(void) {
    CHECK(text_equal(TEXT(""), (Text){0}));
    CHECK(text_equal(TEXT("茶"), text_from("茶")));
    CHECK(!text_equal(TEXT("tea"), TEXT("Tea")));
    CHECK(text_equal_nocase(TEXT("tea 茶"), TEXT("TEA 茶")));
    CHECK(!text_equal_nocase(TEXT("[tea"), TEXT("{tea")));
    CHECK(text_compare(TEXT("a"), TEXT("b")) < 0);
    CHECK(text_compare(TEXT("ab"), TEXT("a")) > 0);
    CHECK(text_compare(TEXT("a"), TEXT("\xC3\xA9")) < 0);
    CHECK_EQUAL(text_compare(TEXT(""), (Text){0}), 0);
    CHECK_EQUAL(text_has(TEXT("a teapot"), 2, "tea"), 3);
    CHECK_EQUAL(text_has(TEXT("a te"), 2, "tea"), 0);
    CHECK_EQUAL(text_has(TEXT("tea"), 3, "tea"), 0);
    CHECK_EQUAL(text_has(TEXT("Tea"), 0, "tea"), 0);
    CHECK_EQUAL(text_has_nocase(TEXT("green TEApot"), 6, "teA"), 3);
    CHECK_EQUAL(text_has_nocase(TEXT("[ea"), 0, "{ea"), 0); /* no letters */
    CHECK(text_starts(TEXT("teapot"), TEXT("tea")) && text_starts(TEXT("tea"), TEXT("")));
    CHECK(!text_starts(TEXT("te"), TEXT("tea")));
    CHECK(text_ends(TEXT("teapot"), TEXT("pot")) && !text_ends(TEXT("ot"), TEXT("pot")));
}

static void finding(void) {
    CHECK_EQUAL(text_find(TEXT("tea and tea"), TEXT("tea")), 0);
    CHECK_EQUAL(text_find(TEXT("绿茶"), TEXT("茶")), 3);
    CHECK_EQUAL(text_find(TEXT("te"), TEXT("tea")), SIZE_MAX);
    CHECK_EQUAL(text_find((Text){0}, TEXT("tea")), SIZE_MAX);
    CHECK(text_contains(TEXT("green tea"), TEXT("tea")) && !text_contains(TEXT("green"), TEXT("tea")));
    Text whole = TEXT("green tea");
    CHECK(text_within(text_slice(whole, 6, 9), whole));
    CHECK(text_within(text_slice(whole, 9, 9), whole));
    CHECK(!text_within(whole, text_slice(whole, 6, 9)));
}

static void cutting(void) {
    CHECK_TEXT(text_slice(TEXT("green tea"), 2, 5), "een");
    CHECK_TEXT(text_span(TEXT("green tea"), (Span){6, 9}), "tea");
    CHECK_TEXT(text_after(TEXT("green tea"), 9), "");
    CHECK_TEXT(text_trim(TEXT(" \t\xE3\x80\x80茶\xC2\xA0 \r\n")), "茶");
    CHECK_TEXT(text_trim(TEXT("\xEF\xBB\xBF"
                              "tea")),
               "tea");
    CHECK_TEXT(text_trim(TEXT("\xE3\x80\x80 ")), "");
    CHECK_TEXT(text_trim(TEXT("")), "");
    Text rest = TEXT("one\r\n\ntwo\rthree\nfour");
    CHECK_TEXT(text_line(&rest), "one");
    CHECK_TEXT(text_line(&rest), "");
    CHECK_TEXT(text_line(&rest), "two\rthree");
    CHECK_TEXT(text_line(&rest), "four");
    CHECK_EQUAL(rest.length, 0);
    CHECK_TEXT(text_line(&rest), "");
}

static void making(void) {
    Arena arena = {0};
    Text tea = TEXT("tea");
    Text copy = text_copy(&arena, text_slice(TEXT("green tea"), 6, 9));
    CHECK(text_equal(copy, tea) && copy.at != tea.at);
    CHECK_TEXT(text_join(&arena, TEXT("green "), tea), "green tea");
    CHECK_TEXT(text_join(&arena, (Text){0}, tea), "tea");
    CHECK_TEXT(TEXTS_JOINED(&arena, tea, (Text){0}, TEXT("/"), text_number(&arena, 120)), "tea/120");
    CHECK_TEXT(text_number(&arena, 0), "0");
    CHECK_TEXT(text_number(&arena, UINT64_MAX), "18446744073709551615");
    CHECK_TEXT(text_format(&arena, "%zu %.*s", (size_t)2, TEXT_ARGS(tea)), "2 tea");
    CHECK_EQUAL(strlen(text_c_string(&arena, text_slice(TEXT("teapot"), 0, 3))), 3);
    CHECK_EQUAL(strlen(text_c_string(&arena, (Text){0})), 0);
    arena_release(&arena);
}

/* Each code point there is, written and read. */
static void every_code_point(void) {
    size_t wrong = 0;
    for (uint32_t code_point = 0; code_point <= 0x10FFFF; code_point++) {
        char bytes[4];
        size_t next;
        Text text = {bytes, utf8_encode(code_point, bytes)};
        bool surrogate = code_point >= 0xD800 && code_point < 0xE000;
        wrong += utf8_at(text, 0, &next) != code_point || next != text.length || utf8_count(text) != 1;
        wrong += utf8_previous(text, text.length) != 0 || (utf8_check(text) == SIZE_MAX) == surrogate;
    }
    CHECK_EQUAL(wrong, 0);
}

static void walking(void) {
    Text text = TEXT("a\xC3\xA9茶\xF0\xA0\x80\x80");
    CHECK_EQUAL(utf8_count(text), 4);
    CHECK_EQUAL(utf8_next(text, 0), 1);
    CHECK_EQUAL(utf8_next(text, 1), 3);
    CHECK_EQUAL(utf8_next(text, 3), 6);
    CHECK_EQUAL(utf8_next(text, 6), 10);
    CHECK_EQUAL(utf8_previous(text, 10), 6);
    CHECK_EQUAL(utf8_previous(text, 6), 3);
    size_t next;
    CHECK_EQUAL(utf8_at(text_slice(text, 0, 5), 3, &next), 0xFFFD); /* cut off: never read past the end */
    CHECK_EQUAL(next, 5);
}

static void not_utf8(void) {
    static const struct {
        Text text;
        size_t wrong;
    } cases[] = {
        {{"", 0}, SIZE_MAX},
        {{"tea\0pot", 7}, SIZE_MAX},
        {{"a\x80", 2}, 1},
        {{"\xC0\xAF", 2}, 0},
        {{"\xC1\xBF", 2}, 0},
        {{"\xE0\x9F\xBF", 3}, 0},
        {{"\xED\xA0\x80", 3}, 0},
        {{"\xF0\x8F\xBF\xBF", 4}, 0},
        {{"\xF4\x90\x80\x80", 4}, 0},
        {{"\xF5\x80\x80\x80", 4}, 0},
        {{"\xFF", 1}, 0},
        {{"\xE8\x8C\xB6\xE8\x8C", 5}, 3},
        {{"\xE8\x8C"
          "a",
          3},
         0},
        {{"ab\xC3", 3}, 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CHECK_EQUAL(utf8_check(cases[i].text), cases[i].wrong);
    }
}

static void kinds(void) {
    CHECK(is_han(0x8336) && is_han(0x3005) && is_han(0x3007) && is_han(0x20000));
    CHECK(!is_han('a') && !is_han(0x3002) && !is_han(0x3042) && !is_han(0xFF0C));
    CHECK(is_space(' ') && is_space('\r') && is_space(0x3000) && is_space(0xA0) && is_space(0xFEFF));
    CHECK(!is_space('_') && !is_space(0) && !is_space(0x3002));
}

int main(void) {
    comparing();
    finding();
    cutting();
    making();
    every_code_point();
    walking();
    not_utf8();
    kinds();
    return check_report();
}
