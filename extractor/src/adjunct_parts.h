/* What only tells more, language by language. Seen by the files named adjunct*.c alone. */
#ifndef ADJUNCT_PARTS_H
#define ADJUNCT_PARTS_H

#include "adjunct.h"

/* Fill Tagged.adjuncts. */
void adjuncts_mark_en(Tagged *tagged);
void adjuncts_mark_zh(Tagged *tagged);
/* Fills Tagged.adjunct_clauses, when the adjuncts are there. */
void adjunct_clauses_mark_zh(Tagged *tagged);
/* Does a Chinese token lead a ground, a means or what went before, up to a comma? */
bool adjunct_leads(const Tagged *tagged, size_t index);

#endif
