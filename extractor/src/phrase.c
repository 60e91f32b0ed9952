/* Tells noun phrases from other stretches of tokens, by closed classes of words alone: no statistics, no parser. When
 * in doubt a stretch is no noun phrase. */
#include "phrase.h"

#include <string.h>

enum {
    FUNCTION_WORDS = WORD_PREPOSITION | WORD_CONJUNCTION | WORD_PRONOUN | WORD_AUXILIARY | WORD_ADVERB | WORD_PARTICLE,
    /* A word that is one of these as well as a function word is given the benefit of the doubt. */
    CONTENT_WORDS = WORD_ADJECTIVE | WORD_TITLE | WORD_CALLING | WORD_PLAIN
};

static const Token *token_of(const Tokens *tokens, size_t index) {
    return &tokens->items.items[index];
}

static bool is_plain_word(const Token *token) {
    return token->kind != TOKEN_WORD || token->head || (token->words & CONTENT_WORDS);
}

static bool is_any(const Tokens *tokens, size_t index, unsigned kinds) {
    const Token *token = token_of(tokens, index);
    return !is_plain_word(token) && (token->words & kinds);
}

/* Is the token this one Chinese character? */
static bool is_sign(const Tokens *tokens, size_t index, const char *sign) {
    Text text = token_text(tokens, index);
    return text.length == strlen("的") && memcmp(text.at, sign, text.length) == 0;
}

static bool mark_in(const Tokens *tokens, size_t index, const char *marks) {
    if (token_of(tokens, index)->kind != TOKEN_MARK) {
        return false;
    }
    return text_contains(text_from(marks), token_text(tokens, index));
}

bool phrase_is_boundary(const Tokens *tokens, size_t index) {
    return token_of(tokens, index)->boundary;
}

static unsigned depth_of(const Tokens *tokens, size_t index) {
    return token_of(tokens, index)->depth;
}

static bool opens(const Tokens *tokens, size_t index) {
    return index + 1 < tokens->items.count && depth_of(tokens, index + 1) > depth_of(tokens, index);
}

static bool closes(const Tokens *tokens, size_t index) {
    return index > 0 && depth_of(tokens, index - 1) > depth_of(tokens, index);
}

bool phrase_may_begin(const Tokens *tokens, size_t first) {
    if (token_of(tokens, first)->kind == TOKEN_MARK) {
        return mark_in(tokens, first, "“《\"‘〈");
    }
    bool this_one = tokens->lang == LANG_ZH && /* 该镇, where 该 is also "ought to"; 关于水利的决议 */
                    (is_any(tokens, first, WORD_DETERMINER) || token_is(tokens, first, "关于"));
    unsigned small = FUNCTION_WORDS & ~(unsigned)(tokens->lang == LANG_EN ? WORD_ADVERB : 0);
    return this_one || (!token_is_day_apart(tokens, first) && !is_any(tokens, first, small));
}

static bool may_end(const Tokens *tokens, size_t last) {
    if (token_of(tokens, last)->kind == TOKEN_DATE) {
        return false;
    }
    if (token_of(tokens, last)->kind == TOKEN_MARK) {
        return mark_in(tokens, last, "”》\"）)’〉");
    }
    if (tokens->lang == LANG_ZH && is_any(tokens, last, WORD_VERB)) {
        Text word = token_text(tokens, last);
        return utf8_next(word, 0) < word.length; /* 说, 有, 来 end no noun phrase; 生产, 访问 may */
    }
    return !is_any(tokens, last, FUNCTION_WORDS | WORD_DETERMINER) || token_is(tokens, last, "们");
}

/* Reads a token of a Chinese noun phrase. */
static void read_chinese(Phrase *phrase, size_t i) {
    enum { SHORT_CLAUSE = 4 }; /* tokens */
    const Tokens *tokens = phrase->tokens;
    if (phrase_is_boundary(tokens, i)) {
        phrase->over = true;
    } else if (is_sign(tokens, i, "的") || (i <= phrase->first + SHORT_CLAUSE && is_sign(tokens, i, "之"))) {
        phrase->clause = false;
    } else if (i != phrase->first && !is_sign(tokens, i, "们") &&
               is_any(tokens, i, WORD_PREPOSITION | WORD_AUXILIARY | WORD_PARTICLE | WORD_PRONOUN)) {
        phrase->clause = true;
    }
}

static bool is_article(const Tokens *tokens, size_t index) {
    static const char *const words[] = {"the", "a", "an", "its", "their", "his", "our", NULL};
    return token_is_any(tokens, index, words);
}

/* "a set of tools", "the new train": behind an article the word is the noun that is spelt so. */
static bool is_noun_here(const Tokens *tokens, size_t index) {
    size_t before = index;
    while (before > 0 && is_any(tokens, before - 1, WORD_ADJECTIVE)) {
        before--;
    }
    return tokens->lang == LANG_EN && before > 0 && is_article(tokens, before - 1) &&
           !text_ends(token_text(tokens, index), TEXT("ed"));
}

/* A verb that something follows like an object or agent is the verb of a clause, not a modifier. */
static bool is_finite(const Tokens *tokens, size_t index, bool last) {
    if (!is_any(tokens, index, WORD_VERB) || is_noun_here(tokens, index)) {
        return false;
    }
    bool done = !last && text_ends(token_text(tokens, index), TEXT("ed")); /* "opened 40 canals" */
    bool counts =
        !last && token_of(tokens, index + 1)->kind == TOKEN_NUMBER && (token_is_capital(tokens, index) || done);
    return last || counts || is_any(tokens, index + 1, WORD_DETERMINER | WORD_PREPOSITION | WORD_PRONOUN);
}

/* "the experience [they have gained]": the last token before a clause without "that" at the end, else `last`. */
static size_t before_relative_clause(const Tokens *tokens, size_t first, size_t last) {
    size_t i = last;
    if (i < first + 2 || !(token_of(tokens, i)->words & WORD_VERB)) {
        return last;
    }
    i--;
    while (i > first && is_any(tokens, i, WORD_AUXILIARY)) {
        i--;
    }
    return i > first && is_any(tokens, i, WORD_PRONOUN) ? i - 1 : last;
}

/* "Yesterday the mill" */
static bool is_loose_date(const Phrase *phrase, size_t index, bool last) {
    if (token_of(phrase->tokens, index)->kind != TOKEN_DATE) {
        return false;
    }
    return index > phrase->first ? !is_any(phrase->tokens, index - 1, WORD_PREPOSITION | WORD_DETERMINER)
                                 : !last && is_any(phrase->tokens, index + 1, WORD_DETERMINER);
}

/* May a token of an English noun phrase not be there: behind others, or as the last? */
static bool breaks_english(const Phrase *phrase, size_t i, bool last) {
    const Tokens *tokens = phrase->tokens;
    bool full = phrase->kind == PHRASE_FULL;
    bool preposition = !full && is_any(tokens, i, WORD_PREPOSITION) && !token_is(tokens, i, "of");
    bool joins = is_any(tokens, i, WORD_CONJUNCTION) && !token_is(tokens, i, "and") && !token_is(tokens, i, "or");
    return depth_of(tokens, i) <= depth_of(tokens, phrase->first) &&
           (preposition || joins || is_loose_date(phrase, i, last) || phrase_is_boundary(tokens, i) ||
            (!full && is_finite(tokens, i, last)) || is_any(tokens, i, WORD_AUXILIARY | WORD_PRONOUN));
}

/* Reads a token of an English noun phrase: the one before it is not the last. Behind what breaks the phrase only a
 * clause without "that" can follow. */
static void read_english(Phrase *phrase, size_t i) {
    if (phrase->broken == SIZE_MAX && i > phrase->first && breaks_english(phrase, i - 1, false)) {
        phrase->broken = i - 1;
    }
    phrase->over =
        phrase->broken != SIZE_MAX && i > phrase->broken + 2 && !is_any(phrase->tokens, i - 1, WORD_AUXILIARY);
}

static bool is_english_noun(const Phrase *phrase, size_t last) {
    const Tokens *tokens = phrase->tokens;
    last = before_relative_clause(tokens, phrase->first, last);
    bool adjective = (token_of(tokens, last)->words & WORD_ADJECTIVE) && !token_of(tokens, last)->head;
    return phrase->broken >= last && !breaks_english(phrase, last, true) && !adjective;
}

/* Reads a token of any words. Of the marks between clauses only the commas of "arrange, together with the unions, for
 * visits" may be crossed. */
static void read_words(Phrase *phrase, size_t i) {
    const Tokens *tokens = phrase->tokens;
    if (phrase->comma && !is_any(tokens, i, WORD_ADVERB)) {
        phrase->over = !is_any(tokens, i, WORD_PREPOSITION);
        phrase->comma = false;
    }
    if (phrase_is_boundary(tokens, i) && depth_of(tokens, i) == depth_of(tokens, phrase->first)) {
        phrase->comma = tokens->lang == LANG_EN && token_is(tokens, i, ",");
        phrase->over |= !phrase->comma;
    }
}

static bool may_end_words(const Phrase *phrase, size_t last) {
    const Tokens *tokens = phrase->tokens;
    unsigned wanting = WORD_CONJUNCTION | (tokens->lang == LANG_EN ? WORD_PREPOSITION | WORD_AUXILIARY : 0U);
    return !is_any(tokens, last, wanting) && !is_article(tokens, last) && !phrase->comma;
}

static bool is_phrase(const Phrase *phrase, size_t last) {
    const Tokens *tokens = phrase->tokens;
    if (depth_of(tokens, last) != depth_of(tokens, phrase->first) || opens(tokens, last)) {
        return false;
    }
    if (phrase->kind == PHRASE_WORDS) {
        return may_end_words(phrase, last);
    }
    return may_end(tokens, last) && (tokens->lang == LANG_ZH ? !phrase->clause : is_english_noun(phrase, last));
}

bool phrase_next(Phrase *phrase) {
    const Tokens *tokens = phrase->tokens;
    size_t i = phrase->next++;
    unsigned depth = depth_of(tokens, phrase->first);
    phrase->over |= i >= tokens->items.count || token_of(tokens, i)->stray || depth_of(tokens, i) < depth;
    if (phrase->over) {
        return false;
    }
    if (phrase->kind == PHRASE_WORDS) {
        read_words(phrase, i);
    } else if (tokens->lang == LANG_EN) {
        read_english(phrase, i);
    } else if (depth_of(tokens, i) == depth) {
        read_chinese(phrase, i);
    }
    return !phrase->over && is_phrase(phrase, i);
}

Phrase phrase_from(const Tokens *tokens, PhraseKind kind, size_t first) {
    bool begins = kind == PHRASE_WORDS ? !is_any(tokens, first, WORD_CONJUNCTION) : phrase_may_begin(tokens, first);
    return (Phrase){.tokens = tokens,
                    .kind = kind,
                    .first = first,
                    .next = first,
                    .over = !begins || closes(tokens, first),
                    .broken = SIZE_MAX};
}

bool phrase_is(const Tokens *tokens, PhraseKind kind, size_t first, size_t last) {
    Phrase phrase = phrase_from(tokens, kind, first);
    while (phrase.next < last && !phrase.over) {
        phrase_next(&phrase);
    }
    return phrase_next(&phrase);
}

bool phrase_begins_action(const Tokens *tokens, size_t first) {
    while (first + 1 < tokens->items.count && is_any(tokens, first, WORD_ADVERB | WORD_CONJUNCTION) &&
           !(token_of(tokens, first)->words & WORD_VERB)) {
        first++;
    }
    const Token *token = token_of(tokens, first);
    return token->kind == TOKEN_DATE || (token->kind == TOKEN_WORD && (token->words & (WORD_VERB | WORD_PREPOSITION)));
}

bool phrase_ends_actions(const Tokens *tokens, size_t first) {
    static const char *const words[] = {"使",   "以便", "从而", "迎接", "为",   "为了", "根据", "按照",
                                        "遵照", "结合", "现已", "已",   "已经", "业已", NULL};
    if (token_is(tokens, first, "并") && first + 1 < tokens->items.count) {
        first++;
    }
    return token_is_any(tokens, first, words) || (token_is(tokens, first, "以") && first + 1 < tokens->items.count &&
                                                  (token_of(tokens, first + 1)->words & WORD_VERB));
}

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

/* May this token stand before the head of a noun phrase? */
static bool is_modifier(const Tokens *tokens, size_t index) {
    const Token *token = token_of(tokens, index);
    switch (token->kind) {
    case TOKEN_NAME:
        return true;
    case TOKEN_NUMBER:
        return ordinal_or_counted(tokens, index);
    case TOKEN_WORD:
        return is_attribute(tokens, index) || is_of_name(tokens, index) ||
               (!phrase_organizes(tokens, index) && !governs_name(tokens, index) && !phrase_stands_for(tokens, index) &&
                !is_any(tokens, index, FUNCTION_WORDS | WORD_DETERMINER | WORD_VERB));
    case TOKEN_DATE:
    case TOKEN_MARK:
        return false;
    }
    return false;
}

/* 三月间 | 县政府, 解放后 | 我军: a word that ends what tells when begins no noun phrase. */
static bool ends_time(const Tokens *tokens, size_t index) {
    static const char *const words[] = {"间", "后", "起", "止", NULL};
    if (tokens->lang != LANG_ZH || index == 0 || token_of(tokens, index - 1)->kind == TOKEN_MARK) {
        return false;
    }
    return token_is_any(tokens, index, words);
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

size_t phrase_noun_begin(const Tokens *tokens, size_t last) {
    size_t first = last;
    while (first > 0) {
        if (mark_in(tokens, first - 1, "”》\"")) {
            size_t open = tokens_opening(tokens, first - 1);
            if (open == SIZE_MAX) {
                break;
            }
            first = open;
        } else if (is_modifier(tokens, first - 1)) {
            first--;
        } else if (is_coordinate(tokens, first)) {
            first -= 2;
        } else {
            break;
        }
    }
    while (first < last && ends_time(tokens, first)) {
        first++;
    }
    return first;
}
