/* A report made by hand, for the tests of what is made from reports. */
#ifndef SAMPLE_REPORT_H
#define SAMPLE_REPORT_H

#include "claims.h"

#define SAMPLE_EN "Miners meet\nXinhua, May 3rd: The miners' meeting elected 40 delegates.\nIt plans to build a road."
#define SAMPLE_ZH "矿工会议\n新华社三日讯　矿工会议选出代表四十人。\n会议计划修路。"

typedef struct Sample {
    Arena arena;
    jmp_buf exhausted;
    Ontology ontology;
    Article article;
    Document document;
    RuleFile file;
    Rule rules[2];
    Entry ministry;
    Report report;
} Sample;

enum SampleThing { SAMPLE_DELEGATES, SAMPLE_ROAD, SAMPLE_MINISTRY };
enum SampleEvent { SAMPLE_MEETING, SAMPLE_ELECTION, SAMPLE_PLAN };

static ClassId sample_class(Sample *sample, const char *name, ClassId super) {
    Ontology *ontology = &sample->ontology;
    ClassId id = (ClassId)ontology->classes.count;
    Class class = {.name = text_from(name), .iri = text_format(&sample->arena, DL_NS "%s", name)};
    *VECTOR_PUSH(&sample->arena, &class.ancestors) = id;
    for (size_t i = 0; super != CLASS_NONE && i < ontology->classes.items[super].ancestors.count; i++) {
        *VECTOR_PUSH(&sample->arena, &class.ancestors) = ontology->classes.items[super].ancestors.items[i];
    }
    *VECTOR_PUSH(&sample->arena, &ontology->classes) = class;
    return id;
}

static void sample_direct(Ontology *ontology, ClassId class_id, const char *property, const char *role) {
    ontology->classes.items[class_id].direct_property = text_from(property);
    ontology->classes.items[class_id].direct_role = text_from(role);
}

static void sample_ontology(Sample *sample) {
    Ontology *ontology = &sample->ontology;
    ontology->event = sample_class(sample, "Event", CLASS_NONE);
    ontology->meeting = sample_class(sample, "Meeting", ontology->event);
    ontology->agent = sample_class(sample, "Agent", CLASS_NONE);
    ontology->organization = sample_class(sample, "Organization", ontology->agent);
    ontology->person = sample_class(sample, "Person", ontology->agent);
    ontology->place = sample_class(sample, "Place", ontology->agent);
    ontology->group = sample_class(sample, "Group", ontology->agent);
    ontology->work = sample_class(sample, "Work", CLASS_NONE);
    ontology->assembly = sample_class(sample, "Assembly", ontology->group);
    sample_direct(ontology, ontology->meeting, DL_NS "held", "self");
}

static Span sample_span(Sample *sample, Lang lang, const char *words) {
    size_t begin = text_find(sample->article.version[lang].text, text_from(words));
    return (Span){begin, begin + text_from(words).length};
}

static void sample_evidence(Sample *sample, Event *event, Lang lang, const char *words, size_t rule) {
    Evidence evidence = {.lang = lang, .span = sample_span(sample, lang, words), .rule = &sample->rules[rule]};
    *VECTOR_PUSH(&sample->arena, &event->evidence) = evidence;
}

static void sample_fill(Sample *sample, Event *event, Role role, bool is_event, size_t index) {
    Node node = {.is_event = is_event, .index = index};
    *VECTOR_PUSH(&sample->arena, &event->roles[role]) = node;
}

static void sample_article(Sample *sample) {
    sample->article = (Article){
        .has_own_name = true,
        .name = TEXT("1955-05-04_矿工会议.md"),
        .path = TEXT("papers/1955-05-04_矿工会议.md"),
        .date = {1955, 5, 4},
        .page = TEXT("2"),
        .version = {{.present = true, .text = TEXT(SAMPLE_EN), .starts_at = 7, .headline = TEXT("Miners meet")},
                    {.present = true, .text = TEXT(SAMPLE_ZH), .starts_at = 150, .headline = TEXT("矿工会议")}},
    };
    sample->document.article = &sample->article;
    Dispatch dispatch = {.present = {true, true},
                         .dateline = {TEXT("Xinhua, May 3rd:"), TEXT("新华社三日讯")},
                         .agency = {TEXT("Xinhua"), TEXT("新华社")},
                         .date = {1955, 5, 3}};
    *VECTOR_PUSH(&sample->arena, &sample->document.dispatches) = dispatch;
    static char version[] = "0123456789abcdef";
    sample->file = (RuleFile){.name = TEXT("meetings.rules"), .version = version};
    sample->rules[0] =
        (Rule){.id = TEXT("delegates-elected"), .says = TEXT("A meeting elects delegates."), .file = &sample->file};
    sample->rules[1] =
        (Rule){.id = TEXT("works-planned"), .says = TEXT("Something is to be built."), .file = &sample->file};
}

static void sample_things(Sample *sample) {
    Ontology *ontology = &sample->ontology;
    ClassId ministry = sample_class(sample, "Ministry", ontology->organization);
    sample->ministry = (Entry){.id = TEXT("ministry-of-mines"), .class_id = ministry, .wikidata = TEXT("Q42")};
    *VECTOR_PUSH(&sample->arena, &sample->ministry.names[LANG_EN]) = TEXT("Ministry of Mines");
    Thing delegates = {.class_id = ontology->group, .label = {TEXT("delegates"), TEXT("代表")}};
    Thing road = {.class_id = CLASS_NONE, .label = {TEXT("a \"new\"\r\nroad \\ path"), {0}}};
    Thing office = {
        .class_id = ministry, .label = {TEXT("Mining Ministry"), TEXT("矿业部")}, .entry = &sample->ministry};
    *VECTOR_PUSH(&sample->arena, &office.variants[LANG_EN]) = TEXT("Mines Ministry");
    *VECTOR_PUSH(&sample->arena, &sample->report.things) = delegates;
    *VECTOR_PUSH(&sample->arena, &sample->report.things) = road;
    *VECTOR_PUSH(&sample->arena, &sample->report.things) = office;
}

static void sample_events(Sample *sample) {
    Ontology *ontology = &sample->ontology;
    Event meeting = {.type = ontology->meeting, .label = {TEXT("miners' meeting"), TEXT("矿工会议")}};
    sample_fill(sample, &meeting, ROLE_AGENT, false, SAMPLE_MINISTRY);
    sample_evidence(sample, &meeting, LANG_EN, "Miners meet", 0);
    Event election = {.type = sample_class(sample, "Election", ontology->event), .has_date = true};
    sample_direct(ontology, election.type, DL_NS "elected", "object");
    sample_fill(sample, &election, ROLE_AGENT, true, SAMPLE_MEETING);
    sample_fill(sample, &election, ROLE_OBJECT, false, SAMPLE_DELEGATES);
    sample_evidence(sample, &election, LANG_EN, "elected 40 delegates", 0);
    sample_evidence(sample, &election, LANG_ZH, "选出代表四十人", 0);
    election.date = (DateMention){.value = {1955, 5, 3}, .earliest = {1955, 5, 3}, .latest = {1955, 5, 3}};
    Quantity forty = {.number = {.value = TEXT("40")}, .unit = {TEXT("delegates"), TEXT("人")}, .of = ROLE_OBJECT};
    *VECTOR_PUSH(&sample->arena, &election.quantities) = forty;
    Event plan = {.type = sample_class(sample, "Plan", ontology->event), .modality = MODALITY_PLANNED};
    sample_direct(ontology, plan.type, DL_NS "planned", "object");
    sample_fill(sample, &plan, ROLE_AGENT, true, SAMPLE_MEETING);
    sample_fill(sample, &plan, ROLE_OBJECT, false, SAMPLE_ROAD);
    sample_evidence(sample, &plan, LANG_EN, "plans to build a road", 1);
    plan.agreement = AGREEMENT_CONFLICT;
    plan.conflict_on_modality = true;
    *VECTOR_PUSH(&sample->arena, &sample->report.events) = meeting;
    *VECTOR_PUSH(&sample->arena, &sample->report.events) = election;
    *VECTOR_PUSH(&sample->arena, &sample->report.events) = plan;
}

static void sample_make(Sample *sample) {
    *sample = (Sample){0};
    sample->arena.exhausted = &sample->exhausted;
    sample_ontology(sample);
    sample_article(sample);
    sample_things(sample);
    sample_events(sample);
    sample->report.document = &sample->document;
}

#endif
