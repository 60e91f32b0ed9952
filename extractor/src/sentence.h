/* Where sentences and clauses end, in both languages. */
#ifndef SENTENCE_H
#define SENTENCE_H

#include "lang.h"
#include "text.h"

/* Cuts one paragraph into sentences: bytes in `text`, trimmed, with their final marks and closing quotation marks. */
void sentence_split(Lang lang, Text text, Arena *arena, Spans *out);

/* Cuts one sentence into clauses, without the marks between them. In a headline the gap between two decks is such a
 * mark. */
void sentence_clauses(Lang lang, Text sentence, bool is_headline, Arena *arena, Spans *out);

/* Does `text` end in words such as 电文如下： or "The text of the telegram is as follows:"? A document of its own
 * follows. */
bool sentence_announces(Lang lang, Text text);

#endif
