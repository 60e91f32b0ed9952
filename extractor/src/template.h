/* A rule's mapping: Turtle with ?variables, as events with slots in their roles. */
#ifndef TEMPLATE_H
#define TEMPLATE_H

#include "rules.h"
#include "turtle.h"

/* Reads the `fact` lines of a rule whose slots are known. Errors are told where the lines stand; then DATELINE_RULES.
 */
Status template_read(const Ontology *ontology, TurtleReader *turtle, Rule *rule, Arena *arena, Arena *building,
                     Diag *diag);

/* The lines of a block that have this key, as one text whose line breaks fall where they do in the file. */
Text block_text(Arena *arena, const RuleBlock *block, const char *key, size_t from_line, size_t to_line,
                size_t *first_line);

/* A reader for the Turtle of rule files. */
Status template_turtle_open(Arena *arena, Diag *diag, TurtleReader **out);
/* Turtle of a rule file as triples; ?name stands as the IRI <var:name>. */
Status template_triples(TurtleReader *reader, Text file, size_t first_line, Text turtle, Arena *arena, Diag *diag,
                        Triples *out);

#endif
