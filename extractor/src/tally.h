/* The numbers that stand beside what they count. */
#ifndef TALLY_H
#define TALLY_H

#include "discourse.h"
#include "fact.h"

/* What a number in a filler of this role counts; ROLE_NONE: nothing of the event. */
Role tally_role(Role role);

/* 代表团一行十五人昨天…, "the delegation, numbering 15, …": adds the numbers behind a fact's fillers that count them.
 */
void tally_add(const Discourse *discourse, Fact *fact);

#endif
