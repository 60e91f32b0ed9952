/* Owns raptor as a reader of large files: it is fed piece by piece, and its statements are handed on one by one. It
 * does not know what they say.
 *
 * Raptor's Turtle parser keeps all that it is given until the end. So Turtle is cut behind whole statements, and each
 * piece is parsed by itself: prefixes stay declared, and @base is said again before each piece. */
#include "rdfstream.h"

#include "rdfparser.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { PIECE = 1 << 20 };

typedef struct Stream {
    Text path;
    RdfVisit *visit;
    void *context;
    Arena *arena;  /* the visitor's */
    Arena scratch; /* one statement */
    Diag *diag;
    RdfParser parser;
    bool turtle;
    Text said_base;      /* the last @base, or empty */
    size_t line;         /* of what is being parsed: that on which the parser began */
    size_t errors;       /* told before this file */
    bool spent;          /* no memory is left */
    VECTOR(char) buffer; /* what is not parsed yet */
} Stream;

/* ---- where Turtle can be cut ---- */

static size_t behind(Text bytes, size_t at, char mark) {
    const char *found = at < bytes.length ? memchr(bytes.at + at, mark, bytes.length - at) : NULL;
    return found ? (size_t)(found - bytes.at) + 1 : SIZE_MAX;
}

/* The byte behind the string that opens at `at`; SIZE_MAX: it does not end here. */
static size_t behind_string(Text bytes, size_t at) {
    char mark = bytes.at[at];
    char marks[] = {mark, mark, mark};
    bool is_long = text_starts(text_after(bytes, at), (Text){marks, 3});
    for (size_t i = at + (is_long ? 3 : 1); i < bytes.length; i++) {
        if (bytes.at[i] == '\\') {
            i++;
        } else if (bytes.at[i] == mark && (!is_long || text_starts(text_after(bytes, i), (Text){marks, 3}))) {
            return i + (is_long ? 3 : 1);
        }
    }
    return SIZE_MAX;
}

/* Is the full stop at `at` the end of a statement, and not inside a name or a number? */
static bool ends_statement(Text bytes, size_t at, bool ended) {
    if (at + 1 >= bytes.length) {
        return ended;
    }
    return bytes.at[at + 1] == '#' || is_space((unsigned char)bytes.at[at + 1]);
}

static size_t behind_token(Text bytes, size_t at) {
    switch (bytes.at[at]) {
    case '#':
        return behind(bytes, at, '\n');
    case '<':
        return behind(bytes, at, '>');
    case '"':
    case '\'':
        return behind_string(bytes, at);
    case '\\':
        return at + 2;
    default:
        return at + 1;
    }
}

size_t rdfstream_whole_statements(Text bytes, bool ended) {
    enum { LONGEST_MARK = 3 };
    size_t whole = 0;
    size_t limit = ended || bytes.length < LONGEST_MARK ? bytes.length : bytes.length - LONGEST_MARK;
    for (size_t at = 0; at < limit;) {
        if (bytes.at[at] == '.' && ends_statement(bytes, at, ended)) {
            whole = at + 1;
        }
        size_t next = behind_token(bytes, at);
        if (next == SIZE_MAX) {
            break;
        }
        at = next;
    }
    return ended ? bytes.length : whole;
}

static size_t behind_space(Text bytes, size_t at) {
    while (at < bytes.length && (is_space((unsigned char)bytes.at[at]) || bytes.at[at] == '#')) {
        size_t next = bytes.at[at] == '#' ? behind(bytes, at, '\n') : at + 1;
        at = next == SIZE_MAX ? bytes.length : next;
    }
    return at;
}

/* The byte behind the keyword at `at`, with or without its @, if it stands there. */
static size_t behind_keyword(Text bytes, size_t at, Text keyword) {
    size_t from = at + (at < bytes.length && bytes.at[at] == '@');
    Text word = text_slice(bytes, from, from + keyword.length < bytes.length ? from + keyword.length : bytes.length);
    size_t end = from + keyword.length;
    bool stands = text_equal_nocase(word, keyword) && end < bytes.length &&
                  (is_space((unsigned char)bytes.at[end]) || bytes.at[end] == '<');
    return stands ? end : SIZE_MAX;
}

/* Bases are said between statements; the last one of a piece holds for the next. */
static void note_base(Stream *stream, Text bytes) {
    for (size_t at = 0; at < bytes.length;) {
        size_t start = behind_space(bytes, at);
        size_t word = behind_keyword(bytes, start, TEXT("base"));
        size_t open = word == SIZE_MAX ? SIZE_MAX : behind(bytes, word, '<');
        size_t close = open == SIZE_MAX ? SIZE_MAX : behind(bytes, open, '>');
        if (close != SIZE_MAX) {
            stream->said_base = text_copy(stream->arena, text_slice(bytes, open - 1, close));
            at = close;
            continue;
        }
        if (behind_keyword(bytes, start, TEXT("prefix")) != SIZE_MAX) {
            size_t end = behind(bytes, start, '>');
            at = end == SIZE_MAX ? bytes.length : end;
            continue;
        }
        while (start < bytes.length && !(bytes.at[start] == '.' && ends_statement(bytes, start, true))) {
            size_t next = behind_token(bytes, start);
            start = next == SIZE_MAX ? bytes.length : next;
        }
        at = start + 1;
    }
}

/* ---- raptor ---- */

static void on_log(void *context, raptor_log_message *message) {
    Stream *stream = context;
    if (message->level >= RAPTOR_LOG_LEVEL_ERROR && stream->diag->errors == stream->errors) {
        size_t line = message->locator && message->locator->line > 0 ? (size_t)message->locator->line : 1;
        diag_error(stream->diag, (Place){.file = stream->path, .line = stream->line + line - 1}, "%s", message->text);
    }
}

/* An arena without memory jumps; a jump over raptor's frames would lose what they hold, so it is caught here. */
static void on_statement(void *context, raptor_statement *statement) {
    Stream *stream = context;
    jmp_buf *outer = stream->arena->exhausted;
    jmp_buf here;
    if (stream->spent) {
        return;
    }
    stream->arena->exhausted = &here;
    stream->scratch.exhausted = &here;
    if (setjmp(here) == 0) {
        Triple triple = rdfparser_copy(&stream->scratch, statement);
        if (utf8_check(triple.object.text) == SIZE_MAX && utf8_check(triple.subject.text) == SIZE_MAX) {
            stream->visit(stream->context, &triple);
        }
        arena_reset(&stream->scratch);
    } else {
        stream->spent = true;
    }
    stream->arena->exhausted = outer;
    stream->scratch.exhausted = outer;
}

/* ---- pieces ---- */

static Status answer(const Stream *stream, bool failed) {
    if (stream->spent) {
        return DATELINE_MEMORY;
    }
    if (failed && stream->diag->errors == stream->errors) {
        diag_error(stream->diag, (Place){.file = stream->path}, "cannot be parsed");
    }
    return stream->diag->errors == stream->errors ? DATELINE_OK : DATELINE_IO;
}

static Status check_bytes(const Stream *stream, Text bytes) {
    bool nul;
    size_t fault = rdfparser_fault(bytes, &nul);
    if (fault == SIZE_MAX) {
        return DATELINE_OK;
    }
    size_t line = stream->turtle ? place_of(stream->path, bytes, fault).line + stream->line - 1 : 0;
    diag_error(stream->diag, (Place){.file = stream->path, .line = line}, nul ? "a NUL character" : "not UTF-8");
    return DATELINE_IO;
}

static Status parse_turtle(Stream *stream, Text bytes) {
    Text said =
        stream->said_base.length ? text_format(stream->arena, "@base %.*s . ", TEXT_ARGS(stream->said_base)) : TEXT("");
    bool good = rdfparser_start(&stream->parser) &&
                (said.length == 0 || rdfparser_parse(&stream->parser, said, false)) &&
                rdfparser_parse(&stream->parser, bytes, true);
    TRY(answer(stream, !good));
    note_base(stream, bytes);
    for (size_t i = 0; i < bytes.length; i++) {
        stream->line += bytes.at[i] == '\n';
    }
    return DATELINE_OK;
}

/* The end of the last whole line or tag, so that no character is cut in two. */
static size_t whole_lines(Text bytes, bool ended) {
    size_t at = bytes.length;
    while (!ended && at > 0 && bytes.at[at - 1] != '\n' && bytes.at[at - 1] != '>') {
        at--;
    }
    return at;
}

/* Parses as much of the buffer as is whole. */
static Status feed(Stream *stream, bool ended) {
    Text bytes = {stream->buffer.items, stream->buffer.count};
    size_t whole = stream->turtle ? rdfstream_whole_statements(bytes, ended) : whole_lines(bytes, ended);
    Text piece = text_slice(bytes, 0, whole);
    if (whole == 0 && !ended) {
        return DATELINE_OK;
    }
    TRY(check_bytes(stream, piece));
    if (stream->turtle) {
        TRY(parse_turtle(stream, piece));
    } else {
        TRY(answer(stream, !rdfparser_parse(&stream->parser, piece, ended)));
    }
    memmove(stream->buffer.items, stream->buffer.items + whole, bytes.length - whole);
    stream->buffer.count -= whole;
    return DATELINE_OK;
}

static void make_room(Stream *stream) {
    while (stream->buffer.capacity < stream->buffer.count + PIECE) {
        stream->buffer.items = arena_grow(stream->arena, stream->buffer.items, stream->buffer.capacity,
                                          &stream->buffer.capacity, sizeof *stream->buffer.items);
    }
}

static Status read_pieces(Stream *stream, FILE *file) {
    if (!stream->turtle && !rdfparser_start(&stream->parser)) {
        return answer(stream, true);
    }
    for (bool ended = false; !ended;) {
        make_room(stream);
        size_t got = fread(stream->buffer.items + stream->buffer.count, 1, PIECE, file);
        stream->buffer.count += got;
        ended = got < PIECE;
        if (ferror(file)) {
            diag_error(stream->diag, (Place){.file = stream->path}, "%s", strerror(errno));
            return DATELINE_IO;
        }
        TRY(feed(stream, ended));
    }
    return DATELINE_OK;
}

/* Without memory it answers so, and lets its caller clean up. */
static Status read_guarded(Stream *stream, const char *syntax, FILE *file) {
    jmp_buf *outer = stream->arena->exhausted;
    jmp_buf here;
    stream->arena->exhausted = stream->scratch.exhausted = &here;
    if (setjmp(here) != 0) {
        stream->arena->exhausted = outer;
        return DATELINE_MEMORY;
    }
    bool open = rdfparser_open(&stream->parser, syntax, stream, on_log, on_statement);
    Status status = open ? read_pieces(stream, file) : DATELINE_MEMORY;
    stream->arena->exhausted = outer;
    return status;
}

static const char *syntax_of(Text path) {
    static const char *const SYNTAXES[][2] = {
        {".ttl", "turtle"}, {".nt", "ntriples"}, {".nq", "nquads"}, {".rdf", "rdfxml"}};
    for (size_t i = 0; i < sizeof SYNTAXES / sizeof *SYNTAXES; i++) {
        if (text_ends(path, text_from(SYNTAXES[i][0]))) {
            return SYNTAXES[i][1];
        }
    }
    return NULL;
}

Status rdfstream_read(Text path, RdfVisit *visit, void *context, Arena *arena, Diag *diag) {
    const char *syntax = syntax_of(path);
    if (!syntax) {
        diag_error(diag, (Place){.file = path}, "a file of RDF ends in .ttl, .nt, .nq or .rdf");
        return DATELINE_USAGE;
    }
    FILE *file = fopen(text_c_string(arena, path), "rb");
    if (!file) {
        diag_error(diag, (Place){.file = path}, "%s", strerror(errno));
        return DATELINE_IO;
    }
    Stream *stream = ARENA_NEW(arena, Stream);
    *stream = (Stream){.path = path,
                       .visit = visit,
                       .context = context,
                       .arena = arena,
                       .diag = diag,
                       .turtle = strcmp(syntax, "turtle") == 0,
                       .line = 1,
                       .errors = diag->errors};
    Status status = read_guarded(stream, syntax, file);
    rdfparser_close(&stream->parser);
    arena_release(&stream->scratch);
    fclose(file);
    return status;
}
