/* Owns the reading of dateline.ttl: which classes and properties there are, and what the program must know of each. It
 * takes what the file states and reasons no further than superclasses; terms of other vocabularies are passed over. */
#include "ontology.h"

#include "terms.h"

#define OWL "http://www.w3.org/2002/07/owl#"

typedef struct Loader {
    Text path;
    Arena *arena;
    Diag *diag;
    Status status;
    Triples triples;
    Table subjects; /* subject -> index into first */
    size_t *first;  /* of each subject: its first triple */
    size_t *next;   /* of each triple: the next one of its subject, or TABLE_NONE */
    Ontology *ontology;
} Loader;

static void refuse(Loader *loader, Text name, const char *problem) {
    diag_error(loader->diag, (Place){.file = loader->path}, "dl:%.*s %s", TEXT_ARGS(name), problem);
    loader->status = DATELINE_RULES;
}

static void index_subjects(Loader *loader) {
    size_t count = loader->triples.count;
    loader->first = ARENA_ARRAY(loader->arena, size_t, count);
    loader->next = ARENA_ARRAY(loader->arena, size_t, count);
    for (size_t i = count; i-- > 0;) {
        size_t fresh = loader->subjects.count;
        size_t subject = table_put(&loader->subjects, loader->arena, loader->triples.items[i].subject.text, fresh);
        loader->next[i] = subject == fresh ? TABLE_NONE : loader->first[subject];
        loader->first[subject] = i;
    }
}

/* The next triple of `subject` with this predicate; *at goes from triple to triple and starts as TABLE_NONE. */
static const Triple *next_statement(const Loader *loader, Text subject, const char *predicate, size_t *at) {
    size_t index = table_get(&loader->subjects, subject);
    if (index == TABLE_NONE) {
        return NULL;
    }
    for (*at = *at == TABLE_NONE ? loader->first[index] : loader->next[*at]; *at != TABLE_NONE;
         *at = loader->next[*at]) {
        if (term_is(loader->triples.items[*at].predicate, predicate)) {
            return &loader->triples.items[*at];
        }
    }
    return NULL;
}

/* The first value that a subject has for a predicate; its text is empty when there is none. */
static Term value_of(const Loader *loader, Text subject, const char *predicate) {
    size_t at = TABLE_NONE;
    const Triple *triple = next_statement(loader, subject, predicate, &at);
    return triple ? triple->object : (Term){0};
}

static Text local_name(Text name) {
    Text prefixes[] = {TEXT(DL_NS), TEXT("dl:")};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        if (text_starts(name, prefixes[i])) {
            return text_after(name, prefixes[i].length);
        }
    }
    return name;
}

static ClassId class_of_iri(const Ontology *ontology, Text iri) {
    return text_starts(iri, TEXT(DL_NS)) ? ontology_class(ontology, iri) : CLASS_NONE;
}

static void add_class(ClassIds *classes, ClassId class_id, Arena *arena) {
    for (size_t i = 0; i < classes->count; i++) {
        if (classes->items[i] == class_id) {
            return;
        }
    }
    *VECTOR_PUSH(arena, classes) = class_id;
}

/* Gives each class and each property of ours its place. */
static void declare_term(Loader *loader, const Triple *triple) {
    Ontology *ontology = loader->ontology;
    Text iri = triple->subject.text;
    if (!term_is(triple->predicate, RDF_NS "type") || !text_starts(iri, TEXT(DL_NS))) {
        return;
    }
    Text name = local_name(iri);
    bool literal = term_is(triple->object, OWL "DatatypeProperty");
    if (term_is(triple->object, OWL "Class")) {
        size_t fresh = ontology->classes.count;
        if (table_put(&ontology->class_ids, loader->arena, name, fresh) == fresh) {
            *VECTOR_PUSH(loader->arena, &ontology->classes) = (Class){.iri = iri, .name = name};
        }
    } else if (literal || term_is(triple->object, OWL "ObjectProperty")) {
        size_t fresh = ontology->properties.count;
        if (table_put(&ontology->property_ids, loader->arena, name, fresh) == fresh) {
            Property property = {.iri = iri, .name = name, .datatype = literal ? TEXT(RDFS_NS "Literal") : (Text){0}};
            *VECTOR_PUSH(loader->arena, &ontology->properties) = property;
        }
    }
}

static void read_labels(Loader *loader, Text iri, Text labels[LANG_COUNT]) {
    size_t at = TABLE_NONE;
    const Triple *triple;
    while ((triple = next_statement(loader, iri, RDFS_NS "label", &at))) {
        for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
            if (text_equal(triple->object.language, text_from(lang_tag(lang)))) {
                labels[lang] = triple->object.text;
            }
        }
    }
}

static void read_ancestors(Loader *loader, ClassId class_id) {
    const Ontology *ontology = loader->ontology;
    ClassIds *ancestors = &ontology->classes.items[class_id].ancestors;
    add_class(ancestors, class_id, loader->arena);
    for (size_t i = 0; i < ancestors->count; i++) {
        size_t at = TABLE_NONE;
        const Triple *triple;
        Text iri = ontology->classes.items[ancestors->items[i]].iri;
        while ((triple = next_statement(loader, iri, RDFS_NS "subClassOf", &at))) {
            ClassId super = class_of_iri(ontology, triple->object.text);
            if (super != CLASS_NONE) {
                add_class(ancestors, super, loader->arena);
            }
        }
    }
}

static void read_direct(Loader *loader, Class *class) {
    class->direct_property = value_of(loader, class->iri, DL_NS "directProperty").text;
    if (class->direct_property.length == 0) {
        return;
    }
    Text role = value_of(loader, class->iri, DL_NS "directRole").text;
    class->direct_role = role.length ? local_name(role) : TEXT("object");
    if (!ontology_property(loader->ontology, class->direct_property)) {
        refuse(loader, class->name, "has a dl:directProperty that is not a property of the ontology");
    }
    if (!text_equal(class->direct_role, TEXT("self")) && !ontology_property(loader->ontology, class->direct_role)) {
        refuse(loader, class->name, "has a dl:directRole that is not a property of the ontology");
    }
}

static bool is_true(const Loader *loader, Text iri, const char *property) {
    return text_equal(value_of(loader, iri, property).text, TEXT("true"));
}

static void read_class(Loader *loader, ClassId class_id) {
    Class *class = &loader->ontology->classes.items[class_id];
    read_labels(loader, class->iri, class->label);
    read_ancestors(loader, class_id);
    read_direct(loader, class);
    class->is_event_type = is_true(loader, class->iri, DL_NS "eventType");
    class->tells_content = is_true(loader, class->iri, DL_NS "tellsContent");
    class->is_local = is_true(loader, class->iri, DL_NS "localKind");
    class->outranks_plan = is_true(loader, class->iri, DL_NS "outranksPlan");
}

/* One member of a domain or range: a class of ours, or the datatype of a property whose values are literals (of several
 * the first). */
static void add_bound(Loader *loader, Property *property, Text iri, ClassIds *classes) {
    ClassId class_id = class_of_iri(loader->ontology, iri);
    if (class_id != CLASS_NONE) {
        add_class(classes, class_id, loader->arena);
    } else if (text_starts(iri, TEXT(DL_NS))) {
        refuse(loader, property->name, "has a domain or range that is not a class of the ontology");
    } else if (classes == &property->range && text_equal(property->datatype, TEXT(RDFS_NS "Literal"))) {
        property->datatype = iri;
    }
}

/* A domain or range: one class or datatype, or an owl:unionOf several. */
static void read_bound(Loader *loader, Property *property, const char *predicate, ClassIds *classes) {
    Term bound = value_of(loader, property->iri, predicate);
    if (bound.kind == TERM_IRI && bound.text.length) {
        add_bound(loader, property, bound.text, classes);
    }
    if (bound.kind != TERM_BLANK) {
        return;
    }
    Text list = value_of(loader, bound.text, OWL "unionOf").text;
    for (size_t i = 0; i < loader->triples.count && list.length; i++) { /* a list cannot be longer; it may be a ring */
        Text member = value_of(loader, list, RDF_NS "first").text;
        if (member.length) {
            add_bound(loader, property, member, classes);
        }
        list = value_of(loader, list, RDF_NS "rest").text;
    }
}

static void read_property(Loader *loader, Property *property) {
    read_labels(loader, property->iri, property->label);
    read_bound(loader, property, RDFS_NS "domain", &property->domain);
    read_bound(loader, property, RDFS_NS "range", &property->range);
}

static void find_engine_classes(Loader *loader) {
    Ontology *ontology = loader->ontology;
    const struct {
        Text name;
        ClassId *class_id;
    } needed[] = {
        {TEXT("Event"), &ontology->event},     {TEXT("Meeting"), &ontology->meeting},
        {TEXT("Agent"), &ontology->agent},     {TEXT("Organization"), &ontology->organization},
        {TEXT("Person"), &ontology->person},   {TEXT("Place"), &ontology->place},
        {TEXT("Country"), &ontology->country}, {TEXT("NewsAgency"), &ontology->news_agency},
        {TEXT("School"), &ontology->school},   {TEXT("Group"), &ontology->group},
        {TEXT("Work"), &ontology->work},       {TEXT("Assembly"), &ontology->assembly},
    };
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        *needed[i].class_id = ontology_class(ontology, needed[i].name);
        if (*needed[i].class_id == CLASS_NONE) {
            refuse(loader, needed[i].name, "is missing from the ontology");
        }
    }
    ontology->statement = ontology_class(ontology, TEXT("Statement"));
    ontology->plan = ontology_class(ontology, TEXT("Plan"));
}

static void mark_events(Loader *loader) {
    Ontology *ontology = loader->ontology;
    for (size_t i = 0; i < ontology->classes.count; i++) {
        Class *class = &ontology->classes.items[i];
        class->is_event = ontology->event != CLASS_NONE && ontology_is_a(ontology, (ClassId)i, ontology->event);
        if (class->is_event_type && !class->is_event) {
            refuse(loader, class->name, "is a dl:eventType but not below dl:Event");
        }
    }
}

static Text version_of(const Loader *loader) {
    for (size_t i = 0; i < loader->triples.count; i++) {
        if (term_is(loader->triples.items[i].object, OWL "Ontology")) {
            return value_of(loader, loader->triples.items[i].subject.text, OWL "versionInfo").text;
        }
    }
    return (Text){0};
}

Status ontology_load(Text path, Text bytes, Arena *arena, Diag *diag, Ontology **out) {
    Loader loader = {.path = path, .arena = arena, .diag = diag, .ontology = ARENA_NEW(arena, Ontology)};
    TRY(turtle_parse(path, 1, (Text){0}, bytes, arena, diag, &loader.triples));
    index_subjects(&loader);
    for (size_t i = 0; i < loader.triples.count; i++) {
        declare_term(&loader, &loader.triples.items[i]);
    }
    for (size_t i = 0; i < loader.ontology->classes.count; i++) {
        read_class(&loader, (ClassId)i);
    }
    for (size_t i = 0; i < loader.ontology->properties.count; i++) {
        read_property(&loader, &loader.ontology->properties.items[i]);
    }
    find_engine_classes(&loader);
    mark_events(&loader);
    loader.ontology->version = version_of(&loader);
    *out = loader.ontology;
    return loader.status;
}

ClassId ontology_class(const Ontology *ontology, Text name) {
    size_t index = table_get(&ontology->class_ids, local_name(name));
    return index == TABLE_NONE ? CLASS_NONE : (ClassId)index;
}

const Property *ontology_property(const Ontology *ontology, Text name) {
    size_t index = table_get(&ontology->property_ids, local_name(name));
    return index == TABLE_NONE ? NULL : &ontology->properties.items[index];
}

bool ontology_is_a(const Ontology *ontology, ClassId class_id, ClassId super) {
    if (class_id == CLASS_NONE) {
        return false;
    }
    const ClassIds *ancestors = &ontology->classes.items[class_id].ancestors;
    for (size_t i = 0; i < ancestors->count; i++) {
        if (ancestors->items[i] == super) {
            return true;
        }
    }
    return false;
}

bool ontology_is_any(const Ontology *ontology, ClassId class_id, const ClassIds *supers) {
    for (size_t i = 0; i < supers->count; i++) {
        if (ontology_is_a(ontology, class_id, supers->items[i])) {
            return true;
        }
    }
    return supers->count == 0;
}
