/* Quantities in the units of today. */
#ifndef CONVERSION_H
#define CONVERSION_H

#include "number.h"

/* A number in another unit than its own: exact decimals, 15 digits where they do not end. */
typedef struct Converted {
    Text value; /* empty for a range */
    Text minimum;
    Text maximum;
    Text unit; /* as units.tsv has it: kg, ha, CNY; empty: there is no conversion, or none that held on that day */
} Converted;

/* What units.tsv makes of a number that was printed on the day `when` (year 0: not known). The number itself stays as
 * it is. */
Converted conversion_of(const NumberMention *number, Day when, Arena *arena);

/* Reads `1/15 ha` or `0.5 kg`; false: it is neither. */
bool conversion_parse(Text text, Ratio *factor, Text *unit);

/* The smaller unit that stands at a byte of a sentence: 分 of 亩, whose parts are `分 1/10, 厘 1/100`. Gives the byte
 * after it, or 0, and its share; a share that does not exist: how many of it make one was not always the same. */
size_t conversion_part(Text parts, Text sentence, size_t at, Ratio *share);

/* Are these parts as the function before reads them? */
bool conversion_parts_valid(Text parts);

#endif
