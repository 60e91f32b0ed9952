/* Owns at which meeting something happened that does not name it. Whose meeting it is, and when, it does not ask. */
#include "occasion.h"

#include "similar.h"
#include "timing.h"

/* Does the sentence, up to the end of the match, say "during the conference" or "those attending the meeting"? */
static bool speaks_of_meeting(const Discourse *discourse, const Ruleset *rules, Matcher *matcher, const Fact *fact) {
    const Sentence *sentence = &discourse->document->sentences.items[fact->sentence];
    for (size_t i = 0; i < rules->cues.count; i++) {
        const Cue *cue = &rules->cues.items[i];
        Span found;
        if (cue->gives == CUE_OCCASION && cue->lang == sentence->lang &&
            match_plain(matcher, cue->code, text_slice(sentence->text, 0, fact->span.end), &found)) {
            return true;
        }
    }
    return false;
}

/* Is it said, with so many words, by persons only? */
static bool is_said_by_persons(const Ontology *ontology, const Fact *fact) {
    bool persons = fact->type == ontology->statement && fact_has_role(fact, ROLE_AGENT);
    for (size_t i = 0; i < fact->fillers.count; i++) {
        const Filler *filler = &fact->fillers.items[i];
        persons = persons && (filler->role != ROLE_AGENT || (filler->class_id != CLASS_NONE &&
                                                             ontology_is_a(ontology, filler->class_id, ontology->person)));
    }
    return persons;
}

static bool is_same_meeting(Lang lang, Text a, Text b) {
    return similar_names(lang, a, b) || text_ends(a, b) || text_ends(b, a);
}

/* The meeting told of last in the dispatch, held already, by its fullest name; NULL: there is none, or there are others.
 */
static const Fact *only_meeting(const Discourse *discourse, const Facts *earlier, const Fact *fact) {
    const Sentence *here = &discourse->document->sentences.items[fact->sentence];
    const Fact *found = NULL;
    for (size_t i = earlier->count; i-- > 0;) {
        const Fact *other = &earlier->items[i];
        const Sentence *there = &discourse->document->sentences.items[other->sentence];
        if (other->type != discourse->ontology->meeting || there->lang != here->lang ||
            there->dispatch != here->dispatch) {
            continue;
        }
        if (!timing_is_done(other) || (found && !is_same_meeting(here->lang, found->label, other->label))) {
            return NULL;
        }
        bool fuller = found && other->label.length > found->label.length && other->has_date &&
                      day_compare(found->date.value, other->date.value) == 0;
        found = !found || fuller ? other : found;
    }
    return found;
}

static bool is_of_another_day(const Fact *meeting, const Fact *fact) {
    return fact->has_date && meeting->has_date && day_compare(fact->date.value, meeting->date.value) != 0;
}

/* The meeting at which it happened; false: none is known. */
static bool meeting_of(const Discourse *discourse, const Ruleset *rules, Matcher *matcher, const Facts *earlier,
                       const Fact *fact, Referent *out) {
    if (speaks_of_meeting(discourse, rules, matcher, fact)) {
        return discourse_meeting(discourse, fact->sentence, out);
    }
    const Fact *meeting = only_meeting(discourse, earlier, fact);
    if (!meeting || !is_said_by_persons(discourse->ontology, fact) || is_of_another_day(meeting, fact)) {
        return false;
    }
    bool topic = discourse_meeting(discourse, fact->sentence, out);
    if (!topic || out->label.length < meeting->label.length || !similar_names(fact->lang, out->label, meeting->label)) {
        *out = (Referent){meeting->label, discourse->ontology->meeting, NULL, false};
    }
    return true;
}

void occasion_set(const Discourse *discourse, const Ruleset *rules, Matcher *matcher, const Facts *earlier,
                  Fact *fact) {
    Referent meeting;
    if (fact->type == discourse->ontology->meeting || fact_has_role(fact, ROLE_OCCASION) ||
        !meeting_of(discourse, rules, matcher, earlier, fact, &meeting)) {
        return;
    }
    for (size_t i = 0; i < fact->fillers.count; i++) {
        if (text_equal(fact->fillers.items[i].label, meeting.label)) {
            return;
        }
    }
    *VECTOR_PUSH(discourse->arena, &fact->fillers) =
        (Filler){.role = ROLE_OCCASION, .label = meeting.label, .class_id = meeting.class_id, .entry = meeting.entry};
}
