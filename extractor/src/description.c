/* Owns where the counts of a description come from: from the run itself, or from what it has left. It neither counts
 * nor writes. */
#include "description.h"

#include "delivery.h"
#include "joining.h"

static Status count_again(const dateline_output *output, Dataset *dataset, Arena *arena, Diag *diag, DatasetRun *out) {
    Arena page = {.exhausted = arena->exhausted};
    Status status = joining_count(delivery_manifest(output, arena), output, dataset, arena, &page, diag, out);
    arena_release(&page);
    return status;
}

Status description_write(const Dataset *counted, size_t count, bool resumed, DatasetRun *run,
                         const dateline_output *output, Arena *arena, Diag *diag) {
    Dataset dataset = {.arena = arena};
    run->ended = time(NULL);
    if (resumed) {
        TRY(count_again(output, &dataset, arena, diag, run));
    }
    for (size_t i = 0; i < count && !resumed; i++) {
        dataset_sum(&dataset, &counted[i]);
    }
    return dataset_write(&dataset, run, output, arena, diag);
}
