/* Encodings other than UTF-8: what is GB18030 and Chinese, what each byte means, UTF-16 in pieces of any size. */
#include "check.h"
#include "encoding.h"

/* "新华社沈阳1日电　一所工人俱乐部今天在这里开放。" in GB18030. */
static const char CHINESE[] =
    "\xD0\xC2\xBB\xAA\xC9\xE7\xC9\xF2\xD1\xF4\x31\xC8\xD5\xB5\xE7\xA1\xA1\xD2\xBB\xCB\xF9\xB9\xA4\xC8\xCB\xBE\xE3\xC0"
    "\xD6\xB2\xBF\xBD\xF1\xCC\xEC\xD4\xDA\xD5\xE2\xC0\xEF\xBF\xAA\xB7\xC5\xA1\xA3";

static void test_names(void) {
    Encoding encoding = ENCODING_UNKNOWN;
    CHECK(encoding_find(TEXT("GB18030"), &encoding) && encoding == ENCODING_GB18030);
    CHECK(encoding_find(TEXT("gbk"), &encoding) && encoding == ENCODING_GB18030);
    CHECK(encoding_find(TEXT("UTF-8"), &encoding) && encoding == ENCODING_UTF8);
    CHECK(!encoding_find(TEXT("big5"), &encoding));
    CHECK(!encoding_find(TEXT(""), &encoding));
}

static void test_marks(void) {
    size_t length;
    CHECK_EQUAL(encoding_of_mark(TEXT("\xEF\xBB\xBFx"), &length), ENCODING_UTF8);
    CHECK_EQUAL(length, 3);
    CHECK_EQUAL(encoding_of_mark(TEXT("\xFF\xFEx\0"), &length), ENCODING_UTF16LE);
    CHECK_EQUAL(encoding_of_mark(TEXT("\xFE\xFF\0x"), &length), ENCODING_UTF16BE);
    CHECK_EQUAL(encoding_of_mark(TEXT("\x84\x31\x95\x33x"), &length), ENCODING_GB18030);
    CHECK_EQUAL(length, 4);
    CHECK_EQUAL(encoding_of_mark(TEXT("\xEF\xBB"), &length), ENCODING_UNKNOWN);
    CHECK_EQUAL(length, 0);
}

static void test_gb18030(Arena *arena) {
    Text decoded;
    CHECK_EQUAL(gb18030_check(text_from(CHINESE)), SIZE_MAX);
    CHECK(gb18030_decode(text_from(CHINESE), arena, &decoded));
    CHECK_TEXT(decoded, "新华社沈阳1日电　一所工人俱乐部今天在这里开放。");
    CHECK(gb18030_decode(TEXT("\x81\x30\x81\x30\x90\x30\x81\x30"), arena, &decoded));
    CHECK_TEXT(decoded, "\xC2\x80\xF0\x90\x80\x80");
    CHECK(gb18030_decode(TEXT(""), arena, &decoded));
    CHECK_TEXT(decoded, "");
    static const struct {
        Text bytes;
        size_t wrong;
    } cases[] = {{{"a\x80", 2}, 1},
                 {{"ab\xFF\x40", 4}, 2},
                 {{"\xD0\xC2\xD0", 3}, 2},
                 {{"\xD0\x20", 2}, 0},
                 {{"\xD0\x7F", 2}, 0},
                 {{"\x81\x30\x81", 3}, 0},
                 {{"\x81\x30\x81\x40", 4}, 0},
                 {{"\x84\x31\xA4\x39", 4}, SIZE_MAX},
                 {{"\x84\x31\xA5\x30", 4}, 0},
                 {{"\xE3\x32\x9A\x35", 4}, SIZE_MAX},
                 {{"\xE3\x32\x9A\x36", 4}, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CHECK_EQUAL(gb18030_check(cases[i].bytes), cases[i].wrong);
    }
}

/* Whatever gb18030_check lets through is a character, to the last of them, and comes out as UTF-8. */
static void test_every_character(Arena *arena) {
    enum { TWO_BYTES = 126 * 190, FOUR_BYTES = 39420, BYTES = TWO_BYTES * 2 + FOUR_BYTES * 4 };
    char *bytes = ARENA_ARRAY(arena, char, BYTES);
    size_t used = 0;
    for (int lead = 0x81; lead <= 0xFE; lead++) {
        for (int trail = 0x40; trail <= 0xFE; trail++) {
            if (trail != 0x7F) {
                bytes[used++] = (char)lead;
                bytes[used++] = (char)trail;
            }
        }
    }
    for (int i = 0; i < FOUR_BYTES; i++) {
        bytes[used++] = (char)(0x81 + i / 12600);
        bytes[used++] = (char)('0' + i / 1260 % 10);
        bytes[used++] = (char)(0x81 + i / 10 % 126);
        bytes[used++] = (char)('0' + i % 10);
    }
    Text decoded;
    CHECK_EQUAL(used, BYTES);
    CHECK_EQUAL(gb18030_check((Text){bytes, used}), SIZE_MAX);
    CHECK(gb18030_decode((Text){bytes, used}, arena, &decoded));
    CHECK_EQUAL(utf8_check(decoded), SIZE_MAX);
    CHECK_EQUAL(utf8_count(decoded), TWO_BYTES + FOUR_BYTES);
}

static void test_chinese(void) {
    CHECK(gb18030_is_chinese(text_from(CHINESE)));
    CHECK(!gb18030_is_chinese(TEXT("only ASCII")));
    CHECK(!gb18030_is_chinese(TEXT("\xA1\xB0quoted\xA1\xB1")));
    static const char *const others[] = {
        /* Korean in EUC-KR, Chinese in Big5, Japanese in EUC-JP and Shift_JIS */
        "\xBF\xC0\xB4\xC3\xBD\xC9\xBE\xE7\xBF\xA1\xBC\xAD\xB3\xEB\xB5\xBF\xC0\xDA\xB1\xB8\xB6\xF4\xBA\xCE\xB0\xA1"
        "\xB9"
        "\xAE\xC0\xBB\xBF\xAD\xBE\xFA\xB4\xD9\xBB\xE7\xB6\xF7\xB5\xE9\xC0\xCC\xB8\xB9\xC0\xCC\xBF\xD4\xB4\xD9",
        "\xB7\x73\xB5\xD8\xAA\xC0\xC2\x6E\xB6\xA7\xB9\x71\xA4\x40\xA9\xD2\xA4\x75\xA4\x48\xAD\xD1\xBC\xD6\xB3\xA1"
        "\xA4"
        "\xB5\xA4\xD1\xA6\x62\xB3\x6F\xB8\xCC\xB6\x7D\xA9\xF1\xA4\x46",
        "\xBF\xB7\xB2\xDA\xBC\xD2\xC5\xC5\xCF\xAB\xC6\xAF\xBC\xD4\xA5\xAF\xA5\xE9\xA5\xD6\xA4\xCF\xBA\xA3\xC6\xFC"
        "\xA4"
        "\xB3\xA4\xB3\xA4\xC7\xB3\xAB\xA4\xAB\xA4\xEC\xA4\xBF",
        "\x90\x56\x89\xD8\x8E\xD0\x93\x64\x98\x4A\x93\xAD\x8E\xD2\x83\x4E\x83\x89\x83\x75\x82\xCD\x8D\xA1\x93\xFA"
        "\x82"
        "\xB1\x82\xB1\x82\xC5\x8A\x4A\x82\xA9\x82\xEA\x82\xBD",
        "caf\xE9s et th\xE9\xE2tres", /* Latin-1 */
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        CHECK(!gb18030_is_chinese(text_from(others[i])));
    }
    Text utf8 = TEXT("人民\n人民代表\n"); /* may be GB18030: each line has an even number of bytes above 0x80 */
    CHECK_EQUAL(gb18030_check(utf8), SIZE_MAX);
    CHECK(!gb18030_is_chinese(utf8));
}

/* Decodes in pieces of `step` bytes. */
static Text decode_wide(Arena *arena, Encoding encoding, Text wide, size_t step) {
    char *out = ARENA_ARRAY(arena, char, wide.length * 2 + 1);
    size_t written = 0;
    size_t begin = 0;
    for (size_t end = step; begin < wide.length; end += step) {
        size_t used;
        bool last = end >= wide.length;
        written +=
            utf16_decode(encoding, text_slice(wide, begin, last ? wide.length : end), last, out + written, &used);
        begin += used;
    }
    return (Text){out, written};
}

static void test_utf16(Arena *arena) {
    Text little = TEXT("a\0\xE5\x5D\x40\xD8\x0B\xDC\n\0");
    Text big = TEXT("\0a\x5D\xE5\xD8\x40\xDC\x0B\0\n");
    for (size_t step = 1; step <= little.length; step++) {
        CHECK_TEXT(decode_wide(arena, ENCODING_UTF16LE, little, step), "a工𠀋\n");
        CHECK_TEXT(decode_wide(arena, ENCODING_UTF16BE, big, step), "a工𠀋\n");
    }
    CHECK_TEXT(decode_wide(arena, ENCODING_UTF16BE, TEXT("\0a\xD8\x40\0b"), 2), "a\xFF"
                                                                                "b");
    CHECK_TEXT(decode_wide(arena, ENCODING_UTF16BE, TEXT("\xDC\x0B\0b"), 3), "\xFF"
                                                                             "b");
    CHECK_TEXT(decode_wide(arena, ENCODING_UTF16BE, TEXT("\0a\xD8\x40"), 1), "a\xFF");
    CHECK_TEXT(decode_wide(arena, ENCODING_UTF16BE, TEXT("\0a\0"), 3), "a\xFF");
}

int main(void) {
    Arena arena = {0};
    test_names();
    test_marks();
    test_gb18030(&arena);
    test_every_character(&arena);
    test_chinese();
    test_utf16(&arena);
    arena_release(&arena);
    return check_report();
}
