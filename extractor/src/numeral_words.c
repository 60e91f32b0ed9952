/* English number words: which there are and how whole numbers are built of them. Knows no fractions (numeral_en.c). */
#include "numeral_words.h"

static const NumberWord words[] = {
    {"zero", "zeroth", 0, SMALL},
    {"nought", NULL, 0, SMALL},
    {"naught", NULL, 0, SMALL},
    {"nil", NULL, 0, SMALL},
    {"one", "first", 1, SMALL},
    {"two", "second", 2, SMALL},
    {"three", "third", 3, SMALL},
    {"four", "fourth", 4, SMALL},
    {"five", "fifth", 5, SMALL},
    {"six", "sixth", 6, SMALL},
    {"seven", "seventh", 7, SMALL},
    {"eight", "eighth", 8, SMALL},
    {"nine", "ninth", 9, SMALL},
    {"ten", "tenth", 10, SMALL},
    {"eleven", "eleventh", 11, SMALL},
    {"twelve", "twelfth", 12, SMALL},
    {"thirteen", "thirteenth", 13, SMALL},
    {"fourteen", "fourteenth", 14, SMALL},
    {"fifteen", "fifteenth", 15, SMALL},
    {"sixteen", "sixteenth", 16, SMALL},
    {"seventeen", "seventeenth", 17, SMALL},
    {"eighteen", "eighteenth", 18, SMALL},
    {"nineteen", "nineteenth", 19, SMALL},
    {"twenty", "twentieth", 20, TENS},
    {"thirty", "thirtieth", 30, TENS},
    {"forty", "fortieth", 40, TENS},
    {"fourty", NULL, 40, TENS},
    {"fifty", "fiftieth", 50, TENS},
    {"sixty", "sixtieth", 60, TENS},
    {"seventy", "seventieth", 70, TENS},
    {"eighty", "eightieth", 80, TENS},
    {"ninety", "ninetieth", 90, TENS},
    {"hundred", "hundredth", 100, HUNDRED},
    {"hundreds", NULL, 100, HUNDRED},
    {"thousand", "thousandth", 1000, LARGE},
    {"million", "millionth", 1000000, LARGE},
    {"billion", "billionth", 1000000000, LARGE},
    {"trillion", "trillionth", 1000000000000, LARGE},
    {"dozen", NULL, 12, DOZEN},
    {"dozens", NULL, 12, DOZEN},
    {NULL, "nineth", 9, SMALL},
};
enum { WORD_COUNT = sizeof words / sizeof *words };

static const NumberWord crowds[] = {{"tens", NULL, 10, TENS},
                                    {"dozens", NULL, 12, DOZEN},
                                    {"scores", NULL, 20, DOZEN},
                                    {"hundreds", NULL, 100, HUNDRED},
                                    {"thousands", NULL, 1000, LARGE},
                                    {"millions", NULL, 1000000, LARGE},
                                    {"billions", NULL, 1000000000, LARGE}};
enum { CROWD_COUNT = sizeof crowds / sizeof *crowds };
static const char *const some[] = {"several", "few", "many", NULL};

const NumberWord *number_word_cardinal(Text word) {
    for (size_t i = 0; word.length && i < WORD_COUNT; i++) {
        if (number_word_is(word, words[i].cardinal)) {
            return &words[i];
        }
    }
    return NULL;
}

const NumberWord *number_word_crowd(Text word) {
    for (size_t i = 0; i < CROWD_COUNT; i++) {
        if (number_word_is(word, crowds[i].cardinal)) {
            return &crowds[i];
        }
    }
    return NULL;
}

bool number_word_is_some(Text word) {
    bool is = false;
    for (size_t i = 0; some[i] && !is; i++) {
        is = number_word_is(word, some[i]);
    }
    return is;
}

const NumberWord *number_word_ordinal(Text word, bool *plural) {
    *plural = false;
    for (size_t i = 0; word.length && i < WORD_COUNT; i++) {
        Text base = word;
        *plural = word.length > 3 && (word.at[word.length - 1] | 32) == 's';
        base.length -= *plural;
        if (number_word_is(word, words[i].ordinal) || (*plural && number_word_is(base, words[i].ordinal))) {
            *plural = !number_word_is(word, words[i].ordinal);
            return &words[i];
        }
    }
    return NULL;
}

size_t number_word_next(Text text, size_t at) {
    static const char *const dashes[] = {"-", "—", "–", NULL};
    size_t next = numeral_spaces(text, at);
    for (const char *const *dash = dashes; *dash; dash++) {
        if (text_starts(text_after(text, next), text_from(*dash))) {
            next = numeral_spaces(text, next + text_from(*dash).length);
            break;
        }
    }
    return next > at && numeral_word(text, next).length > 0 ? next : text.length;
}

/* May `word` follow what the sum has? "twenty three", "five hundred", "one twenty two"; not "two three". */
static bool fits(const NumberWords *sum, const NumberWord *word) {
    if (!sum->started) {
        return true;
    }
    bool small = sum->last && (sum->last->kind == SMALL || sum->last->kind == TENS);
    switch (word->kind) {
    case SMALL:
        return sum->last && (!small || (sum->last->kind == TENS && word->value > 0 && word->value < 10));
    case TENS:
        return sum->last && (!small || (sum->last->kind == SMALL && sum->last->value > 0 && sum->last->value < 10 &&
                                        ratio_is(sum->total, 0)));
    case HUNDRED:
        return sum->last == NULL || small;
    case LARGE:
        return sum->last == NULL || sum->last->kind != LARGE || !ratio_is(sum->section, 0);
    default:
        return true;
    }
}

static void take(NumberWords *sum, const NumberWord *word) {
    Ratio value = ratio_of(word->value);
    bool empty = ratio_is(sum->section, 0);
    switch (word->kind) {
    case SMALL:
    case TENS:
        if (word->kind == TENS && sum->last && sum->last->kind == SMALL) {
            sum->section = ratio_multiply(sum->section, ratio_of(100));
        }
        sum->section = ratio_add(sum->section, value);
        break;
    case HUNDRED:
        sum->section = empty ? value : ratio_multiply(sum->section, value);
        break;
    default:
        if (word->kind == DOZEN && sum->last && sum->last->kind == SMALL &&
            ratio_compare(sum->section, ratio_of(100)) > 0) {
            sum->section = ratio_add(sum->section, ratio_of(sum->last->value * (word->value - 1)));
            break;
        }
        sum->total = empty && sum->started && !ratio_is(sum->total, 0)
                         ? ratio_multiply(sum->total, value)
                         : ratio_add(sum->total, ratio_multiply(empty ? ratio_of(1) : sum->section, value));
        sum->section = ratio_of(0);
    }
    sum->last = word;
    sum->started = true;
}

Ratio number_words_value(const NumberWords *sum) {
    return ratio_add(sum->total, sum->section);
}

/* "two thirds", "three quarters": the number at `at` is the upper part of a fraction. */
static bool starts_fraction(Text text, size_t at) {
    size_t next = number_word_next(text, at + numeral_word(text, at).length);
    Text word = next < text.length ? numeral_word(text, next) : (Text){0};
    bool plural;
    const NumberWord *lower = number_word_ordinal(word, &plural);
    return number_word_is(word, "quarters") || (lower && plural && lower->value > 2);
}

size_t number_words_read(Text text, size_t at, size_t end, NumberWords *sum) {
    while (at < text.length) {
        Text word = numeral_word(text, at);
        size_t after = at;
        bool joined = sum->last && sum->last->kind >= HUNDRED && number_word_is(word, "and");
        if (joined) {
            after = number_word_next(text, at + word.length);
            word = numeral_word(text, after);
        }
        const NumberWord *found = number_word_cardinal(word);
        if (found == NULL || !fits(sum, found) ||
            (joined && (found->kind >= HUNDRED || starts_fraction(text, after)))) {
            break;
        }
        take(sum, found);
        end = after + word.length;
        at = number_word_next(text, end);
    }
    return end;
}

/* thirtyfirst, thirtyfirsts */
static void add_compounds(Wordbook *book, const char *tens) {
    for (size_t i = 0; i < WORD_COUNT; i++) {
        if (words[i].ordinal) {
            wordbook_add_english(book, OPENS_EN_NUMERAL, text_format(book->arena, "%s%s", tens, words[i].ordinal));
            wordbook_add_english(book, OPENS_EN_NUMERAL, text_format(book->arena, "%s%ss", tens, words[i].ordinal));
        }
    }
}

/* Figures, and ½ and its like. */
static void add_figures(Wordbook *book) {
    for (uint32_t c = '0'; c <= U'９'; c++) {
        char bytes[4];
        Text character = {bytes, utf8_encode(c, bytes)};
        Ratio value;
        int digit;
        if (numeral_digit(character, 0, &digit) || numeral_vulgar(character, 0, &value)) {
            wordbook_add_english(book, OPENS_EN_NUMERAL, character);
        }
    }
}

void numeral_words_wordbook(Wordbook *book) {
    static const char *const others[] = {"half", "quarter", "minus", "negative", "point", ".", "．", NULL};
    wordbook_add_all_english(book, OPENS_EN_NUMERAL, others);
    wordbook_add_all_english(book, OPENS_EN_NUMERAL, some);
    wordbook_add_english(book, OPENS_EN_ONE, TEXT("a"));
    wordbook_add_english(book, OPENS_EN_ONE, TEXT("an"));
    add_figures(book);
    for (size_t i = 0; i < CROWD_COUNT; i++) {
        wordbook_add_english(book, OPENS_EN_NUMERAL, text_from(crowds[i].cardinal));
    }
    for (size_t i = 0; i < WORD_COUNT; i++) {
        const NumberWord *word = &words[i];
        if (word->cardinal) {
            wordbook_add_english(book, OPENS_EN_NUMERAL, text_from(word->cardinal));
        }
        if (word->ordinal) {
            wordbook_add_english(book, OPENS_EN_NUMERAL, text_from(word->ordinal));
            wordbook_add_english(book, OPENS_EN_NUMERAL, text_format(book->arena, "%ss", word->ordinal));
        }
        if (word->kind == TENS) {
            add_compounds(book, word->cardinal);
        }
    }
}
