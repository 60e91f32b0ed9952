/* What is told of a run as a whole: how many statements of which kinds it made, from what, by what. */
#ifndef DATASET_H
#define DATASET_H

#include "table.h"
#include "turtle.h"

#include <time.h>

typedef struct DatasetCount {
    Text iri;          /* of a class or property */
    size_t statements; /* with this property; or whose subject is of this class */
    size_t entities;   /* classes only: subjects of this class */
    bool shared; /* classes only: some of them may be subjects in other articles too, and are counted again there */
} DatasetCount;

typedef VECTOR(DatasetCount) DatasetCounts;

/* The counts of a number of articles, in memory that does not grow with them. */
typedef struct Dataset {
    Arena *arena;
    size_t statements; /* each once for every article that makes it */
    size_t articles;
    DatasetCounts classes;
    DatasetCounts properties;
    Table class_ids;      /* IRI -> index */
    Table property_ids;   /* the same */
    size_t example_index; /* of the first article that reports an event; 0: none does */
    Text example_article;
    Text example_event;
    Text base; /* under which data is named, as the first article's IRI tells; empty: there was none */
} Dataset;

/* Counts the statements of the article at `index`, grouped by subject. The dataset's arena gets what is new in them. */
void dataset_add(Dataset *dataset, size_t index, const Triples *triples);
/* Adds what another has counted, of other articles. */
void dataset_sum(Dataset *dataset, const Dataset *other);

typedef struct DatasetRun {
    size_t inputs;    /* how many there were, read or not */
    Text inputs_hash; /* SHA-256 of the SHA-256 of each input, one a line, in their order */
    Text program;     /* its version */
    Text rules_hash;  /* SHA-256 of rules, lexicon and ontology */
    time_t started;   /* 0: not told, like the end; and both are not where SOURCE_DATE_EPOCH is set */
    time_t ended;
} DatasetRun;

/* Writes the counts as VoID and the run as PROV, in Turtle, to output->dataset; the licence is a valid IRI. The same
 * inputs, rules and program are the same dataset: its IRI is made of them. */
Status dataset_write(const Dataset *dataset, const DatasetRun *run, const dateline_output *output, Arena *arena,
                     Diag *diag);

#endif
