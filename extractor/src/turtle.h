/* Turtle read into memory, through raptor: for the ontology and for the mappings and expectations of rule files. */
#ifndef TURTLE_H
#define TURTLE_H

#include "diag.h"

typedef enum TermKind { TERM_IRI, TERM_BLANK, TERM_LITERAL } TermKind;

typedef struct Term {
    TermKind kind;
    Text text;     /* IRI, blank node label (`_:a` is "a", `[]` is a label that no author can write), or lexical form */
    Text language; /* literals only */
    Text datatype; /* literals only: IRI, or empty */
} Term;

typedef struct Triple {
    Term subject;
    Term predicate;
    Term object;
} Triple;

typedef VECTOR(Triple) Triples;

/* Reads many small pieces of Turtle under the same prefixes, which are parsed once. */
typedef struct TurtleReader TurtleReader;

/* `prefixes` is Turtle text (ontology/prefixes.ttl), or empty. On DATELINE_RULES and DATELINE_MEMORY *out is NULL. */
Status turtle_open(Text prefixes, Arena *arena, Diag *diag, TurtleReader **out);
/* The same for graphs of any syntax that we write, whole ones, whose statements turtle_read then hands out; the graph
 * names of N-Quads are passed over. */
Status turtle_open_as(dateline_format format, Arena *arena, Diag *diag, TurtleReader **out);
void turtle_close(TurtleReader *reader); /* NULL is allowed */

/* Parses `bytes` and appends their triples, what stands in [ ] before the statement that it stands in; their texts are
 * copied to `arena`. A syntax error is told with its line in `file` (counted from `first_line`, the line on which bytes
 * begin) and answers DATELINE_RULES. A prefix that bytes declare stays declared. Without memory it answers
 * DATELINE_MEMORY and does not jump. */
Status turtle_read(TurtleReader *reader, Text file, size_t first_line, Text bytes, Arena *arena, Diag *diag,
                   Triples *out);

/* The same for one piece alone. */
Status turtle_parse(Text file, size_t first_line, Text prefixes, Text bytes, Arena *arena, Diag *diag, Triples *out);

bool term_is(Term term, const char *iri);

#endif
