/* Owns the grammar of Turtle, N-Triples and N-Quads. It trusts that terms are valid.
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
    {"dl", DL_NS},     {"sem", SEM_NS},   {"schema", SCHEMA_NS}, {"nif", NIF_NS},
    {"prov", PROV_NS}, {"org", ORG_NS},   {"skos", SKOS_NS},     {"dcterms", DCTERMS_NS},
    {"dc", DC_NS},     {"rdfs", RDFS_NS}, {"xsd", XSD_NS},       {"wd", WIKIDATA_NS},
};
const size_t rdftext_prefix_count = sizeof rdftext_prefixes / sizeof *rdftext_prefixes;

static bool is_alphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* ---- terms ---- */

static void put_iri(Buffer *out, Text iri) {
    buffer_add_string(out, "<");
    buffer_add(out, iri);
    buffer_add_string(out, ">");
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

static void put_quoted(Buffer *out, Text text) {
    size_t begin = 0;
    buffer_add_string(out, "\"");
    for (size_t i = 0; i < text.length; i++) {
        const char *escape = escape_of(text.at[i]);
        if (escape) {
            buffer_add(out, text_slice(text, begin, i));
            buffer_add_string(out, escape);
            begin = i + 1;
        }
    }
    buffer_add(out, text_after(text, begin));
    buffer_add_string(out, "\"");
}

static void put_language(Buffer *out, Text language) {
    buffer_add_string(out, "@");
    buffer_add(out, language);
}

static void put_line_term(Buffer *out, const Term *term) {
    if (term->kind == TERM_IRI) {
        put_iri(out, term->text);
        return;
    }
    put_quoted(out, term->text);
    if (term->language.length) {
        put_language(out, term->language);
    } else if (term->datatype.length) {
        buffer_add_string(out, "^^");
        put_iri(out, term->datatype);
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

static bool put_short_name(Buffer *out, Text iri) {
    for (size_t i = 0; i < rdftext_prefix_count; i++) {
        Text space = text_from(rdftext_prefixes[i].space);
        if (text_starts(iri, space) && is_local_name(text_after(iri, space.length))) {
            buffer_add_string(out, rdftext_prefixes[i].name);
            buffer_add_string(out, ":");
            buffer_add(out, text_after(iri, space.length));
            return true;
        }
    }
    return false;
}

static void put_turtle_iri(Buffer *out, Text base, Text iri) {
    if (is_hierarchical(base) && text_starts(iri, base) && is_plain_path(text_after(iri, base.length))) {
        put_iri(out, text_after(iri, base.length));
    } else if (!put_short_name(out, iri)) {
        put_iri(out, iri);
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

static void put_turtle_term(Buffer *out, Text base, const Term *term) {
    if (term->kind == TERM_IRI) {
        put_turtle_iri(out, base, term->text);
    } else if (is_bare_number(term)) {
        buffer_add(out, term->text);
    } else {
        put_quoted(out, term->text);
        if (term->language.length) {
            put_language(out, term->language);
        } else if (term->datatype.length) {
            buffer_add_string(out, "^^");
            put_turtle_iri(out, base, term->datatype);
        }
    }
}

/* ---- statements ---- */

void rdftext_turtle_head(Buffer *out, Text base) {
    if (is_hierarchical(base)) {
        buffer_add_string(out, "@base ");
        put_iri(out, base);
        buffer_add_string(out, " .\n");
    }
    for (size_t i = 0; i < rdftext_prefix_count; i++) {
        buffer_add_string(out, "@prefix ");
        buffer_add_string(out, rdftext_prefixes[i].name);
        buffer_add_string(out, ": ");
        put_iri(out, text_from(rdftext_prefixes[i].space));
        buffer_add_string(out, " .\n");
    }
}

static void put_predicate(Buffer *out, Text base, Text predicate) {
    if (text_equal(predicate, TEXT(RDF_NS "type"))) {
        buffer_add_string(out, "a");
    } else {
        put_turtle_iri(out, base, predicate);
    }
    buffer_add_string(out, " ");
}

void rdftext_turtle(Buffer *out, Text base, const Triples *triples) {
    const Triple *last = NULL;
    for (size_t i = 0; i < triples->count; i++) {
        const Triple *triple = &triples->items[i];
        bool same_subject = last && text_equal(last->subject.text, triple->subject.text);
        if (same_subject && text_equal(last->predicate.text, triple->predicate.text)) {
            buffer_add_string(out, ", ");
        } else if (same_subject) {
            buffer_add_string(out, " ;\n    ");
            put_predicate(out, base, triple->predicate.text);
        } else {
            buffer_add_string(out, last ? " .\n\n" : "\n");
            put_turtle_iri(out, base, triple->subject.text);
            buffer_add_string(out, " ");
            put_predicate(out, base, triple->predicate.text);
        }
        put_turtle_term(out, base, &triple->object);
        last = triple;
    }
    if (last) {
        buffer_add_string(out, " .\n");
    }
}

void rdftext_lines(Buffer *out, const Triples *triples, Text graph_name) {
    for (size_t i = 0; i < triples->count; i++) {
        const Triple *triple = &triples->items[i];
        put_iri(out, triple->subject.text);
        buffer_add_string(out, " ");
        put_iri(out, triple->predicate.text);
        buffer_add_string(out, " ");
        put_line_term(out, &triple->object);
        if (graph_name.length) {
            buffer_add_string(out, " ");
            put_iri(out, graph_name);
        }
        buffer_add_string(out, " .\n");
    }
}
