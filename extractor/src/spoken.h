/* What somebody says in a speech that is told of without its words. */
#ifndef SPOKEN_H
#define SPOKEN_H

#include "discourse.h"
#include "fact.h"

/* Gives a speech of one speaker that has no dl:object, among the facts of the article, what the sentence behind it has
 * him say: 陈云讲了话。他说，水坝十分坚固。 The two are then one statement. */
void spoken_complete(const Discourse *discourse, Arena *arena, Facts *facts);

#endif
