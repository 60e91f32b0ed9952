/* What the tagger has answered in one sentence, so that it is asked each question once. */
#ifndef ANSWERS_H
#define ANSWERS_H

#include "tagger.h"

/* All zero but for the arena; one a thread. */
typedef struct Answers {
    Arena *arena;
    const Tagged *tagged;
    size_t tokens;
    VECTOR(uint32_t) rows; /* by question and first token: 1 + the row of its answers; 0: not asked yet */
    VECTOR(bool) is;       /* rows of an answer a last token */
    VECTOR(size_t) reach;  /* by row: the byte where the longest filler ends; 0: there is no filler */
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
