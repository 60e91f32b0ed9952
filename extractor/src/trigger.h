/* Which patterns can match in a sentence at all. */
#ifndef TRIGGER_H
#define TRIGGER_H

#include "rules.h"

/* Where a word that patterns need stands in a sentence. */
typedef struct TriggerPlace {
    uint32_t word;  /* its number */
    uint32_t begin; /* byte in the sentence */
    uint32_t next;  /* 1 + index of the next place of the same word; 0: none */
} TriggerPlace;

/* A word of a set that is there. */
typedef struct TriggerWordMet {
    uint32_t word;
    uint32_t next; /* 1 + index of the next one of the same set; 0: none */
} TriggerWordMet;

/* The words of a set that are there. */
typedef struct TriggerMet {
    uint32_t age;   /* of the scan when one was there last */
    uint32_t first; /* 1 + index of the first of them */
} TriggerMet;

/* Room for looking, one a thread: all zero but for the arena. */
typedef struct TriggerScan {
    Arena *arena;
    VECTOR(TriggerPlace) places; /* of this sentence, by begin */
    uint32_t *first;             /* 1 + index of a word's first place; 0: none */
    uint32_t *last;
    size_t words;            /* how many `first` and `last` have room for */
    uint32_t age;            /* another with each sentence */
    VECTOR(TriggerMet) sets; /* by set */
    VECTOR(TriggerWordMet) met_words;
    VECTOR(uint32_t) met; /* the sets of which a word is there in this sentence */
} TriggerScan;

/* Enters what the patterns of all rules need. */
void triggers_make(Ruleset *rules, Arena *arena);

/* Marks, in one pass over a sentence in lower case, the patterns of a language that find all they need there, each
 * behind the one before it: `may_match` has one place a pattern, by Pattern.number, and `may_fire` one a rule, all
 * false. What a sentence without a mark says is no business of the rule. */
void triggers_find(const Triggers *triggers, TriggerScan *scan, Lang lang, Text lower_sentence, bool *may_match,
                   bool *may_fire);

/* The last byte of the sentence that was looked at where a match of a pattern may begin: what it needs must follow. */
size_t triggers_last(const Triggers *triggers, const TriggerScan *scan, const Pattern *pattern);

#endif
