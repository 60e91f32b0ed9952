/* Tells noun phrases from other stretches of tokens, by closed classes of words alone: no statistics, no parser. When
 * in doubt a stretch is no noun phrase. */
#include "phrase_words.h"

#include <string.h>

/* Is the token this one Chinese character? */
static bool is_sign(const Tokens *tokens, size_t index, const char *sign) {
    Text text = token_text(tokens, index);
    return text.length == strlen("的") && memcmp(text.at, sign, text.length) == 0;
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
