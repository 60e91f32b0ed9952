/* Tells a row of names by the length of its parts alone, as the characters of a name may be words besides: 王大力. It
 * does not know what stands around the row. */
#include "roster.h"

/* Characters. */
enum { SHORTEST_NAME = 2, LONGEST_NAME = 4 };

/* The end of the part that begins at `begin`. */
static size_t end_of_part(Text row, size_t begin) {
    size_t at = begin;
    while (at < row.length && !text_starts(text_after(row, at), TEXT("、"))) {
        at = utf8_next(row, at);
    }
    return at;
}

static bool is_name(Text part) {
    size_t count = 0;
    for (size_t at = 0; at < part.length; count++) {
        if (!is_han(utf8_at(part, at, &at))) {
            return false;
        }
    }
    return count >= SHORTEST_NAME && count <= LONGEST_NAME;
}

bool roster_is(Text row) {
    size_t parts = 0;
    for (size_t begin = 0, end; begin <= row.length; begin = end + TEXT("、").length) {
        end = end_of_part(row, begin);
        if (!is_name(text_slice(row, begin, end))) {
            return false;
        }
        parts++;
    }
    return parts > 1;
}

void roster_split(Text row, size_t offset, Arena *arena, Spans *out) {
    for (size_t begin = 0, end; begin < row.length; begin = end + TEXT("、").length) {
        end = end_of_part(row, begin);
        *VECTOR_PUSH(arena, out) = (Span){offset + begin, offset + end};
    }
}
