/* What an article reports: things, events, and for each event the claim that the article makes of it. Made by merge.c,
 * written by graph.c. */
#ifndef CLAIMS_H
#define CLAIMS_H

#include "fact.h"

typedef enum Agreement { AGREEMENT_BOTH, AGREEMENT_ENGLISH_ONLY, AGREEMENT_CHINESE_ONLY, AGREEMENT_CONFLICT } Agreement;

typedef struct Thing {
    ClassId class_id;           /* dl:Work when nothing better is known */
    Text label[LANG_COUNT];     /* at most one a language; empty: none */
    Texts variants[LANG_COUNT]; /* skos:altLabel */
    const Entry *entry;         /* from the lexicon, or NULL */
    Text scope[LANG_COUNT];     /* what tells it from others of its name in that language; empty: nothing */
    bool is_described;          /* its name is a description, which means another thing in another article */
} Thing;

/* What fills a role: a thing or another event of this article. */
typedef struct Node {
    bool is_event;
    size_t index; /* into Report.things or Report.events */
} Node;

typedef VECTOR(Node) Nodes;

typedef struct Quantity {
    NumberMention number;
    Text unit[LANG_COUNT];
    Role of; /* ROLE_NONE: the event itself */
} Quantity;

typedef struct Evidence {
    Lang lang;
    Span span; /* bytes in the text version of that language */
    const Rule *rule;
} Evidence;

typedef struct Event {
    ClassId type;
    Modality modality;
    Text label[LANG_COUNT];   /* empty: it has no name */
    Text summary[LANG_COUNT]; /* empty in a language that does not report it */
    Nodes roles[ROLE_COUNT];
    VECTOR(Quantity) quantities;
    bool has_date;
    DateMention date;
    VECTOR(Evidence) evidence; /* in order of language, then place */
    Agreement agreement;
    bool conflicts[ROLE_COUNT]; /* on which roles the languages disagree */
    bool conflict_on_date;
    bool conflict_on_quantity;
    bool conflict_on_modality;
    size_t dispatch; /* index into Document.dispatches */
} Event;

typedef struct Report {
    const Document *document;
    VECTOR(Thing) things;
    VECTOR(Event) events;
} Report;

#endif
