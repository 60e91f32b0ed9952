/* Are two names in one language likely to be one? Both are compared by their signs: the words of English, the
 * characters of Chinese; case, articles, spaces and punctuation do not count. */
#ifndef SIMILAR_H
#define SIMILAR_H

#include "lang.h"
#include "text.h"

/* The very same name, but for what does not count. */
bool similar_same(Lang lang, Text a, Text b);
/* What is left of a name without what does not count: names that are the same have the same key. */
Text similar_key(Lang lang, Text name, Arena *arena);
/* Has `whole` all signs of `part`, in their order? */
bool similar_subsequence(Lang lang, Text part, Text whole);
/* The same name, one a shorter form of the other, or nearly the same; names that bear different numbers never are. */
bool similar_names(Lang lang, Text a, Text b);
/* How many of the signs of `name` a passage has, and of how many: of Chinese names the pairs of neighbouring signs. */
typedef struct Said {
    size_t found;
    size_t of;
} Said;
Said similar_said(Lang lang, Text name, Text passage);

#endif
