/* Owns blocks of memory and hands out pieces of them. It does not know what the pieces are. */
#include "arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 64 * 1024, ALIGNMENT = 16 };

struct ArenaBlock {
    ArenaBlock *previous;
    size_t size;
    size_t used;
    size_t padding; /* keeps the bytes that follow aligned */
};

_Static_assert(sizeof(ArenaBlock) % ALIGNMENT == 0, "the bytes after a block's head are aligned");

static char *block_bytes(ArenaBlock *block) {
    return (char *)(block + 1);
}

static void add_block(Arena *arena, size_t wanted) {
    size_t size = arena->current ? arena->current->size * 2 : FIRST_BLOCK;
    while (size < wanted) {
        size *= 2;
    }
    ArenaBlock *block = malloc(sizeof *block + size);
    if (!block) {
        longjmp(*arena->exhausted, 1);
    }
    *block = (ArenaBlock){.previous = arena->current, .size = size};
    arena->current = block;
}

static size_t rounded(size_t bytes) {
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

static void *take(Arena *arena, size_t count, size_t size) {
    if (size != 0 && count > (SIZE_MAX / 4) / size) {
        longjmp(*arena->exhausted, 1);
    }
    size_t wanted = rounded(count * size);
    if (!arena->current || arena->current->size - arena->current->used < wanted) {
        add_block(arena, wanted);
    }
    char *bytes = block_bytes(arena->current) + arena->current->used;
    arena->current->used += wanted;
    return bytes;
}

void *arena_alloc(Arena *arena, size_t count, size_t size) {
    void *bytes = take(arena, count, size);
    return memset(bytes, 0, count * size);
}

void *arena_copy(Arena *arena, const void *items, size_t count, size_t size) {
    void *copy = take(arena, count, size);
    return count ? memcpy(copy, items, count * size) : copy;
}

/* Makes the last piece that was handed out longer, where there is room behind it. */
static bool extend(Arena *arena, const void *items, size_t bytes, size_t wanted) {
    ArenaBlock *block = arena->current;
    bool last = block && items && (const char *)items + rounded(bytes) == block_bytes(block) + block->used;
    if (!last || wanted > block->size || rounded(wanted) - rounded(bytes) > block->size - block->used) {
        return false;
    }
    memset(block_bytes(block) + block->used, 0, rounded(wanted) - rounded(bytes));
    block->used += rounded(wanted) - rounded(bytes);
    return true;
}

void *arena_enlarge(Arena *arena, void *items, size_t count, size_t *capacity, size_t size) {
    size_t larger = *capacity ? *capacity * 2 : 8;
    if (extend(arena, items, *capacity * size, larger * size)) {
        *capacity = larger;
        return items;
    }
    char *moved = take(arena, larger, size);
    if (count) {
        memcpy(moved, items, count * size);
    }
    memset(moved + count * size, 0, (larger - count) * size);
    *capacity = larger;
    return moved;
}

static void release_from(ArenaBlock *block) {
    while (block) {
        ArenaBlock *previous = block->previous;
        free(block);
        block = previous;
    }
}

void arena_adopt(Arena *arena, Arena *other) {
    ArenaBlock **end = arena->current ? &arena->current->previous : &arena->current;
    while (*end) {
        end = &(*end)->previous;
    }
    *end = other->current;
    other->current = NULL;
}

void arena_reset(Arena *arena) {
    if (arena->current) {
        release_from(arena->current->previous);
        arena->current->previous = NULL;
        arena->current->used = 0;
    }
}

void arena_release(Arena *arena) {
    release_from(arena->current);
    arena->current = NULL;
}
