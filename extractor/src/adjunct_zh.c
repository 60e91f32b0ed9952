/* Owns what stands between a Chinese subject and its verb and is needed by neither: where, when, why, at whose bidding,
 * how, and asides. Knows the tokens and mentions of one sentence, and nothing of rules. */
#include "adjunct_parts.h"
#include "phrase.h"

enum { LONGEST_LED = 30, LONGEST_PLACE = 18 }; /* tokens */

static bool is_comma(const Tagged *tagged, size_t index) {
    return index < tagged->tokens.items.count && token_in(tagged, index)->comma;
}

bool adjunct_leads(const Tagged *tagged, size_t index) {
    bool aim = token_is(&tagged->tokens, index, "为") && index + 1 < tagged->tokens.items.count &&
               (token_in(tagged, index + 1)->words & WORD_VERB);
    return aim || (token_in(tagged, index)->uses & USE_GROUND);
}

/* The comma that ends what begins with a token; SIZE_MAX: it is too far, or another mark comes first. */
static size_t comma_behind(const Tagged *tagged, size_t first) {
    unsigned depth = token_in(tagged, first)->depth;
    for (size_t i = first + 1; i < tagged->tokens.items.count && i < first + LONGEST_LED; i++) {
        if (token_in(tagged, i)->depth == depth && token_in(tagged, i)->boundary) {
            return token_in(tagged, i)->comma ? i : SIZE_MAX;
        }
    }
    return SIZE_MAX;
}

/* 上 of 在会上, with what stands behind it that makes no part of a name. */
static bool ends_place(const Tagged *tagged, size_t index) {
    static const char *const goes_on[] = {"的", "之", "、", "和", "与", NULL};
    return (token_in(tagged, index)->uses & USE_LOCATIVE) && !token_is_any(&tagged->tokens, index + 1, goes_on);
}

/* The token behind the name of a place or of what else there is to be at, which begins with a token; 0: none does. */
static size_t place_end(const Tagged *tagged, size_t first) {
    static const char *const goes_on[] = {"的", "之", "、", "和", "与", "及", "上", "中", "下", "内", NULL};
    if (first >= tagged->tokens.items.count) {
        return 0;
    }
    const Mention *mention = tagger_mention_at(tagged, &(ClassIds){0}, token_in(tagged, first)->span.begin);
    const Ontology *ontology = tagged->ontology;
    bool somewhere = mention && mention->class_id != CLASS_NONE &&
                     (ontology_is_a(ontology, mention->class_id, ontology->place) ||
                      ontology_is_a(ontology, mention->class_id, ontology->organization));
    size_t next = somewhere ? tokens_ending(&tagged->tokens, mention->span.end) + 1
                  : (token_in(tagged, first)->uses & USE_SOMEWHERE) ? first + 1
                                                                    : 0;
    return next < tagged->tokens.items.count && !token_is_any(&tagged->tokens, next, goes_on) ? next : 0;
}

/* 在上海, 在大会上, 在工人的帮助下: the token behind it; 0: it has no end. */
static size_t location_end(const Tagged *tagged, size_t index) {
    static const char *const before[] = {"在", "于", "当", "正当", NULL};
    if (!(token_in(tagged, index)->words & WORD_PREPOSITION) || !token_is_any(&tagged->tokens, index, before)) {
        return 0;
    }
    size_t end = index + 1 < tagged->tokens.items.count && token_in(tagged, index + 1)->kind == TOKEN_DATE
                     ? index + 2
                     : place_end(tagged, index + 1);
    for (size_t i = index + 2; !end && i < tagged->tokens.items.count && i < index + LONGEST_PLACE; i++) {
        if (token_in(tagged, i)->boundary) {
            return 0;
        }
        end = ends_place(tagged, i) ? i + 1 : 0;
    }
    return end;
}

/* 隆重地, 十分热烈地: the token behind it; 0: it has no end. */
static size_t adverbial_end(const Tagged *tagged, size_t index) {
    Text first = token_text(&tagged->tokens, index);
    if (utf8_next(first, 0) == first.length) { /* 两地 */
        return 0;
    }
    for (size_t i = index; i < tagged->tokens.items.count && i <= index + 1; i++) {
        bool describes = token_in(tagged, i)->kind == TOKEN_WORD && !token_in(tagged, i)->head &&
                         !(token_in(tagged, i)->words & (WORD_PREPOSITION | WORD_DETERMINER | WORD_PARTICLE));
        if (!describes || token_is(&tagged->tokens, i + 1, "地")) {
            return describes ? i + 2 : 0;
        }
    }
    return 0;
}

/* 以很大的热情: the token behind it; 0: it has no end. */
static size_t manner_end(const Tagged *tagged, size_t index) {
    enum { LONGEST_MANNER = 10 };
    size_t end = token_is(&tagged->tokens, index, "以") ? index + LONGEST_MANNER : 0;
    for (size_t i = index + 1; i < tagged->tokens.items.count && i <= end && !token_in(tagged, i)->boundary; i++) {
        if (token_in(tagged, i)->uses & USE_MANNER) {
            return i + 1;
        }
    }
    return 0;
}

/* The token behind brackets that open with a token and hold no sentence; 0: none do. */
static size_t aside_end(const Tagged *tagged, size_t index) {
    enum { LONGEST_ASIDE = 16 };
    static const char *const opening[] = {"（", "(", "〔", NULL};
    unsigned depth = token_in(tagged, index)->depth;
    if (token_in(tagged, index)->kind != TOKEN_MARK || token_in(tagged, index)->stray ||
        !token_is_any(&tagged->tokens, index, opening)) {
        return 0;
    }
    for (size_t i = index + 1; i < tagged->tokens.items.count && i <= index + LONGEST_ASIDE; i++) {
        if (token_in(tagged, i)->depth == depth) {
            return i + 1;
        }
    }
    return 0;
}

/* Does the last of a row of names end at a byte? */
static bool ends_row(const Tagged *tagged, size_t byte) {
    for (size_t i = 0; i < tagged->mentions.count && tagged->mentions.items[i].span.begin < byte; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        size_t first = tokens_beginning(&tagged->tokens, mention->span.begin);
        if (mention->span.end == byte && mention->kind == MENTION_NAME && first != SIZE_MAX && first > 0 &&
            token_in(tagged, first - 1)->joins) {
            return true;
        }
    }
    return false;
}

/* 铁道部、财政部|等有关部门: the token behind what sums up names that stand before it; 0: nothing does. */
static size_t summary_end(const Tagged *tagged, size_t index) {
    size_t first = index + 1;
    if (index == 0 || !token_is(&tagged->tokens, index, "等") || first >= tagged->tokens.items.count ||
        !ends_row(tagged, token_in(tagged, index - 1)->span.end)) {
        return 0;
    }
    const Mention *mention =
        tagger_mention_at(tagged, CLASS_IDS(tagged->ontology->agent), token_in(tagged, first)->span.begin);
    bool sums = mention && mention->kind == MENTION_DESCRIPTION;
    return sums ? tokens_ending(&tagged->tokens, mention->span.end) + 1 : 0;
}

/* The token behind a ground or a place, its comma with it; 0: none is led by this token. */
static size_t led_end(const Tagged *tagged, size_t index) {
    bool asked = token_is(&tagged->tokens, index, "应");
    size_t comma = asked || adjunct_leads(tagged, index) ? comma_behind(tagged, index) : SIZE_MAX;
    if (comma != SIZE_MAX && (!asked || (token_in(tagged, comma - 1)->uses & USE_REQUEST))) {
        return comma + 1;
    }
    size_t end = location_end(tagged, index);
    return end && is_comma(tagged, end) ? end + 1 : end;
}

/* 陈云|代表国务院|讲话: the token behind those for whom somebody does something; 0: none are told. */
static size_t spoken_for_end(const Tagged *tagged, size_t index) {
    static const char *const goes_on[] = {"的", "之", "、", "和", "与", "及", NULL};
    const Mention *mention =
        index + 1 < tagged->tokens.items.count && phrase_stands_for(&tagged->tokens, index)
            ? tagger_mention_at(tagged, CLASS_IDS(tagged->ontology->agent), token_in(tagged, index + 1)->span.begin)
            : NULL;
    size_t next = mention ? tokens_ending(&tagged->tokens, mention->span.end) + 1 : 0;
    return next < tagged->tokens.items.count && !token_is_any(&tagged->tokens, next, goes_on) ? next : 0;
}

/* The token behind what one may pass over that begins with a token; 0: nothing does. `manners`: 地 is in the sentence.
 */
static size_t end_of(const Tagged *tagged, size_t index, bool manners) {
    const Token *token = token_in(tagged, index);
    if (token->kind != TOKEN_WORD) {
        return token->kind == TOKEN_DATE ? index + 1 : token->kind == TOKEN_MARK ? aside_end(tagged, index) : 0;
    }
    if (token->head) {
        return spoken_for_end(tagged, index);
    }
    size_t end = manners ? adverbial_end(tagged, index) : 0;
    if (end || (token->words == WORD_NONE && !(token->uses & USE_GROUND))) {
        return end;
    }
    end = summary_end(tagged, index);
    end = end ? end : manner_end(tagged, index);
    return end ? end : led_end(tagged, index);
}

void adjuncts_mark_zh(Tagged *tagged) {
    size_t count = tagged->tokens.items.count;
    bool manners = text_contains(tagged->sentence->text, TEXT("地"));
    for (size_t i = 0; i < count; i++) {
        tagged->adjuncts[i] = (uint32_t)end_of(tagged, i, manners);
    }
    for (size_t i = 0; i + 1 < count; i++) { /* …，为了灌溉农田，…: a comma may go before */
        if (is_comma(tagged, i) && tagged->adjuncts[i + 1] && is_comma(tagged, tagged->adjuncts[i + 1] - 1)) {
            tagged->adjuncts[i] = tagged->adjuncts[i + 1];
        }
    }
}
