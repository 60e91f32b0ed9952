/* Where the bytes of articles go: one stream or file, or a folder of files by article, month or shard. */
#ifndef SINK_H
#define SINK_H

#include "compress.h"
#include "date.h"

typedef struct SinkOptions {
    Text path; /* of a file, or of the folder; empty or "-": standard output */
    dateline_per per;
    dateline_compression compression;
    Text ending;  /* of the files in a folder: ".ttl.gz" */
    Text shard;   /* "1-of-1": the name of the file with DATELINE_PER_SHARD */
    Text head;    /* stands before the first article of each file, */
    Text tail;    /* and behind the last */
    bool lasting; /* a later run may go on with what this one leaves */
} SinkOptions;

/* A file that an earlier run has begun. */
typedef struct SinkFile {
    Text name;   /* below the folder; of one file alone: its own name */
    int64_t end; /* its bytes that are good; what is behind them is cut off */
} SinkFile;

typedef struct Sink Sink;

/* `options` and what it points to outlive the sink. With `begun`, whose names are copied, it goes on with these files.
 */
Status sink_open(const SinkOptions *options, const SinkFile *begun, size_t count, Diag *diag, Sink **out);

/* Would an article of this day and path go to another file than the one that is open? Then that one wants to be sealed
 * first. */
bool sink_moves(Sink *sink, Day date, Text path);
Status sink_put(Sink *sink, Day date, Text path, Text bytes);
/* Is it time to seal? */
bool sink_is_due(const Sink *sink);
/* All that was put is in its file now; *end is that file's length, 0 when no file is open. */
Status sink_seal(Sink *sink, int64_t *end);
/* To be called when it has been noted that a sealed file is complete: the file of one article takes its name. */
Status sink_settle(Sink *sink);
/* The file that is open, as in SinkFile.name; "-": standard output; empty: none. Until the next call. */
Text sink_output(const Sink *sink);

/* These forget the sink, which has been sealed. */
Status sink_close(Sink *sink, int64_t *end); /* gives all files their tails and names; *end as in sink_seal */
Status sink_park(Sink *sink);                /* leaves all as it is, for a later run; or as FILE.part, with its tail */
void sink_discard(Sink *sink); /* after a failure: keeps what a later run may go on with, and nothing else */

#endif
