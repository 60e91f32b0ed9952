/* Makes the list of mentions of a sentence, and finds them again. The text is never rewritten. */
#include "tagger.h"

#include "adjunct.h"
#include "comma_row.h"
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
    tokens_make(sentence, document->article, &named->persons[sentence->lang], today, lexicon, arena, &out->tokens);
    Mentions mentions = {0};
    Finder finder = {ontology, lexicon, &out->tokens, arena, &mentions};
    if (sentence->lang == LANG_EN) {
        names_english(&finder);
    } else {
        names_chinese(&finder);
        names_split(&finder, today);
        names_place_rows(&finder);
    }
    finder_drop_parts(&finder);
    if (mentions.count) {
        qsort(mentions.items, mentions.count, sizeof *mentions.items, compare_mentions);
    }
    memcpy(&out->mentions, &mentions, sizeof out->mentions);
    resolve_names(out, lexicon, document, named, arena);
    named_resolve(out, lexicon, named, arena);
    named_note(out, lexicon, named, arena);
    comma_rows_mark(out);
    adjuncts_mark(out, arena);
}

/* A mention may be taken with all, some or none of its articles, numbers, titles and clauses; but none begins with 的.
 */
bool tagger_mention_begins(const Tagged *tagged, const Mention *mention, size_t begin) {
    if (begin == mention->span.begin || begin == mention->core.begin) {
        return true;
    }
    bool inside = mention->span.begin < begin && begin < mention->core.begin;
    size_t token = inside ? tokens_beginning(&tagged->tokens, begin) : SIZE_MAX;
    return token != SIZE_MAX && !(tagged->tokens.items.items[token].words & WORD_PARTICLE);
}

const Mention *tagger_mention(const Tagged *tagged, const ClassIds *classes, Span span) {
    for (size_t i = 0; i < tagged->mentions.count && tagged->mentions.items[i].span.begin <= span.begin; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        if (tagger_mention_begins(tagged, mention, span.begin) && mention->span.end == span.end &&
            ontology_is_any(tagged->ontology, mention->class_id, classes)) {
            return mention;
        }
    }
    return NULL;
}

const Mention *tagger_mention_at(const Tagged *tagged, const ClassIds *classes, size_t begin) {
    const Mention *longest = NULL;
    for (size_t i = 0; i < tagged->mentions.count && tagged->mentions.items[i].span.begin <= begin; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        if (tagger_mention_begins(tagged, mention, begin) &&
            ontology_is_any(tagged->ontology, mention->class_id, classes) &&
            (!longest || mention->span.end > longest->span.end)) {
            longest = mention;
        }
    }
    return longest;
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

static bool mention_ends(const Tagged *tagged, size_t end) {
    bool found = false;
    for (size_t i = 0; i < tagged->mentions.count && !found; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        found = mention->span.end == end && ontology_is_a(tagged->ontology, mention->class_id, tagged->ontology->agent);
    }
    return found;
}

/* "China, Burma Sign Treaty": in an English headline a comma alone joins those who do something. */
static bool joins_headline(const Tagged *tagged, size_t comma) {
    size_t count = tagged->tokens.items.count;
    bool headline = tagged->sentence->kind == SENTENCE_HEADLINE && comma > 0 && comma + 1 < count;
    if (!headline || !mention_ends(tagged, tagged->tokens.items.items[comma - 1].span.end)) {
        return false;
    }
    const Mention *next =
        tagger_mention_at(tagged, CLASS_IDS(tagged->ontology->agent), tagged->tokens.items.items[comma + 1].span.begin);
    size_t behind = next ? tokens_ending(&tagged->tokens, next->span.end) + 1 : count;
    return behind < count &&
           ((tagged->tokens.items.items[behind].words & WORD_VERB) || token_is(&tagged->tokens, behind, "to") ||
            (tagged->tokens.items.items[behind].comma && joins_headline(tagged, behind)));
}

bool tagger_joins(const Tagged *tagged, size_t index) {
    const Token *token = &tagged->tokens.items.items[index];
    return token->joins || (token->comma && tagged->sentence->lang == LANG_EN &&
                            (and_follows(tagged, index) || joins_headline(tagged, index)));
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
    for (size_t i = 1; i < clauses->count && clauses->items[i].begin <= span.begin; i++) {
        if (clauses->items[i].begin == span.begin) {
            const Mention *mention = clauses->items[i].end == span.end
                                         ? tagger_mention(tagged, CLASS_IDS(tagged->ontology->agent), span)
                                         : NULL;
            return mention && ends_with_class(tagged, clauses->items[i - 1].end, mention->class_id);
        }
    }
    return false;
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
        while (next < tagged->tokens.items.count && tagger_joins(tagged, next)) {
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
