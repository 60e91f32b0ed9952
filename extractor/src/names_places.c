/* Owns the names of places that only their row shows to be places: 凌河、建平、新昌等县. Knows what may be a name
 * there, and nothing of any other name. */
#include "finder.h"

enum { LEAST = 2, MOST = 4 }; /* characters of a name */

/* 县, 村, 地: is the token what places are? */
static bool is_kind(const Finder *finder, size_t index) {
    static const char *const vague[] = {"地", "处", "国", NULL};
    const Head *head = index < finder->tokens->items.count ? finder_token(finder, index)->head : NULL;
    return (head && ontology_is_a(finder->ontology, head->class_id, finder->ontology->place)) ||
           token_is_any(finder->tokens, index, vague);
}

/* 等县, 等六县, 等地: do the words at `index` sum up places? But 陈林、巴萨等县领导人 are no places. */
static bool sums_up_places(const Finder *finder, size_t index) {
    static const char *const whole[] = {"等地", "等国", NULL};
    static const char *const leading[] = {"领导", "领导人", "领导同志", "负责", "负责人", NULL};
    bool summed = token_is(finder->tokens, index, "等") &&
                  (is_kind(finder, index + 1) ||
                   (is_kind(finder, index + 2) && finder_token(finder, index + 1)->kind != TOKEN_MARK));
    return token_is_any(finder->tokens, index, whole) || (summed && !token_is_any(finder->tokens, index + 2, leading));
}

/* May the token be a part of a name? Neither what stands between words, nor what is done, nor what is no place. */
static bool may_name(const Finder *finder, size_t index) {
    enum {
        BETWEEN = WORD_PREPOSITION | WORD_PARTICLE | WORD_AUXILIARY | WORD_ADVERB | WORD_CONJUNCTION | WORD_DETERMINER
    };
    const Token *token = finder_token(finder, index);
    bool place = token->head && ontology_is_a(finder->ontology, token->head->class_id, finder->ontology->place);
    bool single = utf8_count(token_text(finder->tokens, index)) == 1;
    return token->kind == TOKEN_NAME || (token->kind == TOKEN_WORD && (single || !(token->words & WORD_VERB)) &&
                                         !(token->words & BETWEEN) && (!token->head || place));
}

/* Enters the name of tokens `first` to `last` as a place's; what was taken for a person there is none. */
static void add_place(Finder *finder, size_t first, size_t last) {
    Span span = finder_span(finder, first, last);
    for (size_t i = 0; i < finder->out->count; i++) {
        Mention *mention = &finder->out->items[i];
        bool same = mention->span.begin == span.begin && mention->span.end == span.end;
        if (mention->span.end == span.end &&
            ontology_is_a(finder->ontology, mention->class_id, finder->ontology->place)) {
            return;
        }
        if (same && !mention->entry && ontology_is_a(finder->ontology, mention->class_id, finder->ontology->person)) {
            mention->class_id = finder->ontology->place;
            return;
        }
    }
    finder_add(finder, MENTION_NAME, span, span, finder->ontology->place, NULL);
}

/* The first token of the name that ends before token `end`; `end`: none does. */
static size_t name_begin(const Finder *finder, size_t end) {
    size_t first = end;
    while (first > 0 && may_name(finder, first - 1)) {
        first--;
    }
    bool whole = first < end && (first == 0 || finder_token(finder, first - 1)->kind == TOKEN_MARK ||
                                 (finder_token(finder, first - 1)->words & WORD_PREPOSITION));
    size_t length = whole ? utf8_count(text_span(finder->tokens->text, finder_span(finder, first, end - 1))) : 0;
    return LEAST <= length && length <= MOST ? first : end;
}

void names_place_rows(Finder *finder) {
    for (size_t i = 1; i < finder->tokens->items.count; i++) {
        if (!sums_up_places(finder, i)) {
            continue;
        }
        size_t end = i;
        size_t first = name_begin(finder, end);
        while (first < end && first > 0 && token_is(finder->tokens, first - 1, "、")) {
            add_place(finder, first, end - 1);
            end = first - 1;
            first = name_begin(finder, end);
        }
        if (first < end && end < i && !(finder_token(finder, first)->words & WORD_VERB)) { /* 率领凌河、建平等县民兵 */
            add_place(finder, first, end - 1);
        }
    }
}
