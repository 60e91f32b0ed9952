/* What the files of phrases ask of the words of a phrase. */
#ifndef PHRASE_WORDS_H
#define PHRASE_WORDS_H

#include "phrase.h"

enum {
    FUNCTION_WORDS = WORD_PREPOSITION | WORD_CONJUNCTION | WORD_PRONOUN | WORD_AUXILIARY | WORD_ADVERB | WORD_PARTICLE,
    /* A word that is one of these as well as a function word is given the benefit of the doubt. */
    CONTENT_WORDS = WORD_ADJECTIVE | WORD_TITLE | WORD_CALLING | WORD_PLAIN
};

static inline const Token *token_of(const Tokens *tokens, size_t index) {
    return &tokens->items.items[index];
}

static inline bool is_plain_word(const Token *token) {
    return token->kind != TOKEN_WORD || token->head || (token->words & CONTENT_WORDS);
}

static inline bool is_any(const Tokens *tokens, size_t index, unsigned kinds) {
    const Token *token = token_of(tokens, index);
    return !is_plain_word(token) && (token->words & kinds);
}

static inline bool mark_in(const Tokens *tokens, size_t index, const char *marks) {
    if (token_of(tokens, index)->kind != TOKEN_MARK) {
        return false;
    }
    return text_contains(text_from(marks), token_text(tokens, index));
}

/* Is there a token, and has it more than one Chinese character? */
static inline bool is_long(const Tokens *tokens, size_t index) {
    enum { CHARACTER = 3 /* bytes */ };
    return index < tokens->items.count && token_text(tokens, index).length > CHARACTER;
}

/* Nothing of its clause stands before it, or only what tells when. */
static inline bool begins_clause(const Tokens *tokens, size_t index) {
    const Token *before = index > 0 ? token_of(tokens, index - 1) : NULL;
    return !before || before->kind == TOKEN_MARK || before->kind == TOKEN_DATE;
}

/* 部长命令水利局…: what could be a document is what somebody does. */
bool phrase_orders(const Tokens *tokens, size_t index);

#endif
