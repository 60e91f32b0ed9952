/* Chinese whole numbers, simplified, traditional and in the forms of accounts. Knows no decimals and no fractions
 * (numeral_zh.c), and not which words only look like a numeral (number_zh.c). */
#include "numeral.h"

enum { TOKENS = 48, SPACES = 3 };

typedef enum TokenKind { TOKEN_VALUE, TOKEN_MULTIPLIER, TOKEN_ZERO, TOKEN_VAGUE } TokenKind;

typedef struct Token {
    TokenKind kind;
    Ratio low; /* of a value */
    Ratio high;
    bool short_form; /* one Chinese digit: 五 in 一百五 stands for fifty */
    int64_t multiplier;
} Token;

typedef struct Tokens {
    Token items[TOKENS];
    size_t count;
    bool vague;
} Tokens;

typedef struct Sign {
    const char *characters;
    int value;
} Sign;

/* Index into a string of alternatives, each one Chinese character of three bytes. */
static bool is_one_of(Text text, size_t at, const char *characters) {
    if (at + 3 > text.length) {
        return false;
    }
    const char *one = text.at + at;
    for (; *characters; characters += 3) {
        if (characters[2] == one[2] && characters[1] == one[1] && characters[0] == one[0]) {
            return true;
        }
    }
    return false;
}

static bool find_sign(Text text, size_t at, const Sign *signs, int *value) {
    for (; signs->characters; signs++) {
        if (is_one_of(text, at, signs->characters)) {
            *value = signs->value;
            return true;
        }
    }
    return false;
}

static bool is_multiplier(Text text, size_t at) {
    size_t next;
    return numeral_zh_multiplier(text, at, &next) != 0;
}

static bool is_numeral(Text text, size_t at) {
    int digit;
    return numeral_zh_digit(text, at, &digit) != 0 || is_multiplier(text, at);
}

static bool is_text_end(Text text, size_t at) {
    size_t next;
    return at >= text.length || !is_han(utf8_at(text, at, &next));
}

/* 伍 陆 肆 参 are also common words: a digit only if the numeral goes on, or nothing follows. */
static bool is_weak_digit(Text text, size_t at) {
    return is_one_of(text, at, "伍陆陸肆參");
}

static size_t read_digit(Text text, size_t at, int *value) {
    size_t next = numeral_zh_digit(text, at, value);
    if (next == 0 || numeral_digit(text, at, value) != 0) {
        return 0;
    }
    if (!is_weak_digit(text, at)) {
        return next;
    }
    bool goes_on = is_numeral(text, next) || is_text_end(text, next) || is_one_of(text, next, "元圆点點");
    return goes_on ? next : 0;
}

/* A figure 0 may stand among the digits: 一九七0. */
static size_t read_digit_or_zero(Text text, size_t at, bool inside, int *value) {
    size_t next = read_digit(text, at, value);
    if (next == 0 && inside) {
        next = numeral_digit(text, at, value);
        next = *value == 0 ? next : 0;
    }
    return next;
}

/* 五九、二七八、○○○: groups of three digits after the first, as the papers of the fifties print sums. */
static size_t read_groups(Text text, size_t at, int64_t *value, size_t *count) {
    size_t end = at;
    size_t groups = 0;
    *value = 0;
    *count = 0;
    for (;;) {
        size_t next = end;
        size_t width = 0;
        int64_t group = 0;
        int digit;
        for (size_t after; width < 4 && (after = read_digit(text, next, &digit)) != 0; next = after) {
            group = group * 10 + digit;
            width++;
        }
        if (width == 0 || width > 3 || (groups > 0 && width != 3) || groups > 4) {
            return 0;
        }
        *value = *value * 1000 + group;
        *count += width;
        groups++;
        if (!is_one_of(text, next, "、，")) {
            return groups > 1 && !is_multiplier(text, next) ? next : 0;
        }
        end = next + 3;
    }
}

/* 五六 and 三五 before a multiplier, or after one, are two guesses and no code. */
static bool is_guess(const int digits[2], size_t count) {
    return count == 2 && digits[0] > 0 && (digits[1] == digits[0] + 1 || (digits[0] == 3 && digits[1] == 5));
}

/* Reads 五, 一九五六, 五六(千), 七、八(十) as one value; `after` tells whether a multiplier stands before. */
static size_t read_value(Text text, size_t at, bool after, Token *token, Numeral *out) {
    int digits[2] = {0, 0};
    int64_t value = 0;
    size_t count = 0;
    size_t end = after ? 0 : read_groups(text, at, &value, &count);
    if (end == 0) {
        value = 0;
        count = 0;
        int digit;
        end = at;
        for (size_t next; (next = read_digit_or_zero(text, end, count > 0, &digit)) != 0; end = next) {
            if (count < 2) {
                digits[count] = digit;
            }
            if (__builtin_mul_overflow(value, 10, &value) || __builtin_add_overflow(value, digit, &value)) {
                return 0;
            }
            count++;
            size_t second;
            if (count == 1 && is_one_of(text, next, "、") && (second = read_digit(text, next + 3, &digits[1])) != 0 &&
                is_guess(digits, 2) && is_multiplier(text, second)) {
                end = second;
                count = 2;
                value = digits[0] * 10 + digits[1];
                break;
            }
        }
    }
    if (count == 0) {
        return 0;
    }
    bool guess = is_guess(digits, count);
    bool joined = guess && (after || is_multiplier(text, end));
    *token =
        (Token){.kind = TOKEN_VALUE, .low = ratio_of(joined ? digits[0] : value), .short_form = count == 1 || joined};
    token->high = ratio_of(joined ? digits[1] : value);
    out->digits = count;
    out->pair = guess && !joined;
    return end;
}

/* 几 数 before a multiplier stand for one or more, 几 after 十 for something; 多 余 来 only inside: 二百三十余万. */
static size_t read_vague(Text text, size_t at, const Tokens *tokens, Token *token) {
    bool after = tokens->count > 0 && tokens->items[tokens->count - 1].kind == TOKEN_MULTIPLIER;
    size_t next = at + 3;
    size_t spaced = numeral_spaces(text, next);
    if (is_one_of(text, at, "几幾数數")) {
        bool ten = after && tokens->items[tokens->count - 1].multiplier == 10;
        bool some = is_one_of(text, at, "几幾") ? ten : false;
        if (!some && !is_multiplier(text, spaced)) {
            return 0;
        }
        *token =
            some ? (Token){.kind = TOKEN_VAGUE} : (Token){.kind = TOKEN_VALUE, .low = ratio_of(1), .high = ratio_of(1)};
        return next;
    }
    bool inside = tokens->count > 0 && is_one_of(text, at, "多余餘来來") && is_multiplier(text, spaced);
    *token = (Token){.kind = TOKEN_VAGUE};
    return inside ? next : 0;
}

/* 12千米, 5兆瓦, 五百千瓦: after figures and after a multiplier, 千 and 兆 begin the names of units. */
static bool is_unit(Text text, size_t at, const Tokens *tokens, const Numeral *numeral) {
    bool doubled = tokens->count > 0 && tokens->items[tokens->count - 1].kind == TOKEN_MULTIPLIER &&
                   tokens->items[tokens->count - 1].multiplier <= 1000;
    if (doubled && is_one_of(text, at, "千")) {
        return true;
    }
    return tokens->count == 1 && numeral->arabic && is_one_of(text, at, "千兆") &&
           is_one_of(text, at + 3, "米克卡瓦赫伏");
}

static size_t read_multiplier(Text text, size_t at, Token *token) {
    size_t next;
    int64_t multiplier = numeral_zh_multiplier(text, at, &next);
    *token = (Token){.kind = TOKEN_MULTIPLIER, .multiplier = multiplier};
    return multiplier ? next : 0;
}

/* 廿 (also 廾 卄) 卅 卌, and 两 as a digit. */
static size_t read_special(Text text, size_t at, const Tokens *tokens, Token *token) {
    static const Sign tens[] = {{"廿", 20}, {"廾", 20}, {"卄", 20}, {"卅", 30}, {"卌", 40}, {NULL, 0}};
    int value;
    if (find_sign(text, at, tens, &value)) {
        *token = (Token){.kind = TOKEN_VALUE, .low = ratio_of(value), .high = ratio_of(value)};
        return at + 3;
    }
    size_t next = at + 3;
    if (is_one_of(text, at, "两兩") && is_one_of(text, next, "三叁")) {
        *token = (Token){.kind = TOKEN_VALUE, .low = ratio_of(2), .high = ratio_of(3), .short_form = true};
        return next + 3;
    }
    if (is_one_of(text, at, "两兩") &&
        (tokens->count == 0 ? !is_one_of(text, next, "两兩") : is_multiplier(text, numeral_spaces(text, next)))) {
        *token = (Token){.kind = TOKEN_VALUE, .low = ratio_of(2), .high = ratio_of(2)};
        return next;
    }
    return 0;
}

/* A value may follow a multiplier, 零, or 廿; never another value. */
static size_t read_token(Text text, size_t at, const Tokens *tokens, Token *token, Numeral *out) {
    const Token *last = tokens->count ? &tokens->items[tokens->count - 1] : NULL;
    bool open = last == NULL || last->kind == TOKEN_MULTIPLIER || last->kind == TOKEN_ZERO;
    bool tens = last && last->kind == TOKEN_VALUE && last->low.numerator >= 20 && last->low.numerator % 10 == 0 &&
                last->low.numerator <= 40 && !last->short_form && out->digits == 0;
    size_t end = is_unit(text, at, tokens, out) ? 0 : read_multiplier(text, at, token);
    if (end) {
        return end;
    }
    if (last && is_one_of(text, at, "零〇○")) {
        *token = (Token){.kind = TOKEN_ZERO};
        return open ? at + 3 : 0;
    }
    if ((end = read_vague(text, at, tokens, token)) != 0) {
        return end;
    }
    Numeral arabic;
    if (open && (end = numeral_arabic(text, at, &arabic)) != 0) {
        *token = (Token){.kind = TOKEN_VALUE, .low = arabic.value, .high = arabic.value};
        out->digits = arabic.digits;
        out->arabic = tokens->count == 0;
        return end;
    }
    if (open && (end = read_special(text, at, tokens, token)) != 0) {
        return end;
    }
    return open || tens ? read_value(text, at, last != NULL, token, out) : 0;
}

/* Spaces may stand beside a multiplier, and 个 before 亿: 两千 四 百 五, 两个亿. */
static size_t skip_spaces(Text text, size_t at, const Tokens *tokens) {
    bool value = tokens->count > 0 && tokens->items[tokens->count - 1].kind == TOKEN_VALUE;
    if (value && is_one_of(text, at, "个個") && is_one_of(text, at + 3, "亿億")) {
        return at + 3;
    }
    size_t next = numeral_spaces(text, at);
    bool after = tokens->count > 0 && tokens->items[tokens->count - 1].kind == TOKEN_MULTIPLIER;
    bool before = is_multiplier(text, next) || is_one_of(text, next, "余餘多几幾");
    return next - at <= SPACES && (after || before) ? next : at;
}

static size_t read_tokens(Text text, size_t at, Tokens *tokens, Numeral *out) {
    size_t end = 0;
    tokens->count = 0;
    tokens->vague = false;
    for (size_t next; tokens->count < TOKENS; end = next) {
        Token token;
        size_t begin = end ? skip_spaces(text, end, tokens) : at;
        next = read_token(text, begin, tokens, &token, out);
        if (next == 0) {
            break;
        }
        bool some = token.kind == TOKEN_VAGUE || (token.kind == TOKEN_VALUE && is_one_of(text, begin, "几幾数數"));
        tokens->vague = tokens->vague || some;
        tokens->items[tokens->count++] = token;
    }
    return end;
}

typedef struct Sum {
    Ratio total;   /* what is closed by 万 or 亿 */
    Ratio section; /* below that */
    Ratio pending; /* a value that waits for its multiplier */
    bool waits;
    bool short_form;
    int64_t last;  /* the last multiplier, 0 after 零 */
    int64_t large; /* the last of 万 亿 兆 */
} Sum;

static void take_multiplier(Sum *sum, int64_t multiplier) {
    Ratio by = ratio_of(multiplier);
    Ratio pending = sum->waits ? sum->pending : ratio_of(0);
    if (sum->waits && sum->short_form && multiplier >= 10000 && sum->last >= 100 && sum->last < 10000) {
        pending = ratio_multiply(pending, ratio_of(sum->last / 10)); /* 百二万: the 二 is twenty */
    }
    if (multiplier < 10000) {
        sum->section = ratio_add(sum->section, ratio_multiply(sum->waits ? pending : ratio_of(1), by));
    } else {
        Ratio section = ratio_add(sum->section, pending);
        bool nothing = ratio_is(section, 0);
        if (nothing && ratio_is(sum->total, 0)) {
            section = ratio_of(1);
            nothing = false;
        }
        bool again = multiplier == sum->large && ratio_compare(section, ratio_of(100)) >= 0; /* 三万六千四百 + 万 */
        bool whole = nothing || again || (sum->large != 0 && multiplier > sum->large);
        sum->total = whole ? ratio_multiply(ratio_add(sum->total, section), by)
                           : ratio_add(sum->total, ratio_multiply(section, by));
        sum->section = ratio_of(0);
        sum->large = multiplier;
    }
    sum->waits = false;
    sum->last = multiplier;
}

static Ratio evaluate(const Tokens *tokens, bool high) {
    Sum sum = {.total = {0, 1}, .section = {0, 1}, .pending = {0, 1}};
    for (size_t i = 0; i < tokens->count; i++) {
        const Token *token = &tokens->items[i];
        Ratio value = high ? token->high : token->low;
        switch (token->kind) {
        case TOKEN_VALUE:
            sum.pending = sum.waits ? ratio_add(sum.pending, value) : value;
            sum.waits = true;
            sum.short_form = token->short_form;
            break;
        case TOKEN_MULTIPLIER:
            take_multiplier(&sum, token->multiplier);
            break;
        case TOKEN_ZERO:
            sum.last = 0;
            break;
        case TOKEN_VAGUE:
            break;
        }
    }
    Ratio rest = sum.waits ? sum.pending : ratio_of(0);
    if (sum.waits && sum.short_form && sum.last >= 100) {
        rest = ratio_multiply(rest, ratio_of(sum.last / 10));
    }
    return ratio_add(ratio_add(sum.total, sum.section), rest);
}

static bool is_range(const Tokens *tokens) {
    bool range = false;
    for (size_t i = 0; i < tokens->count && !range; i++) {
        const Token *token = &tokens->items[i];
        range = token->kind == TOKEN_VALUE && ratio_compare(token->low, token->high) != 0;
    }
    return range;
}

bool numeral_zh_may_start(Text text, size_t at) {
    return is_numeral(text, at) || (at < text.length && text.at[at] == '.') ||
           is_one_of(text, at, "两几数廿廾卄卅卌兩幾數．");
}

size_t numeral_zh_whole(Text text, size_t at, Numeral *out) {
    Tokens tokens;
    if (!numeral_zh_may_start(text, at)) {
        return 0;
    }
    *out = (Numeral){.scale = 1};
    size_t end = read_tokens(text, at, &tokens, out);
    if (end == 0) {
        return 0;
    }
    const Token *last = &tokens.items[tokens.count - 1];
    out->value = evaluate(&tokens, false);
    out->high = is_range(&tokens) ? evaluate(&tokens, true) : out->value;
    out->vague = tokens.vague;
    out->scale = last->kind == TOKEN_MULTIPLIER ? last->multiplier : 1;
    out->digits = tokens.count == 1 && last->kind == TOKEN_VALUE ? out->digits : 0;
    if (!ratio_exists(out->value) || !ratio_exists(out->high)) {
        return 0;
    }
    if (ratio_compare(out->value, out->high) == 0) {
        out->high = (Ratio){0, 0};
    }
    return end;
}
