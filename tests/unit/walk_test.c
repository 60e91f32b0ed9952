/* A folder with more files than names are kept comes in order all the same. Links and what cannot be read: reader_test.
 */
#include "check.h"
#include "walk.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILES = 12000 };

static char folder[] = "/tmp/dateline-walk-XXXXXX";

static bool ends_in_md(Text name) {
    return text_ends(name, TEXT(".md"));
}

/* The numbers are spread over the folder: no order in which a system hands out names is that of the names. */
static void make_files(void) {
    char name[80];
    size_t made = 0;
    for (unsigned i = 0; i < FILES; i++) {
        snprintf(name, sizeof name, "%s/%05u.%s", folder, i * 7919 % FILES, i % 100 ? "md" : "pdf");
        FILE *file = fopen(name, "w");
        made += file != NULL;
        if (file) {
            fclose(file);
        }
    }
    CHECK_EQUAL(made, FILES);
    snprintf(name, sizeof name, "%s/05000", folder);
    CHECK_EQUAL(mkdir(name, 0700), 0);
    snprintf(name, sizeof name, "%s/05000/below.md", folder);
    fclose(fopen(name, "w"));
}

int main(void) {
    Arena arena = {0};
    Arena names = {0};
    Diag diag = {0};
    Walk *walk;
    Text last = TEXT("");
    Text path;
    bool more;
    size_t count = 0;
    size_t ordered = 0;
    CHECK(mkdtemp(folder) != NULL);
    make_files();
    CHECK_EQUAL(walk_open(text_from(folder), ends_in_md, &diag, &arena, &walk), DATELINE_OK);
    while (walk_next(walk, &arena, &path, &more) == DATELINE_OK && more) {
        ordered += text_compare(last, path) < 0;
        last = text_copy(&names, path);
        count++;
        arena_reset(&arena);
    }
    walk_close(walk);
    CHECK_EQUAL(count, FILES - FILES / 100 + 1);
    CHECK_EQUAL(ordered, count);
    CHECK_EQUAL(walk_open(TEXT("/nowhere/at/all"), ends_in_md, &diag, &arena, &walk), DATELINE_IO);
    CHECK(walk == NULL);
    CHECK_EQUAL(diag.errors, 1);
    CHECK_EQUAL(system(text_c_string(&arena, text_format(&arena, "rm -r %s", folder))), 0);
    arena_release(&names);
    arena_release(&arena);
    return check_report();
}
