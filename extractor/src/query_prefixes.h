/* What the PREFIX lines of a query declare. */
#ifndef QUERY_PREFIXES_H
#define QUERY_PREFIXES_H

#include "sparql.h"
#include "table_output.h"

/* "dl:" and its IRI, as slices of the query. */
Shorthands query_prefixes(const SparqlTokens *tokens, Arena *arena);

#endif
