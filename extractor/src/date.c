/* Days of the Gregorian calendar: arithmetic, reading and writing. Knows nothing of how texts speak of them. */
#include "date.h"

static bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in_month(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool day_is_valid(Day day) {
    if (day.year < 1 || day.year > 9999 || day.month < 0 || day.month > 12 || day.day < 0) {
        return false;
    }
    return day.month == 0 ? day.day == 0 : day.day <= days_in_month(day.year, day.month);
}

int day_compare(Day a, Day b) {
    if (a.year != b.year) {
        return a.year < b.year ? -1 : 1;
    }
    if (a.month != b.month) {
        return a.month < b.month ? -1 : 1;
    }
    return (a.day > b.day) - (a.day < b.day);
}

Day day_add(Day day, int days) {
    day.day += days;
    while (day.day < 1) {
        day = day.month == 1 ? (Day){day.year - 1, 12, day.day} : (Day){day.year, day.month - 1, day.day};
        day.day += days_in_month(day.year, day.month);
    }
    while (day.day > days_in_month(day.year, day.month)) {
        day.day -= days_in_month(day.year, day.month);
        day = day.month == 12 ? (Day){day.year + 1, 1, day.day} : (Day){day.year, day.month + 1, day.day};
    }
    return day;
}

/* Days since a day before all that are valid. */
static int day_number(Day day) {
    static const int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    int past = day.year - 1;
    return past * 365 + past / 4 - past / 100 + past / 400 + before[day.month - 1] +
           (day.month > 2 && is_leap(day.year)) + day.day;
}

int day_distance(Day from, Day to) {
    return day_number(to) - day_number(from);
}

/* Cuts a number of exactly `width` digits off the start of *rest. */
static bool cut_digits(Text *rest, size_t width, int *value) {
    if (rest->length < width) {
        return false;
    }
    *value = 0;
    for (size_t i = 0; i < width; i++) {
        if (rest->at[i] < '0' || rest->at[i] > '9') {
            return false;
        }
        *value = *value * 10 + (rest->at[i] - '0');
    }
    *rest = text_after(*rest, width);
    return true;
}

static bool cut_field(Text *rest, int *value) {
    if (rest->length == 0) {
        *value = 0;
        return true;
    }
    if (rest->at[0] != '-') {
        return false;
    }
    *rest = text_after(*rest, 1);
    return cut_digits(rest, 2, value);
}

Day day_parse(Text iso, bool *ok) {
    Day day = {0, 0, 0};
    *ok = cut_digits(&iso, 4, &day.year) && cut_field(&iso, &day.month) && cut_field(&iso, &day.day) &&
          iso.length == 0 && day_is_valid(day);
    return *ok ? day : (Day){0, 0, 0};
}

/* A number of a date in so many digits, before `end`; where it begins. */
static char *put_digits(char *end, int number, int digits) {
    for (; digits > 0 || number > 0; digits--) {
        *--end = (char)('0' + number % 10);
        number /= 10;
    }
    return end;
}

Text day_format(Arena *arena, Day day) {
    enum { ROOM = 32 };
    char *room = ARENA_ARRAY(arena, char, ROOM);
    char *at = room + ROOM;
    if (day.month && day.day) {
        at = put_digits(at, day.day, 2);
        *--at = '-';
    }
    if (day.month) {
        at = put_digits(at, day.month, 2);
        *--at = '-';
    }
    at = put_digits(at, day.year, 4);
    return (Text){at, (size_t)(room + ROOM - at)};
}

Day day_first(Day day) {
    return (Day){day.year, day.month ? day.month : 1, day.day ? day.day : 1};
}

Day day_last(Day day) {
    int month = day.month ? day.month : 12;
    return (Day){day.year, month, day.day ? day.day : days_in_month(day.year, month)};
}
