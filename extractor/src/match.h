/* Where rules fit in a sentence. */
#ifndef MATCH_H
#define MATCH_H

#include "tagger.h"

typedef struct Match {
    const Rule *rule;
    const Pattern *pattern;
    Span span;   /* bytes in the sentence */
    Span *bound; /* one a slot of the rule; begin == SIZE_MAX: not bound */
    const Slot **as; /* the slot as the pattern that matched has it; NULL: it does not have it */
} Match;

typedef VECTOR(Match) Matches;

typedef struct Matcher Matcher; /* what PCRE2 needs to run; one a thread */

Status matcher_create(Arena *arena, Matcher **out);
void matcher_release(Matcher *matcher);

/* Every place in the sentence where the rule fits, left to right, without overlap. A pattern that runs into a limit is told. */
void match_rule(Matcher *matcher, const Rule *rule, const Tagged *tagged, Text lower_sentence, Arena *arena, Diag *diag,
                Matches *out);

/* Does a slotless pattern fit in `text`? */
bool match_plain(Matcher *matcher, const PatternCode *code, Text text, Span *found);

#endif
