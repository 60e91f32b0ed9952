/* A report made by hand becomes the statements that the vocabulary asks for: each once, valid, in a fixed order. */
#include "check.h"
#include "graph.h"
#include "sample_report.h"
#include "terms.h"

#define BASE "https://example.org/id/"

static Triples graph_of(Sample *sample, bool with_text, Diag *diag) {
    Triples triples = {0};
    Text name;
    GraphOptions options = {.base = TEXT(BASE), .with_text = with_text};
    CHECK_EQUAL(graph_build(&sample->ontology, &options, &sample->report, &sample->arena, diag, &triples, &name),
                DATELINE_OK);
    CHECK(text_starts(name, TEXT(BASE "article/1955-05-04-")));
    return triples;
}

/* How many statements have this predicate and, unless it is NULL, this object. */
static size_t count(const Triples *triples, const char *predicate, const char *object) {
    size_t found = 0;
    for (size_t i = 0; i < triples->count; i++) {
        const Triple *triple = &triples->items[i];
        found += text_equal(triple->predicate.text, text_from(predicate)) &&
                 (!object || text_equal(triple->object.text, text_from(object)));
    }
    return found;
}

static Text subject_of(const Triples *triples, const char *predicate, const char *object) {
    for (size_t i = 0; i < triples->count; i++) {
        const Triple *triple = &triples->items[i];
        if (text_equal(triple->predicate.text, text_from(predicate)) &&
            text_equal(triple->object.text, text_from(object))) {
            return triple->subject.text;
        }
    }
    return (Text){0};
}

static const Term *object_of(const Triples *triples, Text subject, const char *predicate) {
    static const Term none;
    for (size_t i = 0; i < triples->count; i++) {
        const Triple *triple = &triples->items[i];
        if (text_equal(triple->subject.text, subject) && text_equal(triple->predicate.text, text_from(predicate))) {
            return &triple->object;
        }
    }
    return &none;
}

static void test_documents(const Triples *triples) {
    Text article = subject_of(triples, RDF_NS "type", DL_NS "Article");
    CHECK_TEXT(object_of(triples, article, DC_NS "source")->text, "1955-05-04_矿工会议.md");
    CHECK_TEXT(object_of(triples, article, SCHEMA_NS "datePublished")->text, "1955-05-04");
    CHECK_TEXT(object_of(triples, article, SCHEMA_NS "datePublished")->datatype, XSD_NS "date");
    CHECK_TEXT(object_of(triples, article, SCHEMA_NS "printPage")->text, "2");
    CHECK_EQUAL(count(triples, SCHEMA_NS "headline", NULL), 2);
    CHECK_EQUAL(count(triples, RDF_NS "type", DL_NS "TextVersion"), 2);
    CHECK_EQUAL(count(triples, SCHEMA_NS "translationOfWork", NULL), 1);
    CHECK_EQUAL(count(triples, DL_NS "startsAt", "150"), 1);
    CHECK_EQUAL(count(triples, SCHEMA_NS "dateCreated", "1955-05-03"), 1);
    CHECK_EQUAL(count(triples, NIF_NS "isString", NULL), 0);
}

static void test_events(const Triples *triples) {
    Text election = subject_of(triples, RDF_NS "type", DL_NS "Election");
    Text meeting = subject_of(triples, RDF_NS "type", DL_NS "Meeting");
    CHECK(text_equal(object_of(triples, election, DL_NS "agent")->text, meeting));
    CHECK_TEXT(object_of(triples, election, DL_NS "date")->text, "1955-05-03");
    CHECK_EQUAL(count(triples, SEM_NS "hasLatestEndTimeStamp", "1955-05-03"), 1);
    CHECK_EQUAL(count(triples, DL_NS "reportedIn", NULL), 3);
    CHECK_EQUAL(count(triples, DL_NS "modality", DL_NS "Planned"), 2);
    Text quantity = object_of(triples, election, DL_NS "quantity")->text;
    CHECK_TEXT(object_of(triples, quantity, DL_NS "value")->datatype, XSD_NS "integer");
    CHECK_TEXT(object_of(triples, quantity, DL_NS "qualifier")->text, DL_NS "exactly");
    CHECK_TEXT(object_of(triples, quantity, DL_NS "of")->text, DL_NS "object");
    CHECK_EQUAL(count(triples, DL_NS "unit", NULL), 2);
}

static void test_direct(const Triples *triples) {
    Text meeting = subject_of(triples, RDF_NS "type", DL_NS "Meeting");
    CHECK(text_equal(object_of(triples, TEXT(BASE "org/ministry-of-mines"), DL_NS "held")->text, meeting));
    CHECK(text_starts(object_of(triples, meeting, DL_NS "elected")->text, TEXT(BASE "group/")));
    CHECK_EQUAL(count(triples, DL_NS "planned", NULL), 0); /* it did not happen yet */
}

static void test_things(const Triples *triples) {
    CHECK_EQUAL(count(triples, RDF_NS "type", DL_NS "Ministry"), 1);
    CHECK_EQUAL(count(triples, RDF_NS "type", DL_NS "Organization"), 2); /* with the agency */
    CHECK_EQUAL(count(triples, RDF_NS "type", DL_NS "Work"), 1);
    CHECK_EQUAL(count(triples, SCHEMA_NS "sameAs", "http://www.wikidata.org/entity/Q42"), 1);
    CHECK_EQUAL(count(triples, RDFS_NS "label", "Ministry of Mines"), 1); /* the lexicon's name */
    CHECK_EQUAL(count(triples, SKOS_NS "altLabel", "Mines Ministry"), 1);
    CHECK_EQUAL(count(triples, SKOS_NS "altLabel", "Mining Ministry"), 1); /* the article's */
    CHECK_EQUAL(count(triples, RDFS_NS "label", "a \"new\"\nroad \\ path"), 1);
}

static void test_claims(const Triples *triples) {
    CHECK_EQUAL(count(triples, RDF_NS "type", DL_NS "Claim"), 3);
    CHECK_EQUAL(count(triples, DL_NS "asserts", NULL), 3);
    CHECK_EQUAL(count(triples, DL_NS "evidence", NULL), 4);
    CHECK_EQUAL(count(triples, DL_NS "agreement", DL_NS "Conflict"), 1);
    CHECK_EQUAL(count(triples, DL_NS "conflictsOn", DL_NS "modality"), 1);
    CHECK_EQUAL(count(triples, DL_NS "byRule", BASE "rule/works-planned"), 1);
    CHECK_EQUAL(count(triples, DL_NS "ruleFile", "meetings.rules"), 2);
    Text agency = subject_of(triples, RDFS_NS "label", "新华社");
    CHECK(text_equal(object_of(triples, subject_of(triples, RDF_NS "type", DL_NS "Claim"), DL_NS "reportedBy")->text,
                     agency));
    Text span = subject_of(triples, NIF_NS "anchorOf", "选出代表四十人");
    CHECK(text_ends(span, TEXT("/zh#char=16,23")));
    CHECK_TEXT(object_of(triples, span, NIF_NS "beginIndex")->text, "16");
    CHECK_TEXT(object_of(triples, span, NIF_NS "endIndex")->text, "23");
}

static bool same(const Triple *a, const Triple *b) {
    return text_equal(a->subject.text, b->subject.text) && text_equal(a->predicate.text, b->predicate.text) &&
           text_equal(a->object.text, b->object.text) && text_equal(a->object.language, b->object.language);
}

static void test_order(const Triples *triples) {
    size_t groups = 0;
    size_t types_first = 0;
    size_t repeated = 0;
    for (size_t i = 0; i < triples->count; i++) {
        if (i == 0 || !text_equal(triples->items[i].subject.text, triples->items[i - 1].subject.text)) {
            groups++;
            types_first += text_equal(triples->items[i].predicate.text, TEXT(RDF_NS "type"));
        }
        for (size_t j = 0; j < i; j++) {
            repeated += same(&triples->items[i], &triples->items[j]);
        }
    }
    CHECK_EQUAL(groups, 22);
    CHECK_EQUAL(types_first, groups);
    CHECK_EQUAL(repeated, 0);
    CHECK_TEXT(triples->items[0].object.text, DL_NS "Article");
}

static Entry history_entry(Sample *sample, const char *id, ClassId class_id, const char *zh) {
    Entry entry = {.id = text_from(id), .class_id = class_id};
    *VECTOR_PUSH(&sample->arena, &entry.names[LANG_EN]) = text_from(id);
    *VECTOR_PUSH(&sample->arena, &entry.names[LANG_ZH]) = text_from(zh);
    return entry;
}

static void change_into(Sample *sample, Entry *original, Entry *results[2]) {
    Change *change = ARENA_NEW(&sample->arena, Change);
    change->date = (Day){1956, 5, 12};
    *VECTOR_PUSH(&sample->arena, &change->originals) = original;
    *VECTOR_PUSH(&sample->arena, &change->results) = results[0];
    *VECTOR_PUSH(&sample->arena, &change->results) = results[1];
    *VECTOR_PUSH(&sample->arena, &original->changes) = change;
}

/* What the lexicon knows of a body, a place and a person that the article speaks of. */
static void test_history(Sample *sample) {
    Diag diag = {0};
    Ontology *ontology = &sample->ontology;
    Entry coal = history_entry(sample, "ministry-of-coal", sample->ministry.class_id, "煤业部");
    Entry ore = history_entry(sample, "ministry-of-ore", sample->ministry.class_id, "矿石部");
    Entry east = history_entry(sample, "east", ontology->place, "东省");
    Entry west = history_entry(sample, "west", ontology->place, "西省");
    Entry land = history_entry(sample, "land", ontology->place, "大省");
    Entry chief = history_entry(sample, "chief", ontology->person, "主任");
    change_into(sample, &sample->ministry, (Entry *[]){&coal, &ore});
    change_into(sample, &land, (Entry *[]){&east, &west});
    west.from = (Day){1956, 5, 12};
    VECTOR(const Change *) both = {0};
    *VECTOR_PUSH(&sample->arena, &both) = land.changes.items[0];
    memcpy(&west.changes, &both, sizeof both);
    memcpy(&east.changes, &both, sizeof both);
    const Post posts[] = {{{TEXT("Minister"), TEXT("部长")}, &sample->ministry, {1954, 9, 0}, {1955, 0, 0}},
                          {{TEXT("Clerk"), TEXT("文书")}, NULL, {1950, 0, 0}, {1955, 5, 3}},
                          {{TEXT("Envoy"), TEXT("大使")}, NULL, {1955, 5, 5}, {0}},
                          {{TEXT("Guest"), TEXT("客人")}, NULL, {0}, {1960, 0, 0}}};
    for (size_t i = 0; i < sizeof posts / sizeof *posts; i++) {
        *VECTOR_PUSH(&sample->arena, &chief.posts) = posts[i];
    }
    *VECTOR_PUSH(&sample->arena, &sample->report.things) = (Thing){.class_id = ontology->place, .entry = &land};
    *VECTOR_PUSH(&sample->arena, &sample->report.things) = (Thing){.class_id = ontology->place, .entry = &west};
    *VECTOR_PUSH(&sample->arena, &sample->report.things) = (Thing){.class_id = ontology->place, .entry = &east};
    *VECTOR_PUSH(&sample->arena, &sample->report.things) = (Thing){.class_id = ontology->person, .entry = &chief};
    Triples triples = graph_of(sample, false, &diag);
    Text change = TEXT(BASE "change/ministry-of-mines-1956-05-12");
    CHECK_EQUAL(count(&triples, RDF_NS "type", ORG_NS "ChangeEvent"), 1);
    CHECK_TEXT(object_of(&triples, change, DCTERMS_NS "date")->text, "1956-05-12");
    CHECK_TEXT(object_of(&triples, change, ORG_NS "originalOrganization")->text, BASE "org/ministry-of-mines");
    CHECK_EQUAL(count(&triples, ORG_NS "resultingOrganization", BASE "org/ministry-of-ore"), 1);
    CHECK_TEXT(object_of(&triples, TEXT(BASE "org/ministry-of-ore"), RDFS_NS "label")->text, "ministry-of-ore");
    CHECK_EQUAL(count(&triples, DCTERMS_NS "isReplacedBy", NULL), 2);
    CHECK_EQUAL(count(&triples, DCTERMS_NS "replaces", BASE "place/land"), 1); /* by the one that began with it */
    CHECK_TEXT(object_of(&triples, TEXT(BASE "place/west"), DCTERMS_NS "replaces")->text, BASE "place/land");
    Text post = subject_of(&triples, ORG_NS "member", BASE "person/chief");
    CHECK_EQUAL(count(&triples, ORG_NS "member", NULL), 1); /* the others are over, to come, or of no known year */
    CHECK_TEXT(object_of(&triples, post, ORG_NS "organization")->text, BASE "org/ministry-of-mines");
    CHECK_TEXT(object_of(&triples, post, SCHEMA_NS "startDate")->datatype, XSD_NS "gYearMonth");
    CHECK_TEXT(object_of(&triples, post, SCHEMA_NS "endDate")->text, "1955");
    CHECK_EQUAL(count(&triples, SCHEMA_NS "roleName", NULL), 2);
    CHECK_EQUAL(diag.errors, 0);
    sample->report.things.count -= 4;
    sample->ministry.changes.count = 0;
}

static void test_bad_terms(Sample *sample) {
    Diag diag = {0};
    sample->report.things.items[SAMPLE_DELEGATES].label[LANG_EN] = TEXT("bro\xffken");
    sample->report.things.items[SAMPLE_ROAD].label[LANG_ZH] = TEXT("\xef\xbf\xbf");
    sample->report.events.items[SAMPLE_ELECTION].date.value = (Day){1955, 2, 30};
    sample->report.events.items[SAMPLE_MEETING].summary[LANG_EN] = TEXT("bell\a");
    Triples triples = graph_of(sample, true, &diag);
    CHECK_EQUAL(diag.warnings, 4);
    CHECK_EQUAL(count(&triples, DL_NS "date", NULL), 0);
    CHECK_EQUAL(count(&triples, RDFS_NS "label", "代表"), 1);
    CHECK_EQUAL(count(&triples, NIF_NS "isString", SAMPLE_ZH), 1);
}

static void test_term_faults(void) {
    CHECK(!term_fault_iri(TEXT("https://example.org/a#char=1,2")));
    CHECK(!term_fault_iri(TEXT("https://example.org/%E4%BA%BA/人")));
    CHECK(term_fault_iri(TEXT("no-scheme")) && term_fault_iri(TEXT("")) && term_fault_iri(TEXT("a:b c")));
    CHECK(term_fault_iri(TEXT("a:%4")) && term_fault_iri(TEXT("a:\"")) && term_fault_iri(TEXT("a:\\")));
    CHECK(!term_fault_language(TEXT("zh")) && !term_fault_language(TEXT("zh-hans")) &&
          !term_fault_language(TEXT("en-029")));
    CHECK(term_fault_language(TEXT("")) && term_fault_language(TEXT("zh-")) && term_fault_language(TEXT("zh-Hans")));
    CHECK(term_fault_language(TEXT("中文")) && term_fault_language(TEXT("abcdefghi")) &&
          term_fault_language(TEXT("e n")));
    CHECK(!term_fault_lexical(TEXT("1956-02-29"), TEXT(XSD_NS "date")));
    CHECK(term_fault_lexical(TEXT("1955-02-29"), TEXT(XSD_NS "date")) &&
          term_fault_lexical(TEXT("1955-02"), TEXT(XSD_NS "date")));
    CHECK(term_fault_lexical(TEXT("1955-03-00"), TEXT(XSD_NS "date")));
    CHECK(!term_fault_lexical(TEXT("1955-12"), TEXT(XSD_NS "gYearMonth")));
    CHECK(term_fault_lexical(TEXT("1955-13"), TEXT(XSD_NS "gYearMonth")));
    CHECK(!term_fault_lexical(TEXT("1955"), TEXT(XSD_NS "gYear")) &&
          term_fault_lexical(TEXT("55"), TEXT(XSD_NS "gYear")));
    CHECK(!term_fault_lexical(TEXT("-3"), TEXT(XSD_NS "integer")) &&
          term_fault_lexical(TEXT("3.0"), TEXT(XSD_NS "integer")));
    CHECK(term_fault_lexical(TEXT("-3"), TEXT(XSD_NS "nonNegativeInteger")));
    CHECK(!term_fault_lexical(TEXT("71.5"), TEXT(XSD_NS "decimal")) &&
          term_fault_lexical(TEXT("1e3"), TEXT(XSD_NS "decimal")));
    CHECK(term_fault_lexical(TEXT("."), TEXT(XSD_NS "decimal")) &&
          term_fault_lexical(TEXT("1.2.3"), TEXT(XSD_NS "decimal")));
}

int main(void) {
    Sample sample;
    sample_make(&sample);
    Diag diag = {0};
    Triples triples = graph_of(&sample, false, &diag);
    CHECK_EQUAL(diag.warnings, 0);
    test_documents(&triples);
    test_events(&triples);
    test_direct(&triples);
    test_things(&triples);
    test_claims(&triples);
    test_order(&triples);
    test_history(&sample);
    test_bad_terms(&sample);
    test_term_faults();
    arena_release(&sample.arena);
    return check_report();
}
