/* Owns whether a word before it keeps somebody from being a subject. Knows prepositions, and nothing of slots. */
#include "governed.h"

#include "phrase.h"

/* "helping the miners dig canals": what those do who are helped or made to is no news of theirs. */
static bool is_made_to(const Tagged *tagged, size_t before) {
    static const char *const words[] = {"help", "helps", "helped", "helping", "let", "make", "makes", "making", NULL};
    return tagged->sentence->lang == LANG_EN && token_is_any(&tagged->tokens, before, words);
}

/* A preposition governs what stands behind it, and so does 代表 in 陈云代表国务院讲话. */
static bool is_governor(const Tagged *tagged, size_t index) {
    const Token *token = token_in(tagged, index);
    return ((token->words & WORD_PREPOSITION) && !token_is(&tagged->tokens, index, "由") && !token->head) ||
           phrase_stands_for(&tagged->tokens, index);
}

/* The token with which a row of names begins that the one at `first` goes on: 美国 of 美国及法国. */
static size_t row_begin(const Tagged *tagged, size_t first) {
    for (size_t i = tagged->mentions.count; i-- > 0 && tagged->sentence->lang == LANG_ZH;) {
        const Mention *mention = &tagged->mentions.items[i];
        bool before = first > 1 && token_in(tagged, first - 1)->joins &&
                      mention->span.end == token_in(tagged, first - 2)->span.end;
        first = before ? tokens_beginning(&tagged->tokens, mention->span.begin) : first;
    }
    return first;
}

bool governed_at(const Tagged *tagged, size_t begin) {
    size_t first = tokens_beginning(&tagged->tokens, begin);
    while (first != SIZE_MAX && first > 0 && tagged->sentence->lang == LANG_EN && !token_in(tagged, first - 1)->head &&
           (token_in(tagged, first - 1)->words & (WORD_DETERMINER | WORD_ADJECTIVE))) {
        first--;
    }
    if (first == SIZE_MAX || first == 0) {
        return false;
    }
    size_t row = token_in(tagged, first - 1)->joins ? row_begin(tagged, first) : first;
    return is_made_to(tagged, first - 1) || token_is(&tagged->tokens, first - 1, "等") || /* 甲县等县的农民 */
           is_governor(tagged, first - 1) || (row > 0 && row < first && is_governor(tagged, row - 1));
}
