/* What stands under a word before it and is no subject. */
#ifndef GOVERNED_H
#define GOVERNED_H

#include "tagger.h"

/* Does a preposition govern what begins at a byte, by itself or as one of a row: 法国 of 在美国及法国? What others are
 * helped or made to do is no news of theirs either. 由 alone brings in who acts. */
bool governed_at(const Tagged *tagged, size_t begin);

#endif
