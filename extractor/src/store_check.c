/* Owns the check behind a load: the claims that were sent, and the questions whether they are there. The claims are
 * kept in a file, as there may be millions. It does not know how they were sent. */
#include "store_check.h"

#include "query_term.h"
#include "table.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define CLAIM "<https://w3id.org/dateline/ontology#Claim>"

enum { CLAIMS_AT_ONCE = 200, MOST_TOLD = 5 };

typedef struct Round {
    Text endpoint;
    Arena *arena;
    Diag *diag;
    Texts expected; /* "graph\tclaim" */
    Table found;
    size_t missing; /* of all rounds */
} Round;

static Status fail(Diag *diag) {
    diag_error(diag, (Place){.file = TEXT("the file of claims to check")}, "%s", strerror(errno));
    return DATELINE_IO;
}

Status check_open(Check *check, Diag *diag) {
    *check = (Check){.claims = tmpfile()};
    return check->claims ? DATELINE_OK : fail(diag);
}

void check_close(Check *check) {
    if (check->claims) {
        fclose(check->claims);
    }
    check->claims = NULL;
}

Status check_add(Check *check, Text graph, Text claim, Diag *diag) {
    check->count++;
    return fprintf(check->claims, "%.*s\t%.*s\n", TEXT_ARGS(graph), TEXT_ARGS(claim)) > 0 ? DATELINE_OK : fail(diag);
}

/* ---- asking ---- */

static Status on_columns(void *context, const Texts *columns) {
    (void)context;
    (void)columns;
    return DATELINE_OK;
}

static Status on_boolean(void *context, bool truth) {
    (void)context;
    (void)truth;
    return DATELINE_OK;
}

/* The last column is the claim, the one before it, if there is one, the graph. */
static Status on_solution(void *context, const Texts *columns, const Cell *cells) {
    Round *round = context;
    Text claim = columns->count ? cells[columns->count - 1].term.text : (Text){0};
    Text graph = columns->count > 1 ? cells[0].term.text : (Text){0};
    Text key = text_format(round->arena, "%.*s\t%.*s", TEXT_ARGS(graph), TEXT_ARGS(claim));
    table_put(&round->found, round->arena, key, 0);
    return DATELINE_OK;
}

static Status ask(Round *round, Http *http, Text query) {
    HttpReply reply;
    Arena page = {.exhausted = round->arena->exhausted};
    ResultsListener listener = {on_columns, on_solution, on_boolean, round};
    TRY(query_send(http, round->endpoint, query, QUERY_JSON, true, round->arena, round->diag, &reply));
    TRY(query_check_json(round->endpoint, &reply, round->diag));
    Results *results = results_open(listener, round->endpoint, round->arena, &page, round->diag);
    Status status = results_feed(results, reply.body);
    status = status == DATELINE_OK ? results_end(results) : status;
    arena_release(&page);
    return status;
}

Status check_endpoint(Http *http, Text endpoint, Arena *arena, Diag *diag) {
    Round round = {.endpoint = endpoint, .arena = arena, .diag = diag};
    return ask(&round, http, TEXT("SELECT ?c WHERE { ?c a " CLAIM " } LIMIT 1"));
}

/* ---- in rounds ---- */

static Text graph_of(Text key) {
    return text_slice(key, 0, text_find(key, TEXT("\t")));
}

static Text claim_of(Text key) {
    return text_after(key, text_find(key, TEXT("\t")) + 1);
}

/* Graphs are asked for, not given: Virtuoso takes minutes over VALUES of two columns. */
static Text query_of(const Round *round) {
    bool named = graph_of(round->expected.items[0]).length > 0;
    Bytes query = {0};
    bytes_put(round->arena, &query,
              named ? TEXT("SELECT DISTINCT ?g ?c WHERE { VALUES ?c {\n")
                    : TEXT("SELECT DISTINCT ?c WHERE { VALUES ?c {\n"));
    for (size_t i = 0; i < round->expected.count; i++) {
        query_put_iri(round->arena, &query, claim_of(round->expected.items[i]));
        bytes_put(round->arena, &query, TEXT("\n"));
    }
    bytes_put(round->arena, &query, named ? TEXT("} GRAPH ?g { ?c a " CLAIM " } }") : TEXT("} ?c a " CLAIM " }"));
    return (Text){query.items, query.count};
}

static Status finish_round(Round *round, Http *http) {
    if (round->expected.count == 0) {
        return DATELINE_OK;
    }
    TRY(ask(round, http, query_of(round)));
    for (size_t i = 0; i < round->expected.count; i++) {
        Text key = round->expected.items[i];
        if (table_get(&round->found, key) != TABLE_NONE) {
            continue;
        }
        if (round->missing++ < MOST_TOLD) {
            diag_error(round->diag, (Place){.file = round->endpoint}, "this claim was sent and is not there: %.*s",
                       TEXT_ARGS(claim_of(key)));
        }
    }
    round->expected = (Texts){0};
    round->found = (Table){0};
    arena_reset(round->arena);
    return DATELINE_OK;
}

/* All of a round are in the default graph, or none. */
static Status add_to_round(Round *round, Http *http, Text key) {
    bool other =
        round->expected.count && (graph_of(key).length == 0) != (graph_of(round->expected.items[0]).length == 0);
    if (other || round->expected.count == CLAIMS_AT_ONCE) {
        TRY(finish_round(round, http));
    }
    *VECTOR_PUSH(round->arena, &round->expected) = text_copy(round->arena, key);
    return DATELINE_OK;
}

Status check_run(Check *check, Http *http, Text endpoint, Arena *arena, Diag *diag, size_t *missing) {
    Arena own = {.exhausted = arena->exhausted};
    Round round = {.endpoint = endpoint, .arena = &own, .diag = diag};
    char *line = NULL;
    size_t capacity = 0;
    Status status = DATELINE_OK;
    rewind(check->claims);
    for (ssize_t length; status == DATELINE_OK && (length = getline(&line, &capacity, check->claims)) > 0;) {
        status = add_to_round(&round, http, (Text){line, (size_t)length - 1});
    }
    status = status == DATELINE_OK ? finish_round(&round, http) : status;
    *missing = round.missing;
    free(line);
    arena_release(&own);
    return status;
}
