/* Answers written down. */
#include "check.h"
#include "table_output.h"

#include <stdlib.h>

static jmp_buf exhausted;
static Arena arena = {.exhausted = &exhausted};

static Cell iri(const char *text) {
    return (Cell){.bound = true, .term = {.kind = TERM_IRI, .text = text_from(text)}};
}

static Cell text(const char *form, const char *language) {
    Term term = {.kind = TERM_LITERAL, .text = text_from(form), .language = text_from(language)};
    return (Cell){.bound = true, .term = term};
}

static Answer answer_of(const char *const *columns, size_t column_count, const Cell *cells, size_t solutions) {
    Answer answer = {.solutions = solutions};
    for (size_t i = 0; i < column_count; i++) {
        *VECTOR_PUSH(&arena, &answer.columns) = text_from(columns[i]);
    }
    for (size_t i = 0; i < column_count * solutions; i++) {
        *VECTOR_PUSH(&arena, &answer.cells) = cells[i];
    }
    return answer;
}

typedef enum Form { TABLE, CSV, JSON } Form;

static void check_written(const Answer *answer, Form form, const char *expected) {
    char *bytes;
    size_t length;
    FILE *stream = open_memstream(&bytes, &length);
    if (form == CSV) {
        answer_write_csv(stream, answer);
    } else if (form == JSON) {
        answer_write_json(stream, answer);
    } else {
        answer_write_table(stream, answer, 0, &arena);
    }
    fclose(stream);
    CHECK_TEXT(((Text){bytes, length}), expected);
    free(bytes);
}

static void test_widths(void) {
    CHECK_EQUAL(text_width(TEXT("")), 0);
    CHECK_EQUAL(text_width(TEXT("harbour")), 7);
    CHECK_EQUAL(text_width(TEXT("港务局")), 6);
    CHECK_EQUAL(text_width(TEXT("（一）")), 6);
    CHECK_EQUAL(text_width(TEXT("é")), 1);
    CHECK_EQUAL(text_width(TEXT("e\xCC\x81")), 1);
    CHECK_EQUAL(text_width(TEXT("𠀀")), 2);
    CHECK_EQUAL(text_width(TEXT("ｶ")), 1);
}

static void test_table(void) {
    static const char *const COLUMNS[] = {"who", "what", "n"};
    const Cell cells[] = {text("港务局", "zh"),
                          text("flags", "en"),
                          text("2", ""),
                          iri("http://e/x#fleet"),
                          {0},
                          text("a\nb\x1b[31m", ""),
                          iri("http://e/x#a/b"),
                          text("tide", "en"),
                          {0}};
    Answer answer = answer_of(COLUMNS, 3, cells, 3);
    *VECTOR_PUSH(&arena, &answer.shorthands) = (Shorthand){TEXT("x:"), TEXT("http://e/x#")};
    check_written(&answer, TABLE,
                  "who             what   n\n"
                  "--------------  -----  ------------------\n"
                  "港务局          flags  2\n"
                  "x:fleet                a\\u000Ab\\u001B[31m\n"
                  "http://e/x#a/b  tide\n");
}

static void check_narrow(const Answer *answer, size_t room, const char *expected) {
    char *bytes;
    size_t length;
    FILE *stream = open_memstream(&bytes, &length);
    answer_write_table(stream, answer, room, &arena);
    fclose(stream);
    CHECK_TEXT(((Text){bytes, length}), expected);
    free(bytes);
}

/* On a terminal the widest columns give way; a character of two places is never cut in two. */
static void test_narrow_table(void) {
    static const char *const COLUMNS[] = {"n", "what", "where"};
    const Cell cells[] = {text("12", ""), text("中国重工业工会全国委员会", "zh"),
                          text("in the old harbour town", "en")};
    Answer answer = answer_of(COLUMNS, 3, cells, 1);
    check_narrow(&answer, 80,
                 "n   what                      where\n"
                 "--  ------------------------  -----------------------\n"
                 "12  中国重工业工会全国委员会  in the old harbour town\n");
    check_narrow(&answer, 30,
                 "n   what          where\n"
                 "--  ------------  ------------\n"
                 "12  中国重工业…   in the old …\n");
    check_narrow(&answer, 5,
                 "n   what      where\n"
                 "--  --------  --------\n"
                 "12  中国重…   in the …\n");
}

static void test_csv(void) {
    static const char *const COLUMNS[] = {"a", "b"};
    const Cell cells[] = {text("plain", ""), text("with \"quotes\", a comma", ""), text("two\nlines", ""), {0}};
    Answer answer = answer_of(COLUMNS, 2, cells, 2);
    check_written(&answer, CSV, "a,b\r\nplain,\"with \"\"quotes\"\", a comma\"\r\n\"two\nlines\",\r\n");
}

static void test_json(void) {
    static const char *const COLUMNS[] = {"a", "b"};
    Cell number = text("12", "");
    number.term.datatype = TEXT("http://www.w3.org/2001/XMLSchema#integer");
    Cell blank = iri("b0");
    blank.term.kind = TERM_BLANK;
    const Cell cells[] = {text("say \"红旗\"\n", "zh"), number, {0}, blank, {0}, {0}};
    Answer answer = answer_of(COLUMNS, 2, cells, 3);
    check_written(&answer, JSON,
                  "{\"head\": {\"vars\": [\"a\", \"b\"]}, \"results\": {\"bindings\": [\n"
                  "{\"a\": {\"type\": \"literal\", \"value\": \"say \\\"红旗\\\"\\u000a\", \"xml:lang\": \"zh\"}, "
                  "\"b\": {\"type\": \"literal\", \"value\": \"12\", "
                  "\"datatype\": \"http://www.w3.org/2001/XMLSchema#integer\"}},\n"
                  "{\"b\": {\"type\": \"bnode\", \"value\": \"b0\"}},\n"
                  "{}\n"
                  "]}}\n");
}

static void test_no_solutions(void) {
    static const char *const COLUMNS[] = {"a", "bc"};
    Answer answer = answer_of(COLUMNS, 2, NULL, 0);
    check_written(&answer, TABLE, "a  bc\n-  --\n");
    check_written(&answer, CSV, "a,bc\r\n");
    check_written(&answer, JSON, "{\"head\": {\"vars\": [\"a\", \"bc\"]}, \"results\": {\"bindings\": [\n]}}\n");
}

static void test_boolean(void) {
    Answer yes = {.is_boolean = true, .boolean = true};
    Answer no = {.is_boolean = true};
    check_written(&yes, TABLE, "true\n");
    check_written(&no, CSV, "false\r\n");
    check_written(&yes, JSON, "{\"head\": {}, \"boolean\": true}\n");
}

int main(void) {
    if (setjmp(exhausted)) {
        return 2;
    }
    test_widths();
    test_table();
    test_narrow_table();
    test_csv();
    test_json();
    test_no_solutions();
    test_boolean();
    arena_release(&arena);
    return check_report();
}
