/* Owns what may part an English verb from its object: days and places. Knows the tokens and mentions of one sentence,
 * and nothing of rules. */
#include "adjunct_parts.h"

/* Does a token end "on the morning", with nothing of its clause behind it? */
static bool ends_on_part(const Tagged *tagged, size_t index) {
    static const char *const parts[] = {"morning", "afternoon", "evening", "night", NULL};
    size_t next = index + 1;
    return token_is_any(&tagged->tokens, index, parts) &&
           (next >= tagged->tokens.items.count || token_in(tagged, next)->boundary);
}

size_t adjunct_day(const Tagged *tagged, size_t index) {
    static const char *const words[] = {"the", "morning", "afternoon", "evening", "night", "of", NULL};
    size_t count = tagged->tokens.items.count;
    bool on = token_is(&tagged->tokens, index, "on");
    size_t day = on ? index + 1 : index;
    while (on && token_is_any(&tagged->tokens, day, words)) {
        day++;
    }
    bool dated = day < count && token_in(tagged, day)->kind == TOKEN_DATE;
    return dated ? day + 1 : on && ends_on_part(tagged, day - 1) ? day : 0;
}

/* "on the northern front": the token behind it; 0: it does not begin here. */
static size_t front_end(const Tagged *tagged, size_t index) {
    enum { REACH = 5 }; /* tokens */
    bool on = token_is(&tagged->tokens, index, "on") && token_is(&tagged->tokens, index + 1, "the");
    for (size_t i = index + 2; on && i < tagged->tokens.items.count && i < index + REACH; i++) {
        if (token_is(&tagged->tokens, i, "front") || token_in(tagged, i)->boundary) {
            return token_in(tagged, i)->boundary ? 0 : i + 1;
        }
    }
    return 0;
}

/* "in Shanghai", "here": the token behind it; 0: none begins here. */
static size_t place_end(const Tagged *tagged, size_t index) {
    static const char *const before[] = {"in", "at", NULL};
    static const char *const goes_on[] = {"and", "of", "'s", "’s", NULL};
    size_t front = front_end(tagged, index);
    if (front || (token_in(tagged, index)->uses & USE_LOOSE)) {
        return front ? front : index + 1;
    }
    const Mention *place =
        token_is_any(&tagged->tokens, index, before) && index + 1 < tagged->tokens.items.count
            ? tagger_mention_at(tagged, CLASS_IDS(tagged->ontology->place), token_in(tagged, index + 1)->span.begin)
            : NULL;
    size_t next = place ? tokens_ending(&tagged->tokens, place->span.end) + 1 : 0;
    return token_is_any(&tagged->tokens, next, goes_on) ? 0 : next;
}

/* The token behind the days and places that follow each other from a token on; 0: none does. */
static size_t all_end(const Tagged *tagged, size_t index) {
    size_t end = 0;
    for (size_t next = index; next && next < tagged->tokens.items.count;) {
        size_t day = adjunct_day(tagged, next);
        next = day ? day : place_end(tagged, next);
        end = next ? next : end;
    }
    return end;
}

void adjuncts_mark_en(Tagged *tagged) {
    for (size_t i = 1; i < tagged->tokens.items.count; i++) {
        tagged->adjuncts[i] = (uint32_t)all_end(tagged, i);
    }
}
