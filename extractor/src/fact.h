/* What one rule found in one sentence. */
#ifndef FACT_H
#define FACT_H

#include "number.h"
#include "rules.h"
#include "segment.h"

typedef struct Filler {
    Role role;
    Text label;         /* the shortest complete name: no article, no number, description resolved */
    Span span;          /* where it stands, bytes in the sentence; begin == end: it was carried over from elsewhere */
    ClassId class_id;   /* narrowest known; CLASS_NONE: a dl:Work or what the role's range says */
    const Entry *entry; /* when the lexicon knows it, else NULL */
    bool unlisted;      /* it is not whom the lexicon has under its name */
    Text scope;         /* what tells it from others of its name, if it has no entry; empty: nothing */
} Filler;

typedef struct Count {
    NumberMention number;
    Text unit; /* dl:unit in this fact's language: 名, "representatives" */
    Role of;   /* ROLE_NONE: measures the event itself */
} Count;

typedef struct Fact {
    ClassId type; /* one of the published kinds of event */
    Lang lang;
    const Rule *rule;
    size_t template_index; /* which of the rule's events this is */
    Modality modality;
    Text label; /* the event's own name (a Meeting's), or empty */
    VECTOR(Filler) fillers;
    VECTOR(Count) counts;
    bool has_date;
    DateMention date;
    size_t sentence; /* index into Document.sentences */
    Span span;       /* the evidence: bytes in the sentence */
} Fact;

typedef VECTOR(Fact) Facts;

bool fact_has_role(const Fact *fact, Role role); /* does anything fill it? */

/* Does a filler bear it? */
static inline bool fact_has_label(const Fact *fact, Text label) {
    bool has = false;
    for (size_t i = 0; i < fact->fillers.count; i++) {
        has = has || text_equal(fact->fillers.items[i].label, label);
    }
    return has;
}

#endif
