/* Owns what the address and the signature of a printed letter add to the fact that it was sent. It finds no letters:
 * segment.c knows such lines, and rules tell that a message was sent. */
#include "letters.h"

#include "naming.h"

typedef struct Letters {
    const Discourse *discourse;
    Arena *arena;
    Facts *facts;
    ClassId message;
} Letters;

static const Sentence *sentence_of(const Letters *letters, size_t index) {
    return &letters->discourse->document->sentences.items[index];
}

static bool same_letter(const Sentence *a, const Sentence *b) {
    return a->lang == b->lang && a->dispatch == b->dispatch;
}

/* The message that was told of last before the line; NULL: none was. */
static const Fact *lead_of(const Letters *letters, size_t line) {
    const Fact *lead = NULL;
    for (size_t i = 0; i < letters->facts->count; i++) {
        const Fact *fact = &letters->facts->items[i];
        if (fact->type == letters->message && fact->modality == MODALITY_ACTUAL && fact->sentence < line &&
            same_letter(sentence_of(letters, fact->sentence), sentence_of(letters, line))) {
            lead = fact;
        }
    }
    return lead;
}

/* The lead over again, as the line bears it out. */
static Fact part_of(const Letters *letters, const Fact *lead, size_t line) {
    Fact part = *lead;
    part.sentence = line;
    part.span = (Span){0, sentence_of(letters, line)->text.length};
    part.counts.count = 0;
    part.fillers.items = NULL;
    part.fillers.count = part.fillers.capacity = 0;
    for (size_t i = 0; i < lead->fillers.count; i++) {
        Filler filler = lead->fillers.items[i];
        filler.span = (Span){0, 0};
        *VECTOR_PUSH(letters->arena, &part.fillers) = filler;
    }
    return part;
}

static bool is_within(const Tagged *tagged, const Mention *mention, ClassId class_id) {
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *other = &tagged->mentions.items[i];
        bool inside = other->span.begin <= mention->span.begin && mention->span.end <= other->span.end;
        bool longer = other->span.end - other->span.begin > mention->span.end - mention->span.begin;
        if (inside && longer && ontology_is_a(tagged->ontology, other->class_id, class_id)) {
            return true;
        }
    }
    return false;
}

/* All who are named in the line and are of the class, the longest names only; how many. */
static size_t add_named(const Letters *letters, size_t line, ClassId class_id, Role role, Fact *part) {
    const Tagged *tagged = &letters->discourse->tagged[line];
    size_t added = 0;
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        if (!ontology_is_a(tagged->ontology, mention->class_id, class_id) || is_within(tagged, mention, class_id)) {
            continue;
        }
        Span named = mention->kind == MENTION_NAME ? mention->core : mention->span;
        Text label = naming_of(tagged, named, letters->arena).label;
        *VECTOR_PUSH(letters->arena, &part->fillers) = (Filler){.role = role,
                                                                .label = label,
                                                                .span = mention->span,
                                                                .class_id = mention->class_id,
                                                                .entry = mention->entry};
        added++;
    }
    return added;
}

/* Persons where the line names some; else bodies. */
static size_t add_people(const Letters *letters, size_t line, Role role, Fact *part) {
    const Ontology *ontology = letters->discourse->ontology;
    size_t persons = add_named(letters, line, ontology->person, role, part);
    return persons ? persons : add_named(letters, line, ontology->organization, role, part);
}

static void read_address(const Letters *letters, const Fact *lead, size_t line) {
    Fact part = part_of(letters, lead, line);
    if (add_people(letters, line, ROLE_RECIPIENT, &part)) {
        *VECTOR_PUSH(letters->arena, letters->facts) = part;
    }
}

static void read_signature(const Letters *letters, const Fact *lead, size_t line) {
    const Tagged *tagged = &letters->discourse->tagged[line];
    Fact part = part_of(letters, lead, line);
    bool signs = !fact_has_role(lead, ROLE_AGENT) && add_people(letters, line, ROLE_AGENT, &part) > 0;
    bool dates = !lead->has_date && tagged->tokens.dates.count == 1;
    if (dates) {
        part.has_date = true;
        part.date = tagged->tokens.dates.items[0];
    }
    if (signs || dates) {
        *VECTOR_PUSH(letters->arena, letters->facts) = part;
    }
}

void letters_complete(const Discourse *discourse, Arena *arena, Facts *facts) {
    Letters letters = {discourse, arena, facts, ontology_class(discourse->ontology, TEXT("dl:Message"))};
    for (size_t i = 0; i < discourse->document->sentences.count; i++) {
        SentenceKind kind = sentence_of(&letters, i)->kind;
        bool part = kind == SENTENCE_ADDRESS || kind == SENTENCE_SIGNATURE;
        const Fact *lead = part ? lead_of(&letters, i) : NULL;
        if (lead && kind == SENTENCE_ADDRESS) {
            read_address(&letters, lead, i);
        } else if (lead) {
            read_signature(&letters, lead, i);
        }
    }
}
