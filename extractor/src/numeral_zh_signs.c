/* The signs of Chinese numerals: digits and what multiplies them, simplified, traditional and in the forms of accounts.
 * Knows not how they are put together. */
#include "numeral.h"

static uint32_t character(Text text, size_t at, size_t *next) {
    *next = at;
    return at < text.length ? utf8_at(text, at, next) : 0;
}

/* The value of a digit's sign, or -1. */
static int digit_of(uint32_t c) {
    switch (c) {
    case U'零':
    case U'〇':
    case U'○':
    case U'Ｏ':
        return 0;
    case U'一':
    case U'壹':
        return 1;
    case U'二':
    case U'贰':
    case U'貳':
        return 2;
    case U'三':
    case U'叁':
    case U'參':
        return 3;
    case U'四':
    case U'肆':
        return 4;
    case U'五':
    case U'伍':
        return 5;
    case U'六':
    case U'陆':
    case U'陸':
        return 6;
    case U'七':
    case U'柒':
        return 7;
    case U'八':
    case U'捌':
        return 8;
    case U'九':
    case U'玖':
        return 9;
    default:
        return c >= '0' && c <= '9' ? (int)(c - '0') : c >= U'０' && c <= U'９' ? (int)(c - U'０') : -1;
    }
}

size_t numeral_zh_digit(Text text, size_t at, int *value) {
    size_t next;
    int digit = digit_of(character(text, at, &next));
    if (digit < 0) {
        return 0;
    }
    *value = digit;
    return next;
}

int64_t numeral_zh_multiplier(Text text, size_t at, size_t *next) {
    size_t end;
    int64_t value = 0;
    switch (character(text, at, &end)) {
    case U'十':
    case U'拾':
        value = 10;
        break;
    case U'百':
    case U'佰':
        value = 100;
        break;
    case U'千':
    case U'仟':
        value = 1000;
        break;
    case U'万':
    case U'萬':
        value = 10000;
        break;
    case U'亿':
    case U'億':
        value = 100000000;
        break;
    case U'兆':
        value = 1000000000000;
        break;
    default:
        return 0;
    }
    *next = end;
    return value;
}
