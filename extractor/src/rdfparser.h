/* A parser of raptor's: what is alike wherever RDF is read. */
#ifndef RDFPARSER_H
#define RDFPARSER_H

#include "turtle.h"

#include <raptor2.h>

/* All NULL when it is closed. */
typedef struct RdfParser {
    raptor_world *world;
    raptor_parser *parser;
    raptor_uri *base;
} RdfParser;

/* Opens one for a syntax as raptor names it, that touches neither the network nor other files; `context` is handed to
 * both handlers. Blank nodes that the text gives no label get one that no author can write. False: no memory; then it
 * is to be closed all the same. */
bool rdfparser_open(RdfParser *parser, const char *syntax, void *context, raptor_log_handler on_log,
                    raptor_statement_handler on_statement);
void rdfparser_close(RdfParser *parser);
bool rdfparser_start(const RdfParser *parser);                         /* false: raptor would not */
bool rdfparser_parse(const RdfParser *parser, Text bytes, bool ended); /* false: something is wrong */

/* A statement whose texts are copied to `arena`; without memory that jumps. */
Triple rdfparser_copy(Arena *arena, const raptor_statement *statement);

/* The first byte of what is not UTF-8, or of a NUL (*nul): raptor would cut the text off there without a word.
 * SIZE_MAX: there is none. */
size_t rdfparser_fault(Text bytes, bool *nul);

#endif
