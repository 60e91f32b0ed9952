/* What stands between a Chinese subject and its verb and is needed by neither. */
#ifndef ADJUNCT_H
#define ADJUNCT_H

#include "match.h"
#include "tagger.h"

/* Fills Tagged.over of a Chinese sentence whose mentions are known. */
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

#endif
