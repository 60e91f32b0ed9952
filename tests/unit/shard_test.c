#include "shard.h"

#include "check.h"

#include <stdlib.h>

static const char *const VARIABLES[] = {"SLURM_ARRAY_TASK_ID",  "SLURM_ARRAY_TASK_COUNT", "SLURM_ARRAY_TASK_MIN",
                                        "SLURM_ARRAY_TASK_MAX", "SLURM_ARRAY_TASK_STEP",  "OMPI_COMM_WORLD_RANK",
                                        "OMPI_COMM_WORLD_SIZE"};

static void forget_surroundings(void) {
    for (size_t i = 0; i < sizeof VARIABLES / sizeof *VARIABLES; i++) {
        unsetenv(VARIABLES[i]);
    }
}

static Status parse(const char *word, Shard *out) {
    Diag diag = {0};
    Status status = shard_parse(text_from(word), &diag, out);
    CHECK((status == DATELINE_OK) == (diag.errors == 0)); /* what is refused is told */
    return status;
}

static void set_array(const char *task, const char *count, const char *least, const char *most, const char *step) {
    const char *const values[] = {task, count, least, most, step};
    forget_surroundings();
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        if (values[i]) {
            setenv(VARIABLES[i], values[i], 1);
        }
    }
}

static void test_words(void) {
    Shard shard;
    CHECK_EQUAL(parse("2/4", &shard), DATELINE_OK);
    CHECK_EQUAL(shard.number, 2);
    CHECK_EQUAL(shard.count, 4);
    CHECK_EQUAL(parse("1/1", &shard), DATELINE_OK);
    const char *const wrong[] = {"", "/", "2", "0/4", "5/4", "2/", "/4", "2/0", "-1/4", "2/4x", "1/9999999999", "Auto"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        CHECK_EQUAL(parse(wrong[i], &shard), DATELINE_USAGE);
    }
}

static void test_taking(void) {
    size_t taken = 0;
    for (size_t index = 1; index <= 10; index++) {
        size_t by = 0;
        for (size_t number = 1; number <= 3; number++) {
            by += shard_takes((Shard){number, 3}, index);
        }
        CHECK_EQUAL(by, 1);
        taken += shard_takes((Shard){2, 3}, index);
    }
    CHECK_EQUAL(taken, 3);
    CHECK(shard_takes((Shard){2, 3}, 2) && shard_takes((Shard){2, 3}, 5));
}

static void check_array(size_t number, size_t count) {
    Shard shard = {0};
    CHECK_EQUAL(parse("auto", &shard), DATELINE_OK);
    CHECK_EQUAL(shard.number, number);
    CHECK_EQUAL(shard.count, count);
}

static void test_slurm(void) {
    set_array("3", "4", "1", "4", "1");
    check_array(3, 4);
    set_array("3", "4", "0", "3", "1");
    check_array(4, 4);
    set_array("30", "4", "10", "40", "10");
    check_array(3, 4);
    set_array("4", "4", NULL, NULL, NULL);
    check_array(4, 4);
    Shard shard;
    set_array("3", "1", "3", "3", "1"); /* run again alone */
    CHECK_EQUAL(parse("auto", &shard), DATELINE_USAGE);
    set_array("1", "1", "1", "1", "1");
    CHECK_EQUAL(parse("auto", &shard), DATELINE_USAGE);
    set_array("3", "2", "2", "3", "1"); /* two of several */
    CHECK_EQUAL(parse("auto", &shard), DATELINE_USAGE);
    set_array("4", "2", "1", "4", "1"); /* --array=1,4 */
    CHECK_EQUAL(parse("auto", &shard), DATELINE_USAGE);
    set_array("2", NULL, NULL, NULL, NULL);
    CHECK_EQUAL(parse("auto", &shard), DATELINE_USAGE);
    set_array("2", "0", "1", "2", "1");
    CHECK_EQUAL(parse("auto", &shard), DATELINE_USAGE);
}

static void test_open_mpi(void) {
    forget_surroundings();
    Shard shard;
    CHECK_EQUAL(parse("auto", &shard), DATELINE_USAGE);
    setenv("OMPI_COMM_WORLD_RANK", "0", 1);
    CHECK_EQUAL(parse("auto", &shard), DATELINE_USAGE);
    setenv("OMPI_COMM_WORLD_SIZE", "3", 1);
    check_array(1, 3);
    setenv("OMPI_COMM_WORLD_RANK", "3", 1);
    CHECK_EQUAL(parse("auto", &shard), DATELINE_USAGE);
}

int main(void) {
    forget_surroundings();
    test_words();
    test_taking();
    test_slurm();
    test_open_mpi();
    return check_report();
}
