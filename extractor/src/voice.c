/* Owns what the two voices look like in each language: who does it, the words for it, and what it is done to, in every
 * order in which the newspaper says them. Knows no PCRE2 and no ontology. */
#include "voice.h"

enum { DOER, VERB, DEED, PARTS };

typedef struct Voices {
    Arena *arena;
    const RuleLine *line;
    VoiceLines *out;
    Text doer;   /* its slot, as written */
    Text agent;  /* the same where it may not be left out */
    Text verb;   /* in a group of its own */
    Text object; /* what it is done to, up to the end of its slot */
    Text rest;   /* what stands behind it */
    bool known;  /* the doer must be said */
} Voices;

#define ADD(voices, name, ...)                                                                                         \
    (*VECTOR_PUSH((voices)->arena, (voices)->out) = (RuleLine){.key = (voices)->line->key,                             \
                                                               .value = text_format((voices)->arena, __VA_ARGS__),     \
                                                               .line = (voices)->line->line,                           \
                                                               .column = (voices)->line->column,                       \
                                                               .voice = TEXT(name)})

static void add_english(Voices *v) {
    ADD(v, "active", "%.*s(?&Gap) %.*s %.*s%.*s", TEXT_ARGS(v->doer), TEXT_ARGS(v->verb), TEXT_ARGS(v->object),
        TEXT_ARGS(v->rest));
    ADD(v, "passive", "%.*s(?&Be) %.*s by %.*s%.*s", TEXT_ARGS(v->object), TEXT_ARGS(v->verb), TEXT_ARGS(v->agent),
        TEXT_ARGS(v->rest));
    if (v->rest.length || !v->known) {
        ADD(v, "passive", "%.*s(?&Be) %.*s%.*s%s%.*s%s", TEXT_ARGS(v->object), TEXT_ARGS(v->verb), TEXT_ARGS(v->rest),
            v->known ? " by " : "(?: by ", TEXT_ARGS(v->agent), v->known ? "" : ")?");
    }
}

static void add_chinese(Voices *v) {
    ADD(v, "active", "%.*s(?&Gap)%.*s了?%.*s%.*s", TEXT_ARGS(v->doer), TEXT_ARGS(v->verb), TEXT_ARGS(v->object),
        TEXT_ARGS(v->rest));
    ADD(v, "active", "%.*s(?&Gap)(?:把|将)%.*s(?&Gap)%.*s了?%.*s", TEXT_ARGS(v->doer), TEXT_ARGS(v->object),
        TEXT_ARGS(v->verb), TEXT_ARGS(v->rest));
    ADD(v, "passive", "%.*s(?&Gap)(?:%s(?:被|由|为|经)%.*s(?&Gap)所?)%.*s了?%.*s", TEXT_ARGS(v->object),
        v->known ? "" : "被|", TEXT_ARGS(v->agent), TEXT_ARGS(v->verb), TEXT_ARGS(v->rest));
}

/* `{who:dl:Agent+?}` -> `{who:dl:Agent+}` */
static Text without_mark(Arena *arena, Text slot, bool *optional) {
    *optional = text_ends(slot, TEXT("?}"));
    return *optional ? text_join(arena, text_slice(slot, 0, slot.length - 2), TEXT("}")) : slot;
}

static int bracket_depth(Text pattern) {
    int depth = 0;
    for (size_t i = 0; i < pattern.length; i++) {
        char c = pattern.at[i];
        depth += (c == '(') - (c == ')') + (c == '{') - (c == '}');
    }
    return depth;
}

/* Where " | " stands outside brackets; SIZE_MAX: nowhere. */
static size_t find_bar(Text pattern) {
    size_t at = 0;
    for (size_t bar = 0; bar != SIZE_MAX; at += bar + 1) {
        bar = text_find(text_after(pattern, at), TEXT(" | "));
        if (bar != SIZE_MAX && bracket_depth(text_slice(pattern, 0, at + bar)) == 0) {
            return at + bar;
        }
    }
    return SIZE_MAX;
}

static bool cut_parts(Text pattern, Text parts[PARTS]) {
    for (int i = DOER; i < DEED; i++) {
        size_t bar = find_bar(pattern);
        if (bar == SIZE_MAX) {
            return false;
        }
        parts[i] = text_trim(text_slice(pattern, 0, bar));
        pattern = text_trim(text_after(pattern, bar + 3));
    }
    parts[DEED] = pattern;
    return find_bar(pattern) == SIZE_MAX;
}

/* The part up to the end of its first slot, which stands in no group; empty: there is none. */
static Text with_slot(const RuleLine *line, const SlotUses *uses, Text part) {
    for (size_t i = 0; i < uses->count; i++) {
        Text slot = text_span(line->value, uses->items[i].span);
        if (text_within(slot, part)) {
            Text whole = {part.at, (size_t)(slot.at - part.at) + slot.length};
            return bracket_depth(whole) == 0 ? whole : TEXT("");
        }
    }
    return TEXT("");
}

Status voices_make(Text file, const RuleLine *line, const SlotUses *uses, Lang lang, Text pattern, Arena *arena,
                   Diag *diag, VoiceLines *out) {
    Text parts[PARTS];
    Voices voices = {.arena = arena, .line = line, .out = out};
    bool cut = cut_parts(pattern, parts);
    voices.doer = cut ? with_slot(line, uses, parts[DOER]) : TEXT("");
    voices.object = cut ? with_slot(line, uses, parts[DEED]) : TEXT("");
    if (!voices.object.length || voices.doer.length != parts[DOER].length || !parts[VERB].length) {
        diag_error(diag, (Place){file, line->line, line->column},
                   "`voices` is followed by en or zh and {who does it} | the verb | {what it is done to} and the rest");
        return DATELINE_RULES;
    }
    bool optional;
    voices.agent = without_mark(arena, voices.doer, &optional);
    voices.known = !optional;
    voices.verb = text_format(arena, "(?:%.*s)", TEXT_ARGS(parts[VERB]));
    voices.rest = text_after(parts[DEED], voices.object.length);
    if (lang == LANG_EN) {
        add_english(&voices);
    } else {
        add_chinese(&voices);
    }
    return DATELINE_OK;
}
