/* The part of the query guard that looks at expressions: calls, operators, FILTER and BIND. */
#include "query_guard_parts.h"

#include <string.h>

/* ---- calls ---- */

/* Does a regular expression mean the same to rasqal (POSIX, by bytes) as to SPARQL (by characters)? `quoted` is a
 * string as the query has it. */
static bool is_plain_regex(Text quoted) {
    static const char SAFE[] = " _,;:'!@#%&=<>/~-^$|()*+?[]";
    Text text = text_slice(quoted, 1, quoted.length - 1);
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        bool alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!alphanumeric && (c == '\0' || !strchr(SAFE, c))) {
            return false;
        }
        char previous = i ? text.at[i - 1] : '\0';
        bool negated = c == '^' && previous == '[';
        bool lazy_or_special = c == '?' && previous && strchr("*+?(", previous);
        if (negated || lazy_or_special) {
            return false;
        }
    }
    return true;
}

static bool is_single_string(const Guard *guard, size_t begin, size_t end) {
    return end == begin + 1 && guard_token(guard, begin)->kind == SPARQL_STRING;
}

static bool is_regex_answered(const Guard *guard, size_t open) {
    size_t close = guard_token(guard, open)->partner;
    size_t subject_end = scope_argument_end(guard->tokens, open, open + 1);
    size_t pattern_end = scope_argument_end(guard->tokens, open, subject_end + 1);
    if (!is_single_string(guard, subject_end + 1, pattern_end) ||
        !is_plain_regex(guard_token(guard, subject_end + 1)->text)) {
        return false;
    }
    Text flags = guard_token(guard, pattern_end + 1)->text;
    return pattern_end == close || (is_single_string(guard, pattern_end + 1, close) &&
                                    (text_equal(flags, TEXT("\"i\"")) || text_equal(flags, TEXT("'i'"))));
}

static bool is_positive_integer(Text number) {
    for (size_t i = 0; i < number.length; i++) {
        if (number.at[i] < (i ? '0' : '1') || number.at[i] > '9') {
            return false;
        }
    }
    return true;
}

/* SUBSTR has no value where the text is shorter than its start, so only its beginning is asked for, with "" in reserve.
 */
static bool is_substr_answered(const Guard *guard, size_t open) {
    size_t close = guard_token(guard, open)->partner;
    size_t begin = scope_argument_end(guard->tokens, open, open + 1) + 1;
    size_t begin_end = scope_argument_end(guard->tokens, open, begin);
    bool starts_at_one = begin_end == begin + 1 && text_equal(guard_token(guard, begin)->text, TEXT("1"));
    bool has_length = begin_end + 2 == close && guard_token(guard, begin_end + 1)->kind == SPARQL_NUMBER &&
                      is_positive_integer(guard_token(guard, begin_end + 1)->text);
    Text reserve = guard_token(guard, close + 2)->text;
    bool has_reserve = guard_word(guard, open - 3, "COALESCE") && guard_mark(guard, close + 1, ",") &&
                       (text_equal(reserve, TEXT("\"\"")) || text_equal(reserve, TEXT("''"))) &&
                       guard_token(guard, open - 2)->partner == close + 3;
    return starts_at_one && has_length && has_reserve;
}

static Status check_calls(const Guard *guard) {
    for (size_t i = guard->form; i < guard->tokens->count; i++) {
        if (!guard_mark(guard, i + 1, "(")) {
            continue;
        }
        if (guard_word(guard, i, "REGEX") && !is_regex_answered(guard, i + 1)) {
            return guard_refuse(guard, i, "REGEX with a pattern beyond plain ASCII (CONTAINS and STRSTARTS work)");
        }
        if (guard_word(guard, i, "SUBSTR") && !is_substr_answered(guard, i + 1)) {
            return guard_refuse(guard, i, "SUBSTR other than COALESCE(SUBSTR(?text, 1, length), \"\")");
        }
    }
    return DATELINE_OK;
}

/* ---- operators ---- */

static const char *const COMPARISONS[] = {"=", "!=", "<", ">", "<=", ">="};

static bool is_operand_end(const Guard *guard, size_t at) {
    const SparqlToken *token = guard_token(guard, at);
    return token->kind == SPARQL_VARIABLE || token->kind == SPARQL_NUMBER || sparql_is_mark(token, ")");
}

static bool is_arithmetic(const Guard *guard, size_t at) {
    static const char *const OPERATORS[] = {"+", "-", "*", "/"};
    bool counts_all = guard_mark(guard, at, "*") && guard_mark(guard, at - 1, "(") && guard_mark(guard, at + 1, ")");
    return guard_any_mark(guard, at, OPERATORS, COUNT_OF(OPERATORS)) && !counts_all;
}

/* The engine works 10 - 3 - 2 and 1 + 2 * 3 out from the wrong end, and reads `?n -1` as two values. */
static Status check_arithmetic(const Guard *guard) {
    static const char *const SEPARATORS[] = {",", "&&", "||"};
    for (size_t open = 0; open < guard->tokens->count; open++) {
        bool seen = false;
        size_t close = scope_is_expression(guard->tokens, open) ? guard_token(guard, open)->partner : 0;
        for (size_t i = open + 1; i < close; i++) {
            const SparqlToken *token = guard_token(guard, i);
            if (token->parent != open) {
                continue;
            }
            bool is_signed = token->kind == SPARQL_NUMBER && strchr("+-", token->text.at[0]);
            if (is_signed && is_operand_end(guard, i - 1)) {
                return guard_refuse(guard, i, "a sign that touches the number behind it (?n - 1 works)");
            }
            if (is_arithmetic(guard, i) && seen) {
                return guard_refuse(guard, i, "two steps of arithmetic without brackets ((?a + ?b) + ?c works)");
            }
            bool separates = guard_any_mark(guard, i, SEPARATORS, COUNT_OF(SEPARATORS)) ||
                             guard_any_mark(guard, i, COMPARISONS, COUNT_OF(COMPARISONS));
            seen = !separates && (seen || is_arithmetic(guard, i));
        }
    }
    return DATELINE_OK;
}

/* Do the brackets around `at` lead up to FILTER or HAVING through nothing but && and ||? */
static bool only_filters(const Guard *guard, size_t at) {
    static const char *const CLAUSES[] = {"FILTER", "HAVING"};
    static const char *const BEFORE[] = {"(", "&&", "||"};
    static const char *const AFTER[] = {")", "&&", "||"};
    size_t open = guard_token(guard, at)->parent;
    while (open != SPARQL_NONE && !guard_any_word(guard, open - 1, CLAUSES, COUNT_OF(CLAUSES))) {
        if (!guard_any_mark(guard, open - 1, BEFORE, COUNT_OF(BEFORE)) ||
            !guard_any_mark(guard, guard_token(guard, open)->partner + 1, AFTER, COUNT_OF(AFTER))) {
            return false;
        }
        open = guard_token(guard, open)->parent;
    }
    return open != SPARQL_NONE;
}

/* "error && false" is false; the engine makes it an error. A filter drops the solution for either. */
static Status check_conjunctions(const Guard *guard) {
    for (size_t i = 0; i < guard->tokens->count; i++) {
        if (guard_mark(guard, i, "&&") && !only_filters(guard, i)) {
            return guard_refuse(guard, i, "&& under !, in a call or as a value (FILTER(... && ...) works)");
        }
    }
    return DATELINE_OK;
}

/* ---- FILTER and BIND ---- */

/* The end (exclusive) of the expression that starts at token `begin`: a bracket, or a call. */
static size_t constraint_end(const Guard *guard, size_t begin) {
    size_t open = guard_mark(guard, begin, "(") ? begin : begin + 1;
    return guard_mark(guard, open, "(") ? guard_token(guard, open)->partner + 1 : begin;
}

/* A filter sees its own group, and that of an OPTIONAL what the OPTIONAL is added to. The engine lets it see more. */
static bool is_seen(const Guard *guard, Text variable, size_t group) {
    if (scope_mentions(guard->tokens, variable, group, guard_token(guard, group)->partner)) {
        return true;
    }
    size_t outer = guard_token(guard, group)->parent;
    return guard_word(guard, group - 1, "OPTIONAL") && scope_mentions(guard->tokens, variable, outer, group);
}

static Status check_filter(const Guard *guard, size_t at) {
    size_t end = constraint_end(guard, at + 1);
    for (size_t i = at + 1; i < end; i++) {
        const SparqlToken *token = guard_token(guard, i);
        if (token->kind == SPARQL_VARIABLE && !is_seen(guard, token->text, guard_token(guard, at)->parent)) {
            return guard_refuse(guard, i, "a FILTER on a variable that its group does not mention");
        }
    }
    return DATELINE_OK;
}

/* Where a BIND's expression has no value the engine drops the whole solution. */
static Status check_bind(const Guard *guard, size_t at) {
    size_t close = guard_token(guard, at + 1)->partner;
    size_t group = guard_token(guard, at)->parent;
    bool has_name = guard_mark(guard, at + 1, "(") && close > at + 4 && guard_word(guard, close - 2, "AS");
    for (size_t i = at + 2; has_name && i < close - 2; i++) {
        const SparqlToken *token = guard_token(guard, i);
        if (token->kind == SPARQL_VARIABLE && !scope_mentions(guard->tokens, token->text, group, at)) {
            return guard_refuse(guard, i, "a BIND of a variable that its group does not mention before");
        }
    }
    if (has_name && !scope_is_total(guard->tokens, at + 2, close - 2, group, at)) {
        return guard_refuse(guard, at, "BIND of what may have no value (BIND(COALESCE(..., \"\") AS ?x) works)");
    }
    return DATELINE_OK;
}

Status guard_expressions(const Guard *guard) {
    TRY(check_calls(guard));
    TRY(check_arithmetic(guard));
    TRY(check_conjunctions(guard));
    for (size_t i = guard->where; i < guard->end; i++) {
        if (guard_word(guard, i, "FILTER")) {
            TRY(check_filter(guard, i));
        } else if (guard_word(guard, i, "BIND")) {
            TRY(check_bind(guard, i));
        }
    }
    return DATELINE_OK;
}
