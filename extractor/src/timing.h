/* The day of what is told without one. */
#ifndef TIMING_H
#define TIMING_H

#include "discourse.h"
#include "fact.h"
#include "match.h"

/* A stretch of days as one date. `words` "from the second to the fifth": its last day, on which all of it has happened.
 * "late April", from March to June: the month or year that holds all of it, or nothing. What has begun and goes on is
 * reckoned up to `today`. */
Day timing_unit(const DateMention *date, Text words, Day today);

/* Has it happened, as far as is told? */
bool timing_is_done(const Fact *fact);

/* A date that the text says without a year or month: of what is still to come it is the coming one if that is nearer
 * than the last one; else the last one before the newspaper, which may be younger than the dispatch. */
void timing_guess(const Discourse *discourse, Fact *fact);

/* Gives an undated fact the day of the meeting that it happened at, or of what was told just before it where the
 * sentence says that it was then. `earlier`: the facts of the article before it. Nothing fits: it stays undated. */
void timing_inherit(const Discourse *discourse, const Ruleset *rules, Matcher *matcher, const Facts *earlier,
                    Fact *fact);

#endif
