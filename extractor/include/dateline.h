/* dateline: newspaper articles in, RDF out.
 *
 *     dateline *world;
 *     dateline_options options = {0};
 *     const char *paths[] = {"article.md", "month.tar.gz"};
 *     dateline_input input = {.paths = paths, .count = 2};
 *     dateline_output output = {.path = "facts.ttl"};
 *     if (dateline_open(&options, &world) == DATELINE_OK) {
 *         dateline_extract(world, &input, &output, NULL);
 *         dateline_close(world);
 *     }
 *
 * Nothing here prints or exits. What is wrong with an input is told to the sink, one line a message. */
#ifndef DATELINE_H
#define DATELINE_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#define DATELINE_API __attribute__((visibility("default")))

#define DATELINE_STATUS_LIST(X)                                                                                        \
    X(OK, "done")                                                                                                      \
    X(SKIPPED, "done, but some input was skipped")                                                                     \
    X(FAILED, "done, but some examples failed")                                                                        \
    X(STOPPED, "stopped before the end, as was asked")                                                                 \
    X(USAGE, "wrong use")                                                                                              \
    X(IO, "a file could not be read or written")                                                                       \
    X(RULES, "rules, lexicon or ontology would not load")                                                              \
    X(MEMORY, "out of memory")

typedef enum dateline_status {
#define DATELINE_STATUS_ENUM(name, text) DATELINE_##name,
    DATELINE_STATUS_LIST(DATELINE_STATUS_ENUM)
#undef DATELINE_STATUS_ENUM
} dateline_status;

typedef enum dateline_format { DATELINE_TURTLE, DATELINE_NTRIPLES, DATELINE_NQUADS, DATELINE_RDFXML } dateline_format;

typedef struct dateline dateline; /* rules, lexicon and ontology, loaded */

typedef void dateline_sink(void *context, const char *message);

typedef struct dateline_options {
    const char *data; /* folder of rules/, lexicon/, ontology/; NULL: DATELINE_DATA, source tree, installed place */
    const char *base; /* IRI under which data is named; NULL: https://w3id.org/dateline/id/ */
    const char *const *rules;   /* more folders of *.rules, over those of `data`; behind the last NULL. NULL: none */
    const char *const *lexicon; /* more folders of *.tsv, the same; what is entered already is refused */
    bool with_text;             /* put the text of each article's versions into the graph */
    dateline_sink *sink;        /* is told what is wrong, as "file:line:column: message"; NULL: nobody */
    void *context;              /* handed to the sink */
} dateline_options;

/* Articles to be read: those of `paths`, in this order, and then those of the list `files_from`. */
typedef struct dateline_input {
    const char *const *paths; /* each a file, a folder, an archive, or "-": standard input */
    size_t count;
    const char *files_from; /* a file that names more of them, one a line; "-": standard input. NULL: none */
    const char *encoding;   /* "utf-8" or "gb18030"; NULL: the bytes of each article tell */
    const char *since;      /* only articles of this date or later: "1956", "1956-03" or "1956-03-29"; NULL: all */
    const char *until;      /* only articles of this date or earlier; NULL: all */
    const char *shard; /* only a part of them: "2/4" is the second of four, "auto" asks Slurm or Open MPI; NULL: all */
} dateline_input;

typedef struct dateline_examples {
    size_t passed;
    size_t failed;
    size_t gaps; /* known gaps, marked ? */
} dateline_examples;

/* Loads rules, lexicon and ontology; all their errors are told before it answers DATELINE_RULES. */
DATELINE_API dateline_status dateline_open(const dateline_options *options, dateline **world);
DATELINE_API void dateline_close(dateline *world);

/* Into how many files an output is divided. */
typedef enum dateline_per {
    DATELINE_ONE_FILE,
    DATELINE_PER_ARTICLE, /* DIR/1956/03/1956-03-31_title.ttl */
    DATELINE_PER_MONTH,   /* DIR/1956-03.ttl, by the date of the issue */
    DATELINE_PER_SHARD,   /* DIR/part-1-of-1.ttl */
} dateline_per;

typedef enum dateline_compression {
    DATELINE_BY_NAME, /* of the file: .gz, .zst, or none */
    DATELINE_UNCOMPRESSED,
    DATELINE_GZIP,
    DATELINE_ZSTD
} dateline_compression;

/* Where the statements go. A file takes its name when all of it has been written. */
typedef struct dateline_output {
    const char *path; /* a file; a folder, where it is divided; NULL or "-": standard output */
    dateline_format format;
    dateline_per per;
    dateline_compression compression;
    /* A table of what came of each input, written as the output grows. NULL: none; but a folder has its manifest.tsv,
     * and with `resume` a FILE has FILE.manifest.tsv. With a manifest the file is FILE.part until it is whole, and a
     * run that was cut off can be gone on with. */
    const char *manifest;
    bool resume; /* go on where the manifest ends; begin if there is none */
    /* A description of the whole, as Turtle: counts by class and property (VoID), and what made it from what (PROV).
     * NULL: none. Times are told, unless SOURCE_DATE_EPOCH is set. */
    const char *dataset;
    const char *licence; /* IRI of the terms of use that the description names; NULL: none */
} dateline_output;

typedef struct dateline_counts {
    size_t articles;
    size_t skipped; /* inputs that are no articles, or cannot be read */
    size_t facts;   /* events reported */
    size_t triples;
} dateline_counts;

typedef struct dateline_progress {
    dateline_counts counts;
    size_t inputs;  /* of which these are; what an earlier run did is counted too */
    size_t resumed; /* of the inputs: done by an earlier run */
    size_t total;   /* inputs in all; 0: not known */
    double seconds; /* since the run began */
} dateline_progress;

/* How it is done. Whatever is chosen, the output is the same. */
typedef struct dateline_run {
    unsigned jobs;                     /* articles read at the same time; 0: as many as there are processors */
    bool count;                        /* the inputs first, where they can be counted, to know how many are left */
    const volatile sig_atomic_t *stop; /* may be set at any time, to end after the articles in work: DATELINE_STOPPED */
    void (*progress)(void *context, const dateline_progress *progress); /* called after each input; NULL: nobody is */
    void *context;
} dateline_run;

/* Writes what articles report. One that cannot be read does not keep the others from being written. `run` NULL: as
 * though all of it were 0. */
DATELINE_API dateline_status dateline_extract(dateline *world, const dateline_input *input,
                                              const dateline_output *output, const dateline_run *run);

/* How the answer to a query is written. */
typedef enum dateline_answer {
    DATELINE_ANSWER_TABLE,    /* columns for the eye; the graph of a CONSTRUCT as Turtle */
    DATELINE_ANSWER_CSV,      /* SPARQL 1.1 Query Results CSV */
    DATELINE_ANSWER_JSON,     /* SPARQL 1.1 Query Results JSON */
    DATELINE_ANSWER_TURTLE,   /* of a CONSTRUCT only */
    DATELINE_ANSWER_NTRIPLES, /* of a CONSTRUCT only */
} dateline_answer;

typedef struct dateline_question {
    const char *query; /* a file ("-": standard input), or the name of a query that comes with the program */
    const char *const *parameters; /* "name=value" of each parameter of the query; behind the last NULL. NULL: none */
    const char *const *files;      /* .ttl .nt .nq .rdf; "-": Turtle on standard input. Taken as one graph */
    size_t count;                  /* of files */
    dateline_answer form;
    size_t limit;              /* at most so many rows; 0: all */
    const char *endpoint;      /* the address of a SPARQL endpoint, which is asked instead of files; NULL: none */
    const char *user;          /* the login that the endpoint wants; NULL: none */
    const char *password_file; /* its first line is the password of `user` */
    size_t timeout;            /* seconds that the endpoint may take; 0: as long as it takes */
    size_t retries;            /* how often it is asked again when it is busy or cannot be reached */
} dateline_question;

/* Asks graph files or an endpoint a SPARQL query, and writes the answer to standard output. Needs no world; of the
 * options only the sink and, for a query that comes with the program, the data folder matter. A query over files that
 * the engine within would not answer rightly is refused: DATELINE_USAGE. */
DATELINE_API dateline_status dateline_query(const dateline_options *options, const dateline_question *question);

/* Writes to standard output the queries that come with the program: name, what it asks, parameters. */
DATELINE_API dateline_status dateline_list_queries(const dateline_options *options);

/* Which graph of a store statements are put into. */
typedef enum dateline_graphs {
    DATELINE_GRAPHS_AS_THEY_ARE, /* quads into their graphs, all else into the default graph */
    DATELINE_GRAPH_PER_ARTICLE,  /* the article's IRI names the graph */
    DATELINE_GRAPH_PER_MONTH,    /* IRIs that end in month/1956-03 do */
} dateline_graphs;

typedef struct dateline_store {
    const char *endpoint;       /* address of the graph store, or where SPARQL updates are taken */
    const char *query_endpoint; /* where queries are answered; NULL: at `endpoint` */
    const char *graph;          /* the IRI of the graph that all is put into; NULL: as `graphs` says */
    dateline_graphs graphs;
    bool put;                  /* a graph is begun anew: what it held before is gone; else statements are added */
    bool update;               /* by SPARQL updates; else by the SPARQL 1.1 Graph Store HTTP Protocol */
    bool replace;              /* with a graph per article: each article takes the place of what it was */
    const char *journal;       /* a file of what has been taken, which a second load goes on from; NULL:
                                * dateline.journal. It is gone when all was sent */
    const char *user;          /* the login that the store wants; NULL: none */
    const char *password_file; /* its first line is the password of `user` */
    size_t timeout;            /* seconds that one request may take; 0: as long as it takes */
    size_t retries;            /* how often a request is sent again when the store is busy or cannot be reached */
} dateline_store;

typedef struct dateline_loaded {
    size_t statements;   /* sent and taken */
    size_t requests;     /* in which they were sent */
    size_t taken_before; /* statements that an earlier load, which was broken off, had sent */
    size_t claims;       /* among all of these */
    size_t missing;      /* claims that the store does not have afterwards: DATELINE_FAILED */
} dateline_loaded;

/* Sends graphs (.ttl .nt .nq, "-": N-Quads on standard input), folders of them, and what articles and folders of
 * articles report, to a SPARQL store, and asks it afterwards for every claim. What the store refuses is told in its own
 * words: DATELINE_IO. Statements with blank nodes are left out: DATELINE_SKIPPED. Rules, lexicon and ontology are
 * loaded for articles only. */
DATELINE_API dateline_status dateline_load(const dateline_options *options, const dateline_store *store,
                                           const char *const *paths, size_t count, dateline_loaded *result);

typedef struct dateline_links {
    const char *const *graphs; /* what dateline_extract wrote (.ttl .nt .nq .rdf) */
    size_t graph_count;
    const char *const *authorities; /* files of RDF with names of things (the same endings); behind the last NULL */
    const char *reconcile;          /* address of a service of the W3C Reconciliation API 0.2; NULL: none is asked */
    const char *cache;              /* a file for its answers; NULL: dateline.reconcile */
    const char *const *outputs;     /* .ttl: SKOS matches and VoID linksets; else, and "-": SSSOM/TSV; none: "-" */
} dateline_links;

/* Links the persons, bodies and places of graphs to Wikidata, as far as the lexicon knows them, and to what bears their
 * names in authority files. Files may be of any size. Needs no world; of the options base and sink matter. */
DATELINE_API dateline_status dateline_link(const dateline_options *options, const dateline_links *links);
/* Reads `count` graphs that dateline_extract wrote (.ttl .nt .nq .rdf) and writes which of their events may be one
 * happening: those of different articles that are of one kind, on one day, by one agent, with one object or name.
 * `format` NULL: a table; else links with what they rest on, as RDF. `path` NULL or "-": standard output. Needs no
 * world; of the options only the base and the sink matter. */
DATELINE_API dateline_status dateline_same(const dateline_options *options, const char *const *files, size_t count,
                                           const char *path, const dateline_format *format);

/* What dateline_normalize looks for. */
typedef enum dateline_kind { DATELINE_NUMBERS, DATELINE_DATES } dateline_kind;
typedef enum dateline_language { DATELINE_ENGLISH, DATELINE_CHINESE } dateline_language;

/* Finds the numbers or the dates in each line of a file ("-": standard input) and writes them to standard output, one a
 * line, with tabs between: line (from 1), start and end (code points from 0, end exclusive), text, value, qualifier
 * (exactly, atLeast, atMost, about), unit. `reference` is the day, as 1956-03-29, that dates are seen from; NULL: none.
 * A line that starts with "@1956-03-29" and a tab has its own, and is counted from behind the tab. With `convert` two
 * columns follow: the value in the unit that units.tsv converts it to on that day, and that unit; or nothing. */
DATELINE_API dateline_status dateline_normalize(dateline *world, const char *path, dateline_language language,
                                                dateline_kind kind, const char *reference, bool convert);

/* Writes to standard output, to be read: each sentence of the articles, what it speaks of, and each fact
 * found in it with its rule, its parts and its words. With the id of a rule in `why_not`: instead of these how far that
 * rule got in the sentence and what stopped it. There is no such rule: DATELINE_USAGE. */
DATELINE_API dateline_status dateline_explain(dateline *world, const dateline_input *input, const char *why_not);

/* Writes to standard output a table of the names in articles: file, offset (code points from 0), name, class, the
 * lexicon's id and Wikidata's, with tabs between, under a line that names the columns. */
DATELINE_API dateline_status dateline_names(dateline *world, const dateline_input *input);

/* Writes to standard output the examples on which other rules than their own find something. */
DATELINE_API dateline_status dateline_overlaps(dateline *world);

/* Writes to standard output how many facts each rule finds in articles. */
DATELINE_API dateline_status dateline_coverage(dateline *world, const dateline_input *input);

/* Runs the examples inside rule files; `path` NULL: all shipped ones. */
DATELINE_API dateline_status dateline_check_rules(dateline *world, const char *path, dateline_examples *result);

/* Joins what the shards of one run wrote, each by its manifest, to one output that is byte for byte what a single
 * process would have written. Needs no world; of the options only the sink matters, of the output neither a manifest
 * nor going on. Parts that are missing, unfinished or of different runs are refused: DATELINE_USAGE. */
DATELINE_API dateline_status dateline_merge(const dateline_options *options, const char *const *manifests, size_t count,
                                            const dateline_output *output);

DATELINE_API const char *dateline_version(void);
DATELINE_API const char *dateline_status_text(dateline_status status);

#endif
