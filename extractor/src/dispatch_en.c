/* Owns the words of English datelines: "Xinhua News Agency, Harbin, 1st. …". It does not know which month a day is in.
 */
#include "dispatch.h"

/* Bytes that the head of a dateline has at most. */
enum { LONGEST_HEAD = 140 };

/* The paper's own sources, then those that they pass on. Longer names first. */
static const char *const own_agencies[] = {
    "Xinhua News Agency", "New China News Agency", "Xinhua",         "China News Service",
    "our newspaper",      "this newspaper",        "People's Daily", NULL};
static const char *const foreign_agencies[] = {"TASS",
                                               "Reuters",
                                               "United Press International",
                                               "United Press",
                                               "Associated Press",
                                               "Agence France-Presse",
                                               "International News Service",
                                               "Central News Agency",
                                               "AFP",
                                               "UPI",
                                               "AP",
                                               "Kyodo",
                                               "Tanjug",
                                               NULL};

typedef struct HeadReader {
    Text text;
    size_t at;
    Dateline *line;
    bool has_kind; /* "dispatch", "telegram": a word that only a source has */
    bool after_comma;
    size_t after_day; /* byte after the day, 0: no day yet */
} HeadReader;

/* Letters of English and of Latin names: é and ǎ begin with such bytes, — and “ do not. */
static bool is_letter(char c) {
    unsigned char byte = (unsigned char)c;
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (byte >= 0xC3 && byte <= 0xC9) || byte == 0xE1;
}

static bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

static bool starts_nocase(Text text, Text start) {
    return text.length >= start.length && text_equal_nocase(text_slice(text, 0, start.length), start);
}

/* The length of the word in `words` that stands at `at`, in any case, or 0. */
static size_t listed_at(Text text, size_t at, const char *const words[]) {
    Text rest = text_after(text, at);
    for (size_t i = 0; words[i]; i++) {
        Text word = text_from(words[i]);
        if (starts_nocase(rest, word) && (rest.length == word.length || !is_letter(rest.at[word.length]))) {
            return word.length;
        }
    }
    return 0;
}

static size_t word_end(Text text, size_t at) {
    while (at < text.length) {
        bool joins = (text.at[at] == '\'' || text.at[at] == '-') && at + 1 < text.length && is_letter(text.at[at + 1]);
        if (!is_letter(text.at[at]) && !joins) {
            break;
        }
        at = utf8_next(text, at);
    }
    return at;
}

/* -- Days -- */

static size_t read_number(Text text, size_t at, int *value) {
    size_t end = at;
    *value = 0;
    while (end < text.length && is_ascii_digit(text.at[end]) && end - at < 4) {
        *value = *value * 10 + (text.at[end++] - '0');
    }
    return end;
}

static size_t read_month(Text text, size_t at, int *month) {
    static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    enum { SHORTEST = 3 };
    Text word = text_slice(text, at, word_end(text, at));
    for (int i = 0; i < 12 && word.length >= SHORTEST; i++) {
        Text month_name = text_from(months[i]);
        if (is_upper(word.at[0]) && word.length <= month_name.length &&
            text_equal(word, text_slice(month_name, 0, word.length))) {
            *month = i + 1;
            bool dot =
                at + word.length < text.length && text.at[at + word.length] == '.' && word.length < month_name.length;
            return at + word.length + dot;
        }
    }
    return at;
}

/* Reads "29", and its "th"; *ordinal tells whether it was there. */
static size_t read_day_number(Text text, size_t at, int *day, bool *ordinal) {
    static const char *const endings[] = {"st", "nd", "rd", "th", NULL};
    size_t end = read_number(text, at, day);
    if (end == at || end - at > 2 || *day < 1 || *day > 31) {
        return at;
    }
    size_t ending = listed_at(text, end, endings);
    *ordinal = ending > 0;
    return end + ending;
}

static size_t skip(Text text, size_t at, const char *marks) {
    return dispatch_skip(text, at, marks);
}

bool dispatch_day_english(Text text, size_t at, size_t *end, Day *out) {
    static const char *const of[] = {"of", NULL};
    Day day = {0};
    bool ordinal = false;
    if (at > 0 && (is_letter(text.at[at - 1]) || is_ascii_digit(text.at[at - 1]))) {
        return false;
    }
    size_t after = read_month(text, at, &day.month);
    if (after > at) {
        size_t number = skip(text, after, "");
        after = read_day_number(text, number, &day.day, &ordinal);
        if (after == number) {
            return false;
        }
    } else {
        after = read_day_number(text, at, &day.day, &ordinal);
        if (after == at) {
            return false;
        }
        size_t next = skip(text, after, "");
        next = skip(text, next + listed_at(text, next, of), "");
        size_t month = read_month(text, next, &day.month);
        after = month > next ? month : after;
    }
    size_t next = skip(text, after, ",");
    size_t year = read_number(text, next, &day.year);
    bool has_year = year == next + 4 && day.month;
    day.year = has_year ? day.year : 0;
    *end = has_year ? year : after;
    *out = day;
    return ordinal || day.month;
}

/* -- The head -- */

/* The length of what ends a head at `at`: ":", "—", " - ", "." behind a day. 0: nothing does. */
static size_t terminator(const HeadReader *head) {
    static const char *const marks[] = {":", "—", "–", "：", NULL};
    Text rest = text_after(head->text, head->at);
    for (size_t i = 0; marks[i]; i++) {
        if (text_starts(rest, text_from(marks[i]))) {
            return text_from(marks[i]).length;
        }
    }
    bool spaced = head->at > 0 && head->text.at[head->at - 1] == ' ';
    if (spaced && (text_starts(rest, TEXT("- ")) || text_starts(rest, TEXT("-- ")))) {
        return text_starts(rest, TEXT("- ")) ? 1 : 2;
    }
    bool full_stop = text_starts(rest, TEXT(".")) && (rest.length == 1 || rest.at[1] == ' ');
    return full_stop && (head->after_day || head->has_kind) ? 1 : 0;
}

static bool skip_remark(HeadReader *head) {
    static const char *const brackets[][2] = {{"(", ")"}, {NULL, NULL}};
    Text inner;
    size_t length;
    if (!dispatch_bracketed(text_after(head->text, head->at), brackets, &inner, &length)) {
        return false;
    }
    head->at += length;
    return true;
}

static bool read_day(HeadReader *head) {
    Day day;
    size_t end;
    if (head->after_day || !dispatch_day_english(head->text, head->at, &end, &day)) {
        return false;
    }
    head->line->day = day;
    head->at = end;
    head->after_day = end;
    return true;
}

static bool read_source_word(HeadReader *head) {
    static const char *const kinds[] = {"dispatches", "dispatch", "telegram", "cable",     "report", "news",
                                        "message",    "wire",     "reports",  "telegraph", NULL};
    static const char *const fillers[] = {
        "by",  "on",   "the",     "of",          "at",        "from",          "urgent",   "special",
        "our", "this", "paper's", "newspaper's", "newspaper", "correspondent", "reporter", NULL};
    size_t kind = listed_at(head->text, head->at, kinds);
    size_t filler = kind ? 0 : listed_at(head->text, head->at, fillers);
    head->has_kind = head->has_kind || kind;
    head->at += kind + filler;
    return kind + filler > 0;
}

/* A capitalised word is part of the place: the first run of them that no comma divides. */
static bool read_place_word(HeadReader *head) {
    Text *place = &head->line->place;
    size_t end = word_end(head->text, head->at);
    if (end == head->at || !is_upper(head->text.at[head->at]) || (head->after_day && place->length)) {
        return false;
    }
    if (place->length == 0) {
        *place = text_slice(head->text, head->at, end);
    } else if (!head->after_comma) {
        *place = (Text){place->at, (size_t)(head->text.at + end - place->at)};
    }
    head->at = end;
    return true;
}

static bool read_agency(HeadReader *head, const char *const names[], Text *agency) {
    static const char *const articles[] = {"the", "a", NULL};
    size_t at = skip(head->text, head->at + listed_at(head->text, head->at, articles), "");
    size_t length = listed_at(head->text, at, names);
    if (length) {
        *agency = text_slice(head->text, at, at + length);
        head->at = at + length;
    }
    return length > 0;
}

/* Reads place, day and words of a source up to what ends the head. */
static bool read_parts(HeadReader *head) {
    while (head->at < head->text.length && head->at < LONGEST_HEAD) {
        size_t next = skip(head->text, head->at, ",");
        head->after_comma = text_contains(text_slice(head->text, head->at, next), TEXT(","));
        head->at = next;
        if (next == head->text.length || terminator(head)) {
            return true;
        }
        bool has_agency = head->line->agency.length > 0;
        if (!read_day(head) && !skip_remark(head) &&
            (has_agency || !read_agency(head, own_agencies, &head->line->agency)) && !read_source_word(head) &&
            !read_place_word(head)) {
            return false;
        }
    }
    return head->at == head->text.length;
}

static bool has_few_words(Text text) {
    enum { MOST_SPACES = 3 };
    size_t spaces = 0;
    for (size_t i = 0; i < text.length; i++) {
        spaces += text.at[i] == ' ';
    }
    return spaces <= MOST_SPACES;
}

/* "According to Xinhua News Agency on the 29th, …" */
static bool read_according(HeadReader *head) {
    static const char *const words[] = {"According to", NULL};
    size_t length = listed_at(head->text, 0, words);
    head->at = skip(head->text, length, "");
    if (!length || !read_agency(head, own_agencies, &head->line->agency)) {
        return false;
    }
    for (size_t at = head->at;; at = head->at) {
        head->at = skip(head->text, head->at, "");
        if (!read_day(head) && !read_source_word(head)) {
            head->at = at;
            break;
        }
    }
    return head->after_day && text_starts(text_after(head->text, head->at), TEXT(","));
}

/* Reads a head without brackets; *head->at is the byte after it. */
static bool read_open_head(HeadReader *head) {
    if (read_according(head)) {
        return true;
    }
    static const char *const according[] = {"According to", NULL};
    *head->line = (Dateline){0};
    *head = (HeadReader){.text = head->text, .line = head->line};
    head->at = skip(head->text, listed_at(head->text, 0, according), "");
    bool starts_with_agency = read_agency(head, own_agencies, &head->line->agency);
    bool ended = read_parts(head);
    bool named = starts_with_agency && text_starts(head->line->agency, TEXT("Xinhua"));
    if (!head->line->agency.length || !has_few_words(head->line->place)) {
        return false;
    }
    if (!ended && head->after_day) { /* "Xinhua News Agency, 29th, the ministry …" */
        head->at = head->after_day;
        return true;
    }
    bool alone = head->at == head->text.length;
    return ended && (head->after_day || head->has_kind || (named && (!alone || !head->line->place.length)));
}

/* -- What may follow the head -- */

/* Reads "TASS, New York:" or "Belgrade dispatch:"; answers its length with the colon, or 0. */
static size_t read_relay(Text rest, Dateline *out) {
    static const char *const according[] = {"According to", NULL};
    Dateline relay = {0};
    HeadReader head = {.text = rest, .line = &relay};
    size_t prefix = listed_at(rest, 0, according);
    head.at = skip(rest, prefix, "");
    bool has_agency = read_agency(&head, foreign_agencies, &relay.agency);
    if (prefix) {
        out->relayed = has_agency && text_starts(text_after(rest, head.at), TEXT(",")) ? relay.agency : out->relayed;
        return out->relayed.length && has_agency ? head.at + 1 : 0;
    }
    if (!read_parts(&head) || head.at >= rest.length || rest.at[head.at] != ':' || (!has_agency && !head.has_kind)) {
        return 0;
    }
    out->relayed = has_agency ? relay.agency : out->relayed;
    out->place = out->place.length ? out->place : relay.place;
    out->day = out->day.day ? out->day : relay.day;
    return head.at + 1;
}

static size_t read_tail(Text paragraph, size_t at, Dateline *out) {
    size_t before;
    do {
        before = at;
        at = skip(paragraph, at, ":,.-—–");
        at += read_relay(text_after(paragraph, at), out);
    } while (at > before);
    return at;
}

bool dispatch_read_english(Text paragraph, Dateline *out) {
    static const char *const brackets[][2] = {{"[", "]"}, {"【", "】"}, {NULL, NULL}};
    static const char *const again[] = {"Another dispatch", "Another report", "Another message", NULL};
    Text inner;
    size_t length;
    if (text_starts(paragraph, TEXT("△")) || text_starts(paragraph, TEXT("▲"))) {
        out->continues = true;
        out->text = text_slice(paragraph, 0, 0);
        length = TEXT("△").length;
    } else if ((length = listed_at(paragraph, 0, again))) {
        out->continues = true;
        out->text = text_slice(paragraph, 0, length);
        if (!text_starts(text_after(paragraph, length), TEXT(":"))) {
            return false;
        }
    } else if (dispatch_bracketed(paragraph, brackets, &inner, &length)) {
        HeadReader head = {.text = inner, .line = out};
        read_agency(&head, own_agencies, &out->agency);
        bool ended = read_parts(&head);
        out->text = inner;
        if (!ended || (!out->agency.length && !head.has_kind)) {
            return false;
        }
    } else {
        HeadReader head = {.text = paragraph, .line = out};
        if (!read_open_head(&head)) {
            return false;
        }
        length = head.at;
        out->text = text_trim(text_slice(paragraph, 0, length));
    }
    out->length = read_tail(paragraph, length, out);
    return true;
}

bool dispatch_source_english(Text inner, Dateline *out) {
    static const char *const according[] = {"According to", NULL};
    HeadReader head = {.text = inner, .line = out};
    head.at = skip(inner, listed_at(inner, 0, according), "");
    bool has_agency =
        read_agency(&head, own_agencies, &out->agency) || read_agency(&head, foreign_agencies, &out->agency);
    return has_agency && read_parts(&head) && head.at == inner.length;
}
