/* Owns the reading of "in" and "at" with what they govern, where it stands by an English verb and its object. Knows the
 * tokens and mentions of one sentence, and nothing of rules. */
#include "setting_en.h"

/* The token of a place behind "the", from where it may be named. */
static size_t behind_article(const Tagged *tagged, size_t begin) {
    size_t first = tokens_beginning(&tagged->tokens, begin);
    return first != SIZE_MAX && first > 0 && token_is(&tagged->tokens, first - 1, "the") ? first - 1 : first;
}

/* "… [what was read] in Shanghai", "… on May 5 in Shanghai": only dates and their prepositions between. */
static bool is_place_behind(const Tagged *tagged, Span place, size_t read) {
    static const char *const day[] = {"on", "the", "morning", "afternoon", "evening", "of", "here", NULL};
    static const char *const before[] = {"in", "at", NULL};
    size_t first = behind_article(tagged, place.begin);
    if (first == SIZE_MAX || first == 0 || !token_is_any(&tagged->tokens, first - 1, before)) {
        return false;
    }
    for (size_t i = first - 1; i-- > 0 && tagged->tokens.items.items[i].span.begin >= read;) {
        if (tagged->tokens.items.items[i].kind != TOKEN_DATE && !token_is_any(&tagged->tokens, i, day)) {
            return false;
        }
    }
    return tagged->tokens.items.items[first - 1].span.begin >= read;
}

/* "In Shanghai, …", "On May 5, in Shanghai, …", "In Shanghai on May 5, …": a place that stands with nothing but days
 * before a comma at the head of the sentence. */
static bool is_place_ahead(const Tagged *tagged, Span place) {
    static const char *const among[] = {"on", "the", "morning", "afternoon", "evening", "of", ",", "yesterday", NULL};
    size_t first = tokens_beginning(&tagged->tokens, place.begin);
    size_t next = tokens_ending(&tagged->tokens, place.end) + 1;
    bool led = first != SIZE_MAX && first > 0 && (token_is(&tagged->tokens, first - 1, "in"));
    for (size_t i = 0; led && i + 1 < first; i++) {
        led = tagged->tokens.items.items[i].kind == TOKEN_DATE || token_is_any(&tagged->tokens, i, among);
    }
    while (led && next < tagged->tokens.items.count && !token_is(&tagged->tokens, next, ",")) {
        led = tagged->tokens.items.items[next].kind == TOKEN_DATE || token_is_any(&tagged->tokens, next, among);
        next++;
    }
    return led && next < tagged->tokens.items.count;
}

/* "signed [in Shanghai] on May 5 a treaty": behind a word that is no filler's, with nothing but days before a filler.
 */
static bool is_place_between(const Tagged *tagged, const Spans *covered, Span place) {
    size_t first = tokens_beginning(&tagged->tokens, place.begin);
    size_t end = first == SIZE_MAX || first < 2 ? 0 : tagged->adjuncts[first - 1];
    return end > first && end < tagged->tokens.items.count &&
           !spans_overlap(covered, tagged->tokens.items.items[first - 2].span) &&
           spans_overlap(covered, tagged->tokens.items.items[end].span);
}

/* Where the last filler ends. */
static size_t last_end(const Spans *spans) {
    size_t end = 0;
    for (size_t i = 0; i < spans->count; i++) {
        end = spans->items[i].end > end ? spans->items[i].end : end;
    }
    return end;
}

/* Where an English fact happens: behind what was read of it, between its words, or at the head of its sentence. */
static bool is_setting(const Tagged *tagged, const Spans *covered, const Fact *fact, Span place, Span clause) {
    if (place.end <= fact->span.begin) {
        return is_place_ahead(tagged, place);
    }
    if (place.end < fact->span.end && is_place_between(tagged, covered, place)) {
        return true;
    }
    return place.end <= clause.end && (is_place_behind(tagged, place, fact->span.end) ||
                                       (covered->count && is_place_behind(tagged, place, last_end(covered))));
}

static bool is_a(const Tagged *tagged, const Mention *mention, ClassId class_id) {
    return mention->class_id != CLASS_NONE && ontology_is_a(tagged->ontology, mention->class_id, class_id);
}

/* "the Ming Hall" of "at the Ming Hall on May 3": the stretch of capitals behind a preposition that no verb or noun
 * follows. false: none, or a word for a tongue or a people, "in Burmese". */
static bool capitals_behind(const Tagged *tagged, size_t preposition, Span *out) {
    static const char *const peoples[] = {"ese", "ish", "ian", NULL};
    static const char *const between[] = {"of", "the", NULL};
    size_t first = preposition + 1;
    first += token_is(&tagged->tokens, first, "the");
    size_t end = first;
    for (size_t i = first; i < tagged->tokens.items.count; i++) {
        const Token *token = token_in(tagged, i);
        bool name = (token->kind == TOKEN_WORD || token->kind == TOKEN_NAME) && !token->person &&
                    token_is_capital(&tagged->tokens, i);
        end = name ? i + 1 : end;
        if (!name && !(i > first && token_is_any(&tagged->tokens, i, between))) {
            break;
        }
    }
    if (end == first || text_ends_any(token_text(&tagged->tokens, end - 1), peoples)) {
        return false;
    }
    *out = (Span){token_in(tagged, first)->span.begin, token_in(tagged, end - 1)->span.end};
    const Token *next = end < tagged->tokens.items.count ? token_in(tagged, end) : NULL;
    return !next || next->kind == TOKEN_DATE || next->comma || next->boundary || token_is(&tagged->tokens, end, ".") ||
           (next->words & (WORD_PREPOSITION | WORD_CONJUNCTION | WORD_ADVERB));
}

/* May capitals that no table has be where something happens? What is known to be a place or a body may. */
static bool may_be_place(const Tagged *tagged, Span span) {
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        if (mention->span.begin < span.end && span.begin < mention->span.end &&
            !is_a(tagged, mention, tagged->ontology->place) && !is_a(tagged, mention, tagged->ontology->organization)) {
            return false;
        }
    }
    return true;
}

/* A place by its name, or a building that there is one of: "at the airport". */
static bool is_known_place(const Tagged *tagged, const Mention *mention) {
    static const char *const single[] = {"airport", "airfield", "station", "wharf",     "pier", "square",
                                         "stadium", "hall",     "hotel",   "gymnasium", "park", NULL};
    size_t first = tokens_beginning(&tagged->tokens, mention->span.begin);
    Text words = text_span(tagged->sentence->text, mention->core);
    bool one =
        mention->kind == MENTION_NAME || (token_is(&tagged->tokens, first, "the") && text_ends_any(words, single));
    return one && is_a(tagged, mention, tagged->ontology->place) &&
           tagger_mention_at(tagged, &(ClassIds){0}, mention->span.begin)->span.end == mention->span.end;
}

bool setting_in_english(const Tagged *tagged, const Spans *covered, const Fact *fact, Span clause, Arena *arena,
                        Spans *out) {
    static const char *const before[] = {"in", "at", NULL};
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        if (is_known_place(tagged, mention) && !spans_overlap(covered, mention->span) &&
            is_setting(tagged, covered, fact, mention->core, clause)) {
            *VECTOR_PUSH(arena, out) = mention->core;
            return true;
        }
    }
    for (size_t i = 0; i + 1 < tagged->tokens.items.count; i++) {
        Span span;
        if (token_is_any(&tagged->tokens, i, before) && capitals_behind(tagged, i, &span) &&
            !spans_overlap(covered, span) && may_be_place(tagged, span) &&
            is_setting(tagged, covered, fact, span, clause)) {
            *VECTOR_PUSH(arena, out) = span;
            return true;
        }
    }
    return false;
}
