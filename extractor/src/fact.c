/* Fills a rule's mapping with what its slots hold: names are shortened and resolved, numbers taken out, the date and
 * the modality found. Of other facts it asks told.h and timing.h. */
#include "belonging.h"
#include "cues.h"
#include "extract.h"
#include "filler.h"
#include "measures.h"
#include "naming.h"
#include "scene.h"
#include "setting.h"
#include "stance.h"
#include "subject.h"
#include "tally.h"
#include "target.h"
#include "timing.h"
#include "told.h"
#include "trailing.h"

/* One match being turned into facts. */
typedef struct Maker {
    const Discourse *discourse;
    const Ruleset *rules;
    Matcher *matcher;
    size_t sentence;
    const Match *match;
    Arena *arena;
    size_t each;      /* which member of the `each` slot this fact is about */
    Refusal *refusal; /* or NULL */
} Maker;

static const Tagged *tagged_of(const Maker *maker) {
    return &maker->discourse->tagged[maker->sentence];
}

static bool is_bound(const Maker *maker, size_t slot) {
    return maker->match->bound[slot].begin != SIZE_MAX;
}

static ClassId type_of(const Maker *maker) {
    return maker->match->rule->events.items[0].type;
}

static Filler filler_of(Role role, Referent who, Span span) {
    return (Filler){.role = role, .label = who.label, .span = span, .class_id = who.class_id, .entry = who.entry};
}

/* Words that are said stand as they are: a number in them counts nothing of the event. */
static bool is_said(const Maker *maker, const Fact *fact, Role role, const Slot *slot) {
    return fact->type == maker->discourse->ontology->statement && role == ROLE_OBJECT && slot->kind == SLOT_DEFINE;
}

static void add_filler(const Maker *maker, Fact *fact, Role role, const Slot *slot, size_t sentence, Span span) {
    const Tagged *tagged = &maker->discourse->tagged[sentence];
    span = trailing_cut(tagged, slot, type_of(maker), span);
    const Mention *mention = tagger_mention(tagged, &slot->classes, span);
    bool words = slot->kind == SLOT_NOUN || slot->kind == SLOT_FULL || slot->kind == SLOT_DEFINE;
    mention = mention || !words ? mention : naming_person(tagged, span);
    bool named = mention && mention->kind == MENTION_NAME;
    Naming naming = is_said(maker, fact, role, slot) ? (Naming){.label = text_span(tagged->sentence->text, span)}
                                                     : naming_of(tagged, named ? mention->core : span, maker->arena);
    Referent spoken = {naming.label, mention ? mention->class_id : CLASS_NONE, mention ? mention->entry : NULL,
                       naming.definite};
    if (mention || slot->kind == SLOT_NOUN) {
        spoken.label = belonging_label(maker->discourse, sentence, span.begin, spoken.label);
    }
    Referent meant = discourse_resolve(maker->discourse, sentence, span.begin, spoken);
    span = sentence == maker->sentence ? span : (Span){0, 0};
    *VECTOR_PUSH(maker->arena, &fact->fillers) = filler_of(role, meant, span);
    for (size_t i = 0; mention && i < mention->meant.count; i++) {
        Filler *one = i ? VECTOR_PUSH(maker->arena, &fact->fillers) : &fact->fillers.items[fact->fillers.count - 1];
        *one = filler_of(role, mention->meant.items[i], (Span){0, 0});
    }
    if (naming.counted && tally_role(role) != ROLE_NONE && sentence == maker->sentence) {
        *VECTOR_PUSH(maker->arena, &fact->counts) = (Count){naming.number, naming.unit, role};
    }
}

/* What somebody is against is not what he says: it stands with its verb. */
static void add_stance(const Maker *maker, Fact *fact, Role role, const Slot *slot, Span filler, Span member) {
    member = trailing_cut(tagged_of(maker), slot, type_of(maker), member);
    Text label = stance_label(tagged_of(maker), filler, member, maker->arena);
    *VECTOR_PUSH(maker->arena, &fact->fillers) = filler_of(role, (Referent){label, CLASS_NONE, NULL, false}, member);
}

static void add_members(const Maker *maker, Fact *fact, Role role, size_t slot_index, size_t sentence, Span span) {
    const Slot *slot = maker->match->as[slot_index];
    Spans members = {0};
    filler_members(&maker->discourse->tagged[sentence], slot, span, maker->arena, &members);
    for (size_t i = 0; i < members.count; i++) {
        bool rest = members.count > 1 && naming_is_rest(&maker->discourse->tagged[sentence], members.items[i]);
        bool other = slot_index == maker->match->rule->each && i != maker->each;
        if (!rest && !other && slot_index == maker->match->rule->stance) {
            add_stance(maker, fact, role, slot, span, members.items[i]);
        } else if (!rest && !other) {
            add_filler(maker, fact, role, slot, sentence, members.items[i]);
        }
    }
}

/* The mention of a class inside another slot's filler: the ministry in the name of its conference. */
static bool find_inside(const Maker *maker, const Slot *slot, Span *span) {
    if (!is_bound(maker, slot->inside)) {
        return false;
    }
    const Tagged *tagged = tagged_of(maker);
    Span outer = maker->match->bound[slot->inside];
    bool found = false;
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        bool inside = mention->span.begin >= outer.begin && mention->span.end <= outer.end &&
                      mention->span.end - mention->span.begin < outer.end - outer.begin;
        bool longer = !found || mention->span.end - mention->span.begin > span->end - span->begin;
        if (inside && longer && mention->kind == MENTION_NAME &&
            ontology_is_any(maker->discourse->ontology, mention->class_id, &slot->classes)) {
            *span = mention->core;
            found = true;
        }
    }
    return found;
}

static void fill(const Maker *maker, Fact *fact, Role role, size_t slot_index) {
    const Slot *slot = maker->match->as[slot_index];
    size_t sentence = maker->sentence;
    if (!slot) {
        return;
    }
    Span span = maker->match->bound[slot_index];
    if (slot->kind == SLOT_INSIDE ? find_inside(maker, slot, &span) : is_bound(maker, slot_index)) {
        add_members(maker, fact, role, slot_index, sentence, span);
    } else if (slot->leading) {
        Spans members = {0};
        subject_carried(maker->discourse, sentence, maker->match, slot, maker->arena, &sentence, &members);
        for (size_t i = 0; i < members.count; i++) {
            add_filler(maker, fact, role, slot, sentence, members.items[i]);
        }
    }
}

static void refuse(const Maker *maker, Refusal refusal) {
    if (maker->refusal) {
        *maker->refusal = refusal;
    }
}

bool fact_has_role(const Fact *fact, Role role) {
    for (size_t i = 0; i < fact->fillers.count; i++) {
        if (fact->fillers.items[i].role == role) {
            return true;
        }
    }
    return false;
}

/* The event's own name. A meeting that is not named is the one that the text is about. false: it has to have a name and
 * has none. */
static bool set_label(const Maker *maker, Fact *fact, size_t slot) {
    if (slot == NO_SLOT) {
        return true;
    }
    Fact holder = {0};
    Referent meeting;
    fill(maker, &holder, ROLE_OCCASION, slot);
    if (holder.fillers.count) {
        fact->label = holder.fillers.items[0].label;
    } else if (discourse_meeting(maker->discourse, maker->sentence, &meeting)) {
        fact->label = meeting.label;
    }
    if (fact->label.length == 0) {
        refuse(maker, (Refusal){.kind = REFUSED_WITHOUT_NAME});
    }
    return fact->label.length > 0;
}

/* A leading slot may be carried over, but unless it is marked as optional it must be found. */
static bool lacks_subject(const Maker *maker, const TemplateEvent *event, const Fact *fact) {
    for (size_t i = 0; i < event->fillers.count; i++) {
        const Slot *slot = maker->match->as[event->fillers.items[i].slot];
        if (slot && slot->leading && !slot->optional && !fact_has_role(fact, event->fillers.items[i].role)) {
            refuse(maker, (Refusal){.kind = REFUSED_WITHOUT_SUBJECT});
            return true;
        }
    }
    return false;
}

static void add_counts(const Maker *maker, const TemplateEvent *event, Fact *fact) {
    const Tagged *tagged = tagged_of(maker);
    for (size_t i = 0; i < event->counts.count; i++) {
        size_t slot = event->counts.items[i].slot;
        if (!is_bound(maker, slot)) {
            continue;
        }
        size_t token = tokens_beginning(&tagged->tokens, maker->match->bound[slot].begin);
        NumberMention number = tagged->tokens.numbers.items[tagged->tokens.items.items[token].index];
        *VECTOR_PUSH(maker->arena, &fact->counts) = (Count){number, number.unit, event->counts.items[i].of};
    }
    tally_add(maker->discourse, fact);
    measures_add(maker->discourse, fact);
}

/* The spans that the slots hold, dates apart: numbers, dates and cue words there are not words of the event itself. */
static Spans covered_spans(const Maker *maker) {
    Spans covered = {0};
    for (size_t i = 0; i < maker->match->rule->slots.count; i++) {
        const Slot *slot = maker->match->as[i];
        if (!is_bound(maker, i) || slot->kind == SLOT_DATE) {
            continue;
        }
        Spans members = {0};
        filler_members(tagged_of(maker), slot, maker->match->bound[i], maker->arena, &members);
        for (size_t k = 0; k < members.count; k++) {
            Span span = trailing_cut(tagged_of(maker), slot, type_of(maker), members.items[k]);
            *VECTOR_PUSH(maker->arena, &covered) = (Span){members.items[k].begin, span.end};
        }
    }
    return covered;
}

/* "According to Reuters", 据路透社: who is named there says so. */
static void add_source(const Maker *maker, Fact *fact, Span words) {
    Referent source;
    if (!fact_has_role(fact, ROLE_ATTRIBUTED) && discourse_source(maker->discourse, maker->sentence, words, &source)) {
        *VECTOR_PUSH(maker->arena, &fact->fillers) = filler_of(ROLE_ATTRIBUTED, source, (Span){0, 0});
    }
}

/* May a cue change what the rule itself says of an event? A plan that is made is one, though it lies ahead. */
static bool may_change(const Maker *maker, const Cue *cue, const TemplateEvent *event) {
    if (cue->place == CUE_BEHIND && event->type == maker->discourse->ontology->plan) {
        return false;
    }
    bool sure = event->has_modality && event->modality != MODALITY_ACTUAL;
    bool asked = !event->has_modality || cue->modality == MODALITY_REPORTED || cue->place == CUE_BEHIND;
    return cue->gives == CUE_NOTHING || (cue->gives == CUE_MODALITY && !sure && asked);
}

/* What the cue words of all rules make of the fact; false: nothing is asserted. */
static bool set_modality(const Maker *maker, const TemplateEvent *event, Fact *fact) {
    const Sentence *sentence = tagged_of(maker)->sentence;
    Spans covered = covered_spans(maker);
    CueWords words = cue_words(maker->discourse, maker->sentence, maker->match, &covered, maker->arena);
    fact->modality = event->has_modality ? event->modality : MODALITY_ACTUAL;
    for (size_t i = 0; i < maker->rules->cues.count; i++) {
        const Cue *cue = &maker->rules->cues.items[i];
        Text text = cue_text(cue, &words);
        Span found;
        if (cue->lang != sentence->lang || !may_change(maker, cue, event) ||
            !match_plain(maker->matcher, cue->code, text, &found)) {
            continue;
        }
        if (cue->gives == CUE_NOTHING) {
            refuse(maker, (Refusal){REFUSED_BY_CUE, cue, text_span(text, found)});
            return false;
        }
        fact->modality = cue->modality;
        if (cue->place == CUE_BEFORE && cue->modality == MODALITY_REPORTED) {
            add_source(maker, fact, found);
        }
        break;
    }
    Text relayed = maker->discourse->document->dispatches.items[sentence->dispatch].relayed[sentence->lang];
    if (relayed.length && fact->modality == MODALITY_ACTUAL) {
        fact->modality = MODALITY_REPORTED;
        const Entry *entry = lexicon_name(maker->discourse->lexicon, sentence->lang, relayed, (Day){0});
        Referent source = {relayed, maker->discourse->ontology->organization, entry, false};
        *VECTOR_PUSH(maker->arena, &fact->fillers) = filler_of(ROLE_ATTRIBUTED, source, (Span){0, 0});
    }
    return true;
}

/* 大会明天举行: what is told of a day still to come has not happened. */
static bool lies_ahead(const Maker *maker, Day today) {
    Spans covered = covered_spans(maker);
    const DateMention *date = discourse_date(maker->discourse, maker->sentence, maker->match->span, &covered, false);
    return date && date->guess == GUESS_NOTHING && date->span.end <= maker->match->span.end && today.year &&
           date->value.day && date->latest.year && day_compare(date->value, day_last(today)) > 0;
}

static void set_date(const Maker *maker, const TemplateEvent *event, Fact *fact) {
    const Tagged *tagged = tagged_of(maker);
    const DateMention *date = NULL;
    Day today = document_reference(maker->discourse->document, tagged->sentence->dispatch);
    if (fact->modality == MODALITY_ACTUAL && !event->has_modality && lies_ahead(maker, today)) {
        fact->modality = MODALITY_PLANNED;
    }
    if (event->date_slot != NO_SLOT && is_bound(maker, event->date_slot)) {
        size_t token = tokens_beginning(&tagged->tokens, maker->match->bound[event->date_slot].begin);
        date = &tagged->tokens.dates.items[tagged->tokens.items.items[token].index];
    } else {
        Spans covered = covered_spans(maker);
        bool done = timing_is_done(fact) || fact->type == maker->discourse->ontology->statement; /* it has been said */
        date = discourse_date(maker->discourse, maker->sentence, maker->match->span, &covered, done);
    }
    if (date) {
        fact->has_date = true;
        fact->date = *date;
        timing_guess(maker->discourse, fact);
        fact->date.value = timing_unit(&fact->date, text_span(tagged->sentence->text, date->span), today);
    }
}

static void set_scene(const Maker *maker, const Facts *earlier, Fact *fact) {
    Spans covered = covered_spans(maker);
    Referent meeting;
    setting_add(maker->discourse, &covered, fact);
    if (scene_occasion(maker->discourse, maker->rules, maker->matcher, earlier, &covered, fact, &meeting)) {
        *VECTOR_PUSH(maker->arena, &fact->fillers) = filler_of(ROLE_OCCASION, meeting, (Span){0, 0});
    }
}

/* Does the rule speak only once of somebody, and has that been done? */
static bool repeats(const Maker *maker, const TemplateEvent *event, const Fact *fact, const Facts *earlier) {
    for (size_t i = 0; i < event->fillers.count; i++) {
        const TemplateFiller *filler = &event->fillers.items[i];
        if (filler->slot == maker->match->rule->once &&
            told_before(maker->discourse->document, earlier, fact, filler->role, maker->discourse->ontology->person)) {
            refuse(maker, (Refusal){.kind = REFUSED_TOLD});
            return true;
        }
    }
    return false;
}

static void make_fact(const Maker *maker, size_t template_index, Facts *out) {
    const Rule *rule = maker->match->rule;
    const TemplateEvent *event = &rule->events.items[template_index];
    Fact fact = {.type = event->type,
                 .lang = tagged_of(maker)->sentence->lang,
                 .rule = rule,
                 .template_index = template_index,
                 .sentence = maker->sentence,
                 .span = maker->match->span};
    bool named = set_label(maker, &fact, event->label_slot);
    for (size_t i = 0; i < event->fillers.count; i++) {
        fill(maker, &fact, event->fillers.items[i].role, event->fillers.items[i].slot);
    }
    add_counts(maker, event, &fact);
    if (named && !lacks_subject(maker, event, &fact) && !repeats(maker, event, &fact, out) &&
        set_modality(maker, event, &fact)) {
        set_date(maker, event, &fact);
        set_scene(maker, out, &fact);
        target_add(maker->discourse, &fact);
        timing_inherit(maker->discourse, maker->rules, maker->matcher, out, &fact);
        *VECTOR_PUSH(maker->arena, out) = fact;
    }
}

static size_t each_count(Maker *maker) {
    size_t slot = maker->match->rule->each;
    if (slot == NO_SLOT || !is_bound(maker, slot)) {
        return 1;
    }
    Spans members = {0};
    filler_members(tagged_of(maker), maker->match->as[slot], maker->match->bound[slot], maker->arena, &members);
    return members.count;
}

void extract_facts(const Discourse *discourse, const Ruleset *rules, Matcher *matcher, size_t sentence,
                   const Match *match, Arena *arena, Facts *out, Refusal *refusal) {
    Maker maker = {discourse, rules, matcher, sentence, match, arena, 0, refusal};
    size_t count = each_count(&maker);
    for (; maker.each < count; maker.each++) {
        for (size_t i = 0; i < match->rule->events.count; i++) {
            make_fact(&maker, i, out);
        }
    }
}
