/* One `en` or `zh` line of a rule as the patterns that it stands for. */
#ifndef PATTERNLINE_H
#define PATTERNLINE_H

#include "defines.h"
#include "slots.h"

typedef struct LineMaker {
    Defines *defines;
    Arena *arena;
    Arena *building; /* the patterns of the rule grow here */
    Arena *scratch;  /* for one line */
    Diag *diag;
    bool checks; /* are the expressions looked at for mistakes? */
} LineMaker;

/* Adds the patterns of a line to its rule. A leading slot, which discourse can fill, makes two of it: with the slot,
 * and, where that fits nowhere, without. Both have the same code where they can: it is of what stands behind the slot.
 * Mistakes are told. */
void patternline_add(LineMaker *maker, Rule *rule, Lang lang, const RuleLine *line, const SlotUses *uses);

/* The whole expression of a pattern, though its code may have been cut behind the leading slot; so many bytes of it are
 * defines. */
Text patternline_whole(const Pattern *pattern, Arena *arena, size_t *defines);

#endif
