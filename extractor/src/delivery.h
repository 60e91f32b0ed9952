/* Where what became of each input goes, one after the other in the order of the inputs: bytes to the output, a row to
 * the manifest, messages to whoever listens. */
#ifndef DELIVERY_H
#define DELIVERY_H

#include "pipeline.h"
#include "resume.h"

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

typedef struct Delivery Delivery;

typedef struct DeliveryOptions {
    const dateline_output *output;
    const dateline_run *run;
    ManifestIdentity identity;
    Text head; /* of each file */
    Text tail;
    size_t total; /* inputs in all; 0: not known */
} DeliveryOptions;

/* `options` and what it points to outlive the delivery. *out is NULL when an earlier run was finished already.
 * DATELINE_SKIPPED: all is well, but an earlier run has skipped some input. */
Status delivery_open(const DeliveryOptions *options, Arena *arena, Diag *diag, Delivery **out);
/* Does the output have a manifest? Without one nobody asks for digests. */
bool delivery_is_noted(const Delivery *delivery);
/* Was this input done by an earlier run? DATELINE_USAGE: it is not the one that was done then, and this is told. */
Status delivery_was_done(const Delivery *delivery, const RawArticle *raw, Arena *page, bool *done);
Status delivery_put(Delivery *delivery, const Job *job);

typedef enum Ending {
    ENDING_WHOLE,   /* all inputs were put */
    ENDING_STOPPED, /* it is to be gone on with later */
    ENDING_FAILED,  /* nothing more can be written */
} Ending;

/* Finishes the output in one of these ways, and forgets the delivery. `inputs`: how many there are in all, when the
 * output is whole. */
Status delivery_close(Delivery *delivery, Ending ending, size_t inputs);

#endif
