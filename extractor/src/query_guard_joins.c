/* The part of the query guard that looks at how triples are joined.
 *
 * The engine holds one value a variable for the whole query. While it walks through the solutions of two or more
 * triples it takes what the earlier ones have bound for granted, though another part of the query (an OPTIONAL, a
 * UNION, a group, VALUES, what follows a BIND) may have given the variable another value since: then it invents
 * solutions. */
#include "query_guard_parts.h"

/* A run of triples that the engine walks through at once goes by the token where it starts. Every VALUES is a run of
 * its own. */
static size_t run_of(const Guard *guard, size_t at) {
    size_t group = guard_token(guard, at)->parent;
    while (group != SPARQL_NONE && !guard_mark(guard, group, "{")) {
        if (guard_word(guard, group - 1, "VALUES")) {
            return group;
        }
        at = group;
        group = guard_token(guard, group)->parent;
    }
    for (size_t i = at; i > group; i--) {
        bool divides = guard_mark(guard, i, "}") || guard_word(guard, i, "BIND");
        if (divides && guard_token(guard, i)->parent == group) {
            return i;
        }
    }
    return group;
}

static bool is_pattern_variable(const Guard *guard, size_t at) {
    return guard_token(guard, at)->kind == SPARQL_VARIABLE && !scope_in_expression(guard->tokens, at);
}

/* Does another triple of the same run begin after this token? Lists and brackets stand for triples too. */
static bool is_followed(const Guard *guard, size_t at) {
    static const char *const MORE[] = {";", ",", "[", "("};
    size_t run = run_of(guard, at);
    size_t group = guard_token(guard, at)->parent;
    if (!guard_mark(guard, group, "{")) {
        return true;
    }
    bool ended = false;
    for (size_t i = at + 1; i < guard_token(guard, group)->partner; i++) {
        const SparqlToken *token = guard_token(guard, i);
        if (token->parent != group || run_of(guard, i) != run || scope_in_expression(guard->tokens, i)) {
            continue;
        }
        if (guard_any_mark(guard, i, MORE, COUNT_OF(MORE)) && !scope_is_expression(guard->tokens, i)) {
            return true;
        }
        bool is_term = token->kind != SPARQL_MARK && token->kind != SPARQL_WORD;
        if (ended && is_term) {
            return true;
        }
        ended = ended || sparql_is_mark(token, ".") || sparql_is_word(token, "FILTER");
    }
    return false;
}

/* Do the two tokens stand in different branches of one UNION? Those are walked through one after the other. */
static bool are_alternatives(const Guard *guard, size_t a, size_t b) {
    for (size_t left = guard_token(guard, a)->parent; left != SPARQL_NONE; left = guard_token(guard, left)->parent) {
        size_t close = guard_token(guard, left)->partner;
        while (guard_mark(guard, left, "{") && guard_word(guard, close + 1, "UNION")) {
            size_t branch = close + 2;
            close = guard_token(guard, branch)->partner;
            if (b > branch && b < close) {
                return true;
            }
        }
    }
    return false;
}

static bool is_shared(const Guard *guard, size_t at) {
    Text variable = guard_token(guard, at)->text;
    for (size_t i = guard->where; i < guard->end; i++) {
        if (is_pattern_variable(guard, i) && sparql_same_variable(guard_token(guard, i)->text, variable) &&
            run_of(guard, i) != run_of(guard, at) && !are_alternatives(guard, at, i) &&
            !are_alternatives(guard, i, at)) {
            return true;
        }
    }
    return false;
}

/* Is this a group that neither OPTIONAL nor UNION calls for? The engine may or may not run it into its surroundings. */
static bool is_bare_group(const Guard *guard, size_t at) {
    static const char *const BEFORE[] = {"OPTIONAL", "UNION"};
    bool is_data =
        guard_mark(guard, at - 1, ")") && guard_word(guard, guard_token(guard, at - 1)->partner - 1, "VALUES");
    return guard_mark(guard, at, "{") && !is_data && !guard_any_word(guard, at - 1, BEFORE, COUNT_OF(BEFORE)) &&
           !guard_word(guard, guard_token(guard, at)->partner + 1, "UNION");
}

Status guard_joins(const Guard *guard) {
    for (size_t i = guard->where + 1; i < guard->end; i++) {
        if (is_bare_group(guard, i)) {
            return guard_refuse(guard, i, "a group within a group (without its brackets it works)");
        }
    }
    for (size_t i = guard->where; i < guard->end; i++) {
        if (is_pattern_variable(guard, i) && !guard_mark(guard, run_of(guard, i), "(") && is_followed(guard, i) &&
            is_shared(guard, i)) {
            return guard_refuse(guard, i,
                                "a pattern of several triples that shares a variable with an OPTIONAL, a UNION or "
                                "another group");
        }
    }
    return DATELINE_OK;
}
