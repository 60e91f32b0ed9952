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

/* What stands in a page where there is no row: */
enum { NO_FILLER, NOT_ASKED, FIRST_ROW };

/* Room for `more` items behind those of a vector. */
#define MAKE_ROOM(arena, vector, more)                                                                                 \
    while ((vector)->capacity < (vector)->count + (more)) {                                                            \
        (vector)->items =                                                                                              \
            arena_grow((arena), (vector)->items, (vector)->capacity, &(vector)->capacity, sizeof *(vector)->items);    \
    }

void answers_begin(Answers *answers, const Tagged *tagged, size_t questions) {
    answers->tagged = tagged;
    answers->asked = 0;
    answers->pages.count = 0;
    MAKE_ROOM(answers->arena, &answers->pages, questions);
    if (questions) {
        memset(answers->pages.items, 0, questions * sizeof *answers->pages.items);
    }
    answers->pages.count = questions;
    answers->numbers.count = 0;
    answers->rows.count = 0;
    answers->lengths.count = 0;
}

/* Marks the tokens with which a mention of the slot's classes may begin. */
static void mark_mentions(const Tagged *tagged, const Slot *slot, uint32_t *page) {
    size_t marked = 0; /* up to this byte, for all mentions that begin before it */
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        if (mention->core.begin >= marked && ontology_is_any(tagged->ontology, mention->class_id, &slot->classes)) {
            size_t begin = mention->span.begin > marked ? mention->span.begin : marked;
            for (size_t at = begin; at <= mention->core.begin; at++) {
                size_t token = tokens_beginning(&tagged->tokens, at);
                if (token != SIZE_MAX) {
                    page[token] = NOT_ASKED;
                }
            }
            marked = mention->core.begin + 1;
        }
    }
}

static void mark_tokens(const Tokens *tokens, const Slot *slot, uint32_t *page) {
    for (size_t i = 0; i < tokens->items.count; i++) {
        TokenKind kind = tokens->items.items[i].kind;
        if ((slot->kind != SLOT_NUMBER || kind == TOKEN_NUMBER) && (slot->kind != SLOT_DATE || kind == TOKEN_DATE)) {
            page[i] = NOT_ASKED;
        }
    }
}

/* Turns up the page of a question that is asked for the first time. */
static void open_page(Answers *answers, const Slot *slot) {
    const Tokens *tokens = &answers->tagged->tokens;
    size_t count = tokens->items.count;
    MAKE_ROOM(answers->arena, &answers->numbers, count);
    uint32_t *page = &answers->numbers.items[answers->numbers.count];
    memset(page, 0, count * sizeof *page);
    if (slot->kind == SLOT_CLASS) {
        mark_mentions(answers->tagged, slot, page);
    } else {
        mark_tokens(tokens, slot, page);
    }
    answers->pages.items[slot->question] = (uint32_t)answers->numbers.count + 1;
    answers->numbers.count += count;
    answers->asked++;
}

static bool is_short(Text filler) {
    return filler.length <= SHORT_FILLER || utf8_count(filler) <= SHORT_FILLER;
}

/* What begins at a byte where a filler may begin, as a page has it. */
static uint32_t add_row(Answers *answers, const Slot *slot, size_t begin) {
    FillerEnds ends;
    filler_ends(answers->tagged, slot, begin, &ends);
    answers->asked += ends.asked;
    if (ends.reach == 0) {
        return NO_FILLER;
    }
    Text longest = text_slice(answers->tagged->tokens.text, begin, ends.reach);
    size_t words = longest.length / FILLER_WORD + 1;
    MAKE_ROOM(answers->arena, &answers->lengths, words);
    memcpy(&answers->lengths.items[answers->lengths.count], ends.lengths, words * sizeof *ends.lengths);
    *VECTOR_PUSH(answers->arena, &answers->rows) =
        (AnswerRow){(uint32_t)answers->lengths.count, (uint32_t)ends.reach, is_short(longest)};
    answers->lengths.count += words;
    return FIRST_ROW + (uint32_t)answers->rows.count - 1;
}

const uint32_t *answers_page(Answers *answers, const Slot *slot) {
    if (answers->pages.items[slot->question] == 0) {
        open_page(answers, slot);
    }
    return &answers->numbers.items[answers->pages.items[slot->question] - 1];
}

const AnswerRow *answers_row(Answers *answers, const Slot *slot, size_t begin) {
    size_t token = tokens_beginning(&answers->tagged->tokens, begin);
    if (token == SIZE_MAX) {
        return NULL;
    }
    answers_page(answers, slot);
    uint32_t *number = &answers->numbers.items[answers->pages.items[slot->question] - 1 + token];
    if (*number == NOT_ASKED) {
        *number = add_row(answers, slot, begin);
    }
    return *number == NO_FILLER ? NULL : &answers->rows.items[*number - FIRST_ROW];
}

size_t answers_reach(Answers *answers, const Slot *slot, size_t begin) {
    const AnswerRow *row = answers_row(answers, slot, begin);
    return row ? row->reach : 0;
}

bool answers_are_short(Answers *answers, const Slot *slot, size_t begin) {
    const AnswerRow *row = answers_row(answers, slot, begin);
    return row && row->all_short;
}

bool answers_is(Answers *answers, const Slot *slot, Span span) {
    const AnswerRow *row = answers_row(answers, slot, span.begin);
    size_t length = span.end - span.begin;
    return row && span.end <= row->reach &&
           (answers->lengths.items[row->lengths + length / FILLER_WORD] >> length % FILLER_WORD & 1);
}
