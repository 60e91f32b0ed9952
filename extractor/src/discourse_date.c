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
    return best ? best : date_of_turn(tagged, span, clause);
}
