/* Notes where each character of a text stands, and what was asked of it. Knows no expressions, but their classes of
 * characters. */
#include "board.h"

#include "charclass.h"

/* The long s and the sign of the kelvin: PCRE2 has them among the s and the k when case does not matter. */
enum { LONG_S = 0x17F, KELVIN = 0x212A, FEW = 6 };

void board_open(Board *board, Arena *arena) {
    board->arena = arena;
    board->own.exhausted = arena->exhausted;
}

void board_close(Board *board) {
    arena_release(&board->own);
}

/* 1 + index of a character; 0: it is not there. */
static size_t find(const Board *board, uint32_t character) {
    size_t index = board->by_bit[character % FIRST_BITS];
    while (index && board->distinct[index - 1] != character) {
        index = board->same_bit[index - 1];
    }
    return index;
}

static void put(Board *board, uint32_t character, size_t place) {
    size_t index = find(board, character);
    if (!index) {
        uint16_t *first = &board->by_bit[character % FIRST_BITS];
        board->distinct[board->count] = character;
        board->same_bit[board->count] = *first;
        first_put(&board->chars, character, character);
        index = ++board->count;
        *first = (uint16_t)index;
    }
    board->which[place] = (uint16_t)(index - 1);
}

static void begin(Board *board, Text text) {
    for (size_t i = 0; i < board->count; i++) {
        board->by_bit[board->distinct[i] % FIRST_BITS] = 0;
    }
    board->chars = (FirstSet){{0}};
    arena_reset(&board->own);
    board->text = text;
    board->age++;
    board->count = 0;
    board->characters = 0;
}

/* Makes the sets of places, now that it is known how many there are. */
static void make_sets(Board *board) {
    board->words = board->characters / PLACES_WORD + 1;
    board->masks = ARENA_ARRAY(&board->own, Places, board->count * board->words);
    places_clear(board->any, board->words);
    for (size_t i = 0; i < board->characters; i++) {
        places_put(&board->masks[board->which[i] * board->words], i);
        places_put(board->any, i);
    }
    places_copy(board->all, board->any, board->words);
    places_put(board->all, board->characters);
}

bool board_read(Board *board, Text text) {
    board->known = false;
    if (text.length > MOST_BOARD_BYTES) {
        return false;
    }
    begin(board, text);
    for (size_t at = 0; at < text.length;) {
        size_t place = board->characters++;
        board->bytes[place] = (uint16_t)at;
        board->places[at] = (uint16_t)place;
        uint32_t character = utf8_at(text, at, &at);
        if (board->characters == MOST_PLACES || character == LONG_S || character == KELVIN) {
            return false;
        }
        put(board, charclass_lower(character), place);
    }
    board->bytes[board->characters] = (uint16_t)text.length;
    board->places[text.length] = (uint16_t)board->characters;
    make_sets(board);
    board->known = true;
    return true;
}

const Places *board_character(const Board *board, uint32_t character) {
    size_t index = find(board, character);
    return index ? &board->masks[(index - 1) * board->words] : NULL;
}

/* ---- classes ---- */

static bool is_within(const CharRange *range, uint32_t character) {
    bool letter = character >= 'a' && character <= 'z';
    return (range->low <= character && character <= range->high) ||
           (letter && range->low <= (character & ~0x20u) && (character & ~0x20u) <= range->high);
}

static void add_range(const Board *board, const CharRange *range, Places *out) {
    const Places *one = range->low == range->high ? board_character(board, charclass_lower(range->low)) : NULL;
    if (one) {
        places_unite(out, one, board->words);
    }
    for (size_t i = 0; range->low != range->high && i < board->count; i++) {
        if (is_within(range, board->distinct[i])) {
            places_unite(out, &board->masks[i * board->words], board->words);
        }
    }
}

static void find_class(const Board *board, const CharClass *class, Places *out) {
    for (size_t i = 0; i < class->ranges.count; i++) {
        add_range(board, &class->ranges.items[i], out);
    }
    if (class->negated) {
        places_without(out, board->any, out, board->words);
    }
}

const Places *board_class(Board *board, const Outlines *outlines, size_t number) {
    while (board->classes.count < outlines->classes.count) {
        *VECTOR_PUSH(board->arena, &board->classes) = (BoardClass){0};
    }
    BoardClass *known = &board->classes.items[number];
    if (known->age != board->age) {
        *known = (BoardClass){board->age, ARENA_ARRAY(&board->own, Places, board->words)};
        find_class(board, &outlines->classes.items[number], known->places);
    }
    return known->places;
}

static const Places *find_opening(Board *board, const FirstSet *set, BoardClass *known) {
    *known = (BoardClass){board->age, ARENA_ARRAY(&board->own, Places, board->words)};
    for (size_t word = 0; word < FIRST_BITS / FIRST_WORD; word++) {
        for (uint64_t bits = set->words[word] & board->chars.words[word]; bits; bits &= bits - 1) {
            size_t index = board->by_bit[word * FIRST_WORD + (size_t)__builtin_ctzll(bits)];
            for (; index; index = board->same_bit[index - 1]) {
                places_unite(known->places, &board->masks[(index - 1) * board->words], board->words);
            }
        }
    }
    return known->places;
}

/* The same for a few places, which takes less than to find all. */
static bool open_few(const Board *board, const FirstSet *set, const Places *from, Places *to) {
    bool any = false;
    places_copy(to, from, board->words);
    for (size_t at = places_next(from, 0, board->words); at != SIZE_MAX; at = places_next(from, at + 1, board->words)) {
        bool opens = at < board->characters && first_has(set, board->distinct[board->which[at]]);
        any |= opens;
        if (!opens) {
            places_take(to, at);
        }
    }
    return any;
}

bool board_open_at(Board *board, const Outlines *outlines, size_t number, const Places *from, Places *to) {
    while (board->openings.count < outlines->openings.count) {
        *VECTOR_PUSH(board->arena, &board->openings) = (BoardClass){0};
    }
    BoardClass *known = &board->openings.items[number];
    const FirstSet *set = outlines->openings.items[number];
    if (known->age != board->age && !places_exceed(from, FEW, board->words)) {
        return open_few(board, set, from, to);
    }
    const Places *all = known->age == board->age ? known->places : find_opening(board, set, known);
    return places_common(to, from, all, board->words);
}

/* ---- what is asked again ---- */

static PassedList *list_of(Board *board, PassedLists *lists, size_t number) {
    while (lists->count <= number) {
        *VECTOR_PUSH(board->arena, lists) = (PassedList){0};
    }
    PassedList *list = &lists->items[number];
    if (list->age != board->age) {
        *list = (PassedList){.age = board->age};
    }
    return list;
}

bool board_recall(Board *board, PassedLists *lists, size_t number, const Places *from, Places *to) {
    enum { MOST_LOOKED_AT = 8 };
    const Passed *passed = list_of(board, lists, number)->last;
    for (size_t i = 0; passed && i < MOST_LOOKED_AT; passed = passed->before, i++) {
        if (places_are_same(passed->from, from, board->words)) {
            places_copy(to, passed->to, board->words);
            return true;
        }
    }
    return false;
}

void board_remember(Board *board, PassedLists *lists, size_t number, const Places *from, const Places *to) {
    PassedList *list = list_of(board, lists, number);
    Passed *passed = ARENA_NEW(&board->own, Passed);
    Places *room = ARENA_ARRAY(&board->own, Places, 2 * board->words);
    *passed = (Passed){list->last, room, room + board->words};
    places_copy(passed->from, from, board->words);
    places_copy(passed->to, to, board->words);
    list->last = passed;
}
