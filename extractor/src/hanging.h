/* Clauses that only tell more of the clause before. */
#ifndef HANGING_H
#define HANGING_H

#include "tagger.h"

/* "which has won a prize", "in addition to this", "encouraged by that", "director of the mill", "and others", "Hebei
 * Province" between two commas: the subject before it goes on behind it. */
bool hanging_clause(const Tagged *tagged, Span clause);

/* "the mill in Harbin, Heilongjiang, …": is a stretch that is a clause by itself the larger place in which the one lies
 * that ends the clause before? */
bool hanging_place(const Tagged *tagged, Span span);

/* All that lie inside a stretch of the sentence (bytes) and neither begin nor end it, with the marks before them. */
void hanging_inside(const Tagged *tagged, Span whole, Arena *arena, Spans *out);

#endif
