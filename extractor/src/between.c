/* Owns what may part an English verb from its object: days and places. Knows the tokens and mentions of one sentence,
 * and nothing of rules. */
#include "between.h"

/* "on March 5", "on the afternoon of the 5th", "yesterday": the token behind it; 0: none begins here. */
static size_t day_end(const Tagged *tagged, size_t index) {
    static const char *const words[] = {"the", "morning", "afternoon", "evening", "night", "of", NULL};
    if (token_in(tagged, index)->kind == TOKEN_DATE) {
        return index + 1;
    }
    size_t i = token_is(&tagged->tokens, index, "on") ? index + 1 : tagged->tokens.items.count;
    while (token_is_any(&tagged->tokens, i, words)) {
        i++;
    }
    return i < tagged->tokens.items.count && token_in(tagged, i)->kind == TOKEN_DATE ? i + 1 : 0;
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
        size_t day = day_end(tagged, next);
        next = day ? day : place_end(tagged, next);
        end = next ? next : end;
    }
    return end;
}

void between_mark(Tagged *tagged, Arena *arena) {
    size_t count = tagged->tokens.items.count;
    if (tagged->sentence->lang != LANG_EN) {
        return;
    }
    tagged->over = ARENA_ARRAY(arena, uint32_t, count + 2);
    for (size_t i = 1; i < count; i++) {
        tagged->over[i] = (uint32_t)all_end(tagged, i);
    }
}
