/* Owns how many shards there are and which one this is. It does not know what the inputs are. */
#include "shard.h"

#include <stdlib.h>

enum { MOST_DIGITS = 9 };

static bool read_count(Text digits, size_t *out) {
    *out = 0;
    for (size_t i = 0; i < digits.length; i++) {
        if (!is_ascii_digit(digits.at[i])) {
            return false;
        }
        *out = *out * 10 + (size_t)(digits.at[i] - '0');
    }
    return digits.length > 0 && digits.length <= MOST_DIGITS;
}

/* False: the variable is not set, or is no number. */
static bool read_variable(const char *name, size_t *out) {
    const char *value = getenv(name);
    return value && read_count(text_from(value), out);
}

static Status refuse(Diag *diag, const char *what) {
    diag_error(diag, (Place){0}, "--shard auto: %s", what);
    return DATELINE_USAGE;
}

/* A task that is run again alone is told of an array of one, and would take everything: so an array has to show by its
 * numbers that it is whole. */
static Status from_slurm(size_t task, Diag *diag, Shard *out) {
    size_t count, least, most, step;
    if (!read_variable("SLURM_ARRAY_TASK_COUNT", &count)) {
        return refuse(diag, "SLURM_ARRAY_TASK_COUNT does not say how many tasks there are");
    }
    least = read_variable("SLURM_ARRAY_TASK_MIN", &least) ? least : 1;
    step = read_variable("SLURM_ARRAY_TASK_STEP", &step) && step ? step : 1;
    most = read_variable("SLURM_ARRAY_TASK_MAX", &most) ? most : least + (count - 1) * step;
    bool starts = least <= 1 || least == step;
    bool fits = task >= least && (task - least) % step == 0 && (task - least) / step < count;
    if (count < 2 || !starts || !fits || most - least != (count - 1) * step) {
        return refuse(diag, "these tasks may be a part of an array, which does not say how many shards there are; "
                            "say --shard I/N");
    }
    *out = (Shard){(task - least) / step + 1, count};
    return DATELINE_OK;
}

static Status from_surroundings(Diag *diag, Shard *out) {
    size_t number;
    size_t count;
    if (read_variable("SLURM_ARRAY_TASK_ID", &number)) {
        return from_slurm(number, diag, out);
    }
    bool ranked = read_variable("OMPI_COMM_WORLD_RANK", &number) && read_variable("OMPI_COMM_WORLD_SIZE", &count);
    if (!ranked || number >= count) {
        return refuse(diag, "neither SLURM_ARRAY_TASK_ID nor OMPI_COMM_WORLD_RANK says which shard this is");
    }
    *out = (Shard){number + 1, count};
    return DATELINE_OK;
}

Status shard_parse(Text word, Diag *diag, Shard *out) {
    if (text_equal(word, TEXT("auto"))) {
        return from_surroundings(diag, out);
    }
    size_t slash = text_find(word, TEXT("/"));
    bool good = slash != SIZE_MAX && read_count(text_slice(word, 0, slash), &out->number) &&
                read_count(text_after(word, slash + 1), &out->count) && out->number >= 1 && out->number <= out->count;
    if (!good) {
        diag_error(diag, (Place){0}, "'%.*s' is no shard: 2/4 is the second of four", TEXT_ARGS(word));
    }
    return good ? DATELINE_OK : DATELINE_USAGE;
}

bool shard_takes(Shard shard, size_t index) {
    return (index - 1) % shard.count == shard.number - 1;
}
