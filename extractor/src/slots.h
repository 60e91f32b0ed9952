/* The {name:Kind} slots of a pattern. */
#ifndef SLOTS_H
#define SLOTS_H

#include "rules.h"

/* One slot as it stands in a pattern: {who:dl:Person+?} */
typedef struct SlotUse {
    Span span;   /* bytes in the pattern, braces included */
    size_t slot; /* index into Rule.slots */
    Slot as;     /* the slot as it is written here */
} SlotUse;

typedef VECTOR(SlotUse) SlotUses;

/* Finds the slots of one pattern line and enters them into the rule. What grows, `out` and the rule's slots, does so in
 * `building`. Errors are told at their columns; then DATELINE_RULES. */
Status slots_read(const Ontology *ontology, Rule *rule, const RuleLine *line, Arena *arena, Arena *building, Diag *diag,
                  SlotUses *out);

enum { SHORT_FILLER = 12, LONGEST_FILLER = 400 }; /* code points */

/* The pattern as PCRE2 takes it: the n-th use becomes the group S<n> with an empty group B<n> where it begins, and
 * callouts "<n" and ">n" that ask whether a filler begins and ends there; between them "-n" and "+n" ask whether all
 * fillers that begin there are short, or not all, so that the end of a short one is not looked for from afar. `pieces`
 * get what the parts of the answer stand for in the pattern. `parted`: between a word that may be a verb and a slot of
 * words an adjunct may stand. */
Text slots_expand(Text pattern, const SlotUses *uses, bool parted, Arena *arena, PatternPieces *pieces);

#endif
