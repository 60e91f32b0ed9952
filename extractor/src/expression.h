/* How a regular expression is written. */
#ifndef EXPRESSION_H
#define EXPRESSION_H

#include "text.h"

/* Go past what stands at byte *at: a quantifier, if there is one (is what stands before it optional?); a class from its
 * "["; an escape from its "\": \b, \d, \p{sc:Han}, \x{4e00}. */
bool expression_skip_quantifier(Text pattern, size_t *at);
void expression_skip_class(Text pattern, size_t *at);
void expression_skip_escape(Text pattern, size_t *at);

/* The character for which the escape at byte *at stands; goes past it. False: it stands for no single one, and *at is
 * somewhere in it. */
bool expression_character(Text pattern, size_t *at, uint32_t *out);

typedef enum GroupKind {
    GROUP_PLAIN,  /* (…) (?:…) (?>…) (?i:…) (?<name>…): its words are read */
    GROUP_AHEAD,  /* (?=…) */
    GROUP_BEHIND, /* (?<=…) */
    GROUP_ASIDE,  /* (?!…) (?<!…) (?C'…') (?#…): tells of no words that are there */
    GROUP_CALL,   /* (?&Name) */
    GROUP_OTHER,  /* what else PCRE2 knows */
} GroupKind;

/* What a group is by its opening, with which `group` begins and whose length goes to *opening. */
GroupKind expression_group(Text group, size_t *opening);
/* The byte behind the group that opens at byte `open`. */
size_t expression_group_end(Text pattern, size_t open);

/* Is each group and class closed that is opened? That much is told without PCRE2, and soon. */
bool expression_is_balanced(Text pattern);

#endif
