/* Owns where a filler of free words ends: what stands at its edge and tells when, where, how or what for belongs to the
 * event. Knows no rule. */
#include "trailing.h"

#include "adjunct.h"

/* ---- what tells when ---- */

/* "they have sown on May 5": the day belongs to a clause, not to what is told of it. */
static bool is_clause(const Tagged *tagged, size_t first, size_t last) {
    bool clause = false;
    for (size_t i = first; i <= last; i++) {
        clause = clause || (token_in(tagged, i)->words & (WORD_AUXILIARY | WORD_PRONOUN));
    }
    return clause;
}

/* The last token before "on May 5", "on the 5th" or "on the morning of May 5" at the end of a stretch of tokens;
 * SIZE_MAX: none stands there. */
static size_t before_on_day(const Tagged *tagged, size_t first, size_t last) {
    for (size_t i = first + 1; i < last && !is_clause(tagged, first, last); i++) {
        if (token_is(&tagged->tokens, i, "on") && adjunct_day(tagged, i) == last + 1) {
            return i - 1;
        }
    }
    return SIZE_MAX;
}

/* "Premier Lee [in Shanghai on the eve of May Day]": where and when belong to the event. */
static Span without_setting_of_person(const Tagged *tagged, Span span) {
    static const char *const words[] = {"in", "on", "at", NULL};
    const Mention *person = tagger_mention_at(tagged, CLASS_IDS(tagged->ontology->person), span.begin);
    if (!person || person->kind != MENTION_NAME || person->span.end >= span.end) {
        return span;
    }
    size_t next = tokens_ending(&tagged->tokens, person->span.end) + 1;
    return token_is_any(&tagged->tokens, next, words) ? person->span : span;
}

static Span without_on_day(const Tagged *tagged, Span span) {
    span = without_setting_of_person(tagged, span);
    size_t first = tokens_beginning(&tagged->tokens, span.begin);
    size_t last = tokens_ending(&tagged->tokens, span.end);
    size_t kept = first == SIZE_MAX || last == SIZE_MAX ? SIZE_MAX : before_on_day(tagged, first, last);
    span.end = kept == SIZE_MAX ? span.end : token_in(tagged, kept)->span.end;
    return span;
}

static Span without_date(const Tagged *tagged, Span span) {
    size_t first = tokens_beginning(&tagged->tokens, span.begin);
    size_t last = tokens_ending(&tagged->tokens, span.end);
    if (first == SIZE_MAX || last == SIZE_MAX || first >= last) {
        return span;
    }
    const Token *tokens = tagged->tokens.items.items;
    size_t before = last - 1;
    while (before > first && (tokens[before].words & WORD_DETERMINER)) {
        before--;
    }
    if (tokens[last].kind == TOKEN_DATE && !(tokens[before].words & WORD_PREPOSITION)) {
        span.end = tokens[last - 1].span.end;
    } else if (tokens[first].kind == TOKEN_DATE) {
        span.begin = tokens[first + 1].span.begin;
    }
    return span;
}

/* ---- what tells where ---- */

/* The last token before "in Shanghai" at the end of tokens `first` … `last`, with the day of the event before or behind
 * it or the end of a headline; SIZE_MAX: none stands there. */
static size_t before_place(const Tagged *tagged, size_t first, size_t last) {
    static const char *const words[] = {"in", "at", NULL};
    bool dated = adjunct_day(tagged, last + 1);
    bool ends = tagged->sentence->kind == SENTENCE_HEADLINE && last + 1 == tagged->tokens.items.count;
    for (size_t i = first + 1; i < last; i++) {
        if (!dated && !ends && token_in(tagged, i - 1)->kind != TOKEN_DATE) {
            continue;
        }
        const Mention *place =
            token_is_any(&tagged->tokens, i, words)
                ? tagger_mention_at(tagged, CLASS_IDS(tagged->ontology->place), token_in(tagged, i + 1)->span.begin)
                : NULL;
        if (place && place->kind == MENTION_NAME && place->span.end == token_in(tagged, last)->span.end) {
            return (token_in(tagged, i - 1)->uses & USE_SITED) ? SIZE_MAX : i - 1; /* "war in Korea" */
        }
    }
    return SIZE_MAX;
}

/* ---- what tells how and what for ---- */

/* Capitals are those of a title, which is named as it stands. */
static bool is_of_title(const Tagged *tagged, size_t index) {
    return tagged->sentence->kind != SENTENCE_HEADLINE && token_is_capital(&tagged->tokens, index);
}

/* "amid applause", "and expressed its thanks", "a pennant to celebrate the victory": none of it names anything; but of
 * a rally "to celebrate it" does. */
static bool opens_manner(const Tagged *tagged, size_t index) {
    return (token_in(tagged, index)->uses & USE_OPENER) &&
           !(token_is(&tagged->tokens, index, "to") && (token_in(tagged, index - 1)->uses & USE_AIM));
}

/* "a plan -- this is a great deed": another thought begins. */
static bool opens_thought(const Tagged *tagged, size_t index) {
    bool doubled = token_is(&tagged->tokens, index, "-") && token_is(&tagged->tokens, index + 1, "-");
    return doubled || token_is(&tagged->tokens, index, "—");
}

/* The last token of `first` … `last` before anything that tells how or what for. */
static size_t before_manner(const Tagged *tagged, size_t first, size_t last) {
    for (size_t i = first + 1; i < last; i++) {
        if (token_in(tagged, i)->depth == token_in(tagged, first)->depth && !is_of_title(tagged, i) &&
            (opens_thought(tagged, i) || opens_manner(tagged, i))) {
            return i - 1;
        }
    }
    return last;
}

/* "recently", "successfully", "here": closes no name. */
static bool is_loose_adverb(const Tagged *tagged, size_t index) {
    Text text = token_text(&tagged->tokens, index);
    bool manner = (token_in(tagged, index)->words & WORD_ADVERB) && text_ends(text, TEXT("ly"));
    return token_in(tagged, index)->kind == TOKEN_WORD && !token_in(tagged, index)->head &&
           !is_of_title(tagged, index) && (manner || (token_in(tagged, index)->uses & USE_LOOSE));
}

/* "a committee [tonight]", but "the budget of 1956". */
static bool is_loose_date(const Tagged *tagged, size_t index) {
    return token_in(tagged, index)->kind == TOKEN_DATE &&
           !(token_in(tagged, index - 1)->words & (WORD_PREPOSITION | WORD_DETERMINER | WORD_CONJUNCTION | WORD_VERB));
}

static Span without_setting(const Tagged *tagged, Span span) {
    size_t first = tokens_beginning(&tagged->tokens, span.begin);
    size_t last = tokens_ending(&tagged->tokens, span.end);
    if (tagged->sentence->lang != LANG_EN || first == SIZE_MAX || last == SIZE_MAX || first >= last) {
        return span;
    }
    last = before_manner(tagged, first, last);
    while (last > first && (is_loose_adverb(tagged, last) || is_loose_date(tagged, last))) {
        last--;
    }
    size_t kept = before_place(tagged, first, last);
    last = kept == SIZE_MAX ? last : kept;
    return (Span){span.begin, token_in(tagged, last)->span.end};
}

/* 王大海|昨, 王大海|是否: what a name of no known shape ends in is of the verb behind it; longer words are no name. */
static Span without_small_words(const Tagged *tagged, Span span) {
    enum { LONGEST_NAME = 6 }; /* characters */
    size_t first = tokens_beginning(&tagged->tokens, span.begin);
    size_t last = tokens_ending(&tagged->tokens, span.end);
    if (first == SIZE_MAX || last == SIZE_MAX) {
        return span;
    }
    while (last > first && (token_is_day_apart(&tagged->tokens, last) || (token_in(tagged, last)->uses & USE_LOOSE))) {
        last--;
    }
    Span name = {span.begin, token_in(tagged, last)->span.end};
    return utf8_count(text_span(tagged->sentence->text, name)) <= LONGEST_NAME ? name : span;
}

Span trailing_cut(const Tagged *tagged, const Slot *slot, ClassId type, Span span) {
    bool content = tagged->ontology->classes.items[type].tells_content;
    switch (slot->kind) {
    case SLOT_PHRASE:
        span = without_date(tagged, without_on_day(tagged, span));
        return content ? span : without_setting(tagged, span);
    case SLOT_FULL:
    case SLOT_DEFINE:
        span = tagged->sentence->lang == LANG_ZH ? without_small_words(tagged, span) : without_on_day(tagged, span);
        return content ? span : without_on_day(tagged, without_setting(tagged, span));
    default:
        return span;
    }
}
