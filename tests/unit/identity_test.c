/* IRIs depend on what is named and on nothing else, and no two events of an article share one. */
#include "check.h"
#include "identity.h"
#include "sample_report.h"

#define BASE "https://example.org/id/"

static Identities names_of(Sample *sample) {
    Identities ids;
    identity_of_report(&sample->ontology, TEXT(BASE), &sample->report, &sample->arena, &ids);
    return ids;
}

static bool is_plain_ascii(Text iri) {
    for (size_t i = 0; i < iri.length; i++) {
        if (iri.at[i] <= ' ' || iri.at[i] > '~' || (iri.at[i] >= 'A' && iri.at[i] <= 'Z')) {
            return false;
        }
    }
    return iri.length > 0;
}

static void test_articles(Sample *sample) {
    Identities ids = names_of(sample);
    Text start = TEXT(BASE "article/1955-05-04-");
    CHECK(text_starts(ids.article, start));
    CHECK_EQUAL(ids.article.length, start.length + 16);
    CHECK(is_plain_ascii(ids.article));
    CHECK_TEXT(ids.issue, BASE "issue/1955-05-04");
    CHECK(text_equal(ids.version[LANG_ZH], text_join(&sample->arena, ids.article, TEXT("/zh"))));

    Article moved = sample->article;
    sample->article.path = TEXT("elsewhere/1955-05-04_矿工会议.txt");
    sample->article.name = TEXT("1955-05-04_矿工会议.txt");
    CHECK(text_equal(names_of(sample).article, ids.article));
    sample->article.name = TEXT("1955-05-04_矿工会议.第二");
    CHECK(!text_equal(names_of(sample).article, ids.article));
    sample->article = moved;
    sample->article.date.day = 0;
    CHECK(text_starts(names_of(sample).article, TEXT(BASE "article/1955-05-")));
    sample->article = moved;
}

static void test_things(Sample *sample) {
    Identities ids = names_of(sample);
    CHECK_TEXT(ids.things[SAMPLE_MINISTRY], BASE "org/ministry-of-mines");
    CHECK(text_starts(ids.things[SAMPLE_DELEGATES], TEXT(BASE "group/")));
    CHECK(text_starts(ids.things[SAMPLE_ROAD], TEXT(BASE "work/")));
    CHECK(is_plain_ascii(ids.things[SAMPLE_ROAD]));

    Thing thing = sample->report.things.items[SAMPLE_DELEGATES];
    thing.label[LANG_EN] = TEXT("representatives"); /* the Chinese name identifies it */
    CHECK(text_equal(identity_thing(&sample->ontology, TEXT(BASE), ids.article, &thing, &sample->arena),
                     ids.things[SAMPLE_DELEGATES]));
    thing.class_id = sample->ontology.person;
    CHECK(!text_equal(identity_thing(&sample->ontology, TEXT(BASE), ids.article, &thing, &sample->arena),
                      ids.things[SAMPLE_DELEGATES]));
}

static Text iri_of(Sample *sample, Thing thing, const char *article) {
    return identity_thing(&sample->ontology, TEXT(BASE), text_from(article), &thing, &sample->arena);
}

/* The scope is that of the name that identifies; a description is its article's own. */
static void test_scopes(Sample *sample) {
    Thing person = {.class_id = sample->ontology.person, .label = {TEXT("Li Ming"), TEXT("李明")}};
    Text bare = iri_of(sample, person, BASE "article/1");
    person.scope[LANG_EN] = TEXT("hubei");
    CHECK(text_equal(iri_of(sample, person, BASE "article/1"), bare));
    person.scope[LANG_ZH] = TEXT("hubei");
    CHECK(!text_equal(iri_of(sample, person, BASE "article/1"), bare));
    CHECK(text_equal(iri_of(sample, person, BASE "article/1"), iri_of(sample, person, BASE "article/2")));
    Thing other = person;
    other.scope[LANG_ZH] = TEXT("hunan");
    CHECK(!text_equal(iri_of(sample, person, BASE "article/1"), iri_of(sample, other, BASE "article/1")));

    Thing office = {.class_id = sample->ontology.organization, .label = {{0}, TEXT("县委")}, .is_described = true};
    CHECK(!text_equal(iri_of(sample, office, BASE "article/1"), iri_of(sample, office, BASE "article/2")));
    office.is_described = false;
    CHECK(text_equal(iri_of(sample, office, BASE "article/1"), iri_of(sample, office, BASE "article/2")));
}

static void test_events(Sample *sample) {
    Identities ids = names_of(sample);
    CHECK(text_starts(ids.event_keys[SAMPLE_ELECTION], TEXT("election-")));
    CHECK_EQUAL(ids.event_keys[SAMPLE_ELECTION].length, sizeof "election-" - 1 + 16);
    CHECK(is_plain_ascii(ids.events[SAMPLE_MEETING]));

    Identities again;
    identity_of_report(&sample->ontology, TEXT("urn:x:"), &sample->report, &sample->arena, &again);
    CHECK(text_equal(again.event_keys[SAMPLE_ELECTION], ids.event_keys[SAMPLE_ELECTION]));

    Event *meeting = &sample->report.events.items[SAMPLE_MEETING];
    meeting->summary[LANG_EN] = TEXT("said otherwise");
    meeting->has_date = true;
    CHECK(text_equal(names_of(sample).event_keys[SAMPLE_MEETING], ids.event_keys[SAMPLE_MEETING]));
    sample->article.name = TEXT("1955-05-04_另一.md");
    CHECK(!text_equal(names_of(sample).event_keys[SAMPLE_MEETING], ids.event_keys[SAMPLE_MEETING]));
}

static void test_twins(Sample *sample) {
    Event twin = sample->report.events.items[SAMPLE_ELECTION];
    *VECTOR_PUSH(&sample->arena, &sample->report.events) = twin;
    *VECTOR_PUSH(&sample->arena, &sample->report.events) = twin;
    Identities ids = names_of(sample);
    CHECK(!text_equal(ids.event_keys[3], ids.event_keys[SAMPLE_ELECTION]));
    CHECK(!text_equal(ids.event_keys[4], ids.event_keys[SAMPLE_ELECTION]));
    CHECK(!text_equal(ids.event_keys[4], ids.event_keys[3]));
}

int main(void) {
    Sample sample;
    sample_make(&sample);
    test_articles(&sample);
    test_things(&sample);
    test_scopes(&sample);
    test_events(&sample);
    test_twins(&sample);
    arena_release(&sample.arena);
    return check_report();
}
