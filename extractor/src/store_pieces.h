/* A graph file in pieces, each of them Turtle that can be read alone. */
#ifndef STORE_PIECES_H
#define STORE_PIECES_H

#include "diag.h"

#include <stdio.h>

typedef struct Pieces {
    FILE *stream;
    Text path; /* for messages */
    Arena *arena;
    Diag *diag;
    bool by_line; /* N-Triples and N-Quads; else Turtle */
    char *bytes;  /* what was read and not handed out; in `arena` */
    size_t begin;
    size_t end;
    size_t capacity;
    size_t line; /* lines handed out */
    Text base;   /* the last @base line of a Turtle file */
} Pieces;

typedef struct Piece {
    Text text;   /* empty: there is no more */
    size_t line; /* on which it begins, from 1 */
    Text graph;  /* the graph of all its statements; empty: they name none */
    bool is_quad;
} Piece;

/* The next piece, valid until the next call; what is copied is in `page`. A file that cannot be read is told; then
 * DATELINE_IO. */
Status pieces_next(Pieces *pieces, Arena *page, Piece *out);

#endif
