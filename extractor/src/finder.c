/* What the finders of both languages share: names that are known already, and entering mentions. */
#include "finder.h"

Span finder_span(const Finder *finder, size_t first, size_t last) {
    return (Span){finder->tokens->items.items[first].span.begin, finder->tokens->items.items[last].span.end};
}

void finder_add(Finder *finder, MentionKind kind, Span span, Span core, ClassId class_id, const Entry *entry) {
    for (size_t i = 0; i < finder->out->count; i++) {
        const Mention *known = &finder->out->items[i];
        if (known->span.begin == span.begin && known->span.end == span.end && known->class_id == class_id) {
            return;
        }
    }
    *VECTOR_PUSH(finder->arena, finder->out) =
        (Mention){.kind = kind, .span = span, .core = core, .class_id = class_id, .entry = entry};
}

/* 高尔迪·维罗齐村庄: what only looks like a person's name is a place's. */
static bool is_of_place(const Finder *finder, size_t index) {
    bool last = index + 1 == finder->tokens->items.count;
    const Head *next = last ? NULL : finder->tokens->items.items[index + 1].head;
    return next && ontology_is_a(finder->ontology, next->class_id, finder->ontology->place);
}

void finder_add_known(Finder *finder) {
    for (size_t i = 0; i < finder->tokens->items.count; i++) {
        const Token *token = &finder->tokens->items.items[i];
        if (token->kind != TOKEN_NAME || (!token->entry && !token->head && is_of_place(finder, i))) {
            continue;
        }
        ClassId class_id = token->entry  ? token->entry->class_id
                           : token->head ? token->head->class_id
                                         : finder->ontology->person;
        finder_add(finder, MENTION_NAME, token->span, token->span, class_id, token->entry);
    }
}
