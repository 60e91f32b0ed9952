/* Longest match over a sorted array. The last word that does not sort after the text is either the answer or begins
 * with it, so each word carries a link to the next shorter one it begins with. Knows nothing of what the words stand
 * for. */
#include "wordlist.h"

#include <string.h>

static uint64_t key_of(Text text) {
    unsigned char bytes[sizeof(uint64_t)] = {0};
    memcpy(bytes, text.at, text.length < sizeof bytes ? text.length : sizeof bytes);
    uint64_t key = 0;
    for (size_t i = 0; i < sizeof bytes; i++) {
        key = key << 8 | bytes[i];
    }
    return key;
}

enum { SIXES = 1 << 14 /* bits */, WORD_BITS = 64, SIX = 6 };

/* Of the first six bytes of a text that has as many. */
static size_t hash_of_six(uint64_t key) {
    return (size_t)((key >> 16) * 0x9E3779B97F4A7C15u >> (64 - 14));
}

void wordlist_add(Wordlist *list, Arena *building, Text text, uint32_t value) {
    *VECTOR_PUSH(building, &list->words) = (ListedWord){text, key_of(text), value, 0};
}

static bool is_before(const ListedWord *a, const ListedWord *b) {
    if (a->key != b->key) {
        return a->key < b->key;
    }
    int order = text_compare(a->text, b->text);
    return order ? order < 0 : a->value < b->value;
}

/* Sorts by merging; `room` is for half as many. Most comparisons are of two numbers, for which qsort has to call. */
static void sort(ListedWord *words, size_t count, ListedWord *room) {
    if (count < 2) {
        return;
    }
    size_t half = count / 2;
    sort(words, half, room);
    sort(words + half, count - half, room);
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

static uint32_t first_character(Text text) {
    size_t next;
    return utf8_at(text, 0, &next);
}

/* UTF-8 sorts as its code points do, so all words with one first character stand together. */
static void index_starts(Wordlist *list, Arena *arena) {
    size_t count = list->words.count;
    list->low = first_character(list->words.items[0].text);
    list->high = first_character(list->words.items[count - 1].text);
    list->starts = ARENA_ARRAY(arena, uint32_t, list->high - list->low + 2);
    list->shorts = ARENA_ARRAY(arena, bool, list->high - list->low + 1);
    list->sixes = ARENA_ARRAY(arena, uint64_t, SIXES / WORD_BITS);
    size_t at = 0;
    for (uint32_t c = list->low; c <= list->high; c++) {
        list->starts[c - list->low] = (uint32_t)at;
        for (; at < count && first_character(list->words.items[at].text) == c; at++) {
            const ListedWord *word = &list->words.items[at];
            size_t hash = hash_of_six(word->key);
            if (word->text.length < SIX) {
                list->shorts[c - list->low] = true;
            } else {
                list->sixes[hash / WORD_BITS] |= (uint64_t)1 << hash % WORD_BITS;
            }
        }
    }
    list->starts[list->high - list->low + 1] = (uint32_t)count;
}

void wordlist_sort(Wordlist *list, Arena *arena) {
    if (list->words.count == 0) {
        return;
    }
    Arena sorting = {.exhausted = arena->exhausted};
    VECTOR_SETTLE(arena, &list->words);
    sort(list->words.items, list->words.count, ARENA_ARRAY(&sorting, ListedWord, list->words.count / 2 + 1));
    arena_release(&sorting);
    link_shorter(list);
    index_starts(list, arena);
}

/* 1 + index of the last word in [begin, end) that does not sort after `text`, or `begin`. */
static size_t last_not_after(const Wordlist *list, size_t begin, size_t end, Text text, uint64_t key) {
    while (begin < end) {
        size_t middle = begin + (end - begin) / 2;
        const ListedWord *word = &list->words.items[middle];
        bool after = word->key != key ? word->key > key : text_compare(word->text, text) > 0;
        if (after) {
            end = middle;
        } else {
            begin = middle + 1;
        }
    }
    return begin;
}

static bool may_start(const Wordlist *list, uint32_t first, Text rest, uint64_t key) {
    size_t hash = hash_of_six(key);
    return list->shorts[first - list->low] ||
           (rest.length >= SIX && (list->sixes[hash / WORD_BITS] >> hash % WORD_BITS & 1));
}

const ListedWord *wordlist_longest(const Wordlist *list, Text text, size_t at) {
    Text rest = text_after(text, at);
    if (list->words.count == 0 || rest.length == 0) {
        return NULL;
    }
    uint32_t first = first_character(rest);
    if (first < list->low || first > list->high) {
        return NULL;
    }
    size_t begin = list->starts[first - list->low];
    size_t end = list->starts[first - list->low + 1];
    uint64_t key = begin < end ? key_of(rest) : 0;
    if (begin == end || !may_start(list, first, rest, key)) {
        return NULL;
    }
    size_t found = last_not_after(list, begin, end, rest, key);
    if (found == begin) {
        return NULL;
    }
    const ListedWord *word = &list->words.items[found - 1];
    while (word && !text_starts(rest, word->text)) {
        word = wordlist_next(list, word);
    }
    return word;
}

const ListedWord *wordlist_next(const Wordlist *list, const ListedWord *word) {
    return word->shorter ? &list->words.items[word->shorter - 1] : NULL;
}
