/* Makes the list of mentions of a sentence and answers what rules ask of it. The text is never rewritten. */
#include "tagger.h"

#include "finder.h"
#include "named.h"
#include "phrase.h"
#include "resolve.h"

#include <stdlib.h>
#include <string.h>

static int compare_mentions(const void *a, const void *b) {
    const Mention *first = a;
    const Mention *second = b;
    if (first->span.begin != second->span.begin) {
        return first->span.begin < second->span.begin ? -1 : 1;
    }
    if (first->span.end != second->span.end) {
        return first->span.end > second->span.end ? -1 : 1;
    }
    return (first->class_id > second->class_id) - (first->class_id < second->class_id);
}

void tagger_run(const Ontology *ontology, const Lexicon *lexicon, const Document *document, const Sentence *sentence,
                Named *named, Arena *arena, Tagged *out) {
    memset(out, 0, sizeof *out);
    out->sentence = sentence;
    out->ontology = ontology;
    Day today = document_reference(document, sentence->dispatch);
    tokens_make(sentence->lang, sentence->text, document->article, &named->persons[sentence->lang], today, lexicon,
                arena, &out->tokens);
    Mentions mentions = {0};
    Finder finder = {ontology, lexicon, &out->tokens, arena, &mentions};
    if (sentence->lang == LANG_EN) {
        names_english(&finder);
    } else {
        names_chinese(&finder);
    }
    finder_drop_parts(&finder);
    if (mentions.count) {
        qsort(mentions.items, mentions.count, sizeof *mentions.items, compare_mentions);
    }
    memcpy(&out->mentions, &mentions, sizeof out->mentions);
    resolve_names(out, lexicon, document, named, arena);
    named_resolve(out, lexicon, named, arena);
    named_note(out, lexicon, named, arena);
}

/* A mention may be taken with all, some or none of its articles, numbers, titles and clauses; but none begins with 的.
 */
static bool begins_at(const Tagged *tagged, const Mention *mention, size_t begin) {
    if (begin == mention->span.begin || begin == mention->core.begin) {
        return true;
    }
    bool inside = mention->span.begin < begin && begin < mention->core.begin;
    size_t token = inside ? tokens_beginning(&tagged->tokens, begin) : SIZE_MAX;
    return token != SIZE_MAX && !(tagged->tokens.items.items[token].words & WORD_PARTICLE);
}

const Mention *tagger_mention(const Tagged *tagged, const ClassIds *classes, Span span) {
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        if (begins_at(tagged, mention, span.begin) && mention->span.end == span.end &&
            ontology_is_any(tagged->ontology, mention->class_id, classes)) {
            return mention;
        }
    }
    return NULL;
}

const Mention *tagger_mention_at(const Tagged *tagged, const ClassIds *classes, size_t begin) {
    const Mention *longest = NULL;
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        if (begins_at(tagged, mention, begin) && ontology_is_any(tagged->ontology, mention->class_id, classes) &&
            (!longest || mention->span.end > longest->span.end)) {
            longest = mention;
        }
    }
    return longest;
}

/* The tokens that a span covers exactly. */
static bool tokens_of(const Tagged *tagged, Span span, size_t *first, size_t *last) {
    *first = tokens_beginning(&tagged->tokens, span.begin);
    *last = tokens_ending(&tagged->tokens, span.end);
    return *first != SIZE_MAX && *last != SIZE_MAX && *first <= *last;
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
    const Token *token = &tagged->tokens.items.items[first];
    switch (slot->kind) {
    case SLOT_NUMBER:
        return first == last && token->kind == TOKEN_NUMBER && !tagged->tokens.numbers.items[token->index].ordinal;
    case SLOT_DATE:
        return first == last && token->kind == TOKEN_DATE;
    case SLOT_NOUN:
        return phrase_is_noun(&tagged->tokens, first, last);
    case SLOT_FULL:
        return phrase_is_full_noun(&tagged->tokens, first, last);
    case SLOT_PHRASE:
        return phrase_is_words(&tagged->tokens, first, last);
    default:
        return false;
    }
}

/* "two types", "of shells": what stands behind a number, an article, an adjective or "of" is no verb. */
static bool is_verb(const Tagged *tagged, size_t index) {
    const Token *before = &tagged->tokens.items.items[index - 1];
    const Token *token = &tagged->tokens.items.items[index];
    return (token->words & WORD_VERB) && !token->head && before->kind != TOKEN_NUMBER &&
           !(before->words & (WORD_DETERMINER | WORD_ADJECTIVE)) && !token_is(&tagged->tokens, index - 1, "of");
}

/* Does an "and" follow the comma at `token` before the clause's next mark that is no comma? Only then does the comma
 * enumerate. */
static bool and_follows(const Tagged *tagged, size_t token) {
    for (size_t i = token + 1; i < tagged->tokens.items.count; i++) {
        if (token_is(&tagged->tokens, i, "and")) {
            return true;
        }
        if ((phrase_is_boundary(&tagged->tokens, i) && !token_is(&tagged->tokens, i, ",")) || is_verb(tagged, i)) {
            return false;
        }
    }
    return false;
}

static bool is_between_names(const Tagged *tagged, size_t index) {
    const Token *token = &tagged->tokens.items.items[index];
    return token->joins || (token->comma && tagged->sentence->lang == LANG_EN && and_follows(tagged, index));
}

/* Words at the head of a later member that belong to no member: 并 还要 "and also". */
static bool is_connective(const Tagged *tagged, size_t token) {
    unsigned words = tagged->tokens.items.items[token].words;
    return tagged->tokens.items.items[token].kind == TOKEN_WORD &&
           (words & (WORD_CONJUNCTION | WORD_ADVERB | WORD_AUXILIARY));
}

static bool is_joint(const Tagged *tagged, const Slot *slot, size_t token) {
    bool comma = tagged->tokens.items.items[token].comma;
    return slot->kind == SLOT_PHRASE ? comma : is_between_names(tagged, token);
}

/* "arrange, together with the unions, for visits", "finish the work, in 1957": what begins with a preposition or a date
 * goes on with the member before it. */
static bool goes_on(const Tagged *tagged, const Slot *slot, size_t token, size_t last) {
    if (slot->kind != SLOT_PHRASE || tagged->sentence->lang != LANG_EN) {
        return slot->kind == SLOT_PHRASE && token <= last && phrase_ends_actions(&tagged->tokens, token);
    }
    while (token < last && (tagged->tokens.items.items[token].words & WORD_ADVERB) &&
           !(tagged->tokens.items.items[token].words & WORD_VERB)) {
        token++;
    }
    const Token *begin = &tagged->tokens.items.items[token];
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
    *part = (Span){tagged->tokens.items.items[begin].span.begin, tagged->tokens.items.items[end - 1].span.end};
    if (slot->kind != SLOT_PHRASE) {
        return is_one(tagged, slot, *part);
    }
    return phrase_is_words(&tagged->tokens, begin, end - 1) &&
           (!slot->action || phrase_begins_action(&tagged->tokens, begin)) &&
           !(later && tagger_mention_at(tagged, CLASS_IDS(tagged->ontology->agent), part->begin));
}

/* 县、市行政区划 and "light and heavy guns": what stands before the joint is no member but goes with the noun behind
 * it.
 */
static bool is_half(const Tagged *tagged, const Slot *slot, size_t begin, size_t joint) {
    const Token *last = &tagged->tokens.items.items[joint - 1];
    if (slot->kind == SLOT_CLASS || slot->kind == SLOT_PHRASE) {
        return false;
    }
    if (tagged->sentence->lang == LANG_EN) {
        return last->kind == TOKEN_WORD && (last->words & WORD_ADJECTIVE) && !last->head;
    }
    Span member = {tagged->tokens.items.items[begin].span.begin, last->span.end};
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
        bool cut = i > last || (tagged->tokens.items.items[i].depth == 0 && is_joint(tagged, slot, i) &&
                                !goes_on(tagged, slot, i + 1, last) && !(i > begin && is_half(tagged, slot, begin, i)));
        Span part;
        if (!cut) {
            continue;
        }
        if (i > begin) {
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

/* "helping the miners dig canals": what those do who are helped or made to is no news of theirs. */
static bool is_made_to(const Tagged *tagged, size_t before) {
    static const char *const words[] = {"help", "helps", "helped", "helping", "let", "make", "makes", "making", NULL};
    for (size_t i = 0; words[i]; i++) {
        if (token_is(&tagged->tokens, before, words[i])) {
            return true;
        }
    }
    return false;
}

/* "during the conference", 向代表: what a preposition governs is no subject; 由 alone brings in who acts. */
static bool is_governed(const Tagged *tagged, size_t begin) {
    size_t first = tokens_beginning(&tagged->tokens, begin);
    while (first != SIZE_MAX && first > 0 && tagged->sentence->lang == LANG_EN &&
           (tagged->tokens.items.items[first - 1].words & WORD_DETERMINER)) {
        first--;
    }
    if (first == SIZE_MAX || first == 0) {
        return false;
    }
    return is_made_to(tagged, first - 1) ||
           ((tagged->tokens.items.items[first - 1].words & WORD_PREPOSITION) &&
            !token_is(&tagged->tokens, first - 1, "由") && !tagged->tokens.items.items[first - 1].head);
}

bool tagger_begins(const Tagged *tagged, const Slot *slot, size_t begin) {
    if (slot->kind == SLOT_CLASS) {
        return tagger_mention_at(tagged, &slot->classes, begin) &&
               !(slot->leading && (is_governed(tagged, begin) || is_inside_mention(tagged, begin)));
    }
    size_t first = tokens_beginning(&tagged->tokens, begin);
    if (first == SIZE_MAX) {
        return false;
    }
    TokenKind kind = tagged->tokens.items.items[first].kind;
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
           (tagged->tokens.items.items[first - 1].words & WORD_VERB) && !tagged->tokens.items.items[first - 1].head &&
           phrase_is_boundary(&tagged->tokens, next);
}

static bool ends_with_class(const Tagged *tagged, size_t end, ClassId class_id) {
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        if (tagged->mentions.items[i].span.end == end && tagged->mentions.items[i].class_id == class_id) {
            return true;
        }
    }
    return false;
}

bool tagger_goes_on(const Tagged *tagged, Span span) {
    const Spans *clauses = &tagged->sentence->clauses;
    const Mention *mention = tagger_mention(tagged, CLASS_IDS(tagged->ontology->agent), span);
    for (size_t i = 1; mention && i < clauses->count; i++) {
        if (clauses->items[i].begin == span.begin) {
            return clauses->items[i].end == span.end &&
                   ends_with_class(tagged, clauses->items[i - 1].end, mention->class_id);
        }
    }
    return false;
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
        next >= tagged->tokens.items.count || !(tagged->tokens.items.items[next].words & WORD_AUXILIARY)) {
        return false;
    }
    while (first > 1 && (tagged->tokens.items.items[first - 1].words & WORD_DETERMINER)) {
        first--;
    }
    return tagged->tokens.items.items[first - 1].words & WORD_VERB;
}

bool tagger_is(const Tagged *tagged, const Slot *slot, Span span) {
    if (slot->named && is_pronoun(tagged, slot, span)) {
        return false;
    }
    if (slot->leading && slot->kind == SLOT_CLASS && (is_object(tagged, span) || tagger_goes_on(tagged, span))) {
        return false;
    }
    return is_one(tagged, slot, span) ||
           (slot->list && !takes_in_subject(tagged, span) && split(tagged, slot, span, NULL, NULL));
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

void tagger_members(const Tagged *tagged, const Slot *slot, Span span, Arena *arena, Spans *out) {
    if (split_posts(tagged, span, arena, out) ||
        (slot->list && (slot->kind != SLOT_CLASS || !is_one(tagged, slot, span)) &&
         split(tagged, slot, span, arena, out))) {
        return;
    }
    out->count = 0;
    *VECTOR_PUSH(arena, out) = span;
}

Span tagger_enumeration(const Tagged *tagged, const ClassIds *classes, size_t begin, size_t limit) {
    const Mention *mention = tagger_mention_at(tagged, classes, begin);
    Span span = {begin, mention->span.end};
    for (;;) {
        size_t next = tokens_ending(&tagged->tokens, span.end);
        if (next == SIZE_MAX) {
            return span;
        }
        next++;
        size_t joint = next;
        while (next < tagged->tokens.items.count && is_between_names(tagged, next)) {
            next++;
        }
        if (next == joint || next >= tagged->tokens.items.count) {
            return span;
        }
        mention = tagger_mention_at(tagged, classes, tagged->tokens.items.items[next].span.begin);
        if (!mention || mention->span.end > limit) {
            return span;
        }
        span.end = mention->span.end;
    }
}
