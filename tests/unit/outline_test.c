/* How often parts of expressions are held to begin: rarer where more, and rarer, characters are asked for. */
#include "outline.h"

#include "check.h"

static Arena arena;

static double chance_with(const char *define, const char *expression) {
    Outlines outlines = {.arena = &arena, .scratch = {.exhausted = arena.exhausted}};
    Texts parts = {0};
    *VECTOR_PUSH(&arena, &parts) = TEXT("(?(DEFINE)");
    *VECTOR_PUSH(&arena, &parts) = text_format(&arena, "(?<Cup>%s)", define);
    *VECTOR_PUSH(&arena, &parts) = TEXT(")");
    *VECTOR_PUSH(&arena, &parts) = text_from(expression);
    const Part *part = outline_of(&outlines, &parts, false);
    CHECK(part != NULL);
    double chance = part ? outline_chance(&outlines, part) : -1;
    arena_release(&outlines.scratch);
    return chance;
}

static double chance(const char *expression) {
    return chance_with("cup|mug", expression);
}

static void words(void) {
    CHECK(chance("茶壶") < chance("茶"));
    CHECK(chance("茶") < chance("t"));
    CHECK(chance("茶") < chance("茶|壶"));
    CHECK(chance("(?:茶|壶)杯") < chance("茶|壶"));
    CHECK(chance("茶{2}") < 1);
}

static void classes(void) {
    CHECK(chance("[茶壶]") < chance("[茶壶杯碗]"));
    CHECK(chance("[茶壶杯]") == chance("茶|壶|杯"));
    CHECK(chance("[^茶]") == 1);
    CHECK(chance("[一-龥]") == 1);
}

static void nothing_needed(void) {
    CHECK(chance("(?:茶壶)?") == 1);
    CHECK(chance("(?:茶壶)?杯") == chance("杯"));
    CHECK(chance("茶|") == 1);
    CHECK(chance("^") == 1);
}

static void defines(void) {
    CHECK(chance_with("茶壶", "(?&Cup)") == chance("茶壶"));
    CHECK(chance_with("茶壶", "(?&Cup)") < chance_with("茶壶|杯", "(?&Cup)"));
    CHECK(chance_with("茶壶", "(?=(?&Cup))") == chance("茶壶"));
    CHECK(chance_with("茶壶", "(?<=(?&Cup))") == chance("茶壶"));
}

int main(void) {
    jmp_buf exhausted;
    arena.exhausted = &exhausted;
    if (setjmp(exhausted)) {
        return 1;
    }
    words();
    classes();
    nothing_needed();
    defines();
    arena_release(&arena);
    return check_report();
}
