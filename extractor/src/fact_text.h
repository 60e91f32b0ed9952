/* Facts as lines that can be compared and read. */
#ifndef FACT_TEXT_H
#define FACT_TEXT_H

#include "fact.h"
#include "turtle.h"

/* One line a fact, sorted: `Award Actual agent "ministry" object "bonuses" quantity 12 exactly of recipient date
 * 1956-03-29`. */
void fact_texts(const Ontology *ontology, const Facts *facts, Arena *arena, Texts *out);

/* The same lines for the events that Turtle describes, with the labels of one language. */
void fact_texts_expected(const Ontology *ontology, const Triples *triples, Lang lang, Arena *arena, Texts *out);

#endif
