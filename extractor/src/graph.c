/* Owns what is stated of an article, its texts and dispatches, and the things and rules that its events speak of;
 * graph_events.c has the events. It knows neither how facts are found nor how statements are written. */
#include "graph.h"

#include "graph_parts.h"
#include "sha256.h"

static Text class_iri(const Graph *graph, ClassId class_id) {
    return graph->ontology->classes.items[class_id].iri;
}

Text graph_day_type(Day day) {
    return day.day ? TEXT(XSD_NS "date") : day.month ? TEXT(XSD_NS "gYearMonth") : TEXT(XSD_NS "gYear");
}

void graph_day(Graph *graph, Text subject, Text predicate, Day day) {
    if (day.year) {
        state_typed(&graph->statements, subject, predicate, day_format(graph->statements.arena, day),
                    graph_day_type(day));
    }
}

/* The name of the file that it was read from. One of several in a stream has its number behind that, which is another
 * one when the stream is divided. */
static Text source_of(const Article *article) {
    size_t end = article->name.length;
    while (!article->has_own_name && end > 0 && article->name.at[end - 1] != '#') {
        end--;
    }
    return end > 1 ? text_slice(article->name, 0, article->has_own_name ? end : end - 1) : article->name;
}

static void state_article(Graph *graph) {
    const Article *article = graph->report->document->article;
    Statements *statements = &graph->statements;
    Text iri = graph->ids.article;
    state_type(statements, iri, TEXT(DL_NS "Article"));
    state_type(statements, iri, TEXT(SCHEMA_NS "NewsArticle"));
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        const Version *version = &article->version[lang];
        state_text(statements, iri, TEXT(SCHEMA_NS "headline"), version->headline, lang_tag(lang));
        state_text(statements, iri, TEXT(SCHEMA_NS "author"), version->author, lang_tag(lang));
        state_text(statements, iri, TEXT(SCHEMA_NS "articleSection"), version->section, lang_tag(lang));
    }
    graph_day(graph, iri, TEXT(SCHEMA_NS "datePublished"), article->date);
    state_text(statements, iri, TEXT(SCHEMA_NS "printPage"), article->page, NULL);
    state_text(statements, iri, TEXT(DC_NS "source"), source_of(article), NULL);
    if (article->date.year) {
        state_iri(statements, iri, TEXT(SCHEMA_NS "isPartOf"), graph->ids.issue);
        state_type(statements, graph->ids.issue, TEXT(DL_NS "Issue"));
        state_type(statements, graph->ids.issue, TEXT(SCHEMA_NS "PublicationIssue"));
        graph_day(graph, graph->ids.issue, TEXT(SCHEMA_NS "datePublished"), article->date);
    }
}

static bool has_label(const Thing *thing, Lang lang, Text label) {
    if (text_equal(thing->label[lang], label)) {
        return true;
    }
    for (size_t i = 0; i < thing->variants[lang].count; i++) {
        if (text_equal(thing->variants[lang].items[i], label)) {
            return true;
        }
    }
    return false;
}

/* The thing of the report that has one of these labels, or else a thing that has just them. */
static Text name_filed(Graph *graph, const Text label[LANG_COUNT], const Entry *entry, ClassId class_id) {
    const Report *report = graph->report;
    for (size_t i = 0; i < report->things.count; i++) {
        const Thing *thing = &report->things.items[i];
        for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
            bool same = entry ? thing->entry && text_equal(thing->entry->id, entry->id)
                              : label[lang].length && has_label(thing, lang, label[lang]);
            if (same && ontology_is_a(graph->ontology, thing->class_id, class_id)) {
                return graph->ids.things[i];
            }
        }
    }
    Thing thing = {
        .class_id = entry ? entry->class_id : class_id, .label = {label[LANG_EN], label[LANG_ZH]}, .entry = entry};
    *VECTOR_PUSH(graph->statements.arena, &graph->filed) = thing;
    return identity_thing(graph->ontology, graph->options->base, graph->ids.article, &thing, graph->statements.arena);
}

Text graph_entry(Graph *graph, const Entry *entry) {
    return name_filed(graph, (Text[LANG_COUNT]){{0}}, entry, entry->class_id);
}

static bool is_named(const Text label[LANG_COUNT]) {
    return label[LANG_EN].length || label[LANG_ZH].length;
}

Text graph_agency(Graph *graph, const Dispatch *dispatch) {
    return is_named(dispatch->agency)
               ? name_filed(graph, dispatch->agency, dispatch->agency_entry, graph->ontology->organization)
               : (Text){0};
}

static void state_dispatch(Graph *graph, size_t index) {
    const Dispatch *dispatch = &graph->report->document->dispatches.items[index];
    Statements *statements = &graph->statements;
    Text iri = identity_dispatch(&graph->ids, index, statements->arena);
    state_type(statements, iri, TEXT(DL_NS "Dispatch"));
    state_iri(statements, iri, TEXT(SCHEMA_NS "isPartOf"), graph->ids.article);
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        state_text(statements, iri, TEXT(SCHEMA_NS "dateline"), dispatch->dateline[lang], lang_tag(lang));
    }
    graph_day(graph, iri, TEXT(SCHEMA_NS "dateCreated"), dispatch->date);
    state_iri(statements, iri, TEXT(SCHEMA_NS "sourceOrganization"), graph_agency(graph, dispatch));
    if (is_named(dispatch->place)) {
        Text place = name_filed(graph, dispatch->place, dispatch->place_entry, graph->ontology->place);
        state_iri(statements, iri, TEXT(SCHEMA_NS "locationCreated"), place);
    }
}

static void state_version(Graph *graph, Lang lang) {
    const Article *article = graph->report->document->article;
    const Version *version = &article->version[lang];
    if (!version->present) {
        return;
    }
    Statements *statements = &graph->statements;
    Text iri = graph->ids.version[lang];
    state_type(statements, iri, TEXT(DL_NS "TextVersion"));
    state_type(statements, iri, TEXT(NIF_NS "Context"));
    state_iri(statements, iri, TEXT(SCHEMA_NS "isPartOf"), graph->ids.article);
    state_text(statements, iri, TEXT(DCTERMS_NS "language"), text_from(lang_tag(lang)), NULL);
    if (lang == LANG_EN && article->version[LANG_ZH].present) {
        state_iri(statements, iri, TEXT(SCHEMA_NS "translationOfWork"), graph->ids.version[LANG_ZH]);
    }
    state_count(statements, iri, TEXT(DL_NS "startsAt"), version->starts_at);
    state_text(statements, iri, TEXT(SCHEMA_NS "sha256"), sha256_hex(statements->arena, version->text), NULL);
    if (graph->options->with_text) {
        state_exact(statements, iri, TEXT(NIF_NS "isString"), version->text, NULL);
    }
}

/* Its own class and, for those who do not reason, the published class above it. A thing is never typed as an event: no
 * claim speaks of it; the name of a meeting that is only mentioned is an assembly's. */
static void state_thing_types(Graph *graph, Text iri, ClassId class_id) {
    const Ontology *ontology = graph->ontology;
    if (class_id == CLASS_NONE) {
        class_id = ontology->work;
    } else if (ontology_is_a(ontology, class_id, ontology->event)) {
        class_id = ontology->assembly;
    }
    state_type(&graph->statements, iri, class_iri(graph, class_id));
    const ClassId published[] = {ontology->organization, ontology->person, ontology->place, ontology->group,
                                 ontology->work};
    for (size_t i = 0; i < sizeof published / sizeof *published; i++) {
        if (ontology_is_a(ontology, class_id, published[i])) {
            state_type(&graph->statements, iri, class_iri(graph, published[i]));
        }
    }
}

/* A curated thing has the name that the lexicon puts first, whatever an article calls it: it has one label in all
 * graphs. */
static Text chief_label(const Thing *thing, Lang lang) {
    bool curated = thing->entry && thing->entry->names[lang].count;
    return curated ? thing->entry->names[lang].items[0] : thing->label[lang];
}

static void state_names(Graph *graph, Text iri, const Thing *thing, Lang lang) {
    Statements *statements = &graph->statements;
    Text chief = chief_label(thing, lang);
    state_text(statements, iri, TEXT(RDFS_NS "label"), chief, lang_tag(lang));
    if (!text_equal(thing->label[lang], chief)) {
        state_text(statements, iri, TEXT(SKOS_NS "altLabel"), thing->label[lang], lang_tag(lang));
    }
    for (size_t i = 0; i < thing->variants[lang].count; i++) {
        if (!text_equal(thing->variants[lang].items[i], chief)) {
            state_text(statements, iri, TEXT(SKOS_NS "altLabel"), thing->variants[lang].items[i], lang_tag(lang));
        }
    }
}

static void state_thing(Graph *graph, Text iri, const Thing *thing) {
    Statements *statements = &graph->statements;
    state_thing_types(graph, iri, thing->class_id);
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        state_names(graph, iri, thing, lang);
    }
    if (thing->entry && thing->entry->wikidata.length) {
        Text item = text_join(statements->arena, TEXT(WIKIDATA_NS), thing->entry->wikidata);
        state_iri(statements, iri, TEXT(SCHEMA_NS "sameAs"), item);
    }
}

static void state_things(Graph *graph) {
    const Report *report = graph->report;
    for (size_t i = 0; i < report->things.count; i++) {
        state_thing(graph, graph->ids.things[i], &report->things.items[i]);
    }
    for (size_t i = 0; i < graph->filed.count; i++) {
        const Thing *thing = &graph->filed.items[i];
        Text iri =
            identity_thing(graph->ontology, graph->options->base, graph->ids.article, thing, graph->statements.arena);
        state_thing(graph, iri, thing);
    }
}

static void state_rule(Graph *graph, const Rule *rule) {
    Statements *statements = &graph->statements;
    Text iri = identity_rule(graph->options->base, rule, statements->arena);
    state_type(statements, iri, TEXT(DL_NS "Rule"));
    state_text(statements, iri, TEXT(RDFS_NS "label"), rule->says, lang_tag(LANG_EN));
    state_text(statements, iri, TEXT(DL_NS "ruleFile"), rule->file->name, NULL);
    state_text(statements, iri, TEXT(SCHEMA_NS "version"), rulefile_version(rule->file, statements->arena), NULL);
}

static void state_rules(Graph *graph) {
    const Report *report = graph->report;
    for (size_t i = 0; i < report->events.count; i++) {
        const Event *event = &report->events.items[i];
        for (size_t j = 0; j < event->evidence.count; j++) {
            state_rule(graph, event->evidence.items[j].rule);
        }
    }
}

Status graph_build(const Ontology *ontology, const GraphOptions *options, const Report *report, Arena *arena,
                   Diag *diag, Triples *out, Text *graph_name) {
    Place place = {.file = report->document->article->path};
    Graph graph = {.ontology = ontology,
                   .options = options,
                   .report = report,
                   .statements = {.arena = arena, .diag = diag, .place = place}};
    identity_of_report(ontology, options->base, report, arena, &graph.ids);
    state_article(&graph);
    for (size_t i = 0; i < report->document->dispatches.count; i++) {
        state_dispatch(&graph, i);
    }
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        state_version(&graph, lang);
    }
    graph_events(&graph);
    graph_history(&graph);
    state_things(&graph);
    state_rules(&graph);
    graph_direct(&graph);
    statements_finish(&graph.statements, out);
    *graph_name = graph.ids.article;
    return DATELINE_OK;
}
