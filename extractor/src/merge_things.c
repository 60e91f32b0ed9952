/* Owns who takes part: which fillers are one and the same, in one language and across both, and which of them name an
 * event of the article. It does not know what an event says beyond its name. */
#include "merge_parts.h"
#include "scope.h"
#include "similar.h"

/* ---------------------------------------------------------------- fillers that name an event */

/* How well a happening of the article fits a filler as its name: 0 not at all. */
static int fit_event(const Merge *merge, const Part *part, Lang lang, const Happening *happening, size_t dispatch) {
    const Telling *telling = merge_telling(merge, happening, lang);
    if (!telling || telling->label.length == 0) {
        return 0;
    }
    const Ontology *ontology = merge->ontology;
    int near = happening->dispatch == dispatch;
    if (text_equal(part->key, telling->key)) {
        return 4 + near;
    }
    bool meetings = ontology_is_a(ontology, part->filler.class_id, ontology->meeting) &&
                    ontology_is_a(ontology, telling->type, ontology->meeting);
    return meetings && similar_names(lang, part->filler.label, telling->label) ? 2 + near : 0;
}

static size_t find_event(const Merge *merge, const Part *part, Lang lang, size_t self) {
    size_t found = MERGE_NONE;
    int best = 0;
    for (size_t i = 0; i < merge->happenings.count; i++) {
        int fit = i == self ? 0
                            : fit_event(merge, part, lang, &merge->happenings.items[i],
                                        merge->happenings.items[self].dispatch);
        if (fit > best) {
            best = fit;
            found = i;
        }
    }
    return found;
}

static void find_events(Merge *merge) {
    for (size_t i = 0; i < merge->happenings.count; i++) {
        for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
            size_t index = merge->happenings.items[i].telling[lang];
            Parts *parts = index == MERGE_NONE ? NULL : &merge->tellings[lang].items[index].parts;
            for (size_t j = 0; parts && j < parts->count; j++) {
                parts->items[j].event = find_event(merge, &parts->items[j], lang, i);
            }
        }
    }
}

/* ---------------------------------------------------------------- participants */

static size_t root_of(const Merge *merge, size_t participant) {
    while (merge->participants.items[participant].parent != participant) {
        participant = merge->participants.items[participant].parent;
    }
    return participant;
}

static bool is_known_as(const Participant *participant, Lang lang, Text key) {
    for (size_t i = 0; i < participant->keys[lang].count; i++) {
        if (text_equal(participant->keys[lang].items[i], key)) {
            return true;
        }
    }
    return false;
}

static bool is_participant(const Merge *merge, const Participant *participant, Lang lang, const Part *part) {
    if (participant->entry && part->filler.entry) {
        return participant->entry == part->filler.entry;
    }
    if ((participant->entry && part->filler.unlisted) || (part->filler.entry && participant->unlisted) ||
        !text_equal(participant->scope[lang], part->filler.scope)) {
        return false;
    }
    return is_known_as(participant, lang, part->key) &&
           merge_classes_agree(merge->ontology, participant->class_id[lang], part->filler.class_id);
}

static size_t participant_of(Merge *merge, Lang lang, const Part *part) {
    size_t i = 0;
    while (i < merge->participants.count && !is_participant(merge, &merge->participants.items[i], lang, part)) {
        i++;
    }
    if (i == merge->participants.count) {
        *VECTOR_PUSH(merge->arena, &merge->participants) =
            (Participant){.parent = i, .class_id = {CLASS_NONE, CLASS_NONE}, .thing = MERGE_NONE};
    }
    return i;
}

static void enter_part(Merge *merge, Lang lang, Part *part) {
    const Filler *filler = &part->filler;
    part->participant = participant_of(merge, lang, part);
    Participant *participant = &merge->participants.items[part->participant];
    participant->entry = participant->entry ? participant->entry : filler->entry;
    participant->unlisted = participant->unlisted || filler->unlisted;
    participant->scope[lang] = filler->scope;
    participant->class_id[lang] = merge_narrower(merge->ontology, participant->class_id[lang], filler->class_id);
    participant->roles[filler->role] = true;
    merge_add_name(merge->arena, &participant->names[lang], filler->label);
    merge_add_name(merge->arena, &participant->keys[lang], part->key);
}

/* What has a name in both languages takes no third one that is unlike. */
static bool names_admit(const Participant *a, const Participant *b, Lang lang) {
    for (size_t i = 0; i < a->names[lang].count; i++) {
        for (size_t j = 0; j < b->names[lang].count; j++) {
            if (similar_names(lang, a->names[lang].items[i], b->names[lang].items[j])) {
                return true;
            }
        }
    }
    return a->names[lang].count == 0 || b->names[lang].count == 0;
}

/* The lexicon's bearer of a name is nobody else, nor is one of two whom the text tells apart the other. */
static bool are_told_apart(const Participant *a, const Participant *b) {
    bool apart = (a->entry && b->entry && a->entry != b->entry);
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        bool both = a->names[lang].count && b->names[lang].count;
        apart = apart || (both && !text_equal(a->scope[lang], b->scope[lang]));
    }
    return apart;
}

static bool unite(Merge *merge, size_t left, size_t right) {
    size_t first = root_of(merge, left);
    size_t second = root_of(merge, right);
    Participant *a = &merge->participants.items[first < second ? first : second];
    Participant *b = &merge->participants.items[first < second ? second : first];
    if (a == b) {
        return true;
    }
    if (are_told_apart(a, b) || !names_admit(a, b, LANG_EN) || !names_admit(a, b, LANG_ZH)) {
        return false;
    }
    b->parent = a->parent;
    a->entry = a->entry ? a->entry : b->entry;
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        a->class_id[lang] = merge_narrower(merge->ontology, a->class_id[lang], b->class_id[lang]);
        a->scope[lang] = a->names[lang].count ? a->scope[lang] : b->scope[lang];
        for (size_t i = 0; i < b->names[lang].count; i++) {
            merge_add_name(merge->arena, &a->names[lang], b->names[lang].items[i]);
        }
    }
    for (Role role = 0; role < ROLE_NONE; role++) {
        a->roles[role] = a->roles[role] || b->roles[role];
    }
    return true;
}

/* ---------------------------------------------------------------- pairs across the languages */

typedef bool Likeness(const Merge *merge, const Part *english, const Part *chinese);

static bool are_known(const Merge *merge, const Part *english, const Part *chinese) {
    if (english->event != MERGE_NONE || chinese->event != MERGE_NONE) {
        return english->event == chinese->event;
    }
    return root_of(merge, english->participant) == root_of(merge, chinese->participant) ||
           merge_pair_known(merge, english->filler.label, chinese->filler.label);
}

static bool may_be_one(const Merge *merge, const Part *english, const Part *chinese) {
    bool events = english->event != MERGE_NONE && chinese->event != MERGE_NONE;
    bool entries = english->filler.entry && chinese->filler.entry;
    return !events && !entries &&
           merge_classes_translate(merge->ontology, english->filler.class_id, chinese->filler.class_id);
}

static bool are_of_one_class(const Merge *merge, const Part *english, const Part *chinese) {
    return english->filler.class_id != CLASS_NONE && english->filler.class_id == chinese->filler.class_id &&
           may_be_one(merge, english, chinese);
}

static bool is_free(const Part *part, Role role) {
    return part->filler.role == role && part->partner == MERGE_NONE;
}

/* A filler that names an event gives its names to the event, not to a participant. */
static void pair(Merge *merge, Parts *english, size_t in_english, Parts *chinese, size_t in_chinese) {
    Part *a = &english->items[in_english];
    Part *b = &chinese->items[in_chinese];
    bool names_event = a->event != MERGE_NONE || b->event != MERGE_NONE;
    if (names_event || unite(merge, a->participant, b->participant)) {
        a->partner = in_chinese;
        b->partner = in_english;
    }
}

static void pair_role(Merge *merge, Parts *english, Parts *chinese, Role role, Likeness *alike) {
    for (size_t i = 0; i < english->count; i++) {
        for (size_t j = 0; j < chinese->count && is_free(&english->items[i], role); j++) {
            if (is_free(&chinese->items[j], role) && alike(merge, &english->items[i], &chinese->items[j])) {
                pair(merge, english, i, chinese, j);
            }
        }
    }
}

static size_t count_free(const Parts *parts, Role role, ClassId class_id, bool any_class) {
    size_t count = 0;
    for (size_t i = 0; i < parts->count; i++) {
        count += is_free(&parts->items[i], role) && (any_class || parts->items[i].filler.class_id == class_id);
    }
    return count;
}

/* Those of one class in their order, if each language has as many of them. */
static void pair_classes(Merge *merge, Parts *english, Parts *chinese, Role role) {
    for (size_t i = 0; i < english->count; i++) {
        ClassId class_id = english->items[i].filler.class_id;
        if (!is_free(&english->items[i], role) ||
            count_free(english, role, class_id, false) != count_free(chinese, role, class_id, false)) {
            continue;
        }
        for (size_t j = 0; j < chinese->count && is_free(&english->items[i], role); j++) {
            if (is_free(&chinese->items[j], role) && are_of_one_class(merge, &english->items[i], &chinese->items[j])) {
                pair(merge, english, i, chinese, j);
            }
        }
    }
}

static void pair_rest(Merge *merge, Parts *english, Parts *chinese, Role role) {
    pair_classes(merge, english, chinese, role);
    if (count_free(english, role, CLASS_NONE, true) == count_free(chinese, role, CLASS_NONE, true)) {
        pair_role(merge, english, chinese, role, may_be_one);
    }
}

typedef void PairRole(Merge *merge, Parts *english, Parts *chinese, Role role);

static void pair_known(Merge *merge, Parts *english, Parts *chinese, Role role) {
    pair_role(merge, english, chinese, role, are_known);
}

static void pair_everywhere(Merge *merge, PairRole *pair_roles) {
    for (size_t i = 0; i < merge->happenings.count; i++) {
        const size_t *telling = merge->happenings.items[i].telling;
        if (telling[LANG_EN] != MERGE_NONE && telling[LANG_ZH] != MERGE_NONE) {
            Parts *english = &merge->tellings[LANG_EN].items[telling[LANG_EN]].parts;
            Parts *chinese = &merge->tellings[LANG_ZH].items[telling[LANG_ZH]].parts;
            for (Role role = 0; role < ROLE_NONE; role++) {
                pair_roles(merge, english, chinese, role);
            }
        }
    }
}

static void add_variants(Merge *merge, Lang lang, Part *part) {
    Participant *participant = &merge->participants.items[root_of(merge, part->participant)];
    for (size_t i = 0; i < part->variants.count; i++) {
        merge_add_name(merge->arena, &participant->names[lang], part->variants.items[i]);
    }
}

typedef void VisitPart(Merge *merge, Lang lang, Part *part);

static void visit_parts(Merge *merge, VisitPart *visit) {
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        for (size_t i = 0; i < merge->tellings[lang].count; i++) {
            Parts *parts = &merge->tellings[lang].items[i].parts;
            for (size_t j = 0; j < parts->count; j++) {
                visit(merge, lang, &parts->items[j]);
            }
        }
    }
}

/* What is known goes first everywhere, so that a guess in one event cannot spoil what another one knows. */
void merge_pair_fillers(Merge *merge) {
    find_events(merge);
    visit_parts(merge, enter_part);
    pair_everywhere(merge, pair_known);
    pair_everywhere(merge, pair_rest);
    visit_parts(merge, add_variants);
}

/* ---------------------------------------------------------------- things */

/* The narrowest class that either language knows; where they differ, the Chinese one. */
static ClassId class_of(const Ontology *ontology, const Participant *participant) {
    ClassId class_id = merge_narrower(ontology, participant->class_id[LANG_ZH], participant->class_id[LANG_EN]);
    if (class_id != CLASS_NONE) {
        return ontology_is_a(ontology, class_id, ontology->event) ? ontology->assembly : class_id;
    }
    if (participant->roles[ROLE_PLACE]) {
        return ontology->place;
    }
    if (participant->roles[ROLE_AGENT] || participant->roles[ROLE_RECIPIENT] || participant->roles[ROLE_ATTRIBUTED]) {
        return ontology->group;
    }
    return participant->roles[ROLE_OCCASION] ? ontology->assembly : ontology->work;
}

/* The longest name that the article has, else the lexicon's. */
static Text label_of(const Participant *participant, Lang lang) {
    Text label = {0};
    for (size_t i = 0; i < participant->names[lang].count; i++) {
        Text name = participant->names[lang].items[i];
        label = name.length > label.length ? name : label;
    }
    bool from_lexicon = label.length == 0 && participant->entry && participant->entry->names[lang].count;
    return from_lexicon ? participant->entry->names[lang].items[0] : label;
}

/* As the name that identifies it, the Chinese one if there is one, has it. */
static bool is_described(const Merge *merge, const Thing *thing) {
    Lang lang = thing->label[LANG_ZH].length ? LANG_ZH : LANG_EN;
    return !thing->entry && thing->scope[lang].length == 0 &&
           scope_is_description(merge->ontology, merge->lexicon, lang, thing->label[lang], thing->class_id);
}

static size_t add_thing(const Merge *merge, const Participant *participant, Report *out) {
    Thing *thing = VECTOR_PUSH(merge->arena, &out->things);
    *thing = (Thing){.class_id = class_of(merge->ontology, participant), .entry = participant->entry};
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        thing->label[lang] = label_of(participant, lang);
        thing->scope[lang] = participant->scope[lang];
        for (size_t i = 0; i < participant->names[lang].count; i++) {
            if (!text_equal(participant->names[lang].items[i], thing->label[lang])) {
                merge_add_name(merge->arena, &thing->variants[lang], participant->names[lang].items[i]);
            }
        }
    }
    thing->is_described = is_described(merge, thing);
    return out->things.count - 1;
}

Node merge_node(Merge *merge, const Part *part, Report *out) {
    if (part->event != MERGE_NONE) {
        return (Node){.is_event = true, .index = part->event};
    }
    Participant *participant = &merge->participants.items[root_of(merge, part->participant)];
    if (participant->thing == MERGE_NONE) {
        participant->thing = add_thing(merge, participant, out);
    }
    return (Node){.is_event = false, .index = participant->thing};
}
