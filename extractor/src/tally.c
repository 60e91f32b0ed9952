/* Owns the numbers that count a filler from outside of it, where the rule takes no notice of them. Knows what may stand
 * between the two, and nothing of rules. */
#include "tally.h"

#include "phrase.h"

Role tally_role(Role role) {
    return role == ROLE_PLACE || role == ROLE_OCCASION || role == ROLE_ATTRIBUTED ? ROLE_NONE : role;
}

static const Token *token_of(const Tagged *tagged, size_t index) {
    return index < tagged->tokens.items.count ? &tagged->tokens.items.items[index] : NULL;
}

/* 一行, 共: then the number. "…, numbering": the same, which must be there. */
static size_t past_leading(const Tagged *tagged, size_t index) {
    static const char *const chinese[] = {"一行", "等", "共", "共计", "总计", "合计", "计", NULL};
    static const char *const english[] = {"numbering", "totaling", "totalling", NULL};
    if (tagged->sentence->lang == LANG_EN) {
        index += token_is(&tagged->tokens, index, ",");
        return token_is_any(&tagged->tokens, index, english) ? index + 1 : SIZE_MAX;
    }
    while (token_is_any(&tagged->tokens, index, chinese)) {
        index++;
    }
    return index;
}

/* 代表团三名团员: with a noun behind it the number counts the noun. */
static bool ends_there(const Tagged *tagged, size_t index) {
    enum { GOES_ON = WORD_VERB | WORD_ADVERB | WORD_PREPOSITION | WORD_AUXILIARY | WORD_CONJUNCTION };
    const Token *next = token_of(tagged, index);
    return !next || next->kind == TOKEN_MARK || next->kind == TOKEN_DATE || next->joins ||
           (next->kind == TOKEN_WORD && !next->head && (next->words & GOES_ON));
}

/* 记功一次, 敌机四出轰炸: counts how often it is done. */
static bool is_of_deeds(Text unit) {
    static const char *const units[] = {"次", "出", "发", "下", "番", "度", "回", "遍", NULL};
    return text_starts_any(unit, units) && utf8_count(unit) == 1;
}

/* 甲、乙等五个据点: the number counts those who are named, by what they all are. */
static bool sums_up_row(const Tagged *tagged, size_t number) {
    return number > 0 && token_is(&tagged->tokens, number - 1, "等") &&
           tagged->tokens.numbers.items[token_in(tagged, number)->index].unit_is_classifier &&
           number + 1 < tagged->tokens.items.count && token_in(tagged, number + 1)->head &&
           !token_is(&tagged->tokens, number + 2, "的");
}

static const NumberMention *number_behind(const Tagged *tagged, Span filler) {
    size_t last = tokens_ending(&tagged->tokens, filler.end);
    size_t index = last == SIZE_MAX ? SIZE_MAX : past_leading(tagged, last + 1);
    const Token *token = index == SIZE_MAX ? NULL : token_of(tagged, index);
    if (!token || token->kind != TOKEN_NUMBER || !(ends_there(tagged, index + 1) || sums_up_row(tagged, index))) {
        return NULL;
    }
    const NumberMention *number = &tagged->tokens.numbers.items[token->index];
    bool counts = tagged->sentence->lang == LANG_EN || (number->unit_is_classifier && !is_of_deeds(number->unit));
    return counts && !number->ordinal ? number : NULL;
}

/* 陈林一人, 陈林、巴萨二人: says no more than the names do. */
static bool sums_up(const Fact *fact, Role role, const NumberMention *number) {
    size_t named = 0;
    for (size_t i = 0; i < fact->fillers.count; i++) {
        named += fact->fillers.items[i].role == role;
    }
    bool small = number->value.length == 1 && is_ascii_digit(number->value.at[0]);
    return role != ROLE_OBJECT && small && (size_t)(number->value.at[0] - '0') == named;
}

/* Has the rule itself a number that counts who fills the role? */
static bool is_counted(const Fact *fact, Role role, size_t counts) {
    for (size_t i = 0; i < counts; i++) {
        if (fact->counts.items[i].of == role) {
            return true;
        }
    }
    return false;
}

static bool is_told(const Fact *fact, const NumberMention *number) {
    for (size_t i = 0; i < fact->counts.count; i++) {
        if (fact->counts.items[i].number.span.begin == number->span.begin) {
            return true;
        }
    }
    return false;
}

/* The count of a role whose number ends at a byte: 六百亩 of 土地六百亩, but not 六百 of 六百亩土地. */
static const Count *count_ending(const Fact *fact, size_t end) {
    for (size_t i = 0; i < fact->counts.count; i++) {
        if (fact->counts.items[i].number.span.end == end && tally_role(fact->counts.items[i].of) != ROLE_NONE) {
            return &fact->counts.items[i];
        }
    }
    return NULL;
}

/* ，文契六百张: the number that ends one more of a row, with its noun before it and nothing behind; SIZE_MAX: the row
 * goes on no further. */
static size_t next_in_row(const Tagged *tagged, size_t mark) {
    static const char *const deeds[] = {"种", "养", "织", "修", "造", "挖", "打", "开", "采", "产", "收", "买",
                                        "卖", "还", "并", "毙", "俘", "缴", "伤", "死", "亡", "占", "共", "计",
                                        "内", "积", "集", "拾", "送", "锄", "植", "栽", "播", "纺", "割", "耕",
                                        "犁", "翻", "贷", "借", "运", "购", "售", "筹", "募", "捐", "得", NULL};
    static const char *const sums[] = {"全长", "总", "费",   "合", "折",   "赚",   "值",   "价", "平均",
                                       "约",   "可", "面积", "每", "育林", "营林", "积肥", NULL};
    const Token *joint = token_of(tagged, mark);
    if (!joint || joint->depth || !(joint->comma || joint->joins)) {
        return SIZE_MAX;
    }
    size_t number = mark + 1;
    while (number < tagged->tokens.items.count && token_in(tagged, number)->kind != TOKEN_NUMBER &&
           !token_in(tagged, number)->boundary) {
        number++;
    }
    Text words = joint && mark + 1 < tagged->tokens.items.count
                     ? text_after(tagged->sentence->text, token_in(tagged, mark + 1)->span.begin)
                     : TEXT("");
    bool whole = number > mark + 1 && !token_is_any(&tagged->tokens, mark + 1, deeds) &&
                 !text_starts_any(words, sums) && token_of(tagged, number) &&
                 token_in(tagged, number)->kind == TOKEN_NUMBER &&
                 tagged->tokens.numbers.items[token_in(tagged, number)->index].unit.length &&
                 !tagged->tokens.numbers.items[token_in(tagged, number)->index].ordinal &&
                 phrase_is(&tagged->tokens, PHRASE_NOUN, mark + 1, number - 1);
    for (size_t i = mark + 1; i < number && whole; i++) {
        const Token *token = token_in(tagged, i);
        whole = token->head || !(token->words & (WORD_VERB | WORD_ADVERB | WORD_PREPOSITION)) ||
                (token->words & WORD_PLAIN);
        whole = whole && !tagger_mention_at(tagged, CLASS_IDS(tagged->ontology->agent), token->span.begin);
    }
    const Token *behind = token_of(tagged, number + 1);
    return whole && (!behind || behind->boundary || behind->joins) ? number : SIZE_MAX;
}

/* 收回土地四千亩，文契六百张，粮食一千石: what follows in the same manner fills the same role. */
static void add_row(const Discourse *discourse, Fact *fact) {
    const Tagged *tagged = &discourse->tagged[fact->sentence];
    size_t last = tokens_ending(&tagged->tokens, fact->span.end);
    const Count *count = last == SIZE_MAX || fact->lang != LANG_ZH ? NULL : count_ending(fact, fact->span.end);
    Role role = count ? count->of : ROLE_NONE;
    for (size_t number = last; count && role == ROLE_OBJECT;) {
        size_t mark = number + 1;
        number = next_in_row(tagged, mark);
        if (number == SIZE_MAX) {
            return;
        }
        NumberMention found = tagged->tokens.numbers.items[token_in(tagged, number)->index];
        Span noun = {token_in(tagged, mark + 1)->span.begin, token_in(tagged, number - 1)->span.end};
        *VECTOR_PUSH(discourse->arena, &fact->fillers) = (Filler){
            .role = role, .label = text_span(tagged->sentence->text, noun), .span = noun, .class_id = CLASS_NONE};
        *VECTOR_PUSH(discourse->arena, &fact->counts) = (Count){found, found.unit, role};
    }
}

void tally_add(const Discourse *discourse, Fact *fact) {
    const Tagged *tagged = &discourse->tagged[fact->sentence];
    size_t counts = fact->counts.count;
    for (size_t i = 0; i < fact->fillers.count; i++) {
        const Filler *filler = &fact->fillers.items[i];
        Role role = filler->span.end > filler->span.begin ? tally_role(filler->role) : ROLE_NONE;
        const NumberMention *number = role == ROLE_NONE ? NULL : number_behind(tagged, filler->span);
        if (number && !is_counted(fact, role, counts) && !is_told(fact, number) && !sums_up(fact, role, number)) {
            *VECTOR_PUSH(discourse->arena, &fact->counts) = (Count){*number, number->unit, role};
        }
    }
    add_row(discourse, fact);
}
