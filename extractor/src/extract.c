/* Runs the rules over one sentence and settles which of them may speak where several read the same words. */
#include "extract.h"

#include "adjunct.h"
#include "cues.h"
#include "gate.h"
#include "subject.h"

#include <stdlib.h>

/* Is a byte held by a slot, or part of what was passed over? */
static bool is_slot_byte(const Match *match, size_t at) {
    for (size_t i = 0; i < match->adjuncts.count; i++) {
        if (match->adjuncts.items[i].begin <= at && at < match->adjuncts.items[i].end) {
            return true;
        }
    }
    for (size_t i = 0; i < match->rule->slots.count; i++) {
        if (match->bound[i].begin != SIZE_MAX && match->bound[i].begin <= at && at < match->bound[i].end) {
            return true;
        }
    }
    return false;
}

static Reading reading_of(const Match *match, size_t order) {
    Reading reading = {.match = *match, .order = order};
    for (size_t i = 0; i < match->rule->slots.count; i++) {
        reading.slots += match->bound[i].begin != SIZE_MAX;
    }
    for (size_t at = match->span.begin; at < match->span.end; at++) {
        reading.literals += !is_slot_byte(match, at);
    }
    return reading;
}

/* The better one first: binds more, reads more words itself, stands earlier in the rules. */
static int compare(const void *a, const void *b) {
    const Reading *first = a;
    const Reading *second = b;
    if (first->slots != second->slots) {
        return first->slots > second->slots ? -1 : 1;
    }
    if (first->literals != second->literals) {
        return first->literals > second->literals ? -1 : 1;
    }
    return (first->order > second->order) - (first->order < second->order);
}

/* Do two matches read the same words themselves? Spaces and words inside slots may be shared. */
static bool read_same_words(const Match *a, const Match *b, Text text) {
    size_t begin = a->span.begin > b->span.begin ? a->span.begin : b->span.begin;
    size_t end = a->span.end < b->span.end ? a->span.end : b->span.end;
    for (size_t at = begin; at < end; at++) {
        if (text.at[at] != ' ' && !is_slot_byte(a, at) && !is_slot_byte(b, at)) {
            return true;
        }
    }
    return false;
}

/* Says which rules a sentence has cost too much for. */
static void tell_rest(const Discourse *discourse, const Ruleset *rules, const bool *may_fire, size_t first,
                      size_t sentence, Arena *arena, Diag *diag) {
    const Article *article = discourse->document->article;
    Text text = discourse->document->sentences.items[sentence].text;
    Text names = TEXT("");
    for (size_t i = first; i < rules->rules.count; i++) {
        if (may_fire[i]) {
            names = text_format(arena, "%.*s%s%.*s", TEXT_ARGS(names), names.length ? ", " : "",
                                TEXT_ARGS(rules->rules.items[i].id));
        }
    }
    diag_warning(diag, place_of(article->path, article->file, (size_t)(text.at - article->file.at)),
                 "this sentence costs too much; rules that were not run on it to the end: %.*s", TEXT_ARGS(names));
}

/* 恩来 of 周副主席恩来: does a slot begin within a person's name? */
static bool cuts_name(const Tagged *tagged, const Match *match) {
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        bool person = ontology_is_a(tagged->ontology, mention->class_id, tagged->ontology->person);
        for (size_t k = 0; person && mention->kind == MENTION_NAME && k < match->rule->slots.count; k++) {
            size_t begin = match->bound[k].begin;
            if (mention->core.begin < begin && begin < mention->core.end) {
                return true;
            }
        }
    }
    return false;
}

static void find_readings(const Discourse *discourse, const Ruleset *rules, const Rule *only, Matcher *matcher,
                          size_t sentence, Arena *arena, Diag *diag, Readings *out) {
    const Tagged *tagged = &discourse->tagged[sentence];
    Text lower = gate_lower(arena, tagged->sentence->text);
    bool *may_fire = ARENA_ARRAY(arena, bool, rules->rules.count + 1);
    bool *may_match = ARENA_ARRAY(arena, bool, rules->triggers.patterns + 1);
    triggers_find(&rules->triggers, matcher_scan(matcher), tagged->sentence->lang, lower, may_match, may_fire);
    matcher_begin(matcher, tagged, rules);
    for (size_t i = 0; i < rules->rules.count; i++) {
        const Rule *rule = &rules->rules.items[i];
        Matches matches = {0};
        if (!may_fire[i] || (only && rule != only)) {
            continue;
        }
        match_rule(matcher, rule, may_match, arena, diag, &matches);
        for (size_t k = 0; k < matches.count; k++) {
            adjunct_clauses_in(tagged, matches.items[k].span, arena, &matches.items[k].adjuncts);
            if (!cuts_name(tagged, &matches.items[k])) {
                Reading *reading = VECTOR_PUSH(arena, out);
                *reading = reading_of(&matches.items[k], i);
                reading->mute = !subject_is_there(discourse, sentence, &reading->match, arena);
            }
        }
        if (matcher_is_spent(matcher)) {
            matcher_tally(matcher)->sentences++;
            tell_rest(discourse, rules, may_fire, i, sentence, arena, diag);
            return;
        }
    }
}

static int compare_places(const void *a, const void *b) {
    const Reading *first = a;
    const Reading *second = b;
    if (first->match.span.begin != second->match.span.begin) {
        return first->match.span.begin < second->match.span.begin ? -1 : 1;
    }
    return (first->order > second->order) - (first->order < second->order);
}

/* Does a phrase slot of `outer` hold all of `inner`? Then that is what is decided, planned or said, and no fact of its
 * own. */
static bool is_content(const Match *inner, const Match *outer) {
    for (size_t i = 0; i < outer->rule->slots.count; i++) {
        bool phrase = outer->bound[i].begin != SIZE_MAX && outer->as[i]->kind == SLOT_PHRASE;
        if (phrase && outer->bound[i].begin <= inner->span.begin && inner->span.end <= outer->bound[i].end) {
            return true;
        }
    }
    return false;
}

static void yield_to_phrases(Readings *readings) {
    for (size_t i = 0; i < readings->count; i++) {
        Reading *inner = &readings->items[i];
        for (size_t k = 0; k < readings->count && !inner->lost_to; k++) {
            const Reading *outer = &readings->items[k];
            if (k != i && !outer->lost_to && is_content(&inner->match, &outer->match)) {
                inner->lost_to = outer->match.rule;
            }
        }
    }
}

/* The slot that stands first in the text. */
static Span first_slot(const Match *match) {
    Span first = {SIZE_MAX, SIZE_MAX};
    for (size_t i = 0; i < match->rule->slots.count; i++) {
        first = match->bound[i].begin < first.begin ? match->bound[i] : first;
    }
    return first;
}

/* Does a stretch of words hold 和, 、 or the like? */
static bool has_joint(const Tagged *tagged, Span span) {
    size_t i = tokens_beginning(&tagged->tokens, span.begin);
    for (; i < tagged->tokens.items.count && tagged->tokens.items.items[i].span.end <= span.end; i++) {
        if (tagged->tokens.items.items[i].joins) {
            return true;
        }
    }
    return false;
}

/* Do both tell of one kind of event, and does one name all of those of whom the other names only the last: 甲和乙? */
static bool tells_of_more(const Tagged *tagged, const Match *more, const Match *fewer) {
    Span all = first_slot(more);
    Span last = first_slot(fewer);
    return more->rule != fewer->rule && more->rule->events.count == fewer->rule->events.count &&
           more->rule->events.items[0].type == fewer->rule->events.items[0].type && all.begin != SIZE_MAX &&
           all.begin < last.begin && all.end == last.end && has_joint(tagged, (Span){all.begin, last.begin});
}

/* Who is left out by a reading of the same words that is better otherwise would be lost. */
static void yield_to_lists(Readings *readings, const Tagged *tagged) {
    for (size_t i = 0; i < readings->count; i++) {
        for (size_t k = 0; k < readings->count; k++) {
            const Match *more = &readings->items[k].match;
            if (!readings->items[k].lost_to && !readings->items[k].mute &&
                tells_of_more(tagged, more, &readings->items[i].match) &&
                read_same_words(more, &readings->items[i].match, tagged->sentence->text)) {
                readings->items[i].lost_to = more->rule;
            }
        }
    }
}

/* The plan that a match tells of: what somebody means to do; empty: it tells of none, or of several. */
static Span plan_of(const Ruleset *rules, Matcher *matcher, const Tagged *tagged, const Match *match) {
    Text text = tagged->sentence->text;
    bool plan = match->rule->events.items[0].type == tagged->ontology->plan;
    for (size_t i = 0; plan && i < match->rule->slots.count; i++) {
        Span phrase = match->bound[i];
        if (phrase.begin != SIZE_MAX && match->as[i]->kind == SLOT_PHRASE) {
            Text verb = text_slice(text, match->span.begin, phrase.begin);
            bool one = !text_contains(text_span(text, phrase), TEXT("，"));
            return one && cues_say(rules, matcher, CUE_INTENT, tagged->sentence->lang, verb) ? phrase : (Span){0, 0};
        }
    }
    return (Span){0, 0};
}

/* Does the verb of a match stand at the head of a plan, behind no more than where and when? */
static bool heads_plan(const Tagged *tagged, const Match *match, Span plan) {
    enum { NEAR_ZH = 60, NEAR_EN = 12 }; /* bytes */
    size_t reach = tagged->sentence->lang == LANG_ZH ? NEAR_ZH : NEAR_EN;
    for (size_t at = plan.begin; at < plan.end && at < plan.begin + reach; at++) {
        if (match->span.begin <= at && at < match->span.end && tagged->sentence->text.at[at] != ' ' &&
            !is_slot_byte(match, at)) {
            return match->span.end <= plan.end || match->span.begin < plan.begin;
        }
    }
    return false;
}

/* Is it an event of a kind that tells more than the plan of it: 拟召开大会? */
static bool outranks_plan(const Ontology *ontology, const Match *match) {
    return ontology->classes.items[match->rule->events.items[0].type].outranks_plan;
}

/* Who plans an event is told by the event. */
static void yield_to_deeds(Readings *readings, const Tagged *tagged) {
    for (size_t i = 0; i < readings->count; i++) {
        Reading *planned = &readings->items[i];
        for (size_t k = 0; k < readings->count && !planned->lost_to; k++) {
            const Match *deed = &readings->items[k].match;
            if (!readings->items[k].lost_to && outranks_plan(tagged->ontology, deed) &&
                heads_plan(tagged, deed, planned->plan)) {
                planned->lost_to = deed->rule;
            }
        }
    }
}

/* Of readings of the same words, only the best stands. */
static void settle(Readings *readings, const Tagged *tagged) {
    qsort(readings->items, readings->count, sizeof *readings->items, compare);
    yield_to_lists(readings, tagged);
    yield_to_deeds(readings, tagged);
    for (size_t i = 0; i < readings->count; i++) {
        Reading *reading = &readings->items[i];
        for (size_t k = 0; k < i && !reading->lost_to; k++) {
            const Reading *better = &readings->items[k];
            if (!better->lost_to && !better->mute &&
                read_same_words(&better->match, &reading->match, tagged->sentence->text)) {
                reading->lost_to = better->match.rule;
            }
        }
    }
    yield_to_phrases(readings);
    qsort(readings->items, readings->count, sizeof *readings->items, compare_places);
}

void extract_readings(const Discourse *discourse, const Ruleset *rules, const Rule *only, Matcher *matcher,
                      size_t sentence, Arena *arena, Diag *diag, Readings *out) {
    find_readings(discourse, rules, only, matcher, sentence, arena, diag, out);
    const Tagged *tagged = &discourse->tagged[sentence];
    for (size_t i = 0; i < out->count; i++) {
        out->items[i].plan = plan_of(rules, matcher, tagged, &out->items[i].match);
    }
    if (out->count) {
        settle(out, tagged);
    }
}

/* Did a rule report anything in the facts from `first` on? */
static bool has_reported(const Facts *facts, size_t first, const Rule *rule) {
    for (size_t i = first; i < facts->count; i++) {
        if (facts->items[i].rule == rule) {
            return true;
        }
    }
    return false;
}

/* A plan stands after all if the event that it is of is not reported: its subject may be missing. */
static bool is_left(const Reading *reading, const Facts *facts, size_t first) {
    return reading->lost_to && reading->plan.end &&
           reading->lost_to->events.items[0].type != reading->match.rule->events.items[0].type &&
           !has_reported(facts, first, reading->lost_to);
}

Status extract_sentence(const Discourse *discourse, const Ruleset *rules, const Rule *only, Matcher *matcher,
                        size_t sentence, Arena *arena, Diag *diag, Facts *out) {
    Readings readings = {0};
    extract_readings(discourse, rules, only, matcher, sentence, arena, diag, &readings);
    size_t first = out->count;
    for (size_t i = 0; i < readings.count; i++) {
        if (!readings.items[i].lost_to) {
            extract_facts(discourse, rules, matcher, sentence, &readings.items[i].match, arena, out, NULL);
        }
    }
    for (size_t i = 0; i < readings.count; i++) {
        if (is_left(&readings.items[i], out, first)) {
            extract_facts(discourse, rules, matcher, sentence, &readings.items[i].match, arena, out, NULL);
        }
    }
    return DATELINE_OK;
}
