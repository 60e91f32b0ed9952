/* Compares names, sign by sign. It knows no lexicon and no classes: only what names look like. */
#include "similar.h"

#include "normalform.h"

enum { MOST_SIGNS = 96, ENOUGH_PERCENT = 70 }; /* of a longer name the beginning is compared */

typedef struct Signs {
    Lang lang;
    Text items[MOST_SIGNS];
    size_t count;
} Signs;

/* Is it one of the words of a list, which spaces divide? */
static bool is_one_of(Text sign, const char *words) {
    Text rest = text_from(words);
    while (rest.length) {
        size_t space = text_find(rest, TEXT(" "));
        size_t end = space == SIZE_MAX ? rest.length : space;
        if (text_equal_nocase(sign, text_slice(rest, 0, end))) {
            return true;
        }
        rest = text_after(rest, space == SIZE_MAX ? end : end + 1);
    }
    return false;
}

static bool is_letter(uint32_t c) {
    if (c < 0x80) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
    bool punctuation = (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3020) ||
                       (c >= 0xFF00 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20);
    return c == 0x25CB || (c >= 0xC0 && !punctuation && !is_space(c));
}

/* "s" is what is left of "people's". */
static bool is_sign(Lang lang, Text sign) {
    return lang == LANG_ZH || !is_one_of(sign, "the a an s");
}

/* The sign at byte *at, which goes behind it; empty: none is there. */
static Text next_sign(Lang lang, Text text, size_t *at) {
    size_t begin = *at;
    size_t next;
    bool letter = is_letter(utf8_at(text, begin, &next));
    *at = next;
    while (letter && lang == LANG_EN && *at < text.length && is_letter(utf8_at(text, *at, &next))) {
        *at = next;
    }
    Text sign = text_slice(text, begin, *at);
    return letter && is_sign(lang, sign) ? sign : text_slice(text, begin, begin);
}

static void split(Lang lang, Text name, Signs *out) {
    out->lang = lang;
    out->count = 0;
    for (size_t at = 0; at < name.length && out->count < MOST_SIGNS;) {
        Text sign = next_sign(lang, name, &at);
        if (sign.length) {
            out->items[out->count++] = sign;
        }
    }
}

static char lower(char c) {
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static Text singular(Text word) {
    return word.length > 3 && lower(word.at[word.length - 1]) == 's' ? text_slice(word, 0, word.length - 1) : word;
}

static bool same_sign(Lang lang, Text a, Text b) {
    return lang == LANG_ZH ? text_equal(a, b) : text_equal_nocase(singular(a), singular(b));
}

static bool same_signs(const Signs *a, const Signs *b) {
    if (a->count != b->count) {
        return false;
    }
    for (size_t i = 0; i < a->count; i++) {
        if (!same_sign(a->lang, a->items[i], b->items[i])) {
            return false;
        }
    }
    return true;
}

static bool is_subsequence(const Signs *part, const Signs *whole) {
    size_t found = 0;
    for (size_t i = 0; i < whole->count && found < part->count; i++) {
        found += same_sign(part->lang, part->items[found], whole->items[i]);
    }
    return found == part->count;
}

static bool is_number(Lang lang, Text sign) {
    if (sign.at[0] >= '0' && sign.at[0] <= '9') {
        return true;
    }
    return lang == LANG_EN ? is_one_of(sign, "first second third fourth fifth sixth seventh eighth ninth tenth")
                           : is_one_of(sign, "一 二 三 四 五 六 七 八 九 十 百 〇 零");
}

static void take_numbers(const Signs *from, Signs *out) {
    out->lang = from->lang;
    out->count = 0;
    for (size_t i = 0; i < from->count; i++) {
        if (is_number(from->lang, from->items[i])) {
            out->items[out->count++] = from->items[i];
        }
    }
}

/* The first and the second session are two sessions; a name without any number may be short for either. */
static bool numbers_differ(const Signs *a, const Signs *b) {
    Signs in_a;
    Signs in_b;
    take_numbers(a, &in_a);
    take_numbers(b, &in_b);
    return in_a.count > 0 && in_b.count > 0 && !is_subsequence(&in_a, &in_b) && !is_subsequence(&in_b, &in_a);
}

static bool is_below(Lang lang, Text sign) {
    return lang == LANG_EN ? is_one_of(sign, "deputy vice assistant alternate") : text_equal(sign, TEXT("副"));
}

static bool has_below(const Signs *name) {
    bool below = false;
    for (size_t i = 0; i < name->count; i++) {
        below = below || is_below(name->lang, name->items[i]);
    }
    return below;
}

/* The deputy manager is not the manager. */
static bool ranks_differ(const Signs *a, const Signs *b) {
    return has_below(a) != has_below(b);
}

static bool is_link(Text word) {
    return is_one_of(word, "of for to in on from by with and");
}

/* The word that says what sort of thing it is: the last of Chinese, in English the one before "of" and its like. */
static Text head(const Signs *name) {
    for (size_t i = 1; name->lang == LANG_EN && i < name->count; i++) {
        if (is_link(name->items[i])) {
            return name->items[i - 1];
        }
    }
    return name->items[name->count - 1];
}

/* A short form begins as the whole name does, or has its head: "Bank of China" is no China. */
static bool is_short_form(const Signs *part, const Signs *whole) {
    size_t least = part->lang == LANG_ZH ? 2 : 1;
    return part->count >= least && is_subsequence(part, whole) &&
           (same_sign(part->lang, part->items[0], whole->items[0]) || same_sign(part->lang, head(part), head(whole)));
}

static void drop_links(const Signs *from, Signs *out) {
    out->lang = from->lang;
    out->count = 0;
    for (size_t i = 0; i < from->count; i++) {
        if (from->lang == LANG_ZH || !is_link(from->items[i])) {
            out->items[out->count++] = from->items[i];
        }
    }
}

/* How many units are in both: a unit is an English word, or two neighbours of Chinese. */
static size_t common_units(const Signs *a, size_t in_a, const Signs *b, size_t in_b) {
    bool used[MOST_SIGNS] = {false};
    size_t common = 0;
    for (size_t i = 0; i < in_a; i++) {
        for (size_t j = 0; j < in_b; j++) {
            if (!used[j] && same_sign(a->lang, a->items[i], b->items[j]) &&
                (a->lang != LANG_ZH || same_sign(a->lang, a->items[i + 1], b->items[j + 1]))) {
                used[j] = true;
                common++;
                break;
            }
        }
    }
    return common;
}

/* Names that differ both ways have to begin alike: what tells bodies of one sort apart stands first (North and South
 * …). */
static bool overlap(const Signs *left, const Signs *right) {
    Signs a;
    Signs b;
    drop_links(left, &a);
    drop_links(right, &b);
    if (a.count == 0 || b.count == 0) {
        return false;
    }
    size_t fewer = a.lang == LANG_ZH ? 1 : 0; /* n characters have n - 1 pairs */
    size_t in_a = a.count - fewer;
    size_t in_b = b.count - fewer;
    size_t common = common_units(&a, in_a, &b, in_b);
    bool within = common == in_a || common == in_b;
    return common > 0 && 200 * common >= ENOUGH_PERCENT * (in_a + in_b) &&
           (within || same_sign(a.lang, a.items[0], b.items[0]));
}

static bool holds_all(const Signs *part, const Signs *whole) {
    bool used[MOST_SIGNS] = {false};
    for (size_t i = 0; i < part->count; i++) {
        size_t j = 0;
        while (j < whole->count && (used[j] || !same_sign(part->lang, part->items[i], whole->items[j]))) {
            j++;
        }
        if (j == whole->count) {
            return false;
        }
        used[j] = true;
    }
    return true;
}

/* 第十次全体会议 is the 全体会议第十次会议 of the body that meets: Chinese names of one number, with one head, that are
 * told in another order. */
static bool is_rearranged(const Signs *part, const Signs *whole) {
    Signs in_part;
    Signs in_whole;
    take_numbers(part, &in_part);
    take_numbers(whole, &in_whole);
    return part->lang == LANG_ZH && in_part.count > 0 && same_signs(&in_part, &in_whole) &&
           same_sign(part->lang, head(part), head(whole)) && holds_all(part, whole);
}

bool similar_same(Lang lang, Text a, Text b) {
    Signs in_a;
    Signs in_b;
    split(lang, a, &in_a);
    split(lang, b, &in_b);
    return in_a.count == 0 || in_a.count == MOST_SIGNS ? text_equal(a, b) : same_signs(&in_a, &in_b);
}

Text similar_key(Lang lang, Text printed, Arena *arena) {
    Signs signs;
    Text name = normal_form(arena, printed);
    split(lang, name, &signs);
    if (signs.count == 0 || signs.count == MOST_SIGNS) {
        return printed;
    }
    char *bytes = ARENA_ARRAY(arena, char, name.length + 1);
    size_t length = 0;
    for (size_t i = 0; i < signs.count; i++) {
        Text sign = lang == LANG_EN ? singular(signs.items[i]) : signs.items[i];
        for (size_t j = 0; j < sign.length; j++) {
            bytes[length++] = lang == LANG_EN ? lower(sign.at[j]) : sign.at[j];
        }
        if (lang == LANG_EN) {
            bytes[length++] = ' ';
        }
    }
    return (Text){bytes, length};
}

bool similar_subsequence(Lang lang, Text part, Text whole) {
    Signs in_part;
    Signs in_whole;
    split(lang, part, &in_part);
    split(lang, whole, &in_whole);
    return in_part.count > 0 && is_subsequence(&in_part, &in_whole);
}

bool similar_names(Lang lang, Text a, Text b) {
    Signs in_a;
    Signs in_b;
    split(lang, a, &in_a);
    split(lang, b, &in_b);
    if (in_a.count == 0 || in_b.count == 0) {
        return text_equal(a, b);
    }
    if (same_signs(&in_a, &in_b)) {
        return true;
    }
    return !numbers_differ(&in_a, &in_b) && !ranks_differ(&in_a, &in_b) &&
           (is_short_form(&in_a, &in_b) || is_short_form(&in_b, &in_a) || is_rearranged(&in_a, &in_b) ||
            is_rearranged(&in_b, &in_a) || overlap(&in_a, &in_b));
}

static bool has_sign(Lang lang, Text passage, Text sign) {
    bool found = false;
    for (size_t at = 0; at < passage.length && !found;) {
        found = same_sign(lang, next_sign(lang, passage, &at), sign);
    }
    return found;
}

Said similar_said(Lang lang, Text name, Text passage) {
    Said said = {0};
    Signs signs;
    split(lang, name, &signs);
    for (size_t i = 0; i + (lang == LANG_ZH) < signs.count; i++) {
        Text first = signs.items[i];
        Text last = signs.items[lang == LANG_ZH ? i + 1 : i];
        Text pair = {first.at, (size_t)(last.at + last.length - first.at)};
        said.of++;
        said.found += lang == LANG_ZH ? text_contains(passage, pair) : has_sign(lang, passage, first);
    }
    return said;
}
