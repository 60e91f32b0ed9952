/* Owns the files of an output: which one is open, what stands at its top, its compression, and how much of it is good.
 * It does not know what the bytes mean, nor who notes that they were written. */
#include "sink.h"

#include "filing.h"
#include "outfile.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Uncompressed bytes of a frame. A larger one packs hardly better, and what is in an open frame is lost when the run is
 * killed. */
enum { FRAME = 1024 * 1024 };

struct Sink {
    const SinkOptions *options;
    Diag *diag;
    SinkFile *files; /* with DATELINE_PER_ARTICLE only the last one */
    size_t count;
    size_t capacity;
    size_t current; /* the one that is open, */
    bool is_open;   /* if any is */
    OutFile out;
    int64_t written; /* bytes of that file */
    size_t in_frame; /* bytes put since it was sealed */
    Compressor *compressor;
    Buffer packed;
    Buffer name; /* of the file of the next article */
};

static bool is_divided(const Sink *sink) {
    return sink->options->per != DATELINE_ONE_FILE;
}

/* ---- files ---- */

static void forget_files(Sink *sink) {
    for (size_t i = 0; i < sink->count; i++) {
        free((char *)sink->files[i].name.at);
    }
    sink->count = 0;
}

static Status add_file(Sink *sink, Text name, int64_t end) {
    if (sink->count == sink->capacity) {
        size_t capacity = 2 * sink->capacity + 8;
        SinkFile *moved = realloc(sink->files, capacity * sizeof *moved);
        if (!moved) {
            return DATELINE_MEMORY;
        }
        sink->files = moved;
        sink->capacity = capacity;
    }
    char *copy = strndup(name.at ? name.at : "", name.length);
    if (!copy) {
        return DATELINE_MEMORY;
    }
    sink->files[sink->count++] = (SinkFile){{copy, name.length}, end};
    return DATELINE_OK;
}

static size_t find_file(const Sink *sink, Text name) {
    size_t i = 0;
    while (i < sink->count && !text_equal(sink->files[i].name, name)) {
        i++;
    }
    return i;
}

static void add_path(const Sink *sink, Text name, Buffer *out) {
    buffer_add(out, sink->options->path);
    if (is_divided(sink)) {
        buffer_add_string(out, "/");
        buffer_add(out, name);
    }
}

static Status make_folder(const Sink *sink, const char *path) {
    struct stat about;
    if (mkdir(path, 0777) != 0 && (errno != EEXIST || stat(path, &about) != 0 || !S_ISDIR(about.st_mode))) {
        diag_error(sink->diag, (Place){.file = text_from(path)}, "no folder can be made here: %s", strerror(errno));
        return DATELINE_IO;
    }
    return DATELINE_OK;
}

/* The folders on the way to `path`, from the output's own one on. */
static Status make_folders(const Sink *sink, char *path) {
    Status status = DATELINE_OK;
    for (char *slash = path + sink->options->path.length; slash && status == DATELINE_OK;
         slash = strchr(slash + 1, '/')) {
        if (*slash == '/') {
            *slash = '\0';
            status = make_folder(sink, path);
            *slash = '/';
        }
    }
    return status;
}

static Status open_path(Sink *sink, Text path, int64_t at) {
    return sink->options->lasting ? outfile_continue(path, (uint64_t)at, sink->diag, &sink->out)
                                  : outfile_open(path, sink->diag, &sink->out);
}

/* ---- bytes ---- */

static void write_out(Sink *sink, Text bytes) {
    sink->written += (int64_t)fwrite(bytes.at ? bytes.at : "", 1, bytes.length, sink->out.stream);
}

static Status put(Sink *sink, Text bytes) {
    sink->in_frame += bytes.length;
    if (!sink->compressor) {
        write_out(sink, bytes);
        return ferror(sink->out.stream) ? outfile_flush(&sink->out, sink->diag) : DATELINE_OK;
    }
    if (bytes.length == 0) {
        return DATELINE_OK;
    }
    Status status = compress_add(sink->compressor, bytes, &sink->packed);
    write_out(sink, buffer_text(&sink->packed));
    buffer_clear(&sink->packed);
    return status == DATELINE_OK && ferror(sink->out.stream) ? outfile_flush(&sink->out, sink->diag) : status;
}

static Status end_frame(Sink *sink) {
    Status status = compress_end(sink->compressor, &sink->packed);
    write_out(sink, buffer_text(&sink->packed));
    buffer_clear(&sink->packed);
    return status;
}

/* Opens a file of the table, behind what is good of it. */
static Status open_file(Sink *sink, size_t file) {
    Buffer path = {0};
    add_path(sink, sink->files[file].name, &path);
    buffer_add(&path, (Text){"", 1});
    Status status = path.failed ? DATELINE_MEMORY : DATELINE_OK;
    if (status == DATELINE_OK && is_divided(sink)) {
        status = make_folders(sink, path.bytes);
    }
    if (status == DATELINE_OK) {
        status = open_path(sink, (Text){path.bytes, path.length - 1}, sink->files[file].end);
    }
    buffer_release(&path);
    TRY(status);
    sink->current = file;
    sink->is_open = true;
    sink->written = sink->files[file].end;
    sink->in_frame = 0;
    return sink->written == 0 ? put(sink, sink->options->head) : DATELINE_OK;
}

/* Closes the open file, to be gone on with. */
static Status leave_file(Sink *sink) {
    sink->is_open = false;
    return outfile_park(&sink->out, sink->diag);
}

/* ---- opening ---- */

/* Files that an earlier run has begun give up their names, and what is behind their good bytes; but the file of one
 * article gets its name, if it has not. */
static Status go_on(Sink *sink, const SinkFile *begun, size_t count) {
    for (size_t i = 0; i < count; i++) {
        TRY(add_file(sink, begun[i].name, begun[i].end));
    }
    for (size_t i = 0; i < count && is_divided(sink); i++) {
        TRY(open_file(sink, i));
        TRY(sink->options->per == DATELINE_PER_ARTICLE ? sink_settle(sink) : leave_file(sink));
    }
    return DATELINE_OK;
}

static Text own_name(Text path) {
    Text name = path.length ? path : TEXT("-");
    for (size_t i = 0; i < path.length; i++) {
        name = path.at[i] == '/' ? text_after(path, i + 1) : name;
    }
    return name;
}

static Status open_all(Sink *sink, const SinkFile *begun, size_t count) {
    if (sink->options->compression != DATELINE_UNCOMPRESSED) {
        sink->compressor = compressor_create(sink->options->compression);
        if (!sink->compressor) {
            return DATELINE_MEMORY;
        }
    }
    TRY(go_on(sink, begun, count));
    if (is_divided(sink)) {
        return DATELINE_OK;
    }
    if (count == 0) {
        TRY(add_file(sink, own_name(sink->options->path), 0));
    }
    return open_file(sink, 0);
}

static void release(Sink *sink) {
    forget_files(sink);
    free(sink->files);
    compressor_release(sink->compressor);
    buffer_release(&sink->packed);
    buffer_release(&sink->name);
    free(sink);
}

Status sink_open(const SinkOptions *options, const SinkFile *begun, size_t count, Diag *diag, Sink **out) {
    *out = NULL;
    Sink *sink = calloc(1, sizeof *sink);
    if (!sink) {
        return DATELINE_MEMORY;
    }
    *sink = (Sink){.options = options, .diag = diag};
    Status status = open_all(sink, begun, count);
    if (status != DATELINE_OK) {
        release(sink);
        return status;
    }
    *out = sink;
    return DATELINE_OK;
}

/* ---- articles ---- */

static void name_next(Sink *sink, Day date, Text path) {
    buffer_clear(&sink->name);
    filing_name(sink->options->per, date, path, sink->options->shard, &sink->name);
    buffer_add(&sink->name, sink->options->ending);
}

bool sink_moves(Sink *sink, Day date, Text path) {
    if (!is_divided(sink) || !sink->is_open) {
        return false;
    }
    name_next(sink, date, path);
    return !text_equal(sink->files[sink->current].name, buffer_text(&sink->name));
}

/* Is there a file of this name in the output's folder? */
static bool is_taken(const Sink *sink, Text name) {
    struct stat about;
    Buffer path = {0};
    add_path(sink, name, &path);
    buffer_add(&path, (Text){"", 1});
    bool taken = !path.failed && lstat(path.bytes, &about) == 0;
    buffer_release(&path);
    return taken;
}

/* Articles of one day and one name get numbers behind it. */
static Status name_article(Sink *sink) {
    Buffer *name = &sink->name;
    size_t stem = name->length - sink->options->ending.length;
    for (unsigned long number = 2; !name->failed && is_taken(sink, buffer_text(name)); number++) {
        char suffix[32];
        snprintf(suffix, sizeof suffix, "-%lu", number);
        name->length = stem;
        buffer_add_string(name, suffix);
        buffer_add(name, sink->options->ending);
    }
    forget_files(sink);
    return name->failed ? DATELINE_MEMORY : add_file(sink, buffer_text(name), 0);
}

/* Opens the file to which the next article goes. */
static Status open_next(Sink *sink, Day date, Text path) {
    name_next(sink, date, path);
    if (sink->options->per == DATELINE_PER_ARTICLE) {
        TRY(name_article(sink));
        return open_file(sink, 0);
    }
    Text name = buffer_text(&sink->name);
    size_t file = find_file(sink, name);
    if (file == sink->count) {
        TRY(sink->name.failed ? DATELINE_MEMORY : add_file(sink, name, 0));
    }
    return open_file(sink, file);
}

Status sink_put(Sink *sink, Day date, Text path, Text bytes) {
    if (sink_moves(sink, date, path)) {
        TRY(leave_file(sink));
    }
    if (!sink->is_open) {
        TRY(open_next(sink, date, path));
    }
    return put(sink, bytes);
}

bool sink_is_due(const Sink *sink) {
    return sink->compressor && sink->options->per != DATELINE_PER_ARTICLE
               ? sink->in_frame == 0 || sink->in_frame >= FRAME
               : sink->options->lasting;
}

Status sink_seal(Sink *sink, int64_t *end) {
    *end = 0;
    if (!sink->is_open) {
        return DATELINE_OK;
    }
    if (sink->compressor && sink->in_frame) {
        TRY(end_frame(sink));
    }
    sink->in_frame = 0;
    TRY(outfile_flush(&sink->out, sink->diag));
    sink->files[sink->current].end = sink->written;
    *end = sink->written;
    return DATELINE_OK;
}

Status sink_settle(Sink *sink) {
    if (sink->options->per != DATELINE_PER_ARTICLE || !sink->is_open) {
        return DATELINE_OK;
    }
    sink->is_open = false;
    return outfile_close(&sink->out, sink->diag);
}

Text sink_output(const Sink *sink) {
    return sink->is_open ? sink->files[sink->current].name : TEXT("");
}

/* ---- the end ---- */

/* Without a byte in it a compressed file would be no such file. */
static Status put_tail(Sink *sink, int64_t *end) {
    TRY(put(sink, sink->options->tail));
    if (sink->compressor && sink->written == 0 && sink->in_frame == 0) {
        TRY(end_frame(sink));
    }
    return sink_seal(sink, end);
}

static Status close_file(Sink *sink, int64_t *end) {
    TRY(put_tail(sink, end));
    sink->is_open = false;
    return outfile_close(&sink->out, sink->diag);
}

static Status close_all(Sink *sink, int64_t *end) {
    *end = 0;
    if (!is_divided(sink)) {
        return close_file(sink, end);
    }
    if (sink->is_open) {
        TRY(leave_file(sink));
    }
    for (size_t i = 0; i < sink->count && sink->options->per != DATELINE_PER_ARTICLE; i++) {
        int64_t length;
        TRY(open_file(sink, i));
        TRY(close_file(sink, &length));
    }
    return DATELINE_OK;
}

Status sink_close(Sink *sink, int64_t *end) {
    Status status = close_all(sink, end);
    sink_discard(sink);
    return status;
}

Status sink_park(Sink *sink) {
    Status status = DATELINE_OK;
    int64_t end;
    if (sink->is_open && !sink->options->lasting) {
        status = put_tail(sink, &end);
    }
    if (sink->is_open && status == DATELINE_OK) {
        status = leave_file(sink);
    }
    sink_discard(sink);
    return status;
}

void sink_discard(Sink *sink) {
    if (sink->is_open && sink->options->lasting) {
        outfile_abandon(&sink->out);
    } else if (sink->is_open) {
        outfile_discard(&sink->out);
    }
    release(sink);
}
