/* The whole of our unit testing: a test is a program of checks that ends with `return check_report();`. */
#ifndef CHECK_H
#define CHECK_H

#include "text.h"

#include <stdio.h>
#include <string.h>

static size_t check_passed;
static size_t check_failed;

/* Is `condition` true? */
#define CHECK(condition) check_that((condition), __FILE__, __LINE__, #condition)

/* Are two integers equal? */
#define CHECK_EQUAL(actual, expected)                                                                                  \
    check_equal((long long)(actual), (long long)(expected), __FILE__, __LINE__, #actual)

/* Is a Text the same bytes as a C string? */
#define CHECK_TEXT(actual, expected) check_text((actual), (expected), __FILE__, __LINE__, #actual)

/* A line of a table: what a function is to make of some words. */
typedef struct CheckRow {
    const char *words;
    const char *expected;
} CheckRow;

/* Does `reader`, a Text (*)(const char *words), make what it should of each line {words, expected}? */
#define CHECK_ROWS(reader, ...) check_rows((reader), (const CheckRow[]){__VA_ARGS__, {NULL, NULL}}, __FILE__, __LINE__)

/* Says "<file>: N passed, M failed"; its value is the exit status. */
#define check_report() check_summary(__BASE_FILE__)

static inline bool check_that(bool good, const char *file, int line, const char *what) {
    if (good) {
        check_passed++;
    } else {
        check_failed++;
        printf("%s:%d: failed: %s\n", file, line, what);
    }
    return good;
}

static inline bool check_equal(long long actual, long long expected, const char *file, int line, const char *what) {
    bool good = check_that(actual == expected, file, line, what);
    if (!good) {
        printf("    is       %lld\n    expected %lld\n", actual, expected);
    }
    return good;
}

static inline bool check_text(Text actual, const char *expected, const char *file, int line, const char *what) {
    bool equal = actual.length == strlen(expected) && memcmp(actual.at ? actual.at : "", expected, actual.length) == 0;
    bool good = check_that(equal, file, line, what);
    if (!good) {
        printf("    is       \"%.*s\"\n    expected \"%s\"\n", TEXT_ARGS(actual), expected);
    }
    return good;
}

static inline void check_rows(Text (*reader)(const char *words), const CheckRow *rows, const char *file, int line) {
    for (; rows->words; rows++) {
        check_text(reader(rows->words), rows->expected, file, line, rows->words);
    }
}

static inline int check_summary(const char *file) {
    const char *slash = strrchr(file, '/');
    printf("%s: %zu passed, %zu failed\n", slash ? slash + 1 : file, check_passed, check_failed);
    return check_failed ? 1 : 0;
}

#endif
