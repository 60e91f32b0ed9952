/* Reads a command line by a table of options. It does not know what the options are for, and prints nothing. */
#include "arguments.h"

#include <string.h>

/* The index of the option that `length` bytes name ("o", or "output"); `count`: there is none. */
static size_t find_option(const Option *options, size_t count, const char *name, size_t length, bool is_long) {
    for (size_t i = 0; i < count; i++) {
        bool same = is_long ? strlen(options[i].name) == length && memcmp(options[i].name, name, length) == 0
                            : options[i].letter && options[i].letter == *name;
        if (same) {
            return i;
        }
    }
    return count;
}

/* There is room for one more. */
static void keep_value(const char **all, const char *value) {
    while (*all) {
        all++;
    }
    *all = value;
}

static bool wrong(Arguments *out, const char *problem, const char *word) {
    out->problem = problem;
    out->word = word;
    return false;
}

/* Reads the option, or the run of short ones, in **next; *next moves on to the last word used. False: something is
 * wrong. */
static bool read_option(char ***next, const Option *options, size_t count, Arguments *out) {
    const char *word = **next;
    bool is_long = word[1] == '-';
    const char *at = word + (is_long ? 2 : 1);
    do {
        size_t length = is_long ? strcspn(at, "=") : 1;
        size_t found = find_option(options, count, at, length, is_long);
        if (found == count) {
            return wrong(out, "unknown option", word);
        }
        out->words[found] = word;
        at += length;
        if (options[found].value) {
            out->values[found] = *at ? at + is_long : *++*next;
            if (out->all[found][MOST_REPEATS - 1]) {
                return wrong(out, "given too often: option", word);
            }
            keep_value(out->all[found], out->values[found]);
            return out->values[found] || wrong(out, "a value is missing behind option", word);
        }
        if (is_long && *at) {
            return wrong(out, "no value goes with option", word);
        }
        out->values[found] = word;
    } while (*at);
    return true;
}

void arguments_read(char **argv, const Option *options, size_t option_count, Arguments *out) {
    bool options_ended = false;
    *out = (Arguments){.operands = (const char **)argv};
    for (char **next = argv + (*argv != NULL); *next; next++) {
        if (!options_ended && strcmp(*next, "--") == 0) {
            options_ended = true;
        } else if (options_ended || **next != '-' || !(*next)[1]) {
            out->operands[out->count++] = *next;
        } else if (!read_option(&next, options, option_count, out)) {
            return;
        }
    }
}

const char *arguments_foreign(const Arguments *arguments, const Option *options, size_t option_count,
                              unsigned command) {
    for (size_t i = 0; i < option_count; i++) {
        if (arguments->words[i] && !(options[i].commands & command)) {
            return arguments->words[i];
        }
    }
    return NULL;
}
