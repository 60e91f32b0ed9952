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

static void adopt(void) {
    Arena arena = {0};
    Arena other = {0};
    char *mine = NULL;
    for (int round = 0; round < 2; round++) { /* into an empty one, and into one that holds something */
        char *theirs = arena_alloc(&other, 100, 1);
        memset(arena_alloc(&other, 1 << 20, 1), 2, 1 << 20);
        memset(theirs, 1, 100);
        arena_adopt(&arena, &other);
        CHECK(other.current == NULL);
        CHECK_EQUAL(theirs[99], 1);
        mine = arena_alloc(&arena, 100, 1);
        CHECK(is_zero(mine, 100));
    }
    arena_release(&arena);
    CHECK(arena.current == NULL);
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

/* What grows stays where it is while nothing stands behind it; what it grows into is clean, and nobody else's. */
static void growing(void) {
    Arena arena = {0};
    memset(arena_alloc(&arena, 50000, 1), 0xFF, 50000);
    arena_reset(&arena);
    VECTOR(char) letters = {0};
    char *other = NULL;
    for (size_t i = 0; i < 5000; i++) {
        char *before = letters.items;
        *VECTOR_PUSH(&arena, &letters) = 'a';
        CHECK(!before || other || letters.items == before);
        if (i == 1000) {
            other = arena_alloc(&arena, 100, 1);
            CHECK(is_zero(other, 100));
            memset(other, 0xFF, 100);
        }
    }
    size_t letters_kept = 0;
    for (size_t i = 0; i < letters.count; i++) {
        letters_kept += letters.items[i] == 'a';
    }
    CHECK_EQUAL(letters_kept, 5000);
    CHECK(is_zero(letters.items + letters.count, letters.capacity - letters.count));
    CHECK((unsigned char)other[0] == 0xFF && (unsigned char)other[99] == 0xFF);
    arena_release(&arena);
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
    adopt();
    vectors();
    growing();
    exhausted();
    return check_report();
}
