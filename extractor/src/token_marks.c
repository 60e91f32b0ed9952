/* What stands in quotation marks and brackets, and what joins the members of an enumeration: told once for each token.
 */
#include "token_parts.h"

typedef enum MarkKind {
    MARK_NONE,
    MARK_OPENS,
    MARK_CLOSES,
    MARK_STRAIGHT, /* a quotation mark that opens and closes by turns */
    MARK_BOUNDARY,
} MarkKind;

static MarkKind kind_of(uint32_t c) {
    switch (c) {
    case U'“':
    case U'‘':
    case U'《':
    case U'〈':
    case U'（':
    case U'(':
    case U'【':
    case U'[':
    case U'「':
        return MARK_OPENS;
    case U'”':
    case U'’':
    case U'》':
    case U'〉':
    case U'）':
    case U')':
    case U'】':
    case U']':
    case U'」':
        return MARK_CLOSES;
    case U'"':
        return MARK_STRAIGHT;
    case U'，':
    case U'。':
    case U'；':
    case U'：':
    case U'！':
    case U'？':
    case U',':
    case U';':
    case U':':
    case U'.':
    case U'!':
    case U'?':
    case U'—':
    case U'△':
        return MARK_BOUNDARY;
    default:
        return MARK_NONE;
    }
}

static uint32_t first_character(const Tokens *tokens, size_t index) {
    size_t next;
    return utf8_at(token_text(tokens, index), 0, &next);
}

static MarkKind mark_kind(const Tokens *tokens, size_t index) {
    return tokens->items.items[index].kind == TOKEN_MARK ? kind_of(first_character(tokens, index)) : MARK_NONE;
}

static bool is_as_well_as(const Tokens *tokens, size_t index) {
    return (first_character(tokens, index) | ' ') == U'a' && token_is(tokens, index, "as") &&
           token_is(tokens, index + 1, "well") && token_is(tokens, index + 2, "as");
}

static bool is_joint(const Tokens *tokens, size_t index) {
    enum { CHARACTER = 3 /* bytes */ };
    size_t length = token_text(tokens, index).length;
    switch (first_character(tokens, index)) {
    case U'、':
    case U'和':
    case U'与':
    case U'及':
    case U'暨':
        return length == CHARACTER;
    case U'以':
        return token_is(tokens, index, "以及");
    case U'&':
        return length == 1;
    case U'a':
    case U'A':
        return token_is(tokens, index, "and");
    default:
        return false;
    }
}

/* 铁道部同总工会联合召开: with a word for what they do together behind it, 同 joins those who do it. */
static bool is_joint_together(const Tokens *tokens, size_t index) {
    enum { REACH = 8 }; /* tokens */
    static const char *const words[] = {"联合", "共同", "一起", "一道", "一同", "联名", NULL};
    if (index == 0 || !(token_is(tokens, index, "同") || token_is(tokens, index, "跟"))) {
        return false;
    }
    for (size_t i = index + 2; i < tokens->items.count && i < index + REACH; i++) {
        for (size_t k = 0; words[k]; k++) {
            if (token_is(tokens, i, words[k])) {
                return true;
            }
        }
        if (tokens->items.items[i].kind == TOKEN_MARK && !token_is(tokens, i, "、")) {
            return false;
        }
    }
    return false;
}

/* Asked of every token of every enumeration that a rule may mean: answered once. */
static void set_joints(Tokens *tokens) {
    for (size_t i = 0; i < tokens->items.count; i++) {
        Token *token = &tokens->items.items[i];
        token->comma = token_is(tokens, i, "，") || token_is(tokens, i, ",");
        token->joins = token->joins || is_joint(tokens, i) || is_joint_together(tokens, i);
        bool as_well_as = is_as_well_as(tokens, i);
        for (size_t k = 0; k < 3 && as_well_as; k++) {
            tokens->items.items[i + k].joins = true;
        }
        if (as_well_as && i > 0 && tokens->items.items[i - 1].comma) {
            tokens->items.items[i - 1].joins = true;
        }
    }
}

/* Straight quotation marks open and close by turns; what is never closed holds nothing. */
static void set_depths(Tokens *tokens) {
    unsigned depth = 0;
    bool straight = false;
    for (size_t i = 0; i < tokens->items.count; i++) {
        Token *token = &tokens->items.items[i];
        MarkKind kind = mark_kind(tokens, i);
        bool closes = kind == MARK_CLOSES || (kind == MARK_STRAIGHT && straight);
        bool opens = kind == MARK_OPENS || (kind == MARK_STRAIGHT && !straight);
        straight ^= kind == MARK_STRAIGHT;
        depth -= closes && depth > 0;
        token->depth = depth;
        depth += opens;
    }
    for (size_t i = 0; depth > 0 && i < tokens->items.count; i++) {
        tokens->items.items[i].depth = 0;
    }
}

static void set_strays(Tokens *tokens) {
    for (size_t i = 0; i < tokens->items.count; i++) {
        Token *token = &tokens->items.items[i];
        MarkKind kind = mark_kind(tokens, i);
        bool opens = i + 1 < tokens->items.count && token[1].depth > token->depth;
        bool closes = i > 0 && token[-1].depth > token->depth;
        token->stray = (kind == MARK_OPENS || kind == MARK_CLOSES || kind == MARK_STRAIGHT) && !opens && !closes;
        token->boundary = kind == MARK_BOUNDARY || (token->kind == TOKEN_MARK && is_space(first_character(tokens, i)));
    }
}

void token_marks(Tokens *tokens) {
    set_depths(tokens);
    set_joints(tokens);
    set_strays(tokens);
}

size_t tokens_opening(const Tokens *tokens, size_t close) {
    static const char *const ends[] = {"。", "？", "！", "，", NULL};
    bool quoted = token_is(tokens, close, "”");
    unsigned depth = tokens->items.items[close].depth;
    size_t i = close;
    while (i > 0 && tokens->items.items[i - 1].depth > depth) {
        i--;
        if (quoted && token_is_any(tokens, i, ends)) {
            return SIZE_MAX;
        }
    }
    return i > 0 && i < close ? i - 1 : SIZE_MAX;
}
