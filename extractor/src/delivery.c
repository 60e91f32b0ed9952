/* Owns the order in which a run leaves its traces: first the bytes of an article in the output, then its row in the
 * manifest. It does not know in which threads articles are read. */
#include "delivery.h"

#include "sha256.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

struct Delivery {
    const DeliveryOptions *options;
    Diag *diag;
    SinkOptions sink_options;
    Sink *sink;
    Manifest *manifest; /* NULL: none is wanted */
    Text manifest_path;
    Resume resume;
    dateline_progress progress;
    struct timespec begun;
    Sha256 inputs; /* of the digests of all inputs, one a line */
    size_t input_count;
};

/* ---- jobs ---- */

void job_clear(Job *job) {
    buffer_clear(&job->path);
    buffer_clear(&job->sha256);
    buffer_clear(&job->messages);
    buffer_clear(&job->product.bytes);
    job->milliseconds = 0;
    job->product = (Product){.bytes = job->product.bytes};
}

void job_release(Job *job) {
    buffer_release(&job->path);
    buffer_release(&job->sha256);
    buffer_release(&job->messages);
    buffer_release(&job->product.bytes);
}

/* ---- opening ---- */

static Text text_of(const char *c_string) {
    return c_string ? text_from(c_string) : TEXT("");
}

static Text format_ending(dateline_format format) {
    static const char *const endings[] = {
        [DATELINE_TURTLE] = ".ttl", [DATELINE_NTRIPLES] = ".nt", [DATELINE_NQUADS] = ".nq", [DATELINE_RDFXML] = ".rdf"};
    return text_from(endings[format]);
}

Text delivery_manifest(const dateline_output *output, Arena *arena) {
    Text path = text_of(output->path);
    if (output->manifest) {
        return text_from(output->manifest);
    }
    if (output->per != DATELINE_ONE_FILE) {
        return text_format(arena, "%.*s/manifest.tsv", TEXT_ARGS(path));
    }
    return output->resume ? text_format(arena, "%.*s.manifest.tsv", TEXT_ARGS(path)) : TEXT("");
}

SinkOptions delivery_sink(const dateline_output *output, Text shard, Arena *arena) {
    SinkOptions sink = {.path = text_of(output->path), .per = output->per, .compression = output->compression};
    if (sink.compression == DATELINE_BY_NAME) {
        sink.compression = output->per == DATELINE_ONE_FILE ? compression_of_name(sink.path) : DATELINE_UNCOMPRESSED;
    }
    sink.ending = text_join(arena, format_ending(output->format), compression_ending(sink.compression));
    char *name = text_c_string(arena, shard);
    char *slash = strchr(name, '/');
    sink.shard = text_format(arena, "%.*s-of-%s", (int)(slash - name), name, slash + 1);
    return sink;
}

static Status refuse(const Delivery *delivery, Text file, const char *why) {
    diag_error(delivery->diag, (Place){.file = file}, "%s", why);
    return DATELINE_USAGE;
}

static bool is_plain_or_new(const char *path) {
    struct stat status;
    return stat(path, &status) != 0 || S_ISREG(status.st_mode);
}

/* What can be told before anything is touched. */
static Status check(const Delivery *delivery, Arena *arena) {
    const dateline_output *output = delivery->options->output;
    Text path = delivery->sink_options.path;
    bool is_stream = path.length == 0 || text_equal(path, TEXT("-"));
    bool is_divided = output->per != DATELINE_ONE_FILE;
    struct stat about;
    if (is_stream && is_divided) {
        return refuse(delivery, TEXT(""), "an output that is divided into files needs a folder");
    }
    if (output->resume && !is_divided && (is_stream || !is_plain_or_new(text_c_string(arena, path)))) {
        return refuse(delivery, path, "only what is written to a file can be gone on with");
    }
    if (is_divided && !output->resume && stat(text_c_string(arena, delivery->manifest_path), &about) == 0) {
        return refuse(delivery, delivery->manifest_path,
                      "an earlier run has written here: go on with it (--resume), or name another folder");
    }
    return DATELINE_OK;
}

static Status add_row(Delivery *delivery, const ManifestRow *row) {
    return delivery->manifest ? manifest_add(delivery->manifest, row) : DATELINE_OK;
}

/* The output is complete up to here, and then it is noted that it is. */
static Status seal(Delivery *delivery) {
    int64_t end;
    TRY(sink_seal(delivery->sink, &end));
    if (delivery->manifest) {
        TRY(manifest_commit(delivery->manifest, end));
    }
    return sink_settle(delivery->sink);
}

static Status seal_if_due(Delivery *delivery) {
    return sink_is_due(delivery->sink) ? seal(delivery) : DATELINE_OK;
}

static Status begin(Delivery *delivery) {
    const Resume *resume = &delivery->resume;
    TRY(sink_open(&delivery->sink_options, resume->files.items, resume->files.count, delivery->diag, &delivery->sink));
    if (resume->keep) {
        return DATELINE_OK;
    }
    ManifestRow head = {
        .input = TEXT("(head)"), .bytes = delivery->options->head.length, .output = sink_output(delivery->sink)};
    TRY(add_row(delivery, &head));
    return seal_if_due(delivery);
}

static Status open_all(Delivery *delivery, Arena *arena) {
    const DeliveryOptions *options = delivery->options;
    Text manifest = delivery->manifest_path;
    TRY(check(delivery, arena));
    if (options->output->per != DATELINE_ONE_FILE) {
        mkdir(text_c_string(arena, delivery->sink_options.path),
              0777); /* what keeps it from being made is told later */
    }
    if (options->output->resume) {
        TRY(resume_read(manifest, &options->identity, options->output->per, arena, delivery->diag, &delivery->resume));
    }
    if (manifest.length && !delivery->resume.finished) {
        TRY(manifest_begin(manifest, delivery->resume.keep, &options->identity, delivery->diag, &delivery->manifest));
    }
    return delivery->resume.finished ? DATELINE_OK : begin(delivery);
}

static void forget(Delivery *delivery) {
    manifest_finish(delivery->manifest);
    resume_release(&delivery->resume);
    free(delivery);
}

Status delivery_open(const DeliveryOptions *options, Arena *arena, Diag *diag, Delivery **out) {
    *out = NULL;
    Delivery *delivery = calloc(1, sizeof *delivery);
    if (!delivery) {
        return DATELINE_MEMORY;
    }
    delivery->options = options;
    delivery->diag = diag;
    delivery->manifest_path = delivery_manifest(options->output, arena);
    delivery->sink_options = delivery_sink(options->output, options->identity.shard, arena);
    delivery->sink_options.head = options->head;
    delivery->sink_options.tail = options->tail;
    delivery->sink_options.lasting = delivery->manifest_path.length > 0;
    sha256_start(&delivery->inputs);
    clock_gettime(CLOCK_MONOTONIC, &delivery->begun);
    Status status = open_all(delivery, arena);
    delivery->progress = (dateline_progress){.counts = delivery->resume.counts,
                                             .inputs = delivery->resume.last,
                                             .resumed = delivery->resume.last,
                                             .total = options->total};
    bool finished = delivery->resume.finished;
    if (status == DATELINE_OK && finished) {
        diag_warning(diag, (Place){.file = delivery->manifest_path},
                     "the run has been finished: nothing is left to do");
    }
    if (status == DATELINE_OK && delivery->resume.counts.skipped) {
        status = DATELINE_SKIPPED;
    }
    if (status > DATELINE_SKIPPED || finished) {
        forget(delivery);
        return status;
    }
    *out = delivery;
    return status;
}

/* ---- inputs ---- */

bool delivery_is_noted(const Delivery *delivery) {
    return delivery->manifest != NULL || delivery->options->output->dataset != NULL;
}

Status delivery_was_done(const Delivery *delivery, const RawArticle *raw, Arena *page, bool *done) {
    const Resume *resume = &delivery->resume;
    *done = raw->index <= resume->last;
    if (raw->index != resume->last) {
        return DATELINE_OK;
    }
    Text then = buffer_text(&resume->last_input);
    Text sha256 = raw->bytes.length ? sha256_hex(page, raw->bytes) : TEXT("");
    if (text_equal(raw->path, then) && text_equal(sha256, buffer_text(&resume->last_sha256))) {
        return DATELINE_OK;
    }
    diag_error(
        delivery->diag, (Place){.file = delivery->manifest_path},
        "input %zu was %.*s, and is %.*s%s: the run cannot be gone on with; take the manifest away to begin anew",
        raw->index, TEXT_ARGS(then), TEXT_ARGS(raw->path), text_equal(raw->path, then) ? ", changed" : "");
    return DATELINE_USAGE;
}

static void tell_messages(const Delivery *delivery, const Job *job) {
    const char *end = job->messages.bytes + job->messages.length;
    for (const char *at = job->messages.bytes; at < end && delivery->diag->sink; at += strlen(at) + 1) {
        delivery->diag->sink(delivery->diag->context, at);
    }
}

static double seconds_since(struct timespec then) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - then.tv_sec) + (double)(now.tv_nsec - then.tv_nsec) / 1e9;
}

static void tell_progress(Delivery *delivery, const ManifestRow *row) {
    const dateline_run *run = delivery->options->run;
    counts_add(&delivery->progress.counts, &row->counts);
    delivery->progress.inputs = row->index;
    if (run->progress) {
        delivery->progress.seconds = seconds_since(delivery->begun);
        run->progress(run->context, &delivery->progress);
    }
}

/* Inputs that the reader passed over, as their dates are not wanted, have a row too: no index is missing. */
static Status add_left_out(Delivery *delivery, size_t before) {
    for (size_t i = delivery->progress.inputs + 1; i < before; i++) {
        ManifestRow row = {.index = i, .input = TEXT("(left out)"), .output = sink_output(delivery->sink)};
        TRY(shard_takes(delivery->options->shard, i) ? add_row(delivery, &row) : DATELINE_OK);
    }
    return DATELINE_OK;
}

Status delivery_put(Delivery *delivery, const Job *job) {
    const Product *product = &job->product;
    Text bytes = buffer_text(&product->bytes);
    Text path = buffer_text(&job->path);
    ManifestRow row = {.index = job->index,
                       .input = path,
                       .bytes = bytes.length,
                       .sha256 = buffer_text(&job->sha256),
                       .counts = {.skipped = job->status != DATELINE_OK},
                       .milliseconds = job->milliseconds};
    if (job->status == DATELINE_OK) {
        row.counts = (dateline_counts){.articles = 1, .facts = product->facts, .triples = product->triples};
    }
    tell_messages(delivery, job);
    TRY(add_left_out(delivery, job->index));
    sha256_add(&delivery->inputs, row.sha256);
    sha256_add(&delivery->inputs, TEXT("\n"));
    delivery->input_count++;
    if (bytes.length) {
        if (sink_moves(delivery->sink, product->date, path)) {
            TRY(seal(delivery));
        }
        TRY(sink_put(delivery->sink, product->date, path, bytes));
    }
    row.output = sink_output(delivery->sink);
    TRY(add_row(delivery, &row));
    TRY(seal_if_due(delivery));
    tell_progress(delivery, &row);
    return DATELINE_OK;
}

/* ---- the end ---- */

static Status add_end(Delivery *delivery, size_t inputs, Text output, int64_t end) {
    if (!delivery->manifest) {
        return DATELINE_OK;
    }
    ManifestRow row = {
        .index = inputs + 1, .input = TEXT("(end)"), .bytes = delivery->options->tail.length, .output = output};
    TRY(manifest_add(delivery->manifest, &row));
    return manifest_commit(delivery->manifest, end);
}

static Status finish(Delivery *delivery, size_t inputs) {
    Buffer name = {0};
    int64_t end;
    if (inputs < delivery->resume.last) {
        diag_error(delivery->diag, (Place){.file = delivery->manifest_path},
                   "%zu inputs were done, and now there are only %zu", delivery->resume.last, inputs);
        return DATELINE_USAGE;
    }
    TRY(add_left_out(delivery, inputs + 1));
    TRY(seal(delivery));
    if (delivery->sink_options.per == DATELINE_ONE_FILE) {
        buffer_add(&name, sink_output(delivery->sink));
    }
    Status status = sink_close(delivery->sink, &end);
    delivery->sink = NULL;
    status = status == DATELINE_OK ? add_end(delivery, inputs, buffer_text(&name), end) : status;
    buffer_release(&name);
    return status;
}

static Status park(Delivery *delivery) {
    TRY(seal(delivery));
    Status status = sink_park(delivery->sink);
    delivery->sink = NULL;
    return status;
}

size_t delivery_resumed(const Delivery *delivery) {
    return delivery->progress.resumed;
}

size_t delivery_inputs(Delivery *delivery, Arena *arena, Text *hash) {
    *hash = sha256_end(&delivery->inputs, arena);
    return delivery->input_count;
}

Status delivery_close(Delivery *delivery, Ending ending, size_t inputs) {
    Status status = ending == ENDING_WHOLE     ? finish(delivery, inputs)
                    : ending == ENDING_STOPPED ? park(delivery)
                                               : DATELINE_OK;
    if (delivery->sink) {
        sink_discard(delivery->sink);
    }
    forget(delivery);
    return status;
}
