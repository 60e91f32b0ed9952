/* English number words. */
#ifndef NUMERAL_WORDS_H
#define NUMERAL_WORDS_H

#include "numeral.h"
#include "wordbook.h"

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

/* In any case; expected may be NULL. The first letter nearly always tells that it is not. */
static inline bool number_word_is(Text word, const char *expected) {
    enum { BUT_CASE = 0xDF };
    return expected && word.length && ((word.at[0] ^ expected[0]) & BUT_CASE) == 0 &&
           text_has_nocase(word, 0, expected) == word.length;
}

const NumberWord *number_word_cardinal(Text word);
const NumberWord *number_word_ordinal(Text word, bool *plural); /* third, thirds */
const NumberWord *number_word_crowd(Text word);                 /* tens, scores, hundreds: what "of" may follow */
bool number_word_is_some(Text word);                            /* several, few, many */
/* Where the next word starts after spaces and at most one hyphen or dash; the text's length when there is none. */
size_t number_word_next(Text text, size_t at);
/* Reads number words from `at`; `sum` may hold figures before them. Answers the end of the last word taken, or `end`.
 */
size_t number_words_read(Text text, size_t at, size_t end, NumberWords *sum);
Ratio number_words_value(const NumberWords *sum);

void numeral_words_wordbook(Wordbook *book);

#endif
