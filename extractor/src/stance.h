/* What somebody is for or against is told with the verb that says so. */
#ifndef STANCE_H
#define STANCE_H

#include "tagger.h"

/* The label of one member of a filler with the verb that governs the filler: 反对这个办法, "condemned the raid".
 * Without a verb before it, the member as it stands. */
Text stance_label(const Tagged *tagged, Span filler, Span member, Arena *arena);

#endif
