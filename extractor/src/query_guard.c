/* Refuses what rasqal 0.9.33 gets wrong, as found by comparing its answers with another engine's: here words and
 * patterns. It looks at tokens only: it is no parser, and leaves plain syntax errors to the engine. */
#include "query_guard.h"

#include "query_guard_parts.h"
#include "query_prefixes.h"

const SparqlToken *guard_token(const Guard *guard, size_t at) {
    static const SparqlToken none = {.kind = SPARQL_MARK, .parent = SPARQL_NONE, .partner = SPARQL_NONE};
    return at < guard->tokens->count ? &guard->tokens->items[at] : &none;
}

bool guard_word(const Guard *guard, size_t at, const char *word) {
    return sparql_is_word(guard_token(guard, at), word);
}

bool guard_mark(const Guard *guard, size_t at, const char *mark) {
    return sparql_is_mark(guard_token(guard, at), mark);
}

bool guard_any_word(const Guard *guard, size_t at, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (guard_word(guard, at, words[i])) {
            return true;
        }
    }
    return false;
}

bool guard_any_mark(const Guard *guard, size_t at, const char *const *marks, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (guard_mark(guard, at, marks[i])) {
            return true;
        }
    }
    return false;
}

Status guard_refuse(const Guard *guard, size_t at, const char *what) {
    size_t byte = at < guard->tokens->count ? (size_t)(guard_token(guard, at)->text.at - guard->query.at) : 0;
    diag_error(guard->diag, place_of(guard->name, guard->query, byte),
               "the embedded engine does not answer %s: load the Turtle into a SPARQL store and ask there", what);
    return DATELINE_USAGE;
}

static const char *const KNOWN_WORDS[] = {
    "a",      "ABS",      "AS",     "ASC",    "ASK",      "AVG",         "BASE",      "BIND",     "BOUND",
    "BY",     "COALESCE", "COUNT",  "DESC",   "DISTINCT", "CONSTRUCT",   "CONTAINS",  "false",    "FILTER",
    "GROUP",  "HAVING",   "IF",     "IN",     "ISBLANK",  "ISIRI",       "ISLITERAL", "ISURI",    "LANG",
    "LIMIT",  "MAX",      "MIN",    "NOT",    "OFFSET",   "LANGMATCHES", "OPTIONAL",  "ORDER",    "PREFIX",
    "REGEX",  "REDUCED",  "SAMPLE", "SELECT", "STR",      "STRENDS",     "STRLEN",    "SAMETERM", "STRSTARTS",
    "SUBSTR", "SUM",      "true",   "UNDEF",  "UNION",    "VALUES",      "WHERE",
};

/* A way round, for words that many queries use. */
static const struct {
    const char *word;
    const char *what;
} ADVICE[] = {
    {"FROM", "FROM (the graph is made of the files named after the query)"},
    {"GRAPH", "GRAPH (all files are one graph)"},
    {"LCASE", "LCASE of letters beyond ASCII (REGEX(?text, \"word\", \"i\") works)"},
    {"UCASE", "UCASE of letters beyond ASCII (REGEX(?text, \"word\", \"i\") works)"},
    {"YEAR", "YEAR of an xsd:date (STRSTARTS(STR(?date), \"1956\") works)"},
};

static Status refuse_word(const Guard *guard, size_t at) {
    for (size_t i = 0; i < COUNT_OF(ADVICE); i++) {
        if (guard_word(guard, at, ADVICE[i].word)) {
            return guard_refuse(guard, at, ADVICE[i].what);
        }
    }
    return guard_refuse(guard, at, text_c_string(guard->arena, guard_token(guard, at)->text));
}

static Status check_words(const Guard *guard) {
    for (size_t i = 0; i < guard->tokens->count; i++) {
        if (guard_token(guard, i)->kind == SPARQL_WORD &&
            !guard_any_word(guard, i, KNOWN_WORDS, COUNT_OF(KNOWN_WORDS))) {
            return refuse_word(guard, i);
        }
    }
    return DATELINE_OK;
}

/* The pattern is the last group of the query: before it only the template of a CONSTRUCT can stand. */
static Status find_pattern(Guard *guard) {
    static const char *const FORMS[] = {"SELECT", "ASK", "CONSTRUCT"};
    size_t count = guard->tokens->count;
    for (guard->form = 0; guard->form < count; guard->form++) {
        if (guard_any_word(guard, guard->form, FORMS, COUNT_OF(FORMS))) {
            break;
        }
    }
    for (size_t i = guard->form; i < count; i++) {
        if (guard_mark(guard, i, "{") && guard_token(guard, i)->parent == SPARQL_NONE) {
            guard->where = i;
            guard->end = guard_token(guard, i)->partner;
        }
    }
    if (guard->end == 0) {
        diag_error(guard->diag, (Place){guard->name, 1, 1},
                   "not a SELECT, ASK or CONSTRUCT query with a pattern in {}");
        return DATELINE_USAGE;
    }
    return DATELINE_OK;
}

/* The engine compares a relative IRI as it stands, and finds nothing. */
static Status check_iris(const Guard *guard) {
    bool has_base = false;
    for (size_t i = 0; i < guard->tokens->count; i++) {
        const SparqlToken *token = guard_token(guard, i);
        has_base = has_base || sparql_is_word(token, "BASE");
        if (token->kind == SPARQL_IRI && !has_base && !text_contains(token->text, TEXT(":"))) {
            return guard_refuse(guard, i, "a relative IRI without BASE");
        }
    }
    return DATELINE_OK;
}

static Status check_sub_select(const Guard *guard) {
    for (size_t i = guard->form + 1; i < guard->tokens->count; i++) {
        if (guard_word(guard, i, "SELECT")) {
            return guard_refuse(guard, i, "a SELECT inside a query");
        }
    }
    return DATELINE_OK;
}

static Status check_paths(const Guard *guard) {
    static const char *const OPERATORS[] = {"/", "|", "^", "*", "+", "?", "!"};
    for (size_t i = guard->where; i < guard->end; i++) {
        if (guard_any_mark(guard, i, OPERATORS, COUNT_OF(OPERATORS)) && !scope_in_expression(guard->tokens, i)) {
            return guard_refuse(guard, i, "a property path");
        }
    }
    return DATELINE_OK;
}

static Status check_values(const Guard *guard) {
    for (size_t i = guard->form; i < guard->tokens->count; i++) {
        if (!guard_word(guard, i, "VALUES")) {
            continue;
        }
        if (guard_token(guard, i)->parent == SPARQL_NONE) {
            return guard_refuse(guard, i, "VALUES after the pattern");
        }
        bool has_two = guard_mark(guard, i + 1, "(") && guard_token(guard, i + 1)->partner >= i + 4;
        if (!has_two) {
            return guard_refuse(guard, i, "VALUES of a single variable (FILTER(?x IN (...)) works)");
        }
    }
    return DATELINE_OK;
}

/* Is there a triple or a group in `group` before the token `at`? */
static bool is_preceded(const Guard *guard, size_t group, size_t at) {
    for (size_t i = group + 1; i < at; i++) {
        const SparqlToken *token = guard_token(guard, i);
        bool is_term = token->kind == SPARQL_VARIABLE || token->kind == SPARQL_NAME || token->kind == SPARQL_IRI;
        if (token->parent == group && (is_term || sparql_is_mark(token, "{"))) {
            return true;
        }
    }
    return false;
}

/* An OPTIONAL with nothing before it yields one empty solution where it finds nothing; the engine yields none. */
static Status check_optional(const Guard *guard) {
    for (size_t i = guard->where; i < guard->end; i++) {
        if (guard_word(guard, i, "OPTIONAL") && !is_preceded(guard, guard_token(guard, i)->parent, i)) {
            return guard_refuse(guard, i, "OPTIONAL at the start of a group");
        }
    }
    return DATELINE_OK;
}

Status query_guard(Text name, Text query, Arena *arena, Diag *diag, QueryShape *out) {
    SparqlTokens tokens = {0};
    TRY(sparql_tokens(name, query, arena, diag, &tokens));
    Guard guard = {.name = name, .query = query, .tokens = &tokens, .arena = arena, .diag = diag, .shape = out};
    TRY(check_words(&guard));
    TRY(find_pattern(&guard));
    out->prefixes = query_prefixes(&tokens, arena);
    TRY(check_iris(&guard));
    TRY(check_sub_select(&guard));
    TRY(check_values(&guard));
    TRY(check_paths(&guard));
    TRY(check_optional(&guard));
    TRY(guard_expressions(&guard));
    TRY(guard_joins(&guard));
    return guard_rows(&guard);
}
