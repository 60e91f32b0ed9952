/* Owns the Named Entities block: pairs of a Chinese and an English name. It does not know where in a file the block
 * stands. */
#include "glossary.h"

static Text strip(Text text, const char *marks) {
    Text stripped = text_trim(text);
    while (stripped.length && text_contains(text_from(marks), text_slice(stripped, 0, 1))) {
        stripped = text_trim(text_after(stripped, 1));
    }
    while (stripped.length && text_contains(text_from(marks), text_after(stripped, stripped.length - 1))) {
        stripped = text_trim(text_slice(stripped, 0, stripped.length - 1));
    }
    return stripped;
}

bool glossary_is_heading(Text line) {
    Text trimmed = text_trim(line);
    return text_starts(trimmed, TEXT("**")) && text_equal_nocase(strip(trimmed, "*:"), TEXT("Named Entities"));
}

/* The vowel under a tone mark of pinyin, as UTF-8; empty for the marks that combine; NULL for any other character. */
static const char *without_tone(uint32_t code_point) {
    static const struct {
        uint32_t marked;
        const char *plain;
    } tones[] = {
        {0x101, "a"}, {0xE1, "a"},  {0x1CE, "a"}, {0xE0, "a"},  {0x113, "e"}, {0xE9, "e"},  {0x11B, "e"}, {0xE8, "e"},
        {0x12B, "i"}, {0xED, "i"},  {0x1D0, "i"}, {0xEC, "i"},  {0x14D, "o"}, {0xF3, "o"},  {0x1D2, "o"}, {0xF2, "o"},
        {0x16B, "u"}, {0xFA, "u"},  {0x1D4, "u"}, {0xF9, "u"},  {0x1D6, "ü"}, {0x1D8, "ü"}, {0x1DA, "ü"}, {0x1DC, "ü"},
        {0x144, "n"}, {0x148, "n"}, {0x1F9, "n"}, {0x100, "A"}, {0xC1, "A"},  {0x1CD, "A"}, {0xC0, "A"},  {0x112, "E"},
        {0xC9, "E"},  {0x11A, "E"}, {0xC8, "E"},  {0x14C, "O"}, {0xD3, "O"},  {0x1D1, "O"}, {0xD2, "O"},  {0x300, ""},
        {0x301, ""},  {0x304, ""},  {0x30C, ""},
    };
    for (size_t i = 0; i < sizeof tones / sizeof *tones; i++) {
        if (tones[i].marked == code_point) {
            return tones[i].plain;
        }
    }
    return NULL;
}

static Text plain_pinyin(Text pinyin, Arena *arena) {
    char *bytes = ARENA_ARRAY(arena, char, pinyin.length);
    size_t used = 0;
    for (size_t at = 0, next; at < pinyin.length; at = next) {
        const char *plain = without_tone(utf8_at(pinyin, at, &next));
        Text part = plain ? text_from(plain) : text_slice(pinyin, at, next);
        for (size_t i = 0; i < part.length; i++) {
            bytes[used++] = part.at[i];
        }
    }
    return (Text){bytes, used};
}

/* What stands in the round brackets at the end, if it is a name and no remark such as "short for …". */
static Text name_in_brackets(Text gloss, size_t bracket) {
    Text inner = text_after(gloss, bracket + 1);
    size_t close = text_find(inner, TEXT(")"));
    inner = text_trim(text_slice(inner, 0, close == SIZE_MAX ? inner.length : close));
    if (text_starts(inner, TEXT("the "))) {
        inner = text_trim(text_after(inner, 4));
    }
    bool remark = inner.length && inner.at[0] >= 'a' && inner.at[0] <= 'z';
    return remark ? (Text){0} : inner;
}

/* "Nanjie (short for Yugoslavia and Czechoslovakia)": an abbreviation of two names names neither. */
static bool is_of_two(Text gloss, size_t bracket) {
    Text remark = text_after(gloss, bracket + 1);
    return text_starts(remark, TEXT("short for ")) && text_contains(remark, TEXT(" and "));
}

/* Empty: it is no name of one thing. */
static Text english_name(Text gloss, Arena *arena) {
    size_t bracket = text_find(gloss, TEXT("("));
    if (bracket == SIZE_MAX) {
        return plain_pinyin(gloss, arena);
    }
    if (is_of_two(gloss, bracket)) {
        return (Text){0};
    }
    Text name = name_in_brackets(gloss, bracket);
    return name.length ? name : plain_pinyin(text_trim(text_slice(gloss, 0, bracket)), arena);
}

static size_t chinese_name_end(Text line) {
    size_t at = 0;
    while (at < line.length) {
        size_t next;
        uint32_t c = utf8_at(line, at, &next);
        if (is_space(c) || c == ':' || c == 0xFF1A || c == '(') {
            break;
        }
        at = next;
    }
    return at;
}

void glossary_read(Text block, Arena *arena, Article *out) {
    while (block.length) {
        Text line = strip(text_line(&block), "*-");
        size_t next;
        if (line.length == 0 || !is_han(utf8_at(line, 0, &next))) {
            continue;
        }
        Text chinese = text_slice(line, 0, chinese_name_end(line));
        Text gloss = strip(text_after(line, chinese.length), ":-");
        if (text_starts(gloss, TEXT("："))) {
            gloss = text_trim(text_after(gloss, TEXT("：").length));
        }
        Text english = english_name(gloss, arena);
        if (english.length) {
            NamePair *pair = VECTOR_PUSH(arena, &out->names);
            pair->name[LANG_EN] = english;
            pair->name[LANG_ZH] = chinese;
        }
    }
}
