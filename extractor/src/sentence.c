/* Owns the marks that end sentences and divide clauses, and the quotation marks and brackets that hold them together.
 * It knows neither paragraphs nor datelines. */
#include "sentence.h"

/* A quotation longer than this (bytes) lost its end somewhere, or is a speech: its sentences are sentences. */
enum { LONGEST_QUOTATION = 1200, DEEPEST_NESTING = 8, LONGEST_ABBREVIATION = 12 };

/* -- Quotations and brackets -- */

typedef struct Opening {
    uint32_t closer;
    size_t at;
} Opening;

typedef VECTOR(Opening) Openings;

typedef struct Quotations {
    Lang lang;
    Text text;
    Arena *arena;
    Openings open;
    Spans closed; /* outermost ones, in order */
} Quotations;

static bool is_single_quote(uint32_t c) {
    return c == 0x2018 || c == 0x2019;
}

/* The mark that closes what `c` opens, or 0. In English ‘ and ’ are not counted: ’ is an apostrophe. */
static uint32_t closer_of(Lang lang, uint32_t c) {
    switch (c) {
    case 0x2018:
        return lang == LANG_EN ? 0 : 0x2019;
    case 0x201C:
    case 0x3008:
    case 0x300A:
    case 0x300C:
    case 0x300E:
    case 0x3010:
    case 0x3014:
    case 0xFF08:
    case '(':
        return c + 1;
    case 0xFF3B:
    case '[':
        return c + 2;
    default:
        return 0;
    }
}

static bool is_closer(uint32_t c) {
    switch (c) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case 0x2019:
    case 0x201D:
    case 0x3009:
    case 0x300B:
    case 0x300D:
    case 0x300F:
    case 0x3011:
    case 0x3015:
    case 0xFF09:
    case 0xFF3D:
        return true;
    default:
        return false;
    }
}

/* What stands for most of a text: no mark of any kind. */
static bool is_in_word(uint32_t c) {
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_round_bracket(uint32_t c) {
    return c == ')' || c == 0xFF09 || c == ']' || c == 0xFF3D;
}

static uint32_t char_before(Text text, size_t at) {
    size_t next;
    return at > 0 ? utf8_at(text, utf8_previous(text, at), &next) : ' ';
}

static uint32_t char_after(Text text, size_t at) {
    size_t next;
    return at < text.length ? utf8_at(text, at, &next) : ' ';
}

static void keep_quotation(Quotations *quotations, Span span) {
    if (span.end - span.begin > LONGEST_QUOTATION) {
        return;
    }
    Spans *closed = &quotations->closed;
    while (closed->count && closed->items[closed->count - 1].begin > span.begin) {
        closed->count--;
    }
    *VECTOR_PUSH(quotations->arena, closed) = span;
}

static bool close_quotation(Quotations *quotations, uint32_t c, Span mark) {
    Openings *open = &quotations->open;
    for (size_t depth = 1; depth <= open->count && depth <= DEEPEST_NESTING; depth++) {
        Opening opening = open->items[open->count - depth];
        if (opening.closer == c) {
            open->count -= depth;
            keep_quotation(quotations, (Span){opening.at, mark.end});
            return true;
        }
    }
    return false;
}

/* A straight quotation mark after white space opens; any other one closes what is open. */
static void straight_mark(Quotations *quotations, Span mark) {
    Text text = quotations->text;
    bool opens = is_space(char_before(text, mark.begin)) && !is_space(char_after(text, mark.end));
    if (opens || !close_quotation(quotations, '"', mark)) {
        *VECTOR_PUSH(quotations->arena, &quotations->open) = (Opening){'"', mark.begin};
    }
}

/* The outermost quotations and brackets that are closed again. One pass, so that no text takes long. */
static Spans find_quotations(Lang lang, Text text, Arena *arena) {
    Quotations quotations = {.lang = lang, .text = text, .arena = arena};
    for (size_t at = 0, next; at < text.length; at = next) {
        uint32_t c = utf8_at(text, at, &next);
        if (is_in_word(c)) {
            continue;
        }
        uint32_t closer = closer_of(lang, c);
        if (c == '"') {
            straight_mark(&quotations, (Span){at, next});
        } else if (closer) {
            *VECTOR_PUSH(arena, &quotations.open) = (Opening){closer, at};
        } else if (is_closer(c) && !(lang == LANG_EN && is_single_quote(c))) {
            close_quotation(&quotations, c, (Span){at, next});
        }
    }
    return quotations.closed;
}

/* -- Ends of sentences -- */

static bool is_end_mark(Lang lang, uint32_t c) {
    return c == '!' || c == '?' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || (lang == LANG_EN && c == '.');
}

static bool is_lower(uint32_t c) {
    return c >= 'a' && c <= 'z';
}

static bool is_upper(uint32_t c) {
    return c >= 'A' && c <= 'Z';
}

static bool is_digit(uint32_t c) {
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

static bool is_one_of(Text word, const char *const words[]) {
    for (size_t i = 0; words[i]; i++) {
        if (text_equal_nocase(word, text_from(words[i]))) {
            return true;
        }
    }
    return false;
}

/* The letters, digits and inner full stops that stand right before byte `at`: "Mr", "U.S", "71". */
static Text word_before(Text text, size_t begin, size_t at) {
    size_t start = at;
    size_t first = at - begin > LONGEST_ABBREVIATION ? at - LONGEST_ABBREVIATION : begin;
    while (start > first &&
           (is_lower((unsigned char)text.at[start - 1]) || is_upper((unsigned char)text.at[start - 1]) ||
            is_digit((unsigned char)text.at[start - 1]) || text.at[start - 1] == '.')) {
        start--;
    }
    return text_slice(text, start, at);
}

static size_t skip_spaces(Text text, size_t at) {
    size_t next;
    while (at < text.length && is_space(utf8_at(text, at, &next))) {
        at = next;
    }
    return at;
}

/* Is the full stop at `at` that of an abbreviation, an initial or a number of a list? `after` starts the next word. */
static bool is_abbreviation(Text text, size_t begin, size_t at, size_t after) {
    static const char *const always[] = {"Mr",   "Mrs", "Ms",  "Dr",  "Prof", "St",  "Gen", "Col",    "Lt", "Maj",
                                         "Capt", "Sgt", "Rev", "Hon", "vs",   "e.g", "i.e", "Messrs", NULL};
    static const char *const before_digit[] = {"No",  "Nos", "Vol", "p",   "pp",  "Art",  "Fig", "Jan", "Feb", "Mar",
                                               "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", NULL};
    static const char *const of_hours[] = {"a.m", "p.m", "etc", "B.C", "A.D", NULL};
    Text word = word_before(text, begin, at);
    if (is_one_of(word, always)) {
        return true;
    }
    if (is_one_of(word, before_digit)) {
        return is_digit(char_after(text, after));
    }
    if (is_one_of(word, of_hours)) {
        return false;
    }
    bool is_initial = word.length && is_upper((unsigned char)word.at[word.length - 1]) &&
                      (word.length == 1 || word.at[word.length - 2] == '.');
    bool starts_sentence = word.length && word.at == text.at + skip_spaces(text, begin);
    bool is_list_number = starts_sentence && word.length <= 3 && !is_upper((unsigned char)word.at[0]) &&
                          (word.length == 1 || is_digit((unsigned char)word.at[0]));
    return (is_initial && after < text.length) || is_list_number;
}

/* Does an English sentence go on at byte `at`, after a mark and its closing quotation marks? */
static bool english_continues(Text text, size_t at) {
    size_t next = skip_spaces(text, at);
    return next < text.length && (next == at || is_lower(char_after(text, next)));
}

/* 。” ends a sentence; “万岁！”的口号 does not, nor does “……。”， */
static bool chinese_continues(Text text, size_t at, uint32_t mark) {
    uint32_t c = char_after(text, skip_spaces(text, at));
    bool at_end = skip_spaces(text, at) == text.length;
    static const char joining[] = "，、；：。！？,;:—的等之和与及";
    char bytes[4];
    Text follower = {bytes, utf8_encode(c, bytes)};
    return !at_end && (text_contains(text_from(joining), follower) || is_closer(c) ||
                       (mark != 0x3002 && (is_han(c) || c == 0x201C)));
}

/* Does a quotation or bracket that ends before byte `end` end the sentence that began at `begin`? */
static bool quotation_ends_sentence(Lang lang, Text text, size_t begin, Span quotation) {
    size_t at = quotation.end;
    bool in_bracket = false;
    while (at > quotation.begin && is_closer(char_before(text, at))) {
        in_bracket = in_bracket || is_round_bracket(char_before(text, at));
        at = utf8_previous(text, at);
    }
    uint32_t mark = char_before(text, at);
    if (!is_end_mark(lang, mark) || (in_bracket && skip_spaces(text, begin) != quotation.begin)) {
        return false;
    }
    return !(lang == LANG_EN ? english_continues(text, quotation.end) : chinese_continues(text, quotation.end, mark));
}

static size_t after_marks(Lang lang, Text text, size_t at) {
    size_t next;
    while (at < text.length) {
        uint32_t c = utf8_at(text, at, &next);
        if (!is_end_mark(lang, c) && !is_closer(c)) {
            break;
        }
        at = next;
    }
    return at;
}

bool sentence_announces(Lang lang, Text text) {
    enum { LOOK_BACK = 120 };
    static const char *const endings[LANG_COUNT][6] = {{"follows:", "follows.", "reads:", NULL},
                                                       {"如下：", "如下:", "如下。", NULL}};
    static const char *const documents[LANG_COUNT][8] = {
        {"telegram", "text", "letter", "message", "cable", "statement", NULL},
        {"文如下", "内容如下", "电如下", "信如下", "函如下", "电报如下", NULL}};
    Text last = text_after(text, text.length > LOOK_BACK ? text.length - LOOK_BACK : 0);
    bool ends = false;
    for (size_t i = 0; endings[lang][i]; i++) {
        ends = ends || text_ends(last, text_from(endings[lang][i]));
    }
    for (size_t i = 0; ends && documents[lang][i]; i++) {
        if (text_contains(last, text_from(documents[lang][i]))) {
            return true;
        }
    }
    return false;
}

/* Does what stands at `at` end the sentence that began at `begin`? *end is the byte after it, in either case. */
static bool mark_ends_sentence(Lang lang, Text text, size_t begin, size_t at, size_t *end) {
    uint32_t c = utf8_at(text, at, end);
    if (is_in_word(c)) {
        return false;
    }
    if (c == ':' || c == 0xFF1A) { /* what is announced is a document of its own */
        return sentence_announces(lang, text_slice(text, begin, *end)) && skip_spaces(text, *end) < text.length;
    }
    if (!is_end_mark(lang, c)) {
        return false;
    }
    *end = after_marks(lang, text, *end);
    if (lang == LANG_ZH) {
        return true;
    }
    return !english_continues(text, *end) && !(c == '.' && is_abbreviation(text, begin, at, skip_spaces(text, *end)));
}

static bool has_word(Text text) {
    for (size_t at = 0, next; at < text.length; at = next) {
        uint32_t c = utf8_at(text, at, &next);
        if (is_lower(c) || is_upper(c) || is_digit(c) || is_han(c) || (c >= 0xC0 && c < 0x2000)) {
            return true;
        }
    }
    return false;
}

/* Adds what is between two bytes, trimmed. Mere marks belong to the sentence before. */
static void add_span(Text text, size_t begin, size_t end, Arena *arena, Spans *out) {
    Text part = text_trim(text_slice(text, begin, end));
    size_t start = (size_t)(part.at - text.at);
    if (part.length == 0) {
        return;
    }
    if (has_word(part)) {
        *VECTOR_PUSH(arena, out) = (Span){start, start + part.length};
    } else if (out->count) {
        out->items[out->count - 1].end = start + part.length;
    }
}

void sentence_split(Lang lang, Text text, Arena *arena, Spans *out) {
    Spans quotations = find_quotations(lang, text, arena);
    size_t quotation = 0;
    size_t begin = 0;
    for (size_t at = 0, end; at < text.length; at = end) {
        while (quotation < quotations.count && quotations.items[quotation].begin < at) {
            quotation++;
        }
        bool ends;
        if (quotation < quotations.count && quotations.items[quotation].begin == at) {
            end = quotations.items[quotation].end;
            ends = quotation_ends_sentence(lang, text, begin, quotations.items[quotation]);
        } else {
            ends = mark_ends_sentence(lang, text, begin, at, &end);
        }
        if (ends) {
            add_span(text, begin, end, arena, out);
            begin = end;
        }
    }
    add_span(text, begin, text.length, arena, out);
}

/* -- Clauses -- */

/* The length of the mark at `at` that divides clauses, or 0. */
static size_t clause_mark(Text text, size_t at, bool is_headline) {
    size_t next;
    uint32_t c = utf8_at(text, at, &next);
    if (is_in_word(c)) {
        return 0;
    }
    Text rest = text_after(text, at);
    if (text_starts(rest, TEXT(" -- "))) {
        return TEXT(" -- ").length;
    }
    bool parts = c == ' ' && is_han(char_before(text, at)) && is_han(char_after(text, next));
    if (is_headline && (c == 0x3000 || parts || text_starts(rest, TEXT("  ")))) {
        return skip_spaces(text, at) - at;
    }
    bool divides = c == ',' || c == ';' || c == ':' || c == 0xFF0C || c == 0xFF1B || c == 0xFF1A;
    bool in_number = is_digit(char_before(text, at)) && is_digit(char_after(text, next));
    return divides && !in_number ? next - at : 0;
}

void sentence_clauses(Lang lang, Text sentence, bool is_headline, Arena *arena, Spans *out) {
    Spans quotations = find_quotations(lang, sentence, arena);
    size_t quotation = 0;
    size_t begin = 0;
    size_t at = 0;
    while (at < sentence.length) {
        if (quotation < quotations.count && quotations.items[quotation].begin <= at) {
            at = quotations.items[quotation++].end;
            continue;
        }
        size_t mark = clause_mark(sentence, at, is_headline);
        if (mark) {
            add_span(sentence, begin, at, arena, out);
            begin = at + mark;
        }
        at = mark ? begin : utf8_next(sentence, at);
    }
    add_span(sentence, begin, sentence.length, arena, out);
}
