/* Owns the lines that come in and the table that goes out: where in a line a number or date stands, and what it is. It
 * finds none itself (number.c, date_scan.c), and keeps nothing of one line for the next. */
#include "normalize.h"

#include "conversion.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ---- one line ---- */

/* The row of one number or date. */
typedef struct Row {
    Span span;
    Text value;
    Qualifier qualifier;
    Text unit;
    bool convert;
    Converted converted;
} Row;

/* The table that one line adds to. Spans come in order, so that each byte is counted once. */
typedef struct Rows {
    FILE *out;
    Text text;
    size_t number;
    size_t counted; /* bytes */
    size_t points;  /* code points in them */
} Rows;

static size_t count_to(Rows *rows, size_t byte) {
    rows->points += utf8_count(text_slice(rows->text, rows->counted, byte));
    rows->counted = byte;
    return rows->points;
}

/* A tab within would add a column. */
static void write_cell(FILE *out, Text cell) {
    for (size_t i = 0; i < cell.length; i++) {
        putc((unsigned char)cell.at[i] < ' ' ? ' ' : cell.at[i], out);
    }
}

static void write_row(Rows *rows, const Row *row) {
    size_t start = count_to(rows, row->span.begin);
    size_t end = count_to(rows, row->span.end);
    fprintf(rows->out, "%zu\t%zu\t%zu\t", rows->number, start, end);
    write_cell(rows->out, text_span(rows->text, row->span));
    fprintf(rows->out, "\t%.*s\t%s\t", TEXT_ARGS(row->value), qualifier_name(row->qualifier));
    write_cell(rows->out, row->unit);
    if (row->convert) {
        const Converted *c = &row->converted;
        const char *slash = c->minimum.length ? "/" : "";
        fprintf(rows->out, "\t%.*s%.*s%s%.*s\t%.*s", TEXT_ARGS(c->value), TEXT_ARGS(c->minimum), slash,
                TEXT_ARGS(c->maximum), TEXT_ARGS(c->unit));
    }
    putc('\n', rows->out);
}

/* A measure word such as 名 says what is counted, and is no part of the number. */
static Span span_of_number(Text text, const NumberMention *mention) {
    Span span = mention->span;
    bool classified = mention->unit_is_classifier && text_ends(text_span(text, span), mention->unit);
    if (classified && span.end - mention->unit.length > span.begin) {
        span.end -= mention->unit.length;
    }
    while (span.end > span.begin && text.at[span.end - 1] == ' ') {
        span.end--;
    }
    return span;
}

static void write_numbers(const Normalizer *normalizer, Rows *rows, Day reference, Arena *scratch) {
    NumberMentions mentions = {0};
    number_scan(normalizer->lang, rows->text, normalizer->lexicon, scratch, &mentions);
    for (size_t i = 0; i < mentions.count; i++) {
        const NumberMention *mention = &mentions.items[i];
        Text range = text_format(scratch, "%.*s/%.*s", TEXT_ARGS(mention->minimum), TEXT_ARGS(mention->maximum));
        write_row(rows, &(Row){.span = span_of_number(rows->text, mention),
                               .value = mention->value.length ? mention->value : range,
                               .qualifier = mention->qualifier,
                               .unit = mention->unit,
                               .convert = normalizer->convert,
                               .converted = conversion_of(mention, reference, scratch)});
    }
}

static void write_dates(const Normalizer *normalizer, Rows *rows, Day reference, Arena *scratch) {
    DateMentions mentions = {0};
    date_scan(normalizer->lang, rows->text, reference, normalizer->lexicon, scratch, &mentions);
    for (size_t i = 0; i < mentions.count; i++) {
        write_row(rows, &(Row){.span = mentions.items[i].span,
                               .value = mentions.items[i].value_text,
                               .convert = normalizer->convert});
    }
}

void normalize_text(const Normalizer *normalizer, Text text, Day reference, size_t number, Arena *scratch, FILE *out) {
    Rows rows = {.out = out, .text = text, .number = number};
    if (normalizer->kind == DATELINE_NUMBERS) {
        write_numbers(normalizer, &rows, reference, scratch);
    } else {
        write_dates(normalizer, &rows, reference, scratch);
    }
}

/* ---- all lines ---- */

typedef struct Lines {
    FILE *in;
    Text path;
    char *bytes; /* of the line that was read last */
    size_t capacity;
    size_t number;
    Diag *diag;
} Lines;

/* The next line without its line end, and without the mark that the first one may start with. False: there is none. */
static bool read_line(Lines *lines, Text *line) {
    ssize_t length = getline(&lines->bytes, &lines->capacity, lines->in);
    if (length < 0) {
        return false;
    }
    lines->number++;
    Text rest = {lines->bytes, (size_t)length};
    if (lines->number == 1 && text_starts(rest, TEXT("\xEF\xBB\xBF"))) {
        rest = text_after(rest, 3);
    }
    *line = text_line(&rest);
    return true;
}

static Place place_in_line(const Lines *lines, Text line, size_t at) {
    return (Place){lines->path, lines->number, utf8_count(text_slice(line, 0, at)) + 1};
}

static bool is_text(const Lines *lines, Text line) {
    size_t wrong = utf8_check(line);
    if (wrong != SIZE_MAX) {
        diag_error(lines->diag, place_in_line(lines, line, wrong), "not UTF-8: byte 0x%02X: the line is left out",
                   (unsigned char)line.at[wrong]);
        return false;
    }
    const char *nul = line.length ? memchr(line.at, '\0', line.length) : NULL;
    if (nul) {
        diag_error(lines->diag, place_in_line(lines, line, (size_t)(nul - line.at)),
                   "a NUL byte: the line is left out");
    }
    return !nul;
}

/* Cuts "@1956-03-29<TAB>" off the start of a line. False: what stands there is written like a day and is none. */
static bool cut_reference(const Lines *lines, Text *line, Day *reference) {
    size_t tab = text_find(*line, TEXT("\t"));
    if (tab == SIZE_MAX || line->at[0] != '@') {
        return true;
    }
    Text day = text_slice(*line, 1, tab);
    if (day.length == 0 || strspn(day.at, "0123456789-") != day.length) {
        return true;
    }
    bool valid;
    *reference = day_parse(day, &valid);
    if (!valid || !reference->day) {
        diag_error(lines->diag, place_in_line(lines, *line, 1), "no such day: %.*s: the line is left out",
                   TEXT_ARGS(day));
        return false;
    }
    *line = text_after(*line, tab + 1);
    return true;
}

static Status run(const Normalizer *normalizer, Lines *lines, Arena *scratch, FILE *out) {
    Status status = DATELINE_OK;
    for (Text line; !ferror(out) && read_line(lines, &line);) {
        Day reference = normalizer->reference;
        if (is_text(lines, line) && cut_reference(lines, &line, &reference)) {
            normalize_text(normalizer, line, reference, lines->number, scratch, out);
        } else {
            status = DATELINE_SKIPPED;
        }
        arena_reset(scratch);
    }
    return status;
}

/* What is open is closed also when memory runs out on the way: `scratch` then jumps to here, and from here on. */
Status normalize_lines(const Normalizer *normalizer, Text path, Arena *scratch, Diag *diag, FILE *out) {
    Lines lines = {.path = path, .diag = diag};
    lines.in = text_equal(path, TEXT("-")) ? stdin : fopen(text_c_string(scratch, path), "rb");
    if (!lines.in) {
        diag_error(diag, (Place){.file = path}, "%s", strerror(errno));
        return DATELINE_IO;
    }
    jmp_buf exhausted;
    jmp_buf *outer = scratch->exhausted;
    scratch->exhausted = &exhausted;
    volatile Status status = DATELINE_MEMORY;
    if (setjmp(exhausted) == 0) {
        status = run(normalizer, &lines, scratch, out);
    }
    scratch->exhausted = outer;
    if (!feof(lines.in) && status != DATELINE_MEMORY && !ferror(out)) {
        diag_error(diag, (Place){.file = path}, "%s", strerror(errno));
        status = DATELINE_IO;
    }
    if (lines.in != stdin) {
        fclose(lines.in);
    }
    free(lines.bytes);
    return status;
}
