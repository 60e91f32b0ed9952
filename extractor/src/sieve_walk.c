/* Chooses the walk whose sets are just wide enough for a text: most sentences are short, and what is done to a set that
 * fits into a register or two takes a few instructions. */
#include "sieve_walk.h"

bool walk_leads(Walk *walk, const Part *part, const Places *from) {
    switch (walk->board->words) {
    case 1:
        return walk_leads_1(walk, part, from);
    case 2:
        return walk_leads_2(walk, part, from);
    case 4:
        return walk_leads_4(walk, part, from);
    case MOST_FIXED_PLACES:
        return walk_leads_8(walk, part, from);
    default:
        return walk_leads_any(walk, part, from);
    }
}

void walk_slot(Walk *walk, const Slot *slot, Places *to) {
    switch (walk->board->words) {
    case 1:
        walk_slot_1(walk, slot, to);
        break;
    case 2:
        walk_slot_2(walk, slot, to);
        break;
    case 4:
        walk_slot_4(walk, slot, to);
        break;
    case MOST_FIXED_PLACES:
        walk_slot_8(walk, slot, to);
        break;
    default:
        walk_slot_any(walk, slot, to);
    }
}
