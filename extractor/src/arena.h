/* Memory that is given back all at once. There are three lifetimes (world, page, scratch) and one arena for each. */
#ifndef ARENA_H
#define ARENA_H

#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct ArenaBlock ArenaBlock;

enum { ARENA_ALIGNMENT = 16 };

typedef struct Arena {
    ArenaBlock *current;
    char *next;         /* in the current block: what has not been handed out, */
    size_t left;        /* and how many bytes that are */
    jmp_buf *exhausted; /* where to go when the system has no memory left; set by the public functions */
} Arena;

void *arena_alloc_more(Arena *arena, size_t count, size_t size); /* what the current block has no room for, or much */

/* Zeroed memory for `count` objects of `size` bytes, aligned for any type. Never NULL: without memory it jumps to
 * `exhausted`. Most are small and of a size that who asks knows, so that this takes a few instructions there. */
static inline void *arena_alloc(Arena *arena, size_t count, size_t size) {
    enum { MUCH = 4096 };
    size_t bytes = count <= MUCH && size <= MUCH ? count * size : SIZE_MAX;
    size_t taken = (bytes + ARENA_ALIGNMENT - 1) / ARENA_ALIGNMENT * ARENA_ALIGNMENT;
    if (bytes > MUCH || taken >= arena->left) { /* an empty arena has no room for nothing either */
        return arena_alloc_more(arena, count, size);
    }
    char *piece = arena->next;
    arena->next += taken;
    arena->left -= taken;
    return memset(piece, 0, bytes);
}

void arena_reset(Arena *arena);               /* forget everything, keep the largest block */
void arena_release(Arena *arena);             /* give everything back to the system */
void arena_adopt(Arena *arena, Arena *other); /* take over all that another one holds, which is empty then */

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), 1, sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_alloc((arena), (count), sizeof(type)))

/* A growing array: VECTOR(Mention) mentions = {0}; *VECTOR_PUSH(arena, &mentions) = mention; */
#define VECTOR(type)                                                                                                   \
    struct {                                                                                                           \
        type *items;                                                                                                   \
        size_t count;                                                                                                  \
        size_t capacity;                                                                                               \
    }
#define VECTOR_PUSH(arena, vector)                                                                                     \
    ((vector)->items =                                                                                                 \
         arena_grow((arena), (vector)->items, (vector)->count, &(vector)->capacity, sizeof *(vector)->items),          \
     &(vector)->items[(vector)->count++])

/* Moves what has grown in another arena into this one, without room for more. */
#define VECTOR_SETTLE(arena, vector)                                                                                   \
    ((vector)->items = arena_copy((arena), (vector)->items, (vector)->count, sizeof *(vector)->items),                 \
     (vector)->capacity = (vector)->count)

void *arena_copy(Arena *arena, const void *items, size_t count, size_t size);

/* Moves `count` items of `size` bytes to where there is room for more of them, if they cannot grow where they are. */
void *arena_enlarge(Arena *arena, void *items, size_t count, size_t *capacity, size_t size);

/* Makes room for one more item; what VECTOR_PUSH stands on. */
static inline void *arena_grow(Arena *arena, void *items, size_t count, size_t *capacity, size_t size) {
    return items && count < *capacity ? items : arena_enlarge(arena, items, count, capacity, size);
}

#endif
