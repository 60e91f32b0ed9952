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

/* Does a part that begins at one of these places end anywhere? Where it takes too long, the answer is yes. */
bool walk_leads(Walk *walk, const Part *part, const Places *from);
/* Where the fillers of a slot end. */
void walk_slot(Walk *walk, const Slot *slot, Places *to);

/* The same for texts of one range of lengths: by the words that a set of their places has. */
#define WALK_OF(words)                                                                                                 \
    bool walk_leads_##words(Walk *walk, const Part *part, const Places *from);                                         \
    void walk_slot_##words(Walk *walk, const Slot *slot, Places *to)
WALK_OF(1);
WALK_OF(2);
WALK_OF(4);
WALK_OF(8);
WALK_OF(any);

#endif
