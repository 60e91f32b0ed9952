/* A table from texts to numbers. */
#include "table.h"

#include "check.h"

static void few(void) {
    Arena arena = {0};
    Table table = {0};
    CHECK_EQUAL(table_get(&table, TEXT("tea")), TABLE_NONE);
    CHECK_EQUAL(table_put(&table, &arena, TEXT("tea"), 7), 7);
    CHECK_EQUAL(table_put(&table, &arena, TEXT("tea"), 8), 7); /* what stands, stands */
    CHECK_EQUAL(table_put(&table, &arena, TEXT("茶"), 0), 0);
    CHECK_EQUAL(table_put(&table, &arena, TEXT(""), 9), 9);
    CHECK_EQUAL(table_get(&table, TEXT("tea")), 7);
    CHECK_EQUAL(table_get(&table, TEXT("茶")), 0);
    CHECK_EQUAL(table_get(&table, TEXT("")), 9);
    CHECK_EQUAL(table_get(&table, TEXT("te")), TABLE_NONE);
    CHECK_EQUAL(table_get(&table, TEXT("teas")), TABLE_NONE);
    CHECK_EQUAL(table.count, 3);
    arena_release(&arena);
}

static void many(void) {
    enum { COUNT = 20000 };
    Arena arena = {0};
    Table table = {0};
    size_t wrong = 0;
    for (size_t i = 0; i < COUNT; i++) {
        wrong += table_put(&table, &arena, text_format(&arena, "key %zu", i), i) != i;
    }
    for (size_t i = 0; i < COUNT; i++) {
        wrong += table_get(&table, text_format(&arena, "key %zu", i)) != i;
        wrong += table_get(&table, text_format(&arena, "lock %zu", i)) != TABLE_NONE;
    }
    CHECK_EQUAL(wrong, 0);
    CHECK_EQUAL(table.count, COUNT);
    Arena other = {0};
    size_t seventh = table_get(&table, TEXT("key 7"));
    table_settle(&table, &other);
    for (size_t i = 0; i < table.capacity; i++) {
        TableSlot *slot = &table.slots[i];
        slot->key = slot->value ? text_copy(&other, (Text){slot->key, slot->length}).at : slot->key;
    }
    arena_release(&arena);
    CHECK_EQUAL(table_get(&table, TEXT("key 7")), seventh);
    arena_release(&other);
}

/* Room that is asked for is there at once, and for more than was expected the table grows all the same. */
static void expected(void) {
    enum { EXPECTED = 100, COUNT = 300 };
    Arena arena = {0};
    Table table = {0};
    table_expect(&table, &arena, EXPECTED);
    const TableSlot *slots = table.slots;
    for (size_t i = 0; i < EXPECTED; i++) {
        table_put(&table, &arena, text_number(&arena, i), i);
    }
    CHECK(table.slots == slots);
    for (size_t i = EXPECTED; i < COUNT; i++) {
        table_put(&table, &arena, text_number(&arena, i), i);
    }
    table_expect(&table, &arena, 1);
    CHECK_EQUAL(table.count, COUNT);
    CHECK_EQUAL(table_get(&table, TEXT("7")), 7);
    CHECK_EQUAL(table_get(&table, TEXT("299")), 299);
    arena_release(&arena);
}

int main(void) {
    few();
    many();
    expected();
    return check_report();
}
