/* Owns the question whether two facts of one language tell one happening, and unites those that do. It knows nothing of
 * the other language. */
#include "merge_parts.h"
#include "similar.h"

/* ---------------------------------------------------------------- do two tellings agree? */

/* Short forms of Chinese personal names are other people's names. */
static bool alike_labels(const Merge *merge, Lang lang, const Filler *a, const Filler *b) {
    bool person = ontology_is_a(merge->ontology, a->class_id, merge->ontology->person) ||
                  ontology_is_a(merge->ontology, b->class_id, merge->ontology->person);
    if (!person) {
        return similar_names(lang, a->label, b->label);
    }
    return similar_same(lang, a->label, b->label) ||
           (lang == LANG_EN &&
            (similar_subsequence(lang, a->label, b->label) || similar_subsequence(lang, b->label, a->label)));
}

static bool alike_fillers(const Merge *merge, Lang lang, const Filler *a, const Filler *b) {
    if (a->entry && b->entry) {
        return a->entry == b->entry;
    }
    return text_equal(a->scope, b->scope) && merge_classes_agree(merge->ontology, a->class_id, b->class_id) &&
           alike_labels(merge, lang, a, b);
}

/* Of what fills a role on both sides, is anything the same? */
Sharing merge_share_role(const Merge *merge, const Telling *a, const Telling *b, Role role) {
    Sharing sharing = SHARING_UNKNOWN;
    for (size_t i = 0; i < a->parts.count; i++) {
        for (size_t j = 0; j < b->parts.count; j++) {
            const Filler *left = &a->parts.items[i].filler;
            const Filler *right = &b->parts.items[j].filler;
            if (left->role == role && right->role == role) {
                if (alike_fillers(merge, a->lang, left, right)) {
                    return SHARING_SOME;
                }
                sharing = SHARING_NOTHING;
            }
        }
    }
    return sharing;
}

/* Much happens at one place, at one conference, or according to one source: only the others tell events apart. */
bool merge_tells_apart(Role role) {
    return role == ROLE_AGENT || role == ROLE_OBJECT || role == ROLE_RECIPIENT;
}

bool merge_roles_agree(const Merge *merge, const Telling *a, const Telling *b, bool *shared) {
    for (Role role = 0; role < ROLE_NONE; role++) {
        Sharing sharing = merge_share_role(merge, a, b, role);
        if (sharing == SHARING_NOTHING) {
            return false;
        }
        *shared = *shared || (sharing == SHARING_SOME && merge_tells_apart(role));
    }
    return true;
}

bool merge_dates_agree(const Telling *a, const Telling *b) {
    return !a->has_date || !b->has_date || merge_date_within(&a->date, &b->date) ||
           merge_date_within(&b->date, &a->date);
}

static bool dispatches_agree(const Telling *a, const Telling *b) {
    return a->dispatch == b->dispatch || a->only_headline || b->only_headline;
}

/* What one rule finds twice in one sentence happened twice, and so did two events of one mapping. */
static bool told_apart(const Telling *a, const Telling *b) {
    for (size_t i = 0; i < a->facts.count; i++) {
        for (size_t j = 0; j < b->facts.count; j++) {
            const Fact *left = a->facts.items[i];
            const Fact *right = b->facts.items[j];
            bool overlapping = left->span.begin < right->span.end && right->span.begin < left->span.end;
            if (left->rule == right->rule && left->sentence == right->sentence &&
                (!overlapping || left->template_index != right->template_index)) {
                return true;
            }
        }
    }
    return false;
}

/* The counts of a telling but those that a headline has rounded from the other's. */
static Counts without_rounded(const Merge *merge, const Telling *telling, const Telling *other) {
    Counts kept = {0};
    for (size_t i = 0; i < telling->counts.count; i++) {
        bool rounded = false;
        for (size_t j = 0; j < other->counts.count; j++) {
            rounded = rounded || (telling->only_headline && !other->only_headline &&
                                  merge_count_rounds(&telling->counts.items[i], &other->counts.items[j]));
        }
        if (!rounded) {
            *VECTOR_PUSH(merge->arena, &kept) = telling->counts.items[i];
        }
    }
    return kept;
}

bool merge_counts_agree(const Merge *merge, const Telling *a, const Telling *b) {
    Counts of_a = without_rounded(merge, a, b);
    Counts of_b = without_rounded(merge, b, a);
    return !merge_all_counts_contradict(&of_a, &of_b);
}

/* A session of that name opened on one day and closed on another: it is one. There are many rallies. */
static bool are_one_meeting(const Merge *merge, const Telling *a, const Telling *b) {
    enum { NAME_BYTES = 24 }; /* eight characters, four words */
    bool same = false;
    for (size_t i = 0; i < a->facts.count; i++) {
        same = same || similar_same(a->lang, a->facts.items[i]->label, b->label);
    }
    return same && b->label.length >= NAME_BYTES && ontology_is_a(merge->ontology, a->type, merge->ontology->meeting);
}

static bool tell_the_same(const Merge *merge, const Telling *a, const Telling *b) {
    bool shared = a->label.length && b->label.length;
    bool one = shared && are_one_meeting(merge, a, b);
    if (a->type != b->type || a->modality != b->modality || !dispatches_agree(a, b) ||
        (!one && (told_apart(a, b) || !merge_dates_agree(a, b))) || !merge_counts_agree(merge, a, b) ||
        (shared && !similar_names(a->lang, a->label, b->label))) {
        return false;
    }
    return merge_roles_agree(merge, a, b, &shared) && shared;
}

/* ---------------------------------------------------------------- uniting them */

/* The longer name stands, the shorter one stays as a variant. */
static void unite_part(const Merge *merge, Part *part, const Filler *other) {
    Filler *filler = &part->filler;
    Text shorter = other->label;
    if (other->label.length > filler->label.length) {
        shorter = filler->label;
        filler->label = other->label;
        filler->span = other->span;
    }
    if (!text_equal(shorter, filler->label)) {
        merge_add_name(merge->arena, &part->variants, shorter);
    }
    filler->entry = filler->entry ? filler->entry : other->entry;
    filler->class_id = merge_narrower(merge->ontology, filler->class_id, other->class_id);
}

static Part *find_same(const Telling *telling, const Filler *filler) {
    for (size_t i = 0; i < telling->parts.count; i++) {
        Part *part = &telling->parts.items[i];
        if (part->filler.role == filler->role && text_equal(part->filler.scope, filler->scope) &&
            similar_same(telling->lang, part->filler.label, filler->label)) {
            return part;
        }
    }
    return NULL;
}

static Part *find_alike(const Merge *merge, const Telling *telling, const Filler *filler) {
    for (size_t i = 0; i < telling->parts.count; i++) {
        Part *part = &telling->parts.items[i];
        if (part->filler.role == filler->role && alike_fillers(merge, telling->lang, &part->filler, filler)) {
            return part;
        }
    }
    return NULL;
}

static void add_part(const Merge *merge, Telling *telling, const Filler *filler) {
    *VECTOR_PUSH(merge->arena, &telling->parts) =
        (Part){.filler = *filler, .partner = MERGE_NONE, .participant = MERGE_NONE, .event = MERGE_NONE};
}

static void unite_filler(const Merge *merge, Telling *telling, const Filler *filler) {
    Part *part = find_same(telling, filler);
    part = part ? part : find_alike(merge, telling, filler);
    if (part) {
        unite_part(merge, part, filler);
    } else {
        add_part(merge, telling, filler);
    }
}

static bool units_agree(Text a, Text b) {
    return a.length == 0 || b.length == 0 || text_equal_nocase(a, b);
}

static void add_count(const Merge *merge, Telling *telling, const Count *count) {
    for (size_t i = 0; i < telling->counts.count; i++) {
        Count *known = &telling->counts.items[i];
        if (known->of == count->of && known->number.qualifier == count->number.qualifier &&
            merge_same_number(&known->number, &count->number) && units_agree(known->unit, count->unit)) {
            known->unit = known->unit.length ? known->unit : count->unit;
            return;
        }
    }
    *VECTOR_PUSH(merge->arena, &telling->counts) = *count;
}

void merge_unite(const Merge *merge, Telling *telling, const Telling *other) {
    for (size_t i = 0; i < other->parts.count; i++) {
        unite_filler(merge, telling, &other->parts.items[i].filler);
    }
    Counts counts = without_rounded(merge, other, telling);
    telling->counts = without_rounded(merge, telling, other);
    for (size_t i = 0; i < counts.count; i++) {
        add_count(merge, telling, &counts.items[i]);
    }
    for (size_t i = 0; i < other->facts.count; i++) {
        *VECTOR_PUSH(merge->arena, &telling->facts) = other->facts.items[i];
    }
    if (other->label.length > telling->label.length) {
        telling->label = other->label;
    }
    if (other->has_date && (!telling->has_date || merge_date_within(&other->date, &telling->date))) {
        telling->has_date = true;
        telling->date = other->date;
    }
    if (telling->only_headline) {
        telling->dispatch = other->dispatch;
        telling->only_headline = other->only_headline;
    }
}

/* ---------------------------------------------------------------- from facts to tellings */

static Filler known_filler(const Merge *merge, Lang lang, const Filler *filler) {
    Filler known = *filler;
    if (!known.entry && !known.unlisted && merge->lexicon) {
        const Entry *entry = lexicon_name(merge->lexicon, lang, known.label, merge->document->article->date);
        if (entry && merge_classes_agree(merge->ontology, entry->class_id, known.class_id)) {
            known.entry = entry;
            known.class_id = merge_narrower(merge->ontology, known.class_id, entry->class_id);
        }
    }
    return known;
}

static Telling telling_of(const Merge *merge, const Fact *fact) {
    const Sentence *sentence = &merge->document->sentences.items[fact->sentence];
    Telling telling = {.lang = fact->lang, .type = fact->type, .modality = fact->modality, .label = fact->label};
    bool is_meeting = ontology_is_a(merge->ontology, fact->type, merge->ontology->meeting);
    for (size_t i = 0; i < fact->fillers.count; i++) {
        Filler filler = known_filler(merge, fact->lang, &fact->fillers.items[i]);
        bool is_itself = is_meeting && filler.role == ROLE_OBJECT; /* a meeting is what is held */
        if (filler.label.length && !is_itself && !find_same(&telling, &filler)) {
            add_part(merge, &telling, &filler);
        }
    }
    for (size_t i = 0; i < fact->counts.count; i++) {
        add_count(merge, &telling, &fact->counts.items[i]);
    }
    telling.has_date = fact->has_date;
    telling.date = fact->date;
    *VECTOR_PUSH(merge->arena, &telling.facts) = fact;
    telling.dispatch = sentence->dispatch;
    telling.only_headline = merge_in_headline(merge, fact);
    return telling;
}

/* 监察部 in the name of its report: what both languages know by one entry tells two reports apart. */
static Entries entries_in(const Merge *merge, Lang lang, Text name) {
    Entries found = {0};
    for (size_t at = 0; merge->lexicon && at < name.length;) {
        size_t length = 0;
        bool begins = lang == LANG_ZH || at == 0 || name.at[at - 1] == ' ';
        const Entry *entry =
            begins ? lexicon_longest(merge->lexicon, lang, name, at, merge->document->article->date, &length) : NULL;
        if (entry) {
            *VECTOR_PUSH(merge->arena, &found) = entry;
        }
        at = entry ? at + length : utf8_next(name, at);
    }
    return found;
}

static void make_keys(const Merge *merge, Telling *telling) {
    telling->key = similar_key(telling->lang, telling->label, merge->arena);
    for (size_t i = 0; i < telling->parts.count; i++) {
        Part *part = &telling->parts.items[i];
        part->key = similar_key(telling->lang, part->filler.label, merge->arena);
        part->mentioned = entries_in(merge, telling->lang, part->filler.label);
    }
}

void merge_tell(Merge *merge, const Facts *facts) {
    for (size_t i = 0; i < facts->count; i++) {
        Telling telling = telling_of(merge, &facts->items[i]);
        Tellings *told = &merge->tellings[telling.lang];
        size_t same = 0;
        while (same < told->count && !tell_the_same(merge, &told->items[same], &telling)) {
            same++;
        }
        if (same < told->count) {
            merge_unite(merge, &told->items[same], &telling);
        } else {
            *VECTOR_PUSH(merge->arena, told) = telling;
        }
    }
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        merge_headlines(merge, &merge->tellings[lang]);
        for (size_t i = 0; i < merge->tellings[lang].count; i++) {
            make_keys(merge, &merge->tellings[lang].items[i]);
        }
    }
}
