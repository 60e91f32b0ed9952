/* Owns the list of one article's statements: what may enter it, and its order. It does not know what they say. */
#include "statements.h"

#include "ontology.h"

#include <stdlib.h>

/* The order of predicates under a subject. What is not listed comes after them, by IRI. */
static const char *const predicate_order[] = {
    RDF_NS "type",
    RDFS_NS "label",
    SKOS_NS "altLabel",
    DL_NS "asserts",
    SCHEMA_NS "headline",
    SCHEMA_NS "author",
    SCHEMA_NS "datePublished",
    SCHEMA_NS "printPage",
    SCHEMA_NS "articleSection",
    SCHEMA_NS "dateline",
    SCHEMA_NS "dateCreated",
    SCHEMA_NS "locationCreated",
    SCHEMA_NS "sourceOrganization",
    SCHEMA_NS "isPartOf",
    DC_NS "source",
    DCTERMS_NS "language",
    SCHEMA_NS "translationOfWork",
    DL_NS "startsAt",
    SCHEMA_NS "sha256",
    DL_NS "summary",
    DL_NS "agent",
    DL_NS "object",
    DL_NS "recipient",
    DL_NS "place",
    DL_NS "occasion",
    DL_NS "attributedTo",
    DL_NS "quantity",
    DL_NS "value",
    DL_NS "minimum",
    DL_NS "maximum",
    DL_NS "qualifier",
    DL_NS "unit",
    DL_NS "of",
    DL_NS "date",
    SEM_NS "hasEarliestBeginTimeStamp",
    SEM_NS "hasLatestEndTimeStamp",
    DL_NS "modality",
    DL_NS "reportedIn",
    DL_NS "byRule",
    DL_NS "agreement",
    DL_NS "conflictsOn",
    DL_NS "reportedBy",
    PROV_NS "hadPrimarySource",
    DL_NS "evidence",
    NIF_NS "referenceContext",
    NIF_NS "beginIndex",
    NIF_NS "endIndex",
    NIF_NS "anchorOf",
    NIF_NS "isString",
    DL_NS "ruleFile",
    SCHEMA_NS "version",
    SCHEMA_NS "sameAs",
};

enum { LISTED = sizeof predicate_order / sizeof *predicate_order };

static size_t predicate_rank(Text predicate) {
    size_t rank = 0;
    while (rank < LISTED && !text_equal(predicate, text_from(predicate_order[rank]))) {
        rank++;
    }
    return rank;
}

static bool is_valid(Statements *statements, const Triple *triple) {
    const Term *terms[] = {&triple->subject, &triple->predicate, &triple->object};
    for (size_t i = 0; i < 3; i++) {
        const char *fault = term_fault(terms[i]);
        if (fault) {
            diag_warning(statements->diag, statements->place, "left out of the output: <%.*s> of <%.*s>: its value %s",
                         TEXT_ARGS(triple->predicate.text), TEXT_ARGS(triple->subject.text), fault);
            return false;
        }
    }
    return true;
}

static bool is_first(Statements *statements, const Triple *triple) {
    const Term *object = &triple->object;
    Text key = text_format(statements->arena, "%.*s\n%.*s\n%d%.*s\n%.*s\n%.*s", TEXT_ARGS(triple->subject.text),
                           TEXT_ARGS(triple->predicate.text), (int)object->kind, TEXT_ARGS(object->language),
                           TEXT_ARGS(object->datatype), TEXT_ARGS(object->text));
    size_t sequence = statements->list.count;
    return table_put(&statements->made, statements->arena, key, sequence) == sequence;
}

static void add(Statements *statements, Text subject, Text predicate, Term object) {
    Triple triple = {.subject = {.kind = TERM_IRI, .text = subject},
                     .predicate = {.kind = TERM_IRI, .text = predicate},
                     .object = object};
    if (object.text.length == 0 || !is_valid(statements, &triple) || !is_first(statements, &triple)) {
        return;
    }
    size_t place = table_put(&statements->subjects, statements->arena, subject, statements->subjects.count);
    Statement statement = {triple, place, predicate_rank(triple.predicate.text), statements->list.count};
    *VECTOR_PUSH(statements->arena, &statements->list) = statement;
}

void state_iri(Statements *statements, Text subject, Text predicate, Text object) {
    add(statements, subject, predicate, (Term){.kind = TERM_IRI, .text = object});
}

void state_type(Statements *statements, Text subject, Text class_iri) {
    state_iri(statements, subject, TEXT(RDF_NS "type"), class_iri);
}

void state_exact(Statements *statements, Text subject, Text predicate, Text text, const char *language) {
    Text tag = language ? text_from(language) : (Text){0};
    add(statements, subject, predicate, (Term){.kind = TERM_LITERAL, .text = text, .language = tag});
}

void state_text(Statements *statements, Text subject, Text predicate, Text text, const char *language) {
    state_exact(statements, subject, predicate, term_free_text(statements->arena, text), language);
}

void state_typed(Statements *statements, Text subject, Text predicate, Text form, Text datatype) {
    add(statements, subject, predicate, (Term){.kind = TERM_LITERAL, .text = form, .datatype = datatype});
}

void state_count(Statements *statements, Text subject, Text predicate, size_t count) {
    state_typed(statements, subject, predicate, text_format(statements->arena, "%zu", count),
                TEXT(XSD_NS "nonNegativeInteger"));
}

static int by_place(const void *left, const void *right) {
    const Statement *a = left;
    const Statement *b = right;
    if (a->subject != b->subject) {
        return a->subject < b->subject ? -1 : 1;
    }
    if (a->rank != b->rank) {
        return a->rank < b->rank ? -1 : 1;
    }
    int order = text_compare(a->triple.predicate.text, b->triple.predicate.text);
    return order ? order : (a->sequence > b->sequence) - (a->sequence < b->sequence);
}

void statements_finish(Statements *statements, Triples *out) {
    if (statements->list.count) {
        qsort(statements->list.items, statements->list.count, sizeof *statements->list.items, by_place);
    }
    for (size_t i = 0; i < statements->list.count; i++) {
        *VECTOR_PUSH(statements->arena, out) = statements->list.items[i].triple;
    }
}
