/* Owns the rule by which things get their IRIs: curated ones by their key, all others by a digest of what identifies
 * them. It does not know what is stated of them. */
#include "identity.h"

#include "date.h"
#include "normalform.h"
#include "sha256.h"
#include "table.h"

enum { DIGITS = 16, LONGEST_ENDING = 5 };

static Text digest(Arena *arena, Text what) {
    return text_slice(sha256_hex(arena, what), 0, DIGITS);
}

/* "report.md" -> "report"; a dot inside a name is no ending. */
static Text without_ending(Text name) {
    size_t at = name.length;
    while (at > 0 && is_ascii_letter(name.at[at - 1])) {
        at--;
    }
    bool ending = at > 1 && name.at[at - 1] == '.' && at < name.length && name.length - at <= LONGEST_ENDING;
    return ending ? text_slice(name, 0, at - 1) : name;
}

/* An article without a name of its own is known by what it contains, wherever it stands. */
static Text article_key(const Article *article, Arena *arena) {
    Text hex = digest(arena, article->has_own_name ? without_ending(article->name) : article->file);
    return TEXTS_JOINED(arena, day_format(arena, article->date), TEXT("-"), hex);
}

/* The Chinese name, else the English, however it is encoded and capitalised. */
static Text chief_name(const Text label[LANG_COUNT], Arena *arena) {
    return normal_form(arena, label[LANG_ZH].length ? label[LANG_ZH] : label[LANG_EN]);
}

static const char *folder_of(const Ontology *ontology, ClassId class_id) {
    const struct {
        ClassId super;
        const char *folder;
    } folders[] = {
        {ontology->person, "person"},    {ontology->place, "place"}, {ontology->group, "group"},
        {ontology->organization, "org"}, {ontology->event, "group"}, /* those who meet */
    };
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        if (ontology_is_a(ontology, class_id, folders[i].super)) {
            return folders[i].folder;
        }
    }
    return "work";
}

/* Groups and works are named by descriptions, which mean another thing in another article. Others have the scope of the
 * name that identifies them. */
static Text scope_of(const Ontology *ontology, const Thing *thing, ClassId class_id, Text base, Text article) {
    bool own = thing->is_described || ontology_is_a(ontology, class_id, ontology->group) ||
               ontology_is_a(ontology, class_id, ontology->work) || ontology_is_a(ontology, class_id, ontology->event);
    return own ? text_after(article, base.length) : thing->scope[thing->label[LANG_ZH].length ? LANG_ZH : LANG_EN];
}

Text identity_thing(const Ontology *ontology, Text base, Text article, const Thing *thing, Arena *arena) {
    if (thing->entry) {
        const char *folder = folder_of(ontology, thing->entry->class_id);
        return TEXTS_JOINED(arena, base, text_from(folder), TEXT("/"), thing->entry->id);
    }
    ClassId class_id = thing->class_id == CLASS_NONE ? ontology->work : thing->class_id;
    Text what = TEXTS_JOINED(arena, chief_name(thing->label, arena), TEXT("\n"), ontology->classes.items[class_id].name,
                             TEXT("\n"), scope_of(ontology, thing, class_id, base, article));
    return TEXTS_JOINED(arena, base, text_from(folder_of(ontology, class_id)), TEXT("/"), digest(arena, what));
}

static Text lower_case(Arena *arena, Text ascii) {
    Text copy = text_copy(arena, ascii);
    char *bytes = (char *)copy.at;
    for (size_t i = 0; i < copy.length; i++) {
        if (bytes[i] >= 'A' && bytes[i] <= 'Z') {
            bytes[i] = (char)(bytes[i] - 'A' + 'a');
        }
    }
    return copy;
}

static Text add_evidence(Arena *arena, Text what, const Event *event) {
    for (size_t i = 0; i < event->evidence.count; i++) {
        const Evidence *evidence = &event->evidence.items[i];
        what =
            TEXTS_JOINED(arena, what, TEXT("\n"), text_from(lang_tag(evidence->lang)), TEXT(" "),
                         text_number(arena, evidence->span.begin), TEXT(" "), text_number(arena, evidence->span.end));
    }
    return what;
}

/* A filler that is an event counts by its name, not by its own fillers: events may hold each other. */
static Text add_fillers(Arena *arena, Text what, const Report *report, const Identities *ids, const Event *event) {
    for (Role role = 0; role < ROLE_NONE; role++) {
        for (size_t i = 0; i < event->roles[role].count; i++) {
            Node node = event->roles[role].items[i];
            Text filler = node.is_event ? chief_name(report->events.items[node.index].label, arena)
                                        : text_after(ids->things[node.index], ids->base.length);
            what = TEXTS_JOINED(arena, what, TEXT("\n"), text_number(arena, (uint64_t)role), TEXT(" "), filler);
        }
    }
    return what;
}

/* What tells one event of an article from another: its name, or else who did what and where the article says so. */
static Text event_content(const Report *report, const Identities *ids, const Event *event, Text type, Arena *arena) {
    Text article = text_after(ids->article, ids->base.length); /* another base is no reason for another key */
    Text what = TEXTS_JOINED(arena, article, TEXT("\n"), type);
    Text label = chief_name(event->label, arena);
    if (label.length) {
        return TEXTS_JOINED(arena, what, TEXT("\n"), label);
    }
    return add_evidence(arena, add_fillers(arena, what, report, ids, event), event);
}

static void name_events(const Ontology *ontology, const Report *report, Arena *arena, Identities *ids) {
    ids->events = ARENA_ARRAY(arena, Text, report->events.count);
    ids->event_keys = ARENA_ARRAY(arena, Text, report->events.count);
    Table taken = {0};
    for (size_t i = 0; i < report->events.count; i++) {
        const Event *event = &report->events.items[i];
        Text type = lower_case(arena, ontology->classes.items[event->type].name);
        Text what = event_content(report, ids, event, type, arena);
        Text key;
        do {
            key = TEXTS_JOINED(arena, type, TEXT("-"), digest(arena, what));
            what = text_join(arena, what, TEXT("\nanother"));
        } while (table_put(&taken, arena, key, i) != i);
        ids->event_keys[i] = key;
        ids->events[i] = TEXTS_JOINED(arena, ids->base, TEXT("event/"), key);
    }
}

void identity_of_report(const Ontology *ontology, Text base, const Report *report, Arena *arena, Identities *out) {
    const Article *article = report->document->article;
    Text key = article_key(article, arena);
    Text issue = day_format(arena, article->date);
    *out = (Identities){.base = base};
    out->article = TEXTS_JOINED(arena, base, TEXT("article/"), key);
    out->issue = TEXTS_JOINED(arena, base, TEXT("issue/"), issue);
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        out->version[lang] = TEXTS_JOINED(arena, out->article, TEXT("/"), text_from(lang_tag(lang)));
    }
    out->things = ARENA_ARRAY(arena, Text, report->things.count);
    for (size_t i = 0; i < report->things.count; i++) {
        out->things[i] = identity_thing(ontology, base, out->article, &report->things.items[i], arena);
    }
    name_events(ontology, report, arena, out);
}

Text identity_node(const Identities *ids, Node node) {
    return node.is_event ? ids->events[node.index] : ids->things[node.index];
}

Text identity_claim(const Identities *ids, size_t event, Arena *arena) {
    return TEXTS_JOINED(arena, ids->base, TEXT("claim/"), ids->event_keys[event]);
}

Text identity_quantity(const Identities *ids, size_t event, size_t quantity, Arena *arena) {
    return TEXTS_JOINED(arena, ids->base, TEXT("quantity/"), ids->event_keys[event], TEXT("-"),
                        text_number(arena, quantity + 1));
}

Text identity_dispatch(const Identities *ids, size_t dispatch, Arena *arena) {
    return TEXTS_JOINED(arena, ids->article, TEXT("/dispatch/"), text_number(arena, dispatch + 1));
}

Text identity_span(const Identities *ids, Lang lang, Span code_points, Arena *arena) {
    return TEXTS_JOINED(arena, ids->version[lang], TEXT("#char="), text_number(arena, code_points.begin), TEXT(","),
                        text_number(arena, code_points.end));
}

/* A body becomes others at most once on a day. */
Text identity_change(const Identities *ids, const Change *change, Arena *arena) {
    Text day = change->date.year ? text_join(arena, TEXT("-"), day_format(arena, change->date)) : TEXT("");
    return TEXTS_JOINED(arena, ids->base, TEXT("change/"), change->originals.items[0]->id, day);
}

Text identity_post(const Identities *ids, const Entry *person, const Post *post, Arena *arena) {
    Text body = post->body ? post->body->id : TEXT("");
    Text what = TEXTS_JOINED(arena, post->title[LANG_ZH], TEXT("\n"), body, TEXT("\n"), day_format(arena, post->from));
    return TEXTS_JOINED(arena, ids->base, TEXT("membership/"), person->id, TEXT("-"), digest(arena, what));
}

Text identity_rule(Text base, const Rule *rule, Arena *arena) {
    return TEXTS_JOINED(arena, base, TEXT("rule/"), rule->id);
}
