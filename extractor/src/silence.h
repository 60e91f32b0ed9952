/* How far what silences a rule is looked for. */
#ifndef SILENCE_H
#define SILENCE_H

#include "match.h"

/* The words of a Chinese sentence among which a rule's `unless` is looked for once the rule has matched: the clauses of
 * the match and their neighbours, without quotations that the match is no part of and without grounds, 根据…要求，. */
Text silence_text(const Tagged *tagged, Span match, Arena *arena);

/* Drops the matches of a rule behind the `first` that are silenced so. */
void silence_drop(Matcher *matcher, const Tagged *tagged, const Rule *rule, size_t first, Arena *arena, Matches *out);

#endif
