/* Words that can be short for a name. */
#ifndef SHORTFORM_H
#define SHORTFORM_H

#include "lang.h"
#include "text.h"

/* "Command of the Harbour Army", from its first words: what stands behind "of" is not what the whole is. */
bool shortform_is_of(Text before);
/* Does a name end in the word (Chinese), or have it as a word (English)? */
bool shortform_ends(Lang lang, Text whole, Text word);
/* Are the characters (Chinese) of `part` found in `whole` in this order, both ending alike; or is `part` how `whole`
 * begins or ends (English)? */
bool shortform_of(Lang lang, Text part, Text whole);

#endif
