/* What is sent to a store: graph files in pieces, batches, the journal. */
#include "check.h"
#include "store_batch.h"
#include "store_journal.h"
#include "store_pieces.h"
#include "terms.h"

#include <stdlib.h>
#include <unistd.h>

static jmp_buf exhausted;
static Arena arena = {.exhausted = &exhausted};
static char told[1024];

static void listen(void *context, const char *message) {
    (void)context;
    snprintf(told, sizeof told, "%s", message);
}

static Pieces pieces_of(const char *text, bool by_line, Diag *diag) {
    FILE *stream = tmpfile();
    fputs(text, stream);
    rewind(stream);
    return (Pieces){.stream = stream, .path = TEXT("f"), .arena = &arena, .diag = diag, .by_line = by_line};
}

static Piece next(Pieces *pieces) {
    Piece piece;
    CHECK_EQUAL(pieces_next(pieces, &arena, &piece), DATELINE_OK);
    return piece;
}

/* A piece ends where the graph changes, and begins on its line. */
static void test_quads(void) {
    Diag diag = {0};
    Pieces pieces = pieces_of("# a comment\n<a:s> <a:p> \"say \\\"<a:x> .\\\"\"@en <a:g> .\n\n"
                              "<a:s> <a:p> \"1\"^^<a:d><a:g>.\r\n<a:s><a:p><a:o><a:h>.\n<a:s> <a:p> <a:o> .",
                              true, &diag);
    Piece piece = next(&pieces);
    CHECK_TEXT(piece.graph, "a:g");
    CHECK_EQUAL(piece.line, 1);
    CHECK_TEXT(piece.text, "# a comment\n<a:s> <a:p> \"say \\\"<a:x> .\\\"\"@en .\n\n<a:s> <a:p> \"1\"^^<a:d>.\n");
    piece = next(&pieces);
    CHECK_TEXT(piece.graph, "a:h");
    CHECK_EQUAL(piece.line, 5);
    CHECK_TEXT(piece.text, "<a:s><a:p><a:o>.\n");
    piece = next(&pieces);
    CHECK(!piece.is_quad);
    CHECK_TEXT(piece.text, "<a:s> <a:p> <a:o> .\n");
    CHECK_EQUAL(next(&pieces).text.length, 0);
    fclose(pieces.stream);
}

/* A long Turtle file is cut behind statements, and each piece knows the base. */
static void test_turtle(void) {
    static const char STATEMENT[] = "<s> a <T> ; <p> \"a . b\" , '''x .\n\" . ''' , 1.5 . # . \n";
    Bytes text = {0};
    Diag diag = {0};
    bytes_put(&arena, &text, TEXT("@base <http://e/> .\n@prefix a: <http://e/a#> .\n"));
    for (int i = 0; i < 12000; i++) {
        bytes_put(&arena, &text, text_from(STATEMENT));
    }
    *VECTOR_PUSH(&arena, &text) = '\0';
    Pieces pieces = pieces_of(text.items, false, &diag);
    size_t count = 0;
    size_t bytes = 0;
    for (Piece piece = next(&pieces); piece.text.length; piece = next(&pieces)) {
        Text rest = count ? text_after(piece.text, sizeof "@base <http://e/> ." - 1) : piece.text;
        CHECK(count == 0 || text_starts(piece.text, TEXT("@base <http://e/> .")));
        CHECK(text_starts(text_trim(rest), count ? TEXT("#") : TEXT("@base")));
        CHECK_EQUAL(piece.line, bytes ? 3 + 2 * ((bytes - 47) / (sizeof STATEMENT - 1)) + 1 : 1);
        bytes += rest.length - 1; /* the space behind the base */
        count++;
    }
    CHECK(count > 2);
    CHECK_EQUAL(bytes, text.count - 1);
    fclose(pieces.stream);
}

static Triple triple_of(const char *object) {
    return (Triple){{TERM_IRI, TEXT("a:s"), {0}, {0}},
                    {TERM_IRI, TEXT("a:p"), {0}, {0}},
                    {TERM_LITERAL, text_from(object), {0}, {0}}};
}

static void test_batch(void) {
    Batch batch = {.arena = {.exhausted = &exhausted}};
    Triple one = triple_of("a\n\"b\\u0041");
    Triple two = triple_of("二");
    two.object.language = TEXT("zh");
    batch_add(&batch, TEXT("a:g"), true, &one);
    batch_add(&batch, TEXT("a:g"), false, &two);
    batch_add(&batch, TEXT("a:h"), false, &two);
    CHECK_EQUAL(batch.segments.count, 2);
    CHECK_TEXT(batch_update(&batch, 0, batch.lines.count),
               "CLEAR SILENT GRAPH <a:g> ;\nINSERT DATA {\nGRAPH <a:g> {\n"
               "<a:s> <a:p> \"a\\n\\\"b\\\\\\u00750041\" .\n<a:s> <a:p> \"二\"@zh .\n}\n"
               "GRAPH <a:h> {\n<a:s> <a:p> \"二\"@zh .\n}\n}\n");
    size_t middle = batch_middle(&batch, 0, batch.lines.count);
    CHECK(middle > 0 && middle < batch.lines.count && batch.lines.items[middle - 1] == '\n');
    CHECK(!text_contains(batch_update(&batch, middle, batch.lines.count), TEXT("CLEAR")));
    CHECK_EQUAL(batch_middle(&batch, middle, batch.lines.count) <= batch.lines.count, true);
    Text digest = text_copy(&arena, batch_digest(&batch));
    batch_clear(&batch);
    batch_add(&batch, TEXT("a:g"), false, &one);
    batch_add(&batch, TEXT("a:g"), false, &two);
    batch_add(&batch, TEXT("a:h"), false, &two);
    CHECK(!text_equal(digest, batch_digest(&batch)));
    arena_release(&batch.arena);
}

static Text digits(char c) {
    char *bytes = ARENA_ARRAY(&arena, char, 64);
    memset(bytes, c, 64);
    return (Text){bytes, 64};
}

static Status open_journal(Journal *journal, const char *path, const char *settings) {
    static Diag diag = {.sink = listen};
    told[0] = '\0';
    return journal_open(journal, text_from(path), text_from(settings), &arena, &diag);
}

static void test_journal(void) {
    char path[] = "/tmp/store_test_XXXXXX";
    Journal journal;
    Journal other;
    bool taken;
    close(mkstemp(path));
    CHECK_EQUAL(open_journal(&journal, path, "here"), DATELINE_OK);
    CHECK_EQUAL(journal_keep(&journal, digits('a')), DATELINE_OK);
    CHECK_EQUAL(journal_keep(&journal, digits('b')), DATELINE_OK);
    CHECK_EQUAL(open_journal(&other, path, "here"), DATELINE_USAGE);
    CHECK(strstr(told, "another load is using this journal"));
    journal_close(&other, false);
    fputs("half a li", journal.file);
    journal_close(&journal, false);
    CHECK_EQUAL(open_journal(&journal, path, "there"), DATELINE_USAGE);
    journal_close(&journal, false);
    CHECK_EQUAL(open_journal(&journal, path, "here"), DATELINE_OK);
    CHECK(journal_next(&journal, digits('a'), &taken) == DATELINE_OK && taken);
    CHECK(journal_next(&journal, digits('b'), &taken) == DATELINE_OK && taken);
    CHECK(journal_next(&journal, digits('c'), &taken) == DATELINE_OK && !taken);
    CHECK_EQUAL(journal_keep(&journal, digits('c')), DATELINE_OK);
    journal_close(&journal, false);
    CHECK_EQUAL(open_journal(&journal, path, "here"), DATELINE_OK);
    CHECK(journal_next(&journal, digits('a'), &taken) == DATELINE_OK && taken);
    CHECK_EQUAL(journal_next(&journal, digits('x'), &taken), DATELINE_USAGE);
    CHECK(strstr(told, "has changed since"));
    journal_close(&journal, true);
    CHECK(access(path, F_OK) != 0);
}

int main(void) {
    if (setjmp(exhausted)) {
        return 2;
    }
    test_quads();
    test_turtle();
    test_batch();
    test_journal();
    arena_release(&arena);
    return check_report();
}
