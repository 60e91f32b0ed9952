/* Chinese names and descriptions by their shape: what ends in 部 厂 会议 …, 姓 + 名 beside a title, and descriptions
 * such as 参加会议的代表. */
#include "finder.h"
#include "phrase.h"

enum { CLAUSE_WORDS = WORD_PREPOSITION | WORD_AUXILIARY | WORD_PARTICLE };
enum { LONGEST_FOREIGN = 18 }; /* characters: what is longer holds other words */

static const Token *token_of(const Finder *finder, size_t index) {
    return &finder->tokens->items.items[index];
}

static bool is_event_or_body(const Finder *finder, const Head *head) {
    return head->names && (ontology_is_a(finder->ontology, head->class_id, finder->ontology->agent) ||
                           ontology_is_a(finder->ontology, head->class_id, finder->ontology->meeting));
}

static size_t characters(const Finder *finder, size_t first, size_t last) {
    return utf8_count(text_span(finder->tokens->text, finder_span(finder, first, last)));
}

/* Does 的 stand before `first`, perhaps with a number between: 参加会议的(九百三十多名)代表? Answers the token 的. */
static size_t clause_particle(const Finder *finder, size_t first) {
    size_t i = first;
    if (i > 0 && token_of(finder, i - 1)->kind == TOKEN_NUMBER) {
        i--;
    }
    return i > 0 && token_is(finder->tokens, i - 1, "的") ? i - 1 : SIZE_MAX;
}

/* Where the clause before 的 begins: after a mark between clauses, a preposition, 了, 将 … or an adverb at its head. */
static size_t clause_begin(const Finder *finder, size_t particle) {
    size_t i = particle;
    while (i > 0) {
        const Token *before = token_of(finder, i - 1);
        bool mark = before->kind == TOKEN_MARK && !token_is(finder->tokens, i - 1, "、");
        bool stops = before->kind == TOKEN_WORD && !before->head && (before->words & CLAUSE_WORDS) &&
                     !token_is(finder->tokens, i - 1, "的") && !token_is(finder->tokens, i - 1, "在");
        if (mark || stops) {
            break;
        }
        i--;
    }
    while (i < particle && (token_of(finder, i)->kind == TOKEN_DATE || (token_of(finder, i)->words & WORD_ADVERB))) {
        i++;
    }
    return i;
}

/* 五十九个 专业小组, 各 专业系统, 全体 先进生产者: number and determiner belong to the mention, not to its core. */
static size_t with_determiner(const Finder *finder, size_t first) {
    while (first > 0) {
        const Token *before = token_of(finder, first - 1);
        if (before->kind != TOKEN_NUMBER && !(before->kind == TOKEN_WORD && (before->words & WORD_DETERMINER))) {
            break;
        }
        first--;
    }
    return first;
}

static bool is_belonging(const Finder *finder, size_t index) {
    static const char *const words[] = {"所属", "直属", "下属", "所辖", "的", NULL};
    for (size_t i = 0; words[i]; i++) {
        if (token_is(finder->tokens, index, words[i])) {
            return true;
        }
    }
    return false;
}

/* 三个煤矿的全体职工: of what is named before 的, the longest; NULL: nothing is. */
static const Mention *possessor(const Finder *finder, size_t begin) {
    const Mention *longest = NULL;
    if (begin < 2 || !token_is(finder->tokens, begin - 1, "的")) {
        return NULL;
    }
    for (size_t i = 0; i < finder->out->count; i++) {
        const Mention *mention = &finder->out->items[i];
        if (mention->span.end == token_of(finder, begin - 1)->span.begin &&
            (!longest || mention->span.begin < longest->span.begin)) {
            longest = mention;
        }
    }
    return longest;
}

static void add_description(Finder *finder, size_t first, size_t last, ClassId class_id) {
    size_t begin = with_determiner(finder, first);
    Span whole = finder_span(finder, begin, last);
    /* 重工业部各专业系统: whose they are belongs to them. */
    size_t owner = begin > 0 && is_belonging(finder, begin - 1) ? begin - 1 : begin;
    if (owner > 0 && token_of(finder, owner - 1)->kind == TOKEN_NAME) {
        Span owned = finder_span(finder, owner - 1, last);
        finder_add(finder, MENTION_DESCRIPTION, owned, owned, class_id, NULL);
    }
    finder_add(finder, MENTION_DESCRIPTION, whole, whole, class_id, NULL);
    const Mention *owning = begin < first ? possessor(finder, begin) : NULL;
    if (owning) {
        Span possessed = {owning->span.begin, whole.end};
        finder_add(finder, MENTION_DESCRIPTION, possessed, possessed, class_id, NULL);
    }
    size_t particle = clause_particle(finder, first);
    if (particle != SIZE_MAX) {
        size_t clause = clause_begin(finder, particle);
        if (clause < particle) {
            finder_add(finder, MENTION_DESCRIPTION, finder_span(finder, clause, last), finder_span(finder, first, last),
                       class_id, NULL);
        }
    }
}

static bool is_name_character(const Finder *finder, size_t index) {
    if (index >= finder->tokens->items.count) {
        return false;
    }
    const Token *token = token_of(finder, index);
    return token->kind == TOKEN_WORD && !(token->words & ~(unsigned)WORD_SURNAME) && !token->head &&
           characters(finder, index, index) == 1;
}

/* 塞古·杜尔: a dot joins the parts of a foreigner's name. */
static bool is_dot(const Finder *finder, size_t index) {
    return index < finder->tokens->items.count && token_is(finder->tokens, index, "·");
}

/* A character of a foreigner's name, or the letter that stands for one part of it. */
static bool is_foreign_part(const Finder *finder, size_t index) {
    if (index >= finder->tokens->items.count || token_of(finder, index)->kind != TOKEN_WORD) {
        return false;
    }
    const Token *token = token_of(finder, index);
    return !token->head && !(token->words & ~(unsigned)(WORD_SURNAME | WORD_PLAIN)) &&
           characters(finder, index, index) <= 2;
}

static size_t foreign_begin(const Finder *finder, size_t dot) {
    size_t first = dot;
    while (first > 0 && is_foreign_part(finder, first - 1)) {
        first--;
    }
    return first;
}

static size_t foreign_end(const Finder *finder, size_t dot) {
    size_t next = dot + 1;
    while (is_foreign_part(finder, next)) {
        next++;
    }
    return is_dot(finder, next) && next > dot + 1 ? foreign_end(finder, next) : next;
}

/* 总统樊尚·阿里奥尔: the name whose first dot this is, with the title before it. */
static void add_foreign_person(Finder *finder, size_t dot) {
    size_t first = foreign_begin(finder, dot);
    size_t next = foreign_end(finder, dot);
    bool later = first > 0 && is_dot(finder, first - 1);
    if (later || first == dot || next == dot + 1 || characters(finder, first, next - 1) > LONGEST_FOREIGN ||
        token_of(finder, first)->depth != token_of(finder, next - 1)->depth) {
        return;
    }
    size_t begin = first > 0 && (token_of(finder, first - 1)->words & WORD_TITLE)
                       ? phrase_noun_begin(finder->tokens, first - 1)
                       : first;
    finder_add(finder, MENTION_NAME, finder_span(finder, begin, next - 1), finder_span(finder, first, next - 1),
               finder->ontology->person, NULL);
}

/* A surname at `index` and the one or two characters after it: how many tokens; 0: no name. */
static size_t person_length(const Finder *finder, size_t index) {
    if (index >= finder->tokens->items.count || !(token_of(finder, index)->words & WORD_SURNAME) ||
        !is_name_character(finder, index + 1)) {
        return 0;
    }
    return is_name_character(finder, index + 2) ? 3 : 2;
}

/* 张三代表大会 …: the congress is spoken for by a person, not named after one. */
static bool is_spoken_for(const Finder *finder, size_t first, size_t last) {
    size_t length = person_length(finder, first);
    Text rest = length && first + length <= last
                    ? text_span(finder->tokens->text, finder_span(finder, first + length, last))
                    : TEXT("");
    return text_equal(rest, TEXT("代表大会")) || text_equal(rest, TEXT("代表会议"));
}

/* A head: everything before it that can belong to it does. */
static void add_by_head(Finder *finder, size_t last) {
    const Head *head = token_of(finder, last)->head;
    size_t first = phrase_noun_begin(finder->tokens, last);
    bool bare = first == last;
    if (bare && token_of(finder, last)->kind == TOKEN_NAME) {
        return;
    }
    if (token_is(finder->tokens, last + 1, "们")) {
        last++;
    }
    if ((bare && characters(finder, first, last) < 2 && with_determiner(finder, first) == first) ||
        is_spoken_for(finder, first, last)) {
        return;
    }
    if (!bare && is_event_or_body(finder, head)) {
        Span span = finder_span(finder, first, last);
        finder_add(finder, MENTION_NAME, span, span, head->class_id, NULL);
        return;
    }
    add_description(finder, first, last, head->class_id);
}

static bool ends_in_title(const Finder *finder, size_t index) {
    return token_of(finder, index)->words & WORD_TITLE;
}

static size_t add_person(Finder *finder, size_t title_first, size_t index) {
    size_t length = person_length(finder, index);
    if (length == 0 || is_dot(finder, index + length)) {
        return 0;
    }
    Span core = finder_span(finder, index, index + length - 1);
    Span span = {finder->tokens->items.items[title_first].span.begin, core.end};
    finder_add(finder, MENTION_NAME, span, core, finder->ontology->person, NULL);
    return length;
}

/* The first token of the title that ends at `last`, with those that 兼 joins to it: 总统兼外交部长. */
static size_t title_begin(const Finder *finder, size_t last) {
    size_t first = phrase_noun_begin(finder->tokens, last);
    while (first > 1 && token_is(finder->tokens, first - 1, "兼") && ends_in_title(finder, first - 2)) {
        first = phrase_noun_begin(finder->tokens, first - 2);
    }
    return first;
}

/* After a title: 秘书长李颉伯; and on through an enumeration: 主席陈云、李立三. */
static void add_titled_persons(Finder *finder, size_t title) {
    size_t index = title + 1;
    size_t first = title_begin(finder, title);
    if (index < finder->tokens->items.count && token_of(finder, index)->kind == TOKEN_NAME) {
        Span core = token_of(finder, index)->span;
        const Entry *entry = token_of(finder, index)->entry;
        if (!entry || ontology_is_a(finder->ontology, entry->class_id, finder->ontology->person)) {
            finder_add(finder, MENTION_NAME, (Span){token_of(finder, first)->span.begin, core.end}, core,
                       finder->ontology->person, entry);
        }
        return;
    }
    size_t length = add_person(finder, first, index);
    while (length && token_is(finder->tokens, index + length, "、")) {
        index += length + 1;
        length = add_person(finder, index, index);
    }
}

void names_chinese(Finder *finder) {
    finder_add_known(finder);
    for (size_t i = 0; i < finder->tokens->items.count; i++) {
        const Token *token = token_of(finder, i);
        if (token->head && !phrase_is_verb_here(finder->tokens, i)) {
            add_by_head(finder, i);
        }
        if (is_dot(finder, i)) {
            add_foreign_person(finder, i);
        }
        if (ends_in_title(finder, i)) {
            add_titled_persons(finder, i);
        }
        if (person_length(finder, i) && i + person_length(finder, i) < finder->tokens->items.count &&
            ends_in_title(finder, i + person_length(finder, i))) {
            add_person(finder, i, i);
        }
    }
}
