/* Statements to a file, article by article, in bounded memory. */
#ifndef WRITER_H
#define WRITER_H

#include "turtle.h"

typedef struct Writer Writer;

/* `path` empty or "-": standard output. A file is written beside its name and takes the name in writer_close; what
 * exists and is no plain file (a device, a pipe) is written to directly. `base` is where the data lives: Turtle names
 * it once, then writes short IRIs. */
Status writer_open(Text path, dateline_format format, Text base, Diag *diag, Writer **out);
/* The statements of one article: valid terms, grouped by subject and then by predicate. */
Status writer_write(Writer *writer, const Triples *triples, Text graph_name);
/* Finishes the output and forgets the writer. DATELINE_IO when any write failed; told once. Then nothing takes the
 * name. */
Status writer_close(Writer *writer);
void writer_discard(Writer *writer);

#endif
