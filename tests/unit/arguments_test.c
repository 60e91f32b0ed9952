/* Command lines, taken apart. */
#include "arguments.h"
#include "check.h"

enum { LOUD, OUTPUT, OPTION_COUNT };

static const Option OPTIONS[OPTION_COUNT] = {
    [LOUD] = {"loud", NULL, "", 1, 'l'},
    [OUTPUT] = {"output", "FILE", "", 2, 'o'},
};

#define READ(...)                                                                                                      \
    char *argv[] = {(char[]){"program"}, __VA_ARGS__, NULL};                                                           \
    Arguments arguments;                                                                                               \
    arguments_read(argv, OPTIONS, OPTION_COUNT, &arguments)
#define WORD(literal)                                                                                                  \
    (char[]) {                                                                                                         \
        literal                                                                                                        \
    }
#define CHECK_STRING(string, expected) CHECK((string) && strcmp((string), (expected)) == 0)

static void test_values(void) {
    READ(WORD("--output"), WORD("a"), WORD("x"), WORD("-ob"), WORD("-"), WORD("-lo"), WORD("c"), WORD("--output=d=e"));
    CHECK(!arguments.problem);
    CHECK_STRING(arguments.values[OUTPUT], "d=e");
    CHECK_STRING(arguments.values[LOUD], "-lo");
    CHECK_EQUAL(arguments.count, 2);
    CHECK_STRING(arguments.operands[0], "x");
    CHECK_STRING(arguments.operands[1], "-");
    CHECK_STRING(arguments_foreign(&arguments, OPTIONS, OPTION_COUNT, 1), "--output=d=e");
    CHECK(!arguments_foreign(&arguments, OPTIONS, OPTION_COUNT, 3));
}

static void test_end_of_options(void) {
    READ(WORD("--"), WORD("--loud"), WORD("--"));
    CHECK(!arguments.problem && !arguments.values[LOUD]);
    CHECK_EQUAL(arguments.count, 2);
    CHECK_STRING(arguments.operands[0], "--loud");
}

static void test_unknown(void) {
    READ(WORD("x"), WORD("--lou"), WORD("y"));
    CHECK_STRING(arguments.problem, "unknown option");
    CHECK_STRING(arguments.word, "--lou");
    CHECK_EQUAL(arguments.count, 1);
}

static void test_missing_value(void) {
    READ(WORD("x"), WORD("-lo"));
    CHECK_STRING(arguments.problem, "a value is missing behind option");
}

static void test_superfluous_value(void) {
    READ(WORD("--loud=very"));
    CHECK_STRING(arguments.problem, "no value goes with option");
}

static void test_empty_words(void) {
    READ(WORD(""), WORD("--output="));
    CHECK(!arguments.problem);
    CHECK_EQUAL(arguments.count, 1);
}

static void test_several_values(void) {
    READ(WORD("-oa"), WORD("-l"), WORD("--output=b"));
    CHECK_STRING(arguments.all[OUTPUT][0], "a");
    CHECK_STRING(arguments.all[OUTPUT][1], "b");
    CHECK(!arguments.all[OUTPUT][2] && !arguments.all[LOUD][0]);
}

static void test_too_many_values(void) {
    char word[] = "-oa";
    char *argv[MOST_REPEATS + 3] = {word};
    for (int i = 0; i <= MOST_REPEATS; i++) {
        argv[i + 1] = word;
    }
    Arguments arguments;
    arguments_read(argv, OPTIONS, OPTION_COUNT, &arguments);
    CHECK_STRING(arguments.problem, "given too often: option");
    CHECK_STRING(arguments.word, "-oa");
}

int main(void) {
    test_values();
    test_end_of_options();
    test_unknown();
    test_missing_value();
    test_superfluous_value();
    test_empty_words();
    test_several_values();
    test_too_many_values();
    return check_report();
}
