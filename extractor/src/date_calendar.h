/* What weeks, quarters, decades and the like are, and which day a text without a year means. */
#ifndef DATE_CALENDAR_H
#define DATE_CALENDAR_H

#include "date.h"

/* From one day, month or year to another, both included. `to` all 0: only `from`. Open: the end that is all 0 is not
 * bounded. */
typedef struct Stretch {
    Day from;
    Day to;
    bool open;
    DateGuess guess; /* what was filled in already */
} Stretch;

typedef enum Grain { GRAIN_DAY, GRAIN_WEEK, GRAIN_MONTH, GRAIN_QUARTER, GRAIN_YEAR } Grain;

Stretch calendar_stretch(Day from, Day to);  /* one date when both are the same */
int calendar_weekday(Day day);               /* 1 Monday … 7 Sunday */
Day calendar_month_add(Day day, int months); /* year and month; the day stays where the month has it */
int calendar_month_length(Day month);
Stretch calendar_week(Day day, int weeks); /* Monday to Sunday of the week so many weeks on */
Stretch calendar_months(int year, int first, int last);
Stretch calendar_quarter(Day day, int quarters); /* the quarter of `day`, so many on */
Stretch calendar_years(int first, int last);
Stretch calendar_decade(int year);
Stretch calendar_century(int number);
Stretch calendar_third(Day month, int third);              /* 上旬 中旬 下旬: 0, 1, 2 */
Day calendar_nth_weekday(Day month, int nth, int weekday); /* nth 0: the last one */

/* The `count` units that end before `day` (direction -1) or begin after it (1); weeks, months and years are those of
 * the calendar. `with_today`: the last of the days is the day itself. */
Stretch calendar_count(Day day, int count, Grain grain, int direction, bool with_today);
/* So many units before or after: a day, but a month for months and a year for years. */
Day calendar_shift(Day day, int count, Grain grain);

Day calendar_past_weekday(Day day, int weekday); /* the last weekday on or before `day` */
Day calendar_next_weekday(Day day, int weekday); /* the first weekday on or after `day` */
/* Fills in year and month so that the date is the last one on or before `reference`, or, `ahead`, the first one on or
 * after it; false: there is none. */
bool calendar_complete(Day partial, Day reference, bool ahead, Day *out);
/* 56 near 1956: the year that is at most ten years after the reference. */
int calendar_full_year(int two_digits, int reference_year);

#endif
