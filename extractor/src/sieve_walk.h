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
bool walk_leads_1(Walk *walk, const Part *part, const Places *from);
void walk_slot_1(Walk *walk, const Slot *slot, Places *to);
bool walk_leads_2(Walk *walk, const Part *part, const Places *from);
void walk_slot_2(Walk *walk, const Slot *slot, Places *to);
bool walk_leads_4(Walk *walk, const Part *part, const Places *from);
void walk_slot_4(Walk *walk, const Slot *slot, Places *to);
bool walk_leads_8(Walk *walk, const Part *part, const Places *from);
void walk_slot_8(Walk *walk, const Slot *slot, Places *to);
bool walk_leads_any(Walk *walk, const Part *part, const Places *from);
void walk_slot_any(Walk *walk, const Slot *slot, Places *to);

#endif
