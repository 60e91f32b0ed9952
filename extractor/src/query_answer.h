/* An answer, mended and written. */
#ifndef QUERY_ANSWER_H
#define QUERY_ANSWER_H

#include "query_guard.h"
#include "table_output.h"

/* Makes `answer` what a query that aggregates answers when its pattern has no solution. */
void answer_of_nothing(Arena *arena, const QueryShape *shape, Answer *answer);
/* Does each aggregate of a pattern with solutions have a value? If not, it is told; then DATELINE_USAGE. */
Status answer_check(Diag *diag, Text query, const QueryShape *shape, const Answer *answer);

/* Keeps the first `limit` solutions; 0: all. */
void answer_limit(Answer *answer, size_t limit);

/* To standard output. A table for a terminal is cut to its width. */
Status answer_write(Arena *arena, Diag *diag, dateline_answer form, const Answer *answer);
/* The same for a graph: each statement once, in order. */
Status answer_write_graph(Diag *diag, dateline_answer form, Triples *triples);

#endif
