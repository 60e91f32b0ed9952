/* What becomes of facts that tell the same thing twice, or in two languages. Run from the top of the source tree. */
#include "merge.h"

#include "check.h"
#include "files.h"

#include <stdlib.h>

/* A small article and what rules found in it, put together by hand. */
typedef struct Sample {
    Arena *arena;
    Ontology *ontology;
    Article article;
    Document document;
    Facts facts;
} Sample;

static Rule closed = {.id = {"closed", 6}};
static Rule awarded = {.id = {"awarded", 7}};
static Rule gave = {.id = {"gave", 4}};
static Rule elected = {.id = {"elected", 7}};
static Rule builds = {.id = {"builds", 6}};
static Rule visited = {.id = {"visited", 7}};
static Rule spoke = {.id = {"spoke", 5}};

static ClassId class_of(const Sample *sample, const char *name) {
    return name ? ontology_class(sample->ontology, text_from(name)) : CLASS_NONE;
}

static void add_dispatch(Sample *sample) {
    *VECTOR_PUSH(sample->arena, &sample->document.dispatches) = (Dispatch){.present = {true, true}};
}

static void sample_begin(Sample *sample, Arena *arena, Ontology *ontology) {
    *sample = (Sample){.arena = arena, .ontology = ontology, .article = {.date = {1956, 5, 5}}};
    sample->document.article = &sample->article;
    add_dispatch(sample);
}

static size_t add_sentence(Sample *sample, Lang lang, SentenceKind kind, const char *text) {
    Text *version = &sample->article.version[lang].text;
    *VECTOR_PUSH(sample->arena, &sample->document.sentences) =
        (Sentence){.lang = lang,
                   .kind = kind,
                   .text = text_from(text),
                   .offset = version->length,
                   .dispatch = sample->document.dispatches.count - 1};
    *version = text_join(sample->arena, *version, text_from(text));
    return sample->document.sentences.count - 1;
}

/* A fact whose evidence is `quote`, in the last sentence. */
static Fact *add_fact(Sample *sample, const Rule *rule, const char *type, const char *quote) {
    size_t last = sample->document.sentences.count - 1;
    const Sentence *sentence = &sample->document.sentences.items[last];
    size_t begin = text_find(sentence->text, text_from(quote));
    CHECK(begin != SIZE_MAX);
    Fact *fact = VECTOR_PUSH(sample->arena, &sample->facts);
    *fact = (Fact){.type = class_of(sample, type),
                   .lang = sentence->lang,
                   .rule = rule,
                   .sentence = last,
                   .span = {begin, begin + strlen(quote)}};
    return fact;
}

static Filler *fill(Sample *sample, Fact *fact, Role role, const char *label, const char *class_name) {
    Filler *filler = VECTOR_PUSH(sample->arena, &fact->fillers);
    *filler = (Filler){.role = role, .label = text_from(label), .class_id = class_of(sample, class_name)};
    return filler;
}

static Count *count(Sample *sample, Fact *fact, Role of, const char *value, const char *unit) {
    Count *added = VECTOR_PUSH(sample->arena, &fact->counts);
    *added = (Count){.number = {.value = text_from(value)}, .unit = text_from(unit), .of = of};
    return added;
}

static void set_date(Fact *fact, Day earliest, Day latest) {
    bool one_day = day_compare(earliest, latest) == 0;
    fact->has_date = true;
    fact->date = (DateMention){
        .value = one_day ? earliest : (Day){earliest.year, earliest.month, 0}, .earliest = earliest, .latest = latest};
}

static Report merged(Sample *sample) {
    Report report;
    CHECK_EQUAL(merge_facts(sample->ontology, NULL, &sample->document, &sample->facts, sample->arena, &report),
                DATELINE_OK);
    return report;
}

static const Event *event_of(const Report *report, const Sample *sample, const char *type) {
    for (size_t i = 0; i < report->events.count; i++) {
        if (report->events.items[i].type == class_of(sample, type)) {
            return &report->events.items[i];
        }
    }
    CHECK_TEXT(TEXT("missing"), type);
    exit(check_report());
}

static const Thing *thing_of(const Report *report, const Event *event, Role role, size_t index) {
    if (!CHECK(index < event->roles[role].count) || !CHECK(!event->roles[role].items[index].is_event)) {
        exit(check_report());
    }
    return &report->things.items[event->roles[role].items[index].index];
}

/* ---------------------------------------------------------------- an article of seven events in two languages */

static void add_english(Sample *sample) {
    add_sentence(sample, LANG_EN, SENTENCE_HEADLINE, "Textile Bureau Workers Conference Closes\n");
    Fact *fact = add_fact(sample, &closed, "Meeting", "Workers Conference Closes");
    fact->label = TEXT("Textile Bureau Workers Conference");

    add_sentence(sample, LANG_EN, SENTENCE_BODY,
                 "The first Workers Conference of the Textile Bureau closed on May 4th.\n");
    fact = add_fact(sample, &closed, "Meeting", "first Workers Conference of the Textile Bureau closed on May 4th");
    fact->label = TEXT("first Workers Conference of the Textile Bureau");
    fill(sample, fact, ROLE_AGENT, "Textile Bureau", "Organization");
    set_date(fact, (Day){1956, 5, 4}, (Day){1956, 5, 4});

    add_sentence(sample, LANG_EN, SENTENCE_BODY,
                 "It gave banners to 12 workshops and presented books to more than 300 workers.\n");
    fact = add_fact(sample, &awarded, "Award", "gave banners to 12 workshops");
    fill(sample, fact, ROLE_AGENT, "first Workers Conference of the Textile Bureau", "Meeting");
    fill(sample, fact, ROLE_OBJECT, "banners", NULL);
    fill(sample, fact, ROLE_RECIPIENT, "workshops", "Organization");
    count(sample, fact, ROLE_RECIPIENT, "12", "workshops");
    fact = add_fact(sample, &gave, "Gift", "presented books to more than 300 workers");
    fill(sample, fact, ROLE_AGENT, "conference", "Meeting");
    fill(sample, fact, ROLE_OBJECT, "books", NULL);
    fill(sample, fact, ROLE_RECIPIENT, "workers", "Group");
    count(sample, fact, ROLE_RECIPIENT, "300", "workers")->number.qualifier = QUALIFIER_AT_LEAST;

    add_sentence(sample, LANG_EN, SENTENCE_BODY, "The conference elected 20 delegates.\n");
    fact = add_fact(sample, &elected, "Election", "elected 20 delegates");
    fill(sample, fact, ROLE_AGENT, "conference", "Meeting");
    fill(sample, fact, ROLE_OBJECT, "delegates", "Group");
    count(sample, fact, ROLE_OBJECT, "20", "delegates");

    add_sentence(sample, LANG_EN, SENTENCE_BODY, "The Textile Bureau will build a dyeing mill in Wuxi.\n");
    fact = add_fact(sample, &builds, "Construction", "will build a dyeing mill in Wuxi");
    fact->modality = MODALITY_PLANNED;
    fill(sample, fact, ROLE_AGENT, "Textile Bureau", "Organization");
    fill(sample, fact, ROLE_OBJECT, "dyeing mill", NULL);
    fill(sample, fact, ROLE_PLACE, "Wuxi", "City");

    add_sentence(sample, LANG_EN, SENTENCE_BODY, "Guests from Poland toured Wuxi.\n");
    fact = add_fact(sample, &visited, "Visit", "Guests from Poland toured Wuxi");
    fill(sample, fact, ROLE_AGENT, "guests from Poland", "Group");
    fill(sample, fact, ROLE_PLACE, "Wuxi", "City");
}

static void add_chinese(Sample *sample) {
    add_sentence(sample, LANG_ZH, SENTENCE_HEADLINE, "纺织局工人会议闭幕\n");
    Fact *fact = add_fact(sample, &closed, "Meeting", "工人会议闭幕");
    fact->label = TEXT("纺织局工人会议");

    add_sentence(sample, LANG_ZH, SENTENCE_BODY, "纺织局第一届工人会议五月闭幕。\n");
    fact = add_fact(sample, &closed, "Meeting", "第一届工人会议五月闭幕");
    fact->label = TEXT("纺织局第一届工人会议");
    fill(sample, fact, ROLE_AGENT, "纺织局", "Organization");
    set_date(fact, (Day){1956, 5, 1}, (Day){1956, 5, 31});

    add_sentence(sample, LANG_ZH, SENTENCE_BODY, "会议向十二个车间颁发锦旗，并向三百多名工人赠送书籍。\n");
    fact = add_fact(sample, &awarded, "Award", "向十二个车间颁发锦旗");
    fill(sample, fact, ROLE_AGENT, "纺织局第一届工人会议", "Meeting");
    fill(sample, fact, ROLE_OBJECT, "锦旗", "Prize");
    fill(sample, fact, ROLE_RECIPIENT, "车间", "Organization");
    count(sample, fact, ROLE_RECIPIENT, "12", "个");
    fact = add_fact(sample, &gave, "Gift", "向三百多名工人赠送书籍");
    fill(sample, fact, ROLE_AGENT, "会议", "Meeting");
    fill(sample, fact, ROLE_OBJECT, "书籍", NULL);
    fill(sample, fact, ROLE_RECIPIENT, "工人", "Group");
    count(sample, fact, ROLE_RECIPIENT, "300", "名")->number.qualifier = QUALIFIER_AT_LEAST;

    add_sentence(sample, LANG_ZH, SENTENCE_BODY, "会议选举代表二十五人。\n");
    fact = add_fact(sample, &elected, "Election", "选举代表二十五人");
    fill(sample, fact, ROLE_AGENT, "会议", "Meeting");
    fill(sample, fact, ROLE_OBJECT, "代表", "Group");
    count(sample, fact, ROLE_OBJECT, "25", "人");

    add_sentence(sample, LANG_ZH, SENTENCE_BODY, "纺织局将在无锡兴建印染厂。\n");
    fact = add_fact(sample, &builds, "Construction", "将在无锡兴建印染厂");
    fact->modality = MODALITY_PLANNED;
    fill(sample, fact, ROLE_AGENT, "纺织局", "Organization");
    fill(sample, fact, ROLE_OBJECT, "印染厂", "Enterprise");
    fill(sample, fact, ROLE_PLACE, "无锡", "City");

    add_sentence(sample, LANG_ZH, SENTENCE_BODY, "王平讲话。\n");
    fact = add_fact(sample, &spoke, "Statement", "王平讲话");
    fill(sample, fact, ROLE_AGENT, "王平", "Person");
}

static void check_meeting(const Sample *sample, const Report *report) {
    const Event *meeting = &report->events.items[0];
    CHECK_EQUAL(meeting->type, sample->ontology->meeting);
    CHECK_TEXT(meeting->label[LANG_EN], "first Workers Conference of the Textile Bureau");
    CHECK_TEXT(meeting->label[LANG_ZH], "纺织局第一届工人会议");
    CHECK_EQUAL(meeting->agreement, AGREEMENT_BOTH);
    CHECK_EQUAL(meeting->evidence.count, 4);
    Text quote = text_span(sample->article.version[LANG_ZH].text, meeting->evidence.items[3].span);
    CHECK_TEXT(quote, "第一届工人会议五月闭幕");
    CHECK_EQUAL(meeting->date.value.day, 4); /* the English is more precise, and not against the Chinese */
    CHECK_TEXT(thing_of(report, meeting, ROLE_AGENT, 0)->label[LANG_ZH], "纺织局");
    CHECK_TEXT(meeting->summary[LANG_EN], "Textile Bureau held first Workers Conference of the Textile Bureau");
    CHECK_TEXT(meeting->summary[LANG_ZH], "纺织局举行纺织局第一届工人会议");
}

static void check_award(const Sample *sample, const Report *report) {
    const Event *award = event_of(report, sample, "Award");
    CHECK_EQUAL(award->agreement, AGREEMENT_BOTH);
    CHECK_EQUAL(award->roles[ROLE_AGENT].count, 1);
    CHECK(award->roles[ROLE_AGENT].items[0].is_event);
    CHECK_EQUAL(award->roles[ROLE_AGENT].items[0].index, 0);
    const Thing *banners = thing_of(report, award, ROLE_OBJECT, 0);
    CHECK_TEXT(banners->label[LANG_EN], "banners");
    CHECK_TEXT(banners->label[LANG_ZH], "锦旗");
    CHECK_EQUAL(banners->class_id, class_of(sample, "Prize"));
    CHECK_EQUAL(award->quantities.count, 1);
    CHECK_TEXT(award->quantities.items[0].unit[LANG_EN], "workshops");
    CHECK_TEXT(award->quantities.items[0].unit[LANG_ZH], "个");
    CHECK_TEXT(award->summary[LANG_EN],
               "first Workers Conference of the Textile Bureau awarded banners to 12 workshops");
    CHECK_TEXT(award->summary[LANG_ZH], "纺织局第一届工人会议颁发锦旗（接受者：车间12个）");
}

static void check_gift(const Sample *sample, const Report *report) {
    const Event *gift = event_of(report, sample, "Gift");
    CHECK_EQUAL(gift->agreement, AGREEMENT_BOTH);
    CHECK(gift->roles[ROLE_AGENT].items[0].is_event); /* "conference" is short for the meeting's name */
    CHECK_EQUAL(thing_of(report, gift, ROLE_OBJECT, 0)->class_id, sample->ontology->work);
    CHECK_TEXT(gift->summary[LANG_ZH], "纺织局第一届工人会议赠送书籍（接受者：工人至少300名）");
}

static void check_conflict(const Sample *sample, const Report *report) {
    const Event *election = event_of(report, sample, "Election");
    CHECK_EQUAL(election->agreement, AGREEMENT_CONFLICT);
    CHECK(election->conflict_on_quantity);
    CHECK(!election->conflicts[ROLE_OBJECT]);
    CHECK_EQUAL(election->quantities.count, 1);
    CHECK_TEXT(election->quantities.items[0].number.value, "25");
}

static void check_plan(const Sample *sample, const Report *report) {
    const Event *construction = event_of(report, sample, "Construction");
    const Event *meeting = event_of(report, sample, "Meeting");
    CHECK_EQUAL(construction->modality, MODALITY_PLANNED);
    CHECK_EQUAL(construction->agreement, AGREEMENT_BOTH);
    CHECK(thing_of(report, construction, ROLE_AGENT, 0) == thing_of(report, meeting, ROLE_AGENT, 0));
    CHECK_TEXT(construction->summary[LANG_EN], "planned: Textile Bureau built dyeing mill in Wuxi");
    CHECK_TEXT(construction->summary[LANG_ZH], "计划：纺织局在无锡建设印染厂");
}

static void check_single(const Sample *sample, const Report *report) {
    const Event *visit = event_of(report, sample, "Visit");
    CHECK_EQUAL(visit->agreement, AGREEMENT_ENGLISH_ONLY);
    CHECK_TEXT(visit->summary[LANG_EN], "guests from Poland visited Wuxi");
    CHECK_TEXT(visit->summary[LANG_ZH], "");
    CHECK_TEXT(thing_of(report, visit, ROLE_PLACE, 0)->label[LANG_ZH], "无锡"); /* known from another event */
    const Event *statement = event_of(report, sample, "Statement");
    CHECK_EQUAL(statement->agreement, AGREEMENT_CHINESE_ONLY);
    CHECK_TEXT(statement->summary[LANG_ZH], "声明：王平");
}

static void two_languages(Arena *arena, Ontology *ontology) {
    Sample sample;
    sample_begin(&sample, arena, ontology);
    add_english(&sample);
    add_chinese(&sample);
    Report report = merged(&sample);
    if (!CHECK_EQUAL(report.events.count, 7)) {
        return;
    }
    check_meeting(&sample, &report);
    check_award(&sample, &report);
    check_gift(&sample, &report);
    check_conflict(&sample, &report);
    check_plan(&sample, &report);
    check_single(&sample, &report);
    CHECK_EQUAL(report.things.count, 10);
}

static void one_language(Arena *arena, Ontology *ontology) {
    Sample sample;
    sample_begin(&sample, arena, ontology);
    add_chinese(&sample);
    Report report = merged(&sample);
    CHECK_EQUAL(report.events.count, 6);
    for (size_t i = 0; i < report.events.count; i++) {
        CHECK_EQUAL(report.events.items[i].agreement, AGREEMENT_CHINESE_ONLY);
        CHECK_EQUAL(report.events.items[i].summary[LANG_EN].length, 0);
        CHECK(report.events.items[i].summary[LANG_ZH].length > 0);
    }
}

static void no_facts(Arena *arena, Ontology *ontology) {
    Sample sample;
    sample_begin(&sample, arena, ontology);
    Report report = merged(&sample);
    CHECK_EQUAL(report.events.count, 0);
    CHECK_EQUAL(report.things.count, 0);
}

/* ---------------------------------------------------------------- told twice in one language */

static Fact *add_gift(Sample *sample, const char *quote, const char *gift, const char *who) {
    Fact *fact = add_fact(sample, &gave, "Gift", quote);
    fill(sample, fact, ROLE_OBJECT, gift, NULL);
    fill(sample, fact, ROLE_RECIPIENT, who, "Group");
    return fact;
}

static void told_twice(Arena *arena, Ontology *ontology) {
    Sample sample;
    sample_begin(&sample, arena, ontology);
    add_sentence(&sample, LANG_EN, SENTENCE_BODY,
                 "The union gave tickets to more than 40 pupils and pens to pupils.\n");
    Fact *fact = add_gift(&sample, "gave tickets to more than 40 pupils", "tickets", "pupils");
    fill(&sample, fact, ROLE_AGENT, "union", "Organization");
    count(&sample, fact, ROLE_RECIPIENT, "40", "pupils")->number.qualifier = QUALIFIER_AT_LEAST;
    fact = add_gift(&sample, "pens to pupils", "pens", "pupils");
    fill(&sample, fact, ROLE_AGENT, "union", "Organization");
    add_sentence(&sample, LANG_EN, SENTENCE_BODY, "Theatre tickets went to the pupils, 43 in all.\n");
    fact = add_gift(&sample, "Theatre tickets went to the pupils", "theatre tickets", "pupils");
    count(&sample, fact, ROLE_RECIPIENT, "43", "pupils");
    Report report = merged(&sample);
    if (!CHECK_EQUAL(report.events.count, 2)) {
        return;
    }
    const Event *tickets = &report.events.items[0];
    CHECK_EQUAL(tickets->evidence.count, 2);
    CHECK_EQUAL(tickets->quantities.count, 2); /* more than 40, and 43, are both true */
    const Thing *thing = thing_of(&report, tickets, ROLE_OBJECT, 0);
    CHECK_TEXT(thing->label[LANG_EN], "theatre tickets");
    CHECK_EQUAL(thing->variants[LANG_EN].count, 1);
    CHECK_TEXT(thing->variants[LANG_EN].items[0], "tickets");
}

/* What one rule finds twice in a sentence happened twice, however alike; so did what is counted differently. */
static void kept_apart(Arena *arena, Ontology *ontology) {
    Sample sample;
    sample_begin(&sample, arena, ontology);
    add_sentence(&sample, LANG_EN, SENTENCE_BODY, "Books went to pupils, and books went to pupils again.\n");
    add_gift(&sample, "Books went to pupils", "books", "pupils");
    add_gift(&sample, "books went to pupils again", "books", "pupils");
    add_sentence(&sample, LANG_EN, SENTENCE_BODY, "Pens went to 5 pupils. Pens went to 6 pupils.\n");
    count(&sample, add_gift(&sample, "Pens went to 5 pupils", "pens", "pupils"), ROLE_RECIPIENT, "5", "pupils");
    add_sentence(&sample, LANG_EN, SENTENCE_BODY, "Pens went to 6 pupils.\n");
    count(&sample, add_gift(&sample, "Pens went to 6 pupils", "pens", "pupils"), ROLE_RECIPIENT, "6", "pupils");
    CHECK_EQUAL(merged(&sample).events.count, 4);
}

/* ---------------------------------------------------------------- names that the lexicon knows */

static void known_names(Arena *arena, Ontology *ontology) {
    Sample sample;
    sample_begin(&sample, arena, ontology);
    Entry nanjing = {.id = TEXT("nanjing"), .class_id = ontology->place};
    Entry beijing = {.id = TEXT("beijing"), .class_id = ontology->place};
    *VECTOR_PUSH(arena, &nanjing.names[LANG_EN]) = TEXT("Nanjing");
    add_sentence(&sample, LANG_EN, SENTENCE_BODY, "Guests toured Beijing.\n");
    Fact *fact = add_fact(&sample, &visited, "Visit", "Guests toured Beijing");
    fill(&sample, fact, ROLE_AGENT, "guests", "Group");
    fill(&sample, fact, ROLE_PLACE, "Beijing", "Place")->entry = &beijing;
    set_date(fact, (Day){1956, 5, 3}, (Day){1956, 5, 3});
    add_sentence(&sample, LANG_ZH, SENTENCE_BODY, "来宾参观南京。\n");
    fact = add_fact(&sample, &visited, "Visit", "来宾参观南京");
    fact->modality = MODALITY_REPORTED;
    fill(&sample, fact, ROLE_AGENT, "来宾", "Group");
    fill(&sample, fact, ROLE_PLACE, "南京", "Place")->entry = &nanjing;
    set_date(fact, (Day){1956, 5, 2}, (Day){1956, 5, 2});
    Report report = merged(&sample);
    if (!CHECK_EQUAL(report.events.count, 1)) {
        return;
    }
    const Event *visit = &report.events.items[0];
    CHECK_EQUAL(visit->agreement, AGREEMENT_CONFLICT);
    CHECK(visit->conflicts[ROLE_PLACE] && !visit->conflicts[ROLE_AGENT]);
    CHECK(visit->conflict_on_date && visit->conflict_on_modality);
    CHECK_EQUAL(visit->date.value.day, 2);
    CHECK_EQUAL(visit->modality, MODALITY_REPORTED);
    CHECK_EQUAL(visit->roles[ROLE_PLACE].count, 1);
    const Thing *place = thing_of(&report, visit, ROLE_PLACE, 0);
    CHECK(place->entry == &nanjing);
    CHECK_TEXT(place->label[LANG_EN], "Nanjing"); /* the article does not say it, the lexicon does */
}

/* The article's own list of names tells which of two visits is which, against their order. */
static void listed_names(Arena *arena, Ontology *ontology) {
    Sample sample;
    sample_begin(&sample, arena, ontology);
    *VECTOR_PUSH(arena, &sample.article.names) = (NamePair){{TEXT("Lu Ming"), TEXT("陆明")}};
    static const char *const english[] = {"Lu Ming left.\n", "He Fang left.\n"};
    static const char *const chinese[] = {"何方离去。\n", "陆明离去。\n"};
    for (size_t i = 0; i < 2; i++) {
        add_sentence(&sample, LANG_EN, SENTENCE_BODY, english[i]);
        fill(&sample, add_fact(&sample, &visited, "Visit", "left"), ROLE_AGENT, i ? "He Fang" : "Lu Ming", "Person");
    }
    for (size_t i = 0; i < 2; i++) {
        add_sentence(&sample, LANG_ZH, SENTENCE_BODY, chinese[i]);
        fill(&sample, add_fact(&sample, &visited, "Visit", "离去"), ROLE_AGENT, i ? "陆明" : "何方", "Person");
    }
    Report report = merged(&sample);
    if (CHECK_EQUAL(report.events.count, 2)) {
        CHECK_TEXT(thing_of(&report, &report.events.items[0], ROLE_AGENT, 0)->label[LANG_ZH], "陆明");
    }
}

/* Another dispatch is another happening. */
static void two_dispatches(Arena *arena, Ontology *ontology) {
    Sample sample;
    sample_begin(&sample, arena, ontology);
    add_sentence(&sample, LANG_EN, SENTENCE_BODY, "Books went to pupils.\n");
    add_gift(&sample, "Books went to pupils", "books", "pupils");
    add_dispatch(&sample);
    add_sentence(&sample, LANG_EN, SENTENCE_BODY, "Books went to pupils.\n");
    add_gift(&sample, "Books went to pupils", "books", "pupils");
    Report report = merged(&sample);
    if (CHECK_EQUAL(report.events.count, 2)) {
        CHECK_EQUAL(report.events.items[1].dispatch, 1);
        CHECK_EQUAL(report.things.count, 2);
    }
}

/* Far apart and by other rules, but nothing else of their kind is left. The organizer stands for the meeting in one
 * language only: the event keeps its own names. */
static void what_is_left(Arena *arena, Ontology *ontology) {
    Sample sample;
    sample_begin(&sample, arena, ontology);
    add_sentence(&sample, LANG_EN, SENTENCE_BODY,
                 "A rally opened. Then the rally sent off a team, and gave it flags. It rained.\n");
    add_fact(&sample, &closed, "Meeting", "A rally opened")->label = TEXT("harvest rally");
    Fact *fact = add_fact(&sample, &gave, "Gift", "gave it flags");
    fill(&sample, fact, ROLE_AGENT, "harvest rally", "Meeting");
    fill(&sample, fact, ROLE_OBJECT, "flags", NULL);
    add_sentence(&sample, LANG_ZH, SENTENCE_BODY, "县里赠旗，并开大会。\n");
    fact = add_fact(&sample, &awarded, "Gift", "县里赠旗");
    fill(&sample, fact, ROLE_AGENT, "各界", NULL);
    fill(&sample, fact, ROLE_OBJECT, "旗", NULL);
    add_fact(&sample, &visited, "Meeting", "开大会")->label = TEXT("丰收大会");
    Report report = merged(&sample);
    if (!CHECK_EQUAL(report.events.count, 2)) {
        return;
    }
    const Event *gift = event_of(&report, &sample, "Gift");
    CHECK_EQUAL(gift->agreement, AGREEMENT_BOTH);
    CHECK_EQUAL(gift->roles[ROLE_AGENT].count, 1);
    CHECK(gift->roles[ROLE_AGENT].items[0].is_event);
    CHECK_EQUAL(report.things.count, 1);
}

static void adopt(Sample *sample, const char *what) {
    Fact *fact = add_fact(sample, &gave, "Decision", what);
    fill(sample, fact, ROLE_AGENT,
         sample->document.sentences.items[fact->sentence].lang == LANG_EN ? "Board" : "理事会", "Organization");
    fill(sample, fact, ROLE_OBJECT, what, "Document");
}

/* What one sentence tells in a row is told in that row by the other language too, however long each part is. */
static void in_a_row(Arena *arena, Ontology *ontology) {
    Sample sample;
    sample_begin(&sample, arena, ontology);
    add_sentence(&sample, LANG_EN, SENTENCE_BODY,
                 "The Board adopted the long report on all the work of the salt works of the coast, the budget, the "
                 "charter.\n");
    adopt(&sample, "long report on all the work of the salt works of the coast");
    adopt(&sample, "budget");
    adopt(&sample, "charter");
    add_sentence(&sample, LANG_ZH, SENTENCE_BODY,
                 "理事会通过了盐场报告，通过了预算，通过了关于全部会员的权利和义务的详细的章程。\n");
    adopt(&sample, "盐场报告");
    adopt(&sample, "预算");
    adopt(&sample, "关于全部会员的权利和义务的详细的章程");
    Report report = merged(&sample);
    static const char *const pairs[][2] = {{"long report on all the work of the salt works of the coast", "盐场报告"},
                                           {"budget", "预算"},
                                           {"charter", "关于全部会员的权利和义务的详细的章程"}};
    CHECK_EQUAL(report.events.count, 3);
    for (size_t i = 0; i < report.events.count && i < 3; i++) {
        const Thing *what = thing_of(&report, &report.events.items[i], ROLE_OBJECT, 0);
        CHECK_TEXT(what->label[LANG_EN], pairs[i][0]);
        CHECK_TEXT(what->label[LANG_ZH], pairs[i][1]);
    }
}

/* As many posts filled in both languages, by other rules and under names that nothing links: in their order. */
static void in_an_order(Arena *arena, Ontology *ontology) {
    Sample sample;
    sample_begin(&sample, arena, ontology);
    add_sentence(&sample, LANG_EN, SENTENCE_BODY, "Chen Lin becomes captain and Wang Hai becomes mate.\n");
    fill(&sample, add_fact(&sample, &elected, "Appointment", "Chen Lin becomes captain"), ROLE_OBJECT, "Chen Lin",
         "Person");
    fill(&sample, add_fact(&sample, &elected, "Appointment", "Wang Hai becomes mate"), ROLE_OBJECT, "Wang Hai",
         "Person");
    add_sentence(&sample, LANG_ZH, SENTENCE_BODY, "陈林任船长，王海任大副。\n");
    fill(&sample, add_fact(&sample, &visited, "Appointment", "陈林任船长"), ROLE_OBJECT, "陈林", "Person");
    fill(&sample, add_fact(&sample, &visited, "Appointment", "王海任大副"), ROLE_OBJECT, "王海", "Person");
    Report report = merged(&sample);
    if (CHECK_EQUAL(report.events.count, 2)) {
        CHECK_TEXT(thing_of(&report, &report.events.items[1], ROLE_OBJECT, 0)->label[LANG_EN], "Wang Hai");
        CHECK_TEXT(thing_of(&report, &report.events.items[1], ROLE_OBJECT, 0)->label[LANG_ZH], "王海");
    }
}

/* Words of two languages seldom put a body into one class. */
static void other_classes(Arena *arena, Ontology *ontology) {
    Sample sample;
    sample_begin(&sample, arena, ontology);
    add_sentence(&sample, LANG_EN, SENTENCE_BODY, "The Coast Branch was set up.\n");
    fill(&sample, add_fact(&sample, &builds, "Founding", "set up"), ROLE_OBJECT, "Coast Branch", "Committee");
    add_sentence(&sample, LANG_ZH, SENTENCE_BODY, "海岸分行成立。\n");
    fill(&sample, add_fact(&sample, &builds, "Founding", "成立"), ROLE_OBJECT, "海岸分行", "Enterprise");
    Report report = merged(&sample);
    CHECK_EQUAL(report.events.count, 1);
    CHECK_EQUAL(report.events.items[0].roles[ROLE_OBJECT].count, 1);
    const Thing *branch = thing_of(&report, &report.events.items[0], ROLE_OBJECT, 0);
    CHECK_TEXT(branch->label[LANG_EN], "Coast Branch");
    CHECK_TEXT(branch->label[LANG_ZH], "海岸分行");
}

/* A headline rounds, and leaves out what the body says. */
static void headline_and_body(Arena *arena, Ontology *ontology) {
    Sample sample;
    sample_begin(&sample, arena, ontology);
    add_sentence(&sample, LANG_ZH, SENTENCE_HEADLINE, "海城盐场增产万吨\n");
    Fact *fact = add_fact(&sample, &builds, "Production", "增产万吨");
    fill(&sample, fact, ROLE_AGENT, "海城盐场", "Organization");
    count(&sample, fact, ROLE_NONE, "10000", "吨");
    add_sentence(&sample, LANG_ZH, SENTENCE_HEADLINE, "颁发奖金\n");
    fact = add_fact(&sample, &gave, "Award", "颁发奖金");
    fill(&sample, fact, ROLE_OBJECT, "奖金", NULL);
    add_sentence(&sample, LANG_ZH, SENTENCE_BODY, "海城盐场增产食盐14640吨。\n");
    fact = add_fact(&sample, &closed, "Production", "增产食盐14640吨");
    fill(&sample, fact, ROLE_AGENT, "海城盐场", "Organization");
    count(&sample, fact, ROLE_NONE, "14640", "吨");
    add_sentence(&sample, LANG_ZH, SENTENCE_BODY, "林业部奖励了工人。\n");
    fact = add_fact(&sample, &awarded, "Award", "林业部奖励了工人");
    fill(&sample, fact, ROLE_AGENT, "林业部", "Organization");
    Report report = merged(&sample);
    CHECK_EQUAL(report.events.count, 2);
    const Event *event = event_of(&report, &sample, "Production");
    CHECK_EQUAL(event->quantities.count, 1);
    CHECK_TEXT(event->quantities.items[0].number.value, "14640");
    CHECK_TEXT(thing_of(&report, event_of(&report, &sample, "Award"), ROLE_OBJECT, 0)->label[LANG_ZH], "奖金");
}

/* What differs in anything, or may be told of two, stays apart. */
static void headline_and_other_body(Arena *arena, Ontology *ontology) {
    Sample sample;
    sample_begin(&sample, arena, ontology);
    add_sentence(&sample, LANG_ZH, SENTENCE_HEADLINE, "海城盐场增产万吨\n");
    Fact *fact = add_fact(&sample, &builds, "Production", "增产万吨");
    fill(&sample, fact, ROLE_AGENT, "海城盐场", "Organization");
    count(&sample, fact, ROLE_NONE, "10000", "吨");
    add_sentence(&sample, LANG_ZH, SENTENCE_BODY, "海城盐场增产食盐34640吨。\n");
    fact = add_fact(&sample, &closed, "Production", "增产食盐34640吨");
    fill(&sample, fact, ROLE_AGENT, "海城盐场", "Organization");
    count(&sample, fact, ROLE_NONE, "34640", "吨");
    CHECK_EQUAL(merged(&sample).events.count, 2);
}

/* A headline names in its own words what the body's sentence says; what the body names stands. */
static void headline_in_other_words(Arena *arena, Ontology *ontology) {
    Sample sample;
    sample_begin(&sample, arena, ontology);
    add_sentence(&sample, LANG_ZH, SENTENCE_HEADLINE, "海城盐工示威\n");
    fill(&sample, add_fact(&sample, &builds, "Demonstration", "海城盐工示威"), ROLE_AGENT, "海城盐工", "Group");
    add_sentence(&sample, LANG_ZH, SENTENCE_BODY, "海城各盐场的盐工昨天示威。\n");
    fill(&sample, add_fact(&sample, &closed, "Demonstration", "海城各盐场的盐工昨天示威"), ROLE_AGENT, "盐工", "Group");
    add_sentence(&sample, LANG_ZH, SENTENCE_BODY, "码头工人也示威。\n");
    fill(&sample, add_fact(&sample, &awarded, "Demonstration", "码头工人也示威"), ROLE_AGENT, "码头工人", "Group");
    Report report = merged(&sample);
    CHECK_EQUAL(report.events.count, 2);
    CHECK_EQUAL(report.events.items[0].roles[ROLE_AGENT].count, 1);
}

/* A headline may call the only meeting by another name; of two meetings it is neither. */
static void headline_by_another_name(Arena *arena, Ontology *ontology) {
    for (size_t meetings = 1; meetings <= 2; meetings++) {
        Sample sample;
        sample_begin(&sample, arena, ontology);
        add_sentence(&sample, LANG_ZH, SENTENCE_HEADLINE, "渔业会议闭幕\n");
        add_fact(&sample, &closed, "Meeting", "渔业会议闭幕")->label = TEXT("渔业会议");
        add_sentence(&sample, LANG_ZH, SENTENCE_BODY, "第二届盐工代表大会昨天闭幕。\n");
        add_fact(&sample, &closed, "Meeting", "第二届盐工代表大会昨天闭幕")->label = TEXT("第二届盐工代表大会");
        if (meetings == 2) {
            add_sentence(&sample, LANG_ZH, SENTENCE_BODY, "船工座谈会也闭幕。\n");
            add_fact(&sample, &closed, "Meeting", "船工座谈会也闭幕")->label = TEXT("船工座谈会");
        }
        CHECK_EQUAL(merged(&sample).events.count, meetings == 1 ? 1 : 3);
    }
}

/* Who is against something has not stated it. */
static void said_in_words(Arena *arena, Ontology *ontology) {
    Sample sample;
    sample_begin(&sample, arena, ontology);
    add_sentence(&sample, LANG_ZH, SENTENCE_BODY, "盐工反对这个办法，盐业工会发表声明。\n");
    Fact *fact = add_fact(&sample, &spoke, "Statement", "盐工反对这个办法");
    fill(&sample, fact, ROLE_AGENT, "盐工", "Group");
    fill(&sample, fact, ROLE_OBJECT, "反对这个办法", NULL);
    fact = add_fact(&sample, &spoke, "Statement", "盐业工会发表声明");
    fill(&sample, fact, ROLE_AGENT, "盐业工会", "Organization");
    fill(&sample, fact, ROLE_OBJECT, "声明", "Document");
    Report report = merged(&sample);
    CHECK_TEXT(report.events.items[0].summary[LANG_ZH], "盐工：反对这个办法");
    CHECK_TEXT(report.events.items[1].summary[LANG_ZH], "盐业工会发表声明");
}

/* A session that opened on one day and closed on another is one; rallies of two days are two. */
static void opened_and_closed(Arena *arena, Ontology *ontology) {
    static const char *const names[] = {"海城盐工第一次代表大会", "群众大会"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        Sample sample;
        sample_begin(&sample, arena, ontology);
        add_sentence(&sample, LANG_ZH, SENTENCE_BODY, "大会三日开幕，七日闭幕。\n");
        Fact *fact = add_fact(&sample, &closed, "Meeting", "大会三日开幕");
        fact->label = text_from(names[i]);
        set_date(fact, (Day){1956, 5, 3}, (Day){1956, 5, 3});
        fact = add_fact(&sample, &closed, "Meeting", "七日闭幕");
        fact->label = text_from(names[i]);
        set_date(fact, (Day){1956, 5, 7}, (Day){1956, 5, 7});
        Report report = merged(&sample);
        CHECK_EQUAL(report.events.count, i + 1);
        CHECK_EQUAL(report.events.items[0].date.value.day, 3);
    }
}

/* Two persons are two, whatever else is alike. */
static void headline_of_somebody_else(Arena *arena, Ontology *ontology) {
    Sample sample;
    sample_begin(&sample, arena, ontology);
    add_sentence(&sample, LANG_ZH, SENTENCE_HEADLINE, "林茂访问海城\n");
    Fact *fact = add_fact(&sample, &builds, "Visit", "林茂访问海城");
    fill(&sample, fact, ROLE_AGENT, "林茂", "Person");
    fill(&sample, fact, ROLE_OBJECT, "盐场", NULL);
    add_sentence(&sample, LANG_ZH, SENTENCE_BODY, "周海访问了盐场。\n");
    fact = add_fact(&sample, &closed, "Visit", "周海访问了盐场");
    fill(&sample, fact, ROLE_AGENT, "周海", "Person");
    fill(&sample, fact, ROLE_OBJECT, "盐场", NULL);
    CHECK_EQUAL(merged(&sample).events.count, 2);
}

/* What one language has done and the other only plans is one happening no sooner than one rule says so of both. */
static void planned_and_done(Arena *arena, Ontology *ontology) {
    Sample sample;
    sample_begin(&sample, arena, ontology);
    add_sentence(&sample, LANG_EN, SENTENCE_BODY, "Delegates came. They will tour mills.\n");
    Fact *fact = add_fact(&sample, &visited, "Visit", "will tour mills");
    fact->modality = MODALITY_PLANNED;
    fill(&sample, fact, ROLE_AGENT, "delegates", "Group");
    fill(&sample, fact, ROLE_PLACE, "mills", NULL);
    add_sentence(&sample, LANG_ZH, SENTENCE_BODY, "代表昨天到达。\n");
    fact = add_fact(&sample, &closed, "Visit", "代表昨天到达");
    fill(&sample, fact, ROLE_AGENT, "代表", "Group");
    CHECK_EQUAL(merged(&sample).events.count, 2);
}

int main(void) {
    jmp_buf exhausted;
    Arena arena = {.exhausted = &exhausted};
    if (setjmp(exhausted)) {
        return 1;
    }
    Diag diag = {0};
    Text bytes;
    Ontology *ontology;
    Text path = TEXT("ontology/dateline.ttl");
    if (!CHECK_EQUAL(file_read(path, &arena, &diag, &bytes), DATELINE_OK) ||
        !CHECK_EQUAL(ontology_load(path, bytes, &arena, &diag, &ontology), DATELINE_OK)) {
        return check_report();
    }
    two_languages(&arena, ontology);
    one_language(&arena, ontology);
    no_facts(&arena, ontology);
    told_twice(&arena, ontology);
    kept_apart(&arena, ontology);
    known_names(&arena, ontology);
    listed_names(&arena, ontology);
    two_dispatches(&arena, ontology);
    what_is_left(&arena, ontology);
    in_a_row(&arena, ontology);
    in_an_order(&arena, ontology);
    other_classes(&arena, ontology);
    planned_and_done(&arena, ontology);
    headline_and_body(&arena, ontology);
    headline_and_other_body(&arena, ontology);
    headline_in_other_words(&arena, ontology);
    headline_by_another_name(&arena, ontology);
    headline_of_somebody_else(&arena, ontology);
    said_in_words(&arena, ontology);
    opened_and_closed(&arena, ontology);
    arena_release(&arena);
    return check_report();
}
