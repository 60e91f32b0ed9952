/* Memory that is given back all at once. There are three lifetimes (world, page, scratch) and one arena for each. */
#ifndef ARENA_H
#define ARENA_H

#include <setjmp.h>
#include <stddef.h>

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena {
    ArenaBlock *current;
    jmp_buf *exhausted; /* where to go when the system has no memory left; set by the public functions */
} Arena;

/* Zeroed memory for `count` objects of `size` bytes, aligned for any type. Never NULL: without memory it jumps to
 * `exhausted`. */
void *arena_alloc(Arena *arena, size_t count, size_t size);
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
