/* Compares the lines of a lexicon with each other: an id, and a name, must mean one thing at one time. */
#include "lexicon_check.h"

#include "date.h"

bool id_is_valid(Text id) {
    for (size_t i = 0; i < id.length; i++) {
        bool ok = (id.at[i] >= 'a' && id.at[i] <= 'z') || (id.at[i] >= '0' && id.at[i] <= '9') || id.at[i] == '-';
        if (!ok) {
            return false;
        }
    }
    return id.length > 0;
}

bool wikidata_is_valid(Text item) {
    for (size_t i = 1; i < item.length; i++) {
        if (!is_ascii_digit(item.at[i])) {
            return false;
        }
    }
    return item.length > 1 && item.at[0] == 'Q' && item.at[1] != '0';
}

/* The place of a name among names; the number of them: it is none. */
static unsigned place_among(const char *const *names, Text name) {
    unsigned place = 0;
    while (names[place] && !text_equal(name, text_from(names[place]))) {
        place++;
    }
    return place;
}

bool word_add_kind(Word *word, Text name) {
    static const char *const kinds[] = {"determiner", "preposition", "conjunction", "pronoun", "auxiliary",
                                        "adverb",     "verb",        "particle",    "surname", "title",
                                        "adjective",  "plain",       "saying",      "calling", NULL};
    static const char *const uses[] = {"ground", "request", "locative", "somewhere", "manner", "barrier",
                                       "attack", "opener",  "aim",      "sited",     "loose",  "numbered",
                                       "lead",   "order",   "deed",     NULL};
    unsigned kind = place_among(kinds, name);
    unsigned use = kinds[kind] ? 0 : place_among(uses, name);
    if (kinds[kind]) {
        word->kinds |= 1u << kind;
    } else if (uses[use]) {
        word->uses |= 1u << use;
    }
    return kinds[kind] || uses[use];
}

static bool ends_before(const Entry *a, const Entry *b) {
    return a->to.year && b->from.year && day_compare(day_first(a->to), day_first(b->from)) <= 0;
}

/* One may end on the very day, or in the very year, in which the other begins. */
static bool overlap(const Entry *a, const Entry *b) {
    return !ends_before(a, b) && !ends_before(b, a);
}

/* An id may stand on several lines, one for each time in which the thing bore other names. */
static void check_ids(const Lexicon *lexicon, const Origins *origins, Table *ids, Arena *arena, Diag *diag) {
    for (size_t i = 0; i < lexicon->entries.count; i++) {
        const Entry *entry = &lexicon->entries.items[i];
        for (size_t j = table_put(ids, arena, entry->id, i); j < i; j++) {
            const Entry *other = &lexicon->entries.items[j];
            if (!text_equal(other->id, entry->id)) {
                continue;
            }
            Place there = origins->items[j].place;
            if (overlap(entry, other)) {
                diag_error(diag, origins->items[i].place, "\"%.*s\" is already at %.*s:%zu, for the same time",
                           TEXT_ARGS(entry->id), TEXT_ARGS(there.file), there.line);
            } else if (entry->class_id != other->class_id) {
                diag_error(diag, origins->items[i].place, "\"%.*s\" is of another class at %.*s:%zu",
                           TEXT_ARGS(entry->id), TEXT_ARGS(there.file), there.line);
            }
        }
    }
}

/* Repetitions of a name stand side by side; each is compared with those before it. */
static void check_names(const Lexicon *lexicon, const Wordlist *names, const Origins *origins, Diag *diag) {
    for (size_t i = 0; i < names->words.count; i++) {
        const ListedWord *name = &names->words.items[i];
        const ListedWord *other = name;
        while ((other = wordlist_next(names, other)) && other->text.length == name->text.length) {
            const Entry *a = &lexicon->entries.items[name->value];
            const Entry *b = &lexicon->entries.items[other->value];
            if (overlap(a, b) && !text_equal(a->id, b->id)) {
                Place there = origins->items[other->value].place;
                diag_error(diag, origins->items[name->value].place,
                           "\"%.*s\" is also a name of \"%.*s\" (%.*s:%zu), for the same time", TEXT_ARGS(name->text),
                           TEXT_ARGS(b->id), TEXT_ARGS(there.file), there.line);
            }
        }
    }
}

void lexicon_check(const Lexicon *lexicon, const Origins *origins, Table *ids, Arena *arena, Diag *diag) {
    check_ids(lexicon, origins, ids, arena, diag);
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        check_names(lexicon, &lexicon->entry_names[lang], origins, diag);
    }
}
