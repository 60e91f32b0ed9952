/* Bytes that are added one after the other: what an article becomes before it is written anywhere. */
#ifndef BUFFER_H
#define BUFFER_H

#include "text.h"

typedef struct Buffer {
    char *bytes;
    size_t length;
    size_t capacity;
    bool failed; /* there was no memory for all that was added: what there is is cut short */
} Buffer;

void buffer_add_more(Buffer *buffer, Text text); /* what there is no room for yet */

/* Most of what is added is a few bytes, and room for it is there. */
static inline void buffer_add(Buffer *buffer, Text text) {
    if (buffer->failed || buffer->capacity - buffer->length < text.length) {
        buffer_add_more(buffer, text);
    } else if (text.length) {
        memcpy(buffer->bytes + buffer->length, text.at, text.length);
        buffer->length += text.length;
    }
}

static inline void buffer_add_string(Buffer *buffer, const char *c_string) {
    buffer_add(buffer, text_from(c_string));
}

Text buffer_text(const Buffer *buffer); /* until the next byte is added */
void buffer_clear(Buffer *buffer);      /* empties it for more; gives back what is far more than most need */
void buffer_release(Buffer *buffer);

#endif
