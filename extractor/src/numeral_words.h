/* English number words. */
#ifndef NUMERAL_WORDS_H
#define NUMERAL_WORDS_H

#include "numeral.h"

typedef enum NumberKind { SMALL, TENS, HUNDRED, LARGE, DOZEN } NumberKind;

typedef struct NumberWord {
    const char *cardinal;
    const char *ordinal;
    int64_t value;
    NumberKind kind;
} NumberWord;

/* A sum of number words that grows word by word. */
typedef struct NumberWords {
    Ratio total;   /* what is closed by thousand, million … */
    Ratio section; /* below that */
    const NumberWord *last;
    bool started;
} NumberWords;

bool number_word_is(Text word, const char *expected); /* any case; expected may be NULL */
const NumberWord *number_word_cardinal(Text word);
const NumberWord *number_word_ordinal(Text word, bool *plural); /* third, thirds */
/* Where the next word starts after spaces and at most one hyphen or dash; the text's length when there is none. */
size_t number_word_next(Text text, size_t at);
/* Reads number words from `at`; `sum` may hold figures before them. Answers the end of the last word taken, or `end`.
 */
size_t number_words_read(Text text, size_t at, size_t end, NumberWords *sum);
Ratio number_words_value(const NumberWords *sum);

#endif
