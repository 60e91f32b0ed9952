/* The stores of others: a query to a SPARQL endpoint. */
#ifndef QUERY_REMOTE_H
#define QUERY_REMOTE_H

#include "http.h"
#include "query_results.h"

/* Asks question->endpoint the query `text`, its parameters filled in, that came from `path`, and writes the answer to
 * standard output: CSV, JSON and graphs as they come, a table when all of it is there. */
Status query_remote(Text path, Text text, const dateline_question *question, Arena *arena, Diag *diag);

/* Sends a query by the SPARQL 1.1 protocol; what is answered other than 2xx is told; then DATELINE_IO. */
Status query_send(Http *http, Text endpoint, Text query, const char *accept, bool whole, Arena *arena, Diag *diag,
                  HttpReply *out);
/* Is an answer to a SELECT or ASK in JSON? If not, it is told; then DATELINE_IO. */
Status query_check_json(Text endpoint, const HttpReply *reply, Diag *diag);

#define QUERY_JSON "application/sparql-results+json"

#endif
