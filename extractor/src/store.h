/* Graphs into a store. */
#ifndef STORE_H
#define STORE_H

#include "pipeline.h"

/* Sends what `count` paths hold or report, as dateline_load says. */
Status store_load(const Tools *tools, const dateline_store *store, const char *const *paths, size_t count, Arena *page,
                  Diag *diag, dateline_loaded *result);

#endif
