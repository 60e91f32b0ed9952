/* Owns which RDF syntax an article's statements become, and what stands before the first article and behind the last.
 * It does not know where the bytes go. rdftext.c has the three plain syntaxes and says why they are not left to raptor;
 * RDF/XML is, as its serializer streams and escapes well. */
#include "writer.h"

#include "rdftext.h"

#include <raptor2.h>
#include <stdlib.h>
#include <string.h>

static const char RDFXML_TAIL[] = "</rdf:RDF>\n";

struct Writer {
    dateline_format format;
    Text base;
    Diag *diag;
    raptor_world *world; /* RDF/XML only, as are the rest */
    Buffer document;     /* what raptor writes now */
    size_t head;         /* bytes of a document before its first statement */
};

static void on_log(void *context, raptor_log_message *message) {
    const Writer *writer = context;
    diag_error(writer->diag, (Place){0}, "the RDF writer says: %s", message->text);
}

static int add_byte(void *context, const int byte) {
    Buffer *document = context;
    char c = (char)byte;
    buffer_add(document, (Text){&c, 1});
    return document->failed;
}

static int add_bytes(void *context, const void *bytes, size_t size, size_t count) {
    Buffer *document = context;
    buffer_add(document, (Text){bytes, size * count});
    return document->failed ? 0 : (int)count;
}

static const raptor_iostream_handler to_buffer = {.version = 2, .write_byte = add_byte, .write_bytes = add_bytes};

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

static bool serialize_one(raptor_world *world, raptor_serializer *serializer, const Triple *triple) {
    raptor_statement *statement =
        raptor_new_statement_from_nodes(world, new_term(world, &triple->subject), new_term(world, &triple->predicate),
                                        new_term(world, &triple->object), NULL);
    bool written = statement && raptor_serializer_serialize_statement(serializer, statement) == 0;
    raptor_free_statement(statement);
    return written;
}

static bool add_namespace(raptor_world *world, raptor_serializer *serializer, const Prefix *prefix) {
    raptor_uri *uri = raptor_new_uri(world, (const unsigned char *)prefix->space);
    bool added = uri && raptor_serializer_set_namespace(serializer, uri, (const unsigned char *)prefix->name) == 0;
    raptor_free_uri(uri);
    return added;
}

static bool serialize(raptor_world *world, raptor_serializer *serializer, raptor_iostream *stream,
                      const Triples *triples) {
    raptor_serializer_set_option(serializer, RAPTOR_OPTION_RELATIVE_URIS, NULL, 0);
    bool good = true;
    for (size_t i = 0; i < rdftext_prefix_count && good; i++) {
        good = add_namespace(world, serializer, &rdftext_prefixes[i]);
    }
    good = good && raptor_serializer_start_to_iostream(serializer, NULL, stream) == 0;
    for (size_t i = 0; i < triples->count && good; i++) {
        good = serialize_one(world, serializer, &triples->items[i]);
    }
    return good && raptor_serializer_serialize_end(serializer) == 0;
}

/* Writer.document becomes a document of these statements. */
static Status write_document(Writer *writer, const Triples *triples) {
    buffer_clear(&writer->document);
    raptor_serializer *serializer = raptor_new_serializer(writer->world, "rdfxml");
    raptor_iostream *stream = raptor_new_iostream_from_handler(writer->world, &writer->document, &to_buffer);
    bool good = serializer && stream && serialize(writer->world, serializer, stream, triples);
    if (serializer) {
        raptor_free_serializer(serializer); /* raptor lets go of the stream before that is closed */
    }
    if (stream) {
        raptor_free_iostream(stream);
    }
    return good && !writer->document.failed ? DATELINE_OK : DATELINE_MEMORY;
}

static Status open_raptor(Writer *writer) {
    writer->world = raptor_new_world();
    if (!writer->world) {
        return DATELINE_MEMORY;
    }
    raptor_world_set_flag(writer->world, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1);
    raptor_world_set_log_handler(writer->world, writer, on_log);
    if (raptor_world_open(writer->world) != 0) {
        return DATELINE_MEMORY;
    }
    TRY(write_document(writer, &(Triples){0}));
    writer->head = writer->document.length - strlen(RDFXML_TAIL);
    return DATELINE_OK;
}

Status writer_create(dateline_format format, Text base, Diag *diag, Writer **out) {
    *out = NULL;
    Writer *writer = calloc(1, sizeof *writer);
    if (!writer) {
        return DATELINE_MEMORY;
    }
    *writer = (Writer){.format = format, .base = base, .diag = diag};
    Status status = format == DATELINE_RDFXML ? open_raptor(writer) : DATELINE_OK;
    if (status != DATELINE_OK) {
        writer_release(writer);
        return status;
    }
    *out = writer;
    return DATELINE_OK;
}

void writer_release(Writer *writer) {
    if (writer && writer->world) {
        raptor_free_world(writer->world);
    }
    if (writer) {
        buffer_release(&writer->document);
    }
    free(writer);
}

void writer_head(const Writer *writer, Buffer *out) {
    if (writer->format == DATELINE_TURTLE) {
        rdftext_turtle_head(out, writer->base);
    } else if (writer->format == DATELINE_RDFXML) {
        buffer_add(out, text_slice(buffer_text(&writer->document), 0, writer->head));
    }
}

void writer_tail(const Writer *writer, Buffer *out) {
    if (writer->format == DATELINE_RDFXML) {
        buffer_add_string(out, RDFXML_TAIL);
    }
}

static Status write_rdfxml(Writer *writer, const Triples *triples, Buffer *out) {
    TRY(write_document(writer, triples));
    Text document = buffer_text(&writer->document);
    buffer_add(out, text_slice(document, writer->head, document.length - strlen(RDFXML_TAIL)));
    return DATELINE_OK;
}

Status writer_article(Writer *writer, const Triples *triples, Text graph_name, Buffer *out) {
    Status status = DATELINE_OK;
    switch (writer->format) {
    case DATELINE_TURTLE:
        rdftext_turtle(out, writer->base, triples);
        break;
    case DATELINE_NTRIPLES:
        rdftext_lines(out, triples, (Text){0});
        break;
    case DATELINE_NQUADS:
        rdftext_lines(out, triples, graph_name);
        break;
    case DATELINE_RDFXML:
        status = write_rdfxml(writer, triples, out);
        break;
    }
    return out->failed ? DATELINE_MEMORY : status;
}
