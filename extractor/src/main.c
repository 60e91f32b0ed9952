/* The command line: options from one table, sub-commands by name. What the commands do is commands.c's. */
#include "commands.h"
#include "dateline.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdio.h>
#include <string.h>

static const Option OPTIONS[OPTION_COUNT] = {
    [OUTPUT] = {"output", "FILE", "write to FILE (.gz and .zst are compressed), not to standard output",
                EXTRACT | MERGE | LINK_GRAPHS | SAME, 'o'},
    [TO] = {"to", "FORMAT", "turtle, ntriples, nquads or rdfxml (same: or table); else as FILE ends",
            EXTRACT | MERGE | SAME, 't'},
    [FORMAT] = {"format", "FORMAT", "table, csv or json; turtle or ntriples for a CONSTRUCT", QUERY, 'f'},
    [BASE] = {"base", "IRI", "name data under IRI", EXTRACT | LINK_GRAPHS | LOAD | SAME, 'b'},
    [WITH_TEXT] = {"with-text", NULL, "put the text of the articles into the graph", EXTRACT | LOAD, 0},
    [FILES_FROM] = {"files-from", "FILE", "read the files that FILE names too, one a line; -: standard input",
                    EXTRACT | EXPLAIN, 'T'},
    [ENCODING] = {"encoding", "NAME", "the articles are in utf-8 or gb18030; else their bytes tell", EXTRACT | EXPLAIN,
                  'e'},
    [SINCE] = {"since", "DATE", "only articles of DATE (1956, 1956-03 or 1956-03-29) or later", EXTRACT | EXPLAIN, 0},
    [UNTIL] = {"until", "DATE", "only articles of DATE or earlier", EXTRACT | EXPLAIN, 0},
    [PER] = {"per", "WHAT", "divide the output: one file an article, a month or a shard in the folder -o DIR",
             EXTRACT | MERGE, 0},
    [COMPRESS] = {"compress", "HOW", "gz, zst or none; else as FILE ends", EXTRACT | MERGE, 'z'},
    [MANIFEST] = {"manifest", "FILE", "write to FILE what came of each input, as a table", EXTRACT, 'm'},
    [RESUME] = {"resume", NULL, "go on where the manifest ends; begin if there is none", EXTRACT, 0},
    [JOBS] = {"jobs", "N", "read N articles at the same time; else as many as there are processors", EXTRACT, 'j'},
    [PROGRESS] = {"progress", NULL, "say how far it is also where no terminal is", EXTRACT, 0},
    [QUIET] = {"quiet", NULL, "do not say how far it is", EXTRACT, 'q'},
    [LANGUAGE] = {"lang", "LANG", "the lines are in zh or en", NORMALIZE, 'l'},
    [KIND] = {"kind", "KIND", "what is looked for: number or date", NORMALIZE, 'k'},
    [REFERENCE] = {"reference", "DAY", "the day (1956-03-29) that dates are seen from", NORMALIZE, 'r'},
    [CONVERT] = {"convert", NULL, "add each number in the unit of today, where units.tsv has a conversion", NORMALIZE,
                 0},
    [WHY_NOT] = {"why-not", "RULE", "say how far RULE gets in each sentence and what stops it", EXPLAIN, 'w'},
    [NAMES] = {"names", NULL, "list the names as a table, with what each is taken for", EXPLAIN, 0},
    [AUTHORITY] = {"authority", "FILE", "link to the things of FILE, RDF; may be given again", LINK_GRAPHS, 'a'},
    [RECONCILE] = {"reconcile", "URL", "ask a service of the W3C Reconciliation API 0.2 for names", LINK_GRAPHS, 0},
    [CACHE] = {"cache", "FILE", "keep the answers of --reconcile there (dateline.reconcile)", LINK_GRAPHS, 0},
    [OVERLAPS] = {"overlaps", NULL, "list the examples on which other rules fire too", CHECK_RULES, 0},
    [COVERAGE] = {"coverage", NULL, "count what each rule finds; each FILE is an article", CHECK_RULES, 0},
    [PARAM] = {"param", "TERM", "NAME=VALUE gives a parameter of the query its value; may be given again", QUERY, 'p'},
    [LIMIT] = {"limit", "N", "at most N rows", QUERY, 'n'},
    [LIST] = {"list", NULL, "list the queries that come with the program", QUERY, 0},
    [ENDPOINT] = {"endpoint", "URL", "the store: its graph store, update or query address", LOAD | QUERY, 0},
    [QUERY_ENDPOINT] = {"query-endpoint", "URL", "where the store is asked what has arrived; else --endpoint", LOAD, 0},
    [GRAPH] = {"graph", "IRI", "put all into this graph", LOAD, 'g'},
    [GRAPH_PER] = {"graph-per", "UNIT", "a graph for each article or each month", LOAD, 0},
    [METHOD] = {"method", "METHOD", "post adds to a graph, put begins it anew (post)", LOAD, 0},
    [UPDATE] = {"update", NULL, "send SPARQL updates, not graphs", LOAD, 0},
    [REPLACE] = {"replace", NULL, "with --graph-per article: put each article in place of what it was", LOAD, 0},
    [JOURNAL] = {"journal", "FILE", "keep there what has been taken, to go on from (dateline.journal)", LOAD, 0},
    [USER] = {"user", "NAME", "the login that the store wants", LOAD | QUERY, 'u'},
    [PASSWORD_FILE] = {"password-file", "FILE", "the first line of FILE is the password", LOAD | QUERY, 0},
    [TIMEOUT] = {"timeout", "SECONDS", "how long one request may take", LOAD | QUERY, 0},
    [RETRIES] = {"retries", "N", "how often a busy or broken server is tried again (5)", LOAD | QUERY, 0},
    [SHARD] = {"shard", "SHARD", "only a part of the input: 2/4 is the second of four; auto: as Slurm or Open MPI tell",
               EXTRACT, 0},
    [DATASET] = {"dataset", "FILE", "describe the whole in FILE: counts (VoID), and what made it (PROV)",
                 EXTRACT | MERGE, 0},
    [LICENCE] = {"licence", "IRI", "the terms of use that the description names", EXTRACT | MERGE, 0},
    [RULES] = {"rules", "DIR", "more rules, over ours; may be given again", EXTRACT | EXPLAIN | CHECK_RULES | LOAD,
               'R'},
    [LEXICON] = {"lexicon", "DIR", "more names and words; may be given again", EXTRACT | EXPLAIN | CHECK_RULES | LOAD,
                 'L'},
    [DATA] = {"data", "DIR", "folder with rules, lexicon and ontology", EVERY & ~MERGE, 'd'},
    [HELP] = {"help", NULL, "say this", EVERY, 'h'},
    [VERSION] = {"version", NULL, "say which version this is", EVERY, 'V'},
};

static void print_usage(FILE *stream, const Command *command) {
    fprintf(stream, "usage: dateline %s [OPTION]... %s\n", command ? command->name : "COMMAND",
            command ? command->operands : "[FILE]...");
}

static void print_option(const Option *option) {
    char shape[32];
    snprintf(shape, sizeof shape, "--%s %s", option->name, option->value ? option->value : "");
    printf(option->letter ? "  -%c, " : "      ", option->letter);
    printf("%-21s %s\n", shape, option->help);
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
    return command_finish_printing(DONE);
}

static const Command *find_command(const char *name) {
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(COMMANDS[i].name, name) == 0) {
            return &COMMANDS[i];
        }
    }
    return NULL;
}

/* What loading gives back is to go back to the system: glibc would keep it, once it has seen a few large blocks freed.
 */
static void give_memory_back(void) {
#ifdef __GLIBC__
    enum { LARGE = 128 * 1024 };
    mallopt(M_MMAP_THRESHOLD, LARGE);
#endif
}

int main(int argc, char **argv) {
    (void)argc;
    give_memory_back();
    Arguments arguments;
    arguments_read(argv, OPTIONS, OPTION_COUNT, &arguments);
    const Command *command = arguments.count ? find_command(arguments.operands[0]) : NULL;
    const char *foreign = command ? arguments_foreign(&arguments, OPTIONS, OPTION_COUNT, command->bit) : NULL;
    if (arguments.count && !command) {
        return command_wrong_use("unknown command", arguments.operands[0], NULL);
    }
    if (arguments.problem || foreign) {
        return command_wrong_use(foreign ? "unknown option" : arguments.problem, foreign ? foreign : arguments.word,
                                 command);
    }
    if (arguments.values[HELP]) {
        return print_help(command);
    }
    if (arguments.values[VERSION]) {
        printf("dateline %s\n", dateline_version());
        return command_finish_printing(DONE);
    }
    if (!command || (arguments.count < 1 + command->least && !arguments.values[FILES_FROM])) {
        print_usage(stderr, command);
        return WRONG_USE;
    }
    arguments.operands++; /* the command itself */
    arguments.count--;
    return command->run(command, &arguments);
}
