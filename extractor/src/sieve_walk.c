/* Chooses the walk whose sets are just wide enough for a text: most sentences are short, and what is done to a set that
 * fits into two registers takes a few instructions. */
#include "sieve_walk.h"

bool walk_leads(Walk *walk, const Part *part, const Places *from) {
    size_t words = walk->board->words;
    return words == NARROW_PLACES   ? walk_narrow_leads(walk, part, from)
           : words == MIDDLE_PLACES ? walk_middle_leads(walk, part, from)
                                    : walk_wide_leads(walk, part, from);
}

void walk_slot(Walk *walk, const Slot *slot, Places *to) {
    size_t words = walk->board->words;
    if (words == NARROW_PLACES) {
        walk_narrow_slot(walk, slot, to);
    } else if (words == MIDDLE_PLACES) {
        walk_middle_slot(walk, slot, to);
    } else {
        walk_wide_slot(walk, slot, to);
    }
}
