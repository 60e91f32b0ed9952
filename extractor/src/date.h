/* Days, and the dates that texts speak of. */
#ifndef DATE_H
#define DATE_H

#include "diag.h"
#include "lang.h"
#include "lexicon.h"

/* What a text leaves out of a date, for its reader to guess. */
typedef enum DateGuess { GUESS_NOTHING, GUESS_MONTH, GUESS_YEAR } DateGuess;

typedef struct DateMention {
    Span span;    /* bytes in the text that was scanned; of a fact that took its date over: begin == end */
    Day value;    /* as precise as the text: month or day 0 when it does not say. For a range: its first point */
    Day until;    /* last point of a range, else all 0 */
    Day earliest; /* xsd:date bounds, whole days; year 0: not bounded on this side */
    Day latest;
    Text value_text; /* value as the project's `normalize` prints it: "1956-03-29", "1956-03", "1956", "1953/1957",
                        "../1949-09-30" */
    DateGuess guess;
} DateMention;

typedef VECTOR(DateMention) DateMentions;

/* Finds dates in `text`, left to right, no overlap; what is relative is resolved against `reference` (year 0: relative
 * dates are not reported). In reports a date without a year lies in the past of the reference or on it, unless the text
 * says otherwise. */
void date_scan(Lang lang, Text text, Day reference, const Lexicon *lexicon, Arena *arena, DateMentions *out);

/* The same day of the next year, or of the next month where the text says no month. false: the text itself says which
 * it is, or there is no such day. */
bool date_next(const DateMention *mention, Arena *arena, DateMention *out);
/* Does it lie behind `today`, or, said without a year, so long before that the coming one is likelier meant? */
bool date_is_ahead(const DateMention *mention, Day today, Arena *arena);

bool day_is_valid(Day day); /* month 0 and day 0 are "not known"; 1956-02-30 is not valid */
int day_compare(Day a, Day b);
int day_distance(Day from, Day to);     /* whole days; as many as there are from one to the other */
Day day_add(Day day, int days);         /* whole days only */
Day day_parse(Text iso, bool *ok);      /* "1956-03-29", "1956-03", "1956", "1956-03-00" */
Text day_format(Arena *arena, Day day); /* "1956-03-29", "1956-03" or "1956" */
Day day_first(Day day);                 /* the first day of a year or month */
Day day_last(Day day);                  /* its last day */

#endif
