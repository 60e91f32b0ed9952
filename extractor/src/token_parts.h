/* What the files that cut a sentence share; nobody else includes it. */
#ifndef TOKEN_PARTS_H
#define TOKEN_PARTS_H

#include "token.h"

/* A sentence being cut: the tokens so far, and what is known of the text. */
typedef struct Cutter {
    Tokens *tokens;
    const Article *article;
    const Lexicon *lexicon;
    const Texts *persons; /* whom the article has named before */
    Day today;
    Arena *arena;
    size_t next_number;
    size_t next_date;
    bool person_before; /* the last token, joints apart, is a name that may be a person's */
} Cutter;

/* The person's name that its shape tells at byte `at`; of no width: none. */
Token token_person(const Cutter *cutter, size_t at);
/* The second pass: sets depth, comma and joins of every token. */
void token_marks(Tokens *tokens);

#endif
