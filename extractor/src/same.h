/* Which events of different articles may be one happening. */
#ifndef SAME_H
#define SAME_H

#include "diag.h"

/* An event that another article may report too, with what the graph says of it. */
typedef struct Happening {
    uint64_t key; /* of its IRI */
    Text iri;
    Text type;    /* IRI of its class */
    Text day;     /* "1956-03-29" */
    Text article; /* IRI */
    Text summary; /* in Chinese, else in English */
    Texts claims; /* IRIs */
    Texts spans;  /* IRIs of the words that bear it out */
} Happening;

/* Two of them, of the same type, day, agent, and object (or, where they have one, name). */
typedef struct Coincidence {
    size_t first; /* into Same.happenings */
    size_t second;
    bool by_name; /* they share a name, else an object */
} Coincidence;

typedef struct Same {
    VECTOR(Happening) happenings;
    VECTOR(Coincidence) coincidences; /* by day, then by the IRIs of the two */
} Same;

/* Reads graphs as this program writes them (.ttl .nt .nq .rdf: all of a subject stands together) twice. What is kept in
 * between are a few numbers for each event, agent and object, and not their texts. */
Status same_find(const Texts *paths, Arena *arena, Diag *diag, Same *out);

#endif
