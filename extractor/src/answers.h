/* What the tagger has answered in one sentence, so that it is asked each question once. */
#ifndef ANSWERS_H
#define ANSWERS_H

#include "tagger.h"

/* The answers on the fillers that begin with one token. */
typedef struct AnswerRow {
    size_t at;    /* index into Answers.is of the filler of that token alone; behind it those of one token more each */
    size_t count; /* of these: no filler is longer than LONGEST_FILLER */
    size_t reach; /* the byte where the longest filler ends; 0: there is no filler */
} AnswerRow;

/* All zero but for the arena; one a thread. */
typedef struct Answers {
    Arena *arena;
    const Tagged *tagged;
    size_t tokens;
    VECTOR(uint32_t) numbers; /* by question and first token: 1 + index of its row; 0: not asked yet */
    VECTOR(AnswerRow) rows;
    VECTOR(bool) is;
    size_t asked; /* how often the tagger was, in this sentence */
} Answers;

/* Numbers what the slots of a finished rule set ask. */
void answers_number(Ruleset *rules, Arena *arena);

/* Another sentence; each Slot.question will be below `questions`. */
void answers_begin(Answers *answers, const Tagged *tagged, size_t questions);

/* The byte where the longest of the slot's fillers ends that begin at a byte; 0: there is none. */
size_t answers_reach(Answers *answers, const Slot *slot, size_t begin);
/* tagger_begins and tagger_is in one */
bool answers_is(Answers *answers, const Slot *slot, Span span);

#endif
