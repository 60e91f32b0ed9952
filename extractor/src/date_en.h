/* What the files that read English dates share. Each reader reads what starts at byte `at` and answers the byte after
 * it, 0 when there is nothing of the kind; it writes to *out only when it finds something. */
#ifndef DATE_EN_H
#define DATE_EN_H

#include "date_scan.h"

/* The longest phrase that stands at `at` in any case and ends with its last word; its place in `phrases` goes to
 * *index. */
size_t date_en_phrase(Text text, size_t at, const char *const *phrases, size_t *index);
size_t date_en_gap(Text text, size_t at, const char *marks); /* the byte after spaces and at most one of `marks` */
bool date_en_starts_word(Text text, size_t at);              /* is `at` no inside of a word or number? */
Text date_en_word_before(Text text, size_t at);
bool date_en_is_word(Text text, size_t at, const char *word); /* in any case */
size_t date_en_skip(Text text, size_t at, const char *word);  /* the byte after `word` and spaces; else `at` */

size_t date_en_month(Text text, size_t at, int *out);
size_t date_en_weekday(Text text, size_t at, int *out);
size_t date_en_day(Text text, size_t at, int *out);   /* 3, 3rd, third, twenty-one */
size_t date_en_year(Text text, size_t at, int *out);  /* 1956, nineteen fifty-six, two thousand and four */
size_t date_en_count(Text text, size_t at, int *out); /* 3, three, a */
size_t date_en_unit(Text text, size_t at, Grain *out);
size_t date_en_holiday(Text text, size_t at, Day *out);
size_t date_en_day_word(const DateReader *reader, size_t at, Stretch *out); /* today, the day after tomorrow */

/* Dates in numbers and names of months, decades, centuries, quarters. A bare year needs a word before it that tells. */
size_t date_en_calendar(const DateReader *reader, size_t at, Stretch *out);
/* this, last, next: the byte of the word after it, and -1, 0 or 1. */
size_t date_en_near(Text text, size_t at, int *offset);
size_t date_en_near_unit(const DateReader *reader, size_t at,
                         Stretch *out); /* last week, the next decade, this weekend */
size_t date_en_near_count(const DateReader *reader, size_t at, Stretch *out); /* last three months, 2 next days */
size_t date_en_near_name(const DateReader *reader, size_t at, Stretch *out);  /* last Friday, next June */
size_t date_en_year_out(const DateReader *reader, size_t at, Stretch *out);   /* before the year is out */
/* The weekday in the week *out that ends at `end`: "next week Sunday", "last week's Sunday"; `end` when there is none.
 */
size_t date_en_week_day(Text text, size_t end, Stretch *out);
/* today, last week, three days ago, the first Monday of next month: what counts from the reference. */
size_t date_en_relative(const DateReader *reader, size_t at, Stretch *out);

/* What may begin at byte `at`: a set of OpensEnglish; of "the", with what may begin behind it; of articles and "in"
 * that no date begins with, nothing. */
unsigned date_en_opens(const DateReader *reader, size_t at);
unsigned date_en_opens_next(const DateReader *reader, size_t at, size_t *end); /* with the end of the word */
void date_en_words_wordbook(Wordbook *book);
void date_en_calendar_wordbook(Wordbook *book);
void date_en_near_wordbook(Wordbook *book);
void date_en_relative_wordbook(Wordbook *book);

#endif
