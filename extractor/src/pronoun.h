/* Who "he", 他们, 双方 are. */
#ifndef PRONOUN_H
#define PRONOUN_H

#include "discourse.h"

/* Makes mentions of the pronouns that are subjects, in all sentences of a document, where it is sure for whom they
 * stand. `tagged`: those of the discourse. */
void pronouns_mark(const Discourse *discourse, Tagged *tagged);

#endif
