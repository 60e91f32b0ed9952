/* Tells what a pattern must have and a sentence lacks, from the kinds of what the tagger found. Matches nothing. */
#include "match.h"

static bool can_fill(const Tagged *tagged, const Slot *slot) {
    bool found = slot->kind != SLOT_CLASS && slot->kind != SLOT_NUMBER && slot->kind != SLOT_DATE;
    for (size_t i = 0; slot->kind == SLOT_CLASS && i < tagged->mentions.count && !found; i++) {
        found = ontology_is_any(tagged->ontology, tagged->mentions.items[i].class_id, &slot->classes);
    }
    return found || (slot->kind == SLOT_NUMBER && tagged->tokens.numbers.count) ||
           (slot->kind == SLOT_DATE && tagged->tokens.dates.count);
}

const Slot *match_lacks(const Pattern *pattern, const Tagged *tagged) {
    for (size_t i = 0; i < pattern->required.count; i++) {
        if (!can_fill(tagged, &pattern->required.items[i])) {
            return &pattern->required.items[i];
        }
    }
    return NULL;
}
