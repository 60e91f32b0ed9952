/* Open addressing over slices, in an arena; nothing is ever removed. */
#include "table.h"

static size_t hash(Text key) {
    const uint64_t odd = 0x9E3779B97F4A7C15u;
    uint64_t h = key.length * odd;
    for (size_t i = 0; i < key.length; i += sizeof h) {
        uint64_t bytes = 0;
        if (key.length - i >= sizeof bytes) {
            memcpy(&bytes, key.at + i, sizeof bytes);
        } else {
            memcpy(&bytes, key.at + i, key.length - i);
        }
        h = (h ^ bytes) * odd;
        h ^= h >> 32;
    }
    return (size_t)(h ^ h >> 29);
}

static Text key_of(const TableSlot *slot) {
    return (Text){slot->key, slot->length};
}

static TableSlot *find(const Table *table, Text key) {
    size_t mask = table->capacity - 1;
    size_t i = hash(key) & mask;
    while (table->slots[i].value && !text_equal(key_of(&table->slots[i]), key)) {
        i = (i + 1) & mask;
    }
    return &table->slots[i];
}

size_t table_get(const Table *table, Text key) {
    if (table->capacity == 0) {
        return TABLE_NONE;
    }
    const TableSlot *slot = find(table, key);
    return slot->value ? slot->value - 1 : TABLE_NONE;
}

static void enlarge(Table *table, Arena *arena, size_t capacity) {
    Table larger = {.capacity = capacity, .count = table->count};
    larger.slots = ARENA_ARRAY(arena, TableSlot, larger.capacity);
    for (size_t i = 0; i < table->capacity; i++) {
        if (table->slots[i].value) {
            *find(&larger, key_of(&table->slots[i])) = table->slots[i];
        }
    }
    *table = larger;
}

void table_expect(Table *table, Arena *arena, size_t count) {
    size_t capacity = 16;
    while (table->capacity == 0 && capacity * 3 < count * 4) {
        capacity *= 2;
    }
    if (table->capacity == 0) {
        enlarge(table, arena, capacity);
    }
}

size_t table_put(Table *table, Arena *arena, Text key, size_t value) {
    if (table->count * 4 >= table->capacity * 3) {
        enlarge(table, arena, table->capacity ? table->capacity * 2 : 16);
    }
    TableSlot *slot = find(table, key);
    if (!slot->value) {
        *slot = (TableSlot){key.at, (uint32_t)key.length, (uint32_t)value + 1};
        table->count++;
    }
    return slot->value - 1;
}

void table_settle(Table *table, Arena *arena) {
    table->slots = arena_copy(arena, table->slots, table->capacity, sizeof *table->slots);
}
