/* Owns raptor as a Turtle parser: bytes in, triples in an arena out, its complaints as diagnostics. It knows no
 * vocabulary, opens no file and never touches the network. */
#include "turtle.h"

#include <raptor2.h>
#include <string.h>

#define BASE "https://w3id.org/dateline/"

struct TurtleReader {
    raptor_world *world;
    raptor_parser *parser;
    raptor_uri *base;
    /* What is being read. */
    Text file;
    size_t first_line;
    size_t told_line; /* raptor says twice what is wrong with a line: the first time counts */
    Arena *arena;
    Diag *diag;
    Triples *out;
    Status status;
};

static size_t current_line(const TurtleReader *reader) {
    const raptor_locator *locator = reader->parser ? raptor_parser_get_locator(reader->parser) : NULL;
    return reader->first_line + (locator && locator->line > 0 ? (size_t)locator->line - 1 : 0);
}

static void refuse(TurtleReader *reader, const char *message) {
    size_t line = current_line(reader);
    if (line != reader->told_line) {
        diag_error(reader->diag, (Place){reader->file, line, 0}, "%s", message);
        reader->told_line = line;
    }
    reader->status = DATELINE_RULES;
}

static void on_log(void *context, raptor_log_message *message) {
    TurtleReader *reader = context;
    if (message->level >= RAPTOR_LOG_LEVEL_ERROR) {
        refuse(reader, message->text);
    } else if (message->level == RAPTOR_LOG_LEVEL_WARN) {
        diag_warning(reader->diag, (Place){reader->file, current_line(reader), 0}, "%s", message->text);
    }
}

static Text copy_bytes(Arena *arena, const unsigned char *bytes, size_t length) {
    return text_copy(arena, (Text){(const char *)bytes, length});
}

static Text copy_uri(Arena *arena, raptor_uri *uri) {
    size_t length;
    const unsigned char *bytes = raptor_uri_as_counted_string(uri, &length);
    return copy_bytes(arena, bytes, length);
}

static Term copy_term(Arena *arena, const raptor_term *term) {
    if (term->type == RAPTOR_TERM_TYPE_URI) {
        return (Term){.kind = TERM_IRI, .text = copy_uri(arena, term->value.uri)};
    }
    if (term->type == RAPTOR_TERM_TYPE_BLANK) {
        const raptor_term_blank_value *blank = &term->value.blank;
        return (Term){.kind = TERM_BLANK, .text = copy_bytes(arena, blank->string, blank->string_len)};
    }
    const raptor_term_literal_value *literal = &term->value.literal;
    Term copy = {.kind = TERM_LITERAL, .text = copy_bytes(arena, literal->string, literal->string_len)};
    if (literal->language) {
        copy.language = copy_bytes(arena, literal->language, literal->language_len);
    }
    if (literal->datatype) {
        copy.datatype = copy_uri(arena, literal->datatype);
    }
    return copy;
}

/* An arena without memory jumps; a jump over raptor's frames would lose what they hold, so it is caught here. */
static void on_statement(void *context, raptor_statement *statement) {
    TurtleReader *reader = context;
    if (reader->status == DATELINE_MEMORY) {
        return;
    }
    jmp_buf *outer = reader->arena->exhausted;
    jmp_buf here;
    reader->arena->exhausted = &here;
    if (setjmp(here) == 0) {
        Triple *triple = VECTOR_PUSH(reader->arena, reader->out);
        triple->subject = copy_term(reader->arena, statement->subject);
        triple->predicate = copy_term(reader->arena, statement->predicate);
        triple->object = copy_term(reader->arena, statement->object);
        if (utf8_check(triple->object.text) != SIZE_MAX) {
            refuse(reader, "an escape here stands for no character");
        }
    } else {
        reader->status = DATELINE_MEMORY;
    }
    reader->arena->exhausted = outer;
}

/* Raptor cuts a text off, without a word, at a NUL and at what is not UTF-8. */
static Status check_bytes(Text file, size_t first_line, Text bytes, Diag *diag) {
    size_t wrong = utf8_check(bytes);
    const char *nul = bytes.length ? memchr(bytes.at, '\0', bytes.length) : NULL;
    if (wrong == SIZE_MAX && !nul) {
        return DATELINE_OK;
    }
    Place place = place_of(file, bytes, wrong == SIZE_MAX ? (size_t)(nul - bytes.at) : wrong);
    place.line += first_line - 1;
    place.column = 0; /* bytes may begin anywhere in their line */
    diag_error(diag, place, wrong == SIZE_MAX ? "a NUL character" : "not UTF-8");
    return DATELINE_RULES;
}

Status turtle_read(TurtleReader *reader, Text file, size_t first_line, Text bytes, Arena *arena, Diag *diag,
                   Triples *out) {
    TRY(check_bytes(file, first_line, bytes, diag));
    reader->file = file;
    reader->first_line = first_line;
    reader->told_line = 0;
    reader->arena = arena;
    reader->diag = diag;
    reader->out = out;
    reader->status = DATELINE_OK;
    bool failed = raptor_parser_parse_start(reader->parser, reader->base) ||
                  raptor_parser_parse_chunk(reader->parser, (const unsigned char *)bytes.at, bytes.length, 1);
    if (failed && reader->status == DATELINE_OK) {
        refuse(reader, "not Turtle");
    }
    return reader->status;
}

/* False: no memory. */
static bool set_up(TurtleReader *reader, const char *syntax) {
    reader->world = raptor_new_world();
    if (!reader->world) {
        return false;
    }
    raptor_world_set_flag(reader->world, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1);
    raptor_world_set_log_handler(reader->world, reader, on_log);
    raptor_world_set_generate_bnodeid_parameters(reader->world, (char[]){"[]"}, 1);
    if (raptor_world_open(reader->world)) {
        return false;
    }
    reader->base = raptor_new_uri(reader->world, (const unsigned char *)BASE);
    reader->parser = raptor_new_parser(reader->world, syntax);
    if (!reader->base || !reader->parser) {
        return false;
    }
    raptor_parser_set_option(reader->parser, RAPTOR_OPTION_NO_NET, NULL, 1);
    raptor_parser_set_option(reader->parser, RAPTOR_OPTION_NO_FILE, NULL, 1);
    raptor_parser_set_statement_handler(reader->parser, reader, on_statement);
    return true;
}

Status turtle_open_as(dateline_format format, Arena *arena, Diag *diag, TurtleReader **out) {
    static const char *const syntaxes[] = {[DATELINE_TURTLE] = "turtle",
                                           [DATELINE_NTRIPLES] = "ntriples",
                                           [DATELINE_NQUADS] = "nquads",
                                           [DATELINE_RDFXML] = "rdfxml"};
    TurtleReader *reader = ARENA_NEW(arena, TurtleReader);
    reader->diag = diag;
    bool ready = set_up(reader, syntaxes[format]);
    if (!ready) {
        turtle_close(reader);
    }
    *out = ready ? reader : NULL;
    return ready ? DATELINE_OK : DATELINE_MEMORY;
}

Status turtle_open(Text prefixes, Arena *arena, Diag *diag, TurtleReader **out) {
    TurtleReader *reader;
    *out = NULL;
    TRY(turtle_open_as(DATELINE_TURTLE, arena, diag, &reader));
    Triples none = {0};
    Status status = turtle_read(reader, TEXT("prefixes.ttl"), 1, prefixes, arena, diag, &none);
    if (status != DATELINE_OK) {
        turtle_close(reader);
        return status;
    }
    *out = reader;
    return DATELINE_OK;
}

void turtle_close(TurtleReader *reader) {
    if (!reader) {
        return;
    }
    if (reader->parser) {
        raptor_free_parser(reader->parser);
    }
    if (reader->base) {
        raptor_free_uri(reader->base);
    }
    if (reader->world) {
        raptor_free_world(reader->world);
    }
}

Status turtle_parse(Text file, size_t first_line, Text prefixes, Text bytes, Arena *arena, Diag *diag, Triples *out) {
    TurtleReader *reader;
    TRY(turtle_open(prefixes, arena, diag, &reader));
    Status status = turtle_read(reader, file, first_line, bytes, arena, diag, out);
    turtle_close(reader);
    return status;
}

bool term_is(Term term, const char *iri) {
    return term.kind == TERM_IRI && text_equal(term.text, text_from(iri));
}
