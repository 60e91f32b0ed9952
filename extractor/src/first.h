/* What a match of a pattern can begin with. */
#ifndef FIRST_H
#define FIRST_H

#include "rules.h"

/* Characters: now and then it says yes to one that is not there. */
enum { FIRST_BITS = 1024, FIRST_WORD = 64 };
typedef struct FirstSet {
    uint64_t words[FIRST_BITS / FIRST_WORD];
} FirstSet;

typedef struct First {
    FirstSet chars;
    VECTOR(size_t) slots; /* bytes in the pattern where a slot stands whose filler may come first */
    bool any;             /* any character may come first */
    bool adjunct;         /* an adjunct may come first */
    bool empty;           /* a match may have no character at all */
    bool behind;          /* a match begins only behind one of the characters `before`, */
    bool at_start;        /* or, and if it says so, at the start of the text */
    FirstSet before;
} First;

/* Reads as much of a regular expression as it must: when in doubt, a match can begin with anything. `define` says what
 * a define can begin with, by its name. Small and capital letters are the same in English. The slots are in `scratch`.
 */
typedef First FirstDefine(void *context, Text name);
First first_of(Text pattern, Lang lang, FirstDefine *define, void *context, Arena *scratch);

static inline void first_put(FirstSet *set, uint32_t low, uint32_t high) {
    for (uint32_t c = low; c <= high && c - low < FIRST_BITS; c++) {
        set->words[c % FIRST_BITS / FIRST_WORD] |= (uint64_t)1 << c % FIRST_WORD;
    }
}

static inline void first_unite(FirstSet *into, const FirstSet *other) {
    for (size_t i = 0; i < FIRST_BITS / FIRST_WORD; i++) {
        into->words[i] |= other->words[i];
    }
}

static inline bool first_has(const FirstSet *set, uint32_t code_point) {
    return set->words[code_point % FIRST_BITS / FIRST_WORD] >> code_point % FIRST_WORD & 1;
}

#endif
