/* Owns the joining of shards: whether the parts are all of one run, and in which order their bytes come. It does not
 * know what the bytes mean. */
#include "joining.h"

#include "delivery.h"
#include "part.h"
#include "sha256.h"

#include <errno.h>
#include <unistd.h>

typedef struct Joining {
    Part **parts; /* in the order of their shards, once they are checked */
    size_t count;
    Arena *arena;
    Arena *page;
    Diag *diag;
    const dateline_output *output;
    Text head;            /* of every file, so that each article can be read by itself, */
    Text tail;            /* and what closes it */
    Sink *sink;           /* NULL: nothing is written */
    TurtleReader *reader; /* NULL: nothing is counted */
    Dataset *dataset;
    Sha256 inputs;
    size_t input_count;
} Joining;

/* ---- checking ---- */

static Status refuse(const Joining *joining, const Part *part, const char *what, const Part *other) {
    diag_error(joining->diag, (Place){part->path, 0, 0}, "%s %.*s", what, TEXT_ARGS(other->path));
    return DATELINE_USAGE;
}

static Status check_alike(const Joining *joining, const Part *part, const Part *first) {
    if (part->shard.count != first->shard.count) {
        return refuse(joining, part, "another number of shards than in", first);
    }
    if (!text_equal(part->program, first->program)) {
        return refuse(joining, part, "written by another version of the program than", first);
    }
    if (!text_equal(part->rules, first->rules)) {
        return refuse(joining, part, "written with other rules, lexicon or ontology than", first);
    }
    if (part->inputs != first->inputs) {
        return refuse(joining, part, "another number of inputs than in", first);
    }
    return DATELINE_OK;
}

static bool is_there(const Joining *joining, size_t number) {
    for (size_t i = 0; i < joining->count; i++) {
        if (joining->parts[i]->shard.number == number) {
            return true;
        }
    }
    return false;
}

/* Names the first shards that are missing. */
static Status check_complete(const Joining *joining) {
    enum { MOST_TOLD = 20 };
    size_t count = joining->parts[0]->shard.count;
    size_t missing = count - joining->count;
    for (size_t number = 1, told = 0; told < missing && told < MOST_TOLD; number++) {
        if (!is_there(joining, number)) {
            diag_error(joining->diag, (Place){0}, "shard %zu/%zu is missing", number, count);
            told++;
        }
    }
    if (missing > MOST_TOLD) {
        diag_error(joining->diag, (Place){0}, "and %zu shards more", missing - MOST_TOLD);
    }
    return missing ? DATELINE_USAGE : DATELINE_OK;
}

static Status check_single(const Joining *joining) {
    for (size_t i = 0; i < joining->count; i++) {
        for (size_t k = 0; k < i; k++) {
            if (joining->parts[i]->shard.number == joining->parts[k]->shard.number) {
                return refuse(joining, joining->parts[i], "the same shard as in", joining->parts[k]);
            }
        }
    }
    return DATELINE_OK;
}

static void put_in_order(Joining *joining) {
    Part **ordered = ARENA_ARRAY(joining->arena, Part *, joining->count);
    for (size_t i = 0; i < joining->count; i++) {
        ordered[joining->parts[i]->shard.number - 1] = joining->parts[i];
    }
    joining->parts = ordered;
}

static Status worse(Status a, Status b) {
    return a > b ? a : b;
}

static Status check(Joining *joining) {
    Status status = DATELINE_OK;
    if (joining->count == 0) {
        diag_error(joining->diag, (Place){0}, "there are no parts to join");
        return DATELINE_USAGE;
    }
    for (size_t i = 0; i < joining->count; i++) {
        status = worse(status, part_check(joining->parts[i]));
    }
    for (size_t i = 1; i < joining->count && status == DATELINE_OK; i++) {
        status = check_alike(joining, joining->parts[i], joining->parts[0]);
    }
    TRY(status);
    TRY(check_single(joining));
    TRY(check_complete(joining));
    put_in_order(joining);
    return DATELINE_OK;
}

/* ---- joining ---- */

/* The day of the issue, as the name of the file tells it that the article was filed in. */
static Day filed_day(Text output) {
    enum { FOLDERS = 8, LONGEST = 10 }; /* "1956/03/", "1956-03-31" */
    Text name = text_contains(output, TEXT("/")) ? text_after(output, FOLDERS) : output;
    size_t length = 0;
    while (length < name.length && length < LONGEST && (is_ascii_digit(name.at[length]) || name.at[length] == '-')) {
        length++;
    }
    bool valid;
    Day day = day_parse(text_slice(name, 0, length), &valid);
    return valid ? day : (Day){0, 0, 0};
}

static Status seal(const Joining *joining) {
    int64_t end;
    TRY(sink_seal(joining->sink, &end));
    return sink_settle(joining->sink);
}

static Status write_article(const Joining *joining, const Part *part, Text bytes) {
    Day day = filed_day(part->row.output);
    if (sink_moves(joining->sink, day, part->row.input)) {
        TRY(seal(joining));
    }
    TRY(sink_put(joining->sink, day, part->row.input, bytes));
    return sink_is_due(joining->sink) ? seal(joining) : DATELINE_OK;
}

/* Reads an article's statements again; in RDF/XML they need the end of the document as well. */
static Status count_article(Joining *joining, const Part *part, Text bytes) {
    Triples triples = {0};
    Text document = text_join(joining->page, text_join(joining->page, joining->head, bytes), joining->tail);
    TRY(turtle_read(joining->reader, part->row.output, 1, document, joining->page, joining->diag, &triples));
    dataset_add(joining->dataset, part->row.index, &triples);
    return DATELINE_OK;
}

static Status join_row(Joining *joining, Part *part) {
    Text bytes;
    arena_reset(joining->page);
    if (!text_equal(part->row.input, TEXT("(left out)"))) {
        sha256_add(&joining->inputs, part->row.sha256);
        sha256_add(&joining->inputs, TEXT("\n"));
        joining->input_count++;
    }
    TRY(part_bytes(part, joining->page, &bytes));
    if (joining->reader && bytes.length) {
        TRY(count_article(joining, part, bytes));
    }
    return joining->sink && bytes.length ? write_article(joining, part, bytes) : DATELINE_OK;
}

/* Every input has its turn. */
static Status join_rows(Joining *joining) {
    bool more;
    for (size_t i = 0; i < joining->count; i++) {
        TRY(part_next(joining->parts[i], &more));
        if (joining->parts[i]->kind == PART_HEAD) {
            TRY(part_next(joining->parts[i], &more));
        }
    }
    for (size_t index = 1, turn = 0; index <= joining->parts[0]->inputs; index++) {
        Part *part = joining->parts[turn];
        turn = turn + 1 < joining->count ? turn + 1 : 0;
        TRY(join_row(joining, part));
        TRY(part_next(part, &more));
    }
    for (size_t i = 0; i < joining->count; i++) {
        TRY(part_end(joining->parts[i]));
    }
    return DATELINE_OK;
}

/* What stands before the first article is the same in all parts that have one. */
static Status take_head(Joining *joining) {
    for (size_t i = 0; i < joining->count; i++) {
        Text head;
        TRY(part_head(joining->parts[i], &head));
        if (head.length && joining->head.length && !text_equal(head, joining->head)) {
            return refuse(joining, joining->parts[i], "another head than in", joining->parts[0]);
        }
        joining->head = head.length ? head : joining->head;
    }
    return DATELINE_OK;
}

/* Files of some syntaxes begin with a head, and those of one end with a tail. */
static Status take_ends(Joining *joining) {
    dateline_format format = joining->output->format;
    Buffer tail = {0};
    Writer *writer;
    TRY(writer_create(format, TEXT("https://w3id.org/"), joining->diag, &writer));
    writer_tail(writer, &tail);
    writer_release(writer);
    joining->tail = text_copy(joining->arena, buffer_text(&tail));
    buffer_release(&tail);
    TRY(take_head(joining));
    bool has_head = format == DATELINE_TURTLE || format == DATELINE_RDFXML;
    const Part *part = joining->parts[0];
    if (part->tail != joining->tail.length || (part->head > 0) != has_head) {
        diag_error(joining->diag, (Place){.file = part->path},
                   "the part is written in another syntax than the output; say --to which");
        return DATELINE_USAGE;
    }
    return DATELINE_OK;
}

/* What is in a folder already would be mixed with what is joined. */
static Status check_folder(const Joining *joining) {
    const char *path = joining->output->path;
    if (joining->output->per == DATELINE_ONE_FILE || !path || rmdir(path) == 0 || errno == ENOENT) {
        return DATELINE_OK;
    }
    diag_error(joining->diag, (Place){.file = text_from(path)}, "a folder that is new, or empty, is needed");
    return DATELINE_USAGE;
}

/* Opens the output when all that can be checked has been. */
static Status write_whole(Joining *joining) {
    SinkOptions options = delivery_sink(joining->output, TEXT("1/1"), joining->arena);
    int64_t end;
    TRY(take_ends(joining));
    TRY(check_folder(joining));
    options.lasting = joining->output->per != DATELINE_ONE_FILE; /* its files are left, and gone on with */
    options.head = joining->head;
    options.tail = joining->tail;
    TRY(sink_open(&options, NULL, 0, joining->diag, &joining->sink));
    Status status = join_rows(joining);
    if (status != DATELINE_OK) {
        sink_discard(joining->sink);
        return status;
    }
    return sink_close(joining->sink, &end);
}

static Status open_all(Joining *joining, const Texts *manifests) {
    Status status = DATELINE_OK;
    for (size_t i = 0; i < manifests->count; i++) {
        joining->parts[i] = ARENA_NEW(joining->arena, Part);
        status = worse(status, part_open(manifests->items[i], joining->arena, joining->diag, joining->parts[i]));
    }
    return status;
}

static void close_all(const Joining *joining) {
    for (size_t i = 0; i < joining->count; i++) {
        part_close(joining->parts[i]);
    }
    turtle_close(joining->reader);
}

static Joining joining_of(const Texts *manifests, const dateline_output *output, Arena *arena, Arena *page,
                          Diag *diag) {
    Joining joining = {.parts = ARENA_ARRAY(arena, Part *, manifests->count),
                       .count = manifests->count,
                       .arena = arena,
                       .page = page,
                       .diag = diag,
                       .output = output};
    sha256_start(&joining.inputs);
    return joining;
}

/* ---- describing ---- */

static Status count_too(Joining *joining, Dataset *dataset) {
    joining->dataset = dataset;
    return turtle_open_as(joining->output->format, joining->arena, joining->diag, &joining->reader);
}

static Status write_description(Joining *joining) {
    const Part *part = joining->parts[0];
    DatasetRun run = {.inputs = joining->input_count,
                      .inputs_hash = sha256_end(&joining->inputs, joining->arena),
                      .program = part->program,
                      .rules_hash = part->rules};
    return dataset_write(joining->dataset, &run, joining->output, joining->arena, joining->diag);
}

Status joining_run(const Texts *manifests, const dateline_output *output, Arena *arena, Arena *page, Diag *diag) {
    Joining joining = joining_of(manifests, output, arena, page, diag);
    Dataset dataset = {.arena = arena};
    Status status = open_all(&joining, manifests);
    if (status == DATELINE_OK) {
        status = check(&joining);
    }
    if (status == DATELINE_OK && output->dataset) {
        status = count_too(&joining, &dataset);
    }
    if (status == DATELINE_OK) {
        status = write_whole(&joining);
    }
    if (status == DATELINE_OK && output->dataset) {
        status = write_description(&joining);
    }
    close_all(&joining);
    return status;
}

/* The manifest may be elsewhere. */
static Text folder_of_output(const dateline_output *output, Arena *arena) {
    Text path = text_from(output->path);
    if (output->per != DATELINE_ONE_FILE) {
        return text_join(arena, path, TEXT("/"));
    }
    size_t end = path.length;
    while (end > 0 && path.at[end - 1] != '/') {
        end--;
    }
    return text_slice(path, 0, end);
}

Status joining_count(Text manifest, const dateline_output *output, Dataset *dataset, Arena *arena, Arena *page,
                     Diag *diag, DatasetRun *out) {
    Texts manifests = {.items = &manifest, .count = 1};
    Joining joining = joining_of(&manifests, output, arena, page, diag);
    Status status = open_all(&joining, &manifests);
    if (status == DATELINE_OK) {
        joining.parts[0]->folder = folder_of_output(output, arena);
        status = part_check(joining.parts[0]);
    }
    if (status == DATELINE_OK) {
        status = take_ends(&joining);
    }
    if (status == DATELINE_OK) {
        status = count_too(&joining, dataset);
    }
    if (status == DATELINE_OK) {
        status = join_rows(&joining);
    }
    out->inputs = joining.input_count;
    out->inputs_hash = sha256_end(&joining.inputs, arena);
    close_all(&joining);
    return status;
}
