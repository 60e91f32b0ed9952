/* Owns which facts share a day. A meeting of one sitting lends its day to what it did; any event lends it to the
 * sentence that says "at the ceremony" or "then he spoke". What is only planned, and what has a date of its own, takes
 * nothing. */
#include "timing.h"

#include "cues.h"
#include "similar.h"

static bool joins_two(Text words) {
    static const char *const joints[] = {"至", "到", "～", "—", "－", "-", " to ", " through ", " until ", NULL};
    for (size_t i = 0; joints[i]; i++) {
        if (text_contains(words, text_from(joints[i]))) {
            return true;
        }
    }
    return false;
}

Day timing_unit(const DateMention *date, Text words, Day today) {
    Day unit = date->value;
    if (unit.day && date->until.day && joins_two(words)) {
        return date->until;
    }
    bool goes_on = !date->until.year && date->earliest.year && !date->latest.year;
    Day last = goes_on ? today : date->until;
    if (!unit.year || !last.year) {
        return unit;
    }
    if (unit.year != last.year) {
        return (Day){0, 0, 0};
    }
    if (unit.month != last.month) {
        return (Day){unit.year, 0, 0};
    }
    return unit.day == last.day ? unit : (Day){unit.year, unit.month, 0};
}

typedef struct Timing {
    const Discourse *discourse;
    const Ruleset *rules;
    Matcher *matcher;
    const Facts *earlier;
    const Fact *fact;
} Timing;

static const Sentence *sentence_of(const Timing *timing, size_t index) {
    return &timing->discourse->document->sentences.items[index];
}

bool timing_is_done(const Fact *fact) {
    return fact->modality == MODALITY_ACTUAL || fact->modality == MODALITY_REPORTED;
}

void timing_guess(const Discourse *discourse, Fact *fact) {
    size_t dispatch = discourse->document->sentences.items[fact->sentence].dispatch;
    Day today = document_reference(discourse->document, dispatch);
    Day issue = day_last(document_issue(discourse->document, dispatch));
    bool coming = fact->modality == MODALITY_PLANNED || fact->modality == MODALITY_DEMANDED;
    DateMention next;
    if (!date_next(&fact->date, discourse->arena, &next)) {
        return;
    }
    bool nearer = today.day && day_compare(fact->date.latest, today) < 0 &&
                  day_distance(today, next.earliest) < day_distance(fact->date.latest, today);
    if (coming ? nearer : day_compare(next.latest, issue) <= 0) {
        fact->date = next;
    }
}

static bool is_one_day(const Fact *fact) {
    return fact->has_date && fact->date.value.day && !fact->date.until.year;
}

static bool same_dispatch(const Timing *timing, size_t sentence) {
    const Sentence *here = sentence_of(timing, timing->fact->sentence);
    const Sentence *there = sentence_of(timing, sentence);
    return here->lang == there->lang && here->dispatch == there->dispatch;
}

static bool says(const Timing *timing, CueGives gives, Text text) {
    return cues_say(timing->rules, timing->matcher, gives, timing->fact->lang, text);
}

/* Is anything in the dispatch a sign that its meeting lasted for days? */
static bool lasts(const Timing *timing) {
    for (size_t i = 0; i < timing->discourse->document->sentences.count; i++) {
        if (same_dispatch(timing, i) && says(timing, CUE_DAYS, sentence_of(timing, i)->text)) {
            return true;
        }
    }
    return false;
}

/* "first Harbour Committee meeting", 首次常委会议: does the meeting bear the name, or the end of it, of the body that
 * sits there? */
static bool is_sitting_of(Lang lang, Text meeting, Text body) {
    size_t words = meeting.length; /* where the word for the meeting begins */
    if (lang == LANG_ZH) {
        words = text_ends(meeting, TEXT("会议")) ? meeting.length - TEXT("议").length : 0;
    }
    while (lang == LANG_EN && words > 0 && meeting.at[words - 1] != ' ') {
        words--;
    }
    Text name = text_trim(text_slice(meeting, 0, words));
    for (size_t i = 0; i < name.length; i = utf8_next(name, i)) {
        Text rest = text_after(name, i);
        bool whole = lang == LANG_ZH ? utf8_count(rest) > 2
                                     : (i == 0 || name.at[i - 1] == ' ') && text_find(rest, TEXT(" ")) != SIZE_MAX;
        if (whole && text_ends(body, rest)) {
            return true;
        }
    }
    return false;
}

/* 座谈会: at an occasion called by nothing but what it is any meeting may be meant that is told of. */
static bool is_bare_occasion(const Timing *timing, const Filler *filler) {
    const Head *head = lexicon_head(timing->discourse->lexicon, timing->fact->lang, filler->label);
    return filler->role == ROLE_OCCASION && head && head->word.length == filler->label.length;
}

/* Does the fact happen at the meeting of this name, or is it what that meeting does, or the body that meets? */
static bool happens_at(const Timing *timing, Text meeting) {
    const Ontology *ontology = timing->discourse->ontology;
    for (size_t i = 0; i < timing->fact->fillers.count; i++) {
        const Filler *filler = &timing->fact->fillers.items[i];
        bool part = (filler->role == ROLE_AGENT || filler->role == ROLE_OCCASION) && filler->class_id != CLASS_NONE;
        if (part && ontology_is_a(ontology, filler->class_id, ontology->meeting)
                ? similar_same(timing->fact->lang, filler->label, meeting) || is_bare_occasion(timing, filler)
                : part && is_sitting_of(timing->fact->lang, meeting, filler->label)) {
            return true;
        }
    }
    return false;
}

/* The day of the meeting; NULL: it is not told, or told of two. */
static const Fact *meeting_of(const Timing *timing) {
    const Fact *found = NULL;
    for (size_t i = 0; i < timing->earlier->count; i++) {
        const Fact *fact = &timing->earlier->items[i];
        if (fact->type != timing->discourse->ontology->meeting || !timing_is_done(fact) || !is_one_day(fact) ||
            !same_dispatch(timing, fact->sentence) || !happens_at(timing, fact->label)) {
            continue;
        }
        if (found && day_compare(found->date.value, fact->date.value) != 0) {
            return NULL;
        }
        found = fact;
    }
    return found;
}

/* The last event with a day of its own in a sentence; NULL: there is none. */
static const Fact *dated_in(const Timing *timing, size_t sentence) {
    for (size_t i = timing->earlier->count; i-- > 0;) {
        const Fact *fact = &timing->earlier->items[i];
        if (fact->sentence == sentence && timing_is_done(fact) && is_one_day(fact)) {
            return fact;
        }
    }
    return NULL;
}

/* The last such event before; NULL: there is none in the dispatch, or some other date is spoken of since. */
static const Fact *told_before(const Timing *timing) {
    size_t here = timing->fact->sentence;
    for (size_t i = here + 1; i-- > 0 && same_dispatch(timing, i) && sentence_of(timing, i)->kind == SENTENCE_BODY;) {
        const Fact *found = dated_in(timing, i);
        if (found || (i != here && timing->discourse->tagged[i].tokens.dates.count)) {
            return found;
        }
    }
    return NULL;
}

void timing_inherit(const Discourse *discourse, const Ruleset *rules, Matcher *matcher, const Facts *earlier,
                    Fact *fact) {
    Timing timing = {discourse, rules, matcher, earlier, fact};
    if (fact->has_date || !timing_is_done(fact) || fact->type == discourse->ontology->meeting) {
        return;
    }
    const Fact *from = meeting_of(&timing);
    Text words = text_slice(sentence_of(&timing, fact->sentence)->text, 0, fact->span.end);
    if (says(&timing, CUE_DATE, words)) {
        from = from ? from : told_before(&timing);
    } else if (from && lasts(&timing)) {
        from = NULL;
    }
    if (from) {
        fact->has_date = true;
        fact->date = from->date;
        fact->date.span = (Span){0, 0};
    }
}
