/* Rows of names and their parts. */
#include "roster.h"

#include "check.h"

static void rows(void) {
    CHECK(roster_is(TEXT("王大力、李小明")));
    CHECK(roster_is(TEXT("陈林、欧阳海波、何勇")));
    CHECK(!roster_is(TEXT("王大力")));
    CHECK(!roster_is(TEXT("县、市行政区划")));
    CHECK(!roster_is(TEXT("水泥厂工人、王大力")));
    CHECK(!roster_is(TEXT("王大力、")));
    CHECK(!roster_is(TEXT("、王大力")));
    CHECK(!roster_is(TEXT("Chen、Wang")));
    CHECK(!roster_is(TEXT("")));
}

static void parts(Arena *arena) {
    const Text row = TEXT("陈林、何大勇");
    Spans spans = {0};
    roster_split(row, 10, arena, &spans);
    CHECK_EQUAL(spans.count, 2);
    CHECK_EQUAL(spans.items[0].begin, 10);
    CHECK_EQUAL(spans.items[0].end, 16);
    CHECK_EQUAL(spans.items[1].begin, 19);
    CHECK_EQUAL(spans.items[1].end, 10 + row.length);
}

int main(void) {
    jmp_buf exhausted;
    Arena arena = {.exhausted = &exhausted};
    if (setjmp(exhausted)) {
        return 1;
    }
    rows();
    parts(&arena);
    arena_release(&arena);
    return check_report();
}
