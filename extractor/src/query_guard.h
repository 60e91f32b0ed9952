/* Which SPARQL queries the embedded engine (rasqal 0.9.33) may be trusted with. */
#ifndef QUERY_GUARD_H
#define QUERY_GUARD_H

#include "sparql.h"
#include "table_output.h"

typedef enum Aggregate {
    AGGREGATE_NONE, /* a plain variable */
    AGGREGATE_COUNT,
    AGGREGATE_SUM,
    AGGREGATE_AVG,
    AGGREGATE_MIN,
    AGGREGATE_MAX,
    AGGREGATE_SAMPLE,
} Aggregate;

typedef struct Column {
    Text name; /* without its question mark */
    Aggregate aggregate;
} Column;

/* What has to be known of a query to run it. */
typedef struct QueryShape {
    VECTOR(Column) columns; /* of a SELECT; the engine names none where there is no solution */
    Shorthands prefixes;    /* "dl:" and its IRI, as the query declares them */
    bool aggregates;
    bool grouped;
    Text ask; /* of a SELECT that aggregates: the ASK query over the same pattern */
} QueryShape;

/* Lets a query pass if the engine answers it rightly on any data. What it answers wrongly, crashes on or cannot run is
 * told, and the advice to ask an external store; then DATELINE_USAGE. Syntax that the engine itself refuses may pass.
 */
Status query_guard(Text name, Text query, Arena *arena, Diag *diag, QueryShape *out);

#endif
