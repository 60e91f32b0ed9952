/* Reads scopes off the tokens of a query: what stands in which group, and what is bound there for certain. It refuses
 * nothing itself; when in doubt its answer is "not certain". */
#include "query_scope.h"

static const SparqlToken *token_at(const SparqlTokens *tokens, size_t at) {
    static const SparqlToken none = {.kind = SPARQL_MARK, .parent = SPARQL_NONE, .partner = SPARQL_NONE};
    return at < tokens->count ? &tokens->items[at] : &none;
}

bool scope_is_expression(const SparqlTokens *tokens, size_t bracket) {
    const SparqlToken *token = token_at(tokens, bracket);
    if (!sparql_is_mark(token, "(")) {
        return false;
    }
    if (token->parent == SPARQL_NONE || scope_is_expression(tokens, token->parent)) {
        return true;
    }
    const SparqlToken *previous = token_at(tokens, bracket - 1);
    if (previous->kind == SPARQL_WORD) {
        return !sparql_is_word(previous, "a") && !sparql_is_word(previous, "VALUES");
    }
    bool named = previous->kind == SPARQL_IRI || previous->kind == SPARQL_NAME;
    return named && sparql_is_word(token_at(tokens, bracket - 2), "FILTER");
}

bool scope_in_expression(const SparqlTokens *tokens, size_t at) {
    return scope_is_expression(tokens, token_at(tokens, at)->parent);
}

static bool is_variable(const SparqlToken *token, Text variable) {
    return token->kind == SPARQL_VARIABLE && sparql_same_variable(token->text, variable);
}

bool scope_mentions(const SparqlTokens *tokens, Text variable, size_t begin, size_t end) {
    for (size_t i = begin; i < end; i++) {
        if (is_variable(token_at(tokens, i), variable) &&
            (!scope_in_expression(tokens, i) || sparql_is_word(token_at(tokens, i - 1), "AS"))) {
            return true;
        }
    }
    return false;
}

/* The innermost curly bracket around a token of a triple pattern; SPARQL_NONE where the token is none of a triple
 * pattern. */
static size_t pattern_group(const SparqlTokens *tokens, size_t at) {
    size_t parent = token_at(tokens, at)->parent;
    while (parent != SPARQL_NONE && !sparql_is_mark(token_at(tokens, parent), "{")) {
        if (scope_is_expression(tokens, parent) || sparql_is_word(token_at(tokens, parent - 1), "VALUES")) {
            return SPARQL_NONE;
        }
        parent = token_at(tokens, parent)->parent;
    }
    return parent;
}

/* Does the chain `{…} UNION {…}` that starts with the group `first` bind the variable in each branch? */
static bool union_binds(const SparqlTokens *tokens, Text variable, size_t first) {
    for (size_t group = first;;) {
        size_t close = token_at(tokens, group)->partner;
        if (!scope_binds(tokens, variable, group, close)) {
            return false;
        }
        if (!sparql_is_word(token_at(tokens, close + 1), "UNION")) {
            return true;
        }
        group = close + 2;
    }
}

/* A name given by BIND; what the guard lets through always has a value. */
static bool is_bind_target(const SparqlTokens *tokens, size_t at, size_t group) {
    size_t parent = token_at(tokens, at)->parent;
    return sparql_is_word(token_at(tokens, at - 1), "AS") && sparql_is_word(token_at(tokens, parent - 1), "BIND") &&
           token_at(tokens, parent)->parent == group;
}

bool scope_binds(const SparqlTokens *tokens, Text variable, size_t group, size_t end) {
    for (size_t i = group + 1; i < end; i++) {
        const SparqlToken *token = token_at(tokens, i);
        if (is_variable(token, variable) && (pattern_group(tokens, i) == group || is_bind_target(tokens, i, group))) {
            return true;
        }
        if (sparql_is_mark(token, "{") && token->parent == group) {
            const SparqlToken *previous = token_at(tokens, i - 1);
            bool starts = !sparql_is_word(previous, "OPTIONAL") && !sparql_is_word(previous, "UNION") &&
                          !sparql_is_mark(previous, ")"); /* the rows of VALUES */
            if (starts && union_binds(tokens, variable, i)) {
                return true;
            }
            i = token->partner;
        }
    }
    return false;
}

static bool has_undefined(const SparqlTokens *tokens, size_t rows) {
    for (size_t i = rows; i < token_at(tokens, rows)->partner; i++) {
        if (sparql_is_word(token_at(tokens, i), "UNDEF")) {
            return true;
        }
    }
    return false;
}

bool scope_lists(const SparqlTokens *tokens, Text variable, size_t group, size_t end) {
    for (size_t i = group + 1; i < end; i++) {
        size_t bracket = token_at(tokens, i)->parent;
        if (is_variable(token_at(tokens, i), variable) && sparql_is_word(token_at(tokens, bracket - 1), "VALUES") &&
            token_at(tokens, bracket)->parent == group &&
            !has_undefined(tokens, token_at(tokens, bracket)->partner + 1)) {
            return true;
        }
    }
    return false;
}

size_t scope_argument_end(const SparqlTokens *tokens, size_t open, size_t begin) {
    size_t close = token_at(tokens, open)->partner;
    for (size_t i = begin; i < close; i++) {
        if (token_at(tokens, i)->parent == open && sparql_is_mark(token_at(tokens, i), ",")) {
            return i;
        }
    }
    return close;
}

static bool is_constant(const SparqlToken *token) {
    return token->kind == SPARQL_STRING || token->kind == SPARQL_NUMBER || token->kind == SPARQL_IRI ||
           token->kind == SPARQL_NAME || sparql_is_word(token, "true") || sparql_is_word(token, "false");
}

static bool last_argument_is_total(const SparqlTokens *tokens, size_t open, size_t group, size_t before) {
    size_t close = token_at(tokens, open)->partner;
    size_t begin = open + 1;
    size_t end = scope_argument_end(tokens, open, begin);
    while (end < close) {
        begin = end + 1;
        end = scope_argument_end(tokens, open, begin);
    }
    return scope_is_total(tokens, begin, end, group, before);
}

bool scope_is_total(const SparqlTokens *tokens, size_t begin, size_t end, size_t group, size_t before) {
    static const char *const OF_VARIABLE[] = {"STR", "ISIRI", "ISURI", "ISBLANK", "ISLITERAL"};
    const SparqlToken *first = token_at(tokens, begin);
    const SparqlToken *second = token_at(tokens, begin + 1);
    if (end == begin + 1 && first->kind == SPARQL_VARIABLE) {
        return scope_binds(tokens, first->text, group, before);
    }
    if (is_constant(first) && (end == begin + 1 || (end == begin + 2 && second->kind == SPARQL_LANGUAGE) ||
                               (end == begin + 3 && sparql_is_mark(second, "^^")))) {
        return true;
    }
    if (first->kind != SPARQL_WORD || !sparql_is_mark(second, "(") || second->partner + 1 != end) {
        return false;
    }
    if (sparql_is_word(first, "BOUND")) {
        return true;
    }
    if (sparql_is_word(first, "COALESCE")) {
        return last_argument_is_total(tokens, begin + 1, group, before);
    }
    for (size_t i = 0; i < sizeof OF_VARIABLE / sizeof *OF_VARIABLE; i++) {
        if (sparql_is_word(first, OF_VARIABLE[i]) && token_at(tokens, begin + 2)->kind == SPARQL_VARIABLE) {
            return scope_is_total(tokens, begin + 2, second->partner, group, before);
        }
    }
    return false;
}
