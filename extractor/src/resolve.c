/* Owns what context says of a name that the lexicon knows: a bare 财政部 is China's only where nothing is said of
 * another country, 工人刘伟 is no minister, and which of two persons of one name is meant their titles tell. */
#include "resolve.h"

#include "named.h"
#include "sha256.h"

static Text core_of(const Tagged *tagged, const Mention *mention) {
    return text_span(tagged->sentence->text, mention->core);
}

/* ---- bodies ---- */

/* "of China", 中国, 我国: who is spoken of is said, by whomever. */
static bool says_china(Text text) {
    static const char *const marks[] = {"中国",  "我国",    "中华",           "中央人民政府",
                                        "China", "Chinese", "Central People", NULL};
    return text_contains_any(text, marks);
}

/* A home that is not known is China. */
static bool is_abroad(const Entry *entry, const Entry *home) {
    return home ? entry && entry->country && entry->country != home : lexicon_is_abroad(entry);
}

/* Does nothing but 的 stand between a country's name and what follows it? */
static bool stands_before(const Tagged *tagged, const Mention *country, const Mention *body) {
    Text between = country->span.end <= body->span.begin
                       ? text_slice(tagged->sentence->text, country->span.end, body->span.begin)
                       : TEXT("-");
    return between.length == 0 || text_equal(between, TEXT("的")) || text_equal(between, TEXT("'s ")) ||
           text_equal(between, TEXT(" "));
}

/* "Ministry of Finance of Burma", "Andong in South Korea": the country whose name comes right behind, or NULL. */
static const Entry *country_behind(const Tagged *tagged, const Mention *named) {
    static const char *const links[] = {" of ", " of the ", " in ", " in the ", ", ", NULL};
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *other = &tagged->mentions.items[i];
        bool country = other->core.begin > named->core.end && other->entry && other->entry->country == other->entry;
        Text between = country ? text_slice(tagged->sentence->text, named->core.end, other->core.begin) : TEXT("");
        for (const char *const *link = links; *link; link++) {
            if (text_equal(between, text_from(*link))) {
                return other->entry;
            }
        }
    }
    return NULL;
}

/* The country whose body a bare name is: that behind it, that of the body named before it in the sentence, or the one
 * just before it, or where the dispatch comes from. NULL: China's may be meant. */
static const Entry *country_spoken_of(const Tagged *tagged, const Document *document, const Mention *body) {
    const Entry *home = body->entry ? body->entry->country : NULL;
    const Entry *behind = country_behind(tagged, body);
    if (is_abroad(behind, home)) {
        return behind;
    }
    for (size_t i = tagged->mentions.count; i-- > 0;) {
        const Mention *other = &tagged->mentions.items[i];
        bool earlier = other->core.end <= body->core.begin && is_abroad(other->entry, home);
        bool place = earlier && ontology_is_a(tagged->ontology, other->class_id, tagged->ontology->place);
        if (earlier && (!place || stands_before(tagged, other, body))) {
            return other->entry->country;
        }
    }
    size_t dispatch = tagged->sentence->dispatch;
    const Entry *place =
        dispatch < document->dispatches.count ? document->dispatches.items[dispatch].place_entry : NULL;
    return place && is_abroad(place, home) ? place->country : NULL;
}

/* 苏联 + 外交部, where the lexicon has that body too. */
static const Entry *listed_abroad(const Lexicon *lexicon, const Entry *country, const Entry *body, Day when,
                                  Arena *arena) {
    for (size_t i = 0; i < country->names[LANG_ZH].count; i++) {
        for (size_t j = 0; j < body->names[LANG_ZH].count; j++) {
            Text name = text_join(arena, country->names[LANG_ZH].items[i], body->names[LANG_ZH].items[j]);
            const Entry *entry = lexicon_name(lexicon, LANG_ZH, name, when);
            if (entry && entry->country == country) {
                return entry;
            }
        }
    }
    return NULL;
}

/* A body that no line lists, by the names that ours bears first; its key is a digest, as that of all that is unlisted.
 */
static const Entry *unlisted_abroad(const Ontology *ontology, const Entry *country, const Entry *body, Named *named,
                                    Arena *arena) {
    enum { DIGITS = 16 };
    for (size_t i = 0; i < named->abroad.count; i++) {
        if (named->abroad.items[i].country == country && named->abroad.items[i].like == body) {
            return named->abroad.items[i].entry;
        }
    }
    Text name = body->names[LANG_ZH].count ? body->names[LANG_ZH].items[0] : body->names[LANG_EN].items[0];
    Text what = text_format(arena, "%.*s\n%.*s\n%.*s", TEXT_ARGS(name),
                            TEXT_ARGS(ontology->classes.items[body->class_id].name), TEXT_ARGS(country->id));
    Entry *entry = ARENA_NEW(arena, Entry);
    *entry = (Entry){.id = text_slice(sha256_hex(arena, what), 0, DIGITS),
                     .class_id = body->class_id,
                     .wikidata = TEXT(""),
                     .country = country};
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        if (body->names[lang].count) {
            *VECTOR_PUSH(arena, &entry->names[lang]) = body->names[lang].items[0];
        }
    }
    *VECTOR_PUSH(arena, &named->abroad) = (Abroad){country, body, entry};
    return entry;
}

/* 财政部 of a dispatch whose English speaks of no Ministry of Finance but Burma's; NULL: it does not say so. */
static const Entry *country_in_english(const Named *named, const Entry *body, size_t dispatch) {
    const Entry *country = NULL;
    for (size_t i = 0; i < named->spoken.count; i++) {
        const Spoken *spoken = &named->spoken.items[i];
        if (spoken->dispatch != dispatch || spoken->like != body) {
            continue;
        }
        if (!spoken->country || (country && country != spoken->country)) {
            return NULL;
        }
        country = spoken->country;
    }
    return country;
}

static void resolve_body(Tagged *tagged, const Lexicon *lexicon, const Document *document, Mention *mention,
                         Named *named, Arena *arena) {
    if (!lexicon_is_china(mention->entry->country)) {
        return;
    }
    if (says_china(tagged->sentence->text)) {
        *VECTOR_PUSH(arena, &named->spoken) = (Spoken){mention->entry, NULL, tagged->sentence->dispatch};
        return;
    }
    size_t dispatch = tagged->sentence->dispatch;
    const Entry *country = country_spoken_of(tagged, document, mention);
    if (tagged->sentence->lang == LANG_EN) {
        *VECTOR_PUSH(arena, &named->spoken) = (Spoken){mention->entry, country, dispatch};
    } else if (!country) {
        country = country_in_english(named, mention->entry, dispatch);
    }
    if (country) {
        Day when = document_reference(document, dispatch);
        const Entry *listed = listed_abroad(lexicon, country, mention->entry, when, arena);
        mention->entry = listed ? listed : unlisted_abroad(tagged->ontology, country, mention->entry, named, arena);
    }
}

/* ---- places ---- */

/* Whom of China's places a name means that is not looked for, alone or behind a known name: 黄县, 山东黄县, 中共滕县.
 */
static const Entry *place_in_china(const Tagged *tagged, const Lexicon *lexicon, Text name, Day when, Arena *arena) {
    enum { COUNTY = 6 /* bytes: two characters */ };
    Lang lang = tagged->sentence->lang;
    bool led = lang == LANG_ZH && name.length > COUNTY && text_ends(name, TEXT("县")) &&
               lexicon_name(lexicon, lang, text_slice(name, 0, name.length - COUNTY), when);
    Text own = led ? text_after(name, name.length - COUNTY) : name;
    const Entry *only = lexicon_only_bearer(lexicon, lang, own, when, arena);
    return only && ontology_is_a(tagged->ontology, only->class_id, tagged->ontology->place) ? only : NULL;
}

/* 南朝鲜安东市 is not the one on the Yalu: of another country, if that is spoken of and has a place of that name. */
static void resolve_place(const Tagged *tagged, const Lexicon *lexicon, const Document *document, Mention *mention,
                          Arena *arena) {
    EntryRefs bearers = {0};
    Day when = document_reference(document, tagged->sentence->dispatch);
    lexicon_bearers(lexicon, tagged->sentence->lang, core_of(tagged, mention), when, arena, &bearers);
    const Entry *country = bearers.count ? country_spoken_of(tagged, document, mention) : NULL;
    for (size_t i = 0; country && i < bearers.count; i++) {
        mention->entry = bearers.items[i]->country == country ? bearers.items[i] : mention->entry;
    }
    if (!mention->entry && !country) {
        mention->entry = place_in_china(tagged, lexicon, core_of(tagged, mention), when, arena);
    }
}

/* 湖北省黄冈县: the county, which the lexicon has; before it stand nothing but places. */
static void resolve_chain(const Tagged *tagged, Mention *chain) {
    size_t at = chain->core.begin;
    for (size_t i = 0; i < tagged->mentions.count && !chain->entry; i++) {
        const Mention *link = &tagged->mentions.items[i];
        bool place = link->entry && ontology_is_a(tagged->ontology, link->class_id, tagged->ontology->place);
        if (place && link->core.begin == at && link->core.end <= chain->core.end) {
            chain->entry = link->core.end == chain->core.end ? link->entry : NULL;
            at = link->core.end;
        }
    }
}

/* ---- persons ---- */

/* Who holds a post of state is called by it, not by one of these. */
static bool is_commoner(const Tagged *tagged, const Mention *mention) {
    static const char *const callings[] = {"工人",   "女工",  "矿工",    "农民",    "社员",   "战士",    "学生",
                                           "牧民",   "渔民",  "民兵",    "司机",    "班长",   "队员",    "医生",
                                           "教师",   "青年",  "worker",  "peasant", "farmer", "student", "soldier",
                                           "driver", "miner", "teacher", NULL};
    Text before = text_trim(text_slice(tagged->sentence->text, 0, mention->core.begin));
    for (const char *const *calling = callings; *calling; calling++) {
        if (text_ends(before, text_from(*calling))) {
            return true;
        }
    }
    return false;
}

/* 区长韩克俭政委王世英: is one of a place's small officers named just before, or is he one? */
static bool is_local(const Tagged *tagged, const Mention *mention) {
    enum { NEAR = 27 /* bytes: nine characters */ };
    static const char *const offices[] = {"区长", "村长", "乡长", "镇长", "保长", "甲长", "屯长", "里长", NULL};
    size_t begin = mention->core.begin > NEAR ? mention->core.begin - NEAR : 0;
    return text_contains_any(text_slice(tagged->sentence->text, begin, mention->core.begin), offices);
}

/* 外交部副部长, or a part of it: is this what the person was? */
static bool has_post(const Entry *person, Lang lang, Text title) {
    for (size_t i = 0; title.length && i < person->posts.count; i++) {
        Text post = person->posts.items[i].title[lang];
        if (text_ends(post, title) || text_ends(title, post)) {
            return true;
        }
    }
    return false;
}

/* The only one of those who bear the name who has held the post that stands beside it. */
static const Entry *bearer_by_title(const Tagged *tagged, const Mention *mention, const EntryRefs *bearers) {
    Text text = tagged->sentence->text;
    Lang lang = tagged->sentence->lang;
    Text before = text_trim(text_slice(text, mention->span.begin, mention->core.begin));
    Text after = text_trim(text_slice(text, mention->core.end, mention->span.end));
    const Entry *only = NULL;
    for (size_t i = 0; i < bearers->count; i++) {
        const Entry *one = bearers->items[i];
        if (has_post(one, lang, before) || has_post(one, lang, after)) {
            if (only && only != one) {
                return NULL;
            }
            only = one;
        }
    }
    return only;
}

static bool is_known_person(const Tagged *tagged, size_t begin, size_t end) {
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *other = &tagged->mentions.items[i];
        if (other->entry && (other->core.end == begin || other->core.begin == end) &&
            ontology_is_a(tagged->ontology, other->class_id, tagged->ontology->person)) {
            return true;
        }
    }
    return false;
}

/* 周恩来、康生、朱德: stands it in an enumeration, beside somebody who is known? */
static bool is_enumerated(const Tagged *tagged, const Mention *mention) {
    const Text mark = TEXT("、");
    Text text = tagged->sentence->text;
    size_t begin = mention->core.begin;
    size_t end = mention->core.end;
    bool before = begin >= mark.length && text_equal(text_slice(text, begin - mark.length, begin), mark);
    bool after = text_starts(text_after(text, end), mark);
    return (before && is_known_person(tagged, begin - mark.length, SIZE_MAX)) ||
           (after && is_known_person(tagged, SIZE_MAX, end + mark.length));
}

/* Who is meant by a name that is not looked for: he who held the post beside it, or the only one where the known stand.
 */
static const Entry *bearer_of(const Tagged *tagged, const Mention *mention, const EntryRefs *bearers) {
    const Entry *bearer = bearers->count ? bearer_by_title(tagged, mention, bearers) : NULL;
    const Entry *only = bearers->count == 1 ? bearers->items[0] : NULL;
    bool person = only && ontology_is_a(tagged->ontology, only->class_id, tagged->ontology->person);
    return !bearer && person && is_enumerated(tagged, mention) ? only : bearer;
}

static void resolve_person(Tagged *tagged, const Lexicon *lexicon, const Document *document, Mention *mention,
                           Arena *arena) {
    if (mention->entry) {
        bool posts = mention->entry->posts.count > 0;
        bool other = (posts && is_commoner(tagged, mention)) || is_local(tagged, mention);
        mention->entry = other ? NULL : mention->entry;
        return;
    }
    EntryRefs bearers = {0};
    Day when = document_reference(document, tagged->sentence->dispatch);
    lexicon_bearers(lexicon, tagged->sentence->lang, core_of(tagged, mention), when, arena, &bearers);
    const Entry *bearer = bearer_of(tagged, mention, &bearers);
    for (size_t i = 0; bearer && i < tagged->mentions.count; i++) { /* with the title and without it */
        Mention *other = &tagged->mentions.items[i];
        bool same = other->core.begin == mention->core.begin && other->core.end == mention->core.end;
        other->entry = same ? bearer : other->entry;
    }
}

void resolve_names(Tagged *tagged, const Lexicon *lexicon, const Document *document, Named *named, Arena *arena) {
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        Mention *mention = &tagged->mentions.items[i];
        if (mention->kind != MENTION_NAME || mention->meant.count) {
            continue;
        }
        if (ontology_is_a(tagged->ontology, mention->class_id, tagged->ontology->person)) {
            resolve_person(tagged, lexicon, document, mention, arena);
        } else if (ontology_is_a(tagged->ontology, mention->class_id, tagged->ontology->place)) {
            resolve_place(tagged, lexicon, document, mention, arena);
        } else if (mention->entry) {
            resolve_body(tagged, lexicon, document, mention, named, arena);
        }
    }
    for (size_t i = 0; i < tagged->mentions.count && tagged->sentence->lang == LANG_ZH; i++) {
        Mention *mention = &tagged->mentions.items[i];
        if (mention->kind == MENTION_NAME && !mention->entry &&
            ontology_is_a(tagged->ontology, mention->class_id, tagged->ontology->place)) {
            resolve_chain(tagged, mention);
        }
    }
}
