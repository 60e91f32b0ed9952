/* Owns raptor as a Turtle parser: bytes in, triples in an arena out, its complaints as diagnostics. It knows no
 * vocabulary, opens no file and never touches the network. */
#include "turtle.h"

#include "rdfparser.h"

#include <string.h>

struct TurtleReader {
    RdfParser parser;
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
    const raptor_locator *locator = reader->parser.parser ? raptor_parser_get_locator(reader->parser.parser) : NULL;
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
        Triple triple = rdfparser_copy(reader->arena, statement);
        *VECTOR_PUSH(reader->arena, reader->out) = triple;
        if (utf8_check(triple.object.text) != SIZE_MAX) {
            refuse(reader, "an escape here stands for no character");
        }
    } else {
        reader->status = DATELINE_MEMORY;
    }
    reader->arena->exhausted = outer;
}

static Status check_bytes(Text file, size_t first_line, Text bytes, Diag *diag) {
    bool nul;
    size_t fault = rdfparser_fault(bytes, &nul);
    if (fault == SIZE_MAX) {
        return DATELINE_OK;
    }
    Place place = place_of(file, bytes, fault);
    place.line += first_line - 1;
    place.column = 0; /* bytes may begin anywhere in their line */
    diag_error(diag, place, nul ? "a NUL character" : "not UTF-8");
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
    bool failed = !rdfparser_start(&reader->parser) || !rdfparser_parse(&reader->parser, bytes, true);
    if (failed && reader->status == DATELINE_OK) {
        refuse(reader, "not Turtle");
    }
    return reader->status;
}

Status turtle_open_as(dateline_format format, Arena *arena, Diag *diag, TurtleReader **out) {
    static const char *const syntaxes[] = {[DATELINE_TURTLE] = "turtle",
                                           [DATELINE_NTRIPLES] = "ntriples",
                                           [DATELINE_NQUADS] = "nquads",
                                           [DATELINE_RDFXML] = "rdfxml"};
    TurtleReader *reader = ARENA_NEW(arena, TurtleReader);
    reader->diag = diag;
    bool ready = rdfparser_open(&reader->parser, syntaxes[format], reader, on_log, on_statement);
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
    if (reader) {
        rdfparser_close(&reader->parser);
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
