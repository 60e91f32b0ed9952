/* Owns blocks of memory and hands out pieces of them. It does not know what the pieces are. */
#include "arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 64 * 1024 };

struct ArenaBlock {
    ArenaBlock *previous;
    size_t size;
};

_Static_assert(sizeof(ArenaBlock) % ARENA_ALIGNMENT == 0, "the bytes after a block's head are aligned");

static char *block_bytes(ArenaBlock *block) {
    return (char *)(block + 1);
}

/* All of a block is to be handed out. */
static void turn_to(Arena *arena, ArenaBlock *block) {
    arena->current = block;
    arena->next = block ? block_bytes(block) : NULL;
    arena->left = block ? block->size : 0;
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
    turn_to(arena, block);
}

static size_t rounded(size_t bytes) {
    return (bytes + ARENA_ALIGNMENT - 1) / ARENA_ALIGNMENT * ARENA_ALIGNMENT;
}

static void *take(Arena *arena, size_t count, size_t size) {
    if (size != 0 && count > (SIZE_MAX / 4) / size) {
        longjmp(*arena->exhausted, 1);
    }
    size_t wanted = rounded(count * size);
    if (!arena->current || arena->left < wanted) {
        add_block(arena, wanted);
    }
    char *bytes = arena->next;
    arena->next += wanted;
    arena->left -= wanted;
    return bytes;
}

void *arena_alloc_more(Arena *arena, size_t count, size_t size) {
    void *bytes = take(arena, count, size);
    return memset(bytes, 0, count * size);
}

void *arena_copy(Arena *arena, const void *items, size_t count, size_t size) {
    void *copy = take(arena, count, size);
    return count ? memcpy(copy, items, count * size) : copy;
}

/* Makes the last piece that was handed out longer, where there is room behind it. */
static bool extend(Arena *arena, const void *items, size_t bytes, size_t wanted) {
    bool last = items && (const char *)items + rounded(bytes) == arena->next;
    if (!last || wanted < bytes || wanted - bytes > arena->left || rounded(wanted) - rounded(bytes) > arena->left) {
        return false;
    }
    size_t more = rounded(wanted) - rounded(bytes);
    memset(arena->next, 0, more);
    arena->next += more;
    arena->left -= more;
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
    bool empty = !arena->current;
    while (*end) {
        end = &(*end)->previous;
    }
    *end = other->current;
    if (empty) { /* and there is still room in the last block */
        arena->next = other->next;
        arena->left = other->left;
    }
    turn_to(other, NULL);
}

void arena_reset(Arena *arena) {
    if (arena->current) {
        release_from(arena->current->previous);
        arena->current->previous = NULL;
        turn_to(arena, arena->current);
    }
}

void arena_release(Arena *arena) {
    release_from(arena->current);
    turn_to(arena, NULL);
}
