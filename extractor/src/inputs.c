/* Owns the order of the input: what the user named, then what a list names, and what is in a folder in its place. It
 * does not open files. */
#include "inputs.h"

#include "walk.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct Inputs {
    const dateline_input *input;
    Diag *diag;
    size_t next; /* of the paths of `input` */
    FILE *list;  /* NULL: there is none, or it has ended */
    char *line;  /* of the list */
    size_t line_capacity;
    Walk *walk; /* through the folder in whose place we are, or NULL */
    Arena arena;
    Text folder;
    bool found_any;
};

/* ---- names ---- */

static bool ends_with_any(Text name, const char *const *endings) {
    for (; *endings; endings++) {
        Text ending = text_from(*endings);
        if (name.length > ending.length && text_equal_nocase(text_after(name, name.length - ending.length), ending)) {
            return true;
        }
    }
    return false;
}

bool input_is_text(Text name) {
    static const char *const endings[] = {".md", ".txt", NULL};
    return ends_with_any(name, endings);
}

Text input_uncompressed(Text name) {
    static const char *const endings[] = {".gz", ".xz", ".zst", ".bz2", NULL};
    size_t length = name.length;
    while (ends_with_any(name, endings) && length > 0 && name.at[--length] != '.') {
    }
    return text_slice(name, 0, length);
}

bool input_is_bundle(Text name) {
    static const char *const endings[] = {".zip", ".7z", ".tar", ".tgz", ".txz", ".tzst", ".tbz2", NULL};
    static const char *const tar[] = {".tar", NULL};
    Text within = input_uncompressed(name);
    bool compressed = within.length < name.length;
    return ends_with_any(name, endings) || (compressed && (ends_with_any(within, tar) || input_is_text(within)));
}

static bool is_wanted(Text name) {
    return input_is_text(name) || input_is_bundle(name);
}

/* ---- the list of files ---- */

static Status tell_errno(const Inputs *inputs, Text path) {
    diag_error(inputs->diag, (Place){.file = path}, "%s", strerror(errno));
    return DATELINE_IO;
}

static void close_list(Inputs *inputs) {
    if (inputs->list && inputs->list != stdin) {
        fclose(inputs->list);
    }
    inputs->list = NULL;
}

Status inputs_open(const dateline_input *input, Diag *diag, Inputs **out) {
    Inputs *inputs = calloc(1, sizeof *inputs);
    *out = inputs;
    if (!inputs) {
        return DATELINE_MEMORY;
    }
    *inputs = (Inputs){.input = input, .diag = diag};
    if (!input->files_from) {
        return DATELINE_OK;
    }
    inputs->list = strcmp(input->files_from, "-") == 0 ? stdin : fopen(input->files_from, "re");
    if (inputs->list) {
        return DATELINE_OK;
    }
    Status status = tell_errno(inputs, text_from(input->files_from));
    inputs_close(inputs);
    *out = NULL;
    return status;
}

void inputs_close(Inputs *inputs) {
    if (inputs) {
        close_list(inputs);
        free(inputs->line);
        walk_close(inputs->walk);
        arena_release(&inputs->arena);
    }
    free(inputs);
}

/* The next path of the list that is not blank; *more is false behind the last. */
static Status next_line(Inputs *inputs, Arena *arena, Text *path, bool *more) {
    *path = (Text){0};
    while (inputs->list && path->length == 0) {
        errno = 0;
        ssize_t length = getline(&inputs->line, &inputs->line_capacity, inputs->list);
        if (length >= 0) {
            Text rest = {inputs->line, strlen(inputs->line)};
            Text line = text_line(&rest);
            *path = text_trim(line).length ? text_copy(arena, line) : *path;
        } else {
            bool failed = errno != 0;
            *more = failed;
            *path = text_copy(arena, text_from(inputs->input->files_from));
            Status status = failed ? tell_errno(inputs, *path) : DATELINE_OK;
            close_list(inputs);
            return status;
        }
    }
    *more = path->length > 0;
    return DATELINE_OK;
}

/* ---- the files ---- */

static Status next_named(Inputs *inputs, Arena *arena, Text *path, bool *more) {
    if (inputs->next == inputs->input->count) {
        return next_line(inputs, arena, path, more);
    }
    *path = text_copy(arena, text_from(inputs->input->paths[inputs->next++]));
    *more = true;
    return DATELINE_OK;
}

static Status next_in_folder(Inputs *inputs, Arena *arena, Input *out, bool *more) {
    Status status = walk_next(inputs->walk, arena, &out->path, more);
    if (*more) {
        inputs->found_any = true;
        return status;
    }
    walk_close(inputs->walk);
    inputs->walk = NULL;
    if (!inputs->found_any) {
        *more = true;
        out->path = text_copy(arena, inputs->folder);
        diag_error(inputs->diag, (Place){.file = out->path}, "no *.md, no *.txt and no archive in this folder");
        return DATELINE_SKIPPED;
    }
    return status;
}

/* Finds out what the user has named; a folder's files come in its place. */
static Status look_at(Inputs *inputs, Arena *arena, Text path) {
    struct stat about;
    if (text_equal(path, TEXT("-"))) {
        bool is_list = inputs->input->files_from && strcmp(inputs->input->files_from, "-") == 0;
        if (is_list) {
            diag_error(inputs->diag, (Place){.file = path}, "standard input is the list of files already");
        }
        return is_list ? DATELINE_IO : DATELINE_OK;
    }
    if (stat(text_c_string(arena, path), &about) != 0) {
        return tell_errno(inputs, path);
    }
    if (S_ISDIR(about.st_mode)) {
        arena_reset(&inputs->arena);
        inputs->arena.exhausted = arena->exhausted;
        inputs->folder = text_copy(&inputs->arena, path);
        inputs->found_any = false;
        return walk_open(path, is_wanted, inputs->diag, arena, &inputs->walk);
    }
    return DATELINE_OK;
}

Status inputs_next(Inputs *inputs, Arena *arena, Input *out, bool *more) {
    *out = (Input){0};
    for (;;) {
        if (inputs->walk) {
            Status found = next_in_folder(inputs, arena, out, more);
            if (found != DATELINE_OK || *more) {
                return found;
            }
        }
        Status status = next_named(inputs, arena, &out->path, more);
        if (status != DATELINE_OK || !*more) {
            return status;
        }
        status = look_at(inputs, arena, out->path);
        out->named = !inputs->walk;
        if (status != DATELINE_OK || !inputs->walk) {
            return status;
        }
    }
}

/* What comes through a pipe can be read once only. */
static bool is_countable(const dateline_input *input) {
    struct stat about;
    bool listed_in_file = input->files_from && stat(input->files_from, &about) == 0 && S_ISREG(about.st_mode);
    bool countable = !input->since && !input->until && (!input->files_from || listed_in_file);
    for (size_t i = 0; i < input->count; i++) {
        countable = countable && strcmp(input->paths[i], "-") != 0;
    }
    return countable;
}

size_t inputs_count(const dateline_input *input, Arena *arena) {
    Diag silent = {0};
    Inputs *inputs;
    size_t count = 0;
    if (!is_countable(input) || inputs_open(input, &silent, &inputs) != DATELINE_OK) {
        return 0;
    }
    for (bool more = true; more;) {
        Input next;
        arena_reset(arena);
        Status status = inputs_next(inputs, arena, &next, &more);
        if (status == DATELINE_MEMORY || (more && status == DATELINE_OK && input_is_bundle(next.path))) {
            count = 0;
            break;
        }
        count += more;
    }
    inputs_close(inputs);
    return count;
}
