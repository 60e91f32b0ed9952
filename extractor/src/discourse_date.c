/* Finds the date that holds for some words of a sentence: the nearest before them, else behind them in their clause.
 * What dates the ground of something, or one of those who take part, is not its day. */
#include "discourse.h"

#include "adjunct.h"

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

/* 恪守四月三日签订的协议，|已运出小麦: the day is that of what something is done with, in a clause before the fact's.
 */
static bool is_of_object(const Tagged *tagged, Span clause, Span date) {
    enum { OUTSIDE, GOVERNED, TOLD, CLOSED } at = OUTSIDE; /* behind a verb, its object's own verb, and 的 */
    for (size_t i = 0; i < tagged->tokens.items.count && token_in(tagged, i)->span.end <= clause.end; i++) {
        const Token *token = token_in(tagged, i);
        bool verb = token->span.begin >= clause.begin && !token->head && (token->words & WORD_VERB);
        if (verb && token->span.end <= date.begin) {
            at = GOVERNED;
        } else if (verb && at == GOVERNED) {
            at = TOLD;
        } else if (at == TOLD && token_is(&tagged->tokens, i, "的")) {
            at = CLOSED;
        }
    }
    return at == CLOSED;
}

/* 六日已登记完毕，|日内发放: does the day belong to a clause before that tells of what is over? */
static bool is_over(const Discourse *discourse, size_t sentence, Span date, Span span) {
    static const char *const words[] = {"已", "已于", "业已", "曾", "曾于", "了", NULL};
    const Tagged *tagged = &discourse->tagged[sentence];
    Span clause = discourse_clause(discourse, sentence, date.begin);
    bool over = false;
    for (size_t i = 0; i < tagged->tokens.items.count && token_in(tagged, i)->span.end <= clause.end; i++) {
        over = over || (token_in(tagged, i)->span.begin >= clause.begin && token_is_any(&tagged->tokens, i, words));
    }
    return over && span.begin > clause.end && tagged->sentence->lang == LANG_ZH;
}

/* Does a semicolon part two bytes of a sentence? */
static bool is_parted(const Tagged *tagged, size_t from, size_t to) {
    bool parted = false;
    for (size_t i = 0; i < tagged->tokens.items.count && token_in(tagged, i)->span.begin < to; i++) {
        parted = parted || (token_in(tagged, i)->span.begin >= from && token_in(tagged, i)->depth == 0 &&
                            token_is(&tagged->tokens, i, "；"));
    }
    return parted;
}

/* Is a day of another clause, before the fact's in its sentence, only that of what is told there? */
static bool is_of_other_clause(const Discourse *discourse, size_t sentence, Span date, Span span) {
    const Tagged *tagged = &discourse->tagged[sentence];
    Span clause = discourse_clause(discourse, sentence, date.begin);
    if (tagged->sentence->lang != LANG_ZH || span.end <= clause.end) {
        return false;
    }
    bool first = clause.begin == 0 ||
                 discourse_clause_head(tagged, (Span){0, date.begin}) >= tokens_beginning(&tagged->tokens, date.begin);
    return is_of_object(tagged, clause, date) || (!first && is_parted(tagged, date.end, span.begin));
}

/* "to greet National Day": the day looked forward to is not the event's. */
static bool is_greeted(const Tagged *tagged, size_t date) {
    static const char *const words[] = {"greet",    "greets",    "greeting", "greeted", "welcome",
                                        "welcomes", "welcoming", "welcomed", NULL};
    return date != SIZE_MAX && date > 0 && tagged->sentence->lang == LANG_EN &&
           token_is_any(&tagged->tokens, date - 1, words);
}

/* 工人总罢工，|已于四月三日胜利结束: the day at the head of the clause behind that tells how what was named there began
 * or ended; NULL: it tells something else. */
static const DateMention *date_of_turn(const Tagged *tagged, Span span, Span clause) {
    enum { REACH = 8 }; /* tokens */
    static const char *const lead[] = {"于", "在", "已", "已于", "将于", "定于", NULL};
    static const char *const turns[] = {"结束", "闭幕", "开幕", "开始", "完成", "通车",
                                        "竣工", "落成", "揭幕", "爆发", NULL};
    const Tokens *tokens = &tagged->tokens;
    size_t mark = tokens_ending(tokens, clause.end) + 1;
    if (tagged->sentence->lang != LANG_ZH || span.end != clause.end || mark == 0 || mark >= tokens->items.count ||
        !token_in(tagged, mark)->comma) {
        return NULL;
    }
    size_t at = mark + 1;
    while (at < tokens->items.count &&
           (token_is_any(tokens, at, lead) || (token_in(tagged, at)->words & WORD_ADVERB))) {
        at++;
    }
    if (at >= tokens->items.count || token_in(tagged, at)->kind != TOKEN_DATE) {
        return NULL;
    }
    for (size_t i = at + 1; i < tokens->items.count && i < at + REACH && !token_in(tagged, i)->boundary; i++) {
        bool last = i + 1 >= tokens->items.count || token_in(tagged, i + 1)->boundary ||
                    token_in(tagged, i + 1)->kind == TOKEN_MARK; /* 开始种棉 tells of something else */
        if (last && token_is_any(tokens, i, turns)) {
            return &tokens->dates.items[token_in(tagged, at)->index];
        }
    }
    return NULL;
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
            adjunct_holds(tagged, date->span, span.end) || dates_only_part(discourse, sentence, date->span, span) ||
            is_of_other_clause(discourse, sentence, date->span, span)) {
            continue;
        }
        bool past = !done && is_over(discourse, sentence, date->span, span);
        bool wrong = past || (done && date_is_ahead(date, issue, discourse->arena));
        if (date->span.end <= span.end) {
            best = !wrong ? date : past || date->span.begin >= own.begin ? NULL : best;
        } else if (!best && !wrong && date->span.begin < clause.end) { /* "May 10, 1956" has a comma in it */
            return date;
        }
    }
    return best ? best : date_of_turn(tagged, span, clause);
}
