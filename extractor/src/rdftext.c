/* Owns the grammar of Turtle, N-Triples and N-Quads, on raptor's output streams. It trusts that terms are valid.
 *
 * Why not raptor's serializers: its Turtle keeps the whole graph in memory until the end, forgets the order of the
 * statements and writes some literals that other parsers refuse (a bare carriage return, decimals without a point); its
 * N-Triples and N-Quads spell each Chinese character as an escape, and its escaping of one string reads on to a NUL,
 * past the end of a slice. Written term by term, memory is that of one article, the order is the one we chose, and
 * Chinese stays Chinese in every syntax. */
#include "rdftext.h"

#include "ontology.h"
#include "terms.h"

#include <string.h>

const Prefix rdftext_prefixes[] = {
    {"dl", DL_NS},     {"sem", SEM_NS},   {"schema", SCHEMA_NS},   {"nif", NIF_NS},
    {"prov", PROV_NS}, {"skos", SKOS_NS}, {"dcterms", DCTERMS_NS}, {"dc", DC_NS},
    {"rdfs", RDFS_NS}, {"xsd", XSD_NS},   {"wd", WIKIDATA_NS},
};
const size_t rdftext_prefix_count = sizeof rdftext_prefixes / sizeof *rdftext_prefixes;

static void put(raptor_iostream *stream, Text text) {
    raptor_iostream_counted_string_write(text.at, text.length, stream);
}

static void put_string(raptor_iostream *stream, const char *string) {
    put(stream, text_from(string));
}

static bool is_alphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* ---- terms ---- */

static void put_iri(raptor_iostream *stream, Text iri) {
    put_string(stream, "<");
    put(stream, iri);
    put_string(stream, ">");
}

/* How the grammars want a character written that may not stand in a literal as it is; NULL: it may. */
static const char *escape_of(char c) {
    switch (c) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return NULL;
    }
}

static void put_quoted(raptor_iostream *stream, Text text) {
    size_t begin = 0;
    put_string(stream, "\"");
    for (size_t i = 0; i < text.length; i++) {
        const char *escape = escape_of(text.at[i]);
        if (escape) {
            put(stream, text_slice(text, begin, i));
            put_string(stream, escape);
            begin = i + 1;
        }
    }
    put(stream, text_after(text, begin));
    put_string(stream, "\"");
}

static void put_language(raptor_iostream *stream, Text language) {
    put_string(stream, "@");
    put(stream, language);
}

static void put_line_term(raptor_iostream *stream, const Term *term) {
    if (term->kind == TERM_IRI) {
        put_iri(stream, term->text);
        return;
    }
    put_quoted(stream, term->text);
    if (term->language.length) {
        put_language(stream, term->language);
    } else if (term->datatype.length) {
        put_string(stream, "^^");
        put_iri(stream, term->datatype);
    }
}

/* A local name that every reader takes without escapes. */
static bool is_local_name(Text text) {
    for (size_t i = 0; i < text.length; i++) {
        bool inner = i > 0 && i + 1 < text.length && text.at[i] == '-';
        bool digit_first = i == 0 && text.at[i] >= '0' && text.at[i] <= '9';
        if ((!is_alphanumeric(text.at[i]) && !inner) || digit_first) {
            return false;
        }
    }
    return text.length > 0;
}

/* "event/election-5f0c2a9e31b7d604": a path below the base that no reader can take for anything else. */
static bool is_plain_path(Text path) {
    for (size_t i = 0; i < path.length; i++) {
        char c = path.at[i];
        bool mark = i > 0 && strchr("-/#=,", c) && c != path.at[i - 1];
        if (!is_alphanumeric(c) && !mark) {
            return false;
        }
    }
    return path.length > 0;
}

/* Other bases (urn:…, …#) do not add up to the IRI again by the rules for relative IRIs. */
static bool is_hierarchical(Text base) {
    Text tail = base.length ? text_after(base, base.length - 1) : base;
    return text_equal(tail, TEXT("/")) && text_contains(base, TEXT("://")) && !text_contains(base, TEXT("#")) &&
           !text_contains(base, TEXT("?"));
}

static bool put_short_name(raptor_iostream *stream, Text iri) {
    for (size_t i = 0; i < rdftext_prefix_count; i++) {
        Text space = text_from(rdftext_prefixes[i].space);
        if (text_starts(iri, space) && is_local_name(text_after(iri, space.length))) {
            put_string(stream, rdftext_prefixes[i].name);
            put_string(stream, ":");
            put(stream, text_after(iri, space.length));
            return true;
        }
    }
    return false;
}

static void put_turtle_iri(raptor_iostream *stream, Text base, Text iri) {
    if (is_hierarchical(base) && text_starts(iri, base) && is_plain_path(text_after(iri, base.length))) {
        put_iri(stream, text_after(iri, base.length));
    } else if (!put_short_name(stream, iri)) {
        put_iri(stream, iri);
    }
}

/* A number that Turtle may write without quotation marks and that reads back as the very same term. */
static bool is_bare_number(const Term *term) {
    bool integer = text_equal(term->datatype, TEXT(XSD_NS "integer"));
    bool decimal = text_equal(term->datatype, TEXT(XSD_NS "decimal"));
    size_t point = text_find(term->text, TEXT("."));
    bool inner_point = point != SIZE_MAX && point > 0 && point + 1 < term->text.length;
    return term_fault_lexical(term->text, term->datatype) == NULL &&
           ((integer && point == SIZE_MAX) || (decimal && inner_point && term->text.at[point - 1] != '-'));
}

static void put_turtle_term(raptor_iostream *stream, Text base, const Term *term) {
    if (term->kind == TERM_IRI) {
        put_turtle_iri(stream, base, term->text);
    } else if (is_bare_number(term)) {
        put(stream, term->text);
    } else {
        put_quoted(stream, term->text);
        if (term->language.length) {
            put_language(stream, term->language);
        } else if (term->datatype.length) {
            put_string(stream, "^^");
            put_turtle_iri(stream, base, term->datatype);
        }
    }
}

/* ---- statements ---- */

void rdftext_turtle_head(raptor_iostream *stream, Text base) {
    if (is_hierarchical(base)) {
        put_string(stream, "@base ");
        put_iri(stream, base);
        put_string(stream, " .\n");
    }
    for (size_t i = 0; i < rdftext_prefix_count; i++) {
        put_string(stream, "@prefix ");
        put_string(stream, rdftext_prefixes[i].name);
        put_string(stream, ": ");
        put_iri(stream, text_from(rdftext_prefixes[i].space));
        put_string(stream, " .\n");
    }
}

static void put_predicate(raptor_iostream *stream, Text base, Text predicate) {
    if (text_equal(predicate, TEXT(RDF_NS "type"))) {
        put_string(stream, "a");
    } else {
        put_turtle_iri(stream, base, predicate);
    }
    put_string(stream, " ");
}

void rdftext_turtle(raptor_iostream *stream, Text base, const Triples *triples) {
    const Triple *last = NULL;
    for (size_t i = 0; i < triples->count; i++) {
        const Triple *triple = &triples->items[i];
        bool same_subject = last && text_equal(last->subject.text, triple->subject.text);
        if (same_subject && text_equal(last->predicate.text, triple->predicate.text)) {
            put_string(stream, ", ");
        } else if (same_subject) {
            put_string(stream, " ;\n    ");
            put_predicate(stream, base, triple->predicate.text);
        } else {
            put_string(stream, last ? " .\n\n" : "\n");
            put_turtle_iri(stream, base, triple->subject.text);
            put_string(stream, " ");
            put_predicate(stream, base, triple->predicate.text);
        }
        put_turtle_term(stream, base, &triple->object);
        last = triple;
    }
    if (last) {
        put_string(stream, " .\n");
    }
}

void rdftext_lines(raptor_iostream *stream, const Triples *triples, Text graph_name) {
    for (size_t i = 0; i < triples->count; i++) {
        const Triple *triple = &triples->items[i];
        put_iri(stream, triple->subject.text);
        put_string(stream, " ");
        put_iri(stream, triple->predicate.text);
        put_string(stream, " ");
        put_line_term(stream, &triple->object);
        if (graph_name.length) {
            put_string(stream, " ");
            put_iri(stream, graph_name);
        }
        put_string(stream, " .\n");
    }
}
