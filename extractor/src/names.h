/* What names an article holds, and what the program takes each for. */
#ifndef NAMES_H
#define NAMES_H

#include "pipeline.h"

#include <stdio.h>

/* Writes a line that names the columns, and one line a name of the articles, with tabs between: file, offset (code
 * points from the file's first, a byte-order mark not counted), name, class, the lexicon's id, Wikidata's. The last two
 * are empty for what the lexicon does not know. The names in datelines come first. A name within a longer name has a
 * line of its own, unless it is that one's head. */
Status names_run(const Tools *tools, const ReaderOptions *input, Arena *page, Diag *diag, FILE *out);

#endif
