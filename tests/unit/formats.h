/* Reads the sample articles of tests/data/formats, one for each shape that files of the archive have. */
#ifndef FORMATS_H
#define FORMATS_H

#include "article.h"
#include "check.h"
#include "reader.h"

/* Reads and parses one sample. */
static inline Status formats_parse(const char *name, Arena *arena, Diag *diag, Article *out) {
    Reader *reader;
    RawArticle raw;
    bool more;
    const char *path = text_c_string(arena, text_format(arena, "tests/data/formats/%s", name));
    ReaderOptions input = {.paths = &path, .count = 1};
    Status status = reader_open(&input, diag, &reader);
    if (status != DATELINE_OK) {
        return status;
    }
    status = reader_next(reader, arena, &raw, &more);
    reader_close(reader);
    return status == DATELINE_OK ? article_parse(raw.path, raw.bytes, arena, diag, out) : status;
}

#endif
