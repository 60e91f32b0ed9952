/* Notes with which characters the words of the program's own lists begin. It asks each list's owner for its words and
 * knows none itself. */
#include "wordbook.h"

#include "date_en.h"
#include "date_zh.h"
#include "number_zh_words.h"
#include "numeral_words.h"
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

/* The letters, or the one other character, that stand at `at`. */
static Text word_at(Text text, size_t at) {
    size_t end = at;
    while (end < text.length && is_ascii_letter(text.at[end])) {
        end++;
    }
    return text_slice(text, at, end > at ? end : utf8_next(text, at));
}

enum { LONGEST_ENGLISH = 24 /* bytes; no word of the book is longer */ };

/* In lower case; a longer word is cut, and so is none of the book. */
static Text lower(Text word, char buffer[LONGEST_ENGLISH]) {
    size_t length = word.length < LONGEST_ENGLISH ? word.length : LONGEST_ENGLISH;
    for (size_t i = 0; i < length; i++) {
        buffer[i] = (char)(word.at[i] >= 'A' && word.at[i] <= 'Z' ? word.at[i] | 32 : word.at[i]);
    }
    return (Text){buffer, length};
}

void wordbook_add_english(Wordbook *book, OpensEnglish opens, Text phrase) {
    char buffer[LONGEST_ENGLISH];
    Text article = TEXT("the ");
    Text word = lower(word_at(text_starts(phrase, article) ? text_after(phrase, article.length) : phrase, 0), buffer);
    size_t index = table_get(&book->english, word);
    if ((word.at[0] & 0x80) == 0) {
        book->english_lengths[(size_t)word.at[0]] |= 1u << word.length;
    }
    if (index == TABLE_NONE) {
        index = table_put(&book->english, book->arena, text_copy(book->arena, word), book->english_opens.count);
        *VECTOR_PUSH(book->arena, &book->english_opens) = 0;
    }
    book->english_opens.items[index] |= (uint32_t)opens;
}

void wordbook_add_all_english(Wordbook *book, OpensEnglish opens, const char *const *phrases) {
    for (; *phrases; phrases++) {
        wordbook_add_english(book, opens, text_from(*phrases));
    }
}

unsigned wordbook_opens_english(const Wordbook *book, Text text, size_t at, size_t *end) {
    *end = at;
    if (at >= text.length) {
        return 0;
    }
    char buffer[LONGEST_ENGLISH];
    Text word = word_at(text, at);
    *end = at + word.length;
    size_t first = (unsigned char)(is_ascii_letter(word.at[0]) ? word.at[0] | 32 : word.at[0]);
    if (word.length >= LONGEST_ENGLISH || (first < 0x80 && !(book->english_lengths[first] >> word.length & 1))) {
        return 0;
    }
    size_t index = table_get(&book->english, lower(word, buffer));
    return index == TABLE_NONE ? 0 : book->english_opens.items[index];
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
    static void (*const owners[])(Wordbook * book) = {
        number_zh_wordbook,     date_zh_wordbook,       date_zh_parts_wordbook,   date_zh_relative_wordbook,
        token_person_wordbook,  numeral_words_wordbook, number_en_wordbook,       date_en_calendar_wordbook,
        date_en_words_wordbook, date_en_near_wordbook,  date_en_relative_wordbook};
    *out = (Wordbook){.arena = arena, .opens = ARENA_ARRAY(arena, uint32_t, CODE_POINTS)};
    add_numerals(out);
    for (size_t i = 0; i < sizeof owners / sizeof *owners; i++) {
        owners[i](out);
    }
    wordlist_sort(&out->holidays, arena);
    wordlist_sort(&out->qualifiers, arena);
    wordlist_sort(&out->false_numbers, arena);
    wordlist_sort(&out->false_units, arena);
}
