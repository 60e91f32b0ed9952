/* What a store has taken so far, in a file, so that a load that was broken off goes on from there. */
#ifndef STORE_JOURNAL_H
#define STORE_JOURNAL_H

#include "diag.h"

#include <stdio.h>

typedef struct Journal {
    FILE *file;
    Text path;
    Diag *diag;
    bool reading; /* there may be more batches that were taken before */
    size_t taken; /* batches in it */
} Journal;

/* Opens the journal, or begins it for a load with these settings. One that belongs to another load, or that another
 * load is writing, is told; then DATELINE_USAGE. */
Status journal_open(Journal *journal, Text path, Text settings, Arena *arena, Diag *diag);
/* Was the batch with this digest, the next one of the load, taken before? If another one was, what is loaded has
 * changed since: told; then DATELINE_USAGE. */
Status journal_next(Journal *journal, Text digest, bool *taken);
/* The batch was taken. */
Status journal_keep(Journal *journal, Text digest);
/* `forget`: the file goes, as there is nothing to go on from. */
void journal_close(Journal *journal, bool forget);

#endif
