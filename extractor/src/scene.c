/* Owns at which meeting something is done: one that the sentence names, or where the dispatch has its reader stand.
 * Once a meeting is told of, those who speak behind it speak there, until the text goes elsewhere or to another day. */
#include "scene.h"

#include "cues.h"
#include "naming.h"
#include "timing.h"

typedef struct Scene {
    const Discourse *discourse;
    const Ruleset *rules;
    Matcher *matcher;
    const Facts *earlier;
    const Fact *fact;
} Scene;

static const Sentence *sentence_of(const Scene *scene, size_t index) {
    return &scene->discourse->document->sentences.items[index];
}

static bool is_a(const Scene *scene, ClassId class_id, ClassId super) {
    return class_id != CLASS_NONE && ontology_is_a(scene->discourse->ontology, class_id, super);
}

/* Are all that speak of a class? Bodies, documents and the meeting itself do not stand up and speak. */
static bool is_spoken_by(const Scene *scene, ClassId class_id) {
    bool any = false;
    for (size_t i = 0; i < scene->fact->fillers.count; i++) {
        const Filler *filler = &scene->fact->fillers.items[i];
        if (filler->role == ROLE_AGENT && !is_a(scene, filler->class_id, class_id)) {
            return false;
        }
        any = any || filler->role == ROLE_AGENT;
    }
    return any;
}

/* Whoever is named; those who are not, only where the meeting has just been told of. */
static bool may_speak_at(const Scene *scene, const Fact *meeting) {
    const Ontology *ontology = scene->discourse->ontology;
    bool near =
        sentence_of(scene, meeting->sentence)->paragraph == sentence_of(scene, scene->fact->sentence)->paragraph;
    return is_spoken_by(scene, ontology->person) || (near && is_spoken_by(scene, ontology->group));
}

static bool same_dispatch(const Scene *scene, size_t sentence) {
    const Sentence *here = sentence_of(scene, scene->fact->sentence);
    const Sentence *there = sentence_of(scene, sentence);
    return here->lang == there->lang && here->dispatch == there->dispatch && there->kind == SENTENCE_BODY;
}

/* 会后, "before the meeting", 对记者说: do words take a speech elsewhere? */
static bool is_elsewhere(const Scene *scene) {
    Text text = sentence_of(scene, scene->fact->sentence)->text;
    return cues_say(scene->rules, scene->matcher, CUE_ELSEWHERE, scene->fact->lang,
                    text_slice(text, 0, scene->fact->span.end));
}

static bool is_one_day(const Fact *fact) {
    return fact->has_date && fact->date.value.day && !fact->date.until.year;
}

/* 几次座谈会: who speaks at which is not said. */
static bool is_several(Text label) {
    static const char *const words[] = {"几次", "多次", "历次", "两次", "三次", "several ", "many ", NULL};
    return text_starts_any(label, words);
}

/* 谈判: what is said of it is said outside. */
static bool is_talks(Text label) {
    static const char *const words[] = {"谈判", "会谈", "negotiations", "talks", NULL};
    return text_ends_any(label, words);
}

static bool is_meeting(const Scene *scene, const Fact *fact) {
    return fact->type == scene->discourse->ontology->meeting && timing_is_done(fact) && fact->label.length &&
           !is_talks(fact->label) && !is_several(fact->label);
}

/* The first meeting told in the last sentence that tells of one; NULL: none, or the text has gone elsewhere since. */
static const Fact *last_meeting(const Scene *scene) {
    const Fact *found = NULL;
    for (size_t i = scene->earlier->count; i-- > 0;) {
        const Fact *fact = &scene->earlier->items[i];
        if (!same_dispatch(scene, fact->sentence) || (found && fact->sentence != found->sentence)) {
            return found;
        }
        if (is_meeting(scene, fact)) {
            found = fact;
        } else if (!found && is_one_day(fact) && fact->type != scene->fact->type) {
            return NULL;
        }
    }
    return found;
}

/* The meeting where the dispatch has its reader stand. */
static bool find_scene(const Scene *scene, Referent *out) {
    const Fact *fact = scene->fact;
    bool speech = fact->type == scene->discourse->ontology->statement;
    bool may = speech && fact->modality == MODALITY_ACTUAL && sentence_of(scene, fact->sentence)->kind == SENTENCE_BODY;
    const Fact *meeting = may && !is_elsewhere(scene) ? last_meeting(scene) : NULL;
    bool other_day =
        meeting && fact->has_date && !(meeting->has_date && day_compare(fact->date.value, meeting->date.value) == 0);
    if (!meeting || other_day || !may_speak_at(scene, meeting)) {
        return false;
    }
    *out = (Referent){meeting->label, scene->discourse->ontology->meeting, NULL, false};
    return true;
}

static bool is_token(const Tagged *tagged, size_t index, const char *const *words) {
    for (size_t i = 0; words[i] && index < tagged->tokens.items.count; i++) {
        if (token_is(&tagged->tokens, index, words[i])) {
            return true;
        }
    }
    return false;
}

/* 在授奖仪式上, "at the award ceremony": not what somebody comes to or speaks of, nor what is told of in passing:
 * 他在大会上的报告. */
static bool takes_place_at(const Tagged *tagged, const Mention *meeting) {
    static const char *const behind[] = {"上", "中", NULL};
    static const char *const passing[] = {"的", "所", "通过", "当选", NULL};
    static const char *const before[] = {"at", "during", NULL};
    size_t first = tokens_beginning(&tagged->tokens, meeting->span.begin);
    if (tagged->sentence->lang == LANG_ZH) {
        size_t next = tokens_ending(&tagged->tokens, meeting->span.end) + 1;
        return is_token(tagged, next, behind) && !is_token(tagged, next + 1, passing);
    }
    while (first != SIZE_MAX && first > 0 && (tagged->tokens.items.items[first - 1].words & WORD_DETERMINER)) {
        first--;
    }
    return first != SIZE_MAX && first > 0 && is_token(tagged, first - 1, before);
}

/* 在今天的一次集会上: the words before the name are none of it. */
static Span without_leading(const Tagged *tagged, Span span) {
    static const char *const words[] = {"在", "于", "的", "一次", "这次", NULL};
    size_t first = tokens_beginning(&tagged->tokens, span.begin);
    while (tagged->sentence->lang == LANG_ZH && first != SIZE_MAX && first + 1 < tagged->tokens.items.count &&
           tagged->tokens.items.items[first + 1].span.begin < span.end &&
           (is_token(tagged, first, words) || tagged->tokens.items.items[first].kind == TOKEN_DATE)) {
        first++;
        span.begin = tagged->tokens.items.items[first].span.begin;
    }
    return span;
}

/* 在最近召开的各村村长的会议上: a bare word with the description before it, behind 在 or 召开的. */
static Span with_description(const Tagged *tagged, Span meeting) {
    enum { LEAST = 5 }; /* characters: 上午的 describes nothing */
    static const char *const held[] = {"召开", "举行", "召集", NULL};
    size_t first = tokens_beginning(&tagged->tokens, meeting.begin);
    bool described = tagged->sentence->lang == LANG_ZH && first != SIZE_MAX && first > 1 &&
                     token_is(&tagged->tokens, first - 1, "的") && !is_token(tagged, first - 2, held);
    for (size_t i = first; described && i-- > 0 && !tagged->tokens.items.items[i].boundary;) {
        bool of_it = i > 0 && token_is(&tagged->tokens, i, "的") && is_token(tagged, i - 1, held);
        if (of_it || token_is(&tagged->tokens, i, "在")) {
            Span whole = {tagged->tokens.items.items[i + 1].span.begin, meeting.end};
            whole = without_leading(tagged, whole);
            Text description = text_slice(tagged->sentence->text, whole.begin, meeting.begin);
            return utf8_count(description) < LEAST ? meeting : whole;
        }
    }
    return meeting;
}

/* The meeting at which the fact's sentence says that it happens, in the same clause or before its end. */
static bool find_named(const Scene *scene, const Spans *covered, Referent *out) {
    const Discourse *discourse = scene->discourse;
    const Fact *fact = scene->fact;
    const Tagged *tagged = &discourse->tagged[fact->sentence];
    size_t begin = discourse_clause(discourse, fact->sentence, fact->span.begin).begin;
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        if (begin <= mention->span.begin && mention->span.end < fact->span.end &&
            is_a(scene, mention->class_id, discourse->ontology->meeting) && takes_place_at(tagged, mention) &&
            !spans_overlap(covered, mention->span)) {
            Span name = mention->kind == MENTION_NAME ? mention->core : without_leading(tagged, mention->span);
            Referent said = {naming_of(tagged, name, discourse->arena).label, mention->class_id, mention->entry, false};
            bool bare = discourse_is_bare(discourse, fact->lang, said.label);
            Span whole = bare ? with_description(tagged, name) : name;
            if (whole.begin < name.begin) {
                said.label = naming_of(tagged, whole, discourse->arena).label;
                bare = false;
            }
            *out = bare ? discourse_resolve(discourse, fact->sentence, mention->span.begin, said) : said;
            return true;
        }
    }
    return false;
}

/* Does the sentence, up to the end of the fact, say "during the conference" or "those attending the meeting"? */
static bool speaks_of_meeting(const Scene *scene) {
    Text words = text_slice(sentence_of(scene, scene->fact->sentence)->text, 0, scene->fact->span.end);
    return cues_say(scene->rules, scene->matcher, CUE_OCCASION, scene->fact->lang, words);
}

/* A meeting and a show are no part of one. */
static bool may_have_occasion(const Ontology *ontology, const Fact *fact) {
    return fact->type != ontology->meeting && fact->type != ontology_class(ontology, TEXT("Exhibition")) &&
           !fact_has_role(fact, ROLE_OCCASION);
}

bool scene_occasion(const Discourse *discourse, const Ruleset *rules, Matcher *matcher, const Facts *earlier,
                    const Spans *covered, const Fact *fact, Referent *out) {
    Scene scene = {discourse, rules, matcher, earlier, fact};
    if (!may_have_occasion(discourse->ontology, fact)) {
        return false;
    }
    bool found = find_named(&scene, covered, out) ||
                 (speaks_of_meeting(&scene) && discourse_meeting(discourse, fact->sentence, out)) ||
                 find_scene(&scene, out);
    return found && !fact_has_label(fact, out->label);
}
