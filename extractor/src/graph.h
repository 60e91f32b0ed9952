/* A report as RDF statements, in a fixed order. */
#ifndef GRAPH_H
#define GRAPH_H

#include "claims.h"
#include "turtle.h"

typedef struct GraphOptions {
    Text base; /* https://w3id.org/dateline/id/ */
    bool with_text;
} GraphOptions;

/* The statements of one article, grouped by subject, no two alike; each term is valid (IRI characters, language tag,
 * lexical form, UTF-8): a term that is not is left out and told. *graph_name is the article's IRI, for quads. */
Status graph_build(const Ontology *ontology, const GraphOptions *options, const Report *report, Arena *arena,
                   Diag *diag, Triples *out, Text *graph_name);

#endif
