/* Answers of SPARQL endpoints, fed in pieces. */
#include "check.h"
#include "query_results.h"

static jmp_buf exhausted;
static Arena arena = {.exhausted = &exhausted};
static Arena page = {.exhausted = &exhausted};
static char heard[4096];
static char told[1024];

static void hear(const char *what, Text text) {
    size_t used = strlen(heard);
    snprintf(heard + used, sizeof heard - used, "%s%.*s", what, TEXT_ARGS(text));
}

static Status on_columns(void *context, const Texts *columns) {
    (void)context;
    for (size_t i = 0; i < columns->count; i++) {
        hear("?", columns->items[i]);
    }
    return DATELINE_OK;
}

static Status on_solution(void *context, const Texts *columns, const Cell *cells) {
    static const char *const KINDS[] = {[TERM_IRI] = "<", [TERM_BLANK] = "_:", [TERM_LITERAL] = "\""};
    (void)context;
    hear("|", TEXT(""));
    for (size_t i = 0; i < columns->count; i++) {
        hear(cells[i].bound ? KINDS[cells[i].term.kind] : "-", cells[i].term.text);
        hear(cells[i].term.language.length ? "@" : "", cells[i].term.language);
        hear(cells[i].term.datatype.length ? "^" : "", cells[i].term.datatype);
        hear(" ", TEXT(""));
    }
    return DATELINE_OK;
}

static Status on_boolean(void *context, bool truth) {
    (void)context;
    hear(truth ? "yes" : "no", TEXT(""));
    return DATELINE_OK;
}

static void listen(void *context, const char *message) {
    (void)context;
    snprintf(told, sizeof told, "%s", message);
}

/* Feeds `size` bytes at a time. */
static Status read_in_pieces(const char *answer, size_t size) {
    Diag diag = {.sink = listen};
    ResultsListener listener = {on_columns, on_solution, on_boolean, NULL};
    Text rest = text_from(answer);
    heard[0] = told[0] = '\0';
    Results *results = results_open(listener, TEXT("http://e/"), &arena, &page, &diag);
    Status status = DATELINE_OK;
    while (rest.length && status == DATELINE_OK) {
        Text piece = text_slice(rest, 0, size < rest.length ? size : rest.length);
        status = results_feed(results, piece);
        rest = text_after(rest, piece.length);
    }
    return status == DATELINE_OK ? results_end(results) : status;
}

/* However it is cut, an answer says the same. */
static void check_heard(const char *answer, const char *expected) {
    static const size_t SIZES[] = {1, 2, 7, 1000000};
    for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++) {
        CHECK_EQUAL(read_in_pieces(answer, SIZES[i]), DATELINE_OK);
        CHECK_TEXT(text_from(heard), expected);
    }
}

static void check_refused(const char *answer, const char *why) {
    CHECK_EQUAL(read_in_pieces(answer, 5), DATELINE_IO);
    if (!CHECK(strstr(told, why))) {
        printf("    told     %s\n    expected %s\n", told, why);
    }
}

static void test_solutions(void) {
    check_heard("{\"head\":{\"link\":[],\"vars\":[\"a\",\"b\"]},\"results\":{\"distinct\":false,\"bindings\":["
                "{\"a\":{\"type\":\"uri\",\"value\":\"http://e/x\"},"
                "\"b\":{\"type\":\"literal\",\"xml:lang\":\"zh\",\"value\":\"红旗\"}},"
                "{\"b\":{\"type\":\"typed-literal\",\"datatype\":\"d:d\",\"value\":\"7\"}},"
                "{},{\"a\":{\"type\":\"bnode\",\"value\":\"n1\"}}]}}\n",
                "?a?b|<http://e/x \"红旗@zh |- \"7^d:d |- - |_:n1 - ");
    check_heard("{ \"head\" : { \"vars\" : [ \"a\" ] } ,\r\n\t\"results\" : { \"bindings\" : [ ] } }", "?a");
    check_heard("{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":[{\"a\":{\"type\":\"literal\","
                "\"datatype\":\"http://www.w3.org/2001/XMLSchema#string\",\"value\":\"x\"}}]}}",
                "?a|\"x ");
}

static void test_escapes(void) {
    check_heard("{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":[{\"a\":{\"type\":\"literal\",\"value\":"
                "\"\\u4E00\\u00e9\\ud840\\uDC00\\n\\\\\\\"\\/\\ud840x\\udc00\"}}]}}",
                "?a|\"一é𠀀\n\\\"/\xEF\xBF\xBDx\xEF\xBF\xBD ");
}

static void test_truth(void) {
    check_heard("{\"head\":{},\"boolean\":true}", "yes");
    check_heard("{\"boolean\":false,\"head\":{}}", "no");
}

static void test_refused(void) {
    check_refused("", "it ends in the middle");
    check_refused("<html>", "no JSON");
    check_refused("{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":[", "it ends in the middle");
    check_refused("{\"head\":{\"vars\":[\"a\"]}}", "neither results nor a truth");
    check_refused("[1,2]", "neither results nor a truth");
    check_refused("{\"a\" 1}", "no JSON");
    check_refused("{\"a\":1,}", "no JSON");
    check_refused("[1}", "no JSON");
    check_refused("[\"\\x\"]", "no JSON");
    check_refused("[\"\xff\"]", "not UTF-8");
    check_refused("{\"a\":1}{", "no JSON");
    check_refused("[[[[[[[[[[[[[[[[[[[[", "no JSON");
    check_refused("{\"head\":{\"vars\":[]},\"results\":{\"bindings\":[{\"a\":{\"type\":\"uri\",\"value\":\"x:y\"}}]}}",
                  "a column that it does not name");
    check_refused(
        "{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":[{\"a\":{\"type\":\"triple\",\"value\":{}}}]}}",
        "a kind of term");
}

int main(void) {
    if (setjmp(exhausted)) {
        return 2;
    }
    test_solutions();
    test_escapes();
    test_truth();
    test_refused();
    arena_release(&page);
    arena_release(&arena);
    return check_report();
}
