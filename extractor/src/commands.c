/* Runs the sub-commands: options and operands in, one call of dateline.h each, exit status out. How a command line is
 * read is main.c's. */
#include "commands.h"

#include "dateline.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* ---- telling ---- */

static void print_message(void *context, const char *message) {
    (void)context;
    fprintf(stderr, "%s\n", message);
}

int command_wrong_use(const char *what, const char *which, const Command *command) {
    fprintf(stderr, "dateline: %s '%s' (see dateline %s%s--help)\n", what, which, command ? command->name : "",
            command ? " " : "");
    return WRONG_USE;
}

int command_finish_printing(int exit_status) {
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

static const Format LANGUAGES[] = {{"en", "", DATELINE_ENGLISH}, {"zh", "", DATELINE_CHINESE}, {NULL, NULL, -1}};

static const Format KINDS[] = {{"number", "", DATELINE_NUMBERS}, {"date", "", DATELINE_DATES}, {NULL, NULL, -1}};

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
                              .rules = arguments->all[RULES],
                              .lexicon = arguments->all[LEXICON],
                              .with_text = arguments->values[WITH_TEXT] != NULL,
                              .sink = print_message};
}

static dateline_input input_of(const Arguments *arguments) {
    return (dateline_input){.paths = arguments->operands,
                            .count = arguments->count,
                            .files_from = arguments->values[FILES_FROM],
                            .encoding = arguments->values[ENCODING],
                            .since = arguments->values[SINCE],
                            .until = arguments->values[UNTIL]};
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
    dateline_input input = input_of(arguments);
    status = dateline_extract(world, &input, writer);
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
        return command_wrong_use("unknown format", name, command);
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
        return command_wrong_use("unknown format", name, command);
    }
    dateline_options options = options_of(arguments);
    return exit_status_of(dateline_query(&options, arguments->operands[0], arguments->operands + 1,
                                         arguments->count - 1, (dateline_answer)format));
}

static int run_explain(const Command *command, const Arguments *arguments) {
    (void)command;
    dateline_options options = options_of(arguments);
    dateline *world;
    dateline_status status = dateline_open(&options, &world);
    if (status != DATELINE_OK) {
        return exit_status_of(status);
    }
    dateline_input input = input_of(arguments);
    status = dateline_explain(world, &input, arguments->values[WHY_NOT]);
    dateline_close(world);
    return exit_status_of(status);
}

static dateline_status check_examples(dateline *world, const Arguments *arguments) {
    dateline_status status = DATELINE_OK;
    dateline_examples sum = {0};
    for (size_t i = 0; i == 0 || i < arguments->count; i++) {
        dateline_examples result = {0};
        status = worse(status, dateline_check_rules(world, arguments->count ? arguments->operands[i] : NULL, &result));
        sum.passed += result.passed;
        sum.failed += result.failed;
        sum.gaps += result.gaps;
    }
    printf("%zu passed, %zu failed", sum.passed, sum.failed);
    if (sum.gaps) {
        printf(", %zu known gap%s", sum.gaps, sum.gaps == 1 ? "" : "s");
    }
    putchar('\n');
    return status;
}

static int run_check_rules(const Command *command, const Arguments *arguments) {
    bool overlaps = arguments->values[OVERLAPS] != NULL;
    bool coverage = arguments->values[COVERAGE] != NULL;
    if (overlaps && (coverage || arguments->count)) {
        return command_wrong_use("no articles and no files go with", "--overlaps", command);
    }
    if (coverage && arguments->count == 0) {
        return command_wrong_use("no articles are named for", "--coverage", command);
    }
    dateline_options options = options_of(arguments);
    dateline_input input = input_of(arguments);
    dateline *world;
    dateline_status status = dateline_open(&options, &world);
    if (status != DATELINE_OK) {
        return exit_status_of(status);
    }
    status = overlaps   ? dateline_overlaps(world)
             : coverage ? dateline_coverage(world, &input)
                        : check_examples(world, arguments);
    dateline_close(world);
    return command_finish_printing(exit_status_of(status));
}

static int run_normalize(const Command *command, const Arguments *arguments) {
    const char *language_name = arguments->values[LANGUAGE];
    const char *kind_name = arguments->values[KIND];
    int language = language_name ? find_format(LANGUAGES, language_name) : -1;
    int kind = kind_name ? find_format(KINDS, kind_name) : -1;
    if (language < 0) {
        return command_wrong_use(language_name ? "unknown language" : "an option is missing",
                                 language_name ? language_name : "--lang zh|en", command);
    }
    if (kind < 0) {
        return command_wrong_use(kind_name ? "unknown kind" : "an option is missing",
                                 kind_name ? kind_name : "--kind number|date", command);
    }
    if (arguments->count > 1) {
        return command_wrong_use("one file at a time, not also", arguments->operands[1], command);
    }
    dateline_options options = options_of(arguments);
    dateline *world;
    dateline_status status = dateline_open(&options, &world);
    if (status == DATELINE_OK) {
        status =
            dateline_normalize(world, arguments->count ? arguments->operands[0] : "-", (dateline_language)language,
                               (dateline_kind)kind, arguments->values[REFERENCE], arguments->values[CONVERT] != NULL);
        dateline_close(world);
    }
    return exit_status_of(status);
}

const Command COMMANDS[COMMAND_COUNT] = {
    {"extract", EXTRACT, "FILE...", 1,
     "Write as RDF what articles report. A FILE may be a folder, an archive, or - for standard input.", run_extract},
    {"query", QUERY, "QUERY GRAPH...", 2, "Answer the SPARQL query in the file QUERY over graphs (.ttl .nt .nq .rdf).",
     run_query},
    {"check-rules", CHECK_RULES, "[FILE]...", 0, "Run the examples inside rule files; without a FILE, all of ours.",
     run_check_rules},
    {"explain", EXPLAIN, "FILE...", 1, "Say what was found in each sentence, by which rule, and from which words.",
     run_explain},
    {"normalize", NORMALIZE, "[FILE]", 0,
     "Say what the numbers or dates in each line of FILE (or of standard input) are.", run_normalize},
};
