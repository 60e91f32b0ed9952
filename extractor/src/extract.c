/* Runs the rules over one sentence and settles which of them may speak where several read the same words. */
#include "extract.h"

#include <stdlib.h>

/* A match with what decides between it and others. */
typedef struct Candidate {
    Match match;
    size_t slots;    /* how many it binds */
    size_t literals; /* bytes of its own words, not held by a slot */
    size_t order;    /* of its rule */
} Candidate;

typedef VECTOR(Candidate) Candidates;

static bool is_slot_byte(const Match *match, size_t at) {
    for (size_t i = 0; i < match->rule->slots.count; i++) {
        if (match->bound[i].begin != SIZE_MAX && match->bound[i].begin <= at && at < match->bound[i].end) {
            return true;
        }
    }
    return false;
}

static Candidate candidate_of(const Match *match, size_t order) {
    Candidate candidate = {.match = *match, .order = order};
    for (size_t i = 0; i < match->rule->slots.count; i++) {
        candidate.slots += match->bound[i].begin != SIZE_MAX;
    }
    for (size_t at = match->span.begin; at < match->span.end; at++) {
        candidate.literals += !is_slot_byte(match, at);
    }
    return candidate;
}

/* The better one first: binds more, reads more words itself, stands earlier in the rules. */
static int compare(const void *a, const void *b) {
    const Candidate *first = a;
    const Candidate *second = b;
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

static bool is_blocked(Matcher *matcher, const Rule *rule, const Sentence *sentence) {
    Span found;
    return rule->unless[sentence->lang] && match_plain(matcher, rule->unless[sentence->lang], sentence->text, &found);
}

static Text lower_copy(Arena *arena, Text text) {
    char *bytes = text_c_string(arena, text);
    for (size_t i = 0; i < text.length; i++) {
        bytes[i] = bytes[i] >= 'A' && bytes[i] <= 'Z' ? (char)(bytes[i] - 'A' + 'a') : bytes[i];
    }
    return (Text){bytes, text.length};
}

static void find_candidates(const Discourse *discourse, const Ruleset *rules, const Rule *only, Matcher *matcher,
                            size_t sentence, Arena *arena, Diag *diag, Candidates *out) {
    const Tagged *tagged = &discourse->tagged[sentence];
    Text lower = lower_copy(arena, tagged->sentence->text);
    for (size_t i = 0; i < rules->rules.count; i++) {
        const Rule *rule = &rules->rules.items[i];
        Matches matches = {0};
        if ((!only || rule == only) && !is_blocked(matcher, rule, tagged->sentence)) {
            match_rule(matcher, rule, tagged, lower, arena, diag, &matches);
        }
        for (size_t k = 0; k < matches.count; k++) {
            *VECTOR_PUSH(arena, out) = candidate_of(&matches.items[k], i);
        }
    }
}

static int compare_places(const void *a, const void *b) {
    const Candidate *first = a;
    const Candidate *second = b;
    if (first->match.span.begin != second->match.span.begin) {
        return first->match.span.begin < second->match.span.begin ? -1 : 1;
    }
    return (first->order > second->order) - (first->order < second->order);
}

/* Keeps, of candidates that read the same words, the best. */
static void settle(Candidates *candidates, Text text) {
    qsort(candidates->items, candidates->count, sizeof *candidates->items, compare);
    size_t kept = 0;
    for (size_t i = 0; i < candidates->count; i++) {
        bool free = true;
        for (size_t k = 0; k < kept && free; k++) {
            free = !read_same_words(&candidates->items[k].match, &candidates->items[i].match, text);
        }
        if (free) {
            candidates->items[kept++] = candidates->items[i];
        }
    }
    candidates->count = kept;
    qsort(candidates->items, kept, sizeof *candidates->items, compare_places);
}

Status extract_sentence(const Discourse *discourse, const Ruleset *rules, const Rule *only, Matcher *matcher, size_t sentence,
                        Arena *arena, Diag *diag, Facts *out) {
    Candidates candidates = {0};
    find_candidates(discourse, rules, only, matcher, sentence, arena, diag, &candidates);
    if (candidates.count) {
        settle(&candidates, discourse->tagged[sentence].sentence->text);
    }
    for (size_t i = 0; i < candidates.count; i++) {
        extract_facts(discourse, rules, matcher, sentence, &candidates.items[i].match, arena, out);
    }
    return DATELINE_OK;
}
