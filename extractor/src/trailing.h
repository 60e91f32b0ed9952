/* What stands at the edge of a filler and is none of it. */
#ifndef TRAILING_H
#define TRAILING_H

#include "rules.h"
#include "tagger.h"

/* What a slot of free words holds, without what tells of the event when ("the treaty [on May 5]"), where ("prizes to
 * the workers [in Shanghai yesterday]"), how and what for ("the plan [amid applause]"). Of an event of a `type` that
 * tells content only the day is none of it. Bytes in the sentence. */
Span trailing_cut(const Tagged *tagged, const Slot *slot, ClassId type, Span span);

#endif
