/* Days of one month that stand in a row: 十七、十八两日, 二十二、三日, 五、六、七三日, 九至十一日. Knows no months;
 * whose days they are is for date_zh.c and date_zh_parts.c to say. Reads its numbers itself, as elsewhere 十七、十八 is
 * one number that is not exact. */
#include "date_zh.h"

enum { LAST_DAY = 31 };

/* 十 of 二十, 廿, 卅: how much the word at `at` adds; `*end` is behind it. */
static int read_tens(Text text, size_t at, size_t *end) {
    static const DateOffset tens[] = {{"十", 10}, {"廿", 20}, {"卄", 20}, {"廾", 20}, {"卅", 30}, {NULL, 0}};
    int value;
    *end = date_zh_offset(text, at, tens, &value);
    return *end ? value : 0;
}

/* One number of a row: 七, 十七, 二十三, 廿三, 17. A digit that is no part of it ends it: 七 of 七三日. */
static size_t read_number(Text text, size_t at, int *out) {
    int digit = 0;
    int unit = 0;
    int ignored;
    size_t end = numeral_zh_digit(text, at, &digit);
    size_t after = 0;
    int tens = read_tens(text, end ? end : at, &after);
    if (tens) {
        *out = end ? digit * tens : tens;
        end = numeral_zh_digit(text, after, &unit);
        *out += end ? unit : 0;
        return end ? end : after;
    }
    *out = digit;
    if (end && numeral_digit(text, at, &ignored) && (after = numeral_zh_digit(text, end, &unit)) != 0) {
        *out = digit * 10 + unit;
        return after;
    }
    return end;
}

/* 三 of 二十二、三日 is the twenty-third. */
static int within_tens(int before, int number) {
    return number < 10 && number <= before ? before / 10 * 10 + number : number;
}

/* What closes a row: 日, 两日, 日两天, 连日. */
static size_t read_closing(Text text, size_t at, DayRow *row, int count) {
    static const char *const days[] = {"日", "天", NULL};
    static const char *const together[] = {"连日", "連日", NULL};
    static const char *const no_days[] = {"子", "元", "游", "内", "后", "後", "来", NULL};
    size_t end = numeral_any(text, at, together);
    end = end ? end : date_zh_day_sign(text, at);
    int told = 2;
    size_t begin = end ? end : at;
    size_t number = date_zh_is_two(text, begin) ? utf8_next(text, begin) : numeral_zh_digit(text, begin, &told);
    size_t counted = number && told == count ? numeral_any(text, number, days) : 0;
    row->counted = counted != 0;
    end = counted ? counted : end;
    return end && !numeral_any(text, end, no_days) ? end : 0;
}

/* Where the next number begins: behind a mark, 至, or nothing. */
static size_t skip_mark(Text text, size_t at, bool *range) {
    static const char *const marks[] = {"、", "和", "及", "与", NULL};
    size_t mark = numeral_any(text, at, marks);
    size_t link = mark ? 0 : date_zh_link(text, at);
    *range = link != 0;
    return mark ? mark : link ? link : at;
}

/* Does a number go on at `at` that has begun before? */
static bool is_inside(Text text, size_t at) {
    int digit;
    size_t end;
    size_t before = at > 0 ? utf8_previous(text, at) : 0;
    return at > 0 && (numeral_zh_digit(text, before, &digit) || read_tens(text, before, &end));
}

bool date_zh_in_row(Text text, size_t at) {
    static const char *const marks[] = {"、", "至", "到", NULL};
    size_t mark = at > 0 ? utf8_previous(text, at) : 0;
    return is_inside(text, at) || (mark > 0 && numeral_any(text, mark, marks) == at && is_inside(text, mark));
}

size_t date_zh_days(Text text, size_t at, DayRow *out) {
    *out = (DayRow){.first = 0};
    size_t end = is_inside(text, at) ? 0 : read_number(text, at, &out->first);
    out->last = out->first;
    int count = end ? 1 : 0;
    while (end) {
        bool range;
        int number;
        size_t begin = skip_mark(text, end, &range);
        size_t next = read_number(text, begin, &number);
        bool own = begin > end || number >= 10 || out->last >= 10; /* not 二三日; nor the 两 of 十七、十八两日 */
        if (next == 0 || !own || (begin == end && number == count)) {
            break;
        }
        number = within_tens(out->last, number);
        out->gap = out->gap || (range ? number <= out->last : number != out->last + 1);
        out->last = number;
        count++;
        end = next;
    }
    end = count > 1 ? read_closing(text, end, out, count) : 0;
    return end && out->first > 0 && out->last <= LAST_DAY ? end : 0;
}
