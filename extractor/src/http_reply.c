/* What an answer says, in words, and how text is put into a request. It knows no connection. */
#include "http.h"

#include <string.h>

enum { MOST_WORDS = 400 };

Text http_escape(Arena *arena, Text text) {
    static const char DIGITS[] = "0123456789ABCDEF";
    VECTOR(char) out = {0};
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (is_ascii_letter(text.at[i]) || is_ascii_digit(text.at[i]) || (c && strchr("-._~", c))) {
            *VECTOR_PUSH(arena, &out) = text.at[i];
        } else {
            *VECTOR_PUSH(arena, &out) = '%';
            *VECTOR_PUSH(arena, &out) = DIGITS[c >> 4];
            *VECTOR_PUSH(arena, &out) = DIGITS[c & 15];
        }
    }
    return (Text){out.items, out.count};
}

bool http_is_success(const HttpReply *reply) {
    return reply->status >= 200 && reply->status < 300;
}

static const char *meaning_of(long status) {
    static const struct {
        long status;
        const char *meaning;
    } MEANINGS[] = {
        {400, "it does not understand the request"},
        {401, "it wants another login (--user, --password-file)"},
        {403, "it does not allow this"},
        {404, "there is nothing at this address"},
        {405, "nothing can be done this way at this address"},
        {413, "the request is too large"},
        {415, "it does not take what was sent"},
        {500, "it failed"},
        {501, "it cannot do this"},
    };
    for (size_t i = 0; i < sizeof MEANINGS / sizeof *MEANINGS; i++) {
        if (MEANINGS[i].status == status) {
            return MEANINGS[i].meaning;
        }
    }
    return "it did not do what was asked";
}

/* The words of an answer on one line: without tags and control characters, and not too many. */
static Text words_of(Arena *arena, const HttpReply *reply) {
    bool is_html = text_contains(reply->content_type, TEXT("html"));
    Text body = reply->body;
    size_t wrong = utf8_check(body);
    body = wrong == SIZE_MAX ? body : text_slice(body, 0, wrong);
    VECTOR(char) words = {0};
    bool in_tag = false;
    bool space = false;
    for (size_t i = 0; i < body.length && words.count < MOST_WORDS; i++) {
        unsigned char c = (unsigned char)body.at[i];
        if (is_html && (c == '<' || in_tag)) {
            in_tag = c != '>';
            space = true;
        } else if (c <= ' ' || c == 0x7F) {
            space = true;
        } else {
            if (space && words.count) {
                *VECTOR_PUSH(arena, &words) = ' ';
            }
            *VECTOR_PUSH(arena, &words) = (char)c;
            space = false;
        }
    }
    Text text = {words.items, words.count};
    wrong = utf8_check(text); /* the last character may have been cut */
    return wrong == SIZE_MAX ? text : text_slice(text, 0, wrong);
}

Status http_tell(const HttpReply *reply, Arena *arena, Diag *diag) {
    Text words = words_of(arena, reply);
    diag_error(diag, (Place){.file = reply->from},
               words.length ? "the server answers %ld, %s: %.*s" : "the server answers %ld, %s%.*s", reply->status,
               meaning_of(reply->status), TEXT_ARGS(words));
    return DATELINE_IO;
}
