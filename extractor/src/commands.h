/* The sub-commands: what each needs of the command line, and what it does. */
#ifndef COMMANDS_H
#define COMMANDS_H

#include "arguments.h"
#include "dateline.h"

/* Exit status. */
enum { DONE = 0, DONE_IN_PART = 1, WRONG_USE = 2, NO_RULES = 3 };

/* Commands, as bits: which of them know an option. */
enum {
    EXTRACT = 1,
    QUERY = 2,
    CHECK_RULES = 4,
    NORMALIZE = 8,
    EXPLAIN = 16,
    LOAD = 32,
    MERGE = 64,
    LINK_GRAPHS = 128,
    SAME = 256,
    EVERY = 511
};

/* The options, as places in a table. */
enum {
    OUTPUT,
    TO,
    FORMAT,
    BASE,
    WITH_TEXT,
    FILES_FROM,
    ENCODING,
    SINCE,
    UNTIL,
    PER,
    COMPRESS,
    MANIFEST,
    RESUME,
    JOBS,
    PROGRESS,
    QUIET,
    LANGUAGE,
    KIND,
    REFERENCE,
    CONVERT,
    WHY_NOT,
    NAMES,
    AUTHORITY,
    RECONCILE,
    CACHE,
    OVERLAPS,
    COVERAGE,
    PARAM,
    LIMIT,
    LIST,
    ENDPOINT,
    QUERY_ENDPOINT,
    GRAPH,
    GRAPH_PER,
    METHOD,
    UPDATE,
    REPLACE,
    JOURNAL,
    USER,
    PASSWORD_FILE,
    TIMEOUT,
    RETRIES,
    SHARD,
    DATASET,
    LICENCE,
    RULES,
    LEXICON,
    DATA,
    HELP,
    VERSION,
    OPTION_COUNT
};

typedef struct Command {
    const char *name;
    unsigned bit;
    const char *operands;
    size_t least; /* number of operands */
    const char *help;
    int (*run)(const struct Command *command, const Arguments *arguments); /* answers the exit status */
} Command;

enum { COMMAND_COUNT = 9 };
extern const Command COMMANDS[COMMAND_COUNT];

/* Says what is wrong with which word; `command` NULL: it came before any. Answers WRONG_USE. */
int command_wrong_use(const char *what, const char *which, const Command *command);
/* One of the few values that an option can have. */
typedef struct Choice {
    const char *name;   /* NULL: there are no more */
    const char *ending; /* of the name of a file that asks for it; NULL: none does */
    int value;
} Choice;

/* Of the choice with this name or, by an ending, of the file with this name; -1: there is none. */
int command_choose(const Choice *choices, const char *name);
dateline_options command_options(const Arguments *arguments);
dateline_input command_input(const Arguments *arguments);
int command_status(dateline_status status); /* the exit status */
/* All that was printed has arrived, or the exit status says that it has not. */
int command_finish_printing(int exit_status);

#endif
