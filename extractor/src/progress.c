/* Puts progress into words. It neither counts nor prints. */
#include "progress.h"

#include <stdio.h>
#include <string.h>

enum { MINUTE = 60, HOUR = 60 * MINUTE, DAY = 24 * HOUR };

static void add_time(double seconds, char *line, size_t size) {
    long left = seconds < 1e9 ? (long)(seconds + 0.5) : (long)1e9;
    if (left < MINUTE) {
        snprintf(line, size, ", %ld s left", left);
    } else if (left < HOUR) {
        snprintf(line, size, ", %ld min left", (left + MINUTE / 2) / MINUTE);
    } else if (left < DAY) {
        snprintf(line, size, ", %ld h %02ld min left", left / HOUR, left % HOUR / MINUTE);
    } else {
        snprintf(line, size, ", %ld d %ld h left", left / DAY, left % DAY / HOUR);
    }
}

void progress_line(const dateline_progress *progress, char *line, size_t size) {
    const dateline_counts *counts = &progress->counts;
    double done = (double)(progress->inputs - progress->resumed);
    double rate = progress->seconds > 0 ? done / progress->seconds : 0;
    snprintf(line, size, "%zu article%s, ", counts->articles, counts->articles == 1 ? "" : "s");
    size_t used = strlen(line);
    if (counts->skipped) {
        snprintf(line + used, size - used, "%zu skipped, ", counts->skipped);
        used = strlen(line);
    }
    snprintf(line + used, size - used, "%zu fact%s, %.*f articles/s", counts->facts, counts->facts == 1 ? "" : "s",
             rate < 10 ? 1 : 0, rate);
    used = strlen(line);
    if (rate > 0 && progress->total > progress->inputs) {
        add_time((double)(progress->total - progress->inputs) / rate, line + used, size - used);
    }
}
