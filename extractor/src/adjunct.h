/* What stands between a Chinese subject and its verb and is needed by neither. */
#ifndef ADJUNCT_H
#define ADJUNCT_H

#include "tagger.h"

/* Fills Tagged.over of a sentence whose mentions are known; an English one is left without. */
void adjuncts_mark(Tagged *tagged, Arena *arena);
/* The byte behind the adjunct that begins at a byte; 0: none does. */
size_t adjunct_end(const Tagged *tagged, size_t byte);
/* Does a stretch of bytes stand in what is said of grounds, means and earlier days, 根据四月三日的协定，, and is what is
 * told behind that, up to byte `told`? */
bool adjunct_holds(const Tagged *tagged, Span span, size_t told);
/* Adds the stretches of bytes that are such. */
void adjuncts_add(const Tagged *tagged, Arena *arena, Spans *out);

#endif
