/* What kind of line a line of the body is. */
#ifndef PARAGRAPH_H
#define PARAGRAPH_H

#include "segment.h"

typedef struct Paragraph {
    Text text;         /* trimmed */
    size_t indent;     /* columns; an ideographic space is two wide */
    bool is_last;      /* of its body */
    bool next_is_deep; /* the paragraph below it is set to the right, as signatures are */
} Paragraph;

/* Cuts the next line that is not blank off `rest`. false: there is none. */
bool paragraph_next(Text *rest, Paragraph *out);

/* Does a line repeat the headline or a part of it? Spaces, marks and case do not count. */
bool paragraph_repeats(Text line, Text headline);

/* A short line that ends in no mark and is not set to the right. Above the first sentence, or right above a dateline,
 * it is a deck of a headline. */
bool paragraph_is_deck(Lang lang, const Paragraph *paragraph);

bool paragraph_is_divider(Text line); /* ×××, ＊ ＊ ＊ */
bool paragraph_is_caption(Lang lang, Text line);
/* 全国同胞们： or, where a letter was announced, whatever ends in a colon. */
bool paragraph_is_address(Lang lang, Text line, bool announced);
/* Who signed and when; in a letter more lines are taken for that than elsewhere. */
bool paragraph_is_signature(Lang lang, const Paragraph *paragraph, bool in_letter);
/* A heading in the middle of the page, within the text. */
bool paragraph_is_subheading(Lang lang, const Paragraph *paragraph);
/* All that an article with this headline has is captions. */
bool paragraph_headline_of_picture(Text headline);

#endif
