/* The commands that have to do with stores: query, of files as well, and load. Options in, one call of dateline.h each,
 * exit status out. */
#include "store_command.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STORE_RETRIES = 5, STORE_TIMEOUT = 600 };

static const Choice GRAPH_UNITS[] = {
    {"article", NULL, DATELINE_GRAPH_PER_ARTICLE}, {"month", NULL, DATELINE_GRAPH_PER_MONTH}, {NULL, NULL, -1}};

static const Choice ANSWER_FORMATS[] = {
    {"table", "", DATELINE_ANSWER_TABLE},          {"csv", ".csv", DATELINE_ANSWER_CSV},
    {"json", ".json", DATELINE_ANSWER_JSON},       {"turtle", ".ttl", DATELINE_ANSWER_TURTLE},
    {"ntriples", ".nt", DATELINE_ANSWER_NTRIPLES}, {NULL, NULL, -1}};

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
    dateline_options options = command_options(arguments);
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
    return command_status(dateline_query(&options, &question));
}

int query_command(const Command *command, const Arguments *arguments) {
    const char *name = arguments->values[FORMAT] ? arguments->values[FORMAT] : "table";
    int format = command_choose(ANSWER_FORMATS, name);
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
        dateline_options options = command_options(arguments);
        return command_status(dateline_list_queries(&options));
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
    dateline_options options = command_options(arguments);
    dateline_loaded loaded;
    int exit_status = command_status(dateline_load(&options, store, arguments->operands, arguments->count, &loaded));
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

int load_command(const Command *command, const Arguments *arguments) {
    const char *per = arguments->values[GRAPH_PER];
    const char *method = arguments->values[METHOD] ? arguments->values[METHOD] : "post";
    int graphs = per ? command_choose(GRAPH_UNITS, per) : DATELINE_GRAPHS_AS_THEY_ARE;
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
