/* Owns what datelines of both languages share: which day they mean, brackets, sources at the end. The words themselves
 * are known to dispatch_en.c and dispatch_zh.c. */
#include "dispatch.h"

/* Bytes that a dateline in brackets has at most; no dateline is older than so many days. */
enum { LONGEST_BRACKETED = 160, OLDEST_DAYS = 62, MOST_DAYS_AHEAD = 5 };

bool dispatch_read_dateline(Lang lang, Text paragraph, Dateline *out) {
    *out = (Dateline){0};
    return lang == LANG_EN ? dispatch_read_english(paragraph, out) : dispatch_read_chinese(paragraph, out);
}

bool dispatch_read_source(Lang lang, Text text, Dateline *out) {
    static const char *const brackets[][2] = {{"(", ")"}, {"（", "）"}, {NULL, NULL}};
    Text trimmed = text_trim(text);
    Text inner;
    size_t length;
    *out = (Dateline){0};
    if (!dispatch_bracketed(trimmed, brackets, &inner, &length) || length != trimmed.length) {
        return false;
    }
    return lang == LANG_EN ? dispatch_source_english(inner, out) : dispatch_source_chinese(inner, out);
}

bool dispatch_find_day(Lang lang, Text text, Day *out) {
    for (size_t at = 0, end; at < text.length; at = utf8_next(text, at)) {
        bool found =
            lang == LANG_EN ? dispatch_day_english(text, at, &end, out) : dispatch_day_chinese(text, at, &end, out);
        if (found && out->month) {
            return true;
        }
    }
    return false;
}

size_t dispatch_skip(Text text, size_t at, const char *marks) {
    while (at < text.length) {
        size_t next;
        uint32_t c = utf8_at(text, at, &next);
        if (!is_space(c) && !text_contains(text_from(marks), text_slice(text, at, next))) {
            break;
        }
        at = next;
    }
    return at;
}

bool dispatch_bracketed(Text text, const char *const pairs[][2], Text *inner, size_t *length) {
    for (size_t i = 0; pairs[i][0]; i++) {
        Text open = text_from(pairs[i][0]);
        Text close = text_from(pairs[i][1]);
        if (!text_starts(text, open)) {
            continue;
        }
        Text rest = text_after(text, open.length);
        size_t end = text_find(rest.length > LONGEST_BRACKETED ? text_slice(rest, 0, LONGEST_BRACKETED) : rest, close);
        if (end != SIZE_MAX) {
            *inner = text_trim(text_slice(rest, 0, end));
            *length = open.length + end + close.length;
            return true;
        }
    }
    return false;
}

static Day month_before(Day day) {
    return day.month == 1 ? (Day){day.year - 1, 12, 0} : (Day){day.year, day.month - 1, 0};
}

static bool is_possible(Day day, Day issue) {
    return day_is_valid(day) && day_compare(day, issue.day ? issue : day_last(issue)) <= 0;
}

static Day month_behind(Day day) {
    return day.month == 12 ? (Day){day.year + 1, 1, 0} : (Day){day.year, day.month + 1, 0};
}

/* Collections file an article under the day of what it reports, or of its dispatch, and not of the issue: then
 * dispatches come a few days behind. */
static bool is_soon_after(Day day, Day issue) {
    return issue.day && day_is_valid(day) && day_compare(day, issue) > 0 &&
           day_compare(day, day_add(issue, MOST_DAYS_AHEAD)) <= 0;
}

/* The latest day with this number, not after the issue, or soon after it. */
static Day resolve_in_month(int day, Day issue) {
    Day before = month_before(issue);
    Day behind = month_behind(issue);
    Day candidates[] = {
        {behind.year, behind.month, day}, {issue.year, issue.month, day}, {before.year, before.month, day}};
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
        if (is_possible(candidates[i], issue) || is_soon_after(candidates[i], issue)) {
            return candidates[i];
        }
    }
    return (Day){0};
}

Day dispatch_resolve(Day written, Day issue) {
    if (!written.day || !issue.month) {
        return (Day){0};
    }
    if (!written.month) {
        return resolve_in_month(written.day, issue);
    }
    Day candidate = {written.year ? written.year : issue.year, written.month, written.day};
    if (is_soon_after(candidate, issue)) {
        return candidate;
    }
    if (!written.year && !is_possible(candidate, issue)) {
        candidate.year--;
    }
    bool is_recent = is_possible(candidate, issue) &&
                     day_compare(day_add(candidate, OLDEST_DAYS), issue.day ? issue : day_first(issue)) >= 0;
    return is_recent || (written.year && is_possible(candidate, issue)) ? candidate
                                                                        : resolve_in_month(written.day, issue);
}
