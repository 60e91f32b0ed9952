/* Knows how the newspaper shortens names: 樊尚·阿里奥尔 to 阿里奥尔, "Huang Deming" to "Huang", 黄德明 to 黄主任, a
 * body to what its brackets say. A short name that may be two people's is nobody's. */
#include "named.h"

enum { SHORTEST = 4 /* bytes */ };

static bool is_person(const Tagged *tagged, const Mention *mention) {
    return ontology_is_a(tagged->ontology, mention->class_id, tagged->ontology->person);
}

static Text core_of(const Tagged *tagged, const Mention *mention) {
    return text_span(tagged->sentence->text, mention->core);
}

static Known *find(Knowns *knowns, Text name) {
    for (size_t i = 0; i < knowns->count; i++) {
        if (text_equal(knowns->items[i].name, name)) {
            return &knowns->items[i];
        }
    }
    return NULL;
}

static void add(Knowns *knowns, Known known, Arena *arena) {
    Known *same = find(knowns, known.name);
    if (!same) {
        *VECTOR_PUSH(arena, knowns) = known;
    } else if (!text_equal(same->full.label, known.full.label)) {
        same->doubtful = same->full.label.length && known.full.label.length;
    }
}

static size_t last_dot(Text name) {
    size_t after = 0;
    for (size_t i = 0, next; i < name.length; i = next) {
        uint32_t c = utf8_at(name, i, &next);
        after = c == 0xB7 || c == 0x2022 || c == 0x30FB ? next : after;
    }
    return after;
}

/* What a person is called when his full name has been said; empty: nothing shorter. */
static Text short_person(Lang lang, const Lexicon *lexicon, Text name) {
    enum { TWO_CHARACTERS = 6 /* bytes */ };
    if (lang == LANG_ZH) {
        size_t dot = last_dot(name);
        return dot && name.length - dot >= TWO_CHARACTERS ? text_after(name, dot) : TEXT("");
    }
    size_t first = text_find(name, TEXT(" "));
    size_t last = name.length;
    while (last > 0 && name.at[last - 1] != ' ') {
        last--;
    }
    if (first == SIZE_MAX) {
        return TEXT("");
    }
    Text family = text_slice(name, 0, first);
    bool chinese = lexicon_word(lexicon, LANG_EN, family).kinds & WORD_SURNAME;
    family = chinese ? family : text_after(name, last);
    unsigned kinds = lexicon_word(lexicon, LANG_EN, family).kinds & ~(unsigned)WORD_SURNAME;
    return family.length >= SHORTEST && !kinds ? family : TEXT("");
}

static void note_person(const Tagged *tagged, const Lexicon *lexicon, const Mention *mention, Named *named,
                        Arena *arena) {
    Lang lang = tagged->sentence->lang;
    Text name = core_of(tagged, mention);
    bool titled = mention->span.begin < mention->core.begin || mention->core.end < mention->span.end;
    bool told = titled || (lang == LANG_ZH && last_dot(name));
    if (!told || mention->kind != MENTION_NAME || mention->meant.count || name.length < SHORTEST) {
        return;
    }
    Referent full = {name, mention->class_id, mention->entry, false};
    *VECTOR_PUSH(arena, &named->people[lang]) = full;
    if (mention->entry) {
        return;
    }
    add(&named->persons[lang], (Known){.name = name}, arena);
    Text family = short_person(lang, lexicon, name);
    if (family.length) {
        add(&named->persons[lang], (Known){.name = family, .full = full}, arena);
    }
}

/* What stands in the brackets behind a body's name as its name from here on: （以下简称“盐联”）, "(hereinafter the Salt
 * Union)", "(CGT)". */
static Text short_body(Lang lang, Text behind) {
    static const char *const openings[] = {"（以下简称",
                                           "（简称",
                                           "（下称",
                                           "(以下简称",
                                           "(简称",
                                           "(hereinafter referred to as",
                                           "(hereinafter called",
                                           "(hereinafter",
                                           "(hereafter referred to as",
                                           "(abbreviated as",
                                           "(",
                                           NULL};
    static const char *const marks[] = {"“", "\"", "：", ":", "为", "the ", NULL};
    static const char *const ends[] = {"”", "\"", "）", ")", NULL};
    behind = text_trim(behind);
    size_t begin = 0;
    bool bare = false; /* nothing says that it is a short form but its capitals */
    for (size_t i = 0; openings[i] && begin == 0; i++) {
        begin = text_starts(behind, text_from(openings[i])) ? text_from(openings[i]).length : 0;
        bare = begin == 1;
    }
    Text rest = begin ? text_trim(text_after(behind, begin)) : TEXT("");
    for (size_t i = 0; marks[i]; i++) {
        rest = text_starts(rest, text_from(marks[i])) ? text_after(rest, text_from(marks[i]).length) : rest;
    }
    size_t end = SIZE_MAX;
    for (size_t i = 0; ends[i]; i++) {
        size_t found = text_find(rest, text_from(ends[i]));
        end = found < end ? found : end;
    }
    enum { LONGEST = 40, LONGEST_CAPITALS = 7 }; /* bytes */
    if (end == SIZE_MAX || end < SHORTEST - 1 || end > (bare ? LONGEST_CAPITALS : LONGEST)) {
        return TEXT("");
    }
    for (size_t i = 0; bare && i < end; i++) {
        if (lang == LANG_ZH || rest.at[i] < 'A' || rest.at[i] > 'Z') {
            return TEXT("");
        }
    }
    return text_slice(rest, 0, end);
}

static void note_body(const Tagged *tagged, const Mention *mention, Named *named, Arena *arena) {
    Lang lang = tagged->sentence->lang;
    Text name = short_body(lang, text_after(tagged->sentence->text, mention->core.end));
    if (name.length && mention->kind == MENTION_NAME) {
        Referent full = {core_of(tagged, mention), mention->class_id, mention->entry, false};
        add(&named->persons[lang], (Known){.name = name, .full = full}, arena);
    }
}

/* 北大 of 北方大学: what a university is called once it has been named. */
static void note_school(const Tagged *tagged, const Mention *mention, Named *named, Arena *arena) {
    Text name = core_of(tagged, mention);
    Text kind = TEXT("大学");
    if (tagged->sentence->lang == LANG_ZH && mention->kind == MENTION_NAME && mention->entry &&
        ontology_is_a(tagged->ontology, mention->class_id, tagged->ontology->school) && text_ends(name, kind)) {
        Referent full = {name, mention->class_id, mention->entry, false};
        Text first = text_slice(name, 0, utf8_next(name, 0));
        add(&named->schools, (Known){.name = text_join(arena, first, TEXT("大")), .full = full}, arena);
    }
}

void named_note(const Tagged *tagged, const Lexicon *lexicon, Named *named, Arena *arena) {
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        if (is_person(tagged, mention)) {
            note_person(tagged, lexicon, mention, named, arena);
        } else if (ontology_is_a(tagged->ontology, mention->class_id, tagged->ontology->organization)) {
            note_body(tagged, mention, named, arena);
            note_school(tagged, mention, named, arena);
        }
    }
}

/* 黄主任: the only one of those named who bears the surname; NULL: there are none or several. */
static const Referent *bearer(const Lexicon *lexicon, const Referents *people, Text name) {
    size_t surname = name.length ? utf8_next(name, 0) : 0;
    Text title = text_after(name, surname);
    const Referent *only = NULL;
    if (!title.length || !(lexicon_word(lexicon, LANG_ZH, title).kinds & WORD_TITLE)) {
        return NULL;
    }
    for (size_t i = 0; i < people->count; i++) {
        const Referent *one = &people->items[i];
        bool titled = lexicon_word(lexicon, LANG_ZH, text_after(one->label, surname)).kinds & WORD_TITLE;
        if (titled || !text_starts(one->label, text_slice(name, 0, surname)) || last_dot(one->label)) {
            continue;
        }
        if (only && !text_equal(only->label, one->label)) {
            return NULL;
        }
        only = one;
    }
    return only;
}

/* 北大 is another one where only 北方大学 has been named. */
static void resolve_school(const Tagged *tagged, const Named *named, Mention *mention) {
    Text name = core_of(tagged, mention);
    for (size_t i = 0; mention->entry && i < named->schools.count; i++) {
        const Known *known = &named->schools.items[i];
        mention->entry = !known->doubtful && text_equal(known->name, name) ? known->full.entry : mention->entry;
    }
}

void named_resolve(Tagged *tagged, const Lexicon *lexicon, const Named *named, Arena *arena) {
    Lang lang = tagged->sentence->lang;
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        Mention *mention = &tagged->mentions.items[i];
        resolve_school(tagged, named, mention);
        bool open = mention->kind == MENTION_NAME && !mention->entry && is_person(tagged, mention);
        Text name = core_of(tagged, mention);
        const Referent *full = open && lang == LANG_ZH ? bearer(lexicon, &named->people[lang], name) : NULL;
        for (size_t k = 0; open && k < named->persons[lang].count; k++) {
            const Known *known = &named->persons[lang].items[k];
            full = known->full.label.length && text_equal(known->name, name) && !known->doubtful ? &known->full : full;
        }
        if (full) {
            *VECTOR_PUSH(arena, &mention->meant) = *full;
            mention->class_id = full->class_id;
            mention->entry = full->entry;
        }
    }
}
