/* Owns the manifest of one shard and the outputs that it names: what its rows must be, and that rows and outputs agree.
 * It does not know the other shards. */
#include "part.h"

#include "compress.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

static Status refuse(const Part *part, const char *what) {
    diag_error(part->diag, (Place){part->path, manifest_line(part->rows), 0}, "%s", what);
    return DATELINE_USAGE;
}

/* ---- rows ---- */

static Text folder_of(Text path) {
    size_t end = path.length;
    while (end > 0 && path.at[end - 1] != '/') {
        end--;
    }
    return text_slice(path, 0, end);
}

Status part_open(Text manifest, Arena *arena, Diag *diag, Part *out) {
    *out = (Part){.path = manifest, .folder = folder_of(manifest), .diag = diag, .arena = arena};
    return manifest_open(manifest, diag, &out->rows);
}

void part_close(Part *part) {
    unpacked_close(part->output);
    part->output = NULL;
    manifest_close(part->rows);
    part->rows = NULL;
}

Status part_next(Part *part, bool *more) {
    TRY(manifest_next(part->rows, &part->row, more));
    bool is_end = text_equal(part->row.input, TEXT("(end)")) && part->row.sha256.length == 0;
    part->kind = part->row.index == 0 ? PART_HEAD : is_end ? PART_END : PART_ARTICLE;
    return DATELINE_OK;
}

/* ---- outputs ---- */

/* Files of one article each are in folders by year and month; of those none comes again. */
static bool has_one_article(Text output) {
    return text_contains(output, TEXT("/"));
}

/* Every output begins with the head. */
static size_t number_of(Part *part, Text output) {
    size_t number = table_get(&part->numbers, output);
    if (number == TABLE_NONE) {
        Text name = text_copy(part->arena, output);
        number = table_put(&part->numbers, part->arena, name, part->outputs.count);
        *VECTOR_PUSH(part->arena, &part->outputs) = name;
        *VECTOR_PUSH(part->arena, &part->offsets) = part->head;
    }
    return number;
}

static Text path_of(const Part *part, Text output, Arena *arena) {
    return text_join(arena, part->folder, output);
}

static Status read_exactly(Part *part, Text output, char *to, size_t length) {
    size_t got;
    TRY(unpacked_read(part->output, to, length, &got));
    if (got < length) {
        diag_error(part->diag, (Place){part->path, manifest_line(part->rows), 0},
                   "%.*s ends before what this row says of it", TEXT_ARGS(output));
    }
    return got < length ? DATELINE_USAGE : DATELINE_OK;
}

/* Opens an output behind what has been read of it. */
static Status turn_to(Part *part, Text output, size_t offset, Arena *arena) {
    if (part->output && text_equal(part->open, output)) {
        return DATELINE_OK;
    }
    unpacked_close(part->output);
    part->output = NULL;
    TRY(unpacked_open(path_of(part, output, arena), arena, part->diag, &part->output));
    part->open = output;
    return read_exactly(part, output, NULL, offset);
}

static Status bytes_of_one(Part *part, char *bytes, Arena *page) {
    TRY(turn_to(part, part->row.output, part->head, page));
    TRY(read_exactly(part, part->row.output, bytes, part->row.bytes));
    unpacked_close(part->output); /* what it was opened with goes with the page */
    part->output = NULL;
    return DATELINE_OK;
}

Status part_bytes(Part *part, Arena *page, Text *out) {
    size_t length = part->row.bytes;
    *out = TEXT("");
    if (length == 0) {
        return DATELINE_OK;
    }
    char *bytes = ARENA_ARRAY(page, char, length);
    *out = (Text){bytes, length};
    if (has_one_article(part->row.output)) {
        return bytes_of_one(part, bytes, page);
    }
    size_t number = number_of(part, part->row.output);
    TRY(turn_to(part, part->outputs.items[number], part->offsets.items[number], page));
    part->offsets.items[number] += length;
    return read_exactly(part, part->row.output, bytes, length);
}

Status part_head(Part *part, Text *out) {
    *out = TEXT("");
    if (part->first.length == 0 || part->head == 0) {
        return DATELINE_OK;
    }
    char *bytes = ARENA_ARRAY(part->arena, char, part->head);
    *out = (Text){bytes, part->head};
    TRY(turn_to(part, part->first, 0, part->arena));
    TRY(read_exactly(part, part->first, bytes, part->head));
    unpacked_close(part->output);
    part->output = NULL;
    return DATELINE_OK;
}

static Status check_ending(Part *part, size_t number) {
    Text output = part->outputs.items[number];
    size_t got;
    TRY(turn_to(part, output, part->offsets.items[number], part->arena));
    TRY(read_exactly(part, output, NULL, part->tail));
    TRY(unpacked_read(part->output, NULL, 1, &got));
    if (got) {
        diag_error(part->diag, (Place){.file = path_of(part, output, part->arena)}, "more bytes than %.*s says",
                   TEXT_ARGS(part->path));
    }
    return got ? DATELINE_USAGE : DATELINE_OK;
}

Status part_end(Part *part) {
    for (size_t i = 0; i < part->outputs.count; i++) {
        TRY(check_ending(part, i));
    }
    return DATELINE_OK;
}

/* ---- checking ---- */

static Status check_same(Part *part) {
    const ManifestRow *row = &part->row;
    Shard shard;
    TRY(shard_parse(row->shard, part->diag, &shard));
    if (part->shard.count == 0) {
        part->program = text_copy(part->arena, row->program);
        part->rules = text_copy(part->arena, row->rules);
        part->shard = shard;
    }
    if (shard.count != part->shard.count || shard.number != part->shard.number) {
        return refuse(part, "another shard than in the rows above");
    }
    if (!text_equal(row->program, part->program) || !text_equal(row->rules, part->rules)) {
        return refuse(part, "written by another program, or with other rules, than the rows above");
    }
    return DATELINE_OK;
}

/* Is the row the one that comes next? `next` is the index of the input whose turn it is in this shard. */
static Status check_order(Part *part, size_t next) {
    const ManifestRow *row = &part->row;
    bool good = part->kind == PART_HEAD  ? manifest_line(part->rows) == 2
                : part->kind == PART_END ? row->index <= next && next - row->index < part->shard.count
                                         : row->index == next;
    if (!good) {
        diag_error(part->diag, (Place){part->path, manifest_line(part->rows), 0},
                   "row %zu stands where input %zu should: that one is missing, or others are twice", row->index, next);
    }
    return good ? DATELINE_OK : DATELINE_USAGE;
}

static Status note_row(Part *part) {
    const ManifestRow *row = &part->row;
    if (part->kind == PART_HEAD) {
        part->head = row->bytes;
    } else if (part->kind == PART_END) {
        part->inputs = row->index - 1;
        part->tail = row->bytes;
    }
    if (part->first.length == 0) {
        part->first = text_copy(part->arena, row->output);
    }
    bool of_several = row->output.length && !has_one_article(row->output);
    if (of_several && part->kind != PART_END) {
        size_t number = number_of(part, row->output);
        part->offsets.items[number] += part->kind == PART_ARTICLE ? row->bytes : 0;
    }
    return of_several && row->bytes && text_equal(row->output, TEXT("-"))
               ? refuse(part, "this part was written to standard output; merge needs parts that are files")
               : DATELINE_OK;
}

static Status check_rows(Part *part) {
    size_t next = 0;
    bool more;
    part->inputs = SIZE_MAX;
    for (;;) {
        TRY(part_next(part, &more));
        if (!more) {
            break;
        }
        if (part->inputs != SIZE_MAX) {
            return refuse(part, "rows stand behind the end");
        }
        TRY(check_same(part));
        next = next ? next : part->shard.number;
        TRY(check_order(part, next));
        TRY(note_row(part));
        next += part->kind == PART_ARTICLE ? part->shard.count : 0;
    }
    return part->inputs == SIZE_MAX ? refuse(part, "this run is not finished; go on with it by --resume") : DATELINE_OK;
}

/* Whether a compressed output holds as much as it should is seen when it is read. */
static Status check_output(Part *part, size_t number) {
    Text path = path_of(part, part->outputs.items[number], part->arena);
    size_t told = part->offsets.items[number] + part->tail;
    struct stat about;
    part->offsets.items[number] = part->head;
    if (stat(text_c_string(part->arena, path), &about) != 0) {
        diag_error(part->diag, (Place){.file = path}, "%s", strerror(errno));
        return DATELINE_IO;
    }
    if (compression_of_name(path) == DATELINE_UNCOMPRESSED && (size_t)about.st_size != told) {
        diag_error(part->diag, (Place){.file = path}, "%zu bytes, where its manifest says %zu", (size_t)about.st_size,
                   told);
        return DATELINE_USAGE;
    }
    return DATELINE_OK;
}

Status part_check(Part *part) {
    TRY(check_rows(part));
    for (size_t i = 0; i < part->outputs.count; i++) {
        TRY(check_output(part, i));
    }
    manifest_close(part->rows);
    return manifest_open(part->path, part->diag, &part->rows);
}
