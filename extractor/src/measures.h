/* What measures an event from outside its fillers. */
#ifndef MEASURES_H
#define MEASURES_H

#include "discourse.h"
#include "fact.h"

/* Adds the numbers beside a fact that measure it as a whole: how long a strike lasts, a sentence of so many years, who
 * came to a meeting (到会二百人), a score (七十一比五十四), 总值, 全长. */
void measures_add(const Discourse *discourse, Fact *fact);

#endif
