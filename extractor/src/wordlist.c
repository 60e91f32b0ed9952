/* Longest match over a sorted array. The last word that does not sort after the text is either the answer or begins
 * with it, so each word carries a link to the next shorter one it begins with; and only words that begin with the same
 * six or three bytes are looked at. Knows nothing of what the words stand for. */
#include "wordlist.h"

#include <string.h>

enum { SIX = 6, THREE = 3, KEY_BYTES = sizeof(uint64_t), WORD_BITS = 64 };

static uint64_t key_of_eight(const unsigned char *bytes) {
    return (uint64_t)bytes[0] << 56 | (uint64_t)bytes[1] << 48 | (uint64_t)bytes[2] << 40 | (uint64_t)bytes[3] << 32 |
           (uint64_t)bytes[4] << 24 | (uint64_t)bytes[5] << 16 | (uint64_t)bytes[6] << 8 | (uint64_t)bytes[7];
}

static uint64_t key_of(Text text) {
    unsigned char bytes[KEY_BYTES] = {0};
    if (text.length >= KEY_BYTES) {
        return key_of_eight((const unsigned char *)text.at);
    }
    memcpy(bytes, text.at, text.length);
    return key_of_eight(bytes);
}

static uint64_t beginning_of(uint64_t key, size_t bytes) {
    return key >> 8 * (KEY_BYTES - bytes);
}

void wordlist_add(Wordlist *list, Arena *building, Text text, uint32_t value) {
    *VECTOR_PUSH(building, &list->words) = (ListedWord){text, value, 0};
    *VECTOR_PUSH(building, &list->keys) = key_of(text);
}

/* A word while it is sorted. */
typedef struct Draft {
    uint64_t key;
    ListedWord word;
} Draft;

static bool is_before(const Draft *a, const Draft *b) {
    if (a->key != b->key) {
        return a->key < b->key;
    }
    int order = text_compare(a->word.text, b->word.text);
    return order ? order < 0 : a->word.value < b->word.value;
}

/* Sorts by merging; `room` is for half as many. */
static void sort_by_merging(Draft *words, size_t count, Draft *room) {
    if (count < 2) {
        return;
    }
    size_t half = count / 2;
    sort_by_merging(words, half, room);
    sort_by_merging(words + half, count - half, room);
    if (!is_before(&words[half], &words[half - 1])) {
        return;
    }
    memcpy(room, words, half * sizeof *words);
    size_t left = 0;
    size_t right = half;
    for (size_t out = 0; left < half; out++) {
        bool take_right = right < count && is_before(&words[right], &room[left]);
        words[out] = take_right ? words[right++] : room[left++];
    }
}

enum { BYTE_VALUES = 256 };

/* Moves the words to `out` in the order of one byte of their keys, else as they stand; false: it is the same in all. */
static bool distribute(const Draft *words, size_t count, unsigned shift, Draft *out) {
    size_t ends[BYTE_VALUES + 1] = {0};
    for (size_t i = 0; i < count; i++) {
        ends[(words[i].key >> shift & 0xFF) + 1]++;
    }
    if (ends[(words[0].key >> shift & 0xFF) + 1] == count) {
        return false;
    }
    for (size_t i = 1; i <= BYTE_VALUES; i++) {
        ends[i] += ends[i - 1];
    }
    for (size_t i = 0; i < count; i++) {
        out[ends[words[i].key >> shift & 0xFF]++] = words[i];
    }
    return true;
}

/* Sorts by one byte of the keys after the other, the last first, and then merges those with the same key; `room` is for
 * as many. Where they stand then. */
static Draft *sort(Draft *words, size_t count, Draft *room) {
    Draft *from = words;
    Draft *to = room;
    for (unsigned shift = 0; shift < 8 * KEY_BYTES; shift += 8) {
        if (distribute(from, count, shift, to)) {
            Draft *moved = to;
            to = from;
            from = moved;
        }
    }
    for (size_t begin = 0, end = 0; begin < count; begin = end) {
        while (end < count && from[end].key == from[begin].key) {
            end++;
        }
        sort_by_merging(from + begin, end - begin, to);
    }
    return from;
}

static void link_shorter(Wordlist *list) {
    const ListedWord *words = list->words.items;
    for (size_t i = 1; i < list->words.count; i++) {
        size_t candidate = i; /* 1 + index, so this is the word before */
        while (candidate && !text_starts(words[i].text, words[candidate - 1].text)) {
            candidate = words[candidate - 1].shorter;
        }
        list->words.items[i].shorter = (uint32_t)candidate;
    }
}

/* The place of the group with this beginning, or the free place where it would be. */
static WordGroup *find_group(const Wordlist *list, uint64_t beginning) {
    size_t mask = ((size_t)1 << list->bits) - 1;
    size_t at = (size_t)(beginning * 0x9E3779B97F4A7C15u >> (64 - list->bits));
    while (list->groups[at].beginning && list->groups[at].beginning != beginning) {
        at = (at + 1) & mask;
    }
    return &list->groups[at];
}

static bool has_bit(const uint64_t *set, unsigned bits, uint64_t beginning) {
    size_t bit = (size_t)(beginning * 0x9E3779B97F4A7C15u >> (64 - bits));
    return set[bit / WORD_BITS] >> bit % WORD_BITS & 1;
}

static void put_bit(uint64_t *set, unsigned bits, uint64_t beginning) {
    size_t bit = (size_t)(beginning * 0x9E3779B97F4A7C15u >> (64 - bits));
    set[bit / WORD_BITS] |= (uint64_t)1 << bit % WORD_BITS;
}

/* How many bits make at least so many places. */
static unsigned bits_for(size_t places) {
    unsigned bits = 4;
    while ((size_t)1 << bits < places) {
        bits++;
    }
    return bits;
}

/* A set of bits of which about one in sixteen will be set. */
static uint64_t *make_bits(Arena *arena, size_t count, unsigned *bits) {
    *bits = bits_for(count * 16 + WORD_BITS);
    return ARENA_ARRAY(arena, uint64_t, ((size_t)1 << *bits) / WORD_BITS);
}

static void note_beginnings(Wordlist *list, Arena *arena) {
    size_t count = 0; /* of the short ones */
    for (size_t i = 0; i < list->words.count; i++) {
        count += list->words.items[i].text.length < SIX;
    }
    list->short_words = make_bits(arena, count, &list->short_bits);
    list->long_words = make_bits(arena, list->words.count - count, &list->long_bits);
    for (size_t i = 0; i < list->words.count; i++) {
        uint64_t key = list->keys.items[i];
        if (list->words.items[i].text.length < SIX) {
            put_bit(list->short_words, list->short_bits, beginning_of(key, THREE));
        } else {
            put_bit(list->long_words, list->long_bits, beginning_of(key, SIX));
        }
    }
}

/* The beginning of a word's group; 0: it is in none. */
static uint64_t beginning_of_group(const Wordlist *list, size_t index) {
    size_t length = list->words.items[index].text.length;
    return length >= THREE ? beginning_of(list->keys.items[index], length >= SIX ? SIX : THREE) : 0;
}

/* As words are sorted, a group ends with the last one that is put into it. */
static void put_into_group(Wordlist *list, uint32_t index) {
    uint64_t beginning = beginning_of_group(list, index);
    list->tiny = list->tiny || list->words.items[index].text.length < THREE;
    if (beginning) {
        WordGroup *group = find_group(list, beginning);
        *group = (WordGroup){beginning, group->beginning ? group->begin : index, index + 1};
    }
}

static void make_groups(Wordlist *list, Arena *arena) {
    uint64_t last = 0;
    size_t most = 1; /* groups: a short word may stand between the words of one, which is then counted twice */
    for (size_t i = 0; i < list->words.count; i++) {
        uint64_t beginning = beginning_of_group(list, i);
        most += beginning != last;
        last = beginning;
    }
    list->bits = bits_for(most * 2);
    list->groups = ARENA_ARRAY(arena, WordGroup, (size_t)1 << list->bits);
    for (size_t i = 0; i < list->words.count; i++) {
        put_into_group(list, (uint32_t)i);
    }
}

static void sort_words(Wordlist *list, Arena *arena) {
    Arena sorting = {.exhausted = arena->exhausted};
    size_t count = list->words.count;
    Draft *drafts = ARENA_ARRAY(&sorting, Draft, count);
    for (size_t i = 0; i < count; i++) {
        drafts[i] = (Draft){list->keys.items[i], list->words.items[i]};
    }
    const Draft *sorted = sort(drafts, count, ARENA_ARRAY(&sorting, Draft, count));
    VECTOR_SETTLE(arena, &list->words);
    VECTOR_SETTLE(arena, &list->keys);
    for (size_t i = 0; i < count; i++) {
        list->keys.items[i] = sorted[i].key;
        list->words.items[i] = sorted[i].word;
    }
    arena_release(&sorting);
}

void wordlist_sort(Wordlist *list, Arena *arena) {
    if (list->words.count == 0) {
        return;
    }
    sort_words(list, arena);
    link_shorter(list);
    make_groups(list, arena);
    note_beginnings(list, arena);
}

/* 1 + index of the last word in [begin, end) that does not sort after `text`, or `begin`. */
static size_t last_not_after(const Wordlist *list, size_t begin, size_t end, Text text, uint64_t key) {
    while (begin < end) {
        size_t middle = begin + (end - begin) / 2;
        uint64_t found = list->keys.items[middle];
        bool after = found != key ? found > key : text_compare(list->words.items[middle].text, text) > 0;
        if (after) {
            end = middle;
        } else {
            begin = middle + 1;
        }
    }
    return begin;
}

/* Where words that `rest` may begin with stand: all that are as long as the group's, and by their links all shorter
 * ones. */
static bool find_range(const Wordlist *list, Text rest, uint64_t key, WordGroup *out) {
    uint64_t three = beginning_of(key, THREE);
    uint64_t six = beginning_of(key, SIX);
    *out = (WordGroup){0};
    if (rest.length >= SIX && has_bit(list->long_words, list->long_bits, six)) {
        *out = *find_group(list, six);
    }
    if (!out->beginning && rest.length >= THREE && has_bit(list->short_words, list->short_bits, three)) {
        *out = *find_group(list, three);
    }
    if (!out->beginning && list->tiny) {
        *out = (WordGroup){1, 0, (uint32_t)list->words.count};
    }
    return out->beginning != 0;
}

static bool begins_with(const Wordlist *list, Text rest, uint64_t key, const ListedWord *word) {
    size_t length = word->text.length;
    uint64_t begins = list->keys.items[word - list->words.items];
    return length > KEY_BYTES ? key == begins && text_starts(rest, word->text)
                              : rest.length >= length && beginning_of(key, length) == beginning_of(begins, length);
}

const ListedWord *wordlist_longest(const Wordlist *list, Text text, size_t at) {
    Text rest = text_after(text, at);
    if (list->words.count == 0 || rest.length == 0) {
        return NULL;
    }
    uint64_t key = key_of(rest);
    WordGroup range;
    if (!find_range(list, rest, key, &range)) {
        return NULL;
    }
    size_t found = last_not_after(list, range.begin, range.end, rest, key);
    const ListedWord *word = &list->words.items[found > range.begin ? found - 1 : range.begin];
    while (word && !begins_with(list, rest, key, word)) {
        word = wordlist_next(list, word);
    }
    return word;
}

const ListedWord *wordlist_next(const Wordlist *list, const ListedWord *word) {
    return word->shorter ? &list->words.items[word->shorter - 1] : NULL;
}
