/* Links from the things of graphs to the things of others. */
#ifndef LINK_H
#define LINK_H

#include "reconcile.h"

typedef struct LinkJob {
    Texts graphs;             /* files that extract wrote */
    Texts authorities;        /* files of RDF that name things of their own */
    Texts outputs;            /* *.ttl: matches and VoID linksets; anything else, and "-": SSSOM/TSV */
    ReconcileService service; /* without url: none is asked */
    Text base;                /* IRI under which the linksets are named */
} LinkJob;

/* Writes all links to each output. */
Status link_run(const LinkJob *job, Arena *arena, Diag *diag);

#endif
