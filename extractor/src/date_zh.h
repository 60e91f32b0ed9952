/* What the files that read Chinese dates share. Each function reads what starts at byte `at` and answers the byte after it, 0 when
 * there is nothing of the kind. */
#ifndef DATE_ZH_H
#define DATE_ZH_H

#include "date_scan.h"

bool date_zh_starts(Text text, size_t at, const char *word);
bool date_zh_after_han(Text text, size_t at); /* does a Chinese character stand before `at`? */
size_t date_zh_number(Text text, size_t at, int low, int high, int *out);
size_t date_zh_weekday(Text text, size_t at, int *out); /* 一 … 六 日 天 */
size_t date_zh_week_word(Text text, size_t at);         /* 周 星期 礼拜 */
size_t date_zh_grain(Text text, size_t at, Grain *out); /* 天 周 个月 年 */

/* 今天, 上周三, 三天前, 最近三天, 本季度: what counts from the reference. */
size_t date_zh_relative(const DateReader *reader, size_t at, Stretch *out);
/* 国庆节; the day and month. */
size_t date_zh_holiday(Text text, size_t at, Day *out);

#endif
