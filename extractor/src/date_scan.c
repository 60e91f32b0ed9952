/* Dates in texts: what both languages write alike, and how a reading becomes a mention. Knows no words of either. */
#include "date_scan.h"

/* Years that leave room for what is counted from them. */
enum { FIRST_REFERENCE = 1000, LAST_REFERENCE = 8999 };

void date_scan(Lang lang, Text text, Day reference, const Lexicon *lexicon, Arena *arena, DateMentions *out) {
    bool usable = day_is_valid(reference) && reference.year >= FIRST_REFERENCE && reference.year <= LAST_REFERENCE;
    DateNumbers numbers = {0};
    DateReader reader = {.text = text,
                         .reference = usable ? day_first(reference) : (Day){0, 0, 0},
                         .lexicon = lexicon,
                         .book = lexicon_wordbook(lexicon),
                         .numbers = &numbers,
                         .arena = arena,
                         .out = out};
    if (lang == LANG_ZH) {
        date_scan_zh(&reader);
    } else {
        date_scan_en(&reader);
    }
}

static Text format_value(Arena *arena, Day from, Day until, bool open) {
    if (open && from.year) {
        return text_format(arena, "%.*s/..", TEXT_ARGS(day_format(arena, from)));
    }
    if (open) {
        return text_format(arena, "../%.*s", TEXT_ARGS(day_format(arena, until)));
    }
    if (!until.year) {
        return day_format(arena, from);
    }
    return text_format(arena, "%.*s/%.*s", TEXT_ARGS(day_format(arena, from)), TEXT_ARGS(day_format(arena, until)));
}

static DateGuess guess_of(Day partial) {
    return partial.year ? GUESS_NOTHING : partial.month ? GUESS_YEAR : GUESS_MONTH;
}

static void set_bounds(DateMention *mention, Stretch stretch, Arena *arena) {
    bool open = stretch.open && !stretch.from.year;
    mention->value = stretch.from;
    mention->until = stretch.to;
    mention->earliest = open ? (Day){0, 0, 0} : day_first(stretch.from);
    mention->latest = day_last(stretch.to.year ? stretch.to : stretch.from);
    if (stretch.open && !stretch.to.year) {
        mention->latest = (Day){0, 0, 0};
    }
    mention->value_text = format_value(arena, stretch.from, stretch.to, stretch.open);
}

bool date_push(DateReader *reader, size_t begin, size_t end, Stretch stretch) {
    Day from = stretch.from;
    bool open = stretch.open && !from.year;
    if (!open && !calendar_complete(stretch.from, reader->reference, reader->ahead, &from)) {
        return false;
    }
    if (stretch.to.year && !day_is_valid(stretch.to)) {
        return false;
    }
    DateMention mention = {.span = {begin, end}, .guess = stretch.guess};
    if (!open && !mention.guess) {
        mention.guess = guess_of(stretch.from);
    }
    stretch.from = from;
    set_bounds(&mention, stretch, reader->arena);
    *VECTOR_PUSH(reader->arena, reader->out) = mention;
    return true;
}

static Day next_of(Day day, DateGuess guess) {
    Day month = calendar_month_add((Day){day.year, day.month, 0}, guess == GUESS_YEAR ? 12 : 1);
    return (Day){month.year, month.month, day.day};
}

bool date_next(const DateMention *mention, Arena *arena, DateMention *out) {
    Stretch next = {.guess = mention->guess};
    if (!mention->guess) {
        return false;
    }
    next.from = next_of(mention->value, mention->guess);
    next.to = mention->until.year ? next_of(mention->until, mention->guess) : mention->until;
    *out = *mention;
    if (!day_is_valid(next.from) || (next.to.year && !day_is_valid(next.to))) {
        return false;
    }
    set_bounds(out, next, arena);
    return true;
}

bool date_is_ahead(const DateMention *mention, Day today, Arena *arena) {
    enum { SOON = 60 /* days */ };
    DateMention next;
    if (!today.year) {
        return false;
    }
    today = day_last(today);
    return (mention->earliest.year && day_compare(mention->earliest, today) > 0) ||
           (mention->guess == GUESS_YEAR && mention->value.day && date_next(mention, arena, &next) &&
            day_compare(next.latest, today) > 0 && day_compare(next.earliest, day_add(today, SOON)) <= 0);
}

/* Compares month and day alone. */
static int compare_in_year(Day a, Day b) {
    return day_compare((Day){0, a.month, a.day}, (Day){0, b.month, b.day});
}

bool date_join(const DateReader *reader, Stretch low, Stretch high, Stretch *out) {
    Day from = low.from;
    Day to = high.to.year ? high.to : high.from;
    DateGuess guess = to.year ? GUESS_NOTHING : guess_of(from);
    if (reader->ahead && !from.year && to.month) { /* what has begun already may still be planned to end */
        calendar_complete(to, reader->reference, true, &to);
    }
    if (!from.month && from.day && to.month) {
        from.month = to.month;
    }
    if (!from.year && to.year) {
        from.year = compare_in_year(from, to) > 0 ? to.year - 1 : to.year;
    }
    if (!calendar_complete(from, reader->reference, reader->ahead, &from)) {
        return false;
    }
    Day start = low.to.year ? low.to : from;
    if (!to.year && !to.month && to.day) {
        Day month = to.day < start.day ? calendar_month_add((Day){start.year, start.month, 0}, 1) : start;
        to = (Day){month.year, month.month, to.day};
    } else if (!to.year) {
        to.year = compare_in_year(to, start) < 0 ? start.year + 1 : start.year;
    }
    *out = (Stretch){from, to, false, guess};
    return day_is_valid(to) && day_compare(day_first(from), day_last(to)) < 0;
}

static size_t read_figure(Text text, size_t at, int *value, size_t *width) {
    int digit;
    *value = 0;
    *width = 0;
    for (size_t next; *width < 5 && (next = numeral_digit(text, at, &digit)) != 0; at = next) {
        *value = *value * 10 + digit;
        (*width)++;
    }
    return *width > 0 && *width < 5 ? at : 0;
}

static Day order_figures(const int values[3], const size_t widths[3], size_t count) {
    if (widths[0] == 4) {
        return (Day){values[0], values[1], count == 3 ? values[2] : 0};
    }
    if (count == 2) {
        return widths[1] == 4 ? (Day){values[1], values[0], 0} : (Day){0, 0, 0};
    }
    if (widths[2] != 4) {
        return (Day){0, 0, 0};
    }
    bool day_first_written = values[0] > 12;
    return day_first_written ? (Day){values[2], values[1], values[0]} : (Day){values[2], values[0], values[1]};
}

size_t date_numeric(Text text, size_t at, Day *out) {
    int values[3];
    size_t widths[3];
    size_t count = 0;
    size_t end = 0;
    size_t next = at;
    char mark = 0;
    int digit;
    if (at > 0 && (numeral_digit(text, at - 1, &digit) || numeral_word(text, at - 1).length > 0)) {
        return 0;
    }
    while (count < 3 && (next = read_figure(text, next, &values[count], &widths[count])) != 0) {
        count++;
        end = next;
        char here = next < text.length ? text.at[next] : ' ';
        bool separator = here == '-' || here == '/' || here == '.';
        if (!separator || (mark && here != mark) || count == 3 || (widths[count - 1] == 4 && count > 1)) {
            break;
        }
        mark = here;
        next++;
    }
    if (count < 2 || numeral_digit(text, end, &digit)) {
        return 0;
    }
    *out = order_figures(values, widths, count);
    bool sensible = out->year >= 1000 && out->month > 0 && (count == 2 || out->day > 0) && day_is_valid(*out);
    return sensible && (count == 3 || widths[widths[0] == 4] <= 2) ? end : 0;
}

/* 解放后 in a paper of 1946 is another liberation than that of 1949: what has one end only, and that still to come, is
 * not meant. */
static bool is_still_to_come(const DateReader *reader, const Period *period) {
    Day end = period->from.year ? period->from : period->to;
    bool open = !period->from.year || !period->to.year;
    return open && reader->reference.year && day_compare(day_first(end), reader->reference) > 0;
}

size_t date_named_period(const DateReader *reader, Lang lang, size_t at, Stretch *out) {
    size_t length;
    const Period *period = lexicon_period(reader->lexicon, lang, reader->text, at, &length);
    if (!period || is_still_to_come(reader, period)) {
        return 0;
    }
    *out = (Stretch){.from = period->from, .to = period->to, .open = !period->from.year || !period->to.year};
    return at + length;
}
