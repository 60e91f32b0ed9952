/* What the program reads in ontology/dateline.ttl, and what it refuses. Run from the top of the source tree. */
#include "ontology.h"

#include "check.h"

#define PREFIXES                                                                                                       \
    "@prefix dl: <" DL_NS "> .\n"                                                                                      \
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"                                                        \
    "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
#define ENGINE                                                                                                         \
    "dl:Event a owl:Class . dl:Agent a owl:Class . dl:Meeting a owl:Class . dl:Organization a owl:Class .\n"           \
    "dl:Person a owl:Class . dl:Place a owl:Class . dl:Group a owl:Class . dl:Work a owl:Class .\n"                    \
    "dl:Assembly a owl:Class . dl:Country a owl:Class . dl:NewsAgency a owl:Class . dl:School a owl:Class .\n"         \
    "dl:Statement a owl:Class .\n"

static char told[4096];

static void keep(void *context, const char *message) {
    (void)context;
    snprintf(told + strlen(told), sizeof told - strlen(told), "%s\n", message);
}

static Text read_file(const char *path, Arena *arena) {
    static char bytes[1 << 20];
    FILE *file = fopen(path, "rb");
    if (!CHECK(file != NULL)) {
        return (Text){0};
    }
    Text text = text_copy(arena, (Text){bytes, fread(bytes, 1, sizeof bytes, file)});
    fclose(file);
    return text;
}

static Status load(Arena *arena, Text bytes, Ontology **out) {
    Diag diag = {.sink = keep};
    told[0] = '\0';
    return ontology_load(TEXT("o.ttl"), bytes, arena, &diag, out);
}

static void shipped_events(const Ontology *ontology) {
    size_t types = 0;
    for (size_t i = 0; i < ontology->classes.count; i++) {
        const Class *class = &ontology->classes.items[i];
        CHECK(class->label[LANG_EN].length && class->label[LANG_ZH].length);
        CHECK_EQUAL(class->ancestors.items[0], i);
        if (class->is_event_type) {
            types++;
            CHECK(class->is_event);
            const Property *direct = ontology_property(ontology, class->direct_property);
            CHECK(direct && direct->range.count && ontology_is_any(ontology, ontology->agent, &direct->domain));
        }
    }
    CHECK_EQUAL(types, 26);
    const Class *award = &ontology->classes.items[ontology_class(ontology, TEXT("dl:Award"))];
    CHECK_TEXT(award->iri, DL_NS "Award");
    CHECK_TEXT(award->label[LANG_ZH], "授奖");
    CHECK_TEXT(award->direct_property, DL_NS "awarded");
    CHECK_TEXT(award->direct_role, "object");
    CHECK_TEXT(ontology->classes.items[ontology->meeting].direct_role, "self");
    CHECK_TEXT(ontology->classes.items[ontology_class(ontology, TEXT("Reception"))].direct_role, "recipient");
    CHECK_TEXT(ontology->classes.items[ontology_class(ontology, TEXT("Visit"))].direct_role, "place");
}

static void shipped_classes(const Ontology *ontology) {
    ClassId ministry = ontology_class(ontology, TEXT(DL_NS "Ministry"));
    CHECK(ontology_is_a(ontology, ministry, ontology->organization));
    CHECK(ontology_is_a(ontology, ministry, ontology->agent));
    CHECK(!ontology_is_a(ontology, ministry, ontology->place));
    CHECK(!ontology_is_a(ontology, CLASS_NONE, ontology->agent));
    CHECK(ontology_is_a(ontology, ontology->meeting, ontology->event));
    CHECK(ontology_is_a(ontology, ontology->meeting, ontology->agent));
    CHECK(ontology_is_a(ontology, ontology->assembly, ontology->group));
    CHECK_EQUAL(ontology_class(ontology, TEXT("Unheard")), CLASS_NONE);
    CHECK_EQUAL(ontology_class(ontology, TEXT("sem:Event")), CLASS_NONE);
}

static void shipped_properties(const Ontology *ontology) {
    const Property *agent = ontology_property(ontology, TEXT("agent"));
    CHECK_TEXT(agent->label[LANG_EN], "agent");
    CHECK_EQUAL(agent->domain.count, 1);
    CHECK_EQUAL(agent->domain.items[0], ontology->event);
    CHECK_EQUAL(agent->range.count, 3);
    CHECK_EQUAL(agent->range.items[0], ontology->agent);
    CHECK_EQUAL(agent->datatype.length, 0);
    CHECK(ontology_is_any(ontology, ontology->person, &agent->range));
    CHECK(!ontology_is_any(ontology, ontology->work, &agent->range));
    CHECK_EQUAL(ontology_property(ontology, TEXT("object"))->range.count, 0);
    CHECK(ontology_is_any(ontology, ontology->work, &ontology_property(ontology, TEXT("object"))->range));
    CHECK_TEXT(ontology_property(ontology, TEXT("dl:value"))->datatype, "http://www.w3.org/2001/XMLSchema#decimal");
    CHECK_TEXT(ontology_property(ontology, TEXT("date"))->datatype, "http://www.w3.org/2001/XMLSchema#date");
    CHECK_EQUAL(ontology_property(ontology, TEXT("modality"))->domain.count, 2);
    CHECK(ontology_property(ontology, TEXT("eventType")) == NULL);
}

static bool is_local(const Ontology *ontology, const char *name) {
    return ontology->classes.items[ontology_class(ontology, text_from(name))].is_local;
}

static void shipped_local_kinds(const Ontology *ontology) {
    CHECK(is_local(ontology, "School") && is_local(ontology, "Organization"));
    CHECK(!is_local(ontology, "Ministry") && !is_local(ontology, "MassOrganization"));
}

static void shipped_kinds_of_events(const Ontology *ontology) {
    static const char *const content[] = {"Statement", "Decision", "Plan", NULL};
    static const char *const deeds[] = {"Founding", "Visit", "Meeting", NULL};
    for (size_t i = 0; content[i]; i++) {
        const Class *class = &ontology->classes.items[ontology_class(ontology, text_from(content[i]))];
        CHECK(class->tells_content && !class->outranks_plan);
    }
    for (size_t i = 0; deeds[i]; i++) {
        const Class *class = &ontology->classes.items[ontology_class(ontology, text_from(deeds[i]))];
        CHECK(!class->tells_content && class->outranks_plan);
    }
}

static void reads_the_shipped_ontology(Arena *arena) {
    Ontology *ontology;
    if (!CHECK_EQUAL(load(arena, read_file("ontology/dateline.ttl", arena), &ontology), DATELINE_OK)) {
        return;
    }
    CHECK_TEXT(ontology->version, "0.1.0");
    shipped_events(ontology);
    shipped_kinds_of_events(ontology);
    shipped_local_kinds(ontology);
    shipped_classes(ontology);
    shipped_properties(ontology);
}

static void refuses(Arena *arena, Text bytes, const char *message) {
    Ontology *ontology;
    CHECK_EQUAL(load(arena, bytes, &ontology), DATELINE_RULES);
    if (!CHECK(strstr(told, message) != NULL)) {
        printf("    told     %s", told);
    }
}

static void refuses_a_broken_ontology(Arena *arena) {
    refuses(arena, TEXT(PREFIXES "dl:Event a owl:Class\ndl:Agent a owl:Class ."), "o.ttl:5: ");
    refuses(arena, TEXT(PREFIXES "dl:Event a owl:Class ."), "o.ttl: dl:Meeting is missing from the ontology");
    refuses(arena, TEXT(PREFIXES ENGINE "dl:Award dl:eventType true ; a owl:Class ."),
            "dl:Award is a dl:eventType but not");
    refuses(arena, TEXT(PREFIXES ENGINE "dl:Award a owl:Class ; dl:directProperty dl:awarded ."),
            "has a dl:directProperty");
    refuses(
        arena,
        TEXT(PREFIXES ENGINE "dl:x a owl:ObjectProperty . dl:Meeting dl:directProperty dl:x ; dl:directRole dl:y ."),
        "has a dl:directRole");
    refuses(arena, TEXT(PREFIXES ENGINE "dl:agent a owl:ObjectProperty ; rdfs:range dl:Nothing ."),
            "has a domain or range");
}

static void bears_rings(Arena *arena) {
    Ontology *ontology;
    Text ring =
        TEXT(PREFIXES ENGINE "dl:A a owl:Class ; rdfs:subClassOf dl:B . dl:B a owl:Class ; rdfs:subClassOf dl:A ,\n"
                             "dl:Work , dl:Group .");
    CHECK_EQUAL(load(arena, ring, &ontology), DATELINE_OK);
    ClassId class_id = ontology_class(ontology, TEXT("A"));
    CHECK_EQUAL(ontology->classes.items[class_id].ancestors.count, 4);
    CHECK(ontology_is_a(ontology, class_id, ontology->work) && ontology_is_a(ontology, class_id, ontology->group));
}

int main(void) {
    Arena arena = {0};
    reads_the_shipped_ontology(&arena);
    refuses_a_broken_ontology(&arena);
    bears_rings(&arena);
    arena_release(&arena);
    return check_report();
}
