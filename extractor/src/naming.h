/* From the words of a filler to the name of a thing and the numbers that count it. */
#ifndef NAMING_H
#define NAMING_H

#include "tagger.h"

typedef struct Naming {
    Text label;    /* no article, no number at its edge or before its head */
    bool definite; /* an article or demonstrative was taken off */
    bool counted;  /* a number was taken out: */
    NumberMention number;
    Text unit; /* 名; English: the noun that is counted */
} Naming;

/* Names what stands at `span` (bytes in the sentence). */
Naming naming_of(const Tagged *tagged, Span span, Arena *arena);

/* The person whom Chinese words that are no mention as a whole name at their end, behind what he is called:
 * 林业部造林处工程师李大明, 林业大学李大明教授; NULL: nobody. */
const Mention *naming_person(const Tagged *tagged, Span span);

/* "other units": does the last member of an enumeration only say that there were more? */
bool naming_is_rest(const Tagged *tagged, Span span);

#endif
