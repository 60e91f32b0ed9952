/* Remembers answers of the tagger: a pattern asks the same again at each place where it could begin, and others ask it
 * too. Knows nothing of patterns. */
#include "answers.h"

#include <string.h>

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
    RESET(answers, &answers->rows, questions * answers->tokens);
    answers->is.count = 0;
    answers->reach.count = 0;
}

/* Room for another row, in which nothing is. */
static size_t add_room(Answers *answers) {
    size_t row = answers->is.count;
    size_t wanted = row + answers->tokens;
    while (answers->is.capacity < wanted) {
        answers->is.items = arena_grow(answers->arena, answers->is.items, answers->is.capacity, &answers->is.capacity,
                                       sizeof *answers->is.items);
    }
    memset(answers->is.items + row, 0, answers->tokens * sizeof *answers->is.items);
    answers->is.count = wanted;
    return row;
}

/* What fills the slot from the token `first` on, that begins at `begin`. */
static void add_row(Answers *answers, const Slot *slot, size_t first, size_t begin) {
    const Tagged *tagged = answers->tagged;
    size_t reach = 0;
    size_t row = add_room(answers);
    for (size_t last = tagger_begins(tagged, slot, begin) ? first : answers->tokens; last < answers->tokens; last++) {
        size_t end = tagged->tokens.items.items[last].span.end;
        if (tagger_is(tagged, slot, (Span){begin, end})) {
            answers->is.items[row + last] = true;
            reach = end;
        }
    }
    *VECTOR_PUSH(answers->arena, &answers->reach) = reach;
}

/* The row of the answers on fillers that begin at a byte; SIZE_MAX: no token does, and so no filler. */
static size_t row_of(Answers *answers, const Slot *slot, size_t begin) {
    size_t first = tokens_beginning(&answers->tagged->tokens, begin);
    if (first == SIZE_MAX) {
        return SIZE_MAX;
    }
    uint32_t *row = &answers->rows.items[slot->question * answers->tokens + first];
    if (*row == 0) {
        add_row(answers, slot, first, begin);
        *row = (uint32_t)answers->reach.count;
    }
    return *row - 1;
}

size_t answers_reach(Answers *answers, const Slot *slot, size_t begin) {
    size_t row = row_of(answers, slot, begin);
    return row == SIZE_MAX ? 0 : answers->reach.items[row];
}

bool answers_is(Answers *answers, const Slot *slot, Span span) {
    size_t row = row_of(answers, slot, span.begin);
    size_t last = tokens_ending(&answers->tagged->tokens, span.end);
    return row != SIZE_MAX && last != SIZE_MAX && answers->is.items[row * answers->tokens + last];
}
