/* Over which clauses of a Chinese sentence a subject is carried. */
#ifndef CARRIED_H
#define CARRIED_H

#include "tagger.h"

/* Fills Tagged.carried of a sentence whose mentions are known; an English one is left without. */
void carried_mark(Tagged *tagged, Arena *arena);

#endif
