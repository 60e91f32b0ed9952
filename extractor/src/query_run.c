/* The public functions that have to do with queries: each sets up memory, finds the query and hands it on. */
#include "dateline.h"

#include "outfile.h"
#include "query.h"
#include "query_params.h"
#include "query_remote.h"
#include "query_text.h"

static Text data_of(const dateline_options *options) {
    return options->data ? text_from(options->data) : TEXT("");
}

static Status ask(const dateline_options *options, const dateline_question *question, Arena *arena, Diag *diag) {
    Text path;
    Text text;
    TRY(query_text_find(data_of(options), text_from(question->query), arena, diag, &path));
    TRY(query_text_read(path, arena, diag, &text));
    TRY(params_fill(path, text, question->parameters, arena, diag, &text));
    if (question->endpoint) {
        return query_remote(path, text, question, arena, diag);
    }
    return query_files(path, text, question, arena, diag);
}

dateline_status dateline_query(const dateline_options *options, const dateline_question *question) {
    jmp_buf exhausted;
    Arena arena = {.exhausted = &exhausted};
    Diag diag = {.sink = options->sink, .context = options->context};
    Status status = setjmp(exhausted) ? DATELINE_MEMORY : ask(options, question, &arena, &diag);
    arena_release(&arena);
    return status;
}

static Status list(const dateline_options *options, Arena *arena, Diag *diag) {
    OutFile out;
    TRY(outfile_open(TEXT(""), diag, &out));
    Status status = query_text_list(data_of(options), arena, diag, out.stream);
    Status closed = outfile_close(&out, diag);
    return closed > status ? closed : status;
}

dateline_status dateline_list_queries(const dateline_options *options) {
    jmp_buf exhausted;
    Arena arena = {.exhausted = &exhausted};
    Diag diag = {.sink = options->sink, .context = options->context};
    Status status = setjmp(exhausted) ? DATELINE_MEMORY : list(options, &arena, &diag);
    arena_release(&arena);
    return status;
}
