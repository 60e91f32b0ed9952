/* What one shard of a run wrote: a manifest, and the outputs beside it. Read row by row, in bounded memory. */
#ifndef PART_H
#define PART_H

#include "manifest.h"
#include "shard.h"
#include "table.h"
#include "unpacked.h"

typedef enum PartRowKind { PART_HEAD, PART_ARTICLE, PART_END } PartRowKind;

typedef struct Part {
    Text path;    /* of the manifest */
    Text folder;  /* that it is in, with its slash; empty: here */
    Text program; /* as in all rows, like the next two */
    Text rules;
    Shard shard;
    size_t inputs;   /* of the whole run, from the last row */
    size_t head;     /* bytes that stand before the first article of each output, */
    size_t tail;     /* and behind the last */
    ManifestRow row; /* the current one; its texts live until the next */
    PartRowKind kind;
    Diag *diag;
    Arena *arena;
    ManifestReader *rows;
    Text first;             /* output that a row names; empty: none does */
    Texts outputs;          /* those of several articles, as they were met */
    Table numbers;          /* from such an output's name to its place in `outputs` and `offsets` */
    VECTOR(size_t) offsets; /* how far each is read */
    Unpacked *output;       /* the one that is open; NULL: none */
    Text open;              /* its name */
} Part;

/* Opens a manifest. Close the part in any case. */
Status part_open(Text manifest, Arena *arena, Diag *diag, Part *out);
/* Goes on to the next row; at the end *more is false. */
Status part_next(Part *part, bool *more);
/* Reads all rows: one program, one rule set, one shard, inputs of it in order, an end, and outputs as long as the rows
 * say, where that can be seen without unpacking them. What is wrong is told. Afterwards the part is as just opened. */
Status part_check(Part *part);
/* The bytes that the current row's article gave to its output, in `page`. */
Status part_bytes(Part *part, Arena *page, Text *out);
/* What stands before the first article, and behind the last, of its first output; empty where there is no output. */
Status part_head(Part *part, Text *out);
/* All outputs end where the rows say. To be asked when all bytes have been read. */
Status part_end(Part *part);
void part_close(Part *part);

#endif
