/* Finds what a clause leaves out, inside one dispatch and one language: its subject. When nothing fits it says so;
 * it never guesses across dispatches. What words stand for is the affair of reference.c, and days that of
 * discourse_date.c. */
#include "discourse.h"

#include "adjunct.h"
#include "phrase.h"
#include "subject_zh.h"

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
    const Token *token = token_in(tagged, next);
    bool ends = token->kind == TOKEN_WORD && ((token->head && !(token->words & WORD_VERB)) ||
                                              text_ends(token_text(&tagged->tokens, next), TEXT("'s")));
    return tagged->sentence->lang == LANG_ZH ? token_is_any(&tagged->tokens, next, shares) : ends;
}

/* 我东北野战军: 我 right before those who act is "our". */
static bool stands_for_our(const Discourse *discourse, const Tagged *tagged, size_t index) {
    return token_is(&tagged->tokens, index, "我") && index + 1 < tagged->tokens.items.count &&
           tagger_mention_at(tagged, CLASS_IDS(discourse->ontology->agent), token_in(tagged, index + 1)->span.begin);
}

/* 因国民党进攻: what somebody else does for whom the ground names is not done by who was named before. */
static bool grounds_another(const Discourse *discourse, const Tagged *tagged, size_t index, size_t limit) {
    static const char *const words[] = {"因", "因为", "由于", "鉴于", NULL};
    return token_is_any(&tagged->tokens, index, words) && index + 1 < tagged->tokens.items.count &&
           token_in(tagged, index + 1)->span.end <= limit &&
           tagger_mention_at(tagged, CLASS_IDS(discourse->ontology->agent), token_in(tagged, index + 1)->span.begin);
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
        if (mention && i > 0 && token_is(&tagged->tokens, i - 1, "将") &&
            token_in(tagged, i - 1)->span.begin >= region.begin) {
            return false; /* 并将敌军情况报告: what is dealt with */
        }
        if (mention && subject_is_deed(tagged, i, mention)) {
            return false;
        }
        if (mention && mention->span.end <= region.end) {
            size_t particle = subject_relative(tagged, mention);
            if (particle != SIZE_MAX && token_in(tagged, particle)->span.end < region.end) {
                i = particle;
                continue;
            }
            if (is_attribute(tagged, mention, limit) || subject_is_setting(tagged, mention)) {
                *open = false;
                return false;
            }
            *span = tagger_enumeration(tagged, CLASS_IDS(discourse->ontology->agent), token->span.begin, region.end);
            return !subject_is_given_post(tagged, *span) && !is_item(discourse, tagged, mention);
        }
        size_t particle = subject_stationed(tagged, i, region.end);
        if (particle != SIZE_MAX) {
            i = particle;
            continue;
        }
        if (!may_precede_subject(tagged, i) && !stands_for_our(discourse, tagged, i)) {
            bool relative = token_is(&tagged->tokens, i, "which") || token_is(&tagged->tokens, i, "who");
            bool ground =
                limit < tagged->sentence->clauses.items[clause].end && grounds_another(discourse, tagged, i, limit);
            *open = token->kind == TOKEN_WORD && !ground &&
                    (relative || subject_is_thing(tagged, i, region.end) ||
                     (token->words & (WORD_PREPOSITION | WORD_VERB)) || is_posted_surname(tagged, i) ||
                     subject_is_elsewhere(discourse->lexicon, tagged, i, region.end));
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

/* 经过双方的会谈: a clause that only tells how or why; what 在 begins may still end in who acts, and so may what was
 * done to somebody: 被地主逼走的王大. */
static bool is_adjunct(const Tagged *tagged, Span region) {
    static const char *const open[] = {"在", "被", "由", "从", NULL};
    size_t first = tokens_beginning(&tagged->tokens, region.begin);
    return first != SIZE_MAX && (token_in(tagged, first)->words & WORD_PREPOSITION) &&
           !token_is_any(&tagged->tokens, first, open);
}

/* The body or the people whose name or description makes up the end of a clause, behind 的 or 之; NULL: none does. */
static const Mention *last_named(const Tagged *tagged, Span region) {
    static const char *const joints[] = {"的", "之", NULL};
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        size_t first = tokens_beginning(&tagged->tokens, mention->span.begin);
        bool behind = mention->span.begin > region.begin && token_is_any(&tagged->tokens, first - 1, joints);
        if (behind && mention->span.end == region.end &&
            ontology_is_a(tagged->ontology, mention->class_id, tagged->ontology->agent)) {
            return mention;
        }
    }
    return NULL;
}

/* 今天闭幕的重工业部…会议: the subject ends the clause, behind a 的. */
static bool subject_behind_clause(const Tagged *tagged, Span region, Span *span) {
    const Mention *who = is_adjunct(tagged, region) ? NULL : last_named(tagged, region);
    bool named = who && who->kind == MENTION_NAME;
    *span = named ? who->span : *span;
    return named;
}

/* 榆次据点之阎军，突然包围…: the clause only names who acts, with the place where they are before them. */
static bool subject_is_clause(const Tagged *tagged, Span region, Span *span) {
    const Mention *who = tagged->sentence->lang == LANG_ZH ? last_named(tagged, region) : NULL;
    size_t head = discourse_clause_head(tagged, region);
    size_t begin = who ? token_in(tagged, head)->span.begin : 0;
    const Mention *first = who ? tagger_mention_at(tagged, CLASS_IDS(tagged->ontology->agent), begin) : NULL;
    const ClassId place = tagged->ontology->place;
    if (!first || first->span.end == region.end || is_attribute(tagged, first, region.end) ||
        ontology_is_a(tagged->ontology, who->class_id, place) || !tagger_mention_at(tagged, CLASS_IDS(place), begin)) {
        return false;
    }
    bool acts = false;
    for (size_t i = head + 1; token_in(tagged, i)->span.end < who->span.begin; i++) {
        acts = acts || (!token_in(tagged, i)->head && (token_in(tagged, i)->words & (WORD_VERB | WORD_PREPOSITION)));
    }
    *span = who->span;
    return !acts;
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

/* 祁洼以南盐民，今春又…: the first clause of a sentence names nobody but who acts, behind words that tell which. */
static bool subject_is_headed(const Tagged *tagged, Span region, Span *span) {
    enum { ACTS = WORD_VERB | WORD_PREPOSITION | WORD_AUXILIARY | WORD_PRONOUN | WORD_CONJUNCTION };
    size_t head = discourse_clause_head(tagged, region);
    size_t comma = tokens_ending(&tagged->tokens, region.end) + 1;
    if (tagged->sentence->lang != LANG_ZH || comma >= tagged->tokens.items.count || !token_in(tagged, comma)->comma) {
        return false;
    }
    size_t begin = token_in(tagged, head)->span.begin;
    const Mention *first = tagger_mention_at(tagged, CLASS_IDS(tagged->ontology->agent), begin);
    Span who;
    bool acts = agent_ending(tagged, region.end, &who) && who.begin > begin &&
                !tagger_mention(tagged, CLASS_IDS(tagged->ontology->place), who) &&
                !(first && is_attribute(tagged, first, region.end));
    for (size_t i = head; acts && token_in(tagged, i)->span.begin < who.begin; i++) {
        const Token *token = token_in(tagged, i);
        acts = !token->joins && token->kind != TOKEN_DATE && (token->head || !(token->words & ACTS));
    }
    *span = acts ? who : *span;
    return acts;
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

static bool subject_before(const Discourse *discourse, size_t sentence, size_t at, Span *span, bool *open) {
    const Tagged *tagged = &discourse->tagged[sentence];
    const Spans *clauses = &sentence_of(discourse, sentence)->clauses;
    size_t colon = list_colon(tagged, at);
    *open = true;
    for (size_t i = clauses->count; i-- > 0 && *open;) {
        Span clause = clauses->items[i];
        if (i > 0 && is_told_of_last(tagged, clause, at) && !adjunct_place(tagged, clauses->items[i - 1])) {
            return !is_done_to(tagged, clause) && agent_ending(tagged, clauses->items[i - 1].end, span);
        }
        if (clause.end <= at && adjunct_clause(tagged, clause)) {
            continue;
        }
        if (clause.end <= at && ends_in_auxiliary(tagged, clause)) {
            return false;
        }
        if (clause.begin <= at && (colon == SIZE_MAX || clause.begin < colon) &&
            ((clause.end < at && subject_is_clause(tagged, clause, span)) ||
             (subject_in(discourse, tagged, i, at, span, open) &&
              !(at <= clause.end && is_relative_between(tagged, span->end, at))) ||
             (clause.end < at && subject_behind_clause(tagged, clause, span)) ||
             (clause.end < at && i == 0 && subject_is_headed(tagged, clause, span)))) {
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

/* Does a clause hold nothing but when, where or why? */
static bool is_setting(const Tagged *tagged, Span clause) {
    size_t first = tokens_beginning(&tagged->tokens, clause.begin);
    size_t head = discourse_clause_head(tagged, clause);
    bool dates = head >= tagged->tokens.items.count || token_in(tagged, head)->span.begin >= clause.end;
    return dates || (first != SIZE_MAX && (token_in(tagged, first)->words & WORD_PREPOSITION));
}

/* The subject of a sentence's first clause, or where `far` of the first one that is more than its setting. `open`: it
 * has none, and may have taken over that of the sentence before. */
static bool first_subject(const Discourse *discourse, size_t sentence, bool far, Span *span, bool *open) {
    const Tagged *tagged = &discourse->tagged[sentence];
    const Spans *clauses = &sentence_of(discourse, sentence)->clauses;
    *open = true;
    for (size_t i = 0; i < clauses->count && *open; i++) {
        if (subject_in(discourse, tagged, i, SIZE_MAX, span, open)) {
            return true;
        }
        if (!far || !is_setting(tagged, clauses->items[i])) {
            return false;
        }
    }
    return false;
}

/* 还成立了学校, 五月三日发表声明: does a sentence begin with what somebody does? */
static bool begins_with_verb(const Tagged *tagged) {
    size_t first = 0;
    while (first < tagged->tokens.items.count && may_precede_subject(tagged, first)) {
        first++;
    }
    return first < tagged->tokens.items.count && !token_in(tagged, first)->head &&
           (token_in(tagged, first)->words & (WORD_VERB | WORD_PREPOSITION)) == WORD_VERB;
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
    bool again = takes_up_again(&discourse->tagged[sentence]);
    bool goes_on = begins_with_verb(&discourse->tagged[sentence]);
    for (size_t back = 1; back <= REACH && back <= sentence; back++) {
        const Sentence *before = sentence_of(discourse, sentence - back);
        if (!is_told_with(before, here)) {
            return false;
        }
        *in_sentence = sentence - back;
        if (first_subject(discourse, sentence - back, goes_on || again, span, &open)) {
            return hands_subject_on(before, here, *span);
        }
        if (!again && !(goes_on && open && begins_with_verb(&discourse->tagged[sentence - back]))) {
            return false;
        }
    }
    return false;
}
