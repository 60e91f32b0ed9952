/* Owns in which words cues are looked for. What a fact becomes by them is not its business. */
#include "cues.h"

#include "adjunct.h"

bool cues_say(const Ruleset *rules, Matcher *matcher, CueGives gives, Lang lang, Text words) {
    for (size_t i = 0; i < rules->cues.count; i++) {
        const Cue *cue = &rules->cues.items[i];
        Span found;
        if (cue->gives == gives && cue->lang == lang && match_plain(matcher, cue->code, words, &found)) {
            return true;
        }
    }
    return false;
}

/* Where "will" and 没有 can stand: what no slot and no ground holds. */
static Text bare_words(Text text, size_t at, size_t end_of_match, const Spans *covered, Arena *arena) {
    Text words = TEXT("");
    while (at < end_of_match) {
        size_t end = end_of_match;
        size_t next = end;
        for (size_t i = 0; i < covered->count; i++) {
            Span hole = covered->items[i];
            if (hole.end > at && hole.begin < end) {
                end = hole.begin > at ? hole.begin : at;
                next = hole.end;
            }
        }
        words = text_format(arena, "%.*s%.*s\n", TEXT_ARGS(words), TEXT_ARGS(text_slice(text, at, end)));
        at = next;
    }
    return words;
}

/* "The systems will sum up …, set up schools": what is said right behind a subject holds for the clauses that share it.
 */
static Text words_carried(const Discourse *discourse, size_t sentence, const Match *match) {
    enum { REACH = 4 }; /* tokens */
    const Tagged *tagged = &discourse->tagged[sentence];
    size_t told_in;
    Span subject;
    if (match->pattern->complete || !discourse_subject(discourse, sentence, match->span.begin, &told_in, &subject) ||
        told_in != sentence) {
        return TEXT("");
    }
    size_t first = tokens_ending(&tagged->tokens, subject.end);
    size_t last = first == SIZE_MAX ? first : first + REACH;
    if (last >= tagged->tokens.items.count || token_in(tagged, last)->span.end > match->span.begin) {
        return TEXT("");
    }
    return text_slice(tagged->sentence->text, subject.end, token_in(tagged, last)->span.end);
}

static Text words_behind_subject(Text text, const Match *match) {
    for (size_t i = 0; i < match->rule->slots.count; i++) {
        Span subject = match->bound[i];
        if (subject.begin != SIZE_MAX && match->as[i]->leading && subject.end < match->span.end) {
            return text_slice(text, subject.end, match->span.end);
        }
    }
    return TEXT("");
}

CueWords cue_words(const Discourse *discourse, size_t sentence, const Match *match, const Spans *covered,
                   Arena *arena) {
    const Tagged *tagged = &discourse->tagged[sentence];
    Text text = tagged->sentence->text;
    Spans held = {0};
    for (size_t i = 0; i < covered->count; i++) {
        *VECTOR_PUSH(arena, &held) = covered->items[i];
    }
    adjuncts_add(tagged, match, arena, &held);
    size_t clause = discourse_clause(discourse, sentence, match->span.begin).begin;
    return (CueWords){.clause = text_join(arena, bare_words(text, clause, match->span.end, &held, arena),
                                          words_carried(discourse, sentence, match)),
                      .before = text_slice(text, 0, match->span.begin),
                      .behind = words_behind_subject(text, match)};
}

Text cue_text(const Cue *cue, const CueWords *words) {
    return cue->place == CUE_BEFORE ? words->before : cue->place == CUE_BEHIND ? words->behind : words->clause;
}
