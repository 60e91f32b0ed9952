/* Owns the numbers that count a filler from outside of it, where the rule takes no notice of them. Knows what may stand
 * between the two, and nothing of rules. */
#include "tally.h"

Role tally_role(Role role) {
    return role == ROLE_PLACE || role == ROLE_OCCASION || role == ROLE_ATTRIBUTED ? ROLE_NONE : role;
}

static const Token *token_of(const Tagged *tagged, size_t index) {
    return index < tagged->tokens.items.count ? &tagged->tokens.items.items[index] : NULL;
}

/* 一行, 共: then the number. "…, numbering": the same, which must be there. */
static size_t past_leading(const Tagged *tagged, size_t index) {
    static const char *const chinese[] = {"一行", "等", "共", "共计", "总计", "合计", "计", NULL};
    static const char *const english[] = {"numbering", "totaling", "totalling", NULL};
    if (tagged->sentence->lang == LANG_EN) {
        index += token_is(&tagged->tokens, index, ",");
        return token_is_any(&tagged->tokens, index, english) ? index + 1 : SIZE_MAX;
    }
    while (token_is_any(&tagged->tokens, index, chinese)) {
        index++;
    }
    return index;
}

/* 代表团三名团员: with a noun behind it the number counts the noun. */
static bool ends_there(const Tagged *tagged, size_t index) {
    enum { GOES_ON = WORD_VERB | WORD_ADVERB | WORD_PREPOSITION | WORD_AUXILIARY | WORD_CONJUNCTION };
    const Token *next = token_of(tagged, index);
    return !next || next->kind == TOKEN_MARK || next->kind == TOKEN_DATE || next->joins ||
           (next->kind == TOKEN_WORD && !next->head && (next->words & GOES_ON));
}

/* 记功一次, 敌机四出轰炸: counts how often it is done. */
static bool is_of_deeds(Text unit) {
    static const char *const units[] = {"次", "出", "发", "下", "番", "度", "回", "遍", NULL};
    return text_starts_any(unit, units) && utf8_count(unit) == 1;
}

static const NumberMention *number_behind(const Tagged *tagged, Span filler) {
    size_t last = tokens_ending(&tagged->tokens, filler.end);
    size_t index = last == SIZE_MAX ? SIZE_MAX : past_leading(tagged, last + 1);
    const Token *token = index == SIZE_MAX ? NULL : token_of(tagged, index);
    if (!token || token->kind != TOKEN_NUMBER || !ends_there(tagged, index + 1)) {
        return NULL;
    }
    const NumberMention *number = &tagged->tokens.numbers.items[token->index];
    bool counts = tagged->sentence->lang == LANG_EN || (number->unit_is_classifier && !is_of_deeds(number->unit));
    return counts && !number->ordinal ? number : NULL;
}

/* 陈林一人, 陈林、巴萨二人: says no more than the names do. */
static bool sums_up(const Fact *fact, Role role, const NumberMention *number) {
    size_t named = 0;
    for (size_t i = 0; i < fact->fillers.count; i++) {
        named += fact->fillers.items[i].role == role;
    }
    bool small = number->value.length == 1 && is_ascii_digit(number->value.at[0]);
    return role != ROLE_OBJECT && small && (size_t)(number->value.at[0] - '0') == named;
}

/* Has the rule itself a number that counts who fills the role? */
static bool is_counted(const Fact *fact, Role role, size_t counts) {
    for (size_t i = 0; i < counts; i++) {
        if (fact->counts.items[i].of == role) {
            return true;
        }
    }
    return false;
}

static bool is_told(const Fact *fact, const NumberMention *number) {
    for (size_t i = 0; i < fact->counts.count; i++) {
        if (fact->counts.items[i].number.span.begin == number->span.begin) {
            return true;
        }
    }
    return false;
}

void tally_add(const Discourse *discourse, Fact *fact) {
    const Tagged *tagged = &discourse->tagged[fact->sentence];
    size_t counts = fact->counts.count;
    for (size_t i = 0; i < fact->fillers.count; i++) {
        const Filler *filler = &fact->fillers.items[i];
        Role role = filler->span.end > filler->span.begin ? tally_role(filler->role) : ROLE_NONE;
        const NumberMention *number = role == ROLE_NONE ? NULL : number_behind(tagged, filler->span);
        if (number && !is_counted(fact, role, counts) && !is_told(fact, number) && !sums_up(fact, role, number)) {
            *VECTOR_PUSH(discourse->arena, &fact->counts) = (Count){*number, number->unit, role};
        }
    }
}
