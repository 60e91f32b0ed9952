/* Whom a name means here: what the words around it say of that. */
#ifndef RESOLVE_H
#define RESOLVE_H

#include "tagger.h"

/* Takes from names the entries that the article cannot mean, and gives them those that their titles tell. A body of
 * another country that bears a name of one of ours is an entry of the article's own, kept in `named`. */
void resolve_names(Tagged *tagged, const Lexicon *lexicon, const Document *document, Named *named, Arena *arena);

#endif
