/* Owns the checks that a term must pass so that every writer writes it and every reader reads it back. It does not know
 * what the terms are for. */
#include "terms.h"

#include "date.h"

static bool is_hex(char c) {
    return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* XML cannot write these control characters, or raptor's XML does not. */
static bool is_forbidden_byte(unsigned char byte) {
    return (byte < ' ' && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
}

/* U+FFFE and U+FFFF: EF BF BE and EF BF BF in valid UTF-8. */
static bool is_noncharacter(const char *at) {
    return (unsigned char)at[0] == 0xEF && (unsigned char)at[1] == 0xBF && (unsigned char)at[2] >= 0xBE;
}

const char *term_fault_text(Text text) {
    if (utf8_check(text) != SIZE_MAX) {
        return "is not UTF-8";
    }
    for (size_t i = 0; i < text.length; i++) {
        if (is_forbidden_byte((unsigned char)text.at[i])) {
            return "has a control character";
        }
        if (is_noncharacter(text.at + i)) {
            return "has U+FFFE or U+FFFF, which are no characters";
        }
    }
    return NULL;
}

static size_t scheme_length(Text iri) {
    size_t at = 0;
    while (at < iri.length &&
           (is_ascii_letter(iri.at[at]) ||
            (at > 0 && (is_ascii_digit(iri.at[at]) || iri.at[at] == '+' || iri.at[at] == '-' || iri.at[at] == '.')))) {
        at++;
    }
    return at < iri.length && iri.at[at] == ':' ? at : 0;
}

static bool is_forbidden_in_iri(char c) {
    switch (c) {
    case '<':
    case '>':
    case '"':
    case '{':
    case '}':
    case '|':
    case '^':
    case '`':
    case '\\':
        return true;
    default:
        return (unsigned char)c <= ' ';
    }
}

Text term_local_name(Term term) {
    Text ns = TEXT(DL_NS);
    return term.kind == TERM_IRI && text_starts(term.text, ns) ? text_after(term.text, ns.length) : TEXT("");
}

/* How many bytes from `begin` on are letters, digits and ASCII marks that an IRI may have anywhere: a bit each. */
static size_t plain_in_iri(Text iri, size_t begin) {
    static const uint64_t plain[4] = {0xAFFFFFDA00000000u, 0x47FFFFFEAFFFFFFFu};
    size_t end = begin;
    for (; end < iri.length; end++) {
        unsigned char byte = (unsigned char)iri.at[end];
        if (!(plain[byte / 64] >> byte % 64 & 1)) {
            break;
        }
    }
    return end;
}

const char *term_fault_iri(Text iri) {
    size_t scheme = scheme_length(iri);
    if (scheme == 0) {
        return "is not an absolute IRI";
    }
    if (plain_in_iri(iri, scheme) == iri.length) {
        return NULL;
    }
    if (term_fault_text(iri)) {
        return term_fault_text(iri);
    }
    for (size_t i = 0; i < iri.length; i++) {
        char c = iri.at[i];
        if (is_forbidden_in_iri(c)) {
            return "has a character that no IRI may have";
        }
        if (c == '%' && !(i + 2 < iri.length && is_hex(iri.at[i + 1]) && is_hex(iri.at[i + 2]))) {
            return "has a % that is not followed by two hexadecimal digits";
        }
    }
    return NULL;
}

/* BCP 47 in outline: subtags of 1 to 8 letters or digits, the first of 2 to 8 letters; lower case, as stores compare
 * bytes. */
const char *term_fault_language(Text tag) {
    static const char fault[] = "is not a lower-case language tag";
    size_t length = 0;
    bool first = true;
    for (size_t i = 0; i <= tag.length; i++) {
        if (i == tag.length || tag.at[i] == '-') {
            if (length == 0 || length > 8 || (first && length < 2)) {
                return fault;
            }
            first = false;
            length = 0;
            continue;
        }
        if (!(tag.at[i] >= 'a' && tag.at[i] <= 'z') && (first || !is_ascii_digit(tag.at[i]))) {
            return fault;
        }
        length++;
    }
    return NULL;
}

static bool is_number(Text form, bool may_be_negative, bool may_have_point) {
    size_t at = may_be_negative && text_starts(form, TEXT("-")) ? 1 : 0;
    size_t digits = 0;
    size_t points = 0;
    for (; at < form.length; at++) {
        digits += is_ascii_digit(form.at[at]);
        points += form.at[at] == '.';
        if (!is_ascii_digit(form.at[at]) && form.at[at] != '.') {
            return false;
        }
    }
    return digits > 0 && points <= (may_have_point ? 1 : 0);
}

/* "1956-03-29", "1956-03" or "1956", and in the calendar. */
static bool is_day(Text form, size_t length) {
    bool ok = false;
    Day day = day_parse(form, &ok);
    bool whole = length == 4 || (day.month != 0 && (length == 7 || day.day != 0));
    return ok && form.length == length && day.year != 0 && whole && day_is_valid(day);
}

const char *term_fault_lexical(Text form, Text datatype) {
    if (!text_starts(datatype, TEXT(XSD_NS))) {
        return NULL;
    }
    Text type = text_after(datatype, sizeof XSD_NS - 1);
    bool fits = true;
    if (text_equal(type, TEXT("date"))) {
        fits = is_day(form, 10);
    } else if (text_equal(type, TEXT("gYearMonth"))) {
        fits = is_day(form, 7);
    } else if (text_equal(type, TEXT("gYear"))) {
        fits = is_day(form, 4);
    } else if (text_equal(type, TEXT("integer"))) {
        fits = is_number(form, true, false);
    } else if (text_equal(type, TEXT("nonNegativeInteger"))) {
        fits = is_number(form, false, false);
    } else if (text_equal(type, TEXT("decimal"))) {
        fits = is_number(form, true, true);
    }
    return fits ? NULL : "does not have the form of its datatype";
}

const char *term_fault(const Term *term) {
    if (term->kind == TERM_IRI) {
        return term_fault_iri(term->text);
    }
    const char *fault = term_fault_text(term->text);
    if (!fault && term->language.length) {
        fault = term_fault_language(term->language);
    }
    if (!fault && term->datatype.length) {
        fault = term_fault_iri(term->datatype);
    }
    return fault ? fault : term_fault_lexical(term->text, term->datatype);
}

Text term_free_text(Arena *arena, Text text) {
    if (!text_contains(text, TEXT("\r"))) {
        return text;
    }
    Text copy = text_copy(arena, text);
    char *to = (char *)copy.at;
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '\n' && i > 0 && text.at[i - 1] == '\r') {
            continue;
        }
        to[length++] = text.at[i] == '\r' ? '\n' : text.at[i];
    }
    return text_slice(copy, 0, length);
}
