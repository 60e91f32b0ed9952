/* Input as articles, one at a time: a file, a folder and all below it, or standard input. */
#ifndef READER_H
#define READER_H

#include "diag.h"

typedef struct RawArticle {
    Text path;  /* as the user gave it, or below that folder: for messages and for the article's name */
    Text bytes; /* UTF-8 without byte-order mark, no NUL, not empty */
} RawArticle;

typedef struct Reader Reader;

/* `path` "-" is standard input. What cannot be read at all is told and answers DATELINE_IO. */
Status reader_open(Text path, Diag *diag, Reader **out);

/* Hands out the next article; its bytes live in `page`. Folders come in the order of their paths' bytes, *.md and *.txt
 * only. At the end *more is false. DATELINE_SKIPPED: this input was refused, and why is told; go on with the next one.
 */
Status reader_next(Reader *reader, Arena *page, RawArticle *out, bool *more);

void reader_close(Reader *reader); /* NULL is nothing to close */

#endif
