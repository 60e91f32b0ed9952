/* Sorts the parts of which one is read by the characters with which they begin. Reads no expression. */
#include "outline.h"

#include <stdlib.h>

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

/* The class of the characters of sorted leads. */
static uint32_t class_of_leads(Outlines *outlines, const PartLead *leads, size_t count) {
    CharClass class = {0};
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || leads[i].character != leads[i - 1].character) {
            *VECTOR_PUSH(&outlines->scratch, &class.ranges) = (CharRange){leads[i].character, leads[i].character};
        }
    }
    VECTOR_SETTLE(outlines->arena, &class.ranges);
    *VECTOR_PUSH(outlines->arena, &outlines->classes) = class;
    return (uint32_t)outlines->classes.count - 1;
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
    choice->lead_class = class_of_leads(outlines, leads, choice->led);
    *part = (Part){.kind = PART_EITHER, .count = (uint32_t)count, .choice = choice};
    return part;
}
