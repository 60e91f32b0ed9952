/* Owns the normal form of names, for which it asks ICU. What Unicode has assigned keeps its normal form
 * in every version, so that the same name has the same key everywhere. */
#include "normalform.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/* UTF-16, as ICU has it. */
typedef struct Wide {
    UChar *at;
    int32_t length;
} Wide;

enum { MOST_GROWTH = 18, FIRST_ACCENT = 0x0300, LAST_ACCENT = 0x036F }; /* a ligature becomes as many letters */

static Wide wide_of(Arena *arena, Text text, UErrorCode *error) {
    Wide wide = {.at = ARENA_ARRAY(arena, UChar, text.length + 1)};
    u_strFromUTF8(wide.at, (int32_t)text.length + 1, &wide.length, text.at, (int32_t)text.length, error);
    return wide;
}

static Wide normalized(Arena *arena, const UNormalizer2 *form, Wide wide, UErrorCode *error) {
    int32_t room = wide.length * MOST_GROWTH + 1;
    Wide out = {.at = ARENA_ARRAY(arena, UChar, (size_t)room)};
    out.length = unorm2_normalize(form, wide.at, wide.length, out.at, room, error);
    return out;
}

static void drop_accents(Wide *wide) {
    int32_t kept = 0;
    for (int32_t i = 0; i < wide->length; i++) {
        if (wide->at[i] < FIRST_ACCENT || wide->at[i] > LAST_ACCENT) {
            wide->at[kept++] = wide->at[i];
        }
    }
    wide->length = kept;
}

static Text narrow(Arena *arena, Wide wide, UErrorCode *error) {
    enum { MOST_BYTES = 3 }; /* of a UTF-16 unit */
    int32_t room = wide.length * MOST_BYTES + 1;
    int32_t length = 0;
    char *bytes = ARENA_ARRAY(arena, char, (size_t)room);
    u_strToUTF8(bytes, room, &length, wide.at, wide.length, error);
    return (Text){bytes, (size_t)length};
}

/* Ideographs and small ASCII letters, which make up nearly all names, are their own form. */
static bool is_plain(Text name) {
    for (size_t i = 0; i < name.length; i++) {
        unsigned char c = (unsigned char)name.at[i];
        if (c >= 'A' && (c <= 'Z' || (c >= 0x80 && (c < 0xE4 || c > 0xE9)))) {
            return false;
        }
        i += c >= 0x80 ? 2 : 0;
    }
    return true;
}

Text normal_form(Arena *arena, Text name) {
    enum { LONGEST = 1 << 20 }; /* bytes; no name is longer */
    if (is_plain(name) || name.length > LONGEST) {
        return name;
    }
    UErrorCode error = U_ZERO_ERROR;
    Wide wide = wide_of(arena, name, &error);
    wide = normalized(arena, unorm2_getNFKCCasefoldInstance(&error), wide, &error);
    wide = normalized(arena, unorm2_getNFDInstance(&error), wide, &error);
    drop_accents(&wide);
    wide = normalized(arena, unorm2_getNFCInstance(&error), wide, &error);
    Text form = narrow(arena, wide, &error);
    return U_SUCCESS(error) ? form : name;
}
