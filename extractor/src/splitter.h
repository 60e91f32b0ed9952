/* Cuts a stream of bytes into the articles that stand in it, one behind the other. */
#ifndef SPLITTER_H
#define SPLITTER_H

#include "encoding.h"

#include <sys/types.h>

typedef struct Splitter Splitter;

/* Up to `room` bytes more; 0: there are none; -1: they cannot be read. */
typedef ssize_t SplitterRead(void *context, char *to, size_t room);

typedef struct Piece {
    Text bytes;    /* of one article, until the splitter is used again */
    bool was_wide; /* the stream was UTF-16, of which `bytes` is the UTF-8 */
    bool is_last;
} Piece;

typedef enum SplitStatus { SPLIT_PIECE, SPLIT_END, SPLIT_UNREADABLE, SPLIT_TOO_LARGE, SPLIT_MEMORY } SplitStatus;

enum { LARGEST_MEBIBYTES = 64 }; /* of one article */

Splitter *splitter_create(void); /* NULL: there is no memory */
void splitter_release(Splitter *splitter);

/* Begins a stream. *head is its first bytes: `least` (64 KiB at most), if it has so many, or more; until the splitter
 * is used again. */
SplitStatus splitter_start(Splitter *splitter, SplitterRead *read, void *context, size_t least, Text *head);

/* The next article, with what stands between it and the one behind it. A stream of blank lines is one article; an empty
 * stream is none. After any other status than SPLIT_PIECE the stream is at its end. */
SplitStatus splitter_next(Splitter *splitter, Arena *scratch, Piece *out);

#endif
