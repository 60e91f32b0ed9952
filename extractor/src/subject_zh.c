/* Owns what stands at the head of a Chinese clause like its subject and is none. Knows the tokens and mentions of one
 * sentence, and nothing of other clauses. */
#include "subject_zh.h"

/* 林业部召开|的|会议: the particle behind a verb that makes of what is named first a part of what is told of the noun
 * behind; SIZE_MAX: none does. */
size_t subject_relative(const Tagged *tagged, const Mention *mention) {
    size_t next = tokens_ending(&tagged->tokens, mention->span.end) + 1;
    while (next < tagged->tokens.items.count &&
           (token_in(tagged, next)->kind == TOKEN_DATE || (token_in(tagged, next)->words & WORD_ADVERB) ||
            token_is(&tagged->tokens, next, "所"))) {
        next++;
    }
    bool relative = tagged->sentence->lang == LANG_ZH && next + 1 < tagged->tokens.items.count &&
                    (token_in(tagged, next)->words & WORD_VERB) && token_is(&tagged->tokens, next + 1, "的");
    return relative ? next + 1 : SIZE_MAX;
}

/* 驻|修武城|之|国民党军: what is done at a place tells those apart who are named behind the particle. */
size_t subject_stationed(const Tagged *tagged, size_t verb, size_t limit) {
    static const char *const particles[] = {"之", "的", NULL};
    const Tokens *tokens = &tagged->tokens;
    size_t next = verb + 1;
    bool placed = tagged->sentence->lang == LANG_ZH && next < tokens->items.count &&
                  ((token_in(tagged, verb)->words & WORD_VERB) || token_is(tokens, verb, "驻")) &&
                  tagger_mention_at(tagged, CLASS_IDS(tagged->ontology->place), token_in(tagged, next)->span.begin);
    while (placed && next + 1 < tokens->items.count && token_in(tagged, next + 1)->span.end <= limit) {
        const Token *token = token_in(tagged, next);
        if (token_is_any(tokens, next, particles)) {
            const Mention *who = tagger_mention_at(tagged, CLASS_IDS(tagged->ontology->agent), token->span.end);
            return who && !ontology_is_a(tagged->ontology, who->class_id, tagged->ontology->place) ? next : SIZE_MAX;
        }
        placed = token->kind != TOKEN_MARK && token->depth == 0 && !(token->words & (WORD_VERB | WORD_PREPOSITION));
        next++;
    }
    return SIZE_MAX;
}

/* 四川有一家商店，: there is somebody or some body somewhere, and of that the sentence goes on. */
bool subject_is_setting(const Tagged *tagged, const Mention *mention) {
    static const char *const units[] = {"家", "户", "个", "名", "位", "人", "所", NULL};
    size_t next = tokens_ending(&tagged->tokens, mention->span.end) + 1;
    const Token *number = next + 1 < tagged->tokens.items.count ? token_in(tagged, next + 1) : NULL;
    return number && tagged->sentence->lang == LANG_ZH && number->kind == TOKEN_NUMBER &&
           token_is(&tagged->tokens, next, "有") &&
           text_starts_any(tagged->tokens.numbers.items[number->index].unit, units) &&
           ontology_is_a(tagged->ontology, mention->class_id, tagged->ontology->place);
}

/* 救济|工人, 救济|工人二百户: no description but what somebody does. */
bool subject_is_deed(const Tagged *tagged, size_t first, const Mention *mention) {
    const Token *token = token_in(tagged, first);
    size_t next = tokens_ending(&tagged->tokens, mention->span.end) + 1;
    bool counted = next < tagged->tokens.items.count && token_in(tagged, next)->kind == TOKEN_NUMBER;
    bool verb = mention->kind == MENTION_DESCRIPTION && tagged->sentence->lang == LANG_ZH &&
                (token->words & WORD_VERB) && !token->head && (counted || !(token->words & WORD_PLAIN));
    return verb && token->span.end < mention->span.end &&
           !text_contains(text_span(tagged->sentence->text, mention->span), TEXT("的"));
}

/* 选出王大为主席，(陈云等五人)为委员，: in a row of posts, whoever is told with one has been given it. */
bool subject_is_given_post(const Tagged *tagged, Span who) {
    size_t first = tokens_beginning(&tagged->tokens, who.begin);
    size_t next = tokens_ending(&tagged->tokens, who.end) + 1;
    bool row = token_is(&tagged->tokens, next, "等") || token_is(&tagged->tokens, next, "、");
    while (row && next < tagged->tokens.items.count && !token_in(tagged, next)->boundary &&
           !token_is(&tagged->tokens, next, "为")) {
        next++;
    }
    if (first == SIZE_MAX || first < 2 || !token_is(&tagged->tokens, next, "为") ||
        !token_in(tagged, first - 1)->comma) {
        return false;
    }
    size_t i = first - 1;
    while (i > 0 && !token_in(tagged, i - 1)->boundary && !token_is(&tagged->tokens, i - 1, "为")) {
        i--;
    }
    return i > 0 && token_is(&tagged->tokens, i - 1, "为");
}

/* 国民党军以五千人，飞机四架，进攻: things that are told with their number have no share in what is done. */
bool subject_is_thing(const Tagged *tagged, size_t index, size_t end) {
    return tagged->sentence->lang == LANG_ZH && index + 1 < tagged->tokens.items.count &&
           token_in(tagged, index)->kind == TOKEN_WORD && token_in(tagged, index + 1)->kind == TOKEN_NUMBER &&
           token_in(tagged, index + 1)->span.end == end;
}

/* 种谷四亩, 积肥三百担: a sign that makes a verb where the number of what is done stands right behind it. */
static bool counts(const Tagged *tagged, size_t index, size_t end) {
    enum { LONGEST = 3 }; /* tokens before the number */
    for (size_t i = index + 1; i < tagged->tokens.items.count && i <= index + LONGEST + 1; i++) {
        const Token *token = token_in(tagged, i);
        if (token->span.end > end || (token->kind != TOKEN_WORD && token->kind != TOKEN_NUMBER)) {
            return false;
        }
        if (token->kind == TOKEN_NUMBER) {
            return true;
        }
        if (token->words & (WORD_VERB | WORD_PARTICLE | WORD_PREPOSITION | WORD_AUXILIARY)) {
            return false;
        }
    }
    return false;
}

/* Does a word of the lexicon that tells of a deed, of as many tokens as it has, begin with a token? */
static bool begins_deed(const Lexicon *lexicon, const Tagged *tagged, size_t index, size_t end) {
    enum { MOST = 4 }; /* tokens */
    static const char *const nouns[] = {"的", "之", "是", "性", "者", NULL};
    const size_t begin = token_in(tagged, index)->span.begin;
    for (size_t i = index; i < tagged->tokens.items.count && i < index + MOST && token_in(tagged, i)->span.end <= end;
         i++) {
        Text word = text_slice(tagged->sentence->text, begin, token_in(tagged, i)->span.end);
        if (lexicon_word(lexicon, LANG_ZH, word).uses & USE_DEED) {
            bool sign = utf8_next(word, 0) == word.length;
            return sign ? counts(tagged, index, end) : !token_is_any(&tagged->tokens, i + 1, nouns);
        }
    }
    return false;
}

/* 狠狠地打击, 热烈|地讨论: how it is done. */
static bool tells_how(const Tagged *tagged, size_t index) {
    size_t end = tagged->adjuncts[index];
    bool behind = index > 0 && (token_in(tagged, index - 1)->words & WORD_ADVERB);
    return (end && token_is(&tagged->tokens, end - 1, "地")) || (behind && token_is(&tagged->tokens, index, "地"));
}

bool subject_is_elsewhere(const Lexicon *lexicon, const Tagged *tagged, size_t index, size_t end) {
    static const char *const aspects[] = {"了", "过", NULL};
    const Token *token = token_in(tagged, index);
    if (tagged->sentence->lang != LANG_ZH || token->kind != TOKEN_WORD || token->head) {
        return false;
    }
    bool done = token->words == WORD_NONE && token_is_any(&tagged->tokens, index + 1, aspects);
    return done || tells_how(tagged, index) || begins_deed(lexicon, tagged, index, end);
}
