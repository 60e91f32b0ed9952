/* Takes articles and numbers off a phrase: "the more than 930 representatives attending the conference" is
 * "representatives attending the conference", at least 930 of them. Does not resolve what a description stands for. */
#include "naming.h"

#include "phrase.h"

/* "our" and "other" say which is meant: our side, the other side. */
static bool is_article(const Tagged *tagged, size_t index) {
    bool tells = token_is(&tagged->tokens, index, "our") || token_is(&tagged->tokens, index, "other");
    return !tells && tagged->sentence->lang == LANG_EN && token_in(tagged, index)->kind == TOKEN_WORD &&
           !token_in(tagged, index)->head && (token_in(tagged, index)->words & WORD_DETERMINER);
}

/* 各方面, 各种: says nothing about what is named. */
static bool is_vague(const Tagged *tagged, size_t index) {
    return token_is(&tagged->tokens, index, "各方面") || token_is(&tagged->tokens, index, "各种") ||
           token_is(&tagged->tokens, index, "各项") || token_is(&tagged->tokens, index, "许多") ||
           token_is(&tagged->tokens, index, "不少");
}

/* (表明)了态度, (签订)之协议: the particle goes with the word before. */
static bool is_particle(const Tagged *tagged, size_t index) {
    static const char *const words[] = {"了", "着", "的", "之", NULL};
    return tagged->sentence->lang == LANG_ZH && token_is_any(&tagged->tokens, index, words);
}

/* 有三百多干部: that there are so many. */
static bool is_there(const Tagged *tagged, size_t index) {
    return token_is(&tagged->tokens, index, "有") && token_in(tagged, index + 1)->kind == TOKEN_NUMBER;
}

static const NumberMention *number_at(const Tagged *tagged, size_t index) {
    const Token *token = token_in(tagged, index);
    return token->kind == TOKEN_NUMBER ? &tagged->tokens.numbers.items[token->index] : NULL;
}

/* 十一户原来停工的工厂, 一位在边疆的战士: the number counts what the clause behind it describes; but who took part is
 * counted by 一万人参加的大会. */
static bool counts_described(const Tagged *tagged, size_t index) {
    enum { CLAUSE = WORD_VERB | WORD_ADVERB | WORD_PREPOSITION };
    const Token *next = token_in(tagged, index + 1);
    const NumberMention *number = number_at(tagged, index);
    return number->unit_is_classifier && !text_equal(number->unit, TEXT("人")) && next->kind == TOKEN_WORD &&
           !next->head && (next->words & CLAUSE);
}

/* 四十万煤矿工人: people are counted without a measure word too, where they are many. */
static bool counts_people(const Tagged *tagged, size_t index, size_t last) {
    enum { MANY = 10 };
    const NumberMention *number = number_at(tagged, index);
    const Head *head = token_in(tagged, last)->head;
    Numeral numeral;
    Text least = number->value.length ? number->value : number->minimum;
    bool read = least.length && numeral_arabic(least, 0, &numeral) == least.length;
    bool names = token_in(tagged, index + 1)->uses & USE_NUMBERED; /* 十七师全体战士 */
    return read && !names && number->unit.length == 0 && ratio_compare(numeral.value, ratio_of(MANY)) >= 0 && head &&
           ontology_is_a(tagged->ontology, head->class_id, tagged->ontology->group);
}

/* "the 1956 budget", "a ten-year plan": a year, or a part of a word; but five come of "a five-member group". */
static bool is_no_count(const Tagged *tagged, const NumberMention *number) {
    enum { FIRST = '1', LENGTH = 4 };
    Text text = tagged->sentence->text;
    Text digits = text_span(text, number->digits);
    bool year = digits.length == LENGTH && digits.at[0] == FIRST && (digits.at[1] == '8' || digits.at[1] == '9') &&
                number->unit.length == 0 && number->qualifier == QUALIFIER_EXACTLY;
    Text behind = text_after(text, number->digits.end);
    bool members = text_starts(behind, TEXT("-member")) || text_starts(behind, TEXT("-man"));
    return year || (text_starts(behind, TEXT("-")) && !members);
}

/* 三万骑马的农民: where people are counted so, what describes them may stand between. */
static bool counts_people_described(const Tagged *tagged, size_t index, size_t last) {
    const Token *next = token_in(tagged, index + 1);
    return counts_people(tagged, index, last) && next->kind == TOKEN_WORD && !next->head;
}

/* “六六”师范节, “三种态度”, “一张纸运动”: what a name begins with counts nothing; but one has signed as “一群海员”. */
static bool is_quoted(const Tagged *tagged, size_t index, size_t last) {
    static const char *const opening[] = {"“", "《", NULL};
    bool inside = index > 0 && index + 1 < tagged->tokens.items.count;
    const Head *head = token_in(tagged, last)->head;
    bool people = head && ontology_is_a(tagged->ontology, head->class_id, tagged->ontology->group);
    return inside && token_is_any(&tagged->tokens, index - 1, opening) &&
           (token_is(&tagged->tokens, index + 1, "”") || !people);
}

/* 五百吨大米, 三千元赈款: so much of it. A ship of so many tons is called so. */
static bool weighs(const Tagged *tagged, size_t index) {
    static const char *const units[] = {"吨", "斤", "公斤", "市斤", "石", "担", "斗", "升", "磅", "元", "万元", NULL};
    static const char *const sized[] = {"轮", "船", "级", "舰", "水压机", "锅炉", "高炉", "汽锤", "吊车", "卡车", NULL};
    Text unit = number_at(tagged, index)->unit;
    Text behind = text_after(tagged->sentence->text, token_in(tagged, index)->span.end);
    bool weight = false;
    for (size_t i = 0; units[i] && !weight; i++) {
        weight = text_equal(unit, text_from(units[i]));
    }
    return weight && !text_starts_any(behind, sized);
}

/* 八丈长的大船: how long it is, and not how many there are. */
static bool measures_noun(const Tagged *tagged, size_t index) {
    static const char *const words[] = {"长", "宽", "高", "深", "厚", "重", NULL};
    return number_at(tagged, index)->unit.length && token_is_any(&tagged->tokens, index + 1, words);
}

/* 八十个村庄群众: what is counted are the places, and not the people there; but 三百名桥梁工人 are people. */
static bool counts_places(const Tagged *tagged, size_t index, size_t last) {
    static const char *const persons[] = {"名", "位", NULL};
    const Head *next = index + 1 < last ? token_in(tagged, index + 1)->head : NULL;
    const Head *head = token_in(tagged, last)->head;
    bool people = text_starts_any(number_at(tagged, index)->unit, persons);
    return next && head && !people && ontology_is_a(tagged->ontology, next->class_id, tagged->ontology->place) &&
           ontology_is_a(tagged->ontology, head->class_id, tagged->ontology->group);
}

/* A Chinese number counts the head when it has a measure word and no clause before 的 holds it. */
static bool counts_head(const Tagged *tagged, size_t index, size_t last, bool acts) {
    const NumberMention *number = number_at(tagged, index);
    if (!number || number->ordinal || is_quoted(tagged, index, last)) {
        return false;
    }
    if (tagged->sentence->lang == LANG_EN) {
        return !is_no_count(tagged, number);
    }
    if (measures_noun(tagged, index) || counts_places(tagged, index, last)) {
        return false;
    }
    for (size_t i = index + 1; i <= last; i++) {
        if (token_is(&tagged->tokens, i, "的") && !counts_described(tagged, index) &&
            !counts_people_described(tagged, index, last)) {
            return false;
        }
    }
    bool anniversary = text_equal(number->unit, TEXT("周年"));                       /* 独立十周年 */
    bool behind = index == last && number->unit.length > 0 && !acts && !anniversary; /* 大米一千吨 */
    return number->unit_is_classifier || behind || (index < last && weighs(tagged, index)) ||
           counts_people(tagged, index, last);
}

/* 七个村四千农民: the number behind the first one, which counts the people that the phrase is about. */
static bool counts_nearer(const Tagged *tagged, size_t index, size_t last) {
    const NumberMention *number = number_at(tagged, index);
    return number && !number->ordinal && (counts_people(tagged, index, last) || text_equal(number->unit, TEXT("名")));
}

static size_t find_count(const Tagged *tagged, size_t first, size_t last) {
    size_t limit = tagged->sentence->lang == LANG_EN ? first : last;
    bool acts = false; /* 拨发大米一千吨 */
    for (size_t i = first; i < last; i++) {
        const Token *token = token_in(tagged, i);
        acts = acts || token->kind == TOKEN_MARK ||
               (token->words & (WORD_VERB | WORD_ADVERB | WORD_AUXILIARY | WORD_PRONOUN));
    }
    size_t count = SIZE_MAX;
    for (size_t i = first; i <= limit; i++) {
        if (counts_head(tagged, i, last, acts) && (count == SIZE_MAX || counts_nearer(tagged, i, last))) {
            count = i;
        }
    }
    return count;
}

/* "representatives" of "930 representatives attending the conference". */
static Text counted_noun(const Tagged *tagged, size_t first, size_t last) {
    size_t end = first;
    for (size_t i = first; i <= last; i++) {
        unsigned stops = WORD_PREPOSITION | WORD_CONJUNCTION | WORD_AUXILIARY | WORD_PRONOUN;
        if (i > first && (token_in(tagged, i)->words & stops)) {
            break;
        }
        if (phrase_is(&tagged->tokens, PHRASE_NOUN, first, i)) {
            end = i;
        }
        if (token_in(tagged, i)->head) {
            break;
        }
    }
    return text_slice(tagged->sentence->text, token_in(tagged, first)->span.begin, token_in(tagged, end)->span.end);
}

/* 全县六个区: without its number the one character left would make no name with what stands before. */
static bool is_needed(const Tagged *tagged, size_t first, size_t count, size_t last) {
    return tagged->sentence->lang == LANG_ZH && count > first && count + 1 == last &&
           utf8_count(text_span(tagged->sentence->text, token_in(tagged, last)->span)) == 1;
}

static Text without(const Tagged *tagged, Span span, Span hole, Arena *arena) {
    Text before = text_trim(text_slice(tagged->sentence->text, span.begin, hole.begin));
    Text after = text_trim(text_slice(tagged->sentence->text, hole.end, span.end));
    if (before.length == 0 || after.length == 0) {
        Text rest = before.length ? before : after;
        return text_starts(rest, TEXT("of ")) ? text_after(rest, TEXT("of ").length) : rest; /* 20 tons of coal */
    }
    const char *gap = tagged->sentence->lang == LANG_EN ? " " : "";
    return text_format(arena, "%.*s%s%.*s", TEXT_ARGS(before), gap, TEXT_ARGS(after));
}

/* "many workers" are none that were named before. */
static bool is_indefinite(const Tokens *tokens, size_t index) {
    static const char *const words[] = {"a", "an", "many", "some", "several", "numerous", NULL};
    return token_is_any(tokens, index, words);
}

/* "Wang Da's" names Wang Da. */
static Text without_possessive(Text label) {
    Text plain = TEXT("'s");
    Text curly = TEXT("’s");
    Text ending = text_ends(label, plain) ? plain : text_ends(label, curly) ? curly : TEXT("");
    return text_slice(label, 0, label.length - ending.length);
}

/* 这三个私营工厂: who is meant is told by the word before the number. */
static bool is_pointed_at(const Tagged *tagged, size_t first, size_t count) {
    static const char *const words[] = {"这", "那", "该", "此", NULL};
    return count == first + 1 && token_is_any(&tagged->tokens, first, words);
}

/* "the three", 各种, "most of the". */
static size_t past_determiners(const Tagged *tagged, size_t first, size_t last, bool *definite) {
    size_t begin = first;
    while (first < last && (is_article(tagged, first) || is_vague(tagged, first) ||
                            (first > begin && token_is(&tagged->tokens, first, "of")))) {
        *definite |= !is_indefinite(&tagged->tokens, first);
        first++;
    }
    return first;
}

Naming naming_of(const Tagged *tagged, Span span, Arena *arena) {
    Naming naming = {.label = text_span(tagged->sentence->text, span)};
    size_t first = tokens_beginning(&tagged->tokens, span.begin);
    size_t last = tokens_ending(&tagged->tokens, span.end);
    if (first == SIZE_MAX || last == SIZE_MAX || first > last) {
        return naming;
    }
    while (first < last && (is_particle(tagged, first) || is_there(tagged, first))) {
        first++;
    }
    naming.definite = tagged->sentence->lang == LANG_ZH && (token_in(tagged, first)->words & WORD_DETERMINER);
    first = past_determiners(tagged, first, last, &naming.definite);
    span.begin = token_in(tagged, first)->span.begin;
    naming.label = without_possessive(text_span(tagged->sentence->text, span));
    size_t count = find_count(tagged, first, last);
    if (count == SIZE_MAX || first == last) {
        return naming;
    }
    naming.number = *number_at(tagged, count);
    naming.counted = count == last || !text_equal(naming.number.value, TEXT("1")); /* 一项决议 is "a resolution" */
    bool needed = is_needed(tagged, first, count, last);
    span.begin = is_pointed_at(tagged, first, count) ? token_in(tagged, count)->span.begin : span.begin;
    naming.label = needed ? naming.label : without(tagged, span, token_in(tagged, count)->span, arena);
    bool noun_follows = tagged->sentence->lang == LANG_EN && naming.number.unit.length == 0 && count < last;
    naming.unit = noun_follows ? counted_noun(tagged, count + 1, last) : naming.number.unit;
    return naming;
}

static const Mention *person_ending(const Tagged *tagged, size_t end) {
    const Mention *shortest = NULL;
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        if (mention->kind == MENTION_NAME && mention->span.end == end &&
            (!shortest || mention->core.begin > shortest->core.begin) &&
            ontology_is_a(tagged->ontology, mention->class_id, tagged->ontology->person)) {
            shortest = mention;
        }
    }
    return shortest;
}

/* Is it one description: no clauses, and nobody else named who is joined to its last words? */
static bool is_one_description(const Tagged *tagged, Span span) {
    for (size_t i = tokens_beginning(&tagged->tokens, span.begin);
         i < tagged->tokens.items.count && token_in(tagged, i)->span.begin < span.end; i++) {
        if (token_in(tagged, i)->boundary ||
            (i > 0 && token_in(tagged, i)->joins && person_ending(tagged, token_in(tagged, i - 1)->span.end))) {
            return false;
        }
    }
    return true;
}

const Mention *naming_person(const Tagged *tagged, Span span) {
    const Mention *person = tagged->sentence->lang == LANG_ZH ? person_ending(tagged, span.end) : NULL;
    size_t first = person ? tokens_beginning(&tagged->tokens, person->core.begin) : SIZE_MAX;
    if (first == SIZE_MAX || first == 0 || person->core.begin <= span.begin || !is_one_description(tagged, span)) {
        return NULL;
    }
    const Token *before = token_in(tagged, first - 1);
    return (before->words & WORD_TITLE) || before->head || before->kind == TOKEN_NAME ? person : NULL;
}

bool naming_is_rest(const Tagged *tagged, Span span) {
    size_t first = tokens_beginning(&tagged->tokens, span.begin);
    return tagged->sentence->lang == LANG_EN && first != SIZE_MAX && token_is(&tagged->tokens, first, "other") &&
           tokens_ending(&tagged->tokens, span.end) == first + 1 &&
           tagger_mention(tagged, CLASS_IDS(tagged->ontology->agent), span);
}
