/* What the files that build a graph share; nobody else includes it. */
#ifndef GRAPH_PARTS_H
#define GRAPH_PARTS_H

#include "graph.h"
#include "identity.h"
#include "statements.h"

typedef struct Graph {
    const Ontology *ontology;
    const GraphOptions *options;
    const Report *report;
    Identities ids;
    Statements statements;
    VECTOR(Thing) filed; /* what datelines or the lexicon name and the report does not */
} Graph;

Text graph_day_type(Day day);                                        /* the datatype that is as precise as the day */
void graph_day(Graph *graph, Text subject, Text predicate, Day day); /* nothing, if its year is 0 */
Text graph_entry(Graph *graph, const Entry *entry);                  /* its IRI; it is described, or about to be */
/* The agency that sent a dispatch, described or about to be; empty: none is named. */
Text graph_agency(Graph *graph, const Dispatch *dispatch);

void graph_events(Graph *graph);  /* events with their quantities, their claims, and the spans that bear these out */
void graph_history(Graph *graph); /* changes of bodies and places, posts of persons, as far as the lexicon knows them */
void graph_direct(Graph *graph);  /* the plain triples of what actually happened */

#endif
