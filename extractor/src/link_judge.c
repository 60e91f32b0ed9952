/* Owns what a shared name proves. It reads no files. */
#include "link_authority.h"
#include "terms.h"

/* How sure each kind of proof is; see the table in README.md. */
static const double SAME_ITEM = 0.97;
static const double BOTH_LANGUAGES = 0.95;
static const double ONLY_LANGUAGE = 0.80;
static const double OTHER_YEARS = 0.60;
static const double ONE_OF_TWO = 0.50;
enum { LABEL_PART = 100, OTHER_NAME_PART = 90 }; /* percent: a label counts whole, another name less */

typedef struct Verdict {
    bool exact;
    double confidence; /* 0: no link */
} Verdict;

static bool shares(const Texts *a, const Texts *b) {
    for (size_t i = 0; i < a->count; i++) {
        for (size_t k = 0; k < b->count; k++) {
            if (text_equal(a->items[i], b->items[k])) {
                return true;
            }
        }
    }
    return false;
}

static bool has_wikidata(const Texts *same) {
    for (size_t i = 0; i < same->count; i++) {
        if (text_starts(same->items[i], TEXT(WIKIDATA_NS))) {
            return true;
        }
    }
    return false;
}

/* Two items of Wikidata are two things; a person is no place. */
static bool excludes(const LinkThing *thing, const LinkObject *object) {
    bool two_items = has_wikidata(&thing->same) && has_wikidata(&object->same) && !shares(&thing->same, &object->same);
    return two_items || (object->kinds && !(object->kinds & thing->kinds));
}

static bool is_named(const LinkThing *thing, Lang lang) {
    for (size_t i = 0; i < thing->names.count; i++) {
        if (text_equal(thing->names.items[i].language, text_from(lang_tag(lang)))) {
            return true;
        }
    }
    return false;
}

/* Has each of them a name in the language in which they share none? */
static bool differs(const LinkThing *thing, const LinkObject *object, const LinkCandidate *candidate) {
    Lang other = candidate->matched[LANG_EN] ? LANG_ZH : LANG_EN;
    return object->named[other] && is_named(thing, other);
}

static Verdict verdict_of(const LinkThing *thing, const LinkObject *object, const LinkCandidate *candidate) {
    double part = (double)(candidate->chief ? LABEL_PART : OTHER_NAME_PART) / LABEL_PART;
    if (excludes(thing, object)) {
        return (Verdict){0};
    }
    if (candidate->same) {
        return (Verdict){.exact = true, .confidence = SAME_ITEM};
    }
    if (!years_meet(thing->years, object->years)) {
        return (Verdict){.confidence = OTHER_YEARS * part};
    }
    if (candidate->matched[LANG_EN] && candidate->matched[LANG_ZH]) {
        return (Verdict){.exact = true, .confidence = BOTH_LANGUAGES * part};
    }
    if (differs(thing, object, candidate) || (thing->kinds & KIND_PERSON)) {
        return (Verdict){.confidence = ONE_OF_TWO * part};
    }
    return (Verdict){.exact = true, .confidence = ONLY_LANGUAGE * part};
}

/* The best of several candidates. */
typedef struct Best {
    size_t candidate;
    double confidence; /* 0: there is none */
    size_t rivals;     /* that are as good */
} Best;

static void compete(Best *best, size_t candidate, double confidence) {
    if (confidence > best->confidence) {
        *best = (Best){.candidate = candidate, .confidence = confidence};
    } else if (confidence > 0 && best->confidence - confidence <= 0) {
        best->rivals++;
    }
}

static void add_link(const LinkThings *things, const LinkObject *object, const LinkCandidate *candidate,
                     Verdict verdict, Links *out) {
    const LinkThing *thing = &things->things.items[candidate->thing];
    *VECTOR_PUSH(things->arena, out) = (Link){.subject = thing->iri,
                                              .subject_label = link_label(thing),
                                              .object = object->iri,
                                              .object_label = object->label,
                                              .exact = verdict.exact,
                                              .why = candidate->same ? JUSTIFIED_BY_CHAIN : JUSTIFIED_BY_NAME,
                                              .confidence = verdict.confidence,
                                              .match_string = candidate->same ? TEXT("") : candidate->match_string,
                                              .match_field = candidate->same ? TEXT("") : candidate->match_field};
}

void link_judge(const LinkThings *things, const LinkObjects *objects, const LinkCandidates *candidates, Links *out) {
    Best *of_thing = ARENA_ARRAY(things->arena, Best, things->things.count + 1);
    Best *of_object = ARENA_ARRAY(things->arena, Best, objects->count + 1);
    Verdict *verdicts = ARENA_ARRAY(things->arena, Verdict, candidates->count + 1);
    for (size_t i = 0; i < candidates->count; i++) {
        const LinkCandidate *candidate = &candidates->items[i];
        verdicts[i] =
            verdict_of(&things->things.items[candidate->thing], &objects->items[candidate->object], candidate);
        compete(&of_thing[candidate->thing], i, verdicts[i].confidence);
        compete(&of_object[candidate->object], i, verdicts[i].confidence);
    }
    for (size_t i = 0; i < candidates->count; i++) {
        const LinkCandidate *candidate = &candidates->items[i];
        const Best *thing = &of_thing[candidate->thing];
        const Best *object = &of_object[candidate->object];
        if (verdicts[i].confidence > 0 && thing->candidate == i && thing->rivals == 0) {
            bool shared = object->rivals > 0 || object->candidate != i; /* it is no less another thing of the graph */
            Verdict verdict = shared && verdicts[i].exact ? (Verdict){.confidence = OTHER_YEARS} : verdicts[i];
            add_link(things, &objects->items[candidate->object], candidate, verdict, out);
        }
    }
}
