/* Sets of places of one width, by value, so that those of most sentences stay in registers: WIDTH words, which is known
 * when this is compiled. Belongs to sieve_pass.h. */
#ifndef SIEVE_SET_H
#define SIEVE_SET_H

#include "places.h"

typedef struct Set {
    uint64_t word[WIDTH];
} Set;

static const Set NONE;

enum { IS_FIXED = (int)WIDTH <= (int)MOST_FIXED_PLACES }; /* a board's sets have just so many words */

/* A set as a board has it. */
static inline Set set_of(const Places *places, size_t words) {
    Set set;
    for (size_t i = 0; i < WIDTH; i++) {
        set.word[i] = IS_FIXED || i < words ? places[i] : 0;
    }
    return set;
}

static inline void set_store(Set set, Places *out, size_t words) {
    for (size_t i = 0; i < WIDTH && (IS_FIXED || i < words); i++) {
        out[i] = set.word[i];
    }
}

static inline bool is_none(Set set) {
    uint64_t any = 0;
    for (size_t i = 0; i < WIDTH; i++) {
        any |= set.word[i];
    }
    return any == 0;
}

static inline bool is_stored(Set set, const Places *places, size_t words) {
    uint64_t different = 0;
    for (size_t i = 0; i < WIDTH && (IS_FIXED || i < words); i++) {
        different |= set.word[i] ^ places[i];
    }
    return different == 0;
}

static inline Set common(Set a, Set b) {
    for (size_t i = 0; i < WIDTH; i++) {
        a.word[i] &= b.word[i];
    }
    return a;
}

static inline Set unite(Set a, Set b) {
    for (size_t i = 0; i < WIDTH; i++) {
        a.word[i] |= b.word[i];
    }
    return a;
}

/* Those that are not in `those`. */
static inline Set without(Set from, Set those) {
    for (size_t i = 0; i < WIDTH; i++) {
        from.word[i] &= ~those.word[i];
    }
    return from;
}

/* One character further on. */
static inline Set step(Set set) {
    uint64_t carry = 0;
    for (size_t i = 0; i < WIDTH; i++) {
        uint64_t next = set.word[i] >> (PLACES_WORD - 1);
        set.word[i] = set.word[i] << 1 | carry;
        carry = next;
    }
    return set;
}

static inline Set move_on(Set set, size_t by) {
    Set moved = NONE;
    places_move_on(moved.word, set.word, by, WIDTH);
    return moved;
}

static inline Set move_back(Set set, size_t by) {
    Set moved = NONE;
    places_move_back(moved.word, set.word, by, WIDTH);
    return moved;
}

/* The first place of a set that is not empty. */
static inline size_t lowest(Set set) {
    size_t i = 0;
    while (i + 1 < WIDTH && set.word[i] == 0) {
        i++;
    }
    return i * PLACES_WORD + (size_t)__builtin_ctzll(set.word[i]);
}

static inline Set one(size_t place) {
    Set set = NONE;
    set.word[place / PLACES_WORD] = (uint64_t)1 << place % PLACES_WORD;
    return set;
}

static inline Set with(Set set, size_t place) {
    set.word[place / PLACES_WORD] |= (uint64_t)1 << place % PLACES_WORD;
    return set;
}

/* A place less, the first one. */
static inline Set without_lowest(Set set) {
    size_t i = 0;
    while (i + 1 < WIDTH && set.word[i] == 0) {
        i++;
    }
    set.word[i] &= set.word[i] - 1;
    return set;
}

#endif
