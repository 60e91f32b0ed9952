/* How much each rule finds in articles. */
#ifndef COVERAGE_H
#define COVERAGE_H

#include "pipeline.h"

#include <stdio.h>

/* Adds the facts that each rule finds in articles; `counts` has one place a rule. */
Status coverage_count(const Tools *tools, const ReaderOptions *input, Arena *page, Diag *diag, size_t *counts);

/* Writes the rules, those that find most first, and then those that find nothing. */
void coverage_print(const Ruleset *rules, const size_t *counts, Arena *arena, FILE *out);

#endif
