/* Chinese persons named without a title, told by what is said of them: 张三揭露，… at the beginning of a clause, and
 * the members of a list of names. Such a name is a surname and one or two characters that are no words. */
#include "token_parts.h"

/* No name ends so: who speaks for a side or a paper is no person, nor is 李犯 a name. */
static bool ends_like_body(const Cutter *cutter, Text name) {
    Text last = text_slice(name, utf8_previous(name, name.length), name.length);
    return lexicon_head(cutter->lexicon, LANG_ZH, name) || text_contains(TEXT("方某犯匪逆伪"), last);
}

/* 王造时说, 王造时、张三: a function word that ends many names, and a word of saying or another name right behind it.
 */
static bool ends_name(const Cutter *cutter, size_t at) {
    Text text = cutter->tokens->text;
    size_t next = utf8_next(text, at);
    return text_contains(TEXT("时中初若凡之成为同先正"), text_slice(text, at, next)) &&
           !token_starts_long_word(cutter, at) &&
           (token_word(cutter, next, WORD_SAYING) || text_starts(text_after(text, next), TEXT("、")) ||
            text_starts(text_after(text, next), TEXT("等")));
}

/* Where the name that begins at `at` ends if it has so many characters behind the surname; 0: none can. */
static size_t name_end(const Cutter *cutter, size_t at, int given) {
    Text text = cutter->tokens->text;
    size_t end = at + token_surname(cutter, at);
    bool sound = end > at && !text_starts(text_after(text, end), TEXT("氏")); /* 周氏继续: the name ends there */
    for (int i = 0; i < given && sound; i++) {
        size_t next;
        bool last = i + 1 == given;
        sound =
            end < text.length && is_han(utf8_at(text, end, &next)) && !token_word(cutter, end, WORD_TITLE) &&
            (last ? !token_starts_word(cutter, end) || ends_name(cutter, end) : !token_starts_long_word(cutter, end));
        end = sound ? next : end;
    }
    sound = sound && !text_starts(text_after(text, end), TEXT("氏")); /* 周徐白三氏 */
    return sound && !ends_like_body(cutter, text_slice(text, at, end)) ? end : 0;
}

static size_t clause_end(Text text, size_t at) {
    Text marks = TEXT("，。；：！？“”　\n");
    while (at < text.length && !text_contains(marks, text_slice(text, at, utf8_next(text, at)))) {
        at = utf8_next(text, at);
    }
    return at;
}

static bool says_within(const Cutter *cutter, size_t at, size_t end) {
    while (at < end) {
        if (token_word(cutter, at, WORD_SAYING)) {
            return true;
        }
        size_t word = token_word(cutter, at, ~0u);
        at = word ? at + word : utf8_next(cutter->tokens->text, at);
    }
    return false;
}

/* Behind a short note in brackets, as 陈永康（布依族）; `at` itself when there is none. */
static size_t after_note(Text text, size_t at) {
    enum { LONGEST = 48 /* bytes */ };
    static const char *const opening[] = {"（", "(", NULL};
    static const char *const closing[] = {"）", ")", NULL};
    size_t open = numeral_any(text, at, opening);
    size_t end = open ? clause_end(text, open) : at;
    for (size_t i = open; open && i < end && i - open < LONGEST; i = utf8_next(text, i)) {
        size_t close = numeral_any(text, i, closing);
        if (close) {
            return close;
        }
    }
    return at;
}

/* 计晋美（藏族）: of whom a people is told is a person. */
static bool has_people(Text text, size_t at) {
    static const char *const ends[] = {"族）", "族)", "（女）", NULL};
    size_t end = after_note(text, at);
    Text note = text_slice(text, at, end);
    bool people = false;
    for (const char *const *word = ends; *word; word++) {
        people = people || text_ends(note, text_from(*word));
    }
    return people;
}

/* Is what stands behind a name what only a person does: 说, 又指出, 在会上揭露? */
static bool speaks_at(const Cutter *cutter, size_t at) {
    static const char *const company[] = {"等人", "等", "同志", "先生", "女士", "教授", NULL};
    static const char *const setting[] = {"在", "于", "对", "向", "就", "代表", "用", "以", NULL};
    Text text = cutter->tokens->text;
    at = after_note(text, at);
    size_t companions = numeral_any(text, at, company);
    at = companions ? companions : at;
    for (size_t word = 1; word && !token_word(cutter, at, WORD_SAYING); at += word) {
        word = token_word(cutter, at, WORD_ADVERB | WORD_AUXILIARY);
    }
    return token_word(cutter, at, WORD_SAYING) || token_speaks(cutter, at) ||
           (numeral_any(text, at, setting) && says_within(cutter, at, clause_end(text, at)));
}

/* Behind what joins the name that ends at `at` to the next; 0: it is the last. */
static size_t after_joint(Text text, size_t at) {
    static const char *const joints[] = {"、", "和", "及", "与", NULL};
    return numeral_any(text, after_note(text, at), joints);
}

/* Where a member of a list of names ends; 0: none begins here. */
static size_t member_end(const Cutter *cutter, size_t at) {
    Text text = cutter->tokens->text;
    size_t longer = name_end(cutter, at, 2);
    size_t shorter = name_end(cutter, at, 1);
    bool cut = shorter && after_joint(text, shorter) && !(longer && after_joint(text, longer));
    return longer && !cut ? longer : shorter;
}

static bool is_list(const Cutter *cutter, size_t at) {
    enum { SURE = 3 }; /* so many names in a row need no verb */
    size_t count = 0;
    size_t end = at;
    for (size_t begin = at; begin && (end = member_end(cutter, begin)) != 0; count++) {
        begin = after_joint(cutter->tokens->text, end);
        if (!begin) {
            return count + 1 >= SURE || (count > 0 && speaks_at(cutter, end));
        }
    }
    return count >= SURE;
}

/* At the beginning of a clause, or behind what tells who somebody is: 盐场工人张三说, 到会的张三思说. */
static bool may_speak(const Cutter *cutter, int given) {
    const Tokens *tokens = cutter->tokens;
    const Token *last = tokens->items.count ? &tokens->items.items[tokens->items.count - 1] : NULL;
    bool described = last && given == 2 && token_is(tokens, tokens->items.count - 1, "的");
    return !last || last->kind == TOKEN_MARK || last->head || described;
}

/* 宣言中说: a document speaks, and nobody of the surname 宣. */
static bool begins_noun(const Cutter *cutter, size_t at) {
    const Head *head = token_head(cutter, at);
    return head && head->word.length > utf8_next(cutter->tokens->text, at) - at;
}

Token token_speaker(const Cutter *cutter, size_t at) {
    size_t end = at;
    if (cutter->tokens->lang == LANG_ZH && token_surname(cutter, at) && !begins_noun(cutter, at)) {
        for (int given = 2; given > 0 && end == at && may_speak(cutter, given); given--) {
            size_t name = name_end(cutter, at, given);
            end = name && (speaks_at(cutter, name) || has_people(cutter->tokens->text, name)) ? name : at;
        }
        end = end == at && is_list(cutter, at) ? member_end(cutter, at) : end;
    }
    return (Token){.kind = TOKEN_NAME, .span = {at, end}, .person = true};
}
