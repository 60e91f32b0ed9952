/* Resolves what is left out or only hinted at, inside one dispatch and one language. When nothing fits it says so; it
 * never guesses across dispatches. */
#include "discourse.h"

#include "naming.h"
#include "phrase.h"

enum { NEAR = 40 }; /* sentences: farther back nobody looks for what "the plant" is */

struct Topic {
    bool known;
    Referent meeting;
};

static const Sentence *sentence_of(const Discourse *discourse, size_t index) {
    return &discourse->document->sentences.items[index];
}

static const Token *token_of(const Tagged *tagged, size_t index) {
    return &tagged->tokens.items.items[index];
}

Span discourse_clause(const Discourse *discourse, size_t sentence, size_t at) {
    const Spans *clauses = &sentence_of(discourse, sentence)->clauses;
    for (size_t i = 0; i < clauses->count; i++) {
        if (at <= clauses->items[i].end) {
            return clauses->items[i];
        }
    }
    return (Span){0, sentence_of(discourse, sentence)->text.length};
}

static bool may_precede_subject(const Tagged *tagged, size_t index) {
    const Token *token = token_of(tagged, index);
    bool small =
        token->kind == TOKEN_WORD && !token->head && (token->words & (WORD_ADVERB | WORD_CONJUNCTION | WORD_AUXILIARY));
    bool article = tagged->sentence->lang == LANG_EN && (token->words & WORD_DETERMINER);
    return token->kind == TOKEN_DATE || token->kind == TOKEN_MARK || small || article;
}

/* The subject that stands in bytes `region`, where a clause begins. `open`: nothing there rules out a subject carried
 * over. */
static bool subject_in(const Discourse *discourse, const Tagged *tagged, Span region, Span *span, bool *open) {
    *open = true;
    for (size_t i = 0; i < tagged->tokens.items.count; i++) {
        const Token *token = token_of(tagged, i);
        if (token->span.begin < region.begin || token->depth > 0) {
            continue;
        }
        if (token->span.end > region.end) {
            return false;
        }
        const Mention *mention = tagger_mention_at(tagged, CLASS_IDS(discourse->ontology->agent), token->span.begin);
        if (mention && mention->span.end <= region.end) {
            *span = tagger_enumeration(tagged, CLASS_IDS(discourse->ontology->agent), token->span.begin, region.end);
            return true;
        }
        if (!may_precede_subject(tagged, i)) {
            bool relative = token_is(&tagged->tokens, i, "which") || token_is(&tagged->tokens, i, "who");
            *open = token->kind == TOKEN_WORD && (relative || (token->words & (WORD_PREPOSITION | WORD_VERB)));
            return false;
        }
    }
    return false;
}

/* 今天闭幕的重工业部…会议: the subject ends the clause, behind a 的. */
static bool subject_behind_clause(const Discourse *discourse, const Tagged *tagged, Span region, Span *span) {
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        size_t first = tokens_beginning(&tagged->tokens, mention->span.begin);
        if (mention->span.begin > region.begin && mention->span.end == region.end && first != SIZE_MAX && first > 0 &&
            token_is(&tagged->tokens, first - 1, "的") && mention->kind == MENTION_NAME &&
            ontology_is_a(discourse->ontology, mention->class_id, discourse->ontology->agent)) {
            *span = mention->span;
            return true;
        }
    }
    return false;
}

static bool subject_before(const Discourse *discourse, size_t sentence, size_t at, Span *span, bool *open) {
    const Tagged *tagged = &discourse->tagged[sentence];
    const Spans *clauses = &sentence_of(discourse, sentence)->clauses;
    *open = true;
    for (size_t i = clauses->count; i-- > 0 && *open;) {
        Span region = clauses->items[i];
        if (region.begin > at) {
            continue;
        }
        region.end = region.end < at ? region.end : at;
        if (subject_in(discourse, tagged, region, span, open) ||
            (region.end < at && subject_behind_clause(discourse, tagged, region, span))) {
            return true;
        }
    }
    return false;
}

bool discourse_subject(const Discourse *discourse, size_t sentence, size_t at, size_t *in_sentence, Span *span) {
    bool open;
    *in_sentence = sentence;
    if (subject_before(discourse, sentence, at, span, &open)) {
        return true;
    }
    const Sentence *here = sentence_of(discourse, sentence);
    bool elliptic = here->lang == LANG_ZH && open && sentence > 0;
    if (!elliptic || sentence_of(discourse, sentence - 1)->paragraph != here->paragraph ||
        sentence_of(discourse, sentence - 1)->lang != here->lang ||
        sentence_of(discourse, sentence - 1)->kind != here->kind) {
        return false;
    }
    *in_sentence = sentence - 1;
    Span first = sentence_of(discourse, sentence - 1)->clauses.count
                     ? sentence_of(discourse, sentence - 1)->clauses.items[0]
                     : (Span){0, 0};
    return subject_in(discourse, &discourse->tagged[sentence - 1], first, span, &open);
}

static bool same_stretch(const Discourse *discourse, size_t a, size_t b) {
    const Sentence *first = sentence_of(discourse, a);
    const Sentence *second = sentence_of(discourse, b);
    return first->lang == second->lang && first->dispatch == second->dispatch;
}

static Referent referent_of(const Discourse *discourse, size_t sentence, const Mention *mention) {
    const Tagged *tagged = &discourse->tagged[sentence];
    Span named = mention->kind == MENTION_NAME ? mention->core : mention->span;
    return (Referent){naming_of(tagged, named, discourse->arena).label, mention->class_id, mention->entry, false};
}

/* "the plant", 该厂: is nothing said but a head? Then whose name ends in that head is meant. */
static bool is_bare(const Discourse *discourse, Lang lang, Text label) {
    const Head *head = lexicon_head(discourse->lexicon, lang, label);
    return head && head->word.length == label.length;
}

/* The first meeting that a sentence calls by more than "the conference". */
static bool names_meeting(const Discourse *discourse, size_t sentence, Referent *out) {
    const Tagged *tagged = &discourse->tagged[sentence];
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        if (ontology_is_a(discourse->ontology, mention->class_id, discourse->ontology->meeting)) {
            *out = referent_of(discourse, sentence, mention);
            if (!is_bare(discourse, tagged->sentence->lang, out->label)) {
                return true;
            }
        }
    }
    return false;
}

/* The meeting that a dispatch is about: the first that it names; else the one in the headline. */
static bool find_topic(const Discourse *discourse, Lang lang, size_t dispatch, Referent *out) {
    for (int headline = 0; headline < 2; headline++) {
        for (size_t i = 0; i < discourse->document->sentences.count; i++) {
            const Sentence *sentence = sentence_of(discourse, i);
            bool here = headline ? sentence->kind == SENTENCE_HEADLINE
                                 : sentence->kind == SENTENCE_BODY && sentence->dispatch == dispatch;
            if (here && sentence->lang == lang && names_meeting(discourse, i, out)) {
                return true;
            }
        }
    }
    return false;
}

Discourse discourse_open(const Ontology *ontology, const Lexicon *lexicon, const Document *document,
                         const Tagged *tagged, Arena *arena) {
    Discourse discourse = {ontology, lexicon, document, tagged, arena, NULL};
    Topic *topics = ARENA_ARRAY(arena, Topic, document->dispatches.count * LANG_COUNT);
    for (size_t i = 0; i < document->dispatches.count * LANG_COUNT; i++) {
        topics[i].known = find_topic(&discourse, (Lang)(i % LANG_COUNT), i / LANG_COUNT, &topics[i].meeting);
    }
    discourse.topics = topics;
    return discourse;
}

static bool topic_meeting(const Discourse *discourse, size_t sentence, Referent *out) {
    const Sentence *here = sentence_of(discourse, sentence);
    const Topic *topic = &discourse->topics[here->dispatch * LANG_COUNT + here->lang];
    if (topic->known) {
        *out = topic->meeting;
    }
    return topic->known;
}

/* Are the characters (Chinese) of `part` found in `whole` in this order, both ending alike; or is `part` how `whole`
 * begins (English)? */
static bool abbreviates(Lang lang, Text part, Text whole) {
    if (part.length >= whole.length) {
        return false;
    }
    if (lang == LANG_EN) {
        return text_equal_nocase(part, text_slice(whole, 0, part.length)) && whole.at[part.length] == ' ';
    }
    size_t at = 0;
    for (size_t i = 0; i < part.length; i = utf8_next(part, i)) {
        Text character = text_slice(part, i, utf8_next(part, i));
        size_t found = text_find(text_after(whole, at), character);
        if (found == SIZE_MAX) {
            return false;
        }
        at += found + character.length;
    }
    return at == whole.length;
}

static Text without_demonstrative(Text label) {
    static const char *const words[] = {"该", "本", "这次", "这个", "此次", "此", NULL};
    for (size_t i = 0; words[i]; i++) {
        if (text_starts(label, text_from(words[i]))) {
            return text_after(label, text_from(words[i]).length);
        }
    }
    return label;
}

static bool contains_word(Lang lang, Text whole, Text word) {
    if (lang == LANG_ZH) {
        return text_ends(whole, word);
    }
    for (size_t i = 0; i + word.length <= whole.length; i++) {
        if ((i == 0 || whole.at[i - 1] == ' ') && text_equal_nocase(text_slice(whole, i, i + word.length), word)) {
            return true;
        }
    }
    return false;
}

static bool is_part_of_name(const Tagged *tagged, const Mention *mention) {
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *other = &tagged->mentions.items[i];
        if (other->kind == MENTION_NAME && other->span.begin <= mention->span.begin &&
            other->span.end >= mention->span.end &&
            other->span.end - other->span.begin > mention->span.end - mention->span.begin) {
            return true;
        }
    }
    return false;
}

/* The longest label in one sentence, before byte `end`, that `label` can be short for. */
static bool antecedent_in(const Discourse *discourse, size_t sentence, size_t end, Text label, bool bare,
                          Referent spoken, Referent *out) {
    const Tagged *tagged = &discourse->tagged[sentence];
    bool body = spoken.class_id != CLASS_NONE &&
                ontology_is_a(discourse->ontology, spoken.class_id, discourse->ontology->organization);
    ClassId kind = body ? discourse->ontology->organization : spoken.class_id;
    bool any = false;
    for (size_t k = 0; k < tagged->mentions.count; k++) {
        const Mention *mention = &tagged->mentions.items[k];
        if (mention->span.end > end || spoken.class_id == CLASS_NONE || is_part_of_name(tagged, mention) ||
            !ontology_is_a(discourse->ontology, mention->class_id, kind)) {
            continue;
        }
        Referent found = referent_of(discourse, sentence, mention);
        bool named = bare && (mention->kind == MENTION_NAME || spoken.definite) && found.label.length > label.length &&
                     contains_word(tagged->sentence->lang, found.label, label);
        bool longer = !any || found.label.length > out->label.length;
        if (longer && (named || (!bare && abbreviates(tagged->sentence->lang, label, found.label)))) {
            *out = found;
            any = true;
        }
    }
    return any;
}

Referent discourse_resolve(const Discourse *discourse, size_t sentence, size_t at, Referent spoken) {
    Lang lang = sentence_of(discourse, sentence)->lang;
    Text label = without_demonstrative(spoken.label);
    bool bare = is_bare(discourse, lang, label);
    Referent found;
    if (bare && spoken.class_id != CLASS_NONE &&
        ontology_is_a(discourse->ontology, spoken.class_id, discourse->ontology->meeting)) {
        return topic_meeting(discourse, sentence, &found) ? found : spoken;
    }
    if (spoken.entry) {
        return spoken;
    }
    bool chinese_document = bare && lang == LANG_ZH && spoken.class_id != CLASS_NONE &&
                            ontology_is_a(discourse->ontology, spoken.class_id, discourse->ontology->work);
    spoken.definite |= chinese_document; /* 规划 alone is "the plan" */
    bool body = spoken.class_id != CLASS_NONE &&
                (ontology_is_a(discourse->ontology, spoken.class_id, discourse->ontology->organization) ||
                 ontology_is_a(discourse->ontology, spoken.class_id, discourse->ontology->meeting));
    if (!spoken.definite && !body) {
        return spoken;
    }
    for (size_t i = sentence + 1; i-- > 0 && sentence - i < NEAR;) {
        if (same_stretch(discourse, i, sentence) &&
            antecedent_in(discourse, i, i == sentence ? at : SIZE_MAX, label, bare, spoken, &found)) {
            return found;
        }
    }
    return spoken;
}

bool discourse_meeting(const Discourse *discourse, size_t sentence, Referent *out) {
    return topic_meeting(discourse, sentence, out);
}

static bool is_covered(const Spans *covered, Span span) {
    for (size_t i = 0; i < covered->count; i++) {
        if (covered->items[i].begin <= span.begin && span.end <= covered->items[i].end) {
            return true;
        }
    }
    return false;
}

const DateMention *discourse_date(const Discourse *discourse, size_t sentence, Span span, const Spans *covered) {
    const Tagged *tagged = &discourse->tagged[sentence];
    Span clause = discourse_clause(discourse, sentence, span.end);
    const DateMention *best = NULL;
    for (size_t i = 0; i < tagged->tokens.dates.count; i++) {
        const DateMention *date = &tagged->tokens.dates.items[i];
        size_t token = tokens_beginning(&tagged->tokens, date->span.begin);
        bool quoted = token != SIZE_MAX && token_of(tagged, token)->depth > 0;
        if (quoted || is_covered(covered, date->span)) {
            continue;
        }
        if (date->span.end <= span.end) {
            best = date;
        } else if (!best && date->span.end <= clause.end) {
            return date;
        }
    }
    return best;
}
