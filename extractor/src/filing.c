/* Owns the names of files in a divided output. It does not know whether there are such files. */
#include "filing.h"

#include <stdio.h>

enum { LONGEST_NAME = 180 }; /* bytes: room for a date, a number and endings below the 255 that systems allow */

static void add_month(Day date, const char *format, Buffer *out) {
    char month[32];
    snprintf(month, sizeof month, format, date.year, date.month);
    buffer_add_string(out, date.year ? month : "undated");
}

/* The name of the article's own file, without its folder and its ending; cut between two characters. */
static Text stem_of(Text path) {
    Text name = path;
    for (size_t i = 0; i < path.length; i++) {
        name = path.at[i] == '/' ? text_after(path, i + 1) : name;
    }
    static const char *const endings[] = {".md", ".txt"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (text_ends(name, text_from(endings[i]))) {
            name.length -= text_from(endings[i]).length;
        }
    }
    size_t length = 0;
    while (length < name.length && utf8_next(name, length) <= LONGEST_NAME) {
        length = utf8_next(name, length);
    }
    return text_slice(name, 0, length);
}

static void add_article(Day date, Text path, Buffer *out) {
    char day[32] = "undated";
    Text stem = stem_of(path);
    if (date.year) {
        snprintf(day, sizeof day, "%04d-%02d-%02d", date.year, date.month, date.day);
    }
    add_month(date, "%04d/%02d", out);
    buffer_add_string(out, "/");
    if (!text_starts(stem, text_from(day))) {
        buffer_add_string(out, day);
        buffer_add_string(out, "_");
    }
    buffer_add(out, stem);
}

void filing_name(dateline_per per, Day date, Text path, Text shard, Buffer *out) {
    switch (per) {
    case DATELINE_PER_ARTICLE:
        add_article(date, path, out);
        break;
    case DATELINE_PER_MONTH:
        add_month(date, "%04d-%02d", out);
        break;
    case DATELINE_PER_SHARD:
        buffer_add_string(out, "part-");
        buffer_add(out, shard);
        break;
    case DATELINE_ONE_FILE:
        break;
    }
}
