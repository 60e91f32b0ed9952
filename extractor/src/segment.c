/* Owns the order of things in an article: which paragraphs are one dispatch, what kind each sentence is, which dispatch
 * of one language is which of the other. It does not know how datelines are written, nor what sentences say. */
#include "segment.h"

#include "dispatch.h"
#include "paragraph.h"
#include "sentence.h"

typedef VECTOR(Dispatch) Dispatches;
typedef VECTOR(Sentence) Sentences;

/* One language's version on its way into the document. */
typedef struct Segmenter {
    const Article *article;
    const Version *version;
    Lang lang;
    Arena *arena;
    Dispatches dispatches;
    Sentences sentences;
    size_t paragraph;
    bool at_top;   /* nothing but headlines so far */
    bool has_text; /* the current dispatch has sentences of its own */
    bool after_divider;
    bool in_letter;
    bool announced; /* the line before announced a letter: this one may say to whom */
} Segmenter;

static Dispatch *current(const Segmenter *segmenter) {
    return &segmenter->dispatches.items[segmenter->dispatches.count - 1];
}

static size_t offset_of(const Segmenter *segmenter, Text part) {
    return (size_t)(part.at - segmenter->version->text.at);
}

/* -- Dispatches -- */

static void add_dispatch(Segmenter *segmenter) {
    Dispatch *dispatch = VECTOR_PUSH(segmenter->arena, &segmenter->dispatches);
    *dispatch = (Dispatch){0};
    dispatch->present[segmenter->lang] = true;
    segmenter->has_text = false;
    segmenter->in_letter = false;
    segmenter->announced = false;
}

/* A further item under the same dateline: 又讯, △, or what follows a ××× line. */
static void continue_dispatch(Segmenter *segmenter) {
    if (segmenter->has_text) {
        Dispatch before = *current(segmenter);
        add_dispatch(segmenter);
        current(segmenter)->agency[segmenter->lang] = before.agency[segmenter->lang];
        current(segmenter)->date = before.date;
    }
}

static void take_dateline(Segmenter *segmenter, const Dateline *line) {
    Lang lang = segmenter->lang;
    if (line->continues) {
        continue_dispatch(segmenter);
    } else if (segmenter->has_text || current(segmenter)->dateline[lang].length) {
        add_dispatch(segmenter);
    }
    Dispatch *dispatch = current(segmenter);
    dispatch->dateline[lang] = line->text;
    dispatch->dateline_offset[lang] = line->text.length ? offset_of(segmenter, line->text) : 0;
    dispatch->relayed[lang] = line->relayed;
    dispatch->place[lang] = line->place;
    if (line->agency.length) {
        dispatch->agency[lang] = line->agency;
    }
    if (line->day.day) {
        dispatch->date = dispatch_resolve(line->day, segmenter->article->date);
    }
}

static bool take_source(Segmenter *segmenter, Text text) {
    Dateline source;
    if (!dispatch_read_source(segmenter->lang, text, &source)) {
        return false;
    }
    Dispatch *dispatch = current(segmenter);
    if (!dispatch->agency[segmenter->lang].length) {
        dispatch->agency[segmenter->lang] = source.agency;
    }
    if (!dispatch->date.year && source.day.day) {
        dispatch->date = dispatch_resolve(source.day, segmenter->article->date);
    }
    return true;
}

/* -- Sentences -- */

static void add_sentence(Segmenter *segmenter, SentenceKind kind, Text text) {
    Sentence *sentence = VECTOR_PUSH(segmenter->arena, &segmenter->sentences);
    *sentence = (Sentence){
        .lang = segmenter->lang,
        .kind = kind,
        .text = text,
        .offset = offset_of(segmenter, text),
        .dispatch = segmenter->dispatches.count - 1,
        .paragraph = segmenter->paragraph,
    };
    sentence_clauses(segmenter->lang, text, kind == SENTENCE_HEADLINE, segmenter->arena, &sentence->clauses);
}

static SentenceKind kind_of_line(const Segmenter *segmenter, const Paragraph *paragraph) {
    Lang lang = segmenter->lang;
    if (paragraph_headline_of_picture(segmenter->version->headline) || paragraph_is_caption(lang, paragraph->text)) {
        return SENTENCE_CAPTION;
    }
    if (paragraph_is_address(lang, paragraph->text, segmenter->announced)) {
        return SENTENCE_ADDRESS;
    }
    if (paragraph_is_signature(lang, paragraph, segmenter->in_letter)) {
        return SENTENCE_SIGNATURE;
    }
    return paragraph_is_subheading(lang, paragraph) ? SENTENCE_HEADLINE : SENTENCE_BODY;
}

/* A short remark in brackets at the end of a paragraph names its writer: （刘霄）. */
static bool is_byline(Text text) {
    enum { LONGEST_BYLINE = 60 };
    bool in_brackets = (text_starts(text, TEXT("（")) && text_ends(text, TEXT("）"))) ||
                       (text_starts(text, TEXT("(")) && text_ends(text, TEXT(")")));
    return text.length <= LONGEST_BYLINE && in_brackets && !text_contains(text, TEXT("。")) &&
           !text_contains(text, TEXT("，"));
}

static void add_body_sentence(Segmenter *segmenter, Text text, bool is_last) {
    Dateline line;
    if (take_source(segmenter, text)) {
        return;
    }
    bool starts_dispatch = segmenter->has_text && (text_starts(text, TEXT("又")) || text_starts(text, TEXT("【"))) &&
                           dispatch_read_dateline(segmenter->lang, text, &line);
    if (starts_dispatch) {
        take_dateline(segmenter, &line);
        text = text_trim(text_after(text, line.length));
    }
    if (text.length == 0) {
        return;
    }
    SentenceKind kind = SENTENCE_BODY;
    if (paragraph_is_caption(segmenter->lang, text)) {
        kind = SENTENCE_CAPTION;
    } else if (paragraph_is_address(segmenter->lang, text, segmenter->announced)) {
        kind = SENTENCE_ADDRESS;
    } else if (is_last && is_byline(text)) {
        kind = SENTENCE_SIGNATURE;
    }
    add_sentence(segmenter, kind, text);
    segmenter->has_text = true;
    segmenter->announced = sentence_announces(segmenter->lang, text);
    segmenter->in_letter = segmenter->in_letter || segmenter->announced || kind == SENTENCE_ADDRESS;
}

static void add_sentences(Segmenter *segmenter, Text text) {
    Spans spans = {0};
    sentence_split(segmenter->lang, text, segmenter->arena, &spans);
    for (size_t i = 0; i < spans.count; i++) {
        add_body_sentence(segmenter, text_span(text, spans.items[i]), i + 1 == spans.count);
    }
}

/* -- Paragraphs -- */

static void take_text(Segmenter *segmenter, const Paragraph *paragraph) {
    SentenceKind kind = kind_of_line(segmenter, paragraph);
    if (kind == SENTENCE_BODY) {
        add_sentences(segmenter, paragraph->text);
    } else if (!take_source(segmenter, paragraph->text)) {
        add_sentence(segmenter, kind, paragraph->text);
        segmenter->has_text = true;
        segmenter->announced = false;
        segmenter->in_letter = segmenter->in_letter || kind == SENTENCE_ADDRESS;
    }
}

/* Is the line, or the last of the short lines that it begins, right above a dateline? Then these are its headline. */
static bool heads_dispatch(const Segmenter *segmenter, Paragraph paragraph, Text rest) {
    enum { MOST_DECKS = 4 };
    Dateline line;
    for (size_t decks = 0; decks < MOST_DECKS; decks++) {
        if (!paragraph_is_deck(segmenter->lang, &paragraph) ||
            paragraph_is_signature(segmenter->lang, &paragraph, segmenter->in_letter) ||
            !paragraph_next(&rest, &paragraph)) {
            return false;
        }
        if (dispatch_read_dateline(segmenter->lang, paragraph.text, &line)) {
            return !line.continues;
        }
    }
    return false;
}

static void take_headline(Segmenter *segmenter, Text text) {
    if (!segmenter->at_top) {
        add_dispatch(segmenter);
        segmenter->at_top = true;
    }
    add_sentence(segmenter, SENTENCE_HEADLINE, text);
}

static void take_paragraph(Segmenter *segmenter, Paragraph paragraph, Text rest) {
    Dateline line;
    Lang lang = segmenter->lang;
    bool repeats = segmenter->at_top && paragraph_repeats(paragraph.text, segmenter->version->headline);
    bool has_dateline = !repeats && dispatch_read_dateline(lang, paragraph.text, &line);
    if (!has_dateline && paragraph_is_divider(paragraph.text)) {
        segmenter->after_divider = true;
        return;
    }
    bool is_deck = segmenter->at_top ? paragraph_is_deck(lang, &paragraph) : heads_dispatch(segmenter, paragraph, rest);
    if (repeats || (!has_dateline && is_deck)) {
        take_headline(segmenter, paragraph.text);
    } else {
        if (has_dateline) {
            take_dateline(segmenter, &line);
            paragraph.text = text_trim(text_after(paragraph.text, line.length));
        } else if (segmenter->after_divider) {
            continue_dispatch(segmenter);
        }
        segmenter->after_divider = false;
        segmenter->at_top = false;
        if (paragraph.text.length) {
            take_text(segmenter, &paragraph);
        }
    }
    segmenter->paragraph++;
}

static Segmenter segment_version(const Article *article, Lang lang, Arena *arena) {
    Segmenter segmenter = {
        .article = article, .version = &article->version[lang], .lang = lang, .arena = arena, .at_top = true};
    if (segmenter.version->present) {
        add_dispatch(&segmenter);
        add_sentence(&segmenter, SENTENCE_HEADLINE, segmenter.version->headline);
        Text rest = segmenter.version->body;
        for (Paragraph paragraph; paragraph_next(&rest, &paragraph);) {
            take_paragraph(&segmenter, paragraph, rest);
        }
    }
    return segmenter;
}

/* -- Two languages -- */

static bool is_pair_of_names(const Article *article, Text english, Text chinese) {
    for (size_t i = 0; i < article->names.count; i++) {
        const NamePair *pair = &article->names.items[i];
        if (text_equal_nocase(pair->name[LANG_EN], english) && text_equal(pair->name[LANG_ZH], chinese)) {
            return true;
        }
    }
    return false;
}

static bool is_same_place(const Article *article, const Lexicon *lexicon, const Dispatch *english,
                          const Dispatch *chinese) {
    Text en = english->place[LANG_EN];
    Text zh = chinese->place[LANG_ZH];
    if (!en.length || !zh.length) {
        return false;
    }
    const Entry *entry = lexicon ? lexicon_name(lexicon, LANG_EN, en, article->date) : NULL;
    return (entry && entry == lexicon_name(lexicon, LANG_ZH, zh, article->date)) || is_pair_of_names(article, en, zh);
}

/* The Chinese dispatch that an English one translates, by day and place, the next ones first; else the first of all. */
static size_t find_chinese(const Article *article, const Lexicon *lexicon, const Dispatch *english,
                           const Dispatches *chinese, size_t next) {
    size_t best = 0;
    int best_score = 0;
    for (size_t i = 0; i < chinese->count; i++) {
        const Dispatch *candidate = &chinese->items[(next + i) % chinese->count];
        bool same_day = english->date.year && day_compare(english->date, candidate->date) == 0;
        int score = same_day + 2 * is_same_place(article, lexicon, english, candidate);
        if (score > best_score) {
            best = (next + i) % chinese->count;
            best_score = score;
        }
    }
    return best;
}

static void join_dispatch(Dispatch *into, const Dispatch *english) {
    into->date = into->date.year ? into->date : english->date;
    if (into->present[LANG_EN]) {
        return;
    }
    into->present[LANG_EN] = true;
    into->dateline[LANG_EN] = english->dateline[LANG_EN];
    into->dateline_offset[LANG_EN] = english->dateline_offset[LANG_EN];
    into->agency[LANG_EN] = english->agency[LANG_EN];
    into->relayed[LANG_EN] = english->relayed[LANG_EN];
    into->place[LANG_EN] = english->place[LANG_EN];
}

static void copy_sentences(const Segmenter *from, const size_t *dispatch_of, Arena *arena, Document *out) {
    for (size_t i = 0; i < from->sentences.count; i++) {
        Sentence *sentence = VECTOR_PUSH(arena, &out->sentences);
        *sentence = from->sentences.items[i];
        sentence->dispatch = dispatch_of ? dispatch_of[sentence->dispatch] : sentence->dispatch;
    }
}

static void copy_dispatches(const Segmenter *from, Arena *arena, Document *out) {
    for (size_t i = 0; i < from->dispatches.count; i++) {
        *VECTOR_PUSH(arena, &out->dispatches) = from->dispatches.items[i];
    }
}

/* What the lexicon knows by either name, the Chinese one first. */
static const Entry *known(const Lexicon *lexicon, const Text name[LANG_COUNT], Day when) {
    for (int lang = LANG_COUNT - 1; lang >= 0; lang--) {
        const Entry *entry = name[lang].length ? lexicon_name(lexicon, (Lang)lang, name[lang], when) : NULL;
        if (entry) {
            return entry;
        }
    }
    return NULL;
}

/* A dateline says where its place begins and ends, so that names count which are not looked for elsewhere, and 大同 is
 * 大同市, which nobody would say there. */
static const Entry *known_place(const Lexicon *lexicon, const Text name[LANG_COUNT], Day when, Arena *arena) {
    static const char *const kinds[] = {"市", "县", NULL};
    const Entry *entry = known(lexicon, name, when);
    entry = entry || !name[LANG_ZH].length ? entry : lexicon_only_bearer(lexicon, LANG_ZH, name[LANG_ZH], when, arena);
    for (size_t i = 0; kinds[i] && !entry && name[LANG_ZH].length; i++) {
        entry = lexicon_name(lexicon, LANG_ZH, text_join(arena, name[LANG_ZH], text_from(kinds[i])), when);
    }
    return entry;
}

static void recognize_datelines(const Article *article, const Lexicon *lexicon, Arena *arena, Document *out) {
    for (size_t i = 0; lexicon && i < out->dispatches.count; i++) {
        Dispatch *dispatch = &out->dispatches.items[i];
        dispatch->agency_entry = known(lexicon, dispatch->agency, article->date);
        dispatch->place_entry = known_place(lexicon, dispatch->place, article->date, arena);
    }
}

Status segment_article(const Article *article, const Lexicon *lexicon, Arena *arena, Document *out) {
    *out = (Document){.article = article};
    Segmenter english = segment_version(article, LANG_EN, arena);
    Segmenter chinese = segment_version(article, LANG_ZH, arena);
    size_t *dispatch_of = NULL;
    if (chinese.dispatches.count) {
        copy_dispatches(&chinese, arena, out);
        dispatch_of = ARENA_ARRAY(arena, size_t, english.dispatches.count);
        bool as_many = english.dispatches.count == chinese.dispatches.count;
        for (size_t i = 0, next = 0; i < english.dispatches.count; i++) {
            const Dispatch *dispatch = &english.dispatches.items[i];
            dispatch_of[i] = as_many ? i : find_chinese(article, lexicon, dispatch, &chinese.dispatches, next);
            next = dispatch_of[i] + 1;
            join_dispatch(&out->dispatches.items[dispatch_of[i]], dispatch);
        }
    } else {
        copy_dispatches(&english, arena, out);
    }
    recognize_datelines(article, lexicon, arena, out);
    copy_sentences(&english, dispatch_of, arena, out);
    copy_sentences(&chinese, NULL, arena, out);
    return DATELINE_OK;
}

Day document_reference(const Document *document, size_t dispatch) {
    Day date = document->dispatches.items[dispatch].date;
    return date.year ? date : document->article->date;
}

Day document_issue(const Document *document, size_t dispatch) {
    Day date = document->dispatches.items[dispatch].date;
    Day issue = document->article->date;
    return issue.day && date.year && day_compare(date, issue) > 0 ? date : issue;
}
