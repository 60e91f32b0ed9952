/* The outputs of all shards of a run as the one output that a single process would have written. */
#ifndef JOINING_H
#define JOINING_H

#include "dataset.h"
#include "diag.h"

/* Checks the manifests of all shards, then writes to `output` what they gave, input by input in the order of the whole
 * run. Nothing is written where a part is missing, unfinished, of another run or not as its manifest says: that is told
 * and answers DATELINE_USAGE. Memory does not grow with the articles. For a description the statements are read again.
 */
Status joining_run(const Texts *manifests, const dateline_output *output, Arena *arena, Arena *page, Diag *diag);

/* Counts what one shard has written, into `dataset`, and notes in *out what its inputs were. */
Status joining_count(Text manifest, const dateline_output *output, Dataset *dataset, Arena *arena, Arena *page,
                     Diag *diag, DatasetRun *out);

#endif
