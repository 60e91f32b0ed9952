#ifndef OCCASION_H
#define OCCASION_H

#include "discourse.h"
#include "fact.h"
#include "match.h"

/* Gives a fact the meeting at which it happened: the one that the dispatch is about where the sentence says so, up to
 * the end of the match ("during the conference"); and what persons say, in a dispatch that has told of one meeting,
 * they say there. `earlier`: the facts of the article before it. */
void occasion_set(const Discourse *discourse, const Ruleset *rules, Matcher *matcher, const Facts *earlier, Fact *fact);

#endif
