/* What stands between an English verb and its object and tells only when and where. */
#ifndef BETWEEN_H
#define BETWEEN_H

#include "tagger.h"

/* Fills Tagged.over of an English sentence whose mentions are known. */
void between_mark(Tagged *tagged, Arena *arena);

#endif
