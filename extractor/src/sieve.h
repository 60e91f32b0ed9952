/* Whether an expression may match in a text, asked of all its places at once. */
#ifndef SIEVE_H
#define SIEVE_H

#include "answers.h"
#include "board.h"
#include "pattern.h"

typedef struct SieveCode {
    const Part *outline; /* NULL: it cannot be asked */
    const Part *rarest;  /* its end, from the part on that most texts do not have; NULL: that is the first one */
    bool read;
    bool leads_on; /* from any place of the sentence, */
    bool whole;    /* and that is not only said of its end */
    uint32_t age;  /* of the board when that was asked */
} SieveCode;

enum { SIEVE_TEXTS = 2 };

/* One a thread. */
typedef struct Sieve {
    Arena *arena;
    Outlines outlines;
    VECTOR(SieveCode) codes; /* by PatternCode.number */
    Board sentence;
    bool read;                /* has the sentence been looked at, */
    bool known;               /* and can it be asked? */
    Board texts[SIEVE_TEXTS]; /* the last ones that were no sentence */
    size_t turn;
} Sieve;

void sieve_open(Sieve *sieve, Arena *arena); /* which outlives it */
void sieve_close(Sieve *sieve);
void sieve_begin(Sieve *sieve); /* another sentence */

/* May the pattern match in the sentence of the answers? Says yes when in doubt. */
bool sieve_pattern(Sieve *sieve, const Pattern *pattern, Answers *answers);
/* May its code match from this byte of the sentence on? */
bool sieve_start(Sieve *sieve, const Pattern *pattern, Answers *answers, size_t byte);
/* May an expression without slots match in a text? */
bool sieve_text(Sieve *sieve, const PatternCode *code, Text text);

#endif
