/* Chinese and foreign persons' names by their shape, where a title or an enumeration leads one to expect a name: told
 * before the text is cut, so that 王国权 is no 王国. */
#include "token_parts.h"

static unsigned token_opens(const Cutter *cutter, size_t at) {
    return wordbook_opens(cutter->book, cutter->tokens->text, at);
}

size_t token_surname(const Cutter *cutter, size_t at) {
    enum {
        NO_NAME = WORD_PREPOSITION | WORD_CONJUNCTION | WORD_PARTICLE | WORD_PRONOUN | WORD_AUXILIARY | WORD_ADVERB |
                  WORD_VERB
    };
    size_t length = token_word(cutter, at, WORD_SURNAME);
    size_t word = token_word(cutter, at, ~0u);
    unsigned kinds = length ? token_kinds(cutter, at, at + length) : WORD_NONE;
    return length && word == length && !(kinds & NO_NAME) ? length : 0;
}

/* Does a person's name stand at `at`, so that 王国权 is no 王国? Behind one of the kinds of words `before`, or in an
 * enumeration of names. */
static bool may_be_person(const Cutter *cutter, size_t at, unsigned before) {
    const Tokens *tokens = cutter->tokens;
    size_t count = tokens->items.count;
    if (tokens->lang != LANG_ZH || count == 0 || tokens->items.items[count - 1].span.end != at) {
        return false;
    }
    return (tokens->items.items[count - 1].words & before) ||
           (cutter->person_before && count > 1 &&
            (token_is(tokens, count - 1, "、") || token_is(tokens, count - 1, "和")));
}

bool token_starts_word(const Cutter *cutter, size_t at) {
    enum {
        SMALL = WORD_PREPOSITION | WORD_CONJUNCTION | WORD_PARTICLE | WORD_PRONOUN | WORD_AUXILIARY | WORD_ADVERB |
                WORD_VERB | WORD_DETERMINER
    };
    Text text = cutter->tokens->text;
    size_t character = utf8_next(text, at) - at;
    const Head *head = token_head(cutter, at);
    return token_word(cutter, at, SMALL) || token_word(cutter, at, ~0u) > character ||
           (head && head->word.length > character);
}

static bool is_middle_dot(uint32_t c) {
    return c == 0xB7 || c == 0x2022 || c == 0x30FB;
}

bool token_has_dot(Text text) {
    static const char *const dots[] = {"\u00B7", "\u2022", "\u30FB", NULL};
    for (size_t i = 0; dots[i]; i++) {
        size_t length = strlen(dots[i]);
        const char *end = text.at + text.length;
        for (const char *at = text.at; (at = memchr(at, dots[i][length - 1], (size_t)(end - at))) != NULL; at++) {
            if (text_ends((Text){text.at, (size_t)(at + 1 - text.at)}, (Text){dots[i], length})) {
                return true;
            }
        }
    }
    return false;
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

static bool opens_unknown(const Cutter *cutter, size_t at) {
    Text text = cutter->tokens->text;
    size_t next;
    size_t name;
    return at < text.length && is_han(utf8_at(text, at, &next)) && !value_begins(cutter, at) &&
           !lexicon_longest(cutter->lexicon, LANG_ZH, text, at, cutter->today, &name);
}

/* Where the characters that no word, number, date or known name begins with end, from `at` on. */
static size_t unknown_run(const Cutter *cutter, size_t at) {
    while (opens_unknown(cutter, at) && !token_starts_word(cutter, at) && !token_speaks(cutter, at)) {
        at = utf8_next(cutter->tokens->text, at);
    }
    return at;
}

/* The characters that foreign names are written with. */
static const char sound_characters[] =
    "阿埃艾爱安昂奥巴拜班邦贝本比彼宾波伯勃博布查茨达戴丹德登邓迪蒂丁杜顿多厄恩尔法凡范菲费"
    "芬佛弗夫福盖甘戈格葛古哈海翰汉豪赫亨洪胡惠霍基吉加贾金卡凯坎康考柯科克肯库昆拉腊莱赖"
    "兰朗劳勒雷里利莉连列林琳龙卢鲁伦罗洛马玛麦迈曼梅门蒙米姆莫墨默穆纳娜乃奈尼涅纽努诺欧"
    "帕潘庞佩彭皮蒲普齐奇恰乔切琴丘琼荣瑞萨塞桑瑟森沙珊绍舍什史士舒司斯松苏索塔泰坦汤唐陶"
    "贺柴哥罕缪"
    "特滕惕廷图托脱瓦万旺威韦维魏温沃乌武西希锡夏肖谢辛欣休雅亚扬耶叶伊尤约宰赞泽扎詹哲佐";

static bool is_sound_at(const Cutter *cutter, size_t at) {
    return (token_opens(cutter, at) & OPENS_SOUND) && opens_unknown(cutter, at);
}

/* 塔加 | 以及, not 塔 | 加以 | 及: the last character of a name before the word that joins it to the next. */
static bool ends_before_joint(const Cutter *cutter, size_t at) {
    Text text = cutter->tokens->text;
    return text_starts(text_after(text, utf8_next(text, at)), TEXT("以及"));
}

bool token_starts_long_word(const Cutter *cutter, size_t at) {
    if (ends_before_joint(cutter, at)) {
        return false;
    }
    Text text = cutter->tokens->text;
    size_t character = utf8_next(text, at) - at;
    const Head *head = token_head(cutter, at);
    return token_word(cutter, at, ~0u) > character || (head && head->word.length > character);
}

/* Where the sounds from `at` on end. 约 of 约尔丹 is one of them, as another follows; 加 before 以 is none. */
static size_t sound_run(const Cutter *cutter, size_t at) {
    Text text = cutter->tokens->text;
    while (is_sound_at(cutter, at) && !token_starts_long_word(cutter, at)) {
        size_t next = utf8_next(text, at);
        bool goes_on = is_sound_at(cutter, next) && !token_starts_long_word(cutter, next);
        if (token_starts_word(cutter, at) && !goes_on) {
            break;
        }
        at = next;
    }
    return at;
}

static const char *const speech[] = {"说：", "说，", "说:",  "说“",  "称：", "称:",  "称“", "称，",
                                     "谓：", "谓“",  "谈称", "指出", "宣称", "声称", NULL};

bool token_speaks(const Cutter *cutter, size_t at) {
    return (token_opens(cutter, at) & OPENS_SPEECH) && numeral_any(cutter->tokens->text, at, speech);
}

/* 汉森首相: sounds with a title behind them, where a name may begin; else `at`. */
static size_t titled_sounds(const Cutter *cutter, size_t at) {
    enum { CHARACTER = 3 /* bytes */, BEFORE_NAMES = WORD_PREPOSITION | WORD_CONJUNCTION };
    const Tokens *tokens = cutter->tokens;
    const Token *before = tokens->items.count ? &tokens->items.items[tokens->items.count - 1] : NULL;
    if (before && before->kind != TOKEN_MARK && !(before->words & BEFORE_NAMES)) {
        return at;
    }
    size_t end = sound_run(cutter, at);
    bool titled = end - at >= 2 * CHARACTER && end < tokens->text.length && token_word(cutter, end, WORD_TITLE);
    return titled ? end : at;
}

/* Does a word begin here that tells what somebody does, or how? */
static bool acts_at(const Cutter *cutter, size_t at) {
    return token_word(cutter, at, WORD_VERB | WORD_PREPOSITION | WORD_ADVERB | WORD_AUXILIARY) != 0;
}

/* 后藤武十，许汉三，: one numeral more, with nothing to count behind it, ends a name of `length` bytes. */
static size_t with_numeral(const Cutter *cutter, size_t begin, size_t end, size_t length) {
    Text text = cutter->tokens->text;
    size_t next = end < text.length ? utf8_next(text, end) : end;
    size_t after;
    bool numeral = next > end && text_contains(TEXT("一二三四五六七八九十"), text_slice(text, end, next));
    bool ends = next >= text.length || !is_han(utf8_at(text, next, &after)) || acts_at(cutter, next);
    return numeral && ends && end - begin == length ? next : end;
}

/* Behind a title, four characters that are no words, or two that sounds are written with; where a surname comes first
 * a Chinese name is likelier: 钱俊瑞作了报告, 马洛夫 and 马林科夫. Two do also where a day or a word for speaking
 * follows, or one more title: 书记德田十六日, 代表掩特中校; three where a verb does: 议员格林契发表. */
static size_t foreign_end(const Cutter *cutter, size_t at) {
    enum { CHARACTER = 3 /* bytes */ };
    if (!may_be_person(cutter, at, WORD_TITLE)) {
        return titled_sounds(cutter, at);
    }
    size_t surname = token_surname(cutter, at) ? CHARACTER : 0;
    size_t sounds = sound_run(cutter, at);
    size_t unknown = with_numeral(cutter, at, unknown_run(cutter, at), 3 * CHARACTER);
    if (sounds >= unknown && sounds - at >= 2 * CHARACTER + 2 * surname) {
        return sounds;
    }
    bool marked =
        !surname && unknown - at >= 2 * CHARACTER && (value_begins(cutter, unknown) || token_speaks(cutter, unknown));
    marked = marked || (!surname && unknown - at >= 3 * CHARACTER && acts_at(cutter, unknown));
    marked = marked || (!surname && unknown - at >= 2 * CHARACTER && unknown < cutter->tokens->text.length &&
                        token_word(cutter, unknown, WORD_TITLE));
    return marked || unknown - at >= 4 * CHARACTER + 2 * surname ? unknown : at;
}

/* 总统樊尚·奥尔: behind a title the part before a dot may hold characters that are small words elsewhere. */
static size_t dotted_part(const Cutter *cutter, size_t at) {
    Text text = cutter->tokens->text;
    size_t end = may_be_person(cutter, at, WORD_TITLE) ? at : text.length;
    while (opens_unknown(cutter, end) && !token_starts_long_word(cutter, end)) {
        end = utf8_next(text, end);
    }
    size_t next;
    return end < text.length && is_middle_dot(utf8_at(text, end, &next)) ? end : unknown_run(cutter, at);
}

/* 马·艾瓦佐夫: foreign names joined by dots; behind a title also 亚历山德罗夫 and 汉森. */
static Token foreigner_at(const Cutter *cutter, size_t at) {
    enum { LONGEST = 40 }; /* bytes */
    Text text = cutter->tokens->text;
    bool dotted = false;
    size_t end = cutter->dotted ? dotted_part(cutter, at) : at;
    for (size_t next; end > at && end < text.length && is_middle_dot(utf8_at(text, end, &next));) {
        size_t after = unknown_run(cutter, next);
        if (after == next) {
            break;
        }
        dotted = true;
        end = after;
    }
    if (!dotted && cutter->tokens->lang == LANG_ZH) {
        end = foreign_end(cutter, at);
    }
    return (Token){.kind = TOKEN_NAME, .span = {at, end - at <= LONGEST ? end : at}};
}

/* 韩守正，彭文应、: a small word that would govern nothing is the last character of a name. */
static bool dangles(const Cutter *cutter, size_t at, size_t next) {
    enum {
        GOVERNS = WORD_ADVERB | WORD_AUXILIARY | WORD_PREPOSITION,
        STANDS_ALONE = WORD_VERB | WORD_SAYING | WORD_PARTICLE | WORD_PRONOUN
    };
    Text text = cutter->tokens->text;
    unsigned kinds = token_kinds(cutter, at, next);
    size_t after;
    bool ends = next >= text.length || !is_han(utf8_at(text, next, &after)) ||
                text_equal(text_slice(text, next, after), TEXT("的")) ||
                text_equal(text_slice(text, next, after), TEXT("等"));
    bool joins_none = (kinds & WORD_CONJUNCTION) && next < text.length && /* 主席万泰和也发言 */
                      token_word(cutter, next, WORD_ADVERB | WORD_AUXILIARY) == after - next;
    return joins_none || (ends && (kinds & GOVERNS) && !(kinds & STANDS_ALONE));
}

/* 姓 and one or two characters; two unless the second of them begins a word that follows names: 在 向 宣布 … */
static Token person_at(const Cutter *cutter, size_t at) {
    Text text = cutter->tokens->text;
    Token none = {.span = {at, at}};
    bool called = may_be_person(cutter, at, WORD_CALLING) && !token_starts_long_word(cutter, at); /* 矿工文工团 */
    size_t surname = called || may_be_person(cutter, at, WORD_TITLE) ? token_surname(cutter, at) : 0;
    size_t first = at + surname;
    size_t after;
    bool alone =
        text_starts(text_after(text, first), TEXT("副")) && token_word(cutter, first, WORD_TITLE); /* 朱副主席 */
    if (surname == 0 || alone || first >= text.length || !is_han(utf8_at(text, first, &after))) {
        return none;
    }
    size_t end = after;
    size_t next;
    bool han = end < text.length && is_han(utf8_at(text, end, &next));
    bool joins = token_word(cutter, end, WORD_CONJUNCTION | WORD_PREPOSITION);
    bool titled = han && !joins && token_word(cutter, next, WORD_TITLE); /* 李之如副处长 */
    bool deputy =
        text_starts(text_after(text, end), TEXT("副")) && token_word(cutter, end, WORD_TITLE); /* 朱德副主席 */
    bool longer = han && !deputy && (titled || !token_starts_word(cutter, end) || dangles(cutter, end, next)) &&
                  !value_begins(cutter, end);
    end = longer ? next : end;
    return (Token){.kind = TOKEN_NAME, .span = {at, with_numeral(cutter, at, end, 2 * (after - first))}};
}

/* Is `name` what stands at `at`? Two characters may also be the beginning of something else. */
static bool is_named(const Cutter *cutter, Text name, size_t at) {
    enum { TWO_CHARACTERS = 6 /* bytes */ };
    Text text = cutter->tokens->text;
    size_t end = at + name.length;
    size_t next;
    if (!text_starts(text_after(text, at), name)) {
        return false;
    }
    bool goes_on = end < text.length && (cutter->tokens->lang == LANG_EN ? is_ascii_letter(text.at[end])
                                                                         : is_han(utf8_at(text, end, &next)));
    if (cutter->tokens->lang == LANG_EN || name.length > TWO_CHARACTERS) {
        return cutter->tokens->lang == LANG_ZH || !goes_on;
    }
    return !lexicon_word(cutter->lexicon, LANG_ZH, name).kinds && (!goes_on || token_starts_word(cutter, end));
}

/* "Huang Hua" is nobody who is called Huang for short. */
static bool is_of_longer_name(const Cutter *cutter, size_t begin, size_t end) {
    const Tokens *tokens = cutter->tokens;
    Text text = tokens->text;
    size_t count = tokens->items.count;
    bool after = end + 1 < text.length && text.at[end] == ' ' && text.at[end + 1] >= 'A' && text.at[end + 1] <= 'Z';
    bool before = count && begin > 0 && text.at[begin - 1] == ' ' && token_is_capital(tokens, count - 1) &&
                  !(tokens->items.items[count - 1].words & ~(unsigned)WORD_SURNAME);
    return tokens->lang == LANG_EN && (after || before);
}

/* The longest name of those that the article has brought up before. */
static Token known_at(const Cutter *cutter, size_t at) {
    size_t longest = 0;
    for (size_t i = 0; i < cutter->persons->count; i++) {
        const Known *known = &cutter->persons->items[i];
        bool is_short = known->full.label.length;
        if (known->name.length > longest && is_named(cutter, known->name, at) && !known->doubtful &&
            !(is_short && is_of_longer_name(cutter, at, at + known->name.length))) {
            longest = known->name.length;
        }
    }
    return (Token){.kind = TOKEN_NAME, .span = {at, at + longest}};
}

Token token_person(const Cutter *cutter, size_t at) {
    Token known = known_at(cutter, at);
    if (known.span.end > at) {
        return known;
    }
    Token foreigner = foreigner_at(cutter, at);
    if (foreigner.span.end > at) {
        return foreigner;
    }
    Token person = person_at(cutter, at);
    return person.span.end > at ? person : token_speaker(cutter, at);
}

void token_person_wordbook(Wordbook *book) {
    wordbook_add_characters(book, OPENS_SOUND, TEXT(sound_characters));
    wordbook_add_all(book, OPENS_SPEECH, speech);
}
