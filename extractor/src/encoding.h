/* Bytes in the encodings that articles are kept in, as UTF-8. */
#ifndef ENCODING_H
#define ENCODING_H

#include "text.h"

typedef enum Encoding {
    ENCODING_UNKNOWN,
    ENCODING_UTF8,
    ENCODING_GB18030,
    ENCODING_UTF16LE,
    ENCODING_UTF16BE
} Encoding;

/* "utf-8" and "gb18030", in any case; "gbk" and "gb2312" are parts of the latter. False: there is no such encoding. */
bool encoding_find(Text name, Encoding *out);

/* The encoding that a byte-order mark at the start of `bytes` tells, and how many bytes the mark has; without a mark
 * ENCODING_UNKNOWN and 0. */
Encoding encoding_of_mark(Text bytes, size_t *length);

/* The first byte of `bytes` that is not GB18030, or SIZE_MAX. */
size_t gb18030_check(Text bytes);
/* Is it GB18030, and Chinese? UTF-8 with a mistake in it, and other encodings of two bytes a character, are not. */
bool gb18030_is_chinese(Text bytes);
/* Valid GB18030 as UTF-8, in `arena`. False: ICU has not been installed with what it takes. */
bool gb18030_decode(Text bytes, Arena *arena, Text *text);

/* Turns as many whole characters at the start of `bytes` as are there into UTF-8 at `out`, which has room for three
 * bytes for every two begun; *used tells how many bytes they had. `last`: nothing follows. Half a character, and what
 * is no UTF-16, become the byte 0xFF. Answers how many bytes it wrote. */
size_t utf16_decode(Encoding encoding, Text bytes, bool last, char *out, size_t *used);

#endif
