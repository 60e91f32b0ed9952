/* Numerals: how digits and number words of both languages are read, as exact values. */
#ifndef NUMERAL_H
#define NUMERAL_H

#include "text.h"

/* An exact value. A denominator of 0 means that there is none: it would not fit, or there is no number. */
typedef struct Ratio {
    int64_t numerator;
    int64_t denominator;
} Ratio;

Ratio ratio_of(int64_t whole);
Ratio ratio_make(int64_t numerator, int64_t denominator); /* in lowest terms */
Ratio ratio_add(Ratio a, Ratio b);
Ratio ratio_multiply(Ratio a, Ratio b);
Ratio ratio_divide(Ratio a, Ratio b);
int ratio_compare(Ratio a, Ratio b);
bool ratio_is(Ratio a, int64_t whole);
bool ratio_exists(Ratio a);
bool ratio_whole(Ratio a, int *out); /* is it a whole number that fits? */
/* "930", "-71.5"; where the decimal does not end, 15 digits that count: "0.333333333333333". */
Text ratio_format(Arena *arena, Ratio value);

typedef struct Numeral {
    Ratio value;
    Ratio high;    /* the other end of 五六千; denominator 0: no range */
    int64_t scale; /* the last multiplier: 10000 in 三十万, 1000000 in "3 million"; 1: none */
    size_t digits; /* of how many single digits it consists (一九五六, 1956); 0: it has multipliers or tens in words */
    bool vague;    /* 几 or 多 or 余 stand inside: at least the value */
    bool ordinal;  /* third, 21st */
    bool fraction; /* a half, two thirds, 三分之一 */
    bool percent;  /* 百分之… */
    bool arabic;   /* it starts with 0-9 or ０-９ */
    bool pair;     /* two neighbouring digits, 五六: a range if a unit follows */
} Numeral;

/* Each reads what starts at byte `at` and answers the byte after it, or 0 when there is nothing of the kind. */
size_t numeral_digit(Text text, size_t at, int *value);    /* one ASCII or full-width digit */
size_t numeral_vulgar(Text text, size_t at, Ratio *out);   /* ½ and its like */
size_t numeral_arabic(Text text, size_t at, Numeral *out); /* 930, 14，000, ３．５, .77 */
/* Goes on from figures that end at `at`: groups of three digits after single spaces, narrow ones too, as in 1 234 567.
 * Answers the byte after the last group, `at` when there is none. */
size_t numeral_groups(Text text, size_t at, Numeral *out);
bool numeral_zh_may_start(Text text, size_t at); /* can a Chinese or Arabic numeral start with this character? */
size_t numeral_zh_whole(Text text, size_t at, Numeral *out); /* 二百三十余万, 一九五六, 5万4千 */
size_t numeral_zh(Text text, size_t at, Numeral *out); /* 二百三十余万, 5万4千, 三分之一, 七十一点五, 930 */
size_t numeral_en(Text text, size_t at, Numeral *out);             /* five hundred, 3.5 million, two-thirds, 21st */
size_t numeral_zh_digit(Text text, size_t at, int *value);         /* one digit of a year or a code: 一 ○ 9 ９ */
int64_t numeral_zh_multiplier(Text text, size_t at, size_t *next); /* 10 for 十, 10000 for 万; 0: none */

size_t numeral_spaces(Text text, size_t at);                        /* the byte after spaces, if any */
size_t numeral_any(Text text, size_t at, const char *const *words); /* the byte after the longest of `words`, or 0 */
Text numeral_word(Text text, size_t at);                            /* the English letters that start at byte `at` */

#endif
