/* Owns that articles are text in UTF-8. It does not know what an article looks like. */
#include "plaintext.h"

#include <string.h>

static Status refuse_byte(Diag *diag, Text path, Text whole, size_t at, const char *why) {
    diag_error(diag, place_of(path, whole, at), "%s: byte 0x%02X", why, (unsigned char)whole.at[at]);
    return DATELINE_SKIPPED;
}

static Status decode_gb18030(Text path, Text bytes, Arena *arena, Diag *diag, Text *out) {
    size_t wrong = gb18030_check(bytes);
    Text valid = text_slice(bytes, 0, wrong == SIZE_MAX ? bytes.length : wrong);
    if (!gb18030_decode(valid, arena, out)) {
        diag_error(diag, (Place){.file = path}, "GB18030 cannot be read: ICU has no converter for it");
        return DATELINE_SKIPPED;
    }
    if (wrong != SIZE_MAX) {
        diag_error(diag, place_of(path, *out, out->length), "not GB18030: byte 0x%02X", (unsigned char)bytes.at[wrong]);
        return DATELINE_SKIPPED;
    }
    return DATELINE_OK;
}

static Status decode(Text path, const Piece *piece, Encoding encoding, Arena *arena, Diag *diag, Text *out) {
    size_t mark;
    Encoding marked = encoding_of_mark(piece->bytes, &mark);
    *out = text_after(piece->bytes, mark);
    encoding = piece->was_wide ? ENCODING_UTF8 : marked ? marked : encoding;
    if (encoding == ENCODING_GB18030) {
        return decode_gb18030(path, *out, arena, diag, out);
    }
    size_t wrong = utf8_check(*out);
    if (wrong == SIZE_MAX) {
        return DATELINE_OK;
    }
    if (encoding == ENCODING_UNKNOWN && gb18030_is_chinese(*out)) {
        return decode_gb18030(path, *out, arena, diag, out);
    }
    return refuse_byte(diag, path, *out, wrong,
                       piece->was_wide                ? "not UTF-16"
                       : encoding == ENCODING_UNKNOWN ? "neither UTF-8 nor Chinese in GB18030"
                                                      : "not UTF-8");
}

Status plaintext_read(Text path, const Piece *piece, Encoding encoding, Arena *arena, Diag *diag, Text *out) {
    TRY(decode(path, piece, encoding, arena, diag, out));
    if (out->length == 0) {
        diag_error(diag, (Place){.file = path}, "the file is empty");
        return DATELINE_SKIPPED;
    }
    const char *nul = memchr(out->at, '\0', out->length);
    if (nul) {
        diag_error(diag, place_of(path, *out, (size_t)(nul - out->at)), "a NUL byte: this is no text");
        return DATELINE_SKIPPED;
    }
    return DATELINE_OK;
}
