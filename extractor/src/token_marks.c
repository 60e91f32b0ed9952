/* What stands in quotation marks and brackets, and what joins the members of an enumeration: told once for each token.
 */
#include "token_parts.h"

static bool is_as_well_as(const Tokens *tokens, size_t index) {
    return token_is(tokens, index, "as") && token_is(tokens, index + 1, "well") && token_is(tokens, index + 2, "as");
}

/* Asked of every token of every enumeration that a rule may mean: answered once. */
static void set_joints(Tokens *tokens) {
    static const char *const joints[] = {"、", "和", "与", "及", "暨", "以及", "and", "&", NULL};
    for (size_t i = 0; i < tokens->items.count; i++) {
        Token *token = &tokens->items.items[i];
        token->comma = token_is(tokens, i, "，") || token_is(tokens, i, ",");
        for (size_t k = 0; joints[k] && !token->joins; k++) {
            token->joins = token_is(tokens, i, joints[k]);
        }
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
    Text open = TEXT("“‘《〈（(【[「");
    Text close = TEXT("”’》〉）)】]」");
    unsigned depth = 0;
    bool straight = false;
    for (size_t i = 0; i < tokens->items.count; i++) {
        Token *token = &tokens->items.items[i];
        Text mark = token_text(tokens, i);
        bool quote = token->kind == TOKEN_MARK && text_equal(mark, TEXT("\""));
        bool closes = token->kind == TOKEN_MARK && (quote ? straight : text_contains(close, mark));
        bool opens = token->kind == TOKEN_MARK && (quote ? !straight : text_contains(open, mark));
        straight ^= quote;
        depth -= closes && depth > 0;
        token->depth = depth;
        depth += opens;
    }
    for (size_t i = 0; depth > 0 && i < tokens->items.count; i++) {
        tokens->items.items[i].depth = 0;
    }
}

static void set_strays(Tokens *tokens) {
    Text pairs = TEXT("“”‘’《》〈〉（）()【】[]「」\"");
    for (size_t i = 0; i < tokens->items.count; i++) {
        Token *token = &tokens->items.items[i];
        bool opens = i + 1 < tokens->items.count && token[1].depth > token->depth;
        bool closes = i > 0 && token[-1].depth > token->depth;
        token->stray = token->kind == TOKEN_MARK && !opens && !closes && text_contains(pairs, token_text(tokens, i));
    }
}

static void set_boundaries(Tokens *tokens) {
    Text marks = TEXT("，。；：！？,;:.!?—△");
    for (size_t i = 0; i < tokens->items.count; i++) {
        Token *token = &tokens->items.items[i];
        Text mark = token_text(tokens, i);
        token->boundary = token->kind == TOKEN_MARK && (text_contains(marks, mark) || text_trim(mark).length == 0);
    }
}

void token_marks(Tokens *tokens) {
    set_depths(tokens);
    set_joints(tokens);
    set_strays(tokens);
    set_boundaries(tokens);
}
