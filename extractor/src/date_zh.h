/* What the files that read Chinese dates share. Each function reads what starts at byte `at` and answers the byte after
 * it, 0 when there is nothing of the kind. */
#ifndef DATE_ZH_H
#define DATE_ZH_H

#include "date_scan.h"

typedef struct DateOffset {
    const char *word; /* NULL ends a list */
    int value;
} DateOffset;

/* The byte after the longest word that stands at `at`. */
size_t date_zh_offset(Text text, size_t at, const DateOffset *offsets, int *out);
void date_zh_add_offsets(Wordbook *book, Opens opens, const DateOffset *offsets);
bool date_zh_starts(Text text, size_t at, const char *word);
bool date_zh_is_two(Text text, size_t at);    /* 两, which counts and names no day and no month */
bool date_zh_after_han(Text text, size_t at); /* does a Chinese character stand before `at`? */
/* A whole number within these bounds. */
size_t date_zh_number(const DateReader *reader, size_t at, int low, int high, int *out);
size_t date_zh_weekday(Text text, size_t at, int *out); /* 一 … 六 日 天 */
/* 昨 of 昨在, 昨抵: where it ends when it stands alone before what tells where or what was done; 0: it does not. */
size_t date_zh_bare_yesterday(Text text, size_t at);
/* 昨（28）日: the number tells the day even where a paper printed some days later does not tell when 昨 was written. */
size_t date_zh_bracketed_day(const DateReader *reader, size_t at, Stretch *out);
size_t date_zh_week_word(Text text, size_t at);         /* 周 星期 礼拜 */
size_t date_zh_grain(Text text, size_t at, Grain *out); /* 天 周 个月 年 */

/* 今天, 上周三, 三天前, 最近三天, 本季度: what counts from the reference. */
size_t date_zh_relative(const DateReader *reader, size_t at, Stretch *out);
/* 底以前, 年底前, behind a year or for this one: the byte after it, or 0. */
size_t date_zh_year_out(Text text, size_t at);
size_t date_zh_inside(Text text, size_t at); /* the byte after 内 or 以内; not of 内蒙古 */
/* 国庆节; the day and month. */
size_t date_zh_holiday(const DateReader *reader, size_t at, Day *out);

size_t date_zh_link(Text text, size_t at);                   /* 至 到 － between two dates */
size_t date_zh_mark(Text text, size_t at, const char *mark); /* spaces and `mark` */
size_t date_zh_day_sign(Text text, size_t at);               /* 日 号 */

/* Days of one month that stand in a row, as 十七、十八两日. */
typedef struct DayRow {
    int first, last;
    bool gap;     /* they do not follow each other: 五、八两日 */
    bool counted; /* the row tells how many they are: 两日 */
} DayRow;
size_t date_zh_days(Text text, size_t at, DayRow *out);
bool date_zh_in_row(Text text, size_t at); /* is `at` inside a number or behind 四、 of 四、五日? */

/* A month with what follows it: 三月, 三月二十九日, 三月上旬, 一至八月, 上个月十五号; `year` 0: the text does not say.
 */
size_t date_zh_month(const DateReader *reader, size_t at, int year, Stretch *out);
/* What may follow a year: month, quarter, half, holiday, season … */
size_t date_zh_within_year(const DateReader *reader, size_t at, int year, Stretch *out);
size_t date_zh_decade(const DateReader *reader, size_t at, Stretch *out);       /* 五十年代初, 十九世纪 */
size_t date_zh_part_of_year(const DateReader *reader, size_t at, Stretch *out); /* 一季度, 上半年 without a year */

/* What may begin with the character at `at`: a set of Opens. */
unsigned date_zh_opens(const DateReader *reader, size_t at);
void date_zh_wordbook(Wordbook *book);
void date_zh_parts_wordbook(Wordbook *book);
void date_zh_relative_wordbook(Wordbook *book);

#endif
