/* Owns how the lines of an article's head are written, and those between its halves. It does not know in which order
 * they make up an article, nor what is told below them. */
#include "layout.h"

bool layout_is_blank(Text line) {
    return text_trim(line).length == 0;
}

Text layout_peek(Text *rest) {
    Text line = {rest->at, 0};
    while (rest->length) {
        Text after = *rest;
        line = text_line(&after);
        if (!layout_is_blank(line)) {
            break;
        }
        *rest = after;
    }
    return line;
}

Text layout_narrow(Text text, Arena *arena) {
    char *bytes = ARENA_ARRAY(arena, char, text.length);
    size_t used = 0;
    for (size_t at = 0, next; at < text.length; at = next) {
        uint32_t c = utf8_at(text, at, &next);
        used += utf8_encode(c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + '!' : c, bytes + used);
    }
    return (Text){bytes, used};
}

Field layout_field(Text line, Text *value) {
    static const struct {
        const char *name;
        Field field;
    } fields[] = {{"Title", FIELD_TITLE},
                  {"Author", FIELD_AUTHOR},
                  {"Date", FIELD_DATE},
                  {"Page", FIELD_PAGE},
                  {"Edition", FIELD_PAGE}};
    Text trimmed = text_trim(line);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        Text name = text_from(fields[i].name);
        if (trimmed.length <= name.length || !text_equal_nocase(text_slice(trimmed, 0, name.length), name)) {
            continue;
        }
        Text after = text_trim(text_after(trimmed, name.length));
        size_t colon = text_starts(after, TEXT(":")) ? 1 : text_starts(after, TEXT("：")) ? TEXT("：").length : 0;
        if (colon) {
            *value = text_trim(text_after(after, colon));
            return fields[i].field;
        }
    }
    return FIELD_NONE;
}

bool layout_divides(Text line) {
    Text trimmed = text_trim(line);
    return text_equal(trimmed, TEXT("<hr />")) || text_equal(trimmed, TEXT("<hr/>")) ||
           text_equal(trimmed, TEXT("<hr>")) || text_equal(trimmed, TEXT("Original:"));
}

bool layout_is_headline(Text line) {
    return text_starts(line, TEXT("###")) && !text_starts(line, TEXT("####"));
}

bool layout_page(Text line, Arena *arena, Text *number, Text *name) {
    Text plain = layout_narrow(text_trim(line), arena);
    size_t end = text_find(plain, TEXT("版"));
    if (!text_starts(plain, TEXT("第")) || end == SIZE_MAX) {
        return false;
    }
    Text digits = text_trim(text_slice(plain, TEXT("第").length, end));
    Text after = text_trim(text_after(plain, end + TEXT("版").length));
    bool in_brackets = text_starts(after, TEXT("(")) && text_ends(after, TEXT(")"));
    if (!digits.length || !is_ascii_digit(digits.at[0]) || (after.length && !in_brackets)) {
        return false;
    }
    *number = digits;
    *name = after.length ? text_trim(text_slice(after, 1, after.length - 1)) : after;
    return true;
}

bool layout_section(Text line, Text *section) {
    Text trimmed = text_trim(line);
    if (!text_starts(trimmed, TEXT("专栏：")) && !text_starts(trimmed, TEXT("专栏:"))) {
        return false;
    }
    size_t name = text_starts(trimmed, TEXT("专栏：")) ? TEXT("专栏：").length : TEXT("专栏:").length;
    *section = text_trim(text_after(trimmed, name));
    return true;
}

/* ---- where an article begins ---- */

/* 1956-03-29, 1957-03; such a day need not be. */
static bool looks_like_date(Text line, Arena *arena) {
    static const char shape[] = "dddd-dd-dd";
    Text plain = layout_narrow(text_trim(line), arena);
    if (plain.length != TEXT("1957-03").length && plain.length != TEXT("1956-03-29").length) {
        return false;
    }
    for (size_t i = 0; i < plain.length; i++) {
        if (shape[i] == 'd' ? !is_ascii_digit(plain.at[i]) : plain.at[i] != shape[i]) {
            return false;
        }
    }
    return true;
}

/* The author's line at most stands between the headline and the date; where that is missing, page or column tell. */
static bool chinese_head_follows(Text rest, Arena *arena) {
    enum { DATE_LINES = 2, MOST_LINES = 3 };
    for (int i = 0; i < MOST_LINES; i++) {
        Text ignored;
        Text line = layout_peek(&rest);
        if ((i < DATE_LINES && looks_like_date(line, arena)) || layout_page(line, arena, &ignored, &ignored) ||
            layout_section(line, &ignored)) {
            return true;
        }
        text_line(&rest);
    }
    return false;
}

/* A title and an author alone may be those of a book. */
static bool english_head_follows(Text rest) {
    bool seen[FIELD_NONE + 1] = {false};
    Field field;
    Text value;
    while ((field = layout_field(layout_peek(&rest), &value)) != FIELD_NONE && !seen[field]) {
        seen[field] = true;
        text_line(&rest);
    }
    return seen[FIELD_DATE] || (seen[FIELD_AUTHOR] && seen[FIELD_PAGE]);
}

bool layout_begins(Text text, Arena *arena) {
    Text value;
    Text rest = text;
    Text line = text_line(&rest);
    if (layout_is_headline(line)) {
        return chinese_head_follows(rest, arena);
    }
    return layout_field(line, &value) == FIELD_TITLE && english_head_follows(rest);
}
