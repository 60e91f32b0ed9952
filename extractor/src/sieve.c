/* Holds back what cannot match: where following an expression leads nowhere there is no match. Knows nothing of PCRE2,
 * which alone tells what a match is. */
#include "sieve.h"

#include "adjunct.h"
#include "sieve_walk.h"

void sieve_open(Sieve *sieve, Arena *arena) {
    sieve->arena = arena;
    sieve->outlines = (Outlines){.arena = arena, .scratch = {.exhausted = arena->exhausted}};
    board_open(&sieve->sentence, arena);
    for (size_t i = 0; i < SIEVE_TEXTS; i++) {
        board_open(&sieve->texts[i], arena);
    }
}

void sieve_close(Sieve *sieve) {
    arena_release(&sieve->outlines.scratch);
    board_close(&sieve->sentence);
    for (size_t i = 0; i < SIEVE_TEXTS; i++) {
        board_close(&sieve->texts[i]);
    }
}

void sieve_begin(Sieve *sieve) {
    sieve->read = false;
}

/* What is left of a sequence from the rarest of its parts on; NULL: that is the first one, or it is no sequence. */
static const Part *from_rarest(const Sieve *sieve, const Part *outline) {
    size_t from = 0;
    double least = 1;
    for (size_t i = 0; outline->kind == PART_SEQUENCE && i < outline->count; i++) {
        double chance = outline_chance(&sieve->outlines, outline->parts[i]);
        from = chance < least ? i : from;
        least = chance < least ? chance : least;
    }
    if (from == 0) {
        return NULL;
    }
    Part *end = ARENA_NEW(sieve->arena, Part);
    *end = (Part){.kind = PART_SEQUENCE, .count = outline->count - (uint32_t)from, .parts = outline->parts + from};
    return end;
}

static SieveCode *code_of(Sieve *sieve, const PatternCode *code) {
    while (sieve->codes.count <= code->number) {
        *VECTOR_PUSH(sieve->arena, &sieve->codes) = (SieveCode){0};
    }
    SieveCode *known = &sieve->codes.items[code->number];
    if (!known->read && code->number) {
        known->outline = outline_of(&sieve->outlines, &code->parts, code->lang == LANG_EN);
        known->rarest = known->outline ? from_rarest(sieve, known->outline) : NULL;
    }
    known->read = true;
    return known;
}

/* The places behind a filler of the leading slot. */
static bool find_begins(Walk *walk, Places *out) {
    const Pattern *pattern = walk->pattern;
    Board *board = walk->board;
    walk_slot(walk, &pattern->places.items[0].as, out);
    bool found = !places_are_none(out, board->words);
    const Places *space = pattern->spaces ? board_character(board, ' ') : NULL;
    for (size_t i = 0; i < pattern->spaces && found; i++) {
        found = space && places_step(out, out, space, board->words);
    }
    return found;
}

/* Does the code lead on from any place at all, once from its rarest part and then as a whole? Two patterns may have the
 * same, but each is asked only once. */
static bool leads_on(Walk *walk, SieveCode *code, bool whole) {
    const Places *all = walk->board->all;
    if (code->age != walk->board->age) {
        code->age = walk->board->age;
        code->whole = false;
        code->leads_on = !code->rarest || walk_leads(walk, code->rarest, all);
    }
    if (whole && code->leads_on && !code->whole) {
        code->whole = true;
        code->leads_on = walk_leads(walk, code->outline, all);
    }
    return code->leads_on;
}

bool sieve_pattern(Sieve *sieve, const Pattern *pattern, Answers *answers) {
    SieveCode *code = code_of(sieve, pattern->code);
    if (!sieve->read) {
        sieve->known = board_read(&sieve->sentence, answers->tagged->sentence->text);
        sieve->read = true;
    }
    if (!code->outline || !sieve->known) {
        return true;
    }
    Walk walk = {.outlines = &sieve->outlines, .board = &sieve->sentence, .pattern = pattern, .answers = answers};
    walk.carries = adjunct_carries(pattern);
    bool bound = pattern->behind && pattern->complete;
    if (!leads_on(&walk, code, !bound || pattern->code->shared)) {
        return false;
    }
    Places begins[PLACES_ROOM];
    return !bound || (find_begins(&walk, begins) && walk_leads(&walk, code->outline, begins));
}

bool sieve_start(Sieve *sieve, const Pattern *pattern, Answers *answers, size_t byte) {
    const Part *outline = code_of(sieve, pattern->code)->outline;
    if (!outline || !sieve->read || !sieve->known) {
        return true;
    }
    Board *board = &sieve->sentence;
    Walk walk = {.outlines = &sieve->outlines, .board = board, .pattern = pattern, .answers = answers};
    walk.carries = adjunct_carries(pattern);
    Places begin[PLACES_ROOM];
    places_clear(begin, board->words);
    places_put(begin, board->places[byte]);
    return walk_leads(&walk, outline, begin);
}

/* The board of a text; NULL: it cannot be asked. */
static Board *board_of(Sieve *sieve, Text text) {
    if (sieve->read && sieve->known && text.at == sieve->sentence.text.at &&
        text.length == sieve->sentence.text.length) {
        return &sieve->sentence;
    }
    for (size_t i = 0; i < SIEVE_TEXTS; i++) {
        Board *board = &sieve->texts[i];
        if (board->known && text_equal(board->text, text)) {
            return board;
        }
    }
    sieve->turn = (sieve->turn + 1) % SIEVE_TEXTS;
    Board *board = &sieve->texts[sieve->turn];
    Text copy = {board->copy, text.length};
    if (text.length > sizeof board->copy) {
        return NULL;
    }
    memcpy(board->copy, text.at, text.length);
    return board_read(board, copy) ? board : NULL;
}

bool sieve_text(Sieve *sieve, const PatternCode *code, Text text) {
    const Part *outline = code_of(sieve, code)->outline;
    Board *board = outline ? board_of(sieve, text) : NULL;
    if (!board) {
        return true;
    }
    Walk walk = {.outlines = &sieve->outlines, .board = board};
    return walk_leads(&walk, outline, board->all);
}
