/* Input as articles, one at a time: files, folders and all below them, archives, lists, standard input. */
#ifndef READER_H
#define READER_H

#include "diag.h"

typedef dateline_input ReaderOptions; /* where articles are read from, and which of them */

typedef struct RawArticle {
    Text path;    /* as the user gave it, and what it was found at below: "folder/a.md", "month.7z/a.md"; the nth of
                     several in one file "a.txt#2"; for messages and for the article's name */
    Text bytes;   /* UTF-8 without byte-order mark, no NUL, not empty; none of an input that was refused */
    size_t index; /* its place in the whole input, from 1; what is refused, or left out for its date, has one too */
    bool has_own_name; /* not so on standard input, and where a file has several articles */
} RawArticle;

typedef struct Reader Reader;

/* `options` and what it points to stay in use until the reader is closed. What is wrong with it is told; then
 * DATELINE_USAGE, or DATELINE_IO where the list of files cannot be read. */
Status reader_open(const ReaderOptions *options, Diag *diag, Reader **out);

/* Hands out the next article; what *out points to lives in `page`. Folders come in the order of their paths' bytes,
 * archives in their own. At the end *more is false, and out->index is the number of all. DATELINE_SKIPPED: this input
 * was refused; DATELINE_IO: it could not be read. Then why is told, and *out holds its path and its place; go on with
 * the next one. */
Status reader_next(Reader *reader, Arena *page, RawArticle *out, bool *more);

void reader_close(Reader *reader); /* NULL is nothing to close */

#endif
