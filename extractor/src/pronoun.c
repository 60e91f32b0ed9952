/* Finds for whom a pronoun at the head of a clause stands: the subject of a clause before it in the sentence, or of the
 * sentence before; 该报, for the newspaper named last. Where two may be meant it says nothing. */
#include "pronoun.h"

#include "filler.h"
#include "naming.h"
#include "speaking.h"

typedef enum PronounKind { PRONOUN_PERSON, PRONOUN_BODY, PRONOUN_SEVERAL, PRONOUN_BOTH, PRONOUN_PAPER } PronounKind;

typedef enum Sex { SEX_ANY, SEX_MALE, SEX_FEMALE } Sex;

typedef struct Pronoun {
    const char *words;
    Lang lang;
    PronounKind kind;
    Sex sex;
} Pronoun;

static const Pronoun pronouns[] = {
    {"he", LANG_EN, PRONOUN_PERSON, SEX_MALE},
    {"she", LANG_EN, PRONOUN_PERSON, SEX_FEMALE},
    {"it", LANG_EN, PRONOUN_BODY, SEX_ANY},
    {"they", LANG_EN, PRONOUN_SEVERAL, SEX_ANY},
    {"both sides", LANG_EN, PRONOUN_BOTH, SEX_ANY},
    {"both parties", LANG_EN, PRONOUN_BOTH, SEX_ANY},
    {"both countries", LANG_EN, PRONOUN_BOTH, SEX_ANY},
    {"the two sides", LANG_EN, PRONOUN_BOTH, SEX_ANY},
    {"the two parties", LANG_EN, PRONOUN_BOTH, SEX_ANY},
    {"the two countries", LANG_EN, PRONOUN_BOTH, SEX_ANY},
    {"他们", LANG_ZH, PRONOUN_SEVERAL, SEX_ANY},
    {"她们", LANG_ZH, PRONOUN_SEVERAL, SEX_ANY},
    {"他", LANG_ZH, PRONOUN_PERSON, SEX_ANY}, /* of women too, in old prints */
    {"她", LANG_ZH, PRONOUN_PERSON, SEX_FEMALE},
    {"它", LANG_ZH, PRONOUN_BODY, SEX_ANY},
    {"双方", LANG_ZH, PRONOUN_BOTH, SEX_ANY},
    {"两国", LANG_ZH, PRONOUN_BOTH, SEX_ANY},
    {"该报", LANG_ZH, PRONOUN_PAPER, SEX_ANY},
};

/* What may stand for a pronoun: the subject of a clause. */
typedef struct Antecedent {
    Referents meant;
    Text words; /* with title and article */
} Antecedent;

typedef VECTOR(Antecedent) Antecedents;

static Span token_span(const Tagged *tagged, size_t index) {
    return tagged->tokens.items.items[index].span;
}

/* The pronoun that begins at a byte and ends where a token does, or NULL. */
static const Pronoun *pronoun_at(const Tagged *tagged, size_t begin, Span *span) {
    Text rest = text_after(tagged->sentence->text, begin);
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++) {
        bool spoken = pronouns[i].lang == tagged->sentence->lang;
        size_t length = spoken ? text_has_nocase(rest, 0, pronouns[i].words) : 0;
        if (length && rest.length > length && tokens_ending(&tagged->tokens, begin + length) != SIZE_MAX) {
            *span = (Span){begin, begin + length};
            return &pronouns[i];
        }
    }
    return NULL;
}

/* "It is said", 他的, "they wrote" of a letter told of before: does what follows the pronoun make it no subject, or one
 * that stands for nobody? */
static bool is_empty(const Tagged *tagged, const Pronoun *pronoun, size_t next) {
    static const char *const impersonal[] = {
        "is",     "was",   "will",   "would", "has",  "had",    "can",     "could",   "may",    "might", "must",
        "should", "seems", "seemed", "takes", "took", "became", "becomes", "appears", "turned", "将",    "要",
        "是",     "有",    "能",     "会",    "应",   "必须",   "可以",    "不",      NULL};
    static const char *const parts[] = {"的", "之", "自己", "本人", "人", "国", "'s", "wrote", "写道", NULL};
    if (next >= tagged->tokens.items.count || token_is_any(&tagged->tokens, next, parts) ||
        tagged->tokens.items.items[next].kind == TOKEN_MARK) {
        return true;
    }
    static const char *const perfect[] = {"has", "had", NULL};
    static const char *const become[] = {"been", "become", "to", "long", "always", NULL};
    if (token_is_any(&tagged->tokens, next, perfect) && next + 1 < tagged->tokens.items.count &&
        !(tagged->tokens.items.items[next + 1].words & WORD_ADVERB) &&
        !token_is_any(&tagged->tokens, next + 1, become)) {
        return false; /* "it has built a school" */
    }
    bool joined = tagged->tokens.items.items[next].joins;
    bool noun = tagged->sentence->lang == LANG_ZH && pronoun->kind == PRONOUN_BOTH &&
                (tagged->tokens.items.items[next].head || tagged->tokens.items.items[next].kind == TOKEN_NAME);
    return joined || noun || (pronoun->kind == PRONOUN_BODY && token_is_any(&tagged->tokens, next, impersonal));
}

/* ---------------------------------------------------------------- who may be meant */

static bool is_a(const Discourse *discourse, const Referent *referent, ClassId class_id) {
    return referent->class_id != CLASS_NONE && ontology_is_a(discourse->ontology, referent->class_id, class_id);
}

/* 毛泽东的思想, "Nehru's visit": what belongs to somebody is the subject, not he. */
static bool owns(const Tagged *tagged, Span span) {
    static const char *const links[] = {"的", "之", "'s", "’s", "'", NULL};
    size_t last = tokens_ending(&tagged->tokens, span.end);
    return last == SIZE_MAX || last + 1 >= tagged->tokens.items.count ||
           token_is_any(&tagged->tokens, last + 1, links) || tagged->sentence->text.at[span.end] == '\'';
}

static void add_meant(const Discourse *discourse, size_t sentence, Span span, Referents *out) {
    const Tagged *tagged = &discourse->tagged[sentence];
    const Mention *mention = tagger_mention(tagged, CLASS_IDS(discourse->ontology->agent), span);
    if (!mention) {
        return;
    }
    for (size_t i = 0; i < mention->meant.count; i++) {
        *VECTOR_PUSH(discourse->arena, out) = mention->meant.items[i];
    }
    if (mention->meant.count == 0) {
        Naming naming = naming_of(tagged, mention->kind == MENTION_NAME ? mention->core : span, discourse->arena);
        Referent spoken = {naming.label, mention->class_id, mention->entry, naming.definite};
        *VECTOR_PUSH(discourse->arena, out) = discourse_resolve(discourse, sentence, span.begin, spoken);
    }
}

/* 中国代表团同缅甸代表团, "China held talks with Burma": the other side of two. */
static void add_companion(const Discourse *discourse, size_t sentence, size_t end, Referents *out) {
    static const char *const with[] = {"同", "与", "和", "跟", "with", NULL};
    enum { REACH = 6 /* tokens */ };
    const Tagged *tagged = &discourse->tagged[sentence];
    size_t last = tokens_ending(&tagged->tokens, end);
    for (size_t i = last + 1; i + 1 < tagged->tokens.items.count && i <= last + REACH; i++) {
        const Token *token = &tagged->tokens.items.items[i];
        if (token->kind == TOKEN_MARK && !token->joins) {
            return;
        }
        const Mention *mention =
            token_is_any(&tagged->tokens, i, with)
                ? tagger_mention_at(tagged, CLASS_IDS(discourse->ontology->agent), token_span(tagged, i + 1).begin)
                : NULL;
        if (mention && mention->class_id != discourse->ontology->meeting) {
            add_meant(discourse, sentence, mention->span, out);
            return;
        }
    }
}

static bool antecedent_in(const Discourse *discourse, const Pronoun *pronoun, size_t sentence, size_t clause,
                          Antecedent *out) {
    const Tagged *tagged = &discourse->tagged[sentence];
    Span span;
    if (!discourse_clause_subject(discourse, sentence, clause, &span) || owns(tagged, span)) {
        return false;
    }
    Slot several = {.kind = SLOT_CLASS, .list = true};
    *VECTOR_PUSH(discourse->arena, &several.classes) = discourse->ontology->agent;
    Spans members = {0};
    filler_members(tagged, &several, span, discourse->arena, &members);
    *out = (Antecedent){.words = text_span(tagged->sentence->text, span)};
    for (size_t i = 0; i < members.count; i++) {
        add_meant(discourse, sentence, members.items[i], &out->meant);
    }
    if (out->meant.count == 1 && pronoun->kind == PRONOUN_BOTH) {
        add_companion(discourse, sentence, span.end, &out->meant);
    }
    return out->meant.count > 0;
}

static bool has_sex(Text words, Sex sex) {
    static const char *const female[] = {"夫人", "女士", "小姐", "女", "Madame", "Mrs", "Miss", "Queen", NULL};
    static const char *const male[] = {"先生", "国王", "神父", "Mr.", "King", "Father", NULL};
    const char *const *others = sex == SEX_FEMALE ? male : female;
    for (size_t i = 0; sex != SEX_ANY && others[i]; i++) {
        if (text_contains(words, text_from(others[i]))) {
            return false;
        }
    }
    return true;
}

static bool fits(const Discourse *discourse, const Pronoun *pronoun, const Antecedent *antecedent) {
    const Referent *first = &antecedent->meant.items[0];
    size_t count = antecedent->meant.count;
    switch (pronoun->kind) {
    case PRONOUN_PERSON:
        return count == 1 && is_a(discourse, first, discourse->ontology->person) &&
               has_sex(antecedent->words, pronoun->sex);
    case PRONOUN_BODY:
        return count == 1 && (is_a(discourse, first, discourse->ontology->organization) ||
                              is_a(discourse, first, discourse->ontology->meeting));
    case PRONOUN_SEVERAL:
        return count > 1 || is_a(discourse, first, discourse->ontology->group);
    default:
        return count == 2;
    }
}

static bool same_meant(const Referents *a, const Referents *b) {
    bool same = a->count == b->count;
    for (size_t i = 0; i < a->count && same; i++) {
        same = text_equal(a->items[i].label, b->items[i].label);
    }
    return same;
}

/* The first clause of what is being said where a clause stands: who says 略称：…，他们要… does not mean himself. */
static size_t speech_begin(const Tagged *tagged, size_t clause) {
    const Spans *clauses = &tagged->sentence->clauses;
    size_t begin = clause;
    for (; begin > 0; begin--) {
        size_t first = tokens_beginning(&tagged->tokens, clauses->items[begin].begin);
        if (first != SIZE_MAX && first > 0 && token_is(&tagged->tokens, first - 1, "：")) {
            break;
        }
    }
    return begin;
}

/* All that fit among the subjects of some of a sentence's clauses, each once. */
static void antecedents_in(const Discourse *discourse, const Pronoun *pronoun, size_t sentence, size_t from,
                           size_t clauses, Antecedents *out) {
    for (size_t i = from; i < clauses; i++) {
        Antecedent one;
        bool known = !antecedent_in(discourse, pronoun, sentence, i, &one) || !fits(discourse, pronoun, &one);
        for (size_t k = 0; k < out->count && !known; k++) {
            known = same_meant(&out->items[k].meant, &one.meant);
        }
        if (!known) {
            *VECTOR_PUSH(discourse->arena, out) = one;
        }
    }
}

static bool follows(const Discourse *discourse, size_t sentence) {
    const Sentence *here = &discourse->document->sentences.items[sentence];
    const Sentence *before = here - 1;
    return sentence > 0 && before->lang == here->lang && before->dispatch == here->dispatch &&
           before->kind == here->kind && here->kind == SENTENCE_BODY && here->paragraph <= before->paragraph + 1;
}

/* 该报: the newspaper that was named last, however far back; 报 alone is no name's head. */
static bool find_paper(const Discourse *discourse, size_t sentence, size_t at, Referents *out) {
    Referent spoken = {TEXT("该报"), discourse->ontology->organization, NULL, true};
    Referent found = discourse_resolve(discourse, sentence, at, spoken);
    bool named = !text_equal(found.label, spoken.label);
    if (named) {
        *VECTOR_PUSH(discourse->arena, out) = found;
    }
    return named;
}

/* Whoever a sentence speaks of first is meant by "he said" in the next one, even if others are its subjects as well;
 * behind a speech nobody else is sure to be. */
static bool find_meant(const Discourse *discourse, const Pronoun *pronoun, size_t sentence, size_t clause, size_t next,
                       Referents *out) {
    Antecedents found = {0};
    size_t speech = speech_begin(&discourse->tagged[sentence], clause);
    antecedents_in(discourse, pronoun, sentence, speech, clause, &found);
    if (found.count == 0 && speech == 0 && follows(discourse, sentence)) {
        size_t clauses = discourse->document->sentences.items[sentence - 1].clauses.count;
        antecedents_in(discourse, pronoun, sentence - 1, 0, clauses, &found);
        if (found.count && speaking_goes_on(&discourse->tagged[sentence], next)) {
            found.count = 1;
        } else if (speaking_is_in(&discourse->tagged[sentence - 1])) {
            found.count = 0;
        }
    }
    if (found.count == 1) {
        *out = found.items[0].meant;
    }
    return found.count == 1;
}

/* ---------------------------------------------------------------- the mentions */

static bool comes_after(const Mention *mention, Span span) {
    return mention->span.begin > span.begin || (mention->span.begin == span.begin && mention->span.end < span.end);
}

/* "both sides" may be a description already: then that is what it stands for. */
static void add_mention(Tagged *tagged, Mention pronoun, Arena *arena) {
    size_t at = 0;
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        Mention *mention = &tagged->mentions.items[i];
        if (mention->span.end == pronoun.span.end && mention->span.begin >= pronoun.span.begin) {
            mention->meant = pronoun.meant;
        }
        at += !comes_after(mention, pronoun.span);
    }
    *VECTOR_PUSH(arena, &tagged->mentions) = pronoun;
    for (size_t i = tagged->mentions.count - 1; i > at; i--) {
        tagged->mentions.items[i] = tagged->mentions.items[i - 1];
    }
    tagged->mentions.items[at] = pronoun;
}

/* "…; it also built a school", "Yesterday, it built a school": does a clause stand as a sentence does? */
static bool stands_as_sentence(const Tagged *tagged, size_t clause) {
    const Spans *clauses = &tagged->sentence->clauses;
    size_t first = tokens_beginning(&tagged->tokens, clauses->items[clause].begin);
    bool behind_semicolon = first != SIZE_MAX && first > 0 && token_is(&tagged->tokens, first - 1, ";");
    for (size_t i = 0; i < clause && !behind_semicolon; i++) {
        size_t head = discourse_clause_head(tagged, clauses->items[i]);
        if (head < tagged->tokens.items.count && token_span(tagged, head).begin < clauses->items[i].end) {
            return false;
        }
    }
    return true;
}

/* 我国发射, 访问我国, but not 我国政府: is what follows no noun that the country has? */
static bool is_own_country(const Tagged *tagged, size_t index) {
    enum { BEHIND = WORD_VERB | WORD_ADVERB | WORD_PREPOSITION | WORD_AUXILIARY | WORD_CONJUNCTION };
    static const char *const open[] = {"“", "《", "（", NULL};
    static const char *const deeds[] = {"斗争", "运动", "工作", "事业", "建设", NULL}; /* 我国肃反斗争 */
    const Tokens *tokens = &tagged->tokens;
    if (!token_is(tokens, index, "我国") || index + 1 >= tokens->items.count) {
        return false;
    }
    const Token *next = &tokens->items.items[index + 1];
    bool given = index > 0 && (tokens->items.items[index - 1].words & WORD_VERB);
    bool word = next->kind == TOKEN_WORD && !next->head && (next->words & BEHIND) && !(next->words & WORD_PLAIN) &&
                !token_is_any(tokens, index + 2, deeds);
    return next->kind == TOKEN_DATE || (next->kind == TOKEN_MARK && !token_is_any(tokens, index + 1, open)) ||
           (next->kind == TOKEN_NUMBER && given) || word;
}

static void mark_own_country(const Discourse *discourse, Tagged *tagged) {
    for (size_t i = 0; tagged->sentence->lang == LANG_ZH && i < tagged->tokens.items.count; i++) {
        if (is_own_country(tagged, i)) {
            Span span = token_span(tagged, i);
            Mention mention = {.kind = MENTION_DESCRIPTION, .span = span, .core = span};
            *VECTOR_PUSH(discourse->arena, &mention.meant) = discourse_own(discourse->lexicon, discourse->ontology);
            mention.class_id = mention.meant.items[0].class_id;
            mention.entry = mention.meant.items[0].entry;
            add_mention(tagged, mention, discourse->arena);
        }
    }
}

static void mark_clause(const Discourse *discourse, Tagged *tagged, size_t sentence, size_t clause) {
    Span region = tagged->sentence->clauses.items[clause];
    size_t head = discourse_clause_head(tagged, region);
    for (size_t i = tokens_beginning(&tagged->tokens, region.begin); i != SIZE_MAX && i <= head; i++) {
        Span span;
        const Pronoun *pronoun = pronoun_at(tagged, token_span(tagged, i).begin, &span);
        size_t next = pronoun ? tokens_ending(&tagged->tokens, span.end) + 1 : 0;
        Mention mention = {.kind = MENTION_DESCRIPTION, .span = span, .core = span};
        bool may = pronoun && !(pronoun->kind == PRONOUN_BODY && !stands_as_sentence(tagged, clause)) &&
                   !is_empty(tagged, pronoun, next);
        bool found = may && (pronoun->kind == PRONOUN_PAPER
                                 ? find_paper(discourse, sentence, span.begin, &mention.meant)
                                 : find_meant(discourse, pronoun, sentence, clause, next, &mention.meant));
        if (found) {
            mention.class_id = mention.meant.items[0].class_id;
            mention.entry = mention.meant.items[0].entry;
            add_mention(tagged, mention, discourse->arena);
        }
        if (pronoun) {
            return;
        }
    }
}

void pronouns_mark(const Discourse *discourse, Tagged *tagged) {
    for (size_t i = 0; i < discourse->document->sentences.count; i++) {
        const Spans *clauses = &discourse->document->sentences.items[i].clauses;
        mark_own_country(discourse, &tagged[i]);
        for (size_t k = 0; k < clauses->count; k++) {
            mark_clause(discourse, &tagged[i], i, k);
        }
    }
}
