/* Rows of names between the marks of enumeration: 田汝康、杜任之. */
#ifndef ROSTER_H
#define ROSTER_H

#include "arena.h"
#include "text.h"

/* Has the row two parts or more, each as long as a person's name and of Chinese characters only? */
bool roster_is(Text row);
/* Adds its parts, each `offset` bytes on from where it stands in the row. */
void roster_split(Text row, size_t offset, Arena *arena, Spans *out);

#endif
