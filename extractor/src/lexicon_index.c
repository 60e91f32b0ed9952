/* Puts the words of a lexicon in order, so that they are found fast. Reads no file and answers no question. */
#include "lexicon_tables.h"

/* An opener of several words is found by its first one. */
static void enter_opener(Lexicon *lexicon, Arena *arena, Text words) {
    size_t space = text_find(words, TEXT(" "));
    if (space != SIZE_MAX) {
        wordlist_add(&lexicon->openers, arena, words, 0);
        lexicon_enter_word(lexicon, arena, LANG_EN, text_slice(words, 0, space), (Word){.uses = USE_OPENS});
    }
}

bool lexicon_enter_word(Lexicon *lexicon, Arena *arena, Lang lang, Text word, Word more) {
    size_t index = table_put(&lexicon->words[lang], arena, word, lexicon->known.count);
    if (index == lexicon->known.count) {
        *VECTOR_PUSH(arena, &lexicon->known) = (Word){0};
        if (lang == LANG_ZH) {
            wordlist_add(&lexicon->chinese_words, arena, word, (uint32_t)index);
        }
    }
    Word *known = &lexicon->known.items[index];
    Word added = {more.kinds & ~known->kinds, more.uses & ~known->uses};
    *known = (Word){known->kinds | added.kinds, known->uses | added.uses};
    if (lang == LANG_EN && (added.uses & USE_OPENER)) {
        enter_opener(lexicon, arena, word);
    }
    return added.kinds || added.uses;
}

void lexicon_enter_name(Lexicon *lexicon, Arena *loading, Arena *arena, Lang lang, Text name, uint32_t entry) {
    Wordlist *names = &lexicon->entry_names[lang];
    wordlist_add(names, loading, name, entry);
    size_t at = text_find(name, TEXT("'"));
    if (at != SIZE_MAX) {
        Text curly = text_format(arena, "%.*s\u2019%.*s", TEXT_ARGS(text_slice(name, 0, at)),
                                 TEXT_ARGS(text_after(name, at + 1)));
        wordlist_add(names, loading, curly, entry);
    }
}

/* Chinese heads are found as words are. */
static void enter_heads(Lexicon *lexicon, Arena *loading, Arena *arena) {
    const Table *heads = &lexicon->head_words[LANG_ZH];
    for (size_t i = 0; i < lexicon->heads.count; i++) {
        Text word = lexicon->heads.items[i].word;
        if (table_get(heads, word) == i) {
            lexicon_enter_word(lexicon, loading, LANG_ZH, word, (Word){0});
        }
    }
    lexicon->heads_of_words = ARENA_ARRAY(arena, uint32_t, lexicon->known.count);
    for (size_t i = 0; i < lexicon->chinese_words.words.count; i++) {
        const ListedWord *word = &lexicon->chinese_words.words.items[i];
        size_t head = table_get(heads, word->text);
        lexicon->heads_of_words[word->value] = head == TABLE_NONE ? 0 : (uint32_t)head + 1;
    }
}

static void note_all(Wordbook *book, Opens opens, const Wordlist *list) {
    for (size_t i = 0; i < list->words.count; i++) {
        wordbook_add(book, opens, list->words.items[i].text);
    }
}

static void note_names(Lexicon *lexicon) {
    const Wordlist *english = &lexicon->period_names[LANG_EN];
    note_all(&lexicon->book, OPENS_NAME, &lexicon->entry_names[LANG_ZH]);
    note_all(&lexicon->book, OPENS_PERIOD, &lexicon->period_names[LANG_ZH]);
    for (size_t i = 0; i < english->words.count; i++) {
        wordbook_add_english(&lexicon->book, OPENS_EN_PERIOD, english->words.items[i].text);
    }
}

static void settle(Lexicon *lexicon, Arena *arena) {
    VECTOR_SETTLE(arena, &lexicon->known);
    VECTOR_SETTLE(arena, &lexicon->heads);
    VECTOR_SETTLE(arena, &lexicon->units);
    VECTOR_SETTLE(arena, &lexicon->periods);
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        wordlist_sort(&lexicon->entry_names[lang], arena);
        wordlist_sort(&lexicon->borne_names[lang], arena);
        wordlist_sort(&lexicon->unit_names[lang], arena);
        wordlist_sort(&lexicon->period_names[lang], arena);
        table_settle(&lexicon->words[lang], arena);
        table_settle(&lexicon->head_words[lang], arena);
    }
    wordlist_sort(&lexicon->chinese_words, arena);
    wordlist_sort(&lexicon->openers, arena);
}

void lexicon_index(Lexicon *lexicon, Arena *loading, Arena *arena) {
    wordbook_make(arena, &lexicon->book);
    note_names(lexicon);
    enter_heads(lexicon, loading, arena);
    settle(lexicon, arena);
}
