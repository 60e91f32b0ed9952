/* Memory that is zeroed, aligned and kept until all of it is given back. */
#include "check.h"

#include <stdint.h>

static bool is_zero(const char *bytes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (bytes[i]) {
            return false;
        }
    }
    return true;
}

static void pieces(void) {
    Arena arena = {0};
    size_t wrong = 0;
    for (size_t size = 1; size < 3000; size++) {
        char *bytes = arena_alloc(&arena, size, 1);
        wrong += (uintptr_t)bytes % _Alignof(max_align_t) != 0 || !is_zero(bytes, size);
        memset(bytes, 0xFF, size);
    }
    CHECK_EQUAL(wrong, 0);
    char *large = arena_alloc(&arena, 1000, 1000);
    CHECK(is_zero(large, 1000 * 1000));
    arena_release(&arena);
    CHECK(arena.current == NULL);
}

static void reset(void) {
    Arena arena = {0};
    arena_reset(&arena);
    CHECK(arena.current == NULL);
    char *small = arena_alloc(&arena, 100, 1);
    memset(small, 1, 100);
    char *large = arena_alloc(&arena, 1 << 20, 1);
    memset(large, 1, 1 << 20);
    arena_reset(&arena);
    char *again = arena_alloc(&arena, 1 << 20, 1);
    CHECK(again == large); /* the largest block is kept, and is clean again */
    CHECK(is_zero(again, 1 << 20));
    arena_release(&arena);
}

static void vectors(void) {
    Arena arena = {0};
    VECTOR(size_t) numbers = {0};
    for (size_t i = 0; i < 10000; i++) {
        *VECTOR_PUSH(&arena, &numbers) = i * i;
    }
    size_t wrong = 0;
    for (size_t i = 0; i < numbers.count; i++) {
        wrong += numbers.items[i] != i * i;
    }
    CHECK_EQUAL(numbers.count, 10000);
    CHECK_EQUAL(wrong, 0);
    Arena other = {0};
    VECTOR_SETTLE(&other, &numbers);
    arena_release(&arena);
    CHECK_EQUAL(numbers.capacity, 10000);
    CHECK_EQUAL(numbers.items[9999], 9999 * 9999);
    arena_release(&other);
}

/* More than there can be: no memory is asked for, and none is answered. */
static void exhausted(void) {
    jmp_buf here;
    Arena arena = {.exhausted = &here};
    volatile int jumps = 0;
    if (setjmp(here) == 0) {
        arena_alloc(&arena, SIZE_MAX, 2);
        CHECK(false);
    } else {
        jumps++;
    }
    CHECK_EQUAL(jumps, 1);
    CHECK(arena.current == NULL);
    arena_release(&arena);
}

int main(void) {
    pieces();
    reset();
    vectors();
    exhausted();
    return check_report();
}
