/* A text is a slice: a pointer and a length in bytes. It is never owned and never NUL-terminated. */
#ifndef TEXT_H
#define TEXT_H

#include "arena.h"

#include <stdbool.h>
#include <stdint.h>

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

Text text_from(const char *c_string);
Text text_slice(Text text, size_t begin, size_t end);
Text text_span(Text text, Span span);
Text text_after(Text text, size_t begin);
Text text_trim(Text text); /* white space of ASCII, U+3000, U+00A0 and U+FEFF from both ends */
bool text_equal(Text a, Text b);
bool text_equal_nocase(Text a, Text b); /* ASCII letters only */
int text_compare(Text a, Text b);       /* by bytes, as strcmp */
bool text_starts(Text text, Text start);
bool text_ends(Text text, Text end);
/* The bytes of `word` when it stands at byte `at`, or 0; in any case of ASCII letters. */
size_t text_has(Text text, size_t at, const char *word);
size_t text_has_nocase(Text text, size_t at, const char *word);
size_t text_find(Text text, Text needle); /* first byte of the first occurrence, or SIZE_MAX */
bool text_contains(Text text, Text needle);
Text text_line(Text *rest);              /* cuts the first line off `rest`, without its line end (LF or CR LF) */
bool text_within(Text part, Text whole); /* is `part` a slice of the very bytes of `whole`? */

Text text_copy(Arena *arena, Text text);
Text text_join(Arena *arena, Text a, Text b);
Text texts_join(Arena *arena, const Texts *parts); /* one behind the other */
Text text_format(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *text_c_string(Arena *arena, Text text); /* a NUL-terminated copy, for the system's functions */

/* UTF-8. */
uint32_t utf8_at(Text text, size_t at, size_t *next);   /* the code point that starts at byte `at`; the text is valid */
size_t utf8_next(Text text, size_t at);                 /* the byte after the code point that starts at `at` */
size_t utf8_previous(Text text, size_t at);             /* the byte where the code point before `at` starts */
size_t utf8_count(Text text);                           /* code points in valid UTF-8 */
size_t utf8_check(Text text);                           /* first byte that is not valid UTF-8, or SIZE_MAX */
size_t utf8_encode(uint32_t code_point, char bytes[4]); /* number of bytes written */
/* Is the character at byte `at` one of these, which take three bytes each and are sorted by code point? */
bool utf8_is_among(Text text, size_t at, Text characters);
bool is_han(uint32_t code_point); /* a Chinese character, with 々 and 〇, without punctuation */
bool is_space(uint32_t code_point);
bool is_ascii_digit(char c);
bool is_ascii_letter(char c);

#endif
