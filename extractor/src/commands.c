/* Runs the sub-commands, of which some have files of their own: options and operands in, one call of dateline.h each,
 * exit status out. How a command line is read is main.c's. */
#include "commands.h"

#include "extract_command.h"
#include "store_command.h"

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

int command_status(dateline_status status) {
    bool in_part = status == DATELINE_SKIPPED || status == DATELINE_FAILED || status == DATELINE_STOPPED;
    return status == DATELINE_OK ? DONE : in_part ? DONE_IN_PART : status == DATELINE_RULES ? NO_RULES : WRONG_USE;
}

/* ---- values of options ---- */

static const Choice LANGUAGES[] = {{"en", NULL, DATELINE_ENGLISH}, {"zh", NULL, DATELINE_CHINESE}, {NULL, NULL, -1}};

static const Choice KINDS[] = {{"number", NULL, DATELINE_NUMBERS}, {"date", NULL, DATELINE_DATES}, {NULL, NULL, -1}};

static const Choice LINK_FORMATS[] = {{"turtle", ".ttl", DATELINE_TURTLE},
                                      {"ntriples", ".nt", DATELINE_NTRIPLES},
                                      {"nquads", ".nq", DATELINE_NQUADS},
                                      {"rdfxml", ".rdf", DATELINE_RDFXML},
                                      {NULL, NULL, -1}};

int command_choose(const Choice *choices, const char *name) {
    const char *ending = strrchr(name, '.');
    while (choices->name && strcmp(choices->name, name) != 0 &&
           (!ending || !choices->ending || strcmp(choices->ending, ending) != 0)) {
        choices++;
    }
    return choices->value;
}

/* ---- commands ---- */

dateline_options command_options(const Arguments *arguments) {
    return (dateline_options){.data = arguments->values[DATA],
                              .base = arguments->values[BASE],
                              .rules = arguments->all[RULES],
                              .lexicon = arguments->all[LEXICON],
                              .with_text = arguments->values[WITH_TEXT] != NULL,
                              .sink = print_message};
}

dateline_input command_input(const Arguments *arguments) {
    return (dateline_input){.paths = arguments->operands,
                            .count = arguments->count,
                            .files_from = arguments->values[FILES_FROM],
                            .encoding = arguments->values[ENCODING],
                            .since = arguments->values[SINCE],
                            .until = arguments->values[UNTIL],
                            .shard = arguments->values[SHARD]};
}

static dateline_status worse(dateline_status a, dateline_status b) {
    return a > b ? a : b;
}

static int run_same(const Command *command, const Arguments *arguments) {
    const char *name = arguments->values[TO];
    const char *path = arguments->values[OUTPUT];
    bool table = name ? strcmp(name, "table") == 0 : !path || command_choose(LINK_FORMATS, path) < 0;
    int found = command_choose(LINK_FORMATS, name ? name : path ? path : "turtle");
    if (!table && found < 0) {
        return command_wrong_use("unknown format", name, command);
    }
    dateline_options options = command_options(arguments);
    dateline_format format = (dateline_format)found;
    return command_status(dateline_same(&options, arguments->operands, arguments->count, path, table ? NULL : &format));
}

static int run_explain(const Command *command, const Arguments *arguments) {
    bool names = arguments->values[NAMES] != NULL;
    if (names && arguments->values[WHY_NOT]) {
        return command_wrong_use("no rule goes with", "--names", command);
    }
    dateline_options options = command_options(arguments);
    dateline *world;
    dateline_status status = dateline_open(&options, &world);
    if (status != DATELINE_OK) {
        return command_status(status);
    }
    dateline_input input = command_input(arguments);
    status = names ? dateline_names(world, &input) : dateline_explain(world, &input, arguments->values[WHY_NOT]);
    dateline_close(world);
    return command_status(status);
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
    dateline_options options = command_options(arguments);
    dateline_input input = command_input(arguments);
    dateline *world;
    dateline_status status = dateline_open(&options, &world);
    if (status != DATELINE_OK) {
        return command_status(status);
    }
    status = overlaps   ? dateline_overlaps(world)
             : coverage ? dateline_coverage(world, &input)
                        : check_examples(world, arguments);
    dateline_close(world);
    return command_finish_printing(command_status(status));
}

static int run_normalize(const Command *command, const Arguments *arguments) {
    const char *language_name = arguments->values[LANGUAGE];
    const char *kind_name = arguments->values[KIND];
    int language = language_name ? command_choose(LANGUAGES, language_name) : -1;
    int kind = kind_name ? command_choose(KINDS, kind_name) : -1;
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
    dateline_options options = command_options(arguments);
    dateline *world;
    dateline_status status = dateline_open(&options, &world);
    if (status == DATELINE_OK) {
        status =
            dateline_normalize(world, arguments->count ? arguments->operands[0] : "-", (dateline_language)language,
                               (dateline_kind)kind, arguments->values[REFERENCE], arguments->values[CONVERT] != NULL);
        dateline_close(world);
    }
    return command_status(status);
}

static int run_link(const Command *command, const Arguments *arguments) {
    (void)command;
    dateline_options options = command_options(arguments);
    dateline_links links = {.graphs = arguments->operands,
                            .graph_count = arguments->count,
                            .authorities = arguments->all[AUTHORITY],
                            .reconcile = arguments->values[RECONCILE],
                            .cache = arguments->values[CACHE],
                            .outputs = arguments->all[OUTPUT]};
    return command_status(dateline_link(&options, &links));
}

static int run_merge(const Command *command, const Arguments *arguments) {
    dateline_output output;
    const char *wrong = extract_output(arguments, &output);
    if (wrong) {
        return command_wrong_use(wrong == arguments->values[TO] ? "unknown format" : "unknown value", wrong, command);
    }
    dateline_options options = command_options(arguments);
    return command_status(dateline_merge(&options, arguments->operands, arguments->count, &output));
}

const Command COMMANDS[COMMAND_COUNT] = {
    {"extract", EXTRACT, "FILE...", 1,
     "Write as RDF what articles report. A FILE may be a folder, an archive, or - for standard input.",
     extract_command},
    {"query", QUERY, "QUERY GRAPH...", 0,
     "Answer a SPARQL query (a file, or the name of one of ours) over graphs (.ttl .nt .nq .rdf) or an endpoint.",
     query_command},
    {"load", LOAD, "PATH...", 1, "Send graphs (.ttl .nt .nq), or what articles report, to a SPARQL store.",
     load_command},
    {"link", LINK_GRAPHS, "GRAPH...", 1,
     "Link persons, bodies and places to Wikidata and to files of yours: SSSOM/TSV, or SKOS and VoID (-o FILE.ttl).",
     run_link},
    {"check-rules", CHECK_RULES, "[FILE]...", 0, "Run the examples inside rule files; without a FILE, all of ours.",
     run_check_rules},
    {"explain", EXPLAIN, "FILE...", 1, "Say what was found in each sentence, by which rule, and from which words.",
     run_explain},
    {"same", SAME, "GRAPH...", 1,
     "List the events in graphs (.ttl .nt .nq .rdf) that two articles may both report; as RDF: link them.", run_same},
    {"normalize", NORMALIZE, "[FILE]", 0,
     "Say what the numbers or dates in each line of FILE (or of standard input) are.", run_normalize},
    {"merge", MERGE, "MANIFEST...", 1, "Join what the shards of a run wrote, as if one process had written it.",
     run_merge},
};
