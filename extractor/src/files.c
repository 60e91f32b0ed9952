/* Asks the system for files and folders. Knows nothing of what is in them. */
#include "files.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static Status tell_errno(Diag *diag, Text path) {
    diag_error(diag, (Place){path, 0, 0}, "%s", strerror(errno));
    return DATELINE_IO;
}

static Status read_all(FILE *file, Arena *arena, Text *out) {
    struct stat about;
    if (fstat(fileno(file), &about) != 0) {
        return DATELINE_IO;
    }
    if (!S_ISREG(about.st_mode)) {
        errno = S_ISDIR(about.st_mode) ? EISDIR : EINVAL;
        return DATELINE_IO;
    }
    char *bytes = ARENA_ARRAY(arena, char, (size_t)about.st_size + 1);
    *out = (Text){bytes, fread(bytes, 1, (size_t)about.st_size, file)};
    return ferror(file) ? DATELINE_IO : DATELINE_OK;
}

Status file_read(Text path, Arena *arena, Diag *diag, Text *out) {
    FILE *file = fopen(text_c_string(arena, path), "rb");
    if (!file) {
        return tell_errno(diag, path);
    }
    Status status = read_all(file, arena, out);
    if (status != DATELINE_OK) {
        tell_errno(diag, path);
    }
    fclose(file);
    return status;
}

static int compare_paths(const void *a, const void *b) {
    return text_compare(*(const Text *)a, *(const Text *)b);
}

Status folder_list(Text folder, Text ending, Arena *arena, Diag *diag, Texts *out) {
    DIR *directory = opendir(text_c_string(arena, folder));
    if (!directory) {
        return tell_errno(diag, folder);
    }
    *out = (Texts){0};
    const struct dirent *item;
    while ((item = readdir(directory))) {
        Text name = text_from(item->d_name);
        if (name.at[0] != '.' && text_ends(name, ending)) {
            *VECTOR_PUSH(arena, out) = text_format(arena, "%.*s/%.*s", TEXT_ARGS(folder), TEXT_ARGS(name));
        }
    }
    closedir(directory);
    if (out->count) {
        qsort(out->items, out->count, sizeof *out->items, compare_paths);
    }
    return DATELINE_OK;
}

Status folders_list(const Texts *folders, Text ending, Arena *arena, Diag *diag, Texts *out) {
    *out = (Texts){0};
    for (size_t i = 0; i < folders->count; i++) {
        Texts paths;
        TRY(folder_list(folders->items[i], ending, arena, diag, &paths));
        for (size_t k = 0; k < paths.count; k++) {
            *VECTOR_PUSH(arena, out) = paths.items[k];
        }
    }
    return DATELINE_OK;
}

bool files_are_same(Text a, Text b, Arena *arena) {
    struct stat of_a;
    struct stat of_b;
    return text_equal(a, b) ||
           (stat(text_c_string(arena, a), &of_a) == 0 && stat(text_c_string(arena, b), &of_b) == 0 &&
            of_a.st_dev == of_b.st_dev && of_a.st_ino == of_b.st_ino);
}
