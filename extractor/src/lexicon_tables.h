/* What a lexicon is made of. Only lexicon.c, which answers, and lexicon_load.c, which fills, see this. */
#ifndef LEXICON_TABLES_H
#define LEXICON_TABLES_H

#include "lexicon.h"
#include "table.h"
#include "wordlist.h"

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
    Wordlist chinese_heads;  /* the same heads, for finding where they start */
    VECTOR(unsigned) kinds;  /* sets of WordKind, one a word */
    Table words[LANG_COUNT]; /* indexes into kinds */
    Wordlist chinese_words;  /* the same words, for finding where they start */
    size_t longest_head;     /* bytes of the longest Chinese head */
};

/* Makes a lexicon that has grown in another arena ready for questions; then it lives in `arena`. */
void lexicon_settle(Lexicon *lexicon, Arena *arena);
Text lexicon_lower(Arena *arena, Text text); /* a copy, ASCII letters in lower case */

#endif
