/* Statements as text: Turtle, N-Triples and N-Quads. */
#ifndef RDFTEXT_H
#define RDFTEXT_H

#include "buffer.h"
#include "turtle.h"

typedef struct Prefix {
    const char *name;
    const char *space;
} Prefix;

/* The prefixes that every syntax with prefixes uses. */
extern const Prefix rdftext_prefixes[];
extern const size_t rdftext_prefix_count;

/* What stands at the top of a Turtle file. */
void rdftext_turtle_head(Buffer *out, Text base);
/* Statements in Turtle: grouped by subject, then by predicate, as they come. IRIs under `base` are written without it.
 */
void rdftext_turtle(Buffer *out, Text base, const Triples *triples);
/* One line a statement; with a graph name N-Quads, with an empty one N-Triples. */
void rdftext_lines(Buffer *out, const Triples *triples, Text graph_name);

#endif
