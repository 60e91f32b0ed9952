/* Owns what stands among the names of an English enumeration and names nobody: those who are only counted, and offices.
 * Knows no rules. */
#include "roll.h"

/* "others", "twelve others", "other units", "14 other people"; but rules count how many others something is done to. */
static size_t rest_end(const Tagged *tagged, size_t token) {
    size_t count = tagged->tokens.items.count;
    size_t i = token_in(tagged, token)->kind == TOKEN_NUMBER ? token + 1 : token;
    if (token_is(&tagged->tokens, i, "others")) {
        bool suffers = i > token && i + 1 < count && (token_in(tagged, i + 1)->words & WORD_AUXILIARY);
        return suffers ? 0 : i + 1;
    }
    bool other = token_is(&tagged->tokens, i, "other") && i + 1 < count && token_in(tagged, i + 1)->head;
    bool longer = other && i + 2 < count && !token_in(tagged, i + 2)->boundary &&
                  !(token_in(tagged, i + 2)->words & (WORD_VERB | WORD_AUXILIARY | WORD_ADVERB)) &&
                  !text_ends(token_text(&tagged->tokens, i + 2), TEXT("ed"));
    return other && !longer ? i + 2 : 0;
}

/* "director of the mill", "deputy head of the bureau": its comma. */
static size_t office_end(const Tagged *tagged, size_t token) {
    enum { REACH = 3, LONGEST = 16 }; /* tokens */
    size_t count = tagged->tokens.items.count;
    size_t i = token;
    while (i + 1 < count && i < token + REACH && token_in(tagged, i)->kind == TOKEN_WORD &&
           !((token_in(tagged, i)->words & WORD_TITLE) && (token_in(tagged, i + 1)->words & WORD_PREPOSITION))) {
        i++;
    }
    if (i + 1 >= count || i == token + REACH || !(token_in(tagged, i)->words & WORD_TITLE)) {
        return 0;
    }
    while (i < count && i < token + LONGEST && !token_in(tagged, i)->boundary && !token_in(tagged, i)->joins) {
        i++;
    }
    return i < count && token_in(tagged, i)->comma ? i : 0;
}

size_t roll_skip(const Tagged *tagged, const Slot *slot, size_t token) {
    bool acting = slot->kind == SLOT_CLASS && slot->leading;
    if (!acting || tagged->sentence->lang != LANG_EN || token == 0 || token >= tagged->tokens.items.count) {
        return 0;
    }
    size_t rest = rest_end(tagged, token);
    return rest ? rest : office_end(tagged, token);
}
