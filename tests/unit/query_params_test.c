/* Parameters of queries: declared, given, and put in as terms. */
#include "check.h"
#include "query_params.h"

static jmp_buf exhausted;
static Arena arena = {.exhausted = &exhausted};
static char told[1024];

static const char HEAD[] = "# Who was given what.\n"
                           "# $giver = \"\" # part of a name\n"
                           "#   $kind = dl:Award\n"
                           "# $most = 10\n"
                           "# $day = \"1956-03-29\"^^xsd:date\n"
                           "# $name = \"x\"@zh\n"
                           "# $cost is no declaration, 'nor' is (this\n"
                           "PREFIX dl: <http://e/dl#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n"
                           "# $late = 1\n";

static void listen(void *context, const char *message) {
    (void)context;
    snprintf(told, sizeof told, "%s", message);
}

static Text filled(const char *pattern, const char *given, Status *status) {
    const char *values[] = {given, NULL};
    Diag diag = {.sink = listen};
    Text query = text_join(&arena, text_from(HEAD), text_from(pattern));
    Text out = {0};
    told[0] = '\0';
    *status = params_fill(TEXT("q.rq"), query, given ? values : NULL, &arena, &diag, &out);
    return *status == DATELINE_OK ? text_after(out, sizeof HEAD - 1) : out;
}

static void check_filled(const char *pattern, const char *given, const char *expected) {
    Status status;
    Text text = filled(pattern, given, &status);
    CHECK_EQUAL(status, DATELINE_OK);
    CHECK_TEXT(text, expected);
}

static void check_refused(const char *pattern, const char *given, const char *why) {
    Status status;
    filled(pattern, given, &status);
    CHECK_EQUAL(status, DATELINE_USAGE);
    if (!CHECK(strstr(told, why))) {
        printf("    told     %s\n    expected %s\n", told, why);
    }
}

static void test_declared(void) {
    Parameters parameters = params_declared(text_from(HEAD), &arena);
    CHECK_EQUAL(parameters.count, 5);
    CHECK_TEXT(parameters.items[0].name, "giver");
    CHECK_TEXT(parameters.items[0].note, "part of a name");
    CHECK_TEXT(parameters.items[1].value.text, "http://e/dl#Award");
    CHECK_TEXT(parameters.items[1].written, "dl:Award");
    CHECK_TEXT(parameters.items[3].value.datatype, "http://www.w3.org/2001/XMLSchema#date");
}

static void test_defaults(void) {
    check_filled("ASK { ?s a $kind ; ?p $giver, $day, $name } LIMIT $most", NULL,
                 "ASK { ?s a <http://e/dl#Award> ; ?p \"\", \"1956-03-29\"^^<http://www.w3.org/2001/XMLSchema#date>, "
                 "\"x\"@zh } LIMIT 10");
    check_filled("SELECT ?s { ?s ?p $other }", NULL, "SELECT ?s { ?s ?p $other }");
}

/* A plain value is of the kind of the default; without one a text. */
static void test_plain_values(void) {
    check_filled("ASK { ?s a $kind }", "kind=dl:Visit", "ASK { ?s a <http://e/dl#Visit> }");
    check_filled("ASK { ?s a $kind }", "kind=http://e/x", "ASK { ?s a <http://e/x> }");
    check_filled("ASK { ?s ?p $name }", "name=重工业部", "ASK { ?s ?p \"重工业部\"@zh }");
    check_filled("ASK { ?s ?p ?giver, $giver }", "giver=a=b", "ASK { ?s ?p \"a=b\", \"a=b\" }");
    check_filled("ASK { ?s ?p ?o }", NULL, "ASK { ?s ?p ?o }");
    check_filled("ASK { ?s ?p ?o }", "o=12", "ASK { ?s ?p \"12\" }");
}

static void test_written_values(void) {
    check_filled("ASK { ?s ?p ?o }", "o=<http://e/人>", "ASK { ?s ?p <http://e/人> }");
    check_filled("ASK { ?s ?p ?o }", "o=\"红旗\"@zh", "ASK { ?s ?p \"红旗\"@zh }");
    check_filled("ASK { ?s ?p ?o }", "o=\"a\\u4E00\\n\"", "ASK { ?s ?p \"a一\\n\" }");
    check_filled("ASK { ?s ?p ?o }", "o=\"7\"^^<http://www.w3.org/2001/XMLSchema#integer>", "ASK { ?s ?p 7 }");
}

/* Whatever a value says, the query gets one term more. */
static void test_nothing_gets_out(void) {
    check_filled("ASK { ?s ?p ?o }", "o=x\" } #", "ASK { ?s ?p \"x\\\" } #\" }");
    check_filled("ASK { ?s ?p ?o }", "o=a\nb\\", "ASK { ?s ?p \"a\\nb\\\\\" }");
    check_filled("ASK { ?s ?p ?o }", "o=\\u0022 . ?s ?q ?r", "ASK { ?s ?p \"\\\\\\u00750022 . ?s ?q ?r\" }");
    check_filled("ASK { ?s ?p ?o }", "o=$giver ?s", "ASK { ?s ?p \"$giver ?s\" }");
    check_refused("ASK { ?s ?p ?o }", "o=<http://e/a> ?x <http://e/b>", "is given what is no term");
    check_refused("ASK { ?s ?p ?o }", "o=\"a\" . ?s ?q \"b\"", "is given what is no term");
    check_refused("ASK { ?s ?p ?o }", "o=\"a", "is given what is no term");
    check_refused("ASK { ?s a $kind }", "kind=http://e/x> ?y <http://e/y", "no IRI may have");
    check_refused("ASK { ?s ?p ?o }", "o=\"a\"@en-\"", "is given what is no term");
    check_refused("ASK { ?s ?p ?o }", "o=\x1b[31m", "control character");
    check_refused("ASK { ?s ?p ?o }", "o=\xff", "not UTF-8");
}

static void test_refused(void) {
    check_refused("ASK { ?s ?p $most }", "most=ten", "q.rq: parameter 'most' is given what does not have the form");
    check_refused("ASK { ?s ?p $day }", "day=1956-02-30", "does not have the form");
    check_refused("ASK { ?s a $kind }", "kind=Visit", "not an absolute IRI");
    check_refused("ASK { ?s ?p ?o }", "giver=x", "parameter 'giver' is not one of the query's");
    check_refused("ASK { ?s ?p ?o }", "o", "parameter 'o' is given no value");
    check_refused("SELECT ?o { ?s ?p ?o }", "o=x", "q.rq:10:8: a parameter has a value");
    check_refused("SELECT (STR(?s) AS ?o) { ?s ?p ?q }", "o=x", "a parameter has a value");
}

static void test_needed(void) {
    Diag diag = {.sink = listen};
    Text out;
    Status status = params_fill(TEXT("q.rq"), TEXT("# $who\nASK { ?s ?p $who }"), NULL, &arena, &diag, &out);
    CHECK_EQUAL(status, DATELINE_USAGE);
    CHECK(strstr(told, "q.rq: parameter 'who' needs a value: --param name=value"));
}

int main(void) {
    if (setjmp(exhausted)) {
        return 2;
    }
    test_declared();
    test_defaults();
    test_plain_values();
    test_written_values();
    test_nothing_gets_out();
    test_refused();
    test_needed();
    arena_release(&arena);
    return check_report();
}
