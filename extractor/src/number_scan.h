/* What the scanners of both languages share: one measure as it is read, and how it becomes a mention. */
#ifndef NUMBER_SCAN_H
#define NUMBER_SCAN_H

#include "number.h"
#include "numeral.h"
#include "wordbook.h"

typedef struct NumberScanner {
    Text text;
    const Lexicon *lexicon;
    const Wordbook *book;
    Arena *arena;
    NumberMentions *out;
    Ratio last; /* the value that was added last */
} NumberScanner;

/* A number with its unit. */
typedef struct Measure {
    size_t begin;
    size_t end;
    Span digits;
    Numeral numeral;
    Ratio high; /* the other end of a range; denominator 0: none */
    bool qualified;
    Qualifier qualifier;
    Text unit;
    const Unit *known; /* that unit in the lexicon; NULL: none */
    bool classifier;
} Measure;

typedef struct QualifierWord {
    const char *word;
    Qualifier qualifier;
} QualifierWord;

void number_scan_zh(NumberScanner *scanner);
void number_scan_en(NumberScanner *scanner);
void number_en_wordbook(Wordbook *book);
size_t number_en_before(Text text, size_t at, Qualifier *out); /* the byte after "more than", "about" …; 0: none */
size_t number_en_after(Text text, size_t at, Qualifier *out);  /* the byte after " or more" …; 0: none */

/* Adds a mention; when it and the one before are the two ends of one statement (大于20并小于30), they become a range.
 * `joined`: nothing but a joining word stands between them. */
void number_push(NumberScanner *scanner, const Measure *measure, bool joined);
/* "between 5 and 10", 二至三百: may `high` end a range that `low` begins? Gives `low` the multiplier that it leaves to
 * `high`. */
bool number_range(Measure *low, const Measure *high);

/* The byte after the longest of `words` at `at`, or 0. */
size_t number_qualifier(Text text, size_t at, const QualifierWord *words, bool nocase, Qualifier *out);

#endif
