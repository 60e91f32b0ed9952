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
                  (token_in(tagged, verb)->words & WORD_VERB) &&
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

/* 国民党军以五千人，飞机四架，进攻: things that are told with their number have no share in what is done. */
bool subject_is_thing(const Tagged *tagged, size_t index, size_t end) {
    return tagged->sentence->lang == LANG_ZH && index + 1 < tagged->tokens.items.count &&
           token_in(tagged, index)->kind == TOKEN_WORD && token_in(tagged, index + 1)->kind == TOKEN_NUMBER &&
           token_in(tagged, index + 1)->span.end == end;
}
