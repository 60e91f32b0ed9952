/* Owns the syntax of JSON (RFC 8259). It does not know what is said in it. */
#include "json.h"

#include <string.h>

enum { DEEPEST = 64 };

typedef struct Json {
    Text bytes;
    size_t at;
    size_t depth;
    Arena *arena;
} Json;

static bool read_value(Json *json, JsonValue *out);

static void skip_space(Json *json) {
    while (json->at < json->bytes.length && strchr(" \t\n\r", json->bytes.at[json->at]) && json->bytes.at[json->at]) {
        json->at++;
    }
}

static bool next_is(const Json *json, char c) {
    return json->at < json->bytes.length && json->bytes.at[json->at] == c;
}

static bool take(Json *json, char c) {
    bool there = next_is(json, c);
    json->at += there;
    return there;
}

static bool read_hex(Json *json, uint32_t *out) {
    enum { DIGITS = 4 };
    *out = 0;
    for (int i = 0; i < DIGITS; i++, json->at++) {
        char c = json->at < json->bytes.length ? json->bytes.at[json->at] : '\0';
        const char *digits = "0123456789abcdef";
        const char *digit = c ? strchr(digits, is_ascii_letter(c) ? c | ' ' : c) : NULL;
        if (!digit) {
            return false;
        }
        *out = *out * 16 + (uint32_t)(digit - digits);
    }
    return true;
}

/* Behind \u. A character beyond the first 65536 is two of them; one half alone is none. */
static bool read_code_point(Json *json, uint32_t *out) {
    enum { HIGH = 0xD800, LOW = 0xDC00, END = 0xE000, BITS = 10, BEYOND = 0x10000 };
    uint32_t low;
    if (!read_hex(json, out)) {
        return false;
    }
    if (*out < HIGH || *out >= END) {
        return true;
    }
    if (*out >= LOW || !take(json, '\\') || !take(json, 'u') || !read_hex(json, &low) || low < LOW || low >= END) {
        return false;
    }
    *out = BEYOND + ((*out - HIGH) << BITS) + (low - LOW);
    return true;
}

static bool read_escape(Json *json, char *bytes, size_t *length) {
    static const char marks[] = "\"\\/bfnrt";
    static const char meant[] = "\"\\/\b\f\n\r\t";
    char c = json->at < json->bytes.length ? json->bytes.at[json->at++] : '\0';
    if (c == 'u') {
        uint32_t code_point;
        bool good = read_code_point(json, &code_point);
        *length += good ? utf8_encode(code_point, bytes + *length) : 0;
        return good;
    }
    const char *mark = c ? strchr(marks, c) : NULL;
    if (mark) {
        bytes[(*length)++] = meant[mark - marks];
    }
    return mark != NULL;
}

/* What is decoded is never longer than what is written. */
static bool read_string(Json *json, Text *out) {
    if (!take(json, '"')) {
        return false;
    }
    size_t end = json->at;
    while (end < json->bytes.length && json->bytes.at[end] != '"') {
        end += json->bytes.at[end] == '\\' ? 2 : 1;
    }
    if (end >= json->bytes.length) {
        return false;
    }
    char *bytes = ARENA_ARRAY(json->arena, char, end - json->at + 1);
    size_t length = 0;
    while (json->at < end) {
        char c = json->bytes.at[json->at++];
        if ((unsigned char)c < ' ' || (c == '\\' && !read_escape(json, bytes, &length))) {
            return false;
        }
        if (c != '\\') {
            bytes[length++] = c;
        }
    }
    *out = (Text){bytes, length};
    return take(json, '"');
}

static size_t skip_digits(Json *json) {
    size_t from = json->at;
    while (json->at < json->bytes.length && is_ascii_digit(json->bytes.at[json->at])) {
        json->at++;
    }
    return json->at - from;
}

static bool read_number(Json *json) {
    take(json, '-');
    bool zero = next_is(json, '0');
    size_t digits = skip_digits(json);
    if (digits == 0 || (zero && digits > 1) || (take(json, '.') && skip_digits(json) == 0)) {
        return false;
    }
    if (take(json, 'e') || take(json, 'E')) {
        if (!take(json, '+')) {
            take(json, '-');
        }
        return skip_digits(json) > 0;
    }
    return true;
}

static bool read_word(Json *json, Text word) {
    bool there = text_starts(text_after(json->bytes, json->at), word);
    json->at += there ? word.length : 0;
    return there;
}

static bool read_members(Json *json, JsonValue *out, char close) {
    VECTOR(JsonValue) items = {0};
    json->at++;
    skip_space(json);
    bool more = !take(json, close);
    while (more) {
        skip_space(json);
        if (close == '}') {
            Text name;
            if (!read_string(json, &name)) {
                return false;
            }
            *VECTOR_PUSH(json->arena, &out->names) = name;
            skip_space(json);
            if (!take(json, ':')) {
                return false;
            }
        }
        JsonValue item;
        if (!read_value(json, &item)) {
            return false;
        }
        *VECTOR_PUSH(json->arena, &items) = item;
        skip_space(json);
        more = take(json, ',');
        if (!more && !take(json, close)) {
            return false;
        }
    }
    out->items = items.items;
    out->count = items.count;
    return true;
}

static bool read_by_kind(Json *json, JsonValue *out) {
    switch (json->at < json->bytes.length ? json->bytes.at[json->at] : '\0') {
    case '{':
        out->kind = JSON_OBJECT;
        return read_members(json, out, '}');
    case '[':
        out->kind = JSON_ARRAY;
        return read_members(json, out, ']');
    case '"':
        out->kind = JSON_STRING;
        return read_string(json, &out->text);
    case 't':
        out->kind = JSON_TRUE;
        return read_word(json, TEXT("true"));
    case 'f':
        out->kind = JSON_FALSE;
        return read_word(json, TEXT("false"));
    case 'n':
        return read_word(json, TEXT("null"));
    default:
        out->kind = JSON_NUMBER;
        return read_number(json);
    }
}

static bool read_value(Json *json, JsonValue *out) {
    *out = (JsonValue){.kind = JSON_NULL};
    skip_space(json);
    size_t from = json->at;
    if (++json->depth > DEEPEST || !read_by_kind(json, out)) {
        return false;
    }
    json->depth--;
    out->source = text_slice(json->bytes, from, json->at);
    if (out->kind == JSON_NUMBER) {
        out->text = out->source;
    }
    return true;
}

bool json_read(Text bytes, Arena *arena, JsonValue *out) {
    Json json = {.bytes = bytes, .arena = arena};
    bool good = read_value(&json, out);
    skip_space(&json);
    return good && json.at == bytes.length;
}

const JsonValue *json_member(const JsonValue *object, const char *name) {
    for (size_t i = 0; object && object->kind == JSON_OBJECT && i < object->count; i++) {
        if (text_equal(object->names.items[i], text_from(name))) {
            return &object->items[i];
        }
    }
    return NULL;
}

Text json_string(const JsonValue *object, const char *name) {
    const JsonValue *member = json_member(object, name);
    return member && member->kind == JSON_STRING ? member->text : TEXT("");
}

Text json_quoted(Arena *arena, Text text) {
    enum { LONGEST_ESCAPE = 6 };
    char *bytes = ARENA_ARRAY(arena, char, text.length *LONGEST_ESCAPE + 2);
    size_t length = 0;
    bytes[length++] = '"';
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        if ((unsigned char)c < ' ') {
            Text escape = text_format(arena, "\\u%04x", (unsigned)c);
            memcpy(bytes + length, escape.at, escape.length);
            length += escape.length;
            continue;
        }
        if (c == '"' || c == '\\') {
            bytes[length++] = '\\';
        }
        bytes[length++] = c;
    }
    bytes[length++] = '"';
    return (Text){bytes, length};
}
