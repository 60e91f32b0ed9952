/* What the facts of a dispatch have told of before. */
#ifndef TOLD_H
#define TOLD_H

#include "fact.h"

/* Is each filler of a role in `fact` one that an earlier fact of the same kind has in that role, in the same language
 * and dispatch? An earlier fact without an object does not tell what one with an object tells. A fact without such a
 * filler tells of nobody again. `person`: the class of those who, speaking alone in the dispatch, are heard a few
 * times.
 */
bool told_before(const Document *document, const Facts *earlier, const Fact *fact, Role role, ClassId person);

#endif
