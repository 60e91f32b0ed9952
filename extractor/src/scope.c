/* Owns who is who among those whom the lexicon does not list: which mentions of a name in an article are one person,
 * and what tells that person or body from others of its name elsewhere. What a title says is title.c's. */
#include "scope.h"

#include "title.h"

/* A person's name where it stands. */
typedef struct Bearing {
    Lang lang;
    Text name;
    size_t sentence;
    Span core;
    const Entry *entry;
    bool titled;
    size_t namesake; /* index into Scoping.namesakes, or NO_NAMESAKE */
} Bearing;

#define NO_NAMESAKE SIZE_MAX

/* One of those who bear a name in the article. */
typedef struct Namesake {
    Lang lang;
    Text name;
    Home home;   /* where most is said of it */
    bool common; /* a peasant, a worker, a villager: there may be many of the name */
} Namesake;

typedef struct Scoping {
    const Discourse *discourse;
    Arena *arena;
    VECTOR(Bearing) bearings; /* in the order of the text */
    VECTOR(Namesake) namesakes;
} Scoping;

static bool is_a(const Scoping *scoping, ClassId class_id, ClassId super) {
    return class_id != CLASS_NONE && ontology_is_a(scoping->discourse->ontology, class_id, super);
}

static const Sentence *sentence_of(const Scoping *scoping, size_t index) {
    return &scoping->discourse->document->sentences.items[index];
}

/* ---- persons ---- */

static bool share_any(const Texts *a, const Texts *b) {
    for (size_t i = 0; i < a->count; i++) {
        for (size_t j = 0; j < b->count; j++) {
            if (text_equal(a->items[i], b->items[j])) {
                return true;
            }
        }
    }
    return false;
}

/* In one article a name is one person's, unless two are plainly at different places, or in different bodies that may be
 * anywhere. */
static bool are_apart(const Home *a, const Home *b) {
    if (a->places.count && b->places.count) {
        return !share_any(&a->places, &b->places);
    }
    return a->body.length && b->body.length && !text_equal(a->body, b->body);
}

/* 湖北省黄冈县 says more than 湖北省, and a mill more than its town. */
static bool says_more(const Home *a, const Home *b) {
    size_t in_a = 2 * a->places.count + (a->body.length > 0);
    size_t in_b = 2 * b->places.count + (b->body.length > 0);
    return in_a > in_b;
}

/* Of those of this name the one whom the words may mean; one who is new if there is none. */
static size_t enter_namesake(Scoping *scoping, Lang lang, Text name, Home home, bool common) {
    for (size_t i = 0; i < scoping->namesakes.count; i++) {
        Namesake *one = &scoping->namesakes.items[i];
        if (one->lang == lang && text_equal(one->name, name) && !are_apart(&one->home, &home)) {
            one->home = says_more(&home, &one->home) ? home : one->home;
            one->common = one->common || common;
            return i;
        }
    }
    *VECTOR_PUSH(scoping->arena, &scoping->namesakes) = (Namesake){lang, name, home, common};
    return scoping->namesakes.count - 1;
}

/* 农民李明, 鞍钢的李明, 李明（鞍钢工人）, "Li Ming, a worker of Ansteel". Who holds an office is known by it from one
 * article to the next, whichever of his posts and towns each tells. */
static bool is_common(const Tagged *tagged, const Mention *person) {
    enum { REACH = 8 }; /* tokens */
    size_t first = tokens_beginning(&tagged->tokens, person->core.begin);
    size_t last = tokens_ending(&tagged->tokens, person->core.end);
    if (first == SIZE_MAX || last == SIZE_MAX) {
        return false;
    }
    if (first > 0 && (title_is_common(tagged, first - 1) || token_is(&tagged->tokens, first - 1, "的"))) {
        return true;
    }
    bool opens = token_is(&tagged->tokens, last + 1, "（") || token_is(&tagged->tokens, last + 1, "(") ||
                 (tagged->sentence->lang == LANG_EN && token_is(&tagged->tokens, last + 1, ","));
    for (size_t i = last + 2; opens && i < tagged->tokens.items.count && i < last + REACH; i++) {
        if (title_is_common(tagged, i)) {
            return true;
        }
        opens = tagged->tokens.items.items[i].kind != TOKEN_MARK;
    }
    return false;
}

/* With a title and without it is one name. */
static bool is_entered(const Scoping *scoping, size_t sentence, Span core) {
    for (size_t i = scoping->bearings.count; i-- > 0 && scoping->bearings.items[i].sentence == sentence;) {
        if (scoping->bearings.items[i].core.begin == core.begin && scoping->bearings.items[i].core.end == core.end) {
            return true;
        }
    }
    return false;
}

static void enter_sentence(Scoping *scoping, size_t index) {
    const Tagged *tagged = &scoping->discourse->tagged[index];
    Day when = document_reference(scoping->discourse->document, tagged->sentence->dispatch);
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        if (mention->kind != MENTION_NAME || mention->meant.count || is_entered(scoping, index, mention->core) ||
            !is_a(scoping, mention->class_id, tagged->ontology->person)) {
            continue;
        }
        Bearing bearing = {.lang = tagged->sentence->lang,
                           .name = text_span(tagged->sentence->text, mention->core),
                           .sentence = index,
                           .core = mention->core,
                           .entry = mention->entry,
                           .titled = mention->core.begin > mention->span.begin || mention->core.end < mention->span.end,
                           .namesake = NO_NAMESAKE};
        if (!mention->entry) {
            Home home = title_home(tagged, scoping->discourse->lexicon, mention, when, scoping->arena);
            bearing.namesake =
                home.key.length ? enter_namesake(scoping, bearing.lang, bearing.name, home, is_common(tagged, mention))
                                : NO_NAMESAKE;
        }
        *VECTOR_PUSH(scoping->arena, &scoping->bearings) = bearing;
    }
}

/* The only one of the name, or NO_NAMESAKE; how many there are. */
static size_t namesakes_of(const Scoping *scoping, Lang lang, Text name, size_t *only) {
    size_t count = 0;
    *only = NO_NAMESAKE;
    for (size_t i = 0; i < scoping->namesakes.count; i++) {
        const Namesake *one = &scoping->namesakes.items[i];
        if (one->lang == lang && text_equal(one->name, name)) {
            count++;
            *only = count == 1 ? i : NO_NAMESAKE;
        }
    }
    return count;
}

static bool bears(const Bearing *bearing, Lang lang, Text name) {
    return bearing->lang == lang && text_equal(bearing->name, name);
}

/* Where a filler was named: where it stands, else, if it was carried over, the last place before that. */
static const Bearing *bearing_of(const Scoping *scoping, const Fact *fact, const Filler *filler) {
    const Bearing *last = NULL;
    for (size_t i = 0; i < scoping->bearings.count; i++) {
        const Bearing *one = &scoping->bearings.items[i];
        if (!bears(one, fact->lang, filler->label) || one->sentence > fact->sentence) {
            continue;
        }
        bool here = one->sentence == fact->sentence && filler->span.begin <= one->core.begin &&
                    one->core.end <= filler->span.end;
        if (here) {
            return one;
        }
        last = one->sentence < fact->sentence || one->core.begin <= fact->span.end ? one : last;
    }
    return last;
}

/* A bare name means the namesake who was named before it in its paragraph. */
static size_t namesake_meant(const Scoping *scoping, const Bearing *bearing) {
    size_t meant = bearing ? bearing->namesake : NO_NAMESAKE;
    if (!bearing || bearing->titled) {
        return meant;
    }
    for (size_t i = 0; i < scoping->bearings.count; i++) {
        const Bearing *one = &scoping->bearings.items[i];
        const Sentence *there = sentence_of(scoping, one->sentence);
        const Sentence *here = sentence_of(scoping, bearing->sentence);
        bool near = there->paragraph == here->paragraph && there->kind == here->kind;
        if (near && one->namesake != NO_NAMESAKE && bears(one, bearing->lang, bearing->name)) {
            meant = one->namesake;
        }
        if (one == bearing) {
            break;
        }
    }
    return meant;
}

static Text person_scope(const Scoping *scoping, const Fact *fact, const Filler *filler) {
    size_t namesake;
    bool several = namesakes_of(scoping, fact->lang, filler->label, &namesake) > 1;
    if (several) {
        namesake = namesake_meant(scoping, bearing_of(scoping, fact, filler));
    }
    bool scoped = namesake != NO_NAMESAKE && (several || scoping->namesakes.items[namesake].common);
    return scoped ? scoping->namesakes.items[namesake].home.key : TEXT("");
}

/* Has the article said of the only bearer of a name who he is, and is he not whom the lexicon has? Then he is not where
 * it says the bare name either. */
static bool is_refused(const Scoping *scoping, const Filler *filler) {
    bool refused = false;
    for (size_t i = 0; i < scoping->bearings.count; i++) {
        const Bearing *one = &scoping->bearings.items[i];
        const Entry *entry = lexicon_name(scoping->discourse->lexicon, one->lang, one->name, (Day){0});
        if (!one->entry && one->titled && entry == filler->entry) {
            refused = true;
        } else if (one->entry == filler->entry && one->titled) {
            return false;
        }
    }
    return refused;
}

/* ---- bodies ---- */

/* 人民医院: is every word of the name one that many names have? 第一棉纺厂: a number does not tell where. */
static bool is_of_common_words(const Lexicon *lexicon, Text name) {
    size_t words = 0;
    for (size_t at = 0, word; at < name.length; at += word, words++) {
        size_t known;
        if (lexicon_longest(lexicon, LANG_ZH, name, at, (Day){0}, &known)) {
            return false;
        }
        Standing standing = lexicon_standing(lexicon, name, at);
        const Head *head = lexicon_standing_head(lexicon, &standing);
        word = lexicon_standing_word(lexicon, &standing, ~0u);
        word = head && head->word.length > word ? head->word.length : word;
        if (word == 0) {
            return text_starts(name, TEXT("第"));
        }
    }
    return words > 1;
}

static bool is_common_english(Text name) {
    static const char *const first[] = {"People's ", "No. ",    "First ", "Second ", "Third ", "Fourth ",
                                        "Municipal", "County ", "City ",  "The ",    NULL};
    for (const char *const *word = first; *word; word++) {
        if (text_starts(name, text_from(*word))) {
            return true;
        }
    }
    return false;
}

static bool is_local(const Scoping *scoping, ClassId class_id) {
    return class_id != CLASS_NONE && scoping->discourse->ontology->classes.items[class_id].is_local;
}

static Text body_scope(const Scoping *scoping, const Fact *fact, const Filler *filler) {
    const Document *document = scoping->discourse->document;
    const Entry *place = document->dispatches.items[sentence_of(scoping, fact->sentence)->dispatch].place_entry;
    bool country = place && is_a(scoping, place->class_id, scoping->discourse->ontology->country);
    bool common = fact->lang == LANG_ZH ? is_of_common_words(scoping->discourse->lexicon, filler->label)
                                        : is_common_english(filler->label);
    bool here = place && !country && common && is_local(scoping, filler->class_id) &&
                !title_is_national(fact->lang, filler->label);
    return here ? title_id(place) : TEXT("");
}

/* ---- all ---- */

static void scope_filler(const Scoping *scoping, const Fact *fact, Filler *filler) {
    const Ontology *ontology = scoping->discourse->ontology;
    if (is_a(scoping, filler->class_id, ontology->person)) {
        filler->entry = filler->entry && is_refused(scoping, filler) ? NULL : filler->entry;
        filler->unlisted = !filler->entry;
        filler->scope = filler->entry ? TEXT("") : person_scope(scoping, fact, filler);
    } else if (!filler->entry && is_a(scoping, filler->class_id, ontology->organization)) {
        filler->scope = body_scope(scoping, fact, filler);
    }
}

void scope_fillers(const Discourse *discourse, Arena *arena, Facts *facts) {
    Scoping scoping = {.discourse = discourse, .arena = arena};
    for (size_t i = 0; i < discourse->document->sentences.count && facts->count; i++) {
        enter_sentence(&scoping, i);
    }
    for (size_t i = 0; i < facts->count; i++) {
        Fact *fact = &facts->items[i];
        for (size_t k = 0; k < fact->fillers.count; k++) {
            scope_filler(&scoping, fact, &fact->fillers.items[k]);
        }
    }
}

/* 县委, 各村, 我军: nothing but a head, with words before it that point and do not name. An army's name is a head too
 * (国民党军), and so is that of a region (解放区): with them only what points tells. */
static bool is_bare_head(const Lexicon *lexicon, Text name, bool heads_name) {
    for (size_t at = 0, word; at < name.length; at += word) {
        Text rest = text_after(name, at);
        const Head *head = lexicon_head(lexicon, LANG_ZH, rest);
        if (head && head->word.length == rest.length) {
            return at > 0 || !heads_name || utf8_count(rest) == 1;
        }
        Standing standing = lexicon_standing(lexicon, name, at);
        word = lexicon_standing_word(lexicon, &standing, WORD_DETERMINER | WORD_PRONOUN);
        if (word == 0) {
            return false;
        }
    }
    return false;
}

/* 张主任, "Zhang": a surname alone. */
static bool is_surname(const Lexicon *lexicon, Lang lang, Text name) {
    if (lang == LANG_EN) {
        return !text_contains(name, TEXT(" ")) && (lexicon_word(lexicon, LANG_EN, name).kinds & WORD_SURNAME);
    }
    Standing standing = lexicon_standing(lexicon, name, 0);
    size_t surname = lexicon_standing_word(lexicon, &standing, WORD_SURNAME);
    return surname && surname < name.length &&
           (lexicon_word(lexicon, LANG_ZH, text_after(name, surname)).kinds & WORD_TITLE);
}

bool scope_is_description(const Ontology *ontology, const Lexicon *lexicon, Lang lang, Text name, ClassId class_id) {
    bool person = ontology_is_a(ontology, class_id, ontology->person);
    bool thing =
        ontology_is_a(ontology, class_id, ontology->organization) || ontology_is_a(ontology, class_id, ontology->place);
    if (name.length == 0 || !lexicon || (!person && !thing)) {
        return false;
    }
    if (person) {
        return is_surname(lexicon, lang, name);
    }
    bool small = name.at[0] >= 'a' && name.at[0] <= 'z';
    bool heads_name = ontology_is_a(ontology, class_id, ontology->place) ||
                      ontology_is_a(ontology, class_id, ontology_class(ontology, TEXT("MilitaryUnit")));
    return lang == LANG_EN ? small : is_bare_head(lexicon, name, heads_name);
}
