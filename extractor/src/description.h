/* The description of a run that has come to its end. */
#ifndef DESCRIPTION_H
#define DESCRIPTION_H

#include "dataset.h"

/* Writes it to output->dataset: what threads have counted, each in its place of `counted`; or, of a run that went on
 * with an earlier one (`resumed`), what its whole output holds when it is read again, and then run->inputs and its hash
 * are told by its manifest. It ends now. */
Status description_write(const Dataset *counted, size_t count, bool resumed, DatasetRun *run,
                         const dateline_output *output, Arena *arena, Diag *diag);

#endif
