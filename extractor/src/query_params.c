/* Owns what a parameter is: how a query declares it, which term a value stands for, and where it is put. Values become
 * checked terms and go in token by token; nothing is pasted. */
#include "query_params.h"

#include "query_prefixes.h"
#include "query_term.h"
#include "terms.h"

#include <string.h>

typedef struct Filling {
    Text file;
    Text query;
    const SparqlTokens *tokens;
    Shorthands prefixes;
    Arena *arena;
    Diag *diag;
} Filling;

/* ---- terms as they are written ---- */

static const SparqlToken *token_at(const SparqlTokens *tokens, size_t at) {
    static const SparqlToken none = {.kind = SPARQL_MARK};
    return at < tokens->count ? &tokens->items[at] : &none;
}

/* The IRI of dl:Award, as the PREFIX lines of the query have it; empty: none. */
static Text expand(const Filling *filling, Text name) {
    size_t colon = text_find(name, TEXT(":"));
    for (size_t i = 0; colon != SIZE_MAX && i < filling->prefixes.count; i++) {
        const Shorthand *prefix = &filling->prefixes.items[i];
        if (text_equal(prefix->name, text_slice(name, 0, colon + 1))) {
            return text_join(filling->arena, prefix->iri, text_after(name, colon + 1));
        }
    }
    return (Text){0};
}

static Text iri_of(const Filling *filling, const SparqlToken *token) {
    return token->kind == SPARQL_IRI ? text_slice(token->text, 1, token->text.length - 1)
                                     : expand(filling, token->text);
}

/* The code point of the hexadecimal digits at the start of `text`; UINT32_MAX: they are not `count`. */
static uint32_t hexadecimal(Text text, size_t count) {
    uint32_t value = 0;
    for (size_t i = 0; i < count; i++) {
        static const char DIGITS[] = "0123456789abcdef";
        char lower = i < text.length && is_ascii_letter(text.at[i]) ? (char)(text.at[i] | 0x20) : '\0';
        char c = i < text.length && is_ascii_digit(text.at[i]) ? text.at[i] : lower;
        const char *digit = c ? strchr(DIGITS, c) : NULL;
        if (!digit) {
            return UINT32_MAX;
        }
        value = value * 16 + (uint32_t)(digit - DIGITS);
    }
    return value;
}

/* Resolves the escape at the start of `text`, which begins with a backslash. Its length; 0: it is none. */
static size_t unescape_one(Arena *arena, Text text, Bytes *out) {
    static const char LETTERS[] = "tbnrf\"'\\";
    static const char MEANINGS[] = "\t\b\n\r\f\"'\\";
    char c = text.length > 1 ? text.at[1] : '\0';
    const char *letter = c ? strchr(LETTERS, c) : NULL;
    if (letter) {
        *VECTOR_PUSH(arena, out) = MEANINGS[letter - LETTERS];
        return 2;
    }
    size_t count = c == 'u' ? 4 : c == 'U' ? 8 : 0;
    uint32_t code_point = count ? hexadecimal(text_after(text, 2), count) : UINT32_MAX;
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) {
        return 0;
    }
    char bytes[4];
    bytes_put(arena, out, (Text){bytes, utf8_encode(code_point, bytes)});
    return 2 + count;
}

/* What stands between the quotation marks of a string. */
static bool unquote(Arena *arena, Text quoted, Text *out) {
    size_t marks = quoted.length >= 6 && quoted.at[1] == quoted.at[0] && quoted.at[2] == quoted.at[0] ? 3 : 1;
    Text inner = text_slice(quoted, marks, quoted.length - marks);
    Bytes bytes = {0};
    for (size_t at = 0; at < inner.length;) {
        size_t length = inner.at[at] == '\\' ? unescape_one(arena, text_after(inner, at), &bytes) : 1;
        if (inner.at[at] != '\\') {
            *VECTOR_PUSH(arena, &bytes) = inner.at[at];
        }
        if (length == 0) {
            return false;
        }
        at += length;
    }
    *out = (Text){bytes.items, bytes.count};
    return true;
}

static bool read_string(const Filling *filling, const SparqlTokens *tokens, size_t first, Term *out) {
    const SparqlToken *next = token_at(tokens, first + 1);
    size_t behind = first + 1;
    out->kind = TERM_LITERAL;
    if (!unquote(filling->arena, token_at(tokens, first)->text, &out->text)) {
        return false;
    }
    if (next->kind == SPARQL_LANGUAGE) {
        out->language = text_after(next->text, 1);
        behind = first + 2;
    } else if (sparql_is_mark(next, "^^")) {
        out->datatype = iri_of(filling, token_at(tokens, first + 2));
        behind = first + 3;
        if (out->datatype.length == 0) {
            return false;
        }
    }
    return behind == tokens->count;
}

/* The term that is all of `tokens` from `first` on. */
static bool read_term(const Filling *filling, const SparqlTokens *tokens, size_t first, Term *out) {
    const SparqlToken *token = token_at(tokens, first);
    bool alone = first + 1 == tokens->count;
    *out = (Term){0};
    if (token->kind == SPARQL_STRING) {
        return read_string(filling, tokens, first, out);
    }
    if (token->kind == SPARQL_IRI || token->kind == SPARQL_NAME) {
        out->text = iri_of(filling, token);
        return alone && out->text.length;
    }
    if (token->kind == SPARQL_NUMBER) {
        bool whole = !text_contains(token->text, TEXT(".")) && !text_contains(token->text, TEXT("e"));
        *out = (Term){TERM_LITERAL, token->text, {0}, whole ? TEXT(XSD_NS "integer") : TEXT(XSD_NS "decimal")};
        return alone;
    }
    return false;
}

/* ---- declarations ---- */

/* `# $name`, or `# $name = term`, with a second # before what is said of it. */
static bool read_declaration(const Filling *filling, Text line, Parameter *out) {
    Text rest = text_trim(text_after(text_trim(line), 1));
    Diag silent = {0};
    SparqlTokens tokens = {0};
    if (!text_starts(rest, TEXT("$")) || sparql_tokens((Text){0}, rest, filling->arena, &silent, &tokens) ||
        token_at(&tokens, 0)->kind != SPARQL_VARIABLE) {
        return false;
    }
    const SparqlToken *last = token_at(&tokens, tokens.count - 1);
    size_t end = (size_t)(last->text.at - rest.at) + last->text.length;
    Text note = text_trim(text_after(rest, end));
    *out = (Parameter){.name = text_after(token_at(&tokens, 0)->text, 1), .is_optional = tokens.count > 1};
    out->note = note.length ? text_trim(text_after(note, 1)) : note;
    if (out->is_optional) {
        out->written = text_trim(text_slice(rest, (size_t)(token_at(&tokens, 2)->text.at - rest.at), end));
        return sparql_is_mark(token_at(&tokens, 1), "=") && read_term(filling, &tokens, 2, &out->value);
    }
    return true;
}

static Parameters read_head(const Filling *filling) {
    Parameters parameters = {0};
    for (Text rest = filling->query; rest.length;) {
        Text line = text_line(&rest);
        Parameter parameter;
        if (!text_starts(text_trim(line), TEXT("#")) && text_trim(line).length) {
            break;
        }
        if (read_declaration(filling, line, &parameter)) {
            *VECTOR_PUSH(filling->arena, &parameters) = parameter;
        }
    }
    return parameters;
}

Parameters params_declared(Text query, Arena *arena) {
    Diag silent = {0};
    SparqlTokens tokens = {0};
    if (sparql_tokens((Text){0}, query, arena, &silent, &tokens) != DATELINE_OK) {
        return (Parameters){0};
    }
    Filling filling = {{0}, query, &tokens, query_prefixes(&tokens, arena), arena, &silent};
    return read_head(&filling);
}

/* ---- values ---- */

static Status refuse(const Filling *filling, Text name, const char *why) {
    diag_error(filling->diag, (Place){.file = filling->file}, "parameter '%.*s' %s", TEXT_ARGS(name), why);
    return DATELINE_USAGE;
}

/* A plain value is of the kind of the value that the query has for it. */
static void read_plain(const Filling *filling, const Parameter *parameter, Text value, Term *out) {
    *out = parameter->value;
    if (!parameter->is_optional) {
        out->kind = TERM_LITERAL;
    }
    Text iri = out->kind == TERM_IRI ? expand(filling, value) : (Text){0};
    out->text = iri.length ? iri : value;
}

static Status read_value(const Filling *filling, Text value, Parameter *parameter) {
    bool is_written = text_starts(value, TEXT("\"")) || (text_starts(value, TEXT("<")) && text_ends(value, TEXT(">")));
    Term term;
    if (is_written) {
        Diag silent = {0};
        SparqlTokens tokens = {0};
        if (utf8_check(value) != SIZE_MAX || sparql_tokens((Text){0}, value, filling->arena, &silent, &tokens) ||
            !read_term(filling, &tokens, 0, &term)) {
            return refuse(filling, parameter->name,
                          "is given what is no term: <IRI>, \"text\", \"text\"@en or \"1956\"^^<IRI>");
        }
    } else {
        read_plain(filling, parameter, value, &term);
    }
    const char *fault = term_fault(&term);
    if (fault) {
        return refuse(filling, parameter->name,
                      text_c_string(filling->arena, text_format(filling->arena, "is given what %s", fault)));
    }
    parameter->value = term;
    parameter->is_optional = true;
    return DATELINE_OK;
}

static Parameter *find(Parameters *parameters, Text name) {
    for (size_t i = 0; i < parameters->count; i++) {
        if (text_equal(parameters->items[i].name, name)) {
            return &parameters->items[i];
        }
    }
    return NULL;
}

static bool is_variable(const Filling *filling, Text name) {
    for (size_t i = 0; i < filling->tokens->count; i++) {
        const SparqlToken *token = token_at(filling->tokens, i);
        if (token->kind == SPARQL_VARIABLE && text_equal(text_after(token->text, 1), name)) {
            return true;
        }
    }
    return false;
}

static Status give_values(const Filling *filling, const char *const *given, Parameters *parameters) {
    for (; given && *given; given++) {
        Text pair = text_from(*given);
        size_t equals = text_find(pair, TEXT("="));
        Text name = text_slice(pair, 0, equals == SIZE_MAX ? pair.length : equals);
        if (equals == SIZE_MAX) {
            return refuse(filling, name, "is given no value: name=value");
        }
        if (!is_variable(filling, name)) {
            return refuse(filling, name, "is not one of the query's");
        }
        Parameter *parameter = find(parameters, name);
        if (!parameter) {
            parameter = VECTOR_PUSH(filling->arena, parameters);
            *parameter = (Parameter){.name = name};
        }
        TRY(read_value(filling, text_after(pair, equals + 1), parameter));
    }
    for (size_t i = 0; i < parameters->count; i++) {
        if (!parameters->items[i].is_optional) {
            return refuse(filling, parameters->items[i].name, "needs a value: --param name=value");
        }
    }
    return DATELINE_OK;
}

/* ---- into the query ---- */

/* A name is wanted, not a value, where columns and groups are listed. */
static bool may_be_term(const Filling *filling, size_t at) {
    const SparqlToken *before = token_at(filling->tokens, at ? at - 1 : SPARQL_NONE);
    if (sparql_is_word(before, "AS")) {
        return false;
    }
    return token_at(filling->tokens, at)->parent != SPARQL_NONE || sparql_is_word(before, "LIMIT") ||
           sparql_is_word(before, "OFFSET");
}

static Status put_tokens(const Filling *filling, Parameters *parameters, Bytes *bytes) {
    size_t done = 0;
    for (size_t i = 0; i < filling->tokens->count; i++) {
        const SparqlToken *token = token_at(filling->tokens, i);
        Parameter *parameter = token->kind == SPARQL_VARIABLE ? find(parameters, text_after(token->text, 1)) : NULL;
        if (!parameter) {
            continue;
        }
        size_t begin = (size_t)(token->text.at - filling->query.at);
        if (!may_be_term(filling, i)) {
            diag_error(filling->diag, place_of(filling->file, filling->query, begin),
                       "a parameter has a value, and can be no column, name or group");
            return DATELINE_USAGE;
        }
        bytes_put(filling->arena, bytes, text_slice(filling->query, done, begin));
        query_put_term(filling->arena, bytes, &parameter->value);
        done = begin + token->text.length;
    }
    bytes_put(filling->arena, bytes, text_after(filling->query, done));
    return DATELINE_OK;
}

Status params_fill(Text file, Text query, const char *const *given, Arena *arena, Diag *diag, Text *out) {
    SparqlTokens tokens = {0};
    TRY(sparql_tokens(file, query, arena, diag, &tokens));
    Filling filling = {file, query, &tokens, query_prefixes(&tokens, arena), arena, diag};
    Parameters parameters = read_head(&filling);
    TRY(give_values(&filling, given, &parameters));
    Bytes bytes = {0};
    TRY(put_tokens(&filling, &parameters, &bytes));
    *out = (Text){bytes.items, bytes.count};
    return DATELINE_OK;
}
