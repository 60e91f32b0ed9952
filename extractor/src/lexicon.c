/* Answers which names, words, heads, units and periods stand at a place. Knows no file: lexicon_load.c fills its
 * tables. */
#include "date.h"
#include "lexicon_tables.h"

enum {
    LONGEST_FOLDED = 96, /* bytes; no English word, head, unit or period name is longer */
    NO_WORD = 1,         /* of Standing.word */
    FIRST_WORD = 2,      /* the same, of the word with index 0 */
    NEVER = 10000,       /* more years than any two days lie apart */
};

static const Word unknown = {0};

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The start of `text` in lower case, as far as it fits into the buffer. */
static Text fold(Text text, char buffer[LONGEST_FOLDED]) {
    size_t length = text.length < LONGEST_FOLDED ? text.length : LONGEST_FOLDED;
    for (size_t i = 0; i < length; i++) {
        buffer[i] = lower(text.at[i]);
    }
    return (Text){buffer, length};
}

Text lexicon_lower(Arena *arena, Text text) {
    char *bytes = ARENA_ARRAY(arena, char, text.length + 1);
    for (size_t i = 0; i < text.length; i++) {
        bytes[i] = lower(text.at[i]);
    }
    return (Text){bytes, text.length};
}

static bool is_letter(uint32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c >= 0xC0 && c < 0x250);
}

/* Is `at` inside a word? A hyphen joins its neighbours, so that "Ministry" is not found in "Sub-Ministry". */
static bool is_inside_word(Text text, size_t at) {
    if (at == 0 || at >= text.length) {
        return false;
    }
    size_t next;
    size_t previous = utf8_previous(text, at);
    uint32_t before = utf8_at(text, previous, &next);
    uint32_t after = utf8_at(text, at, &next);
    if (before == '-' && previous > 0) {
        before = utf8_at(text, utf8_previous(text, previous), &next);
    } else if (after == '-' && next < text.length) {
        after = utf8_at(text, next, &next);
    }
    return is_letter(before) && is_letter(after);
}

/* How many years `when` lies outside the time in which the entry bears its names; 0 inside, and when nothing is asked.
 * What has ended is still spoken of, but not what begins in a later year: the 外交部 of 1947 is another one. */
static int years_away(const Entry *entry, Day when) {
    if (when.year == 0) {
        return 0;
    }
    if (entry->from.year > when.year) {
        return NEVER;
    }
    if (entry->from.year && day_compare(day_last(when), day_first(entry->from)) < 0) {
        return 1;
    }
    if (entry->to.year && day_compare(day_first(when), day_last(entry->to)) > 0) {
        return when.year - entry->to.year + 1;
    }
    return 0;
}

/* Of the entries with the text of `name`: the nearest to `when`, and of those the first in the files. NULL: none is
 * meant. */
static const Entry *nearest(const Lexicon *lexicon, const Wordlist *names, const ListedWord *name, Day when) {
    const Entry *best = NULL;
    int best_distance = NEVER - 1;
    size_t length = name->text.length;
    for (; name && name->text.length == length; name = wordlist_next(names, name)) {
        const Entry *entry = &lexicon->entries.items[name->value];
        int distance = years_away(entry, when);
        if (distance <= best_distance) {
            best = entry;
            best_distance = distance;
        }
    }
    return best;
}

/* In English a name ends where its last word ends; in Chinese nothing shows that. */
static bool ends_inside_word(Lang lang, Text text, size_t end) {
    return lang == LANG_EN && is_inside_word(text, end);
}

const Entry *lexicon_longest(const Lexicon *lexicon, Lang lang, Text text, size_t at, Day when, size_t *length) {
    if (lang == LANG_EN ? is_inside_word(text, at) : !(wordbook_opens(&lexicon->book, text, at) & OPENS_NAME)) {
        return NULL;
    }
    const Wordlist *names = &lexicon->entry_names[lang];
    for (const ListedWord *name = wordlist_longest(names, text, at); name; name = wordlist_next(names, name)) {
        const Entry *entry =
            ends_inside_word(lang, text, at + name->text.length) ? NULL : nearest(lexicon, names, name, when);
        if (entry) {
            *length = name->text.length;
            return entry;
        }
    }
    return NULL;
}

const Entry *lexicon_name(const Lexicon *lexicon, Lang lang, Text name, Day when) {
    const Wordlist *names = &lexicon->entry_names[lang];
    const ListedWord *found = wordlist_longest(names, name, 0);
    return found && found->text.length == name.length ? nearest(lexicon, names, found, when) : NULL;
}

void lexicon_bearers(const Lexicon *lexicon, Lang lang, Text name, Day when, Arena *arena, EntryRefs *out) {
    const Wordlist *names = &lexicon->borne_names[lang];
    const ListedWord *found = wordlist_longest(names, name, 0);
    for (; found && found->text.length == name.length; found = wordlist_next(names, found)) {
        const Entry *entry = &lexicon->entries.items[found->value];
        if (years_away(entry, when) != NEVER) {
            *VECTOR_PUSH(arena, out) = entry;
        }
    }
}

bool lexicon_is_china(const Entry *entry) {
    return entry && text_equal(entry->id, TEXT("china"));
}

bool lexicon_is_abroad(const Entry *entry) {
    return entry && entry->country && !lexicon_is_china(entry->country);
}

const Entry *lexicon_only_bearer(const Lexicon *lexicon, Lang lang, Text name, Day when, Arena *arena) {
    EntryRefs bearers = {0};
    const Entry *only = NULL;
    lexicon_bearers(lexicon, lang, name, when, arena, &bearers);
    for (size_t i = 0; i < bearers.count; i++) {
        const Entry *one = bearers.items[i];
        if (lexicon_is_abroad(one)) {
            continue;
        }
        if (only && !text_equal(only->id, one->id)) {
            return NULL;
        }
        only = one;
    }
    return only;
}

const Wordbook *lexicon_wordbook(const Lexicon *lexicon) {
    return &lexicon->book;
}

static size_t find_word(const Table *table, Lang lang, Text word) {
    char buffer[LONGEST_FOLDED];
    if (word.length > LONGEST_FOLDED) {
        return TABLE_NONE;
    }
    return table_get(table, lang == LANG_EN ? fold(word, buffer) : word);
}

Word lexicon_word(const Lexicon *lexicon, Lang lang, Text word) {
    size_t index = find_word(&lexicon->words[lang], lang, word);
    return index == TABLE_NONE ? unknown : lexicon->known.items[index];
}

Standing lexicon_standing(const Lexicon *lexicon, Text text, size_t at) {
    const ListedWord *word = wordlist_longest(&lexicon->chinese_words, text, at);
    const ListedWord *head = word;
    while (head && !lexicon->heads_of_words[head->value]) {
        head = wordlist_next(&lexicon->chinese_words, head);
    }
    return (Standing){.word = word ? (uint32_t)(word - lexicon->chinese_words.words.items) + FIRST_WORD : NO_WORD,
                      .head = head ? lexicon->heads_of_words[head->value] : 0};
}

static const ListedWord *standing_word(const Lexicon *lexicon, const Standing *standing) {
    return standing->word >= FIRST_WORD ? &lexicon->chinese_words.words.items[standing->word - FIRST_WORD] : NULL;
}

const Head *lexicon_standing_head(const Lexicon *lexicon, const Standing *standing) {
    return standing->head ? &lexicon->heads.items[standing->head - 1] : NULL;
}

size_t lexicon_standing_word(const Lexicon *lexicon, const Standing *standing, unsigned kinds) {
    const ListedWord *word = standing_word(lexicon, standing);
    while (word && !(lexicon->known.items[word->value].kinds & kinds)) {
        word = wordlist_next(&lexicon->chinese_words, word);
    }
    return word ? word->text.length : 0;
}

Word lexicon_standing_exact(const Lexicon *lexicon, const Standing *standing, size_t length) {
    const ListedWord *word = standing_word(lexicon, standing);
    while (word && word->text.length > length) {
        word = wordlist_next(&lexicon->chinese_words, word);
    }
    return word && word->text.length == length ? lexicon->known.items[word->value] : unknown;
}

const Head *lexicon_head(const Lexicon *lexicon, Lang lang, Text text) {
    const Table *words = &lexicon->head_words[lang];
    size_t begin = lang == LANG_ZH && text.length > lexicon->longest_head ? text.length - lexicon->longest_head : 0;
    size_t found = find_word(words, lang, text_after(text, begin));
    while (found == TABLE_NONE && lang == LANG_ZH && ++begin < text.length) {
        bool inside = (text.at[begin] & 0xC0) == 0x80; /* of a character */
        found = inside ? TABLE_NONE : table_get(words, text_after(text, begin));
    }
    return found == TABLE_NONE ? NULL : &lexicon->heads.items[found];
}

/* The value of the longest name at `at`, in English regardless of case; TABLE_NONE: none. */
static size_t find_folded(const Wordlist *names, Lang lang, Text text, size_t at, size_t *length) {
    char buffer[LONGEST_FOLDED];
    Text rest = text_after(text, at);
    rest = lang == LANG_EN ? fold(rest, buffer) : rest;
    const ListedWord *name = wordlist_longest(names, rest, 0);
    while (name && ends_inside_word(lang, rest, name->text.length)) {
        name = wordlist_next(names, name);
    }
    if (!name) {
        return TABLE_NONE;
    }
    *length = name->text.length;
    return name->value;
}

bool lexicon_opener(const Lexicon *lexicon, Text text, size_t at) {
    size_t length;
    return find_folded(&lexicon->openers, LANG_EN, text, at, &length) != TABLE_NONE;
}

const Unit *lexicon_unit(const Lexicon *lexicon, Lang lang, Text text, size_t at, size_t *length) {
    size_t found = find_folded(&lexicon->unit_names[lang], lang, text, at, length);
    return found == TABLE_NONE ? NULL : &lexicon->units.items[found];
}

const Period *lexicon_period(const Lexicon *lexicon, Lang lang, Text text, size_t at, size_t *length) {
    if (lang == LANG_EN && is_inside_word(text, at)) {
        return NULL;
    }
    size_t found = find_folded(&lexicon->period_names[lang], lang, text, at, length);
    return found == TABLE_NONE ? NULL : &lexicon->periods.items[found];
}
