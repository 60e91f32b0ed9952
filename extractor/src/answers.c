/* Remembers answers of the tagger: a pattern asks the same again at each place where it could begin, and others ask it
 * too. Knows nothing of patterns. */
#include "answers.h"

#include <string.h>

enum { UNKNOWN, NO, YES };

static bool same_classes(const ClassIds *a, const ClassIds *b) {
    return a->count == b->count && (a->count == 0 || memcmp(a->items, b->items, a->count * sizeof *a->items) == 0);
}

static bool ask_the_same(const Slot *a, const Slot *b) {
    return a->kind == b->kind && a->list == b->list && a->named == b->named && a->leading == b->leading &&
           a->action == b->action && same_classes(&a->classes, &b->classes);
}

static size_t question_of(Ruleset *rules, Arena *arena, const Slot *slot) {
    for (size_t i = 0; i < rules->questions.count; i++) {
        if (ask_the_same(&rules->questions.items[i], slot)) {
            return i;
        }
    }
    *VECTOR_PUSH(arena, &rules->questions) = *slot;
    return rules->questions.count - 1;
}

void answers_number(Ruleset *rules, Arena *arena) {
    for (size_t i = 0; i < rules->rules.count; i++) {
        for (size_t k = 0; k < rules->rules.items[i].patterns.count; k++) {
            Pattern *pattern = &rules->rules.items[i].patterns.items[k];
            for (size_t n = 0; n < pattern->places.count; n++) {
                Slot *slot = &pattern->places.items[n].as;
                slot->question = question_of(rules, arena, slot);
                pattern->questions = slot->question < pattern->questions ? pattern->questions : slot->question + 1;
            }
        }
    }
}

/* Room for `count` items, all zero. */
#define RESET(answers, vector, wanted)                                                                                 \
    do {                                                                                                               \
        if ((vector)->capacity < (wanted)) {                                                                           \
            (vector)->items = arena_alloc((answers)->arena, 2 * (wanted), sizeof *(vector)->items);                    \
            (vector)->capacity = 2 * (wanted);                                                                         \
        } else if ((vector)->items) {                                                                                  \
            memset((vector)->items, 0, (wanted) * sizeof *(vector)->items);                                            \
        }                                                                                                              \
        (vector)->count = (wanted);                                                                                    \
    } while (0)

void answers_begin(Answers *answers, const Tagged *tagged, size_t questions) {
    answers->tagged = tagged;
    answers->tokens = tagged->tokens.items.count;
    RESET(answers, &answers->begin, questions * answers->tokens);
    RESET(answers, &answers->rows, questions * answers->tokens);
    answers->is.count = 0;
}

bool answers_begins(Answers *answers, const Slot *slot, size_t begin) {
    size_t token = tokens_beginning(&answers->tagged->tokens, begin);
    if (token == SIZE_MAX) {
        return tagger_begins(answers->tagged, slot, begin);
    }
    uint8_t *answer = &answers->begin.items[slot->question * answers->tokens + token];
    if (*answer == UNKNOWN) {
        *answer = tagger_begins(answers->tagged, slot, begin) ? YES : NO;
    }
    return *answer == YES;
}

static size_t add_row(Answers *answers) {
    size_t at = answers->is.count;
    for (size_t i = 0; i < answers->tokens; i++) {
        *VECTOR_PUSH(answers->arena, &answers->is) = UNKNOWN;
    }
    return at;
}

bool answers_is(Answers *answers, const Slot *slot, Span span) {
    size_t first = tokens_beginning(&answers->tagged->tokens, span.begin);
    size_t last = tokens_ending(&answers->tagged->tokens, span.end);
    if (first == SIZE_MAX || last == SIZE_MAX) {
        return tagger_is(answers->tagged, slot, span);
    }
    uint32_t *row = &answers->rows.items[slot->question * answers->tokens + first];
    if (*row == 0) {
        *row = (uint32_t)add_row(answers) + 1;
    }
    uint8_t *answer = &answers->is.items[*row - 1 + last];
    if (*answer == UNKNOWN) {
        *answer = tagger_is(answers->tagged, slot, span) ? YES : NO;
    }
    return *answer == YES;
}
