/* Owns how events that may be one happening are listed and linked. Why they may is same.c's. */
#include "same_output.h"

#include "sha256.h"
#include "statements.h"

static const Happening *first_of(const Same *same, const Coincidence *pair) {
    return &same->happenings.items[pair->first];
}

static const Happening *second_of(const Same *same, const Coincidence *pair) {
    return &same->happenings.items[pair->second];
}

/* A summary is one line; its tabs would be columns. */
static void put(FILE *stream, Text text) {
    for (size_t i = 0; i < text.length; i++) {
        bool breaks = text.at[i] == '\t' || text.at[i] == '\n' || text.at[i] == '\r';
        putc(breaks ? ' ' : text.at[i], stream);
    }
}

static void put_all(FILE *stream, const Texts *texts) {
    for (size_t i = 0; i < texts->count; i++) {
        if (i > 0) {
            putc(' ', stream);
        }
        put(stream, texts->items[i]);
    }
}

static Text class_name(Text iri) {
    return text_starts(iri, TEXT(DL_NS)) ? text_after(iri, TEXT(DL_NS).length) : iri;
}

void same_write_table(const Same *same, FILE *stream) {
    fputs("day\ttype\tevent\tother\tshared\tarticle\tother article\tsummary\tother summary\tevidence\tother evidence\n",
          stream);
    for (size_t i = 0; i < same->coincidences.count; i++) {
        const Coincidence *pair = &same->coincidences.items[i];
        const Happening *first = first_of(same, pair);
        const Happening *second = second_of(same, pair);
        const Text cells[] = {first->day,
                              class_name(first->type),
                              first->iri,
                              second->iri,
                              pair->by_name ? TEXT("agent name") : TEXT("agent object"),
                              first->article,
                              second->article,
                              first->summary,
                              second->summary};
        for (size_t k = 0; k < sizeof cells / sizeof *cells; k++) {
            put(stream, cells[k]);
            putc('\t', stream);
        }
        put_all(stream, &first->spans);
        putc('\t', stream);
        put_all(stream, &second->spans);
        putc('\n', stream);
    }
}

/* …/same/<16 hex digits>, beside the events. */
static Text link_iri(const Happening *first, const Happening *second, Arena *arena) {
    enum { DIGITS = 16 };
    size_t base = text_find(first->iri, TEXT("event/"));
    Text what = text_format(arena, "%.*s\n%.*s", TEXT_ARGS(text_after(first->iri, base)),
                            TEXT_ARGS(text_after(second->iri, text_find(second->iri, TEXT("event/")))));
    return text_format(arena, "%.*ssame/%.*s", TEXT_ARGS(text_slice(first->iri, 0, base)),
                       TEXT_ARGS(text_slice(sha256_hex(arena, what), 0, DIGITS)));
}

static void state_rests_on(Statements *statements, Text link, const Happening *happening) {
    state_iri(statements, link, TEXT(DL_NS "coincides"), happening->iri);
    for (size_t i = 0; i < happening->claims.count; i++) {
        state_iri(statements, link, TEXT(PROV_NS "wasDerivedFrom"), happening->claims.items[i]);
    }
}

static void state_pair(Statements *statements, const Same *same, const Coincidence *pair) {
    const Happening *first = first_of(same, pair);
    const Happening *second = second_of(same, pair);
    Text link = link_iri(first, second, statements->arena);
    state_iri(statements, first->iri, TEXT(DL_NS "sameHappening"), second->iri);
    state_type(statements, link, TEXT(DL_NS "Coincidence"));
    state_rests_on(statements, link, first);
    state_rests_on(statements, link, second);
    state_iri(statements, link, TEXT(DL_NS "agreesOn"), TEXT(DL_NS "date"));
    state_iri(statements, link, TEXT(DL_NS "agreesOn"), TEXT(DL_NS "agent"));
    state_iri(statements, link, TEXT(DL_NS "agreesOn"), pair->by_name ? TEXT(RDFS_NS "label") : TEXT(DL_NS "object"));
}

Status same_write_graph(const Same *same, Arena *arena, Diag *diag, Writer *writer, Buffer *out) {
    for (size_t i = 0; i < same->coincidences.count; i++) {
        const Coincidence *pair = &same->coincidences.items[i];
        Statements statements = {.arena = arena, .diag = diag};
        Triples triples = {0};
        state_pair(&statements, same, pair);
        statements_finish(&statements, &triples);
        TRY(writer_article(writer, &triples, link_iri(first_of(same, pair), second_of(same, pair), arena), out));
    }
    return DATELINE_OK;
}
