/* Why a rule finds nothing in a sentence. */
#ifndef WHYNOT_H
#define WHYNOT_H

#include "extract.h"

typedef struct WhyNot {
    const Discourse *discourse;
    const Ruleset *rules;
    const Rule *rule;
    bool alone; /* as if there were no other rule */
    Matcher *matcher;
    const Facts *before; /* what all rules found in the sentences before, or NULL */
    Text whole; /* characters are counted from its start; it holds the sentences. Empty: from each sentence's start */
    Arena *arena;
    Diag *diag;
} WhyNot;

/* Says, in a line or some, how far the rule gets in a sentence and what stops it, or what it finds. */
Status whynot_tell(const WhyNot *ask, size_t sentence, Texts *out);

#endif
