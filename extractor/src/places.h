/* Sets of places in a short text: before its first character, between two, behind its last. */
#ifndef PLACES_H
#define PLACES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A set is an array of as many of these as the text needs, which is never none; only they are looked at. The n-th bit
 * is the place before the n-th character. */
typedef uint64_t Places;

enum { MOST_PLACES = 2048, PLACES_WORD = 64, PLACES_ROOM = MOST_PLACES / PLACES_WORD };
/* A set of places of most texts has one of a few sizes, as what is done to sets of a known size is fast: up to this. */
enum { MOST_FIXED_PLACES = 8 };

/* How many words a set of the places of a text takes. */
static inline size_t places_words(size_t characters) {
    size_t needed = characters / PLACES_WORD + 1;
    size_t words = 1;
    while (words < needed) {
        words *= 2;
    }
    return needed <= MOST_FIXED_PLACES ? words : needed;
}

static inline void places_clear(Places *places, size_t words) {
    places[0] = 0;
    for (size_t i = 1; i < words; i++) {
        places[i] = 0;
    }
}

static inline void places_copy(Places *to, const Places *from, size_t words) {
    to[0] = from[0];
    for (size_t i = 1; i < words; i++) {
        to[i] = from[i];
    }
}

static inline bool places_are_same(const Places *a, const Places *b, size_t words) {
    uint64_t different = a[0] ^ b[0];
    for (size_t i = 1; i < words; i++) {
        different |= a[i] ^ b[i];
    }
    return different == 0;
}

static inline void places_put(Places *places, size_t place) {
    places[place / PLACES_WORD] |= (uint64_t)1 << place % PLACES_WORD;
}

static inline void places_take(Places *places, size_t place) {
    places[place / PLACES_WORD] &= ~((uint64_t)1 << place % PLACES_WORD);
}

static inline bool places_are_none(const Places *places, size_t words) {
    uint64_t any = places[0];
    for (size_t i = 1; i < words; i++) {
        any |= places[i];
    }
    return any == 0;
}

static inline void places_unite(Places *into, const Places *other, size_t words) {
    into[0] |= other[0];
    for (size_t i = 1; i < words; i++) {
        into[i] |= other[i];
    }
}

/* Those of both sets; false: there are none. May be done in place, as what follows may. */
static inline bool places_common(Places *to, const Places *a, const Places *b, size_t words) {
    uint64_t any = to[0] = a[0] & b[0];
    for (size_t i = 1; i < words; i++) {
        any |= to[i] = a[i] & b[i];
    }
    return any != 0;
}

/* Those that are not in `those`; false: there are none. */
static inline bool places_without(Places *to, const Places *from, const Places *those, size_t words) {
    uint64_t any = to[0] = from[0] & ~those[0];
    for (size_t i = 1; i < words; i++) {
        any |= to[i] = from[i] & ~those[i];
    }
    return any != 0;
}

/* Those that are also in `those`, one character further on; false: there are none. */
static inline bool places_step(Places *to, const Places *from, const Places *those, size_t words) {
    uint64_t any = from[0] & those[0];
    uint64_t carry = any >> (PLACES_WORD - 1);
    to[0] = any << 1;
    for (size_t i = 1; i < words; i++) {
        uint64_t kept = from[i] & those[i];
        to[i] = kept << 1 | carry;
        carry = kept >> (PLACES_WORD - 1);
        any |= kept;
    }
    return any != 0;
}

/* All of them so many characters further on, or back, to another set; what leaves the text is lost. */
static inline void places_move_on(Places *to, const Places *from, size_t by, size_t words) {
    size_t whole = by / PLACES_WORD;
    size_t bits = by % PLACES_WORD;
    size_t i = 0;
    do {
        uint64_t high = i >= whole ? from[i - whole] << bits : 0;
        uint64_t low = bits && i >= whole + 1 ? from[i - whole - 1] >> (PLACES_WORD - bits) : 0;
        to[i] = high | low;
    } while (++i < words);
}

static inline void places_move_back(Places *to, const Places *from, size_t by, size_t words) {
    size_t whole = by / PLACES_WORD;
    size_t bits = by % PLACES_WORD;
    size_t i = 0;
    do {
        uint64_t low = i + whole < words ? from[i + whole] >> bits : 0;
        uint64_t high = bits && i + whole + 1 < words ? from[i + whole + 1] << (PLACES_WORD - bits) : 0;
        to[i] = low | high;
    } while (++i < words);
}

/* The first place at `from` or behind it; SIZE_MAX: there is none. */
static inline size_t places_next(const Places *places, size_t from, size_t words) {
    for (size_t i = from / PLACES_WORD; i < words; i++) {
        uint64_t word = places[i];
        if (i == from / PLACES_WORD) {
            word &= ~(uint64_t)0 << from % PLACES_WORD;
        }
        if (word) {
            return i * PLACES_WORD + (size_t)__builtin_ctzll(word);
        }
    }
    return SIZE_MAX;
}

/* Have they more than so many? */
static inline bool places_exceed(const Places *places, size_t most, size_t words) {
    size_t count = 0;
    for (size_t i = 0; i < words && count <= most; i++) {
        for (uint64_t word = places[i]; word && count <= most; word &= word - 1) {
            count++;
        }
    }
    return count > most;
}

#endif
