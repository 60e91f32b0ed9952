/* Owns a load from the first question to the store to the last: which graph a statement goes to, what is sent together,
 * and what the store must say to it. How statements are read, kept in mind and checked is for the other store files. */
#include "store.h"

#include "http.h"
#include "store_batch.h"
#include "store_check.h"
#include "store_journal.h"
#include "store_source.h"
#include "table.h"
#include "terms.h"

#include <string.h>

#define CLAIM "https://w3id.org/dateline/ontology#Claim"

/* An update is a text that the store compiles, and compilers have bounds. */
enum { MOST_IN_GRAPH = 10000, MOST_IN_UPDATE = 1000, MOST_BYTES = 4 * 1024 * 1024 };

typedef struct Load {
    const Tools *tools;
    const dateline_store *store;
    dateline_loaded *result;
    Arena arena;   /* lasts as long as the load */
    Arena scratch; /* a request */
    Arena *page;
    Diag *diag;
    Text endpoint;
    Text query_endpoint;
    Http *http;
    Batch batch;
    Journal journal;
    Check check;
    Table begun; /* graphs that were begun anew */
    bool skipped;
    Status status; /* of it all; here, as a jump keeps it */
} Load;

/* ---- sending ---- */

static const Segment *segment_at(const Load *load, size_t at) {
    const Segment *segment = load->batch.segments.items;
    while (segment->end <= at) {
        segment++;
    }
    return segment;
}

static HttpRequest update_of(Load *load, size_t begin, size_t end) {
    return (HttpRequest){.method = "POST",
                         .url = load->endpoint,
                         .content_type = "application/sparql-update",
                         .accept = "*/*",
                         .body = batch_update(&load->batch, begin, end),
                         .whole = true};
}

static HttpRequest graph_of(Load *load, size_t begin, size_t end) {
    Arena *arena = &load->batch.arena;
    const Segment *segment = segment_at(load, begin);
    const char *separator = text_contains(load->endpoint, TEXT("?")) ? "&" : "?";
    Text graph =
        segment->graph.length ? text_join(arena, TEXT("graph="), http_escape(arena, segment->graph)) : TEXT("default");
    return (HttpRequest){.method = segment->anew && begin == segment->begin ? "PUT" : "POST",
                         .url =
                             text_format(arena, "%.*s%s%.*s", TEXT_ARGS(load->endpoint), separator, TEXT_ARGS(graph)),
                         .content_type = "text/turtle",
                         .accept = "*/*",
                         .body = batch_turtle(&load->batch, begin, end),
                         .whole = true};
}

/* What is too large for the store goes in halves. */
static Status send_lines(Load *load, size_t begin, size_t end) {
    enum { TOO_LARGE = 413 };
    HttpReply reply;
    HttpRequest request = load->store->update ? update_of(load, begin, end) : graph_of(load, begin, end);
    TRY(http_send(load->http, &request, &load->batch.arena, &reply));
    size_t middle = batch_middle(&load->batch, begin, end);
    if (reply.status == TOO_LARGE && middle < end) {
        TRY(send_lines(load, begin, middle));
        return send_lines(load, middle, end);
    }
    load->result->requests++;
    return http_is_success(&reply) ? DATELINE_OK : http_tell(&reply, &load->batch.arena, load->diag);
}

static Status flush(Load *load) {
    bool taken;
    if (load->batch.statements == 0) {
        return DATELINE_OK;
    }
    Text digest = batch_digest(&load->batch);
    TRY(journal_next(&load->journal, digest, &taken));
    if (taken) {
        load->result->taken_before += load->batch.statements;
    } else {
        TRY(send_lines(load, 0, load->batch.lines.count));
        TRY(journal_keep(&load->journal, digest));
        load->result->statements += load->batch.statements;
    }
    batch_clear(&load->batch);
    return DATELINE_OK;
}

/* ---- batches ---- */

/* A statement of `graph` may not join those that wait: a request of the graph store protocol has one graph, and what
 * takes the place of an article does so at once. */
static bool is_full(const Load *load, Text graph) {
    const Batch *batch = &load->batch;
    if (batch->segments.count == 0) {
        return false;
    }
    bool same = text_equal(batch->segments.items[batch->segments.count - 1].graph, graph);
    size_t most = load->store->update ? MOST_IN_UPDATE : MOST_IN_GRAPH;
    bool large = batch->statements >= most || batch->lines.count >= MOST_BYTES;
    return (!same && !load->store->update) || (large && !(same && load->store->replace));
}

/* Is this the first of a graph that is to be begun anew? */
static bool begins(Load *load, Text graph) {
    bool anew = load->store->put || load->store->replace;
    if (!anew || table_get(&load->begun, graph) != TABLE_NONE) {
        return false;
    }
    table_put(&load->begun, &load->arena, text_copy(&load->arena, graph), 0);
    return true;
}

static Status add(Load *load, Text graph, const Triple *triple) {
    if (is_full(load, graph)) {
        TRY(flush(load));
    }
    batch_add(&load->batch, graph, begins(load, graph), triple);
    bool is_claim = term_is(triple->predicate, RDF_NS "type") && term_is(triple->object, CLAIM);
    return is_claim ? check_add(&load->check, graph, triple->subject.text, load->diag) : DATELINE_OK;
}

/* ---- graphs ---- */

/* The graph of the month of an article: "…/article/1956-03-31-…" is in "…/month/1956-03", an article of a year in that
 * of the year. */
static Text month_of(Text article, Arena *arena) {
    static const char FOLDER[] = "/article/";
    enum { YEAR = 4, MONTH = 7 };
    size_t folder = text_find(article, text_from(FOLDER));
    Text key = folder == SIZE_MAX ? (Text){0} : text_after(article, folder + sizeof FOLDER - 1);
    bool has_year = key.length > YEAR && key.at[YEAR] == '-';
    bool has_month = has_year && key.length > MONTH && key.at[MONTH] == '-';
    Text base = text_slice(article, 0, folder == SIZE_MAX ? 0 : folder);
    return has_year ? text_format(arena, "%.*s/month/%.*s", TEXT_ARGS(base), has_month ? MONTH : YEAR, key.at)
                    : (Text){0};
}

static Status find_graph(const Load *load, Text source, Text name, bool is_quad, Arena *arena, Text *out) {
    dateline_graphs graphs = load->store->graphs;
    if (load->store->graph) {
        *out = text_from(load->store->graph);
        return DATELINE_OK;
    }
    if (graphs == DATELINE_GRAPHS_AS_THEY_ARE) {
        *out = is_quad ? name : (Text){0};
        return DATELINE_OK;
    }
    *out = graphs == DATELINE_GRAPH_PER_MONTH ? month_of(name, arena) : name;
    if (out->length == 0) {
        diag_error(load->diag, (Place){.file = source},
                   "it does not say which article a statement is from: articles themselves do, and N-Quads");
        return DATELINE_USAGE;
    }
    return DATELINE_OK;
}

/* A blank node would be another one each time that it is sent. */
static const char *fault_of(const Triple *triple) {
    if (triple->subject.kind == TERM_BLANK || triple->object.kind == TERM_BLANK) {
        return "has a blank node, which no two loads would call the same";
    }
    const char *fault = term_fault_iri(triple->subject.text);
    fault = fault ? fault : term_fault_iri(triple->predicate.text);
    fault = fault || triple->object.kind == TERM_LITERAL ? fault : term_fault_iri(triple->object.text);
    return fault || triple->object.datatype.length == 0 ? fault : term_fault_iri(triple->object.datatype);
}

static Status take(void *context, Text source, const Triples *triples, Text name, bool is_quad, Arena *page) {
    Load *load = context;
    Text graph;
    TRY(find_graph(load, source, name, is_quad, page, &graph));
    for (size_t i = 0; i < triples->count; i++) {
        const Triple *triple = &triples->items[i];
        const char *fault = fault_of(triple);
        if (fault) {
            diag_error(load->diag, (Place){.file = source}, "a statement of %.*s %s; it is left out",
                       TEXT_ARGS(triple->subject.text), fault);
            load->skipped = true;
        } else {
            TRY(add(load, graph, triple));
        }
    }
    return DATELINE_OK;
}

/* ---- the whole ---- */

static Status check_address(const Load *load, Text url) {
    const char *fault = http_fault(url);
    if (fault) {
        diag_error(load->diag, (Place){.file = url}, "%s", fault);
    }
    return fault ? DATELINE_USAGE : DATELINE_OK;
}

static Status check_settings(const Load *load) {
    const dateline_store *store = load->store;
    const char *fault = store->graph ? term_fault_iri(text_from(store->graph)) : NULL;
    if (fault) {
        diag_error(load->diag, (Place){0}, "the graph '%s' %s", store->graph, fault);
        return DATELINE_USAGE;
    }
    if (store->replace && store->graphs != DATELINE_GRAPH_PER_ARTICLE) {
        diag_error(load->diag, (Place){0}, "only articles in graphs of their own can be replaced: --graph-per article");
        return DATELINE_USAGE;
    }
    TRY(check_address(load, load->endpoint));
    return check_address(load, load->query_endpoint);
}

static Status open_journal(Load *load) {
    const dateline_store *store = load->store;
    Text settings = text_format(&load->arena, "%s\n%s\n%d %d %d %d", store->endpoint, store->graph ? store->graph : "",
                                (int)store->graphs, (int)store->put, (int)store->update, (int)store->replace);
    Text path = store->journal ? text_from(store->journal) : TEXT("dateline.journal");
    return journal_open(&load->journal, path, settings, &load->arena, load->diag);
}

static Status open_http(Load *load) {
    const dateline_store *store = load->store;
    HttpOptions options = {.user = store->user ? text_from(store->user) : (Text){0},
                           .password_file = store->password_file ? text_from(store->password_file) : (Text){0},
                           .timeout = store->timeout,
                           .retries = store->retries,
                           .patient = true};
    TRY(http_open(&options, &load->arena, load->diag, &load->http));
    Status status = check_endpoint(load->http, load->query_endpoint, &load->scratch, load->diag);
    if (status == DATELINE_IO && !store->query_endpoint) {
        diag_error(load->diag, (Place){.file = load->endpoint},
                   "what arrives is asked for at this address too: if queries have another, --query-endpoint names it");
    }
    return status;
}

static Status read_paths(Load *load, const char *const *paths, size_t count) {
    StoreSource source = {load->tools, load->page, load->diag, take, load};
    for (size_t i = 0; i < count; i++) {
        Status status = store_source_read(&source, text_from(paths[i]));
        load->skipped = load->skipped || status == DATELINE_SKIPPED;
        if (status != DATELINE_OK && status != DATELINE_SKIPPED) {
            return status;
        }
    }
    return flush(load);
}

static Status run(Load *load, const char *const *paths, size_t count) {
    TRY(check_settings(load));
    TRY(check_open(&load->check, load->diag));
    TRY(open_journal(load));
    TRY(open_http(load));
    TRY(read_paths(load, paths, count));
    load->result->claims = load->check.count;
    return check_run(&load->check, load->http, load->query_endpoint, &load->scratch, load->diag,
                     &load->result->missing);
}

/* What the journal is good for after the load: to go on from, unless all of it was sent. */
static void finish(Load *load) {
    const Journal *journal = &load->journal;
    bool all_sent = load->status == DATELINE_OK;
    bool begun = journal->file && !journal->reading; /* else it is another load's, or says what is there no more */
    if (!all_sent && begun && journal->taken) {
        diag_warning(load->diag, (Place){.file = journal->path},
                     "%zu batches have been taken: the same command goes on behind them", journal->taken);
    }
    journal_close(&load->journal, all_sent || (begun && !journal->taken));
    if (load->status == DATELINE_OK && load->result->missing) {
        load->status = DATELINE_FAILED;
    } else if (load->status == DATELINE_OK && load->skipped) {
        load->status = DATELINE_SKIPPED;
    }
    http_close(load->http);
    check_close(&load->check);
    arena_release(&load->batch.arena);
    arena_release(&load->scratch);
    arena_release(&load->arena);
}

Status store_load(const Tools *tools, const dateline_store *store, const char *const *paths, size_t count, Arena *page,
                  Diag *diag, dateline_loaded *result) {
    jmp_buf exhausted;
    jmp_buf *outer = page->exhausted;
    Load load = {.tools = tools, .store = store, .result = result, .page = page, .diag = diag};
    load.endpoint = text_from(store->endpoint);
    load.query_endpoint = text_from(store->query_endpoint ? store->query_endpoint : store->endpoint);
    load.arena.exhausted = load.scratch.exhausted = load.batch.arena.exhausted = page->exhausted = &exhausted;
    load.status = DATELINE_MEMORY;
    if (setjmp(exhausted) == 0) {
        load.status = run(&load, paths, count);
    }
    page->exhausted = outer;
    finish(&load);
    return load.status;
}
