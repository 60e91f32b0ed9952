/* Slices of UTF-8 and what one does with them. Knows no language and no file format. */
#include "text.h"

#include <stdarg.h>
#include <stdio.h>

static unsigned char byte_at(Text text, size_t at) {
    return (unsigned char)text.at[at];
}

/* Can a white space begin, end with this byte? Hardly ever, and then that is looked at more closely. */
static bool may_begin_space(unsigned char byte) {
    return byte <= ' ' || byte == 0xC2 || byte == 0xE3 || byte == 0xEF;
}

static bool may_end_space(unsigned char byte) {
    return byte <= ' ' || byte == 0x80 || byte == 0xA0 || byte == 0xBF;
}

Text text_trim(Text text) {
    size_t begin = 0;
    size_t end = text.length;
    size_t next;
    while (begin < end && may_begin_space(byte_at(text, begin)) && is_space(utf8_at(text, begin, &next))) {
        begin = next;
    }
    while (end > begin && may_end_space(byte_at(text, end - 1))) {
        size_t last = utf8_previous(text, end);
        if (!is_space(utf8_at(text, last, &next))) {
            break;
        }
        end = last;
    }
    return text_slice(text, begin, end);
}

static int lower(char c) {
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : (unsigned char)c;
}

bool text_equal_nocase(Text a, Text b) {
    if (a.length != b.length) {
        return false;
    }
    for (size_t i = 0; i < a.length; i++) {
        if (lower(a.at[i]) != lower(b.at[i])) {
            return false;
        }
    }
    return true;
}

int text_compare(Text a, Text b) {
    size_t shorter = a.length < b.length ? a.length : b.length;
    int order = shorter ? memcmp(a.at, b.at, shorter) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

size_t text_has_nocase(Text text, size_t at, const char *word) {
    size_t length = 0;
    while (word[length] && at + length < text.length && lower(text.at[at + length]) == lower(word[length])) {
        length++;
    }
    return word[length] ? 0 : length;
}

size_t text_find(Text text, Text needle) {
    const char *found = text.length ? memmem(text.at, text.length, needle.at, needle.length) : NULL;
    return found ? (size_t)(found - text.at) : SIZE_MAX;
}

bool text_contains(Text text, Text needle) {
    return text_find(text, needle) != SIZE_MAX;
}

Text text_line(Text *rest) {
    const char *end = rest->length ? memchr(rest->at, '\n', rest->length) : NULL;
    size_t length = end ? (size_t)(end - rest->at) : rest->length;
    Text line = text_slice(*rest, 0, length);
    *rest = text_after(*rest, end ? length + 1 : length);
    return text_ends(line, TEXT("\r")) ? text_slice(line, 0, line.length - 1) : line;
}

bool text_within(Text part, Text whole) {
    return part.at >= whole.at && part.at + part.length <= whole.at + whole.length;
}

Text text_copy(Arena *arena, Text text) {
    return (Text){text_c_string(arena, text), text.length};
}

Text text_join(Arena *arena, Text a, Text b) {
    char *bytes = ARENA_ARRAY(arena, char, a.length + b.length + 1);
    if (a.length) {
        memcpy(bytes, a.at, a.length);
    }
    if (b.length) {
        memcpy(bytes + a.length, b.at, b.length);
    }
    return (Text){bytes, a.length + b.length};
}

Text text_of_parts(Arena *arena, const Text *parts, size_t count) {
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        length += parts[i].length;
    }
    char *bytes = ARENA_ARRAY(arena, char, length + 1);
    char *end = bytes;
    for (size_t i = 0; i < count; i++) {
        end = parts[i].length ? mempcpy(end, parts[i].at, parts[i].length) : end;
    }
    return (Text){bytes, length};
}

Text texts_join(Arena *arena, const Texts *parts) {
    return text_of_parts(arena, parts->items, parts->count);
}

Text text_number(Arena *arena, uint64_t number) {
    enum { MOST_DIGITS = 20 };
    char *digits = ARENA_ARRAY(arena, char, MOST_DIGITS);
    size_t begin = MOST_DIGITS;
    do {
        digits[--begin] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    return (Text){digits + begin, MOST_DIGITS - begin};
}

Text text_format(Arena *arena, const char *format, ...) {
    char guess[256]; /* nearly always long enough, so that one pass does */
    va_list arguments;
    va_start(arguments, format);
    size_t length = (size_t)vsnprintf(guess, sizeof guess, format, arguments);
    va_end(arguments);
    if (length < sizeof guess) {
        return text_copy(arena, (Text){guess, length});
    }
    char *bytes = ARENA_ARRAY(arena, char, length + 1);
    va_start(arguments, format);
    vsnprintf(bytes, length + 1, format, arguments);
    va_end(arguments);
    return (Text){bytes, length};
}

char *text_c_string(Arena *arena, Text text) {
    char *bytes = ARENA_ARRAY(arena, char, text.length + 1);
    if (text.length) {
        memcpy(bytes, text.at, text.length);
    }
    return bytes;
}

uint32_t utf8_rare(Text text, size_t at, size_t *next) {
    unsigned char lead = byte_at(text, at);
    size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (at + length > text.length) {
        *next = text.length;
        return 0xFFFD;
    }
    uint32_t value = length == 1 ? lead : lead & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        value = value << 6 | (byte_at(text, at + i) & 0x3Fu);
    }
    *next = at + length;
    return value;
}

/* Counts the bytes that continue a code point, eight at a time. */
size_t utf8_count(Text text) {
    const uint64_t ones = 0x0101010101010101u;
    size_t inner = 0;
    size_t at = 0;
    for (uint64_t bytes; at + sizeof bytes <= text.length; at += sizeof bytes) {
        memcpy(&bytes, text.at + at, sizeof bytes);
        inner += (size_t)((bytes >> 7 & ~bytes >> 6 & ones) * ones >> 56);
    }
    for (; at < text.length; at++) {
        inner += (byte_at(text, at) & 0xC0) == 0x80;
    }
    return text.length - inner;
}

/* The length of the well-formed sequence at `at` (Unicode 15, table 3-7), or 0. */
static size_t sequence_length(Text text, size_t at) {
    unsigned char lead = byte_at(text, at);
    if (lead < 0x80) {
        return 1;
    }
    size_t length = lead >= 0xC2 && lead < 0xE0 ? 2 : (lead & 0xF0) == 0xE0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
    if (length == 0 || at + length > text.length) {
        return 0;
    }
    for (size_t i = 1; i < length; i++) {
        if ((byte_at(text, at + i) & 0xC0) != 0x80) {
            return 0;
        }
    }
    unsigned char second = byte_at(text, at + 1);
    bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    bool surrogate = lead == 0xED && second > 0x9F;
    bool too_large = lead == 0xF4 && second > 0x8F;
    return overlong || surrogate || too_large ? 0 : length;
}

/* Goes past Chinese characters whose first byte allows any others: U+4000 to U+BFFF. */
static size_t after_common_han(Text text, size_t at) {
    while (at + 3 <= text.length && byte_at(text, at) >= 0xE4 && byte_at(text, at) <= 0xEB &&
           (byte_at(text, at + 1) & 0xC0) == 0x80 && (byte_at(text, at + 2) & 0xC0) == 0x80) {
        at += 3;
    }
    return at;
}

/* Goes past words of eight ASCII bytes. */
static size_t after_ascii(Text text, size_t at) {
    uint64_t word;
    while (at + sizeof word <= text.length) {
        memcpy(&word, text.at + at, sizeof word);
        if (word & 0x8080808080808080u) {
            break;
        }
        at += sizeof word;
    }
    return at;
}

size_t utf8_check(Text text) {
    size_t at = 0;
    while (at < text.length) {
        at = after_common_han(text, after_ascii(text, at));
        size_t length = at < text.length ? sequence_length(text, at) : 1;
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return SIZE_MAX;
}

size_t utf8_encode(uint32_t code_point, char bytes[4]) {
    if (code_point < 0x80) {
        bytes[0] = (char)code_point;
        return 1;
    }
    size_t length = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--) {
        bytes[i] = (char)(0x80u | (code_point & 0x3Fu));
        code_point >>= 6;
    }
    bytes[0] = (char)((0xF00u >> length & 0xF0u) | code_point);
    return length;
}

bool is_rare_han(uint32_t code_point) {
    return (code_point >= 0x3400 && code_point <= 0x4DBF) || (code_point >= 0x20000 && code_point <= 0x3FFFF) ||
           (code_point >= 0xF900 && code_point <= 0xFAFF) || code_point == 0x3005 || code_point == 0x3007;
}

bool text_starts_any(Text text, const char *const *words) {
    while (*words && !text_starts(text, text_from(*words))) {
        words++;
    }
    return *words;
}

bool text_ends_any(Text text, const char *const *words) {
    while (*words && !text_ends(text, text_from(*words))) {
        words++;
    }
    return *words;
}

bool text_contains_any(Text text, const char *const *words) {
    while (*words && !text_contains(text, text_from(*words))) {
        words++;
    }
    return *words;
}

bool spans_overlap(const Spans *spans, Span span) {
    for (size_t i = 0; i < spans->count; i++) {
        if (spans->items[i].begin < span.end && span.begin < spans->items[i].end) {
            return true;
        }
    }
    return false;
}
