/* Links by name: streams an authority file past the names of the graphs' things. It knows the properties by which
 * authorities name, date and identify their own; what a name that is found proves is link_judge.c's affair. */
#include "link_authority.h"

#include "normalform.h"
#include "rdfstream.h"
#include "terms.h"

#define FOAF "http://xmlns.com/foaf/0.1/"

static const struct {
    const char *property;
    bool chief;
} NAMES[] = {
    {RDFS_NS "label", true},     {SKOS_NS "prefLabel", true},
    {SCHEMA_NS "name", true},    {"https://schema.org/name", true},
    {SKOS_NS "altLabel", false}, {SCHEMA_NS "alternateName", false},
    {FOAF "name", true},         {"https://schema.org/alternateName", false},
};

static const char *const SAME[] = {SKOS_NS "exactMatch", SCHEMA_NS "sameAs", "https://schema.org/sameAs",
                                   "http://www.w3.org/2002/07/owl#sameAs"};

static const struct {
    const char *type;
    unsigned kind;
} TYPES[] = {
    {SCHEMA_NS "Person", KIND_PERSON},
    {"https://schema.org/Person", KIND_PERSON},
    {FOAF "Person", KIND_PERSON},
    {WIKIDATA_NS "Q5", KIND_PERSON},
    {"http://www.loc.gov/mads/rdf/v1#PersonalName", KIND_PERSON},
    {DL_NS "Person", KIND_PERSON},
    {SCHEMA_NS "Organization", KIND_ORGANIZATION},
    {"https://schema.org/Organization", KIND_ORGANIZATION},
    {FOAF "Organization", KIND_ORGANIZATION},
    {"http://www.w3.org/ns/org#Organization", KIND_ORGANIZATION},
    {"http://www.loc.gov/mads/rdf/v1#CorporateName", KIND_ORGANIZATION},
    {SCHEMA_NS "GovernmentOrganization", KIND_ORGANIZATION},
    {DL_NS "Organization", KIND_ORGANIZATION},
    {SCHEMA_NS "Place", KIND_PLACE},
    {"https://schema.org/Place", KIND_PLACE},
    {SCHEMA_NS "City", KIND_PLACE},
    {SCHEMA_NS "Country", KIND_PLACE},
    {SCHEMA_NS "AdministrativeArea", KIND_PLACE},
    {"http://www.geonames.org/ontology#Feature", KIND_PLACE},
    {"http://www.loc.gov/mads/rdf/v1#Geographic", KIND_PLACE},
    {DL_NS "Place", KIND_PLACE},
};

static const struct {
    const char *property; /* of schema.org, behind its namespace */
    bool begins;
} DATES[] = {{"birthDate", true},  {"foundingDate", true},     {"startDate", true},
             {"deathDate", false}, {"dissolutionDate", false}, {"endDate", false}};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* A name is written in Chinese characters or it is not, whatever its tag says. */
static Lang lang_of(Text name) {
    for (size_t at = 0, next; at < name.length; at = next) {
        if (is_han(utf8_at(name, at, &next))) {
            return LANG_ZH;
        }
    }
    return LANG_EN;
}

/* One reading of one authority. */
typedef struct Search {
    const LinkThings *things;
    Arena *arena;
    Arena scratch; /* one statement */
    VECTOR(Indexes) wanted;
    Table by_name; /* normal form of a name -> index into wanted */
    Table by_same; /* what a thing is said to be -> the same */
    LinkObjects objects;
    Table by_object;
    LinkCandidates candidates;
    Table by_pair;
} Search;

/* ---- what is looked for ---- */

static void add_wanted(Search *search, Table *table, Text key, size_t thing) {
    size_t list = table_get(table, key);
    bool known = list < search->wanted.count;
    Indexes *indexes = known ? &search->wanted.items[list] : VECTOR_PUSH(search->arena, &search->wanted);
    if (!known) {
        table_put(table, search->arena, key, search->wanted.count - 1);
    }
    if (indexes->count == 0 || indexes->items[indexes->count - 1] != thing) {
        *VECTOR_PUSH(search->arena, indexes) = thing;
    }
}

static void collect_wanted(Search *search) {
    for (size_t i = 0; i < search->things->things.count; i++) {
        const LinkThing *thing = &search->things->things.items[i];
        for (size_t k = 0; k < thing->names.count; k++) {
            add_wanted(search, &search->by_name, normal_form(search->arena, thing->names.items[k].text), i);
        }
        for (size_t k = 0; k < thing->same.count; k++) {
            add_wanted(search, &search->by_same, thing->same.items[k], i);
        }
    }
}

/* ---- first reading: who bears such a name ---- */

static size_t object_index(Search *search, Text iri) {
    size_t index = table_get(&search->by_object, iri);
    if (index == TABLE_NONE) {
        Text key = text_copy(search->arena, iri);
        VECTOR_PUSH(search->arena, &search->objects)->iri = key;
        index = table_put(&search->by_object, search->arena, key, search->objects.count - 1);
    }
    return index;
}

static LinkCandidate *candidate_of(Search *search, size_t thing, Text iri) {
    size_t object = object_index(search, iri);
    Text pair = text_format(search->arena, "%zu %zu", thing, object);
    size_t index = table_get(&search->by_pair, pair);
    if (index == TABLE_NONE) {
        *VECTOR_PUSH(search->arena, &search->candidates) = (LinkCandidate){.thing = thing, .object = object};
        index = table_put(&search->by_pair, search->arena, pair, search->candidates.count - 1);
    }
    return &search->candidates.items[index];
}

static void match_name(Search *search, const Triple *triple, bool chief) {
    Text name = triple->object.text;
    size_t list = table_get(&search->by_name, normal_form(&search->scratch, name));
    for (size_t i = 0; list != TABLE_NONE && i < search->wanted.items[list].count; i++) {
        LinkCandidate *candidate = candidate_of(search, search->wanted.items[list].items[i], triple->subject.text);
        candidate->matched[lang_of(name)] = true;
        if (candidate->match_string.length == 0 || (chief && !candidate->chief)) {
            candidate->match_string = text_copy(search->arena, name);
            candidate->match_field = text_copy(search->arena, triple->predicate.text);
        }
        candidate->chief = candidate->chief || chief;
    }
}

static void match_same(Search *search, const Triple *triple) {
    size_t list = table_get(&search->by_same, triple->object.text);
    for (size_t i = 0; list != TABLE_NONE && i < search->wanted.items[list].count; i++) {
        candidate_of(search, search->wanted.items[list].items[i], triple->subject.text)->same = true;
    }
}

/* The index into NAMES of the property by which a statement names its subject; as many as there are: it names nothing.
 */
static size_t naming(const Triple *triple) {
    size_t i = 0;
    while (i < COUNT(NAMES) &&
           (triple->object.kind != TERM_LITERAL || !term_is(triple->predicate, NAMES[i].property))) {
        i++;
    }
    return i;
}

static bool says_same(const Triple *triple) {
    for (size_t i = 0; i < COUNT(SAME) && triple->object.kind == TERM_IRI; i++) {
        if (term_is(triple->predicate, SAME[i])) {
            return true;
        }
    }
    return false;
}

static void find_candidate(void *context, const Triple *triple) {
    Search *search = context;
    if (triple->subject.kind != TERM_IRI) {
        return;
    }
    size_t name = naming(triple);
    if (term_fault_iri(triple->subject.text)) {
        return;
    }
    search->scratch.exhausted = search->arena->exhausted;
    if (name < COUNT(NAMES)) {
        match_name(search, triple, NAMES[name].chief);
    } else if (says_same(triple)) {
        match_same(search, triple);
    }
    arena_reset(&search->scratch);
}

/* ---- second reading: what else is said of them ---- */

static void read_object_name(Search *search, LinkObject *object, const Triple *triple, bool chief) {
    Text name = triple->object.text;
    object->named[lang_of(name)] = true;
    if (chief && (object->label.length == 0 || text_equal(triple->object.language, TEXT("en")))) {
        object->label = text_copy(search->arena, name);
    }
}

static void read_object_date(LinkObject *object, const Triple *triple) {
    Text property = triple->predicate.text;
    bool known = text_starts(property, TEXT(SCHEMA_NS)) || text_starts(property, TEXT("https://schema.org/"));
    for (size_t i = 0; known && i < COUNT(DATES); i++) {
        if (text_ends(property, text_from(DATES[i].property))) {
            *(DATES[i].begins ? &object->years.from : &object->years.to) = link_year(triple->object.text);
        }
    }
}

static void read_object(void *context, const Triple *triple) {
    Search *search = context;
    size_t index = triple->subject.kind == TERM_IRI ? table_get(&search->by_object, triple->subject.text) : TABLE_NONE;
    if (index == TABLE_NONE) {
        return;
    }
    LinkObject *object = &search->objects.items[index];
    size_t name = naming(triple);
    if (name < COUNT(NAMES)) {
        read_object_name(search, object, triple, NAMES[name].chief);
    } else if (triple->object.kind == TERM_LITERAL) {
        read_object_date(object, triple);
    } else if (says_same(triple)) {
        *VECTOR_PUSH(search->arena, &object->same) = text_copy(search->arena, triple->object.text);
    }
    for (size_t i = 0; i < COUNT(TYPES) && term_is(triple->predicate, RDF_NS "type"); i++) {
        object->kinds |= term_is(triple->object, TYPES[i].type) ? TYPES[i].kind : 0;
    }
}

Status link_authority(Text path, const LinkThings *things, Diag *diag, Links *out) {
    Search search = {.things = things, .arena = things->arena};
    collect_wanted(&search);
    Status status = rdfstream_read(path, find_candidate, &search, search.arena, diag);
    if (status == DATELINE_OK) {
        status = rdfstream_read(path, read_object, &search, search.arena, diag);
    }
    arena_release(&search.scratch);
    if (status == DATELINE_OK) {
        link_judge(things, &search.objects, &search.candidates, out);
    }
    return status;
}
