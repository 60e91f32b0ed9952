/* Classes of characters in a regular expression. */
#ifndef CHARCLASS_H
#define CHARCLASS_H

#include "outline.h"

/* The number of a class as it is written, from its "[" to its "]"; one that is not understood has any character. */
size_t charclass_read(Outlines *outlines, Text written, bool caseless);
/* \d \s \w and what is less well understood: \p{Lu}; false: it may be no single character. */
bool charclass_shorthand(Outlines *outlines, Text written, size_t *out);
size_t charclass_any(Outlines *outlines);

/* Beyond ASCII: may it be another letter's capital? */
bool charclass_has_case(uint32_t code_point);

static inline uint32_t charclass_lower(uint32_t code_point) {
    return code_point >= 'A' && code_point <= 'Z' ? code_point | 0x20 : code_point;
}

#endif
