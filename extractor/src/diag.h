/* Status codes, and the one way in which anything that is wrong is told. */
#ifndef DIAG_H
#define DIAG_H

#include "dateline.h"
#include "text.h"

typedef dateline_status Status;

#define TRY(expression)                                                                                                \
    do {                                                                                                               \
        Status status_ = (expression);                                                                                 \
        if (status_ != DATELINE_OK) {                                                                                  \
            return status_;                                                                                            \
        }                                                                                                              \
    } while (0)

/* A place in a file. Line and column count from 1, the column in code points; 0 = not known, and then not printed. */
typedef struct Place {
    Text file;
    size_t line;
    size_t column;
} Place;

typedef struct Diag {
    dateline_sink *sink; /* is given one line without its line end; NULL: nobody listens */
    void *context;
    size_t errors;
    size_t warnings;
} Diag;

/* Tells "file:line:column: message". Details are told once, where they are known. */
void diag_error(Diag *diag, Place place, const char *format, ...) __attribute__((format(printf, 3, 4)));
void diag_warning(Diag *diag, Place place, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The place of byte `at` in `whole`, the text of `file`. */
Place place_of(Text file, Text whole, size_t at);

#endif
