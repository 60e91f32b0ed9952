/* A lexicon of one table that a test writes, read as the program reads it. */
#ifndef TABLE_LEXICON_H
#define TABLE_LEXICON_H

#include "check.h"
#include "lexicon.h"

#include <stdlib.h>
#include <unistd.h>

/* `name` as in lexicon/, "units.tsv"; `rows` begin with the header. A test without its lexicon ends at once, with
 * status 2. */
static inline const Lexicon *table_lexicon(Arena *arena, const char *name, const char *rows) {
    char folder[] = "/tmp/table_lexicon.XXXXXX";
    if (!mkdtemp(folder)) {
        exit(2);
    }
    char *path = text_c_string(arena, text_format(arena, "%s/%s", folder, name));
    FILE *file = fopen(path, "w");
    if (!file || fputs(rows, file) == EOF || fclose(file) != 0) {
        exit(2);
    }
    Diag diag = {0};
    Lexicon *lexicon = NULL;
    Text path_of_folder = text_from(folder);
    CHECK_EQUAL(lexicon_load(&(Texts){.items = &path_of_folder, .count = 1}, NULL, arena, &diag, &lexicon),
                DATELINE_OK);
    unlink(path);
    rmdir(folder);
    return lexicon;
}

#endif
