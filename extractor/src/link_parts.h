/* Things of a graph, and what they are linked to: what link.c and its parts share. */
#ifndef LINK_PARTS_H
#define LINK_PARTS_H

#include "diag.h"
#include "lang.h"
#include "reconcile.h"
#include "table.h"

/* What a thing is; what an authority says that its own is. Bits: an authority may say several. */
enum { KIND_PERSON = 1, KIND_ORGANIZATION = 2, KIND_PLACE = 4 };

typedef struct LinkName {
    Text text;
    Text language; /* its tag; may be empty */
    bool chief;    /* a label, and no other name */
} LinkName;

/* The years between which something was there; 0: not known. */
typedef struct Years {
    int from;
    int to;
} Years;

typedef VECTOR(size_t) Indexes;

/* A person, a body or a place of the graphs. */
typedef struct LinkThing {
    Text iri;
    unsigned kinds;
    VECTOR(LinkName) names;
    Texts same;         /* what the graph says that it is: schema:sameAs */
    Indexes successors; /* indexes into LinkThings.things */
    Years years;
} LinkThing;

typedef struct LinkThings {
    VECTOR(LinkThing) things;
    Table by_iri;
    VECTOR(struct LinkChange) changes;
    Table change_by_iri;
    Arena *arena;
} LinkThings;

/* A body or several became another or several. */
typedef struct LinkChange {
    Indexes originals;
    Indexes results;
    int year;
} LinkChange;

/* Why a link is stated, in the words of the Semantic Mapping Vocabulary. */
typedef enum Justification {
    JUSTIFIED_BY_LEXICON, /* semapv:BackgroundKnowledgeBasedMatching */
    JUSTIFIED_BY_CHAIN,   /* semapv:MappingChaining */
    JUSTIFIED_BY_NAME,    /* semapv:LexicalMatching */
    JUSTIFIED_BY_SERVICE, /* semapv:CompositeMatching */
} Justification;

typedef struct Link {
    Text subject;
    Text subject_label;
    Text object;
    Text object_label;
    Text object_source; /* an IRI, or empty */
    bool exact;         /* else close */
    Justification why;
    double confidence;
    Text match_string; /* or empty */
    Text match_field;  /* the IRI of the authority's property, or empty */
    Text comment;      /* or empty */
} Link;

typedef VECTOR(Link) Links;

/* Reads the persons, bodies and places of graph files, whatever these say of them in whichever order. Each file is read
 * twice, so that nothing is kept of the events between them. */
Status link_things_read(const Texts *paths, LinkThings *things, Diag *diag);
/* The label to show, English first; or empty. */
Text link_label(const LinkThing *thing);

int link_year(Text date); /* of xsd:date, xsd:gYearMonth, xsd:gYear; 0: none */
/* Can what was there in these years be one and the same? */
bool years_meet(Years a, Years b);

/* What the graphs themselves say, and what follows for what a body became. */
void link_known(const LinkThings *things, Links *out);
/* Links to the things of an authority file that bear the same names. */
Status link_authority(Text path, const LinkThings *things, Diag *diag, Links *out);

/* Links to what a service is sure that their names stand for; things that the graphs themselves link there are not
 * asked for. */
Status link_service(const ReconcileService *service, const LinkThings *things, Diag *diag, Links *out);

/* Puts links in one order, the best of several between the same two things first, and drops the others. */
void links_sort(Links *links);

#endif
