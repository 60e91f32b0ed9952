/* Owns the record of how often rules were right, and what is concluded from it. It does not know how facts were judged.
 */
#include "precision.h"

#include "files.h"
#include "numeral.h"
#include "tsv.h"

#include <unistd.h>

enum { ENOUGH = 5 }; /* judged facts, below which nothing is said */

static Rule *find_rule(Ruleset *rules, Text id) {
    for (size_t i = 0; i < rules->rules.count; i++) {
        if (text_equal(rules->rules.items[i].id, id)) {
            return &rules->rules.items[i];
        }
    }
    return NULL;
}

static bool read_count(Tsv *tsv, size_t column, int *out) {
    Text cell = tsv->cells.items[column];
    Numeral numeral;
    bool whole = cell.length && numeral_arabic(cell, 0, &numeral) == cell.length && ratio_whole(numeral.value, out);
    if (!whole) {
        diag_error(tsv->diag, tsv_place(tsv, cell), "\"%.*s\" is no number of facts", TEXT_ARGS(cell));
    }
    return whole;
}

static void read_row(Tsv *tsv, const size_t columns[3], Ruleset *rules) {
    int judged;
    int right;
    Rule *rule = find_rule(rules, tsv->cells.items[columns[0]]);
    if (!read_count(tsv, columns[1], &judged) || !read_count(tsv, columns[2], &right)) {
        return;
    }
    if (right > judged) {
        diag_error(tsv->diag, tsv_place(tsv, tsv->cells.items[columns[2]]), "more are right than were judged");
    } else if (rule) {
        rule->judged = judged;
        rule->right = right;
    }
}

static void read_table(Text path, Text bytes, Arena *arena, Diag *diag, Ruleset *rules) {
    static const char *const names[] = {"rule", "judged", "right"};
    size_t columns[sizeof names / sizeof *names];
    Tsv tsv;
    if (!tsv_open(&tsv, path, bytes, arena, diag)) {
        return;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        columns[i] = tsv_column(&tsv, text_from(names[i]));
        if (columns[i] == SIZE_MAX) {
            diag_error(diag, tsv_place(&tsv, tsv.row), "the column \"%s\" is missing", names[i]);
            return;
        }
    }
    while (tsv_next(&tsv)) {
        read_row(&tsv, columns, rules);
    }
}

Status precision_load(const Texts *folders, Arena *arena, Diag *diag, Ruleset *rules) {
    size_t errors = diag->errors;
    for (size_t i = 0; i < folders->count; i++) {
        Text path = text_format(arena, "%.*s/precision.tsv", TEXT_ARGS(folders->items[i]));
        Text bytes;
        if (access(text_c_string(arena, path), F_OK) == 0) {
            TRY(file_read(path, arena, diag, &bytes));
            read_table(path, bytes, arena, diag, rules);
        }
    }
    return diag->errors == errors ? DATELINE_OK : DATELINE_RULES;
}

Text precision_of(const Event *event, Arena *arena) {
    int best = 0; /* in hundredths */
    for (size_t i = 0; i < event->evidence.count; i++) {
        const Rule *rule = event->evidence.items[i].rule;
        int share = (100 * (rule->right + 1) + (rule->judged + 2) / 2) / (rule->judged + 2);
        best = rule->judged >= ENOUGH && share > best ? share : best;
    }
    return best ? text_format(arena, "0.%02d", best > 99 ? 99 : best) : TEXT("");
}
