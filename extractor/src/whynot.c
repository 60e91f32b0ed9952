/* Finds out what stops a rule in a sentence, in the order in which the engine itself would meet it: its language, the
 * words it needs, its `unless`, its pattern, another rule, a cue, a subject that is missing. */
#include "whynot.h"

#include "expression.h"
#include "fact_text.h"
#include "gate.h"

#define SAY(ask, out, ...) (*VECTOR_PUSH((ask)->arena, (out)) = text_format((ask)->arena, __VA_ARGS__))

enum { WORDS_SHOWN = 24, NEEDS_SHOWN = 12 };

static const Tagged *tagged_of(const WhyNot *ask, size_t sentence) {
    return &ask->discourse->tagged[sentence];
}

static const char *language_name(Lang lang) {
    return lang == LANG_EN ? "English" : "Chinese";
}

/* The first characters of what stands behind byte `at`. */
static Text words_at(Text text, size_t at) {
    size_t end = at;
    for (int i = 0; i < WORDS_SHOWN && end < text.length; i++) {
        end = utf8_next(text, end);
    }
    return text_slice(text, at, end);
}

static size_t character_number(const WhyNot *ask, Text sentence, size_t at) {
    Text whole = text_within(sentence, ask->whole) ? ask->whole : sentence;
    return 1 + utf8_count((Text){whole.at, (size_t)(sentence.at - whole.at) + at});
}

/* ---- what matches ---- */

static void tell_refusal(const WhyNot *ask, const Refusal *refusal, Texts *out) {
    switch (refusal->kind) {
    case REFUSED_WITHOUT_NAME:
        SAY(ask, out, "fits, but the event has no name: none is said here, and the dispatch is about no meeting");
        break;
    case REFUSED_WITHOUT_SUBJECT:
        SAY(ask, out, "fits, but its subject is neither said here nor carried over from what is said before");
        break;
    case REFUSED_BY_CUE:
        SAY(ask, out, "fits, but the cue %.*s says that nothing is asserted: \"%.*s\"", TEXT_ARGS(refusal->cue->name),
            TEXT_ARGS(refusal->words));
        break;
    case REFUSED_TOLD:
        SAY(ask, out, "fits, but what is to be told only once has been told before in this dispatch");
        break;
    case REFUSED_NOTHING:
        SAY(ask, out, "fits, but yields nothing");
        break;
    }
}

static void tell_reading(const WhyNot *ask, size_t sentence, const Reading *reading, Texts *out) {
    Facts facts = {0};
    if (ask->before) {
        facts = *ask->before;
    }
    size_t first = facts.count;
    Texts lines = {0};
    Refusal refusal = {0};
    if (reading->lost_to) {
        SAY(ask, out, "fits \"%.*s\", but rule %.*s reads more of the same words",
            TEXT_ARGS(text_span(tagged_of(ask, sentence)->sentence->text, reading->match.span)),
            TEXT_ARGS(reading->lost_to->id));
        return;
    }
    extract_facts(ask->discourse, ask->rules, ask->matcher, sentence, &reading->match, ask->arena, &facts, &refusal);
    if (facts.count > first) {
        Facts found = {.items = facts.items + first, .count = facts.count - first};
        fact_texts(ask->discourse->ontology, &found, ask->arena, &lines);
    }
    for (size_t i = 0; i < lines.count; i++) {
        SAY(ask, out, "fires: %.*s", TEXT_ARGS(lines.items[i]));
    }
    if (lines.count == 0) {
        tell_refusal(ask, &refusal, out);
    }
}

static bool tell_readings(const WhyNot *ask, size_t sentence, Texts *out) {
    Readings readings = {0};
    bool any = false;
    extract_readings(ask->discourse, ask->rules, ask->alone ? ask->rule : NULL, ask->matcher, sentence, ask->arena,
                     ask->diag, &readings);
    for (size_t i = 0; i < readings.count; i++) {
        if (readings.items[i].match.rule == ask->rule) {
            tell_reading(ask, sentence, &readings.items[i], out);
            any = true;
        }
    }
    return any;
}

static bool tell_unless(const WhyNot *ask, size_t sentence, Texts *out) {
    Readings alone = {0};
    extract_readings(ask->discourse, ask->rules, ask->rule, ask->matcher, sentence, ask->arena, ask->diag, &alone);
    Text silencer = matcher_silencer(ask->matcher);
    if (silencer.length == 0) {
        return false;
    }
    SAY(ask, out, "blocked by its `unless %s`: \"%.*s\"", lang_tag(tagged_of(ask, sentence)->sentence->lang),
        TEXT_ARGS(silencer));
    return true;
}

/* ---- what cannot match ---- */

static void tell_needs(const WhyNot *ask, const Pattern *pattern, const Texts *lacking, Texts *out) {
    Text needs = TEXT("");
    for (size_t i = 0; i < lacking->count && i < NEEDS_SHOWN; i++) {
        needs =
            text_format(ask->arena, "%.*s%s\"%.*s\"", TEXT_ARGS(needs), i ? ", " : "", TEXT_ARGS(lacking->items[i]));
    }
    SAY(ask, out, "line %zu: needs %s%.*s%s, which is not here", pattern->line, lacking->count > 1 ? "one of " : "",
        TEXT_ARGS(needs), lacking->count > NEEDS_SHOWN ? ", …" : "");
}

static void tell_lack(const WhyNot *ask, const Pattern *pattern, const Slot *slot, Texts *out) {
    Text kind = slot->kind == SLOT_NUMBER ? TEXT("number")
                : slot->kind == SLOT_DATE ? TEXT("date")
                                          : ask->discourse->ontology->classes.items[slot->classes.items[0]].name;
    SAY(ask, out, "line %zu: needs a %.*s for {%.*s}, and the sentence speaks of none", pattern->line, TEXT_ARGS(kind),
        TEXT_ARGS(slot->name));
}

/* ---- where a pattern stops ---- */

static bool is_syntax(char c) {
    return c && text_contains(TEXT("()[]{}|.*+?\\^$"), (Text){&c, 1});
}

/* The part of the rule's line that stands at byte `at`: a group, or the run of plain characters around it. */
static Text item_around(Text line, size_t at) {
    if (at < line.length && line.at[at] == '(') {
        return text_slice(line, at, expression_group_end(line, at));
    }
    size_t begin = at;
    size_t end = at;
    while (begin > 0 && !is_syntax(line.at[begin - 1])) {
        begin--;
    }
    while (end < line.length && !is_syntax(line.at[end])) {
        end++;
    }
    return end > begin && at < end ? text_slice(line, begin, end) : words_at(line, at);
}

static void tell_reach(const WhyNot *ask, size_t sentence, const Pattern *pattern, const Reach *reach, Texts *out) {
    Text text = tagged_of(ask, sentence)->sentence->text;
    Text line = pattern->written->value;
    const PatternPiece *piece = &pattern->pieces.items[reach->piece];
    size_t at = piece->written.begin + (reach->source - piece->at);
    bool slot = piece->use != NO_SLOT;
    Text item = slot ? text_span(line, piece->written) : item_around(line, at);
    at = slot ? piece->written.begin : (size_t)(item.at - line.at);
    Text before = text_trim(text_span(text, reach->read));
    Text behind = words_at(text, reach->read.end);
    Text read = before.length ? text_format(ask->arena, "reads \"%.*s\" and ", TEXT_ARGS(before)) : TEXT("");
    Text where = behind.length ? text_format(ask->arena, "before \"%.*s\"", TEXT_ARGS(behind)) : TEXT("at the end");
    Text asking = pattern->written->voice.length
                      ? text_format(ask->arena, "the %.*s voice", TEXT_ARGS(pattern->written->voice))
                      : text_format(ask->arena, "column %zu", pattern->column + utf8_count(text_slice(line, 0, at)));
    SAY(ask, out, "line %zu: %.*sstops at character %zu, %.*s: %.*s%s%.*s%s", pattern->line, TEXT_ARGS(read),
        character_number(ask, text, reach->read.end), TEXT_ARGS(where), TEXT_ARGS(asking), slot ? ", " : " asks for \"",
        TEXT_ARGS(item), slot ? ", takes nothing that begins there" : "\"");
}

static bool is_further(const Pattern *a, const Reach *reach, const Pattern *b, const Reach *than) {
    size_t first = a->pieces.items[reach->piece].written.begin;
    size_t second = b->pieces.items[than->piece].written.begin;
    return first != second ? first > second : reach->words > than->words;
}

/* Of the two patterns that a line with a leading slot makes, the one that gets further speaks for the line. */
static Status tell_line(const WhyNot *ask, size_t sentence, const RuleLine *line, Texts *out) {
    const Pattern *best = NULL;
    Reach reach = {0};
    for (size_t i = 0; i < ask->rule->patterns.count; i++) {
        const Pattern *pattern = &ask->rule->patterns.items[i];
        Reach here;
        if (pattern->written != line) {
            continue;
        }
        TRY(match_reach(pattern, tagged_of(ask, sentence), ask->arena, &here));
        if (here.piece != SIZE_MAX && (!best || is_further(pattern, &here, best, &reach))) {
            best = pattern;
            reach = here;
        }
    }
    if (best) {
        tell_reach(ask, sentence, best, &reach, out);
    }
    return DATELINE_OK;
}

/* ---- the answer ---- */

/* Can the line be tried whose first pattern this is? If not, that is told, once for all its voices. */
static bool tell_gate(const WhyNot *ask, size_t sentence, size_t first, Text lower, Texts *out) {
    const Pattern *patterns = ask->rule->patterns.items;
    const Slot *lacking = NULL;
    for (size_t i = first; i < ask->rule->patterns.count && patterns[i].written == patterns[first].written; i++) {
        bool words = !gate_lacks(&patterns[i].needs, lower);
        const Slot *lacks = words ? match_lacks(&patterns[i], tagged_of(ask, sentence)) : NULL;
        if (words && !lacks) {
            return true;
        }
        lacking = lacks ? lacks : lacking;
    }
    if (first > 0 && patterns[first - 1].line == patterns[first].line && out->count) {
        return false;
    }
    if (lacking) {
        tell_lack(ask, &patterns[first], lacking, out);
    } else {
        tell_needs(ask, &patterns[first], gate_lacks(&patterns[first].needs, lower), out);
    }
    return false;
}

/* What each line of the rule says to the sentence: first those that could be tried, and only if there are none, the
 * others. */
static Status tell_lines(const WhyNot *ask, size_t sentence, Texts *out) {
    const Pattern *patterns = ask->rule->patterns.items;
    const Sentence *here = tagged_of(ask, sentence)->sentence;
    Text lower = gate_lower(ask->arena, here->text);
    Texts gated = {0};
    for (size_t i = 0; i < ask->rule->patterns.count; i++) {
        bool first = i == 0 || patterns[i - 1].written != patterns[i].written;
        if (first && patterns[i].lang == here->lang && tell_gate(ask, sentence, i, lower, &gated)) {
            TRY(tell_line(ask, sentence, patterns[i].written, out));
        }
    }
    if (out->count == 0) {
        *out = gated;
    }
    return DATELINE_OK;
}

Status whynot_tell(const WhyNot *ask, size_t sentence, Texts *out) {
    Texts lines = {0};
    if (!tell_readings(ask, sentence, &lines) && !tell_unless(ask, sentence, &lines)) {
        TRY(tell_lines(ask, sentence, &lines));
        if (lines.count == 0) {
            SAY(ask, &lines, "has no pattern for %s", language_name(tagged_of(ask, sentence)->sentence->lang));
        }
    }
    for (size_t i = 0; i < lines.count; i++) {
        *VECTOR_PUSH(ask->arena, out) = lines.items[i];
    }
    return DATELINE_OK;
}
