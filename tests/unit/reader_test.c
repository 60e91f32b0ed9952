/* Input comes one article at a time, in the order of its paths; what is no text is refused by name and place, the rest
 * goes on. */
#include "check.h"
#include "reader.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/dateline-reader-XXXXXX";

static void keep_message(void *context, const char *message) {
    snprintf(context, 4096, "%s", message);
}

static Text path_of(Arena *arena, const char *name) {
    return text_format(arena, "%s/%s", folder, name);
}

static void write_file(Arena *arena, const char *name, Text bytes) {
    FILE *file = fopen(text_c_string(arena, path_of(arena, name)), "w");
    if (CHECK(file != NULL)) {
        fwrite(bytes.at, 1, bytes.length, file);
        fclose(file);
    }
}

static void make_folder(Arena *arena, const char *name) {
    CHECK_EQUAL(mkdir(text_c_string(arena, path_of(arena, name)), 0700), 0);
}

/* Reads everything below `path`: what came is joined to "a.md=text;", what was refused to "!". */
static Text read_all(Arena *arena, Text path, Diag *diag) {
    Reader *reader;
    Text all = TEXT("");
    const char *name = text_c_string(arena, path);
    ReaderOptions input = {.paths = &name, .count = 1};
    CHECK_EQUAL(reader_open(&input, diag, &reader), DATELINE_OK);
    for (;;) {
        RawArticle raw;
        bool more;
        Status status = reader_next(reader, arena, &raw, &more);
        if (!more) {
            CHECK_EQUAL(status, DATELINE_OK);
            break;
        }
        if (status == DATELINE_OK) {
            Text below =
                text_after(raw.path, text_starts(raw.path, path) && raw.path.length > path.length ? path.length : 0);
            all = text_format(arena, "%.*s%.*s=%.*s;", TEXT_ARGS(all), TEXT_ARGS(below), TEXT_ARGS(raw.bytes));
        } else {
            CHECK(status == DATELINE_SKIPPED || status == DATELINE_IO);
            all = text_join(arena, all, status == DATELINE_IO ? TEXT("cannot be opened") : TEXT("!"));
        }
    }
    reader_close(reader);
    return all;
}

static void test_order(Arena *arena, Diag *diag) {
    make_folder(arena, "order");
    make_folder(arena, "order/a");
    make_folder(arena, "order/none");
    write_file(arena, "order/b.md", TEXT("second"));
    write_file(arena, "order/a.md", TEXT("first"));
    write_file(arena, "order/a/z.txt", TEXT("below"));
    write_file(arena, "order/a0.md", TEXT("after"));
    write_file(arena, "order/notes.pdf", TEXT("not read"));
    CHECK_TEXT(read_all(arena, path_of(arena, "order"), diag), "/a.md=first;/a/z.txt=below;/a0.md=after;/b.md=second;");
    CHECK_TEXT(read_all(arena, path_of(arena, "order/"), diag), "a.md=first;a/z.txt=below;a0.md=after;b.md=second;");
    CHECK_TEXT(text_after(read_all(arena, path_of(arena, "order/notes.pdf"), diag), strlen(folder)),
               "/order/notes.pdf=not read;");
    CHECK_EQUAL(diag->errors, 0);
}

static void test_refused(Arena *arena, Diag *diag, const char *message) {
    static const struct {
        const char *name;
        Text bytes;
        const char *message;
    } cases[] = {
        {"empty.md", {"", 0}, "/empty.md: the file is empty"},
        {"bom.md", {"\xEF\xBB\xBF", 3}, "/bom.md: the file is empty"},
        {"gbk.md", {"Title: x\n\xE4\xB8\xAD\xD6\xD0", 14}, "/gbk.md:2:2: not UTF-8: byte 0xD6"},
        {"nul.md", {"a\nbc\0d", 6}, "/nul.md:2:3: a NUL byte: this is no text"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_file(arena, cases[i].name, cases[i].bytes);
        CHECK_TEXT(read_all(arena, path_of(arena, cases[i].name), diag), "!");
        CHECK_TEXT(text_from(message + strlen(folder)), cases[i].message);
    }
    CHECK_TEXT(read_all(arena, path_of(arena, "nothing.md"), diag), "cannot be opened");
    CHECK_TEXT(text_from(message + strlen(folder)), "/nothing.md: No such file or directory");
    make_folder(arena, "bare");
    CHECK_TEXT(read_all(arena, path_of(arena, "bare"), diag), "!");
    CHECK_TEXT(text_from(message + strlen(folder)), "/bare: no *.md and no *.txt in this folder");
}

static void test_rest_goes_on(Arena *arena, Diag *diag) {
    make_folder(arena, "mixed");
    write_file(arena, "mixed/1.md", TEXT("\xFF"));
    write_file(arena, "mixed/2.md", TEXT("\xEF\xBB\xBFgood"));
    CHECK_EQUAL(symlink("/nowhere/at/all", text_c_string(arena, path_of(arena, "mixed/3.md"))), 0);
    CHECK_EQUAL(symlink(".", text_c_string(arena, path_of(arena, "mixed/4"))), 0);
    write_file(arena, "mixed/5.md", TEXT("last"));
    CHECK_TEXT(read_all(arena, path_of(arena, "mixed"), diag), "!/2.md=good;!!/5.md=last;");
}

static void test_large(Arena *arena, Diag *diag, const char *message) {
    Text path = path_of(arena, "large.md");
    write_file(arena, "large.md", TEXT("x"));
    CHECK_EQUAL(truncate(text_c_string(arena, path), 64 * 1024 * 1024 + 1), 0);
    CHECK_TEXT(read_all(arena, path, diag), "!");
    CHECK_TEXT(text_from(message + strlen(folder)), "/large.md: larger than 64 MiB: not read");
    CHECK_EQUAL(unlink(text_c_string(arena, path)), 0);
}

static void test_standard_input(Arena *arena, Diag *diag) {
    enum { MANY = 100 * 1000 };
    char *bytes = ARENA_ARRAY(arena, char, MANY);
    memset(bytes, 'y', MANY);
    write_file(arena, "input", (Text){bytes, MANY});
    int file = open(text_c_string(arena, path_of(arena, "input")), O_RDONLY);
    CHECK_EQUAL(dup2(file, STDIN_FILENO), STDIN_FILENO);
    close(file);
    Text all = read_all(arena, TEXT("-"), diag);
    CHECK_EQUAL(all.length, MANY + strlen("-=;"));
}

static void remove_folder(Arena *arena) {
    CHECK_EQUAL(system(text_c_string(arena, text_format(arena, "rm -r %s", folder))), 0);
}

int main(void) {
    Arena arena = {0};
    char message[4096] = "";
    Diag diag = {.sink = keep_message, .context = message};
    if (CHECK(mkdtemp(folder) != NULL)) {
        test_order(&arena, &diag);
        test_refused(&arena, &diag, message);
        test_rest_goes_on(&arena, &diag);
        test_large(&arena, &diag, message);
        test_standard_input(&arena, &diag);
        remove_folder(&arena);
    }
    arena_release(&arena);
    return check_report();
}
