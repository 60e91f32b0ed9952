/* What phrase.c and phrase_noun.c ask of the words of a phrase. */
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

#endif
