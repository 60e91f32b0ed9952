/* Which queries are let through, and what a few of them answer. */
#include "check.h"
#include "query_guard.h"

#include <stdlib.h>
#include <unistd.h>

#define GRAPH "tests/data/query/graph.ttl"

typedef struct Listener {
    size_t count;
    char last[1024];
} Listener;

static void listen(void *context, const char *message) {
    Listener *listener = context;
    listener->count++;
    snprintf(listener->last, sizeof listener->last, "%s", message);
}

static Listener guard(const char *query, Status *status, QueryShape *shape, Arena *arena) {
    Listener listener = {0};
    Diag diag = {.sink = listen, .context = &listener};
    *shape = (QueryShape){0};
    *status = query_guard(TEXT("q.rq"), text_from(query), arena, &diag, shape);
    return listener;
}

/* Is `query` refused, once, with a message that starts like this? */
static void check_refused(const char *query, const char *message) {
    jmp_buf exhausted;
    Arena arena = {.exhausted = &exhausted};
    Status status;
    QueryShape shape;
    Listener listener = guard(query, &status, &shape, &arena);
    bool told = listener.count == 1 && strstr(listener.last, message);
    if (!CHECK(status == DATELINE_USAGE && told)) {
        printf("    query    %s\n    told     %s\n    expected %s\n", query, listener.last, message);
    }
    arena_release(&arena);
}

static void check_passed_by(const char *query) {
    jmp_buf exhausted;
    Arena arena = {.exhausted = &exhausted};
    Status status;
    QueryShape shape;
    Listener listener = guard(query, &status, &shape, &arena);
    if (!CHECK(status == DATELINE_OK && listener.count == 0)) {
        printf("    query    %s\n    told     %s\n", query, listener.last);
    }
    arena_release(&arena);
}

static void test_refused_words(void) {
    static const char *const QUERIES[][2] = {
        {"SELECT ?s WHERE { ?s ?p ?o MINUS { ?s ?p 1 } }", "q.rq:1:28: the embedded engine does not answer MINUS:"},
        {"SELECT ?s WHERE { ?s ?p ?o\nFILTER NOT EXISTS { ?s ?p 1 } }",
         "q.rq:2:12: the embedded engine does not answer EXISTS"},
        {"ASK { ?s ?p ?o FILTER EXISTS { ?s ?p 1 } }", "EXISTS"},
        {"SELECT ?s WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }", "SERVICE"},
        {"SELECT ?s FROM <http://example.org/> WHERE { ?s ?p ?o }", "FROM"},
        {"SELECT ?s WHERE { GRAPH ?g { ?s ?p ?o } }", "GRAPH"},
        {"INSERT DATA { <a:b> <a:c> 1 }", "INSERT"},
        {"DELETE WHERE { ?s ?p ?o }", "DELETE"},
        {"LOAD <http://example.org/>", "LOAD"},
        {"DESCRIBE <a:b>", "DESCRIBE"},
        {"SELECT (GROUP_CONCAT(?o; separator=\", \") AS ?x) WHERE { ?s ?p ?o }", "GROUP_CONCAT"},
        {"SELECT (year(?d) AS ?y) WHERE { ?s ?p ?d }", "YEAR of an xsd:date"},
        {"SELECT (MONTH(?d) AS ?y) WHERE { ?s ?p ?d }", "MONTH"},
        {"SELECT ?s WHERE { ?s ?p ?o FILTER(isNumeric(?o)) }", "isNumeric"},
        {"SELECT (CONCAT(STR(?s), \"x\") AS ?x) WHERE { ?s ?p ?o }", "CONCAT"},
        {"SELECT (STRAFTER(STR(?s), \"x\") AS ?x) WHERE { ?s ?p ?o }", "STRAFTER"},
        {"SELECT (LCASE(?o) AS ?x) WHERE { ?s ?p ?o }", "LCASE"},
        {"SELECT ?s WHERE { ?s ?p ?o FILTER(DATATYPE(?o) = <a:b>) }", "DATATYPE"},
    };
    for (size_t i = 0; i < sizeof QUERIES / sizeof *QUERIES; i++) {
        check_refused(QUERIES[i][0], QUERIES[i][1]);
    }
}

static void test_refused_patterns(void) {
    static const char *const QUERIES[][2] = {
        {"SELECT ?s WHERE { ?s <a:b>/<a:c> ?o }", "a property path"},
        {"SELECT ?s WHERE { ?s <a:b>|<a:c> ?o }", "a property path"},
        {"SELECT ?s WHERE { ?s ^<a:b> ?o }", "a property path"},
        {"SELECT ?s WHERE { ?s <a:b>+ ?o }", "a property path"},
        {"PREFIX a: <a:> SELECT ?s WHERE { ?s a:b* ?o }", "a property path"},
        {"PREFIX a: <a:> SELECT ?s WHERE { ?s (a:b/a:c)? ?o }", "a property path"},
        {"SELECT ?s WHERE { ?s !<a:b> ?o }", "a property path"},
        {"SELECT ?s WHERE { VALUES ?s { <a:b> <a:c> } ?s ?p ?o }", "VALUES of a single variable"},
        {"SELECT ?s WHERE { VALUES (?s) { (<a:b>) } ?s ?p ?o }", "VALUES of a single variable"},
        {"SELECT ?s WHERE { ?s ?p ?o } VALUES (?s ?o) { (<a:b> 1) }", "VALUES after the pattern"},
        {"SELECT ?s WHERE { ?s ?p ?o { SELECT (MAX(?x) AS ?o) WHERE { ?y ?p ?x } } }", "a SELECT inside a query"},
        {"SELECT ?s WHERE { OPTIONAL { ?s ?p ?o } }", "OPTIONAL at the start of a group"},
        {"SELECT ?s WHERE { ?s ?p ?o { ?s ?q ?r } }", "a group within a group"},
        {"SELECT ?s WHERE { ?s <a:b> ?x ; <a:c> ?y OPTIONAL { ?s <a:d> ?z } }", "a pattern of several triples"},
        {"SELECT ?s WHERE { ?s <a:b> ?x . ?x <a:c> ?y { ?s <a:d> 1 } UNION { ?s <a:d> 2 } }",
         "a pattern of several triples"},
        {"SELECT ?s WHERE { ?s <a:b> ?x, ?y . BIND(STR(?y) AS ?z) ?x <a:c> ?q }", "a pattern of several triples"},
        {"SELECT ?s WHERE { ?s <b> ?x }", "a relative IRI"},
    };
    for (size_t i = 0; i < sizeof QUERIES / sizeof *QUERIES; i++) {
        check_refused(QUERIES[i][0], QUERIES[i][1]);
    }
}

static void test_refused_expressions(void) {
    static const char *const QUERIES[][2] = {
        {"SELECT ?s WHERE { ?s ?p ?o FILTER REGEX(?o, \"^..长江\") }", "REGEX"},
        {"SELECT ?s WHERE { ?s ?p ?o FILTER REGEX(?o, \"a.b\") }", "REGEX"},
        {"SELECT ?s WHERE { ?s ?p ?o FILTER REGEX(?o, \"\\\\d\") }", "REGEX"},
        {"SELECT ?s WHERE { ?s ?p ?o FILTER REGEX(?o, \"[^a]\") }", "REGEX"},
        {"SELECT ?s WHERE { ?s ?p ?o FILTER REGEX(?o, ?p) }", "REGEX"},
        {"SELECT ?s WHERE { ?s ?p ?o FILTER REGEX(?o, \"a\", \"s\") }", "REGEX"},
        {"SELECT (SUBSTR(?o, 1, 4) AS ?x) WHERE { ?s ?p ?o }", "SUBSTR"},
        {"SELECT (COALESCE(SUBSTR(?o, 2, 4), \"\") AS ?x) WHERE { ?s ?p ?o }", "SUBSTR"},
        {"SELECT (1 + 2 * 3 AS ?x) WHERE { ?s ?p ?o }", "two steps of arithmetic"},
        {"SELECT (10 - 3 - 2 AS ?x) WHERE { ?s ?p ?o }", "two steps of arithmetic"},
        {"SELECT ?s WHERE { ?s ?p ?o FILTER(?o -1 > 6) }", "a sign that touches"},
        {"SELECT ?s WHERE { ?s ?p ?o FILTER(!(?o > 1 && ?o < 3)) }", "&& under !"},
        {"SELECT (?o > 1 && ?o < 3 AS ?x) WHERE { ?s ?p ?o }", "&& under !"},
        {"SELECT ?s WHERE { ?s ?p ?o OPTIONAL { ?o ?q ?r OPTIONAL { ?r ?t ?u FILTER(?s = 1) } } }",
         "a FILTER on a variable"},
        {"SELECT ?s WHERE { { ?s ?p ?o } UNION { ?s ?q ?r FILTER(!BOUND(?o)) } }", "a FILTER on a variable"},
        {"SELECT ?s WHERE { ?s ?p ?o BIND(?o + 1 AS ?x) }", "BIND of what may have no value"},
        {"SELECT ?s WHERE { ?s ?p ?o OPTIONAL { ?o ?q ?r } BIND(STR(?r) AS ?x) }", "BIND of what may have no value"},
        {"SELECT ?s WHERE { BIND(STR(?o) AS ?x) ?s ?p ?o }", "a BIND of a variable"},
    };
    for (size_t i = 0; i < sizeof QUERIES / sizeof *QUERIES; i++) {
        check_refused(QUERIES[i][0], QUERIES[i][1]);
    }
}

static void test_refused_rows(void) {
    static const char *const QUERIES[][2] = {
        {"SELECT ?y (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY (STR(?o) AS ?y)", "GROUP BY of an expression"},
        {"SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY STR(?o)", "GROUP BY of an expression"},
        {"SELECT ?s WHERE { ?s ?p ?o } GROUP BY ?s", "GROUP BY without an aggregate"},
        {"SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s ?p ?o }", "DISTINCT in an aggregate"},
        {"SELECT (COUNT(DISTINCT *) AS ?n) WHERE { ?s ?p ?o }", "DISTINCT in an aggregate"},
        {"SELECT (COUNT(?r) AS ?n) WHERE { ?s ?p ?o OPTIONAL { ?o ?q ?r } }", "an aggregate of what may have no value"},
        {"SELECT (SUM(?o) + 1 AS ?n) WHERE { ?s ?p ?o }", "an aggregate that is no column"},
        {"SELECT ?s (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(*) > 1)",
         "an aggregate that is no column"},
        {"SELECT ?s (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?s ORDER BY COUNT(*)",
         "an aggregate that is no column"},
        {"SELECT (?s AS ?x) (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?s", "a column that is neither"},
        {"SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o } HAVING (?n > 1)", "HAVING without GROUP BY"},
        {"SELECT DISTINCT ?s WHERE { ?s ?p ?o } ORDER BY ?s", "ORDER BY together with DISTINCT"},
        {"SELECT ?s WHERE { ?s ?p ?o OPTIONAL { ?o ?q ?r } } ORDER BY ?r ?s", "ORDER BY of what may have no value"},
        {"SELECT ?s WHERE { ?s ?p ?o OPTIONAL { ?o ?q ?r } } ORDER BY DESC(?r)", "ORDER BY of what may have no value"},
        {"SELECT ?s WHERE { ?s ?p ?o } ORDER BY LANG(?o)", "ORDER BY of what may have no value"},
        {"SELECT ?v WHERE { ?s ?p ?o VALUES (?v ?w) { (1 2) (UNDEF 3) } } ORDER BY ?v",
         "ORDER BY of what may have no value"},
        {"SELECT ?o (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?s ?o ORDER BY ?o", "ORDER BY of groups"},
        {"SELECT ?s (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?s ORDER BY DESC(?s)", "ORDER BY of groups"},
        {"SELECT ?s (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?s ORDER BY STR(?s)", "ORDER BY of groups"},
        {"SELECT ?s (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?s ?o ORDER BY ?s ?n ?o", "ORDER BY of groups"},
    };
    for (size_t i = 0; i < sizeof QUERIES / sizeof *QUERIES; i++) {
        check_refused(QUERIES[i][0], QUERIES[i][1]);
    }
}

/* Nothing here is what it looks like at a glance. */
static void test_innocents(void) {
    static const char *const QUERIES[] = {
        "# MINUS { VALUES\nSELECT ?s WHERE { ?s ?p ?o } # SERVICE",
        "SELECT ?s WHERE { ?s ?p \"MINUS { EXISTS\" , 'SERVICE' , \"\"\"a \"GRAPH\" b\"\"\" , '''it's''' }",
        "SELECT ?s WHERE { ?s <http://example.org/MINUS#a/b?c=(d)> \"\\\"MINUS\" }",
        "PREFIX minus: <a:> SELECT ?values WHERE { ?values minus:exists minus:service . }",
        "PREFIX : <a:> SELECT ?minus ?service { ?minus :a.b ?service ; :c-d _:exists . }",
        "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }",
        "SELECT ?s WHERE { ?s ?p ?o FILTER(?o*2 > 3 || ?o/2<1) }",
        "SELECT ?s WHERE { ?s ?p ?o FILTER(?o < 3&&?o>1) FILTER(?o != 2) }",
        "SELECT ?s WHERE { ?s ?p +5 , -2 , 1.5e3 }",
        "SELECT ?s WHERE { ?s ?p ?o FILTER(!BOUND(?o) || !(?o = 1)) }",
        "SELECT ?s WHERE { ?s ?p ?o FILTER REGEX(STR(?o), \"^(har|far)bou?r$\", \"i\") }",
        "SELECT ?s WHERE { ?s ?p ?o FILTER CONTAINS(?o, \"长江\") }",
        "SELECT ?s WHERE { ?s ?p ?o FILTER <a:f>(?o) }",
        "SELECT ?s WHERE { ?s ?p ( 1 2 ) . ?s ?q [ ?r 3 ] }",
        "SELECT ?s WHERE { VALUES (?s ?o) { (<a:b> 1) (<a:c> UNDEF) } ?s ?p ?o }",
        "SELECT ?s WHERE { ?s ?p ?o BIND(COALESCE(SUBSTR(STR(?o), 1, 4), \"\") AS ?y) }",
        "SELECT ?y (SUM(?o) AS ?n) { ?s ?p ?o BIND(STR(?o) AS ?y) } GROUP BY ?y HAVING(?n > 1) ORDER BY DESC(?n) ?y",
        "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s ?p ?o ORDER BY DESC(?n) ASC(?s) ?p",
        "SELECT ?v (COUNT(*) AS ?n) { ?s ?p ?o VALUES (?v ?w) { (1 2) (3 4) } } GROUP BY ?v ORDER BY ?v",
        "SELECT ?s WHERE { { ?s <a:b> ?o . ?o <a:c> 1 } UNION { ?s <a:d> ?o . ?o <a:c> 1 } } ORDER BY ?s STR(?o)",
        "SELECT ?s ?r WHERE { ?s ?p ?o OPTIONAL { ?s ?q ?r FILTER(?o = 1) } FILTER(!BOUND(?r)) }",
        "SELECT ?s WHERE { ?a <a:b> ?c . ?c <a:d> ?s . OPTIONAL { ?s <a:e> ?x } }",
        "SELECT * WHERE { ?s ?p ?o } LIMIT 3 OFFSET 1",
        "SELECT DISTINCT ?s WHERE { ?s ?p ?o } LIMIT 3",
        "ASK { ?s a <a:b> }",
        "CONSTRUCT { ?s <a:b> ?o } WHERE { ?s ?p ?o }",
        "CONSTRUCT WHERE { ?s ?p ?o }",
        "BASE <http://example.org/> ASK { ?s a <b> }",
    };
    for (size_t i = 0; i < sizeof QUERIES / sizeof *QUERIES; i++) {
        check_passed_by(QUERIES[i]);
    }
}

static void test_broken(void) {
    check_refused("SELECT ?s WHERE { ?s ?p ?o", "q.rq:1:17: this bracket is not closed");
    check_refused("SELECT ?s WHERE { ?s ?p ?o ) }", "q.rq:1:28: this bracket closes nothing");
    check_refused("SELECT ?s WHERE { ?s ?p \"o }", "q.rq:1:25: this string does not end");
    check_refused("SELECT ?s WHERE { ?s ?p ~ }", "q.rq:1:25: not SPARQL");
    check_refused("", "q.rq:1:1: not a SELECT");
    check_refused("PREFIX a: <a:>", "q.rq:1:1: not a SELECT");
}

/* What `query` answers about the graph of these tests, as CSV with LF only. */
static void check_answer(const char *query, const char *expected) {
    char path[] = "/tmp/query_test_XXXXXX.rq";
    int query_file = mkstemps(path, 3);
    FILE *output = tmpfile();
    int standard_output = dup(STDOUT_FILENO);
    char answer[4096] = {0};
    Listener listener = {0};
    dateline_options options = {.sink = listen, .context = &listener};
    const char *files[] = {GRAPH};
    dateline_question question = {.query = path, .files = files, .count = 1, .form = DATELINE_ANSWER_CSV};
    CHECK(write(query_file, query, strlen(query)) == (ssize_t)strlen(query));
    fflush(stdout);
    dup2(fileno(output), STDOUT_FILENO);
    Status status = dateline_query(&options, &question);
    fflush(stdout);
    dup2(standard_output, STDOUT_FILENO);
    rewind(output);
    size_t length = 0;
    for (int c = getc(output); c != EOF && length + 1 < sizeof answer; c = getc(output)) {
        if (c != '\r') {
            answer[length++] = (char)c;
        }
    }
    CHECK_EQUAL(status, DATELINE_OK);
    CHECK_TEXT(text_from(answer), expected);
    close(standard_output);
    close(query_file);
    fclose(output);
    unlink(path);
}

#define PREFIXES                                                                                                       \
    "PREFIX dl: <https://w3id.org/dateline/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "

static void test_answers(void) {
    check_answer(PREFIXES "SELECT ?l WHERE { ?w a dl:Work ; rdfs:label ?l } ORDER BY ?l", "l\nred flags\n红旗\n");
    check_answer(PREFIXES "SELECT (COUNT(*) AS ?n) WHERE { ?e dl:reportedIn ?a }", "n\n3\n");
    check_answer(PREFIXES "SELECT (COUNT(*) AS ?n) (MIN(?e) AS ?m) WHERE { ?e a dl:Trial }", "n,m\n0,\n");
    check_answer(PREFIXES "SELECT ?e (COUNT(*) AS ?n) WHERE { ?e a dl:Trial } GROUP BY ?e", "e,n\n");
    check_answer(PREFIXES "SELECT * WHERE { ?e a dl:Trial ; rdfs:label ?l }", "e,l\n");
    check_answer(PREFIXES
                 "SELECT ?m (COUNT(*) AS ?n) WHERE { ?e dl:reportedIn ?a ; dl:modality ?m } GROUP BY ?m ORDER BY ?m",
                 "m,n\nhttps://w3id.org/dateline/ontology#Actual,2\nhttps://w3id.org/dateline/ontology#Planned,1\n");
    check_answer(
        PREFIXES
        "SELECT ?l ?d WHERE { ?e dl:summary ?l OPTIONAL { ?e dl:date ?d } FILTER(LANG(?l) = \"en\") } ORDER BY ?l",
        "l,d\nHarbour Office held the spring tide conference,1956-04\nHarbour Office plans two piers,\n");
    check_answer(PREFIXES "ASK { ?q dl:value 12 }", "true\n");
    check_answer(PREFIXES "ASK { ?q dl:value 13 }", "false\n");
}

int main(void) {
    test_refused_words();
    test_refused_patterns();
    test_refused_expressions();
    test_refused_rows();
    test_innocents();
    test_broken();
    if (access(GRAPH, R_OK) == 0) {
        test_answers();
    } else {
        printf("query_test.c: answers skipped: no " GRAPH " from here\n");
    }
    return check_report();
}
