/* The parameters of a query: variables that are given a value before the query is asked. */
#ifndef QUERY_PARAMS_H
#define QUERY_PARAMS_H

#include "diag.h"
#include "turtle.h"

/* As a query declares it in the comments at its head, one a line: `# $year = "1956" # the year`. */
typedef struct Parameter {
    Text name;        /* without its dollar sign */
    bool is_optional; /* it has a value when none is given */
    Term value;       /* that value: a plain value that is given becomes a term of its kind */
    Text written;     /* the same, as the query has it */
    Text note;        /* what is said of it behind the second # */
} Parameter;

typedef VECTOR(Parameter) Parameters;

Parameters params_declared(Text query, Arena *arena);

/* Puts terms in place of the parameters of `query`, the text of `file`. Each of `given` is name=value, behind the last
 * is NULL (NULL: none); a value is <IRI>, "text", "text"@en, "1956"^^<IRI>, or plain: then it is an IRI or a literal as
 * the declared value is, and without one a text. No value can add more to the query than one term. What is no such
 * value, fits no parameter or is missing is told; then DATELINE_USAGE. */
Status params_fill(Text file, Text query, const char *const *given, Arena *arena, Diag *diag, Text *out);

#endif
