/* Bytes arrive in the files where they belong, packed or not, and a sink can go on with what another one has left,
 * wherever that was cut off. */
#include "check.h"
#include "filing.h"
#include "progress.h"
#include "sink.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/dateline-sink-XXXXXX";

static Text path_of(Arena *arena, const char *name) {
    return text_format(arena, "%s/%s", folder, name);
}

/* The bytes that a command writes. */
static Text output_of(Arena *arena, Text command) {
    enum { MOST = 1 << 22 };
    FILE *pipe = popen(text_c_string(arena, command), "r");
    char *bytes = ARENA_ARRAY(arena, char, MOST);
    size_t length = pipe ? fread(bytes, 1, MOST, pipe) : 0;
    CHECK(pipe && pclose(pipe) == 0);
    return (Text){bytes, length};
}

static Text read_file(Arena *arena, Text path) {
    return output_of(arena, text_format(arena, "cat '%.*s'", TEXT_ARGS(path)));
}

static bool is_there(Arena *arena, Text path) {
    return access(text_c_string(arena, path), F_OK) == 0;
}

static const Day march = {1956, 3, 31};
static const Day april = {1956, 4, 1};

static void put(Sink *sink, Day date, const char *path, Text bytes) {
    int64_t end;
    if (sink_moves(sink, date, text_from(path))) {
        CHECK_EQUAL(sink_seal(sink, &end), DATELINE_OK);
    }
    CHECK_EQUAL(sink_put(sink, date, text_from(path), bytes), DATELINE_OK);
    if (sink_is_due(sink)) {
        CHECK_EQUAL(sink_seal(sink, &end), DATELINE_OK);
        CHECK_EQUAL(sink_settle(sink), DATELINE_OK);
    }
}

static void close_sink(Sink *sink) {
    int64_t end;
    CHECK_EQUAL(sink_seal(sink, &end), DATELINE_OK);
    CHECK_EQUAL(sink_close(sink, &end), DATELINE_OK);
}

/* ---- names ---- */

static void check_name(dateline_per per, Day date, const char *path, const char *expected) {
    Buffer name = {0};
    filing_name(per, date, text_from(path), TEXT("2-of-4"), &name);
    CHECK_TEXT(buffer_text(&name), expected);
    buffer_release(&name);
}

static void test_names(void) {
    char path[700];
    memset(path, 'x', sizeof path);
    memcpy(path + sizeof path - 4, ".md", 4);
    Buffer name = {0};
    filing_name(DATELINE_PER_ARTICLE, march, text_from(path), TEXT("1-of-1"), &name);
    CHECK(name.length < 220);
    buffer_release(&name);
    check_name(DATELINE_PER_MONTH, march, "a/b.md", "1956-03");
    check_name(DATELINE_PER_MONTH, (Day){0}, "a/b.md", "undated");
    check_name(DATELINE_PER_SHARD, march, "a/b.md", "part-2-of-4");
    check_name(DATELINE_PER_ARTICLE, march, "a/重工业.md", "1956/03/1956-03-31_重工业");
    check_name(DATELINE_PER_ARTICLE, march, "1956-03-31_重工业.md", "1956/03/1956-03-31_重工业");
    check_name(DATELINE_PER_ARTICLE, (Day){1957, 3, 0}, "a.txt", "1957/03/1957-03-00_a");
    check_name(DATELINE_PER_ARTICLE, (Day){0}, "-", "undated/undated_-");
}

static void check_line(dateline_progress progress, const char *expected) {
    char line[100];
    progress_line(&progress, line, sizeof line);
    CHECK_TEXT(text_from(line), expected);
}

static void test_progress(void) {
    check_line((dateline_progress){.counts = {1, 0, 3, 9}, .inputs = 1, .seconds = 2},
               "1 article, 3 facts, 0.5 articles/s");
    check_line((dateline_progress){.counts = {30, 2, 90, 0}, .inputs = 32, .resumed = 2, .seconds = 2, .total = 62},
               "30 articles, 2 skipped, 90 facts, 15 articles/s, 2 s left");
    check_line((dateline_progress){.inputs = 100, .seconds = 10, .total = 100 + 72000},
               "0 articles, 0 facts, 10 articles/s, 2 h 00 min left");
    check_line((dateline_progress){.inputs = 100, .seconds = 10, .total = 1500000},
               "0 articles, 0 facts, 10 articles/s, 1 d 17 h left");
}

/* ---- one file ---- */

static Text numbered(Arena *arena, size_t number) {
    char *bytes = ARENA_ARRAY(arena, char, 5001);
    for (size_t i = 0; i < 5000; i++) {
        bytes[i] = (char)('a' + (number * 7 + i * i) % 23);
    }
    return (Text){bytes, 5000};
}

static void test_packed(Arena *arena, dateline_compression compression, const char *unpack) {
    enum { PIECES = 500 }; /* more than two frames */
    Diag diag = {0};
    Sink *sink;
    Text path = path_of(arena, "packed");
    SinkOptions options = {
        .path = path, .compression = compression, .head = TEXT("HEAD\n"), .tail = TEXT("TAIL\n"), .lasting = true};
    Buffer expected = {0};
    buffer_add(&expected, options.head);
    CHECK_EQUAL(sink_open(&options, NULL, 0, &diag, &sink), DATELINE_OK);
    for (size_t i = 0; i < PIECES; i++) {
        put(sink, march, "a.md", numbered(arena, i));
        buffer_add(&expected, numbered(arena, i));
    }
    buffer_add(&expected, options.tail);
    close_sink(sink);
    Text unpacked = output_of(arena, text_format(arena, "%s <'%.*s'", unpack, TEXT_ARGS(path)));
    CHECK(text_equal(unpacked, buffer_text(&expected)));
    CHECK(!is_there(arena, path_of(arena, "packed.part")));
    unlink(text_c_string(arena, path));
    buffer_release(&expected);
}

/* Of nothing, too, there is a file that can be unpacked. */
static void test_packed_nothing(Arena *arena) {
    Diag diag = {0};
    Sink *sink;
    Text path = path_of(arena, "nothing.nq.gz");
    SinkOptions options = {.path = path, .compression = compression_of_name(path)};
    CHECK_EQUAL(options.compression, DATELINE_GZIP);
    CHECK_EQUAL(sink_open(&options, NULL, 0, &diag, &sink), DATELINE_OK);
    close_sink(sink);
    CHECK_EQUAL(output_of(arena, text_format(arena, "gzip -dc <'%.*s'", TEXT_ARGS(path))).length, 0);
    unlink(text_c_string(arena, path));
}

static void test_going_on(Arena *arena) {
    Diag diag = {0};
    Sink *sink;
    int64_t end;
    Text path = path_of(arena, "long.ttl");
    SinkOptions options = {.path = path,
                           .compression = DATELINE_UNCOMPRESSED,
                           .head = TEXT("HEAD\n"),
                           .tail = TEXT("TAIL\n"),
                           .lasting = true};
    CHECK_EQUAL(sink_open(&options, NULL, 0, &diag, &sink), DATELINE_OK);
    CHECK_EQUAL(sink_put(sink, march, TEXT("a.md"), TEXT("one\n")), DATELINE_OK);
    CHECK_EQUAL(sink_seal(sink, &end), DATELINE_OK);
    CHECK_EQUAL(end, 9);
    CHECK_EQUAL(sink_put(sink, march, TEXT("a.md"), TEXT("lost\n")), DATELINE_OK);
    sink_discard(sink);
    CHECK_TEXT(read_file(arena, path_of(arena, "long.ttl.part")), "HEAD\none\nlost\n");
    SinkFile begun = {TEXT("long.ttl"), end};
    CHECK_EQUAL(sink_open(&options, &begun, 1, &diag, &sink), DATELINE_OK);
    put(sink, march, "a.md", TEXT("two\n"));
    close_sink(sink);
    CHECK_TEXT(read_file(arena, path), "HEAD\none\ntwo\nTAIL\n");
    begun.end = 13; /* the run was killed behind the renaming: the tail goes, and comes back */
    CHECK_EQUAL(sink_open(&options, &begun, 1, &diag, &sink), DATELINE_OK);
    CHECK(!is_there(arena, path));
    close_sink(sink);
    CHECK_TEXT(read_file(arena, path), "HEAD\none\ntwo\nTAIL\n");
    begun.end = 1000;
    CHECK_EQUAL(diag.errors, 0);
    CHECK_EQUAL(sink_open(&options, &begun, 1, &diag, &sink), DATELINE_IO);
    CHECK_EQUAL(diag.errors, 1);
    unlink(text_c_string(arena, path));
}

/* ---- many files ---- */

static void test_months(Arena *arena) {
    Diag diag = {0};
    Sink *sink;
    SinkOptions options = {.path = path_of(arena, "months"),
                           .per = DATELINE_PER_MONTH,
                           .compression = DATELINE_UNCOMPRESSED,
                           .ending = TEXT(".ttl"),
                           .head = TEXT("HEAD\n"),
                           .tail = TEXT("TAIL\n"),
                           .lasting = true};
    CHECK_EQUAL(sink_open(&options, NULL, 0, &diag, &sink), DATELINE_OK);
    put(sink, march, "a.md", TEXT("one\n"));
    put(sink, april, "b.md", TEXT("two\n"));
    CHECK_TEXT(sink_output(sink), "1956-04.ttl");
    put(sink, march, "c.md", TEXT("three\n"));
    CHECK_EQUAL(sink_park(sink), DATELINE_OK);
    CHECK(!is_there(arena, path_of(arena, "months/1956-03.ttl")));
    SinkFile begun[] = {{TEXT("1956-03.ttl"), 9}, {TEXT("1956-04.ttl"), 9}};
    CHECK_EQUAL(sink_open(&options, begun, 2, &diag, &sink), DATELINE_OK);
    put(sink, april, "d.md", TEXT("four\n"));
    close_sink(sink);
    CHECK_TEXT(read_file(arena, path_of(arena, "months/1956-03.ttl")), "HEAD\none\nTAIL\n");
    CHECK_TEXT(read_file(arena, path_of(arena, "months/1956-04.ttl")), "HEAD\ntwo\nfour\nTAIL\n");
    CHECK_EQUAL(diag.errors, 0);
}

static void test_articles(Arena *arena) {
    Diag diag = {0};
    Sink *sink;
    SinkOptions options = {.path = path_of(arena, "articles"),
                           .per = DATELINE_PER_ARTICLE,
                           .compression = DATELINE_GZIP,
                           .ending = TEXT(".nt.gz"),
                           .lasting = true};
    CHECK_EQUAL(sink_open(&options, NULL, 0, &diag, &sink), DATELINE_OK);
    put(sink, march, "x/a.md", TEXT("one\n"));
    put(sink, march, "y/a.md", TEXT("two\n"));
    close_sink(sink);
    Text second = path_of(arena, "articles/1956/03/1956-03-31_a-2.nt.gz");
    CHECK(is_there(arena, path_of(arena, "articles/1956/03/1956-03-31_a.nt.gz")));
    CHECK_TEXT(output_of(arena, text_format(arena, "gzip -dc <'%.*s'", TEXT_ARGS(second))), "two\n");
    CHECK_EQUAL(diag.errors, 0);
}

int main(void) {
    jmp_buf exhausted;
    Arena arena = {.exhausted = &exhausted};
    if (!CHECK(mkdtemp(folder) != NULL) || setjmp(exhausted)) {
        return 1;
    }
    test_names();
    test_progress();
    test_packed(&arena, DATELINE_GZIP, "gzip -dc");
    test_packed(&arena, DATELINE_ZSTD, "zstd -dc");
    test_packed_nothing(&arena);
    test_going_on(&arena);
    test_months(&arena);
    test_articles(&arena);
    output_of(&arena, text_format(&arena, "rm -r '%s'", folder));
    arena_release(&arena);
    return check_report();
}
