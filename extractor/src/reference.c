/* What a description stands for: "the conference", 该厂. An antecedent stands before it, in the same dispatch and
 * language; when none fits, the description stands for itself. */
#include "discourse.h"

#include "naming.h"
#include "shortform.h"

enum { NEAR = 40 }; /* sentences: farther back nobody looks for what "the plant" is */

struct Topic {
    bool known;
    Referent meeting;
};

static const Sentence *sentence_of(const Discourse *discourse, size_t index) {
    return &discourse->document->sentences.items[index];
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

static Text without_demonstrative(Text label) {
    static const char *const words[] = {"该", "本次", "本",     "这次",     "这一次",   "这个", "此次",
                                        "此", "全",   "我们的", "我们这次", "我们这个", NULL};
    for (size_t i = 0; words[i]; i++) {
        if (text_starts(label, text_from(words[i]))) {
            return text_after(label, text_from(words[i]).length);
        }
    }
    return label;
}

/* "the plant", 该厂: is nothing said but a head? Then whose name ends in that head is meant. */
static bool is_bare(const Discourse *discourse, Lang lang, Text label) {
    const Head *head = lexicon_head(discourse->lexicon, lang, label);
    return head && head->word.length == label.length;
}

static bool is_meeting(const Discourse *discourse, ClassId class_id) {
    return class_id != CLASS_NONE && ontology_is_a(discourse->ontology, class_id, discourse->ontology->meeting);
}

/* 那次会议, 上次全会, 这样的讨论会: a Chinese word that points and a bare head are no name. */
static bool only_points(const Discourse *discourse, const Tagged *tagged, const Mention *mention) {
    size_t first = tokens_beginning(&tagged->tokens, mention->span.begin);
    if (tagged->sentence->lang != LANG_ZH || first == SIZE_MAX ||
        !(token_in(tagged, first)->words & (WORD_DETERMINER | WORD_PRONOUN))) {
        return false;
    }
    first += 1 + token_is(&tagged->tokens, first + 1, "的");
    Text rest = first < tagged->tokens.items.count
                    ? text_slice(tagged->sentence->text, token_in(tagged, first)->span.begin, mention->span.end)
                    : TEXT("");
    return rest.length && is_bare(discourse, LANG_ZH, rest);
}

/* 举行大会, "a meeting": one is spoken of that was not spoken of before. */
static bool is_introduced(const Tagged *tagged, size_t begin) {
    static const char *const words[] = {"举行", "召开", "召集", "开", NULL};
    size_t first = tokens_beginning(&tagged->tokens, begin);
    if (tagged->sentence->lang == LANG_EN) {
        return first != SIZE_MAX && (token_is(&tagged->tokens, first, "a") || token_is(&tagged->tokens, first, "an"));
    }
    if (first != SIZE_MAX && first > 1 && token_is(&tagged->tokens, first - 1, "的")) {
        first -= 2; /* 举行了隆重的大会 */
    }
    if (first != SIZE_MAX && first > 0 && token_is(&tagged->tokens, first - 1, "了")) {
        first--;
    }
    return first != SIZE_MAX && first > 0 && token_is_any(&tagged->tokens, first - 1, words);
}

typedef enum Found { FOUND_NOTHING, FOUND_NAMED, FOUND_UNNAMED } Found;

/* The first meeting that a sentence calls by more than "the conference", or that it brings up without a name. */
static Found meeting_in(const Discourse *discourse, size_t sentence, Referent *out) {
    const Tagged *tagged = &discourse->tagged[sentence];
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        if (!is_meeting(discourse, mention->class_id) || only_points(discourse, tagged, mention)) {
            continue;
        }
        *out = referent_of(discourse, sentence, mention);
        if (!is_bare(discourse, tagged->sentence->lang, without_demonstrative(out->label))) {
            return FOUND_NAMED;
        }
        if (is_introduced(tagged, mention->span.begin)) {
            return FOUND_UNNAMED;
        }
    }
    return FOUND_NOTHING;
}

/* "almost every village", 各厂: all or some of a kind are not the one that was named before. */
static bool is_any_of_them(const Tagged *tagged, size_t begin) {
    static const char *const words[] = {"every", "each", "another", "some", "many", "several",
                                        "no",    "每",   "某",      "几",   NULL};
    size_t first = tokens_beginning(&tagged->tokens, begin);
    return first != SIZE_MAX && token_is_any(&tagged->tokens, first, words);
}

/* The meeting that a dispatch is about: the first that it speaks of, if that has a name; else the one in the headline;
 * else the first that it brings up, by whatever it is called. */
static bool find_topic(const Discourse *discourse, Lang lang, size_t dispatch, Referent *out) {
    Referent unnamed = {0};
    bool any = false;
    for (int headline = 0; headline < 2; headline++) {
        Found found = FOUND_NOTHING;
        for (size_t i = 0; i < discourse->document->sentences.count && found == FOUND_NOTHING; i++) {
            const Sentence *sentence = sentence_of(discourse, i);
            bool here = headline ? sentence->kind == SENTENCE_HEADLINE
                                 : sentence->kind == SENTENCE_BODY && sentence->dispatch == dispatch;
            found = here && sentence->lang == lang ? meeting_in(discourse, i, out) : FOUND_NOTHING;
        }
        if (found == FOUND_NAMED) {
            return true;
        }
        if (found == FOUND_UNNAMED && !any) {
            unnamed = *out;
            any = true;
        }
    }
    if (any) {
        *out = unnamed;
    }
    return any;
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

/* 会议 may be any meeting where one deliberates; a forum is one that is called so. */
static bool may_be_called(Lang lang, Text meeting, Text head) {
    static const char *const any[] = {"会议", "大会", "全会", "会", "meeting", "conference", NULL};
    static const char *const feasts[] = {"宴会", "酒会", "晚会", "茶会", "茶话会", NULL};
    for (size_t i = 0; feasts[i]; i++) {
        if (text_ends(meeting, text_from(feasts[i]))) {
            return text_ends(meeting, head);
        }
    }
    for (size_t i = 0; any[i]; i++) {
        if (text_equal_nocase(head, text_from(any[i]))) {
            return true;
        }
    }
    return shortform_ends(lang, meeting, head) || shortform_of(lang, head, meeting);
}

/* "first Harbour Committee" of "first Harbour Committee meeting": what is counted is the meeting. */
static bool begins_with_number(const Tagged *tagged, const Mention *mention) {
    size_t first = tokens_beginning(&tagged->tokens, mention->core.begin);
    return first != SIZE_MAX && (tagged->tokens.items.items[first].kind == TOKEN_NUMBER ||
                                 token_is(&tagged->tokens, first, "首次") || token_is(&tagged->tokens, first, "首届"));
}

/* The army of "Command of the Harbour Army". */
static bool is_owner(const Tagged *tagged, const Mention *whole, const Mention *part) {
    Text text = tagged->sentence->text;
    return tagged->sentence->lang == LANG_EN && part->kind == MENTION_NAME && part->core.end == whole->core.end &&
           shortform_is_of(text_slice(text, whole->core.begin, part->core.begin));
}

/* Is it only part of the name of something else? The body in a person's title or a meeting's name is itself. */
static bool is_part_of_name(const Discourse *discourse, const Tagged *tagged, const Mention *mention) {
    size_t length = mention->core.end - mention->core.begin;
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *other = &tagged->mentions.items[i];
        bool inside = other->core.begin <= mention->core.begin && other->core.end >= mention->core.end &&
                      other->core.end - other->core.begin > length;
        if (!inside) {
            continue;
        }
        bool itself = is_meeting(discourse, other->class_id)
                          ? mention->kind == MENTION_NAME && !begins_with_number(tagged, mention)
                          : other->kind != MENTION_NAME || is_owner(tagged, other, mention);
        if (!itself) {
            return true;
        }
    }
    return false;
}

static bool is_word_for_plant(Text word) {
    static const char *const words[] = {"plant", "mill", "factory", "works", NULL};
    for (size_t i = 0; words[i]; i++) {
        if (text_equal_nocase(word, text_from(words[i]))) {
            return true;
        }
    }
    return false;
}

/* Is a name's last word another word for the same: is "the plant" said of a "Paper Mill"? */
static bool ends_in_plant(Text name) {
    size_t begin = name.length;
    while (begin > 0 && name.at[begin - 1] != ' ') {
        begin--;
    }
    return is_word_for_plant(text_after(name, begin));
}

/* Can a name be meant by nothing but its head: "the plant", 该社? 驻社 is no name of a 社. */
static bool is_named_by_head(Lang lang, Text name, Text head) {
    bool alike =
        shortform_ends(lang, name, head) || (lang == LANG_EN && is_word_for_plant(head) && ends_in_plant(name));
    return alike && name.length > head.length && (lang == LANG_EN || utf8_count(name) > 2);
}

/* 全国总工会常委会 of 全国总工会常委会议: the body of this head that sits at a meeting of its own name; false: none. */
static bool sitting_body(const Discourse *discourse, size_t sentence, const Mention *mention, Text head, Text *body) {
    static const char *const endings[] = {"会议", "议", NULL};
    const Tagged *tagged = &discourse->tagged[sentence];
    bool meeting =
        tagged->sentence->lang == LANG_ZH && mention->kind == MENTION_NAME && is_meeting(discourse, mention->class_id);
    Text name = text_span(tagged->sentence->text, mention->core);
    for (size_t i = 0; meeting && endings[i]; i++) {
        *body = text_slice(name, 0, name.length - text_from(endings[i]).length);
        if (text_ends(name, text_from(endings[i])) && text_ends(*body, head) && body->length > head.length) {
            return true;
        }
    }
    return false;
}

static bool is_body(const Discourse *discourse, ClassId class_id) {
    return class_id != CLASS_NONE && ontology_is_a(discourse->ontology, class_id, discourse->ontology->organization);
}

static bool is_group(const Discourse *discourse, ClassId class_id) {
    return class_id != CLASS_NONE && ontology_is_a(discourse->ontology, class_id, discourse->ontology->group);
}

/* 该团 of a 参观团, 该小组 of an 执行小组: may somebody of a class be meant, where bodies and groups are called alike?
 */
static bool may_be_of(const Discourse *discourse, ClassId class_id, Referent spoken) {
    bool body = is_body(discourse, spoken.class_id);
    bool alike =
        (is_body(discourse, class_id) && (body || (spoken.definite && is_group(discourse, spoken.class_id)))) ||
        (spoken.definite && body && is_group(discourse, class_id));
    return alike || (class_id != CLASS_NONE && !body && ontology_is_a(discourse->ontology, class_id, spoken.class_id));
}

/* The longest label in one sentence, before byte `end`, that `label` can be short for. */
static bool antecedent_in(const Discourse *discourse, size_t sentence, size_t end, Text label, bool bare,
                          Referent spoken, Referent *out) {
    const Tagged *tagged = &discourse->tagged[sentence];
    Lang lang = tagged->sentence->lang;
    bool body = is_body(discourse, spoken.class_id);
    bool any = false;
    for (size_t k = 0; k < tagged->mentions.count; k++) {
        const Mention *mention = &tagged->mentions.items[k];
        Text sitting;
        if (mention->span.end <= end && body && bare && !any &&
            sitting_body(discourse, sentence, mention, label, &sitting)) {
            *out = (Referent){sitting, spoken.class_id, NULL, false};
            any = true;
            continue;
        }
        if (mention->span.end > end || spoken.class_id == CLASS_NONE || is_part_of_name(discourse, tagged, mention) ||
            !may_be_of(discourse, mention->class_id, spoken)) {
            continue;
        }
        Referent found = referent_of(discourse, sentence, mention);
        bool may = mention->kind == MENTION_NAME || spoken.definite;
        bool named = may && !is_bare(discourse, lang, without_demonstrative(found.label)); /* 这个厂 is no name */
        bool fits = bare ? named && is_named_by_head(lang, found.label, label) : shortform_of(lang, label, found.label);
        if (fits && (!any || found.label.length > out->label.length)) {
            *out = found;
            any = true;
        }
    }
    return any;
}

/* 代表团, 工作组: a group that is sent, of which one is spoken of until another is named. */
static bool is_sent(Text label) {
    static const char *const words[] = {"代表团", "访问团", "考察团", "参观团", "工作团", "慰问团",
                                        "工作组", "调查组", "工作队", "医疗队", "考察队", NULL};
    return text_ends_any(label, words);
}

bool discourse_is_own(Text label) {
    return text_equal(label, TEXT("我国")) || text_equal(label, TEXT("祖国"));
}

Referent discourse_own(const Lexicon *lexicon, const Ontology *ontology) {
    const Entry *entry = lexicon_name(lexicon, LANG_ZH, TEXT("中国"), (Day){0});
    return (Referent){TEXT("中国"), entry ? entry->class_id : ontology->place, entry, false};
}

Referent discourse_resolve(const Discourse *discourse, size_t sentence, size_t at, Referent spoken) {
    Lang lang = sentence_of(discourse, sentence)->lang;
    Text label = without_demonstrative(spoken.label);
    if (discourse_is_own(spoken.label)) {
        return discourse_own(discourse->lexicon, discourse->ontology);
    }
    bool bare = is_bare(discourse, lang, label);
    Referent found;
    if (bare && is_meeting(discourse, spoken.class_id)) {
        spoken.label = label;
        bool another = is_introduced(&discourse->tagged[sentence], at);
        return !another && topic_meeting(discourse, sentence, &found) && may_be_called(lang, found.label, label)
                   ? found
                   : spoken;
    }
    if (spoken.entry || is_any_of_them(&discourse->tagged[sentence], at)) {
        return spoken;
    }
    ClassId product = ontology_class(discourse->ontology, TEXT("Product"));
    bool chinese_document = bare && lang == LANG_ZH && spoken.class_id != CLASS_NONE && spoken.class_id != product &&
                            ontology_is_a(discourse->ontology, spoken.class_id, discourse->ontology->work);
    spoken.definite |= chinese_document;                              /* 规划 alone is "the plan", 粮食 is none */
    spoken.definite |= bare && text_starts(spoken.label, TEXT("全")); /* 全县: all of the county that was named */
    spoken.definite |= bare && lang == LANG_ZH && is_sent(label);
    bool body = spoken.class_id != CLASS_NONE &&
                (ontology_is_a(discourse->ontology, spoken.class_id, discourse->ontology->organization) ||
                 is_meeting(discourse, spoken.class_id));
    if ((!spoken.definite && !body) || text_equal(spoken.label, TEXT("我军"))) {
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

bool discourse_is_bare(const Discourse *discourse, Lang lang, Text label) {
    return is_bare(discourse, lang, without_demonstrative(label));
}

bool discourse_source(const Discourse *discourse, size_t sentence, Span words, Referent *out) {
    const Tagged *tagged = &discourse->tagged[sentence];
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        if (mention->kind == MENTION_NAME && mention->core.begin >= words.begin && mention->core.end <= words.end &&
            ontology_is_a(discourse->ontology, mention->class_id, discourse->ontology->organization)) {
            *out = referent_of(discourse, sentence, mention);
            return true;
        }
    }
    return false;
}
