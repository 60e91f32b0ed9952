/* Owns what is a row of personal names, some of which no reader of words would take for names: 杜任之, 陈道. */
#include "namerow.h"

static bool is_name(const Tagged *tagged, size_t first, size_t end) {
    enum { LEAST = 2, MOST = 4 }; /* characters */
    if (first >= end) {
        return false;
    }
    const Token *token = token_in(tagged, first);
    Span span = {token->span.begin, token_in(tagged, end - 1)->span.end};
    size_t characters = utf8_count(text_span(tagged->sentence->text, span));
    bool led = (token->words & WORD_SURNAME) ||
               tagger_mention_at(tagged, CLASS_IDS(tagged->ontology->person), token->span.begin);
    return led && characters >= LEAST && characters <= MOST;
}

/* Chen Lin: a known person, or a surname and one word more, both with a capital. */
static bool is_english_name(const Tagged *tagged, size_t first, size_t end) {
    if (first >= end) {
        return false;
    }
    Span span = {token_in(tagged, first)->span.begin, token_in(tagged, end - 1)->span.end};
    const Mention *person = tagger_mention(tagged, CLASS_IDS(tagged->ontology->person), span);
    bool pair = end - first == 2 && token_is_capital(&tagged->tokens, first) &&
                token_is_capital(&tagged->tokens, first + 1) && (token_in(tagged, first)->words & WORD_SURNAME);
    return pair || (person && person->kind == MENTION_NAME);
}

static bool is_joint(const Tagged *tagged, size_t index) {
    if (tagged->sentence->lang == LANG_ZH) {
        return token_is(&tagged->tokens, index, "、");
    }
    return token_in(tagged, index)->comma || token_is(&tagged->tokens, index, "and");
}

bool namerow_split(const Tagged *tagged, Span span, Arena *arena, Spans *out) {
    bool chinese = tagged->sentence->lang == LANG_ZH;
    size_t least = chinese ? 3 : 2; /* names */
    size_t first = tokens_beginning(&tagged->tokens, span.begin);
    size_t last = tokens_ending(&tagged->tokens, span.end);
    size_t names = 0;
    if (first == SIZE_MAX || last == SIZE_MAX) {
        return false;
    }
    for (size_t i = first, begin = first; i <= last + 1; i++) {
        if (i <= last && !is_joint(tagged, i)) {
            continue;
        }
        if (!chinese && i > first && begin == i && i <= last) { /* ", and" */
            begin = i + 1;
            continue;
        }
        if (!(chinese ? is_name(tagged, begin, i) : is_english_name(tagged, begin, i))) {
            return false;
        }
        if (out) {
            *VECTOR_PUSH(arena, out) = (Span){token_in(tagged, begin)->span.begin, token_in(tagged, i - 1)->span.end};
        }
        begin = i + 1;
        names++;
    }
    return names >= least;
}
