/* The examples inside rule files. */
#ifndef EXAMPLES_H
#define EXAMPLES_H

#include "pipeline.h"

/* Runs the examples of one rule file of the rule set. Each that fails is told at its place. */
Status examples_run(const Tools *tools, const RuleFile *file, Arena *page, Diag *diag, dateline_examples *result);

#endif
