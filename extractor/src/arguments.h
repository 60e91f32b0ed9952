/* A command line, taken apart by a table of options. */
#ifndef ARGUMENTS_H
#define ARGUMENTS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Option {
    const char *name;
    const char *value; /* what stands behind it; NULL: nothing */
    const char *help;
    unsigned commands; /* which commands know it, as bits */
    char letter;       /* 0: it has a long name only */
} Option;

enum { MOST_OPTIONS = 40, MOST_REPEATS = 16 };

typedef struct Arguments {
    const char *values[MOST_OPTIONS]; /* by index into the table; NULL: not given. Without a value: the word itself */
    const char *all[MOST_OPTIONS][MOST_REPEATS + 1]; /* every value of an option given several times, then NULL */
    const char *words[MOST_OPTIONS];                 /* as the options were given */
    const char **operands;                           /* what is no option, in order */
    size_t count;
    const char *problem; /* NULL: none; else what is wrong with `word`, and reading has stopped there */
    const char *word;
} Arguments;

/* Options may stand anywhere before `--`: -o FILE, -oFILE, --output FILE, --output=FILE. `argv` is used up: it holds
 * the operands afterwards. */
void arguments_read(char **argv, const Option *options, size_t option_count, Arguments *out);

/* An option that was given and that `command`, a bit, does not know, as it was given; NULL: none. */
const char *arguments_foreign(const Arguments *arguments, const Option *options, size_t option_count, unsigned command);

#endif
