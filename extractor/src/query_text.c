/* Owns where the text of a query comes from: a file, standard input, or the queries beside the ontology. It does not
 * know what a query asks. */
#include "query_text.h"

#include "files.h"
#include "query_params.h"
#include "table_output.h"
#include "world.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static Status read_standard_input(Arena *arena, Diag *diag, Text *out) {
    VECTOR(char) bytes = {0};
    int c;
    while ((c = getc(stdin)) != EOF) {
        *VECTOR_PUSH(arena, &bytes) = (char)c;
    }
    *out = (Text){bytes.items, bytes.count};
    if (ferror(stdin)) {
        diag_error(diag, (Place){.file = TEXT("-")}, "%s", strerror(errno));
        return DATELINE_IO;
    }
    return DATELINE_OK;
}

/* What is not UTF-8, and a NUL, would be cut off by parsers or stop them without a word. */
Status query_text_read(Text path, Arena *arena, Diag *diag, Text *out) {
    if (text_equal(path, TEXT("-"))) {
        TRY(read_standard_input(arena, diag, out));
    } else {
        TRY(file_read(path, arena, diag, out));
    }
    if (text_starts(*out, TEXT("\xEF\xBB\xBF"))) {
        *out = text_after(*out, 3);
    }
    size_t wrong = utf8_check(*out);
    const char *nul = out->length ? memchr(out->at, '\0', out->length) : NULL;
    if (wrong == SIZE_MAX && !nul) {
        return DATELINE_OK;
    }
    size_t at = wrong == SIZE_MAX ? (size_t)(nul - out->at) : wrong;
    diag_error(diag, place_of(path, *out, at), wrong == SIZE_MAX ? "a NUL character" : "not UTF-8");
    return DATELINE_IO;
}

static Status find_folder(Text data, Arena *arena, Diag *diag, Text *out) {
    DataFolders folders;
    TRY(world_find(data, arena, diag, &folders));
    *out = text_join(arena, folders.ontology, TEXT("/queries"));
    return DATELINE_OK;
}

Status query_text_find(Text data, Text name, Arena *arena, Diag *diag, Text *path) {
    *path = name;
    if (text_equal(name, TEXT("-")) || text_contains(name, TEXT("/")) || text_contains(name, TEXT("."))) {
        return DATELINE_OK;
    }
    Text folder;
    TRY(find_folder(data, arena, diag, &folder));
    *path = text_format(arena, "%.*s/%.*s.rq", TEXT_ARGS(folder), TEXT_ARGS(name));
    if (access(text_c_string(arena, *path), R_OK) != 0) {
        diag_error(diag, (Place){0}, "there is no query '%.*s': dateline query --list names all; ./%.*s is a file",
                   TEXT_ARGS(name), TEXT_ARGS(name));
        return DATELINE_USAGE;
    }
    return DATELINE_OK;
}

/* The first line of comment. */
static Text title_of(Text query) {
    while (query.length) {
        Text line = text_trim(text_line(&query));
        if (text_starts(line, TEXT("#"))) {
            return text_trim(text_after(line, 1));
        }
    }
    return (Text){0};
}

static void put_parameters(Text query, int indent, Arena *arena, FILE *stream) {
    Parameters parameters = params_declared(query, arena);
    for (size_t i = 0; i < parameters.count; i++) {
        const Parameter *parameter = &parameters.items[i];
        fprintf(stream, "%*s--param %.*s=", indent, "", TEXT_ARGS(parameter->name));
        fprintf(stream, "%.*s", TEXT_ARGS(parameter->is_optional ? parameter->written : TEXT("...")));
        fprintf(stream, parameter->note.length ? "  %.*s\n" : "%.*s\n", TEXT_ARGS(parameter->note));
    }
}

Status query_text_list(Text data, Arena *arena, Diag *diag, FILE *stream) {
    Text folder;
    Texts paths;
    size_t widest = 0;
    TRY(find_folder(data, arena, diag, &folder));
    TRY(folder_list(folder, TEXT(".rq"), arena, diag, &paths));
    for (size_t i = 0; i < paths.count; i++) {
        Text name = text_after(paths.items[i], folder.length + 1);
        paths.items[i] = text_slice(name, 0, name.length - 3);
        widest = text_width(paths.items[i]) > widest ? text_width(paths.items[i]) : widest;
    }
    for (size_t i = 0; i < paths.count; i++) {
        Text name = paths.items[i];
        Text query;
        TRY(query_text_read(text_format(arena, "%.*s/%.*s.rq", TEXT_ARGS(folder), TEXT_ARGS(name)), arena, diag,
                            &query));
        fprintf(stream, "%.*s%*s  %.*s\n", TEXT_ARGS(name), (int)(widest - text_width(name)), "",
                TEXT_ARGS(title_of(query)));
        put_parameters(query, (int)widest + 2, arena, stream);
    }
    return DATELINE_OK;
}
