/* What ties the lines of a lexicon together: who became whom, and who held which post. */
#ifndef LEXICON_LINKS_H
#define LEXICON_LINKS_H

#include "lexicon_check.h"

typedef struct PostRow {
    Place place;
    Text person; /* id */
    Text body;   /* id, or empty */
    Post post;   /* its body is looked up */
} PostRow;

typedef VECTOR(PostRow) PostRows;

/* Gives each entry its changes and posts, and tells ids that mean nothing and changes that have two dates. `ids` is the
 * table that lexicon_check made. No entry may be added afterwards. */
void lexicon_link(Lexicon *lexicon, const Origins *origins, const PostRows *posts, const Table *ids, Arena *arena,
                  Diag *diag);

#endif
