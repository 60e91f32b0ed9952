/* Notes where each character of a text stands. Knows no expressions, but their classes of characters. */
#include "board.h"

#include "charclass.h"

/* The long s and the sign of the kelvin: PCRE2 has them among the s and the k when case does not matter. */
enum { LONG_S = 0x17F, KELVIN = 0x212A };

static size_t hash_of(uint32_t character) {
    return (character * 0x9E3779B1u >> 16) % BOARD_TABLE;
}

/* The index of a character, or where in the table it would stand. */
static bool find(const Board *board, uint32_t character, size_t *slot) {
    *slot = hash_of(character);
    while (board->table[*slot]) {
        if (board->distinct[board->table[*slot] - 1] == character) {
            return true;
        }
        *slot = (*slot + 1) % BOARD_TABLE;
    }
    return false;
}

static void put(Board *board, uint32_t character, size_t place) {
    size_t slot;
    if (!find(board, character, &slot)) {
        board->distinct[board->count] = character;
        places_clear(&board->masks[board->count]);
        board->table[slot] = (uint16_t)++board->count;
    }
    board->which[place] = (uint16_t)(board->table[slot] - 1);
    places_put(&board->masks[board->which[place]], place);
}

static void begin(Board *board, Text text) {
    memset(board->table, 0, sizeof board->table);
    board->text = text;
    board->age++;
    board->count = 0;
    board->found.count = 0;
    board->characters = 0;
    board->words = text.length / PLACES_WORD + 1;
    if (board->words > MOST_PLACES / PLACES_WORD) {
        board->words = MOST_PLACES / PLACES_WORD;
    }
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
    board->words = board->characters / PLACES_WORD + 1;
    places_clear(&board->any);
    for (size_t i = 0; i < board->characters; i++) {
        places_put(&board->any, i);
    }
    board->all = board->any;
    places_put(&board->all, board->characters);
    board->known = true;
    return true;
}

const Places *board_character(const Board *board, uint32_t character) {
    size_t slot;
    return find(board, character, &slot) ? &board->masks[board->table[slot] - 1] : NULL;
}

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
            places_unite(out, &board->masks[i], board->words);
        }
    }
}

static void find_class(const Board *board, const CharClass *class, Places *out) {
    Places found;
    places_clear(&found);
    for (size_t i = 0; i < class->ranges.count; i++) {
        add_range(board, &class->ranges.items[i], &found);
    }
    places_copy(out, class->negated ? &board->any : &found);
    if (class->negated) {
        places_drop(out, &found, board->words);
    }
}

const Places *board_class(Board *board, const Outlines *outlines, size_t number) {
    while (board->classes.count < outlines->classes.count) {
        *VECTOR_PUSH(board->arena, &board->classes) = (BoardClass){0};
    }
    BoardClass *known = &board->classes.items[number];
    if (known->age != board->age) {
        *known = (BoardClass){board->age, (uint32_t)board->found.count};
        find_class(board, &outlines->classes.items[number], VECTOR_PUSH(board->arena, &board->found));
    }
    return &board->found.items[known->found];
}
