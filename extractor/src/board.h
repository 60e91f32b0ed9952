/* A text as the places at which each of its characters stands. */
#ifndef BOARD_H
#define BOARD_H

#include "answers.h"
#include "outline.h"

enum { MOST_BOARD_BYTES = 4 * MOST_PLACES };

/* An answer of a part that was asked for. */
typedef struct Passed {
    struct Passed *before; /* the one that was given before it */
    Places sets[];         /* from where, and to where */
} Passed;

typedef struct PassedList {
    uint32_t age; /* Board.age then; another: nothing that still holds */
    Passed *last;
} PassedList;

typedef VECTOR(PassedList) PassedLists;

typedef struct BoardClass {
    uint32_t age; /* Board.age when it was found */
    Places *places;
} BoardClass;

/* All zero but for the arenas. */
typedef struct Board {
    Arena *arena;
    Arena own; /* for the sets of one text */
    Text text;
    bool known;   /* it can be asked */
    uint32_t age; /* another with each text; 0: there is none */
    size_t characters;
    size_t words;                          /* of sets of its places */
    Places all[PLACES_ROOM];               /* its places, with the one behind the last character */
    Places any[PLACES_ROOM];               /* those before a character */
    uint16_t bytes[MOST_PLACES];           /* by place */
    uint16_t which[MOST_PLACES];           /* by place: index of the character before which it is */
    uint16_t places[MOST_BOARD_BYTES + 1]; /* by byte, where a character begins, and behind the last */
    size_t count;                          /* of different characters: */
    uint32_t distinct[MOST_PLACES];        /* ASCII in lower case */
    Places *masks;                         /* before which they stand, a set for each */
    FirstSet chars;                        /* which of them there are */
    uint16_t by_bit[FIRST_BITS];           /* by its bit in such a set: 1 + index of a character; 0: none */
    uint16_t same_bit[MOST_PLACES];        /* by index: the next one with the same bit */
    char copy[MOST_BOARD_BYTES];           /* for a text that does not stay */
    VECTOR(BoardClass) classes;            /* by number */
    VECTOR(BoardClass) openings;           /* by index */
    VECTOR(BoardClass) fillers;            /* by question */
    Places *room;                          /* of `own`, not yet taken, to: */
    Places *room_end;
    PassedLists defines; /* two by number */
    PassedLists slots;   /* by question */
} Board;

void board_open(Board *board, Arena *arena); /* which outlives it */
void board_close(Board *board);

/* Another text, valid UTF-8, which must stay as it is; false: it is too long, or has a letter whose capital is an ASCII
 * letter, and nothing may be asked. */
bool board_read(Board *board, Text text);

/* 1 + index of a character, ASCII in lower case; 0: it is not there. */
static inline size_t board_index(const Board *board, uint32_t character) {
    size_t index = board->by_bit[character % FIRST_BITS];
    while (index && board->distinct[index - 1] != character) {
        index = board->same_bit[index - 1];
    }
    return index;
}

/* Before which a character stands, ASCII in lower case; NULL: nowhere. */
static inline const Places *board_character(const Board *board, uint32_t character) {
    size_t index = board_index(board, character);
    return index ? &board->masks[(index - 1) * board->words] : NULL;
}

/* The classes, and the openings, of as many outlines as there are by now. */
void board_make_room(Board *board, const Outlines *outlines);
void board_find_class(Board *board, const CharClass *class, BoardClass *out);
void board_find_opening(Board *board, const PartOpening *opening, BoardClass *out);

/* Before which one of a class stands. */
static inline const Places *board_class(Board *board, const Outlines *outlines, size_t number) {
    if (board->classes.count <= number) {
        board_make_room(board, outlines);
    }
    BoardClass *known = &board->classes.items[number];
    if (known->age != board->age) {
        board_find_class(board, &outlines->classes.items[number], known);
    }
    return known->places;
}

/* Before which a character stands that opens a part, and now and then another one. */
static inline const Places *board_opening(Board *board, const Outlines *outlines, size_t number) {
    if (board->openings.count <= number) {
        board_make_room(board, outlines);
    }
    BoardClass *known = &board->openings.items[number];
    if (known->age != board->age) {
        board_find_opening(board, outlines->openings.items[number], known);
    }
    return known->places;
}

const Places *board_find_fillers(Board *board, Answers *answers, const Slot *slot);
PassedList *board_find_passed(Board *board, PassedLists *lists, size_t number);

/* Where a filler of a slot may begin. */
static inline const Places *board_fillers(Board *board, Answers *answers, const Slot *slot) {
    bool known = slot->question < board->fillers.count && board->fillers.items[slot->question].age == board->age;
    return known ? board->fillers.items[slot->question].places : board_find_fillers(board, answers, slot);
}

/* What has been asked of the part of this number in this text. */
static inline PassedList *board_passed(Board *board, PassedLists *lists, size_t number) {
    bool known = number < lists->count && lists->items[number].age == board->age;
    return known ? &lists->items[number] : board_find_passed(board, lists, number);
}

/* A further answer, whose sets are to be filled. */
Passed *board_remember(Board *board, PassedLists *lists, size_t number);

#endif
