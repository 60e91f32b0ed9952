/* What becomes of an answer after the engine has given it: mended where the engine is known to be wrong, and written to
 * standard output. It knows no engine. */
#include "query_answer.h"

#include "outfile.h"
#include "terms.h"
#include "writer.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define BASE "https://w3id.org/dateline/id/"

/* The engine makes a group of no solutions at all, or no row where there should be one of zeros. */
void answer_of_nothing(Arena *arena, const QueryShape *shape, Answer *answer) {
    answer->cells.count = 0;
    answer->solutions = shape->grouped ? 0 : 1;
    for (size_t i = 0; i < answer->solutions * answer->columns.count; i++) {
        Aggregate kind = shape->columns.items[i].aggregate;
        bool zero = kind == AGGREGATE_COUNT || kind == AGGREGATE_SUM || kind == AGGREGATE_AVG;
        Term term = {.kind = TERM_LITERAL, .text = TEXT("0"), .datatype = TEXT(XSD_NS "integer")};
        *VECTOR_PUSH(arena, &answer->cells) = (Cell){.bound = zero, .term = zero ? term : (Term){0}};
    }
}

static bool is_number(const Term *term) {
    static const char *const TYPES[] = {"integer",         "decimal", "double", "float", "nonNegativeInteger",
                                        "positiveInteger", "long",    "int"};
    Text space = TEXT(XSD_NS);
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES && text_starts(term->datatype, space); i++) {
        if (text_equal(text_after(term->datatype, space.length), text_from(TYPES[i]))) {
            return true;
        }
    }
    return false;
}

/* The engine has no least one of values of several kinds, though SPARQL has, and what is no number is its own sum. */
static bool is_right(const Cell *cell, Aggregate aggregate) {
    bool sums = aggregate == AGGREGATE_SUM || aggregate == AGGREGATE_AVG;
    return aggregate == AGGREGATE_NONE || (cell->bound && (!sums || is_number(&cell->term)));
}

Status answer_check(Diag *diag, Text query, const QueryShape *shape, const Answer *answer) {
    for (size_t i = 0; i < answer->cells.count; i++) {
        const Column *column = &shape->columns.items[i % answer->columns.count];
        if (!is_right(&answer->cells.items[i], column->aggregate)) {
            diag_error(diag, (Place){.file = query},
                       "the embedded engine does not answer ?%.*s over values of several kinds or no numbers: load the "
                       "Turtle into a SPARQL store and ask there",
                       TEXT_ARGS(column->name));
            return DATELINE_USAGE;
        }
    }
    return DATELINE_OK;
}

void answer_limit(Answer *answer, size_t limit) {
    if (limit && answer->solutions > limit) {
        answer->solutions = limit;
    }
}

/* How many places a line of the terminal has that `stream` goes to; 0: it goes elsewhere. */
static size_t terminal_width(FILE *stream) {
    struct winsize size;
    bool known = isatty(fileno(stream)) && ioctl(fileno(stream), TIOCGWINSZ, &size) == 0;
    return known ? size.ws_col : 0;
}

Status answer_write(Arena *arena, Diag *diag, dateline_answer form, const Answer *answer) {
    OutFile out;
    TRY(outfile_open(TEXT("-"), diag, &out));
    if (form == DATELINE_ANSWER_CSV) {
        answer_write_csv(out.stream, answer);
    } else if (form == DATELINE_ANSWER_JSON) {
        answer_write_json(out.stream, answer);
    } else {
        answer_write_table(out.stream, answer, terminal_width(out.stream), arena);
    }
    return outfile_close(&out, diag);
}

static int compare_triples(const void *left, const void *right) {
    const Triple *a = left;
    const Triple *b = right;
    const Text *pairs[][2] = {{&a->subject.text, &b->subject.text},
                              {&a->predicate.text, &b->predicate.text},
                              {&a->object.text, &b->object.text},
                              {&a->object.language, &b->object.language},
                              {&a->object.datatype, &b->object.datatype}};
    int order = (int)a->subject.kind - (int)b->subject.kind;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs && order == 0; i++) {
        order = text_compare(*pairs[i][0], *pairs[i][1]);
    }
    return order ? order : (int)a->object.kind - (int)b->object.kind;
}

/* Sorts the statements and leaves each of them once. */
static void make_set(Triples *triples) {
    size_t kept = 0;
    if (triples->count) {
        qsort(triples->items, triples->count, sizeof *triples->items, compare_triples);
    }
    for (size_t i = 0; i < triples->count; i++) {
        if (kept == 0 || compare_triples(&triples->items[kept - 1], &triples->items[i]) != 0) {
            triples->items[kept++] = triples->items[i];
        }
    }
    triples->count = kept;
}

Status answer_write_graph(Diag *diag, dateline_answer form, Triples *triples) {
    Writer *writer;
    OutFile out;
    Buffer bytes = {0};
    make_set(triples);
    TRY(writer_create(form == DATELINE_ANSWER_NTRIPLES ? DATELINE_NTRIPLES : DATELINE_TURTLE, TEXT(BASE), diag,
                      &writer));
    writer_head(writer, &bytes);
    Status status = writer_article(writer, triples, (Text){0}, &bytes);
    writer_release(writer);
    if (status == DATELINE_OK) {
        status = outfile_open(TEXT("-"), diag, &out);
    }
    if (status == DATELINE_OK) {
        fwrite(bytes.bytes, 1, bytes.length, out.stream);
        status = outfile_close(&out, diag);
    }
    buffer_release(&bytes);
    return status;
}
