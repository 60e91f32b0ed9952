/* Whether what was sent is there. */
#ifndef STORE_CHECK_H
#define STORE_CHECK_H

#include "query_remote.h"

/* The claims of a load, in a file without a name. */
typedef struct Check {
    FILE *claims;
    size_t count;
} Check;

Status check_open(Check *check, Diag *diag);
void check_close(Check *check);
Status check_add(Check *check, Text graph, Text claim, Diag *diag); /* `graph` empty: the default graph */

/* Is a SPARQL endpoint at this address? What answers instead is told; then DATELINE_IO. */
Status check_endpoint(Http *http, Text endpoint, Arena *arena, Diag *diag);
/* Asks the endpoint for each claim by its name; those that are not there are told, the first of them by name. */
Status check_run(Check *check, Http *http, Text endpoint, Arena *arena, Diag *diag, size_t *missing);

#endif
