/* Terms as SPARQL and Turtle write them. */
#ifndef QUERY_TERM_H
#define QUERY_TERM_H

#include "turtle.h"

typedef VECTOR(char) Bytes;

void bytes_put(Arena *arena, Bytes *bytes, Text text);

void query_put_iri(Arena *arena, Bytes *bytes, Text iri);
/* A term whose IRIs are valid; a blank node is none. Readers that resolve \u before they look at strings read the same:
 * a u behind an escaped backslash is written as an escape itself. */
void query_put_term(Arena *arena, Bytes *bytes, const Term *term);

#endif
