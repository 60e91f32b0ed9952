/* What may fill a slot. */
#ifndef FILLER_H
#define FILLER_H

#include "slots.h"
#include "tagger.h"

/* Is a slot's filler exactly these bytes? A list slot may be filled by an enumeration. This says what a filler is;
 * filler_ends finds them without trying every span, and the tests hold the one against the other. */
bool filler_is(const Tagged *tagged, const Slot *slot, Span span);

enum {
    FILLER_BYTES = LONGEST_FILLER * 4, /* no filler has more */
    FILLER_WORD = 64,                  /* lengths in one item of FillerEnds.lengths */
};

/* Where the fillers end that begin at one byte. */
typedef struct FillerEnds {
    size_t begin;
    size_t reach; /* the byte where the longest ends; 0: there is none */
    size_t asked; /* what it took to find them: tokens and members that were looked at */
    uint64_t lengths[FILLER_BYTES / FILLER_WORD + 1]; /* a bit for each, by its length in bytes */
} FillerEnds;

/* All of the slot's fillers that begin at a byte where a token does. */
void filler_ends(const Tagged *tagged, const Slot *slot, size_t begin, FillerEnds *out);

/* The parts of an enumeration: A、B和C, "A, B and C"; of something else, itself. */
void filler_members(const Tagged *tagged, const Slot *slot, Span span, Arena *arena, Spans *out);

#endif
