/* Cuts a sentence into tokens by the longest thing that the lexicon, the number and the date scanner know at each
 * place. Knows nothing of phrases. */
#include "token_parts.h"

#include <string.h>

bool token_is_capital(const Tokens *tokens, size_t index) {
    char first = tokens->text.at[tokens->items.items[index].span.begin];
    return first >= 'A' && first <= 'Z';
}

static void index_bytes(Tokens *tokens, Arena *arena) {
    tokens->beginning = ARENA_ARRAY(arena, uint32_t, tokens->text.length + 1);
    tokens->ending = ARENA_ARRAY(arena, uint32_t, tokens->text.length + 1);
    for (size_t i = 0; i < tokens->items.count; i++) {
        tokens->beginning[tokens->items.items[i].span.begin] = (uint32_t)i + 1;
        tokens->ending[tokens->items.items[i].span.end] = (uint32_t)i + 1;
    }
}

size_t tokens_beginning(const Tokens *tokens, size_t byte) {
    uint32_t index = byte <= tokens->text.length ? tokens->beginning[byte] : 0;
    return index ? index - 1 : SIZE_MAX;
}

size_t tokens_ending(const Tokens *tokens, size_t byte) {
    uint32_t index = byte <= tokens->text.length ? tokens->ending[byte] : 0;
    return index ? index - 1 : SIZE_MAX;
}

static bool is_letter_or_digit(uint32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7) || (c >= 0xFF10 && c <= 0xFF19) ||
           (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
}

static const Standing *standing_at(const Cutter *cutter, size_t at) {
    Standing *standing = &cutter->standing[at];
    if (!standing->word) {
        *standing = lexicon_standing(cutter->lexicon, cutter->tokens->text, at);
    }
    return standing;
}

size_t token_word(const Cutter *cutter, size_t at, unsigned kinds) {
    return lexicon_standing_word(cutter->lexicon, standing_at(cutter, at), kinds);
}

unsigned token_kinds(const Cutter *cutter, size_t at, size_t end) {
    return lexicon_standing_exact(cutter->lexicon, standing_at(cutter, at), end - at).kinds;
}

const Head *token_head(const Cutter *cutter, size_t at) {
    return lexicon_standing_head(cutter->lexicon, standing_at(cutter, at));
}

/* A word of Latin letters: hyphens, apostrophes and the points of initials (U.S.) belong to it when a letter follows,
 * and the apostrophe of "Workers'" too. */
static size_t latin_end(Text text, size_t at) {
    size_t end = at;
    while (end < text.length) {
        size_t next;
        uint32_t c = utf8_at(text, end, &next);
        bool apostrophe = c == '\'' || c == 0x2019;
        size_t after;
        bool inside = (apostrophe || c == '-' || c == '.') && next < text.length &&
                      is_letter_or_digit(utf8_at(text, next, &after));
        bool plural = apostrophe && end > at && text.at[end - 1] == 's' && next < text.length && text.at[next] == ' ';
        if (!is_letter_or_digit(c) && !inside && !plural) {
            break;
        }
        end = next;
    }
    return end;
}

/* The longest name of the article's own list that stands at `at`, or NULL. */
static const NamePair *own_name(const Cutter *cutter, size_t at) {
    Lang lang = cutter->tokens->lang;
    const NamePair *longest = NULL;
    Text rest = text_after(cutter->tokens->text, at);
    for (size_t i = 0; i < cutter->article->names.count; i++) {
        const NamePair *pair = &cutter->article->names.items[i];
        bool longer = !longest || pair->name[lang].length > longest->name[lang].length;
        bool fits = longer && text_starts(rest, pair->name[lang]);
        if (fits && (lang == LANG_ZH || latin_end(rest, 0) <= pair->name[lang].length)) {
            longest = pair;
        }
    }
    return longest;
}

static Token number_or_date(Cutter *cutter, size_t at) {
    Tokens *tokens = cutter->tokens;
    while (cutter->next_date < tokens->dates.count && tokens->dates.items[cutter->next_date].span.begin < at) {
        cutter->next_date++;
    }
    while (cutter->next_number < tokens->numbers.count && tokens->numbers.items[cutter->next_number].span.begin < at) {
        cutter->next_number++;
    }
    if (cutter->next_date < tokens->dates.count && tokens->dates.items[cutter->next_date].span.begin == at) {
        return (Token){
            .kind = TOKEN_DATE, .span = tokens->dates.items[cutter->next_date].span, .index = cutter->next_date};
    }
    if (cutter->next_number < tokens->numbers.count && tokens->numbers.items[cutter->next_number].span.begin == at) {
        return (Token){.kind = TOKEN_NUMBER,
                       .span = tokens->numbers.items[cutter->next_number].span,
                       .index = cutter->next_number};
    }
    return (Token){.span = {at, at}};
}

/* "Premier Zhou" of "Premier Zhou Enlai": a title and the beginning of a longer name, which stands by itself. */
static bool hides_name(const Cutter *cutter, size_t at, size_t length) {
    Text text = cutter->tokens->text;
    size_t title = latin_end(text, at);
    bool titled = cutter->tokens->lang == LANG_EN && title + 1 < at + length &&
                  (lexicon_word(cutter->lexicon, LANG_EN, text_slice(text, at, title)).kinds & WORD_TITLE);
    size_t name = 0;
    return titled && lexicon_longest(cutter->lexicon, LANG_EN, text, title + 1, cutter->today, &name) &&
           title + 1 + name > at + length;
}

/* What the article's own list names is of the kind that its Chinese name ends in: 盐务局 "Salt Affairs". */
static Token own_token(const Cutter *cutter, const NamePair *pair, size_t at) {
    return (Token){.kind = TOKEN_NAME,
                   .span = {at, at + pair->name[cutter->tokens->lang].length},
                   .head = lexicon_head(cutter->lexicon, LANG_ZH, pair->name[LANG_ZH])};
}

static Token longest_name(const Cutter *cutter, size_t at) {
    size_t length = 0;
    const Entry *entry =
        lexicon_longest(cutter->lexicon, cutter->tokens->lang, cutter->tokens->text, at, cutter->today, &length);
    if (entry && hides_name(cutter, at, length)) {
        entry = NULL;
    }
    const NamePair *own = own_name(cutter, at);
    if (own && own->name[cutter->tokens->lang].length > (entry ? length : 0)) {
        return own_token(cutter, own, at);
    }
    Token token = {.kind = TOKEN_NAME, .span = {at, at + (entry ? length : 0)}, .entry = entry};
    token.head =
        entry ? lexicon_head(cutter->lexicon, cutter->tokens->lang, text_span(cutter->tokens->text, token.span)) : NULL;
    return token;
}

/* 茶农工会 is 茶农 + 工会, not 茶 + 农工 + 会, and 科学研究所 is 科学 + 研究所: a plain word gives way to a head that
 * begins inside it and reaches further, if the head is no shorter or what is left of the word is one too. */
static size_t before_head(const Cutter *cutter, size_t at, size_t word) {
    Text text = cutter->tokens->text;
    size_t first = utf8_next(text, at);
    for (size_t inner = first; inner < at + word; inner = utf8_next(text, inner)) {
        const Head *head = token_head(cutter, inner);
        bool reaches = head && inner + head->word.length > at + word;
        if (reaches && (inner == first ? head->word.length >= word : token_kinds(cutter, at, inner) == WORD_PLAIN)) {
            return inner - at;
        }
    }
    return word;
}

/* 青山县委员会 is 县 + 委员会, not 县委 + 员会. */
static bool cuts_committee(Text text, size_t at, const Head *head) {
    return text_ends(head->word, TEXT("委")) && text_starts(text_after(text, at + head->word.length), TEXT("员会"));
}

static Token chinese_word(const Cutter *cutter, size_t at) {
    Text text = cutter->tokens->text;
    size_t next;
    uint32_t c = utf8_at(text, at, &next);
    Token token = {.span = {at, next}};
    size_t word = token_word(cutter, at, ~0u);
    const Head *head = token_head(cutter, at);
    if (head && cuts_committee(text, at, head)) {
        head = NULL;
        word = 0;
    }
    if (head && head->word.length >= word) {
        token.head = head;
        token.span.end = at + head->word.length;
    } else if (word) {
        bool plain = token_kinds(cutter, at, at + word) == WORD_PLAIN;
        token.span.end = at + (plain ? before_head(cutter, at, word) : word);
    } else if (is_letter_or_digit(c)) {
        token.span.end = latin_end(text, at);
    } else if (!is_han(c)) {
        token.kind = TOKEN_MARK;
    }
    Word known = lexicon_standing_exact(cutter->lexicon, standing_at(cutter, at), token.span.end - at);
    token.words = known.kinds;
    token.uses = known.uses;
    return token;
}

/* 陕西省委 is 陕西 + 省委, not 陕西省 + 委: the last character of a place's name may begin a word for a body. What
 * stands before it names the place too, be it in the lexicon or not. */
static Token before_shared_head(const Cutter *cutter, size_t at, Token name) {
    Text text = cutter->tokens->text;
    bool chinese = cutter->tokens->lang == LANG_ZH && name.span.end > at;
    size_t last = chinese ? utf8_previous(text, name.span.end) : at;
    const Head *head = last > at ? token_head(cutter, last) : NULL;
    if (!head) {
        return name;
    }
    size_t length = 0;
    size_t end = last + head->word.length;
    const Head *behind = token_head(cutter, name.span.end); /* 天津市 + 委员会 */
    size_t word = token_word(cutter, name.span.end, ~0u);
    bool whole = name.span.end + (behind ? behind->word.length : 0) > end || name.span.end + word > end;
    bool reaches = head->names && end > name.span.end && !whole;
    if (!reaches || lexicon_longest(cutter->lexicon, LANG_ZH, text, name.span.end, cutter->today, &length)) {
        return name;
    }
    const Entry *entry = lexicon_name(cutter->lexicon, LANG_ZH, text_slice(text, at, last), cutter->today);
    bool two = utf8_count(text_slice(text, at, last)) > 1 && name.entry;
    return entry || two ? (Token){.kind = TOKEN_NAME, .span = {at, last}, .entry = entry ? entry : name.entry} : name;
}

/* 组织部 + 长, 水泥厂 + 长: who heads a body, unless 长 begins a word (长期, 长江). */
static bool is_headed(const Cutter *cutter, Token body) {
    Text text = cutter->tokens->text;
    size_t at = body.span.end;
    Text chief = TEXT("长");
    bool follows =
        cutter->tokens->lang == LANG_ZH && body.head && body.head->names && text_starts(text_after(text, at), chief);
    return follows && token_word(cutter, at, ~0u) <= chief.length;
}

static Token with_chief(const Cutter *cutter, Token body) {
    if (is_headed(cutter, body)) {
        body.span.end += TEXT("长").length;
        body = (Token){.kind = TOKEN_WORD, .span = body.span, .words = WORD_TITLE};
    }
    return body;
}

static bool is_capital(Text text, size_t at) {
    return at < text.length && text.at[at] >= 'A' && text.at[at] <= 'Z';
}

/* "No. 2" is one word, as 第二 is. */
static size_t number_sign_end(Text text, size_t at, size_t end) {
    size_t digits = end + TEXT(". ").length;
    bool sign = text_equal(text_slice(text, at, end), TEXT("No")) && text_starts(text_after(text, end), TEXT(". "));
    size_t last = digits;
    while (sign && last < text.length && is_ascii_digit(text.at[last])) {
        last++;
    }
    return last > digits ? last : end;
}

/* The point of "Mr. Lee" and "K. Lee" belongs to the word. */
static size_t english_end(const Cutter *cutter, size_t at) {
    Text text = cutter->tokens->text;
    size_t end = number_sign_end(text, at, latin_end(text, at));
    bool point = text_starts(text_after(text, end), TEXT(". ")) && is_capital(text, end + 2);
    bool initial = end - at == 1 && is_capital(text, at);
    bool title = point && (lexicon_word(cutter->lexicon, LANG_EN, text_slice(text, at, end + 1)).kinds & WORD_TITLE);
    return end + (point && (initial || title));
}

static Token english_word(const Cutter *cutter, size_t at) {
    Text text = cutter->tokens->text;
    size_t next;
    uint32_t c = utf8_at(text, at, &next);
    if (latin_end(text, next) == next + 1 && text.at[next] == 's' && (c == '\'' || c == 0x2019)) {
        return (Token){.span = {at, next + 1}, .words = WORD_DETERMINER}; /* what stands before it is a date */
    }
    if (!is_letter_or_digit(c)) {
        return (Token){.kind = TOKEN_MARK, .span = {at, next}};
    }
    Token token = {.span = {at, english_end(cutter, at)}};
    Text word = text_span(text, token.span);
    Word known = lexicon_word(cutter->lexicon, LANG_EN, word);
    token.words = known.kinds;
    token.uses = known.uses;
    if ((token.uses & USE_OPENS) && lexicon_opener(cutter->lexicon, text, at)) {
        token.uses |= USE_OPENER;
    }
    token.head = lexicon_head(cutter->lexicon, LANG_EN, word);
    return token;
}

static size_t width(Token token) {
    return token.span.end - token.span.begin;
}

static Token token_at(Cutter *cutter, size_t at) {
    Token value = number_or_date(cutter, at);
    Token name = before_shared_head(cutter, at, longest_name(cutter, at));
    Token person = token_person(cutter, at);
    Token word = cutter->tokens->lang == LANG_ZH ? chinese_word(cutter, at) : english_word(cutter, at);
    if (value.span.end > at && width(value) >= width(name)) {
        return value;
    }
    if (width(person) > width(name)) {
        return person;
    }
    if (width(name) > 0 && width(name) >= width(word)) {
        return with_chief(cutter, name);
    }
    return with_chief(cutter, word);
}

static size_t space_end(Text text, size_t at) {
    size_t next = at;
    while (at < text.length && is_space(utf8_at(text, at, &next))) {
        at = next;
    }
    return at;
}

/* Is the white space from `at` to `end` the gap between the decks of a headline? */
static bool is_gap(const Sentence *sentence, size_t at, size_t end) {
    if (sentence->lang != LANG_ZH || end - at > 1 || at == 0 || end >= sentence->text.length) {
        return sentence->lang == LANG_ZH && end - at > 1;
    }
    size_t next;
    return sentence->kind == SENTENCE_HEADLINE &&
           is_han(utf8_at(sentence->text, utf8_previous(sentence->text, at), &next)) &&
           is_han(utf8_at(sentence->text, end, &next));
}

/* Does a person's name stand before the token to be cut, with nothing but marks, joints and notes in brackets between?
 */
static void note_person(Cutter *cutter, const Token *token) {
    static const char *const opening[] = {"（", "(", NULL};
    static const char *const closing[] = {"）", ")", NULL};
    size_t last = cutter->tokens->items.count - 1;
    cutter->in_note = token->kind == TOKEN_MARK ? (cutter->in_note || token_is_any(cutter->tokens, last, opening)) &&
                                                      !token_is_any(cutter->tokens, last, closing)
                                                : cutter->in_note;
    bool joins = token->kind == TOKEN_MARK || cutter->in_note || (token->words & WORD_CONJUNCTION);
    cutter->person_before = joins ? cutter->person_before : token->kind == TOKEN_NAME && !token->head;
}

void tokens_make(const Sentence *of, const Article *article, const Knowns *persons, Day today, const Lexicon *lexicon,
                 Arena *arena, Tokens *out) {
    Lang lang = of->lang;
    Text sentence = of->text;
    memset(out, 0, sizeof *out);
    out->lang = lang;
    out->text = sentence;
    number_scan(lang, sentence, lexicon, arena, &out->numbers);
    date_scan(lang, sentence, today, lexicon, arena, &out->dates);
    Cutter cutter = {.tokens = out,
                     .article = article,
                     .lexicon = lexicon,
                     .book = lexicon_wordbook(lexicon),
                     .persons = persons,
                     .today = today,
                     .arena = arena};
    cutter.standing = ARENA_ARRAY(arena, Standing, sentence.length + 1);
    cutter.dotted = lang == LANG_ZH && token_has_dot(sentence);
    size_t at = 0;
    while (at < sentence.length) {
        size_t next;
        if (is_space(utf8_at(sentence, at, &next))) {
            size_t end = space_end(sentence, at);
            if (is_gap(of, at, end)) {
                *VECTOR_PUSH(arena, &out->items) = (Token){.kind = TOKEN_MARK, .span = {at, end}};
            }
            at = end;
            continue;
        }
        Token token = token_at(&cutter, at);
        *VECTOR_PUSH(arena, &out->items) = token;
        note_person(&cutter, &token);
        at = token.span.end;
    }
    token_marks(out);
    index_bytes(out, arena);
}

bool token_is_any(const Tokens *tokens, size_t index, const char *const *words) {
    while (*words && !token_is(tokens, index, *words)) {
        words++;
    }
    return *words;
}

bool token_is_day_apart(const Tokens *tokens, size_t index) {
    static const char *const endings[] = {"日", "天", "晨", "晚", "午", "号", NULL};
    return tokens->lang == LANG_ZH && tokens->items.items[index].kind == TOKEN_DATE &&
           text_ends_any(token_text(tokens, index), endings) && !token_is(tokens, index + 1, "的") &&
           !token_is(tokens, index + 1, "之");
}
