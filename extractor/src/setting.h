/* Where something is done. */
#ifndef SETTING_H
#define SETTING_H

#include "discourse.h"
#include "fact.h"

/* Adds the places where `fact`, whose rule tells none, happens, as its clause names them outside all `covered` spans:
 * 在上海 before the verb, "in Shanghai" right behind what was read. A journey has none but its ends. */
void setting_add(const Discourse *discourse, const Spans *covered, Fact *fact);

#endif
