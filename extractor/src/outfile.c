/* Owns output files from the first byte to the rename. It does not know what is written into them. */
#include "outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TRIES = 100 };

static Status fail(const OutFile *file, Diag *diag, int error) {
    Text name = file->name ? text_from(file->name) : TEXT("standard output");
    diag_error(diag, (Place){.file = name}, "could not be written: %s", strerror(error));
    return DATELINE_IO;
}

static void forget(OutFile *file) {
    free(file->name);
    free(file->part);
    *file = (OutFile){0};
}

static bool is_special(const char *name) {
    struct stat status;
    return stat(name, &status) == 0 && !S_ISREG(status.st_mode);
}

/* Another process may write the same file, so the name beside it has to be free. It is made with open, not mkstemp, so
 * that the file gets the rights that any other file of the user gets. */
static int open_part(OutFile *file) {
    for (int i = 0; i < TRIES; i++) {
        if (asprintf(&file->part, "%s.%ld-%d.part", file->name, (long)getpid(), i) < 0) {
            file->part = NULL;
            return -1;
        }
        int descriptor = open(file->part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor >= 0 || errno != EEXIST) {
            return descriptor;
        }
        free(file->part);
        file->part = NULL;
    }
    return -1;
}

static FILE *open_stream(OutFile *file) {
    if (is_special(file->name)) {
        return fopen(file->name, "we");
    }
    int descriptor = open_part(file);
    return descriptor < 0 ? NULL : fdopen(descriptor, "w");
}

Status outfile_open(Text path, Diag *diag, OutFile *out) {
    *out = (OutFile){.stream = stdout};
    if (path.length == 0 || text_equal(path, TEXT("-"))) {
        return DATELINE_OK;
    }
    out->name = strndup(path.at, path.length);
    if (!out->name) {
        return DATELINE_MEMORY;
    }
    out->stream = open_stream(out);
    if (!out->stream) {
        Status status = fail(out, diag, errno);
        forget(out);
        return status;
    }
    return DATELINE_OK;
}

/* Standard output stays open. */
static int finish_stream(const OutFile *file) {
    if (!file->name) {
        return fflush(file->stream);
    }
    return fclose(file->stream);
}

Status outfile_close(OutFile *file, Diag *diag) {
    bool whole = !ferror(file->stream);
    int error = errno; /* of the write that went wrong, if one did */
    int closed = finish_stream(file);
    if (whole && (closed != 0 || (file->part && rename(file->part, file->name) != 0))) {
        whole = false;
        error = errno;
    }
    if (!whole && file->part) {
        unlink(file->part);
    }
    Status status = whole ? DATELINE_OK : fail(file, diag, error);
    forget(file);
    return status;
}

void outfile_discard(OutFile *file) {
    if (file->name) {
        fclose(file->stream);
    }
    if (file->part) {
        unlink(file->part);
    }
    forget(file);
}
