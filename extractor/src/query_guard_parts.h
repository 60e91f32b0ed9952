/* What the checks of the query guard share. */
#ifndef QUERY_GUARD_PARTS_H
#define QUERY_GUARD_PARTS_H

#include "query_guard.h"
#include "query_scope.h"

typedef struct Guard {
    Text name;
    Text query;
    const SparqlTokens *tokens;
    Arena *arena;
    Diag *diag;
    QueryShape *shape;
    size_t form;  /* SELECT, ASK or CONSTRUCT: a token's index, as are the rest */
    size_t where; /* the bracket that opens the pattern */
    size_t end;   /* of the pattern: its closing bracket */
} Guard;

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

const SparqlToken *guard_token(const Guard *guard, size_t at); /* an empty mark beyond either end */
bool guard_word(const Guard *guard, size_t at, const char *word);
bool guard_mark(const Guard *guard, size_t at, const char *mark);
bool guard_any_word(const Guard *guard, size_t at, const char *const *words, size_t count);
bool guard_any_mark(const Guard *guard, size_t at, const char *const *marks, size_t count);

/* Tells that the engine does not answer `what`, which stands at token `at`; its value is DATELINE_USAGE. */
Status guard_refuse(const Guard *guard, size_t at, const char *what);

/* Calls, operators, FILTER and BIND. */
Status guard_expressions(const Guard *guard);
/* Triples, and what they are joined with. */
Status guard_joins(const Guard *guard);
/* SELECT, aggregates, GROUP BY, HAVING and ORDER BY. */
Status guard_rows(const Guard *guard);

#endif
