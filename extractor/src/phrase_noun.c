/* Finds where a noun phrase begins whose head is known, going left over what may stand before it. Closed classes of
 * words, as in phrase.c. */
#include "phrase_words.h"

static bool ordinal_or_counted(const Tokens *tokens, size_t index) {
    return token_of(tokens, index)->kind == TOKEN_NUMBER &&
           tokens->numbers.items[token_of(tokens, index)->index].ordinal;
}

/* "a work conference": a word that could be a verb stands behind an article. */
static bool is_attribute(const Tokens *tokens, size_t index) {
    return tokens->lang == LANG_EN && index > 0 && is_any(tokens, index, WORD_VERB) &&
           (is_any(tokens, index - 1, WORD_DETERMINER) || ordinal_or_counted(tokens, index - 1));
}

/* "Standing Committee", "Ministry of Building Materials": a capitalised -ing form is of the name. */
static bool is_of_name(const Tokens *tokens, size_t index) {
    return tokens->lang == LANG_EN && token_is_capital(tokens, index) && index + 1 < tokens->items.count &&
           token_is_capital(tokens, index + 1) && text_ends(token_text(tokens, index), TEXT("ing"));
}

/* 研究最高人民法院的报告: before a known name stands a verb, though the word can be a noun. */
static bool governs_name(const Tokens *tokens, size_t index) {
    unsigned words = token_of(tokens, index)->words & (WORD_VERB | WORD_ADJECTIVE); /* 新任, which is both, describes */
    return tokens->lang == LANG_ZH && words == WORD_VERB && index + 1 < tokens->items.count &&
           token_of(tokens, index + 1)->entry;
}

/* 五十二 of 五十二军第二师 */
static bool numbers_unit(const Tokens *tokens, size_t index) {
    const NumberMention *number = &tokens->numbers.items[token_of(tokens, index)->index];
    return index + 1 < tokens->items.count && (token_of(tokens, index + 1)->uses & USE_NUMBERED) &&
           number->unit.length == 0 && number->value.length > 0 && number->qualifier == QUALIFIER_EXACTLY;
}

/* May this token stand before the head of a noun phrase? */
static bool is_modifier(const Tokens *tokens, size_t index) {
    const Token *token = token_of(tokens, index);
    switch (token->kind) {
    case TOKEN_NAME:
        return true;
    case TOKEN_NUMBER:
        return ordinal_or_counted(tokens, index) || numbers_unit(tokens, index);
    case TOKEN_WORD:
        return is_attribute(tokens, index) || is_of_name(tokens, index) ||
               (!phrase_organizes(tokens, index) && !governs_name(tokens, index) && !phrase_stands_for(tokens, index) &&
                !phrase_orders(tokens, index) && !is_any(tokens, index, FUNCTION_WORDS | WORD_DETERMINER | WORD_VERB));
    case TOKEN_DATE:
    case TOKEN_MARK:
        return false;
    }
    return false;
}

/* 三月间 | 县政府, 解放后 | 我军: a word that ends what tells when begins no noun phrase. */
static bool ends_time(const Tokens *tokens, size_t index) {
    static const char *const words[] = {"间", "后", "起", "止", "晚", "晨", NULL};
    if (tokens->lang != LANG_ZH || index == 0 || token_of(tokens, index - 1)->kind == TOKEN_MARK) {
        return false;
    }
    return token_is_any(tokens, index, words);
}

/* 反映出 | 林业部, 成立下 | 清算委员会: it goes with the verb. */
static bool is_complement(const Tokens *tokens, size_t index) {
    static const char *const words[] = {"下", "出", "起", NULL};
    return tokens->lang == LANG_ZH && index > 0 && token_is_any(tokens, index, words) &&
           is_any(tokens, index - 1, WORD_VERB);
}

/* 刻 | 边府建设厅, 闻 | 国民党当局 */
static bool leads_clause(const Tokens *tokens, size_t index) {
    return (token_of(tokens, index)->uses & USE_LEAD) && begins_clause(tokens, index) &&
           (is_long(tokens, index) || is_long(tokens, index + 1));
}

static bool is_adjective(const Tokens *tokens, size_t index) {
    return (token_of(tokens, index)->words & WORD_ADJECTIVE) && !token_of(tokens, index)->head;
}

/* "British", "Lebanese": tells of what country, by its ending. */
static bool is_of_country(const Tokens *tokens, size_t index) {
    static const char *const endings[] = {"ish", "ian", "ese", "ench", "viet", "ican", "utch", NULL};
    for (size_t i = 0; endings[i]; i++) {
        if (token_is_capital(tokens, index) && text_ends(token_text(tokens, index), text_from(endings[i]))) {
            return true;
        }
    }
    return false;
}

/* A word of a name that is neither a name itself nor ends one. */
static bool is_common_capital(const Tokens *tokens, size_t index) {
    const Token *token = token_of(tokens, index);
    return token->kind == TOKEN_WORD && token_is_capital(tokens, index) && !(token->head && token->head->names) &&
           !(token->words & (WORD_TITLE | WORD_DETERMINER));
}

/* "Song and" before "Dance Ensemble", behind more of the name; surnames only where no person is named. */
static bool is_pair_in_name(const Tokens *tokens, size_t first) {
    if (first < 3 || !is_common_capital(tokens, first) || !is_common_capital(tokens, first - 2) ||
        !token_is_capital(tokens, first - 3) || !is_modifier(tokens, first - 3)) {
        return false;
    }
    const Token *before = token_of(tokens, first - 3);
    bool surnames = (token_of(tokens, first)->words | token_of(tokens, first - 2)->words) & WORD_SURNAME;
    return before->head || before->kind == TOKEN_NAME || !(surnames || (before->words & (WORD_SURNAME | WORD_TITLE)));
}

/* "industrial and" before "commercial circles", "British and" before "American governments" */
static bool is_coordinate(const Tokens *tokens, size_t first) {
    if (tokens->lang != LANG_EN || first < 2 || !token_is(tokens, first - 1, "and")) {
        return false;
    }
    return is_pair_in_name(tokens, first) || (is_adjective(tokens, first) && is_adjective(tokens, first - 2)) ||
           (is_of_country(tokens, first) && is_of_country(tokens, first - 2));
}

/* 联席（扩大）会议: the opening mark of one word in brackets inside a Chinese name; SIZE_MAX: `close` closes none. */
static size_t word_in_brackets(const Tokens *tokens, size_t close) {
    enum { WIDTH = 3 }; /* tokens */
    if (tokens->lang != LANG_ZH || close < WIDTH || !mark_in(tokens, close, "）)") ||
        !mark_in(tokens, close - 2, "（(")) {
        return SIZE_MAX;
    }
    const Token *word = token_of(tokens, close - 1);
    const Token *before = token_of(tokens, close - WIDTH);
    bool known = word->kind == TOKEN_WORD && !word->head && (word->words & (WORD_VERB | WORD_PLAIN));
    return known && before->kind == TOKEN_WORD && is_modifier(tokens, close - WIDTH) ? close - 2 : SIZE_MAX;
}

size_t phrase_noun_begin(const Tokens *tokens, size_t last) {
    size_t first = last;
    while (first > 0) {
        if (mark_in(tokens, first - 1, "”》\"")) {
            size_t open = tokens_opening(tokens, first - 1);
            if (open == SIZE_MAX) {
                break;
            }
            first = open;
        } else if (word_in_brackets(tokens, first - 1) != SIZE_MAX) {
            first -= 3;
        } else if (is_modifier(tokens, first - 1)) {
            first--;
        } else if (is_coordinate(tokens, first)) {
            first -= 2;
        } else {
            break;
        }
    }
    while (first < last && (ends_time(tokens, first) || leads_clause(tokens, first) || is_complement(tokens, first))) {
        first++;
    }
    return first;
}
