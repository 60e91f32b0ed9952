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
    test_bad_terms(&sample);
    test_term_faults();
    arena_release(&sample.arena);
    return check_report();
}
