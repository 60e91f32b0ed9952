/* Finds the verb that governs a filler: that a body "stated the raid" is not what "condemned the raid" says. */
#include "stance.h"

/* 反对了, "protested against the": what may stand between the verb and its object. */
static bool is_between(const Tagged *tagged, size_t token) {
    enum { KINDS = WORD_PARTICLE | WORD_PREPOSITION | WORD_DETERMINER };
    const Token *at = token_in(tagged, token);
    return at->kind == TOKEN_WORD && (at->words & KINDS) && !(at->words & WORD_VERB);
}

/* The first byte of the verb before a filler, or the filler's own. */
static size_t verb_begin(const Tagged *tagged, size_t begin) {
    enum { VERBS = WORD_VERB | WORD_SAYING };
    size_t token = tokens_beginning(&tagged->tokens, begin);
    if (token == SIZE_MAX || token == 0) {
        return begin;
    }
    token--;
    while (token > 0 && is_between(tagged, token)) {
        token--;
    }
    return token_in(tagged, token)->words & VERBS ? token_in(tagged, token)->span.begin : begin;
}

Text stance_label(const Tagged *tagged, Span filler, Span member, Arena *arena) {
    Text text = tagged->sentence->text;
    size_t begin = verb_begin(tagged, filler.begin);
    if (member.begin == filler.begin) {
        return text_slice(text, begin, member.end);
    }
    return text_join(arena, text_slice(text, begin, filler.begin), text_span(text, member));
}
