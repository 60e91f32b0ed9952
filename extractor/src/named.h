/* Whom a document has named so far, and by which shorter names it calls them from then on. */
#ifndef NAMED_H
#define NAMED_H

#include "tagger.h"

/* Notes the persons whom a sentence names with a title or in parts, and bodies with the short form that it gives them.
 */
void named_note(const Tagged *tagged, const Lexicon *lexicon, Named *named, Arena *arena);

/* Says of each short name in a sentence for whom it stands. */
void named_resolve(Tagged *tagged, const Lexicon *lexicon, const Named *named, Arena *arena);

#endif
