/* A text as the places at which each of its characters stands. */
#ifndef BOARD_H
#define BOARD_H

#include "outline.h"

enum { MOST_BOARD_BYTES = 4 * MOST_PLACES };

/* An answer of a part that was asked for. */
typedef struct Passed {
    struct Passed *before; /* the one that was given before it */
    Places *from;
    Places *to;
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
    PassedLists defines;                   /* two by number */
    PassedLists slots;                     /* by question */
} Board;

void board_open(Board *board, Arena *arena); /* which outlives it */
void board_close(Board *board);

/* Another text, valid UTF-8, which must stay as it is; false: it is too long, or has a letter whose capital is an ASCII
 * letter, and nothing may be asked. */
bool board_read(Board *board, Text text);

/* Before which a character stands, ASCII in lower case; NULL: nowhere. */
const Places *board_character(const Board *board, uint32_t character);
/* Before which one of a class stands. */
const Places *board_class(Board *board, const Outlines *outlines, size_t number);
/* Those of the places before which a character stands that opens a part, and now and then another one; false: there are
 * none. */
bool board_open_at(Board *board, const Outlines *outlines, size_t number, const Places *from, Places *to);

/* Did the part of this number go from these places in this text, and not too long ago? Then `to` gets where to. */
bool board_recall(Board *board, PassedLists *lists, size_t number, const Places *from, Places *to);
void board_remember(Board *board, PassedLists *lists, size_t number, const Places *from, const Places *to);

#endif
