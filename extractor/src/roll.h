/* What in an English enumeration of those who act names nobody. */
#ifndef ROLL_H
#define ROLL_H

#include "rules.h"
#include "tagger.h"

/* The token behind a stretch that begins with a token and is no member of the enumeration: "twelve others", "other
 * units", or the office of the member before, "director of the mill", up to its comma; 0: none begins there, or the
 * slot is none of those who act. */
size_t roll_skip(const Tagged *tagged, const Slot *slot, size_t token);

#endif
