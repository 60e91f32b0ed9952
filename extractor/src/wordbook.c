/* Notes with which characters the words of the program's own lists begin. It asks each list's owner for its words and
 * knows none itself. */
#include "wordbook.h"

#include "date_zh.h"
#include "number_zh_words.h"
#include "token_parts.h"

enum { CODE_POINTS = 0x10000 };

void wordbook_add(Wordbook *book, Opens opens, Text word) {
    size_t next;
    uint32_t c = utf8_at(word, 0, &next);
    book->opens[c < CODE_POINTS ? c : 0] |= (uint32_t)opens;
}

void wordbook_add_all(Wordbook *book, Opens opens, const char *const *words) {
    for (; *words; words++) {
        wordbook_add(book, opens, text_from(*words));
    }
}

void wordbook_add_characters(Wordbook *book, Opens opens, Text characters) {
    for (size_t at = 0; at < characters.length; at = utf8_next(characters, at)) {
        wordbook_add(book, opens, text_after(characters, at));
    }
}

static void add_numerals(Wordbook *book) {
    for (uint32_t c = 1; c < CODE_POINTS; c++) {
        char bytes[4];
        Text character = {bytes, utf8_encode(c, bytes)};
        if (numeral_zh_may_start(character, 0)) {
            book->opens[c] |= OPENS_NUMERAL | OPENS_NUMBER;
        }
    }
}

void wordbook_make(Arena *arena, Wordbook *out) {
    static void (*const owners[])(Wordbook *book) = {number_zh_wordbook, date_zh_wordbook, date_zh_parts_wordbook,
                                                     date_zh_relative_wordbook, token_person_wordbook};
    *out = (Wordbook){.arena = arena, .opens = ARENA_ARRAY(arena, uint32_t, CODE_POINTS)};
    add_numerals(out);
    for (size_t i = 0; i < sizeof owners / sizeof *owners; i++) {
        owners[i](out);
    }
    wordlist_sort(&out->false_numbers, arena);
    wordlist_sort(&out->false_units, arena);
}
