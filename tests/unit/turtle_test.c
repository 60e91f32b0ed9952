/* What Turtle becomes in memory, and how its errors are told. */
#include "turtle.h"

#include "check.h"

#define PREFIXES "@prefix a: <http://a.example/> .\n@prefix b: <http://b.example/> .\n"

static char told[4096];

static void keep(void *context, const char *message) {
    (void)context;
    snprintf(told + strlen(told), sizeof told - strlen(told), "%s\n", message);
}

typedef struct Reading {
    Status status;
    Triples triples;
    size_t errors;
} Reading;

static Reading parse(Arena *arena, size_t first_line, Text bytes) {
    Reading reading = {0};
    Diag diag = {.sink = keep};
    told[0] = '\0';
    reading.status = turtle_parse(TEXT("x.rules"), first_line, TEXT(PREFIXES), bytes, arena, &diag, &reading.triples);
    reading.errors = diag.errors;
    return reading;
}

static void reads_each_kind_of_term(Arena *arena) {
    Reading reading = parse(arena, 1, TEXT("_:x a:p \"长江\"@zh , \"1956\"^^a:year , 7 , \"plain\" ."));
    const Triple *triples = reading.triples.items;
    CHECK_EQUAL(reading.status, DATELINE_OK);
    if (!CHECK_EQUAL(reading.triples.count, 4)) {
        return;
    }
    CHECK(triples[0].subject.kind == TERM_BLANK);
    CHECK_TEXT(triples[0].subject.text, "x");
    CHECK(term_is(triples[0].predicate, "http://a.example/p"));
    CHECK(triples[0].object.kind == TERM_LITERAL);
    CHECK_TEXT(triples[0].object.text, "长江");
    CHECK_TEXT(triples[0].object.language, "zh");
    CHECK_TEXT(triples[1].object.datatype, "http://a.example/year");
    CHECK_TEXT(triples[2].object.text, "7");
    CHECK_TEXT(triples[2].object.datatype, "http://www.w3.org/2001/XMLSchema#integer");
    CHECK_TEXT(triples[3].object.text, "plain");
    CHECK_EQUAL(triples[3].object.language.length + triples[3].object.datatype.length, 0);
    CHECK(!term_is(triples[3].object, "plain"));
}

/* Labels that raptor makes up must not be ones that an author may write. */
static void keeps_blank_nodes_apart(Arena *arena) {
    Reading reading = parse(arena, 1, TEXT("_:genid1 a:p [ a:q 1 ] . a:s a:p [] ."));
    if (!CHECK_EQUAL(reading.triples.count, 3)) {
        return;
    }
    for (size_t i = 0; i < reading.triples.count; i++) {
        const Term *object = &reading.triples.items[i].object;
        CHECK(object->kind != TERM_BLANK || !text_equal(object->text, TEXT("genid1")));
    }
}

static void tells_the_line_of_an_error(Arena *arena) {
    Reading reading = parse(arena, 40, TEXT("a:s a:p a:o .\na:s a:p\n  \"open .\n"));
    CHECK_EQUAL(reading.status, DATELINE_RULES);
    CHECK_EQUAL(reading.errors, 1);
    CHECK(strncmp(told, "x.rules:42: syntax error", 24) == 0);

    reading = parse(arena, 7, TEXT("a:s a:p a:o .\n\na:s c:p a:o ."));
    CHECK_EQUAL(reading.status, DATELINE_RULES);
    CHECK_EQUAL(reading.errors, 1);
    CHECK(strncmp(told, "x.rules:9: ", 11) == 0);
    CHECK(strstr(told, "\"c:p\"") != NULL);
}

static void refuses_what_raptor_would_cut_off(Arena *arena) {
    CHECK_EQUAL(parse(arena, 3, TEXT("a:s a:p\n \"x\xff\xfey\" .")).status, DATELINE_RULES);
    CHECK(strcmp(told, "x.rules:4: not UTF-8\n") == 0);
    CHECK_EQUAL(parse(arena, 1, TEXT("a:s a:p \"x\0y\" .")).status, DATELINE_RULES);
    CHECK(strcmp(told, "x.rules:1: a NUL character\n") == 0);
    CHECK_EQUAL(parse(arena, 1, TEXT("a:s a:p \"\\uD800\" .")).status, DATELINE_RULES);
    CHECK_EQUAL(parse(arena, 1, TEXT("a:s a:p <http://a.example/a b> .")).status, DATELINE_RULES);
}

static void reads_nothing_from_nothing(Arena *arena) {
    Reading reading = parse(arena, 1, (Text){0});
    CHECK_EQUAL(reading.status, DATELINE_OK);
    CHECK_EQUAL(reading.triples.count, 0);
}

static void reads_on_after_an_error(Arena *arena) {
    Diag diag = {.sink = keep};
    Triples triples = {0};
    TurtleReader *reader;
    CHECK_EQUAL(turtle_open(TEXT(PREFIXES), arena, &diag, &reader), DATELINE_OK);
    CHECK_EQUAL(turtle_read(reader, TEXT("x"), 1, TEXT("a:s a:p ;;"), arena, &diag, &triples), DATELINE_RULES);
    CHECK_EQUAL(turtle_read(reader, TEXT("x"), 1, TEXT("a:s a:p b:o ."), arena, &diag, &triples), DATELINE_OK);
    CHECK_EQUAL(turtle_read(reader, TEXT("x"), 1, TEXT("b:s a:p b:o ."), arena, &diag, &triples), DATELINE_OK);
    if (CHECK_EQUAL(triples.count, 2)) {
        CHECK_TEXT(triples.items[1].subject.text, "http://b.example/s");
    }
    turtle_close(reader);

    CHECK_EQUAL(turtle_open(TEXT("@prefix a <http://a.example/> ."), arena, &diag, &reader), DATELINE_RULES);
    CHECK(reader == NULL);
}

int main(void) {
    Arena arena = {0};
    reads_each_kind_of_term(&arena);
    keeps_blank_nodes_apart(&arena);
    tells_the_line_of_an_error(&arena);
    refuses_what_raptor_would_cut_off(&arena);
    reads_nothing_from_nothing(&arena);
    reads_on_after_an_error(&arena);
    arena_release(&arena);
    return check_report();
}
