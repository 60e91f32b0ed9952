/* Owns what the sentence behind a speech adds to it: the words that were spoken. It finds neither; rules tell both. */
#include "spoken.h"

typedef struct Speeches {
    const Discourse *discourse;
    Arena *arena;
} Speeches;

/* The one who acts; NULL: nobody does, or several do. */
static const Filler *only_agent(const Fact *fact) {
    const Filler *agent = NULL;
    size_t count = 0;
    for (size_t i = 0; i < fact->fillers.count; i++) {
        if (fact->fillers.items[i].role == ROLE_AGENT) {
            agent = &fact->fillers.items[i];
            count++;
        }
    }
    return count == 1 ? agent : NULL;
}

static bool is_statement(const Speeches *speeches, const Fact *fact) {
    return fact->type == speeches->discourse->ontology->statement && fact->modality == MODALITY_ACTUAL;
}

static bool lacks_words(const Speeches *speeches, const Fact *fact) {
    return is_statement(speeches, fact) && only_agent(fact) && !fact_has_role(fact, ROLE_OBJECT);
}

static bool stands_behind(const Speeches *speeches, const Fact *speech, const Fact *fact) {
    const Sentence *first = &speeches->discourse->document->sentences.items[speech->sentence];
    const Sentence *second = &speeches->discourse->document->sentences.items[fact->sentence];
    return fact->sentence == speech->sentence + 1 && first->lang == second->lang && first->dispatch == second->dispatch;
}

static bool speaks_on(const Speeches *speeches, const Fact *speech, const Fact *fact) {
    const Filler *one = only_agent(speech);
    const Filler *other = only_agent(fact);
    return is_statement(speeches, fact) && one && other && stands_behind(speeches, speech, fact) &&
           text_equal(one->label, other->label) && fact_has_role(fact, ROLE_OBJECT);
}

static void add_words(const Speeches *speeches, const Fact *fact, Fact *speech) {
    for (size_t i = 0; i < fact->fillers.count; i++) {
        Filler words = fact->fillers.items[i];
        if (words.role == ROLE_OBJECT) {
            words.span = (Span){0, 0};
            *VECTOR_PUSH(speeches->arena, &speech->fillers) = words;
        }
    }
}

void spoken_complete(const Discourse *discourse, Arena *arena, Facts *facts) {
    Speeches speeches = {discourse, arena};
    for (size_t i = 0; i < facts->count; i++) {
        for (size_t k = i + 1; k < facts->count && lacks_words(&speeches, &facts->items[i]); k++) {
            if (speaks_on(&speeches, &facts->items[i], &facts->items[k])) {
                add_words(&speeches, &facts->items[k], &facts->items[i]);
            }
        }
    }
}
