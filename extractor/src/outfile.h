/* A file that takes its name only when all of it has been written. */
#ifndef OUTFILE_H
#define OUTFILE_H

#include "diag.h"

#include <stdio.h>

typedef struct OutFile {
    FILE *stream;
    char *name; /* NULL: standard output */
    char *part; /* the file beside it that is written first; NULL: the stream is written directly */
} OutFile;

/* `path` empty or "-": standard output. What exists and is no plain file (a device, a pipe) is written to directly. */
Status outfile_open(Text path, Diag *diag, OutFile *out);
/* The same, but what is written first is `path`.part, which a later run can go on with: from byte `at`, behind which
 * whatever there is is cut off. A file that has taken its name already gives it up again. */
Status outfile_continue(Text path, uint64_t at, Diag *diag, OutFile *out);
/* All that was written has arrived at the system. */
Status outfile_flush(const OutFile *file, Diag *diag);
/* Gives the file its name if every write went well. Otherwise it tells why, once, leaves nothing, and answers
 * DATELINE_IO. */
Status outfile_close(OutFile *file, Diag *diag);
/* Closes the file without its name: what was written stays, in `path`.part. */
Status outfile_park(OutFile *file, Diag *diag);
/* After a failure: closes the file, and leaves what was written first as it is, or takes it away. */
void outfile_abandon(OutFile *file);
void outfile_discard(OutFile *file);

#endif
