/* Says what may fill a slot: which stretches of a sentence are mentions of its classes, numbers, dates or phrases, one
 * or enumerated. Knows what was tagged, and nothing of patterns. */
#include "filler.h"

#include "adjunct.h"
#include "governed.h"
#include "namerow.h"
#include "phrase.h"
#include "roll.h"

/* The tokens that a span covers exactly. */
static bool tokens_of(const Tagged *tagged, Span span, size_t *first, size_t *last) {
    *first = tokens_beginning(&tagged->tokens, span.begin);
    *last = tokens_ending(&tagged->tokens, span.end);
    return *first != SIZE_MAX && *last != SIZE_MAX && *first <= *last;
}

static PhraseKind phrase_kind(const Slot *slot) {
    return slot->kind == SLOT_NOUN ? PHRASE_NOUN : slot->kind == SLOT_FULL ? PHRASE_FULL : PHRASE_WORDS;
}

static bool is_one(const Tagged *tagged, const Slot *slot, Span span) {
    size_t first;
    size_t last;
    if (slot->kind == SLOT_CLASS) {
        return tagger_mention(tagged, &slot->classes, span) != NULL;
    }
    if (!tokens_of(tagged, span, &first, &last)) {
        return false;
    }
    const Token *token = token_in(tagged, first);
    switch (slot->kind) {
    case SLOT_NUMBER:
        return first == last && token->kind == TOKEN_NUMBER && !tagged->tokens.numbers.items[token->index].ordinal;
    case SLOT_DATE:
        return first == last && token->kind == TOKEN_DATE;
    case SLOT_NOUN:
    case SLOT_FULL:
    case SLOT_PHRASE:
        return phrase_is(&tagged->tokens, phrase_kind(slot), first, last);
    default:
        return false;
    }
}

/* Words at the head of a later member that belong to no member: 并 还要 "and also". */
static bool is_connective(const Tagged *tagged, size_t token) {
    unsigned words = token_in(tagged, token)->words;
    return token_in(tagged, token)->kind == TOKEN_WORD && (words & (WORD_CONJUNCTION | WORD_ADVERB | WORD_AUXILIARY));
}

static bool is_joint(const Tagged *tagged, const Slot *slot, size_t token) {
    bool comma = token_in(tagged, token)->comma;
    return slot->kind == SLOT_PHRASE ? comma : tagger_joins(tagged, token);
}

/* "arrange, together with the unions, for visits", "finish the work, in 1957": what begins with a preposition or a date
 * goes on with the member before it. */
static bool goes_on(const Tagged *tagged, const Slot *slot, size_t token, size_t last) {
    if (slot->kind != SLOT_PHRASE || tagged->sentence->lang != LANG_EN) {
        return slot->kind == SLOT_PHRASE && token <= last && phrase_ends_actions(&tagged->tokens, token);
    }
    while (token < last && (token_in(tagged, token)->words & WORD_ADVERB) &&
           !(token_in(tagged, token)->words & WORD_VERB)) {
        token++;
    }
    const Token *begin = token_in(tagged, token);
    return begin->kind == TOKEN_DATE || (begin->words & WORD_PREPOSITION);
}

/* A later member without the words that join it; false when it is no filler of the slot, or a clause with a subject of
 * its own. */
static bool is_member(const Tagged *tagged, const Slot *slot, size_t begin, size_t end, bool later, Span *part) {
    while (slot->kind == SLOT_PHRASE && later && begin < end && is_connective(tagged, begin)) {
        begin++;
    }
    if (begin >= end) {
        return false;
    }
    *part = (Span){token_in(tagged, begin)->span.begin, token_in(tagged, end - 1)->span.end};
    if (slot->kind != SLOT_PHRASE) {
        return is_one(tagged, slot, *part);
    }
    return phrase_is(&tagged->tokens, PHRASE_WORDS, begin, end - 1) &&
           (!slot->action || phrase_begins_action(&tagged->tokens, begin)) &&
           !(later && tagger_mention_at(tagged, CLASS_IDS(tagged->ontology->agent), part->begin));
}

/* 县、市行政区划 and "light and heavy guns": what stands before the joint is no member but goes with the noun behind
 * it.
 */
static bool is_half(const Tagged *tagged, const Slot *slot, size_t begin, size_t joint) {
    const Token *last = token_in(tagged, joint - 1);
    if (slot->kind == SLOT_CLASS || slot->kind == SLOT_PHRASE) {
        return false;
    }
    if (tagged->sentence->lang == LANG_EN) {
        return last->kind == TOKEN_WORD && (last->words & WORD_ADJECTIVE) && !last->head;
    }
    Span member = {token_in(tagged, begin)->span.begin, last->span.end};
    return utf8_count(text_span(tagged->sentence->text, member)) == 1;
}

/* Cuts at the joints; false when a part is no filler of the slot. */
static bool split(const Tagged *tagged, const Slot *slot, Span span, Arena *arena, Spans *out) {
    size_t first;
    size_t last;
    if (!tokens_of(tagged, span, &first, &last) || is_joint(tagged, slot, last)) {
        return false;
    }
    size_t begin = first;
    for (size_t i = first; i <= last + 1; i++) {
        bool cut = i > last || (token_in(tagged, i)->depth == 0 && is_joint(tagged, slot, i) &&
                                !goes_on(tagged, slot, i + 1, last) && !(i > begin && is_half(tagged, slot, begin, i)));
        Span part;
        if (!cut) {
            continue;
        }
        if (i > begin && !(begin > first && roll_skip(tagged, slot, begin) == i)) {
            if (!is_member(tagged, slot, begin, i, begin != first, &part)) {
                return false;
            }
            if (out) {
                *VECTOR_PUSH(arena, out) = part;
            }
        }
        begin = i + 1;
    }
    return true;
}

static bool is_inside_mention(const Tagged *tagged, size_t begin) {
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        if (mention->span.begin < begin && begin < mention->span.end) {
            return true;
        }
    }
    return false;
}

static bool may_begin(const Tagged *tagged, const Slot *slot, size_t begin) {
    if (slot->kind == SLOT_CLASS) {
        return tagger_mention_at(tagged, &slot->classes, begin) &&
               !(slot->leading && (governed_at(tagged, begin) || is_inside_mention(tagged, begin)));
    }
    size_t first = tokens_beginning(&tagged->tokens, begin);
    if (first == SIZE_MAX) {
        return false;
    }
    TokenKind kind = token_in(tagged, first)->kind;
    switch (slot->kind) {
    case SLOT_NUMBER:
        return kind == TOKEN_NUMBER;
    case SLOT_DATE:
        return kind == TOKEN_DATE;
    case SLOT_NOUN:
    case SLOT_FULL:
        return phrase_may_begin(&tagged->tokens, first);
    default:
        return slot->action ? phrase_begins_action(&tagged->tokens, first)
                            : !phrase_is_boundary(&tagged->tokens, first);
    }
}

/* 赠给代表，: what stands between a verb and the end of its clause is the verb's object, and no subject of the next
 * clause. */
static bool is_object(const Tagged *tagged, Span span) {
    size_t first = tokens_beginning(&tagged->tokens, span.begin);
    size_t next = tokens_ending(&tagged->tokens, span.end) + 1;
    return first != SIZE_MAX && first > 0 && next > 0 && next < tagged->tokens.items.count &&
           (token_in(tagged, first - 1)->words & (WORD_VERB | WORD_ADJECTIVE)) == WORD_VERB &&
           !token_in(tagged, first - 1)->head && phrase_is_boundary(&tagged->tokens, next);
}

static bool is_pronoun(const Tagged *tagged, const Slot *slot, Span span) {
    const Mention *mention = slot->kind == SLOT_CLASS ? tagger_mention(tagged, &slot->classes, span) : NULL;
    return mention && mention->kind == MENTION_DESCRIPTION && mention->meant.count;
}

/* "organized a co-operative, and the whole regiment can …": what a comma and "and" join to an object, with an auxiliary
 * behind it, is the subject of a clause. */
static bool takes_in_subject(const Tagged *tagged, Span span) {
    size_t first = tokens_beginning(&tagged->tokens, span.begin);
    size_t next = tokens_ending(&tagged->tokens, span.end) + 1;
    if (tagged->sentence->lang != LANG_EN || first == SIZE_MAX || first == 0 || next == 0 ||
        next >= tagged->tokens.items.count || !(token_in(tagged, next)->words & WORD_AUXILIARY)) {
        return false;
    }
    while (first > 1 && (token_in(tagged, first - 1)->words & WORD_DETERMINER)) {
        first--;
    }
    return token_in(tagged, first - 1)->words & WORD_VERB;
}

static bool is_barred(const Tagged *tagged, const Slot *slot, Span span) {
    return (slot->named && is_pronoun(tagged, slot, span)) ||
           (slot->leading && slot->kind == SLOT_CLASS &&
            (is_object(tagged, span) || tagger_goes_on(tagged, span) || adjunct_place(tagged, span)));
}

bool filler_is(const Tagged *tagged, const Slot *slot, Span span) {
    return may_begin(tagged, slot, span.begin) && !is_barred(tagged, slot, span) &&
           (is_one(tagged, slot, span) ||
            (slot->list && !takes_in_subject(tagged, span) && split(tagged, slot, span, NULL, NULL)));
}

/* ---- all that begin at one byte ---- */

static void add_end(FillerEnds *ends, size_t end) {
    size_t length = end - ends->begin;
    if (length <= FILLER_BYTES) {
        ends->lengths[length / FILLER_WORD] |= (uint64_t)1 << length % FILLER_WORD;
        ends->reach = end > ends->reach ? end : ends->reach;
    }
}

/* The first token that stands between members, from `token` on up to the one behind byte `limit`; or SIZE_MAX. */
static size_t next_joint(const Tagged *tagged, size_t token, size_t limit) {
    for (size_t i = token;
         i < tagged->tokens.items.count && (i == token || token_in(tagged, i - 1)->span.begin < limit); i++) {
        if (token_in(tagged, i)->depth == 0 && tagger_joins(tagged, i)) {
            return i;
        }
    }
    return SIZE_MAX;
}

static bool may_end(const Tagged *tagged, const Slot *slot, Span span, bool one) {
    return tokens_ending(&tagged->tokens, span.end) != SIZE_MAX && !is_barred(tagged, slot, span) &&
           (one || !takes_in_subject(tagged, span));
}

/* Adds what ends with a mention that begins with token `member`; answers the token of the next member, or SIZE_MAX. */
static size_t add_member(const Tagged *tagged, const Slot *slot, size_t member, FillerEnds *out) {
    size_t begin = token_in(tagged, member)->span.begin;
    const Mention *longest = tagger_mention_at(tagged, &slot->classes, begin);
    size_t joint = slot->list ? next_joint(tagged, member, longest ? longest->span.end : begin) : SIZE_MAX;
    bool complete = joint == member;
    for (size_t i = 0; longest && i < tagged->mentions.count && tagged->mentions.items[i].span.begin <= begin; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        bool one = begin == out->begin;
        if (tagger_mention_begins(tagged, mention, begin) &&
            ontology_is_any(tagged->ontology, mention->class_id, &slot->classes) &&
            (one || joint == SIZE_MAX || mention->span.end <= token_in(tagged, joint)->span.begin)) {
            if (may_end(tagged, slot, (Span){out->begin, mention->span.end}, one)) {
                add_end(out, mention->span.end);
            }
            complete |= joint != SIZE_MAX && tokens_ending(&tagged->tokens, mention->span.end) + 1 == joint;
        }
    }
    return complete ? joint + 1 : SIZE_MAX;
}

/* Adds the mentions that begin with a token, by themselves or enumerated. */
static void add_mentions(const Tagged *tagged, const Slot *slot, size_t first, FillerEnds *out) {
    for (size_t member = first;
         member < tagged->tokens.items.count && token_in(tagged, member)->span.begin - out->begin < FILLER_BYTES;) {
        size_t skipped = slot->list && member > first ? roll_skip(tagged, slot, member) : 0;
        bool ends = skipped && (skipped >= tagged->tokens.items.count || !token_in(tagged, skipped)->comma);
        if (ends) {
            add_end(out, token_in(tagged, skipped - 1)->span.end);
        }
        member = ends ? SIZE_MAX : skipped ? skipped + 1 : add_member(tagged, slot, member, out);
        out->asked++;
    }
}

/* May a filler still hold the token? */
static bool is_near(const Tagged *tagged, const FillerEnds *ends, size_t token) {
    return token < tagged->tokens.items.count && token_in(tagged, token)->span.end - ends->begin <= FILLER_BYTES;
}

/* Reads one token more of a number, a date or a phrase: is it one up to there? */
static bool read_one(const Tagged *tagged, const Slot *slot, Phrase *one) {
    if (slot->kind != SLOT_NUMBER && slot->kind != SLOT_DATE) {
        return phrase_next(one);
    }
    size_t token = one->next++;
    one->over = token > one->first;
    return !one->over && is_one(tagged, slot, token_in(tagged, token)->span);
}

static void add_ones(const Tagged *tagged, const Slot *slot, size_t first, FillerEnds *out) {
    Phrase one = phrase_from(&tagged->tokens, phrase_kind(slot), first);
    for (size_t last = first; is_near(tagged, out, last) && !one.over; last++) {
        out->asked++;
        if (read_one(tagged, slot, &one)) {
            add_end(out, token_in(tagged, last)->span.end);
        }
    }
}

/* Adds the enumerations of numbers, dates or noun phrases. */
static void add_listed(const Tagged *tagged, const Slot *slot, size_t first, FillerEnds *out) {
    Phrase member = phrase_from(&tagged->tokens, phrase_kind(slot), first);
    bool whole = true; /* as far as it was read, the member is one; or it has no token yet */
    for (size_t i = first; is_near(tagged, out, i) && (i == member.first || !member.over); i++) {
        bool joint = is_joint(tagged, slot, i);
        Span span = {out->begin, token_in(tagged, i)->span.end};
        out->asked++;
        if (joint && token_in(tagged, i)->depth == 0 && !(i > member.first && is_half(tagged, slot, member.first, i))) {
            if (!whole || i + 1 == tagged->tokens.items.count) {
                return;
            }
            member = phrase_from(&tagged->tokens, phrase_kind(slot), i + 1);
            continue;
        }
        whole = read_one(tagged, slot, &member);
        if (whole && !joint && !takes_in_subject(tagged, span)) {
            add_end(out, span.end);
        }
    }
}

/* Does no series of actions hold the token? Of the marks between clauses it crosses only commas. */
static bool ends_series(const Token *token, unsigned depth) {
    return token->stray || token->depth < depth || (token->boundary && token->depth == depth && !token->comma);
}

/* Adds the enumerations of phrases. */
static void add_series(const Tagged *tagged, const Slot *slot, size_t first, FillerEnds *out) {
    unsigned depth = token_in(tagged, first)->depth;
    for (size_t last = first; is_near(tagged, out, last) && !ends_series(token_in(tagged, last), depth); last++) {
        Span span = {out->begin, token_in(tagged, last)->span.end};
        out->asked++;
        if (!takes_in_subject(tagged, span) && split(tagged, slot, span, NULL, NULL)) {
            add_end(out, span.end);
        }
    }
}

void filler_ends(const Tagged *tagged, const Slot *slot, size_t begin, FillerEnds *out) {
    *out = (FillerEnds){.begin = begin, .asked = 1};
    size_t first = tokens_beginning(&tagged->tokens, begin);
    bool asked = slot->kind != SLOT_DEFINE && slot->kind != SLOT_INSIDE; /* PCRE2 answers for these */
    if (!asked || first == SIZE_MAX || !may_begin(tagged, slot, begin)) {
        return;
    }
    if (slot->kind == SLOT_CLASS) {
        add_mentions(tagged, slot, first, out);
        return;
    }
    add_ones(tagged, slot, first, out);
    if (slot->list && slot->kind == SLOT_PHRASE) {
        add_series(tagged, slot, first, out);
    } else if (slot->list) {
        add_listed(tagged, slot, first, out);
    }
}

/* 正副局长 is 局长 and 副局长. */
static bool split_posts(const Tagged *tagged, Span span, Arena *arena, Spans *out) {
    if (!text_starts(text_span(tagged->sentence->text, span), TEXT("正副"))) {
        return false;
    }
    *VECTOR_PUSH(arena, out) = (Span){span.begin + TEXT("正副").length, span.end};
    *VECTOR_PUSH(arena, out) = (Span){span.begin + TEXT("正").length, span.end};
    return true;
}

void filler_members(const Tagged *tagged, const Slot *slot, Span span, Arena *arena, Spans *out) {
    if (split_posts(tagged, span, arena, out) ||
        (slot->list && (slot->kind != SLOT_CLASS || !is_one(tagged, slot, span)) &&
         split(tagged, slot, span, arena, out))) {
        return;
    }
    out->count = 0;
    bool words = slot->kind == SLOT_NOUN || slot->kind == SLOT_FULL || slot->kind == SLOT_PHRASE;
    if (!words || !namerow_split(tagged, span, arena, out)) {
        out->count = 0;
        *VECTOR_PUSH(arena, out) = span;
    }
}
