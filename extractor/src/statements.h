/* Statements as they are collected: valid, each once, and in the end in a fixed order. */
#ifndef STATEMENTS_H
#define STATEMENTS_H

#include "table.h"
#include "terms.h"

typedef struct Statement {
    Triple triple;
    size_t subject;  /* how many subjects were met before its own */
    size_t rank;     /* of its predicate */
    size_t sequence; /* how many statements were made before it */
} Statement;

typedef struct Statements {
    Arena *arena;
    Diag *diag;
    Place place; /* named when a term is left out */
    Table subjects;
    Table made;
    VECTOR(Statement) list;
} Statements;

/* Each adds a statement, unless it was made before or a term of it is not valid: that is told. An empty object is no
 * statement. */
void state_iri(Statements *statements, Text subject, Text predicate, Text object);
void state_text(Statements *statements, Text subject, Text predicate, Text text, const char *language); /* NULL: none */
void state_exact(Statements *statements, Text subject, Text predicate, Text text,
                 const char *language); /* line ends kept */
void state_typed(Statements *statements, Text subject, Text predicate, Text form, Text datatype);
void state_count(Statements *statements, Text subject, Text predicate, size_t count);
void state_type(Statements *statements, Text subject, Text class_iri); /* rdf:type */

/* Subjects as they were first met, predicates as the vocabulary lists them, objects as they were stated. */
void statements_finish(Statements *statements, Triples *out);

#endif
