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
/* Gives the file its name if every write went well. Otherwise it tells why, once, leaves nothing, and answers
 * DATELINE_IO. */
Status outfile_close(OutFile *file, Diag *diag);
void outfile_discard(OutFile *file);

#endif
