/* The statements of an article as bytes of an RDF syntax. */
#ifndef WRITER_H
#define WRITER_H

#include "buffer.h"
#include "turtle.h"

typedef struct Writer Writer; /* for one thread at a time */

/* `base` is where the data lives: Turtle names it once, then writes short IRIs. Both it and `diag` outlive the writer.
 */
Status writer_create(dateline_format format, Text base, Diag *diag, Writer **out);
void writer_release(Writer *writer); /* NULL does nothing */

/* A file is a head, the bytes of any number of articles, and a tail. */
void writer_head(const Writer *writer, Buffer *out);
/* The statements of one article: valid terms, grouped by subject and then by predicate. */
Status writer_article(Writer *writer, const Triples *triples, Text graph_name, Buffer *out);
void writer_tail(const Writer *writer, Buffer *out);

#endif
