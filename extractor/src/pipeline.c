/* READ THIS FIRST: the whole program as one loop. Each step is a module of its own; this file knows their order and nothing else.
 *
 *     bytes -reader-> article -segment-> sentences -tagger-> mentions -extract-> facts -merge-> report -graph-> triples -writer-> RDF
 *
 * An article's memory is one arena, forgotten when the article is written. */
#include "pipeline.h"

#include "extract.h"
#include "merge.h"
#include "reader.h"

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

Status pipeline_facts(const Tools *tools, Matcher *matcher, const Document *document, const Rule *only, Arena *page, Diag *diag,
                      Facts *out) {
    Tagged *tagged = ARENA_ARRAY(page, Tagged, document->sentences.count + 1);
    for (size_t i = 0; i < document->sentences.count; i++) {
        if (is_too_long(document, i, diag)) {
            return DATELINE_SKIPPED;
        }
        tagger_run(tools->ontology, tools->lexicon, document, &document->sentences.items[i], page, &tagged[i]);
    }
    Discourse discourse = {tools->ontology, tools->lexicon, document, tagged, page};
    for (size_t i = 0; i < document->sentences.count; i++) {
        TRY(extract_sentence(&discourse, tools->rules, only, matcher, i, page, diag, out));
    }
    return DATELINE_OK;
}

static Status write_article(const Tools *tools, Matcher *matcher, const RawArticle *raw, Arena *page, Diag *diag,
                            Writer *writer) {
    Article article;
    Document document;
    Facts facts = {0};
    Report report;
    Triples triples = {0};
    Text graph_name;
    TRY(article_parse(raw->path, raw->bytes, page, diag, &article));
    TRY(segment_article(&article, tools->lexicon, page, &document));
    TRY(pipeline_facts(tools, matcher, &document, NULL, page, diag, &facts));
    TRY(merge_facts(tools->ontology, tools->lexicon, &document, &facts, page, &report));
    TRY(graph_build(tools->ontology, &tools->graph, &report, page, diag, &triples, &graph_name));
    return writer_write(writer, &triples, graph_name);
}

static Status write_all(const Tools *tools, Reader *reader, Matcher *matcher, Arena *page, Diag *diag, Writer *writer) {
    Status worst = DATELINE_OK;
    for (bool more = true; more;) {
        RawArticle raw;
        arena_reset(page);
        Status status = reader_next(reader, page, &raw, &more);
        if (status == DATELINE_OK && more) {
            status = write_article(tools, matcher, &raw, page, diag, writer);
        }
        if (status == DATELINE_SKIPPED) {
            worst = status;
        } else if (status != DATELINE_OK) {
            return status;
        }
    }
    return worst;
}

Status pipeline_run(const Tools *tools, Text path, Arena *page, Diag *diag, Writer *writer) {
    Reader *reader;
    Matcher *matcher;
    Arena run = {.exhausted = page->exhausted};
    TRY(reader_open(path, diag, &reader));
    Status status = matcher_create(&run, &matcher);
    if (status == DATELINE_OK) {
        status = write_all(tools, reader, matcher, page, diag, writer);
        matcher_release(matcher);
    }
    arena_release(&run);
    reader_close(reader);
    return status;
}
