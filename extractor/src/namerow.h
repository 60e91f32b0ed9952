/* Rows of names of persons that nothing but their surnames and length gives away. */
#ifndef NAMEROW_H
#define NAMEROW_H

#include "tagger.h"

/* 田汝康、杜任之、陈道: three or more that 、 joins, each of two to four characters and led by a surname; "Chen
 * Lin and Wang Hai": two or more. `out` may be NULL. false: it is no such row. */
bool namerow_split(const Tagged *tagged, Span span, Arena *arena, Spans *out);

#endif
