/* Where the variables of a query occur, and which of them have a value in every solution. */
#ifndef QUERY_SCOPE_H
#define QUERY_SCOPE_H

#include "sparql.h"

/* Is this round bracket one of an expression, a call or a SELECT item, and not a list or a path? */
bool scope_is_expression(const SparqlTokens *tokens, size_t bracket);
bool scope_in_expression(const SparqlTokens *tokens, size_t at);

/* Does a pattern between the tokens `begin` and `end` mention the variable? Expressions do not count, `AS ?x` does. */
bool scope_mentions(const SparqlTokens *tokens, Text variable, size_t begin, size_t end);

/* Does the group that opens at `group` give the variable a value in every solution, by what stands before `end`? */
bool scope_binds(const SparqlTokens *tokens, Text variable, size_t group, size_t end);

/* Does a VALUES that stands in the group itself, before `end`, give the variable a value in each of its rows? */
bool scope_lists(const SparqlTokens *tokens, Text variable, size_t group, size_t end);

/* Has the expression in tokens `begin` to `end` (exclusive) a value in every solution of `group` up to `before`? */
bool scope_is_total(const SparqlTokens *tokens, size_t begin, size_t end, size_t group, size_t before);

/* The end (exclusive) of the argument that starts at token `begin` inside the bracket `open`. */
size_t scope_argument_end(const SparqlTokens *tokens, size_t open, size_t begin);

#endif
