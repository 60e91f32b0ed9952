/* The answer to a query, and the ways to write it down. */
#ifndef TABLE_OUTPUT_H
#define TABLE_OUTPUT_H

#include "turtle.h"

#include <stdio.h>

/* One value of one solution. Its term's labels and texts are valid UTF-8. */
typedef struct Cell {
    bool bound;
    Term term;
} Cell;

/* A name for the start of IRIs: "dl:". */
typedef struct Shorthand {
    Text name;
    Text iri;
} Shorthand;

typedef VECTOR(Shorthand) Shorthands;

typedef struct Answer {
    bool is_boolean; /* of an ASK: there are no columns then */
    bool boolean;
    Texts columns;      /* names without their question mark */
    VECTOR(Cell) cells; /* solution after solution, in each one cell a column */
    size_t solutions;
    Shorthands shorthands; /* by which IRIs are shortened for the eye */
} Answer;

/* Columns for the eye, aligned also where characters take two places; control characters as \u000A. Where a row would
 * take more than `room` places, the widest columns are made narrower and what does not fit into them ends in an
 * ellipsis; `room` 0: nothing is cut. */
void answer_write_table(FILE *stream, const Answer *answer, size_t room, Arena *arena);
/* SPARQL 1.1 Query Results CSV (RFC 4180, lines end in CR LF). */
void answer_write_csv(FILE *stream, const Answer *answer);
/* SPARQL 1.1 Query Results JSON, one solution a line. */
void answer_write_json(FILE *stream, const Answer *answer);

/* The same piece by piece: columns, each solution (`number` counts from 0, `cells` has one a column), end. */
void answer_csv_columns(FILE *stream, const Texts *columns);
void answer_csv_solution(FILE *stream, const Texts *columns, const Cell *cells);
void answer_json_columns(FILE *stream, const Texts *columns);
void answer_json_solution(FILE *stream, const Texts *columns, size_t number, const Cell *cells);
void answer_json_end(FILE *stream);

/* How many places of a terminal a text takes: 2 for an East Asian wide character, 0 for a combining one. */
size_t text_width(Text text);

#endif
