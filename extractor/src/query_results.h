/* SPARQL 1.1 Query Results JSON, read as it comes. */
#ifndef QUERY_RESULTS_H
#define QUERY_RESULTS_H

#include "diag.h"
#include "table_output.h"

/* Who is told of the answer: its columns once, then each solution, which has one cell a column and is gone afterwards;
 * or, of an ASK, its truth. What they answer other than DATELINE_OK ends the reading. */
typedef struct ResultsListener {
    Status (*columns)(void *context, const Texts *columns);
    Status (*solution)(void *context, const Texts *columns, const Cell *cells);
    Status (*boolean)(void *context, bool truth);
    void *context;
} ResultsListener;

typedef struct Results Results;

/* `arena` holds what lasts as long as the reading, `page` one solution. */
Results *results_open(ResultsListener listener, Text source, Arena *arena, Arena *page, Diag *diag);
/* Reads on. What is no such answer is told; then DATELINE_IO. */
Status results_feed(Results *results, Text bytes);
/* No more comes. An answer without its end is told; then DATELINE_IO. */
Status results_end(Results *results);

#endif
