/* Newspapers let a speaker speak in many sentences: "X said …", "X also said …". That is one happening, and only its
 * first sentence reports it; but who speaks alone in a dispatch is reported at length. That somebody spoke is told
 * before what was said: the two are united later. */
#include "told.h"

static bool is_same_thing(const Filler *a, const Filler *b) {
    return (a->entry && a->entry == b->entry) || text_equal(a->label, b->label);
}

static bool holds(const Fact *fact, const Filler *filler) {
    for (size_t i = 0; i < fact->fillers.count; i++) {
        const Filler *other = &fact->fillers.items[i];
        if (other->role == filler->role && is_same_thing(other, filler)) {
            return true;
        }
    }
    return false;
}

static size_t count_in(const Fact *fact, Role role) {
    size_t count = 0;
    for (size_t i = 0; i < fact->fillers.count; i++) {
        count += fact->fillers.items[i].role == role;
    }
    return count;
}

/* What several said together does not tell what one of them says. */
static bool is_told(const Document *document, const Facts *earlier, const Fact *fact, const Filler *filler) {
    size_t dispatch = document->sentences.items[fact->sentence].dispatch;
    for (size_t i = 0; i < earlier->count; i++) {
        const Fact *other = &earlier->items[i];
        if (other->type == fact->type && other->lang == fact->lang &&
            (fact_has_role(other, ROLE_OBJECT) || !fact_has_role(fact, ROLE_OBJECT)) &&
            (filler->role != ROLE_AGENT || count_in(other, ROLE_AGENT) <= count_in(fact, ROLE_AGENT)) &&
            document->sentences.items[other->sentence].dispatch == dispatch && holds(other, filler)) {
            return true;
        }
    }
    return false;
}

/* Has nobody but this one spoken in the dispatch, and not often? Then each sentence of the speech is news. */
static bool holds_the_floor(const Document *document, const Facts *earlier, const Fact *fact, const Filler *filler) {
    enum { MANY = 3 };
    size_t dispatch = document->sentences.items[fact->sentence].dispatch;
    size_t said = 0;
    for (size_t i = 0; i < earlier->count; i++) {
        const Fact *other = &earlier->items[i];
        if (other->type == fact->type && other->lang == fact->lang &&
            document->sentences.items[other->sentence].dispatch == dispatch) {
            if (!holds(other, filler)) {
                return false;
            }
            said++;
        }
    }
    return said > 0 && said < MANY;
}

bool told_before(const Document *document, const Facts *earlier, const Fact *fact, Role role, ClassId person) {
    bool any = false;
    for (size_t i = 0; i < fact->fillers.count; i++) {
        const Filler *filler = &fact->fillers.items[i];
        if (filler->role != role) {
            continue;
        }
        bool named = role == ROLE_AGENT && filler->class_id == person && filler->span.end > filler->span.begin;
        if (!is_told(document, earlier, fact, filler) || (named && holds_the_floor(document, earlier, fact, filler))) {
            return false;
        }
        any = true;
    }
    return any;
}
