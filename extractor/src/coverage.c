/* Counts facts by the rule that found them. Knows nothing of what they say. */
#include "coverage.h"

#include <stdlib.h>

typedef struct RuleCount {
    const Rule *rule;
    size_t facts;
} RuleCount;

static Status count_article(void *context, const Tools *tools, Matcher *matcher, const Document *document, Arena *page,
                            Diag *diag) {
    size_t *counts = context;
    Facts facts = {0};
    TRY(pipeline_facts(tools, matcher, document, NULL, page, diag, &facts));
    for (size_t i = 0; i < facts.count; i++) {
        counts[facts.items[i].rule - tools->rules->rules.items]++;
    }
    return DATELINE_OK;
}

Status coverage_count(const Tools *tools, const ReaderOptions *input, Arena *page, Diag *diag, size_t *counts) {
    return pipeline_visit(tools, input, page, diag, count_article, counts);
}

static int compare(const void *a, const void *b) {
    const RuleCount *first = a;
    const RuleCount *second = b;
    if (first->facts != second->facts) {
        return first->facts > second->facts ? -1 : 1;
    }
    return text_compare(first->rule->id, second->rule->id);
}

void coverage_print(const Ruleset *rules, const size_t *counts, Arena *arena, FILE *out) {
    RuleCount *sorted = ARENA_ARRAY(arena, RuleCount, rules->rules.count + 1);
    size_t silent = 0;
    for (size_t i = 0; i < rules->rules.count; i++) {
        sorted[i] = (RuleCount){&rules->rules.items[i], counts[i]};
        silent += counts[i] == 0;
    }
    qsort(sorted, rules->rules.count, sizeof *sorted, compare);
    for (size_t i = 0; i < rules->rules.count; i++) {
        const Rule *rule = sorted[i].rule;
        fprintf(out, "%8zu  %.*s  %.*s:%zu\n", sorted[i].facts, TEXT_ARGS(rule->id), TEXT_ARGS(rule->file->path),
                rule->block->line);
    }
    fprintf(out, "%zu rules, %zu of them never fire\n", rules->rules.count, silent);
}
