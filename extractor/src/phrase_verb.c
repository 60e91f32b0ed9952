/* Which words that may be nouns are verbs where they stand, by the words beside them. */
#include "phrase_words.h"

/* Can the token begin what a verb before it governs? */
static bool may_be_governed(const Tokens *tokens, size_t index) {
    enum { SMALL = WORD_VERB | WORD_ADVERB | WORD_PREPOSITION | WORD_AUXILIARY | WORD_PARTICLE };
    if (index >= tokens->items.count || token_of(tokens, index)->kind == TOKEN_MARK) {
        return false;
    }
    return !is_any(tokens, index, SMALL);
}

bool phrase_organizes(const Tokens *tokens, size_t index) {
    static const char *const behind[] = {"起来", "起", "过", "成", "了", NULL};
    if (!token_is(tokens, index, "组织") || index + 1 >= tokens->items.count) {
        return false;
    }
    bool leads = begins_clause(tokens, index) || (token_of(tokens, index - 1)->uses & USE_LEAD) ||
                 is_any(tokens, index - 1, WORD_ADVERB);
    const Head *before = index > 0 ? token_of(tokens, index - 1)->head : NULL;
    const Head *next = token_of(tokens, index + 1)->head;
    bool between = before && before->names && next && next->names; /* 合作社组织生产队修堤 */
    return between || token_is_any(tokens, index + 1, behind) || is_any(tokens, index + 1, WORD_PRONOUN) ||
           (leads && may_be_governed(tokens, index + 1));
}

/* Not the 报告 of 报告团. */
bool phrase_orders(const Tokens *tokens, size_t index) {
    return (token_of(tokens, index)->uses & USE_ORDER) && !begins_clause(tokens, index) &&
           index + 1 < tokens->items.count && (is_long(tokens, index + 1) || !token_of(tokens, index + 1)->head);
}

bool phrase_is_verb_here(const Tokens *tokens, size_t index) {
    size_t next = index + 1;
    if (phrase_stands_for(tokens, index)) {
        return true;
    }
    if (!(token_of(tokens, index)->words & WORD_VERB) || next >= tokens->items.count) {
        return false;
    }
    if (tokens->lang == LANG_ZH) {
        return phrase_organizes(tokens, index) || (token_of(tokens, next)->words & WORD_VERB) ||
               token_is(tokens, next, "在") || token_is(tokens, next, "了");
    }
    return token_is(tokens, next, "to") || (token_of(tokens, next)->words & (WORD_DETERMINER | WORD_PRONOUN));
}

static bool is_person(const Token *token) {
    return token->kind == TOKEN_NAME && (token->person || !token->entry);
}

/* 中国政府, 国务院, 全体工人: what somebody speaks for, and none who speaks. */
static bool is_spoken_for(const Token *token) {
    return (token->kind == TOKEN_NAME && token->entry && (token->entry->country || token->head)) ||
           (token->kind == TOKEN_WORD && !token->head && (token->words & WORD_DETERMINER));
}

bool phrase_stands_for(const Tokens *tokens, size_t index) {
    size_t next = index + 1;
    if (!token_is(tokens, index, "代表") || next >= tokens->items.count) {
        return false;
    }
    const Token *before = index > 0 ? token_of(tokens, index - 1) : NULL;
    bool done = before && is_person(before) && may_be_governed(tokens, next) && !is_person(token_of(tokens, next));
    return done || (before && (before->words & WORD_TITLE)) || is_spoken_for(token_of(tokens, next));
}
