/* Cuts SPARQL into tokens and pairs the brackets. It knows the spelling of the language, and nothing of its grammar. */
#include "sparql.h"

#include <string.h>

typedef struct Scan {
    Text name;
    Text text;
    size_t at;
    Diag *diag;
} Scan;

static int peek(const Scan *scan, size_t ahead) {
    return scan->at + ahead < scan->text.length ? (unsigned char)scan->text.at[scan->at + ahead] : -1;
}

static bool is_digit(int c) {
    return c >= '0' && c <= '9';
}

static bool is_letter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

static bool is_word_part(int c) {
    return is_letter(c) || is_digit(c) || c == '_';
}

static bool is_name_part(int c) {
    return is_word_part(c) || c == '-' || c == '.';
}

static bool is_one_of(int c, const char *set) {
    return c > 0 && strchr(set, c);
}

static Status fail(const Scan *scan, size_t at, const char *message) {
    diag_error(scan->diag, place_of(scan->name, scan->text, at), "%s", message);
    return DATELINE_USAGE;
}

static void skip_space_and_comments(Scan *scan) {
    while (is_one_of(peek(scan, 0), " \t\r\n#")) {
        if (peek(scan, 0) == '#') {
            while (peek(scan, 0) >= 0 && !is_one_of(peek(scan, 0), "\r\n")) {
                scan->at++;
            }
        } else {
            scan->at++;
        }
    }
}

/* The length of the IRI that starts here; 0: the `<` is an operator. */
static size_t iri_length(const Scan *scan) {
    for (size_t length = 1;; length++) {
        int c = peek(scan, length);
        if (c == '>') {
            return length + 1;
        }
        if (c <= ' ' || is_one_of(c, "<\"{}|^`")) {
            return 0;
        }
    }
}

/* The length of the string that starts here; 0: it does not end. */
static size_t string_length(const Scan *scan) {
    int quote = peek(scan, 0);
    bool is_long = peek(scan, 1) == quote && peek(scan, 2) == quote;
    for (size_t at = is_long ? 3 : 1; peek(scan, at) >= 0; at++) {
        int c = peek(scan, at);
        if (c == '\\') {
            at++;
        } else if (!is_long && is_one_of(c, "\r\n")) {
            return 0;
        } else if (c == quote && !is_long) {
            return at + 1;
        } else if (c == quote && peek(scan, at + 1) == quote && peek(scan, at + 2) == quote) {
            return at + 3;
        }
    }
    return 0;
}

static size_t digits_length(const Scan *scan, size_t from) {
    size_t length = 0;
    while (is_digit(peek(scan, from + length))) {
        length++;
    }
    return length;
}

/* The length of the number that starts here; 0: there is none. */
static size_t number_length(const Scan *scan) {
    size_t sign = is_one_of(peek(scan, 0), "+-");
    size_t length = sign + digits_length(scan, sign);
    size_t whole = length - sign;
    size_t fraction = peek(scan, length) == '.' ? digits_length(scan, length + 1) : 0;
    if (fraction) {
        length += 1 + fraction;
    }
    if (whole + fraction == 0) {
        return 0;
    }
    if (is_one_of(peek(scan, length), "eE")) {
        size_t exponent_sign = is_one_of(peek(scan, length + 1), "+-");
        size_t exponent = digits_length(scan, length + 1 + exponent_sign);
        length += exponent ? 1 + exponent_sign + exponent : 0;
    }
    return length;
}

static size_t run_length(const Scan *scan, size_t from, bool (*belongs)(int)) {
    size_t length = 0;
    while (belongs(peek(scan, from + length))) {
        length++;
    }
    return length;
}

/* The length of a local name: a full stop at its end is the sentence's. */
static size_t local_length(const Scan *scan, size_t from) {
    size_t length = 0;
    for (;;) {
        int c = peek(scan, from + length);
        if (c == '\\' && peek(scan, from + length + 1) > ' ') {
            length += 2;
        } else if (is_name_part(c) || c == ':' || c == '%') {
            length++;
        } else {
            break;
        }
    }
    while (length && peek(scan, from + length - 1) == '.') {
        length--;
    }
    return length;
}

static size_t mark_length(const Scan *scan) {
    static const char *const DOUBLE[] = {"&&", "||", "!=", "<=", ">=", "^^"};
    for (size_t i = 0; i < sizeof DOUBLE / sizeof *DOUBLE; i++) {
        if (peek(scan, 0) == DOUBLE[i][0] && peek(scan, 1) == DOUBLE[i][1]) {
            return 2;
        }
    }
    return is_one_of(peek(scan, 0), "{}()[].,;=<>!+-*/|^?") ? 1 : 0;
}

/* What begins with a letter, a colon or `_:`. */
static size_t word_or_name(const Scan *scan, SparqlKind *kind) {
    size_t prefix = run_length(scan, 0, is_name_part);
    if (peek(scan, prefix) == ':') {
        *kind = prefix == 1 && peek(scan, 0) == '_' ? SPARQL_BLANK : SPARQL_NAME;
        return prefix + 1 + local_length(scan, prefix + 1);
    }
    *kind = SPARQL_WORD;
    return run_length(scan, 0, is_word_part);
}

/* The length and kind of the token that starts here; 0: there is none. */
static size_t measure(const Scan *scan, SparqlKind *kind) {
    int c = peek(scan, 0);
    size_t length = 0;
    if (is_one_of(c, "\"'")) {
        *kind = SPARQL_STRING;
        return string_length(scan);
    }
    if (is_letter(c) || is_one_of(c, ":_")) {
        return word_or_name(scan, kind);
    }
    if (c == '<' && (length = iri_length(scan))) {
        *kind = SPARQL_IRI;
    } else if (is_one_of(c, "?$") && (length = run_length(scan, 1, is_word_part))) {
        *kind = SPARQL_VARIABLE;
        length += 1;
    } else if (c == '@' && (length = run_length(scan, 1, is_name_part))) {
        *kind = SPARQL_LANGUAGE;
        length += 1;
        length -= peek(scan, length - 1) == '.';
    } else if ((length = number_length(scan))) {
        *kind = SPARQL_NUMBER;
    } else {
        *kind = SPARQL_MARK;
        length = mark_length(scan);
    }
    return length;
}

static bool opens(const SparqlToken *token) {
    return sparql_is_mark(token, "{") || sparql_is_mark(token, "(") || sparql_is_mark(token, "[");
}

static const char *closing(const SparqlToken *token) {
    return sparql_is_mark(token, "{") ? "}" : sparql_is_mark(token, "(") ? ")" : "]";
}

static bool closes(const SparqlToken *token) {
    return sparql_is_mark(token, "}") || sparql_is_mark(token, ")") || sparql_is_mark(token, "]");
}

static Status pair_brackets(const Scan *scan, SparqlTokens *tokens) {
    size_t open = SPARQL_NONE;
    for (size_t i = 0; i < tokens->count; i++) {
        SparqlToken *token = &tokens->items[i];
        token->parent = open;
        token->partner = SPARQL_NONE;
        if (opens(token)) {
            open = i;
        } else if (closes(token)) {
            if (open == SPARQL_NONE || !sparql_is_mark(token, closing(&tokens->items[open]))) {
                return fail(scan, (size_t)(token->text.at - scan->text.at), "this bracket closes nothing");
            }
            token->partner = open;
            tokens->items[open].partner = i;
            token->parent = open = tokens->items[open].parent;
        }
    }
    if (open != SPARQL_NONE) {
        return fail(scan, (size_t)(tokens->items[open].text.at - scan->text.at), "this bracket is not closed");
    }
    return DATELINE_OK;
}

Status sparql_tokens(Text name, Text query, Arena *arena, Diag *diag, SparqlTokens *out) {
    Scan scan = {.name = name, .text = query, .diag = diag};
    for (skip_space_and_comments(&scan); scan.at < query.length; skip_space_and_comments(&scan)) {
        SparqlKind kind;
        size_t length = measure(&scan, &kind);
        if (length == 0) {
            return fail(&scan, scan.at, kind == SPARQL_STRING ? "this string does not end" : "not SPARQL");
        }
        *VECTOR_PUSH(arena, out) = (SparqlToken){.kind = kind, .text = text_slice(query, scan.at, scan.at + length)};
        scan.at += length;
    }
    return pair_brackets(&scan, out);
}

bool sparql_is_word(const SparqlToken *token, const char *word) {
    return token->kind == SPARQL_WORD && text_equal_nocase(token->text, text_from(word));
}

bool sparql_is_mark(const SparqlToken *token, const char *mark) {
    return token->kind == SPARQL_MARK && text_equal(token->text, text_from(mark));
}

bool sparql_same_variable(Text a, Text b) {
    return text_equal(text_after(a, 1), text_after(b, 1));
}
