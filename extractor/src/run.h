/* A run over all inputs, in as many threads as are wanted. */
#ifndef RUN_H
#define RUN_H

#include "delivery.h"

/* Makes the output of all articles of an input, the same for any number of threads; `rules` is the digest of what
 * `tools` were loaded from. DATELINE_SKIPPED: some input was refused; DATELINE_IO: some could not be read, or the
 * output not be written. */
Status run_extract(const Tools *tools, const dateline_input *input, const dateline_output *output,
                   const dateline_run *run, Text rules, Arena *arena, Diag *diag);

#endif
