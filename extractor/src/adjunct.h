/* Adjuncts: stretches of a sentence that only tell more and that rules read past. */
#ifndef ADJUNCT_H
#define ADJUNCT_H

#include "match.h"
#include "tagger.h"

/* Fills Tagged.adjuncts and Tagged.adjunct_clauses of a sentence whose mentions are known: in Chinese what stands
 * between a subject and its verb, in English what stands between a verb and its object. */
void adjuncts_mark(Tagged *tagged, Arena *arena);
/* The byte behind the adjunct that begins at a byte; 0: none does. The clauses over which a subject is carried are one
 * too where `carries`. */
size_t adjunct_end(const Tagged *tagged, size_t byte, bool carries);
/* Does a pattern have a subject that is carried only so, as discourse is not asked for it? */
bool adjunct_carries(const Pattern *pattern);
/* Does a stretch of bytes stand in what is said of grounds, means and earlier days, 根据四月三日的协定，, and is what
 * is told behind that, up to byte `told`? */
bool adjunct_holds(const Tagged *tagged, Span span, size_t told);
/* The byte behind such words that begin with a token; 0: none do. */
size_t adjunct_ground_end(const Tagged *tagged, size_t token);
/* Adds the stretches of bytes that are such, and the clauses that a match has passed over. */
void adjuncts_add(const Tagged *tagged, const Match *match, Arena *arena, Spans *out);
/* The adjuncts in a match that hold none of its slots. */
void adjuncts_in(const Tagged *tagged, const Match *match, Arena *arena, Spans *out);

/* The token behind an English "on March 5", "on the afternoon of the 5th", "yesterday" that begins with a token, or
 * "on the afternoon" at the end of a clause; 0: none does. */
size_t adjunct_day(const Tagged *tagged, size_t index);

/* "which has won a prize", "in addition to this", "encouraged by that", "director of the mill", "and others", "Hebei
 * Province" between two commas: does an English clause only tell more of the one before, so that the subject before it
 * goes on behind it? */
bool adjunct_clause(const Tagged *tagged, Span clause);
/* "the mill in Harbin, Heilongjiang, …": is a stretch that is a clause by itself the larger place in which the one lies
 * that ends the clause before? */
bool adjunct_place(const Tagged *tagged, Span span);
/* All such clauses that lie inside a stretch of the sentence (bytes) and neither begin nor end it, with the marks
 * before them. */
void adjunct_clauses_in(const Tagged *tagged, Span whole, Arena *arena, Spans *out);

#endif
