/* Marks what only tells more in a sentence and answers where that stands in it and in a match. Which words are such is
 * known to the part of each language. */
#include "adjunct_parts.h"

void adjuncts_mark(Tagged *tagged, Arena *arena) {
    tagged->adjuncts = ARENA_ARRAY(arena, uint32_t, tagged->tokens.items.count + 2);
    if (tagged->sentence->lang == LANG_EN) {
        adjuncts_mark_en(tagged);
    } else {
        tagged->adjunct_clauses = ARENA_ARRAY(arena, uint32_t, tagged->tokens.items.count + 1);
        adjuncts_mark_zh(tagged);
        adjunct_clauses_mark_zh(tagged);
    }
}

void adjuncts_add(const Tagged *tagged, const Match *match, Arena *arena, Spans *out) {
    for (size_t i = 0; i < match->adjuncts.count; i++) {
        Span span = match->adjuncts.items[i];
        size_t last = tokens_ending(&tagged->tokens, span.end);
        bool clause = tagged->sentence->lang == LANG_EN || (last != SIZE_MAX && token_in(tagged, last)->boundary);
        if (clause) {
            *VECTOR_PUSH(arena, out) = span;
        }
    }
    for (size_t i = 0; tagged->adjuncts && i < tagged->tokens.items.count; i++) {
        if (tagged->adjuncts[i] && adjunct_leads(tagged, i)) {
            *VECTOR_PUSH(arena, out) =
                (Span){token_in(tagged, i)->span.begin, token_in(tagged, tagged->adjuncts[i] - 1)->span.end};
        }
    }
}

bool adjunct_carries(const Pattern *pattern) {
    const Slot *first = pattern->places.count ? &pattern->places.items[0].as : NULL;
    return first && !first->here && !(first->leading && first->kind == SLOT_CLASS);
}

size_t adjunct_end(const Tagged *tagged, size_t byte, bool carries) {
    size_t token = tagged->adjuncts ? tokens_beginning(&tagged->tokens, byte) : SIZE_MAX;
    size_t next = token == SIZE_MAX ? 0 : tagged->adjuncts[token];
    next = next || !carries || token == SIZE_MAX || !tagged->adjunct_clauses ? next : tagged->adjunct_clauses[token];
    return next ? token_in(tagged, next - 1)->span.end : 0;
}

static bool holds_slot(const Match *match, Span span) {
    for (size_t i = 0; i < match->rule->slots.count; i++) {
        if (match->bound[i].begin < span.end && span.begin < match->bound[i].end) {
            return true;
        }
    }
    return false;
}

void adjuncts_in(const Tagged *tagged, const Match *match, Arena *arena, Spans *out) {
    bool carries = adjunct_carries(match->pattern);
    size_t first = tagged->adjuncts ? tokens_beginning(&tagged->tokens, match->span.begin) : SIZE_MAX;
    for (size_t i = first; i < tagged->tokens.items.count && token_in(tagged, i)->span.begin < match->span.end; i++) {
        Span span = {token_in(tagged, i)->span.begin, adjunct_end(tagged, token_in(tagged, i)->span.begin, carries)};
        if (span.end && span.end < match->span.end && token_in(tagged, i)->kind != TOKEN_DATE &&
            !holds_slot(match, span)) {
            *VECTOR_PUSH(arena, out) = span;
        }
    }
}

bool adjunct_holds(const Tagged *tagged, Span span, size_t told) {
    for (size_t i = 0; tagged->adjuncts && i < tagged->tokens.items.count; i++) {
        if (tagged->adjuncts[i] && adjunct_leads(tagged, i) && token_in(tagged, i)->span.begin <= span.begin &&
            span.end <= token_in(tagged, tagged->adjuncts[i] - 1)->span.end &&
            told > token_in(tagged, tagged->adjuncts[i] - 1)->span.end) {
            return true;
        }
    }
    return false;
}

size_t adjunct_ground_end(const Tagged *tagged, size_t token) {
    bool ground = tagged->adjuncts && tagged->adjuncts[token] && adjunct_leads(tagged, token);
    return ground ? token_in(tagged, tagged->adjuncts[token] - 1)->span.end : 0;
}
