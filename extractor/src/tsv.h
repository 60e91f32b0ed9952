/* Tab-separated tables whose first line names the columns. Blank lines and lines that start with # are passed over. */
#ifndef TSV_H
#define TSV_H

#include "diag.h"

typedef struct Tsv {
    Text file;
    Text rest;    /* what is not read yet */
    Text row;     /* the current line */
    size_t line;  /* its number */
    Texts header; /* names of the columns */
    Texts cells;  /* of the current row, trimmed, as many as the header has */
    Texts parts;  /* of the cell that tsv_list cuts */
    Arena *arena;
    Diag *diag;
} Tsv;

/* Reads the header of `bytes`, the contents of `file`. False: there is none (told, unless the file is empty). */
bool tsv_open(Tsv *tsv, Text file, Text bytes, Arena *arena, Diag *diag);
/* Goes on to the next row. Rows with invalid UTF-8 or another number of cells are told and passed over. */
bool tsv_next(Tsv *tsv);
size_t tsv_lines(const Tsv *tsv);             /* no more rows than this are left */
size_t tsv_column(const Tsv *tsv, Text name); /* SIZE_MAX: no such column */
Place tsv_place(const Tsv *tsv, Text part);   /* the place of `part`, a slice of the current row */
Texts tsv_list(Tsv *tsv, Text cell);          /* the parts of a cell between |; an empty part is told and left out */

#endif
