/* Owns what a happening becomes: an event with its parts, numbers, date and evidence, and what the languages disagree
 * on. Where they do, the Chinese text stands. */
#include "merge_parts.h"

/* Both tellings of a happening; one may be NULL. */
typedef struct Both {
    const Telling *in[LANG_COUNT];
} Both;

/* ---------------------------------------------------------------- roles */

static void add_node(Arena *arena, Nodes *nodes, Node node) {
    for (size_t i = 0; i < nodes->count; i++) {
        if (nodes->items[i].is_event == node.is_event && nodes->items[i].index == node.index) {
            return;
        }
    }
    *VECTOR_PUSH(arena, nodes) = node;
}

static size_t count_role(const Telling *telling, Role role) {
    size_t count = 0;
    for (size_t i = 0; telling && i < telling->parts.count; i++) {
        count += telling->parts.items[i].filler.role == role;
    }
    return count;
}

/* Is there a part of this role that the lexicon knows and the other language does not have? */
static bool has_other_entry(const Telling *telling, Role role) {
    for (size_t i = 0; i < telling->parts.count; i++) {
        const Part *part = &telling->parts.items[i];
        if (part->filler.role == role && part->partner == MERGE_NONE && part->filler.entry) {
            return true;
        }
    }
    return false;
}

static bool names_contradict(const Both *both, Role role) {
    return both->in[LANG_EN] && both->in[LANG_ZH] && has_other_entry(both->in[LANG_EN], role) &&
           has_other_entry(both->in[LANG_ZH], role);
}

static bool role_conflicts(const Both *both, Role role) {
    size_t english = count_role(both->in[LANG_EN], role);
    size_t chinese = count_role(both->in[LANG_ZH], role);
    return english && chinese && (english != chinese || names_contradict(both, role));
}

/* A meeting is not its own organizer, and not held at itself. */
static bool is_itself(const Merge *merge, const Telling *telling, const Part *part) {
    return ontology_is_a(merge->ontology, telling->type, merge->ontology->meeting) &&
           text_equal(telling->key, part->key);
}

/* Of a pair, the one that names an event, the Chinese one first. */
static const Part *speaker(const Part *part, const Telling *other) {
    if (!other || part->partner == MERGE_NONE) {
        return part;
    }
    const Part *partner = &other->parts.items[part->partner];
    const Part *chinese = other->lang == LANG_ZH ? partner : part;
    const Part *english = other->lang == LANG_ZH ? part : partner;
    return chinese->event != MERGE_NONE || english->event == MERGE_NONE ? chinese : english;
}

static void fill_roles(Merge *merge, const Both *both, Report *out, Event *event) {
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        const Telling *telling = both->in[lang];
        const Telling *other = both->in[lang == LANG_EN ? LANG_ZH : LANG_EN];
        for (size_t i = 0; telling && i < telling->parts.count; i++) {
            const Part *part = &telling->parts.items[i];
            Role role = part->filler.role;
            bool contradicted =
                lang == LANG_EN && part->partner == MERGE_NONE && part->filler.entry && names_contradict(both, role);
            if (!contradicted && !is_itself(merge, telling, part)) {
                add_node(merge->arena, &event->roles[role], merge_node(merge, speaker(part, other), out));
            }
        }
    }
    for (Role role = 0; role < ROLE_NONE; role++) {
        event->conflicts[role] = role_conflicts(both, role);
    }
}

/* ---------------------------------------------------------------- quantities */

static Quantity quantity_of(const Count *count, Lang lang) {
    Quantity quantity = {.number = count->number, .of = count->of};
    quantity.unit[lang] = count->unit;
    return quantity;
}

static void add_counts(Merge *merge, const Telling *telling, Event *event) {
    for (size_t i = 0; i < telling->counts.count; i++) {
        *VECTOR_PUSH(merge->arena, &event->quantities) = quantity_of(&telling->counts.items[i], telling->lang);
    }
}

/* The Chinese quantity of this number that has no English unit yet, that of the same role first; NULL: none. */
static Quantity *find_quantity(Event *event, const Count *count, const bool *taken, size_t chinese) {
    Quantity *found = NULL;
    for (size_t i = 0; i < chinese; i++) {
        Quantity *quantity = &event->quantities.items[i];
        if (!taken[i] && merge_same_number(&quantity->number, &count->number) &&
            (!found || (found->of != count->of && quantity->of == count->of))) {
            found = quantity;
        }
    }
    return found;
}

static bool is_stated(const Counts *counts, const Count *count) {
    for (size_t i = 0; i < counts->count; i++) {
        if (merge_same_number(&counts->items[i].number, &count->number)) {
            return true;
        }
    }
    return false;
}

/* Does the Chinese say another number, which the English does not say, of the same? */
static bool is_contradicted(const Count *count, const Telling *english, const Telling *chinese) {
    for (size_t i = 0; i < chinese->counts.count; i++) {
        const Count *other = &chinese->counts.items[i];
        if (merge_counts_contradict(count, other) && !is_stated(&english->counts, other)) {
            return true;
        }
    }
    return false;
}

static void unite_counts(Merge *merge, const Both *both, Event *event) {
    const Telling *english = both->in[LANG_EN];
    const Telling *chinese = both->in[LANG_ZH];
    add_counts(merge, chinese, event);
    size_t in_chinese = event->quantities.count;
    bool *taken = ARENA_ARRAY(merge->arena, bool, in_chinese);
    for (size_t i = 0; i < english->counts.count; i++) {
        const Count *count = &english->counts.items[i];
        Quantity *same = find_quantity(event, count, taken, in_chinese);
        if (same) {
            same->unit[LANG_EN] = count->unit;
            taken[same - event->quantities.items] = true;
        } else if (is_contradicted(count, english, chinese)) {
            event->conflict_on_quantity = true;
        } else if (!is_stated(&chinese->counts, count)) {
            *VECTOR_PUSH(merge->arena, &event->quantities) = quantity_of(count, LANG_EN);
        }
    }
}

static void fill_quantities(Merge *merge, const Both *both, Event *event) {
    if (both->in[LANG_EN] && both->in[LANG_ZH]) {
        unite_counts(merge, both, event);
    } else {
        add_counts(merge, both->in[both->in[LANG_ZH] ? LANG_ZH : LANG_EN], event);
    }
}

/* ---------------------------------------------------------------- date, modality, names */

static void fill_date(const Both *both, Event *event) {
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        const Telling *telling = both->in[lang];
        if (!telling || !telling->has_date) {
            continue;
        }
        bool first = !event->has_date;
        bool within = first || merge_date_within(&telling->date, &event->date);
        bool around = !first && merge_date_within(&event->date, &telling->date);
        event->conflict_on_date = event->conflict_on_date || (!within && !around);
        event->has_date = true;
        event->date = around && !within ? event->date : telling->date;
    }
}

static Agreement agreement_of(const Both *both, const Event *event) {
    bool conflict = event->conflict_on_date || event->conflict_on_quantity || event->conflict_on_modality;
    for (Role role = 0; role < ROLE_NONE; role++) {
        conflict = conflict || event->conflicts[role];
    }
    if (conflict) {
        return AGREEMENT_CONFLICT;
    }
    if (both->in[LANG_EN] && both->in[LANG_ZH]) {
        return AGREEMENT_BOTH;
    }
    return both->in[LANG_EN] ? AGREEMENT_ENGLISH_ONLY : AGREEMENT_CHINESE_ONLY;
}

/* ---------------------------------------------------------------- evidence */

static bool has_evidence(const Event *event, const Evidence *evidence) {
    for (size_t i = 0; i < event->evidence.count; i++) {
        const Evidence *known = &event->evidence.items[i];
        if (known->lang == evidence->lang && known->rule == evidence->rule &&
            known->span.begin == evidence->span.begin && known->span.end == evidence->span.end) {
            return true;
        }
    }
    return false;
}

static bool stands_before(const Evidence *a, const Evidence *b) {
    if (a->lang != b->lang) {
        return a->lang < b->lang;
    }
    return a->span.begin != b->span.begin ? a->span.begin < b->span.begin : a->span.end < b->span.end;
}

/* Keeps the order of language and place. */
static void insert_evidence(Merge *merge, const Evidence *evidence, Event *event) {
    VECTOR_PUSH(merge->arena, &event->evidence);
    size_t at = event->evidence.count - 1;
    while (at > 0 && stands_before(evidence, &event->evidence.items[at - 1])) {
        event->evidence.items[at] = event->evidence.items[at - 1];
        at--;
    }
    event->evidence.items[at] = *evidence;
}

static void fill_evidence(Merge *merge, const Telling *telling, Event *event) {
    for (size_t i = 0; i < telling->facts.count; i++) {
        const Fact *fact = telling->facts.items[i];
        size_t offset = merge->document->sentences.items[fact->sentence].offset;
        Evidence evidence = {fact->lang, {offset + fact->span.begin, offset + fact->span.end}, fact->rule};
        if (!has_evidence(event, &evidence)) {
            insert_evidence(merge, &evidence, event);
        }
    }
}

/* ---------------------------------------------------------------- the report */

static Event event_of(Merge *merge, const Happening *happening, Report *out) {
    Both both = {{merge_telling(merge, happening, LANG_EN), merge_telling(merge, happening, LANG_ZH)}};
    const Telling *leading = both.in[both.in[LANG_ZH] ? LANG_ZH : LANG_EN];
    Event event = {.type = leading->type, .modality = leading->modality, .dispatch = happening->dispatch};
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        if (both.in[lang]) {
            event.label[lang] = both.in[lang]->label;
            event.conflict_on_modality = event.conflict_on_modality || both.in[lang]->modality != event.modality;
            fill_evidence(merge, both.in[lang], &event);
        }
    }
    fill_roles(merge, &both, out, &event);
    fill_quantities(merge, &both, &event);
    fill_date(&both, &event);
    event.agreement = agreement_of(&both, &event);
    return event;
}

void merge_report(Merge *merge, Report *out) {
    for (size_t i = 0; i < merge->happenings.count; i++) {
        Event event = event_of(merge, &merge->happenings.items[i], out);
        *VECTOR_PUSH(merge->arena, &out->events) = event;
    }
}
