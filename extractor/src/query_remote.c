/* Owns the SPARQL 1.1 protocol: a query as a POST, its answer on to standard output piece by piece. It judges no query:
 * what the store does not understand it says itself. */
#include "query_remote.h"

#include "outfile.h"
#include "query_answer.h"
#include "query_prefixes.h"

#include <string.h>

typedef enum Form { FORM_NONE, FORM_SELECT, FORM_ASK, FORM_GRAPH } Form;

/* A question that is being asked, and what becomes of its answer. */
typedef struct Asking {
    const dateline_question *question;
    Text endpoint;
    Form form;
    Arena *arena;
    Arena page; /* one solution */
    Diag *diag;
    Http *http;
    FILE *stream;
    Answer answer; /* for a table: all of it */
    size_t written;
    bool enough;
    Status status; /* of it all; here, as a jump keeps it */
} Asking;

/* ---- the request ---- */

Status query_send(Http *http, Text endpoint, Text query, const char *accept, bool whole, Arena *arena, Diag *diag,
                  HttpReply *out) {
    HttpRequest request = {.method = "POST",
                           .url = endpoint,
                           .content_type = "application/x-www-form-urlencoded",
                           .accept = accept,
                           .body = text_join(arena, TEXT("query="), http_escape(arena, query)),
                           .whole = whole};
    TRY(http_send(http, &request, arena, out));
    return http_is_success(out) ? DATELINE_OK : http_tell(out, arena, diag);
}

Status query_check_json(Text endpoint, const HttpReply *reply, Diag *diag) {
    if (text_contains(reply->content_type, TEXT("json"))) {
        return DATELINE_OK;
    }
    diag_error(diag, (Place){.file = endpoint},
               "the answer is of type '%.*s', and no answer to a SPARQL query: this is no SPARQL endpoint",
               TEXT_ARGS(reply->content_type));
    return DATELINE_IO;
}

static Form form_of(const SparqlTokens *tokens) {
    static const struct {
        const char *word;
        Form form;
    } FORMS[] = {{"SELECT", FORM_SELECT}, {"ASK", FORM_ASK}, {"CONSTRUCT", FORM_GRAPH}, {"DESCRIBE", FORM_GRAPH}};
    for (size_t i = 0; i < tokens->count; i++) {
        for (size_t k = 0; k < sizeof FORMS / sizeof *FORMS; k++) {
            if (sparql_is_word(&tokens->items[i], FORMS[k].word)) {
                return FORMS[k].form;
            }
        }
    }
    return FORM_NONE;
}

/* Is this a query that the store can be asked for no more rows than wanted? Others are read only so far. */
static bool may_add_limit(const SparqlTokens *tokens) {
    for (size_t i = 0; i < tokens->count; i++) {
        const SparqlToken *token = &tokens->items[i];
        if (token->parent == SPARQL_NONE && (sparql_is_word(token, "LIMIT") || sparql_is_word(token, "VALUES"))) {
            return false;
        }
    }
    return true;
}

static Status refuse(Text path, Diag *diag, const char *why) {
    diag_error(diag, (Place){.file = path}, "%s", why);
    return DATELINE_USAGE;
}

static Status check_form(Text path, Form form, const dateline_question *question, Diag *diag) {
    bool wants_graph = question->form == DATELINE_ANSWER_TURTLE || question->form == DATELINE_ANSWER_NTRIPLES;
    if (form == FORM_NONE) {
        return refuse(path, diag, "not a SELECT, ASK, CONSTRUCT or DESCRIBE query");
    }
    if (form == FORM_GRAPH && !wants_graph && question->form != DATELINE_ANSWER_TABLE) {
        return refuse(path, diag, "a CONSTRUCT makes a graph: turtle or ntriples");
    }
    if (form == FORM_GRAPH && question->limit) {
        return refuse(path, diag, "a CONSTRUCT has no rows to limit");
    }
    return form != FORM_GRAPH && wants_graph ? refuse(path, diag, "only a CONSTRUCT makes a graph: table, csv or json")
                                             : DATELINE_OK;
}

/* ---- rows ---- */

static Status on_boolean(void *context, bool truth) {
    Asking *asking = context;
    asking->answer.is_boolean = true;
    asking->answer.boolean = truth;
    return DATELINE_OK;
}

/* Virtuoso answers an ASK as it would a SELECT, with one row of 1 or 0. */
static Status on_columns(void *context, const Texts *columns) {
    Asking *asking = context;
    if (asking->form == FORM_ASK) {
        return on_boolean(context, false);
    }
    asking->answer.columns = *columns;
    if (asking->question->form == DATELINE_ANSWER_CSV) {
        answer_csv_columns(asking->stream, columns);
    } else if (asking->question->form == DATELINE_ANSWER_JSON) {
        answer_json_columns(asking->stream, columns);
    }
    return DATELINE_OK;
}

static void keep_solution(Asking *asking, const Cell *cells) {
    for (size_t i = 0; i < asking->answer.columns.count; i++) {
        Cell *kept = VECTOR_PUSH(asking->arena, &asking->answer.cells);
        *kept = cells[i];
        kept->term.text = text_copy(asking->arena, cells[i].term.text);
    }
    asking->answer.solutions++;
}

static Status on_solution(void *context, const Texts *columns, const Cell *cells) {
    Asking *asking = context;
    if (asking->form == FORM_ASK) {
        Text truth = columns->count ? cells[0].term.text : (Text){0};
        return on_boolean(context, text_equal(truth, TEXT("1")) || text_equal(truth, TEXT("true")));
    }
    if (asking->enough) {
        return DATELINE_OK;
    }
    if (asking->question->form == DATELINE_ANSWER_CSV) {
        answer_csv_solution(asking->stream, columns, cells);
    } else if (asking->question->form == DATELINE_ANSWER_JSON) {
        answer_json_solution(asking->stream, columns, asking->written, cells);
    } else {
        keep_solution(asking, cells);
    }
    asking->written++;
    asking->enough = asking->question->limit && asking->written == asking->question->limit;
    return ferror(asking->stream) ? DATELINE_IO : DATELINE_OK;
}

static Status read_rows(Asking *asking) {
    ResultsListener listener = {on_columns, on_solution, on_boolean, asking};
    Results *results = results_open(listener, asking->endpoint, asking->arena, &asking->page, asking->diag);
    for (bool more = true; more;) {
        Text piece;
        TRY(http_read(asking->http, &piece));
        TRY(results_feed(results, piece));
        more = piece.length && !asking->enough;
    }
    return asking->enough ? DATELINE_OK : results_end(results);
}

/* What could not be written as it came. */
static Status write_rest(const Asking *asking) {
    if (asking->answer.is_boolean || asking->question->form == DATELINE_ANSWER_TABLE) {
        return answer_write(asking->arena, asking->diag, asking->question->form, &asking->answer);
    }
    if (asking->question->form == DATELINE_ANSWER_JSON) {
        answer_json_end(asking->stream);
    }
    return DATELINE_OK;
}

/* ---- graphs ---- */

static Status pass_on_graph(const Asking *asking, const HttpReply *reply) {
    bool is_graph =
        text_contains(reply->content_type, TEXT("turtle")) || text_contains(reply->content_type, TEXT("n-triples"));
    if (!is_graph) {
        diag_error(asking->diag, (Place){.file = asking->endpoint},
                   "the answer is of type '%.*s', and no graph that was asked for", TEXT_ARGS(reply->content_type));
        return DATELINE_IO;
    }
    for (bool more = true; more;) {
        Text piece;
        TRY(http_read(asking->http, &piece));
        fwrite(piece.at, 1, piece.length, asking->stream);
        more = piece.length && !ferror(asking->stream);
    }
    return DATELINE_OK;
}

/* ---- the whole ---- */

static Status pass_on(Asking *asking, Text text) {
    bool ntriples = asking->question->form == DATELINE_ANSWER_NTRIPLES;
    const char *graph = ntriples ? "application/n-triples" : "text/turtle";
    const char *accept = asking->form == FORM_GRAPH ? graph : QUERY_JSON;
    HttpReply reply;
    TRY(query_send(asking->http, asking->endpoint, text, accept, false, asking->arena, asking->diag, &reply));
    if (asking->form == FORM_GRAPH) {
        return pass_on_graph(asking, &reply);
    }
    TRY(query_check_json(asking->endpoint, &reply, asking->diag));
    TRY(read_rows(asking));
    return write_rest(asking);
}

static Status ask(Asking *asking, Text path, Text text) {
    const dateline_question *question = asking->question;
    HttpOptions options = {.user = question->user ? text_from(question->user) : (Text){0},
                           .password_file = question->password_file ? text_from(question->password_file) : (Text){0},
                           .timeout = question->timeout,
                           .retries = question->retries};
    const char *fault = http_fault(asking->endpoint);
    SparqlTokens tokens = {0};
    OutFile out;
    if (fault) {
        return refuse(asking->endpoint, asking->diag, fault);
    }
    TRY(sparql_tokens(path, text, asking->arena, asking->diag, &tokens));
    asking->form = form_of(&tokens);
    asking->answer.shorthands = query_prefixes(&tokens, asking->arena);
    TRY(check_form(path, asking->form, question, asking->diag));
    if (question->limit && asking->form == FORM_SELECT && may_add_limit(&tokens)) {
        text = text_format(asking->arena, "%.*s\nLIMIT %zu\n", TEXT_ARGS(text), question->limit);
    }
    TRY(http_open(&options, asking->arena, asking->diag, &asking->http));
    TRY(outfile_open(TEXT("-"), asking->diag, &out));
    asking->stream = out.stream;
    Status status = pass_on(asking, text);
    Status closed = outfile_close(&out, asking->diag);
    return closed > status ? closed : status;
}

Status query_remote(Text path, Text text, const dateline_question *question, Arena *arena, Diag *diag) {
    jmp_buf exhausted;
    jmp_buf *outer = arena->exhausted;
    Asking asking = {.question = question, .endpoint = text_from(question->endpoint), .arena = arena, .diag = diag};
    asking.status = DATELINE_MEMORY;
    arena->exhausted = &exhausted;
    asking.page.exhausted = &exhausted;
    if (setjmp(exhausted) == 0) {
        asking.status = ask(&asking, path, text);
    }
    arena->exhausted = outer;
    http_close(asking.http);
    arena_release(&asking.page);
    return asking.status;
}
