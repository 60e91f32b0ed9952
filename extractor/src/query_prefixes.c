/* Reads the PREFIX lines of a query from its tokens, and no more of it. */
#include "query_prefixes.h"

Shorthands query_prefixes(const SparqlTokens *tokens, Arena *arena) {
    Shorthands prefixes = {0};
    for (size_t i = 0; i + 2 < tokens->count; i++) {
        const SparqlToken *iri = &tokens->items[i + 2];
        if (sparql_is_word(&tokens->items[i], "PREFIX") && iri->kind == SPARQL_IRI) {
            Shorthand prefix = {tokens->items[i + 1].text, text_slice(iri->text, 1, iri->text.length - 1)};
            *VECTOR_PUSH(arena, &prefixes) = prefix;
        }
    }
    return prefixes;
}
