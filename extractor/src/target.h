/* At whom a speech is aimed. */
#ifndef TARGET_H
#define TARGET_H

#include "discourse.h"
#include "fact.h"

/* 揭露周海波的错误: adds the persons whom a fact's object begins with behind a verb of exposing or refuting as its
 * recipients; nobody if somebody is already spoken to. Who speaks is not added. */
void target_add(const Discourse *discourse, Fact *fact);

#endif
