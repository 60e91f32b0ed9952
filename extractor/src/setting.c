/* Owns where something is done, where the rule that tells of it does not say. Knows what prepositions stand before a
 * place, and nothing of rules. */
#include "setting.h"

#include "naming.h"

/* 在上海举行, but not 在上海的工人, 在上海方面, 在上海、南京 or 在上海召开的大会上. */
static bool is_place_before_verb(const Tagged *tagged, Span place, size_t until) {
    static const char *const before[] = {"在", "于", NULL};
    static const char *const behind[] = {"的", "上", "中", "下", "方面", "之", "、",
                                         "和", "与", "以", "内", "外",   NULL};
    size_t first = tokens_beginning(&tagged->tokens, place.begin);
    size_t next = tokens_ending(&tagged->tokens, place.end) + 1;
    if (first == SIZE_MAX || first == 0 || !token_is_any(&tagged->tokens, first - 1, before) ||
        token_is_any(&tagged->tokens, next, behind)) {
        return false;
    }
    for (size_t i = next; i < tagged->tokens.items.count && tagged->tokens.items.items[i].span.begin < until; i++) {
        if (token_is(&tagged->tokens, i, "的") || tagged->tokens.items.items[i].boundary) {
            return false;
        }
    }
    return true;
}

/* "… [what was read] in Shanghai", "… on May 5 in Shanghai": only dates and their prepositions between. */
static bool is_place_behind(const Tagged *tagged, Span place, size_t read) {
    static const char *const day[] = {"on", "the", "morning", "afternoon", "evening", "of", "here", NULL};
    static const char *const before[] = {"in", "at", NULL};
    size_t first = tokens_beginning(&tagged->tokens, place.begin);
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
    size_t end = first == SIZE_MAX || first < 2 ? 0 : tagged->over[first - 1];
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

/* Where the first filler behind a byte begins, and no further than the fact goes. */
static size_t next_begin(const Spans *covered, size_t byte, size_t end) {
    for (size_t i = 0; i < covered->count; i++) {
        end = covered->items[i].begin >= byte && covered->items[i].begin < end ? covered->items[i].begin : end;
    }
    return end;
}

static bool is_setting(const Tagged *tagged, const Spans *covered, const Fact *fact, Span place, Span clause) {
    if (fact->lang == LANG_ZH) {
        return clause.begin <= place.begin && place.end <= fact->span.end &&
               is_place_before_verb(tagged, place, next_begin(covered, place.end, fact->span.end));
    }
    if (place.end <= fact->span.begin) {
        return is_place_ahead(tagged, place);
    }
    if (place.end < fact->span.end && is_place_between(tagged, covered, place)) {
        return true;
    }
    return place.end <= clause.end && (is_place_behind(tagged, place, fact->span.end) ||
                                       (covered->count && is_place_behind(tagged, place, last_end(covered))));
}

bool setting_place(const Discourse *discourse, const Spans *covered, const Fact *fact, Referent *out) {
    const Ontology *ontology = discourse->ontology;
    const Tagged *tagged = &discourse->tagged[fact->sentence];
    Span clause =
        discourse_clause(discourse, fact->sentence, fact->lang == LANG_ZH ? fact->span.begin : fact->span.end);
    if (fact->type == ontology_class(ontology, TEXT("Visit")) || fact_has_role(fact, ROLE_PLACE)) {
        return false;
    }
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        if (mention->kind != MENTION_NAME || mention->class_id == CLASS_NONE ||
            !ontology_is_a(ontology, mention->class_id, ontology->place) || spans_overlap(covered, mention->span) ||
            tagger_mention_at(tagged, &(ClassIds){0}, mention->span.begin)->span.end != mention->span.end ||
            !is_setting(tagged, covered, fact, mention->span, clause)) {
            continue;
        }
        *out = (Referent){naming_of(tagged, mention->core, discourse->arena).label, mention->class_id, mention->entry,
                          false};
        return !fact_has_label(fact, out->label);
    }
    return false;
}
