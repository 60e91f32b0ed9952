/* Where something is done. */
#ifndef SETTING_H
#define SETTING_H

#include "discourse.h"
#include "fact.h"

/* The place where `fact`, whose rule tells none, happens, as its clause names it outside all `covered` spans: 在上海
 * before the verb, "in Shanghai" right behind what was read. false: none, or a journey, whose places are its ends. */
bool setting_place(const Discourse *discourse, const Spans *covered, const Fact *fact, Referent *out);

#endif
