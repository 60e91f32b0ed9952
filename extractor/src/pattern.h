/* Regular expressions as PCRE2 compiles them. */
#ifndef PATTERN_H
#define PATTERN_H

#include "rules.h"

#include <stdatomic.h>

struct PatternCode {
    struct pcre2_real_code_8 *pcre2; /* NULL: not compiled yet */
    Text source;
    Lang lang;
    atomic_bool prepared;
};

/* Compiles the expression of one line of a rule file. What is wrong with it is told at `place`; then NULL. */
PatternCode *pattern_compile(Text source, Lang lang, Place place, Diag *diag);
/* One that is known to be right, as it is a part of one that has been compiled: it is compiled when it is prepared. */
PatternCode *pattern_defer(Text source, Lang lang);
/* Makes machine code of it, when it is about to match for the first time: most patterns of a run never are, and to make
 * all of them ready takes longer than to compile them. Threads may ask for the same pattern at the same time. */
void pattern_prepare(PatternCode *code);
/* The same expression, slow, for finding out how far it gets: it calls out before each of its items. NULL: no memory.
 */
PatternCode *pattern_compile_traced(Text source, Lang lang);
void pattern_free(PatternCode *code); /* NULL does nothing */

/* The number of the group named by a letter and the number of a slot's use; negative: there is none. */
int pattern_group(const PatternCode *code, char letter, size_t use);

#endif
