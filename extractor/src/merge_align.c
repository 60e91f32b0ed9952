/* Owns the question which English telling and which Chinese telling are of one happening: every likely pair is scored,
 * and the best pairs are taken first. It does not look at what a pair disagrees on any further than that. */
#include "merge_parts.h"

#include <stdlib.h>

enum {
    LIKELY = 4,    /* a pair below this stays apart, */
    LEFT_OVER = 3, /* at first; among those that are left over in the end, one below this */
    SAME_RULE = 3,
    SAME_NUMBER = 3,
    SAME_NUMBER_OF_ROLE = 4,
    SAME_NAME = 2,
    SAME_DATE = 1,
    SAME_PLACE = 2,
    NEAR_PLACE = 1,
    ONLY_ONES = 2,      /* nothing else of this type is left in either language */
    SAME_ORDER = 1,     /* as many of this type are left in both, and these have one place among them */
    SAME_MENTIONED = 1, /* what the names of two fillers speak of */
    OTHER_NUMBER = -3,
    OTHER_AGENT = -3,
    OTHER_DATE = -2,
    OTHER_MODALITY = -1,
    DONE_AND_NOT_DONE = -3,
    NEAR = 150, /* thousandths of a dispatch */
};

typedef struct Candidate {
    int score;
    size_t distance;
    size_t index[LANG_COUNT];
} Candidate;

typedef VECTOR(Candidate) Candidates;

/* ---------------------------------------------------------------- what speaks for a pair */

static int score_rules(const Telling *english, const Telling *chinese) {
    for (size_t i = 0; i < english->facts.count; i++) {
        for (size_t j = 0; j < chinese->facts.count; j++) {
            const Fact *a = english->facts.items[i];
            const Fact *b = chinese->facts.items[j];
            if (a->rule == b->rule && a->template_index == b->template_index) {
                return SAME_RULE;
            }
        }
    }
    return 0;
}

static int score_number(const Count *count, const Counts *others) {
    int best = 0;
    for (size_t i = 0; i < others->count; i++) {
        if (merge_same_number(&count->number, &others->items[i].number)) {
            int score = count->of == others->items[i].of ? SAME_NUMBER_OF_ROLE : SAME_NUMBER;
            best = score > best ? score : best;
        }
    }
    return best;
}

static int score_numbers(const Telling *english, const Telling *chinese) {
    int score = merge_all_counts_contradict(&english->counts, &chinese->counts) ? OTHER_NUMBER : 0;
    for (size_t i = 0; i < english->counts.count; i++) {
        score += score_number(&english->counts.items[i], &chinese->counts);
    }
    return score;
}

static bool same_name(const Merge *merge, const Filler *english, const Filler *chinese) {
    return (english->entry && english->entry == chinese->entry) ||
           merge_pair_known(merge, english->label, chinese->label);
}

static bool mention_the_same(const Part *english, const Part *chinese) {
    for (size_t i = 0; i < english->mentioned.count; i++) {
        for (size_t j = 0; j < chinese->mentioned.count; j++) {
            if (english->mentioned.items[i] == chinese->mentioned.items[j]) {
                return true;
            }
        }
    }
    return false;
}

static int score_role(const Merge *merge, const Telling *english, const Telling *chinese, Role role) {
    bool differ = false;
    bool mentioned = false;
    for (size_t i = 0; i < english->parts.count; i++) {
        for (size_t j = 0; j < chinese->parts.count; j++) {
            const Filler *a = &english->parts.items[i].filler;
            const Filler *b = &chinese->parts.items[j].filler;
            if (a->role == role && b->role == role) {
                if (same_name(merge, a, b)) {
                    return SAME_NAME;
                }
                differ = differ || (a->entry && b->entry);
                mentioned = mentioned || mention_the_same(&english->parts.items[i], &chinese->parts.items[j]);
            }
        }
    }
    return differ && role == ROLE_AGENT ? OTHER_AGENT : mentioned ? SAME_MENTIONED : 0;
}

static int score_names(const Merge *merge, const Telling *english, const Telling *chinese) {
    bool labels = english->label.length && merge_pair_known(merge, english->label, chinese->label);
    int score = labels ? SAME_NAME : 0;
    for (Role role = 0; role < ROLE_NONE; role++) {
        score += score_role(merge, english, chinese, role);
    }
    return score;
}

static int score_dates(const Telling *english, const Telling *chinese) {
    if (!english->has_date || !chinese->has_date) {
        return 0;
    }
    if (merge_same_date(&english->date, &chinese->date)) {
        return SAME_DATE;
    }
    bool agree = merge_date_within(&english->date, &chinese->date) || merge_date_within(&chinese->date, &english->date);
    return agree ? 0 : OTHER_DATE;
}

/* How far two stretches are from touching. */
static size_t gap(Stretch a, Stretch b) {
    return a.begin > b.end ? a.begin - b.end : b.begin > a.end ? b.begin - a.end : 0;
}

static size_t between_middles(Stretch a, Stretch b) {
    size_t twice_a = a.begin + a.end;
    size_t twice_b = b.begin + b.end;
    return twice_a > twice_b ? twice_a - twice_b : twice_b - twice_a;
}

/* Both languages tell things in about the same order; *distance is finer than the score. */
static int score_place(const Merge *merge, const Telling *english, const Telling *chinese, size_t *distance) {
    size_t nearest = SIZE_MAX;
    *distance = SIZE_MAX;
    for (size_t i = 0; i < english->facts.count; i++) {
        for (size_t j = 0; j < chinese->facts.count; j++) {
            const Fact *a = english->facts.items[i];
            const Fact *b = chinese->facts.items[j];
            size_t sentences = gap(merge_place_of_sentence(merge, a), merge_place_of_sentence(merge, b));
            size_t facts = between_middles(merge_place_of_fact(merge, a), merge_place_of_fact(merge, b));
            nearest = sentences < nearest ? sentences : nearest;
            *distance = facts < *distance ? facts : *distance;
        }
    }
    return nearest == 0 ? SAME_PLACE : nearest <= NEAR ? NEAR_PLACE : 0;
}

static bool is_done(const Telling *telling) {
    return telling->modality == MODALITY_ACTUAL || telling->modality == MODALITY_REPORTED;
}

static int score_modality(const Telling *english, const Telling *chinese) {
    if (is_done(english) != is_done(chinese)) {
        return DONE_AND_NOT_DONE;
    }
    return english->modality == chinese->modality ? 0 : OTHER_MODALITY;
}

static int score_order(const Telling *english, const Telling *chinese) {
    if (english->alike != chinese->alike || english->rank != chinese->rank) {
        return 0;
    }
    return english->alike == 1 ? ONLY_ONES : SAME_ORDER;
}

/* ---------------------------------------------------------------- the pairs */

static bool one_sided(const Merge *merge, size_t dispatch) {
    const bool *present = merge->document->dispatches.items[dispatch].present;
    return !present[LANG_EN] || !present[LANG_ZH];
}

static bool may_pair(const Merge *merge, const Telling *english, const Telling *chinese) {
    return english->type == chinese->type && !english->paired && !chinese->paired &&
           (english->dispatch == chinese->dispatch || english->only_headline || chinese->only_headline ||
            one_sided(merge, english->dispatch) || one_sided(merge, chinese->dispatch));
}

static Candidate score_pair(const Merge *merge, size_t in_english, size_t in_chinese) {
    const Telling *english = &merge->tellings[LANG_EN].items[in_english];
    const Telling *chinese = &merge->tellings[LANG_ZH].items[in_chinese];
    Candidate candidate = {.index = {in_english, in_chinese}};
    candidate.score = score_rules(english, chinese) + score_numbers(english, chinese) +
                      score_names(merge, english, chinese) + score_dates(english, chinese) +
                      score_place(merge, english, chinese, &candidate.distance) + score_order(english, chinese) +
                      score_modality(english, chinese);
    return candidate;
}

static int by_size(size_t a, size_t b) {
    return (a > b) - (a < b);
}

/* The best first; no two are equal, so the order is always the same. */
static int by_score(const void *left, const void *right) {
    const Candidate *a = left;
    const Candidate *b = right;
    if (a->score != b->score) {
        return b->score - a->score;
    }
    if (a->distance != b->distance) {
        return by_size(a->distance, b->distance);
    }
    return a->index[LANG_EN] != b->index[LANG_EN] ? by_size(a->index[LANG_EN], b->index[LANG_EN])
                                                  : by_size(a->index[LANG_ZH], b->index[LANG_ZH]);
}

static void find_candidates(const Merge *merge, int least, Candidates *out) {
    for (size_t i = 0; i < merge->tellings[LANG_EN].count; i++) {
        for (size_t j = 0; j < merge->tellings[LANG_ZH].count; j++) {
            if (may_pair(merge, &merge->tellings[LANG_EN].items[i], &merge->tellings[LANG_ZH].items[j])) {
                Candidate candidate = score_pair(merge, i, j);
                if (candidate.score >= least) {
                    *VECTOR_PUSH(merge->arena, out) = candidate;
                }
            }
        }
    }
    if (out->count > 1) {
        qsort(out->items, out->count, sizeof *out->items, by_score);
    }
}

static void mark_order(Tellings *tellings) {
    for (size_t i = 0; i < tellings->count; i++) {
        Telling *telling = &tellings->items[i];
        telling->rank = 0;
        telling->alike = 1;
        for (size_t j = 0; j < tellings->count; j++) {
            const Telling *other = &tellings->items[j];
            bool alike = i != j && !other->paired && other->type == telling->type &&
                         other->dispatch == telling->dispatch && is_done(other) == is_done(telling);
            telling->alike += alike;
            telling->rank += alike && j < i;
        }
    }
}

static void take_best(Merge *merge, int least) {
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        mark_order(&merge->tellings[lang]);
    }
    Candidates candidates = {0};
    find_candidates(merge, least, &candidates);
    for (size_t i = 0; i < candidates.count; i++) {
        const size_t *index = candidates.items[i].index;
        Telling *english = &merge->tellings[LANG_EN].items[index[LANG_EN]];
        Telling *chinese = &merge->tellings[LANG_ZH].items[index[LANG_ZH]];
        if (!english->paired && !chinese->paired) {
            english->paired = true;
            chinese->paired = true;
            *VECTOR_PUSH(merge->arena, &merge->happenings) = (Happening){.telling = {index[LANG_EN], index[LANG_ZH]}};
        }
    }
}

static void take_alone(Merge *merge) {
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        for (size_t i = 0; i < merge->tellings[lang].count; i++) {
            if (!merge->tellings[lang].items[i].paired) {
                Happening alone = {.telling = {MERGE_NONE, MERGE_NONE}};
                alone.telling[lang] = i;
                *VECTOR_PUSH(merge->arena, &merge->happenings) = alone;
            }
        }
    }
}

static void take_nothing(Merge *merge) {
    merge->happenings.count = 0;
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        for (size_t i = 0; i < merge->tellings[lang].count; i++) {
            merge->tellings[lang].items[i].paired = false;
        }
    }
}

/* What is left by the best pairs has less to be confused with, so it is asked again. */
static void take_pairs(Merge *merge) {
    take_nothing(merge);
    take_best(merge, LIKELY);
    take_best(merge, LIKELY);
    take_best(merge, LEFT_OVER);
}

/* ---------------------------------------------------------------- names that a pair teaches */

static void add_pair(Merge *merge, Text english, Text chinese) {
    if (english.length && chinese.length && !merge_pair_known(merge, english, chinese)) {
        *VECTOR_PUSH(merge->arena, &merge->pairs) = (NamePair){{english, chinese}};
    }
}

/* The filler of a role that has just one, else NULL. */
static const Filler *only_filler(const Telling *telling, Role role) {
    const Filler *only = NULL;
    for (size_t i = 0; i < telling->parts.count; i++) {
        const Filler *filler = &telling->parts.items[i].filler;
        if (filler->role == role) {
            if (only) {
                return NULL;
            }
            only = filler;
        }
    }
    return only;
}

static void learn_names(Merge *merge) {
    for (size_t i = 0; i < merge->happenings.count; i++) {
        const Telling *english = merge_telling(merge, &merge->happenings.items[i], LANG_EN);
        const Telling *chinese = merge_telling(merge, &merge->happenings.items[i], LANG_ZH);
        if (!english || !chinese) {
            continue;
        }
        add_pair(merge, english->label, chinese->label);
        for (Role role = 0; role < ROLE_NONE; role++) {
            const Filler *a = only_filler(english, role);
            const Filler *b = only_filler(chinese, role);
            if (a && b && merge_classes_translate(merge->ontology, a->class_id, b->class_id) &&
                !(a->entry && b->entry && a->entry != b->entry)) {
                add_pair(merge, a->label, b->label);
            }
        }
    }
}

/* ---------------------------------------------------------------- their order */

/* Where a telling stands is told by its first fact; a headline gives way to a body in saying to which dispatch it
 * belongs. */
static void place_happening(const Merge *merge, Happening *happening) {
    bool placed = false;
    bool known = false;
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        const Telling *telling = merge_telling(merge, happening, lang);
        if (!telling) {
            continue;
        }
        if (!placed) {
            happening->place = merge_place_of_fact(merge, telling->facts.items[0]).begin;
            placed = true;
        }
        if (!known || !telling->only_headline) { /* the Chinese one stands */
            happening->dispatch = telling->dispatch;
            known = true;
        }
        happening->in_headline = happening->in_headline || merge_in_headline(merge, telling->facts.items[0]);
    }
}

static int by_place(const void *left, const void *right) {
    const Happening *a = left;
    const Happening *b = right;
    if (a->in_headline != b->in_headline) {
        return b->in_headline - a->in_headline;
    }
    if (a->dispatch != b->dispatch) {
        return by_size(a->dispatch, b->dispatch);
    }
    if (a->place != b->place) {
        return by_size(a->place, b->place);
    }
    return a->telling[LANG_EN] != b->telling[LANG_EN] ? by_size(a->telling[LANG_EN], b->telling[LANG_EN])
                                                      : by_size(a->telling[LANG_ZH], b->telling[LANG_ZH]);
}

static void order(Merge *merge) {
    for (size_t i = 0; i < merge->happenings.count; i++) {
        place_happening(merge, &merge->happenings.items[i]);
    }
    if (merge->happenings.count > 1) {
        qsort(merge->happenings.items, merge->happenings.count, sizeof *merge->happenings.items, by_place);
    }
}

void merge_align(Merge *merge) {
    for (size_t i = 0; i < merge->document->article->names.count; i++) {
        const NamePair *pair = &merge->document->article->names.items[i];
        add_pair(merge, pair->name[LANG_EN], pair->name[LANG_ZH]);
    }
    take_pairs(merge);
    learn_names(merge);
    take_pairs(merge);
    take_alone(merge);
    order(merge);
}
