/* Owns where one article ends and the next begins in a stream, and as much of the stream as one article needs. What the
 * lines of a head look like is layout.c's; it looks at bytes before they are decoded, as both UTF-8 and GB18030 let
 * their ASCII lines be seen. */
#include "splitter.h"

#include "layout.h"

#include <stdlib.h>
#include <string.h>

enum {
    ROOM = 64 * 1024,     /* read at a time */
    MOST_ROOM = 2 * ROOM, /* the same as UTF-8, if it was UTF-16 */
    HEAD_ROOM = 2 * 1024  /* no head of an article is longer */
};
static const size_t LARGEST = (size_t)LARGEST_MEBIBYTES * 1024 * 1024;

struct Splitter {
    SplitterRead *read;
    void *context;
    char *bytes;
    size_t capacity;
    size_t begin;    /* of the article that is looked for the end of */
    size_t line;     /* the first line that has not been looked at */
    size_t searched; /* up to here that line has no end */
    size_t end;      /* of what has been read */
    bool ended;      /* so has the stream */
    Encoding encoding;
    char *wide; /* MOST_ROOM bytes, if there ever was a stream in UTF-16: what has not been decoded */
    size_t wide_length;
    bool has_text; /* the lines of the article that have been looked at: are not all blank */
    bool has_headline;
    bool divided; /* end with one that divides its halves */
};

Splitter *splitter_create(void) {
    return calloc(1, sizeof(Splitter));
}

void splitter_release(Splitter *splitter) {
    if (splitter) {
        free(splitter->bytes);
        free(splitter->wide);
    }
    free(splitter);
}

/* ---- the stream ---- */

/* Moves what is still needed to the front, or grows. */
static bool make_room(Splitter *splitter) {
    if (splitter->capacity - splitter->end >= MOST_ROOM) {
        return true;
    }
    if (splitter->begin >= MOST_ROOM) {
        size_t gone = splitter->begin;
        memmove(splitter->bytes, splitter->bytes + gone, splitter->end - gone);
        splitter->begin = 0;
        splitter->line -= gone;
        splitter->searched -= gone;
        splitter->end -= gone;
        return true;
    }
    size_t larger = splitter->capacity ? splitter->capacity * 2 : (size_t)MOST_ROOM * 2;
    char *bytes = realloc(splitter->bytes, larger);
    if (bytes) {
        splitter->bytes = bytes;
        splitter->capacity = larger;
    }
    return bytes != NULL;
}

static bool is_wide(const Splitter *splitter) {
    return splitter->encoding == ENCODING_UTF16LE || splitter->encoding == ENCODING_UTF16BE;
}

static void decode_wide(Splitter *splitter) {
    size_t used;
    Text wide = {splitter->wide, splitter->wide_length};
    splitter->end += utf16_decode(splitter->encoding, wide, splitter->ended, splitter->bytes + splitter->end, &used);
    splitter->wide_length -= used;
    memmove(splitter->wide, splitter->wide + used, splitter->wide_length);
}

/* Reads more of the stream, or finds that it has ended. */
static SplitStatus fill(Splitter *splitter) {
    if (!make_room(splitter)) {
        return SPLIT_MEMORY;
    }
    char *to = is_wide(splitter) ? splitter->wide + splitter->wide_length : splitter->bytes + splitter->end;
    ssize_t got = splitter->read(splitter->context, to, ROOM - splitter->wide_length);
    if (got < 0) {
        return SPLIT_UNREADABLE;
    }
    splitter->ended = got == 0;
    if (is_wide(splitter)) {
        splitter->wide_length += (size_t)got;
        decode_wide(splitter);
    } else {
        splitter->end += (size_t)got;
    }
    return SPLIT_PIECE;
}

SplitStatus splitter_start(Splitter *splitter, SplitterRead *read, void *context, size_t least, Text *head) {
    *splitter = (Splitter){.read = read,
                           .context = context,
                           .bytes = splitter->bytes,
                           .capacity = splitter->capacity,
                           .wide = splitter->wide};
    while (splitter->end < least && !splitter->ended) {
        SplitStatus status = fill(splitter);
        if (status != SPLIT_PIECE) {
            splitter->ended = true;
            return status;
        }
    }
    *head = (Text){splitter->bytes, splitter->end};
    return SPLIT_PIECE;
}

/* Looks for a byte-order mark. In UTF-16 what has been read so far is still to be decoded. */
static SplitStatus find_encoding(Splitter *splitter) {
    size_t mark;
    splitter->encoding = encoding_of_mark((Text){splitter->bytes, splitter->end}, &mark);
    if (!is_wide(splitter)) {
        splitter->encoding = ENCODING_UTF8;
        return SPLIT_PIECE;
    }
    if (!splitter->wide) {
        splitter->wide = malloc(MOST_ROOM);
    }
    if (!splitter->wide || !make_room(splitter)) {
        return SPLIT_MEMORY;
    }
    splitter->wide_length = splitter->end - mark;
    memcpy(splitter->wide, splitter->bytes + mark, splitter->wide_length);
    splitter->end = 0;
    decode_wide(splitter);
    return SPLIT_PIECE;
}

/* ---- its articles ---- */

static Text without_mark(Text line) {
    Text mark = TEXT("\xEF\xBB\xBF");
    return text_starts(line, mark) ? text_after(line, mark.length) : line;
}

static bool may_begin(Text line) {
    Text title = TEXT("Title");
    return layout_is_headline(line) ||
           (line.length > title.length && text_equal_nocase(text_slice(line, 0, title.length), title));
}

/* What is not UTF-8 may be GB18030 or have a mistake in it: then the ASCII in it must do. */
static Text readable(Text text, Arena *arena) {
    if (utf8_check(text) == SIZE_MAX) {
        return text;
    }
    char *bytes = text_c_string(arena, text);
    for (size_t i = 0; i < text.length; i++) {
        bytes[i] = (unsigned char)bytes[i] < 0x80 ? bytes[i] : '?';
    }
    return (Text){bytes, text.length};
}

/* Whole lines, as many as a head may have. */
static Text head_at(const Splitter *splitter, size_t at) {
    size_t length = splitter->end - at < HEAD_ROOM ? splitter->end - at : HEAD_ROOM;
    Text head = {splitter->bytes + at, length};
    const char *last = splitter->ended && at + length == splitter->end ? NULL : memrchr(head.at, '\n', length);
    return without_mark(last ? text_slice(head, 0, (size_t)(last - head.at)) : head);
}

/* Does another article begin with `line`, which has been read together with HEAD_ROOM bytes behind it? The headline
 * below "Original:" is that of the article above. */
static bool begins(const Splitter *splitter, Text line, Arena *scratch) {
    bool is_second_half = layout_is_headline(line) && splitter->divided && !splitter->has_headline;
    return splitter->has_text && !is_second_half &&
           layout_begins(readable(head_at(splitter, splitter->line), scratch), scratch);
}

static void note(Splitter *splitter, Text line) {
    if (!layout_is_blank(line)) {
        splitter->has_text = true;
        splitter->has_headline = splitter->has_headline || layout_is_headline(line);
        splitter->divided = layout_divides(line);
    }
}

/* Reads on until the line to be looked at is whole. Its length, with its end; 0: there is no line. */
static SplitStatus find_line(Splitter *splitter, size_t *length) {
    for (;;) {
        size_t left = splitter->end - splitter->searched;
        const char *end = left ? memchr(splitter->bytes + splitter->searched, '\n', left) : NULL;
        if (end || splitter->ended) {
            *length = end ? (size_t)(end + 1 - splitter->bytes) - splitter->line : splitter->end - splitter->line;
            return SPLIT_PIECE;
        }
        splitter->searched = splitter->end;
        if (splitter->end - splitter->begin > LARGEST) {
            return SPLIT_TOO_LARGE;
        }
        SplitStatus status = fill(splitter);
        if (status != SPLIT_PIECE) {
            return status;
        }
    }
}

/* Finds the end of the article: splitter->line is where the next one begins, or the end of the stream. */
static SplitStatus find_end(Splitter *splitter, Arena *scratch) {
    for (;;) {
        size_t length;
        SplitStatus status = find_line(splitter, &length);
        if (status != SPLIT_PIECE || length == 0) {
            return status;
        }
        Text line = without_mark((Text){splitter->bytes + splitter->line, length});
        if (may_begin(line)) {
            while (!splitter->ended && splitter->end - splitter->line < HEAD_ROOM) {
                status = fill(splitter);
                if (status != SPLIT_PIECE) {
                    return status;
                }
            }
            line = without_mark((Text){splitter->bytes + splitter->line, length}); /* it may have moved */
            if (begins(splitter, line, scratch)) {
                return SPLIT_PIECE;
            }
        }
        note(splitter, line);
        splitter->line += length;
        splitter->searched = splitter->line;
    }
}

SplitStatus splitter_next(Splitter *splitter, Arena *scratch, Piece *out) {
    SplitStatus status = splitter->encoding ? SPLIT_PIECE : find_encoding(splitter);
    splitter->begin = splitter->line;
    splitter->has_text = splitter->has_headline = splitter->divided = false;
    if (status == SPLIT_PIECE) {
        status = find_end(splitter, scratch);
    }
    if (status == SPLIT_PIECE && splitter->line - splitter->begin > LARGEST) {
        status = SPLIT_TOO_LARGE;
    }
    if (status != SPLIT_PIECE) {
        splitter->ended = true;
        splitter->line = splitter->searched = splitter->end;
        return status;
    }
    *out = (Piece){.bytes = {splitter->bytes + splitter->begin, splitter->line - splitter->begin},
                   .was_wide = is_wide(splitter),
                   .is_last = splitter->line == splitter->end};
    return out->bytes.length ? SPLIT_PIECE : SPLIT_END;
}
