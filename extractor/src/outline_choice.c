/* Finds out with which characters parts begin, so that they are only tried where one of these stands, and sorts by them
 * the parts of which one is read. Reads no expression. */
#include "outline.h"

#include "charclass.h"

#include <stdlib.h>

/* How a part begins. */
typedef enum Beginning {
    BEGINS_KNOWN,     /* with one of the characters that were found, */
    BEGINS_OR_EMPTY,  /* or it has none, */
    BEGINS_CONDITION, /* it has none, but asks for something */
    BEGINS_ANYHOW,    /* nothing is known */
} Beginning;

static Beginning find_beginning(const Outlines *outlines, const Part *part, FirstSet *found);

static Beginning beginning_of_class(const CharClass *class, FirstSet *found) {
    for (size_t i = 0; i < class->ranges.count && !class->negated; i++) {
        uint32_t low = charclass_lower(class->ranges.items[i].low);
        uint32_t high = class->ranges.items[i].high;
        first_put(found, class->ranges.items[i].low, high);
        first_put(found, low, high < 0x80 ? charclass_lower(high) : high);
    }
    return class->negated ? BEGINS_ANYHOW : BEGINS_KNOWN;
}

static Beginning beginning_of_sequence(const Outlines *outlines, const Part *part, FirstSet *found) {
    bool condition = false;
    for (size_t i = 0; i < part->count; i++) {
        Beginning one = find_beginning(outlines, part->parts[i], found);
        condition |= one == BEGINS_CONDITION;
        if (one == BEGINS_KNOWN || one == BEGINS_ANYHOW) {
            return one;
        }
    }
    return condition ? BEGINS_ANYHOW : BEGINS_OR_EMPTY;
}

static Beginning beginning_of_repeated(const Outlines *outlines, const Part *part, FirstSet *found) {
    Beginning inner = find_beginning(outlines, part->parts[0], found);
    if (inner == BEGINS_KNOWN && part->least == 0) {
        return BEGINS_OR_EMPTY;
    }
    return inner == BEGINS_CONDITION ? BEGINS_ANYHOW : inner;
}

/* What has been found out about a part already. */
static Beginning beginning_noted(const Outlines *outlines, const Part *part, FirstSet *found) {
    if (!part->opens) {
        return BEGINS_ANYHOW;
    }
    const PartOpening *opening = outlines->openings.items[part->opens - 1];
    const uint64_t *filled = opening->filled;
    for (uint32_t left = opening->words; left; left &= left - 1) {
        found->words[__builtin_ctz(left)] |= *filled++;
    }
    return part->empty ? BEGINS_OR_EMPTY : BEGINS_KNOWN;
}

/* Adds the characters with which a part may begin. */
static Beginning find_beginning(const Outlines *outlines, const Part *part, FirstSet *found) {
    switch ((PartKind)part->kind) {
    case PART_LITERAL:
        first_put(found, part->characters[0], part->characters[0]);
        return BEGINS_KNOWN;
    case PART_CLASS:
        return beginning_of_class(&outlines->classes.items[part->count], found);
    case PART_SEQUENCE:
        return beginning_of_sequence(outlines, part, found);
    case PART_REPEATED:
        return beginning_of_repeated(outlines, part, found);
    case PART_EITHER:
    case PART_DEFINE:
        return beginning_noted(outlines, part, found);
    case PART_BEGIN:
    case PART_END:
    case PART_AHEAD:
    case PART_BEHIND:
        return BEGINS_CONDITION;
    case PART_NOTHING:
        return BEGINS_OR_EMPTY;
    case PART_ANYTHING:
    case PART_SLOT:
    case PART_ADJUNCT:
        break;
    }
    return BEGINS_ANYHOW;
}

static uint32_t enter(Outlines *outlines, const FirstSet *set) {
    enum { WORDS = FIRST_BITS / FIRST_WORD };
    size_t size = sizeof(PartOpening);
    PartOpening *opening = arena_alloc(&outlines->scratch, 1, size + WORDS * sizeof opening->filled[0]);
    for (size_t i = 0, filled = 0; i < WORDS; i++) {
        if (set->words[i]) {
            opening->words |= (uint32_t)1 << i;
            opening->filled[filled++] = set->words[i];
            size += sizeof opening->filled[0];
        }
    }
    size_t number = table_get(&outlines->opening_sets, (Text){(const char *)opening, size});
    if (number == TABLE_NONE) {
        number = outlines->openings.count;
        const PartOpening *kept = arena_copy(outlines->arena, opening, 1, size);
        table_put(&outlines->opening_sets, outlines->arena, (Text){(const char *)kept, size}, number);
        *VECTOR_PUSH(outlines->arena, &outlines->openings) = kept;
    }
    return (uint32_t)number + 1;
}

static void note(Outlines *outlines, Beginning beginning, const FirstSet *found, Part *part) {
    bool known = beginning == BEGINS_KNOWN || beginning == BEGINS_OR_EMPTY;
    part->empty = beginning == BEGINS_OR_EMPTY;
    part->opens = known ? enter(outlines, found) : 0;
}

void outline_note_opening(Outlines *outlines, const Part *of, Part *part) {
    FirstSet found = {{0}};
    if (of->kind == PART_EITHER || of->kind == PART_DEFINE) {
        part->opens = of->opens;
        part->empty = of->empty;
        return;
    }
    Beginning beginning = find_beginning(outlines, of, &found);
    note(outlines, beginning, &found, part);
}

/* ---- one of several ---- */

/* The one character with which a part begins; false: it may begin with others, or be empty. */
static bool find_lead(const Part *part, uint32_t *character) {
    while ((part->kind == PART_SEQUENCE && part->count) || (part->kind == PART_REPEATED && part->least)) {
        part = part->parts[0];
    }
    *character = part->kind == PART_LITERAL ? part->characters[0] : 0;
    return part->kind == PART_LITERAL;
}

static int compare_leads(const void *a, const void *b) {
    const PartLead *first = a;
    const PartLead *second = b;
    if (first->character != second->character) {
        return first->character > second->character ? 1 : -1;
    }
    return (first->part > second->part) - (first->part < second->part);
}

/* What a match of any of them may begin with, and what one of the last does that are found by it. */
static void note_openings(Outlines *outlines, const PartLead *leads, PartChoice *choice, Part *part) {
    FirstSet led = {{0}};
    FirstSet all = {{0}};
    Beginning beginning = BEGINS_KNOWN;
    for (size_t i = 0; i < choice->led; i++) {
        first_put(&led, leads[i].character, leads[i].character);
    }
    for (size_t i = 0; i + choice->led < part->count && beginning != BEGINS_ANYHOW; i++) {
        Beginning one = find_beginning(outlines, choice->parts[i], &all);
        beginning = one == BEGINS_CONDITION ? BEGINS_ANYHOW : one > beginning ? one : beginning;
    }
    choice->lead_opening = choice->led ? enter(outlines, &led) : 0;
    if (choice->led == part->count) {
        part->opens = choice->lead_opening;
        return;
    }
    first_unite(&all, &led);
    note(outlines, beginning, &all, part);
}

const Part *outline_choice(Outlines *outlines, const Part *const *parts, size_t count) {
    Arena *arena = outlines->arena;
    Part *part = ARENA_NEW(arena, Part);
    PartChoice *choice = ARENA_NEW(arena, PartChoice);
    PartLead *leads = ARENA_ARRAY(&outlines->scratch, PartLead, count);
    size_t free = 0;
    choice->parts = ARENA_ARRAY(arena, const Part *, count);
    for (size_t i = 0; i < count; i++) {
        uint32_t character;
        if (find_lead(parts[i], &character)) {
            size_t last = count - ++choice->led;
            leads[choice->led - 1] = (PartLead){character, (uint32_t)last};
            choice->parts[last] = parts[i];
        } else {
            choice->parts[free++] = parts[i];
        }
    }
    if (choice->led) {
        qsort(leads, choice->led, sizeof *leads, compare_leads);
    }
    choice->leads = arena_copy(arena, leads, choice->led, sizeof *leads);
    *part = (Part){.kind = PART_EITHER, .count = (uint32_t)count, .choice = choice};
    note_openings(outlines, leads, choice, part);
    return part;
}
