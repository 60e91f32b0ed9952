/* Owns which clauses stand between a Chinese subject and a later verb of its own: 铁路|经过三年施工，|已经通车. Knows
 * the tokens and mentions of one sentence, and nothing of rules. */
#include "adjunct_parts.h"
#include "phrase.h"

enum { ACTS = WORD_VERB | WORD_PREPOSITION | WORD_ADVERB | WORD_AUXILIARY, MOST_CLAUSES = 3 };

static bool acts(const Tagged *tagged, size_t index) {
    const Token *token = token_in(tagged, index);
    return token->kind == TOKEN_DATE || (token->kind == TOKEN_WORD && !token->head && (token->words & ACTS));
}

/* The comma or semicolon that ends the clause of a token; SIZE_MAX: another mark does, or it tells of what others do or
 * say.
 */
static size_t clause_end(const Tagged *tagged, size_t first) {
    for (size_t i = first; i < tagged->tokens.items.count; i++) {
        if (token_in(tagged, i)->boundary && token_in(tagged, i)->depth == token_in(tagged, first)->depth) {
            return token_in(tagged, i)->comma || token_is(&tagged->tokens, i, "；") ? i : SIZE_MAX;
        }
        if ((token_in(tagged, i)->words & WORD_SAYING) || (token_in(tagged, i)->uses & USE_BARRIER)) {
            return SIZE_MAX;
        }
    }
    return SIZE_MAX;
}

/* The token that a subject may begin with, behind what may come before it. */
static size_t clause_head(const Tagged *tagged, size_t first) {
    while (first < tagged->tokens.items.count && !token_in(tagged, first)->boundary) {
        const Token *token = token_in(tagged, first);
        bool small = token->kind == TOKEN_DATE ||
                     (token->kind == TOKEN_WORD && !token->head && (token->words & WORD_CONJUNCTION));
        if (tagged->adjuncts[first] == 0 && !small) {
            break;
        }
        first = tagged->adjuncts[first] ? tagged->adjuncts[first] : first + 1;
    }
    return first;
}

/* The token behind the subject that begins with a token; 0: none does. */
static size_t subject_end(const Tagged *tagged, size_t first) {
    enum { LONGEST = 12 };
    size_t count = tagged->tokens.items.count;
    if (first >= count || !phrase_may_begin(&tagged->tokens, first)) {
        return 0;
    }
    const Mention *mention = tagger_mention_at(tagged, &(ClassIds){0}, token_in(tagged, first)->span.begin);
    size_t end = mention ? tokens_ending(&tagged->tokens, mention->span.end) + 1 : first + 1;
    while (end < count && end < first + LONGEST && !acts(tagged, end) && !token_in(tagged, end)->boundary) {
        end++;
    }
    return end < count && acts(tagged, end) && phrase_is(&tagged->tokens, PHRASE_NOUN, first, end - 1) ? end : 0;
}

/* Does a clause begin with somebody or something that is named? */
static bool has_subject(const Tagged *tagged, size_t first) {
    size_t head = clause_head(tagged, first);
    return head < tagged->tokens.items.count &&
           (tagger_mention_at(tagged, &(ClassIds){0}, token_in(tagged, head)->span.begin) || subject_end(tagged, head));
}

/* The clauses behind a subject that have none of their own. */
static void mark_from(Tagged *tagged, size_t subject, size_t verb) {
    size_t from = verb;
    for (size_t i = 0; i < MOST_CLAUSES; i++) {
        size_t end = clause_end(tagged, from);
        bool noun = i == 0 && end != SIZE_MAX && phrase_is(&tagged->tokens, PHRASE_NOUN, subject, end - 1);
        if (end == SIZE_MAX || end + 1 >= tagged->tokens.items.count || noun) {
            return;
        }
        tagged->adjunct_clauses[from] = (uint32_t)end + 1;
        from = end + 1;
        if (has_subject(tagged, from)) {
            return;
        }
    }
}

void adjunct_clauses_mark_zh(Tagged *tagged) {
    size_t count = tagged->tokens.items.count;
    for (size_t i = 0; i < count && tagged->sentence->clauses.count > 1; i++) {
        if (i == 0 || token_in(tagged, i - 1)->boundary) {
            size_t subject = clause_head(tagged, i);
            size_t verb = subject_end(tagged, subject);
            if (verb) {
                mark_from(tagged, subject, verb);
            }
        }
    }
}
