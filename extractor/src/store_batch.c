/* Owns how statements look on their way to a store. A line each, so that what is too much for a store can be cut in two
 * anywhere between lines. */
#include "store_batch.h"

#include "sha256.h"

#include <string.h>

void batch_add(Batch *batch, Text graph, bool anew, const Triple *triple) {
    Arena *arena = &batch->arena;
    Segment *last = batch->segments.count ? &batch->segments.items[batch->segments.count - 1] : NULL;
    if (!last || anew || !text_equal(last->graph, graph)) {
        last = VECTOR_PUSH(arena, &batch->segments);
        *last = (Segment){text_copy(arena, graph), anew, batch->lines.count, batch->lines.count};
    }
    query_put_term(arena, &batch->lines, &triple->subject);
    bytes_put(arena, &batch->lines, TEXT(" "));
    query_put_term(arena, &batch->lines, &triple->predicate);
    bytes_put(arena, &batch->lines, TEXT(" "));
    query_put_term(arena, &batch->lines, &triple->object);
    bytes_put(arena, &batch->lines, TEXT(" .\n"));
    last->end = batch->lines.count;
    batch->statements++;
}

void batch_clear(Batch *batch) {
    Arena arena = batch->arena;
    arena_reset(&arena);
    *batch = (Batch){.arena = arena};
}

/* Virtuoso looks for a prefix to see that it is Turtle. */
Text batch_turtle(Batch *batch, size_t begin, size_t end) {
    Text lines = {batch->lines.items, batch->lines.count};
    return text_join(&batch->arena, TEXT("@prefix dl: <https://w3id.org/dateline/ontology#> .\n"),
                     text_slice(lines, begin, end));
}

static void put_graph(Arena *arena, Bytes *out, const char *words, Text graph) {
    bytes_put(arena, out, text_from(words));
    query_put_iri(arena, out, graph);
}

static void put_clearing(Arena *arena, Bytes *out, const Segment *segment) {
    if (segment->graph.length) {
        put_graph(arena, out, "CLEAR SILENT GRAPH ", segment->graph);
        bytes_put(arena, out, TEXT(" ;\n"));
    } else {
        bytes_put(arena, out, TEXT("CLEAR SILENT DEFAULT ;\n"));
    }
}

Text batch_update(Batch *batch, size_t begin, size_t end) {
    Arena *arena = &batch->arena;
    Text lines = {batch->lines.items, batch->lines.count};
    Bytes clearing = {0};
    Bytes data = {0};
    for (size_t i = 0; i < batch->segments.count; i++) {
        const Segment *segment = &batch->segments.items[i];
        size_t first = segment->begin > begin ? segment->begin : begin;
        size_t last = segment->end < end ? segment->end : end;
        if (first >= last) {
            continue;
        }
        if (segment->anew && first == segment->begin) {
            put_clearing(arena, &clearing, segment);
        }
        if (segment->graph.length) {
            put_graph(arena, &data, "GRAPH ", segment->graph);
            bytes_put(arena, &data, TEXT(" {\n"));
        }
        bytes_put(arena, &data, text_slice(lines, first, last));
        bytes_put(arena, &data, segment->graph.length ? TEXT("}\n") : TEXT(""));
    }
    return text_format(arena, "%.*sINSERT DATA {\n%.*s}\n",
                       TEXT_ARGS(clearing.items ? ((Text){clearing.items, clearing.count}) : TEXT("")),
                       TEXT_ARGS(((Text){data.items, data.count})));
}

size_t batch_middle(const Batch *batch, size_t begin, size_t end) {
    size_t middle = begin + (end - begin) / 2;
    const char *line_end = memchr(batch->lines.items + middle, '\n', end - middle);
    size_t behind = line_end ? (size_t)(line_end - batch->lines.items) + 1 : end;
    if (behind < end) {
        return behind;
    }
    while (middle > begin && batch->lines.items[middle - 1] != '\n') {
        middle--;
    }
    return middle > begin ? middle : end;
}

Text batch_digest(Batch *batch) {
    Arena *arena = &batch->arena;
    Bytes all = {0};
    for (size_t i = 0; i < batch->segments.count; i++) {
        const Segment *segment = &batch->segments.items[i];
        put_graph(arena, &all, segment->anew ? "anew " : "", segment->graph);
        bytes_put(arena, &all,
                  text_slice((Text){batch->lines.items, batch->lines.count}, segment->begin, segment->end));
    }
    return sha256_hex(arena, (Text){all.items, all.count});
}
