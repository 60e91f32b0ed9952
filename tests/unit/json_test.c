/* JSON as RFC 8259 has it: what is read, what is refused, and that what is quoted is read back. */
#include "check.h"
#include "json.h"

static Arena arena;

static bool is_json(const char *text) {
    JsonValue value;
    return json_read(text_from(text), &arena, &value);
}

static void check_values(void) {
    JsonValue value;
    CHECK(json_read(TEXT(" {\"a\" : [1, -2.5e+3, true, false, null, \"x\"], \"b\":{}} "), &arena, &value));
    CHECK_EQUAL(value.kind, JSON_OBJECT);
    const JsonValue *list = json_member(&value, "a");
    CHECK_EQUAL(list->count, 6);
    CHECK_TEXT(list->items[1].text, "-2.5e+3");
    CHECK_EQUAL(list->items[2].kind, JSON_TRUE);
    CHECK_EQUAL(list->items[3].kind, JSON_FALSE);
    CHECK_EQUAL(list->items[4].kind, JSON_NULL);
    CHECK_TEXT(list->source, "[1, -2.5e+3, true, false, null, \"x\"]");
    CHECK_EQUAL(json_member(&value, "b")->count, 0);
    CHECK(json_member(&value, "c") == NULL);
    CHECK_TEXT(json_string(&value, "a"), "");
}

static void check_strings(void) {
    JsonValue value;
    CHECK(json_read(TEXT("\"\\u91cd\\u5de5\\ud83d\\ude00 \\\"\\\\\\/\\n\\t\""), &arena, &value));
    CHECK_TEXT(value.text, "重工😀 \"\\/\n\t");
    Text odd = TEXT("重 \"quoted\" \\ \n\x01 end");
    CHECK(json_read(json_quoted(&arena, odd), &arena, &value));
    CHECK(text_equal(value.text, odd));
}

int main(void) {
    static const char *const bad[] = {"",       "{",           "[1,]",      "{\"a\"}", "{a:1}",     "01",
                                      "1.",     "-",           "\"a",       "\"\\x\"", "\"\\u12\"", "\"\\ud83d\"",
                                      "\"\n\"", "tru",         "1 2",       "[1 2]",   "{\"a\":}",  "+1",
                                      ".5",     "\"\\ude00\"", "[\"a\":1]", "1e",      "nul"};
    check_values();
    check_strings();
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        if (!CHECK(!is_json(bad[i]))) {
            printf("    %s\n", bad[i]);
        }
    }
    enum { DEEP = 5000 };
    char deep[DEEP + 1];
    memset(deep, '[', DEEP);
    deep[DEEP] = '\0';
    CHECK(!is_json(deep));
    arena_release(&arena);
    return check_report();
}
