/* The program's own words stand in its source, in many lists. Which lists have a word that begins with a character is
 * asked here once, so that no list has to be asked that cannot answer. */
#ifndef WORDBOOK_H
#define WORDBOOK_H

#include "lexicon.h"
#include "table.h"
#include "wordlist.h"

/* What may begin with a character. */
typedef enum Opens {
    OPENS_NUMERAL = 1 << 0,        /* 二百, 930 */
    OPENS_NUMBER = 1 << 1,         /* a number with what stands before it, or what only looks like one */
    OPENS_FALSE_NUMBER = 1 << 2,   /* 一切, 千方百计 */
    OPENS_QUALIFIER = 1 << 3,      /* 约, 不超过 */
    OPENS_MONEY = 1 << 4,          /* 人民币 before a sum */
    OPENS_FROM = 1 << 5,           /* 从, before a date */
    OPENS_PERIOD = 1 << 6,         /* a named period of the lexicon */
    OPENS_OTHER_CALENDAR = 1 << 7, /* 农历, 同年 */
    OPENS_PLAN = 1 << 8,           /* 定于, 将于 */
    OPENS_WEEK = 1 << 9,           /* 星期, 周 */
    OPENS_HOLIDAY = 1 << 10,       /* 国庆节 */
    OPENS_YEAR = 1 << 11,          /* 去年, 民国三十七年, 公元 */
    OPENS_MONTH = 1 << 12,         /* 上月, 元月 */
    OPENS_CENTURY = 1 << 13,       /* 上世纪 */
    OPENS_PART_OF_YEAR = 1 << 14,  /* 第一季度, 上半年 */
    OPENS_DAY_WORD = 1 << 15,      /* 昨日 */
    OPENS_NEARBY = 1 << 16,        /* 上周, 本世纪 */
    OPENS_COUNT = 1 << 17,         /* 最近三天 */
    OPENS_YEAR_OUT = 1 << 18,      /* 年底 */
    OPENS_SPEECH = 1 << 19,        /* 说：, 指出 */
    OPENS_SOUND = 1 << 20,         /* one of the characters that foreign names are written with */
    OPENS_NAME = 1 << 21,          /* a name of the lexicon */
} Opens;

/* The same for English, of whole words. */
typedef enum OpensEnglish {
    OPENS_EN_NUMERAL = 1 << 0,   /* 930, five, third, half */
    OPENS_EN_ONE = 1 << 1,       /* a, an */
    OPENS_EN_THE = 1 << 2,       /* the */
    OPENS_EN_QUALIFIER = 1 << 3, /* more than, about */
    OPENS_EN_RANGE = 1 << 4,     /* from, between */
    OPENS_EN_MONTH = 1 << 5,     /* March, Oct */
    OPENS_EN_WEEKDAY = 1 << 6,   /* Sunday, Sundays */
    OPENS_EN_HOLIDAY = 1 << 7,   /* May Day */
    OPENS_EN_PERIOD = 1 << 8,    /* a named period of the lexicon */
    OPENS_EN_DECADE = 1 << 9,    /* fifties, the apostrophe of the '50s */
    OPENS_EN_PART = 1 << 10,     /* Q3, H1 */
    OPENS_EN_DAY_WORD = 1 << 11, /* yesterday, the day before yesterday */
    OPENS_EN_NEAR = 1 << 12,     /* this, last, next */
    OPENS_EN_UNIT = 1 << 13,     /* week, weekend */
    OPENS_EN_IN = 1 << 14,       /* in, within */
    OPENS_EN_YEAR_OUT = 1 << 15, /* before the end of the year */
} OpensEnglish;

struct Wordbook {
    Arena *arena;
    uint32_t *opens; /* sets of Opens, by code point */
    Table english;   /* lower-case words and single characters: indexes into the next */
    VECTOR(uint32_t) english_opens;
    uint32_t english_lengths[128]; /* by first character, a bit for each length that one of them has, in bytes */
    Wordlist holidays;             /* Chinese, with their places in their list */
    Wordlist qualifiers;           /* Chinese, before a number, with their places in their list */
    Wordlist false_numbers;        /* what OPENS_FALSE_NUMBER stands for */
    Wordlist false_units;          /* words that begin with a unit and are none: 人民, 代表 */
};

void wordbook_make(Arena *arena, Wordbook *out);
void wordbook_add(Wordbook *book, Opens opens, Text word);
void wordbook_add_all(Wordbook *book, Opens opens, const char *const *words); /* NULL ends them */
void wordbook_add_characters(Wordbook *book, Opens opens, Text characters);

/* Of a phrase, its first word behind "the". */
void wordbook_add_english(Wordbook *book, OpensEnglish opens, Text phrase);
void wordbook_add_all_english(Wordbook *book, OpensEnglish opens, const char *const *phrases);
/* What may begin with the word of ASCII letters, or with the other character, at byte `at`: a set of OpensEnglish. Its
 * end goes to *end. */
unsigned wordbook_opens_english(const Wordbook *book, Text text, size_t at, size_t *end);

/* What may begin with the character at byte `at`: a set of Opens; nothing begins at the end of the text. Where the
 * character ends goes to *next. */
static inline unsigned wordbook_opens_next(const Wordbook *book, Text text, size_t at, size_t *next) {
    enum { CODE_POINTS = 0x10000 };
    *next = at;
    uint32_t c = at < text.length ? utf8_at(text, at, next) : CODE_POINTS;
    return c < CODE_POINTS ? book->opens[c] : 0;
}

static inline unsigned wordbook_opens(const Wordbook *book, Text text, size_t at) {
    size_t next;
    return wordbook_opens_next(book, text, at, &next);
}

#endif
