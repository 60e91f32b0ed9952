/* Cuts tables into rows and cells and tells what does not fit. Knows no table by name. */
#include "tsv.h"

#include <string.h>

/* Puts the trimmed parts of `text` into `parts`, in place of what was there. */
static void cut(Text text, char separator, Arena *arena, Texts *parts) {
    const char *end;
    parts->count = 0;
    while ((end = text.length ? memchr(text.at, separator, text.length) : NULL)) {
        size_t length = (size_t)(end - text.at);
        *VECTOR_PUSH(arena, parts) = text_trim(text_slice(text, 0, length));
        text = text_after(text, length + 1);
    }
    *VECTOR_PUSH(arena, parts) = text_trim(text);
}

Place tsv_place(const Tsv *tsv, Text part) {
    size_t before = (size_t)(part.at - tsv->row.at);
    return (Place){tsv->file, tsv->line, utf8_count(text_slice(tsv->row, 0, before)) + 1};
}

/* The next line that says something. */
static bool next_line(Tsv *tsv) {
    while (tsv->rest.length) {
        tsv->row = text_line(&tsv->rest);
        tsv->line++;
        size_t invalid = utf8_check(tsv->row);
        if (invalid != SIZE_MAX) {
            diag_error(tsv->diag, tsv_place(tsv, text_after(tsv->row, invalid)), "this is not valid UTF-8");
        } else if (text_trim(tsv->row).length && !text_starts(tsv->row, TEXT("#"))) {
            return true;
        }
    }
    return false;
}

bool tsv_open(Tsv *tsv, Text file, Text bytes, Arena *arena, Diag *diag) {
    static const Text byte_order_mark = {"\xEF\xBB\xBF", 3};
    Text rest = text_starts(bytes, byte_order_mark) ? text_after(bytes, byte_order_mark.length) : bytes;
    *tsv = (Tsv){.file = file, .rest = rest, .arena = arena, .diag = diag};
    if (!next_line(tsv)) {
        return false;
    }
    cut(tsv->row, '\t', arena, &tsv->header);
    for (size_t i = 0; i < tsv->header.count; i++) {
        if (tsv_column(tsv, tsv->header.items[i]) != i) {
            diag_error(diag, tsv_place(tsv, tsv->header.items[i]), "the column \"%.*s\" is there twice",
                       TEXT_ARGS(tsv->header.items[i]));
            return false;
        }
    }
    return true;
}

bool tsv_next(Tsv *tsv) {
    while (next_line(tsv)) {
        cut(tsv->row, '\t', tsv->arena, &tsv->cells);
        if (tsv->cells.count == tsv->header.count) {
            return true;
        }
        bool more = tsv->cells.count > tsv->header.count;
        diag_error(tsv->diag,
                   tsv_place(tsv, more ? tsv->cells.items[tsv->header.count] : text_after(tsv->row, tsv->row.length)),
                   "%zu cells where the header names %zu columns", tsv->cells.count, tsv->header.count);
    }
    return false;
}

size_t tsv_lines(const Tsv *tsv) {
    size_t count = 0;
    Text rest = tsv->rest;
    while (rest.length) {
        const char *end = memchr(rest.at, '\n', rest.length);
        rest = text_after(rest, end ? (size_t)(end - rest.at) + 1 : rest.length);
        count++;
    }
    return count;
}

size_t tsv_column(const Tsv *tsv, Text name) {
    for (size_t i = 0; i < tsv->header.count; i++) {
        if (text_equal(tsv->header.items[i], name)) {
            return i;
        }
    }
    return SIZE_MAX;
}

Texts tsv_list(Tsv *tsv, Text cell) {
    if (cell.length == 0) {
        return (Texts){0};
    }
    Texts *parts = &tsv->parts;
    cut(cell, '|', tsv->arena, parts);
    Texts kept = {.items = ARENA_ARRAY(tsv->arena, Text, parts->count), .capacity = parts->count};
    for (size_t i = 0; i < parts->count; i++) {
        if (parts->items[i].length) {
            kept.items[kept.count++] = parts->items[i];
        } else {
            diag_error(tsv->diag, tsv_place(tsv, parts->items[i]), "nothing stands beside this |");
        }
    }
    return kept;
}
