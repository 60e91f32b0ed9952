/* The extract command: its options, what it shows while it works, and how it is stopped. */
#include "extract_command.h"

#include "dateline.h"
#include "progress.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- being stopped ---- */

static volatile sig_atomic_t stopped_by; /* the signal; 0: none */

/* The first signal is a wish, the second one ends the program. */
static void on_signal(int number) {
    stopped_by = number;
    signal(SIGINT, SIG_DFL);
    signal(SIGTERM, SIG_DFL);
}

/* A signal that whoever started the program wants ignored stays ignored. */
static void listen_to(int number) {
    struct sigaction action;
    if (sigaction(number, NULL, &action) == 0 && action.sa_handler != SIG_IGN) {
        action = (struct sigaction){.sa_handler = on_signal};
        sigaction(number, &action, NULL);
    }
}

/* Whoever waits for the program is to see that a signal has ended it. */
static void end_by_signal(void) {
    fflush(stdout);
    signal(stopped_by, SIG_DFL);
    raise(stopped_by);
}

/* ---- showing how far it is ---- */

typedef struct Show {
    bool wanted;
    bool on_terminal;
    bool line_stands; /* the last line of the terminal is ours */
    double shown;     /* seconds since the run began */
    dateline_progress last;
} Show;

static void clear_line(Show *show) {
    if (show->line_stands) {
        fputs("\r\033[K", stderr);
        show->line_stands = false;
    }
}

static void print_message(void *context, const char *message) {
    clear_line(context);
    fprintf(stderr, "%s\n", message);
}

static void print_line(Show *show) {
    char line[200];
    progress_line(&show->last, line, sizeof line);
    clear_line(show);
    fprintf(stderr, show->on_terminal ? "%s" : "%s\n", line);
    show->line_stands = show->on_terminal;
    show->shown = show->last.seconds;
}

static void on_progress(void *context, const dateline_progress *progress) {
    Show *show = context;
    double pause = show->on_terminal ? 0.2 : 10;
    show->last = *progress;
    if (show->wanted && progress->seconds - show->shown >= pause) {
        print_line(show);
    }
}

static void show_end(Show *show) {
    if (show->wanted && show->last.inputs) {
        print_line(show);
    }
    if (show->line_stands) {
        fputc('\n', stderr);
        show->line_stands = false;
    }
}

static void tell_how_to_go_on(const Show *show, const dateline_output *output) {
    bool to_file = output->path && strcmp(output->path, "-") != 0;
    fprintf(stderr, "dateline: stopped after %zu input%s", show->last.inputs, show->last.inputs == 1 ? "" : "s");
    if (to_file && (output->resume || output->manifest || output->per != DATELINE_ONE_FILE)) {
        fprintf(stderr, "; to go on, type the same command again%s\n", output->resume ? "" : ", with --resume");
    } else if (to_file) {
        fprintf(stderr, "; what was done is in %s.part; a run with --resume can be gone on with\n", output->path);
    } else {
        fputc('\n', stderr);
    }
}

/* ---- options ---- */

static const Choice DIVISIONS[] = {{"article", NULL, DATELINE_PER_ARTICLE},
                                   {"month", NULL, DATELINE_PER_MONTH},
                                   {"shard", NULL, DATELINE_PER_SHARD},
                                   {NULL, NULL, -1}};

static const Choice COMPRESSIONS[] = {{"gz", ".gz", DATELINE_GZIP},
                                      {"zst", ".zst", DATELINE_ZSTD},
                                      {"none", NULL, DATELINE_UNCOMPRESSED},
                                      {NULL, NULL, -1}};

static const Choice FORMATS[] = {{"turtle", ".ttl", DATELINE_TURTLE},
                                 {"ntriples", ".nt", DATELINE_NTRIPLES},
                                 {"nquads", ".nq", DATELINE_NQUADS},
                                 {"rdfxml", ".rdf", DATELINE_RDFXML},
                                 {NULL, NULL, -1}};

/* The format that a file's name asks for, behind which a compression may stand; -1: none. */
static int format_of_name(const char *path) {
    char name[16] = "";
    size_t length = strlen(path);
    const char *ending = strrchr(path, '.');
    length -= ending && command_choose(COMPRESSIONS, ending) >= 0 ? strlen(ending) : 0;
    size_t start = length > sizeof name - 1 ? length - (sizeof name - 1) : 0;
    memcpy(name, path + start, length - start);
    return command_choose(FORMATS, name);
}

/* The value of an option that has few; -1: it was given, and is none of them. */
static int choose(const Arguments *arguments, size_t option, const Choice *choices, int otherwise) {
    return arguments->values[option] ? command_choose(choices, arguments->values[option]) : otherwise;
}

const char *extract_output(const Arguments *arguments, dateline_output *out) {
    const char *path = arguments->values[OUTPUT];
    int by_name = path ? format_of_name(path) : -1;
    int format = choose(arguments, TO, FORMATS, by_name >= 0 ? by_name : DATELINE_TURTLE);
    int per = choose(arguments, PER, DIVISIONS, DATELINE_ONE_FILE);
    int compression = choose(arguments, COMPRESS, COMPRESSIONS, DATELINE_BY_NAME);
    *out = (dateline_output){.path = path,
                             .format = (dateline_format)format,
                             .per = (dateline_per)per,
                             .compression = (dateline_compression)compression,
                             .manifest = arguments->values[MANIFEST],
                             .resume = arguments->values[RESUME] != NULL,
                             .dataset = arguments->values[DATASET],
                             .licence = arguments->values[LICENCE]};
    return format < 0        ? arguments->values[TO]
           : per < 0         ? arguments->values[PER]
           : compression < 0 ? arguments->values[COMPRESS]
                             : NULL;
}

static bool read_jobs(const char *word, unsigned *out) {
    enum { MOST = 1024 };
    char *end;
    unsigned long jobs = word ? strtoul(word, &end, 10) : 0;
    *out = (unsigned)jobs;
    return !word || (*word >= '0' && *word <= '9' && *end == '\0' && jobs >= 1 && jobs <= MOST);
}

/* ---- the command ---- */

static dateline_status extract(const Arguments *arguments, const dateline_output *output, unsigned jobs, Show *show) {
    dateline_input input = command_input(arguments);
    dateline_run run = {
        .jobs = jobs, .count = show->wanted, .stop = &stopped_by, .progress = on_progress, .context = show};
    dateline_options options = command_options(arguments);
    options.sink = print_message;
    options.context = show;
    dateline *world;
    dateline_status status = dateline_open(&options, &world);
    if (status == DATELINE_OK) {
        listen_to(SIGINT);
        listen_to(SIGTERM);
        status = dateline_extract(world, &input, output, &run);
        dateline_close(world);
    }
    return status;
}

int extract_command(const Command *command, const Arguments *arguments) {
    dateline_output output;
    unsigned jobs;
    const char *wrong = extract_output(arguments, &output);
    if (wrong) {
        return command_wrong_use(wrong == arguments->values[TO] ? "unknown format" : "unknown value", wrong, command);
    }
    if (!read_jobs(arguments->values[JOBS], &jobs)) {
        return command_wrong_use("no number of jobs:", arguments->values[JOBS], command);
    }
    Show show = {.on_terminal = isatty(STDERR_FILENO) == 1};
    show.wanted = !arguments->values[QUIET] && (show.on_terminal || arguments->values[PROGRESS]);
    dateline_status status = extract(arguments, &output, jobs, &show);
    show_end(&show);
    if (status == DATELINE_STOPPED) {
        tell_how_to_go_on(&show, &output);
        end_by_signal();
    }
    return command_status(status);
}
