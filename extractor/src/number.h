/* Numbers and quantities in both languages. */
#ifndef NUMBER_H
#define NUMBER_H

#include "diag.h"
#include "lang.h"
#include "lexicon.h"

typedef enum Qualifier { QUALIFIER_EXACTLY, QUALIFIER_AT_LEAST, QUALIFIER_AT_MOST, QUALIFIER_ABOUT } Qualifier;

typedef struct NumberMention {
    Span span;   /* bytes of the whole expression: number, its qualifying words and its unit ("more than 930",
                    九百三十多名) */
    Span digits; /* bytes of the bare number in it (930, 九百三十) */
    Text value;  /* canonical decimal: "930", "71.5", "-3"; percentages as the percent ("12.5" with unit "%"); empty for
                    a range */
    Text minimum; /* a range (五六千): both ends, canonical decimals */
    Text maximum;
    Qualifier qualifier;
    Text unit; /* as the text has it, right after the number: 名 吨 % 个; English: tons, percent -> "%"; empty: none */
    const Unit *measure;     /* that unit as the lexicon has it; NULL: it is % or nothing */
    bool ordinal;            /* 第三, third, 104次 in a name: counts nothing */
    bool unit_is_classifier; /* a Chinese measure word such as 名 个 项 that counts the noun beside it, not a unit such
                                as 吨 */
} NumberMention;

typedef VECTOR(NumberMention) NumberMentions;

/* Finds numbers in `text`, left to right, no overlap. Not a number: 一切, 万一, 三反, "one of the". */
void number_scan(Lang lang, Text text, const Lexicon *lexicon, Arena *arena, NumberMentions *out);

const char *qualifier_name(Qualifier qualifier); /* "exactly", "atLeast", "atMost", "about" */

#endif
