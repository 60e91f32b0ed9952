/* Reads from a manifest how far a run has come. It changes nothing. */
#include "resume.h"

#include <unistd.h>

static void note_file(const ManifestRow *row, dateline_per per, Arena *arena, Resume *out) {
    if (row->output.length == 0) {
        return;
    }
    if (per == DATELINE_PER_ARTICLE) {
        out->files.count = 0;
    }
    for (size_t i = 0; i < out->files.count; i++) {
        if (text_equal(out->files.items[i].name, row->output)) {
            out->files.items[i].end = row->end;
            return;
        }
    }
    *VECTOR_PUSH(arena, &out->files) = (SinkFile){text_copy(arena, row->output), row->end};
}

static bool is_last(const ManifestRow *row) {
    return text_equal(row->input, TEXT("(end)")) && row->sha256.length == 0 && !row->counts.skipped;
}

/* A row with an end, and with it all before it, counts. */
static void note_row(const ManifestRow *row, dateline_per per, Arena *arena, Resume *out) {
    out->finished = is_last(row);
    if (!out->finished) {
        out->last = row->index;
        buffer_clear(&out->last_input);
        buffer_add(&out->last_input, row->input);
        buffer_clear(&out->last_sha256);
        buffer_add(&out->last_sha256, row->sha256);
        note_file(row, per, arena, out);
    }
}

static Status refuse(Text path, const char *what, Text then, Text now, Diag *diag) {
    diag_error(diag, (Place){.file = path},
               "the run was begun with %s %.*s, and this is %.*s: it cannot be gone on with; take the manifest away to "
               "begin anew",
               what, TEXT_ARGS(then), TEXT_ARGS(now));
    return DATELINE_USAGE;
}

static Status check_identity(Text path, const ManifestRow *row, const ManifestIdentity *identity, Diag *diag) {
    if (!text_equal(row->program, identity->program)) {
        return refuse(path, "version", row->program, identity->program, diag);
    }
    if (!text_equal(row->rules, identity->rules)) {
        return refuse(path, "rules", row->rules, identity->rules, diag);
    }
    return text_equal(row->shard, identity->shard) ? DATELINE_OK
                                                   : refuse(path, "shard", row->shard, identity->shard, diag);
}

static Status read_rows(ManifestReader *reader, Text path, const ManifestIdentity *identity, dateline_per per,
                        Arena *arena, Diag *diag, Resume *out) {
    dateline_counts waiting = {0}; /* of rows that have no end */
    ManifestRow row;
    for (bool more = true;;) {
        TRY(manifest_next(reader, &row, &more));
        if (!more) {
            return DATELINE_OK;
        }
        TRY(check_identity(path, &row, identity, diag));
        counts_add(&waiting, &row.counts);
        if (row.end != NO_END) {
            note_row(&row, per, arena, out);
            counts_add(&out->counts, &waiting);
            out->keep = manifest_bytes_read(reader);
            waiting = (dateline_counts){0};
        }
    }
}

Status resume_read(Text path, const ManifestIdentity *identity, dateline_per per, Arena *arena, Diag *diag,
                   Resume *out) {
    *out = (Resume){0};
    if (access(text_c_string(arena, path), F_OK) != 0) {
        return DATELINE_OK;
    }
    ManifestReader *reader;
    TRY(manifest_open(path, diag, &reader));
    Status status = read_rows(reader, path, identity, per, arena, diag, out);
    manifest_close(reader);
    return status;
}

void resume_release(Resume *resume) {
    buffer_release(&resume->last_input);
    buffer_release(&resume->last_sha256);
}
