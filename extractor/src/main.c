/* The command line: options from one table, sub-commands, exit status. What the program does is behind dateline.h. */
#include "arguments.h"
#include "dateline.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* Exit status. */
enum { DONE = 0, DONE_IN_PART = 1, WRONG_USE = 2, NO_RULES = 3 };

/* Commands, as bits: which of them know an option. */
enum { EXTRACT = 1, QUERY = 2, CHECK_RULES = 4, EVERY = 7 };

enum { OUTPUT, TO, FORMAT, BASE, WITH_TEXT, DATA, HELP, VERSION, OPTION_COUNT };

static const Option OPTIONS[OPTION_COUNT] = {
    [OUTPUT] = {"output", "FILE", "write to FILE, not to standard output", EXTRACT, 'o'},
    [TO] = {"to", "FORMAT", "turtle, ntriples, nquads or rdfxml; else as FILE ends, else turtle", EXTRACT, 't'},
    [FORMAT] = {"format", "FORMAT", "table, csv or json; turtle or ntriples for a CONSTRUCT", QUERY, 'f'},
    [BASE] = {"base", "IRI", "name data under IRI", EXTRACT, 'b'},
    [WITH_TEXT] = {"with-text", NULL, "put the text of the articles into the graph", EXTRACT, 0},
    [DATA] = {"data", "DIR", "folder with rules, lexicon and ontology", EXTRACT | CHECK_RULES, 'd'},
    [HELP] = {"help", NULL, "say this", EVERY, 'h'},
    [VERSION] = {"version", NULL, "say which version this is", EVERY, 'V'},
};

typedef struct Command {
    const char *name;
    unsigned bit;
    const char *operands;
    size_t least; /* number of operands */
    const char *help;
    int (*run)(const struct Command *command, const Arguments *arguments);
} Command;

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

/* All that was printed has arrived, or the exit status says that it has not. */
static int finish_printing(int exit_status) {
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fprintf(stderr, "dateline: standard output: %s\n", strerror(errno));
        return WRONG_USE;
    }
    return exit_status;
}

static int exit_status_of(dateline_status status) {
    bool in_part = status == DATELINE_SKIPPED || status == DATELINE_FAILED;
    return status == DATELINE_OK ? DONE : in_part ? DONE_IN_PART : status == DATELINE_RULES ? NO_RULES : WRONG_USE;
}

/* ---- formats ---- */

typedef struct Format {
    const char *name;
    const char *ending; /* of the name of a file in this format */
    int value;
} Format;

static const Format GRAPH_FORMATS[] = {{"turtle", ".ttl", DATELINE_TURTLE},
                                       {"ntriples", ".nt", DATELINE_NTRIPLES},
                                       {"nquads", ".nq", DATELINE_NQUADS},
                                       {"rdfxml", ".rdf", DATELINE_RDFXML},
                                       {NULL, NULL, -1}};

static const Format ANSWER_FORMATS[] = {
    {"table", "", DATELINE_ANSWER_TABLE},          {"csv", ".csv", DATELINE_ANSWER_CSV},
    {"json", ".json", DATELINE_ANSWER_JSON},       {"turtle", ".ttl", DATELINE_ANSWER_TURTLE},
    {"ntriples", ".nt", DATELINE_ANSWER_NTRIPLES}, {NULL, NULL, -1}};

/* Of the format with this name or, by an ending, of the file with this name; -1: there is none. */
static int find_format(const Format *format, const char *name) {
    const char *ending = strrchr(name, '.');
    while (format->name && strcmp(format->name, name) != 0 && (!ending || strcmp(format->ending, ending) != 0)) {
        format++;
    }
    return format->value;
}

/* ---- commands ---- */

static dateline_options options_of(const Arguments *arguments) {
    return (dateline_options){.data = arguments->values[DATA],
                              .base = arguments->values[BASE],
                              .with_text = arguments->values[WITH_TEXT] != NULL,
                              .sink = print_message};
}

static dateline_status worse(dateline_status a, dateline_status b) {
    return a > b ? a : b;
}

static dateline_status extract_to(dateline *world, const Arguments *arguments, dateline_format format) {
    dateline_writer *writer;
    dateline_status status = dateline_writer_open(world, arguments->values[OUTPUT], format, &writer);
    if (status != DATELINE_OK) {
        return status;
    }
    for (size_t i = 0; i < arguments->count && status != DATELINE_MEMORY; i++) {
        status = worse(status, dateline_extract(world, arguments->operands[i], writer));
    }
    if (status == DATELINE_MEMORY) {
        dateline_writer_discard(writer);
        return status;
    }
    return worse(status, dateline_writer_close(writer));
}

static int run_extract(const Command *command, const Arguments *arguments) {
    const char *name = arguments->values[TO];
    int by_path = arguments->values[OUTPUT] ? find_format(GRAPH_FORMATS, arguments->values[OUTPUT]) : -1;
    int format = name ? find_format(GRAPH_FORMATS, name) : by_path >= 0 ? by_path : DATELINE_TURTLE;
    if (format < 0) {
        return wrong_use("unknown format", name, command);
    }
    dateline_options options = options_of(arguments);
    dateline *world;
    dateline_status status = dateline_open(&options, &world);
    if (status == DATELINE_OK) {
        status = extract_to(world, arguments, (dateline_format)format);
        dateline_close(world);
    }
    return exit_status_of(status);
}

static int run_query(const Command *command, const Arguments *arguments) {
    const char *name = arguments->values[FORMAT] ? arguments->values[FORMAT] : "table";
    int format = find_format(ANSWER_FORMATS, name);
    if (format < 0) {
        return wrong_use("unknown format", name, command);
    }
    dateline_options options = options_of(arguments);
    return exit_status_of(dateline_query(&options, arguments->operands[0], arguments->operands + 1,
                                         arguments->count - 1, (dateline_answer)format));
}

static int run_check_rules(const Command *command, const Arguments *arguments) {
    (void)command;
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

static const Command COMMANDS[] = {
    {"extract", EXTRACT, "FILE...", 1,
     "Write as RDF what articles report. A FILE may be a folder, or - for standard input.", run_extract},
    {"query", QUERY, "QUERY GRAPH...", 2, "Answer the SPARQL query in the file QUERY over graphs (.ttl .nt .nq .rdf).",
     run_query},
    {"check-rules", CHECK_RULES, "[FILE]...", 0, "Run the examples inside rule files; without a FILE, all of ours.",
     run_check_rules},
};
enum { COMMAND_COUNT = sizeof COMMANDS / sizeof *COMMANDS };

/* ---- the command line ---- */

static void print_usage(FILE *stream, const Command *command) {
    fprintf(stream, "usage: dateline %s [OPTION]... %s\n", command ? command->name : "COMMAND",
            command ? command->operands : "[FILE]...");
}

static void print_option(const Option *option) {
    char shape[32];
    snprintf(shape, sizeof shape, "--%s %s", option->name, option->value ? option->value : "");
    printf(option->letter ? "  -%c, " : "      ", option->letter);
    printf("%-18s %s\n", shape, option->help);
}

static int print_help(const Command *command) {
    print_usage(stdout, command);
    printf("\n%s\n\n", command ? command->help : "Newspaper articles in, RDF out.");
    for (size_t i = 0; !command && i < COMMAND_COUNT; i++) {
        printf("  %-12s %s%s", COMMANDS[i].name, COMMANDS[i].help, i + 1 < COMMAND_COUNT ? "\n" : "\n\n");
    }
    unsigned wanted = command ? command->bit : EVERY;
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if ((OPTIONS[i].commands & wanted) == wanted) {
            print_option(&OPTIONS[i]);
        }
    }
    puts("\nExit status: 0 done; 1 done, but some input was skipped or some example failed;\n"
         "2 wrong use, or a file could not be read or written; 3 rules, lexicon or ontology would not load.");
    return finish_printing(DONE);
}

static const Command *find_command(const char *name) {
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(COMMANDS[i].name, name) == 0) {
            return &COMMANDS[i];
        }
    }
    return NULL;
}

int main(int argc, char **argv) {
    (void)argc;
    Arguments arguments;
    arguments_read(argv, OPTIONS, OPTION_COUNT, &arguments);
    const Command *command = arguments.count ? find_command(arguments.operands[0]) : NULL;
    const char *foreign = command ? arguments_foreign(&arguments, OPTIONS, OPTION_COUNT, command->bit) : NULL;
    if (arguments.count && !command) {
        return wrong_use("unknown command", arguments.operands[0], NULL);
    }
    if (arguments.problem || foreign) {
        return wrong_use(foreign ? "unknown option" : arguments.problem, foreign ? foreign : arguments.word, command);
    }
    if (arguments.values[HELP]) {
        return print_help(command);
    }
    if (arguments.values[VERSION]) {
        printf("dateline %s\n", dateline_version());
        return finish_printing(DONE);
    }
    if (!command || arguments.count < 1 + command->least) {
        print_usage(stderr, command);
        return WRONG_USE;
    }
    arguments.operands++; /* the command itself */
    arguments.count--;
    return command->run(command, &arguments);
}
