/* Owns how lines of a lexicon are tied together: the columns before and after become changes, the rows of posts the
 * posts of persons. It does not know what a graph says of them. */
#include "lexicon_links.h"

#include "date.h"

#include <string.h>

typedef struct Linker {
    Lexicon *lexicon;
    const Table *ids;
    Arena *arena;
    Diag *diag;
    Place place; /* of the line that is read */
} Linker;

static Entry *entry_of(const Linker *linker, Text id) {
    size_t index = table_get(linker->ids, id);
    if (index == TABLE_NONE) {
        diag_error(linker->diag, linker->place, "no line has the id \"%.*s\"", TEXT_ARGS(id));
        return NULL;
    }
    return &linker->lexicon->entries.items[index];
}

static bool holds(const EntryRefs *entries, const Entry *entry) {
    for (size_t i = 0; i < entries->count; i++) {
        if (entries->items[i] == entry) {
            return true;
        }
    }
    return false;
}

/* Keeps them in the order of their ids. */
static void add_entry(Linker *linker, EntryRefs *entries, const Entry *entry) {
    if (holds(entries, entry)) {
        return;
    }
    *VECTOR_PUSH(linker->arena, entries) = entry;
    for (size_t i = entries->count - 1; i > 0 && text_compare(entry->id, entries->items[i - 1]->id) < 0; i--) {
        entries->items[i] = entries->items[i - 1];
        entries->items[i - 1] = entry;
    }
}

/* May both be the same day? One may say it less exactly. */
static bool days_agree(Day a, Day b) {
    return (a.year == 0) == (b.year == 0) && (a.year == 0 || (day_compare(day_first(a), day_last(b)) <= 0 &&
                                                              day_compare(day_first(b), day_last(a)) <= 0));
}

static Day more_exact(Day a, Day b) {
    return b.month > a.month || b.day > a.day ? b : a;
}

static void unite(Linker *linker, Change *into, Change *other) {
    for (size_t i = 0; i < other->originals.count; i++) {
        add_entry(linker, &into->originals, other->originals.items[i]);
    }
    for (size_t i = 0; i < other->results.count; i++) {
        add_entry(linker, &into->results, other->results.items[i]);
    }
    into->date = more_exact(into->date, other->date);
    *other = (Change){0};
}

/* What one body becomes on a day, or what becomes one body, is one change. */
static void add_change(Linker *linker, Entry *original, Entry *result, Day date) {
    Change *mine = ARENA_NEW(linker->arena, Change);
    mine->date = date;
    add_entry(linker, &mine->originals, original);
    add_entry(linker, &mine->results, result);
    for (size_t i = 0; i < linker->lexicon->changes.count; i++) {
        Change *other = linker->lexicon->changes.items[i];
        bool shared = holds(&other->originals, original) || holds(&other->results, result);
        if (shared && days_agree(other->date, date)) {
            unite(linker, mine, other);
        } else if (holds(&other->originals, original) && holds(&other->results, result)) {
            diag_error(linker->diag, linker->place, "\"%.*s\" becomes \"%.*s\" on two dates", TEXT_ARGS(original->id),
                       TEXT_ARGS(result->id));
        }
    }
    *VECTOR_PUSH(linker->arena, &linker->lexicon->changes) = mine;
}

/* The first day of what comes next, when it is the last day of what was before, or the day after. */
static Day day_between(Day last, Day first) {
    bool next = last.year && first.year && day_distance(day_last(last), day_first(first)) == 1;
    return next || days_agree(last, first) ? more_exact(first, next ? first : last) : last;
}

/* A body comes from others on its first day and becomes others on its last. */
static void link_changes(Linker *linker, Entry *entry, const Origin *origin) {
    linker->place = origin->place;
    for (size_t i = 0; i < origin->before.count; i++) {
        Entry *original = entry_of(linker, origin->before.items[i]);
        if (original) {
            add_change(linker, original, entry, entry->from);
        }
    }
    for (size_t i = 0; i < origin->after.count; i++) {
        Entry *result = entry_of(linker, origin->after.items[i]);
        if (result) {
            add_change(linker, entry, result, day_between(entry->to, result->from));
        }
    }
}

static void give_changes(Linker *linker, const Change *change, const EntryRefs *entries) {
    for (size_t i = 0; i < entries->count; i++) {
        size_t index = table_get(linker->ids, entries->items[i]->id);
        *VECTOR_PUSH(linker->arena, &linker->lexicon->entries.items[index].changes) = change;
    }
}

static void link_country(Linker *linker, Entry *entry, const Origin *origin) {
    linker->place = origin->place;
    entry->country = origin->country.length ? entry_of(linker, origin->country) : NULL;
}

static void link_post(Linker *linker, const PostRow *row) {
    linker->place = row->place;
    Entry *person = entry_of(linker, row->person);
    Post post = row->post;
    post.body = row->body.length ? entry_of(linker, row->body) : NULL;
    if (person) {
        *VECTOR_PUSH(linker->arena, &person->posts) = post;
    }
}

/* A thing that has several lines has its changes and posts on each. */
static void share(Linker *linker) {
    Lexicon *lexicon = linker->lexicon;
    for (size_t i = 0; i < lexicon->entries.count; i++) {
        Entry *entry = &lexicon->entries.items[i];
        const Entry *first = &lexicon->entries.items[table_get(linker->ids, entry->id)];
        if (first != entry) {
            memcpy(&entry->changes, &first->changes, sizeof entry->changes);
            memcpy(&entry->posts, &first->posts, sizeof entry->posts);
        }
    }
}

void lexicon_link(Lexicon *lexicon, const Origins *origins, const PostRows *posts, const Table *ids, Arena *arena,
                  Diag *diag) {
    Linker linker = {.lexicon = lexicon, .ids = ids, .arena = arena, .diag = diag};
    for (size_t i = 0; i < lexicon->entries.count; i++) {
        link_changes(&linker, &lexicon->entries.items[i], &origins->items[i]);
        link_country(&linker, &lexicon->entries.items[i], &origins->items[i]);
    }
    for (size_t i = 0; i < lexicon->changes.count; i++) {
        give_changes(&linker, lexicon->changes.items[i], &lexicon->changes.items[i]->originals);
        give_changes(&linker, lexicon->changes.items[i], &lexicon->changes.items[i]->results);
    }
    for (size_t i = 0; i < posts->count; i++) {
        link_post(&linker, &posts->items[i]);
    }
    share(&linker);
}
