/* Owns how a term is spelled in SPARQL so that nothing in it can be taken for more than the term. */
#include "query_term.h"

#include "terms.h"

#include <string.h>

void bytes_put(Arena *arena, Bytes *bytes, Text text) {
    for (size_t i = 0; i < text.length; i++) {
        *VECTOR_PUSH(arena, bytes) = text.at[i];
    }
}

void query_put_iri(Arena *arena, Bytes *bytes, Text iri) {
    bytes_put(arena, bytes, TEXT("<"));
    bytes_put(arena, bytes, iri);
    bytes_put(arena, bytes, TEXT(">"));
}

static void put_string(Arena *arena, Bytes *bytes, Text text) {
    static const char SPECIAL[] = "\"\\\n\r\t";
    static const char *const ESCAPES[] = {"\\\"", "\\\\", "\\n", "\\r", "\\t"};
    bytes_put(arena, bytes, TEXT("\""));
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        const char *special = c ? strchr(SPECIAL, c) : NULL;
        bool may_begin_escape = (c == 'u' || c == 'U') && i > 0 && text.at[i - 1] == '\\';
        if (may_begin_escape) {
            bytes_put(arena, bytes, c == 'u' ? TEXT("\\u0075") : TEXT("\\u0055"));
        } else if (special) {
            bytes_put(arena, bytes, text_from(ESCAPES[special - SPECIAL]));
        } else {
            *VECTOR_PUSH(arena, bytes) = c;
        }
    }
    bytes_put(arena, bytes, TEXT("\""));
}

void query_put_term(Arena *arena, Bytes *bytes, const Term *term) {
    bool is_integer = text_equal(term->datatype, TEXT(XSD_NS "integer"));
    if (term->kind == TERM_IRI) {
        query_put_iri(arena, bytes, term->text);
        return;
    }
    if (is_integer && !term_fault_lexical(term->text, term->datatype)) {
        bytes_put(arena, bytes, term->text); /* LIMIT wants it so */
        return;
    }
    put_string(arena, bytes, term->text);
    if (term->language.length) {
        bytes_put(arena, bytes, TEXT("@"));
        bytes_put(arena, bytes, term->language);
    } else if (term->datatype.length) {
        bytes_put(arena, bytes, TEXT("^^"));
        query_put_iri(arena, bytes, term->datatype);
    }
}
