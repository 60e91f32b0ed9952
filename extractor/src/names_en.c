/* English names and descriptions by their shape: capitalised phrases with heads such as Ministry or Conference, names
 * after titles, and descriptions such as "the representatives attending the conference". */
#include "finder.h"
#include "phrase.h"

enum { LONGEST_OWNER = 8 }; /* tokens */

static size_t count_of(const Finder *finder) {
    return finder->tokens->items.count;
}

static bool is_capital_word(const Finder *finder, size_t index) {
    return index < count_of(finder) && finder_token(finder, index)->kind != TOKEN_MARK &&
           finder_token(finder, index)->kind != TOKEN_DATE && token_is_capital(finder->tokens, index);
}

/* "Congress of the Miners Opens": what a headline says of meetings and bodies, in forms that end no name. */
static bool is_headline_word(const Finder *finder, size_t index) {
    static const char *const words[] = {"closes",   "opens",  "ends",    "concludes", "begins",   "holds",
                                        "convenes", "adopts", "decides", "elects",    "approves", "issues",
                                        "sends",    "meets",  "arrives", "leaves",    NULL};
    return token_is_any(finder->tokens, index, words);
}

/* "Salt Bureau Established in Harbin": the capitals of a headline do not make its verb a part of the name. */
static bool is_headline_verb(const Finder *finder, size_t index) {
    if (is_headline_word(finder, index)) {
        return true;
    }
    const Token *token = finder_token(finder, index);
    bool past = text_ends(token_text(finder->tokens, index), TEXT("ed")) || token_is(finder->tokens, index, "held");
    return past && (token->words & WORD_VERB) && !token->head && !is_capital_word(finder, index + 1);
}

/* One past the capitalised words from `index` on. */
static size_t capital_run(const Finder *finder, size_t index) {
    size_t end = index;
    while (is_capital_word(finder, end) && !(end > index && is_headline_verb(finder, end))) {
        end++;
    }
    return end;
}

/* "of (the) Heavy Industry", "for (the) Deaf and Mute": the last token of what follows a name's head, or `last`. */
static size_t with_complement(const Finder *finder, size_t last) {
    for (;;) {
        size_t i = last + 1;
        bool joins = token_is(finder->tokens, i, "of") || token_is(finder->tokens, i, "for") ||
                     token_is(finder->tokens, i, "on");
        bool adds = token_is(finder->tokens, i, "and") && is_capital_word(finder, i + 1);
        if (!joins && !adds) {
            return last;
        }
        i++;
        if (joins && token_is(finder->tokens, i, "the")) {
            i++;
        }
        size_t end = capital_run(finder, i);
        const Head *head = end > i ? finder_token(finder, end - 1)->head : NULL;
        bool another = adds && head && head->names; /* "of Health and Salt Bureau", but "of Workers and Staff" */
        if (end == i || another) {
            return last;
        }
        last = end - 1;
    }
}

/* The number and the article before a phrase belong to the mention, not to its core. */
static size_t with_determiner(const Finder *finder, size_t first) {
    while (first > 0) {
        const Token *before = finder_token(finder, first - 1);
        bool number = before->kind == TOKEN_NUMBER;
        bool determiner = before->kind == TOKEN_WORD && (before->words & WORD_DETERMINER);
        if (!number && !determiner) {
            break;
        }
        first--;
    }
    return first;
}

static bool names_with_capital(const Finder *finder, size_t first, size_t last) {
    return token_is_capital(finder->tokens, last) && (last > first || token_is(finder->tokens, last + 1, "of"));
}

/* Lower-case words before the first capital one are not of the name, but for an ordinal (first, tenth). */
static size_t name_begin(const Finder *finder, size_t first, size_t last) {
    while (first < last && !token_is_capital(finder->tokens, first) &&
           !(finder_token(finder, first)->kind == TOKEN_NUMBER && is_capital_word(finder, first + 1))) {
        first++;
    }
    return first;
}

/* "(teams)" behind a head, "attending the conference" behind people. */
static size_t with_modifier(const Finder *finder, size_t last) {
    size_t i = last + 1;
    bool attending = token_is(finder->tokens, i, "attending") || token_is(finder->tokens, i, "present");
    if (!attending) {
        return last;
    }
    i += token_is(finder->tokens, i + 1, "at") ? 2 : 1;
    for (size_t end = i; end < count_of(finder) && !phrase_is_boundary(finder->tokens, end); end++) {
        if (finder_token(finder, end)->head && phrase_is(finder->tokens, PHRASE_NOUN, i, end)) {
            return with_complement(finder, end);
        }
    }
    return last;
}

/* How many tokens at `index` say that what follows owns what stands before. */
static size_t owner_link(const Finder *finder, size_t index) {
    static const char *const verbs[] = {"belonging", "subordinate", "affiliated", NULL};
    if (token_is(finder->tokens, index, "of") || token_is(finder->tokens, index, "under")) {
        return 1;
    }
    if (token_is(finder->tokens, index, "along") && token_is(finder->tokens, index + 1, "the") &&
        token_is(finder->tokens, index + 3, "of")) {
        return 4; /* "along the coast of" */
    }
    bool all = token_is(finder->tokens, index + 1, "all") || token_is(finder->tokens, index + 1, "various");
    if (all && token_is(finder->tokens, index, "from") && token_is(finder->tokens, index + 2, "circles")) {
        return 1;
    }
    for (size_t i = 0; verbs[i]; i++) {
        if (token_is(finder->tokens, index, verbs[i]) && token_is(finder->tokens, index + 1, "to")) {
            return 2;
        }
    }
    return 0;
}

static bool may_end_owner(const Finder *finder, size_t first, size_t end) {
    return end < count_of(finder) &&
           (finder_token(finder, end)->head || finder_token(finder, end)->kind == TOKEN_NAME) &&
           phrase_is(finder->tokens, PHRASE_NOUN, first, end);
}

/* The last token of the noun that begins at `first`, through all its heads ("coal mines"), or SIZE_MAX. */
static size_t owner_end(const Finder *finder, size_t first) {
    size_t end = first;
    while (end < count_of(finder) && end < first + LONGEST_OWNER && finder_token(finder, end)->kind != TOKEN_MARK &&
           !may_end_owner(finder, first, end)) {
        end++;
    }
    if (!may_end_owner(finder, first, end)) {
        return SIZE_MAX;
    }
    while (may_end_owner(finder, first, end + 1)) {
        end++;
    }
    return end;
}

/* "systems under the Ministry of Heavy Industry", "members of the teams belonging to the mill": whose they are belongs
 * to them. */
static size_t with_owner(const Finder *finder, size_t last) {
    for (size_t link; (link = owner_link(finder, last + 1)) > 0;) {
        size_t first = last + 1 + link;
        bool determined = token_is(finder->tokens, first, "the") || token_is(finder->tokens, first, "all") ||
                          token_is(finder->tokens, first, "various");
        size_t end = owner_end(finder, first + determined);
        if (end == SIZE_MAX) {
            break;
        }
        last = with_complement(finder, end);
    }
    return last;
}

static void add_description(Finder *finder, size_t first, size_t last, ClassId class_id) {
    size_t begin = with_determiner(finder, first);
    Span core = finder_span(finder, first, last);
    Span span = finder_span(finder, begin, last);
    finder_add(finder, MENTION_DESCRIPTION, span, core, class_id, NULL);
    size_t longer = with_owner(finder, last);
    if (longer == last) {
        longer = with_modifier(finder, last);
    }
    if (longer != last) {
        span.end = core.end = finder_token(finder, longer)->span.end;
        finder_add(finder, MENTION_DESCRIPTION, span, core, class_id, NULL);
    }
}

static void add_by_head(Finder *finder, size_t last) {
    ClassId class_id = finder_token(finder, last)->head->class_id;
    size_t first = phrase_noun_begin(finder->tokens, last);
    if (!finder_token(finder, last)->head->names || !names_with_capital(finder, first, last)) {
        add_description(finder, first, last, class_id);
        return;
    }
    first = name_begin(finder, first, last);
    size_t begin = with_determiner(finder, first);
    size_t end = with_complement(finder, last);
    if (begin == end) {
        add_description(finder, first, last, class_id);
        return;
    }
    finder_add(finder, MENTION_NAME, finder_span(finder, begin, end), finder_span(finder, first, end), class_id, NULL);
    if (end != last) {
        finder_add(finder, MENTION_NAME, finder_span(finder, begin, last), finder_span(finder, first, last), class_id,
                   NULL);
    }
}

/* "K." of "K. Lee" */
static bool is_initial(const Finder *finder, size_t index) {
    Text text = token_text(finder->tokens, index);
    return text.length == 2 && text.at[1] == '.';
}

static bool is_title(const Finder *finder, size_t index) {
    return is_capital_word(finder, index) && (finder_token(finder, index)->words & WORD_TITLE);
}

/* Where in the capitalised words `first` … `end` a person's name begins: behind the last title ("Foreign Minister Lee")
 * or, if it has a Chinese surname, behind the last head ("Committee Members Gao Lin"); else `first`. */
static size_t name_after_title(const Finder *finder, size_t first, size_t end) {
    size_t name = first;
    for (size_t i = first; i + 1 < end; i++) {
        bool surname = (finder_token(finder, i + 1)->words & WORD_SURNAME) && i + 2 < end;
        if (is_title(finder, i) || (finder_token(finder, i)->head && surname)) {
            name = i + 1;
        }
    }
    return name;
}

/* "Premier Leaves": the verb of a headline, in a form that no name has. */
static bool is_finite_verb(const Finder *finder, size_t index) {
    Text text = token_text(finder->tokens, index);
    return (finder_token(finder, index)->words & WORD_VERB) &&
           (text_ends(text, TEXT("s")) || text_ends(text, TEXT("ed")));
}

/* "former Premier Lee": the first token of the title, or the word before it. */
static size_t with_former(const Finder *finder, size_t first) {
    bool former =
        first > 0 && (token_is(finder->tokens, first - 1, "former") || token_is(finder->tokens, first - 1, "acting"));
    return first - former;
}

/* One to four capitalised words without a head, after a title or beginning with a surname or an initial. */
static void add_person(Finder *finder, size_t first) {
    size_t end = capital_run(finder, first);
    size_t name = name_after_title(finder, first, end);
    bool surname = name < end && ((finder_token(finder, name)->words & WORD_SURNAME) || is_initial(finder, name));
    size_t length = end - name;
    if (length < 1 || length > 4 || (name == first && (!surname || length < 2)) || is_finite_verb(finder, name)) {
        return;
    }
    for (size_t i = name; i < end; i++) {
        if (finder_token(finder, i)->head || is_title(finder, i) || finder_token(finder, i)->kind == TOKEN_NAME) {
            return;
        }
    }
    Span whole = finder_span(finder, name > first ? with_former(finder, first) : first, end - 1);
    finder_add(finder, MENTION_NAME, whole, finder_span(finder, name, end - 1), finder->ontology->person, NULL);
}

/* ", the representative of …", ", left-wing leader of …": does what stands behind the comma at `index` tell what office
 * somebody holds? */
static bool tells_office(const Finder *finder, size_t index) {
    enum { REACH = 6 }; /* tokens */
    for (size_t i = index + 1; token_is(finder->tokens, index, ",") && i < index + REACH; i++) {
        if (i + 1 >= count_of(finder) || phrase_is_boundary(finder->tokens, i)) {
            return false;
        }
        if ((finder_token(finder, i)->words & WORD_TITLE) &&
            (token_is(finder->tokens, i + 1, "of") || token_is(finder->tokens, i + 1, "at"))) {
            return true;
        }
    }
    return false;
}

/* "the ambassador of Norway to China, Aino Lehtinen, …": is the office told before the comma that stands before
 * `first`, and does another comma stand at `end`? */
static bool follows_office(const Finder *finder, size_t first, size_t end) {
    enum { REACH = 12 }; /* tokens */
    if (first < 2 || !token_is(finder->tokens, first - 1, ",") || !token_is(finder->tokens, end, ",")) {
        return false;
    }
    for (size_t i = first - 1; i-- > 0 && first - i < REACH && !phrase_is_boundary(finder->tokens, i);) {
        if (finder_token(finder, i)->words & WORD_TITLE) {
            return true;
        }
    }
    return false;
}

/* Does only a person do what stands at `index`: "said", "pointed out"? */
static bool tells_speech(const Finder *finder, size_t index) {
    static const char *const verbs[] = {"said",  "stated",    "stressed", "declared", "replied",
                                        "added", "explained", "recalled", "told",     NULL};
    bool points = token_is(finder->tokens, index, "pointed") && token_is(finder->tokens, index + 1, "out");
    for (size_t i = 0; verbs[i]; i++) {
        points = points || token_is(finder->tokens, index, verbs[i]);
    }
    return points;
}

/* "and Lehtinen, the representative of Finland", "the envoy of Finland, Aino Lehtinen,", "Aino Lehtinen said":
 * capitalised words that are nothing else are a person's name. A single one that begins a sentence, or that speaks, may
 * be any word. */
static void add_person_by_office(Finder *finder, size_t first) {
    size_t end = capital_run(finder, first);
    bool told = end - first > 1 && (tells_speech(finder, end) || follows_office(finder, first, end));
    if ((!told && !tells_office(finder, end)) || end - first > 3 || (first == 0 && end == 1)) {
        return;
    }
    for (size_t i = first; i < end; i++) {
        const Token *token = finder_token(finder, i);
        if (token->kind != TOKEN_WORD || token->head || (token->words & ~(unsigned)WORD_SURNAME)) {
            return;
        }
    }
    Span name = finder_span(finder, first, end - 1);
    finder_add(finder, MENTION_NAME, name, name, finder->ontology->person, NULL);
}

/* What stands in a title before its noun: "Foreign" of "Foreign Minister". */
static bool is_of_title(const Finder *finder, size_t index) {
    const Token *token = finder_token(finder, index);
    return is_capital_word(finder, index) && token->kind == TOKEN_WORD && !token->head &&
           !(token->words & (WORD_VERB | WORD_DETERMINER | WORD_PREPOSITION | WORD_CONJUNCTION | WORD_ADVERB |
                             WORD_AUXILIARY | WORD_PRONOUN));
}

/* The first token of the titles before a person's name: "President and Foreign Minister" of "… Lee". */
static size_t with_titles(const Finder *finder, size_t name) {
    size_t first = name;
    while (first > 0 && is_title(finder, first - 1)) {
        first--;
        while (first > 0 && (is_title(finder, first - 1) || is_of_title(finder, first - 1))) {
            first--;
        }
        if (first > 1 && token_is(finder->tokens, first - 1, "and") && is_title(finder, first - 2)) {
            first--;
        }
    }
    return first < name ? with_former(finder, first) : first;
}

/* "Minister of Foreign Trade Lee Lin": what a surname begins at the end of the words behind "of". */
static void add_person_behind_office(Finder *finder, size_t first) {
    enum { LONGEST = 3 }; /* tokens */
    size_t end = capital_run(finder, first);
    size_t name = first + 1;
    bool office = first > 1 && token_is(finder->tokens, first - 1, "of") && is_title(finder, first - 2);
    while (office && name + 1 < end &&
           (end - name > LONGEST || !(finder_token(finder, name)->words & WORD_SURNAME) ||
            finder_token(finder, name)->head)) {
        name++;
    }
    if (!office || name + 1 >= end || finder_token(finder, name + 1)->head || finder_token(finder, end - 1)->head) {
        return;
    }
    size_t begin = with_determiner(finder, with_titles(finder, first - 1));
    finder_add(finder, MENTION_NAME, finder_span(finder, begin, end - 1), finder_span(finder, name, end - 1),
               finder->ontology->person, NULL);
}

/* "the" before a known name, and "Premier" before a person's, belong to the mention, not to its core. */
static void widen_known(Finder *finder) {
    for (size_t i = 0; i < finder->out->count; i++) {
        Mention *mention = &finder->out->items[i];
        size_t first = tokens_beginning(finder->tokens, mention->core.begin);
        if (ontology_is_a(finder->ontology, mention->class_id, finder->ontology->person)) {
            first = with_titles(finder, first);
        }
        mention->span.begin = finder_token(finder, with_determiner(finder, first))->span.begin;
    }
}

void names_english(Finder *finder) {
    finder_add_known(finder);
    widen_known(finder);
    for (size_t i = 0; i < count_of(finder); i++) {
        if (finder_token(finder, i)->head && !phrase_is_verb_here(finder->tokens, i)) {
            add_by_head(finder, i);
        }
        if (is_capital_word(finder, i) && (i == 0 || !is_capital_word(finder, i - 1))) {
            add_person(finder, i);
            add_person_by_office(finder, i);
            add_person_behind_office(finder, i);
        }
    }
}
