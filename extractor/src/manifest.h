/* The manifest of a run: a table with tabs between its cells that says of each input what came of it, and up to where
 * the output is complete. */
#ifndef MANIFEST_H
#define MANIFEST_H

#include "buffer.h"
#include "diag.h"

enum { NO_END = -1 };

typedef struct ManifestRow {
    size_t index; /* of the input, from 1; 0: what stands before the first article, as the input "(head)"; one more
                     than the last: "(end)", without which the run was not finished */
    Text input;   /* its path */
    dateline_counts counts;
    size_t bytes; /* that it gave to the output, uncompressed */
    Text sha256;  /* of its own bytes; empty when they could not be read */
    Text output;  /* the file that was written when its turn came, below the folder of the output; "-": standard
                     output; empty: none yet */
    int64_t end;  /* bytes of that file that are complete with this row and all before it; 0 when there is no file;
                     NO_END: a later row tells */
    Text shard;   /* "1/1" */
    Text program; /* its version */
    Text rules;   /* digest of rules, lexicon and ontology */
    size_t milliseconds;
} ManifestRow;

void counts_add(dateline_counts *counts, const dateline_counts *more);

/* ---- reading ---- */

typedef struct ManifestReader ManifestReader;

/* What cannot be opened is told: DATELINE_IO. What is no manifest: DATELINE_USAGE. */
Status manifest_open(Text path, Diag *diag, ManifestReader **out);
/* The next row; its texts hold until the one after it is read. A last line that was cut off is as if it were not there.
 * At the end *more is false. A line that is no row is told: DATELINE_USAGE. */
Status manifest_next(ManifestReader *reader, ManifestRow *out, bool *more);
size_t manifest_bytes_read(const ManifestReader *reader); /* up to the end of the last row */
size_t manifest_line(const ManifestReader *reader);       /* number of the last row's line */
void manifest_close(ManifestReader *reader);              /* NULL is allowed */

/* ---- writing ---- */

typedef struct Manifest Manifest;

/* What is the same in all rows; its texts outlive the manifest. */
typedef struct ManifestIdentity {
    Text shard;
    Text program;
    Text rules;
} ManifestIdentity;

/* Begins a manifest, or goes on behind its first `keep` bytes. One that another run is writing: DATELINE_USAGE. */
Status manifest_begin(Text path, size_t keep, const ManifestIdentity *identity, Diag *diag, Manifest **out);
/* Adds a row, whose end, shard, program and rules are not asked for: it waits until manifest_commit. */
Status manifest_add(Manifest *manifest, const ManifestRow *row);
/* Writes the rows that wait; up to `end` the output is complete with the last of them. */
Status manifest_commit(Manifest *manifest, int64_t end);
Status manifest_finish(Manifest *manifest); /* closes it; what waits is forgotten. NULL is allowed */

#endif
