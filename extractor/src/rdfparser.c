/* Owns how raptor is set up to parse, and what its statements are to us. It does not know what is read, or why. */
#include "rdfparser.h"

#include <string.h>

#define BASE "https://w3id.org/dateline/"

bool rdfparser_open(RdfParser *parser, const char *syntax, void *context, raptor_log_handler on_log,
                    raptor_statement_handler on_statement) {
    parser->world = raptor_new_world();
    if (!parser->world) {
        return false;
    }
    raptor_world_set_flag(parser->world, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1);
    raptor_world_set_log_handler(parser->world, context, on_log);
    raptor_world_set_generate_bnodeid_parameters(parser->world, (char[]){"[]"}, 1);
    if (raptor_world_open(parser->world)) {
        return false;
    }
    parser->base = raptor_new_uri(parser->world, (const unsigned char *)BASE);
    parser->parser = raptor_new_parser(parser->world, syntax);
    if (!parser->base || !parser->parser) {
        return false;
    }
    raptor_parser_set_option(parser->parser, RAPTOR_OPTION_NO_NET, NULL, 1);
    raptor_parser_set_option(parser->parser, RAPTOR_OPTION_NO_FILE, NULL, 1);
    raptor_parser_set_statement_handler(parser->parser, context, on_statement);
    return true;
}

void rdfparser_close(RdfParser *parser) {
    if (parser->parser) {
        raptor_free_parser(parser->parser);
    }
    if (parser->base) {
        raptor_free_uri(parser->base);
    }
    if (parser->world) {
        raptor_free_world(parser->world);
    }
    *parser = (RdfParser){0};
}

bool rdfparser_start(const RdfParser *parser) {
    return raptor_parser_parse_start(parser->parser, parser->base) == 0;
}

bool rdfparser_parse(const RdfParser *parser, Text bytes, bool ended) {
    return raptor_parser_parse_chunk(parser->parser, (const unsigned char *)bytes.at, bytes.length, ended) == 0;
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

Triple rdfparser_copy(Arena *arena, const raptor_statement *statement) {
    return (Triple){.subject = copy_term(arena, statement->subject),
                    .predicate = copy_term(arena, statement->predicate),
                    .object = copy_term(arena, statement->object)};
}

size_t rdfparser_fault(Text bytes, bool *nul) {
    size_t wrong = utf8_check(bytes);
    const char *found = wrong == SIZE_MAX && bytes.length ? memchr(bytes.at, '\0', bytes.length) : NULL;
    *nul = found != NULL;
    return found ? (size_t)(found - bytes.at) : wrong;
}
