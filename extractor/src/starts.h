/* Where in a sentence a pattern may match. */
#ifndef STARTS_H
#define STARTS_H

#include "answers.h"
#include "first.h"

/* What the code of a pattern can begin with. */
struct Opening {
    bool any; /* anything */
    FirstSet chars;
    bool adjunct;          /* an adjunct */
    VECTOR(size_t) places; /* indexes into Pattern.places: the fillers of these slots */
    bool behind;           /* it begins only behind one of these characters, */
    bool at_start;         /* or, and if it says so, at the start of the text */
    FirstSet before;
};

/* A place to try. */
typedef struct Start {
    size_t at;   /* the byte where the code is to match */
    Span filler; /* of the leading slot, when the code is of what stands behind it and the pattern binds it */
} Start;

typedef struct Starts {
    const Pattern *pattern;
    Answers *answers;
    Text text;
    size_t limit; /* the last byte where a match may begin, or a leading filler end */
    size_t at;    /* the next byte to look at, */
    size_t token; /* or the token that the next filler begins with, and one that it ends with: */
    size_t ends;  /* 1 + index of the last token it may end with; SIZE_MAX: not asked yet */
} Starts;

/* All places, from left to right; of the fillers that begin at one place the longest comes first. */
Starts starts_of(const Pattern *pattern, Answers *answers, Text text, size_t limit);
bool starts_next(Starts *starts, Start *out);
void starts_skip(Starts *starts, size_t to); /* none before byte `to` any more */

#endif
