/* One article, taken apart: its head, its versions in two languages, its pairs of names. */
#ifndef ARTICLE_H
#define ARTICLE_H

#include "date.h"

/* A text version: an exact slice of the file. The English one runs from the first character of the title to the end of
 * the body (before a Named Entities block and before <hr />), the Chinese one from the first character after "### " to
 * the end. */
typedef struct Version {
    bool present;
    Text text;
    size_t starts_at; /* code points from the start of the decoded file (byte-order mark dropped) */
    Text headline;    /* slices of `text`, all of them: */
    Text body;
    Text author;
    Text section; /* 专栏 */
} Version;

typedef struct NamePair {
    Text name[LANG_COUNT];
} NamePair;

typedef struct Article {
    Text name;         /* of the file it was read from, no folder */
    bool has_own_name; /* there is no other article in that file, and it is not standard input */
    Text path;         /* as the user gave it: for messages */
    Text file;         /* all of the decoded file */
    Day date;          /* of the issue; the day may be 0 (1957-03-00) */
    Text page;         /* "1", or empty */
    Text page_name;    /* 国际, or empty */
    Version version[LANG_COUNT];
    VECTOR(NamePair) names; /* the Named Entities block */
} Article;

/* Takes one file apart. What is no article is told (file:line:column) and answers DATELINE_SKIPPED. `bytes` is checked
 * UTF-8. */
Status article_parse(Text path, Text bytes, Arena *arena, Diag *diag, Article *out);

#endif
