/* Sets of places in a short text: before its first character, between two, behind its last. */
#ifndef PLACES_H
#define PLACES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { MOST_PLACES = 512, PLACES_WORD = 64 };

/* The n-th bit is the place before the n-th character. Only as many words are looked at as the text needs. */
typedef struct Places {
    uint64_t words[MOST_PLACES / PLACES_WORD];
} Places;

/* To clear or copy a whole set takes no call; to do so with a part of it would. */
static inline void places_clear(Places *places) {
    *places = (Places){{0}};
}

static inline void places_copy(Places *to, const Places *from) {
    *to = *from;
}

static inline bool places_are_same(const Places *a, const Places *b, size_t words) {
    uint64_t different = 0;
    for (size_t i = 0; i < words; i++) {
        different |= a->words[i] ^ b->words[i];
    }
    return different == 0;
}

static inline void places_put(Places *places, size_t place) {
    places->words[place / PLACES_WORD] |= (uint64_t)1 << place % PLACES_WORD;
}

static inline bool places_are_none(const Places *places, size_t words) {
    uint64_t any = 0;
    for (size_t i = 0; i < words; i++) {
        any |= places->words[i];
    }
    return any == 0;
}

static inline bool places_meet(const Places *a, const Places *b, size_t words) {
    uint64_t any = 0;
    for (size_t i = 0; i < words; i++) {
        any |= a->words[i] & b->words[i];
    }
    return any != 0;
}

static inline void places_unite(Places *into, const Places *other, size_t words) {
    for (size_t i = 0; i < words; i++) {
        into->words[i] |= other->words[i];
    }
}

static inline void places_keep(Places *places, const Places *those, size_t words) {
    for (size_t i = 0; i < words; i++) {
        places->words[i] &= those->words[i];
    }
}

static inline void places_drop(Places *places, const Places *those, size_t words) {
    for (size_t i = 0; i < words; i++) {
        places->words[i] &= ~those->words[i];
    }
}

/* Those that are also in `those`, one character further on; false: there are none. May be done in place. */
static inline bool places_step(Places *to, const Places *from, const Places *those, size_t words) {
    uint64_t carry = 0;
    uint64_t any = 0;
    for (size_t i = 0; i < words; i++) {
        uint64_t kept = from->words[i] & those->words[i];
        to->words[i] = kept << 1 | carry;
        carry = kept >> (PLACES_WORD - 1);
        any |= kept;
    }
    return any != 0;
}

/* All of them so many characters further on, or back; what leaves the text is lost. */
static inline void places_move_on(Places *to, const Places *from, size_t by, size_t words) {
    size_t whole = by / PLACES_WORD;
    size_t bits = by % PLACES_WORD;
    for (size_t i = words; i-- > 0;) {
        uint64_t high = i >= whole ? from->words[i - whole] << bits : 0;
        uint64_t low = bits && i >= whole + 1 ? from->words[i - whole - 1] >> (PLACES_WORD - bits) : 0;
        to->words[i] = high | low;
    }
}

static inline void places_move_back(Places *to, const Places *from, size_t by, size_t words) {
    size_t whole = by / PLACES_WORD;
    size_t bits = by % PLACES_WORD;
    for (size_t i = 0; i < words; i++) {
        uint64_t low = i + whole < words ? from->words[i + whole] >> bits : 0;
        uint64_t high = bits && i + whole + 1 < words ? from->words[i + whole + 1] << (PLACES_WORD - bits) : 0;
        to->words[i] = low | high;
    }
}

/* The first place at `from` or behind it; SIZE_MAX: there is none. */
static inline size_t places_next(const Places *places, size_t from, size_t words) {
    for (size_t i = from / PLACES_WORD; i < words; i++) {
        uint64_t word = places->words[i];
        if (i == from / PLACES_WORD) {
            word &= ~(uint64_t)0 << from % PLACES_WORD;
        }
        if (word) {
            return i * PLACES_WORD + (size_t)__builtin_ctzll(word);
        }
    }
    return SIZE_MAX;
}

static inline size_t places_count(const Places *places, size_t words) {
    size_t count = 0;
    for (size_t i = 0; i < words; i++) {
        count += (size_t)__builtin_popcountll(places->words[i]);
    }
    return count;
}

#endif
