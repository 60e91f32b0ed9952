/* Who does what a match tells, where the match itself does not name him. */
#ifndef SUBJECT_H
#define SUBJECT_H

#include "discourse.h"
#include "match.h"

/* Those of a leading slot's classes who are the subject carried over to a match, and the sentence that names them; none
 * if nobody is. */
void subject_carried(const Discourse *discourse, size_t sentence, const Match *match, const Slot *slot, Arena *arena,
                     size_t *in_sentence, Spans *members);

/* Does at least one event of a match have whom its rule cannot do without, named in it or carried over? */
bool subject_is_there(const Discourse *discourse, size_t sentence, const Match *match, Arena *arena);

#endif
