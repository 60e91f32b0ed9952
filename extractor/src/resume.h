/* Where a run that was cut off is to go on. */
#ifndef RESUME_H
#define RESUME_H

#include "manifest.h"
#include "sink.h"

typedef struct Resume {
    size_t keep;            /* bytes of the manifest that are good; 0: there is nothing to go on from */
    bool finished;          /* the run came to its end */
    size_t last;            /* index of the last input that is done; 0: none is */
    Buffer last_input;      /* its path, */
    Buffer last_sha256;     /* and its digest */
    dateline_counts counts; /* what came of the inputs so far */
    VECTOR(SinkFile) files; /* that were begun; of a file for each article, only one that may not have its name yet */
} Resume;

/* Reads the manifest at `path`, if there is one. One of another program, of other rules or of another shard is told:
 * DATELINE_USAGE. */
Status resume_read(Text path, const ManifestIdentity *identity, dateline_per per, Arena *arena, Diag *diag,
                   Resume *out);
void resume_release(Resume *resume);

#endif
