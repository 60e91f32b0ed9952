/* Owns what the lexicon adds to the things of an article: which bodies they came from and became, and which posts the
 * persons held on that day. It does not know what the article reports. */
#include "date.h"
#include "graph_parts.h"

/* The name that the lexicon puts first. */
static Text chief_name(const Entry *entry, Lang lang) {
    return entry->names[lang].count ? entry->names[lang].items[0] : (Text){0};
}

static Text names_joined(const EntryRefs *entries, Lang lang, Arena *arena) {
    Text all = TEXT("");
    for (size_t i = 0; i < entries->count; i++) {
        Text name = chief_name(entries->items[i], lang);
        const char *joint = all.length == 0 || name.length == 0 ? "" : lang == LANG_EN ? ", " : "、";
        all = text_format(arena, "%.*s%s%.*s", TEXT_ARGS(all), joint, TEXT_ARGS(name));
    }
    return all;
}

/* "A, B → C", in each language that names both sides. */
static void state_change_label(Statements *statements, Text iri, const Change *change) {
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        Text originals = names_joined(&change->originals, lang, statements->arena);
        Text results = names_joined(&change->results, lang, statements->arena);
        if (originals.length && results.length) {
            Text label = text_format(statements->arena, "%.*s \u2192 %.*s", TEXT_ARGS(originals), TEXT_ARGS(results));
            state_text(statements, iri, TEXT(RDFS_NS "label"), label, lang_tag(lang));
        }
    }
}

static void state_sides(Graph *graph, Text iri, Text property, const EntryRefs *entries) {
    for (size_t i = 0; i < entries->count; i++) {
        state_iri(&graph->statements, iri, property, graph_entry(graph, entries->items[i]));
    }
}

static void state_body_change(Graph *graph, const Change *change) {
    Statements *statements = &graph->statements;
    Text iri = identity_change(&graph->ids, change, statements->arena);
    state_type(statements, iri, TEXT(ORG_NS "ChangeEvent"));
    state_change_label(statements, iri, change);
    state_sides(graph, iri, TEXT(ORG_NS "originalOrganization"), &change->originals);
    state_sides(graph, iri, TEXT(ORG_NS "resultingOrganization"), &change->results);
    graph_day(graph, iri, TEXT(DCTERMS_NS "date"), change->date);
}

/* A province is no organization, and its change no org:ChangeEvent. Where one of many was joined to it nothing is said
 * of what it came from: all of a large province's papers would tell of a small one. */
static void state_other_change(Graph *graph, const Change *change, const Entry *entry) {
    bool ended = false;
    for (size_t i = 0; i < change->originals.count; i++) {
        ended = ended || text_equal(change->originals.items[i]->id, entry->id);
    }
    if (ended) {
        state_sides(graph, graph_entry(graph, entry), TEXT(DCTERMS_NS "isReplacedBy"), &change->results);
    } else if (day_compare(change->date, entry->from) == 0) {
        state_sides(graph, graph_entry(graph, entry), TEXT(DCTERMS_NS "replaces"), &change->originals);
    }
}

static void state_changes(Graph *graph, const Entry *entry) {
    bool body = ontology_is_a(graph->ontology, entry->class_id, graph->ontology->organization);
    for (size_t i = 0; i < entry->changes.count; i++) {
        if (body) {
            state_body_change(graph, entry->changes.items[i]);
        } else {
            state_other_change(graph, entry->changes.items[i], entry);
        }
    }
}

/* Posts whose beginning is not known are nobody's on any day. */
static bool is_held(const Post *post, Day day) {
    return day.year && post->from.year && day_compare(day_first(post->from), day_last(day)) <= 0 &&
           (post->to.year == 0 || day_compare(day_first(day), day_last(post->to)) <= 0);
}

static void state_post(Graph *graph, Text person, const Entry *entry, const Post *post) {
    Statements *statements = &graph->statements;
    Text iri = identity_post(&graph->ids, entry, post, statements->arena);
    state_type(statements, iri, TEXT(ORG_NS "Membership"));
    state_type(statements, iri, TEXT(SCHEMA_NS "OrganizationRole"));
    state_iri(statements, iri, TEXT(ORG_NS "member"), person);
    if (post->body) {
        state_iri(statements, iri, TEXT(ORG_NS "organization"), graph_entry(graph, post->body));
    }
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        state_text(statements, iri, TEXT(SCHEMA_NS "roleName"), post->title[lang], lang_tag(lang));
    }
    graph_day(graph, iri, TEXT(SCHEMA_NS "startDate"), post->from);
    graph_day(graph, iri, TEXT(SCHEMA_NS "endDate"), post->to);
}

static void state_posts(Graph *graph, const Entry *entry) {
    Day today = graph->report->document->article->date;
    for (size_t i = 0; i < entry->posts.count; i++) {
        if (is_held(&entry->posts.items[i], today)) {
            state_post(graph, graph_entry(graph, entry), entry, &entry->posts.items[i]);
        }
    }
}

void graph_history(Graph *graph) {
    size_t filed = graph->filed.count; /* the others are named only because these are */
    for (size_t i = 0; i < graph->report->things.count + filed; i++) {
        size_t things = graph->report->things.count;
        const Entry *entry = i < things ? graph->report->things.items[i].entry : graph->filed.items[i - things].entry;
        if (entry) {
            state_posts(graph, entry);
            state_changes(graph, entry);
        }
    }
}
