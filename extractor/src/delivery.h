/* Where what became of each input goes, one after the other in the order of the inputs: bytes to the output, a row to
 * the manifest, messages to whoever listens. */
#ifndef DELIVERY_H
#define DELIVERY_H

#include "pipeline.h"
#include "resume.h"
#include "shard.h"

/* One input and what became of it. */
typedef struct Job {
    Buffer path;
    size_t index;
    Buffer sha256; /* of its bytes; empty when nobody asks */
    Status status; /* DATELINE_OK: there is a product */
    Product product;
    Buffer messages; /* each with a NUL behind it */
    size_t milliseconds;
} Job;

void job_clear(Job *job); /* for another input */
void job_release(Job *job);

typedef struct Delivery Delivery;

typedef struct DeliveryOptions {
    const dateline_output *output;
    const dateline_run *run;
    ManifestIdentity identity;
    Text head; /* of each file */
    Text tail;
    size_t total; /* inputs in all; 0: not known */
    Shard shard;  /* whose inputs are put */
} DeliveryOptions;

/* `options` and what it points to outlive the delivery. *out is NULL when an earlier run was finished already.
 * DATELINE_SKIPPED: all is well, but an earlier run has skipped some input. */
Status delivery_open(const DeliveryOptions *options, Arena *arena, Diag *diag, Delivery **out);
/* Does anybody ask for the digests of inputs: is there to be a manifest, or a description? */
bool delivery_is_noted(const Delivery *delivery);
/* Was this input done by an earlier run? DATELINE_USAGE: it is not the one that was done then, and this is told. */
Status delivery_was_done(const Delivery *delivery, const RawArticle *raw, Arena *page, bool *done);
Status delivery_put(Delivery *delivery, const Job *job);

typedef enum Ending {
    ENDING_WHOLE,   /* all inputs were put */
    ENDING_STOPPED, /* it is to be gone on with later */
    ENDING_FAILED,  /* nothing more can be written */
} Ending;

/* How many inputs an earlier run had done. */
size_t delivery_resumed(const Delivery *delivery);
/* How many inputs were put, and the SHA-256 of their digests, one a line. To be asked once. */
size_t delivery_inputs(Delivery *delivery, Arena *arena, Text *hash);

/* Finishes the output in one of these ways, and forgets the delivery. `inputs`: how many there are in all, when the
 * output is whole. */
Status delivery_close(Delivery *delivery, Ending ending, size_t inputs);

/* Where an output is to go, but for its head and its tail; `shard` is "2/4". */
SinkOptions delivery_sink(const dateline_output *output, Text shard, Arena *arena);
/* The path of its manifest; empty: it has none. */
Text delivery_manifest(const dateline_output *output, Arena *arena);

#endif
