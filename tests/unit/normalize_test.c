/* Where in a line a number or date stands, what it is, and which lines are left out. */
#include "normalize.h"
#include "table_lexicon.h"

#include <stdlib.h>
#include <unistd.h>

static Arena arena;

static void keep_message(void *context, const char *message) {
    snprintf(context, 4096, "%s", message);
}

/* What comes out for `lines`, read from a file. */
static Text normalize(const Normalizer *normalizer, Text lines, Status expected, char message[4096]) {
    char path[] = "/tmp/normalize_test.XXXXXX";
    int file = mkstemp(path);
    if (file < 0 || write(file, lines.at, lines.length) != (ssize_t)lines.length || close(file) != 0) {
        exit(2);
    }
    char *bytes = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&bytes, &length);
    jmp_buf exhausted;
    Arena scratch = {.exhausted = &exhausted};
    Diag diag = {keep_message, message, 0, 0};
    message[0] = '\0';
    CHECK_EQUAL(normalize_lines(normalizer, text_from(path), &scratch, &diag, out), expected);
    CHECK(scratch.exhausted == &exhausted);
    arena_release(&scratch);
    fclose(out);
    unlink(path);
    Text result = text_copy(&arena, (Text){bytes, length});
    free(bytes);
    return result;
}

static void test_numbers(const Lexicon *lexicon) {
    char message[4096];
    Normalizer zh = {.kind = DATELINE_NUMBERS, .lang = LANG_ZH, .lexicon = lexicon};
    CHECK_TEXT(normalize(&zh, TEXT("有五百人，还有\n三吨，五六千人"), DATELINE_OK, message),
               "1\t1\t3\t五百\t500\texactly\t人\n"
               "2\t0\t2\t三吨\t3\texactly\t吨\n"
               "2\t3\t6\t五六千\t5000/6000\texactly\t人\n");
    CHECK_TEXT(normalize(&zh, TEXT("２5\t吨"), DATELINE_OK, message), "1\t0\t4\t２5 吨\t25\texactly\t吨\n");
    CHECK_EQUAL(strlen(message), 0);
}

static void test_dates(const Lexicon *lexicon) {
    char message[4096];
    Normalizer en = {.kind = DATELINE_DATES, .lang = LANG_EN, .reference = {1956, 3, 31}, .lexicon = lexicon};
    CHECK_TEXT(normalize(&en, TEXT("It — and today.\r\n@1949-10-01\ttoday\n@home\ttoday"), DATELINE_OK, message),
               "1\t9\t14\ttoday\t1956-03-31\texactly\t\n"
               "2\t0\t5\ttoday\t1949-10-01\texactly\t\n"
               "3\t6\t11\ttoday\t1956-03-31\texactly\t\n");
}

static void test_left_out(const Lexicon *lexicon) {
    char message[4096];
    Normalizer en = {.kind = DATELINE_NUMBERS, .lang = LANG_EN, .lexicon = lexicon};
    CHECK_TEXT(normalize(&en, TEXT("two\nabc\xFF two\nsix"), DATELINE_SKIPPED, message),
               "1\t0\t3\ttwo\t2\texactly\t\n"
               "3\t0\t3\tsix\t6\texactly\t\n");
    CHECK(strstr(message, ":2:4: not UTF-8: byte 0xFF") != NULL);
    CHECK_TEXT(normalize(&en, TEXT("two\0"), DATELINE_SKIPPED, message), "");
    CHECK_TEXT(normalize(&en, TEXT("@1956-02-30\ttwo"), DATELINE_SKIPPED, message), "");
    CHECK(strstr(message, ":1:2: no such day: 1956-02-30") != NULL);
    CHECK_TEXT(normalize(&en, TEXT("@1956-02\ttwo"), DATELINE_SKIPPED, message), "");
}

int main(void) {
    jmp_buf exhausted;
    if (setjmp(exhausted)) {
        return 2;
    }
    arena.exhausted = &exhausted;
    const Lexicon *lexicon = table_lexicon(&arena, "units.tsv",
                                           "word\tlang\tclassifier\tconversion\tfrom\tto\tnote\n"
                                           "人\tzh\tyes\t\t\t\t\n"
                                           "吨\tzh\tno\t1000 kg\t\t\t\n");
    test_numbers(lexicon);
    test_dates(lexicon);
    test_left_out(lexicon);
    arena_release(&arena);
    return check_report();
}
