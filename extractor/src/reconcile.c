/* Owns the talk with a reconciliation service and the file of its answers. It does not know what the names are of, nor
 * what an answer is worth.
 *
 * The cache has a line for each answer, with tabs between: the address of the service, the question, the answer, both
 * as JSON. The service's own description is the answer to an empty question. */
#include "reconcile.h"

#include "files.h"
#include "http.h"
#include "json.h"
#include "table.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { BATCH = 20, CANDIDATES = 5, SECONDS = 60, RETRIES = 5 };

struct Reconciler {
    ReconcileService service;
    Arena *arena;
    Diag *diag;
    Http *http;
    Table known; /* question -> index into answers */
    Texts answers;
    Text name;
    Text space;
    bool torn;  /* the cache ends within a line */
    bool asked; /* a request was sent, so that the next one waits */
};

/* ---- the cache ---- */

static void learn(Reconciler *reconciler, Text question, Text answer) {
    size_t index = table_put(&reconciler->known, reconciler->arena, question, reconciler->answers.count);
    if (index == reconciler->answers.count) {
        *VECTOR_PUSH(reconciler->arena, &reconciler->answers) = answer;
    }
}

/* Lines of other services, and one that was cut off, are passed over. */
static void learn_line(Reconciler *reconciler, Text line) {
    size_t first = text_find(line, TEXT("\t"));
    Text rest = first == SIZE_MAX ? TEXT("") : text_after(line, first + 1);
    size_t second = text_find(rest, TEXT("\t"));
    if (second != SIZE_MAX && text_equal(text_slice(line, 0, first), reconciler->service.url)) {
        JsonValue value;
        Text answer = text_after(rest, second + 1);
        if (json_read(answer, reconciler->arena, &value)) {
            learn(reconciler, text_slice(rest, 0, second), answer);
        }
    }
}

static Status load_cache(Reconciler *reconciler) {
    Text bytes;
    if (access(text_c_string(reconciler->arena, reconciler->service.cache), F_OK) != 0) {
        return DATELINE_OK;
    }
    TRY(file_read(reconciler->service.cache, reconciler->arena, reconciler->diag, &bytes));
    if (utf8_check(bytes) != SIZE_MAX) {
        diag_error(reconciler->diag, (Place){.file = reconciler->service.cache}, "not UTF-8");
        return DATELINE_IO;
    }
    reconciler->torn = bytes.length && bytes.at[bytes.length - 1] != '\n';
    while (bytes.length) {
        learn_line(reconciler, text_line(&bytes));
    }
    return DATELINE_OK;
}

/* On one line; a string has no line ends and no tabs of its own. */
static Text flattened(Reconciler *reconciler, Text json) {
    Text copy = text_copy(reconciler->arena, json);
    for (size_t i = 0; i < copy.length; i++) {
        char *c = (char *)copy.at + i;
        *c = *c == '\n' || *c == '\r' || *c == '\t' ? ' ' : *c;
    }
    return copy;
}

static Status keep(Reconciler *reconciler, const Texts *questions, const Texts *answers) {
    const char *path = text_c_string(reconciler->arena, reconciler->service.cache);
    FILE *file = fopen(path, "a");
    if (file && reconciler->torn) {
        fputc('\n', file);
        reconciler->torn = false;
    }
    for (size_t i = 0; file && i < questions->count; i++) {
        fprintf(file, "%.*s\t%.*s\t%.*s\n", TEXT_ARGS(reconciler->service.url), TEXT_ARGS(questions->items[i]),
                TEXT_ARGS(answers->items[i]));
    }
    bool good = file && !ferror(file);
    good = (!file || fclose(file) == 0) && good;
    if (!good) {
        diag_error(reconciler->diag, (Place){.file = reconciler->service.cache}, "%s", strerror(errno));
    }
    return good ? DATELINE_OK : DATELINE_IO;
}

/* ---- the service ---- */

static Status send(Reconciler *reconciler, const HttpRequest *request, JsonValue *out) {
    HttpReply reply;
    if (reconciler->asked) {
        nanosleep(&(struct timespec){.tv_sec = 1}, NULL);
    }
    reconciler->asked = true;
    TRY(http_send(reconciler->http, request, reconciler->arena, &reply));
    if (!http_is_success(&reply)) {
        return http_tell(&reply, reconciler->arena, reconciler->diag);
    }
    Text body = text_copy(reconciler->arena, reply.body);
    if (utf8_check(body) != SIZE_MAX || !json_read(body, reconciler->arena, out) || out->kind != JSON_OBJECT) {
        diag_error(reconciler->diag, (Place){.file = reconciler->service.url}, "the answer is no JSON object");
        return DATELINE_IO;
    }
    return DATELINE_OK;
}

static bool speaks_0_2(const JsonValue *manifest) {
    const JsonValue *versions = json_member(manifest, "versions");
    for (size_t i = 0; versions && versions->kind == JSON_ARRAY && i < versions->count; i++) {
        if (text_equal(versions->items[i].text, TEXT("0.2"))) {
            return true;
        }
    }
    return false;
}

static Status read_manifest(Reconciler *reconciler, const JsonValue *manifest) {
    reconciler->name = json_string(manifest, "name");
    reconciler->space = json_string(manifest, "identifierSpace");
    if (speaks_0_2(manifest) && reconciler->space.length) {
        return DATELINE_OK;
    }
    diag_error(reconciler->diag, (Place){.file = reconciler->service.url},
               "no service of the Reconciliation API 0.2: its description has no %s",
               reconciler->space.length ? "version 0.2" : "identifierSpace");
    return DATELINE_IO;
}

static Status get_manifest(Reconciler *reconciler) {
    size_t known = table_get(&reconciler->known, TEXT(""));
    JsonValue manifest;
    if (known != TABLE_NONE && json_read(reconciler->answers.items[known], reconciler->arena, &manifest)) {
        return read_manifest(reconciler, &manifest);
    }
    HttpRequest request = {
        .method = "GET", .url = reconciler->service.url, .accept = "application/json", .whole = true};
    TRY(send(reconciler, &request, &manifest));
    TRY(read_manifest(reconciler, &manifest));
    Text answer = flattened(reconciler, manifest.source);
    learn(reconciler, TEXT(""), answer);
    return keep(reconciler, &(Texts){.items = (Text[]){TEXT("")}, .count = 1}, &(Texts){.items = &answer, .count = 1});
}

static Status open_guarded(Reconciler *reconciler) {
    HttpOptions options = {.timeout = SECONDS, .retries = RETRIES, .patient = true};
    const char *fault = http_fault(reconciler->service.url);
    if (fault) {
        diag_error(reconciler->diag, (Place){.file = reconciler->service.url}, "%s", fault);
        return DATELINE_USAGE;
    }
    TRY(load_cache(reconciler));
    TRY(http_open(&options, reconciler->arena, reconciler->diag, &reconciler->http));
    return get_manifest(reconciler);
}

Status reconcile_open(const ReconcileService *service, Arena *arena, Diag *diag, Reconciler **out) {
    Reconciler *reconciler = ARENA_NEW(arena, Reconciler);
    *reconciler = (Reconciler){.service = *service, .arena = arena, .diag = diag};
    Status status = open_guarded(reconciler);
    *out = reconciler;
    if (status != DATELINE_OK) {
        reconcile_close(reconciler);
        *out = NULL;
    }
    return status;
}

void reconcile_close(Reconciler *reconciler) {
    if (reconciler) {
        http_close(reconciler->http);
    }
}

Text reconcile_name(const Reconciler *reconciler) {
    return reconciler->name;
}

Text reconcile_space(const Reconciler *reconciler) {
    return reconciler->space;
}

/* ---- questions and answers ---- */

static Text question_of(Reconciler *reconciler, Text name) {
    return text_format(reconciler->arena, "{\"query\":%.*s,\"limit\":%d}",
                       TEXT_ARGS(json_quoted(reconciler->arena, name)), CANDIDATES);
}

static Text form_of(Reconciler *reconciler, const Texts *questions) {
    Text all = TEXT("");
    for (size_t i = 0; i < questions->count; i++) {
        all = text_format(reconciler->arena, "%.*s%s\"q%zu\":%.*s", TEXT_ARGS(all), i ? "," : "{", i,
                          TEXT_ARGS(questions->items[i]));
    }
    Text escaped = http_escape(reconciler->arena, text_join(reconciler->arena, all, TEXT("}")));
    return text_join(reconciler->arena, TEXT("queries="), escaped);
}

static Status ask_batch(Reconciler *reconciler, const Texts *questions) {
    HttpRequest request = {.method = "POST",
                           .url = reconciler->service.url,
                           .content_type = "application/x-www-form-urlencoded",
                           .accept = "application/json",
                           .body = form_of(reconciler, questions),
                           .whole = true};
    JsonValue value;
    Texts answers = {0};
    TRY(send(reconciler, &request, &value));
    for (size_t i = 0; i < questions->count; i++) {
        char name[32];
        snprintf(name, sizeof name, "q%zu", i);
        const JsonValue *answer = json_member(&value, name);
        if (!json_member(answer, "result")) {
            diag_error(reconciler->diag, (Place){.file = reconciler->service.url}, "no answer to %.*s",
                       TEXT_ARGS(questions->items[i]));
            return DATELINE_IO;
        }
        *VECTOR_PUSH(reconciler->arena, &answers) = flattened(reconciler, answer->source);
        learn(reconciler, questions->items[i], answers.items[i]);
    }
    return keep(reconciler, questions, &answers);
}

static Status ask_unknown(Reconciler *reconciler, const Texts *questions) {
    Texts batch = {0};
    Table asked = {0};
    for (size_t i = 0; i < questions->count; i++) {
        Text question = questions->items[i];
        bool known = table_get(&reconciler->known, question) != TABLE_NONE;
        if (!known && table_put(&asked, reconciler->arena, question, i) == i) {
            *VECTOR_PUSH(reconciler->arena, &batch) = question;
        }
        if (batch.count == BATCH) {
            TRY(ask_batch(reconciler, &batch));
            batch.count = 0;
        }
    }
    return batch.count ? ask_batch(reconciler, &batch) : DATELINE_OK;
}

static ReconcileAnswer answer_of(Reconciler *reconciler, Text json) {
    JsonValue value;
    ReconcileAnswer answer = {0};
    size_t sure = 0;
    const JsonValue *results = json_read(json, reconciler->arena, &value) ? json_member(&value, "result") : NULL;
    for (size_t i = 0; results && results->kind == JSON_ARRAY && i < results->count; i++) {
        const JsonValue *match = json_member(&results->items[i], "match");
        if (match && match->kind == JSON_TRUE) {
            answer = (ReconcileAnswer){json_string(&results->items[i], "id"), json_string(&results->items[i], "name")};
            sure++;
        }
    }
    return sure == 1 ? answer : (ReconcileAnswer){0};
}

Status reconcile_ask(Reconciler *reconciler, const Texts *names, ReconcileAnswer *answers) {
    Texts questions = {0};
    for (size_t i = 0; i < names->count; i++) {
        *VECTOR_PUSH(reconciler->arena, &questions) = question_of(reconciler, names->items[i]);
    }
    TRY(ask_unknown(reconciler, &questions));
    for (size_t i = 0; i < names->count; i++) {
        size_t known = table_get(&reconciler->known, questions.items[i]);
        answers[i] = answer_of(reconciler, reconciler->answers.items[known]);
    }
    return DATELINE_OK;
}
