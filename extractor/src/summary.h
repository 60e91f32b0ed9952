/* One readable line for each event: who did what. */
#ifndef SUMMARY_H
#define SUMMARY_H

#include "claims.h"

/* Fills in Event.summary in each language that has evidence for it. */
void summary_write(const Ontology *ontology, Arena *arena, Report *report);

#endif
