/* Owns at whom a speech is aimed whose rule tells only what was said. */
#include "target.h"

#include "filler.h"
#include "naming.h"

/* Is what begins at a byte what somebody is attacked for: 揭露了…, "exposed …"? */
static bool is_attacked(const Tagged *tagged, size_t begin) {
    static const char *const particles[] = {"了", "过", "出", "说", NULL};
    size_t first = tokens_beginning(&tagged->tokens, begin);
    size_t verb = first == SIZE_MAX ? 0 : first;
    verb -= verb > 1 && token_is_any(&tagged->tokens, verb - 1, particles);
    return verb > 0 && (token_in(tagged, verb - 1)->uses & USE_ATTACK);
}

static bool fills_any_role(const Fact *fact, Text label) {
    for (size_t i = 0; i < fact->fillers.count; i++) {
        if (fact->fillers.items[i].role != ROLE_OBJECT && text_equal(fact->fillers.items[i].label, label)) {
            return true;
        }
    }
    return false;
}

static void add_person(const Discourse *discourse, Fact *fact, Span span) {
    const Tagged *tagged = &discourse->tagged[fact->sentence];
    const Mention *person = tagger_mention(tagged, CLASS_IDS(discourse->ontology->person), span);
    Text label =
        person && person->kind == MENTION_NAME ? naming_of(tagged, person->core, discourse->arena).label : TEXT("");
    if (label.length && !fills_any_role(fact, label)) {
        *VECTOR_PUSH(discourse->arena, &fact->fillers) = (Filler){.role = ROLE_RECIPIENT,
                                                                  .label = label,
                                                                  .span = person->core,
                                                                  .class_id = person->class_id,
                                                                  .entry = person->entry};
    }
}

/* The persons at the head of an object. */
static void add_targets(const Discourse *discourse, Fact *fact, Span object) {
    const Tagged *tagged = &discourse->tagged[fact->sentence];
    Slot several = {.kind = SLOT_CLASS, .list = true};
    Spans members = {0};
    if (!tagger_mention_at(tagged, CLASS_IDS(discourse->ontology->person), object.begin)) {
        return;
    }
    *VECTOR_PUSH(discourse->arena, &several.classes) = discourse->ontology->person;
    Span persons = tagger_enumeration(tagged, &several.classes, object.begin, object.end);
    filler_members(tagged, &several, persons, discourse->arena, &members);
    for (size_t i = 0; i < members.count; i++) {
        add_person(discourse, fact, members.items[i]);
    }
}

void target_add(const Discourse *discourse, Fact *fact) {
    size_t told = fact->fillers.count;
    if (fact->type != discourse->ontology->statement || fact_has_role(fact, ROLE_RECIPIENT)) {
        return;
    }
    for (size_t i = 0; i < told; i++) {
        Span object = fact->fillers.items[i].span;
        if (fact->fillers.items[i].role == ROLE_OBJECT && object.end > object.begin &&
            is_attacked(&discourse->tagged[fact->sentence], object.begin)) {
            add_targets(discourse, fact, object);
        }
    }
}
