/* Owns the reading of one file that may be compressed. It does not know what is in it. */
#include "unpacked.h"

#include "bundle.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct Unpacked {
    char *path;
    Diag *diag;
    int file;
    Bundle *bundle; /* NULL: it is not compressed */
    char head[BUNDLE_HEAD];
    size_t held;            /* bytes of the head, */
    size_t used;            /* and how many of them have been handed out */
    char passed[64 * 1024]; /* over */
};

static Status fail(const Unpacked *file, const char *why) {
    diag_error(file->diag, (Place){.file = text_from(file->path)}, "%s", why);
    return DATELINE_IO;
}

static ssize_t read_file(const Unpacked *file, char *to, size_t room) {
    ssize_t got;
    do {
        got = read(file->file, to, room);
    } while (got < 0 && errno == EINTR);
    return got;
}

static Status open_bundle(Unpacked *file, Arena *scratch) {
    Member member;
    file->bundle = bundle_open(file->file, (Text){file->head, file->held});
    if (!file->bundle) {
        return DATELINE_MEMORY;
    }
    bool found = bundle_next(file->bundle, scratch, &member) == MEMBER_FOUND && member.alone;
    return found ? DATELINE_OK : fail(file, bundle_problem(file->bundle));
}

static Status open_file(Unpacked *file, Arena *scratch) {
    file->file = open(file->path, O_RDONLY | O_CLOEXEC);
    if (file->file < 0) {
        return fail(file, strerror(errno));
    }
    for (ssize_t got = 1; got != 0 && file->held < sizeof file->head; file->held += (size_t)got) {
        got = read_file(file, file->head + file->held, sizeof file->head - file->held);
        if (got < 0) {
            return fail(file, strerror(errno));
        }
    }
    return bundle_is((Text){file->head, file->held}) ? open_bundle(file, scratch) : DATELINE_OK;
}

Status unpacked_open(Text path, Arena *scratch, Diag *diag, Unpacked **out) {
    *out = NULL;
    Unpacked *file = calloc(1, sizeof *file);
    char *name = strndup(path.at, path.length);
    if (!file || !name) {
        free(file);
        free(name);
        return DATELINE_MEMORY;
    }
    *file = (Unpacked){.path = name, .diag = diag, .file = -1};
    Status status = open_file(file, scratch);
    if (status != DATELINE_OK) {
        unpacked_close(file);
        return status;
    }
    *out = file;
    return DATELINE_OK;
}

static ssize_t read_some(Unpacked *file, char *to, size_t room) {
    if (file->bundle) {
        return bundle_read(file->bundle, to, room);
    }
    size_t left = file->held - file->used;
    if (left == 0) {
        return read_file(file, to, room);
    }
    size_t taken = left < room ? left : room;
    memcpy(to, file->head + file->used, taken);
    file->used += taken;
    return (ssize_t)taken;
}

Status unpacked_read(Unpacked *file, char *to, size_t length, size_t *got) {
    for (*got = 0; *got < length;) {
        size_t wanted = length - *got;
        wanted = !to && wanted > sizeof file->passed ? sizeof file->passed : wanted;
        ssize_t some = read_some(file, to ? to + *got : file->passed, wanted);
        if (some < 0) {
            return fail(file, file->bundle ? bundle_problem(file->bundle) : strerror(errno));
        }
        if (some == 0) {
            break;
        }
        *got += (size_t)some;
    }
    return DATELINE_OK;
}

void unpacked_close(Unpacked *file) {
    if (file) {
        bundle_close(file->bundle);
        if (file->file >= 0) {
            close(file->file);
        }
        free(file->path);
    }
    free(file);
}
