/* The part of the query guard that looks at what is made of the solutions: columns, groups and their order. */
#include "query_guard_parts.h"

static const struct {
    const char *word;
    Aggregate aggregate;
} AGGREGATES[] = {
    {"COUNT", AGGREGATE_COUNT}, {"SUM", AGGREGATE_SUM}, {"AVG", AGGREGATE_AVG},
    {"MIN", AGGREGATE_MIN},     {"MAX", AGGREGATE_MAX}, {"SAMPLE", AGGREGATE_SAMPLE},
};

static Aggregate aggregate_at(const Guard *guard, size_t at) {
    for (size_t i = 0; i < COUNT_OF(AGGREGATES); i++) {
        if (guard_word(guard, at, AGGREGATES[i].word)) {
            return AGGREGATES[i].aggregate;
        }
    }
    return AGGREGATE_NONE;
}

/* Does `(COUNT(?x) AS ?n)` open at this token, the whole of a column? */
static bool is_aggregate_column(const Guard *guard, size_t open) {
    size_t close = guard_token(guard, open)->partner;
    return guard_mark(guard, open, "(") && guard_token(guard, open)->parent == SPARQL_NONE && open < guard->where &&
           aggregate_at(guard, open + 1) && guard_mark(guard, open + 2, "(") &&
           guard_token(guard, open + 2)->partner + 3 == close && guard_word(guard, close - 2, "AS");
}

/* The engine takes a variable without a value for one more value. */
static bool is_argument_answered(const Guard *guard, size_t open) {
    const SparqlToken *argument = guard_token(guard, open + 1);
    bool is_single = guard_token(guard, open)->partner == open + 2;
    bool is_star = aggregate_at(guard, open - 1) == AGGREGATE_COUNT && sparql_is_mark(argument, "*");
    return is_single && (is_star || (argument->kind == SPARQL_VARIABLE &&
                                     scope_binds(guard->tokens, argument->text, guard->where, guard->end)));
}

static Status check_aggregates(const Guard *guard) {
    for (size_t i = 0; i < guard->tokens->count; i++) {
        if (!aggregate_at(guard, i)) {
            continue;
        }
        if (!is_aggregate_column(guard, i - 1)) {
            return guard_refuse(guard, i,
                                "an aggregate that is no column of its own (name it in SELECT, use the name)");
        }
        if (guard_word(guard, i + 2, "DISTINCT")) {
            return guard_refuse(guard, i + 2, "DISTINCT in an aggregate");
        }
        if (!is_argument_answered(guard, i + 1)) {
            return guard_refuse(guard, i, "an aggregate of what may have no value (COUNT(*) works)");
        }
    }
    return DATELINE_OK;
}

/* The token where a clause such as GROUP BY starts; SPARQL_NONE: the query has none. */
static size_t find_clause(const Guard *guard, const char *word) {
    for (size_t i = guard->end; i < guard->tokens->count; i++) {
        if (guard_word(guard, i, word) && guard_token(guard, i)->parent == SPARQL_NONE) {
            return i;
        }
    }
    return SPARQL_NONE;
}

/* The end (exclusive) of the clause that starts at `at`. */
static size_t clause_end(const Guard *guard, size_t at) {
    static const char *const CLAUSES[] = {"GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET"};
    size_t end = at + 1;
    while (end < guard->tokens->count && !guard_any_word(guard, end, CLAUSES, COUNT_OF(CLAUSES))) {
        end++;
    }
    return end;
}

/* Does a column or key in tokens `begin` to `end` consist of just this variable, or give it its name? */
static bool is_named(const Guard *guard, Text variable, size_t begin, size_t end) {
    for (size_t i = begin; i < end; i++) {
        const SparqlToken *token = guard_token(guard, i);
        if (token->kind == SPARQL_VARIABLE && sparql_same_variable(token->text, variable) &&
            (token->parent == SPARQL_NONE || guard_word(guard, i - 1, "AS"))) {
            return true;
        }
    }
    return false;
}

static Status check_group_keys(const Guard *guard, size_t group) {
    for (size_t i = group + 2; group != SPARQL_NONE && i < clause_end(guard, group); i++) {
        if (guard_token(guard, i)->kind != SPARQL_VARIABLE) {
            return guard_refuse(guard, i, "GROUP BY of an expression (BIND it to a variable, group by that)");
        }
    }
    return DATELINE_OK;
}

/* A query that aggregates has no columns but aggregates and the variables that it groups by. */
static Status check_columns(const Guard *guard, size_t group) {
    for (size_t i = guard->form + 1; i < guard->where; i++) {
        const SparqlToken *token = guard_token(guard, i);
        bool is_key = token->kind == SPARQL_VARIABLE && group != SPARQL_NONE &&
                      is_named(guard, token->text, group, clause_end(guard, group));
        if (is_aggregate_column(guard, i)) {
            i = token->partner;
        } else if (!is_key && token->kind != SPARQL_WORD) {
            return guard_refuse(guard, i, "a column that is neither an aggregate nor a variable of GROUP BY");
        }
    }
    return DATELINE_OK;
}

static void add_column(const Guard *guard, Text variable, Aggregate aggregate) {
    Column column = {.name = text_after(variable, 1), .aggregate = aggregate};
    *VECTOR_PUSH(guard->arena, &guard->shape->columns) = column;
}

static bool has_column(const Guard *guard, Text variable) {
    for (size_t i = 0; i < guard->shape->columns.count; i++) {
        if (text_equal(guard->shape->columns.items[i].name, text_after(variable, 1))) {
            return true;
        }
    }
    return false;
}

/* `SELECT *`: every variable that the pattern mentions. */
static void add_all_columns(const Guard *guard) {
    for (size_t i = guard->where; i < guard->end; i++) {
        Text variable = guard_token(guard, i)->text;
        if (guard_token(guard, i)->kind == SPARQL_VARIABLE && !has_column(guard, variable) &&
            scope_mentions(guard->tokens, variable, i, i + 1)) {
            add_column(guard, variable, AGGREGATE_NONE);
        }
    }
}

static void read_columns(const Guard *guard) {
    for (size_t i = guard->form + 1; i < guard->where; i++) {
        const SparqlToken *token = guard_token(guard, i);
        if (sparql_is_mark(token, "(")) {
            Aggregate aggregate = is_aggregate_column(guard, i) ? aggregate_at(guard, i + 1) : AGGREGATE_NONE;
            add_column(guard, guard_token(guard, token->partner - 1)->text, aggregate);
            i = token->partner;
        } else if (token->kind == SPARQL_VARIABLE) {
            add_column(guard, token->text, AGGREGATE_NONE);
        } else if (sparql_is_mark(token, "*")) {
            add_all_columns(guard);
        }
    }
}

static bool has_aggregates(const Guard *guard) {
    for (size_t i = guard->form; i < guard->where; i++) {
        if (aggregate_at(guard, i)) {
            return true;
        }
    }
    return false;
}

static Text asked_pattern(const Guard *guard) {
    size_t begin = (size_t)(guard_token(guard, guard->where)->text.at - guard->query.at);
    size_t end = (size_t)(guard_token(guard, guard->end)->text.at - guard->query.at) + 1;
    size_t prologue = (size_t)(guard_token(guard, guard->form)->text.at - guard->query.at);
    return text_join(guard->arena, text_join(guard->arena, text_slice(guard->query, 0, prologue), TEXT("ASK ")),
                     text_slice(guard->query, begin, end));
}

static Status check_groups(const Guard *guard) {
    size_t group = find_clause(guard, "GROUP");
    size_t having = find_clause(guard, "HAVING");
    TRY(check_group_keys(guard, group));
    if (has_aggregates(guard)) {
        guard->shape->aggregates = true;
        guard->shape->grouped = group != SPARQL_NONE;
        guard->shape->ask = asked_pattern(guard);
        TRY(check_columns(guard, group));
    } else if (group != SPARQL_NONE) {
        return guard_refuse(guard, group, "GROUP BY without an aggregate (SELECT DISTINCT works)");
    }
    if (having != SPARQL_NONE && group == SPARQL_NONE) {
        return guard_refuse(guard, having, "HAVING without GROUP BY");
    }
    for (size_t i = having; having != SPARQL_NONE && i < clause_end(guard, having); i++) {
        const SparqlToken *token = guard_token(guard, i);
        if (token->kind == SPARQL_VARIABLE && !is_named(guard, token->text, guard->form, guard->where)) {
            return guard_refuse(guard, i, "HAVING of a variable that is no column");
        }
    }
    return DATELINE_OK;
}

/* Is the variable a column whose expression always has a value? */
static bool is_total_column(const Guard *guard, Text variable) {
    for (size_t i = guard->form; i < guard->where; i++) {
        size_t close = guard_token(guard, i)->partner;
        if (guard_mark(guard, i, "(") && guard_token(guard, i)->parent == SPARQL_NONE &&
            is_named(guard, variable, close - 1, close)) {
            return is_aggregate_column(guard, i) ||
                   scope_is_total(guard->tokens, i + 1, close - 2, guard->where, guard->end);
        }
    }
    return false;
}

static bool is_ordering_key(const Guard *guard, size_t begin, size_t end) {
    const SparqlToken *first = guard_token(guard, begin);
    if (end == begin + 1 && first->kind == SPARQL_VARIABLE &&
        (is_total_column(guard, first->text) || scope_lists(guard->tokens, first->text, guard->where, guard->end))) {
        return true;
    }
    return scope_is_total(guard->tokens, begin, end, guard->where, guard->end);
}

static bool is_aggregate_name(const Guard *guard, Text variable) {
    for (size_t i = guard->form; i < guard->where; i++) {
        size_t close = guard_token(guard, i)->partner;
        if (is_aggregate_column(guard, i) && is_named(guard, variable, close - 1, close)) {
            return true;
        }
    }
    return false;
}

/* One key of ORDER BY: tokens `begin` to `end`. */
typedef struct OrderKey {
    size_t begin;
    size_t end;
    bool descends;
} OrderKey;

/* The engine puts a group where the values of the group behind it belong. That does no harm where the groups already
 * stand in that order: they do by the variables of GROUP BY, from the first one on. `next`: the one that may follow. */
static bool is_group_order(const Guard *guard, const OrderKey *key, size_t group, size_t *next) {
    const SparqlToken *token = guard_token(guard, key->begin);
    if (key->end != key->begin + 1 || token->kind != SPARQL_VARIABLE) {
        return false;
    }
    if (is_aggregate_name(guard, token->text)) {
        return *next == group + 2;
    }
    const SparqlToken *wanted = guard_token(guard, (*next)++);
    return !key->descends && wanted->kind == SPARQL_VARIABLE && sparql_same_variable(token->text, wanted->text);
}

/* The key of ORDER BY that starts at token `begin`, without its brackets; `behind`: where the next one starts. */
static OrderKey read_order_key(const Guard *guard, size_t begin, size_t *behind) {
    bool directed = guard_word(guard, begin, "ASC") || guard_word(guard, begin, "DESC");
    size_t start = begin + directed;
    size_t call = start + (guard_token(guard, start)->kind != SPARQL_VARIABLE && !guard_mark(guard, start, "("));
    bool bracketed = guard_mark(guard, call, "(");
    bool whole = bracketed && call == start;
    *behind = bracketed ? guard_token(guard, call)->partner + 1 : start + 1;
    return (OrderKey){start + whole, *behind - whole, guard_word(guard, begin, "DESC")};
}

/* Solutions without a value for a key come out in a wrong place, and the keys behind it are not looked at. */
static Status check_order(const Guard *guard) {
    size_t order = find_clause(guard, "ORDER");
    size_t group = find_clause(guard, "GROUP");
    if (order == SPARQL_NONE) {
        return DATELINE_OK;
    }
    if (guard_word(guard, guard->form + 1, "DISTINCT") || guard_word(guard, guard->form + 1, "REDUCED")) {
        return guard_refuse(guard, order, "ORDER BY together with DISTINCT (GROUP BY with COUNT(*) works)");
    }
    size_t next = group == SPARQL_NONE ? group : group + 2;
    size_t end = clause_end(guard, order);
    for (size_t begin = order + 2; begin < end;) {
        size_t behind;
        OrderKey key = read_order_key(guard, begin, &behind);
        if (!is_ordering_key(guard, key.begin, key.end)) {
            return guard_refuse(guard, begin, "ORDER BY of what may have no value (COALESCE(?x, \"\") works)");
        }
        if (group != SPARQL_NONE && !is_group_order(guard, &key, group, &next)) {
            return guard_refuse(guard, begin,
                                "ORDER BY of groups other than by aggregates first, then by the variables of GROUP BY "
                                "as they stand there");
        }
        begin = behind;
    }
    return DATELINE_OK;
}

Status guard_rows(const Guard *guard) {
    TRY(check_aggregates(guard));
    TRY(check_groups(guard));
    TRY(check_order(guard));
    if (guard_word(guard, guard->form, "SELECT")) {
        read_columns(guard);
    }
    return DATELINE_OK;
}
