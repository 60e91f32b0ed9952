/* Remembers answers of the tagger: a pattern asks the same again at each place where it could begin, and others ask it
 * too. Knows nothing of patterns. */
#include "answers.h"

#include "slots.h"

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
    answers->asked = 0;
    RESET(answers, &answers->numbers, questions * answers->tokens);
    answers->rows.count = 0;
    answers->is.count = 0;
}

static size_t end_of(const Answers *answers, size_t token) {
    return answers->tagged->tokens.items.items[token].span.end;
}

/* What fills the slot from the token `first` on, that begins at `begin`. */
static void add_row(Answers *answers, const Slot *slot, size_t first, size_t begin) {
    enum { LONGEST_CHARACTER = 4 /* bytes */ };
    AnswerRow row = {.at = answers->is.count};
    bool begins = tagger_begins(answers->tagged, slot, begin);
    answers->asked++;
    for (size_t last = first; begins && last < answers->tokens &&
                              end_of(answers, last) - begin <= (size_t)LONGEST_FILLER * LONGEST_CHARACTER;
         last++) {
        bool is = tagger_is(answers->tagged, slot, (Span){begin, end_of(answers, last)});
        *VECTOR_PUSH(answers->arena, &answers->is) = is;
        row.reach = is ? end_of(answers, last) : row.reach;
        row.count++;
    }
    answers->asked += row.count;
    *VECTOR_PUSH(answers->arena, &answers->rows) = row;
}

/* The row of the answers on fillers that begin at a byte; NULL: no token does, and so no filler. */
static const AnswerRow *row_of(Answers *answers, const Slot *slot, size_t begin) {
    size_t first = tokens_beginning(&answers->tagged->tokens, begin);
    if (first == SIZE_MAX) {
        return NULL;
    }
    uint32_t *number = &answers->numbers.items[slot->question * answers->tokens + first];
    if (*number == 0) {
        add_row(answers, slot, first, begin);
        *number = (uint32_t)answers->rows.count;
    }
    return &answers->rows.items[*number - 1];
}

size_t answers_reach(Answers *answers, const Slot *slot, size_t begin) {
    const AnswerRow *row = row_of(answers, slot, begin);
    return row ? row->reach : 0;
}

bool answers_is(Answers *answers, const Slot *slot, Span span) {
    const AnswerRow *row = row_of(answers, slot, span.begin);
    size_t first = tokens_beginning(&answers->tagged->tokens, span.begin);
    size_t last = tokens_ending(&answers->tagged->tokens, span.end);
    return row && last != SIZE_MAX && last >= first && last - first < row->count &&
           answers->is.items[row->at + last - first];
}
