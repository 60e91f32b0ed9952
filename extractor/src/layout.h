/* The lines of an article's head, and the lines between its halves: how the archive lays out its files. */
#ifndef LAYOUT_H
#define LAYOUT_H

#include "text.h"

/* The lines above an English text, in the order in which they come. */
typedef enum Field { FIELD_TITLE, FIELD_AUTHOR, FIELD_DATE, FIELD_PAGE, FIELD_NONE } Field;

bool layout_is_blank(Text line);
/* Looks at the next line that is not blank, and leaves *rest in front of it. */
Text layout_peek(Text *rest);
/* Fullwidth digits and marks as ASCII: １９９５－０３－０１ reads 1995-03-01. */
Text layout_narrow(Text text, Arena *arena);

/* "Title: …", "Date: …"; *value is what stands behind the colon. FIELD_NONE: the line is none of these. */
Field layout_field(Text line, Text *value);
bool layout_divides(Text line);     /* <hr /> and "Original:", between the English and the Chinese */
bool layout_is_headline(Text line); /* "### 标题", the first line of the Chinese */
/* 第7版(国际): the number and the name, which may be empty. Both are in `arena`. */
bool layout_page(Text line, Arena *arena, Text *number, Text *name);
bool layout_section(Text line, Text *section); /* 专栏：新产品 */

/* Is the first line of `text` the first of an article, with the other lines of a head below it? Text that only looks
 * like a title is not followed by a date, nor by a page. */
bool layout_begins(Text text, Arena *arena);

#endif
