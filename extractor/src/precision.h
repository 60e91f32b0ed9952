/* How often each rule was right where readers have judged it. */
#ifndef PRECISION_H
#define PRECISION_H

#include "claims.h"
#include "rules.h"

/* Reads precision.tsv (rule, judged, right) of each folder of rules that has one, and notes it in the rules; what it
 * says of rules that are gone is passed over. A line that is wrong is told; then DATELINE_RULES. */
Status precision_load(const Texts *folders, Arena *arena, Diag *diag, Ruleset *rules);

/* How far an event's claim is to be trusted: the best of its rules, as (right + 1) / (judged + 2), which is the share
 * to expect of the next facts (Laplace's rule of succession), as a decimal of two digits. Empty: too few of their facts
 * have been judged. */
Text precision_of(const Event *event, Arena *arena);

#endif
