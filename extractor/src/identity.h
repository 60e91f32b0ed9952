/* What the IRI of each thing is. */
#ifndef IDENTITY_H
#define IDENTITY_H

#include "claims.h"

/* The IRIs of one report. All of them are made from what they name: no counter runs over more than one article. */
typedef struct Identities {
    Text base;
    Text article;
    Text issue;
    Text version[LANG_COUNT];
    Text *things;     /* of Report.things */
    Text *events;     /* of Report.events */
    Text *event_keys; /* what they end with: "election-5f0c2a9e31b7d604" */
} Identities;

void identity_of_report(const Ontology *ontology, Text base, const Report *report, Arena *arena, Identities *out);

/* What a lexicon or a proper name identifies is the same in every article; "representatives" and "bonuses" are this
 * article's. */
Text identity_thing(const Ontology *ontology, Text base, Text article, const Thing *thing, Arena *arena);
Text identity_node(const Identities *ids, Node node);
Text identity_claim(const Identities *ids, size_t event, Arena *arena);
Text identity_quantity(const Identities *ids, size_t event, size_t quantity, Arena *arena);
Text identity_dispatch(const Identities *ids, size_t dispatch, Arena *arena);
Text identity_span(const Identities *ids, Lang lang, Span code_points, Arena *arena);
Text identity_change(const Identities *ids, const Change *change, Arena *arena);
Text identity_post(const Identities *ids, const Entry *person, const Post *post, Arena *arena);
Text identity_rule(Text base, const Rule *rule, Arena *arena);

#endif
