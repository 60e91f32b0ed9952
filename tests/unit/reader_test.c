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

/* Reads all of the input: what came is joined to "a.md=text;", without what stands before `path` in its name, what was
 * refused to "!". */
static Text read_input(Arena *arena, const ReaderOptions *input, Text path, Diag *diag) {
    Reader *reader;
    Text all = TEXT("");
    size_t index = 0;
    CHECK_EQUAL(reader_open(input, diag, &reader), DATELINE_OK);
    for (;;) {
        RawArticle raw;
        bool more;
        Status status = reader_next(reader, arena, &raw, &more);
        if (!more) {
            CHECK_EQUAL(status, DATELINE_OK);
            break;
        }
        CHECK(raw.index > index);
        index = raw.index;
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

/* Everything at `path` and below. */
static Text read_all(Arena *arena, Text path, Diag *diag) {
    const char *name = text_c_string(arena, path);
    ReaderOptions input = {.paths = &name, .count = 1};
    return read_input(arena, &input, path, diag);
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
        {"gbk.md",
         {"Title: x\n\xE4\xB8\xAD\xD6\xD0", 14},
         "/gbk.md:2:2: neither UTF-8 nor Chinese in GB18030: byte 0xD6"},
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
    CHECK_TEXT(text_from(message + strlen(folder)), "/bare: no *.md, no *.txt and no archive in this folder");
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

/* What the user names, what a list names, and where each stands in the whole. */
static void test_list(Arena *arena, Diag *diag, const char *message) {
    make_folder(arena, "list");
    write_file(arena, "list/1.md", TEXT("one"));
    write_file(arena, "list/2.md", TEXT("two"));
    write_file(arena, "list/3.txt", TEXT("three"));
    Text folder_path = path_of(arena, "list");
    Text lines = text_format(arena, "\n%.*s/2.md\r\n  \n%.*s/none.md\n%.*s", TEXT_ARGS(folder_path),
                             TEXT_ARGS(folder_path), TEXT_ARGS(folder_path));
    write_file(arena, "paths", lines);
    const char *first = text_c_string(arena, path_of(arena, "list/3.txt"));
    const char *list = text_c_string(arena, path_of(arena, "paths"));
    ReaderOptions input = {.paths = &first, .count = 1, .files_from = list};
    CHECK_TEXT(read_input(arena, &input, folder_path, diag),
               "/3.txt=three;/2.md=two;cannot be opened/1.md=one;/2.md=two;/3.txt=three;");
    input = (ReaderOptions){.files_from = first};
    CHECK_TEXT(read_input(arena, &input, folder_path, diag), "cannot be opened");

    Reader *reader;
    input = (ReaderOptions){.files_from = "/nowhere/at/all"};
    CHECK_EQUAL(reader_open(&input, diag, &reader), DATELINE_IO);
    CHECK_TEXT(text_from(message), "/nowhere/at/all: No such file or directory");
    input = (ReaderOptions){.encoding = "big5"};
    CHECK_EQUAL(reader_open(&input, diag, &reader), DATELINE_USAGE);
    CHECK_TEXT(text_from(message), "no such encoding: big5");
    input = (ReaderOptions){.since = "1956-02-30"};
    CHECK_EQUAL(reader_open(&input, diag, &reader), DATELINE_USAGE);
    CHECK_TEXT(text_from(message), "no such day: 1956-02-30");
}

#define CHINESE(title, date) "### " title "\n\n" date "\n\n    ...\n"

/* The names and places of the articles between two days: "#1@1 " is the first of a file and of the input. */
static Text read_between(Arena *arena, const char *path, const char *since, const char *until, Diag *diag) {
    Reader *reader;
    ReaderOptions input = {.paths = &path, .count = 1, .since = since, .until = until};
    Text all = TEXT("");
    bool more = true;
    CHECK_EQUAL(reader_open(&input, diag, &reader), DATELINE_OK);
    while (more) {
        RawArticle raw;
        CHECK_EQUAL(reader_next(reader, arena, &raw, &more), DATELINE_OK);
        if (more) {
            Text below = text_after(raw.path, strlen(path));
            all = text_format(arena, "%.*s%.*s@%zu%s", TEXT_ARGS(all), TEXT_ARGS(below), raw.index,
                              raw.has_own_name ? "; " : " ");
        }
    }
    reader_close(reader);
    return all;
}

static void test_dates(Arena *arena, Diag *diag) {
    make_folder(arena, "dates");
    write_file(arena, "dates/1955-12-31_a.md", TEXT(CHINESE("a", "1955-12-31")));
    write_file(arena, "dates/1956-01-01_b.md", TEXT(CHINESE("b", "1956-01-01")));
    write_file(arena, "dates/1957-03-00_c.md", TEXT(CHINESE("c", "1957-03-00")));
    write_file(arena, "dates/d.md",
               TEXT(CHINESE("d", "1956-03-01") CHINESE("e", "1956-03-31") CHINESE("f", "1956-04-01")));
    write_file(arena, "dates/e.md", TEXT("no article"));
    const char *path = text_c_string(arena, path_of(arena, "dates"));
    static const struct {
        const char *since;
        const char *until;
        const char *found;
    } cases[] = {
        {NULL, NULL,
         "/1955-12-31_a.md@1; /1956-01-01_b.md@2; /1957-03-00_c.md@3; /d.md#1@4 /d.md#2@5 /d.md#3@6 /e.md@7; "},
        {"1956", "1956", "/1956-01-01_b.md@2; /d.md#1@4 /d.md#2@5 /d.md#3@6 /e.md@7; "},
        {"1956-03", "1956-03", "/d.md#1@4 /d.md#2@5 /e.md@7; "},
        {"1956-03-31", "1956-03-31", "/d.md#2@5 /e.md@7; "},
        {"1957-03-15", NULL, "/1957-03-00_c.md@3; /e.md@7; "},
        {NULL, "1955", "/1955-12-31_a.md@1; /e.md@7; "},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CHECK_TEXT(read_between(arena, path, cases[i].since, cases[i].until, diag), cases[i].found);
    }
}

static void test_encodings(Arena *arena, Diag *diag, const char *message) {
    write_file(arena, "gb.md", TEXT("### \xB2\xC9\xB2\xE8\xC1\xCB\n"));
    write_file(arena, "rare.md", TEXT("### \x81\x40\n"));
    write_file(arena, "wide.md", TEXT("\xFF\xFE#\0\x36\x83"));
    write_file(arena, "lone.md", TEXT("\xFF\xFE#\0\x36\xD8"));
    CHECK_TEXT(text_after(read_all(arena, path_of(arena, "gb.md"), diag), strlen(folder)), "/gb.md=### 采茶了\n;");
    CHECK_TEXT(text_after(read_all(arena, path_of(arena, "wide.md"), diag), strlen(folder)), "/wide.md=#茶;");
    CHECK_TEXT(read_all(arena, path_of(arena, "lone.md"), diag), "!");
    CHECK_TEXT(text_from(message + strlen(folder)), "/lone.md:1:2: not UTF-16: byte 0xFF");
    CHECK_TEXT(read_all(arena, path_of(arena, "rare.md"), diag), "!");

    const char *paths[] = {text_c_string(arena, path_of(arena, "rare.md")),
                           text_c_string(arena, path_of(arena, "wide.md")),
                           text_c_string(arena, path_of(arena, "utf8.md"))};
    write_file(arena, "utf8.md", TEXT("#\n\xE8\x8C\xB6\n"));
    ReaderOptions input = {.paths = paths, .count = 3, .encoding = "GBK"};
    CHECK_TEXT(read_input(arena, &input, text_from(folder), diag), "/rare.md=### 丂\n;/wide.md=#茶;!");
    CHECK_TEXT(text_from(message + strlen(folder)), "/utf8.md:2:2: not GB18030: byte 0xB6");
    input = (ReaderOptions){.paths = paths, .count = 1, .encoding = "utf-8"};
    CHECK_TEXT(read_input(arena, &input, TEXT(""), diag), "!");
    CHECK_TEXT(text_from(message + strlen(folder)), "/rare.md:1:5: not UTF-8: byte 0x81");
}

/* All shapes of articles, one behind the other, come out as they are in files of their own. */
static void test_formats_in_one(Arena *arena, Diag *diag) {
    const char *one_by_one = "tests/data/formats";
    CHECK_EQUAL(system(text_c_string(arena, text_format(arena, "cat tests/data/formats/*.md >%s/all.txt", folder))), 0);
    const char *together = text_c_string(arena, path_of(arena, "all.txt"));
    Reader *apart;
    Reader *joined;
    ReaderOptions input = {.paths = &one_by_one, .count = 1};
    ReaderOptions all = {.paths = &together, .count = 1};
    CHECK_EQUAL(reader_open(&input, diag, &apart), DATELINE_OK);
    CHECK_EQUAL(reader_open(&all, diag, &joined), DATELINE_OK);
    size_t count = 0;
    for (bool more = true; more;) {
        RawArticle first;
        RawArticle second;
        bool more_joined;
        CHECK_EQUAL(reader_next(apart, arena, &first, &more), DATELINE_OK);
        CHECK_EQUAL(reader_next(joined, arena, &second, &more_joined), DATELINE_OK);
        CHECK_EQUAL(more, more_joined);
        count += more;
        CHECK(text_equal(first.bytes, second.bytes));
        CHECK(!more || (first.has_own_name && !second.has_own_name));
    }
    CHECK(count >= 14);
    reader_close(apart);
    reader_close(joined);
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
        test_list(&arena, &diag, message);
        test_dates(&arena, &diag);
        test_encodings(&arena, &diag, message);
        test_formats_in_one(&arena, &diag);
        test_large(&arena, &diag, message);
        test_standard_input(&arena, &diag);
        remove_folder(&arena);
    }
    arena_release(&arena);
    return check_report();
}
