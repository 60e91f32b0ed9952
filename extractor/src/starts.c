/* Finds the places in a sentence where a pattern is worth trying, from what it can begin with and from the fillers of
 * its leading slot. Knows no regular expression: what it can begin with it is told. */
#include "starts.h"

#include "adjunct.h"
#include "slots.h"

Starts starts_of(const Pattern *pattern, Answers *answers, Text text, size_t limit) {
    return (Starts){.pattern = pattern,
                    .answers = answers,
                    .text = text,
                    .limit = limit < text.length ? limit : text.length,
                    .ends = SIZE_MAX};
}

static bool may_stand(const Starts *starts, size_t at) {
    const Opening *opening = starts->pattern->opening;
    if (!opening->behind || at == 0) {
        return !opening->behind || opening->at_start;
    }
    size_t next;
    return first_has(&opening->before, utf8_at(starts->text, utf8_previous(starts->text, at), &next));
}

static bool may_open(const Starts *starts, size_t at) {
    const Opening *opening = starts->pattern->opening;
    if (!may_stand(starts, at)) {
        return false;
    }
    if (opening->any || at >= starts->text.length) {
        return opening->any;
    }
    size_t next;
    bool found = first_has(&opening->chars, utf8_at(starts->text, at, &next)) ||
                 (opening->adjunct && starts->pattern->complete &&
                  adjunct_end(starts->answers->tagged, at, adjunct_carries(starts->pattern)));
    for (size_t i = 0; i < opening->places.count && !found; i++) {
        found = answers_reach(starts->answers, &starts->pattern->places.items[opening->places.items[i]].as, at) > 0;
    }
    return found;
}

/* What is carried over stands before a word and not within one. */
static bool is_inside_word(const Starts *starts, size_t at) {
    const Pattern *pattern = starts->pattern;
    return pattern->behind && pattern->lang == LANG_EN && at > 0 && at < starts->text.length &&
           is_ascii_letter(starts->text.at[at - 1]) && is_ascii_letter(starts->text.at[at]);
}

static bool next_place(Starts *starts, Start *out) {
    while (starts->at <= starts->limit) {
        size_t at = starts->at;
        starts->at = at < starts->text.length ? utf8_next(starts->text, at) : at + 1;
        if (may_open(starts, at) && !is_inside_word(starts, at)) {
            *out = (Start){at, {at, at}};
            return true;
        }
    }
    return false;
}

static bool is_filler(const Starts *starts, const Slot *slot, Span span) {
    return answers_is(starts->answers, slot, span) &&
           (span.end - span.begin <= LONGEST_FILLER || utf8_count(text_span(starts->text, span)) <= LONGEST_FILLER);
}

/* Where the code is to match behind a filler; SIZE_MAX: it cannot. */
static size_t behind(const Starts *starts, size_t end) {
    size_t at = end;
    while (at - end < starts->pattern->spaces && at < starts->text.length && starts->text.at[at] == ' ') {
        at++;
    }
    bool fits = end <= starts->limit && at - end == starts->pattern->spaces && may_open(starts, at);
    return fits ? at : SIZE_MAX;
}

/* The next filler that begins with the token. */
static bool next_filler(Starts *starts, Start *out) {
    const Tokens *tokens = &starts->answers->tagged->tokens;
    const Slot *slot = &starts->pattern->places.items[0].as;
    size_t begin = tokens->items.items[starts->token].span.begin;
    if (starts->ends == SIZE_MAX) {
        size_t reach = begin < starts->limit ? answers_reach(starts->answers, slot, begin) : 0;
        starts->ends = reach ? tokens_ending(tokens, reach) + 1 : 0;
    }
    while (starts->ends > starts->token) {
        Span span = {begin, tokens->items.items[--starts->ends].span.end};
        size_t at = behind(starts, span.end);
        if (at != SIZE_MAX && is_filler(starts, slot, span)) {
            *out = (Start){at, span};
            return true;
        }
    }
    return false;
}

bool starts_next(Starts *starts, Start *out) {
    if (!starts->pattern->behind || !starts->pattern->complete) {
        return next_place(starts, out);
    }
    size_t count = starts->answers->tagged->tokens.items.count;
    while (starts->token < count && !next_filler(starts, out)) {
        starts->token++;
        starts->ends = SIZE_MAX;
    }
    return starts->token < count;
}

void starts_skip(Starts *starts, size_t to) {
    const Tokens *tokens = &starts->answers->tagged->tokens;
    starts->at = to > starts->at ? to : starts->at;
    while (starts->token < tokens->items.count && tokens->items.items[starts->token].span.begin < to) {
        starts->token++;
        starts->ends = SIZE_MAX;
    }
}
