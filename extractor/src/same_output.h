/* What may be one happening, written down. */
#ifndef SAME_OUTPUT_H
#define SAME_OUTPUT_H

#include "same.h"
#include "writer.h"

#include <stdio.h>

/* A table with tabs under a line that names the columns: day, type, event, other event, what they share beside these,
 * article, other article, summary, other summary, evidence, other evidence (spans, with spaces between). */
void same_write_table(const Same *same, FILE *stream);

/* dl:sameHappening between the two, and a dl:Coincidence that names what they share and the claims it rests on. */
Status same_write_graph(const Same *same, Arena *arena, Diag *diag, Writer *writer, Buffer *out);

#endif
