/* What is written is read back the same; a write that fails at any byte is told once and leaves nothing behind. */
#include "check.h"
#include "graph.h"
#include "sample_report.h"
#include "sink.h"
#include "terms.h"
#include "writer.h"

#include <dirent.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define BASE "https://example.org/id/"

static char folder[] = "/tmp/dateline-writer-XXXXXX";

static Text path_of(Arena *arena, const char *name) {
    return text_format(arena, "%s/%s", folder, name);
}

static Text read_file(Arena *arena, Text path) {
    FILE *file = fopen(text_c_string(arena, path), "r");
    if (!file) {
        return (Text){0};
    }
    enum { MOST = 1 << 20 };
    char *bytes = ARENA_ARRAY(arena, char, MOST);
    size_t length = fread(bytes, 1, MOST, file);
    fclose(file);
    return (Text){bytes, length};
}

static size_t files_left(void) {
    size_t count = 0;
    DIR *listing = opendir(folder);
    while (listing && readdir(listing)) {
        count++;
    }
    closedir(listing);
    return count - 2; /* . and .. */
}

static Status put_twice(Sink *sink, Writer *writer, const Triples *triples) {
    Buffer bytes = {0};
    Status status = DATELINE_OK;
    for (int i = 0; i < 2 && status == DATELINE_OK; i++) {
        buffer_clear(&bytes);
        status = writer_article(writer, triples, TEXT(BASE "article/1"), &bytes);
        status = status == DATELINE_OK ? sink_put(sink, (Day){0}, TEXT("a.md"), buffer_text(&bytes)) : status;
    }
    buffer_release(&bytes);
    return status;
}

static Status write_to(const SinkOptions *options, Writer *writer, const Triples *triples, Diag *diag) {
    Sink *sink;
    int64_t end;
    Status status = sink_open(options, NULL, 0, diag, &sink);
    if (status != DATELINE_OK) {
        return status;
    }
    status = put_twice(sink, writer, triples);
    if (status == DATELINE_OK) {
        return sink_close(sink, &end);
    }
    sink_discard(sink);
    return status;
}

static Status write_twice(Text path, dateline_format format, Text base, const Triples *triples, Diag *diag) {
    Writer *writer;
    Buffer head = {0};
    Buffer tail = {0};
    if (!CHECK_EQUAL(writer_create(format, base, diag, &writer), DATELINE_OK)) {
        return DATELINE_MEMORY;
    }
    writer_head(writer, &head);
    writer_tail(writer, &tail);
    SinkOptions options = {
        .path = path, .compression = DATELINE_UNCOMPRESSED, .head = buffer_text(&head), .tail = buffer_text(&tail)};
    Status status = write_to(&options, writer, triples, diag);
    writer_release(writer);
    buffer_release(&head);
    buffer_release(&tail);
    return status;
}

static bool same_term(const Term *a, const Term *b) {
    bool plain = a->datatype.length == 0 || text_equal(a->datatype, TEXT(XSD_NS "string"));
    bool plain_too = b->datatype.length == 0 || text_equal(b->datatype, TEXT(XSD_NS "string"));
    return a->kind == b->kind && text_equal(a->text, b->text) && text_equal(a->language, b->language) &&
           ((plain && plain_too) || text_equal(a->datatype, b->datatype));
}

static void check_reads_back(Arena *arena, Text written, const Triples *expected) {
    Diag diag = {0};
    Triples read = {0};
    CHECK_EQUAL(turtle_parse(TEXT("written"), 1, (Text){0}, written, arena, &diag, &read), DATELINE_OK);
    CHECK_EQUAL(read.count, 2 * expected->count);
    for (size_t i = 0; i < read.count && i < 2 * expected->count; i++) {
        const Triple *triple = &expected->items[i % expected->count];
        CHECK(same_term(&read.items[i].subject, &triple->subject) &&
              same_term(&read.items[i].predicate, &triple->predicate) &&
              same_term(&read.items[i].object, &triple->object));
    }
}

static void add_literal(Arena *arena, Triples *triples, Text form, const char *language, const char *datatype) {
    Term object = {
        .kind = TERM_LITERAL, .text = form, .language = text_from(language), .datatype = text_from(datatype)};
    Triple triple = {
        {.kind = TERM_IRI, .text = TEXT(BASE "work/odd")}, {.kind = TERM_IRI, .text = TEXT(DL_NS "value")}, object};
    *VECTOR_PUSH(arena, triples) = triple;
}

static Triples sample_triples(Sample *sample, Diag *diag) {
    Triples triples = {0};
    Text name;
    GraphOptions options = {.base = TEXT(BASE), .with_text = true};
    graph_build(&sample->ontology, &options, &sample->report, &sample->arena, diag, &triples, &name);
    Arena *arena = &sample->arena;
    add_literal(arena, &triples, TEXT("a\rb\r\nc\td \"q\" \\ '''\"\"\""), "", "");
    add_literal(arena, &triples, TEXT("ends in a backslash \\"), "en", "");
    add_literal(arena, &triples, TEXT("𠀀\xc2\x85é😀"), "zh-hans", "");
    add_literal(arena, &triples, TEXT("71.5"), "", XSD_NS "decimal");
    add_literal(arena, &triples, TEXT("71"), "", XSD_NS "decimal");
    add_literal(arena, &triples, TEXT(".5"), "", XSD_NS "decimal");
    add_literal(arena, &triples, TEXT("-3"), "", XSD_NS "integer");
    add_literal(arena, &triples, TEXT("7"), "", XSD_NS "nonNegativeInteger");
    return triples;
}

static void test_formats(Arena *arena, const Triples *triples, Diag *diag) {
    Text path = path_of(arena, "facts");
    const char *const bases[] = {BASE, "urn:x:", "https://example.org/id", "https://example.org/"};
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
        CHECK_EQUAL(write_twice(path, DATELINE_TURTLE, text_from(bases[i]), triples, diag), DATELINE_OK);
        check_reads_back(arena, read_file(arena, path), triples);
    }
    CHECK_EQUAL(write_twice(path, DATELINE_NTRIPLES, TEXT(BASE), triples, diag), DATELINE_OK);
    check_reads_back(arena, read_file(arena, path), triples); /* N-Triples is Turtle too */
    CHECK(text_contains(read_file(arena, path), TEXT("矿工会议")));
    CHECK_EQUAL(write_twice(path, DATELINE_NQUADS, TEXT(BASE), triples, diag), DATELINE_OK);
    CHECK(text_ends(read_file(arena, path), TEXT(" <" BASE "article/1> .\n")));
    CHECK_EQUAL(write_twice(path, DATELINE_RDFXML, TEXT(BASE), triples, diag), DATELINE_OK);
    CHECK(text_ends(text_trim(read_file(arena, path)), TEXT("</rdf:RDF>")));
    CHECK(text_contains(read_file(arena, path), TEXT("a&#xD;b&#xD;\nc")));
    CHECK_EQUAL(diag->errors, 0);
}

static void test_look(Arena *arena, const Triples *triples, Diag *diag) {
    Text path = path_of(arena, "facts");
    write_twice(path, DATELINE_TURTLE, TEXT(BASE), triples, diag);
    Text turtle = read_file(arena, path);
    CHECK(text_starts(turtle, TEXT("@base <" BASE "> .\n@prefix dl: <" DL_NS "> .\n")));
    CHECK(text_contains(
        turtle,
        TEXT("\n<org/ministry-of-mines> a dl:Ministry, dl:Organization ;\n    rdfs:label \"Ministry of Mines\"@en, ")));
    CHECK(text_contains(turtle, TEXT("dl:value 40 ;")));
    CHECK(text_contains(turtle, TEXT("schema:sameAs wd:Q42 .")) ||
          text_contains(turtle, TEXT("schema:sameAs wd:Q42 ;")));
}

static void test_discard(Arena *arena, Diag *diag) {
    Text path = path_of(arena, "facts");
    Text before = read_file(arena, path);
    SinkOptions options = {.path = path, .compression = DATELINE_UNCOMPRESSED};
    Sink *sink;
    CHECK_EQUAL(sink_open(&options, NULL, 0, diag, &sink), DATELINE_OK);
    CHECK_EQUAL(files_left(), 2);
    CHECK_EQUAL(sink_put(sink, (Day){0}, TEXT("a.md"), TEXT("<a> <b> <c> .")), DATELINE_OK);
    sink_discard(sink);
    CHECK_EQUAL(files_left(), 1);
    CHECK(text_equal(read_file(arena, path), before));
}

static void set_limit(rlim_t bytes) {
    struct rlimit limit;
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &limit);
}

/* The system refuses to let the file grow past each of many lengths. */
static void test_faults(Arena *arena, const Triples *triples, dateline_format format) {
    enum { STEP = 97 };
    Text path = path_of(arena, "facts");
    Diag quiet = {0};
    write_twice(path, format, TEXT(BASE), triples, &quiet);
    Text whole = read_file(arena, path);
    for (size_t length = 0; length < whole.length; length += STEP) {
        Diag diag = {0};
        set_limit(length);
        Status status = write_twice(path, format, TEXT(BASE), triples, &diag);
        set_limit(RLIM_INFINITY);
        CHECK_EQUAL(status, DATELINE_IO);
        CHECK_EQUAL(diag.errors, 1);
        CHECK_EQUAL(files_left(), 1);
    }
    CHECK(text_equal(read_file(arena, path), whole));
}

static void test_devices(const Triples *triples) {
    Diag diag = {0};
    CHECK_EQUAL(write_twice(TEXT("/dev/full"), DATELINE_TURTLE, TEXT(BASE), triples, &diag), DATELINE_IO);
    CHECK_EQUAL(diag.errors, 1);
    CHECK_EQUAL(write_twice(TEXT("/dev/null"), DATELINE_RDFXML, TEXT(BASE), triples, &diag), DATELINE_OK);
    CHECK_EQUAL(write_twice(TEXT("/no/such/folder/facts"), DATELINE_TURTLE, TEXT(BASE), triples, &diag), DATELINE_IO);
    CHECK_EQUAL(diag.errors, 2);
}

int main(void) {
    Sample sample;
    sample_make(&sample);
    Diag diag = {0};
    signal(SIGXFSZ, SIG_IGN);
    if (!CHECK(mkdtemp(folder) != NULL)) {
        return check_report();
    }
    Triples triples = sample_triples(&sample, &diag);
    test_formats(&sample.arena, &triples, &diag);
    test_look(&sample.arena, &triples, &diag);
    test_discard(&sample.arena, &diag);
    for (dateline_format format = DATELINE_TURTLE; format <= DATELINE_RDFXML; format++) {
        test_faults(&sample.arena, &triples, format);
    }
    test_devices(&triples);
    unlink(text_c_string(&sample.arena, path_of(&sample.arena, "facts")));
    rmdir(folder);
    arena_release(&sample.arena);
    return check_report();
}
