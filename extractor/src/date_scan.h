/* What the date readers of both languages share. */
#ifndef DATE_SCAN_H
#define DATE_SCAN_H

#include "date_calendar.h"
#include "numeral.h"
#include "wordbook.h"

/* The number that stands somewhere. */
typedef struct DateNumber {
    size_t place; /* 1 + the byte where it begins; 0: nothing is known */
    size_t end;   /* 0: there is none */
    bool plain;   /* a whole number that is no range and not vague */
    int value;
} DateNumber;

/* Those that were read last. */
enum { DATE_NUMBERS = 16 };
typedef struct DateNumbers {
    DateNumber items[DATE_NUMBERS];
} DateNumbers;

typedef struct DateReader {
    Text text;
    Day reference;
    const Lexicon *lexicon;
    const Wordbook *book;
    DateNumbers *numbers;
    Arena *arena;
    DateMentions *out;
    bool ahead; /* what is being read is planned: without a year it lies ahead of the reference */
} DateReader;

void date_scan_zh(DateReader *reader);
void date_scan_en(DateReader *reader);

/* Adds a mention; what is not complete is completed first. False: it is no date. */
bool date_push(DateReader *reader, size_t begin, size_t end, Stretch stretch);
/* "from low to high": each takes from the other what it does not say. False: this is no range. */
bool date_join(const DateReader *reader, Stretch low, Stretch high, Stretch *out);
/* 2015-3-3, 2010/01/29, 2010.01.29, 1999.08, 10/31/1974, 13.5.2015, 21-04-2016; the byte after it, or 0. */
size_t date_numeric(Text text, size_t at, Day *out);
/* A period of the lexicon at `at`: the byte after it, or 0. */
size_t date_named_period(const DateReader *reader, Lang lang, size_t at, Stretch *out);

#endif
