/* Queries as files: where they are, and which come with the program. */
#ifndef QUERY_TEXT_H
#define QUERY_TEXT_H

#include "diag.h"

#include <stdio.h>

/* The text of a file, or of standard input ("-"): UTF-8 without byte-order mark and without NUL. What it is not is
 * told; then DATELINE_IO. */
Status query_text_read(Text path, Arena *arena, Diag *diag, Text *out);

/* The path of the query that `name` stands for: a name without a full stop and a slash is looked for among the queries
 * that come with the program (in the folder `data`, or where world_find finds it), any other is the path itself. */
Status query_text_find(Text data, Text name, Arena *arena, Diag *diag, Text *path);

/* Writes the queries that come with the program: name, first line of comment, parameters. */
Status query_text_list(Text data, Arena *arena, Diag *diag, FILE *stream);

#endif
