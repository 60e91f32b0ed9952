/* The examples inside rule files. */
#ifndef EXAMPLES_H
#define EXAMPLES_H

#include "pipeline.h"

#include <stdio.h>

/* Runs the examples of one rule file of the rule set. Each that fails is told at its place. */
Status examples_run(const Tools *tools, const RuleFile *file, Arena *page, Diag *diag, dateline_examples *result);

/* Writes, one a line, each example on which another rule than its own finds something. */
Status examples_overlaps(const Tools *tools, Arena *page, Diag *diag, FILE *out);

#endif
