/* The whole program as one loop. */
#ifndef PIPELINE_H
#define PIPELINE_H

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

/* Reads every article of the input and writes what it reports. DATELINE_SKIPPED: some input was refused; DATELINE_IO:
 * some could not be read. */
Status pipeline_run(const Tools *tools, const ReaderOptions *input, Arena *page, Diag *diag, Writer *writer);

/* What is done with each article. DATELINE_SKIPPED goes on to the next; anything else but DATELINE_OK ends the run. */
typedef Status PipelineVisit(void *context, const Tools *tools, Matcher *matcher, const Document *document, Arena *page,
                             Diag *diag);
Status pipeline_visit(const Tools *tools, const ReaderOptions *input, Arena *page, Diag *diag, PipelineVisit *visit,
                      void *context);

/* The mentions of all sentences of one segmented article. */
Status pipeline_tag(const Tools *tools, const Document *document, Arena *page, Diag *diag, Discourse *out);

/* One segmented article as facts; `only` NULL: by all rules. */
Status pipeline_facts(const Tools *tools, Matcher *matcher, const Document *document, const Rule *only, Arena *page,
                      Diag *diag, Facts *out);

#endif
