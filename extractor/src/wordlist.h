/* Many words or names, and the question which of them starts here. Filled once, sorted once, then read only. */
#ifndef WORDLIST_H
#define WORDLIST_H

#include "text.h"

typedef struct ListedWord {
    Text text;
    uint32_t value;   /* what the owner gave it */
    uint32_t shorter; /* 1 + index of the next one of which this is a continuation or a repetition; 0: none */
} ListedWord;

/* Words that begin alike, as a part of the sorted array. */
typedef struct WordGroup {
    uint64_t beginning; /* of all words of six bytes and more, their first six; of the others, the first three; 0: no
                           group */
    uint32_t begin;
    uint32_t end;
} WordGroup;

typedef struct Wordlist {
    VECTOR(ListedWord) words;
    VECTOR(uint64_t) keys; /* of each, its first eight bytes as one number: settles most comparisons */
    WordGroup *groups;     /* a hash table of 1 << bits places */
    unsigned bits;
    bool tiny; /* is there a word of less than three bytes? */
    /* What no word begins with is told by these, which are small enough to be at hand: a bit by the hash of the first
     * three bytes of each word of less than six, and of the first six of each other one. Now and then it is set for
     * others too. */
    uint64_t *short_words; /* 1 << short_bits bits */
    uint64_t *long_words;  /* 1 << long_bits */
    unsigned short_bits;
    unsigned long_bits;
} Wordlist;

void wordlist_add(Wordlist *list, Arena *building, Text text,
                  uint32_t value); /* `text` is not empty and outlives the list */
/* After the last wordlist_add and before any question; then the list lives in `arena`. */
void wordlist_sort(Wordlist *list, Arena *arena);

/* The longest word that starts at byte `at`; of several with the same text, the one of the highest value. NULL: none.
 */
const ListedWord *wordlist_longest(const Wordlist *list, Text text, size_t at);
/* The next candidate after `word` at the same place: the same text with a lower value, then shorter ones. NULL: none.
 */
const ListedWord *wordlist_next(const Wordlist *list, const ListedWord *word);

#endif
