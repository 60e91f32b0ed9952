/* Chinese words around numbers, and words that look as if a number or a measure word stood in them. */
#ifndef NUMBER_ZH_WORDS_H
#define NUMBER_ZH_WORDS_H

#include "number_scan.h"

/* The byte after 约, 不超过 …; 0: none. */
size_t number_zh_before(const Wordbook *book, Text text, size_t at, Qualifier *out);
size_t number_zh_after(Text text, size_t at, Qualifier *out); /* the byte after 以上, 左右 …; 0: none */
/* The byte after 一切, 千方百计 …; 0: none starts here. */
size_t number_zh_false_start(const Wordbook *book, Text text, size_t at);
bool number_zh_false_end(Text text,
                         size_t at); /* 统 before 一, 星期 before 三: what ends at `at` takes the digit away */
bool number_zh_false_unit(const Wordbook *book, Text text, Span unit); /* 代表 is not 代, 人民 not 人 */
size_t number_zh_money(Text text, size_t at); /* the byte after 人民币 and the like; 0: none */
/* The byte behind the smaller units that tell the rest of a measure, and adds what they amount to: 七分 of 一亩七分. */
size_t number_zh_parts(const NumberScanner *scanner, Measure *measure);
void number_zh_wordbook(Wordbook *book);

#endif
