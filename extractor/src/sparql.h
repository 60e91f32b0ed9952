/* A SPARQL query as tokens that know their brackets. */
#ifndef SPARQL_H
#define SPARQL_H

#include "diag.h"

typedef enum SparqlKind {
    SPARQL_WORD,     /* SELECT, a, true: never a name with a colon */
    SPARQL_NAME,     /* dl:Award, dl: */
    SPARQL_IRI,      /* <…> */
    SPARQL_VARIABLE, /* ?who, $who */
    SPARQL_BLANK,    /* _:a */
    SPARQL_STRING,   /* with its quotation marks */
    SPARQL_NUMBER,   /* a sign is part of it when a digit follows */
    SPARQL_LANGUAGE, /* @zh */
    SPARQL_MARK,     /* brackets and operators */
} SparqlKind;

typedef struct SparqlToken {
    SparqlKind kind;
    Text text;      /* as it is written in the query */
    size_t parent;  /* the bracket that it stands in: an index, or SPARQL_NONE */
    size_t partner; /* of a bracket: the one that closes or opens it */
} SparqlToken;

#define SPARQL_NONE SIZE_MAX

typedef VECTOR(SparqlToken) SparqlTokens;

/* Cuts a query, the text of file `name`, into tokens. What is no token, and a bracket without its partner, is told;
 * then DATELINE_USAGE. */
Status sparql_tokens(Text name, Text query, Arena *arena, Diag *diag, SparqlTokens *out);

bool sparql_is_word(const SparqlToken *token, const char *word); /* any case */
bool sparql_is_mark(const SparqlToken *token, const char *mark);
bool sparql_same_variable(Text a, Text b); /* ?x and $x are one variable */

#endif
