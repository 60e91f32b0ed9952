/* RDF files of any size, read statement by statement. */
#ifndef RDFSTREAM_H
#define RDFSTREAM_H

#include "turtle.h"

/* Is called for each statement, in the order of the file. The triple's texts are gone when it returns. */
typedef void RdfVisit(void *context, const Triple *triple);

/* Reads a file whose name ends in .ttl, .nt, .nq or .rdf (the graphs of .nq are passed over) and keeps no more of it
 * than a few statements at a time. What `visit` keeps goes to `arena`. What is wrong is told; then DATELINE_IO, or
 * DATELINE_USAGE for a name that ends otherwise. */
Status rdfstream_read(Text path, RdfVisit *visit, void *context, Arena *arena, Diag *diag);

/* For `bytes` of Turtle up to its end or to where more has to be read (`ended`: nothing follows): the byte behind the
 * last statement that is whole. */
size_t rdfstream_whole_statements(Text bytes, bool ended);

#endif
