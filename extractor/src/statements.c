/* Owns the list of one article's statements: what may enter it, and its order. It does not know what they say. */
#include "statements.h"

#include "ontology.h"

#include <stdlib.h>
#include <string.h>

/* The order of predicates under a subject. What is not listed comes after them, by IRI. */
#define LISTED(space, name)                                                                                            \
    { space name, sizeof space name - 1 }
static const Text predicate_order[] = {
    LISTED(RDF_NS, "type"),
    LISTED(RDFS_NS, "label"),
    LISTED(SKOS_NS, "altLabel"),
    LISTED(DL_NS, "asserts"),
    LISTED(SCHEMA_NS, "headline"),
    LISTED(SCHEMA_NS, "author"),
    LISTED(SCHEMA_NS, "datePublished"),
    LISTED(SCHEMA_NS, "printPage"),
    LISTED(SCHEMA_NS, "articleSection"),
    LISTED(SCHEMA_NS, "dateline"),
    LISTED(SCHEMA_NS, "dateCreated"),
    LISTED(SCHEMA_NS, "locationCreated"),
    LISTED(SCHEMA_NS, "sourceOrganization"),
    LISTED(SCHEMA_NS, "isPartOf"),
    LISTED(DC_NS, "source"),
    LISTED(DCTERMS_NS, "language"),
    LISTED(SCHEMA_NS, "translationOfWork"),
    LISTED(DL_NS, "startsAt"),
    LISTED(SCHEMA_NS, "sha256"),
    LISTED(DL_NS, "summary"),
    LISTED(DL_NS, "agent"),
    LISTED(DL_NS, "object"),
    LISTED(DL_NS, "recipient"),
    LISTED(DL_NS, "place"),
    LISTED(DL_NS, "occasion"),
    LISTED(DL_NS, "attributedTo"),
    LISTED(DL_NS, "quantity"),
    LISTED(DL_NS, "value"),
    LISTED(DL_NS, "minimum"),
    LISTED(DL_NS, "maximum"),
    LISTED(DL_NS, "qualifier"),
    LISTED(DL_NS, "unit"),
    LISTED(DL_NS, "convertedValue"),
    LISTED(DL_NS, "convertedMinimum"),
    LISTED(DL_NS, "convertedMaximum"),
    LISTED(DL_NS, "convertedUnit"),
    LISTED(DL_NS, "of"),
    LISTED(DL_NS, "date"),
    LISTED(SEM_NS, "hasEarliestBeginTimeStamp"),
    LISTED(SEM_NS, "hasLatestEndTimeStamp"),
    LISTED(DL_NS, "modality"),
    LISTED(DL_NS, "reportedIn"),
    LISTED(DL_NS, "byRule"),
    LISTED(DL_NS, "confidence"),
    LISTED(DL_NS, "agreement"),
    LISTED(DL_NS, "conflictsOn"),
    LISTED(DL_NS, "reportedBy"),
    LISTED(PROV_NS, "hadPrimarySource"),
    LISTED(DL_NS, "evidence"),
    LISTED(NIF_NS, "referenceContext"),
    LISTED(NIF_NS, "beginIndex"),
    LISTED(NIF_NS, "endIndex"),
    LISTED(NIF_NS, "anchorOf"),
    LISTED(NIF_NS, "isString"),
    LISTED(DL_NS, "ruleFile"),
    LISTED(SCHEMA_NS, "version"),
    LISTED(DCTERMS_NS, "date"),
    LISTED(ORG_NS, "originalOrganization"),
    LISTED(ORG_NS, "resultingOrganization"),
    LISTED(DCTERMS_NS, "replaces"),
    LISTED(DCTERMS_NS, "isReplacedBy"),
    LISTED(ORG_NS, "member"),
    LISTED(ORG_NS, "organization"),
    LISTED(SCHEMA_NS, "roleName"),
    LISTED(SCHEMA_NS, "startDate"),
    LISTED(SCHEMA_NS, "endDate"),
    LISTED(SCHEMA_NS, "sameAs"),
};
#undef LISTED

enum { UNLISTED = sizeof predicate_order / sizeof *predicate_order };

static size_t predicate_rank(Text predicate) {
    size_t rank = 0;
    while (rank < UNLISTED && !text_equal(predicate, predicate_order[rank])) {
        rank++;
    }
    return rank;
}

static bool is_good(Statements *statements, const Triple *triple, const Term *term) {
    const char *fault = term_fault(term);
    if (fault) {
        diag_warning(statements->diag, statements->place,
                     "left out of the output: <%.*s> of <%.*s>, a term of which %s", TEXT_ARGS(triple->predicate.text),
                     TEXT_ARGS(triple->subject.text), fault);
    }
    return !fault;
}

/* A subject has been checked when it was met before, and the listed predicates are good as they stand. */
static bool is_valid(Statements *statements, const Statement *statement) {
    const Triple *triple = &statement->triple;
    bool is_new_subject = statement->subject == TABLE_NONE;
    return (!is_new_subject || is_good(statements, triple, &triple->subject)) &&
           (statement->rank != UNLISTED || is_good(statements, triple, &triple->predicate)) &&
           is_good(statements, triple, &triple->object);
}

static char *append(char *to, Text part) {
    if (part.length) {
        memcpy(to, part.at, part.length);
    }
    to[part.length] = '\n'; /* no part but the last has a line end in it */
    return to + part.length + 1;
}

static bool is_first(Statements *statements, const Statement *statement) {
    enum { USUAL = 256 /* statements of an article */ };
    table_expect(&statements->made, statements->arena, USUAL);
    const Term *object = &statement->triple.object;
    Text predicate = statement->rank == UNLISTED ? statement->triple.predicate.text : (Text){0};
    const size_t numbers[] = {statement->subject, statement->rank, (size_t)object->kind};
    enum { MARKS = 4 };
    size_t length = sizeof numbers + predicate.length + object->language.length + object->datatype.length +
                    object->text.length + MARKS;
    char *key = ARENA_ARRAY(statements->arena, char, length);
    memcpy(key, numbers, sizeof numbers);
    append(append(append(append(key + sizeof numbers, predicate), object->language), object->datatype), object->text);
    return table_put(&statements->made, statements->arena, (Text){key, length}, statement->sequence) ==
           statement->sequence;
}

/* The number of a subject, or TABLE_NONE. Most often it is the one that the last statement had. */
static size_t find_subject(const Statements *statements, Text subject) {
    const Statement *last = statements->list.count ? &statements->list.items[statements->list.count - 1] : NULL;
    bool again = last && text_equal(last->triple.subject.text, subject);
    return again ? last->subject : table_get(&statements->subjects, subject);
}

static void add(Statements *statements, Text subject, Text predicate, Term object) {
    Statement statement = {
        .triple = {{.kind = TERM_IRI, .text = subject}, {.kind = TERM_IRI, .text = predicate}, object},
        .subject = find_subject(statements, subject),
        .rank = predicate_rank(predicate),
        .sequence = statements->list.count};
    if (object.text.length == 0 || !is_valid(statements, &statement)) {
        return;
    }
    if (statement.subject == TABLE_NONE) {
        statement.subject = table_put(&statements->subjects, statements->arena, subject, statements->subjects.count);
    }
    if (is_first(statements, &statement)) {
        *VECTOR_PUSH(statements->arena, &statements->list) = statement;
    }
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
    state_typed(statements, subject, predicate, text_number(statements->arena, count),
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
