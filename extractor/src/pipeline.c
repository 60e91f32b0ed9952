/* READ THIS FIRST: the whole program, as what is done with one article. Each step is a module of its own; this file
 * knows their order and nothing else.
 *
 *     bytes -reader-> article -segment-> sentences -tagger-> mentions -extract-> facts -merge-> report -graph-> triples
 * -writer-> RDF
 *
 * An article's memory is one arena, forgotten when its bytes are there. Articles do not know of each other: run.c has
 * many of them made at the same time, and delivery.c takes their bytes in the order in which they were read. */
#include "pipeline.h"

#include "extract.h"
#include "letters.h"
#include "merge.h"
#include "pronoun.h"
#include "scope.h"
#include "spoken.h"

/* What has no end within so many bytes is no sentence, and rules are not run on it. */
static bool is_too_long(const Document *document, size_t sentence, Diag *diag) {
    enum { LONGEST_SENTENCE = 32 * 1024 };
    size_t length = document->sentences.items[sentence].text.length;
    if (length > LONGEST_SENTENCE) {
        diag_error(diag, (Place){.file = document->article->path}, "a sentence of %zu bytes: no article of a newspaper",
                   length);
    }
    return length > LONGEST_SENTENCE;
}

Status pipeline_tag(const Tools *tools, const Document *document, Arena *page, Diag *diag, Discourse *out) {
    Tagged *tagged = ARENA_ARRAY(page, Tagged, document->sentences.count + 1);
    Named named = {0};
    for (size_t i = 0; i < document->sentences.count; i++) {
        if (is_too_long(document, i, diag)) {
            return DATELINE_SKIPPED;
        }
        tagger_run(tools->ontology, tools->lexicon, document, &document->sentences.items[i], &named, page, &tagged[i]);
    }
    *out = discourse_open(tools->ontology, tools->lexicon, document, tagged, page);
    pronouns_mark(out, tagged);
    return DATELINE_OK;
}

Status pipeline_facts(const Tools *tools, Matcher *matcher, const Document *document, const Rule *only, Arena *page,
                      Diag *diag, Facts *out) {
    Discourse discourse;
    TRY(pipeline_tag(tools, document, page, diag, &discourse));
    for (size_t i = 0; i < document->sentences.count; i++) {
        TRY(extract_sentence(&discourse, tools->rules, only, matcher, i, page, diag, out));
    }
    letters_complete(&discourse, page, out);
    spoken_complete(&discourse, page, out);
    scope_fillers(&discourse, page, out);
    return DATELINE_OK;
}

Status pipeline_graph(const Tools *tools, Matcher *matcher, const Document *document, Arena *page, Diag *diag,
                      Report *report, Triples *out, Text *graph_name) {
    Facts facts = {0};
    TRY(pipeline_facts(tools, matcher, document, NULL, page, diag, &facts));
    TRY(merge_facts(tools->ontology, tools->lexicon, document, &facts, page, report));
    return graph_build(tools->ontology, &tools->graph, report, page, diag, out, graph_name);
}

typedef struct Writing {
    Writer *writer;
    Dataset *dataset; /* NULL: nothing is counted */
    size_t index;
    Product *product;
} Writing;

static Status write_article(void *context, const Tools *tools, Matcher *matcher, const Document *document, Arena *page,
                            Diag *diag) {
    const Writing *writing = context;
    Product *product = writing->product;
    Report report;
    Triples triples = {0};
    Text graph_name;
    TRY(pipeline_graph(tools, matcher, document, page, diag, &report, &triples, &graph_name));
    product->date = document->article->date;
    product->facts = report.events.count;
    product->triples = triples.count;
    TRY(writer_article(writing->writer, &triples, graph_name, &product->bytes));
    if (writing->dataset) {
        dataset_add(writing->dataset, writing->index, &triples);
    }
    return DATELINE_OK;
}

static Status visit_article(const Tools *tools, const RawArticle *raw, Matcher *matcher, Arena *page, Diag *diag,
                            PipelineVisit *visit, void *context) {
    Article article;
    Document document;
    TRY(article_parse(raw->path, raw->bytes, page, diag, &article));
    article.has_own_name = raw->has_own_name;
    TRY(segment_article(&article, tools->lexicon, page, &document));
    return visit(context, tools, matcher, &document, page, diag);
}

Status pipeline_article(const Tools *tools, const RawArticle *raw, Matcher *matcher, Writer *writer, Dataset *dataset,
                        Arena *page, Diag *diag, Product *out) {
    Writing writing = {writer, dataset, raw->index, out};
    return visit_article(tools, raw, matcher, page, diag, write_article, &writing);
}

static Status visit_all(const Tools *tools, Reader *reader, Matcher *matcher, Arena *page, Diag *diag,
                        PipelineVisit *visit, void *context) {
    Status worst = DATELINE_OK;
    for (bool more = true; more;) {
        RawArticle raw;
        arena_reset(page);
        Status read = reader_next(reader, page, &raw, &more);
        Status status = DATELINE_OK;
        if (read == DATELINE_OK && more) {
            status = visit_article(tools, &raw, matcher, page, diag, visit, context);
        }
        if (read == DATELINE_MEMORY || status > DATELINE_SKIPPED) {
            return read > status ? read : status;
        }
        worst = read > worst ? read : worst;
        worst = status > worst ? status : worst;
    }
    return worst;
}

void pipeline_tell_tally(const MatchTally *tally, Diag *diag) {
    if (tally->limits || tally->sentences) {
        diag_warning(diag, (Place){0}, "%zu sentences were not read by all rules, and %zu matches ran into a limit",
                     tally->sentences, tally->limits);
    }
}

Status pipeline_visit(const Tools *tools, const ReaderOptions *input, Arena *page, Diag *diag, PipelineVisit *visit,
                      void *context) {
    Reader *reader;
    Matcher *matcher;
    Arena run = {.exhausted = page->exhausted};
    TRY(reader_open(input, diag, &reader));
    Status status = matcher_create(&run, &matcher);
    if (status == DATELINE_OK) {
        status = visit_all(tools, reader, matcher, page, diag, visit, context);
        pipeline_tell_tally(matcher_tally(matcher), diag);
        matcher_release(matcher);
    }
    arena_release(&run);
    reader_close(reader);
    return status;
}
