/* Lists the names in articles as a table, for programs and spreadsheets. What a name stands for was decided by the
 * tagger; nothing is decided here. */
#include "names.h"

/* Where the counting of a file's code points has got to; names come nearly in the order of the file. */
typedef struct Counter {
    Text file;
    size_t byte;
    size_t code_points;
} Counter;

static size_t offset_of(Counter *counter, const char *at) {
    size_t byte = (size_t)(at - counter->file.at);
    if (byte < counter->byte) {
        counter->byte = counter->code_points = 0;
    }
    counter->code_points += utf8_count(text_slice(counter->file, counter->byte, byte));
    counter->byte = byte;
    return counter->code_points;
}

/* Whom a short name or a pronoun stands for, if that is one. */
static const Entry *entry_of(const Mention *mention) {
    return mention->entry ? mention->entry : mention->meant.count == 1 ? mention->meant.items[0].entry : NULL;
}

static void print_cell(FILE *out, Text text) {
    for (size_t i = 0; i < text.length; i++) {
        fputc(text.at[i] == '\n' || text.at[i] == '\r' || text.at[i] == '\t' ? ' ' : text.at[i], out);
    }
}

/* The names of one article being listed. */
typedef struct Listing {
    const Tools *tools;
    const Document *document;
    Counter counter;
    FILE *out;
} Listing;

static void print_name(Listing *listing, Text name, ClassId class_id, const Entry *entry) {
    print_cell(listing->out, listing->document->article->path);
    fprintf(listing->out, "\t%zu\t", offset_of(&listing->counter, name.at));
    print_cell(listing->out, name);
    fprintf(listing->out, "\tdl:%.*s", TEXT_ARGS(listing->tools->ontology->classes.items[class_id].name));
    fprintf(listing->out, "\t%.*s", TEXT_ARGS(entry ? entry->id : TEXT("")));
    fprintf(listing->out, "\t%.*s\n", TEXT_ARGS(entry ? entry->wikidata : TEXT("")));
}

/* A dateline, and what it passes on from where, up to the first sentence: "Yan'an, 30th: Budapest dispatch: ". */
static Text filed_text(const Document *document, const Dispatch *dispatch, Lang lang) {
    Text filed = dispatch->dateline[lang];
    const char *end = NULL;
    for (size_t i = 0; i < document->sentences.count && filed.length; i++) {
        const char *start = document->sentences.items[i].text.at;
        bool next = document->sentences.items[i].lang == lang && start >= filed.at + filed.length;
        end = next && (!end || start < end) ? start : end;
    }
    return end ? (Text){filed.at, (size_t)(end - filed.at)} : filed;
}

static void list_known(Listing *listing, Lang lang, Text filed) {
    for (size_t at = 0; at < filed.length;) {
        size_t length = 0;
        Day date = listing->document->article->date;
        const Entry *entry = lexicon_longest(listing->tools->lexicon, lang, filed, at, date, &length);
        if (entry) {
            print_name(listing, text_slice(filed, at, at + length), entry->class_id, entry);
        }
        at = entry ? at + length : utf8_next(filed, at);
    }
}

/* Another name of a dateline, or that of a source; not the words that the program supplies where none are printed. */
static void list_filed(Listing *listing, Lang lang, Text name, Text filed, ClassId class_id, const Entry *meant) {
    const Article *article = listing->document->article;
    if (name.length && text_within(name, article->file)) {
        const Entry *entry = lexicon_name(listing->tools->lexicon, lang, name, article->date);
        bool listed = entry && text_within(name, filed);
        entry = entry ? entry : meant;
        if (!listed) {
            print_name(listing, name, entry ? entry->class_id : class_id, entry);
        }
    }
}

static void list_dispatch(Listing *listing, const Dispatch *dispatch, Lang lang) {
    const Ontology *ontology = listing->tools->ontology;
    Text filed = filed_text(listing->document, dispatch, lang);
    list_known(listing, lang, filed);
    list_filed(listing, lang, dispatch->agency[lang], filed, ontology->organization, NULL);
    list_filed(listing, lang, dispatch->place[lang], filed, ontology->place, dispatch->place_entry);
    list_filed(listing, lang, dispatch->relayed[lang], filed, ontology->organization, NULL);
}

static void list_datelines(Listing *listing) {
    for (size_t i = 0; i < listing->document->dispatches.count; i++) {
        for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
            list_dispatch(listing, &listing->document->dispatches.items[i], lang);
        }
    }
}

/* A longer name says what its head alone does not: the 外贸部 of 蒙古外贸部 is not China's, and the Ministry of a
 * "Ministry of Railways of Vietnam" not this one's. */
static bool is_head_of_longer(const Tagged *tagged, Span core) {
    bool ends = tagged->sentence->lang == LANG_ZH;
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *other = &tagged->mentions.items[i];
        bool longer = other->core.begin <= core.begin && core.end <= other->core.end &&
                      other->core.end - other->core.begin > core.end - core.begin;
        bool head = ends ? other->core.end == core.end : other->core.begin == core.begin;
        if (other->kind == MENTION_NAME && longer && head) {
            return true;
        }
    }
    return false;
}

/* With a title and without it is one name. */
static bool is_listed(const Tagged *tagged, size_t mention) {
    const Mention *one = &tagged->mentions.items[mention];
    for (size_t i = 0; i < mention; i++) {
        const Mention *other = &tagged->mentions.items[i];
        if (other->kind == MENTION_NAME && other->core.begin == one->core.begin && other->core.end == one->core.end) {
            return true;
        }
    }
    return false;
}

/* 伊朗 of 伊朗政府, 中共中央 and 中共 of 中共中央监察委员会, 保加利亚 of 保加利亚外交部长: those whose body, or whose
 * body's head, a longer name is. That a body is China's goes without saying. */
static void list_owners(Listing *listing, const Tagged *tagged, const Token *token) {
    const Ontology *ontology = listing->tools->ontology;
    bool body = token->entry && ontology_is_a(ontology, token->entry->class_id, ontology->organization);
    Text name = text_span(tagged->sentence->text, token->span);
    Day date = listing->document->article->date;
    bool more = name.length && (body || (token->words & WORD_TITLE));
    while (more) {
        size_t length = 0;
        name = text_slice(name, 0, utf8_previous(name, name.length));
        const Entry *entry = lexicon_longest(listing->tools->lexicon, tagged->sentence->lang, name, 0, date, &length);
        name = text_slice(name, 0, length);
        more = length > 0;
        if (entry && !lexicon_is_china(entry)) {
            print_name(listing, name, entry->class_id, entry);
        }
    }
}

static void list_sentence(Listing *listing, const Tagged *tagged) {
    for (size_t i = 0; i < tagged->tokens.items.count && tagged->sentence->lang == LANG_ZH; i++) {
        list_owners(listing, tagged, &tagged->tokens.items.items[i]);
    }
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        if (mention->kind == MENTION_NAME && !is_listed(tagged, i) && !is_head_of_longer(tagged, mention->core)) {
            print_name(listing, text_span(tagged->sentence->text, mention->core), mention->class_id, entry_of(mention));
        }
    }
}

static Status list_article(void *context, const Tools *tools, Matcher *matcher, const Document *document, Arena *page,
                           Diag *diag) {
    (void)matcher;
    Discourse discourse;
    TRY(pipeline_tag(tools, document, page, diag, &discourse));
    Listing listing = {
        .tools = tools, .document = document, .counter = {.file = document->article->file}, .out = context};
    list_datelines(&listing);
    for (size_t i = 0; i < document->sentences.count; i++) {
        list_sentence(&listing, &discourse.tagged[i]);
    }
    return DATELINE_OK;
}

Status names_run(const Tools *tools, const ReaderOptions *input, Arena *page, Diag *diag, FILE *out) {
    fputs("file\toffset\tname\tclass\tid\twikidata\n", out);
    return pipeline_visit(tools, input, page, diag, list_article, out);
}
