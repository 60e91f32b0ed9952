/* JSON read into memory. */
#ifndef JSON_H
#define JSON_H

#include "text.h"

typedef enum JsonKind { JSON_NULL, JSON_FALSE, JSON_TRUE, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT } JsonKind;

typedef struct JsonValue {
    JsonKind kind;
    Text text;               /* of a string: itself, decoded; of a number: as it is written */
    Text source;             /* the very bytes that it was read from */
    Texts names;             /* of an object: its members' names, in their order */
    struct JsonValue *items; /* the members of an array or object, as many as `count` */
    size_t count;
} JsonValue;

/* Reads one value that takes up all of `bytes` (valid UTF-8); false: it is no JSON, or is nested too deeply. */
bool json_read(Text bytes, Arena *arena, JsonValue *out);

/* An object's member; NULL: it has none of this name, or is no object. */
const JsonValue *json_member(const JsonValue *object, const char *name);
/* A member that is a string; empty: there is none. */
Text json_string(const JsonValue *object, const char *name);

/* `text` as a JSON string, in quotation marks. */
Text json_quoted(Arena *arena, Text text);

#endif
