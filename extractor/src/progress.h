/* How far a run has come, in words. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include "dateline.h"

/* "1234 articles, 5 skipped, 6789 facts, 87 articles/s, 1 h 05 min left", cut to `size`, NUL-terminated. */
void progress_line(const dateline_progress *progress, char *line, size_t size);

#endif
