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

/* Does the description end within a longer name? "the first Advanced Producers" of "… Representative Conference". */
static bool ends_in_name(const Mentions *mentions, const Mention *description) {
    for (size_t i = 0; i < mentions->count; i++) {
        const Mention *name = &mentions->items[i];
        if (name->kind == MENTION_NAME && name->span.begin < description->span.end &&
            description->span.end < name->span.end) {
            return true;
        }
    }
    return false;
}

/* "theater" of "theater groups", "newspaper" of "newspaper reading groups": the first words of a longer description, or
 * what stands with another verb's -ing before its head. */
static bool is_attribute(const Tokens *tokens, const Mentions *mentions, const Mention *description) {
    size_t next = tokens_ending(tokens, description->span.end) + 1;
    if (tokens->lang != LANG_EN || next == 0 || next >= tokens->items.count) {
        return false;
    }
    bool doing = text_ends(token_text(tokens, next), TEXT("ing"));
    size_t head = tokens->items.items[next + doing < tokens->items.count ? next + doing : next].span.end;
    for (size_t i = 0; i < mentions->count; i++) {
        const Mention *longer = &mentions->items[i];
        bool starts = longer->span.begin <= description->span.begin && longer->core.end == head;
        bool stands = doing && longer->core.begin == tokens->items.items[next].span.end + 1 && longer->core.end == head;
        if (longer->kind == MENTION_DESCRIPTION && (starts || stands)) {
            return true;
        }
    }
    return false;
}

void finder_drop_parts(Finder *finder) {
    Mentions *mentions = finder->out;
    size_t kept = 0;
    for (size_t i = 0; i < mentions->count; i++) {
        Mention mention = mentions->items[i];
        if (mention.kind == MENTION_NAME ||
            (!ends_in_name(mentions, &mention) && !is_attribute(finder->tokens, mentions, &mention))) {
            mentions->items[kept++] = mention;
        }
    }
    mentions->count = kept;
}

bool finder_is_gathering(const Finder *finder, size_t first, size_t last) {
    for (size_t i = first; i < last && token_is(finder->tokens, last, "集会"); i++) {
        const Head *head = finder->tokens->items.items[i].head;
        if (head && ontology_is_a(finder->ontology, head->class_id, finder->ontology->group)) {
            return true;
        }
    }
    return false;
}

static bool is_agent(const Finder *finder, ClassId class_id) {
    return ontology_is_a(finder->ontology, class_id, finder->ontology->agent) &&
           !ontology_is_a(finder->ontology, class_id, finder->ontology->person);
}

/* May the one have the other? A delegation and all its people are one. */
static bool may_own(const Finder *finder, ClassId owner, ClassId owned) {
    bool people = ontology_is_a(finder->ontology, owner, finder->ontology->group) &&
                  ontology_is_a(finder->ontology, owned, finder->ontology->group);
    return is_agent(finder, owner) && is_agent(finder, owned) && !people;
}

const Mention *finder_owner(const Finder *finder, size_t end, ClassId owned) {
    const Mention *longest = NULL;
    for (size_t i = 0; i < finder->out->count; i++) {
        const Mention *mention = &finder->out->items[i];
        bool longer = !longest || mention->span.begin < longest->span.begin;
        if (mention->span.end == end && longer && may_own(finder, mention->class_id, owned)) {
            longest = mention;
        }
    }
    return longest;
}

static const NumberMention *number_at(const Finder *finder, size_t index) {
    const Token *token = &finder->tokens->items.items[index];
    return token->kind == TOKEN_NUMBER ? &finder->tokens->numbers.items[token->index] : NULL;
}

bool finder_is_turn(const Finder *finder, size_t index) {
    const NumberMention *number = number_at(finder, index);
    return number && text_equal(number->unit, TEXT("次"));
}

bool finder_is_counted(const Finder *finder, size_t first) {
    const NumberMention *number = first > 0 ? number_at(finder, first - 1) : NULL;
    return number && number->unit_is_classifier && !number->ordinal && !finder_is_turn(finder, first - 1) &&
           !text_equal(number->value, TEXT("1"));
}
