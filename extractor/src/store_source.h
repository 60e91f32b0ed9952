/* What is to be loaded, statement by statement, whatever it is read from. */
#ifndef STORE_SOURCE_H
#define STORE_SOURCE_H

#include "pipeline.h"
#include "turtle.h"

/* Is handed statements of one graph. `name`: the graph's, or of articles the article's; empty: none is known.
 * `is_quad`: the source itself puts them into that graph. `page` lasts until it returns. */
typedef Status StoreSink(void *context, Text source, const Triples *triples, Text name, bool is_quad, Arena *page);

typedef struct StoreSource {
    const Tools *tools; /* by which articles are read */
    Arena *page;
    Diag *diag;
    StoreSink *sink;
    void *context;
} StoreSource;

/* Are there articles to be read at `path`, and no graphs? What `page` holds is used for names. */
bool store_source_is_articles(Text path, Arena *page);

/* Reads the graph file, the article, or all of the folder at `path`; "-" is N-Quads on standard input. Graphs are read
 * piece by piece. DATELINE_SKIPPED: some of it was refused, which is told. */
Status store_source_read(const StoreSource *source, Text path);

#endif
