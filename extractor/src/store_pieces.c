/* Owns the cutting of a graph file: Turtle behind a full stop that ends a statement, N-Triples and N-Quads behind a
 * line, and where the graph changes. It checks no syntax: that is for whoever reads the piece. */
#include "store_pieces.h"

#include <errno.h>
#include <string.h>

enum { PIECE = 256 * 1024, READ = 64 * 1024 };

/* More bytes behind those that are there. False: there are none. */
static bool read_more(Pieces *pieces) {
    if (pieces->begin > 0) {
        memmove(pieces->bytes, pieces->bytes + pieces->begin, pieces->end - pieces->begin);
        pieces->end -= pieces->begin;
        pieces->begin = 0;
    }
    while (pieces->capacity < pieces->end + READ) {
        pieces->bytes = arena_grow(pieces->arena, pieces->bytes, pieces->capacity, &pieces->capacity, 1);
    }
    size_t got = fread(pieces->bytes + pieces->end, 1, READ, pieces->stream);
    pieces->end += got;
    return got > 0;
}

/* ---- Turtle ---- */

static bool is_space_byte(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The end of the string that begins at `at`; SIZE_MAX: not in this text. */
static size_t string_end(Text text, size_t at) {
    char quote = text.at[at];
    bool is_long = at + 2 < text.length && text.at[at + 1] == quote && text.at[at + 2] == quote;
    for (size_t i = at + (is_long ? 3 : 1); i < text.length; i++) {
        if (text.at[i] == '\\') {
            i++;
        } else if (text.at[i] == quote && !is_long) {
            return i + 1;
        } else if (text.at[i] == quote && i + 2 < text.length && text.at[i + 1] == quote && text.at[i + 2] == quote) {
            return i + 3;
        }
    }
    return SIZE_MAX;
}

static size_t find_byte(Text text, size_t at, char c) {
    const char *found = memchr(text.at + at, c, text.length - at);
    return found ? (size_t)(found - text.at) + 1 : SIZE_MAX;
}

/* The byte behind the token at `at`, a full stop counting as one when white space follows; SIZE_MAX: it does not end
 * here. */
static size_t token_end(Text text, size_t at) {
    switch (text.at[at]) {
    case '"':
    case '\'':
        return string_end(text, at);
    case '<':
        return find_byte(text, at, '>');
    case '#':
        return find_byte(text, at, '\n');
    default:
        return at + 1;
    }
}

/* The end of the last statement in `text` that begins at its start; 0: none ends. */
static size_t last_statement(Text text) {
    size_t last = 0;
    for (size_t at = 0; at < text.length;) {
        bool is_stop = text.at[at] == '.' && at + 1 < text.length && is_space_byte(text.at[at + 1]);
        size_t end = token_end(text, at);
        if (end == SIZE_MAX) {
            break;
        }
        last = is_stop ? end : last;
        at = end;
    }
    return last;
}

/* Keeps the @base of a piece for those behind it. */
static void keep_base(Pieces *pieces, Text piece) {
    while (piece.length) {
        Text line = text_trim(text_line(&piece));
        if (text_starts(line, TEXT("@base")) ||
            (line.length > 4 && text_equal_nocase(text_slice(line, 0, 5), TEXT("BASE ")))) {
            pieces->base = text_copy(pieces->arena, line);
        }
    }
}

static size_t lines_in(Text text) {
    size_t lines = 0;
    for (size_t i = 0; i < text.length; i++) {
        lines += text.at[i] == '\n';
    }
    return lines;
}

static Text rest_of(const Pieces *pieces) {
    return (Text){pieces->bytes + pieces->begin, pieces->end - pieces->begin};
}

static void take(Pieces *pieces, size_t length) {
    pieces->line += lines_in(text_slice(rest_of(pieces), 0, length));
    pieces->begin += length;
}

/* The base stands before a piece, on the line that its first statement begins on. */
static void next_of_turtle(Pieces *pieces, Arena *page, Piece *out) {
    size_t length = 0;
    bool more = true;
    while (more && length == 0) {
        more = read_more(pieces);
        Text rest = rest_of(pieces);
        length = !more ? rest.length : rest.length >= PIECE ? last_statement(rest) : 0;
    }
    Text text = text_slice(rest_of(pieces), 0, length);
    out->line = pieces->line + 1;
    out->text = length ? text_format(page, "%.*s %.*s", TEXT_ARGS(pieces->base), TEXT_ARGS(text)) : text;
    keep_base(pieces, text);
    take(pieces, length);
}

/* ---- lines ---- */

/* The byte behind the term at `at` and the white space behind it; SIZE_MAX: there is none. */
static size_t term_end(Text line, size_t at) {
    char c = at < line.length ? line.at[at] : '.';
    if (c == '<' || c == '"') {
        at = token_end(line, at);
        if (c == '"' && at < line.length && text_starts(text_after(line, at), TEXT("^^<"))) {
            at = find_byte(line, at, '>');
        }
        while (
            c == '"' && at < line.length &&
            (line.at[at] == '@' || line.at[at] == '-' || is_ascii_letter(line.at[at]) || is_ascii_digit(line.at[at]))) {
            at++;
        }
    } else if (c == '_') {
        while (at < line.length && !is_space_byte(line.at[at]) && line.at[at] != '<') {
            at++;
        }
    } else {
        return SIZE_MAX;
    }
    while (at < line.length && is_space_byte(line.at[at])) {
        at++;
    }
    return at;
}

/* Cuts the graph off a line of N-Quads: *graph is its IRI, or empty. */
static Text without_graph(Text line, Text *graph) {
    size_t at = 0;
    *graph = (Text){0};
    for (int i = 0; i < 3 && at != SIZE_MAX; i++) {
        at = term_end(line, at);
    }
    if (at == SIZE_MAX || at >= line.length || line.at[at] != '<') {
        return line;
    }
    size_t end = find_byte(line, at, '>');
    if (end == SIZE_MAX) {
        return line;
    }
    *graph = text_slice(line, at + 1, end - 1);
    return text_slice(line, 0, at);
}

/* The length of the next line with its end; 0: there is none. */
static size_t next_line(Pieces *pieces) {
    for (bool more = true;;) {
        Text rest = rest_of(pieces);
        size_t end = rest.length ? find_byte(rest, 0, '\n') : SIZE_MAX;
        if (end != SIZE_MAX || !more) {
            return end == SIZE_MAX ? rest.length : end;
        }
        more = read_more(pieces);
    }
}

static bool is_statement(Text line) {
    return line.length && line.at[0] != '#';
}

/* Lines of one graph, one line of the piece for each line of the file. */
static void next_of_lines(Pieces *pieces, Arena *page, Piece *out) {
    VECTOR(char) bytes = {0};
    bool any = false;
    out->line = pieces->line + 1;
    for (size_t length; bytes.count < PIECE && (length = next_line(pieces)) > 0;) {
        Text graph;
        Text line = text_trim(text_slice(rest_of(pieces), 0, length));
        Text statement = without_graph(line, &graph);
        if (is_statement(line) && any && !text_equal(graph, out->graph)) {
            break;
        }
        if (is_statement(line) && !any) {
            any = true;
            out->graph = text_copy(page, graph);
        }
        for (size_t i = 0; i < statement.length; i++) {
            *VECTOR_PUSH(page, &bytes) = statement.at[i];
        }
        if (statement.length < line.length) {
            *VECTOR_PUSH(page, &bytes) = '.';
        }
        *VECTOR_PUSH(page, &bytes) = '\n';
        take(pieces, length);
    }
    out->is_quad = out->graph.length > 0;
    out->text = (Text){bytes.items, bytes.count};
}

Status pieces_next(Pieces *pieces, Arena *page, Piece *out) {
    *out = (Piece){0};
    if (pieces->by_line) {
        next_of_lines(pieces, page, out);
    } else {
        next_of_turtle(pieces, page, out);
    }
    if (ferror(pieces->stream)) {
        diag_error(pieces->diag, (Place){.file = pieces->path}, "%s", strerror(errno));
        return DATELINE_IO;
    }
    return DATELINE_OK;
}
