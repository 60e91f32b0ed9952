/* Lays out, for the eye, what the engine saw in a sentence and what it made of it. Decides nothing itself. */
#include "explain.h"

#include "extract.h"
#include "fact_text.h"
#include "whynot.h"

/* One sentence being explained. */
typedef struct Explainer {
    const Tools *tools;
    const Rule *why_not; /* or NULL */
    FILE *out;
    const Discourse *discourse;
    Matcher *matcher;
    size_t sentence;
    Facts *facts; /* of the article so far */
    Arena *arena;
    Diag *diag;
} Explainer;

static const Tagged *tagged_of(const Explainer *explainer) {
    return &explainer->discourse->tagged[explainer->sentence];
}

static const Sentence *sentence_of(const Explainer *explainer) {
    return tagged_of(explainer)->sentence;
}

/* Line ends inside a sentence are spaces to a reader. */
static void print_text(FILE *out, Text text) {
    for (size_t i = 0; i < text.length; i++) {
        fputc(text.at[i] == '\n' || text.at[i] == '\r' ? ' ' : text.at[i], out);
    }
}

static void print_quoted(FILE *out, Text text) {
    fputc('"', out);
    print_text(out, text);
    fputc('"', out);
}

/* ---- the sentence ---- */

static Place place_in_file(const Explainer *explainer, Text part) {
    const Article *article = explainer->discourse->document->article;
    return place_of(article->path, article->file, (size_t)(part.at - article->file.at));
}

static void print_sentence(const Explainer *explainer) {
    static const char *const kinds[] = {"body", "headline", "caption", "address", "signature"};
    const Sentence *sentence = sentence_of(explainer);
    Place place = place_in_file(explainer, sentence->text);
    fprintf(explainer->out, "%.*s:%zu:%zu: %s, dispatch %zu, %s\n  ", TEXT_ARGS(place.file), place.line, place.column,
            sentence->lang == LANG_EN ? "English" : "Chinese", sentence->dispatch + 1, kinds[sentence->kind]);
    print_text(explainer->out, sentence->text);
    fputs("\n", explainer->out);
}

static void print_mentions(const Explainer *explainer) {
    const Tagged *tagged = tagged_of(explainer);
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        fputs(mention->kind == MENTION_NAME ? "    name         " : "    description  ", explainer->out);
        print_quoted(explainer->out, text_span(sentence_of(explainer)->text, mention->span));
        fprintf(explainer->out, " dl:%.*s",
                TEXT_ARGS(explainer->tools->ontology->classes.items[mention->class_id].name));
        if (mention->entry) {
            fprintf(explainer->out, " [%.*s]", TEXT_ARGS(mention->entry->id));
        }
        fputs("\n", explainer->out);
    }
    for (size_t i = 0; i < tagged->tokens.numbers.count; i++) {
        const NumberMention *number = &tagged->tokens.numbers.items[i];
        fputs("    number       ", explainer->out);
        print_quoted(explainer->out, text_span(sentence_of(explainer)->text, number->span));
        fprintf(explainer->out, " %.*s\n", TEXT_ARGS(number->value));
    }
    for (size_t i = 0; i < tagged->tokens.dates.count; i++) {
        const DateMention *date = &tagged->tokens.dates.items[i];
        fputs("    date         ", explainer->out);
        print_quoted(explainer->out, text_span(sentence_of(explainer)->text, date->span));
        fprintf(explainer->out, " %.*s\n", TEXT_ARGS(date->value_text));
    }
}

/* ---- the facts ---- */

static void print_label(const Explainer *explainer, Text label) {
    fprintf(explainer->out, "      %-10.*s ", TEXT_ARGS(label));
}

/* A name that is not among the slot's own words was found elsewhere in the dispatch. */
static void print_meant(const Explainer *explainer, const Fact *fact, Span words) {
    for (size_t i = 0; i < fact->fillers.count; i++) {
        const Filler *filler = &fact->fillers.items[i];
        bool here =
            filler->span.begin < filler->span.end && words.begin <= filler->span.begin && filler->span.end <= words.end;
        if (here && !text_contains(text_span(sentence_of(explainer)->text, filler->span), filler->label)) {
            fputs(", which stands for ", explainer->out);
            print_quoted(explainer->out, filler->label);
        }
    }
}

static void print_carried(const Explainer *explainer, const Match *match) {
    size_t from;
    Span span;
    if (!discourse_subject(explainer->discourse, explainer->sentence, match->span.begin, &from, &span)) {
        fputs("not said\n", explainer->out);
        return;
    }
    Text words = text_span(explainer->discourse->document->sentences.items[from].text, span);
    Place place = place_in_file(explainer, words);
    print_quoted(explainer->out, words);
    fprintf(explainer->out, ", carried over from %s, line %zu, column %zu\n",
            from == explainer->sentence ? "earlier in the sentence" : "the sentence before", place.line, place.column);
}

static void print_slots(const Explainer *explainer, const Match *match, const Fact *fact) {
    for (size_t i = 0; i < match->rule->slots.count; i++) {
        const Slot *slot = match->as[i];
        Span words = match->bound[i];
        if (!slot || slot->kind == SLOT_INSIDE) {
            continue;
        }
        print_label(explainer, slot->name);
        if (words.begin != SIZE_MAX) {
            print_quoted(explainer->out, text_span(sentence_of(explainer)->text, words));
            print_meant(explainer, fact, words);
            fputs("\n", explainer->out);
        } else if (slot->leading && !match->pattern->complete) {
            print_carried(explainer, match);
        } else {
            fputs("not said\n", explainer->out);
        }
    }
}

static bool fills_role(const TemplateEvent *event, Role role) {
    for (size_t i = 0; i < event->fillers.count; i++) {
        if (event->fillers.items[i].role == role) {
            return true;
        }
    }
    return false;
}

/* What no slot gave: the occasion, the source, a meeting's name. */
static void print_added(const Explainer *explainer, const Match *match, const Fact *fact) {
    const TemplateEvent *event = &match->rule->events.items[fact->template_index];
    for (size_t i = 0; i < fact->fillers.count; i++) {
        const Filler *filler = &fact->fillers.items[i];
        if (filler->span.begin == filler->span.end && !fills_role(event, filler->role)) {
            print_label(explainer, text_from(role_name(filler->role)));
            print_quoted(explainer->out, filler->label);
            fputs(filler->role == ROLE_ATTRIBUTED ? ", whose report the dispatch passes on\n"
                                                  : ", the meeting that the dispatch is about\n",
                  explainer->out);
        }
    }
    if (fact->label.length && !text_contains(sentence_of(explainer)->text, fact->label)) {
        print_label(explainer, TEXT("label"));
        print_quoted(explainer->out, fact->label);
        fputs(", the meeting that the dispatch is about\n", explainer->out);
    }
    if (fact->has_date) {
        bool own = fact->date.span.end > fact->date.span.begin;
        print_label(explainer, TEXT("date"));
        if (own) {
            print_quoted(explainer->out, text_span(sentence_of(explainer)->text, fact->date.span));
        }
        fputs(own ? "\n" : "that of the meeting, or of what is told before\n", explainer->out);
    }
}

static void print_fact(const Explainer *explainer, const Match *match, Fact *fact) {
    Facts one = {.items = fact, .count = 1};
    Texts lines = {0};
    fact_texts(explainer->tools->ontology, &one, explainer->arena, &lines);
    fputs("  => ", explainer->out);
    print_text(explainer->out, lines.items[0]);
    fputs("\n", explainer->out);
    print_label(explainer, TEXT("rule"));
    fprintf(explainer->out, "%.*s, %.*s:%zu\n", TEXT_ARGS(match->rule->id), TEXT_ARGS(match->rule->file->path),
            match->pattern->line);
    print_slots(explainer, match, fact);
    print_added(explainer, match, fact);
    Text evidence = text_span(sentence_of(explainer)->text, fact->span);
    Place place = place_in_file(explainer, evidence);
    print_label(explainer, TEXT("evidence"));
    print_quoted(explainer->out, evidence);
    fprintf(explainer->out, ", line %zu, column %zu\n", place.line, place.column);
}

static void print_facts(const Explainer *explainer) {
    Readings readings = {0};
    extract_readings(explainer->discourse, explainer->tools->rules, NULL, explainer->matcher, explainer->sentence,
                     explainer->arena, explainer->diag, &readings);
    for (size_t i = 0; i < readings.count; i++) {
        const Reading *reading = &readings.items[i];
        size_t before = explainer->facts->count;
        if (!reading->lost_to) {
            extract_facts(explainer->discourse, explainer->tools->rules, explainer->matcher, explainer->sentence,
                          &reading->match, explainer->arena, explainer->facts, NULL);
        }
        for (size_t k = before; k < explainer->facts->count; k++) {
            print_fact(explainer, &reading->match, &explainer->facts->items[k]);
        }
        if (explainer->facts->count == before) {
            fprintf(explainer->out, "  -- rule %.*s fits too, and yields nothing (--why-not %.*s)\n",
                    TEXT_ARGS(reading->match.rule->id), TEXT_ARGS(reading->match.rule->id));
        }
    }
}

static Status print_why_not(const Explainer *explainer) {
    WhyNot ask = {.discourse = explainer->discourse,
                  .rules = explainer->tools->rules,
                  .rule = explainer->why_not,
                  .matcher = explainer->matcher,
                  .before = explainer->facts,
                  .arena = explainer->arena,
                  .diag = explainer->diag};
    Texts lines = {0};
    TRY(whynot_tell(&ask, explainer->sentence, &lines));
    TRY(extract_sentence(explainer->discourse, explainer->tools->rules, NULL, explainer->matcher, explainer->sentence,
                         explainer->arena, explainer->diag, explainer->facts));
    for (size_t i = 0; i < lines.count; i++) {
        fputs("  -- ", explainer->out);
        print_text(explainer->out, lines.items[i]);
        fputs("\n", explainer->out);
    }
    return DATELINE_OK;
}

static Status explain_article(void *context, const Tools *tools, Matcher *matcher, const Document *document,
                              Arena *page, Diag *diag) {
    Explainer explainer = *(const Explainer *)context;
    Discourse discourse;
    Facts facts = {0};
    TRY(pipeline_tag(tools, document, page, diag, &discourse));
    explainer.discourse = &discourse;
    explainer.facts = &facts;
    explainer.matcher = matcher;
    explainer.arena = page;
    explainer.diag = diag;
    for (explainer.sentence = 0; explainer.sentence < document->sentences.count; explainer.sentence++) {
        print_sentence(&explainer);
        if (explainer.why_not) {
            TRY(print_why_not(&explainer));
        } else {
            print_mentions(&explainer);
            print_facts(&explainer);
        }
        fputs("\n", explainer.out);
    }
    return DATELINE_OK;
}

Status explain_run(const Tools *tools, const ReaderOptions *input, const Rule *why_not, Arena *page, Diag *diag,
                   FILE *out) {
    Explainer explainer = {.tools = tools, .why_not = why_not, .out = out};
    return pipeline_visit(tools, input, page, diag, explain_article, &explainer);
}
