/* Runs the sub-commands: options and operands in, one call of dateline.h each, exit status out. How a command line is
 * read is main.c's. */
#include "commands.h"

#include "dateline.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
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

enum { STORE_RETRIES = 5, STORE_TIMEOUT = 600 };

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

static const Format GRAPH_UNITS[] = {
    {"article", "", DATELINE_GRAPH_PER_ARTICLE}, {"month", "", DATELINE_GRAPH_PER_MONTH}, {NULL, NULL, -1}};

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

/* A number from the command line, `otherwise` if it was not given; SIZE_MAX: it is none, or less than `least`. */
static size_t number_of(const Arguments *arguments, int option, size_t least, size_t otherwise) {
    const char *value = arguments->values[option];
    char *end;
    errno = 0;
    unsigned long number = value ? strtoul(value, &end, 10) : otherwise;
    bool is_number = !value || (!errno && !*end && *value >= '0' && *value <= '9' && number >= least);
    return is_number ? number : SIZE_MAX;
}

/* The first of these options whose value is no number; NULL: they all are. */
static const char *no_number(const Arguments *arguments) {
    static const int COUNTS[] = {LIMIT, TIMEOUT, RETRIES};
    for (size_t i = 0; i < sizeof COUNTS / sizeof *COUNTS; i++) {
        if (number_of(arguments, COUNTS[i], COUNTS[i] != RETRIES, 1) == SIZE_MAX) {
            return arguments->values[COUNTS[i]];
        }
    }
    return NULL;
}

/* What is wrong with what was said about a store; NULL: nothing. */
static const char *wrong_login(const Arguments *arguments) {
    bool user = arguments->values[USER];
    bool password = arguments->values[PASSWORD_FILE];
    return user && !password ? "a password file goes with" : password && !user ? "a user goes with" : NULL;
}

static int ask_question(const Command *command, const Arguments *arguments, int format) {
    const char *endpoint = arguments->values[ENDPOINT];
    dateline_options options = options_of(arguments);
    dateline_question question = {.parameters = arguments->all[PARAM],
                                  .form = (dateline_answer)format,
                                  .limit = number_of(arguments, LIMIT, 1, 0),
                                  .endpoint = endpoint,
                                  .user = arguments->values[USER],
                                  .password_file = arguments->values[PASSWORD_FILE],
                                  .timeout = number_of(arguments, TIMEOUT, 1, 0),
                                  .retries = number_of(arguments, RETRIES, 0, STORE_RETRIES)};
    if (arguments->count < (endpoint ? 1 : 2)) {
        fprintf(stderr, "usage: dateline query [OPTION]... %s\n", command->operands);
        return WRONG_USE;
    }
    if (endpoint && arguments->count > 1) {
        return command_wrong_use("an endpoint is asked, and no file:", arguments->operands[1], command);
    }
    question.query = arguments->operands[0];
    question.files = arguments->operands + 1;
    question.count = arguments->count - 1;
    return exit_status_of(dateline_query(&options, &question));
}

static int run_query(const Command *command, const Arguments *arguments) {
    const char *name = arguments->values[FORMAT] ? arguments->values[FORMAT] : "table";
    int format = find_format(ANSWER_FORMATS, name);
    if (format < 0) {
        return command_wrong_use("unknown format", name, command);
    }
    if (no_number(arguments)) {
        return command_wrong_use("not a number:", no_number(arguments), command);
    }
    if (wrong_login(arguments)) {
        return command_wrong_use(wrong_login(arguments), arguments->values[USER] ? "--user" : "--password-file",
                                 command);
    }
    if (arguments->values[LIST]) {
        dateline_options options = options_of(arguments);
        return exit_status_of(dateline_list_queries(&options));
    }
    return ask_question(command, arguments, format);
}

static void print_loaded(const dateline_loaded *loaded) {
    printf("%zu statements in %zu request%s", loaded->statements, loaded->requests, loaded->requests == 1 ? "" : "s");
    if (loaded->taken_before) {
        printf(", %zu more taken before", loaded->taken_before);
    }
    if (loaded->missing) {
        printf("; %zu of %zu claims are not there\n", loaded->missing, loaded->claims);
    } else {
        printf("; all of %zu claims are there\n", loaded->claims);
    }
}

static int load_into(const Arguments *arguments, const dateline_store *store) {
    dateline_options options = options_of(arguments);
    dateline_loaded loaded;
    int exit_status = exit_status_of(dateline_load(&options, store, arguments->operands, arguments->count, &loaded));
    if (exit_status <= DONE_IN_PART) {
        print_loaded(&loaded);
    }
    return command_finish_printing(exit_status);
}

/* What of the options for a load does not go with what else; NULL: all of it goes. */
static const char *wrong_load(const Arguments *arguments) {
    bool graph = arguments->values[GRAPH] && arguments->values[GRAPH_PER];
    bool method = arguments->values[METHOD] && (arguments->values[UPDATE] || arguments->values[REPLACE]);
    return !arguments->values[ENDPOINT] ? "--endpoint URL"
           : graph                      ? "--graph or --graph-per"
           : method                     ? "--method or --update or --replace"
                                        : NULL;
}

static int run_load(const Command *command, const Arguments *arguments) {
    const char *per = arguments->values[GRAPH_PER];
    const char *method = arguments->values[METHOD] ? arguments->values[METHOD] : "post";
    int graphs = per ? find_format(GRAPH_UNITS, per) : DATELINE_GRAPHS_AS_THEY_ARE;
    bool put = strcmp(method, "put") == 0;
    if (wrong_load(arguments)) {
        return command_wrong_use("one is wanted:", wrong_load(arguments), command);
    }
    if (graphs < 0) {
        return command_wrong_use("neither article nor month:", per, command);
    }
    if (!put && strcmp(method, "post") != 0) {
        return command_wrong_use("neither put nor post:", method, command);
    }
    if (no_number(arguments)) {
        return command_wrong_use("not a number:", no_number(arguments), command);
    }
    if (wrong_login(arguments)) {
        return command_wrong_use(wrong_login(arguments), arguments->values[USER] ? "--user" : "--password-file",
                                 command);
    }
    dateline_store store = {.endpoint = arguments->values[ENDPOINT],
                            .query_endpoint = arguments->values[QUERY_ENDPOINT],
                            .graph = arguments->values[GRAPH],
                            .graphs = (dateline_graphs)graphs,
                            .put = put,
                            .update = arguments->values[UPDATE] != NULL,
                            .replace = arguments->values[REPLACE] != NULL,
                            .journal = arguments->values[JOURNAL],
                            .user = arguments->values[USER],
                            .password_file = arguments->values[PASSWORD_FILE],
                            .timeout = number_of(arguments, TIMEOUT, 1, STORE_TIMEOUT),
                            .retries = number_of(arguments, RETRIES, 0, STORE_RETRIES)};
    return load_into(arguments, &store);
}

static int run_explain(const Command *command, const Arguments *arguments) {
    (void)command;
    dateline_options options = options_of(arguments);
    dateline *world;
    dateline_status status = dateline_open(&options, &world);
    if (status != DATELINE_OK) {
        return exit_status_of(status);
    }
    for (size_t i = 0; i < arguments->count && status != DATELINE_USAGE && status != DATELINE_MEMORY; i++) {
        status = worse(status, dateline_explain(world, arguments->operands[i], arguments->values[WHY_NOT]));
    }
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
    dateline *world;
    dateline_status status = dateline_open(&options, &world);
    if (status != DATELINE_OK) {
        return exit_status_of(status);
    }
    status = overlaps   ? dateline_overlaps(world)
             : coverage ? dateline_coverage(world, arguments->operands, arguments->count)
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
     "Write as RDF what articles report. A FILE may be a folder, or - for standard input.", run_extract},
    {"query", QUERY, "QUERY GRAPH...", 0,
     "Answer a SPARQL query (a file, or the name of one of ours) over graphs (.ttl .nt .nq .rdf) or an endpoint.",
     run_query},
    {"load", LOAD, "PATH...", 1, "Send graphs (.ttl .nt .nq .rdf), or what articles report, to a SPARQL store.",
     run_load},
    {"check-rules", CHECK_RULES, "[FILE]...", 0, "Run the examples inside rule files; without a FILE, all of ours.",
     run_check_rules},
    {"explain", EXPLAIN, "FILE...", 1, "Say what was found in each sentence, by which rule, and from which words.",
     run_explain},
    {"normalize", NORMALIZE, "[FILE]", 0,
     "Say what the numbers or dates in each line of FILE (or of standard input) are.", run_normalize},
};
