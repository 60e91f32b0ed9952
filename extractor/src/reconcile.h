/* Asks a service of the W3C Reconciliation API 0.2 what names stand for. */
#ifndef RECONCILE_H
#define RECONCILE_H

#include "diag.h"

typedef struct ReconcileService {
    Text url;
    Text cache; /* a file that keeps every answer, so that nothing is asked twice; it is made if it is not there */
} ReconcileService;

/* What the service says of a name. */
typedef struct ReconcileAnswer {
    Text id;   /* of the one thing that it is sure of; empty: it is sure of none, or of several */
    Text name; /* which the service has for it */
} ReconcileAnswer;

typedef struct Reconciler Reconciler;

/* Asks the service what it is. A service that does not speak 0.2 is told; then DATELINE_IO. */
Status reconcile_open(const ReconcileService *service, Arena *arena, Diag *diag, Reconciler **out);
void reconcile_close(Reconciler *reconciler); /* NULL is nothing to close */

Text reconcile_name(const Reconciler *reconciler);  /* what the service calls itself */
Text reconcile_space(const Reconciler *reconciler); /* what its identifiers begin with as IRIs */

/* Asks for all names that the cache does not know, a batch at a time, and at most one batch a second. answers[i] is for
 * names.items[i]. */
Status reconcile_ask(Reconciler *reconciler, const Texts *names, ReconcileAnswer *answers);

#endif
