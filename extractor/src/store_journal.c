/* Owns the journal of a load: a line for the load, then a line for each batch that the store took, in their order. It
 * does not know what a batch holds. */
#include "store_journal.h"

#include "sha256.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

enum { DIGITS = 64 };
static const char TITLE[] = "dateline load ";

static Status fail(const Journal *journal, Status status, const char *why) {
    diag_error(journal->diag, (Place){.file = journal->path}, "%s", why);
    return status;
}

/* Reads a line of `length` bytes and its end. False: there is none that is whole, and the file ends before it. */
static bool read_line(Journal *journal, char *line, size_t length) {
    long at = ftell(journal->file);
    bool whole = fread(line, 1, length, journal->file) == length && line[length - 1] == '\n';
    if (!whole) {
        fseek(journal->file, at, SEEK_SET);
        whole = false;
    }
    return whole;
}

static bool ends(const Journal *journal) {
    int next = getc(journal->file);
    return next == EOF || ungetc(next, journal->file) == EOF;
}

/* Behind what is whole new lines are written. */
static Status turn_to_writing(Journal *journal) {
    journal->reading = false;
    long at = ftell(journal->file);
    bool cut = at >= 0 && ftruncate(fileno(journal->file), at) == 0 && fseek(journal->file, at, SEEK_SET) == 0;
    return cut ? DATELINE_OK : fail(journal, DATELINE_IO, strerror(errno));
}

static Status write_line(Journal *journal, const char *title, Text digest) {
    fprintf(journal->file, "%s%.*s\n", title, TEXT_ARGS(digest));
    return fflush(journal->file) == 0 ? DATELINE_OK : fail(journal, DATELINE_IO, strerror(errno));
}

Status journal_open(Journal *journal, Text path, Text settings, Arena *arena, Diag *diag) {
    *journal = (Journal){.path = path, .diag = diag, .reading = true};
    int file = open(text_c_string(arena, path), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    journal->file = file < 0 ? NULL : fdopen(file, "r+");
    if (!journal->file) {
        return fail(journal, DATELINE_IO, strerror(errno));
    }
    if (flock(file, LOCK_EX | LOCK_NB) != 0) {
        return fail(journal, DATELINE_USAGE, "another load is using this journal: name another one with --journal");
    }
    char line[sizeof TITLE + DIGITS];
    Text digest = sha256_hex(arena, settings);
    Text title = text_join(arena, text_from(TITLE), digest);
    bool whole = read_line(journal, line, sizeof line);
    bool empty = ends(journal);
    if (whole && text_equal((Text){line, sizeof line - 1}, title)) {
        return DATELINE_OK;
    }
    if (whole ? !text_starts((Text){line, sizeof line}, text_from(TITLE)) : !empty) {
        return fail(journal, DATELINE_USAGE, "no journal of a load: name another file with --journal");
    }
    if (!empty) {
        return fail(journal, DATELINE_USAGE,
                    "the journal of another load: name another one with --journal, or remove it");
    }
    rewind(journal->file); /* nothing is in it yet */
    TRY(turn_to_writing(journal));
    return write_line(journal, TITLE, digest);
}

Status journal_next(Journal *journal, Text digest, bool *taken) {
    char line[DIGITS + 1];
    *taken = false;
    if (!journal->reading) {
        return DATELINE_OK;
    }
    if (!read_line(journal, line, sizeof line)) {
        return turn_to_writing(journal);
    }
    if (!text_equal((Text){line, DIGITS}, digest)) {
        return fail(journal, DATELINE_USAGE,
                    "what is to be loaded has changed since this journal was begun: remove it to load all of it again");
    }
    journal->taken++;
    *taken = true;
    return DATELINE_OK;
}

Status journal_keep(Journal *journal, Text digest) {
    TRY(write_line(journal, "", digest));
    journal->taken++;
    return DATELINE_OK;
}

void journal_close(Journal *journal, bool forget) {
    if (!journal->file) {
        return;
    }
    if (forget) {
        char *path = strndup(journal->path.at, journal->path.length);
        if (path) {
            unlink(path);
        }
        free(path);
    }
    fclose(journal->file);
    journal->file = NULL;
}
