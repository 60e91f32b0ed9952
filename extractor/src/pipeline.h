/* The whole program as one loop. */
#ifndef PIPELINE_H
#define PIPELINE_H

#include "dataset.h"
#include "discourse.h"
#include "graph.h"
#include "match.h"
#include "reader.h"
#include "writer.h"

/* What every article is read with. Nothing in it changes while articles are read. */
typedef struct Tools {
    const Ontology *ontology;
    const Lexicon *lexicon;
    const Ruleset *rules;
    GraphOptions graph;
} Tools;

/* What an article becomes. */
typedef struct Product {
    Buffer bytes; /* in the syntax of the writer */
    Day date;
    size_t facts; /* events that it reports */
    size_t triples;
} Product;

/* One article, from its bytes to its RDF, whose statements `dataset` counts (NULL: nobody does). DATELINE_SKIPPED: it
 * is none, and why is told. Whatever goes wrong, the next one may be tried. */
Status pipeline_article(const Tools *tools, const RawArticle *raw, Matcher *matcher, Writer *writer, Dataset *dataset,
                        Arena *page, Diag *diag, Product *out);

/* Does the same with each article of an input, one after the other. DATELINE_SKIPPED goes on to the next; anything else
 * but DATELINE_OK ends the run. */
typedef Status PipelineVisit(void *context, const Tools *tools, Matcher *matcher, const Document *document, Arena *page,
                             Diag *diag);
Status pipeline_visit(const Tools *tools, const ReaderOptions *input, Arena *page, Diag *diag, PipelineVisit *visit,
                      void *context);

/* Tells, once a run, that there was something that the rules did not read. */
void pipeline_tell_tally(const MatchTally *tally, Diag *diag);

/* The mentions of all sentences of one segmented article. */
Status pipeline_tag(const Tools *tools, const Document *document, Arena *page, Diag *diag, Discourse *out);

/* One segmented article as facts; `only` NULL: by all rules. */
Status pipeline_facts(const Tools *tools, Matcher *matcher, const Document *document, const Rule *only, Arena *page,
                      Diag *diag, Facts *out);

/* The same as a report and as statements; *graph_name is the article's IRI. */
Status pipeline_graph(const Tools *tools, Matcher *matcher, const Document *document, Arena *page, Diag *diag,
                      Report *report, Triples *out, Text *graph_name);

#endif
