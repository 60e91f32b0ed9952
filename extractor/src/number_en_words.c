/* English words around numbers. Words only: the reading is in number_en.c. */
#include "number_scan.h"
#include "numeral_words.h"

static const QualifierWord before[] = {
    {"more than", QUALIFIER_AT_LEAST},
    {"over", QUALIFIER_AT_LEAST},
    {"above", QUALIFIER_AT_LEAST},
    {"exceeding", QUALIFIER_AT_LEAST},
    {"at least", QUALIFIER_AT_LEAST},
    {"no less than", QUALIFIER_AT_LEAST},
    {"not less than", QUALIFIER_AT_LEAST},
    {"no fewer than", QUALIFIER_AT_LEAST},
    {"not fewer than", QUALIFIER_AT_LEAST},
    {"upwards of", QUALIFIER_AT_LEAST},
    {"upward of", QUALIFIER_AT_LEAST},
    {"a minimum of", QUALIFIER_AT_LEAST},
    {"in excess of", QUALIFIER_AT_LEAST},
    {"greater than", QUALIFIER_AT_LEAST},
    {"bigger than", QUALIFIER_AT_LEAST},
    {"larger than", QUALIFIER_AT_LEAST},
    {"higher than", QUALIFIER_AT_LEAST},
    {"greater than or equal to", QUALIFIER_AT_LEAST},
    {"more than or equal to", QUALIFIER_AT_LEAST},
    {"bigger or equal than", QUALIFIER_AT_LEAST},
    {"greater or equal than", QUALIFIER_AT_LEAST},
    {"less than", QUALIFIER_AT_MOST},
    {"fewer than", QUALIFIER_AT_MOST},
    {"under", QUALIFIER_AT_MOST},
    {"below", QUALIFIER_AT_MOST},
    {"at most", QUALIFIER_AT_MOST},
    {"at the most", QUALIFIER_AT_MOST},
    {"no more than", QUALIFIER_AT_MOST},
    {"not more than", QUALIFIER_AT_MOST},
    {"not exceeding", QUALIFIER_AT_MOST},
    {"up to", QUALIFIER_AT_MOST},
    {"a maximum of", QUALIFIER_AT_MOST},
    {"smaller than", QUALIFIER_AT_MOST},
    {"lower than", QUALIFIER_AT_MOST},
    {"less than or equal to", QUALIFIER_AT_MOST},
    {"smaller than or equal to", QUALIFIER_AT_MOST},
    {"less or equal than", QUALIFIER_AT_MOST},
    {"about", QUALIFIER_ABOUT},
    {"some", QUALIFIER_ABOUT},
    {"nearly", QUALIFIER_ABOUT},
    {"almost", QUALIFIER_ABOUT},
    {"around", QUALIFIER_ABOUT},
    {"approximately", QUALIFIER_ABOUT},
    {"roughly", QUALIFIER_ABOUT},
    {"close to", QUALIFIER_ABOUT},
    {"an estimated", QUALIFIER_ABOUT},
    {"~", QUALIFIER_ABOUT},
    {"exactly", QUALIFIER_EXACTLY},
    {"equals", QUALIFIER_EXACTLY},
    {"equal to", QUALIFIER_EXACTLY},
    {"equals to", QUALIFIER_EXACTLY},
    {NULL, QUALIFIER_EXACTLY},
};

static const QualifierWord after[] = {
    {" or more", QUALIFIER_AT_LEAST},
    {" or above", QUALIFIER_AT_LEAST},
    {" or over", QUALIFIER_AT_LEAST},
    {" and above", QUALIFIER_AT_LEAST},
    {" and over", QUALIFIER_AT_LEAST},
    {" or greater", QUALIFIER_AT_LEAST},
    {" or greater than", QUALIFIER_AT_LEAST},
    {" or more than", QUALIFIER_AT_LEAST},
    {" or larger", QUALIFIER_AT_LEAST},
    {" or less", QUALIFIER_AT_MOST},
    {" or fewer", QUALIFIER_AT_MOST},
    {" or under", QUALIFIER_AT_MOST},
    {" or below", QUALIFIER_AT_MOST},
    {" or smaller", QUALIFIER_AT_MOST},
    {" or so", QUALIFIER_ABOUT},
    {"-odd", QUALIFIER_AT_LEAST},
    {" odd", QUALIFIER_AT_LEAST},
    {NULL, QUALIFIER_EXACTLY},
};

size_t number_en_before(Text text, size_t at, Qualifier *out) {
    return number_qualifier(text, at, before, true, out);
}

size_t number_en_after(Text text, size_t at, Qualifier *out) {
    return number_qualifier(text, at, after, true, out);
}

void number_en_wordbook(Wordbook *book) {
    static const char *const ranges[] = {"from", "between", NULL};
    for (const QualifierWord *word = before; word->word; word++) {
        Text phrase = text_from(word->word);
        Text first = numeral_word(phrase, 0);
        bool article = number_word_is(first, "a") || number_word_is(first, "an");
        wordbook_add_english(book, OPENS_EN_QUALIFIER, article ? text_after(phrase, first.length + 1) : phrase);
    }
    wordbook_add_all_english(book, OPENS_EN_RANGE, ranges);
    wordbook_add_english(book, OPENS_EN_QUALIFIER, TEXT("-"));
}
