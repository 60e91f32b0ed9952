/* Calendar arithmetic above days: weeks, quarters, decades, completion of dates without a year. Knows no words. */
#include "date_calendar.h"

enum { FURTHEST = 40 }; /* how many months or years a date is looked for in: 29 February is rare */

Stretch calendar_stretch(Day from, Day to) {
    bool single = day_compare(from, to) == 0;
    return (Stretch){.from = from, .to = single ? (Day){0, 0, 0} : to};
}

int calendar_weekday(Day day) {
    static const int offsets[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    int year = day.month < 3 ? day.year - 1 : day.year;
    int sunday = (year + year / 4 - year / 100 + year / 400 + offsets[day.month - 1] + day.day) % 7;
    return sunday == 0 ? 7 : sunday;
}

int calendar_month_length(Day month) {
    return day_last((Day){month.year, month.month, 0}).day;
}

Day calendar_month_add(Day day, int months) {
    int count = day.year * 12 + day.month - 1 + months;
    Day result = {count / 12, count % 12 + 1, day.day};
    int length = calendar_month_length(result);
    result.day = result.day > length ? length : result.day;
    return result;
}

Stretch calendar_week(Day day, int weeks) {
    Day monday = day_add(day, 1 - calendar_weekday(day) + 7 * weeks);
    return calendar_stretch(monday, day_add(monday, 6));
}

Stretch calendar_months(int year, int first, int last) {
    return calendar_stretch((Day){year, first, 0}, (Day){year, last, 0});
}

Stretch calendar_quarter(Day day, int quarters) {
    Day first = {day.year, (day.month - 1) / 3 * 3 + 1, 0};
    first = calendar_month_add(first, 3 * quarters);
    return calendar_months(first.year, first.month, first.month + 2);
}

Stretch calendar_years(int first, int last) {
    return calendar_stretch((Day){first, 0, 0}, (Day){last, 0, 0});
}

Stretch calendar_decade(int year) {
    return calendar_years(year / 10 * 10, year / 10 * 10 + 9);
}

Stretch calendar_century(int number) {
    return calendar_years((number - 1) * 100, (number - 1) * 100 + 99);
}

Stretch calendar_third(Day month, int third) {
    Day from = {month.year, month.month, 10 * third + 1};
    Day to = {month.year, month.month, third == 2 ? calendar_month_length(month) : 10 * third + 10};
    return calendar_stretch(from, to);
}

Day calendar_nth_weekday(Day month, int nth, int weekday) {
    Day first = {month.year, month.month, 1};
    int day = 1 + (weekday - calendar_weekday(first) + 7) % 7;
    int length = calendar_month_length(month);
    int last = day + (length - day) / 7 * 7;
    return (Day){month.year, month.month, nth == 0 ? last : day + 7 * (nth - 1)};
}

Stretch calendar_count(Day day, int count, Grain grain, int direction, bool with_today) {
    int first = direction < 0 ? -count : 1;
    int last = direction < 0 ? -1 : count;
    switch (grain) {
    case GRAIN_DAY:
        return calendar_stretch(day_add(day, first + with_today), day_add(day, last + with_today));
    case GRAIN_WEEK:
        return calendar_stretch(calendar_week(day, first).from, calendar_week(day, last).to);
    case GRAIN_MONTH:
        day.day = 0;
        return calendar_stretch(calendar_month_add(day, first), calendar_month_add(day, last));
    case GRAIN_QUARTER:
        return calendar_stretch(calendar_quarter(day, first).from, calendar_quarter(day, last).to);
    default:
        return calendar_years(day.year + first, day.year + last);
    }
}

Day calendar_shift(Day day, int count, Grain grain) {
    switch (grain) {
    case GRAIN_DAY:
        return day_add(day, count);
    case GRAIN_WEEK:
        return day_add(day, 7 * count);
    case GRAIN_MONTH:
    case GRAIN_QUARTER:
        day = calendar_month_add(day, grain == GRAIN_MONTH ? count : 3 * count);
        return (Day){day.year, day.month, 0};
    default:
        return (Day){day.year + count, 0, 0};
    }
}

Day calendar_past_weekday(Day day, int weekday) {
    return day_add(day, -((calendar_weekday(day) - weekday + 7) % 7));
}

Day calendar_next_weekday(Day day, int weekday) {
    return day_add(day, (weekday - calendar_weekday(day) + 7) % 7);
}

bool calendar_complete(Day partial, Day reference, bool ahead, Day *out) {
    *out = partial;
    if (partial.year) {
        return day_is_valid(partial);
    }
    if (!reference.year || (!partial.month && !partial.day)) {
        return false;
    }
    reference = day_first(reference);
    for (int i = 0; i < FURTHEST; i++) {
        int step = ahead ? i : -i;
        Day month = calendar_month_add((Day){reference.year, reference.month, 0}, step);
        *out = partial.month ? (Day){reference.year + step, partial.month, partial.day}
                             : (Day){month.year, month.month, partial.day};
        bool good = ahead ? day_compare(day_last(*out), reference) >= 0 : day_compare(day_first(*out), reference) <= 0;
        if (day_is_valid(*out) && good) {
            return true;
        }
    }
    return false;
}

int calendar_full_year(int two_digits, int reference_year) {
    int year = reference_year / 100 * 100 + 100 + two_digits;
    while (year > reference_year + 10) {
        year -= 100;
    }
    return year;
}
