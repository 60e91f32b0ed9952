/* Follows an expression through a text from all places at which it may begin to all at which each of its parts may end.
 * Knows which parts there are, and not which patterns. It is compiled once for each width of sets: who includes it says
 * WIDTH, and which functions this is to be. */
#include "adjunct.h"
#include "sieve_set.h"
#include "sieve_walk.h"

enum { MOST_STEPS = 20 * 1000, FEW = 4, MOST_LOOKED_AT = 8 };

static Set pass(Walk *walk, const Part *part, Set from);

static Set pass_literal(const Walk *walk, const Part *part, Set from) {
    const Board *board = walk->board;
    for (size_t i = 0; i < part->count && !is_none(from); i++) {
        const Places *mask = board_character(board, part->characters[i]);
        from = mask ? step(common(from, set_of(mask, board->words))) : NONE;
    }
    return from;
}

static Set class_of(const Walk *walk, size_t number) {
    return set_of(board_class(walk->board, walk->outlines, number), walk->board->words);
}

/* Any number of characters of a class, or as many as a power of two has that is not less than `most`. */
static Set run_on(const Walk *walk, Set class, size_t most, Set places) {
    Set runs = class; /* before which so many of the class stand: */
    for (size_t length = 1; length <= most && length <= walk->board->characters; length *= 2) {
        places = unite(places, move_on(common(places, runs), length));
        runs = common(runs, move_back(runs, length));
        if (is_none(runs)) {
            break;
        }
    }
    return places;
}

static Set pass_class_run(const Walk *walk, const Part *part, Set from) {
    Set class = class_of(walk, part->parts[0]->count);
    for (size_t i = 0; i < part->least && !is_none(from); i++) {
        from = step(common(from, class));
    }
    return is_none(from) ? from : run_on(walk, class, part->most - part->least, from);
}

static Set pass_repeated(Walk *walk, const Part *part, Set from) {
    const Part *inner = part->parts[0];
    if (inner->kind == PART_CLASS) {
        return pass_class_run(walk, part, from);
    }
    for (size_t i = 0; i < part->least && !is_none(from); i++) {
        from = pass(walk, inner, from);
    }
    Set to = from;
    for (size_t i = part->least; i < part->most && !is_none(from); i++) {
        from = without(pass(walk, inner, from), to);
        to = unite(to, from);
    }
    return to;
}

static Set pass_sequence(Walk *walk, const Part *part, Set from) {
    for (size_t i = 0; i < part->count && !is_none(from); i++) {
        from = pass(walk, part->parts[i], from);
    }
    return from;
}

/* ---- one of several ---- */

static Set open_at(const Walk *walk, size_t number, Set from) {
    return common(from, set_of(board_opening(walk->board, walk->outlines, number), walk->board->words));
}

/* The parts that begin with this character, where it stands. */
static Set pass_led(Walk *walk, const PartChoice *choice, uint32_t character, Set from) {
    size_t begin = 0;
    for (size_t end = choice->led; begin < end;) {
        size_t middle = begin + (end - begin) / 2;
        bool before = choice->leads[middle].character < character;
        begin = before ? middle + 1 : begin;
        end = before ? end : middle;
    }
    Set to = NONE;
    for (; begin < choice->led && choice->leads[begin].character == character; begin++) {
        to = unite(to, pass(walk, choice->parts[choice->leads[begin].part], from));
    }
    return to;
}

/* Where all of them are led, who asked whether the whole part opens has asked for the leads. */
static Set pass_either(Walk *walk, const Part *part, Set from) {
    const Board *board = walk->board;
    const PartChoice *choice = part->choice;
    Set to = NONE;
    for (size_t i = 0; i + choice->led < part->count; i++) {
        to = unite(to, pass(walk, choice->parts[i], from));
    }
    bool asked = choice->led == part->count || choice->led == 0;
    Set begins = choice->led == 0 ? NONE : asked ? from : open_at(walk, choice->lead_opening - 1, from);
    while (!is_none(begins) && lowest(begins) < board->characters) {
        size_t which = board->which[lowest(begins)];
        Set same = common(begins, set_of(&board->masks[which * board->words], board->words));
        to = unite(to, pass_led(walk, choice, board->distinct[which], same));
        begins = without(begins, same);
    }
    return to;
}

/* ---- what is looked at without being read ---- */

static bool are_few(Set set) {
    size_t count = 0;
    for (size_t i = 0; i < WIDTH; i++) {
        for (uint64_t word = set.word[i]; word && count <= FEW; word &= word - 1) {
            count++;
        }
    }
    return count <= FEW;
}

/* The places from which a part leads on; where there are many of them, all. */
static Set pass_ahead(Walk *walk, const Part *part, Set from) {
    if (part->parts[0]->kind == PART_CLASS) {
        return common(from, class_of(walk, part->parts[0]->count));
    }
    Set to = from;
    for (Set left = are_few(from) ? from : NONE; !is_none(left); left = without_lowest(left)) {
        Set here = one(lowest(left));
        if (is_none(pass(walk, part->parts[0], here))) {
            to = without(to, here);
        }
    }
    return to;
}

/* The places at which a part ends that begins anywhere. */
static Set pass_behind(Walk *walk, const Part *part, Set from) {
    return common(pass(walk, part->parts[0], set_of(walk->board->all, walk->board->words)), from);
}

/* All places from the first one on. */
static Set pass_anything(const Walk *walk, Set from) {
    if (is_none(from)) {
        return from;
    }
    Set before = NONE;
    for (size_t place = 0; place < lowest(from); place++) {
        before = with(before, place);
    }
    return without(set_of(walk->board->all, walk->board->words), before);
}

/* Behind the last character, or before it if it ends a line. */
static Set pass_end(const Walk *walk, Set from) {
    const Board *board = walk->board;
    Set ends = one(board->characters);
    bool line = board->characters && board->text.at[board->text.length - 1] == '\n';
    return common(from, line ? with(ends, board->characters - 1) : ends);
}

/* ---- what is asked again ---- */

/* Did the part of this number go from these places in this text, and not too long ago? */
static bool recall(const Walk *walk, PassedLists *lists, size_t number, Set from, Set *to) {
    size_t words = walk->board->words;
    const Passed *passed = board_passed(walk->board, lists, number)->last;
    for (size_t i = 0; passed && i < MOST_LOOKED_AT; passed = passed->before, i++) {
        if (is_stored(from, passed->sets, words)) {
            *to = set_of(&passed->sets[words], words);
            return true;
        }
    }
    return false;
}

static void remember(const Walk *walk, PassedLists *lists, size_t number, Set from, Set to) {
    Passed *passed = board_remember(walk->board, lists, number);
    set_store(from, passed->sets, walk->board->words);
    set_store(to, &passed->sets[walk->board->words], walk->board->words);
}

/* What opens the define has been asked for by who calls it. */
static Set pass_define(Walk *walk, size_t number, Set from) {
    PassedLists *lists = &walk->board->defines;
    size_t which = 2 * number + walk->carries;
    Set to;
    if (!recall(walk, lists, which, from, &to)) {
        to = pass(walk, walk->outlines->defines.items[number].part, from);
        remember(walk, lists, which, from, to);
    }
    return to;
}

static Set add_fillers(const Walk *walk, const Slot *slot, size_t place, Set to) {
    const Board *board = walk->board;
    size_t begin = board->bytes[place];
    const AnswerRow *row = answers_row(walk->answers, slot, begin);
    size_t words = row ? (row->reach - begin) / FILLER_WORD + 1 : 0;
    for (size_t i = 0; i < words; i++) {
        uint64_t lengths = walk->answers->lengths.items[row->lengths + i];
        for (; lengths; lengths &= lengths - 1) {
            to = with(to, board->places[begin + i * FILLER_WORD + (size_t)__builtin_ctzll(lengths)]);
        }
    }
    return to;
}

static Set pass_slot(Walk *walk, const Slot *slot, Set from) {
    Board *board = walk->board;
    Set to = NONE;
    if (!recall(walk, &board->slots, slot->question, from, &to)) {
        Set left = common(from, set_of(board_fillers(board, walk->answers, slot), board->words));
        for (; !is_none(left); left = without_lowest(left)) {
            to = add_fillers(walk, slot, lowest(left), to);
        }
        remember(walk, &board->slots, slot->question, from, to);
    }
    return to;
}

static Set pass_adjunct(const Walk *walk, Set from) {
    const Board *board = walk->board;
    Set to = NONE;
    for (Set left = walk->answers ? from : NONE; !is_none(left); left = without_lowest(left)) {
        size_t end = adjunct_end(walk->answers->tagged, board->bytes[lowest(left)], walk->carries);
        to = end ? with(to, board->places[end]) : to;
    }
    return to;
}

/* ---- any part ---- */

static Set pass_part(Walk *walk, const Part *part, Set from) {
    switch ((PartKind)part->kind) {
    case PART_ANYTHING:
        return pass_anything(walk, from);
    case PART_BEGIN:
        return common(from, one(0));
    case PART_END:
        return pass_end(walk, from);
    case PART_LITERAL:
        return pass_literal(walk, part, from);
    case PART_CLASS:
        return step(common(from, class_of(walk, part->count)));
    case PART_SEQUENCE:
        return pass_sequence(walk, part, from);
    case PART_EITHER:
        return pass_either(walk, part, from);
    case PART_REPEATED:
        return pass_repeated(walk, part, from);
    case PART_AHEAD:
        return pass_ahead(walk, part, from);
    case PART_BEHIND:
        return pass_behind(walk, part, from);
    case PART_SLOT:
        return pass_slot(walk, &walk->pattern->places.items[part->count].as, from);
    case PART_DEFINE:
        return pass_define(walk, part->count, from);
    case PART_ADJUNCT:
        return pass_adjunct(walk, from);
    case PART_NOTHING:
        break;
    }
    return from;
}

/* A part goes on only from where it can begin; from elsewhere it is empty, if it may be. */
static Set pass(Walk *walk, const Part *part, Set from) {
    if (++walk->steps > MOST_STEPS) {
        return pass_anything(walk, from);
    }
    if (!part->opens) {
        return pass_part(walk, part, from);
    }
    Set begins = open_at(walk, part->opens - 1, from);
    Set to = is_none(begins) ? begins : pass_part(walk, part, begins);
    return part->empty ? unite(to, from) : to;
}

bool WALK_LEADS(Walk *walk, const Part *part, const Places *from) {
    return !is_none(pass(walk, part, set_of(from, walk->board->words)));
}

void WALK_SLOT(Walk *walk, const Slot *slot, Places *to) {
    size_t words = walk->board->words;
    set_store(pass_slot(walk, slot, set_of(walk->board->all, words)), to, words);
}
