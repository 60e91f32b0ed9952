/* Writes the answer to a query for the eye, for spreadsheets and for programs. It knows no query engine, and leaves
 * write errors to whoever opened the stream. */
#include "table_output.h"

#include <string.h>

/* ---- widths ---- */

typedef struct Range {
    uint32_t first;
    uint32_t last;
} Range;

/* Unicode 15, East_Asian_Width W and F, neighbours joined. */
static const Range WIDE[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},   {0x25FD, 0x25FE},
    {0x2614, 0x2615},   {0x2648, 0x2653},   {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x2705, 0x2705},
    {0x270A, 0x270B},   {0x2728, 0x2728},   {0x274C, 0x274C},   {0x2753, 0x2755},   {0x2795, 0x2797},
    {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},
    {0x4E00, 0xA4CF},   {0xA960, 0xA97C},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},
    {0xFE30, 0xFE6B},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x18CD5}, {0x1AFF0, 0x1B2FB},
    {0x1F200, 0x1F251}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FC}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

/* Marks that take no place of their own: combining ones, joiners, selectors. */
static const Range NARROWEST[] = {
    {0x0300, 0x036F}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064}, {0x20D0, 0x20F0},
    {0x302A, 0x302D}, {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF},
};

static bool is_in(uint32_t code_point, const Range *ranges, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (code_point >= ranges[i].first && code_point <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

size_t text_width(Text text) {
    size_t width = 0;
    for (size_t at = 0; at < text.length;) {
        uint32_t code_point = utf8_at(text, at, &at);
        if (!is_in(code_point, NARROWEST, sizeof NARROWEST / sizeof *NARROWEST)) {
            width += is_in(code_point, WIDE, sizeof WIDE / sizeof *WIDE) ? 2 : 1;
        }
    }
    return width;
}

/* ---- shared ---- */

static void put(FILE *stream, Text text) {
    if (text.length) {
        fwrite(text.at, 1, text.length, stream);
    }
}

static const Cell *cells_of(const Answer *answer, size_t solution) {
    return answer->cells.items + solution * answer->columns.count;
}

static Text truth(const Answer *answer) {
    return answer->boolean ? TEXT("true") : TEXT("false");
}

/* ---- table ---- */

static bool is_control(uint32_t code_point) {
    return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
}

/* A control character could move the reader's cursor, or more. */
static Text without_controls(Arena *arena, Text text) {
    VECTOR(char) shown = {0};
    for (size_t at = 0; at < text.length;) {
        size_t start = at;
        uint32_t code_point = utf8_at(text, at, &at);
        char escape[16];
        Text piece = text_slice(text, start, at);
        if (is_control(code_point)) {
            piece = (Text){escape, (size_t)snprintf(escape, sizeof escape, "\\u%04X", (unsigned)code_point)};
        }
        for (size_t i = 0; i < piece.length; i++) {
            *VECTOR_PUSH(arena, &shown) = piece.at[i];
        }
    }
    return (Text){shown.items, shown.count};
}

static bool is_plain_name(Text text) {
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-')) {
            return false;
        }
    }
    return text.length > 0;
}

static Text short_iri(Arena *arena, const Shorthands *shorthands, Text iri) {
    for (size_t i = 0; i < shorthands->count; i++) {
        const Shorthand *shorthand = &shorthands->items[i];
        if (text_starts(iri, shorthand->iri) && is_plain_name(text_after(iri, shorthand->iri.length))) {
            return text_join(arena, shorthand->name, text_after(iri, shorthand->iri.length));
        }
    }
    return iri;
}

static Text shown_cell(Arena *arena, const Answer *answer, const Cell *cell) {
    if (!cell->bound) {
        return (Text){0};
    }
    Text text = without_controls(arena, cell->term.text);
    if (cell->term.kind == TERM_IRI) {
        return short_iri(arena, &answer->shorthands, text);
    }
    return cell->term.kind == TERM_BLANK ? text_join(arena, TEXT("_:"), text) : text;
}

static void repeat(FILE *stream, int c, size_t count) {
    while (count--) {
        fputc(c, stream);
    }
}

/* As much of a text as fits into `width` places, with an ellipsis for the rest. */
static Text cut(Arena *arena, Text text, size_t width) {
    if (text_width(text) <= width) {
        return text;
    }
    size_t used = 1; /* the ellipsis */
    size_t end = 0;
    for (size_t next = 0; next < text.length; end = next) {
        next = utf8_next(text, end);
        used += text_width(text_slice(text, end, next));
        if (used > width) {
            break;
        }
    }
    return text_join(arena, text_slice(text, 0, end), TEXT("…"));
}

static size_t row_width(const size_t *widths, size_t count, size_t most) {
    size_t sum = count ? 2 * (count - 1) : 0;
    for (size_t i = 0; i < count; i++) {
        sum += widths[i] < most ? widths[i] : most;
    }
    return sum;
}

/* Makes the widest columns equally narrow until a row fits into `room`; none gets narrower than a word. */
static void narrow(size_t *widths, size_t count, size_t room) {
    enum { NARROWEST_COLUMN = 8 };
    size_t most = 0;
    for (size_t i = 0; i < count; i++) {
        most = widths[i] > most ? widths[i] : most;
    }
    while (most > NARROWEST_COLUMN && row_width(widths, count, most) > room) {
        most--;
    }
    for (size_t i = 0; i < count; i++) {
        widths[i] = widths[i] < most ? widths[i] : most;
    }
}

/* Two spaces stand between columns; nothing stands behind the last one. */
static void put_row(FILE *stream, const Text *row, const size_t *widths, size_t count) {
    size_t filled = count;
    while (filled && row[filled - 1].length == 0) {
        filled--;
    }
    for (size_t i = 0; i < filled; i++) {
        put(stream, row[i]);
        if (i + 1 < filled) {
            repeat(stream, ' ', widths[i] - text_width(row[i]) + 2);
        }
    }
    fputc('\n', stream);
}

static void put_rule(FILE *stream, const size_t *widths, size_t count) {
    for (size_t i = 0; i < count; i++) {
        repeat(stream, '-', widths[i]);
        fputs(i + 1 < count ? "  " : "\n", stream);
    }
}

void answer_write_table(FILE *stream, const Answer *answer, size_t room, Arena *arena) {
    if (answer->is_boolean) {
        put(stream, truth(answer));
        fputc('\n', stream);
        return;
    }
    size_t count = answer->columns.count;
    size_t *widths = ARENA_ARRAY(arena, size_t, count);
    Text *shown = ARENA_ARRAY(arena, Text, (answer->solutions + 1) * count);
    for (size_t i = 0; i < (answer->solutions + 1) * count; i++) {
        shown[i] = i < count ? answer->columns.items[i] : shown_cell(arena, answer, &answer->cells.items[i - count]);
        size_t width = text_width(shown[i]);
        widths[i % count] = width > widths[i % count] ? width : widths[i % count];
    }
    if (room) {
        narrow(widths, count, room);
        for (size_t i = 0; i < (answer->solutions + 1) * count; i++) {
            shown[i] = cut(arena, shown[i], widths[i % count]);
        }
    }
    put_row(stream, shown, widths, count);
    put_rule(stream, widths, count);
    for (size_t i = 1; i <= answer->solutions; i++) {
        put_row(stream, shown + i * count, widths, count);
    }
}

/* ---- CSV ---- */

static void put_csv(FILE *stream, Text text) {
    bool plain = true;
    for (size_t i = 0; i < text.length; i++) {
        plain = plain && text.at[i] && !strchr("\",\r\n", text.at[i]);
    }
    if (plain) {
        put(stream, text);
        return;
    }
    fputc('"', stream);
    for (size_t i = 0; i < text.length; i++) {
        fputs(text.at[i] == '"' ? "\"" : "", stream);
        fputc(text.at[i], stream);
    }
    fputc('"', stream);
}

void answer_csv_columns(FILE *stream, const Texts *columns) {
    for (size_t i = 0; i < columns->count; i++) {
        fputs(i ? "," : "", stream);
        put_csv(stream, columns->items[i]);
    }
    fputs("\r\n", stream);
}

void answer_csv_solution(FILE *stream, const Texts *columns, const Cell *cells) {
    for (size_t i = 0; i < columns->count; i++) {
        fputs(i ? "," : "", stream);
        fputs(cells[i].bound && cells[i].term.kind == TERM_BLANK ? "_:" : "", stream);
        put_csv(stream, cells[i].term.text);
    }
    fputs("\r\n", stream);
}

void answer_write_csv(FILE *stream, const Answer *answer) {
    put(stream, answer->is_boolean ? truth(answer) : TEXT(""));
    answer_csv_columns(stream, &answer->columns);
    for (size_t row = 0; row < answer->solutions; row++) {
        answer_csv_solution(stream, &answer->columns, cells_of(answer, row));
    }
}

/* ---- JSON ---- */

static void put_json(FILE *stream, Text text) {
    fputc('"', stream);
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (c < 0x20 || c == 0x7F) {
            fprintf(stream, "\\u%04x", (unsigned)c);
        } else {
            fputs(c == '"' || c == '\\' ? "\\" : "", stream);
            fputc(c, stream);
        }
    }
    fputc('"', stream);
}

static void put_json_member(FILE *stream, const char *name, Text value) {
    fprintf(stream, ", \"%s\": ", name);
    put_json(stream, value);
}

static void put_json_term(FILE *stream, const Term *term) {
    static const char *const KINDS[] = {[TERM_IRI] = "uri", [TERM_BLANK] = "bnode", [TERM_LITERAL] = "literal"};
    fprintf(stream, "{\"type\": \"%s\"", KINDS[term->kind]);
    put_json_member(stream, "value", term->text);
    if (term->language.length) {
        put_json_member(stream, "xml:lang", term->language);
    } else if (term->datatype.length) {
        put_json_member(stream, "datatype", term->datatype);
    }
    fputc('}', stream);
}

void answer_json_columns(FILE *stream, const Texts *columns) {
    fputs("{\"head\": {\"vars\": [", stream);
    for (size_t i = 0; i < columns->count; i++) {
        fputs(i ? ", " : "", stream);
        put_json(stream, columns->items[i]);
    }
    fputs("]}, \"results\": {\"bindings\": [", stream);
}

void answer_json_solution(FILE *stream, const Texts *columns, size_t number, const Cell *cells) {
    const char *separator = "{";
    fputs(number ? ",\n" : "\n", stream);
    for (size_t i = 0; i < columns->count; i++) {
        if (cells[i].bound) {
            fputs(separator, stream);
            put_json(stream, columns->items[i]);
            fputs(": ", stream);
            put_json_term(stream, &cells[i].term);
            separator = ", ";
        }
    }
    fputs(*separator == '{' ? "{}" : "}", stream);
}

void answer_json_end(FILE *stream) {
    fputs("\n]}}\n", stream);
}

void answer_write_json(FILE *stream, const Answer *answer) {
    if (answer->is_boolean) {
        fputs("{\"head\": {}, \"boolean\": ", stream);
        put(stream, truth(answer));
        fputs("}\n", stream);
        return;
    }
    answer_json_columns(stream, &answer->columns);
    for (size_t i = 0; i < answer->solutions; i++) {
        answer_json_solution(stream, &answer->columns, i, cells_of(answer, i));
    }
    answer_json_end(stream);
}
