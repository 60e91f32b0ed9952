/* What a lexicon is made of. Only lexicon.c, which answers, lexicon_load.c and lexicon_index.c, which fill, see this.
 */
#ifndef LEXICON_TABLES_H
#define LEXICON_TABLES_H

#include "lexicon.h"
#include "table.h"
#include "wordbook.h"

/* English words, heads, units and periods are kept and looked up in lower case. */
struct Lexicon {
    VECTOR(Entry) entries;
    VECTOR(Change *) changes;
    VECTOR(Head) heads;
    VECTOR(Unit) units;
    VECTOR(Period) periods;
    Wordlist entry_names[LANG_COUNT]; /* indexes into the vectors above */
    Wordlist borne_names[LANG_COUNT]; /* those in brackets */
    Wordlist unit_names[LANG_COUNT];
    Wordlist period_names[LANG_COUNT];
    Table head_words[LANG_COUNT];
    VECTOR(Word) known;       /* of what is a head only, nothing */
    Table words[LANG_COUNT];  /* indexes into known */
    Wordlist openers;         /* English, of several words */
    Wordlist chinese_words;   /* the Chinese words and heads, for finding where they start: indexes into known */
    uint32_t *heads_of_words; /* for each of known, 1 + index of the Chinese head of the same text; 0: none */
    Wordbook book;            /* with the beginnings of the Chinese period names */
    size_t longest_head;      /* bytes of the longest Chinese head */
};

Text lexicon_lower(Arena *arena, Text text); /* a copy, ASCII letters in lower case */

/* Adds to a word, which may be a new one; false: that is known of it. */
bool lexicon_enter_word(Lexicon *lexicon, Arena *arena, Lang lang, Text word, Word more);
/* A name of an entry; one with a straight apostrophe is also found with the curly one. */
void lexicon_enter_name(Lexicon *lexicon, Arena *loading, Arena *arena, Lang lang, Text name, uint32_t entry);
/* Makes everything ready to be found, when all files have been read: what has grown in `loading` moves to `arena`. */
void lexicon_index(Lexicon *lexicon, Arena *loading, Arena *arena);

#endif
