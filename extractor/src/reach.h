/* How far a pattern can be read in a sentence that it does not fit. */
#ifndef REACH_H
#define REACH_H

#include "rules.h"

/* How far a pattern gets in a sentence in which it fits nowhere: as many of its pieces as it can read, and then as
 * much of the words of the next. */
typedef struct Reach {
    size_t piece;  /* index into Pattern.pieces of the one that stops; SIZE_MAX: there was not even a begin */
    Span read;     /* bytes in the sentence that were read up to there */
    size_t words;  /* how many of these bytes are of the piece that stops */
    size_t source; /* byte in the expression, behind its defines, of the item that does not fit behind them */
} Reach;

/* Follows one pattern. */
typedef struct Follower {
    const Pattern *pattern;
    Text source;     /* of its expression, behind the defines */
    Spans asides;    /* what looks ahead or behind: bytes in the source */
    size_t *entries; /* one a piece: where in the sentence it was begun last */
    size_t passed;   /* where in the source an item stands that is tried only when the one that stops has been read */
    Reach reach;
} Follower;

void reach_begin(Follower *follower, const Pattern *pattern, Text source, Arena *arena);
/* The item at a byte of the source is tried where the bytes `read` of the sentence end; SIZE_MAX: it is a define's. */
void reach_note(Follower *follower, size_t source, Span read);

#endif
