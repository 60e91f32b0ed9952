/* Which part of the input this process takes, where several share it. */
#ifndef SHARD_H
#define SHARD_H

#include "diag.h"

/* Number `number` of `count` shards takes the inputs at which (index - 1) % count is number - 1. */
typedef struct Shard {
    size_t number; /* 1..count */
    size_t count;
} Shard;

/* "2/4", or "auto": as Slurm or Open MPI tell this process. What is no shard is told and answers DATELINE_USAGE. */
Status shard_parse(Text word, Diag *diag, Shard *out);
/* Is the input at `index`, from 1, one of this shard's? */
bool shard_takes(Shard shard, size_t index);

#endif
