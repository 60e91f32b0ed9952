/* Regular expressions as PCRE2 compiles them. */
#ifndef PATTERN_H
#define PATTERN_H

#include "rules.h"

#include <stdatomic.h>

struct pcre2_real_match_data_8;
struct pcre2_real_match_context_8;

/* The groups of a slot's use: an empty one where it begins, and the whole. Negative: the expression has none. */
typedef struct UseGroups {
    int begin;
    int whole;
} UseGroups;

struct PatternCode {
    struct pcre2_real_code_8 *pcre2; /* once it is prepared; NULL: it is wrong, or there was no memory */
    Texts parts;                     /* of the expression, one behind the other */
    size_t uses;                     /* of slots */
    UseGroups *groups;               /* of each of these, once it is prepared */
    Lang lang;
    size_t number; /* among all of a rule set, from 1; 0: it belongs to none */
    bool shared;   /* by two patterns */
    bool anchored; /* it matches only where matching begins */
    size_t machine_bytes;
    atomic_bool prepared;
    atomic_bool fast; /* there is machine code of it */
    atomic_uint runs; /* without machine code */
};

/* Tells at `place` what is wrong with an expression; false: something is. */
bool pattern_check(Text source, Lang lang, Place place, Diag *diag);
/* The expression of one line of a rule file, in which slots are used so many times. It is compiled when it is prepared.
 * NULL: no memory. */
PatternCode *pattern_make(Texts parts, size_t uses, Lang lang, bool anchored);
/* Compiles it, when it is about to match for the first time: most patterns of a run never are. Threads may ask for the
 * same pattern at the same time. */
void pattern_prepare(PatternCode *code);
/* Matches a prepared one from byte `from` of valid UTF-8 on: PCRE2's answer. A pattern is interpreted until it has been
 * tried often enough for machine code to be worth its while, and as long as all machine code together stays small.
 * Machine code counts its steps in its own way, and what it says holds: who goes only a small part of the limit without
 * it is far from the limit in either, and so what is found does not depend on what was tried before. PATTERN_AGAIN: it
 * went further than that, and is to be asked again with `now`. */
enum { PATTERN_AGAIN = -1000 };
int pattern_match(PatternCode *code, Text text, size_t from, uint32_t limit, bool now,
                  struct pcre2_real_match_data_8 *data, struct pcre2_real_match_context_8 *context);
/* An expression, slow, for finding out how far it gets: it calls out before each of its items. NULL: no memory. */
PatternCode *pattern_compile_traced(Text source, size_t uses, Lang lang);
void pattern_free(PatternCode *code); /* NULL does nothing */

#endif
