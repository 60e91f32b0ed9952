/* Which rules can fire in a sentence at all. */
#ifndef TRIGGER_H
#define TRIGGER_H

#include "rules.h"

/* Enters what the patterns of all rules need. */
void triggers_make(Ruleset *rules, Arena *arena);

/* Marks, in one pass over a sentence in lower case, the rules of which a pattern of this language may match: `may_fire`
 * has one place a rule, all false. What a sentence without a mark says is no business of the rule. */
void triggers_find(const Triggers *triggers, Lang lang, Text lower_sentence, bool *may_fire);

#endif
