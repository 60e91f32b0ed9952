/* A file that is read forward, and unpacked while it is read if it is compressed. */
#ifndef UNPACKED_H
#define UNPACKED_H

#include "diag.h"

typedef struct Unpacked Unpacked;

/* What cannot be opened is told: DATELINE_IO. */
Status unpacked_open(Text path, Arena *scratch, Diag *diag, Unpacked **out);
/* Reads `length` bytes to `to`, which NULL passes over; *got are fewer at the end. What cannot be read is told. */
Status unpacked_read(Unpacked *file, char *to, size_t length, size_t *got);
void unpacked_close(Unpacked *file); /* NULL is nothing to close */

#endif
