/* The command line: options from one table, sub-commands, exit status. It knows the library by its public header only.
 */
#include "dateline.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* Exit status. */
enum { DONE = 0, DONE_IN_PART = 1, WRONG_USE = 2, NO_RULES = 3 };

/* Commands, as bits: which of them know an option. */
enum { EXTRACT = 1, QUERY = 2, CHECK_RULES = 4, EVERY = 7 };

typedef enum OptionId { OUTPUT, TO, FORMAT, BASE, WITH_TEXT, DATA, HELP, VERSION, OPTION_COUNT } OptionId;

typedef struct Option {
    char letter; /* 0: it has a long name only */
    const char *name;
    const char *value; /* what stands behind it; NULL: nothing */
    unsigned commands;
    const char *help;
} Option;

static const Option OPTIONS[OPTION_COUNT] = {
    [OUTPUT] = {'o', "output", "FILE", EXTRACT, "write to FILE, not to standard output"},
    [TO] = {'t', "to", "FORMAT", EXTRACT, "turtle, ntriples, nquads or rdfxml; else as FILE ends, else turtle"},
    [FORMAT] = {'f', "format", "FORMAT", QUERY, "table, csv or json; turtle or ntriples for a CONSTRUCT"},
    [BASE] = {'b', "base", "IRI", EXTRACT, "name data under IRI"},
    [WITH_TEXT] = {0, "with-text", NULL, EXTRACT, "put the text of the articles into the graph"},
    [DATA] = {'d', "data", "DIR", EXTRACT | CHECK_RULES, "folder with rules, lexicon and ontology"},
    [HELP] = {'h', "help", NULL, EVERY, "say this"},
    [VERSION] = {'V', "version", NULL, EVERY, "say which version this is"},
};

typedef struct Arguments {
    const char *values[OPTION_COUNT]; /* NULL: not given; without a value: its name */
    const char **operands;
    size_t count;
} Arguments;

typedef struct Command {
    const char *name;
    unsigned bit;
    const char *operands;
    size_t least; /* number of operands */
    const char *help;
    int (*run)(const Arguments *arguments);
} Command;

static int run_extract(const Arguments *arguments);
static int run_query(const Arguments *arguments);
static int run_check_rules(const Arguments *arguments);

static const Command COMMANDS[] = {
    {"extract", EXTRACT, "FILE...", 1,
     "Write what articles report as RDF. A FILE may be a folder; - is standard input.", run_extract},
    {"query", QUERY, "QUERY GRAPH...", 2, "Answer the SPARQL query in the file QUERY over graphs (.ttl .nt .nq .rdf).",
     run_query},
    {"check-rules", CHECK_RULES, "[FILE]...", 0, "Run the examples inside rule files; without a FILE, all of ours.",
     run_check_rules},
};
enum { COMMAND_COUNT = sizeof COMMANDS / sizeof *COMMANDS };

typedef struct Choice {
    const char *name;
    const char *ending; /* of a file in this format, or NULL */
    int value;
} Choice;

static const Choice GRAPH_FORMATS[] = {
    {"turtle", ".ttl", DATELINE_TURTLE},
    {"ntriples", ".nt", DATELINE_NTRIPLES},
    {"nquads", ".nq", DATELINE_NQUADS},
    {"rdfxml", ".rdf", DATELINE_RDFXML},
};
enum { GRAPH_FORMAT_COUNT = sizeof GRAPH_FORMATS / sizeof *GRAPH_FORMATS };

static const Choice ANSWER_FORMATS[] = {
    {"table", NULL, DATELINE_ANSWER_TABLE},       {"csv", NULL, DATELINE_ANSWER_CSV},
    {"json", NULL, DATELINE_ANSWER_JSON},         {"turtle", NULL, DATELINE_ANSWER_TURTLE},
    {"ntriples", NULL, DATELINE_ANSWER_NTRIPLES},
};
enum { ANSWER_FORMAT_COUNT = sizeof ANSWER_FORMATS / sizeof *ANSWER_FORMATS };

/* ---- telling ---- */

static void print_message(void *context, const char *message) {
    (void)context;
    fprintf(stderr, "%s\n", message);
}

static int wrong_use(const char *what, const char *which, const Command *command) {
    fprintf(stderr, "dateline: %s '%s' (see dateline %s%s--help)\n", what, which, command ? command->name : "",
            command ? " " : "");
    return WRONG_USE;
}

static void print_usage(FILE *stream, const Command *command) {
    if (command) {
        fprintf(stream, "usage: dateline %s [OPTION]... %s\n", command->name, command->operands);
    } else {
        fputs("usage: dateline COMMAND [OPTION]... [FILE]...\n", stream);
    }
}

/* All that was printed has arrived, or the exit status says that it has not. */
static int finish_printing(int exit_status) {
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fprintf(stderr, "dateline: standard output: %s\n", strerror(errno));
        return WRONG_USE;
    }
    return exit_status;
}

static int print_help(const Command *command) {
    print_usage(stdout, command);
    printf("\n%s\n\n", command ? command->help : "Newspaper articles in, RDF out.");
    for (size_t i = 0; !command && i < COMMAND_COUNT; i++) {
        printf("  %-12s %s\n", COMMANDS[i].name, COMMANDS[i].help);
    }
    fputs(command ? "" : "\n", stdout);
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const Option *option = &OPTIONS[i];
        if (option->commands & (command ? command->bit : EVERY) && (command || option->commands == EVERY)) {
            char shape[32];
            snprintf(shape, sizeof shape, "--%s %s", option->name, option->value ? option->value : "");
            printf("  %c%c%c %-18s %s\n", option->letter ? '-' : ' ', option->letter ? option->letter : ' ',
                   option->letter ? ',' : ' ', shape, option->help);
        }
    }
    fputs("\nExit status: 0 done; 1 done, but some input was skipped or some example failed;\n"
          "2 wrong use, or a file could not be read or written; 3 rules, lexicon or ontology would not load.\n",
          stdout);
    return finish_printing(DONE);
}

static int exit_status_of(dateline_status status) {
    switch (status) {
    case DATELINE_OK:
        return DONE;
    case DATELINE_SKIPPED:
    case DATELINE_FAILED:
        return DONE_IN_PART;
    case DATELINE_RULES:
        return NO_RULES;
    default:
        return WRONG_USE;
    }
}

/* ---- reading the command line ---- */

static const Command *find_command(const char *name) {
    for (size_t i = 0; name && i < COMMAND_COUNT; i++) {
        if (strcmp(COMMANDS[i].name, name) == 0) {
            return &COMMANDS[i];
        }
    }
    return NULL;
}

/* The option that `length` bytes name: "o" or "output". */
static OptionId find_option(const char *name, size_t length, bool is_long) {
    OptionId id = 0;
    for (; id < OPTION_COUNT; id++) {
        const Option *option = &OPTIONS[id];
        bool same = is_long ? strlen(option->name) == length && strncmp(option->name, name, length) == 0
                            : option->letter && option->letter == *name;
        if (same) {
            break;
        }
    }
    return id;
}

/* Reads the option, or the run of short ones, in **next; moves *next on to the last word used. */
static int read_option(char ***next, const Command *command, Arguments *out) {
    const char *word = **next;
    bool is_long = word[1] == '-';
    const char *at = word + (is_long ? 2 : 1);
    do {
        size_t length = is_long ? strcspn(at, "=") : 1;
        OptionId id = find_option(at, length, is_long);
        if (id == OPTION_COUNT || (command && !(OPTIONS[id].commands & command->bit))) {
            return wrong_use("unknown option", word, command);
        }
        at += length;
        if (!OPTIONS[id].value) {
            out->values[id] = OPTIONS[id].name;
            if (is_long && *at) {
                return wrong_use("no value goes with option", word, command);
            }
            continue;
        }
        out->values[id] = *at ? at + is_long : *++*next;
        return out->values[id] ? DONE : wrong_use("a value is missing behind option", word, command);
    } while (*at);
    return DONE;
}

/* The first operand names the command. `argv` is used up: operands move to its front. */
static int read_arguments(char **argv, const Command **command, Arguments *out) {
    bool options_ended = false;
    size_t count = 0;
    for (char **next = argv + 1; *next; next++) {
        if (!options_ended && strcmp(*next, "--") == 0) {
            options_ended = true;
        } else if (!options_ended && **next == '-' && (*next)[1]) {
            int wrong = read_option(&next, *command, out);
            if (wrong) {
                return wrong;
            }
        } else {
            argv[count++] = *next;
            *command = count == 1 ? find_command(*next) : *command;
            if (!*command) {
                return wrong_use("unknown command", *next, NULL);
            }
        }
    }
    out->operands = (const char **)argv + 1;
    out->count = count ? count - 1 : 0;
    for (OptionId id = 0; *command && id < OPTION_COUNT; id++) {
        if (out->values[id] && !(OPTIONS[id].commands & (*command)->bit)) {
            return wrong_use("unknown option", OPTIONS[id].name, *command);
        }
    }
    return DONE;
}

/* Finds `name`; -1: there is no such choice. */
static int choose(const Choice *choices, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(choices[i].name, name) == 0) {
            return choices[i].value;
        }
    }
    return -1;
}

/* ---- the commands ---- */

static dateline_options options_of(const Arguments *arguments) {
    return (dateline_options){.data = arguments->values[DATA],
                              .base = arguments->values[BASE],
                              .with_text = arguments->values[WITH_TEXT] != NULL,
                              .sink = print_message};
}

static dateline_status worse(dateline_status a, dateline_status b) {
    return a > b ? a : b;
}

/* By --to, else by the ending of --output; -1: there is no such format. */
static int graph_format(const Arguments *arguments) {
    const char *path = arguments->values[OUTPUT];
    const char *ending = path ? strrchr(path, '.') : NULL;
    if (arguments->values[TO]) {
        return choose(GRAPH_FORMATS, GRAPH_FORMAT_COUNT, arguments->values[TO]);
    }
    for (size_t i = 0; ending && i < GRAPH_FORMAT_COUNT; i++) {
        if (strcmp(GRAPH_FORMATS[i].ending, ending) == 0) {
            return GRAPH_FORMATS[i].value;
        }
    }
    return DATELINE_TURTLE;
}

static int run_extract(const Arguments *arguments) {
    int format = graph_format(arguments);
    if (format < 0) {
        return wrong_use("unknown format", arguments->values[TO], find_command("extract"));
    }
    dateline_options options = options_of(arguments);
    dateline *world;
    dateline_writer *writer;
    dateline_status status = dateline_open(&options, &world);
    if (status != DATELINE_OK) {
        return exit_status_of(status);
    }
    status = dateline_writer_open(world, arguments->values[OUTPUT], (dateline_format)format, &writer);
    if (status == DATELINE_OK) {
        for (size_t i = 0; i < arguments->count && status != DATELINE_MEMORY; i++) {
            status = worse(status, dateline_extract(world, arguments->operands[i], writer));
        }
        if (status == DATELINE_MEMORY) {
            dateline_writer_discard(writer);
        } else {
            status = worse(status, dateline_writer_close(writer));
        }
    }
    dateline_close(world);
    return exit_status_of(status);
}

static int run_query(const Arguments *arguments) {
    const char *name = arguments->values[FORMAT] ? arguments->values[FORMAT] : "table";
    int format = choose(ANSWER_FORMATS, ANSWER_FORMAT_COUNT, name);
    if (format < 0) {
        return wrong_use("unknown format", name, find_command("query"));
    }
    dateline_options options = options_of(arguments);
    return exit_status_of(dateline_query(&options, arguments->operands[0], arguments->operands + 1,
                                         arguments->count - 1, (dateline_answer)format));
}

static int run_check_rules(const Arguments *arguments) {
    dateline_options options = options_of(arguments);
    dateline *world;
    dateline_status status = dateline_open(&options, &world);
    if (status != DATELINE_OK) {
        return exit_status_of(status);
    }
    dateline_examples sum = {0};
    for (size_t i = 0; i == 0 || i < arguments->count; i++) {
        dateline_examples result = {0};
        status = worse(status, dateline_check_rules(world, arguments->count ? arguments->operands[i] : NULL, &result));
        sum.passed += result.passed;
        sum.failed += result.failed;
        sum.gaps += result.gaps;
    }
    dateline_close(world);
    printf("%zu passed, %zu failed", sum.passed, sum.failed);
    if (sum.gaps) {
        printf(", %zu known gap%s", sum.gaps, sum.gaps == 1 ? "" : "s");
    }
    putchar('\n');
    return finish_printing(exit_status_of(status));
}

int main(int argc, char **argv) {
    (void)argc;
    const Command *command = NULL;
    Arguments arguments = {0};
    int wrong = read_arguments(argv, &command, &arguments);
    if (wrong) {
        return wrong;
    }
    if (arguments.values[HELP]) {
        return print_help(command);
    }
    if (arguments.values[VERSION]) {
        printf("dateline %s\n", dateline_version());
        return finish_printing(DONE);
    }
    if (!command || arguments.count < command->least) {
        print_usage(stderr, command);
        fprintf(stderr, "       dateline %s%s--help says more\n", command ? command->name : "", command ? " " : "");
        return WRONG_USE;
    }
    return command->run(&arguments);
}
