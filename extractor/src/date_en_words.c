/* The words of English dates: months, weekdays, units, holidays, and numbers as dates have them. */
#include "date_en.h"

#include "numeral_words.h"

size_t date_en_phrase(Text text, size_t at, const char *const *phrases, size_t *index) {
    size_t best = 0;
    for (size_t i = 0; phrases[i]; i++) {
        size_t length = text_has_nocase(text, at, phrases[i]);
        size_t end = at + length;
        if (length > best &&
            (end == text.length || !is_ascii_letter(text.at[end]) || !is_ascii_letter(text.at[end - 1]))) {
            best = length;
            *index = i;
        }
    }
    return best ? at + best : 0;
}

size_t date_en_gap(Text text, size_t at, const char *marks) {
    at = numeral_spaces(text, at);
    for (; at < text.length && *marks; marks++) {
        if (text.at[at] == *marks) {
            return numeral_spaces(text, at + 1);
        }
    }
    return at;
}

bool date_en_starts_word(Text text, size_t at) {
    bool decimal = at > 1 && at < text.length && is_ascii_digit(text.at[at]) && is_ascii_digit(text.at[at - 2]) &&
                   (text.at[at - 1] == '.' || text.at[at - 1] == ',');
    if (decimal) {
        return false;
    }
    return at == 0 || at >= text.length || !(is_ascii_letter(text.at[at - 1]) || is_ascii_digit(text.at[at - 1])) ||
           !(is_ascii_letter(text.at[at]) || is_ascii_digit(text.at[at]));
}

Text date_en_word_before(Text text, size_t at) {
    size_t end = at;
    while (end > 0 && (text.at[end - 1] == ' ' || text.at[end - 1] == '-')) {
        end--;
    }
    size_t begin = end;
    while (begin > 0 && is_ascii_letter(text.at[begin - 1])) {
        begin--;
    }
    return text_slice(text, begin, end);
}

bool date_en_is_word(Text text, size_t at, const char *word) {
    return at < text.length && number_word_is(numeral_word(text, at), word);
}

size_t date_en_skip(Text text, size_t at, const char *word) {
    return date_en_is_word(text, at, word) ? numeral_spaces(text, at + text_from(word).length) : at;
}

/* A name or its abbreviation, perhaps with a point; the index of its row. */
static size_t read_name(Text text, size_t at, const char *const *names, size_t shortest, int *out) {
    Text word = numeral_word(text, at);
    for (int i = 0; word.length >= shortest && names[i]; i++) {
        Text name = text_from(names[i]);
        bool whole = text_equal_nocase(word, name);
        bool part = word.length == shortest && text_equal_nocase(word, text_slice(name, 0, shortest));
        bool four = word.length == 4 && (i == 8 || i == 1) && text_equal_nocase(word, text_slice(name, 0, 4));
        if (whole || part || four) {
            size_t end = at + word.length;
            *out = i + 1;
            bool point = !whole && end < text.length && text.at[end] == '.';
            bool stop = at > 0 && numeral_spaces(text, end + 1) >= text.length;
            return point && !stop ? end + 1 : end;
        }
    }
    return 0;
}

static const char *const months[] = {"january", "february",  "march",   "april",    "may",      "june", "july",
                                     "august",  "september", "october", "november", "december", NULL};
static const char *const weekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday",    NULL};

size_t date_en_month(Text text, size_t at, int *out) {
    return read_name(text, at, months, 3, out);
}

size_t date_en_weekday(Text text, size_t at, int *out) {
    if (!date_en_starts_word(text, at)) {
        return 0;
    }
    size_t end = read_name(text, at, weekdays, 3, out);
    static const char *const plain[] = {"sun", "sat", "wed", "mon", NULL};
    size_t which;
    bool doubtful = end && date_en_phrase(text, at, plain, &which) != 0 && numeral_word(text, at).length == 3;
    size_t next = end ? date_en_gap(text, end, ",") : 0;
    int month;
    bool dated =
        end && (next >= text.length || is_ascii_digit(text.at[next]) || date_en_month(text, next, &month) != 0);
    return doubtful && !dated ? 0 : end;
}

size_t date_en_day(Text text, size_t at, int *out) {
    if (at >= text.length) {
        return 0;
    }
    size_t end = at;
    *out = 0;
    while (end < text.length && end < at + 2 && is_ascii_digit(text.at[end])) {
        *out = *out * 10 + (text.at[end++] - '0');
    }
    if (end > at) {
        static const char *const suffixes[] = {"st", "nd", "rd", "th", NULL};
        size_t which;
        size_t suffix = date_en_phrase(text, end, suffixes, &which);
        bool longer = end + 1 < text.length && (text.at[end] == ',' || text.at[end] == '.' || text.at[end] == ':') &&
                      is_ascii_digit(text.at[end + 1]);
        bool more = end < text.length && is_ascii_digit(text.at[end]);
        return *out >= 1 && *out <= 31 && !longer && !more ? (suffix ? suffix : end) : 0;
    }
    Numeral numeral;
    end = date_en_starts_word(text, at) && is_ascii_letter(text.at[at]) ? numeral_en(text, at, &numeral) : 0;
    bool whole = end && !numeral.fraction && !numeral.vague && numeral.scale == 1 && ratio_whole(numeral.value, out);
    return whole && *out >= 1 && *out <= 31 ? end : 0;
}

/* "nineteen fifty-six", "nineteen zero one", "two thousand and four". */
static size_t read_year_words(Text text, size_t at, int *out) {
    Text word = numeral_word(text, at);
    const NumberWord *first = number_word_cardinal(word);
    if (first == NULL || !date_en_starts_word(text, at)) {
        return 0;
    }
    if (first->value == 2) {
        Numeral numeral;
        size_t end = numeral_en(text, at, &numeral);
        return end && !numeral.ordinal && ratio_whole(numeral.value, out) && *out >= 2000 && *out < 2100 ? end : 0;
    }
    size_t next = number_word_next(text, at + word.length);
    const NumberWord *second = next < text.length ? number_word_cardinal(numeral_word(text, next)) : NULL;
    if (first->value < 10 || first->value > 20 || second == NULL || second->kind > HUNDRED) {
        return 0;
    }
    size_t end = next + numeral_word(text, next).length;
    int rest = second->kind == HUNDRED ? 0 : (int)second->value;
    size_t third = number_word_next(text, end);
    const NumberWord *last = third < text.length ? number_word_cardinal(numeral_word(text, third)) : NULL;
    bool follows =
        last && last->kind == SMALL && last->value > 0 && last->value < 10 && (rest == 0 || second->kind == TENS);
    if (!follows && rest < 10 && second->kind != HUNDRED) {
        return 0;
    }
    *out = (int)first->value * 100 + rest + (follows ? (int)last->value : 0);
    return follows ? third + numeral_word(text, third).length : end;
}

size_t date_en_year(Text text, size_t at, int *out) {
    size_t end = at;
    int value = 0;
    while (end < text.length && end < at + 4 && is_ascii_digit(text.at[end])) {
        value = value * 10 + (text.at[end++] - '0');
    }
    if (end == at) {
        end = read_year_words(text, at, &value);
        *out = end ? value : *out;
        return end;
    }
    bool longer =
        end < text.length &&
        (is_ascii_digit(text.at[end]) ||
         (end + 1 < text.length && (text.at[end] == ',' || text.at[end] == '.') && is_ascii_digit(text.at[end + 1])));
    if (end < at + 4 || value < 1000 || value >= 2200 || longer || !date_en_starts_word(text, at)) {
        return 0;
    }
    *out = value;
    return end;
}

size_t date_en_count(Text text, size_t at, int *out) {
    Text word = numeral_word(text, at);
    if (number_word_is(word, "a") || number_word_is(word, "an")) {
        *out = 1;
        return at + word.length;
    }
    Numeral numeral;
    NumberWords sum = {.total = {0, 1}, .section = {0, 1}};
    size_t end = date_en_starts_word(text, at) ? numeral_arabic(text, at, &numeral) : 0;
    Ratio value = numeral.value;
    if (end == 0 && date_en_starts_word(text, at)) {
        end = number_words_read(text, at, 0, &sum);
        value = number_words_value(&sum);
    }
    return end && ratio_whole(value, out) && *out > 0 && *out < 1000 ? end : 0;
}

static const char *const units[] = {"day",      "days", "week", "weeks", "month", "months", "mth", "quarter",
                                    "quarters", "qtr",  "qtrs", "year",  "years", "yr",     "yrs", NULL};

size_t date_en_unit(Text text, size_t at, Grain *out) {
    static const Grain grains[] = {GRAIN_DAY,     GRAIN_DAY,   GRAIN_WEEK,    GRAIN_WEEK,    GRAIN_MONTH,
                                   GRAIN_MONTH,   GRAIN_MONTH, GRAIN_QUARTER, GRAIN_QUARTER, GRAIN_QUARTER,
                                   GRAIN_QUARTER, GRAIN_YEAR,  GRAIN_YEAR,    GRAIN_YEAR,    GRAIN_YEAR};
    size_t index;
    size_t end = date_en_phrase(text, at, units, &index);
    if (end) {
        *out = grains[index];
    }
    return end;
}

static const char *const holidays[] = {"christmas",
                                       "christmas day",
                                       "xmas",
                                       "xmas day",
                                       "christmas eve",
                                       "xmas eve",
                                       "new year's day",
                                       "new years day",
                                       "new year's eve",
                                       "new years eve",
                                       "may day",
                                       "international labour day",
                                       "international labor day",
                                       "national day",
                                       "international women's day",
                                       "women's day",
                                       "army day",
                                       "international children's day",
                                       "children's day",
                                       "youth day",
                                       "teachers' day",
                                       "new year’s day",
                                       "new year’s eve",
                                       NULL};

size_t date_en_holiday(Text text, size_t at, Day *out) {
    static const Day days[] = {{0, 12, 25}, {0, 12, 25}, {0, 12, 25}, {0, 12, 25}, {0, 12, 24}, {0, 12, 24},
                               {0, 1, 1},   {0, 1, 1},   {0, 12, 31}, {0, 12, 31}, {0, 5, 1},   {0, 5, 1},
                               {0, 5, 1},   {0, 10, 1},  {0, 3, 8},   {0, 3, 8},   {0, 8, 1},   {0, 6, 1},
                               {0, 6, 1},   {0, 5, 4},   {0, 9, 10},  {0, 1, 1},   {0, 12, 31}};
    size_t index;
    size_t end = date_en_starts_word(text, at) ? date_en_phrase(text, at, holidays, &index) : 0;
    if (end) {
        *out = days[index];
    }
    return end;
}

static const char *const day_words[] = {"today",
                                        "yesterday",
                                        "tomorrow",
                                        "tmrw",
                                        "tmr",
                                        "the day before yesterday",
                                        "day before yesterday",
                                        "the day after tomorrow",
                                        "day after tomorrow",
                                        "the day after tmrw",
                                        "day after tmrw",
                                        "the day after tmr",
                                        "this morning",
                                        "this afternoon",
                                        "this evening",
                                        "tonight",
                                        NULL};

size_t date_en_day_word(const DateReader *reader, size_t at, Stretch *out) {
    static const int offsets[] = {0, -1, 1, 1, 1, -2, -2, 2, 2, 2, 2, 2, 0, 0, 0, 0};
    size_t index;
    size_t end = date_en_phrase(reader->text, at, day_words, &index);
    if (end) {
        *out = (Stretch){.from = day_add(reader->reference, offsets[index])};
    }
    return end;
}

unsigned date_en_opens_next(const DateReader *reader, size_t at, size_t *end) {
    enum {
        BEHIND_THE = OPENS_EN_NUMERAL | OPENS_EN_WEEKDAY | OPENS_EN_DECADE | OPENS_EN_PART | OPENS_EN_DAY_WORD |
                     OPENS_EN_NEAR | OPENS_EN_UNIT | OPENS_EN_PERIOD,
        BEHIND_ONE = OPENS_EN_WEEKDAY | OPENS_EN_NEAR | OPENS_EN_UNIT,
        BEHIND_IN = OPENS_EN_NUMERAL | OPENS_EN_ONE
    };
    unsigned opens = wordbook_opens_english(reader->book, reader->text, at, end) & ~(unsigned)OPENS_EN_QUALIFIER;
    unsigned article = opens & (OPENS_EN_THE | OPENS_EN_ONE | OPENS_EN_IN);
    if (!article) {
        return opens;
    }
    size_t next = opens & OPENS_EN_ONE ? date_en_gap(reader->text, *end, "-") : numeral_spaces(reader->text, *end);
    size_t ignored;
    unsigned behind = wordbook_opens_english(reader->book, reader->text, next, &ignored);
    if (opens & OPENS_EN_THE) {
        return (opens & ~article) | (behind & BEHIND_THE);
    }
    bool begins = behind & (unsigned)(opens & OPENS_EN_ONE ? BEHIND_ONE : BEHIND_IN);
    return begins ? opens : opens & ~article;
}

unsigned date_en_opens(const DateReader *reader, size_t at) {
    size_t end;
    return date_en_opens_next(reader, at, &end);
}

/* "March", "Mar", "Sept"; "Sunday", "Sundays". */
static void add_names(Wordbook *book, OpensEnglish opens, const char *const *names) {
    for (; *names; names++) {
        Text name = text_from(*names);
        wordbook_add_english(book, opens, name);
        wordbook_add_english(book, opens, text_format(book->arena, "%ss", *names));
        for (size_t length = 3; length <= 4 && length < name.length; length++) {
            wordbook_add_english(book, opens, text_slice(name, 0, length));
            wordbook_add_english(book, opens, text_format(book->arena, "%.*ss", (int)length, *names));
        }
    }
}

void date_en_words_wordbook(Wordbook *book) {
    add_names(book, OPENS_EN_MONTH, months);
    add_names(book, OPENS_EN_WEEKDAY, weekdays);
    wordbook_add_english(book, OPENS_EN_THE, TEXT("the"));
    wordbook_add_all_english(book, OPENS_EN_UNIT, units);
    wordbook_add_all_english(book, OPENS_EN_HOLIDAY, holidays);
    wordbook_add_all_english(book, OPENS_EN_DAY_WORD, day_words);
}
