/* The files in a folder and in all folders below it, in the order of their paths' bytes. */
#ifndef WALK_H
#define WALK_H

#include "diag.h"

typedef struct Walk Walk;

/* Is a file of this name, without its folder, wanted? */
typedef bool WalkWants(Text name);

/* What cannot be opened is told and answers DATELINE_IO. */
Status walk_open(Text folder, WalkWants *wants, Diag *diag, Arena *arena, Walk **out);

/* The path of the next file, in `arena`. At the end *more is false. DATELINE_SKIPPED: *path is a folder below that
 * cannot be read, and why is told; go on. Links are followed. However many files a folder has, few of their names are
 * kept. */
Status walk_next(Walk *walk, Arena *arena, Text *path, bool *more);

void walk_close(Walk *walk); /* NULL is nothing to close */

#endif
