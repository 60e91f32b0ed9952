/* Tells of Chinese words that end in a name of the lexicon whether all of them name that thing (江西省九江市), only the
 * name does (过去国民党), or something else is named (上海市工商联). It does not look at the sentence around them. */
#include "finder.h"

typedef enum Reading {
    READING_OTHER, /* a name of its own */
    READING_WHOLE, /* all of it names the known thing */
    READING_END,   /* what stands before the name is none of it */
} Reading;

/* What stands before the known name. */
typedef struct Lead {
    size_t words;     /* of no name */
    size_t small;     /* those of them that never begin a name: 原 驻 拥护 */
    size_t bodies;    /* known ones */
    size_t places;    /* known ones, and 东部 behind them */
    bool is_other;    /* 各 美 新: another thing of that kind is named */
    const Entry *one; /* the last that is known */
} Lead;

static bool is_a(const Finder *finder, const Entry *entry, ClassId class_id) {
    return ontology_is_a(finder->ontology, entry->class_id, class_id);
}

static bool is_small(const Finder *finder, size_t index) {
    enum { KINDS = WORD_VERB | WORD_PREPOSITION | WORD_ADVERB | WORD_CONJUNCTION | WORD_AUXILIARY | WORD_SAYING };
    static const char *const words[] = {"原", "前", "驻", "旅", "调", "闻", "前任", "首任", "代表", NULL};
    return (finder_token(finder, index)->words & KINDS) || token_is_any(finder->tokens, index, words);
}

static bool is_direction(const Finder *finder, size_t index) {
    static const char *const words[] = {"东部",   "西部",   "南部",   "北部", "中部", "东北部",
                                        "西北部", "东南部", "西南部", "境内", NULL};
    return token_is_any(finder->tokens, index, words);
}

/* 各国共产党, 新黄河, 法共产党; 李庄市: a single character that is no word may belong to the name. */
static bool tells_other(const Finder *finder, size_t index) {
    static const char *const words[] = {"各", "各国", "国家", "兄弟", "当地", "各地", "外国", "友好", NULL};
    const Token *token = finder_token(finder, index);
    bool single = utf8_count(token_text(finder->tokens, index)) == 1;
    return token->kind == TOKEN_NUMBER || token->kind == TOKEN_MARK || token_is_any(finder->tokens, index, words) ||
           (token->words & WORD_DETERMINER) || (single && !is_small(finder, index)) ||
           (token->kind == TOKEN_NAME && !token->entry);
}

static Lead lead_of(const Finder *finder, size_t first, size_t last) {
    Lead lead = {0};
    for (size_t i = first; i < last; i++) {
        const Entry *entry = finder_token(finder, i)->entry;
        lead.is_other |= !entry && tells_other(finder, i);
        lead.one = entry ? entry : lead.one;
        bool place = entry ? is_a(finder, entry, finder->ontology->place) : lead.places && is_direction(finder, i);
        lead.places += place;
        lead.bodies += entry && !place;
        lead.words += !entry && !place;
        lead.small += !entry && !place && is_small(finder, i);
    }
    return lead;
}

/* 朝鲜安东市 is not the one in China. */
static bool may_hold(const Entry *place, const Entry *known) {
    return place == known->country || (!lexicon_is_abroad(place) && !lexicon_is_abroad(known)) ||
           (place->country && place->country == known->country);
}

static Reading read_place(const Finder *finder, const Lead *lead, const Entry *known, Text name) {
    enum { THREE = 9 /* bytes */ };
    if (ontology_is_a(finder->ontology, known->class_id, finder->ontology->country)) {
        return READING_END;
    }
    if (lead->words == 0 && lead->bodies == 0) {
        return lead->one && may_hold(lead->one, known) ? READING_WHOLE : READING_OTHER;
    }
    return name.length >= THREE || lead->small == lead->words ? READING_END : READING_OTHER;
}

/* 东京共同社, 上海文汇报, 北京清华大学: where it is, is said of what is known by its name alone. But each region has
 * its 日报, and 东北人民大学 is not what is called 人民大学 for short. */
static bool is_unique(const Finder *finder, const Entry *known, Text name) {
    bool label = text_equal(known->names[LANG_ZH].items[0], name);
    return is_a(finder, known, finder->ontology->news_agency) ||
           (label && is_a(finder, known, finder->ontology->school)) ||
           (text_ends(name, TEXT("报")) && !text_ends(name, TEXT("日报")));
}

static bool is_chinese_state(const Entry *entry) {
    return lexicon_is_china(entry) || text_equal(entry->id, TEXT("state-council")) ||
           text_equal(entry->id, TEXT("central-peoples-government"));
}

/* Nobody else's agency has its name: 波立特告伦敦合众社记者. */
static bool is_agency(const Finder *finder, const Lead *lead, const Entry *known) {
    return lead->words && is_a(finder, known, finder->ontology->news_agency);
}

static Reading read_body(const Finder *finder, const Lead *lead, const Entry *known, Text name) {
    enum { FIVE = 15 /* bytes */ };
    if (lead->words == 0) {
        bool ours =
            lead->one && lead->places + lead->bodies == 1 && is_chinese_state(lead->one) && !lexicon_is_abroad(known);
        bool there = lead->bodies == 0 && lexicon_is_abroad(lead->one) == lexicon_is_abroad(known);
        return ours || (there && is_unique(finder, known, name)) ? READING_WHOLE : READING_OTHER;
    }
    bool alone = lead->bodies == 0 && lead->places == 0;
    return alone && (name.length >= FIVE || lead->small == lead->words) ? READING_END : READING_OTHER;
}

bool names_known_end(Finder *finder, size_t first, size_t last) {
    const Token *end = finder_token(finder, last);
    const Entry *known = end->kind == TOKEN_NAME ? end->entry : NULL;
    if (!known || first == last || is_a(finder, known, finder->ontology->person)) {
        return false;
    }
    Text name = token_text(finder->tokens, last);
    Lead lead = lead_of(finder, first, last);
    bool place = is_a(finder, known, finder->ontology->place);
    Reading reading = is_agency(finder, &lead, known) ? READING_END
                      : lead.is_other                 ? READING_OTHER
                      : place                         ? read_place(finder, &lead, known, name)
                                                      : read_body(finder, &lead, known, name);
    if (reading != READING_OTHER) {
        Span whole = finder_span(finder, first, last);
        finder_add(finder, MENTION_NAME, whole, reading == READING_WHOLE ? whole : end->span, known->class_id, known);
    }
    return reading != READING_OTHER;
}
