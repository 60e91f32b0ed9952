/* Rows of Chinese names of persons that nothing but their length and surnames gives away. */
#ifndef NAMEROW_H
#define NAMEROW_H

#include "tagger.h"

/* 田汝康、杜任之、陈道: three or more that 、 joins, each of two to four characters and led by a surname; `out` may be
 * NULL. false: it is no such row. */
bool namerow_split(const Tagged *tagged, Span span, Arena *arena, Spans *out);

#endif
