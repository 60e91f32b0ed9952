/* Runs compiled patterns and answers, in PCRE2's callouts, whether what a slot asks for begins or ends where the
 * pattern stands. Knows PCRE2 and the mentions of a sentence; makes no facts. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "match.h"

#include "adjunct.h"
#include "answers.h"
#include "gate.h"
#include "pattern.h"
#include "patternline.h"
#include "sieve.h"
#include "silence.h"
#include "starts.h"

#include <pcre2.h>

enum { STACK_START = 32 * 1024, STACK_MOST = 1024 * 1024, MOST_GROUPS = 256 };

struct Matcher {
    pcre2_match_context *context;
    pcre2_match_data *data;
    pcre2_jit_stack *stack;
    /* What is being matched: */
    const Rule *rule;
    const Pattern *pattern;
    const Tagged *tagged;
    const Triggers *triggers;
    size_t questions; /* asked in this sentence so far, weighed */
    size_t steps;     /* of matches that ran into the limit in this sentence */
    MatchTally tally;
    TriggerScan scan;
    Answers answers;
    size_t adjunct; /* where the one ends that is being read */
    Sieve sieve;
    Text silencer; /* the words by which the last rule was silenced; empty: it was not */
};

static size_t callout_number(const pcre2_callout_block *block) {
    size_t number = 0;
    for (PCRE2_SIZE i = 1; i < block->callout_string_length; i++) {
        number = number * 10 + (size_t)(block->callout_string[i] - '0');
    }
    return number;
}

void matcher_begin(Matcher *matcher, const Tagged *tagged, const Ruleset *rules) {
    matcher->tagged = tagged;
    matcher->triggers = &rules->triggers;
    answers_begin(&matcher->answers, tagged, rules->questions.count);
    sieve_begin(&matcher->sieve);
    matcher->questions = 0;
    matcher->steps = 0;
}

bool matcher_is_spent(const Matcher *matcher) {
    return matcher->questions > SENTENCE_QUESTIONS || matcher->steps > SENTENCE_STEPS;
}

TriggerScan *matcher_scan(Matcher *matcher) {
    return &matcher->scan;
}

Text matcher_silencer(const Matcher *matcher) {
    return matcher->silencer;
}

MatchTally *matcher_tally(Matcher *matcher) {
    return &matcher->tally;
}

/* Callouts are "<n" and ">n": does a filler of the n-th slot place begin here, end here? and "-n" and "+n": are all
 * that begin here short, are they not? 0: go on, 1: no. */
static int ask_tagger(const pcre2_callout_block *block, const Pattern *pattern, const UseGroups *groups,
                      Answers *answers) {
    size_t use = callout_number(block);
    const Slot *slot = &pattern->places.items[use].as;
    int asked = block->callout_string[0];
    size_t at = block->current_position;
    if (asked == '>') {
        return !answers_is(answers, slot, (Span){block->offset_vector[2 * groups[use].begin], at});
    }
    return asked == '<' ? answers_reach(answers, slot, at) == 0
                        : answers_are_short(answers, slot, at) != (asked == '-');
}

/* Callouts "~<" and "~>": does an adjunct begin here, does it end here? An adjunct is read to its end before anything
 * else is. 0: go on, 1: no. */
static int ask_adjunct(const pcre2_callout_block *block, const Pattern *pattern, const Tagged *tagged, size_t *end) {
    if (block->callout_string[1] == '<') {
        *end = adjunct_end(tagged, block->current_position, adjunct_carries(pattern));
        return *end == 0;
    }
    return *end != block->current_position;
}

static bool is_of_adjunct(const pcre2_callout_block *block) {
    return block->callout_string_length >= 2 && block->callout_string[0] == '~';
}

static size_t weight_of_question(const Tagged *tagged) {
    return 1 + tagged->mentions.count / MENTIONS_A_QUESTION;
}

/* One question, and what the tagger was asked for its sake since it had been asked `before` times. */
static void count_question(Matcher *matcher, size_t before) {
    matcher->questions += (1 + matcher->answers.asked - before) * weight_of_question(matcher->tagged);
}

static int answer(pcre2_callout_block *block, void *context) {
    Matcher *matcher = context;
    if (is_of_adjunct(block)) {
        return matcher->pattern ? ask_adjunct(block, matcher->pattern, matcher->tagged, &matcher->adjunct) : 1;
    }
    if (block->callout_string_length < 2 || !matcher->pattern) {
        return 0;
    }
    if (matcher_is_spent(matcher)) {
        return PCRE2_ERROR_CALLOUT;
    }
    size_t asked = matcher->answers.asked;
    int result = ask_tagger(block, matcher->pattern, matcher->pattern->code->groups, &matcher->answers);
    count_question(matcher, asked);
    return result;
}

void matcher_release(Matcher *matcher) {
    if (matcher) {
        pcre2_match_data_free(matcher->data);
        pcre2_match_context_free(matcher->context);
        pcre2_jit_stack_free(matcher->stack);
        sieve_close(&matcher->sieve);
    }
}

Status matcher_create(Arena *arena, Matcher **out) {
    Matcher *matcher = ARENA_NEW(arena, Matcher);
    matcher->scan.arena = arena;
    matcher->answers.arena = arena;
    sieve_open(&matcher->sieve, arena);
    matcher->context = pcre2_match_context_create(NULL);
    matcher->data = pcre2_match_data_create(MOST_GROUPS, NULL);
    matcher->stack = pcre2_jit_stack_create(STACK_START, STACK_MOST, NULL);
    if (!matcher->context || !matcher->data || !matcher->stack) {
        matcher_release(matcher);
        return DATELINE_MEMORY;
    }
    pcre2_jit_stack_assign(matcher->context, NULL, matcher->stack);
    pcre2_set_callout(matcher->context, answer, matcher);
    *out = matcher;
    return DATELINE_OK;
}

/* PCRE2 counts its steps anew from each place where a match may begin. */
static uint32_t limit_for(Text text) {
    size_t fair = SENTENCE_STEPS / (text.length + 1);
    return (uint32_t)(fair < MATCH_LIMIT ? fair : MATCH_LIMIT);
}

static int run(Matcher *matcher, PatternCode *code, Text text, size_t from) {
    size_t questions = matcher->questions;
    size_t asked = matcher->answers.asked;
    int groups = pattern_match(code, text, from, limit_for(text), false, matcher->data, matcher->context);
    if (groups == PATTERN_AGAIN) {
        matcher->questions = questions + (matcher->answers.asked - asked) * weight_of_question(matcher->tagged);
        groups = pattern_match(code, text, from, limit_for(text), true, matcher->data, matcher->context);
    }
    return groups;
}

bool match_plain(Matcher *matcher, PatternCode *code, Text text, Span *found) {
    matcher->pattern = NULL;
    if (text.length == 0 || !sieve_text(&matcher->sieve, code, text)) {
        return false;
    }
    pattern_prepare(code);
    if (run(matcher, code, text, 0) < 0) {
        return false;
    }
    const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(matcher->data);
    *found = (Span){offsets[0], offsets[1]};
    return true;
}

static bool overlap(const Match *a, const Match *b) {
    return a->span.begin < b->span.end && b->span.begin < a->span.end;
}

static size_t count_bound(const Match *match) {
    size_t count = 0;
    for (size_t i = 0; i < match->rule->slots.count; i++) {
        count += match->bound[i].begin != SIZE_MAX;
    }
    return count;
}

/* Does a match fill as much as another, and pass over less? */
static bool is_nearer(const Match *match, const Match *other) {
    return match->adjuncts.count < other->adjuncts.count && count_bound(match) >= count_bound(other);
}

/* Of a rule's matches that overlap the first stands, unless another is nearer. */
static bool keep(Match match, size_t from, Arena *arena, Matches *out) {
    size_t kept = from;
    for (size_t i = from; i < out->count; i++) {
        if (overlap(&out->items[i], &match) && !is_nearer(&match, &out->items[i])) {
            return false;
        }
    }
    for (size_t i = from; i < out->count; i++) {
        if (!overlap(&out->items[i], &match)) {
            out->items[kept++] = out->items[i];
        }
    }
    out->count = kept;
    *VECTOR_PUSH(arena, out) = match;
    return true;
}

static Match read_match(const Matcher *matcher, int groups, const Start *start, Arena *arena) {
    const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(matcher->data);
    const Rule *rule = matcher->rule;
    Match match = {.rule = rule, .pattern = matcher->pattern, .span = {start->filler.begin, offsets[1]}};
    match.bound = ARENA_ARRAY(arena, Span, rule->slots.count + 1);
    match.as = ARENA_ARRAY(arena, const Slot *, rule->slots.count + 1);
    for (size_t i = 0; i < rule->slots.count; i++) {
        match.bound[i] = (Span){SIZE_MAX, SIZE_MAX};
    }
    for (size_t i = 0; i < matcher->pattern->places.count; i++) {
        const SlotPlace *place = &matcher->pattern->places.items[i];
        int group = matcher->pattern->code->groups[i].whole;
        Span span = {SIZE_MAX, SIZE_MAX};
        if (i == 0 && start->filler.end > start->filler.begin) {
            span = start->filler;
        } else if (group >= 0 && group < groups && offsets[2 * group] != PCRE2_UNSET) {
            span = (Span){offsets[2 * group], offsets[2 * group + 1]};
        }
        if (span.begin != SIZE_MAX || !match.as[place->slot]) {
            match.as[place->slot] = &place->as;
        }
        if (span.begin != SIZE_MAX) {
            match.bound[place->slot] = span;
        }
    }
    adjuncts_in(matcher->tagged, &match, arena, &match.adjuncts);
    return match;
}

static void tell_limit(Matcher *matcher, int error, Text text, Diag *diag) {
    Place place = {matcher->rule->file->path, matcher->pattern->line, matcher->pattern->column};
    matcher->tally.limits++;
    matcher->steps += MATCH_LIMIT;
    if (!matcher->pattern->code->pcre2) {
        diag_error(diag, place, "the pattern cannot be compiled: `dateline check-rules` tells what is wrong with it");
        return;
    }
    diag_warning(diag, place, "rule %.*s ran into a limit (PCRE2 %d) and was left at '%.*s…'",
                 TEXT_ARGS(matcher->rule->id), error, TEXT_ARGS(text_slice(text, 0, utf8_next(text, 0))));
}

static bool next_start(Matcher *matcher, Starts *starts, Start *out) {
    bool found = false;
    bool fits = false;
    do {
        size_t asked = matcher->answers.asked;
        found = !matcher_is_spent(matcher) && starts_next(starts, out);
        fits = found && sieve_start(&matcher->sieve, matcher->pattern, &matcher->answers, out->at);
        count_question(matcher, asked);
    } while (found && !fits);
    return found;
}

static void match_pattern(Matcher *matcher, Text text, size_t first, Arena *arena, Diag *diag, Matches *out) {
    const Pattern *pattern = matcher->pattern;
    Start start;
    Starts starts =
        starts_of(pattern, &matcher->answers, text, triggers_last(matcher->triggers, &matcher->scan, pattern));
    pattern_prepare(pattern->code);
    while (next_start(matcher, &starts, &start)) {
        int groups = run(matcher, pattern->code, text, start.at);
        if (groups == PCRE2_ERROR_NOMATCH) {
            continue;
        }
        if (groups <= 0) {
            if (groups != PCRE2_ERROR_CALLOUT) {
                tell_limit(matcher, groups, text, diag);
            }
            return;
        }
        Match match = read_match(matcher, groups, &start, arena);
        if (match.span.end > match.span.begin && keep(match, first, arena, out)) {
            matcher->questions += SENTENCE_QUESTIONS / SENTENCE_MATCHES;
        }
        starts_skip(&starts, match.span.end);
    }
}

static bool may_fit(Matcher *matcher, const Pattern *pattern) {
    size_t asked = matcher->answers.asked;
    bool may = !match_lacks(pattern, matcher->tagged) && sieve_pattern(&matcher->sieve, pattern, &matcher->answers);
    count_question(matcher, asked);
    return may;
}

bool match_is_blocked(Matcher *matcher, const Rule *rule, Text text) {
    PatternCode *unless = rule->unless[matcher->tagged->sentence->lang];
    const Pattern *pattern = matcher->pattern;
    Span found;
    bool blocked = unless && match_plain(matcher, unless, text, &found);
    matcher->silencer = blocked ? text_span(text, found) : matcher->silencer;
    matcher->pattern = pattern;
    return blocked;
}

/* Patterns that bind the subject come first: the others stand in where none of those fits. */
void match_rule(Matcher *matcher, const Rule *rule, const bool *may_match, Arena *arena, Diag *diag, Matches *out) {
    size_t first = out->count;
    bool asked = false;
    bool doubtful = false; /* the `unless` is somewhere in the sentence */
    /* the numbers of a rule's patterns follow each other, so that most patterns need not be looked at */
    const bool *may = rule->patterns.count ? &may_match[rule->patterns.items[0].number] : may_match;
    matcher->rule = rule;
    matcher->silencer = TEXT("");
    for (int complete = 1; complete >= 0; complete--) {
        for (size_t i = 0; i < rule->patterns.count; i++) {
            const Pattern *pattern = &rule->patterns.items[i];
            if (!may[i] || pattern->complete != (complete == 1) || matcher_is_spent(matcher) ||
                !may_fit(matcher, pattern)) {
                continue;
            }
            doubtful = asked ? doubtful : match_is_blocked(matcher, rule, matcher->tagged->sentence->text);
            if (doubtful && (matcher->tagged->sentence->lang == LANG_EN || rule->unless_whole)) {
                return;
            }
            asked = true;
            matcher->pattern = pattern;
            match_pattern(matcher, matcher->tagged->sentence->text, first, arena, diag, out);
        }
    }
    if (doubtful) {
        matcher->silencer = TEXT("");
        silence_drop(matcher, matcher->tagged, rule, first, arena, out);
    }
}

/* ---- how far a pattern gets ---- */

enum { TRACE_STEPS = 5 * 1000 * 1000 };

/* One pattern being followed. */
typedef struct Trace {
    const Pattern *pattern;
    const PatternCode *code;
    const Tagged *tagged;
    Answers answers;
    size_t adjunct; /* as in Matcher */
    size_t steps;
    size_t base; /* how long the defines before the expression are */
    Follower follower;
} Trace;

static int step(pcre2_callout_block *block, void *context) {
    Trace *trace = context;
    bool question = block->callout_string_length >= 2;
    trace->steps += question ? weight_of_question(trace->tagged) : 1;
    if (trace->steps > TRACE_STEPS) {
        return PCRE2_ERROR_CALLOUT;
    }
    if (is_of_adjunct(block)) {
        return ask_adjunct(block, trace->pattern, trace->tagged, &trace->adjunct);
    }
    if (question) {
        return ask_tagger(block, trace->pattern, trace->code->groups, &trace->answers);
    }
    bool define = block->pattern_position < trace->base;
    size_t source = define ? SIZE_MAX : block->pattern_position - trace->base;
    reach_note(&trace->follower, source, (Span){block->start_match, block->current_position});
    return 0;
}

Status match_reach(const Pattern *pattern, const Tagged *tagged, Arena *arena, Reach *out) {
    Trace trace = {.pattern = pattern, .tagged = tagged, .answers = {.arena = arena}};
    answers_begin(&trace.answers, tagged, pattern->questions);
    Text source = patternline_whole(pattern, arena, &trace.base);
    reach_begin(&trace.follower, pattern, text_after(source, trace.base), arena);
    PatternCode *code = pattern_compile_traced(source, pattern->places.count, pattern->lang);
    trace.code = code;
    pcre2_match_context *match_context = pcre2_match_context_create(NULL);
    pcre2_match_data *data = pcre2_match_data_create(MOST_GROUPS, NULL);
    bool ready = code && code->pcre2 && match_context && data;
    if (ready) {
        pcre2_set_callout(match_context, step, &trace);
        Text text = tagged->sentence->text;
        pcre2_match(code->pcre2, (PCRE2_SPTR)text.at, text.length, 0, PCRE2_NO_UTF_CHECK, data, match_context);
    }
    pcre2_match_data_free(data);
    pcre2_match_context_free(match_context);
    pattern_free(code);
    *out = trace.follower.reach;
    return ready ? DATELINE_OK : DATELINE_MEMORY;
}
