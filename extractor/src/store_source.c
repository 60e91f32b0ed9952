/* Owns where statements to load come from: graph files, cut into pieces that fit into memory, and articles, which go
 * through the pipeline. It does not know where they go. */
#include "store_source.h"

#include "files.h"
#include "store_pieces.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

static const char *const ENDINGS[] = {".nq", ".nt", ".ttl", ".rdf"};
enum { ENDING_COUNT = sizeof ENDINGS / sizeof *ENDINGS };

static Status tell(const StoreSource *source, Text path, const char *why) {
    diag_error(source->diag, (Place){.file = path}, "%s", why);
    return DATELINE_IO;
}

static bool is_graph(Text path) {
    for (size_t i = 0; i < ENDING_COUNT; i++) {
        if (text_ends(path, text_from(ENDINGS[i]))) {
            return true;
        }
    }
    return text_equal(path, TEXT("-"));
}

/* ---- graph files ---- */

static Status hand_on(const StoreSource *source, TurtleReader *reader, Text path, const Piece *piece) {
    Triples triples = {0};
    Status status = turtle_read(reader, path, piece->line, piece->text, source->page, source->diag, &triples);
    if (status != DATELINE_OK) {
        return status == DATELINE_MEMORY ? status : DATELINE_IO;
    }
    return source->sink(source->context, path, &triples, piece->graph, piece->is_quad, source->page);
}

static Status read_pieces(const StoreSource *source, Pieces *pieces, TurtleReader *reader, Text path) {
    for (;;) {
        Piece piece;
        arena_reset(source->page);
        TRY(pieces_next(pieces, source->page, &piece));
        if (piece.text.length == 0) {
            return DATELINE_OK;
        }
        TRY(hand_on(source, reader, path, &piece));
    }
}

/* The reader has its own arena, as the page is forgotten after each piece. */
static Status read_stream(const StoreSource *source, FILE *stream, Text path) {
    Arena arena = {.exhausted = source->page->exhausted};
    TurtleReader *reader;
    Status status = turtle_open((Text){0}, &arena, source->diag, &reader);
    if (status == DATELINE_OK) {
        Pieces pieces = {.stream = stream, .path = path, .arena = &arena, .diag = source->diag};
        pieces.by_line = !text_ends(path, TEXT(".ttl"));
        status = read_pieces(source, &pieces, reader, path);
        turtle_close(reader);
    }
    arena_release(&arena);
    return status;
}

static Status read_graph(const StoreSource *source, Text path) {
    if (text_ends(path, TEXT(".rdf"))) {
        return tell(source, path, "RDF/XML cannot be sent piece by piece: write N-Quads (dateline extract -t nquads)");
    }
    if (text_equal(path, TEXT("-"))) {
        return read_stream(source, stdin, path);
    }
    FILE *stream = fopen(text_c_string(source->page, path), "rbe");
    if (!stream) {
        return tell(source, path, strerror(errno));
    }
    Status status = read_stream(source, stream, path);
    fclose(stream);
    return status;
}

/* ---- articles ---- */

static Status visit(void *context, const Tools *tools, Matcher *matcher, const Document *document, Arena *page,
                    Diag *diag) {
    const StoreSource *source = context;
    Report report;
    Triples triples = {0};
    Text name;
    TRY(pipeline_graph(tools, matcher, document, page, diag, &report, &triples, &name));
    return source->sink(source->context, document->article->path, &triples, name, false, page);
}

/* The path is kept, as the page is forgotten after each article. */
static Status read_articles(const StoreSource *source, Text path) {
    Arena arena = {.exhausted = source->page->exhausted};
    const char *paths[] = {text_c_string(&arena, path)};
    ReaderOptions input = {.paths = paths, .count = 1};
    Status status = pipeline_visit(source->tools, &input, source->page, source->diag, visit, (void *)source);
    arena_release(&arena);
    return status;
}

/* ---- folders ---- */

static Status list_graphs(Text folder, Arena *arena, Diag *diag, Texts *out) {
    for (size_t i = 0; i < ENDING_COUNT; i++) {
        Texts paths;
        TRY(folder_list(folder, text_from(ENDINGS[i]), arena, diag, &paths));
        for (size_t k = 0; k < paths.count; k++) {
            *VECTOR_PUSH(arena, out) = paths.items[k];
        }
    }
    return DATELINE_OK;
}

static bool is_folder(Text path, Arena *page) {
    struct stat about;
    return stat(text_c_string(page, path), &about) == 0 && S_ISDIR(about.st_mode);
}

bool store_source_is_articles(Text path, Arena *page) {
    Diag silent = {0};
    Texts graphs = {0};
    if (is_folder(path, page)) {
        return list_graphs(path, page, &silent, &graphs) == DATELINE_OK && graphs.count == 0;
    }
    return !is_graph(path);
}

static Status read_all(const StoreSource *source, const Texts *paths) {
    Status worst = DATELINE_OK;
    for (size_t i = 0; i < paths->count; i++) {
        Status status = read_graph(source, paths->items[i]);
        if (status > DATELINE_SKIPPED) {
            return status;
        }
        worst = status > worst ? status : worst;
    }
    return worst;
}

/* Of a folder that holds graph files these are read, of another the articles. */
Status store_source_read(const StoreSource *source, Text path) {
    if (store_source_is_articles(path, source->page)) {
        return read_articles(source, path);
    }
    if (!is_folder(path, source->page)) {
        return read_graph(source, path);
    }
    Arena arena = {.exhausted = source->page->exhausted};
    Texts graphs = {0};
    Status status = list_graphs(path, &arena, source->diag, &graphs);
    status = status == DATELINE_OK ? read_all(source, &graphs) : status;
    arena_release(&arena);
    return status;
}
