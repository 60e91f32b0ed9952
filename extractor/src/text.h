/* A text is a slice: a pointer and a length in bytes. It is never owned and never NUL-terminated. */
#ifndef TEXT_H
#define TEXT_H

#include "arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef struct Text {
    const char *at;
    size_t length; /* bytes */
} Text;

/* A part of a longer text: bytes `begin` to `end`, end exclusive. */
typedef struct Span {
    size_t begin;
    size_t end;
} Span;

typedef VECTOR(Text) Texts;
typedef VECTOR(Span) Spans;

#define TEXT(literal) ((Text){(literal), sizeof(literal) - 1})
#define TEXT_ARGS(text) (int)(text).length, (text).at /* for "%.*s" */

/* What is asked at every character is written here, so that it becomes part of who asks. */
static inline Text text_from(const char *c_string) {
    return (Text){c_string, strlen(c_string)};
}

static inline Text text_slice(Text text, size_t begin, size_t end) {
    return (Text){text.at + begin, end - begin};
}

static inline Text text_span(Text text, Span span) {
    return text_slice(text, span.begin, span.end);
}

static inline Text text_after(Text text, size_t begin) {
    return text_slice(text, begin, text.length);
}

static inline bool text_equal(Text a, Text b) {
    return a.length == b.length && (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

static inline bool text_starts(Text text, Text start) {
    return text.length >= start.length && text_equal(text_slice(text, 0, start.length), start);
}

static inline bool text_ends(Text text, Text end) {
    return text.length >= end.length && text_equal(text_after(text, text.length - end.length), end);
}

/* The bytes of `word` when it stands at byte `at`, or 0. Its first two bytes nearly always tell that it does not. */
static inline size_t text_has(Text text, size_t at, const char *word) {
    if (at >= text.length || text.at[at] != word[0] ||
        (word[0] && word[1] && at + 1 < text.length && text.at[at + 1] != word[1])) {
        return 0;
    }
    size_t length = strlen(word);
    return length <= text.length - at && memcmp(text.at + at, word, length) == 0 ? length : 0;
}

Text text_trim(Text text);              /* white space of ASCII, U+3000, U+00A0 and U+FEFF from both ends */
bool text_equal_nocase(Text a, Text b); /* ASCII letters only */
int text_compare(Text a, Text b);       /* by bytes, as strcmp */
/* As text_has, in any case of ASCII letters. */
size_t text_has_nocase(Text text, size_t at, const char *word);
size_t text_find(Text text, Text needle); /* first byte of the first occurrence, or SIZE_MAX */
bool text_contains(Text text, Text needle);
/* With, by or of one of the words, up to NULL. */
bool text_starts_any(Text text, const char *const *words);
bool text_ends_any(Text text, const char *const *words);
bool text_contains_any(Text text, const char *const *words);
bool spans_overlap(const Spans *spans, Span span); /* does one of them? */
Text text_line(Text *rest);              /* cuts the first line off `rest`, without its line end (LF or CR LF) */
bool text_within(Text part, Text whole); /* is `part` a slice of the very bytes of `whole`? */

Text text_copy(Arena *arena, Text text);
Text text_join(Arena *arena, Text a, Text b);
Text texts_join(Arena *arena, const Texts *parts); /* one behind the other */
Text text_of_parts(Arena *arena, const Text *parts, size_t count);
/* The same for texts that are named one by one, which takes far less time than text_format. */
#define TEXTS_JOINED(arena, ...)                                                                                       \
    text_of_parts((arena), (const Text[]){__VA_ARGS__}, sizeof((const Text[]){__VA_ARGS__}) / sizeof(Text))
Text text_number(Arena *arena, uint64_t number); /* in decimal digits */
Text text_format(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *text_c_string(Arena *arena, Text text); /* a NUL-terminated copy, for the system's functions */

/* UTF-8. */
uint32_t utf8_rare(Text text, size_t at, size_t *next); /* utf8_at for what is neither ASCII nor of three bytes */

/* The code point that starts at byte `at`; the text is valid. */
static inline uint32_t utf8_at(Text text, size_t at, size_t *next) {
    const unsigned char *bytes = (const unsigned char *)text.at + at;
    if (bytes[0] < 0x80) {
        *next = at + 1;
        return bytes[0];
    }
    if ((bytes[0] & 0xF0) != 0xE0 || at + 3 > text.length) {
        return utf8_rare(text, at, next);
    }
    *next = at + 3;
    return (bytes[0] & 0x0Fu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
}

/* The byte after the code point that starts at `at`. */
static inline size_t utf8_next(Text text, size_t at) {
    unsigned char lead = (unsigned char)text.at[at];
    size_t next = at + (lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4);
    return next < text.length ? next : text.length;
}

/* The byte where the code point before `at` starts. */
static inline size_t utf8_previous(Text text, size_t at) {
    do {
        at--;
    } while (at > 0 && (text.at[at] & 0xC0) == 0x80);
    return at;
}

size_t utf8_count(Text text);                           /* code points in valid UTF-8 */
size_t utf8_check(Text text);                           /* first byte that is not valid UTF-8, or SIZE_MAX */
size_t utf8_encode(uint32_t code_point, char bytes[4]); /* number of bytes written */

bool is_rare_han(uint32_t code_point); /* is_han for what is not among the common ones */

/* A Chinese character, with 々 and 〇, without punctuation. */
static inline bool is_han(uint32_t code_point) {
    return (code_point >= 0x4E00 && code_point <= 0x9FFF) || (code_point >= 0x3005 && is_rare_han(code_point));
}

static inline bool is_space(uint32_t code_point) {
    return code_point == ' ' || (code_point >= '\t' && code_point <= '\r') || code_point == 0x3000 ||
           code_point == 0xA0 || code_point == 0xFEFF;
}

static inline bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

static inline bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

#endif
