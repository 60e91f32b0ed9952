/* Owns librdf: graph files into a model in memory, a guarded SPARQL query over it, its answer out. It judges no query
 * (that is query_guard.c) and knows no vocabulary. Nothing is ever fetched from the network. */

#include "query.h"

#include "query_answer.h"
#include "query_text.h"
#include "table.h"
#include "terms.h"

#include <librdf.h>
#include <string.h>

#define BASE "https://w3id.org/dateline/"

/* What librdf holds for one query. */
typedef struct Engine {
    Arena *arena;
    Diag *diag;
    Text file;    /* what is being read */
    size_t first; /* errors told before it */
    librdf_world *world;
    librdf_storage *storage;
    librdf_model *model;
    librdf_uri *base;
    librdf_query *query;
    librdf_query_results *results;
    Table blanks;
    Status status; /* of it all; here, as a jump keeps it */
} Engine;

/* ---- the engine ---- */

/* librdf repeats itself about one mistake; the first message is the one that names it. */
static int on_log(void *context, librdf_log_message *message) {
    Engine *engine = context;
    if (librdf_log_message_level(message) >= LIBRDF_LOG_ERROR && engine->diag->errors == engine->first) {
        raptor_locator *locator = librdf_log_message_locator(message);
        Place place = {.file = engine->file};
        if (locator && locator->line > 0) {
            place.line = (size_t)locator->line;
        }
        diag_error(engine->diag, place, "%s", librdf_log_message_message(message));
    }
    return 1;
}

static void turn_to(Engine *engine, Text file) {
    engine->file = file;
    engine->first = engine->diag->errors;
}

/* Says `message` unless the engine has told something better. */
static Status fail(Engine *engine, Status status, const char *message) {
    if (engine->diag->errors == engine->first) {
        diag_error(engine->diag, (Place){.file = engine->file}, "%s", message);
    }
    return status;
}

static Status engine_open(Engine *engine) {
    engine->world = librdf_new_world();
    if (!engine->world) {
        return DATELINE_MEMORY;
    }
    librdf_world_set_logger(engine->world, engine, on_log);
    librdf_world_open(engine->world);
    /* "memory" takes time quadratic in the number of statements; "hashes" walks through all of them to see if one is
     * there. */
    engine->storage = librdf_new_storage(engine->world, "trees", NULL, NULL);
    engine->model = engine->storage ? librdf_new_model(engine->world, engine->storage, NULL) : NULL;
    engine->base = librdf_new_uri(engine->world, (const unsigned char *)BASE);
    return engine->model && engine->base ? DATELINE_OK : DATELINE_MEMORY;
}

static void close_query(Engine *engine) {
    if (engine->results) {
        librdf_free_query_results(engine->results);
    }
    if (engine->query) {
        librdf_free_query(engine->query);
    }
    engine->results = NULL;
    engine->query = NULL;
}

static void engine_close(Engine *engine) {
    close_query(engine);
    if (engine->base) {
        librdf_free_uri(engine->base);
    }
    if (engine->model) {
        librdf_free_model(engine->model);
    }
    if (engine->storage) {
        librdf_free_storage(engine->storage);
    }
    if (engine->world) {
        librdf_free_world(engine->world);
    }
}

/* ---- graphs in ---- */

static const char *syntax_of(Text path) {
    static const char *const SYNTAXES[][2] = {
        {".ttl", "turtle"}, {".nt", "ntriples"}, {".nq", "nquads"}, {".rdf", "rdfxml"}};
    for (size_t i = 0; i < sizeof SYNTAXES / sizeof *SYNTAXES; i++) {
        if (text_ends(path, text_from(SYNTAXES[i][0]))) {
            return SYNTAXES[i][1];
        }
    }
    return text_equal(path, TEXT("-")) ? "turtle" : NULL;
}

static void forbid(librdf_parser *parser, Engine *engine, const char *feature) {
    librdf_uri *uri = librdf_new_uri(engine->world, (const unsigned char *)feature);
    librdf_node *yes = librdf_new_node_from_literal(engine->world, (const unsigned char *)"1", NULL, 0);
    if (uri && yes) {
        librdf_parser_set_feature(parser, uri, yes);
    }
    librdf_free_node(yes);
    librdf_free_uri(uri);
}

static Status load_graph(Engine *engine, Text path) {
    turn_to(engine, path);
    const char *syntax = syntax_of(path);
    if (!syntax) {
        diag_error(engine->diag, (Place){.file = path}, "a graph file ends in .ttl, .nt, .nq or .rdf");
        return DATELINE_USAGE;
    }
    Text bytes = {0};
    TRY(query_text_read(path, engine->arena, engine->diag, &bytes));
    librdf_parser *parser = librdf_new_parser(engine->world, syntax, NULL, NULL);
    if (!parser) {
        return DATELINE_MEMORY;
    }
    forbid(parser, engine, "http://feature.librdf.org/raptor-noNet");
    forbid(parser, engine, "http://feature.librdf.org/raptor-noFile");
    bool failed =
        bytes.length && librdf_parser_parse_counted_string_into_model(parser, (const unsigned char *)bytes.at,
                                                                      bytes.length, engine->base, engine->model);
    librdf_free_parser(parser);
    return failed || engine->diag->errors > engine->first ? fail(engine, DATELINE_IO, "cannot be parsed") : DATELINE_OK;
}

/* ---- answers out ---- */

static Status copy_text(Engine *engine, const unsigned char *bytes, Text *out) {
    *out = text_copy(engine->arena, text_from((const char *)bytes));
    return utf8_check(*out) == SIZE_MAX ? DATELINE_OK
                                        : fail(engine, DATELINE_IO, "an escape in the data stands for no character");
}

/* The labels that librdf makes differ from run to run. */
static Text blank_label(Engine *engine, const unsigned char *identifier) {
    Text key = text_copy(engine->arena, text_from((const char *)identifier));
    size_t number = table_put(&engine->blanks, engine->arena, key, engine->blanks.count);
    return text_format(engine->arena, "b%zu", number);
}

static Status copy_term(Engine *engine, librdf_node *node, Term *out) {
    *out = (Term){0};
    if (librdf_node_is_resource(node)) {
        return copy_text(engine, librdf_uri_as_string(librdf_node_get_uri(node)), &out->text);
    }
    if (librdf_node_is_blank(node)) {
        out->kind = TERM_BLANK;
        out->text = blank_label(engine, librdf_node_get_blank_identifier(node));
        return DATELINE_OK;
    }
    out->kind = TERM_LITERAL;
    const char *language = librdf_node_get_literal_value_language(node);
    librdf_uri *datatype = librdf_node_get_literal_value_datatype_uri(node);
    out->language = language ? text_copy(engine->arena, text_from(language)) : (Text){0};
    if (datatype) {
        TRY(copy_text(engine, librdf_uri_as_string(datatype), &out->datatype));
    }
    return copy_text(engine, librdf_node_get_literal_value(node), &out->text);
}

static Status copy_solution(Engine *engine, Answer *answer) {
    for (size_t i = 0; i < answer->columns.count; i++) {
        Cell *cell = VECTOR_PUSH(engine->arena, &answer->cells);
        const char *name = text_c_string(engine->arena, answer->columns.items[i]);
        librdf_node *node = librdf_query_results_get_binding_value_by_name(engine->results, name);
        if (node) {
            Status status = copy_term(engine, node, &cell->term);
            librdf_free_node(node);
            TRY(status);
            cell->bound = true;
        }
    }
    answer->solutions++;
    return DATELINE_OK;
}

static Status copy_solutions(Engine *engine, const QueryShape *shape, Answer *answer) {
    for (size_t i = 0; i < shape->columns.count; i++) {
        *VECTOR_PUSH(engine->arena, &answer->columns) = shape->columns.items[i].name;
    }
    for (; !librdf_query_results_finished(engine->results); librdf_query_results_next(engine->results)) {
        TRY(copy_solution(engine, answer));
    }
    return engine->diag->errors == engine->first ? DATELINE_OK : DATELINE_USAGE;
}

/* ---- the query ---- */

static Status execute(Engine *engine, Text text) {
    close_query(engine);
    const char *query = text_c_string(engine->arena, text);
    engine->query = librdf_new_query(engine->world, "sparql", NULL, (const unsigned char *)query, NULL);
    engine->results = engine->query ? librdf_query_execute(engine->query, engine->model) : NULL;
    return engine->results && engine->diag->errors == engine->first
               ? DATELINE_OK
               : fail(engine, DATELINE_USAGE, "the query cannot be run");
}

static Status answer_select(Engine *engine, const QueryShape *shape, Answer *answer) {
    TRY(copy_solutions(engine, shape, answer));
    if (!shape->aggregates) {
        return DATELINE_OK;
    }
    TRY(execute(engine, shape->ask));
    if (librdf_query_results_get_boolean(engine->results) > 0) {
        return answer_check(engine->diag, engine->file, shape, answer);
    }
    answer_of_nothing(engine->arena, shape, answer);
    return DATELINE_OK;
}

/* Our graphs have no blank nodes: RDF 1.1 (section 3.5) says how to name one. */
static void name_blank(Engine *engine, Term *term) {
    if (term->kind == TERM_BLANK) {
        term->kind = TERM_IRI;
        term->text =
            text_format(engine->arena, "https://w3id.org/.well-known/genid/dateline/%.*s", TEXT_ARGS(term->text));
    }
}

static Status copy_statement(Engine *engine, librdf_statement *statement, Triples *out) {
    Triple triple;
    TRY(copy_term(engine, librdf_statement_get_subject(statement), &triple.subject));
    TRY(copy_term(engine, librdf_statement_get_predicate(statement), &triple.predicate));
    TRY(copy_term(engine, librdf_statement_get_object(statement), &triple.object));
    name_blank(engine, &triple.subject);
    name_blank(engine, &triple.object);
    const Term *terms[] = {&triple.subject, &triple.predicate, &triple.object};
    for (size_t i = 0; i < 3; i++) {
        const char *fault = term_fault(terms[i]);
        if (fault) {
            diag_warning(engine->diag, (Place){.file = engine->file}, "a statement is left out, for \"%.*s\": %s",
                         TEXT_ARGS(terms[i]->text), fault);
            return DATELINE_OK;
        }
    }
    *VECTOR_PUSH(engine->arena, out) = triple;
    return DATELINE_OK;
}

static Status copy_statements(Engine *engine, Triples *out) {
    librdf_stream *stream = librdf_query_results_as_stream(engine->results);
    Status status = stream ? DATELINE_OK : DATELINE_MEMORY;
    for (; stream && status == DATELINE_OK && !librdf_stream_end(stream); librdf_stream_next(stream)) {
        status = copy_statement(engine, librdf_stream_get_object(stream), out);
    }
    if (stream) {
        librdf_free_stream(stream);
    }
    return status;
}

static Status answer_query(Engine *engine, Text text, const QueryShape *shape, const dateline_question *question) {
    dateline_answer form = question->form;
    bool wants_graph = form == DATELINE_ANSWER_TURTLE || form == DATELINE_ANSWER_NTRIPLES;
    TRY(execute(engine, text));
    if (librdf_query_results_is_graph(engine->results)) {
        if (question->limit) {
            return fail(engine, DATELINE_USAGE, "a CONSTRUCT has no rows to limit");
        }
        if (!wants_graph && form != DATELINE_ANSWER_TABLE) {
            return fail(engine, DATELINE_USAGE, "a CONSTRUCT makes a graph: turtle or ntriples");
        }
        Triples triples = {0};
        TRY(copy_statements(engine, &triples));
        return answer_write_graph(engine->diag, form, &triples);
    }
    if (wants_graph) {
        return fail(engine, DATELINE_USAGE, "only a CONSTRUCT makes a graph: table, csv or json");
    }
    Answer answer = {.is_boolean = librdf_query_results_is_boolean(engine->results), .shorthands = shape->prefixes};
    if (answer.is_boolean) {
        answer.boolean = librdf_query_results_get_boolean(engine->results) > 0;
    } else {
        TRY(answer_select(engine, shape, &answer));
        answer_limit(&answer, question->limit);
    }
    return answer_write(engine->arena, engine->diag, form, &answer);
}

static Status run(Engine *engine, Text path, Text text, const dateline_question *question) {
    QueryShape shape = {0};
    turn_to(engine, path);
    TRY(query_guard(path, text, engine->arena, engine->diag, &shape));
    TRY(engine_open(engine));
    for (size_t i = 0; i < question->count; i++) {
        TRY(load_graph(engine, text_from(question->files[i])));
    }
    turn_to(engine, path);
    return answer_query(engine, text, &shape, question);
}

Status query_files(Text path, Text text, const dateline_question *question, Arena *arena, Diag *diag) {
    jmp_buf exhausted;
    jmp_buf *outer = arena->exhausted;
    Engine engine = {.arena = arena, .diag = diag, .status = DATELINE_MEMORY};
    arena->exhausted = &exhausted;
    if (setjmp(exhausted) == 0) {
        engine.status = run(&engine, path, text, question);
    }
    arena->exhausted = outer;
    engine_close(&engine);
    return engine.status;
}
