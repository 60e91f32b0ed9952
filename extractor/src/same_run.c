/* The public function that lists the same happenings: memory set up, graphs read, the list or the links written. */
#include "dateline.h"

#include "outfile.h"
#include "same_output.h"

static const char DEFAULT_BASE[] = "https://w3id.org/dateline/id/";

typedef struct Request {
    Text path;
    Text base;
    const dateline_format *format; /* NULL: a table */
} Request;

static Status write_table(const Same *same, Text path, Diag *diag) {
    OutFile out;
    TRY(outfile_open(path, diag, &out));
    same_write_table(same, out.stream);
    return outfile_close(&out, diag);
}

static Status write_bytes(const Buffer *bytes, Text path, Diag *diag) {
    OutFile out;
    TRY(outfile_open(path, diag, &out));
    fwrite(bytes->bytes, 1, bytes->length, out.stream); /* what fails is told when the file is closed */
    return outfile_close(&out, diag);
}

static Status write_graph(const Same *same, const Request *request, Arena *arena, Diag *diag) {
    Writer *writer;
    Buffer bytes = {0};
    TRY(writer_create(*request->format, request->base, diag, &writer));
    writer_head(writer, &bytes);
    Status status = same_write_graph(same, arena, diag, writer, &bytes);
    writer_tail(writer, &bytes);
    writer_release(writer);
    status = status == DATELINE_OK && bytes.failed ? DATELINE_MEMORY : status;
    status = status == DATELINE_OK ? write_bytes(&bytes, request->path, diag) : status;
    buffer_release(&bytes);
    return status;
}

static Status run(const Texts *paths, const Request *request, Arena *arena, Diag *diag) {
    Same same;
    TRY(same_find(paths, arena, diag, &same));
    return request->format ? write_graph(&same, request, arena, diag) : write_table(&same, request->path, diag);
}

dateline_status dateline_same(const dateline_options *options, const char *const *files, size_t count, const char *path,
                              const dateline_format *format) {
    jmp_buf exhausted;
    Arena arena = {.exhausted = &exhausted};
    Diag diag = {.sink = options->sink, .context = options->context};
    volatile Status status = DATELINE_MEMORY;
    if (setjmp(exhausted) == 0) {
        Texts paths = {0};
        for (size_t i = 0; i < count; i++) {
            *VECTOR_PUSH(&arena, &paths) = text_from(files[i]);
        }
        Request request = {text_from(path ? path : ""), text_from(options->base ? options->base : DEFAULT_BASE),
                           format};
        status = run(&paths, &request, &arena, &diag);
    }
    arena_release(&arena);
    return status;
}
