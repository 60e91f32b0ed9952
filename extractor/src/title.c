/* Reads the words beside a person's name: which of them are his title, and which place or body they name. Who is one
 * and the same person is scope.c's. */
#include "title.h"

#include "normalform.h"
#include "phrase.h"

static bool is_a(const Tagged *tagged, const Mention *mention, ClassId super) {
    return ontology_is_a(tagged->ontology, mention->class_id, super);
}

/* ---- which words are the title ---- */

bool title_is_common(const Tagged *tagged, size_t index) {
    const Token *token = token_in(tagged, index);
    return (token->words & WORD_CALLING) ||
           (token->head && ontology_is_a(tagged->ontology, token->head->class_id, tagged->ontology->group));
}

/* 部长, 工人, "worker": does the token say what somebody is? */
static bool is_calling(const Tagged *tagged, size_t index) {
    return (token_in(tagged, index)->words & WORD_TITLE) || title_is_common(tagged, index);
}

/* The first token of the titles that end before the token `name`: 湖北省代表、鞍钢工人李明. */
static size_t callings_begin(const Tagged *tagged, size_t name) {
    static const char *const joints[] = {"兼", "、", "and", NULL};
    size_t first = name;
    while (first > 0) {
        bool joined = first < name && first > 1 && token_is_any(&tagged->tokens, first - 1, joints);
        size_t last = joined ? first - 2 : first - 1;
        if (!is_calling(tagged, last)) {
            break;
        }
        first = phrase_noun_begin(&tagged->tokens, last);
    }
    return first;
}

/* The longest place or body whose name ends with the token `last`, or NULL. */
static const Mention *ends_at(const Tagged *tagged, size_t last) {
    const Mention *longest = NULL;
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        bool kind =
            is_a(tagged, mention, tagged->ontology->organization) || is_a(tagged, mention, tagged->ontology->place);
        if (mention->kind == MENTION_NAME && kind && mention->core.end == token_in(tagged, last)->span.end &&
            (!longest || mention->core.begin < longest->core.begin)) {
            longest = mention;
        }
    }
    return longest;
}

/* 鞍钢的工人, "Director of Ansteel Li Ming": the owner before the token `first`; 鞍钢李明 too, if it is a body. */
static size_t owner_begin(const Tagged *tagged, size_t first, bool called) {
    static const char *const links[] = {"的", "之", NULL};
    static const char *const of[] = {"of", "at", "from", NULL};
    if (first == 0) {
        return token_in(tagged, 0)->span.begin;
    }
    bool linked = token_is_any(&tagged->tokens, first - 1, links);
    const Mention *owner = first > linked ? ends_at(tagged, first - 1 - linked) : NULL;
    size_t begin = owner ? tokens_beginning(&tagged->tokens, owner->core.begin) : SIZE_MAX;
    if (begin == SIZE_MAX) {
        return token_in(tagged, first)->span.begin;
    }
    bool of_it = begin > 1 && token_is_any(&tagged->tokens, begin - 1, of) && is_calling(tagged, begin - 2);
    bool governed = begin > 0 && (token_in(tagged, begin - 1)->words & (WORD_PREPOSITION | WORD_VERB));
    bool body = !called && !governed && is_a(tagged, owner, tagged->ontology->organization);
    return linked || of_it || body ? owner->core.begin : token_in(tagged, first)->span.begin;
}

static Span words_before(const Tagged *tagged, const Mention *person) {
    size_t name = tokens_beginning(&tagged->tokens, person->core.begin);
    Span words = {person->core.begin, person->core.begin};
    if (name != SIZE_MAX) {
        size_t first = callings_begin(tagged, name);
        words.begin = owner_begin(tagged, first, first < name);
    }
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        bool same = mention->core.begin == person->core.begin && mention->core.end == person->core.end;
        words.begin = same && mention->span.begin < words.begin ? mention->span.begin : words.begin;
    }
    return words;
}

/* 李明（鞍钢工人）: what the brackets behind a name hold. */
static Span words_in_brackets(const Tagged *tagged, const Mention *person) {
    Text behind = text_after(tagged->sentence->text, person->core.end);
    bool wide = text_starts(behind, TEXT("（"));
    size_t end = text_find(behind, wide ? TEXT("）") : TEXT(")"));
    bool open = wide || text_starts(behind, TEXT("(")) || text_starts(behind, TEXT(" ("));
    size_t length = open && end != SIZE_MAX ? end : 0;
    return (Span){person->core.end, person->core.end + length};
}

/* "Li Ming, a worker of Ansteel, said", "Director Li Ming of Ansteel": from the "of" to the end of the phrase. */
static Span words_behind(const Tagged *tagged, const Mention *person) {
    enum { REACH = 8 }; /* tokens */
    static const char *const of[] = {"of", "at", "from", "in", NULL};
    Span none = {person->core.end, person->core.end};
    size_t next = tokens_ending(&tagged->tokens, person->core.end) + 1;
    if (tagged->sentence->lang == LANG_ZH || next == 0 || next >= tagged->tokens.items.count) {
        return words_in_brackets(tagged, person);
    }
    bool apposed = token_in(tagged, next)->comma;
    bool called = !apposed && person->span.begin < person->core.begin;
    size_t at = next + apposed;
    for (size_t i = at; i < tagged->tokens.items.count && i < next + REACH; i++) {
        if (called && i > at) {
            return none;
        }
        if (called && token_is_any(&tagged->tokens, i, of)) {
            break;
        }
        if (phrase_is_boundary(&tagged->tokens, i)) {
            return words_in_brackets(tagged, person);
        }
        called = is_calling(tagged, i);
        at = i + 1;
    }
    size_t last = at;
    while (called && last < tagged->tokens.items.count && !phrase_is_boundary(&tagged->tokens, last) &&
           !(token_in(tagged, last)->words & (WORD_VERB | WORD_AUXILIARY))) {
        last++;
    }
    return last > at ? (Span){token_in(tagged, at)->span.begin, token_in(tagged, last - 1)->span.end} : none;
}

/* ---- what they name ---- */

bool title_is_national(Lang lang, Text name) {
    static const char *const chinese[] = {"全国", "中国", "中华", "中央", "国家", "国务院", "国际", "世界", NULL};
    static const char *const english[] = {"National", "China",         "Chinese", "Central",
                                          "State",    "International", "World",   NULL};
    for (const char *const *word = lang == LANG_ZH ? chinese : english; *word; word++) {
        if (text_contains(name, text_from(*word))) {
            return true;
        }
    }
    return false;
}

static bool share_name(const Entry *a, const Entry *b) {
    for (size_t i = 0; i < a->names[LANG_ZH].count; i++) {
        for (size_t k = 0; k < b->names[LANG_ZH].count; k++) {
            if (text_equal(a->names[LANG_ZH].items[i], b->names[LANG_ZH].items[k])) {
                return true;
            }
        }
    }
    return false;
}

/* What a body came from that bore its name before, or NULL. */
static const Entry *forerunner(const Entry *entry) {
    for (size_t i = 0; i < entry->changes.count; i++) {
        const Change *change = entry->changes.items[i];
        bool results = false;
        for (size_t k = 0; k < change->results.count; k++) {
            results = results || text_equal(change->results.items[k]->id, entry->id);
        }
        for (size_t k = 0; results && k < change->originals.count; k++) {
            const Entry *origin = change->originals.items[k];
            if (!text_equal(origin->id, entry->id) && share_name(origin, entry)) {
                return origin;
            }
        }
    }
    return NULL;
}

Text title_id(const Entry *entry) {
    enum { MOST = 16 }; /* no body was founded as often under one name */
    const Entry *first = entry;
    for (int step = 0; step < MOST && forerunner(first); step++) {
        first = forerunner(first);
    }
    return first->id;
}

/* What is being read: the words of a title. */
typedef struct Title {
    const Tagged *tagged;
    const Lexicon *lexicon;
    Day when;
    Arena *arena;
    Texts places;
    const Entry *abroad;
    const Mention *body;
    const Entry *place;
    const Mention *village;
} Title;

static bool is_country(const Ontology *ontology, const Entry *entry) {
    return ontology_is_a(ontology, entry->class_id, ontology->country);
}

/* The place with the longest name that begins at byte `at`: 鞍山 of 鞍山钢铁公司 too; or NULL. */
static const Entry *place_at(const Title *title, Lang lang, Text name, size_t at, size_t *length) {
    const Ontology *ontology = title->tagged->ontology;
    const Entry *entry = lexicon_longest(title->lexicon, lang, name, at, title->when, length);
    while (entry && !ontology_is_a(ontology, entry->class_id, ontology->place) && *length > 0) {
        *length = utf8_previous(text_slice(name, at, at + *length), *length);
        entry = lexicon_longest(title->lexicon, lang, text_slice(name, 0, at + *length), at, title->when, length);
    }
    return entry;
}

/* Of two countries the first is one's own. China's says nothing. */
static void read_place(Title *title, const Entry *place) {
    if (lexicon_is_abroad(place)) {
        title->abroad = title->abroad || title->place || title->body ? title->abroad : place->country;
    } else if (!is_country(title->tagged->ontology, place)) {
        *VECTOR_PUSH(title->arena, &title->places) = title_id(place);
        title->place = place;
    }
}

/* 中共湖北省黄冈县委, 莫斯科大学: the places in the name of a body. */
static void read_places(Title *title, Lang lang, Text name) {
    for (size_t at = 0, length; at < name.length;) {
        const Entry *place = place_at(title, lang, name, at, &length);
        if (place) {
            read_place(title, place);
        }
        at = place ? at + length : utf8_next(name, at);
    }
}

static Text body_name(const Title *title, const Mention *mention, Lang *lang) {
    const Entry *entry = mention->entry;
    *lang = title->tagged->sentence->lang;
    if (entry && entry->names[LANG_ZH].count) {
        *lang = LANG_ZH;
        return entry->names[LANG_ZH].items[0];
    }
    return text_span(title->tagged->sentence->text, mention->core);
}

/* Does one work there: a mill, a school, a hospital, a ministry? Not in parties, congresses and armies. */
static bool is_workplace(const Title *title, const Mention *mention) {
    const Ontology *ontology = title->tagged->ontology;
    Lang lang;
    Text name = body_name(title, mention, &lang);
    bool school = is_a(title->tagged, mention, ontology_class(ontology, TEXT("School")));
    bool local = is_a(title->tagged, mention, ontology_class(ontology, TEXT("Enterprise"))) ||
                 mention->class_id == ontology->organization;
    bool ministry = mention->entry && is_a(title->tagged, mention, ontology_class(ontology, TEXT("Ministry")));
    return school || ministry || (local && !title_is_national(lang, name));
}

static void read_body(Title *title, const Mention *mention) {
    Lang lang;
    Text name = body_name(title, mention, &lang);
    const Entry *place = title->place;
    const Mention *body = title->body;
    bool listed = mention->entry && !(body && body->entry);
    bool shorter = body && body->core.begin == mention->core.begin && !body->entry == !mention->entry;
    bool works = is_workplace(title, mention);
    read_places(title, lang, name);
    title->place = works && place ? place : title->place;
    title->body = works && (!body || listed || shorter) ? mention : body;
}

/* 黄冈 of 黄冈县委 */
static bool is_in_body(const Tagged *tagged, const Mention *place) {
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *other = &tagged->mentions.items[i];
        if (other->kind == MENTION_NAME && other->core.begin <= place->core.begin &&
            place->core.end <= other->core.end && is_a(tagged, other, tagged->ontology->organization)) {
            return true;
        }
    }
    return false;
}

static void read_mention(Title *title, const Mention *mention) {
    const Ontology *ontology = title->tagged->ontology;
    const Entry *entry = mention->entry;
    if (lexicon_is_abroad(entry)) {
        read_place(title, entry);
    } else if (is_a(title->tagged, mention, ontology->organization)) {
        read_body(title, mention);
    } else if (is_a(title->tagged, mention, ontology->place) && !is_in_body(title->tagged, mention)) {
        title->village = entry ? title->village : mention;
        if (entry) {
            read_place(title, entry);
        }
    }
}

/* 驻印度大使: what stands behind this is where somebody was sent to. */
static Span without_mission(Text text, Span words) {
    static const char *const sent[] = {"驻", "赴", "访", "援", "留学", " to ", NULL};
    for (const char *const *word = sent; *word; word++) {
        size_t at = text_find(text_span(text, words), text_from(*word));
        words.end = at == SIZE_MAX ? words.end : words.begin + at;
    }
    return words;
}

/* 国营沈阳第一机床厂, 辽宁省沈阳市第一机床厂: what says where a body is or whose goes before its name in one form. */
static Text plain_name(const Title *title, Lang lang, Text name) {
    static const char *const owners[] = {"国营", "地方国营", "公私合营", "公营", "私营",
                                         "私立", "中共",     "the ",     "The ", NULL};
    const Entry *place = NULL;
    for (size_t at = 1; at > 0;) {
        at = 0;
        for (size_t i = 0; owners[i] && at == 0; i++) {
            at = text_starts(name, text_from(owners[i])) ? text_from(owners[i]).length : 0;
        }
        size_t length = 0;
        const Entry *entry = at == 0 ? place_at(title, lang, name, 0, &length) : NULL;
        bool below = entry && length < name.length && !is_country(title->tagged->ontology, entry);
        place = below ? entry : place;
        at = below ? length : at;
        name = text_trim(text_after(name, at));
    }
    name = normal_form(title->arena, name);
    return place ? text_format(title->arena, "%.*s %.*s", TEXT_ARGS(title_id(place)), TEXT_ARGS(name)) : name;
}

/* Communes and villages bear the names of many others: a place that the lexicon knows says more. */
static bool is_rural(Text name) {
    static const char *const endings[] = {"社",      "大队",    "队",           "村",       "乡", "Commune",
                                          "Brigade", "Village", "Co-operative", "Township", NULL};
    for (const char *const *ending = endings; *ending; ending++) {
        if (text_ends(name, text_from(*ending))) {
            return true;
        }
    }
    return false;
}

/* 医学院 says of which kind a body is, and not which it is. */
static bool is_nameless(const Title *title, Text name) {
    Lang lang = title->tagged->sentence->lang;
    const Head *head = lexicon_head(title->lexicon, lang, name);
    bool small = lang == LANG_EN && name.length && name.at[0] >= 'a' && name.at[0] <= 'z';
    return small || (head && head->word.length == name.length);
}

static Home home_of(const Title *title) {
    const Mention *named = title->body ? title->body : title->village;
    Home home = {.key = TEXT(""), .body = TEXT(""), .places = title->places};
    if (title->abroad) {
        home.key = title->abroad->id;
        *VECTOR_PUSH(title->arena, &home.places) = home.key;
        return home;
    }
    if (named && named->entry) {
        home.key = home.body = title_id(named->entry);
        return home;
    }
    Text name = named ? text_span(title->tagged->sentence->text, named->core) : TEXT("");
    bool counts = named && !is_nameless(title, name);
    if (title->place && (!title->body || !counts || is_rural(name))) {
        home.key = title_id(title->place);
    } else if (counts) {
        home.key = home.body = plain_name(title, title->tagged->sentence->lang, name);
    }
    return home;
}

static Home read_words(Title title, Span words) {
    const Tagged *tagged = title.tagged;
    words = without_mission(tagged->sentence->text, words);
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        bool inside = words.begin <= mention->core.begin && mention->core.end <= words.end;
        bool kind =
            is_a(tagged, mention, tagged->ontology->organization) || is_a(tagged, mention, tagged->ontology->place);
        if (inside && kind && mention->kind == MENTION_NAME) {
            read_mention(&title, mention);
        }
    }
    return home_of(&title);
}

Home title_home(const Tagged *tagged, const Lexicon *lexicon, const Mention *person, Day when, Arena *arena) {
    Title title = {.tagged = tagged, .lexicon = lexicon, .when = when, .arena = arena};
    Home before = read_words(title, words_before(tagged, person));
    return before.key.length ? before : read_words(title, words_behind(tagged, person));
}
