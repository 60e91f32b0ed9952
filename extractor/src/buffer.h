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

void buffer_add(Buffer *buffer, Text text);
void buffer_add_string(Buffer *buffer, const char *c_string);
Text buffer_text(const Buffer *buffer); /* until the next byte is added */
void buffer_clear(Buffer *buffer);      /* empties it for more; gives back what is far more than most need */
void buffer_release(Buffer *buffer);

#endif
