/* The numbers or dates of a stream of lines, as a table. */
#ifndef NORMALIZE_H
#define NORMALIZE_H

#include "date.h"
#include "number.h"

#include <stdio.h>

typedef struct Normalizer {
    dateline_kind kind;
    Lang lang;
    bool convert;  /* two columns more: the value and the unit of today */
    Day reference; /* of lines without one of their own; year 0: none */
    const Lexicon *lexicon;
} Normalizer;

/* Writes what the numbers or dates in one line are; `number` is the line's. No line end, valid UTF-8, no NUL. */
void normalize_text(const Normalizer *normalizer, Text text, Day reference, size_t number, Arena *scratch, FILE *out);

/* The lines of the file at `path` ("-": standard input), one after the other; `scratch` holds one line's. A line that
 * is no text or whose own reference is no day is told and left out: DATELINE_SKIPPED. */
Status normalize_lines(const Normalizer *normalizer, Text path, Arena *scratch, Diag *diag, FILE *out);

#endif
