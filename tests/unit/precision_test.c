/* What is made of the record of right and wrong facts. */
#include "precision.h"

#include "check.h"

#include <stdlib.h>
#include <unistd.h>

static Arena arena;
static char told[1024];

static void keep(void *context, const char *message) {
    (void)context;
    snprintf(told + strlen(told), sizeof told - strlen(told), "%s\n", message);
}

/* Loads the table from a folder of its own; without a table when it is NULL. */
static Status load(const char *table, Ruleset *rules) {
    char folder[] = "/tmp/precision-XXXXXX";
    char path[64];
    Texts folders = {0};
    Diag diag = {.sink = keep};
    told[0] = '\0';
    if (!mkdtemp(folder)) {
        return DATELINE_IO;
    }
    snprintf(path, sizeof path, "%s/precision.tsv", folder);
    FILE *file = table ? fopen(path, "w") : NULL;
    if (file) {
        fputs(table, file);
        fclose(file);
    }
    *VECTOR_PUSH(&arena, &folders) = text_copy(&arena, text_from(folder));
    Status status = precision_load(&folders, &arena, &diag, rules);
    unlink(path);
    rmdir(folder);
    return status;
}

static Ruleset two_rules(void) {
    Ruleset rules = {0};
    *VECTOR_PUSH(&arena, &rules.rules) = (Rule){.id = TEXT("tea-served")};
    *VECTOR_PUSH(&arena, &rules.rules) = (Rule){.id = TEXT("tea-spilt")};
    return rules;
}

static void records(void) {
    Ruleset rules = two_rules();
    CHECK_EQUAL(load("rule\tjudged\tright\ntea-served\t9\t8\ntea-gone\t3\t3\n", &rules), DATELINE_OK);
    CHECK_EQUAL(rules.rules.items[0].judged, 9);
    CHECK_EQUAL(rules.rules.items[0].right, 8);
    CHECK_EQUAL(rules.rules.items[1].judged, 0);
    CHECK_EQUAL(load(NULL, &rules), DATELINE_OK);
}

static void mistakes(void) {
    Ruleset rules = two_rules();
    CHECK_EQUAL(load("rule\tjudged\tright\ntea-served\tnine\t8\ntea-spilt\t4\t-1\n", &rules), DATELINE_RULES);
    CHECK(strstr(told, "precision.tsv:2:12: \"nine\" is no number of facts") != NULL);
    CHECK(strstr(told, "precision.tsv:3:13: \"-1\" is no number of facts") != NULL);
    CHECK_EQUAL(load("rule\tjudged\tright\ntea-served\t3\t4\n", &rules), DATELINE_RULES);
    CHECK(strstr(told, "precision.tsv:2:14: more are right than were judged") != NULL);
    CHECK_EQUAL(load("rule\tjudged\ntea-served\t3\n", &rules), DATELINE_RULES);
    CHECK(strstr(told, "the column \"right\" is missing") != NULL);
}

static Text confidence(int judged, int right, int other_judged, int other_right) {
    Rule rules[] = {{.judged = judged, .right = right}, {.judged = other_judged, .right = other_right}};
    Event event = {0};
    for (size_t i = 0; i < 2; i++) {
        *VECTOR_PUSH(&arena, &event.evidence) = (Evidence){.rule = &rules[i]};
    }
    return precision_of(&event, &arena);
}

static void confidences(void) {
    CHECK_TEXT(confidence(0, 0, 0, 0), "");
    CHECK_TEXT(confidence(4, 4, 4, 4), "");
    CHECK_TEXT(confidence(5, 5, 0, 0), "0.86");
    CHECK_TEXT(confidence(8, 7, 20, 11), "0.80");
    CHECK_TEXT(confidence(6, 0, 0, 0), "0.13");
    CHECK_TEXT(confidence(4, 0, 30, 29), "0.94");
    CHECK_TEXT(confidence(5000, 5000, 0, 0), "0.99");
}

int main(void) {
    jmp_buf exhausted;
    if (setjmp(exhausted)) {
        return 2;
    }
    arena.exhausted = &exhausted;
    records();
    mistakes();
    confidences();
    arena_release(&arena);
    return check_report();
}
