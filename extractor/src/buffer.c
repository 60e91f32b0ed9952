/* Owns bytes that grow until they are handed on. It lives outside of the arenas, as an article's bytes wait for their
 * turn when the article is forgotten already. */
#include "buffer.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 16 * 1024, MOST_KEPT = 1024 * 1024 };

static bool make_room(Buffer *buffer, size_t more) {
    size_t capacity = buffer->capacity ? buffer->capacity : FIRST_CAPACITY;
    while (capacity - buffer->length < more) {
        if (capacity > SIZE_MAX / 2) {
            return false;
        }
        capacity *= 2;
    }
    char *moved = realloc(buffer->bytes, capacity);
    if (moved) {
        buffer->bytes = moved;
        buffer->capacity = capacity;
    }
    return moved != NULL;
}

void buffer_add_more(Buffer *buffer, Text text) {
    if (buffer->failed || !make_room(buffer, text.length)) {
        buffer->failed = true;
    } else {
        memcpy(buffer->bytes + buffer->length, text.at, text.length);
        buffer->length += text.length;
    }
}

Text buffer_text(const Buffer *buffer) {
    return (Text){buffer->bytes, buffer->length};
}

void buffer_clear(Buffer *buffer) {
    if (buffer->capacity > MOST_KEPT) {
        buffer_release(buffer);
    }
    buffer->length = 0;
    buffer->failed = false;
}

void buffer_release(Buffer *buffer) {
    free(buffer->bytes);
    *buffer = (Buffer){0};
}
