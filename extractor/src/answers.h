/* What the tagger has answered in one sentence, so that it is asked each question once. */
#ifndef ANSWERS_H
#define ANSWERS_H

#include "filler.h"

/* The fillers that begin at one byte. */
typedef struct AnswerRow {
    uint32_t lengths; /* index into Answers.lengths: see FillerEnds; as far as the longest needs */
    uint32_t reach;   /* the byte where the longest ends */
    bool all_short;   /* it has no more than SHORT_FILLER code points */
} AnswerRow;

/* All zero but for the arena; one a thread. */
typedef struct Answers {
    Arena *arena;
    const Tagged *tagged;
    VECTOR(uint32_t) pages;   /* by question: 1 + index into `numbers` of its page; 0: not asked yet */
    VECTOR(uint32_t) numbers; /* a page has one for each token: which row it begins */
    VECTOR(AnswerRow) rows;
    VECTOR(uint64_t) lengths;
    size_t asked; /* what the tagger had to look at, in this sentence */
} Answers;

/* Numbers what the slots of a finished rule set ask. */
void answers_number(Ruleset *rules, Arena *arena);

/* Another sentence; each Slot.question will be below `questions`. */
void answers_begin(Answers *answers, const Tagged *tagged, size_t questions);

/* One a token: 0 where no filler of the slot begins with it. Stands until another slot is asked about. */
const uint32_t *answers_page(Answers *answers, const Slot *slot);
/* The row of the fillers that begin at a byte; NULL: there are none, or no token begins there. It stands until the next
 * question. */
const AnswerRow *answers_row(Answers *answers, const Slot *slot, size_t begin);
/* The byte where the longest of the slot's fillers ends that begin at a byte; 0: there is none. */
size_t answers_reach(Answers *answers, const Slot *slot, size_t begin);
/* Have all that do no more than SHORT_FILLER code points? */
bool answers_are_short(Answers *answers, const Slot *slot, size_t begin);
/* Are these bytes a filler? */
bool answers_is(Answers *answers, const Slot *slot, Span span);

#endif
