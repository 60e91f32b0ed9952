/* Owns the threads of a run. Each takes the next input, makes it into bytes, and hands them over; whoever holds the one
 * whose turn it is delivers it and all behind it that are ready. It does not know what is done with an article, nor
 * where its bytes go. */
#include "run.h"

#include "description.h"
#include "inputs.h"
#include "sha256.h"
#include "shard.h"

#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* How many inputs a thread may be ahead of the slowest one: more would only fill memory. */
enum { JOBS_A_THREAD = 8 };

typedef struct Turn {
    Job job;
    bool ready; /* it waits to be delivered */
} Turn;

typedef struct Run {
    const Tools *tools;
    const dateline_run *options;
    const dateline_output *output;
    Shard shard;
    Delivery *delivery;
    Diag *diag;
    pthread_mutex_t reading; /* held by the thread that reads: */
    Reader *reader;
    Diag reader_diag;
    Job *read;   /* the one that it tells to; NULL: none yet */
    bool at_end; /* there is no further input, and there were so many: */
    size_t inputs;
    pthread_mutex_t order; /* guards what follows */
    pthread_cond_t room;
    Turn *turns; /* a ring: input number n is in turn n % turn_count */
    size_t turn_count;
    size_t taken;
    size_t delivered;
    bool delivering;
    Status failed;    /* DATELINE_OK, or why nothing more can be done */
    Status worst;     /* that came of an input */
    bool is_whole;    /* it came to its end, */
    bool is_resumed;  /* and an earlier run had begun it */
    Dataset *counted; /* by each worker */
    DatasetRun about;
} Run;

typedef struct Worker {
    Run *run;
    pthread_t thread;
    bool started;
    Arena own;  /* lives as long as the run */
    Arena page; /* one article */
    Arena counts;
    Dataset *dataset; /* of its articles, in `counts` */
    Diag diag;        /* tells to the job in work */
    Job *job;
    Matcher *matcher;
    Writer *writer;
} Worker;

/* ---- an article ---- */

/* `context` is where the job stands to which messages belong. */
static void keep_message(void *context, const char *message) {
    Job *const *job = context;
    buffer_add(&(*job)->messages, (Text){message, strlen(message) + 1});
}

static void keep_readers_message(void *context, const char *message) {
    Run *run = context;
    if (run->read) {
        keep_message(&run->read, message);
    } else if (run->diag->sink) {
        run->diag->sink(run->diag->context, message);
    }
}

static size_t milliseconds_since(struct timespec then) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (size_t)((now.tv_sec - then.tv_sec) * 1000 + (now.tv_nsec - then.tv_nsec) / 1000000);
}

/* An article for which there is not enough memory is refused like any other that cannot be read. */
static Status make(Worker *worker, const RawArticle *raw) {
    const Run *run = worker->run;
    Job *job = worker->job;
    jmp_buf exhausted;
    worker->page.exhausted = &exhausted;
    worker->counts.exhausted = &exhausted;
    if (setjmp(exhausted)) {
        return DATELINE_MEMORY;
    }
    if (delivery_is_noted(run->delivery)) {
        buffer_add(&job->sha256, sha256_hex(&worker->page, raw->bytes));
    }
    Dataset *dataset = run->output->dataset ? worker->dataset : NULL;
    return pipeline_article(run->tools, raw, worker->matcher, worker->writer, dataset, &worker->page, &worker->diag,
                            &job->product);
}

static void work_on(Worker *worker, const RawArticle *raw) {
    Job *job = worker->job;
    struct timespec begun;
    clock_gettime(CLOCK_MONOTONIC, &begun);
    job->status = make(worker, raw);
    job->milliseconds = milliseconds_since(begun);
    if (job->status == DATELINE_MEMORY) {
        arena_release(&worker->page);
        job->status = DATELINE_SKIPPED;
        diag_error(&worker->diag, (Place){.file = buffer_text(&job->path)},
                   "there is not enough memory for this article");
    }
    if (job->status != DATELINE_OK) {
        buffer_clear(&job->product.bytes);
    }
}

/* ---- taking ---- */

static void fail(Run *run, Status status) {
    pthread_mutex_lock(&run->order);
    run->failed = run->failed == DATELINE_OK ? status : run->failed;
    pthread_cond_broadcast(&run->room);
    pthread_mutex_unlock(&run->order);
}

static void note_status(Run *run, Status status) {
    pthread_mutex_lock(&run->order);
    run->worst = status > run->worst ? status : run->worst;
    pthread_mutex_unlock(&run->order);
}

static bool is_stopped(const Run *run) {
    return run->options->stop && *run->options->stop;
}

/* The turn of the next input, when there is room for one; NULL: the run is to end. */
static Turn *next_turn(Run *run) {
    pthread_mutex_lock(&run->order);
    while (run->taken - run->delivered == run->turn_count && run->failed == DATELINE_OK) {
        pthread_cond_wait(&run->room, &run->order);
    }
    bool go_on = run->failed == DATELINE_OK && !run->at_end && !is_stopped(run);
    Turn *turn = go_on ? &run->turns[run->taken % run->turn_count] : NULL;
    pthread_mutex_unlock(&run->order);
    return turn;
}

/* Reads the next input of this shard that an earlier run has not done. *more: there is one. */
static Status read_input(Run *run, Arena *page, RawArticle *raw, bool *more) {
    bool done = true;
    while (done && !is_stopped(run)) {
        bool any;
        job_clear(run->read);
        arena_reset(page);
        Status status = reader_next(run->reader, page, raw, &any);
        if (status == DATELINE_MEMORY || !any) {
            run->at_end = status != DATELINE_MEMORY;
            run->inputs = raw->index;
            return status;
        }
        if (!shard_takes(run->shard, raw->index)) {
            continue;
        }
        note_status(run, status);
        run->read->status = status;
        TRY(delivery_was_done(run->delivery, raw, page, &done));
    }
    *more = !done;
    return DATELINE_OK;
}

static Status read_safely(Worker *worker, RawArticle *raw, bool *more) {
    jmp_buf exhausted;
    worker->page.exhausted = &exhausted;
    return setjmp(exhausted) ? DATELINE_MEMORY : read_input(worker->run, &worker->page, raw, more);
}

static bool read_into(Worker *worker, Job *job, RawArticle *raw) {
    Run *run = worker->run;
    bool more = false;
    run->read = job;
    Status status = read_safely(worker, raw, &more);
    if (status != DATELINE_OK) {
        fail(run, status);
        return false;
    }
    if (more) {
        worker->job = job;
        job->index = raw->index;
        buffer_add(&job->path, raw->path);
        pthread_mutex_lock(&run->order);
        run->taken++;
        pthread_mutex_unlock(&run->order);
    }
    return more;
}

/* Takes the next input. False: there is none, or the run is to end. */
static bool take(Worker *worker, RawArticle *raw) {
    pthread_mutex_lock(&worker->run->reading);
    Turn *turn = next_turn(worker->run);
    bool taken = turn && read_into(worker, &turn->job, raw);
    pthread_mutex_unlock(&worker->run->reading);
    return taken;
}

/* ---- handing over ---- */

/* Delivers what is ready and in turn. The lock is held, and given up while something is delivered. */
static void deliver(Run *run) {
    Turn *turn = &run->turns[run->delivered % run->turn_count];
    while (turn->ready && run->failed == DATELINE_OK) {
        pthread_mutex_unlock(&run->order);
        Status status = delivery_put(run->delivery, &turn->job);
        pthread_mutex_lock(&run->order);
        run->failed = run->failed == DATELINE_OK ? status : run->failed;
        turn->ready = false;
        run->delivered++;
        pthread_cond_broadcast(&run->room);
        turn = &run->turns[run->delivered % run->turn_count];
    }
}

static void hand_over(Run *run, Job *job) {
    Turn *own = (Turn *)job;
    pthread_mutex_lock(&run->order);
    own->ready = true;
    run->worst = job->status > run->worst ? job->status : run->worst;
    if (!run->delivering) {
        run->delivering = true;
        deliver(run);
        run->delivering = false;
    }
    pthread_mutex_unlock(&run->order);
}

static void *work(void *context) {
    Worker *worker = context;
    RawArticle raw;
    while (take(worker, &raw)) {
        if (worker->job->status == DATELINE_OK) {
            work_on(worker, &raw);
        }
        hand_over(worker->run, worker->job);
    }
    return NULL;
}

/* ---- the run ---- */

static size_t worker_count(const dateline_run *options) {
    cpu_set_t allowed;
    if (options->jobs) {
        return options->jobs;
    }
    return sched_getaffinity(0, sizeof allowed, &allowed) == 0 ? (size_t)CPU_COUNT(&allowed) : 1;
}

static Status open_workers(Run *run, Worker *workers, size_t count, dateline_format format, Arena *arena) {
    for (size_t i = 0; i < count; i++) {
        Worker *worker = &workers[i];
        worker->run = run;
        worker->own.exhausted = arena->exhausted;
        worker->page.exhausted = arena->exhausted;
        worker->dataset = &run->counted[i];
        worker->dataset->arena = &worker->counts;
        worker->diag = (Diag){.sink = keep_message, .context = &worker->job};
        TRY(matcher_create(&worker->own, &worker->matcher));
        TRY(writer_create(format, run->tools->graph.base, &worker->diag, &worker->writer));
    }
    return DATELINE_OK;
}

static void close_workers(Worker *workers, size_t count) {
    for (size_t i = 0; i < count; i++) {
        matcher_release(workers[i].matcher);
        writer_release(workers[i].writer);
        arena_release(&workers[i].page);
        arena_release(&workers[i].counts);
        arena_release(&workers[i].own);
    }
}

/* The thread that asks for it is the first worker. One that the system does not grant leaves its work to the others. */
static void work_together(Worker *workers, size_t count) {
    for (size_t i = 1; i < count; i++) {
        workers[i].started = pthread_create(&workers[i].thread, NULL, work, &workers[i]) == 0;
    }
    work(&workers[0]);
    for (size_t i = 1; i < count; i++) {
        if (workers[i].started) {
            pthread_join(workers[i].thread, NULL);
        }
    }
}

static void tell_tally(const Run *run, Worker *workers, size_t count) {
    MatchTally sum = {0};
    for (size_t i = 0; i < count; i++) {
        sum.limits += matcher_tally(workers[i].matcher)->limits;
        sum.sentences += matcher_tally(workers[i].matcher)->sentences;
    }
    pipeline_tell_tally(&sum, run->diag);
}

/* What is left undone is delivered by nobody: the run has failed then. */
static Status go(Run *run, Worker *workers, size_t count, Arena *arena) {
    run->turn_count = count * JOBS_A_THREAD;
    run->turns = calloc(run->turn_count, sizeof *run->turns);
    if (run->turns) {
        work_together(workers, count);
        tell_tally(run, workers, count);
    }
    for (size_t i = 0; run->turns && i < run->turn_count; i++) {
        job_release(&run->turns[i].job);
    }
    Status failed = run->turns ? run->failed : DATELINE_MEMORY;
    free(run->turns);
    Ending ending = failed != DATELINE_OK ? ENDING_FAILED : run->at_end ? ENDING_WHOLE : ENDING_STOPPED;
    run->is_whole = ending == ENDING_WHOLE;
    run->is_resumed = delivery_resumed(run->delivery) > 0;
    run->about.inputs = delivery_inputs(run->delivery, arena, &run->about.inputs_hash);
    Status closed = delivery_close(run->delivery, ending, run->inputs);
    Status status = ending == ENDING_STOPPED ? DATELINE_STOPPED : run->worst;
    status = failed > status ? failed : status;
    return closed > status ? closed : status;
}

static Status deliver_all(Run *run, Worker *workers, size_t count, DeliveryOptions *options, Arena *arena) {
    Buffer head = {0};
    Buffer tail = {0};
    writer_head(workers[0].writer, &head);
    writer_tail(workers[0].writer, &tail);
    options->head = buffer_text(&head);
    options->tail = buffer_text(&tail);
    Status status =
        head.failed || tail.failed ? DATELINE_MEMORY : delivery_open(options, arena, run->diag, &run->delivery);
    run->is_whole = run->is_resumed = status <= DATELINE_SKIPPED; /* an earlier run may have done all */
    if (run->delivery) {
        run->worst = status;
        status = go(run, workers, count, arena);
    }
    buffer_release(&head);
    buffer_release(&tail);
    return status;
}

static Status open_and_deliver(Run *run, Worker *workers, size_t count, const dateline_input *input, Text rules,
                               Arena *arena) {
    Text shard = text_format(arena, "%zu/%zu", run->shard.number, run->shard.count);
    DeliveryOptions options = {.output = run->output,
                               .run = run->options,
                               .shard = run->shard,
                               .identity = {shard, TEXT(DATELINE_VERSION), rules}};
    run->counted = ARENA_ARRAY(arena, Dataset, count);
    TRY(reader_open(input, &run->reader_diag, &run->reader));
    Status status = open_workers(run, workers, count, run->output->format, arena);
    options.total = run->options->count ? inputs_count(input, &workers[0].page) : 0;
    if (status == DATELINE_OK) {
        status = deliver_all(run, workers, count, &options, arena);
    }
    if (status <= DATELINE_SKIPPED && run->is_whole && run->output->dataset) {
        Status described =
            description_write(run->counted, count, run->is_resumed, &run->about, run->output, arena, run->diag);
        status = described > status ? described : status;
    }
    close_workers(workers, count);
    reader_close(run->reader);
    return status;
}

Status run_extract(const Tools *tools, const dateline_input *input, const dateline_output *output,
                   const dateline_run *run, Text rules, Arena *arena, Diag *diag) {
    Run all = {.tools = tools,
               .options = run,
               .output = output,
               .shard = {1, 1},
               .diag = diag,
               .reading = PTHREAD_MUTEX_INITIALIZER,
               .order = PTHREAD_MUTEX_INITIALIZER,
               .room = PTHREAD_COND_INITIALIZER,
               .about = {.program = TEXT(DATELINE_VERSION), .rules_hash = rules, .started = time(NULL)}};
    all.reader_diag = (Diag){.sink = keep_readers_message, .context = &all};
    if (input->shard) {
        TRY(shard_parse(text_from(input->shard), diag, &all.shard));
    }
    size_t count = worker_count(run);
    Worker *workers = calloc(count, sizeof *workers);
    Status status = workers ? open_and_deliver(&all, workers, count, input, rules, arena) : DATELINE_MEMORY;
    free(workers);
    return status;
}
