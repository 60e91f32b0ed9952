/* Datelines: the words at the start of a dispatch that say who filed it, where and when. */
#ifndef DISPATCH_H
#define DISPATCH_H

#include "date.h"

typedef struct Dateline {
    Text text; /* without brackets and colon; empty: none, as before a △ item */
    Text agency;
    Text relayed; /* whose report the agency passes on */
    Text place;
    Day day;        /* as written: what it does not say is 0 */
    size_t length;  /* bytes that it takes up at the start of the paragraph, brackets, colon and byline included */
    bool continues; /* 又讯, △: agency and day are those of the dispatch before */
} Dateline;

/* Reads the dateline that a paragraph (trimmed) starts with. false: it starts with none. */
bool dispatch_read_dateline(Lang lang, Text paragraph, Dateline *out);

/* Reads a source at the end of a dispatch: （据新华社讯）, "(Xinhua News Agency)". `text` must be nothing else. */
bool dispatch_read_source(Lang lang, Text text, Dateline *out);

/* The first day in `text` that is written with at least its month. */
bool dispatch_find_day(Lang lang, Text text, Day *out);

/* The day that a dateline means in an issue of that date: in the issue's month or before, or at most a few days after
 * it (an article may be filed under the day of what it reports). Year 0: none. */
Day dispatch_resolve(Day written, Day issue);

/* What dispatch_en.c and dispatch_zh.c give to dispatch.c. */
bool dispatch_read_english(Text paragraph, Dateline *out);
bool dispatch_read_chinese(Text paragraph, Dateline *out);
bool dispatch_source_english(Text inner, Dateline *out);
bool dispatch_source_chinese(Text inner, Dateline *out);
/* Reads a day at byte `at`; *end is the byte after it. */
bool dispatch_day_english(Text text, size_t at, size_t *end, Day *out);
bool dispatch_day_chinese(Text text, size_t at, size_t *end, Day *out);

/* What stands between two marks at the start of `text`: "[Ping City News] …". *length is the byte after the closing
 * mark. */
bool dispatch_bracketed(Text text, const char *const pairs[][2], Text *inner, size_t *length);
size_t dispatch_skip(Text text, size_t at, const char *marks); /* white space and these marks */

#endif
