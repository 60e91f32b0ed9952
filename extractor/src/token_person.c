/* Chinese and foreign persons' names by their shape, where a title or an enumeration leads one to expect a name: told
 * before the text is cut, so that 王国权 is no 王国. */
#include "token_parts.h"

/* The bytes of a surname at `at` that is no function word here; 0: none. */
static size_t surname_length(const Cutter *cutter, size_t at) {
    enum {
        NO_NAME = WORD_PREPOSITION | WORD_CONJUNCTION | WORD_PARTICLE | WORD_PRONOUN | WORD_AUXILIARY | WORD_ADVERB |
                  WORD_VERB
    };
    Text text = cutter->tokens->text;
    size_t length = lexicon_word_at(cutter->lexicon, text, at, WORD_SURNAME);
    size_t word = lexicon_word_at(cutter->lexicon, text, at, ~0u);
    unsigned kinds = length ? lexicon_word(cutter->lexicon, LANG_ZH, text_slice(text, at, at + length)) : WORD_NONE;
    return length && word == length && !(kinds & NO_NAME) ? length : 0;
}

/* Does a person's name stand at `at`, so that 王国权 is no 王国? Behind a title or in an enumeration of names. */
static bool may_be_person(const Cutter *cutter, size_t at) {
    const Tokens *tokens = cutter->tokens;
    size_t count = tokens->items.count;
    if (tokens->lang != LANG_ZH || count == 0 || tokens->items.items[count - 1].span.end != at) {
        return false;
    }
    bool enumerated =
        count > 1 && cutter->person_before && (token_is(tokens, count - 1, "、") || token_is(tokens, count - 1, "和"));
    return enumerated || (tokens->items.items[count - 1].words & WORD_TITLE);
}

/* Does something start at `at` that cannot be the last character of a name: a function word, a verb, a word of two
 * characters? */
static bool starts_word(const Cutter *cutter, size_t at) {
    enum {
        SMALL = WORD_PREPOSITION | WORD_CONJUNCTION | WORD_PARTICLE | WORD_PRONOUN | WORD_AUXILIARY | WORD_ADVERB |
                WORD_VERB | WORD_DETERMINER
    };
    Text text = cutter->tokens->text;
    size_t character = utf8_next(text, at) - at;
    const Head *head = lexicon_head_at(cutter->lexicon, text, at);
    return lexicon_word_at(cutter->lexicon, text, at, SMALL) ||
           lexicon_word_at(cutter->lexicon, text, at, ~0u) > character || (head && head->word.length > character);
}

static bool is_middle_dot(uint32_t c) {
    return c == 0xB7 || c == 0x2022 || c == 0x30FB;
}

static bool value_begins(const Cutter *cutter, size_t at) {
    const Tokens *tokens = cutter->tokens;
    Text character = text_slice(tokens->text, at, utf8_next(tokens->text, at));
    if (text_contains(TEXT("一二三四五六七八九十"), character)) {
        return true;
    }
    for (size_t i = 0; i < tokens->dates.count; i++) {
        if (tokens->dates.items[i].span.begin == at) {
            return true;
        }
    }
    for (size_t i = 0; i < tokens->numbers.count; i++) {
        if (tokens->numbers.items[i].span.begin == at) {
            return true;
        }
    }
    return false;
}

/* Where the characters that no word, number, date or known name begins with end, from `at` on. */
static size_t unknown_run(const Cutter *cutter, size_t at) {
    Text text = cutter->tokens->text;
    size_t next;
    size_t name;
    while (at < text.length && is_han(utf8_at(text, at, &next)) && !starts_word(cutter, at) &&
           !value_begins(cutter, at) && !lexicon_longest(cutter->lexicon, LANG_ZH, text, at, cutter->today, &name)) {
        at = next;
    }
    return at;
}

/* Does what can only be said of a speaker stand at `at`: 说：, 称“, 指出? */
static bool speaks(const Cutter *cutter, size_t at) {
    static const char *const verbs[] = {"说：", "说，", "说:",  "说“",  "称：", "称:",  "称“", "称，",
                                        "谓：", "谓“",  "谈称", "指出", "宣称", "声称", NULL};
    for (size_t i = 0; verbs[i]; i++) {
        if (text_starts(text_after(cutter->tokens->text, at), text_from(verbs[i]))) {
            return true;
        }
    }
    return false;
}

/* Behind a title, four characters that are no words; with a surname before them, six: 钱俊瑞作了报告. Two do where a
 * day or a word for speaking follows: 书记德田十六日. */
static bool is_foreign(const Cutter *cutter, size_t at, size_t length) {
    enum { CHARACTER = 3 /* bytes */, SHORTEST = 4 * CHARACTER, SHORTEST_WITH_SURNAME = 6 * CHARACTER };
    bool surname = surname_length(cutter, at) > 0;
    bool marked =
        !surname && length >= 2 * CHARACTER && (value_begins(cutter, at + length) || speaks(cutter, at + length));
    return may_be_person(cutter, at) && (marked || length >= (surname ? SHORTEST_WITH_SURNAME : SHORTEST));
}

/* 马·艾瓦佐夫: foreign names joined by dots; behind a title also 亚历山德罗夫. */
static Token foreigner_at(const Cutter *cutter, size_t at) {
    enum { LONGEST = 40 }; /* bytes */
    Text text = cutter->tokens->text;
    bool dotted = false;
    size_t end = cutter->tokens->lang == LANG_ZH ? unknown_run(cutter, at) : at;
    for (size_t next; end > at && end < text.length && is_middle_dot(utf8_at(text, end, &next));) {
        size_t after = unknown_run(cutter, next);
        if (after == next) {
            break;
        }
        dotted = true;
        end = after;
    }
    bool named = end - at <= LONGEST && (dotted || is_foreign(cutter, at, end - at));
    return (Token){.kind = TOKEN_NAME, .span = {at, named ? end : at}};
}

/* 姓 and one or two characters; two unless the second of them begins a word that follows names: 在 向 宣布 … */
static Token person_at(const Cutter *cutter, size_t at) {
    Text text = cutter->tokens->text;
    Token none = {.span = {at, at}};
    size_t surname = may_be_person(cutter, at) ? surname_length(cutter, at) : 0;
    size_t first = at + surname;
    size_t after;
    if (surname == 0 || first >= text.length || !is_han(utf8_at(text, first, &after))) {
        return none;
    }
    size_t end = after;
    size_t next;
    bool longer = end < text.length && is_han(utf8_at(text, end, &next)) && !starts_word(cutter, end);
    return (Token){.kind = TOKEN_NAME, .span = {at, longer ? next : end}};
}

/* Does a clause begin at `at`, or a name behind that of a body? */
static bool begins_clause(const Cutter *cutter, size_t at) {
    const Tokens *tokens = cutter->tokens;
    size_t count = tokens->items.count;
    const Token *before = count ? &tokens->items.items[count - 1] : NULL;
    return tokens->lang == LANG_ZH && at < tokens->text.length &&
           (!before || before->kind == TOKEN_MARK || (before->head && before->head->names));
}

/* 陈紫枫说：a surname and one or two characters between the beginning of a clause and a word for speaking. */
static Token speaker_at(const Cutter *cutter, size_t at) {
    enum { MOST_GIVEN = 2 };
    Text text = cutter->tokens->text;
    size_t surname = begins_clause(cutter, at) ? surname_length(cutter, at) : 0;
    size_t end = at + surname;
    for (int given = 0; surname && given < MOST_GIVEN; given++) {
        size_t next;
        if (end >= text.length || !is_han(utf8_at(text, end, &next)) || starts_word(cutter, end) ||
            lexicon_word_at(cutter->lexicon, text, end, WORD_TITLE)) {
            break;
        }
        end = next;
        if (speaks(cutter, end)) {
            return (Token){.kind = TOKEN_NAME, .span = {at, end}};
        }
    }
    return (Token){.span = {at, at}};
}

Token token_person(const Cutter *cutter, size_t at) {
    Token foreigner = foreigner_at(cutter, at);
    if (foreigner.span.end > at) {
        return foreigner;
    }
    Token person = person_at(cutter, at);
    return person.span.end > at ? person : speaker_at(cutter, at);
}
