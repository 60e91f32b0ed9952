/* Owns where something is done, where the rule that tells of it does not say. Knows that either language has its own
 * way to say so, and nothing of rules. */
#include "setting.h"

#include "naming.h"
#include "setting_en.h"
#include "setting_zh.h"

/* 在这里, "here": where the dispatch was filed. */
static bool is_here(const Tagged *tagged, const Spans *covered, Span clause, size_t end) {
    static const char *const words[] = {"在这里", "在此间", "在此地", "于此间", NULL};
    for (size_t i = tokens_beginning(&tagged->tokens, clause.begin);
         i < tagged->tokens.items.count && token_in(tagged, i)->span.end <= end; i++) {
        Text rest = text_after(tagged->sentence->text, token_in(tagged, i)->span.begin);
        if ((text_starts_any(rest, words) || token_is(&tagged->tokens, i, "here")) && token_in(tagged, i)->depth == 0 &&
            !token_is(&tagged->tokens, i + 1, "的") && !spans_overlap(covered, token_in(tagged, i)->span)) {
            return true;
        }
    }
    return false;
}

static Filler place_at(const Discourse *discourse, const Fact *fact, Span span) {
    const Tagged *tagged = &discourse->tagged[fact->sentence];
    const Mention *mention = tagger_mention(tagged, &(ClassIds){0}, span);
    return (Filler){.role = ROLE_PLACE,
                    .label = naming_of(tagged, span, discourse->arena).label,
                    .class_id = mention ? mention->class_id : discourse->ontology->place,
                    .entry = mention ? mention->entry : NULL};
}

static void add_place(const Discourse *discourse, Fact *fact, Span span) {
    Filler place = place_at(discourse, fact, span);
    if (!fact_has_label(fact, place.label)) {
        *VECTOR_PUSH(discourse->arena, &fact->fillers) = place;
    }
}

/* 在{北京}文化宫开幕, 在{上海、南京}开学: a rule may have read no more than how the name of the place begins, or all of
 * a row as one. */
static void complete_places(const Discourse *discourse, Fact *fact) {
    const Tagged *tagged = &discourse->tagged[fact->sentence];
    size_t told = fact->fillers.count;
    for (size_t i = 0; i < told; i++) {
        Span span = fact->fillers.items[i].span;
        Spans row = {0};
        if (fact->fillers.items[i].role != ROLE_PLACE || span.end == span.begin ||
            !setting_row(tagged, span, fact->span.end, discourse->arena, &row)) {
            continue;
        }
        if (row.count > 1 || row.items[0].end > span.end) {
            fact->fillers.items[i] = place_at(discourse, fact, row.items[0]);
            fact->fillers.items[i].span = row.items[0];
        }
        for (size_t k = 1; k < row.count; k++) {
            add_place(discourse, fact, row.items[k]);
        }
    }
}

void setting_add(const Discourse *discourse, const Spans *covered, Fact *fact) {
    const Tagged *tagged = &discourse->tagged[fact->sentence];
    bool chinese = fact->lang == LANG_ZH;
    Span clause = discourse_clause(discourse, fact->sentence, chinese ? fact->span.begin : fact->span.end);
    Spans places = {0};
    if (chinese) {
        complete_places(discourse, fact);
    }
    if (fact->type == ontology_class(discourse->ontology, TEXT("Visit")) || fact_has_role(fact, ROLE_PLACE)) {
        return;
    }
    bool found = chinese ? setting_in_chinese(tagged, covered, fact, clause, discourse->arena, &places)
                         : setting_in_english(tagged, covered, fact, clause, discourse->arena, &places);
    for (size_t i = 0; found && i < places.count; i++) {
        add_place(discourse, fact, places.items[i]);
    }
    const Dispatch *dispatch = &discourse->document->dispatches.items[tagged->sentence->dispatch];
    Text filed = dispatch->place[fact->lang];
    bool own = filed.length && dispatch->relayed[fact->lang].length == 0; /* "here" is not where somebody else wrote */
    if (!found && own && is_here(tagged, covered, clause, chinese ? fact->span.end : clause.end)) {
        ClassId class_id = dispatch->place_entry ? dispatch->place_entry->class_id : discourse->ontology->place;
        *VECTOR_PUSH(discourse->arena, &fact->fillers) =
            (Filler){.role = ROLE_PLACE, .label = filed, .class_id = class_id, .entry = dispatch->place_entry};
    }
}
