/* Owns the names of foreigners in Chinese whose parts a dot joins: 塞古·杜尔. */
#include "finder.h"
#include "phrase.h"

enum { LONGEST_FOREIGN = 18 }; /* characters: what is longer holds other words */

static size_t characters(const Finder *finder, size_t first, size_t last) {
    return utf8_count(text_span(finder->tokens->text, finder_span(finder, first, last)));
}

bool names_dot_at(const Finder *finder, size_t index) {
    return index < finder->tokens->items.count && token_is(finder->tokens, index, "·");
}

/* A character of a foreigner's name, or the letter that stands for one part of it. */
static bool is_foreign_part(const Finder *finder, size_t index) {
    if (index >= finder->tokens->items.count || finder_token(finder, index)->kind != TOKEN_WORD) {
        return false;
    }
    const Token *token = finder_token(finder, index);
    return !token->head && !(token->words & ~(unsigned)(WORD_SURNAME | WORD_PLAIN)) &&
           characters(finder, index, index) <= 2;
}

static size_t foreign_begin(const Finder *finder, size_t dot) {
    size_t first = dot;
    while (first > 0 && is_foreign_part(finder, first - 1)) {
        first--;
    }
    return first;
}

static size_t foreign_end(const Finder *finder, size_t dot) {
    size_t next = dot + 1;
    while (is_foreign_part(finder, next)) {
        next++;
    }
    return names_dot_at(finder, next) && next > dot + 1 ? foreign_end(finder, next) : next;
}

void names_foreign(Finder *finder, size_t dot) {
    size_t first = foreign_begin(finder, dot);
    size_t next = foreign_end(finder, dot);
    bool later = first > 0 && names_dot_at(finder, first - 1);
    if (later || first == dot || next == dot + 1 || characters(finder, first, next - 1) > LONGEST_FOREIGN ||
        finder_token(finder, first)->depth != finder_token(finder, next - 1)->depth) {
        return;
    }
    size_t begin = first > 0 && (finder_token(finder, first - 1)->words & WORD_TITLE)
                       ? phrase_noun_begin(finder->tokens, first - 1)
                       : first;
    finder_add(finder, MENTION_NAME, finder_span(finder, begin, next - 1), finder_span(finder, first, next - 1),
               finder->ontology->person, NULL);
}
