/* What must hold between the lines of a lexicon. */
#ifndef LEXICON_CHECK_H
#define LEXICON_CHECK_H

#include "lexicon_tables.h"

typedef struct Origin {
    Place place;  /* of the entry's id */
    Texts before; /* ids of the bodies it came from */
    Texts after;  /* ids of the bodies it became */
    Text country; /* id, or empty */
} Origin;

typedef VECTOR(Origin) Origins;

bool id_is_valid(Text id); /* a-z, 0-9 and -; not empty */
bool wikidata_is_valid(Text item);
bool word_add_kind(Word *word, Text name); /* a kind as files call it; false: there is none of this name */
/* Tells ids and names that mean two things at one time. `origins` has one item an entry; `ids` becomes the table of ids
 * and of the first entry of each. */
void lexicon_check(const Lexicon *lexicon, const Origins *origins, Table *ids, Arena *arena, Diag *diag);

#endif
