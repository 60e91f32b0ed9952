/* The engine within: a query over files. */
#ifndef QUERY_H
#define QUERY_H

#include "diag.h"

/* Asks the files of `question` the query `text`, its parameters filled in, that came from `path`, and writes the
 * answer to standard output. */
Status query_files(Text path, Text text, const dateline_question *question, Arena *arena, Diag *diag);

#endif
