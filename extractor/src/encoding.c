/* Owns encodings other than UTF-8. It does not know where bytes come from, and lets ICU know GB18030's characters, of
 * which it knows no more itself than where one ends. */
#include "encoding.h"

#include <unicode/ucnv.h>

bool encoding_find(Text name, Encoding *out) {
    static const struct {
        const char *name;
        Encoding encoding;
    } names[] = {{"utf-8", ENCODING_UTF8},
                 {"utf8", ENCODING_UTF8},
                 {"gb18030", ENCODING_GB18030},
                 {"gbk", ENCODING_GB18030},
                 {"gb2312", ENCODING_GB18030}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (text_equal_nocase(name, text_from(names[i].name))) {
            *out = names[i].encoding;
            return true;
        }
    }
    return false;
}

Encoding encoding_of_mark(Text bytes, size_t *length) {
    static const struct {
        const char *mark;
        Encoding encoding;
    } marks[] = {{"\xEF\xBB\xBF", ENCODING_UTF8},
                 {"\xFF\xFE", ENCODING_UTF16LE},
                 {"\xFE\xFF", ENCODING_UTF16BE},
                 {"\x84\x31\x95\x33", ENCODING_GB18030}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        Text mark = text_from(marks[i].mark);
        if (text_starts(bytes, mark)) {
            *length = mark.length;
            return marks[i].encoding;
        }
    }
    *length = 0;
    return ENCODING_UNKNOWN;
}

/* ---- GB18030 ---- */

static bool lies_in(unsigned char byte, unsigned char first, unsigned char last) {
    return byte >= first && byte <= last;
}

/* Four bytes count in the order in which they stand: 0x81308130 to 0x8431A439 for what Unicode has below 0x10000,
 * 0x90308130 to 0xE3329A35 above. */
static bool is_four_bytes(const unsigned char *byte) {
    uint32_t value = (uint32_t)byte[0] << 24 | (uint32_t)byte[1] << 16 | (uint32_t)byte[2] << 8 | byte[3];
    return lies_in(byte[1], '0', '9') && lies_in(byte[2], 0x81, 0xFE) && lies_in(byte[3], '0', '9') &&
           (value <= 0x8431A439 || (value >= 0x90308130 && value <= 0xE3329A35));
}

/* The length of the character at `at`, or 0. */
static size_t gb18030_length(Text bytes, size_t at) {
    const unsigned char *byte = (const unsigned char *)bytes.at + at;
    size_t left = bytes.length - at;
    if (byte[0] < 0x80) {
        return 1;
    }
    if (left < 2 || !lies_in(byte[0], 0x81, 0xFE)) {
        return 0;
    }
    if (lies_in(byte[1], 0x40, 0xFE) && byte[1] != 0x7F) {
        return 2;
    }
    return left >= 4 && is_four_bytes(byte) ? 4 : 0;
}

size_t gb18030_check(Text bytes) {
    for (size_t at = 0, length; at < bytes.length; at += length) {
        length = gb18030_length(bytes, at);
        if (length == 0) {
            return at;
        }
    }
    return SIZE_MAX;
}

/* Printed Chinese is made of the 3,755 most frequent characters, which GB 2312 has in rows of their own and sorts by
 * their sound, and of punctuation and letters: in the articles of the archive at least 19 of 20 are, and at least a
 * quarter of the former sound like what comes behind "sh". Other encodings meet these rows by chance, or, as Korean,
 * the first of them only. */
bool gb18030_is_chinese(Text bytes) {
    enum { FEW = 20, MOST_STRANGE = 10, LEAST_LATE = 10 };
    size_t frequent = 0;
    size_t late = 0;
    size_t strange = 0;
    size_t all = 0;
    for (size_t at = 0, length; at < bytes.length; at += length) {
        const unsigned char *byte = (const unsigned char *)bytes.at + at;
        length = gb18030_length(bytes, at);
        if (length == 0) {
            return false;
        }
        bool in_gb2312 = length == 2 && byte[1] >= 0xA1;
        bool is_frequent = in_gb2312 && lies_in(byte[0], 0xB0, 0xD7);
        bool is_mark = in_gb2312 && (lies_in(byte[0], 0xA1, 0xA3) || lies_in(byte[0], 0xA8, 0xA9));
        frequent += is_frequent;
        late += is_frequent && byte[0] >= 0xC9;
        strange += length > 1 && !is_frequent && !is_mark;
        all += length > 1;
    }
    return frequent && strange * MOST_STRANGE <= all && (frequent < FEW || late * LEAST_LATE >= frequent);
}

bool gb18030_decode(Text bytes, Arena *arena, Text *text) {
    enum { UNITS = 1024 };
    UErrorCode error = U_ZERO_ERROR;
    UConverter *from = ucnv_open("gb18030", &error);
    UConverter *to = ucnv_open("UTF-8", &error);
    size_t room = bytes.length + bytes.length / 2 + 1; /* two bytes become three at most */
    char *out = ARENA_ARRAY(arena, char, room);
    char *end = out;
    const char *source = bytes.at;
    UChar units[UNITS];
    UChar *read = units;
    UChar *written = units;
    if (U_SUCCESS(error)) {
        ucnv_convertEx(to, from, &end, out + room, &source, bytes.at + bytes.length, units, &read, &written,
                       units + UNITS, true, true, &error);
    }
    ucnv_close(from);
    ucnv_close(to);
    *text = (Text){out, (size_t)(end - out)};
    return U_SUCCESS(error);
}

/* ---- UTF-16 ---- */

static uint32_t unit_at(Encoding encoding, Text bytes, size_t at) {
    unsigned char first = (unsigned char)bytes.at[at];
    unsigned char second = (unsigned char)bytes.at[at + 1];
    return encoding == ENCODING_UTF16LE ? (uint32_t)second << 8 | first : (uint32_t)first << 8 | second;
}

static bool is_high(uint32_t unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}

static bool is_low(uint32_t unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

size_t utf16_decode(Encoding encoding, Text bytes, bool last, char *out, size_t *used) {
    enum { NOT_TEXT = 0xFF };
    size_t written = 0;
    size_t at = 0;
    while (at + 2 <= bytes.length) {
        uint32_t unit = unit_at(encoding, bytes, at);
        bool whole = !is_high(unit) || at + 4 <= bytes.length;
        if (!whole && !last) {
            break;
        }
        uint32_t next = is_high(unit) && whole ? unit_at(encoding, bytes, at + 2) : 0;
        if (is_low(next)) {
            written += utf8_encode(0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00), out + written);
            at += 2;
        } else if (is_high(unit) || is_low(unit)) {
            out[written++] = (char)NOT_TEXT;
        } else {
            written += utf8_encode(unit, out + written);
        }
        at += 2;
    }
    if (last && at < bytes.length) {
        out[written++] = (char)NOT_TEXT;
        at = bytes.length;
    }
    *used = at;
    return written;
}
