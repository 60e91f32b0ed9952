/* Follows an expression through a text from all places at which it may begin to all at which each of its parts may end.
 * Knows which parts there are, and not which patterns. */
#include "sieve_walk.h"

#include "adjunct.h"

enum { MOST_STEPS = 20 * 1000, FEW = 4 };

static bool pass_literal(const Walk *walk, const Part *part, const Places *from, Places *to) {
    const Places *at = from;
    for (size_t i = 0; i < part->count; i++) {
        const Places *mask = board_character(walk->board, part->characters[i]);
        if (!mask || !places_step(to, at, mask, walk->board->words)) {
            return false;
        }
        at = to;
    }
    return part->count > 0;
}

/* Any number of characters of a class, or as many as a power of two has that is not less than `most`. */
static void run_on(const Walk *walk, const Places *class, size_t most, Places *places) {
    size_t words = walk->board->words;
    Places runs[PLACES_ROOM]; /* before which so many of the class stand: */
    places_copy(runs, class, words);
    for (size_t length = 1; length <= most && length <= walk->board->characters; length *= 2) {
        Places moved[PLACES_ROOM];
        Places kept[PLACES_ROOM];
        if (places_common(kept, places, runs, words)) {
            places_move_on(moved, kept, length, words);
            places_unite(places, moved, words);
        }
        places_move_back(moved, runs, length, words);
        if (!places_common(runs, runs, moved, words)) {
            return;
        }
    }
}

static bool pass_class_run(const Walk *walk, const Part *part, const Places *from, Places *to) {
    const Places *class = board_class(walk->board, walk->outlines, part->parts[0]->count);
    size_t words = walk->board->words;
    places_copy(to, from, words);
    for (size_t i = 0; i < part->least; i++) {
        if (!places_step(to, to, class, words)) {
            return false;
        }
    }
    run_on(walk, class, part->most - part->least, to);
    return true;
}

static bool pass_repeated(Walk *walk, const Part *part, const Places *from, Places *to) {
    const Part *inner = part->parts[0];
    size_t words = walk->board->words;
    if (inner->kind == PART_CLASS) {
        return pass_class_run(walk, part, from, to);
    }
    Places at[PLACES_ROOM];
    Places next[PLACES_ROOM];
    places_copy(at, from, words);
    for (size_t i = 0; i < part->least; i++) {
        if (!walk_pass(walk, inner, at, next)) {
            return false;
        }
        places_copy(at, next, words);
    }
    places_copy(to, at, words);
    for (size_t i = part->least; i < part->most && walk_pass(walk, inner, at, next); i++) {
        if (!places_without(at, next, to, words)) {
            break;
        }
        places_unite(to, at, words);
    }
    return true;
}

static bool pass_sequence(Walk *walk, const Part *part, const Places *from, Places *to) {
    Places one[PLACES_ROOM];
    Places other[PLACES_ROOM];
    Places *rooms[] = {one, other};
    const Places *here = from;
    for (size_t i = 0; i < part->count; i++) {
        Places *next = i + 1 < part->count ? rooms[i % 2] : to;
        if (!walk_pass(walk, part->parts[i], here, next)) {
            return false;
        }
        here = next;
    }
    if (part->count == 0) {
        places_copy(to, from, walk->board->words);
    }
    return true;
}

static bool pass_one(Walk *walk, const Part *part, const Places *from, Places *into) {
    Places ends[PLACES_ROOM];
    bool found = walk_pass(walk, part, from, ends);
    if (found) {
        places_unite(into, ends, walk->board->words);
    }
    return found;
}

/* The parts that begin with this character, where it stands. */
static bool pass_led(Walk *walk, const PartChoice *choice, uint32_t character, const Places *from, Places *into) {
    size_t begin = 0;
    for (size_t end = choice->led; begin < end;) {
        size_t middle = begin + (end - begin) / 2;
        bool before = choice->leads[middle].character < character;
        begin = before ? middle + 1 : begin;
        end = before ? end : middle;
    }
    bool found = false;
    for (; begin < choice->led && choice->leads[begin].character == character; begin++) {
        found |= pass_one(walk, choice->parts[choice->leads[begin].part], from, into);
    }
    return found;
}

static bool pass_either(Walk *walk, const Part *part, const Places *from, Places *to) {
    Board *board = walk->board;
    size_t words = board->words;
    const PartChoice *choice = part->choice;
    bool found = false;
    places_clear(to, words);
    for (size_t i = 0; i + choice->led < part->count; i++) {
        found |= pass_one(walk, choice->parts[i], from, to);
    }
    Places begins[PLACES_ROOM];
    Places same[PLACES_ROOM];
    if (choice->led == 0 || !board_open_at(board, walk->outlines, choice->lead_opening - 1, from, begins)) {
        return found;
    }
    for (size_t at = places_next(begins, 0, words); at != SIZE_MAX; at = places_next(begins, at + 1, words)) {
        size_t which = board->which[at];
        places_common(same, begins, &board->masks[which * words], words);
        found |= pass_led(walk, choice, board->distinct[which], same, to);
        places_without(begins, begins, same, words);
    }
    return found;
}

/* The places from which a part leads on; where there are many of them, all. */
static bool pass_ahead(Walk *walk, const Part *part, const Places *from, Places *to) {
    size_t words = walk->board->words;
    if (part->parts[0]->kind == PART_CLASS) {
        return places_common(to, from, board_class(walk->board, walk->outlines, part->parts[0]->count), words);
    }
    places_copy(to, from, words);
    if (places_exceed(from, FEW, words)) {
        return true;
    }
    for (size_t place = places_next(from, 0, words); place != SIZE_MAX; place = places_next(from, place + 1, words)) {
        Places one[PLACES_ROOM];
        Places ends[PLACES_ROOM];
        places_clear(one, words);
        places_put(one, place);
        if (!walk_pass(walk, part->parts[0], one, ends)) {
            places_take(to, place);
        }
    }
    return !places_are_none(to, words);
}

/* The places at which a part ends that begins anywhere. */
static bool pass_behind(Walk *walk, const Part *part, const Places *from, Places *to) {
    const Board *board = walk->board;
    return walk_pass(walk, part->parts[0], board->all, to) && places_common(to, to, from, board->words);
}

/* All places from the first one on. */
static bool pass_anything(const Walk *walk, const Places *from, Places *to) {
    size_t words = walk->board->words;
    size_t first = places_next(from, 0, words);
    places_copy(to, walk->board->all, words);
    for (size_t place = 0; place < first; place++) {
        places_take(to, place);
    }
    return true;
}

static bool pass_begin(const Walk *walk, const Places *from, Places *to) {
    places_clear(to, walk->board->words);
    to[0] = from[0] & 1;
    return to[0] != 0;
}

/* Behind the last character, or before it if it ends a line. */
static bool pass_end(const Walk *walk, const Places *from, Places *to) {
    const Board *board = walk->board;
    Places ends[PLACES_ROOM];
    places_clear(ends, board->words);
    places_put(ends, board->characters);
    if (board->characters && board->text.at[board->text.length - 1] == '\n') {
        places_put(ends, board->characters - 1);
    }
    return places_common(to, from, ends, board->words);
}

/* ---- what is asked again ---- */

static bool pass_define(Walk *walk, size_t number, const Places *from, Places *to) {
    Board *board = walk->board;
    size_t which = 2 * number + walk->carries;
    if (!board_recall(board, &board->defines, which, from, to)) {
        if (!walk_pass(walk, walk->outlines->defines.items[number].part, from, to)) {
            places_clear(to, board->words);
        }
        board_remember(board, &board->defines, which, from, to);
    }
    return !places_are_none(to, board->words);
}

static void add_fillers(const Walk *walk, const Slot *slot, size_t place, Places *to) {
    const Board *board = walk->board;
    const AnswerRow *row = answers_row(walk->answers, slot, board->bytes[place]);
    size_t begin = board->bytes[place];
    size_t words = row ? (row->reach - begin) / FILLER_WORD + 1 : 0;
    for (size_t i = 0; i < words; i++) {
        uint64_t lengths = walk->answers->lengths.items[row->lengths + i];
        for (; lengths; lengths &= lengths - 1) {
            size_t length = i * FILLER_WORD + (size_t)__builtin_ctzll(lengths);
            places_put(to, board->places[begin + length]);
        }
    }
}

static bool pass_adjunct(const Walk *walk, const Places *from, Places *to) {
    const Board *board = walk->board;
    places_clear(to, board->words);
    for (size_t at = places_next(from, 0, board->words); at != SIZE_MAX; at = places_next(from, at + 1, board->words)) {
        size_t end = walk->answers ? adjunct_end(walk->answers->tagged, board->bytes[at], walk->carries) : 0;
        if (end) {
            places_put(to, board->places[end]);
        }
    }
    return !places_are_none(to, board->words);
}

bool walk_slot(Walk *walk, const Slot *slot, const Places *from, Places *to) {
    Board *board = walk->board;
    size_t words = board->words;
    if (!board_recall(board, &board->slots, slot->question, from, to)) {
        places_clear(to, words);
        for (size_t at = places_next(from, 0, words); at != SIZE_MAX; at = places_next(from, at + 1, words)) {
            add_fillers(walk, slot, at, to);
        }
        board_remember(board, &board->slots, slot->question, from, to);
    }
    return !places_are_none(to, words);
}

static bool pass_part(Walk *walk, const Part *part, const Places *from, Places *to) {
    Board *board = walk->board;
    switch ((PartKind)part->kind) {
    case PART_ANYTHING:
        return pass_anything(walk, from, to);
    case PART_BEGIN:
        return pass_begin(walk, from, to);
    case PART_END:
        return pass_end(walk, from, to);
    case PART_LITERAL:
        return pass_literal(walk, part, from, to);
    case PART_CLASS:
        return places_step(to, from, board_class(board, walk->outlines, part->count), board->words);
    case PART_SEQUENCE:
        return pass_sequence(walk, part, from, to);
    case PART_EITHER:
        return pass_either(walk, part, from, to);
    case PART_REPEATED:
        return pass_repeated(walk, part, from, to);
    case PART_AHEAD:
        return pass_ahead(walk, part, from, to);
    case PART_BEHIND:
        return pass_behind(walk, part, from, to);
    case PART_SLOT:
        return walk_slot(walk, &walk->pattern->places.items[part->count].as, from, to);
    case PART_DEFINE:
        return pass_define(walk, part->count, from, to);
    case PART_ADJUNCT:
        return pass_adjunct(walk, from, to);
    case PART_NOTHING:
        break;
    }
    places_copy(to, from, board->words);
    return true;
}

/* A part goes on only from where it can begin; from elsewhere it is empty, if it may be. */
bool walk_pass(Walk *walk, const Part *part, const Places *from, Places *to) {
    size_t words = walk->board->words;
    if (++walk->steps > MOST_STEPS) {
        return pass_anything(walk, from, to);
    }
    if (!part->opens) {
        return pass_part(walk, part, from, to);
    }
    Places begins[PLACES_ROOM];
    bool begun =
        board_open_at(walk->board, walk->outlines, part->opens - 1, from, begins) && pass_part(walk, part, begins, to);
    if (part->empty && begun) {
        places_unite(to, from, words);
    } else if (part->empty) {
        places_copy(to, from, words);
    }
    return begun || part->empty;
}
