/* The same thing told twice, or in two languages, becomes one. */
#ifndef MERGE_H
#define MERGE_H

#include "claims.h"

/* `facts` are in the order of their sentences. `lexicon` NULL: nothing is known but what the facts know. */
Status merge_facts(const Ontology *ontology, const Lexicon *lexicon, const Document *document, const Facts *facts,
                   Arena *arena, Report *out);

#endif
