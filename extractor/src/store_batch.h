/* Statements that are sent together. */
#ifndef STORE_BATCH_H
#define STORE_BATCH_H

#include "query_term.h"

/* Lines `begin` to `end` (bytes, end exclusive) are of one graph. */
typedef struct Segment {
    Text graph; /* empty: the default graph */
    bool anew;  /* what the graph held before is to go */
    size_t begin;
    size_t end;
} Segment;

typedef struct Batch {
    Arena arena;
    Bytes lines; /* one statement each */
    VECTOR(Segment) segments;
    size_t statements;
} Batch;

void batch_add(Batch *batch, Text graph, bool anew, const Triple *triple);
void batch_clear(Batch *batch);

/* Lines `begin` to `end` as Turtle, or as a SPARQL update; in the batch's arena. */
Text batch_turtle(Batch *batch, size_t begin, size_t end);
Text batch_update(Batch *batch, size_t begin, size_t end);
/* The end of the line in the middle of lines `begin` to `end`; `end`: there is one line only. */
size_t batch_middle(const Batch *batch, size_t begin, size_t end);
/* What tells this batch from any other: 64 hexadecimal digits. */
Text batch_digest(Batch *batch);

#endif
