/* Which of the program's own words a character may begin: no word of a list may be passed over for its first one. */
#include "number.h"
#include "number_zh_words.h"
#include "table_lexicon.h"
#include "wordbook.h"

static Arena arena;
static Wordbook book;

static bool opens(const char *word, Opens what) {
    return (wordbook_opens(&book, text_from(word), 0) & (unsigned)what) == (unsigned)what;
}

static void test_characters(void) {
    CHECK(opens("约三百", OPENS_QUALIFIER | OPENS_NUMBER) && !opens("约三百", OPENS_NUMERAL));
    CHECK(opens("一", OPENS_NUMERAL | OPENS_NUMBER | OPENS_FALSE_NUMBER));
    CHECK(opens("7", OPENS_NUMERAL | OPENS_NUMBER) && opens("７", OPENS_NUMERAL) && opens("-7", OPENS_NUMBER));
    CHECK(opens("人民币", OPENS_MONEY | OPENS_NUMBER) && opens("第三", OPENS_NUMBER));
    CHECK(opens("昨日", OPENS_DAY_WORD) && opens("国庆节", OPENS_HOLIDAY) && opens("礼拜一", OPENS_WEEK));
    CHECK(opens("指出", OPENS_SPEECH) && opens("斯大林", OPENS_SOUND) && !opens("的", OPENS_SOUND));
    CHECK_EQUAL(wordbook_opens(&book, TEXT("的"), 0), 0);
    CHECK_EQUAL(wordbook_opens(&book, TEXT("七"), 3), 0); /* the end of the text */
    CHECK_EQUAL(wordbook_opens(&book, TEXT("\U00020000"), 0), 0);
}

static bool opens_english(const char *text, OpensEnglish what, size_t length) {
    size_t end;
    unsigned found = wordbook_opens_english(&book, text_from(text), 0, &end);
    return (found & (unsigned)what) == (unsigned)what && end == length;
}

static void test_english(void) {
    CHECK(opens_english("March 29", OPENS_EN_MONTH, 5) && opens_english("sept.", OPENS_EN_MONTH, 4));
    CHECK(opens_english("SUNDAYS", OPENS_EN_WEEKDAY, 7) && opens_english("thirtyfirst", OPENS_EN_NUMERAL, 11));
    CHECK(opens_english("7", OPENS_EN_NUMERAL, 1) && opens_english("½ ton", OPENS_EN_NUMERAL, 2));
    CHECK(opens_english("’50s", (OpensEnglish)0, 3) && opens_english("'50s", OPENS_EN_DECADE, 1));
    CHECK(opens_english("more than", OPENS_EN_QUALIFIER, 4) && opens_english("minimum", OPENS_EN_QUALIFIER, 7));
    CHECK(opens_english("day before", OPENS_EN_DAY_WORD | OPENS_EN_UNIT, 3)); /* of "the day before yesterday" */
    size_t end;
    CHECK_EQUAL(wordbook_opens_english(&book, TEXT("steel"), 0, &end), 0);
    CHECK_EQUAL(wordbook_opens_english(&book, TEXT("antidisestablishmentarianisms"), 0, &end), 0);
    CHECK_EQUAL(end, 29);
    CHECK_EQUAL(wordbook_opens_english(&book, TEXT("a"), 1, &end), 0); /* the end of the text */
}

/* Each word that only looks like a number opens one, is found, and is passed over as a whole. */
static void test_false_numbers(void) {
    const Lexicon *lexicon = table_lexicon(&arena, "units.tsv", "word\tlang\tclassifier\tconversion\n个\tzh\tyes\t\n");
    CHECK(book.false_numbers.words.count > 200);
    for (size_t i = 0; i < book.false_numbers.words.count; i++) {
        Text word = book.false_numbers.words.items[i].text;
        NumberMentions mentions = {0};
        bool opened = (wordbook_opens(&book, word, 0) & OPENS_NUMBER) != 0;
        CHECK(opened && number_zh_false_start(&book, word, 0) == word.length);
        number_scan(LANG_ZH, word, lexicon, &arena, &mentions);
        CHECK_EQUAL(mentions.count, 0);
    }
}

static void test_false_units(void) {
    CHECK(number_zh_false_unit(&book, TEXT("五人民"), (Span){3, 6}));
    CHECK(!number_zh_false_unit(&book, TEXT("五人来"), (Span){3, 6}));
    CHECK(!number_zh_false_unit(&book, TEXT("五人民"), (Span){3, 9}));
}

int main(void) {
    wordbook_make(&arena, &book);
    test_characters();
    test_english();
    test_false_numbers();
    test_false_units();
    arena_release(&arena);
    return check_report();
}
