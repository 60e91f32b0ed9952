/* Owns output files from the first byte to the rename. It does not know what is written into them. */
#include "outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
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

static Status open_with(Text path, Diag *diag, FILE *open_stream(OutFile *file, uint64_t at), uint64_t at,
                        OutFile *out) {
    *out = (OutFile){.stream = stdout};
    if (path.length == 0 || text_equal(path, TEXT("-"))) {
        return DATELINE_OK;
    }
    out->name = strndup(path.at, path.length);
    if (!out->name) {
        return DATELINE_MEMORY;
    }
    out->stream = is_special(out->name) ? fopen(out->name, "we") : open_stream(out, at);
    if (!out->stream) {
        Status status = fail(out, diag, errno);
        forget(out);
        return status;
    }
    return DATELINE_OK;
}

static FILE *open_new(OutFile *file, uint64_t at) {
    (void)at;
    int descriptor = open_part(file);
    return descriptor < 0 ? NULL : fdopen(descriptor, "w");
}

Status outfile_open(Text path, Diag *diag, OutFile *out) {
    return open_with(path, diag, open_new, 0, out);
}

static FILE *open_lasting(OutFile *file, uint64_t at) {
    if (asprintf(&file->part, "%s.part", file->name) < 0) {
        file->part = NULL;
        return NULL;
    }
    if (at && access(file->part, F_OK) != 0 && rename(file->name, file->part) != 0) {
        return NULL;
    }
    int descriptor = open(file->part, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        return NULL;
    }
    if (ftruncate(descriptor, (off_t)at) != 0 || lseek(descriptor, 0, SEEK_END) < 0) {
        close(descriptor);
        return NULL;
    }
    return fdopen(descriptor, "w");
}

/* The length of what an earlier run left of a file; 0: nothing. */
static uint64_t length_left(const char *name) {
    struct stat status;
    char *part = NULL;
    bool found = asprintf(&part, "%s.part", name) >= 0 && (stat(part, &status) == 0 || stat(name, &status) == 0);
    free(part);
    return found ? (uint64_t)status.st_size : 0;
}

Status outfile_continue(Text path, uint64_t at, Diag *diag, OutFile *out) {
    char *name = strndup(path.at, path.length);
    uint64_t left = at && name ? length_left(name) : at;
    free(name);
    if (left < at) {
        diag_error(diag, (Place){.file = path}, "has %" PRIu64 " bytes and no %" PRIu64 ", as its manifest says", left,
                   at);
        return DATELINE_IO;
    }
    return open_with(path, diag, open_lasting, at, out);
}

Status outfile_flush(const OutFile *file, Diag *diag) {
    return fflush(file->stream) == 0 && !ferror(file->stream) ? DATELINE_OK : fail(file, diag, errno);
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

static bool take_lasting_name(const OutFile *file) {
    char *lasting = NULL;
    bool taken = asprintf(&lasting, "%s.part", file->name) >= 0 && rename(file->part, lasting) == 0;
    free(lasting);
    return taken;
}

Status outfile_park(OutFile *file, Diag *diag) {
    bool whole = !ferror(file->stream) && finish_stream(file) == 0 && (!file->part || take_lasting_name(file));
    Status status = whole ? DATELINE_OK : fail(file, diag, errno);
    forget(file);
    return status;
}

void outfile_abandon(OutFile *file) {
    finish_stream(file);
    forget(file);
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
