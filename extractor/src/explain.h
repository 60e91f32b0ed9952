/* What was found in an article, and why, for somebody to read. */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include "pipeline.h"

#include <stdio.h>

/* Writes each sentence of the articles, what it speaks of and the facts found in it; or, for a
 * rule, how far that rule gets in each sentence (`why_not` NULL: no rule). */
Status explain_run(const Tools *tools, const ReaderOptions *input, const Rule *why_not, Arena *page, Diag *diag,
                   FILE *out);

#endif
