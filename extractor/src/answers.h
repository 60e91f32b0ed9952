/* What the tagger has answered in one sentence, so that it is asked each question once. */
#ifndef ANSWERS_H
#define ANSWERS_H

#include "tagger.h"

/* All zero but for the arena; one a thread. */
typedef struct Answers {
    Arena *arena;
    const Tagged *tagged;
    size_t tokens;
    VECTOR(uint8_t) begin; /* by question and token: an answer */
    VECTOR(uint32_t) rows; /* by question and token: 1 + where the answers on the token's ends are in `is` */
    VECTOR(uint8_t) is;    /* rows of an answer a token */
} Answers;

/* Numbers what the slots of a finished rule set ask. */
void answers_number(Ruleset *rules, Arena *arena);

/* Another sentence; each Slot.question will be below `questions`. */
void answers_begin(Answers *answers, const Tagged *tagged, size_t questions);

/* tagger_begins and tagger_is */
bool answers_begins(Answers *answers, const Slot *slot, size_t begin);
bool answers_is(Answers *answers, const Slot *slot, Span span);

#endif
