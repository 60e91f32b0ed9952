/* Where rules fit in a sentence. */
#ifndef MATCH_H
#define MATCH_H

#include "reach.h"
#include "tagger.h"
#include "trigger.h"

typedef struct Match {
    const Rule *rule;
    const Pattern *pattern;
    Span span;       /* bytes in the sentence */
    Span *bound;     /* one a slot of the rule; begin == SIZE_MAX: not bound */
    const Slot **as; /* the slot as the pattern that matched has it; NULL: it does not have it */
    Spans adjuncts;  /* stretches of it that only tell more and hold no slot: no words of the pattern's */
} Match;

typedef VECTOR(Match) Matches;

typedef struct Matcher Matcher; /* what PCRE2 needs to run; one a thread */

/* What a sentence may cost. A pattern may take MATCH_LIMIT of PCRE2's steps from one place, and from all places of a
 * sentence together SENTENCE_STEPS; steps beyond are refused, and told. All rules together may ask SENTENCE_QUESTIONS
 * about what begins or ends at a place, where a sentence of many mentions pays one more a question for every
 * MENTIONS_A_QUESTION of them, and may spend SENTENCE_STEPS on matches that are refused so; SENTENCE_MATCHES that are
 * found cost all of it, as each becomes facts. What is left of the rules then is not run. */
enum {
    MATCH_LIMIT = 200 * 1000,
    SENTENCE_STEPS = 20 * 1000 * 1000,
    SENTENCE_QUESTIONS = 6 * 1000 * 1000,
    MENTIONS_A_QUESTION = 16,
    SENTENCE_MATCHES = 400,
};

/* What was left undone since the matcher was made. */
typedef struct MatchTally {
    size_t limits;    /* matches that ran into a limit of PCRE2 */
    size_t sentences; /* on which not all rules were run */
} MatchTally;

Status matcher_create(Arena *arena, Matcher **out);
void matcher_release(Matcher *matcher);
/* Another sentence, with all its budget. */
void matcher_begin(Matcher *matcher, const Tagged *tagged, const Ruleset *rules);
bool matcher_is_spent(const Matcher *matcher); /* is the sentence's budget used up? */
MatchTally *matcher_tally(Matcher *matcher);
/* Does a rule's `unless` of the sentence's language stand in a text? */
bool match_is_blocked(Matcher *matcher, const Rule *rule, Text text);
Text matcher_silencer(const Matcher *matcher); /* what silenced the rule that was run last; empty: nothing did */
TriggerScan *matcher_scan(Matcher *matcher);

/* Every place in the sentence where the rule fits, left to right, without overlap, by those of its patterns that
 * triggers_find has marked; none where its `unless` matches. A pattern that runs into a limit is told. */
void match_rule(Matcher *matcher, const Rule *rule, const bool *may_match, Arena *arena, Diag *diag, Matches *out);

/* Slow, and outside of the sentence's budget: for explanations. */
Status match_reach(const Pattern *pattern, const Tagged *tagged, Arena *arena, Reach *out);

/* A slot that the pattern cannot do without and that nothing in the sentence could fill, or NULL. */
const Slot *match_lacks(const Pattern *pattern, const Tagged *tagged);

/* Does a slotless pattern fit in `text`? */
bool match_plain(Matcher *matcher, PatternCode *code, Text text, Span *found);

#endif
