/* Owns what is stated of events: their parts, dates and quantities, the claims that the article makes of them, the
 * spans that bear the claims out, and the plain triples. */
#include "conversion.h"
#include "graph_parts.h"
#include "precision.h"
#include "roles.h"

static Text own_term(Graph *graph, const char *name) {
    return text_join(graph->statements.arena, TEXT(DL_NS), text_from(name));
}

static void state_number(Graph *graph, Text iri, const char *property, Text value) {
    bool whole = !text_contains(value, TEXT("."));
    state_typed(&graph->statements, iri, own_term(graph, property), value,
                whole ? TEXT(XSD_NS "integer") : TEXT(XSD_NS "decimal"));
}

/* The same in a unit of today, beside what is printed. */
static void state_converted(Graph *graph, Text iri, const NumberMention *number) {
    Converted converted = conversion_of(number, graph->report->document->article->date, graph->statements.arena);
    if (converted.unit.length) {
        state_number(graph, iri, "convertedValue", converted.value);
        state_number(graph, iri, "convertedMinimum", converted.minimum);
        state_number(graph, iri, "convertedMaximum", converted.maximum);
        state_text(&graph->statements, iri, TEXT(DL_NS "convertedUnit"), converted.unit, NULL);
    }
}

static void state_quantity(Graph *graph, Text iri, const Quantity *quantity) {
    Statements *statements = &graph->statements;
    const NumberMention *number = &quantity->number;
    state_type(statements, iri, TEXT(DL_NS "Quantity"));
    state_number(graph, iri, "value", number->value);
    state_number(graph, iri, "minimum", number->minimum);
    state_number(graph, iri, "maximum", number->maximum);
    state_converted(graph, iri, number);
    state_iri(statements, iri, TEXT(DL_NS "qualifier"), own_term(graph, qualifier_name(number->qualifier)));
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        state_text(statements, iri, TEXT(DL_NS "unit"), quantity->unit[lang], lang_tag(lang));
    }
    if (quantity->of != ROLE_NONE) {
        state_iri(statements, iri, TEXT(DL_NS "of"), own_term(graph, role_name(quantity->of)));
    }
}

static void state_date(Graph *graph, Text iri, const DateMention *date) {
    Statements *statements = &graph->statements;
    const struct {
        Text predicate;
        Day day;
    } days[] = {
        {TEXT(DL_NS "date"), date->value},
        {TEXT(SEM_NS "hasEarliestBeginTimeStamp"), date->earliest},
        {TEXT(SEM_NS "hasLatestEndTimeStamp"), date->latest},
    };
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        if (days[i].day.year) {
            Text form = day_format(statements->arena, days[i].day);
            state_typed(statements, iri, days[i].predicate, form, graph_day_type(days[i].day));
        }
    }
}

static void state_roles(Graph *graph, Text iri, const Event *event) {
    for (Role role = 0; role < ROLE_NONE; role++) {
        for (size_t i = 0; i < event->roles[role].count; i++) {
            Text filler = identity_node(&graph->ids, event->roles[role].items[i]);
            state_iri(&graph->statements, iri, own_term(graph, role_name(role)), filler);
        }
    }
}

static void state_event(Graph *graph, size_t index) {
    const Event *event = &graph->report->events.items[index];
    Statements *statements = &graph->statements;
    Text iri = graph->ids.events[index];
    state_type(statements, iri, graph->ontology->classes.items[event->type].iri);
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        state_text(statements, iri, TEXT(RDFS_NS "label"), event->label[lang], lang_tag(lang));
        state_text(statements, iri, TEXT(DL_NS "summary"), event->summary[lang], lang_tag(lang));
    }
    state_roles(graph, iri, event);
    if (event->has_date) {
        state_date(graph, iri, &event->date);
    }
    state_iri(statements, iri, TEXT(DL_NS "modality"), own_term(graph, modality_name(event->modality)));
    state_iri(statements, iri, TEXT(DL_NS "reportedIn"), graph->ids.article);
    for (size_t i = 0; i < event->quantities.count; i++) {
        Text quantity = identity_quantity(&graph->ids, index, i, statements->arena);
        state_iri(statements, iri, TEXT(DL_NS "quantity"), quantity);
        state_quantity(graph, quantity, &event->quantities.items[i]);
    }
}

static void state_agreement(Graph *graph, Text claim, const Event *event) {
    static const char *const names[] = {
        [AGREEMENT_BOTH] = "Both",
        [AGREEMENT_ENGLISH_ONLY] = "EnglishOnly",
        [AGREEMENT_CHINESE_ONLY] = "ChineseOnly",
        [AGREEMENT_CONFLICT] = "Conflict",
    };
    const struct {
        bool conflict;
        const char *property;
    } others[] = {
        {event->conflict_on_date, "date"},
        {event->conflict_on_quantity, "quantity"},
        {event->conflict_on_modality, "modality"},
    };
    Statements *statements = &graph->statements;
    state_iri(statements, claim, TEXT(DL_NS "agreement"), own_term(graph, names[event->agreement]));
    for (Role role = 0; role < ROLE_NONE; role++) {
        if (event->conflicts[role]) {
            state_iri(statements, claim, TEXT(DL_NS "conflictsOn"), own_term(graph, role_name(role)));
        }
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (others[i].conflict) {
            state_iri(statements, claim, TEXT(DL_NS "conflictsOn"), own_term(graph, others[i].property));
        }
    }
}

/* Where the evidence stands, in code points of its text version. */
static Span code_points(const Graph *graph, const Evidence *evidence) {
    Text text = graph->report->document->article->version[evidence->lang].text;
    size_t begin = utf8_count(text_slice(text, 0, evidence->span.begin));
    return (Span){begin, begin + utf8_count(text_span(text, evidence->span))};
}

static Text span_iri(Graph *graph, const Evidence *evidence) {
    return identity_span(&graph->ids, evidence->lang, code_points(graph, evidence), graph->statements.arena);
}

static void state_claim(Graph *graph, size_t index) {
    const Event *event = &graph->report->events.items[index];
    Statements *statements = &graph->statements;
    Arena *arena = statements->arena;
    Text iri = identity_claim(&graph->ids, index, arena);
    state_type(statements, iri, TEXT(DL_NS "Claim"));
    state_iri(statements, iri, TEXT(DL_NS "asserts"), graph->ids.events[index]);
    state_iri(statements, iri, TEXT(DL_NS "modality"), own_term(graph, modality_name(event->modality)));
    state_agreement(graph, iri, event);
    const Dispatch *dispatch = &graph->report->document->dispatches.items[event->dispatch];
    state_iri(statements, iri, TEXT(DL_NS "reportedBy"), graph_agency(graph, dispatch));
    state_iri(statements, iri, TEXT(PROV_NS "hadPrimarySource"),
              identity_dispatch(&graph->ids, event->dispatch, arena));
    state_typed(statements, iri, TEXT(DL_NS "confidence"), precision_of(event, arena), TEXT(XSD_NS "decimal"));
    for (size_t i = 0; i < event->evidence.count; i++) {
        const Evidence *evidence = &event->evidence.items[i];
        state_iri(statements, iri, TEXT(DL_NS "byRule"), identity_rule(graph->options->base, evidence->rule, arena));
        state_iri(statements, iri, TEXT(DL_NS "evidence"), span_iri(graph, evidence));
    }
}

static void state_span(Graph *graph, const Evidence *evidence) {
    Statements *statements = &graph->statements;
    Text text = graph->report->document->article->version[evidence->lang].text;
    Span span = code_points(graph, evidence);
    Text iri = span_iri(graph, evidence);
    state_type(statements, iri, TEXT(NIF_NS "RFC5147String"));
    state_iri(statements, iri, TEXT(NIF_NS "referenceContext"), graph->ids.version[evidence->lang]);
    state_count(statements, iri, TEXT(NIF_NS "beginIndex"), span.begin);
    state_count(statements, iri, TEXT(NIF_NS "endIndex"), span.end);
    state_exact(statements, iri, TEXT(NIF_NS "anchorOf"), text_span(text, evidence->span), NULL);
}

void graph_events(Graph *graph) {
    const Report *report = graph->report;
    for (size_t i = 0; i < report->events.count; i++) {
        state_event(graph, i);
    }
    for (size_t i = 0; i < report->events.count; i++) {
        state_claim(graph, i);
    }
    for (size_t i = 0; i < report->events.count; i++) {
        const Event *event = &report->events.items[i];
        for (size_t j = 0; j < event->evidence.count; j++) {
            state_span(graph, &event->evidence.items[j]);
        }
    }
}

/* The ontology says which plain property a kind of event yields, and from its agents to whom or what. */
static void state_direct(Graph *graph, size_t index) {
    const Event *event = &graph->report->events.items[index];
    const Class *type = &graph->ontology->classes.items[event->type];
    if (event->modality != MODALITY_ACTUAL || type->direct_property.length == 0) {
        return;
    }
    const Nodes *agents = &event->roles[ROLE_AGENT];
    Node self = {.is_event = true, .index = index};
    Nodes targets = {.items = &self, .count = 1};
    if (!text_equal(type->direct_role, TEXT("self"))) {
        Role role = role_from_name(type->direct_role);
        targets = role == ROLE_NONE ? (Nodes){0} : event->roles[role];
    }
    for (size_t i = 0; i < agents->count; i++) {
        for (size_t j = 0; j < targets.count; j++) {
            state_iri(&graph->statements, identity_node(&graph->ids, agents->items[i]), type->direct_property,
                      identity_node(&graph->ids, targets.items[j]));
        }
    }
}

void graph_direct(Graph *graph) {
    for (size_t i = 0; i < graph->report->events.count; i++) {
        state_direct(graph, i);
    }
}
