/* Owns the manifest's file: its columns, and that a row is in it only when what it tells of is in the output. It does
 * not know who writes the output, or how. */
#include "manifest.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

enum { COLUMNS = 14 };

static const char HEADER[] =
    "index\tinput\tarticles\tskipped\tfacts\ttriples\tbytes\tsha256\toutput\tend\tshard\tprogram\t"
    "rules\tseconds\n";

static Status fail(Text path, Diag *diag) {
    diag_error(diag, (Place){.file = path}, "%s", strerror(errno));
    return DATELINE_IO;
}

void counts_add(dateline_counts *counts, const dateline_counts *more) {
    counts->articles += more->articles;
    counts->skipped += more->skipped;
    counts->facts += more->facts;
    counts->triples += more->triples;
}

/* ---- cells ---- */

/* What would end a cell is written as an escape: a path may hold any byte but NUL. */
static const char ESCAPED[] = "\t\n\r\\";
static const char LETTERS[] = "tnr\\";

static void add_cell(Buffer *out, Text cell) {
    for (size_t i = 0; i < cell.length; i++) {
        const char *escaped = strchr(ESCAPED, cell.at[i]);
        if (escaped) {
            buffer_add_string(out, "\\");
        }
        buffer_add(out, (Text){escaped ? &LETTERS[escaped - ESCAPED] : &cell.at[i], 1});
    }
    buffer_add_string(out, "\t");
}

static void add_number(Buffer *out, uint64_t number) {
    char digits[32];
    snprintf(digits, sizeof digits, "%" PRIu64 "\t", number);
    buffer_add_string(out, digits);
}

/* Takes the escapes of a cell back, in place. */
static Text read_cell(char *cell) {
    char *to = cell;
    for (const char *from = cell; *from; from++) {
        const char *letter = from[0] == '\\' && from[1] ? strchr(LETTERS, from[1]) : NULL;
        *to++ = letter ? ESCAPED[letter - LETTERS] : *from;
        from += letter != NULL;
    }
    return (Text){cell, (size_t)(to - cell)};
}

static bool read_number(const char *cell, uint64_t *out) {
    char *end;
    errno = 0;
    *out = strtoumax(cell, &end, 10);
    return is_ascii_digit(*cell) && *end == '\0' && errno == 0;
}

static bool read_size(const char *cell, size_t *out) {
    uint64_t number;
    bool good = read_number(cell, &number) && number <= SIZE_MAX;
    *out = good ? (size_t)number : 0;
    return good;
}

/* ---- reading ---- */

struct ManifestReader {
    FILE *file;
    char *path;
    Diag *diag;
    char *line;
    size_t capacity;
    size_t number; /* of the line, from 1 */
    size_t bytes;  /* up to its end */
};

/* False: there is no further line, or it was cut off. */
static bool next_line(ManifestReader *reader) {
    ssize_t length = getline(&reader->line, &reader->capacity, reader->file);
    if (length <= 0 || reader->line[length - 1] != '\n') {
        return false;
    }
    reader->number++;
    reader->bytes += (size_t)length;
    return true;
}

static Status refuse(const ManifestReader *reader, const char *why) {
    diag_error(reader->diag, (Place){text_from(reader->path), reader->number, 0}, "%s", why);
    return DATELINE_USAGE;
}

Status manifest_open(Text path, Diag *diag, ManifestReader **out) {
    *out = NULL;
    ManifestReader *reader = calloc(1, sizeof *reader);
    char *name = strndup(path.at, path.length);
    if (!reader || !name) {
        free(reader);
        free(name);
        return DATELINE_MEMORY;
    }
    *reader = (ManifestReader){.file = fopen(name, "re"), .path = name, .diag = diag};
    Status status = reader->file ? DATELINE_OK : fail(path, diag);
    if (status == DATELINE_OK && next_line(reader) && strcmp(reader->line, HEADER) != 0) {
        status = refuse(reader, "this is no manifest: its first line does not name the columns");
    }
    if (status != DATELINE_OK) {
        manifest_close(reader);
        return status;
    }
    *out = reader;
    return DATELINE_OK;
}

/* Cuts the line at its tabs. False: there are not as many cells as columns. */
static bool cut(char *line, char *cells[COLUMNS]) {
    size_t count = 0;
    line[strlen(line) - 1] = '\0';
    for (char *at = line; at; count++) {
        if (count == COLUMNS) {
            return false;
        }
        cells[count] = strsep(&at, "\t");
    }
    return count == COLUMNS;
}

static bool read_end(const char *cell, int64_t *out) {
    uint64_t number = 0;
    bool good = *cell == '\0' || (read_number(cell, &number) && number <= INT64_MAX);
    *out = *cell ? (int64_t)number : NO_END;
    return good;
}

/* "12.345" as milliseconds. */
static bool read_seconds(char *cell, size_t *out) {
    size_t seconds;
    size_t thousandths;
    char *point = strchr(cell, '.');
    if (!point) {
        return false;
    }
    *point = '\0';
    bool good = read_size(cell, &seconds) && read_size(point + 1, &thousandths);
    *out = good ? seconds * 1000 + thousandths : 0;
    return good;
}

Status manifest_next(ManifestReader *reader, ManifestRow *out, bool *more) {
    char *cells[COLUMNS];
    *more = next_line(reader);
    if (!*more) {
        return ferror(reader->file) ? fail(text_from(reader->path), reader->diag) : DATELINE_OK;
    }
    *out = (ManifestRow){0};
    bool good = cut(reader->line, cells) && read_size(cells[0], &out->index) &&
                read_size(cells[2], &out->counts.articles) && read_size(cells[3], &out->counts.skipped) &&
                read_size(cells[4], &out->counts.facts) && read_size(cells[5], &out->counts.triples) &&
                read_size(cells[6], &out->bytes) && read_end(cells[9], &out->end) &&
                read_seconds(cells[13], &out->milliseconds);
    if (!good) {
        return refuse(reader, "this is no row of a manifest");
    }
    out->input = read_cell(cells[1]);
    out->sha256 = text_from(cells[7]);
    out->output = read_cell(cells[8]);
    out->shard = text_from(cells[10]);
    out->program = text_from(cells[11]);
    out->rules = text_from(cells[12]);
    return DATELINE_OK;
}

size_t manifest_bytes_read(const ManifestReader *reader) {
    return reader->bytes;
}

size_t manifest_line(const ManifestReader *reader) {
    return reader->number;
}

void manifest_close(ManifestReader *reader) {
    if (reader) {
        if (reader->file) {
            fclose(reader->file);
        }
        free(reader->line);
        free(reader->path);
    }
    free(reader);
}

/* ---- writing ---- */

struct Manifest {
    int file;
    Text path;
    Diag *diag;
    const ManifestIdentity *identity;
    Buffer waiting; /* rows; the last one lacks its end and what stands behind that */
    Buffer behind;  /* what stands behind the end of the last row */
};

static Status write_all(const Manifest *manifest, Text bytes) {
    while (bytes.length) {
        ssize_t written = write(manifest->file, bytes.at, bytes.length);
        if (written < 0 && errno != EINTR) {
            return fail(manifest->path, manifest->diag);
        }
        bytes = text_after(bytes, written > 0 ? (size_t)written : 0);
    }
    return DATELINE_OK;
}

static Status open_file(Manifest *manifest, const char *name, size_t keep) {
    manifest->file = open(name, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (manifest->file < 0) {
        return fail(manifest->path, manifest->diag);
    }
    if (flock(manifest->file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        diag_error(manifest->diag, (Place){.file = manifest->path}, "another run is writing this manifest");
        return DATELINE_USAGE;
    }
    if (ftruncate(manifest->file, (off_t)keep) != 0 || lseek(manifest->file, 0, SEEK_END) < 0) {
        return fail(manifest->path, manifest->diag);
    }
    return keep ? DATELINE_OK : write_all(manifest, text_from(HEADER));
}

Status manifest_begin(Text path, size_t keep, const ManifestIdentity *identity, Diag *diag, Manifest **out) {
    *out = NULL;
    Manifest *manifest = calloc(1, sizeof *manifest);
    char *name = strndup(path.at, path.length);
    if (!manifest || !name) {
        free(manifest);
        free(name);
        return DATELINE_MEMORY;
    }
    *manifest = (Manifest){.file = -1, .path = path, .diag = diag, .identity = identity};
    Status status = open_file(manifest, name, keep);
    free(name);
    if (status != DATELINE_OK) {
        manifest_finish(manifest);
        return status;
    }
    *out = manifest;
    return DATELINE_OK;
}

Status manifest_add(Manifest *manifest, const ManifestRow *row) {
    Buffer *out = &manifest->waiting;
    buffer_add(out, buffer_text(&manifest->behind)); /* the row before gets no end */
    buffer_clear(&manifest->behind);
    add_number(out, row->index);
    add_cell(out, row->input);
    add_number(out, row->counts.articles);
    add_number(out, row->counts.skipped);
    add_number(out, row->counts.facts);
    add_number(out, row->counts.triples);
    add_number(out, row->bytes);
    add_cell(out, row->sha256);
    add_cell(out, row->output);
    char seconds[64];
    snprintf(seconds, sizeof seconds, "%zu.%03zu\n", row->milliseconds / 1000, row->milliseconds % 1000);
    buffer_add_string(&manifest->behind, "\t");
    add_cell(&manifest->behind, manifest->identity->shard);
    add_cell(&manifest->behind, manifest->identity->program);
    add_cell(&manifest->behind, manifest->identity->rules);
    buffer_add_string(&manifest->behind, seconds);
    return out->failed || manifest->behind.failed ? DATELINE_MEMORY : DATELINE_OK;
}

Status manifest_commit(Manifest *manifest, int64_t end) {
    if (manifest->behind.length == 0) {
        return DATELINE_OK;
    }
    char digits[32] = "";
    if (end != NO_END) {
        snprintf(digits, sizeof digits, "%" PRId64, end);
    }
    buffer_add_string(&manifest->waiting, digits);
    buffer_add(&manifest->waiting, buffer_text(&manifest->behind));
    Status status = manifest->waiting.failed ? DATELINE_MEMORY : write_all(manifest, buffer_text(&manifest->waiting));
    buffer_clear(&manifest->waiting);
    buffer_clear(&manifest->behind);
    return status;
}

Status manifest_finish(Manifest *manifest) {
    Status status = DATELINE_OK;
    if (manifest) {
        if (manifest->file >= 0 && close(manifest->file) != 0) {
            status = fail(manifest->path, manifest->diag);
        }
        buffer_release(&manifest->waiting);
        buffer_release(&manifest->behind);
    }
    free(manifest);
    return status;
}
