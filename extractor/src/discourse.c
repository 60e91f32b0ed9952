/* Finds what a clause leaves out, inside one dispatch and one language: its subject, its date. When nothing fits it
 * says so; it never guesses across dispatches. What words stand for is the affair of reference.c. */
#include "discourse.h"

#include "phrase.h"

static const Sentence *sentence_of(const Discourse *discourse, size_t index) {
    return &discourse->document->sentences.items[index];
}

static const Token *token_of(const Tagged *tagged, size_t index) {
    return &tagged->tokens.items.items[index];
}

Span discourse_clause(const Discourse *discourse, size_t sentence, size_t at) {
    const Spans *clauses = &sentence_of(discourse, sentence)->clauses;
    for (size_t i = 0; i < clauses->count; i++) {
        if (at <= clauses->items[i].end) {
            return clauses->items[i];
        }
    }
    return (Span){0, sentence_of(discourse, sentence)->text.length};
}

static bool may_precede_subject(const Tagged *tagged, size_t index) {
    const Token *token = token_of(tagged, index);
    bool small =
        token->kind == TOKEN_WORD && !token->head && (token->words & (WORD_ADVERB | WORD_CONJUNCTION | WORD_AUXILIARY));
    bool article = tagged->sentence->lang == LANG_EN && (token->words & WORD_DETERMINER);
    return token->kind == TOKEN_DATE || token->kind == TOKEN_MARK || small || article;
}

/* The subject that stands in bytes `region`, where a clause begins. `open`: nothing there rules out a subject carried
 * over. */
static bool subject_in(const Discourse *discourse, const Tagged *tagged, Span region, Span *span, bool *open) {
    *open = true;
    for (size_t i = 0; i < tagged->tokens.items.count; i++) {
        const Token *token = token_of(tagged, i);
        if (token->span.begin < region.begin || token->depth > 0) {
            continue;
        }
        if (token->span.end > region.end) {
            return false;
        }
        const Mention *mention = tagger_mention_at(tagged, CLASS_IDS(discourse->ontology->agent), token->span.begin);
        if (mention && mention->span.end <= region.end) {
            *span = tagger_enumeration(tagged, CLASS_IDS(discourse->ontology->agent), token->span.begin, region.end);
            return true;
        }
        if (!may_precede_subject(tagged, i)) {
            bool relative = token_is(&tagged->tokens, i, "which") || token_is(&tagged->tokens, i, "who");
            *open = token->kind == TOKEN_WORD && (relative || (token->words & (WORD_PREPOSITION | WORD_VERB)));
            return false;
        }
    }
    return false;
}

/* 经过双方的会谈: a clause that only tells how or why; what 在 begins may still end in who acts. */
static bool is_adjunct(const Tagged *tagged, Span region) {
    size_t first = tokens_beginning(&tagged->tokens, region.begin);
    return first != SIZE_MAX && (token_of(tagged, first)->words & WORD_PREPOSITION) &&
           !token_is(&tagged->tokens, first, "在");
}

/* 今天闭幕的重工业部…会议: the subject ends the clause, behind a 的. */
static bool subject_behind_clause(const Discourse *discourse, const Tagged *tagged, Span region, Span *span) {
    if (is_adjunct(tagged, region)) {
        return false;
    }
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        size_t first = tokens_beginning(&tagged->tokens, mention->span.begin);
        if (mention->span.begin > region.begin && mention->span.end == region.end && first != SIZE_MAX && first > 0 &&
            token_is(&tagged->tokens, first - 1, "的") && mention->kind == MENTION_NAME &&
            ontology_is_a(discourse->ontology, mention->class_id, discourse->ontology->agent)) {
            *span = mention->span;
            return true;
        }
    }
    return false;
}

static bool subject_before(const Discourse *discourse, size_t sentence, size_t at, Span *span, bool *open) {
    const Tagged *tagged = &discourse->tagged[sentence];
    const Spans *clauses = &sentence_of(discourse, sentence)->clauses;
    *open = true;
    for (size_t i = clauses->count; i-- > 0 && *open;) {
        Span region = clauses->items[i];
        if (region.begin > at) {
            continue;
        }
        region.end = region.end < at ? region.end : at;
        if (subject_in(discourse, tagged, region, span, open) ||
            (region.end < at && subject_behind_clause(discourse, tagged, region, span))) {
            return true;
        }
    }
    return false;
}

bool discourse_subject(const Discourse *discourse, size_t sentence, size_t at, size_t *in_sentence, Span *span) {
    bool open;
    *in_sentence = sentence;
    if (subject_before(discourse, sentence, at, span, &open)) {
        return true;
    }
    const Sentence *here = sentence_of(discourse, sentence);
    bool elliptic = here->lang == LANG_ZH && open && sentence > 0;
    if (!elliptic || sentence_of(discourse, sentence - 1)->paragraph != here->paragraph ||
        sentence_of(discourse, sentence - 1)->lang != here->lang ||
        sentence_of(discourse, sentence - 1)->kind != here->kind) {
        return false;
    }
    *in_sentence = sentence - 1;
    Span first = sentence_of(discourse, sentence - 1)->clauses.count
                     ? sentence_of(discourse, sentence - 1)->clauses.items[0]
                     : (Span){0, 0};
    return subject_in(discourse, &discourse->tagged[sentence - 1], first, span, &open);
}

static bool is_covered(const Spans *covered, Span span) {
    for (size_t i = 0; i < covered->count; i++) {
        if (covered->items[i].begin <= span.begin && span.end <= covered->items[i].end) {
            return true;
        }
    }
    return false;
}

const DateMention *discourse_date(const Discourse *discourse, size_t sentence, Span span, const Spans *covered) {
    const Tagged *tagged = &discourse->tagged[sentence];
    Span clause = discourse_clause(discourse, sentence, span.end);
    const DateMention *best = NULL;
    for (size_t i = 0; i < tagged->tokens.dates.count; i++) {
        const DateMention *date = &tagged->tokens.dates.items[i];
        size_t token = tokens_beginning(&tagged->tokens, date->span.begin);
        bool quoted = token != SIZE_MAX && token_of(tagged, token)->depth > 0;
        if (quoted || is_covered(covered, date->span)) {
            continue;
        }
        if (date->span.end <= span.end) {
            best = date;
        } else if (!best && date->span.end <= clause.end) {
            return date;
        }
    }
    return best;
}
