/* Owns the reading of 在 with what it governs: a name, a building, a row of towns, a village that no table has. Knows
 * the tokens and mentions of one sentence, and nothing of rules. */
#include "setting_zh.h"

enum {
    SMALL_WORDS = WORD_PREPOSITION | WORD_CONJUNCTION | WORD_PRONOUN | WORD_AUXILIARY | WORD_PARTICLE | WORD_DETERMINER,
    CONTENT_WORDS = WORD_PLAIN | WORD_TITLE | WORD_CALLING | WORD_SURNAME,
    DOING_WORDS = WORD_VERB | WORD_ADVERB,
};

/* What is looked for and where. */
typedef struct Looking {
    const Tagged *tagged;
    const Spans *covered; /* the fact's fillers */
    Span clause;          /* where the fact begins */
    size_t end;           /* where the fact ends */
} Looking;

/* A stretch of tokens behind 在. */
typedef struct Stretch {
    size_t first;
    size_t end;  /* the token behind it */
    size_t next; /* the token behind 等地 too */
} Stretch;

static size_t count_of(const Tagged *tagged) {
    return tagged->tokens.items.count;
}

static bool is_small(const Tagged *tagged, size_t index) {
    const Token *token = token_in(tagged, index);
    return token->kind == TOKEN_WORD && !token->head && (token->words & SMALL_WORDS) && !(token->words & CONTENT_WORDS);
}

/* May a token stand in a place's name? */
static bool is_part(const Tagged *tagged, size_t index) {
    static const char *const quotes[] = {"“", "”", NULL};
    const Token *token = token_in(tagged, index);
    switch (token->kind) {
    case TOKEN_NAME:
        return !token->person;
    case TOKEN_NUMBER:
        return tagged->tokens.numbers.items[token->index].ordinal;
    case TOKEN_WORD:
        return token->joins || (!is_small(tagged, index) &&
                                (token->head || !(token->words & DOING_WORDS) || (token->words & CONTENT_WORDS)));
    case TOKEN_MARK:
        return token->joins || token_is_any(&tagged->tokens, index, quotes);
    default:
        return token->depth > 0; /* “七一”广场 */
    }
}

/* 等地, 等三县: the token behind what sums up a row of places. */
static size_t past_summary(const Tagged *tagged, size_t index) {
    static const char *const kinds[] = {"地", "处", "地区", "市",   "县", "省", "区",
                                        "村", "乡", "国",   "城市", "城", NULL};
    if (!token_is(&tagged->tokens, index, "等")) {
        return index;
    }
    size_t kind = index + 1;
    kind += kind < count_of(tagged) && token_in(tagged, kind)->kind == TOKEN_NUMBER;
    return token_is_any(&tagged->tokens, kind, kinds) ? kind + 1 : kind;
}

static Stretch stretch_from(const Tagged *tagged, size_t first, size_t until) {
    Stretch stretch = {first, first, first};
    while (stretch.end < count_of(tagged) && token_in(tagged, stretch.end)->span.end <= until &&
           (is_part(tagged, stretch.end) || (stretch.end > first && token_is(&tagged->tokens, stretch.end, "全")))) {
        stretch.end++;
    }
    while (stretch.end > first && !token_in(tagged, stretch.end - 1)->head &&
           ((token_in(tagged, stretch.end - 1)->words & DOING_WORDS) || token_in(tagged, stretch.end - 1)->joins)) {
        stretch.end--; /* 在上海 | 胜利闭幕 */
    }
    stretch.next = past_summary(tagged, stretch.end);
    return stretch;
}

static Span span_of(const Tagged *tagged, size_t first, size_t end) {
    return (Span){token_in(tagged, first)->span.begin, token_in(tagged, end - 1)->span.end};
}

static bool is_a(const Tagged *tagged, const Mention *mention, ClassId class_id) {
    return mention->class_id != CLASS_NONE && ontology_is_a(tagged->ontology, mention->class_id, class_id);
}

/* A place, or a body by its name, which has a seat. */
static bool may_be_at(const Tagged *tagged, const Mention *mention) {
    return is_a(tagged, mention, tagged->ontology->place) ||
           (mention->kind == MENTION_NAME && is_a(tagged, mention, tagged->ontology->organization));
}

static bool ends_in_place(const Tagged *tagged, Span span) {
    static const char *const words[] = {"宫",   "馆",   "院",   "殿",   "堂",   "厅",   "场",   "园",   "楼",   "寺",
                                        "庙",   "墓",   "碑",   "廊",   "苑",   "港",   "岛",   "山",   "河",   "江",
                                        "湖",   "村",   "镇",   "庄",   "街",   "桥",   "站",   "城",   "下游", "上游",
                                        "中游", "沿岸", "郊区", "山区", "地区", "某地", "门外", "城外", NULL};
    return text_ends_any(text_span(tagged->sentence->text, span), words);
}

/* 博罗转井: signs that make no known word, in a row with a verb right behind it. */
static bool is_unknown_name(const Tagged *tagged, size_t first, size_t end, size_t verb) {
    static const char *const small[] = {"上", "下", "本", "今", "明", "去", "前", "后", "同", "当", "此",
                                        "各", "全", "某", "每", "这", "那", "一", "两", "其", "何", NULL};
    enum { FEWEST = 2, MOST = 6 }; /* characters */
    size_t signs = utf8_count(text_span(tagged->sentence->text, span_of(tagged, first, end)));
    bool unknown = FEWEST <= signs && signs <= MOST && verb < count_of(tagged) &&
                   !token_is_any(&tagged->tokens, first, small) && (token_in(tagged, verb)->words & WORD_VERB) &&
                   !tagger_mention(tagged, CLASS_IDS(tagged->ontology->agent), span_of(tagged, first, end));
    for (size_t i = first; i < end && unknown; i++) {
        unknown = token_in(tagged, i)->kind == TOKEN_WORD && !token_in(tagged, i)->head &&
                  !(token_in(tagged, i)->words & ~(unsigned)WORD_SURNAME);
    }
    return unknown;
}

/* 抗战中, 会上: within what, and no place. */
static bool is_within(const Tagged *tagged, size_t index) {
    static const char *const words[] = {"上", "中",   "下",   "内",   "里",   "外",   "间",   "时", "后",
                                        "前", "之下", "之中", "之后", "以后", "以前", "期间", NULL};
    return token_is_any(&tagged->tokens, index, words);
}

/* Is a member of a row a place: by what it is called, by its ending, or because it can be nothing else? `verb`: what
 * stands behind the row. */
static bool is_place(const Tagged *tagged, size_t first, size_t end, size_t verb) {
    Span span = span_of(tagged, first, end);
    const Mention *mention = tagger_mention(tagged, &(ClassIds){0}, span);
    if (mention) {
        return may_be_at(tagged, mention);
    }
    bool named =
        token_in(tagged, first)->kind == TOKEN_NAME || !(token_in(tagged, first)->words & ~(unsigned)WORD_SURNAME);
    return named && end > first + 1 &&
           (ends_in_place(tagged, span) || (!is_within(tagged, end - 1) && is_unknown_name(tagged, first, end, verb)));
}

/* 在上海举行, but not 在上海的工人, 在上海方面 or 在上海召开的大会上: may the verb stand at a token or behind it? */
static bool is_before_verb(const Tagged *tagged, size_t next, size_t until) {
    static const char *const behind[] = {"的", "方面", "之", "、", "和", "与", "以", NULL};
    if (token_is_any(&tagged->tokens, next, behind)) {
        return false;
    }
    for (size_t i = next; i < count_of(tagged) && token_in(tagged, i)->span.begin < until; i++) {
        if (token_is(&tagged->tokens, i, "的") || is_within(tagged, i) || token_in(tagged, i)->boundary) {
            return false;
        }
    }
    return true;
}

/* 在上海，| 林业部举行大会: does the place with its comma make up the clause before the fact's? */
static bool is_clause_ahead(const Looking *looking, size_t preposition, size_t next) {
    const Tagged *tagged = looking->tagged;
    if (next >= count_of(tagged) || !token_in(tagged, next)->comma ||
        token_in(tagged, next)->span.end > looking->clause.begin ||
        tokens_beginning(&tagged->tokens, looking->clause.begin) != next + 1) {
        return false;
    }
    while (preposition > 0 &&
           (token_in(tagged, preposition - 1)->kind == TOKEN_DATE || token_in(tagged, preposition - 1)->comma)) {
        preposition--;
    }
    return preposition == 0 || token_in(tagged, preposition - 1)->boundary;
}

/* Where the first filler behind a byte begins, and no further than the fact goes. */
static size_t next_begin(const Looking *looking, size_t byte) {
    size_t end = looking->end;
    for (size_t i = 0; i < looking->covered->count; i++) {
        size_t begin = looking->covered->items[i].begin;
        end = begin >= byte && begin < end ? begin : end;
    }
    return end;
}

/* Is something governed by this token told of in the fact's clause? */
static bool leads_on(const Looking *looking, size_t preposition, size_t next, size_t until) {
    const Tagged *tagged = looking->tagged;
    return token_in(tagged, preposition)->span.begin < looking->clause.begin
               ? is_clause_ahead(looking, preposition, next)
               : is_before_verb(tagged, next, until);
}

/* All members of a row; false: one of them is no place, or they are a filler's. */
static bool read_row(const Looking *looking, Stretch row, Arena *arena, Spans *out) {
    const Tagged *tagged = looking->tagged;
    size_t begin = row.first;
    out->count = 0;
    for (size_t i = row.first; i <= row.end; i++) {
        if (i < row.end && !(token_in(tagged, i)->joins && token_in(tagged, i)->depth == 0)) {
            continue;
        }
        if (i == begin || !is_place(tagged, begin, i, row.next) ||
            spans_overlap(looking->covered, span_of(tagged, begin, i))) {
            return false;
        }
        *VECTOR_PUSH(arena, out) = span_of(tagged, begin, i);
        begin = i + 1;
    }
    return out->count > 0;
}

/* 我国首都|北京, 城西十里的|张庄: the name that ends what describes it. */
static bool is_described(const Tagged *tagged, size_t first, size_t name) {
    for (size_t i = first; i < name; i++) {
        const Token *token = token_in(tagged, i);
        bool says = token->kind == TOKEN_MARK || token->kind == TOKEN_DATE ||
                    (token->kind == TOKEN_WORD && !token->head && (token->words & (DOING_WORDS | SMALL_WORDS)) &&
                     !(token->words & (CONTENT_WORDS | WORD_DETERMINER)) && !token_is(&tagged->tokens, i, "的"));
        if (says) {
            return false;
        }
    }
    return true;
}

/* The first name of a place behind 在 that nothing longer begins with; its description stands before it. */
static bool read_name(const Looking *looking, size_t preposition, Arena *arena, Spans *out) {
    enum { REACH = 8 }; /* tokens */
    const Tagged *tagged = looking->tagged;
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        size_t first = tokens_beginning(&tagged->tokens, mention->span.begin);
        size_t next = tokens_ending(&tagged->tokens, mention->span.end) + 1;
        if (first == SIZE_MAX || first <= preposition || first > preposition + REACH || mention->kind != MENTION_NAME ||
            !is_a(tagged, mention, tagged->ontology->place) || mention->span.end > looking->end ||
            spans_overlap(looking->covered, mention->span) ||
            tagger_mention_at(tagged, &(ClassIds){0}, mention->span.begin)->span.end != mention->span.end) {
            continue;
        }
        if (is_described(tagged, preposition + 1, first) &&
            leads_on(looking, preposition, next, next_begin(looking, mention->span.end))) {
            *VECTOR_PUSH(arena, out) = mention->core;
            return true;
        }
    }
    return false;
}

static bool is_at(const Tagged *tagged, size_t index) {
    static const char *const words[] = {"在", "于", "假", NULL};
    return token_is_any(&tagged->tokens, index, words) && !token_in(tagged, index)->head;
}

/* 张庄，干部召开大会: does a place stand alone with its comma, days apart, at the head of the sentence? */
static bool stands_ahead(const Looking *looking, const Mention *mention) {
    const Tagged *tagged = looking->tagged;
    size_t first = tokens_beginning(&tagged->tokens, mention->span.begin);
    size_t next = tokens_ending(&tagged->tokens, mention->span.end) + 1;
    while (first != SIZE_MAX && first > 0 &&
           (token_in(tagged, first - 1)->kind == TOKEN_DATE || token_in(tagged, first - 1)->comma)) {
        first--;
    }
    return first == 0 && next < count_of(tagged) && token_in(tagged, next)->comma &&
           token_in(tagged, next)->span.end <= looking->clause.begin;
}

/* The place that a sentence begins with, where somebody else acts there. */
static bool read_head(const Looking *looking, const Fact *fact, Arena *arena, Spans *out) {
    const Tagged *tagged = looking->tagged;
    for (size_t i = 0; i < tagged->mentions.count && tagged->mentions.items[i].span.end < looking->clause.begin; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        if (mention->kind == MENTION_NAME && is_a(tagged, mention, tagged->ontology->place) &&
            stands_ahead(looking, mention) && fact_has_role(fact, ROLE_AGENT) &&
            !spans_overlap(looking->covered, mention->span)) {
            *VECTOR_PUSH(arena, out) = mention->core;
            return true;
        }
    }
    return false;
}

bool setting_in_chinese(const Tagged *tagged, const Spans *covered, const Fact *fact, Span clause, Arena *arena,
                        Spans *out) {
    Looking looking = {tagged, covered, clause, fact->span.end};
    for (size_t i = 0; i + 1 < count_of(tagged) && token_in(tagged, i)->span.end < fact->span.end; i++) {
        if (token_in(tagged, i)->depth > 0 || !is_at(tagged, i)) {
            continue;
        }
        size_t until = next_begin(&looking, token_in(tagged, i)->span.end);
        Stretch row = stretch_from(tagged, i + 1, until);
        if (row.end > row.first && leads_on(&looking, i, row.next, until) && read_row(&looking, row, arena, out)) {
            return true;
        }
        out->count = 0;
        if (read_name(&looking, i, arena, out)) {
            return true;
        }
    }
    return read_head(&looking, fact, arena, out);
}

bool setting_row(const Tagged *tagged, Span filler, size_t until, Arena *arena, Spans *out) {
    Spans none = {0};
    Looking looking = {.tagged = tagged, .covered = &none};
    size_t first = tokens_beginning(&tagged->tokens, filler.begin);
    if (first == SIZE_MAX || first == 0 || !is_at(tagged, first - 1)) {
        return false;
    }
    Stretch row = stretch_from(tagged, first, until);
    return row.end > row.first && span_of(tagged, row.first, row.end).end >= filler.end &&
           read_row(&looking, row, arena, out);
}
