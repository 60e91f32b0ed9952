/* Owns at whom a speech is aimed whose rule tells only what was said. */
#include "target.h"

#include "filler.h"
#include "naming.h"

/* Does one of the verbs by which somebody is attacked end these words? 揭露了, "exposed". */
static bool ends_in_attack(Lang lang, Text words) {
    static const char *const chinese[] = {"揭发", "揭露", "批判", "驳斥", "斥责", "痛斥", "批评",
                                          "谴责", "抨击", "声讨", "控诉", "反驳", "指责", NULL};
    static const char *const particles[] = {"了", "过", "出", "说", NULL};
    static const char *const english[] = {"exposed", "criticized", "criticised", "denounced",
                                          "refuted", "condemned",  "rebuked",    NULL};
    words = text_trim(words);
    for (size_t i = 0; particles[i] && lang == LANG_ZH; i++) {
        if (text_ends(words, text_from(particles[i]))) {
            words = text_slice(words, 0, words.length - text_from(particles[i]).length);
            break;
        }
    }
    return text_ends_any(words, lang == LANG_ZH ? chinese : english);
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
    Text text = discourse->tagged[fact->sentence].sentence->text;
    size_t told = fact->fillers.count;
    if (fact->type != discourse->ontology->statement || fact_has_role(fact, ROLE_RECIPIENT)) {
        return;
    }
    for (size_t i = 0; i < told; i++) {
        Span object = fact->fillers.items[i].span;
        if (fact->fillers.items[i].role == ROLE_OBJECT && object.end > object.begin &&
            ends_in_attack(fact->lang, text_slice(text, 0, object.begin))) {
            add_targets(discourse, fact, object);
        }
    }
}
