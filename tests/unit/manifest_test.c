/* A row is read back as it was written, whatever its path is; a manifest that was cut off anywhere says how far it is
 * good. */
#include "check.h"
#include "resume.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/dateline-manifest-XXXXXX";
static const ManifestIdentity identity = {{"1/1", 3}, {"0.0.1", 5}, {"abc", 3}};

static Text path_of(Arena *arena, const char *name) {
    return text_format(arena, "%s/%s", folder, name);
}

static void add(Manifest *manifest, size_t index, Text input, Text output, size_t bytes) {
    ManifestRow row = {.index = index,
                       .input = input,
                       .counts = {.articles = 1, .facts = index, .triples = 10 * index},
                       .bytes = bytes,
                       .sha256 = TEXT("00ff"),
                       .output = output,
                       .milliseconds = 1042};
    CHECK_EQUAL(manifest_add(manifest, &row), DATELINE_OK);
}

/* Rows 0 to 4; the second has no end of its own. */
static void write_rows(Text path, Diag *diag) {
    Manifest *manifest;
    if (!CHECK_EQUAL(manifest_begin(path, 0, &identity, diag, &manifest), DATELINE_OK)) {
        return;
    }
    add(manifest, 0, TEXT("(head)"), TEXT("a.ttl"), 7);
    CHECK_EQUAL(manifest_commit(manifest, 7), DATELINE_OK);
    add(manifest, 1, TEXT("in\ta\\b\nc\r.md"), TEXT("a.ttl"), 100);
    add(manifest, 2, TEXT("六月.md"), TEXT("b.ttl"), 100);
    CHECK_EQUAL(manifest_commit(manifest, 207), DATELINE_OK);
    add(manifest, 3, TEXT("3.md"), TEXT("a.ttl"), 100);
    CHECK_EQUAL(manifest_commit(manifest, 307), DATELINE_OK);
    add(manifest, 4, TEXT("4.md"), TEXT("a.ttl"), 100);
    CHECK_EQUAL(manifest_finish(manifest), DATELINE_OK); /* nobody said that it is complete */
}

static void test_read_back(Arena *arena, Diag *diag) {
    ManifestReader *reader;
    ManifestRow row;
    bool more;
    if (!CHECK_EQUAL(manifest_open(path_of(arena, "m.tsv"), diag, &reader), DATELINE_OK)) {
        return;
    }
    CHECK_EQUAL(manifest_next(reader, &row, &more), DATELINE_OK);
    CHECK(more && row.index == 0 && row.end == 7);
    CHECK_EQUAL(manifest_next(reader, &row, &more), DATELINE_OK);
    CHECK(more && row.index == 1 && row.end == NO_END && row.bytes == 100 && row.milliseconds == 1042);
    CHECK(row.counts.articles == 1 && row.counts.facts == 1 && row.counts.triples == 10 && row.counts.skipped == 0);
    CHECK_TEXT(row.input, "in\ta\\b\nc\r.md");
    CHECK_TEXT(row.sha256, "00ff");
    CHECK_TEXT(row.rules, "abc");
    CHECK_TEXT(row.shard, "1/1");
    CHECK_EQUAL(manifest_next(reader, &row, &more), DATELINE_OK);
    CHECK_TEXT(row.input, "六月.md");
    CHECK_EQUAL(row.end, 207);
    CHECK_EQUAL(manifest_next(reader, &row, &more), DATELINE_OK);
    CHECK_EQUAL(row.index, 3);
    CHECK_EQUAL(manifest_next(reader, &row, &more), DATELINE_OK);
    CHECK(!more);
    manifest_close(reader);
}

/* Cut after each of its bytes: what counts is what stands before the last whole row with an end. */
static void test_cut(Arena *arena, Diag *diag) {
    Text path = path_of(arena, "m.tsv");
    struct stat about;
    CHECK_EQUAL(stat(text_c_string(arena, path), &about), 0);
    for (off_t length = about.st_size; length >= 0; length--) {
        Resume resume;
        CHECK_EQUAL(truncate(text_c_string(arena, path), length), 0);
        CHECK_EQUAL(resume_read(path, &identity, DATELINE_PER_MONTH, arena, diag, &resume), DATELINE_OK);
        CHECK(resume.keep <= (size_t)length && !resume.finished);
        CHECK_EQUAL(resume.files.count, resume.last >= 2 ? 2 : resume.keep ? 1 : 0);
        CHECK(resume.last == 0 || resume.last == 2 || resume.last == 3);
        CHECK(resume.last != 2 || (resume.counts.articles == 3 && resume.files.items[0].end == 7));
        CHECK(length != about.st_size || resume.last == 3);
        resume_release(&resume);
    }
}

static void test_refusals(Arena *arena) {
    Diag diag = {0};
    Text path = path_of(arena, "m.tsv");
    Manifest *manifest;
    Manifest *second;
    Resume resume;
    ManifestIdentity other = identity;
    write_rows(path, &diag);
    other.rules = TEXT("abd");
    CHECK_EQUAL(resume_read(path, &other, DATELINE_ONE_FILE, arena, &diag, &resume), DATELINE_USAGE);
    resume_release(&resume);
    CHECK_EQUAL(diag.errors, 1);
    CHECK_EQUAL(manifest_begin(path, 0, &identity, &diag, &manifest), DATELINE_OK);
    CHECK_EQUAL(manifest_begin(path, 0, &identity, &diag, &second), DATELINE_USAGE);
    CHECK_EQUAL(diag.errors, 2);
    manifest_finish(manifest);
    FILE *file = fopen(text_c_string(arena, path), "w");
    fputs("name\tvalue\n", file);
    fclose(file);
    CHECK_EQUAL(resume_read(path, &identity, DATELINE_ONE_FILE, arena, &diag, &resume), DATELINE_USAGE);
    CHECK_EQUAL(diag.errors, 3);
    CHECK_EQUAL(resume_read(path_of(arena, "none"), &identity, DATELINE_ONE_FILE, arena, &diag, &resume), DATELINE_OK);
    CHECK_EQUAL(resume.keep, 0);
}

int main(void) {
    jmp_buf exhausted;
    Arena arena = {.exhausted = &exhausted};
    Diag diag = {0};
    if (!CHECK(mkdtemp(folder) != NULL) || setjmp(exhausted)) {
        return 1;
    }
    write_rows(path_of(&arena, "m.tsv"), &diag);
    test_read_back(&arena, &diag);
    test_cut(&arena, &diag);
    CHECK_EQUAL(diag.errors, 0);
    test_refusals(&arena);
    unlink(text_c_string(&arena, path_of(&arena, "m.tsv")));
    rmdir(folder);
    arena_release(&arena);
    return check_report();
}
