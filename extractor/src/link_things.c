/* Collects the persons, bodies and places of graphs, as far as links need them. It does not link. */
#include "link_parts.h"
#include "rdfstream.h"
#include "terms.h"

#define ORG "http://www.w3.org/ns/org#"

static LinkThing *add_thing(LinkThings *things, Text iri) {
    size_t index = table_get(&things->by_iri, iri);
    if (index == TABLE_NONE) {
        Text key = text_copy(things->arena, iri);
        VECTOR_PUSH(things->arena, &things->things)->iri = key;
        index = table_put(&things->by_iri, things->arena, key, things->things.count - 1);
    }
    return &things->things.items[index];
}

static void add_change(LinkThings *things, Text iri) {
    if (table_get(&things->change_by_iri, iri) == TABLE_NONE) {
        VECTOR_PUSH(things->arena, &things->changes);
        table_put(&things->change_by_iri, things->arena, text_copy(things->arena, iri), things->changes.count - 1);
    }
}

/* NULL: it is none. */
static LinkChange *change_of(LinkThings *things, Text iri) {
    size_t index = table_get(&things->change_by_iri, iri);
    return index == TABLE_NONE ? NULL : &things->changes.items[index];
}

static void add_index(LinkThings *things, Indexes *indexes, size_t index) {
    for (size_t i = 0; i < indexes->count; i++) {
        if (indexes->items[i] == index) {
            return;
        }
    }
    *VECTOR_PUSH(things->arena, indexes) = index;
}

static void add_text(LinkThings *things, Texts *texts, Text text) {
    for (size_t i = 0; i < texts->count; i++) {
        if (text_equal(texts->items[i], text)) {
            return;
        }
    }
    *VECTOR_PUSH(things->arena, texts) = text_copy(things->arena, text);
}

static void add_name(LinkThings *things, LinkThing *thing, const Term *name, bool chief) {
    for (size_t i = 0; i < thing->names.count; i++) {
        const LinkName *known = &thing->names.items[i];
        if (text_equal(known->text, name->text) && text_equal(known->language, name->language)) {
            return;
        }
    }
    *VECTOR_PUSH(things->arena, &thing->names) = (LinkName){.text = text_copy(things->arena, name->text),
                                                            .language = text_copy(things->arena, name->language),
                                                            .chief = chief};
}

int link_year(Text date) {
    enum { DIGITS = 4 };
    int year = 0;
    for (size_t i = 0; i < DIGITS && i < date.length && is_ascii_digit(date.at[i]); i++) {
        year = year * 10 + (date.at[i] - '0');
    }
    return date.length >= DIGITS ? year : 0;
}

static unsigned kind_of(Term type) {
    return term_is(type, DL_NS "Person")         ? KIND_PERSON
           : term_is(type, DL_NS "Organization") ? KIND_ORGANIZATION
           : term_is(type, DL_NS "Place")        ? KIND_PLACE
                                                 : 0;
}

/* First reading: which things there are. */
static void find_thing(void *context, const Triple *triple) {
    LinkThings *things = context;
    if (triple->subject.kind != TERM_IRI || triple->object.kind != TERM_IRI) {
        return;
    }
    if (term_is(triple->predicate, RDF_NS "type")) {
        unsigned kind = kind_of(triple->object);
        if (kind && !term_fault_iri(triple->subject.text)) {
            add_thing(things, triple->subject.text)->kinds |= kind;
        }
    } else if (term_is(triple->predicate, ORG "originalOrganization") ||
               term_is(triple->predicate, ORG "resultingOrganization")) {
        add_change(things, triple->subject.text);
    }
}

static void read_relation(LinkThings *things, const Triple *triple) {
    LinkChange *change = change_of(things, triple->subject.text);
    size_t subject = table_get(&things->by_iri, triple->subject.text);
    size_t object = table_get(&things->by_iri, triple->object.text);
    if (subject != TABLE_NONE && term_is(triple->predicate, SCHEMA_NS "sameAs") &&
        !term_fault_iri(triple->object.text)) {
        add_text(things, &things->things.items[subject].same, triple->object.text);
    } else if (object == TABLE_NONE) {
        return;
    } else if (subject != TABLE_NONE && term_is(triple->predicate, DCTERMS_NS "isReplacedBy")) {
        add_index(things, &things->things.items[subject].successors, object);
    } else if (change && term_is(triple->predicate, ORG "originalOrganization")) {
        add_index(things, &change->originals, object);
    } else if (change && term_is(triple->predicate, ORG "resultingOrganization")) {
        add_index(things, &change->results, object);
    }
}

static void read_literal(LinkThings *things, const Triple *triple) {
    LinkChange *change = change_of(things, triple->subject.text);
    size_t subject = table_get(&things->by_iri, triple->subject.text);
    bool label = term_is(triple->predicate, RDFS_NS "label");
    if (subject != TABLE_NONE && (label || term_is(triple->predicate, SKOS_NS "altLabel"))) {
        add_name(things, &things->things.items[subject], &triple->object, label);
    } else if (change && term_is(triple->predicate, DCTERMS_NS "date")) {
        change->year = link_year(triple->object.text);
    }
}

/* Second reading: what is said of them. */
static void read_thing(void *context, const Triple *triple) {
    if (triple->subject.kind == TERM_IRI && triple->object.kind == TERM_IRI) {
        read_relation(context, triple);
    } else if (triple->subject.kind == TERM_IRI && triple->object.kind == TERM_LITERAL) {
        read_literal(context, triple);
    }
}

static void tell_change(LinkThings *things, const LinkChange *change) {
    for (size_t i = 0; i < change->originals.count; i++) {
        LinkThing *original = &things->things.items[change->originals.items[i]];
        original->years.to = change->year ? change->year : original->years.to;
        for (size_t k = 0; k < change->results.count; k++) {
            add_index(things, &original->successors, change->results.items[k]);
        }
    }
    for (size_t k = 0; k < change->results.count; k++) {
        LinkThing *result = &things->things.items[change->results.items[k]];
        result->years.from = change->year ? change->year : result->years.from;
    }
}

Status link_things_read(const Texts *paths, LinkThings *things, Diag *diag) {
    for (size_t i = 0; i < paths->count; i++) {
        TRY(rdfstream_read(paths->items[i], find_thing, things, things->arena, diag));
    }
    for (size_t i = 0; i < paths->count; i++) {
        TRY(rdfstream_read(paths->items[i], read_thing, things, things->arena, diag));
    }
    for (size_t i = 0; i < things->changes.count; i++) {
        tell_change(things, &things->changes.items[i]);
    }
    return DATELINE_OK;
}

Text link_label(const LinkThing *thing) {
    Text label = {0};
    for (size_t i = 0; i < thing->names.count; i++) {
        const LinkName *name = &thing->names.items[i];
        bool english = text_equal(name->language, TEXT("en"));
        if (name->chief && (english || label.length == 0)) {
            label = name->text;
        }
    }
    return label;
}

bool years_meet(Years a, Years b) {
    return !(a.to && b.from && a.to < b.from) && !(b.to && a.from && b.to < a.from);
}
