/* Chinese names and descriptions by their shape: what ends in 部 厂 会议 …, 姓 + 名 beside a title, and descriptions
 * such as 参加会议的代表. */
#include "finder.h"
#include "phrase.h"

enum { CLAUSE_WORDS = WORD_PREPOSITION | WORD_AUXILIARY | WORD_PARTICLE };

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
    if (i > 0 && finder_token(finder, i - 1)->kind == TOKEN_NUMBER) {
        i--;
    }
    return i > 0 && token_is(finder->tokens, i - 1, "的") ? i - 1 : SIZE_MAX;
}

static bool is_edge(const Finder *finder, size_t index) {
    return index >= finder->tokens->items.count ||
           (finder_token(finder, index)->kind == TOKEN_MARK && !token_is(finder->tokens, index, "、"));
}

/* 农民纷纷建立自己的组织: is the verb at `index` that of the sentence, which a subject and an adverb or a date come
 * before? */
static bool is_predicate(const Finder *finder, size_t index) {
    size_t i = index;
    while (i > 0 &&
           (finder_token(finder, i - 1)->kind == TOKEN_DATE || (finder_token(finder, i - 1)->words & WORD_ADVERB))) {
        i--;
    }
    return finder_is_verb(finder, index) && i < index && !is_edge(finder, i - 1) && i > 0 &&
           !(finder_token(finder, i - 1)->words & (CLAUSE_WORDS | WORD_VERB));
}

static bool stops_clause(const Finder *finder, size_t index, size_t particle) {
    const Token *token = finder_token(finder, index);
    bool small = token->kind == TOKEN_WORD && !token->head && (token->words & CLAUSE_WORDS) &&
                 !token_is(finder->tokens, index, "的") && !token_is(finder->tokens, index, "在");
    static const char *const heads[] = {"为首", "团长", "领队", "主席", "首席代表", NULL};
    bool led = (token_is(finder->tokens, index, "以") || token_is(finder->tokens, index, "为")) &&
               token_is_any(finder->tokens, particle - 1, heads);
    return is_edge(finder, index) || (small && !led) ||
           (!token_is(finder->tokens, index + 1, "的") && is_predicate(finder, index));
}

/* Where the clause before 的 begins: after a mark between clauses, a preposition, 了, 将 …, the sentence's verb or an
 * adverb at its head. */
static size_t clause_begin(const Finder *finder, size_t particle) {
    size_t i = particle;
    while (i > 0 && !stops_clause(finder, i - 1, particle)) {
        i--;
    }
    while (i < particle &&
           (finder_token(finder, i)->kind == TOKEN_DATE || (finder_token(finder, i)->words & WORD_ADVERB))) {
        i++;
    }
    return i;
}

/* 建立军队的合作社，: a verb that nothing stands before or behind has the thing as its object; people may be described
 * so. */
static bool is_command(const Finder *finder, size_t clause, size_t last, ClassId class_id) {
    return finder_is_verb(finder, clause) && (clause == 0 || is_edge(finder, clause - 1)) &&
           is_edge(finder, last + 1) && !ontology_is_a(finder->ontology, class_id, finder->ontology->group);
}

/* 五十九个 专业小组, 各 专业系统, 全体 先进生产者: number and determiner belong to the mention, not to its core. */
static size_t with_determiner(const Finder *finder, size_t first) {
    while (first > 0) {
        const Token *before = finder_token(finder, first - 1);
        if (before->kind != TOKEN_NUMBER && !(before->kind == TOKEN_WORD && (before->words & WORD_DETERMINER))) {
            break;
        }
        first--;
    }
    return first;
}

static bool is_belonging(const Finder *finder, size_t index) {
    static const char *const words[] = {"所属", "直属", "下属", "所辖", "的", NULL};
    return token_is_any(finder->tokens, index, words);
}

/* 林业部所属各单位, 保皇军二十个兵士, 三个煤矿的全体职工: whose they are belongs to them. */
static void add_owned(Finder *finder, size_t begin, Span whole, ClassId class_id) {
    size_t link = begin > 0 && is_belonging(finder, begin - 1) ? begin - 1 : begin;
    const Mention *owner = link > 0 && !finder_is_turn(finder, begin)
                               ? finder_owner(finder, finder_token(finder, link - 1)->span.end, class_id)
                               : NULL;
    if (owner) {
        Span owned = {owner->span.begin, whole.end};
        finder_add(finder, MENTION_DESCRIPTION, owned, owned, class_id, NULL);
    }
}

/* 应水产局邀请来访的|代表团: who invites them is no part of what they are called. */
static bool is_invited(const Finder *finder, size_t clause, size_t particle) {
    bool asked = false;
    for (size_t i = clause; i < particle && !asked; i++) {
        asked = token_is(finder->tokens, i, "邀请") || token_is(finder->tokens, i, "约请");
    }
    return asked && clause > 0 && token_is(finder->tokens, clause - 1, "应");
}

/* 越来越多的工人, 台下的代表: one character is no clause; 他勉励到会的工人: what he does is no part of them. */
static bool is_no_clause(const Finder *finder, size_t clause, size_t particle) {
    bool acts = (finder_token(finder, clause)->words & WORD_PRONOUN) && clause + 2 < particle &&
                finder_is_verb(finder, clause + 1);
    return acts || (clause + 1 == particle && characters(finder, clause, clause) == 1);
}

static void add_description(Finder *finder, size_t first, size_t last, ClassId class_id) {
    size_t begin = with_determiner(finder, first);
    Span whole = finder_span(finder, begin, last);
    if (begin < first || (begin > 0 && is_belonging(finder, begin - 1) && !token_is(finder->tokens, begin - 1, "的"))) {
        add_owned(finder, begin, whole, class_id);
    }
    finder_add(finder, MENTION_DESCRIPTION, whole, whole, class_id, NULL);
    size_t particle = clause_particle(finder, first);
    if (particle != SIZE_MAX) {
        bool meeting = ontology_is_a(finder->ontology, class_id, finder->ontology->meeting);
        size_t clause = clause_begin(finder, particle);
        clause = meeting ? names_meeting_clause(finder, clause, particle) : clause;
        bool refused = meeting ? names_tells_of_meeting(finder, clause, particle)
                               : token_is(finder->tokens, particle - 1, "组成") ||
                                     is_command(finder, clause, last, class_id) || is_invited(finder, clause, particle);
        if (clause < particle && !refused && !is_no_clause(finder, clause, particle)) {
            finder_add(finder, MENTION_DESCRIPTION, finder_span(finder, clause, last), finder_span(finder, first, last),
                       class_id, NULL);
        }
    }
}

static bool is_name_character(const Finder *finder, size_t index) {
    if (index >= finder->tokens->items.count) {
        return false;
    }
    const Token *token = finder_token(finder, index);
    return token->kind == TOKEN_WORD && !(token->words & ~(unsigned)WORD_SURNAME) && !token->head &&
           characters(finder, index, index) == 1;
}

/* A surname at `index` and the one or two characters after it: how many tokens; 0: no name. */
static size_t person_length(const Finder *finder, size_t index) {
    bool apart = token_is(finder->tokens, index, "于") && token_is(finder->tokens, index + 1, "一"); /* 于一堂 */
    bool deputy = token_is(finder->tokens, index + 1, "副");                                         /* 刘副主席 */
    if (index >= finder->tokens->items.count || apart || deputy ||
        !(finder_token(finder, index)->words & WORD_SURNAME) || !is_name_character(finder, index + 1)) {
        return 0;
    }
    size_t length = is_name_character(finder, index + 2) ? 3 : 2;
    static const char *const several[] = {"二", "两", "三", "四", "五", NULL}; /* 周徐白三氏 */
    bool row =
        token_is(finder->tokens, index + length, "氏") && token_is_any(finder->tokens, index + length - 1, several);
    bool led = length == 2 && token_is(finder->tokens, index + length, "氏") &&
               (finder_token(finder, index)->uses & USE_LEAD); /* 闻 | 艾氏 */
    return row || led ? 0 : length;
}

/* 主任张三代表大会 …: the congress is spoken for by a person, not named after one. */
static bool is_spoken_for(const Finder *finder, size_t first, size_t last) {
    size_t length = person_length(finder, first);
    for (size_t i = first + 1; i < last && !length; i++) {
        bool titled = finder_token(finder, i - 1)->words & WORD_TITLE;
        length = finder_token(finder, i)->person          ? i + 1 - first
                 : titled && person_length(finder, i) > 0 ? i + person_length(finder, i) - first
                                                          : 0;
    }
    Text rest = length && first + length <= last
                    ? text_span(finder->tokens->text, finder_span(finder, first + length, last))
                    : TEXT("");
    return text_equal(rest, TEXT("代表大会")) || text_equal(rest, TEXT("代表会议"));
}

/* 组织学术研究, 有组织地, 五月组织的队伍: at the beginning of a clause and before a noun, and so on, the word is no
 * body but a verb. */
static bool is_command_word(const Finder *finder, size_t index) {
    if (token_is(finder->tokens, index, "组织") && index > 0 &&
        (finder_token(finder, index - 1)->kind == TOKEN_DATE || token_is(finder->tokens, index - 1, "有") ||
         (token_is(finder->tokens, index + 1, "的") && is_edge(finder, index - 1)))) {
        return true;
    }
    bool starts = index == 0 || is_edge(finder, index - 1) || (finder_token(finder, index - 1)->words & WORD_ADVERB);
    const Token *next = index + 1 < finder->tokens->items.count ? finder_token(finder, index + 1) : NULL;
    return token_is(finder->tokens, index, "组织") && starts && next && next->kind != TOKEN_MARK &&
           !(next->words & (WORD_VERB | WORD_ADVERB | WORD_PARTICLE | WORD_CONJUNCTION | WORD_AUXILIARY));
}

/* 该 | 师二六五团, 该 | 行成立会: the word tells of which division, and not of which regiment. */
static bool is_of_that(const Finder *finder, size_t begin, size_t first, ClassId class_id) {
    const Token *owner = finder_token(finder, first);
    bool owns =
        (owner->head && owner->head->names) || ontology_is_a(finder->ontology, class_id, finder->ontology->meeting);
    return begin + 1 == first && token_is(finder->tokens, begin, "该") && owns && characters(finder, first, first) == 1;
}

/* A head: everything before it that can belong to it does. */
static void add_by_head(Finder *finder, size_t last) {
    const Head *head = finder_token(finder, last)->head;
    size_t first = phrase_noun_begin(finder->tokens, last);
    bool gathering = finder_is_gathering(finder, first, last);
    bool unknown = last > first && (finder_token(finder, last - 1)->words & ~(unsigned)WORD_VERB) == 0 &&
                   finder_token(finder, last - 1)->kind == TOKEN_WORD; /* 暗刺我军, but not 各地我军 */
    bool points =
        (unknown && text_starts(head->word, TEXT("我"))) || (!head->names && text_starts(head->word, TEXT("全")));
    first = points ? last : first; /* 今春全县: not the spring's county */
    first += last > first && is_command_word(finder, first);
    bool bare = first == last;
    bool denied = last > first && token_is(finder->tokens, last - 1, "非"); /* 非党 */
    if (gathering || denied ||
        (bare && (finder_token(finder, last)->kind == TOKEN_NAME || is_command_word(finder, last)))) {
        return;
    }
    if (token_is(finder->tokens, last + 1, "们")) {
        last++;
    }
    if ((bare && characters(finder, first, last) < 2 && with_determiner(finder, first) == first) ||
        is_spoken_for(finder, first, last)) {
        return;
    }
    if (!bare && is_event_or_body(finder, head) && !finder_is_counted(finder, first)) {
        if (names_known_end(finder, first, last)) {
            return;
        }
        size_t begin = with_determiner(finder, first);
        Span span = finder_span(finder, is_of_that(finder, begin, first, head->class_id) ? begin : first, last);
        finder_add(finder, MENTION_NAME, span, span, head->class_id, NULL);
        bool meeting = ontology_is_a(finder->ontology, head->class_id, finder->ontology->meeting);
        size_t held = meeting ? names_meeting_begin(finder, first, last) : first;
        if (held < first) {
            Span name = finder_span(finder, held, last);
            finder_add(finder, MENTION_NAME, name, name, head->class_id, NULL);
        }
        if (begin < first && token_is(finder->tokens, begin, "各")) {
            add_owned(finder, begin, finder_span(finder, begin, last), head->class_id);
        }
        return;
    }
    add_description(finder, first, last, head->class_id);
}

static bool ends_in_title(const Finder *finder, size_t index) {
    return (finder_token(finder, index)->words & WORD_TITLE) && !phrase_stands_for(finder->tokens, index);
}

static size_t add_person(Finder *finder, size_t title_first, size_t index) {
    size_t length = person_length(finder, index);
    if (length == 0 || names_dot_at(finder, index + length)) {
        return 0;
    }
    Span core = finder_span(finder, index, index + length - 1);
    Span span = {finder->tokens->items.items[title_first].span.begin, core.end};
    finder_add(finder, MENTION_NAME, span, core, finder->ontology->person, NULL);
    return length;
}

/* 刘教授、劳动模范孙玉兰: the title at `index` is that of the person named before it. */
static bool is_taken(const Finder *finder, size_t index) {
    const Token *name = index > 0 ? finder_token(finder, index - 1) : NULL;
    bool cut =
        (index > 1 && person_length(finder, index - 2) == 2) || (index > 2 && person_length(finder, index - 3) == 3);
    return cut || (name && name->kind == TOKEN_NAME && !name->head &&
                   (!name->entry || ontology_is_a(finder->ontology, name->entry->class_id, finder->ontology->person)));
}

/* The first token of the title that ends at `last`, with those that 兼 or 、 joins to it: 总统兼外交部长, 委员、艺术家.
 */
static size_t title_begin(const Finder *finder, size_t last) {
    size_t first = phrase_noun_begin(finder->tokens, last);
    while (first > 1 && (token_is(finder->tokens, first - 1, "兼") || token_is(finder->tokens, first - 1, "、")) &&
           ends_in_title(finder, first - 2) && !is_taken(finder, first - 2)) {
        first = phrase_noun_begin(finder->tokens, first - 2);
    }
    return first;
}

/* 秘书长李颉伯, 农民王二: the name that stands as token `index` behind the word at `before`. false: none stands there.
 */
static bool add_named_behind(Finder *finder, size_t before, size_t index) {
    const Token *name = index < finder->tokens->items.count ? finder_token(finder, index) : NULL;
    if (!name || name->kind != TOKEN_NAME) {
        return false;
    }
    if (!name->entry || ontology_is_a(finder->ontology, name->entry->class_id, finder->ontology->person)) {
        size_t first = title_begin(finder, before);
        finder_add(finder, MENTION_NAME, (Span){finder_token(finder, first)->span.begin, name->span.end}, name->span,
                   finder->ontology->person, name->entry);
    }
    return true;
}

/* 铁道部部长　　万里: in a list of appointments the name stands alone behind a gap. */
static bool is_listed_behind(const Finder *finder, size_t gap) {
    size_t count = finder->tokens->items.count;
    bool blank = gap + 1 < count && finder_token(finder, gap)->kind == TOKEN_MARK &&
                 text_trim(token_text(finder->tokens, gap)).length == 0;
    bool named = blank && gap + 2 == count && finder_token(finder, gap + 1)->kind == TOKEN_NAME;
    return named || (blank && person_length(finder, gap + 1) && gap + 1 + person_length(finder, gap + 1) == count);
}

/* After a title: 秘书长李颉伯; and on through an enumeration: 主席陈云、李立三. */
static void add_titled_persons(Finder *finder, size_t title) {
    size_t index = title + 1 + is_listed_behind(finder, title + 1);
    if (add_named_behind(finder, title, index)) {
        return;
    }
    size_t length = add_person(finder, title_begin(finder, title), index);
    while (length && token_is(finder->tokens, index + length, "、")) {
        index += length + 1;
        length = add_person(finder, index, index);
    }
}

/* 民主联军林彪总司令, 汉森首相: the title behind a person's name names nobody else. */
static void add_person_before_title(Finder *finder, size_t title) {
    const Token *name = title > 0 ? finder_token(finder, title - 1) : NULL;
    const Entry *entry = name ? name->entry : NULL;
    if (name && name->kind == TOKEN_NAME &&
        (!entry || ontology_is_a(finder->ontology, entry->class_id, finder->ontology->person))) {
        Span span = finder_span(finder, phrase_noun_begin(finder->tokens, title), title);
        finder_add(finder, MENTION_NAME, span, name->span, entry ? entry->class_id : finder->ontology->person, entry);
    }
}

/* 驻华大使, 访法专员: the sign of a country, and no surname. */
static bool is_land_sign(const Finder *finder, size_t index) {
    static const char *const before[] = {"驻", "对", "访", "赴", "来", "遣", NULL};
    return index > 0 && token_is_any(finder->tokens, index - 1, before);
}

/* 边府杨主席, 吕市长: a surname alone with a title behind it, where no longer name is cut in two. */
static void add_surname_with_title(Finder *finder, size_t title) {
    size_t surname = title - 1;
    if (title == 0 || is_land_sign(finder, surname) || !is_name_character(finder, surname) ||
        !(finder_token(finder, surname)->words & WORD_SURNAME) ||
        (surname > 0 &&
         (is_name_character(finder, surname - 1) || names_dot_at(finder, surname - 1) ||
          ends_in_title(finder, surname - 1) || finder_token(finder, surname - 1)->kind == TOKEN_NUMBER))) {
        return;
    }
    Span core = finder_span(finder, surname, title);
    Span whole = finder_span(finder, phrase_noun_begin(finder->tokens, surname), title);
    finder_add(finder, MENTION_NAME, core, core, finder->ontology->person, NULL);
    finder_add(finder, MENTION_NAME, whole, core, finder->ontology->person, NULL);
}

/* Who somebody is stands before the name: 盐场工人张三. */
static void add_speaker(Finder *finder, size_t index) {
    Span core = finder_token(finder, index)->span;
    const Token *before = index > 0 ? finder_token(finder, index - 1) : NULL;
    bool described =
        before && before->head && ontology_is_a(finder->ontology, before->head->class_id, finder->ontology->group);
    size_t first = described ? phrase_noun_begin(finder->tokens, index - 1) : index;
    finder_add(finder, MENTION_NAME, (Span){finder_token(finder, first)->span.begin, core.end}, core,
               finder->ontology->person, NULL);
}

void names_chinese(Finder *finder) {
    finder_add_known(finder);
    for (size_t i = 0; i < finder->tokens->items.count; i++) {
        const Token *token = finder_token(finder, i);
        if (token->head && !phrase_is_verb_here(finder->tokens, i)) {
            add_by_head(finder, i);
        }
        if (token->person) {
            add_speaker(finder, i);
        }
        if (names_dot_at(finder, i)) {
            names_foreign(finder, i);
        }
        if (token->words & WORD_CALLING) {
            add_named_behind(finder, i, i + 1);
        }
        if (ends_in_title(finder, i)) {
            add_titled_persons(finder, i);
            add_person_before_title(finder, i);
            add_surname_with_title(finder, i);
        }
        size_t behind = person_length(finder, i) ? i + person_length(finder, i) : SIZE_MAX;
        if (behind < finder->tokens->items.count && (finder_token(finder, behind)->words & WORD_TITLE)) {
            add_person(finder, i, i);
        }
    }
}
