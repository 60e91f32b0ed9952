/* A short text as the places at which each of its characters stands. */
#ifndef BOARD_H
#define BOARD_H

#include "outline.h"

enum { MOST_BOARD_BYTES = 4 * MOST_PLACES, BOARD_TABLE = 2 * MOST_PLACES };

/* What a part that was asked for answered last. */
typedef struct Passed {
    uint32_t age; /* Board.age then; another: nothing that still holds */
    Places from;
    Places to;
} Passed;

typedef struct BoardClass {
    uint32_t age;
    uint32_t found; /* index into Board.found, if it is of this age */
} BoardClass;

/* All zero but for the arena. */
typedef struct Board {
    Arena *arena;
    Text text;
    bool known;   /* it can be asked */
    uint32_t age; /* another with each text; 0: there is none */
    size_t characters;
    size_t words;                          /* of sets of its places */
    Places all;                            /* its places, with the one behind the last character */
    Places any;                            /* those before a character */
    uint16_t bytes[MOST_PLACES];           /* by place */
    uint16_t which[MOST_PLACES];           /* by place: index of the character before which it is */
    uint16_t places[MOST_BOARD_BYTES + 1]; /* by byte, where a character begins, and behind the last */
    size_t count;                          /* of different characters: */
    uint32_t distinct[MOST_PLACES];        /* ASCII in lower case */
    Places masks[MOST_PLACES];             /* before which they stand */
    uint16_t table[BOARD_TABLE];           /* 1 + index of a character, by its hash; 0: none */
    char copy[MOST_BOARD_BYTES];           /* for a text that does not stay */
    VECTOR(BoardClass) classes;            /* by number */
    VECTOR(Places) found;                  /* of the classes that were asked for in this text */
    VECTOR(Passed) defines;                /* two by number */
    VECTOR(Passed) slots;                  /* two by question */
} Board;

/* Another text, valid UTF-8, which must stay as it is; false: it is too long, or has a letter whose capital is an ASCII
 * letter, and nothing may be asked. */
bool board_read(Board *board, Text text);

/* Before which a character stands, ASCII in lower case; NULL: nowhere. */
const Places *board_character(const Board *board, uint32_t character);
/* Before which one of a class stands; it is there until the next class is asked for. */
const Places *board_class(Board *board, const Outlines *outlines, size_t number);

#endif
