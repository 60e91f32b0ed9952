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

static size_t hash_of(const Board *board, uint32_t character) {
    return (character * 0x9E3779B1u >> 16) & board->table_mask;
}

/* The index of a character, or where in the table it would stand. */
static bool find(const Board *board, uint32_t character, size_t *slot) {
    *slot = hash_of(board, character);
    while (board->table[*slot]) {
        if (board->distinct[board->table[*slot] - 1] == character) {
            return true;
        }
        *slot = (*slot + 1) & board->table_mask;
    }
    return false;
}

static void put(Board *board, uint32_t character, size_t place) {
    size_t slot;
    if (!find(board, character, &slot)) {
        board->distinct[board->count] = character;
        board->table[slot] = (uint16_t)++board->count;
    }
    board->which[place] = (uint16_t)(board->table[slot] - 1);
}

static void begin(Board *board, Text text) {
    size_t most = text.length < MOST_PLACES ? text.length : MOST_PLACES;
    size_t room = PLACES_WORD;
    while (room < 2 * most) {
        room *= 2;
    }
    board->table_mask = room - 1;
    memset(board->table, 0, room * sizeof *board->table);
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
    size_t slot;
    return find(board, character, &slot) ? &board->masks[(board->table[slot] - 1u) * board->words] : NULL;
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
    for (size_t i = 0; i < board->count; i++) {
        if (first_has(set, board->distinct[i])) {
            places_unite(known->places, &board->masks[i * board->words], board->words);
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
    const FirstSet *set = &outlines->openings.items[number];
    if (known->age != board->age && !places_exceed(from, FEW, board->words)) {
        return open_few(board, set, from, to);
    }
    const Places *all = known->age == board->age ? known->places : find_opening(board, set, known);
    return places_common(to, from, all, board->words);
}

/* ---- what is asked again ---- */

bool board_recall(const Board *board, const Passed *passed, const Places *from, Places *to) {
    if (passed->age != board->age || !places_are_same(passed->from, from, board->words)) {
        return false;
    }
    places_copy(to, passed->to, board->words);
    return true;
}

void board_remember(Board *board, Passed *passed, const Places *from, const Places *to) {
    if (passed->age != board->age) {
        Places *room = ARENA_ARRAY(&board->own, Places, 2 * board->words);
        *passed = (Passed){board->age, room, room + board->words};
    }
    places_copy(passed->from, from, board->words);
    places_copy(passed->to, to, board->words);
}
