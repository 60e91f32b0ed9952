/* Names that differ only in how they are written have one form. */
#include "normalform.h"

#include "check.h"

static Arena arena;

int main(void) {
    jmp_buf exhausted;
    if (setjmp(exhausted)) {
        return 2;
    }
    arena.exhausted = &exhausted;
    CHECK_TEXT(normal_form(&arena, TEXT("重工业部")), "重工业部");
    CHECK_TEXT(normal_form(&arena, TEXT("Ｍ１２厂　二部")), "m12厂 二部");
    CHECK_TEXT(normal_form(&arena, TEXT("Ahmed SÉKOU Touré")), "ahmed sekou toure");
    CHECK_TEXT(normal_form(&arena, TEXT("Se\xCC\x81kou")), "sekou");
    CHECK_TEXT(normal_form(&arena, TEXT("Straße")), "strasse");
    CHECK_TEXT(normal_form(&arena, TEXT("\xEF\xA4\x80")), "豈"); /* a compatibility ideograph */
    CHECK_TEXT(normal_form(&arena, TEXT("ガ")), "ガ");
    CHECK_TEXT(normal_form(&arena, TEXT("")), "");
    Text ligature = normal_form(&arena, TEXT("\xEF\xB7\xBA")); /* one character that is eighteen */
    CHECK_EQUAL(utf8_count(ligature), 18);
    arena_release(&arena);
    return check_report();
}
