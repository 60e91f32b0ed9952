/* From the tagged sentences of one document to facts. */
#ifndef EXTRACT_H
#define EXTRACT_H

#include "discourse.h"
#include "fact.h"
#include "match.h"

/* The facts that a rule set finds in a sentence; where two rules read the same words, the one that reads more of them
 * stands. `only` NULL: all rules; else just this one. */
Status extract_sentence(const Discourse *discourse, const Ruleset *rules, const Rule *only, Matcher *matcher,
                        size_t sentence, Arena *arena, Diag *diag, Facts *out);

/* A match with what decides between it and others that read the same words. */
typedef struct Reading {
    Match match;
    size_t slots;        /* how many it binds */
    size_t literals;     /* bytes of its own words, not held by a slot */
    size_t order;        /* of its rule */
    bool mute;           /* nobody is said or carried over who does it: it yields nothing and takes no words */
    Span plan;           /* what somebody means to do by it, in the sentence; empty: it tells of no such plan */
    const Rule *lost_to; /* the rule that reads more of the same words; NULL: none, it stands */
} Reading;

typedef VECTOR(Reading) Readings;

/* All matches of the rules in a sentence, in their order in it, with those that do not stand. A rule that an `unless`
 * blocks has none. */
void extract_readings(const Discourse *discourse, const Ruleset *rules, const Rule *only, Matcher *matcher,
                      size_t sentence, Arena *arena, Diag *diag, Readings *out);

typedef enum RefusalKind {
    REFUSED_NOTHING,
    REFUSED_WITHOUT_NAME,
    REFUSED_WITHOUT_SUBJECT,
    REFUSED_BY_CUE,
    REFUSED_TOLD
} RefusalKind;

/* Why a match asserts nothing. */
typedef struct Refusal {
    RefusalKind kind;
    const Cue *cue; /* REFUSED_BY_CUE */
    Text words;     /* those of the sentence that the cue is about */
} Refusal;

/* The events that one match asserts: usually one; one a member where the rule says `each`. `out` holds the facts of the
 * sentences before, which a rule with `once` asks. `refusal`, if it is not
 * NULL, gets the last reason for which one was left out. */
void extract_facts(const Discourse *discourse, const Ruleset *rules, Matcher *matcher, size_t sentence,
                   const Match *match, Arena *arena, Facts *out, Refusal *refusal);

#endif
