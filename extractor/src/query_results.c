/* Owns the SPARQL results format in JSON: a push parser that is fed pieces of any length and keeps one solution. JSON
 * is what all stores write alike and what tells IRIs, languages and datatypes apart; their CSV does not, and their TSV
 * differs. It does not know where the pieces come from. */
#include "query_results.h"

#include "terms.h"

#include <string.h>

enum { DEEPEST = 16, NO_CHARACTER = 0xFFFD };

typedef enum Expected { VALUE, VALUE_OR_END, KEY, KEY_OR_END, COLON, COMMA_OR_END, NOTHING } Expected;
typedef enum Inside { OUTSIDE, STRING, ESCAPE, WORD } Inside;

struct Results {
    ResultsListener listener;
    Text source;
    Arena *arena;
    Arena *page;
    Diag *diag;
    Inside inside;
    Expected expected;
    VECTOR(char) token; /* of the string or word so far; in `page` */
    char unicode[5];    /* the digits of \u so far */
    size_t digits;      /* how many of them are still to come */
    uint32_t high;      /* the first half of a surrogate pair; 0: none */
    size_t depth;
    bool is_object[DEEPEST + 1];
    Text keys[DEEPEST + 1]; /* the last key at each depth */
    Texts columns;
    bool told_columns;
    bool complete; /* it had a solution sequence or a truth */
    Cell *cells;   /* of the solution that is being read */
    Term term;
};

static Status fail(const Results *results, const char *why) {
    diag_error(results->diag, (Place){.file = results->source}, "the answer is not that of a SPARQL endpoint: %s", why);
    return DATELINE_IO;
}

static bool has_key(const Results *results, size_t depth, const char *key) {
    return text_equal(results->keys[depth], text_from(key));
}

static bool in_solutions(const Results *results) {
    return results->depth >= 3 && has_key(results, 1, "results") && has_key(results, 2, "bindings");
}

/* ---- what the format says ---- */

static Status tell_columns(Results *results) {
    if (results->told_columns) {
        return DATELINE_OK;
    }
    results->told_columns = true;
    return results->listener.columns(results->listener.context, &results->columns);
}

static Status keep_part(Results *results, Text text) {
    Term *term = &results->term;
    if (has_key(results, 5, "type")) {
        bool is_literal = text_equal(text, TEXT("literal")) || text_equal(text, TEXT("typed-literal"));
        term->kind = text_equal(text, TEXT("uri")) ? TERM_IRI : is_literal ? TERM_LITERAL : TERM_BLANK;
        return is_literal || term->kind == TERM_IRI || text_equal(text, TEXT("bnode"))
                   ? DATELINE_OK
                   : fail(results, "a kind of term that is not known");
    }
    if (has_key(results, 5, "value")) {
        term->text = text;
    } else if (has_key(results, 5, "xml:lang")) {
        term->language = text;
    } else if (has_key(results, 5, "datatype")) {
        term->datatype = text_equal(text, TEXT(XSD_NS "string")) ? (Text){0} : text;
    }
    return DATELINE_OK;
}

/* Virtuoso writes 1 for true. */
static Status on_scalar(Results *results, Text text) {
    if (results->depth == 1 && has_key(results, 1, "boolean")) {
        results->complete = true;
        return results->listener.boolean(results->listener.context,
                                         text_equal(text, TEXT("true")) || text_equal(text, TEXT("1")));
    }
    if (results->depth == 3 && has_key(results, 1, "head") && has_key(results, 2, "vars")) {
        *VECTOR_PUSH(results->arena, &results->columns) = text_copy(results->arena, text);
    }
    return results->depth == 5 && in_solutions(results) ? keep_part(results, text) : DATELINE_OK;
}

static Status on_open(Results *results) {
    if (results->depth == 3 && in_solutions(results)) {
        return tell_columns(results);
    }
    if (results->depth == 4 && in_solutions(results)) {
        results->cells = ARENA_ARRAY(results->page, Cell, results->columns.count + 1);
    } else if (results->depth == 5 && in_solutions(results)) {
        results->term = (Term){0};
    } else if (results->depth > 5 && in_solutions(results)) {
        return fail(results, "a kind of term that is not known");
    }
    return DATELINE_OK;
}

static Status keep_term(Results *results) {
    for (size_t i = 0; i < results->columns.count; i++) {
        if (text_equal(results->columns.items[i], results->keys[4])) {
            results->cells[i] = (Cell){.bound = true, .term = results->term};
            return DATELINE_OK;
        }
    }
    return fail(results, "a value for a column that it does not name");
}

static Status on_close(Results *results) {
    if (!in_solutions(results)) {
        return DATELINE_OK;
    }
    if (results->depth == 3) {
        results->complete = true;
    } else if (results->depth == 4) {
        TRY(results->listener.solution(results->listener.context, &results->columns, results->cells));
        arena_reset(results->page);
    } else if (results->depth == 5) {
        return keep_term(results);
    }
    return DATELINE_OK;
}

/* ---- JSON ---- */

static void value_ends(Results *results) {
    results->expected = results->depth ? COMMA_OR_END : NOTHING;
}

static Status open_container(Results *results, bool is_object) {
    bool in_place = results->expected == VALUE || results->expected == VALUE_OR_END;
    if (!in_place || results->depth == DEEPEST) {
        return fail(results, "no JSON");
    }
    results->depth++;
    results->is_object[results->depth] = is_object;
    results->keys[results->depth] = (Text){0};
    results->expected = is_object ? KEY_OR_END : VALUE_OR_END;
    return on_open(results);
}

static Status close_container(Results *results, bool is_object) {
    bool in_place = results->expected == COMMA_OR_END || results->expected == (is_object ? KEY_OR_END : VALUE_OR_END);
    if (!in_place || !results->depth || results->is_object[results->depth] != is_object) {
        return fail(results, "no JSON");
    }
    TRY(on_close(results));
    results->depth--;
    value_ends(results);
    return DATELINE_OK;
}

/* Above the solutions a key lasts longer than a page. */
static Status token_ends(Results *results) {
    Text text = {results->token.items, results->token.count};
    bool is_word = results->inside == WORD;
    results->inside = OUTSIDE;
    if (utf8_check(text) != SIZE_MAX) {
        return fail(results, "not UTF-8");
    }
    if (!is_word && (results->expected == KEY || results->expected == KEY_OR_END)) {
        results->keys[results->depth] = results->depth < 4 ? text_copy(results->arena, text) : text;
        results->expected = COLON;
        return DATELINE_OK;
    }
    if (results->expected != VALUE && results->expected != VALUE_OR_END) {
        return fail(results, "no JSON");
    }
    value_ends(results);
    return on_scalar(results, text);
}

static void token_begins(Results *results, Inside inside) {
    results->inside = inside;
    results->token.items = NULL;
    results->token.count = results->token.capacity = 0;
}

static void put(Results *results, char c) {
    *VECTOR_PUSH(results->page, &results->token) = c;
}

static void put_code_point(Results *results, uint32_t code_point) {
    char bytes[4];
    size_t length = utf8_encode(code_point, bytes);
    for (size_t i = 0; i < length; i++) {
        put(results, bytes[i]);
    }
}

/* Half of a pair without the other half is no character. */
static void put_unit(Results *results, uint32_t unit) {
    bool is_low = unit >= 0xDC00 && unit < 0xE000;
    if (results->high && is_low) {
        put_code_point(results, 0x10000 + ((results->high - 0xD800) << 10) + (unit - 0xDC00));
        results->high = 0;
        return;
    }
    if (results->high) {
        put_code_point(results, NO_CHARACTER);
    }
    bool is_high = unit >= 0xD800 && unit < 0xDC00;
    results->high = is_high ? unit : 0;
    if (!is_high) {
        put_code_point(results, is_low ? NO_CHARACTER : unit);
    }
}

static Status read_digit(Results *results, char c) {
    static const char DIGITS[] = "0123456789abcdefABCDEF";
    if (!c || !strchr(DIGITS, c)) {
        return fail(results, "no JSON");
    }
    results->unicode[4 - results->digits] = c;
    if (--results->digits == 0) {
        uint32_t unit = 0;
        for (size_t i = 0; i < 4; i++) {
            size_t digit = (size_t)(strchr(DIGITS, results->unicode[i]) - DIGITS);
            unit = unit * 16 + (uint32_t)(digit < 16 ? digit : digit - 6);
        }
        put_unit(results, unit);
        results->inside = STRING;
    }
    return DATELINE_OK;
}

static Status read_escape(Results *results, char c) {
    static const char LETTERS[] = "\"\\/bfnrt";
    static const char MEANINGS[] = "\"\\/\b\f\n\r\t";
    if (results->digits) {
        return read_digit(results, c);
    }
    const char *letter = c ? strchr(LETTERS, c) : NULL;
    if (c == 'u') {
        results->digits = 4;
    } else if (letter) {
        put_unit(results, (unsigned char)MEANINGS[letter - LETTERS]);
        results->inside = STRING;
    } else {
        return fail(results, "no JSON");
    }
    return DATELINE_OK;
}

static Status read_in_string(Results *results, char c) {
    if (c == '\\') {
        results->inside = ESCAPE;
        return DATELINE_OK;
    }
    if (results->high) {
        put_code_point(results, NO_CHARACTER);
        results->high = 0;
    }
    if (c == '"') {
        return token_ends(results);
    }
    put(results, c);
    return DATELINE_OK;
}

static Status read_mark(Results *results, char c) {
    switch (c) {
    case ' ':
    case '\t':
    case '\r':
    case '\n':
        return DATELINE_OK;
    case '{':
    case '[':
        return open_container(results, c == '{');
    case '}':
    case ']':
        return close_container(results, c == '}');
    case '"':
        token_begins(results, STRING);
        return DATELINE_OK;
    case ':':
    case ',':
        if (results->expected != (c == ':' ? COLON : COMMA_OR_END)) {
            return fail(results, "no JSON");
        }
        results->expected = c == ',' && results->is_object[results->depth] ? KEY : VALUE;
        return DATELINE_OK;
    default:
        token_begins(results, WORD);
        put(results, c);
        return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' ? DATELINE_OK : fail(results, "no JSON");
    }
}

static Status read_byte(Results *results, char c) {
    switch (results->inside) {
    case STRING:
        return read_in_string(results, c);
    case ESCAPE:
        return read_escape(results, c);
    case WORD:
        if (c && !strchr(" \t\r\n,]}:\"[{", c)) {
            put(results, c);
            return DATELINE_OK;
        }
        TRY(token_ends(results));
        return read_mark(results, c);
    default:
        return read_mark(results, c);
    }
}

/* ---- the whole ---- */

Results *results_open(ResultsListener listener, Text source, Arena *arena, Arena *page, Diag *diag) {
    Results *results = ARENA_NEW(arena, Results);
    results->listener = listener;
    results->source = source;
    results->arena = arena;
    results->page = page;
    results->diag = diag;
    return results;
}

Status results_feed(Results *results, Text bytes) {
    for (size_t i = 0; i < bytes.length; i++) {
        TRY(read_byte(results, bytes.at[i]));
    }
    return DATELINE_OK;
}

Status results_end(Results *results) {
    if (results->expected != NOTHING || results->inside != OUTSIDE) {
        return fail(results, "it ends in the middle");
    }
    return results->complete ? DATELINE_OK : fail(results, "it has neither results nor a truth");
}
