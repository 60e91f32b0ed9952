/* Finds what a clause leaves out, inside one dispatch and one language: its subject, its date. When nothing fits it
 * says so; it never guesses across dispatches. What words stand for is the affair of reference.c. */
#include "discourse.h"

#include "adjunct.h"
#include "hanging.h"
#include "phrase.h"

static const Sentence *sentence_of(const Discourse *discourse, size_t index) {
    return &discourse->document->sentences.items[index];
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
    const Token *token = token_in(tagged, index);
    bool small =
        token->kind == TOKEN_WORD && !token->head && (token->words & (WORD_ADVERB | WORD_CONJUNCTION | WORD_AUXILIARY));
    bool article = tagged->sentence->lang == LANG_EN && (token->words & WORD_DETERMINER);
    return token->kind == TOKEN_DATE || token->kind == TOKEN_MARK || small || article;
}

/* The colon before byte `at` behind which a list stands that is announced: 人选如下：, "the following personnel:"; or
 * SIZE_MAX. */
static size_t list_colon(const Tagged *tagged, size_t at) {
    static const char *const colons[] = {"：", ":", NULL};
    static const char *const words[] = {"following", "follows", "如下", "下列", "名单", "人选", NULL};
    bool announced = false;
    for (size_t i = 0; i < tagged->tokens.items.count && token_in(tagged, i)->span.begin < at; i++) {
        announced = announced || token_is_any(&tagged->tokens, i, words);
        if (announced && token_in(tagged, i)->depth == 0 && token_is_any(&tagged->tokens, i, colons)) {
            return token_in(tagged, i)->span.begin;
        }
    }
    return SIZE_MAX;
}

static bool is_post_word(const Tagged *tagged, size_t index) {
    static const char *const posts[] = {"为", "任", "兼任", "担任", "兼", "as", NULL};
    return index < tagged->tokens.items.count && token_is_any(&tagged->tokens, index, posts);
}

/* 王海兵为教师: a name that nothing but its surname gives away. */
static bool is_posted_surname(const Tagged *tagged, size_t index) {
    return (token_in(tagged, index)->words & WORD_SURNAME) &&
           (is_post_word(tagged, index + 2) || is_post_word(tagged, index + 3));
}

/* 任命陈林为校长，王海为教师: whoever is named in a row does nothing there. */
static bool is_item(const Discourse *discourse, const Tagged *tagged, const Mention *mention) {
    size_t next = tokens_ending(&tagged->tokens, mention->span.end) + 1;
    bool posted = next > 0 && is_post_word(tagged, next) &&
                  ontology_is_a(discourse->ontology, mention->class_id, discourse->ontology->person);
    return posted || tagger_goes_on(tagged, mention->span);
}

/* "the army's attack", "the newspaper groups", 青山县部分搬迁的居民: what is named first only tells more of the noun
 * behind it, which is the subject. */
static bool is_attribute(const Tagged *tagged, const Mention *mention, size_t limit) {
    static const char *const shares[] = {"部分", "一部分", "一些", "许多", "广大", "所有", "附属", "各", NULL};
    size_t next = tokens_ending(&tagged->tokens, mention->span.end) + 1;
    if (next == 0 || next >= tagged->tokens.items.count || token_in(tagged, next)->span.begin >= limit) {
        return false;
    }
    if (tagged->sentence->lang == LANG_ZH) {
        return token_is_any(&tagged->tokens, next, shares);
    }
    const Token *token = token_in(tagged, next);
    return token->kind == TOKEN_WORD &&
           ((token->head && !(token->words & WORD_VERB)) || text_ends(token_text(&tagged->tokens, next), TEXT("'s")));
}

/* The subject that stands at the beginning of a clause, up to byte `limit`. `open`: nothing there rules out a subject
 * carried over. */
static bool subject_in(const Discourse *discourse, const Tagged *tagged, size_t clause, size_t limit, Span *span,
                       bool *open) {
    Span region = tagged->sentence->clauses.items[clause];
    region.end = limit < region.end ? limit : region.end;
    *open = true;
    for (size_t i = 0; i < tagged->tokens.items.count; i++) {
        const Token *token = token_in(tagged, i);
        if (token->span.begin < region.begin || token->depth > 0) {
            continue;
        }
        if (token->span.end > region.end) {
            return false;
        }
        const Mention *mention = tagger_mention_at(tagged, CLASS_IDS(discourse->ontology->agent), token->span.begin);
        if (mention && mention->span.end <= region.end) {
            if (is_attribute(tagged, mention, limit)) {
                *open = false;
                return false;
            }
            *span = tagger_enumeration(tagged, CLASS_IDS(discourse->ontology->agent), token->span.begin, region.end);
            return !is_item(discourse, tagged, mention);
        }
        if (!may_precede_subject(tagged, i)) {
            bool relative = token_is(&tagged->tokens, i, "which") || token_is(&tagged->tokens, i, "who");
            *open = token->kind == TOKEN_WORD &&
                    (relative || (token->words & (WORD_PREPOSITION | WORD_VERB)) || is_posted_surname(tagged, i));
            return false;
        }
    }
    return false;
}

size_t discourse_clause_head(const Tagged *tagged, Span clause) {
    size_t head = 0;
    while (head < tagged->tokens.items.count &&
           (token_in(tagged, head)->span.begin < clause.begin ||
            (token_in(tagged, head)->span.end <= clause.end && may_precede_subject(tagged, head)))) {
        head++;
    }
    return head;
}

bool discourse_clause_subject(const Discourse *discourse, size_t sentence, size_t clause, Span *span) {
    bool open;
    return subject_in(discourse, &discourse->tagged[sentence], clause, SIZE_MAX, span, &open);
}

/* 经过双方的会谈: a clause that only tells how or why; what 在 begins may still end in who acts. */
static bool is_adjunct(const Tagged *tagged, Span region) {
    size_t first = tokens_beginning(&tagged->tokens, region.begin);
    return first != SIZE_MAX && (token_in(tagged, first)->words & WORD_PREPOSITION) &&
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

/* "Anhui and other places where land reform has been completed": the verb behind a relative has a subject of its own.
 */
static bool is_relative_between(const Tagged *tagged, size_t begin, size_t end) {
    static const char *const words[] = {"where", "which", "that", "when", "whose", "whom", NULL};
    for (size_t i = 0; i < tagged->tokens.items.count && tagged->sentence->lang == LANG_EN; i++) {
        if (token_in(tagged, i)->span.begin >= begin && token_in(tagged, i)->span.end <= end &&
            token_is_any(&tagged->tokens, i, words)) {
            return true;
        }
    }
    return false;
}

/* "all of us must, besides this, …": what stands behind is asked of them, and not what they do. */
static bool ends_in_auxiliary(const Tagged *tagged, Span clause) {
    static const char *const words[] = {"must", "should", "shall", "may", "can", "could", "might", NULL};
    size_t last = tokens_ending(&tagged->tokens, clause.end);
    return last != SIZE_MAX && tagged->sentence->lang == LANG_EN && token_is_any(&tagged->tokens, last, words);
}

/* "met the workers, who founded a school": does the clause around byte `at` begin with a pronoun that stands for whom
 * the clause before names last? */
static bool is_told_of_last(const Tagged *tagged, Span clause, size_t at) {
    static const char *const words[] = {"who", "which", NULL};
    size_t first = tokens_beginning(&tagged->tokens, clause.begin);
    return tagged->sentence->lang == LANG_EN && clause.begin > 0 && clause.begin <= at && at < clause.end &&
           first != SIZE_MAX && token_is_any(&tagged->tokens, first, words);
}

/* "which was planned": what is done there is done to what is spoken of. */
static bool is_done_to(const Tagged *tagged, Span clause) {
    static const char *const words[] = {"was", "were", "is", "are", NULL};
    return token_is_any(&tagged->tokens, tokens_beginning(&tagged->tokens, clause.begin) + 1, words);
}

/* The body or the people whose name or description ends at a byte, at its longest. */
static bool agent_ending(const Tagged *tagged, size_t end, Span *span) {
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        if (mention->span.end == end && ontology_is_a(tagged->ontology, mention->class_id, tagged->ontology->agent)) {
            *span = mention->span;
            return true;
        }
    }
    return false;
}

static bool subject_before(const Discourse *discourse, size_t sentence, size_t at, Span *span, bool *open) {
    const Tagged *tagged = &discourse->tagged[sentence];
    const Spans *clauses = &sentence_of(discourse, sentence)->clauses;
    size_t colon = list_colon(tagged, at);
    *open = true;
    for (size_t i = clauses->count; i-- > 0 && *open;) {
        Span clause = clauses->items[i];
        if (i > 0 && is_told_of_last(tagged, clause, at) && !hanging_place(tagged, clauses->items[i - 1])) {
            return !is_done_to(tagged, clause) && agent_ending(tagged, clauses->items[i - 1].end, span);
        }
        if (clause.end <= at && hanging_clause(tagged, clause)) {
            continue;
        }
        if (clause.end <= at && ends_in_auxiliary(tagged, clause)) {
            return false;
        }
        if (clause.begin <= at && (colon == SIZE_MAX || clause.begin < colon) &&
            ((subject_in(discourse, tagged, i, at, span, open) &&
              !(at <= clause.end && is_relative_between(tagged, span->end, at))) ||
             (clause.end < at && subject_behind_clause(discourse, tagged, clause, span)))) {
            return true;
        }
    }
    return false;
}

/* Headlines of unlike news stand one below the other, and so do the items of a column: what one line tells in full has
 * no share in the next. */
static bool hands_subject_on(const Sentence *before, const Sentence *here, Span subject) {
    bool item = text_starts(here->text, TEXT("△")) || text_starts(here->text, TEXT("▲"));
    bool bare = subject.end == before->text.length;
    return before->dispatch == here->dispatch && !item && (here->kind != SENTENCE_HEADLINE || bare);
}

/* 同日，又致电…: what begins so goes on with what stands further back than the sentence before. */
static bool takes_up_again(const Tagged *tagged) {
    static const char *const words[] = {"又", "同日", "同时", "并", "还", NULL};
    for (size_t i = 0; i < tagged->tokens.items.count && may_precede_subject(tagged, i); i++) {
        if (token_is_any(&tagged->tokens, i, words)) {
            return true;
        }
    }
    return false;
}

static bool is_told_with(const Sentence *before, const Sentence *here) {
    return before->paragraph == here->paragraph && before->lang == here->lang && before->kind == here->kind;
}

bool discourse_subject(const Discourse *discourse, size_t sentence, size_t at, size_t *in_sentence, Span *span) {
    enum { REACH = 3 }; /* sentences */
    bool open;
    *in_sentence = sentence;
    if (subject_before(discourse, sentence, at, span, &open)) {
        return true;
    }
    const Sentence *here = sentence_of(discourse, sentence);
    if (here->lang != LANG_ZH || !open) {
        return false;
    }
    size_t reach = takes_up_again(&discourse->tagged[sentence]) ? REACH : 1;
    for (size_t back = 1; back <= reach && back <= sentence; back++) {
        const Sentence *before = sentence_of(discourse, sentence - back);
        if (!is_told_with(before, here)) {
            return false;
        }
        *in_sentence = sentence - back;
        if (before->clauses.count &&
            subject_in(discourse, &discourse->tagged[sentence - back], 0, SIZE_MAX, span, &open)) {
            return hands_subject_on(before, here, *span);
        }
    }
    return false;
}

static bool is_covered(const Spans *covered, Span span) {
    for (size_t i = 0; i < covered->count; i++) {
        if (covered->items[i].begin <= span.begin && span.end <= covered->items[i].end) {
            return true;
        }
    }
    return false;
}

/* "who was elected on May 3, 除五月三日选出的主席外: dates a part of the sentence that others hang on, and not them. */
static bool dates_only_part(const Discourse *discourse, size_t sentence, Span date, Span span) {
    static const char *const who[] = {"who", "whom", "whose", NULL};
    static const char *const except[] = {"外", "以外", "之外", NULL};
    const Tagged *tagged = &discourse->tagged[sentence];
    Span clause = discourse_clause(discourse, sentence, date.begin);
    if (clause.begin <= span.begin && span.begin <= clause.end) {
        return false;
    }
    bool inside = false; /* since 除, or the pronoun at the head of the clause */
    for (size_t i = 0; i < tagged->tokens.items.count && token_in(tagged, i)->span.begin < span.begin; i++) {
        const Token *token = token_in(tagged, i);
        bool pronoun = token->span.begin >= clause.begin && token->span.end <= date.begin;
        if (token_is(&tagged->tokens, i, "除") || (pronoun && token_is_any(&tagged->tokens, i, who))) {
            inside = true;
        } else if (inside && token->span.begin < date.begin && token_is_any(&tagged->tokens, i, except)) {
            inside = false;
        }
    }
    return inside;
}

/* "to greet National Day": the day looked forward to is not the event's. */
static bool is_greeted(const Tagged *tagged, size_t date) {
    static const char *const words[] = {"greet",    "greets",    "greeting", "greeted", "welcome",
                                        "welcomes", "welcoming", "welcomed", NULL};
    return date != SIZE_MAX && date > 0 && tagged->sentence->lang == LANG_EN &&
           token_is_any(&tagged->tokens, date - 1, words);
}

const DateMention *discourse_date(const Discourse *discourse, size_t sentence, Span span, const Spans *covered,
                                  bool done) {
    const Tagged *tagged = &discourse->tagged[sentence];
    Span clause = discourse_clause(discourse, sentence, span.end);
    Span own = discourse_clause(discourse, sentence, span.begin);
    Day issue = document_issue(discourse->document, tagged->sentence->dispatch);
    const DateMention *best = NULL;
    for (size_t i = 0; i < tagged->tokens.dates.count; i++) {
        const DateMention *date = &tagged->tokens.dates.items[i];
        size_t token = tokens_beginning(&tagged->tokens, date->span.begin);
        bool quoted = token != SIZE_MAX && token_in(tagged, token)->depth > 0;
        if (quoted || is_greeted(tagged, token) || is_covered(covered, date->span) ||
            adjunct_holds(tagged, date->span, span.end) || dates_only_part(discourse, sentence, date->span, span)) {
            continue;
        }
        bool wrong = done && date_is_ahead(date, issue, discourse->arena);
        if (date->span.end <= span.end) {
            best = !wrong ? date : date->span.begin >= own.begin ? NULL : best;
        } else if (!best && !wrong && date->span.begin < clause.end) { /* "May 10, 1956" has a comma in it */
            return date;
        }
    }
    return best;
}
