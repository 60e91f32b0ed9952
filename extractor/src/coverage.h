/* How much each rule finds in articles. */
#ifndef COVERAGE_H
#define COVERAGE_H

#include "pipeline.h"

#include <stdio.h>

/* Adds the facts that each rule finds in the articles that `path` leads to; `counts` has one place a rule. */
Status coverage_count(const Tools *tools, Text path, Arena *page, Diag *diag, size_t *counts);

/* Writes the rules, those that find most first, and then those that find nothing. */
void coverage_print(const Ruleset *rules, const size_t *counts, Arena *arena, FILE *out);

#endif
