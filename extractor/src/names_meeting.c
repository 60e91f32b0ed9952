/* Owns how the Chinese name of a meeting begins: what is of it, and what only tells that it is held, where, and who
 * comes. Knows nothing of how any other name is found. */
#include "finder.h"

static bool holds_meeting(const Finder *finder, size_t index) {
    static const char *const words[] = {"举行", "召开", "举办", "召集", "筹备", "筹开", "开", NULL};
    return token_is_any(finder->tokens, index, words);
}

size_t names_meeting_clause(const Finder *finder, size_t clause, size_t particle) {
    for (size_t i = particle; i > clause; i--) {
        if (holds_meeting(finder, i - 1)) {
            return i + token_is(finder->tokens, i, "了");
        }
    }
    return clause;
}

bool names_tells_of_meeting(const Finder *finder, size_t clause, size_t particle) {
    static const char *const coming[] = {"参加", "出席", NULL};
    bool attended = clause + 2 == particle && finder_token(finder, clause)->kind == TOKEN_NUMBER &&
                    token_is_any(finder->tokens, particle - 1, coming);
    bool found = attended || token_is(finder->tokens, particle - 1, "组成") ||
                 (clause + 1 == particle && finder_is_verb(finder, clause));
    for (size_t i = clause; i < particle; i++) {
        found = found || token_is(finder->tokens, i, "在");
    }
    return found;
}

size_t names_meeting_begin(const Finder *finder, size_t first, size_t last) {
    enum {
        MANY = 8,
        NOT_OF_NAME = WORD_PREPOSITION | WORD_AUXILIARY | WORD_PARTICLE | WORD_ADVERB | WORD_DETERMINER | WORD_PRONOUN |
                      WORD_CONJUNCTION
    };
    bool acts = false;
    for (size_t i = first; i > 0 && first - i < MANY; i--) {
        const Token *before = finder_token(finder, i - 1);
        bool aspect = token_is(finder->tokens, i - 1, "了") || token_is(finder->tokens, i - 1, "过");
        bool place = token_is(finder->tokens, i - 1, "在") && token_is(finder->tokens, last + 1, "上");
        if (place || holds_meeting(finder, i - 1) || (aspect && i > 1 && holds_meeting(finder, i - 2))) {
            return acts ? i : first;
        }
        if (before->kind != TOKEN_WORD || (before->words & NOT_OF_NAME)) {
            return first;
        }
        acts = acts || finder_is_verb(finder, i - 1);
    }
    return first;
}
