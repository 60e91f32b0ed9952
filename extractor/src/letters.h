/* What a letter or telegram that is printed in full says of itself. */
#ifndef LETTERS_H
#define LETTERS_H

#include "discourse.h"
#include "fact.h"

/* Adds to `facts`, those of the article: whom the lines of address name, and who signed on which day, of the message
 * that was told of before them in the dispatch. Each is a fact of its own, borne out by that line. */
void letters_complete(const Discourse *discourse, Arena *arena, Facts *facts);

#endif
