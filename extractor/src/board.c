/* Notes where each character of a text stands, and what was asked of it. Knows no expressions, but their classes of
 * characters. */
#include "board.h"

#include "charclass.h"

/* The long s and the sign of the kelvin: PCRE2 has them among the s and the k when case does not matter. */
enum { LONG_S = 0x17F, KELVIN = 0x212A };

void board_open(Board *board, Arena *arena) {
    board->arena = arena;
    board->own.exhausted = arena->exhausted;
}

void board_close(Board *board) {
    arena_release(&board->own);
}

/* Zeroed room for so many words, as long as the text is looked at: it is taken from the arena in larger pieces. */
static Places *take(Board *board, size_t words) {
    enum { PIECE = 512 };
    if ((size_t)(board->room_end - board->room) < words) {
        size_t size = words > PIECE ? words : PIECE;
        board->room = ARENA_ARRAY(&board->own, Places, size);
        board->room_end = board->room + size;
    }
    board->room += words;
    return board->room - words;
}

static void put(Board *board, uint32_t character, size_t place) {
    size_t index = board_index(board, character);
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
    board->room = NULL;
    board->room_end = NULL;
    arena_reset(&board->own);
    board->text = text;
    board->age++;
    board->count = 0;
    board->characters = 0;
}

/* Makes the sets of places, now that it is known how many there are. */
static void make_sets(Board *board) {
    board->words = places_words(board->characters);
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

void board_make_room(Board *board, const Outlines *outlines) {
    while (board->classes.count < outlines->classes.count) {
        *VECTOR_PUSH(board->arena, &board->classes) = (BoardClass){0};
    }
    while (board->openings.count < outlines->openings.count) {
        *VECTOR_PUSH(board->arena, &board->openings) = (BoardClass){0};
    }
}

void board_find_class(Board *board, const CharClass *class, BoardClass *out) {
    *out = (BoardClass){board->age, take(board, board->words)};
    find_class(board, class, out->places);
}

static void add_character(const Board *board, size_t bit, Places *out) {
    for (size_t index = board->by_bit[bit]; index; index = board->same_bit[index - 1]) {
        places_unite(out, &board->masks[(index - 1) * board->words], board->words);
    }
}

void board_find_opening(Board *board, const PartOpening *opening, BoardClass *out) {
    const uint64_t *filled = opening->filled;
    *out = (BoardClass){board->age, take(board, board->words)};
    for (uint32_t left = opening->words; left; left &= left - 1) {
        size_t word = (size_t)__builtin_ctz(left);
        for (uint64_t bits = *filled++ & board->chars.words[word]; bits; bits &= bits - 1) {
            add_character(board, word * FIRST_WORD + (size_t)__builtin_ctzll(bits), out->places);
        }
    }
}

const Places *board_find_fillers(Board *board, Answers *answers, const Slot *slot) {
    while (board->fillers.count <= slot->question) {
        *VECTOR_PUSH(board->arena, &board->fillers) = (BoardClass){0};
    }
    BoardClass *known = &board->fillers.items[slot->question];
    const Tokens *tokens = &answers->tagged->tokens;
    *known = (BoardClass){board->age, take(board, board->words)};
    const uint32_t *page = answers_page(answers, slot);
    for (size_t i = 0; i < tokens->items.count; i++) {
        if (page[i]) {
            places_put(known->places, board->places[tokens->items.items[i].span.begin]);
        }
    }
    return known->places;
}

/* ---- what is asked again ---- */

PassedList *board_find_passed(Board *board, PassedLists *lists, size_t number) {
    while (lists->count <= number) {
        *VECTOR_PUSH(board->arena, lists) = (PassedList){0};
    }
    PassedList *list = &lists->items[number];
    *list = (PassedList){.age = board->age};
    return list;
}

Passed *board_remember(Board *board, PassedLists *lists, size_t number) {
    PassedList *list = board_passed(board, lists, number);
    Passed *passed = (Passed *)take(board, sizeof(Passed) / sizeof(Places) + 2 * board->words);
    passed->before = list->last;
    list->last = passed;
    return passed;
}
