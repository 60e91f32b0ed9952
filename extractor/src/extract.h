/* From the tagged sentences of one document to facts. */
#ifndef EXTRACT_H
#define EXTRACT_H

#include "discourse.h"
#include "fact.h"
#include "match.h"

/* The facts that a rule set finds in a sentence; where two rules read the same words, the one that reads more of them stands.
 * `only` NULL: all rules; else just this one. */
Status extract_sentence(const Discourse *discourse, const Ruleset *rules, const Rule *only, Matcher *matcher, size_t sentence,
                        Arena *arena, Diag *diag, Facts *out);

/* The events that one match asserts: usually one; one a member where the rule says `each`. */
void extract_facts(const Discourse *discourse, const Ruleset *rules, Matcher *matcher, size_t sentence, const Match *match,
                   Arena *arena, Facts *out);

#endif
