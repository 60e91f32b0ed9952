/* What the files that cut a sentence share; nobody else includes it. */
#ifndef TOKEN_PARTS_H
#define TOKEN_PARTS_H

#include "token.h"
#include "wordbook.h"

/* A sentence being cut: the tokens so far, and what is known of the text. */
typedef struct Cutter {
    Tokens *tokens;
    const Article *article;
    const Lexicon *lexicon;
    const Wordbook *book;
    const Knowns *persons; /* names that the article has brought up before */
    Day today;
    Arena *arena;
    Standing *standing; /* by byte of the text, one more for its end; looked up when it is asked for */
    size_t next_number;
    size_t next_date;
    bool dotted;        /* there is a dot in the text as between the parts of foreign names */
    bool person_before; /* the last token, joints and notes in brackets apart, is a name that may be a person's */
    bool in_note;       /* a bracket is open */
} Cutter;

/* What the lexicon has at a byte: the bytes of the longest word of these kinds, 0: none; the kinds of the very word
 * that ends at `end`; the longest head or NULL. */
size_t token_word(const Cutter *cutter, size_t at, unsigned kinds);
unsigned token_kinds(const Cutter *cutter, size_t at, size_t end);
const Head *token_head(const Cutter *cutter, size_t at);
/* The person's name that its shape tells at byte `at`; of no width: none. */
Token token_person(const Cutter *cutter, size_t at);
/* The same for a name without a title, told by what is said behind it. */
Token token_speaker(const Cutter *cutter, size_t at);
/* Is there a dot as between the parts of foreign names? */
bool token_has_dot(Text text);
/* The bytes of a surname at `at` that is no function word here; 0: none. */
size_t token_surname(const Cutter *cutter, size_t at);
/* Does something start at `at` that cannot be the last character of a name: a function word, a verb, a word of two
 * characters? */
bool token_starts_word(const Cutter *cutter, size_t at);
bool token_starts_long_word(const Cutter *cutter, size_t at); /* does a word of two characters or more? */
bool token_speaks(const Cutter *cutter, size_t at); /* 说：, 称“, 指出: what can only be said of a speaker */
void token_person_wordbook(Wordbook *book);
/* The second pass: sets depth, comma and joins of every token. */
void token_marks(Tokens *tokens);

#endif
