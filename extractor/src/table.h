/* A hash table from texts of less than 4 GiB to numbers below 2^32 - 1 (indexes into somebody's array). */
#ifndef TABLE_H
#define TABLE_H

#include "text.h"

typedef struct TableSlot {
    const char *key;
    uint32_t length; /* of the key, in bytes */
    uint32_t value;  /* 1 + the value; 0: nothing is here */
} TableSlot;

typedef struct Table {
    TableSlot *slots;
    size_t count;
    size_t capacity; /* a power of two, or 0 */
} Table;

#define TABLE_NONE SIZE_MAX

size_t table_get(const Table *table, Text key); /* the value, or TABLE_NONE */
/* An empty table gets room for so many, which saves that it grows step by step. */
void table_expect(Table *table, Arena *arena, size_t count);
/* Puts a value in unless the key is there; answers the value that stands. The key's bytes must outlive the table. */
size_t table_put(Table *table, Arena *arena, Text key, size_t value);

void table_settle(Table *table, Arena *arena); /* moves a table that has grown in another arena into this one */

#endif
