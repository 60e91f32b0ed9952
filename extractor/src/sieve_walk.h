/* From the places where a part of an expression may begin to those where it may end. */
#ifndef SIEVE_WALK_H
#define SIEVE_WALK_H

#include "answers.h"
#include "board.h"

typedef struct Walk {
    const Outlines *outlines;
    Board *board;
    const Pattern *pattern; /* NULL: there are no slots */
    Answers *answers;
    bool carries; /* the adjuncts of the pattern are those that adjunct_carries asks for */
    size_t steps;
} Walk;

/* False: there are none. `to` is another set than `from`. Where it takes too long, says what is sure to hold all. */
bool walk_pass(Walk *walk, const Part *part, const Places *from, Places *to);
/* The same for the fillers of a slot. */
bool walk_slot(Walk *walk, const Slot *slot, const Places *from, Places *to);

#endif
