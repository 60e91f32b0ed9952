/* Owns an RDF output from the first statement to the last: which syntax it is in, and whether all of it was written.
 * rdftext.c has the three plain syntaxes and says why they are not left to raptor; RDF/XML is, as its serializer
 * streams and escapes well. */
#include "writer.h"

#include "outfile.h"
#include "rdftext.h"

#include <stdlib.h>
#include <string.h>

struct Writer {
    dateline_format format;
    Diag *diag;
    OutFile file;
    char *base;
    raptor_world *world;
    raptor_iostream *stream;
    raptor_serializer *serializer; /* RDF/XML only */
};

static void on_log(void *context, raptor_log_message *message) {
    Writer *writer = context;
    diag_error(writer->diag, (Place){0}, "the RDF writer says: %s", message->text);
}

/* raptor lets go of the file before it is closed. */
static void close_stream(Writer *writer) {
    if (writer->serializer) {
        raptor_free_serializer(writer->serializer);
    }
    if (writer->stream) {
        raptor_free_iostream(writer->stream);
    }
    if (writer->world) {
        raptor_free_world(writer->world);
    }
}

static void free_writer(Writer *writer) {
    free(writer->base);
    free(writer);
}

static bool open_stream(Writer *writer) {
    writer->world = raptor_new_world();
    if (!writer->world) {
        return false;
    }
    raptor_world_set_flag(writer->world, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1);
    raptor_world_set_log_handler(writer->world, writer, on_log);
    if (raptor_world_open(writer->world) != 0) {
        return false;
    }
    writer->stream = raptor_new_iostream_to_file_handle(writer->world, writer->file.stream);
    return writer->stream != NULL;
}

static bool add_namespace(Writer *writer, const char *prefix, const char *space) {
    raptor_uri *uri = raptor_new_uri(writer->world, (const unsigned char *)space);
    bool added = uri && raptor_serializer_set_namespace(writer->serializer, uri, (const unsigned char *)prefix) == 0;
    raptor_free_uri(uri);
    return added;
}

static bool open_serializer(Writer *writer) {
    writer->serializer = raptor_new_serializer(writer->world, "rdfxml");
    if (!writer->serializer) {
        return false;
    }
    raptor_serializer_set_option(writer->serializer, RAPTOR_OPTION_RELATIVE_URIS, NULL, 0);
    for (size_t i = 0; i < rdftext_prefix_count; i++) {
        if (!add_namespace(writer, rdftext_prefixes[i].name, rdftext_prefixes[i].space)) {
            return false;
        }
    }
    return raptor_serializer_start_to_iostream(writer->serializer, NULL, writer->stream) == 0;
}

Status writer_open(Text path, dateline_format format, Text base, Diag *diag, Writer **out) {
    Writer *writer = calloc(1, sizeof *writer);
    if (!writer) {
        return DATELINE_MEMORY;
    }
    *writer = (Writer){.format = format, .diag = diag, .base = strndup(base.at, base.length)};
    Status status = writer->base ? outfile_open(path, diag, &writer->file) : DATELINE_MEMORY;
    if (status != DATELINE_OK) {
        free_writer(writer);
        return status;
    }
    if (!open_stream(writer) || (format == DATELINE_RDFXML && !open_serializer(writer))) {
        writer_discard(writer);
        return DATELINE_MEMORY;
    }
    if (format == DATELINE_TURTLE) {
        rdftext_turtle_head(writer->stream, text_from(writer->base));
    }
    *out = writer;
    return DATELINE_OK;
}

static raptor_term *new_term(raptor_world *world, const Term *term) {
    const unsigned char *bytes = (const unsigned char *)term->text.at;
    if (term->kind == TERM_IRI) {
        return raptor_new_term_from_counted_uri_string(world, bytes, term->text.length);
    }
    raptor_uri *datatype = NULL;
    if (term->datatype.length) {
        datatype =
            raptor_new_uri_from_counted_string(world, (const unsigned char *)term->datatype.at, term->datatype.length);
    }
    Text language = term->language;
    raptor_term *literal = raptor_new_term_from_counted_literal(
        world, bytes, term->text.length, datatype, (const unsigned char *)(language.length ? language.at : NULL),
        (unsigned char)language.length);
    raptor_free_uri(datatype);
    return literal;
}

static bool serialize_one(Writer *writer, const Triple *triple) {
    raptor_statement *statement = raptor_new_statement_from_nodes(
        writer->world, new_term(writer->world, &triple->subject), new_term(writer->world, &triple->predicate),
        new_term(writer->world, &triple->object), NULL);
    bool written = statement && raptor_serializer_serialize_statement(writer->serializer, statement) == 0;
    raptor_free_statement(statement);
    return written;
}

static bool serialize(Writer *writer, const Triples *triples) {
    for (size_t i = 0; i < triples->count; i++) {
        if (!serialize_one(writer, &triples->items[i])) {
            return false;
        }
    }
    return true;
}

Status writer_write(Writer *writer, const Triples *triples, Text graph_name) {
    bool written = true;
    switch (writer->format) {
    case DATELINE_TURTLE:
        rdftext_turtle(writer->stream, text_from(writer->base), triples);
        break;
    case DATELINE_NTRIPLES:
        rdftext_lines(writer->stream, triples, (Text){0});
        break;
    case DATELINE_NQUADS:
        rdftext_lines(writer->stream, triples, graph_name);
        break;
    case DATELINE_RDFXML:
        written = serialize(writer, triples);
        break;
    }
    return ferror(writer->file.stream) ? DATELINE_IO : written ? DATELINE_OK : DATELINE_MEMORY;
}

Status writer_close(Writer *writer) {
    if (writer->serializer) {
        raptor_serializer_serialize_end(writer->serializer);
    }
    close_stream(writer);
    Status status = outfile_close(&writer->file, writer->diag);
    free_writer(writer);
    return status;
}

void writer_discard(Writer *writer) {
    close_stream(writer);
    outfile_discard(&writer->file);
    free_writer(writer);
}
