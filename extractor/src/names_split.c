/* 周副主席恩来, 孟主任夫唐: a person whose title stands between surname and given name, as it did until the fifties.
 * His name is what stands around the title. A given name is one that the lexicon knows with the surname, or that has
 * been taken for a name already. */
#include "finder.h"
#include "phrase.h"

enum { GIVEN_BYTES = 6 }; /* two characters */

/* Somebody who is named around his title. */
typedef struct Around {
    Text surname;
    size_t begin;        /* tokens: of the name, */
    size_t given;        /* of the given name, */
    size_t last;         /* the last of all */
    const Entry *called; /* by surname and title, in the lexicon; or NULL */
} Around;

static Text name_of(const Finder *finder, const Around *around) {
    Text given = text_span(finder->tokens->text, finder_span(finder, around->given, around->last));
    return text_join(finder->arena, around->surname, given);
}

/* The person of the lexicon of that surname with the longest given name that stands there; NULL: there is none. */
static const Entry *known_person(const Finder *finder, Around *around, Day today) {
    enum { MOST_TOKENS = 2 };
    const Entry *longest = NULL;
    Around tried = *around;
    for (tried.last = tried.given; tried.last < tried.given + MOST_TOKENS && tried.last < finder->tokens->items.count;
         tried.last++) {
        Span given = finder_span(finder, tried.given, tried.last);
        const Entry *entry = given.end - given.begin > GIVEN_BYTES
                                 ? NULL
                                 : lexicon_name(finder->lexicon, LANG_ZH, name_of(finder, &tried), today);
        if (entry && ontology_is_a(finder->ontology, entry->class_id, finder->ontology->person)) {
            longest = entry;
            *around = tried;
        }
    }
    return longest;
}

/* Is the given name taken for somebody's whole name? */
static bool is_taken_for_whole(const Finder *finder, const Around *around) {
    const Token *given = finder_token(finder, around->given);
    return given->kind == TOKEN_NAME && !given->entry && !given->head &&
           given->span.end - given->span.begin <= GIVEN_BYTES;
}

static void name(Finder *finder, const Around *around, const Entry *entry, Mention *mention) {
    mention->core = finder_span(finder, around->begin, around->last);
    mention->span.begin = mention->core.begin < mention->span.begin ? mention->core.begin : mention->span.begin;
    mention->entry = entry;
    *VECTOR_PUSH(finder->arena, &mention->meant) =
        (Referent){name_of(finder, around), finder->ontology->person, entry, false};
}

static void add_known(Finder *finder, const Around *around, const Entry *entry) {
    size_t begins[] = {around->begin, phrase_noun_begin(finder->tokens, around->begin)};
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++) {
        size_t before = finder->out->count;
        Span whole = finder_span(finder, begins[i], around->last);
        finder_add(finder, MENTION_NAME, whole, whole, entry->class_id, entry);
        if (finder->out->count > before) {
            name(finder, around, entry, &finder->out->items[before]);
        }
    }
}

/* Gives those who are called by the given name alone their whole name. */
static void complete(Finder *finder, const Around *around, const Entry *entry) {
    Span given = finder_span(finder, around->given, around->last);
    for (size_t i = 0; i < finder->out->count; i++) {
        Mention *mention = &finder->out->items[i];
        if (mention->core.begin == given.begin && mention->core.end == given.end) {
            name(finder, around, entry, mention);
        }
    }
}

/* 冀南行署孟主任, not 驻华大使: does a name begin at the token, behind a mark or a name? */
static bool may_begin(const Finder *finder, size_t token) {
    bool begins = token == 0 || finder_token(finder, token - 1)->boundary || finder_token(finder, token - 1)->joins;
    for (size_t i = 0; i < finder->out->count && !begins; i++) {
        begins = finder->out->items[i].kind == MENTION_NAME &&
                 finder->out->items[i].span.end == finder_token(finder, token)->span.begin;
    }
    return begins;
}

/* 孟主任: the surname before a title, or the first character of 朱总司令, who is in the lexicon himself. */
static bool find_surname(const Finder *finder, size_t title, Around *out) {
    size_t at = title;
    while (at > 0 && (finder_token(finder, at)->words & WORD_TITLE)) {
        at--;
    }
    const Entry *called = finder_token(finder, title)->entry;
    called = called && ontology_is_a(finder->ontology, called->class_id, finder->ontology->person) ? called : NULL;
    Text first = token_text(finder->tokens, called ? title : at);
    *out = (Around){.begin = called ? title : at, .given = title + 1, .last = title + 1, .called = called};
    out->surname = text_slice(first, 0, utf8_next(first, 0));
    bool sent = token_is(finder->tokens, title, "代表"); /* 苏代表季楠 is sent by the Soviet Union */
    return called || (at < title && (finder_token(finder, at)->words & WORD_SURNAME) && !sent);
}

void names_split(Finder *finder, Day today) {
    for (size_t i = 0; i + 1 < finder->tokens->items.count; i++) {
        Around around;
        if (!find_surname(finder, i, &around)) {
            continue;
        }
        const Entry *entry = known_person(finder, &around, today);
        if (around.called && around.called != entry) {
            continue;
        }
        if (is_taken_for_whole(finder, &around) && may_begin(finder, around.begin)) {
            complete(finder, &around, entry);
        } else if (entry) {
            add_known(finder, &around, entry);
        }
    }
}
