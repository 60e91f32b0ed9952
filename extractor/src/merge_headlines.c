/* Owns the question which event of the body a headline sums up, and unites the two. It knows one language at a time,
 * and not how the tellings came about. */
#include "merge_parts.h"
#include "similar.h"

/* Are two fillers known to be two things? Two entries are, and two persons by other names. */
static bool known_apart(const Merge *merge, const Telling *a, const Telling *b, Role role) {
    for (size_t i = 0; i < a->parts.count; i++) {
        for (size_t j = 0; j < b->parts.count; j++) {
            const Filler *left = &a->parts.items[i].filler;
            const Filler *right = &b->parts.items[j].filler;
            bool person = ontology_is_a(merge->ontology, left->class_id, merge->ontology->person);
            bool one_sort = person == ontology_is_a(merge->ontology, right->class_id, merge->ontology->person);
            if (left->role == role && right->role == role && one_sort && (person || (left->entry && right->entry))) {
                return true;
            }
        }
    }
    return false;
}

/* Has the sentence of a body most words of what a headline names? */
static bool is_said_in(const Merge *merge, const Telling *headline, const Telling *body) {
    Text sentence = merge->document->sentences.items[body->facts.items[0]->sentence].text;
    Said all = {0};
    for (size_t i = 0; i < headline->parts.count; i++) {
        Said said = similar_said(headline->lang, headline->parts.items[i].filler.label, sentence);
        all.found += said.found;
        all.of += said.of;
    }
    return all.found > 1 && 2 * all.found >= all.of;
}

/* A body has another number where a headline has one, which it is not rounded from. */
static bool has_other_number(const Count *count, const Counts *body) {
    bool other = false;
    for (size_t i = 0; i < body->count; i++) {
        if (merge_same_number(&count->number, &body->items[i].number) || merge_count_rounds(count, &body->items[i])) {
            return false;
        }
        other = other || body->items[i].of == count->of;
    }
    return other;
}

static bool numbers_agree(const Merge *merge, const Telling *headline, const Telling *body) {
    for (size_t i = 0; i < headline->counts.count; i++) {
        if (has_other_number(&headline->counts.items[i], &body->counts)) {
            return false;
        }
    }
    return merge_counts_agree(merge, headline, body);
}

static size_t count_of_kind(const Tellings *told, const Telling *like, bool in_headline) {
    size_t count = 0;
    for (size_t i = 0; i < told->count; i++) {
        const Telling *one = &told->items[i];
        count += one->type == like->type && one->modality == like->modality && one->only_headline == in_headline;
    }
    return count;
}

/* 渔业会议闭幕 above 林业部第二届渔民代表会议闭幕: a headline calls the one meeting that both tell of by another name.
 */
static bool are_only_ones(const Tellings *told, const Telling *headline, const Telling *body) {
    return count_of_kind(told, headline, false) == 1 && count_of_kind(told, headline, true) == 1 &&
           headline->facts.items[0]->rule == body->facts.items[0]->rule;
}

/* Does nothing but the fillers speak against it that a headline tells what a body tells? */
static bool may_be_one(const Merge *merge, const Tellings *told, const Telling *headline, const Telling *body) {
    bool labels = headline->label.length && body->label.length;
    return headline->type == body->type && headline->modality == body->modality && !body->only_headline &&
           merge_dates_agree(headline, body) && numbers_agree(merge, headline, body) &&
           (!labels || similar_names(headline->lang, headline->label, body->label) ||
            are_only_ones(told, headline, body));
}

/* What speaks for it that they are one: words of the headline in the body's sentence, and fillers that both have. 0 or
 * less: too little. */
static int likeness(const Merge *merge, const Telling *headline, const Telling *body) {
    enum { IS_SAID = 4, SAME = 2, OTHER = -1 };
    int score = is_said_in(merge, headline, body) ? IS_SAID : 0;
    score += headline->label.length && body->label.length ? SAME : 0;
    for (Role role = 0; role < ROLE_NONE; role++) {
        Sharing sharing = merge_share_role(merge, headline, body, role);
        if (sharing == SHARING_NOTHING && known_apart(merge, headline, body, role)) {
            return 0;
        }
        if (merge_tells_apart(role)) {
            score += sharing == SHARING_SOME ? SAME : sharing == SHARING_NOTHING ? OTHER : 0;
        }
    }
    return score;
}

/* Headlines give other words to what is done, but not to who does it. */
static bool agents_agree(const Merge *merge, const Telling *headline, const Telling *body) {
    return headline->facts.items[0]->rule == body->facts.items[0]->rule &&
           merge_share_role(merge, headline, body, ROLE_AGENT) != SHARING_NOTHING &&
           merge_share_role(merge, headline, body, ROLE_RECIPIENT) != SHARING_NOTHING;
}

/* Where a headline and a body tell of just one event of a kind each, that is the same if nothing speaks against it. */
static bool is_only_one(const Merge *merge, const Tellings *told, const Telling *headline, const Telling *body) {
    bool shared = false;
    return count_of_kind(told, headline, false) == 1 && count_of_kind(told, headline, true) == 1 &&
           (merge_roles_agree(merge, headline, body, &shared) || agents_agree(merge, headline, body));
}

/* The telling of the bodies that a headline sums up; MERGE_NONE: there is none. */
static size_t body_of(const Merge *merge, const Tellings *told, const Telling *headline) {
    size_t best = MERGE_NONE;
    int most = 0;
    for (size_t i = 0; i < told->count; i++) {
        const Telling *body = &told->items[i];
        int score = may_be_one(merge, told, headline, body)
                        ? likeness(merge, headline, body) + is_only_one(merge, told, headline, body)
                        : 0;
        if (score > most) {
            best = i;
            most = score;
        }
    }
    return best;
}

/* What the body calls by another name the headline need not name. */
static void drop_unlike(const Merge *merge, Telling *headline, const Telling *body) {
    size_t kept = 0;
    for (size_t i = 0; i < headline->parts.count; i++) {
        if (merge_share_role(merge, headline, body, headline->parts.items[i].filler.role) != SHARING_NOTHING) {
            headline->parts.items[kept++] = headline->parts.items[i];
        }
    }
    headline->parts.count = kept;
}

void merge_headlines(const Merge *merge, Tellings *told) {
    for (size_t i = 0; i < told->count; i++) {
        Telling *headline = &told->items[i];
        size_t body = headline->only_headline ? body_of(merge, told, headline) : MERGE_NONE;
        if (body != MERGE_NONE) {
            drop_unlike(merge, headline, &told->items[body]);
            merge_unite(merge, headline, &told->items[body]);
            for (size_t k = body + 1; k < told->count; k++) {
                told->items[k - 1] = told->items[k];
            }
            told->count--;
        }
    }
}
