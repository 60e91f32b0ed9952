/* Owns how far what silences a rule is looked for. Knows clauses, quotations and grounds, and nothing of rules. */
#include "silence.h"

#include "adjunct.h"

/* The clauses of a match, those before it back to a semicolon or colon, as what is wished or planned there goes on, and
 * the one behind it. */
static Span neighbourhood(const Tagged *tagged, Span match) {
    const Spans *clauses = &tagged->sentence->clauses;
    Text text = tagged->sentence->text;
    Span all = {0, text.length};
    for (size_t i = 0; i + 1 < clauses->count; i++) {
        bool comma = text_starts(text_after(text, clauses->items[i].end), TEXT("，"));
        if (clauses->items[i].end <= match.begin && !comma) {
            all.begin = clauses->items[i + 1].begin;
        }
        if (match.end <= clauses->items[i].end) {
            all.end = clauses->items[comma ? i + 1 : i].end;
            break;
        }
    }
    return all;
}

static bool overlaps(Span a, Span b) {
    return a.begin < b.end && b.begin < a.end;
}

/* The byte behind the quotation that token `index` stands in; 0: it stands in none, or the match does too. */
static size_t quotation_end(const Tagged *tagged, size_t index, Span match) {
    size_t end = index;
    while (end < tagged->tokens.items.count && token_in(tagged, end)->depth > 0) {
        end++;
    }
    Span quoted = {token_in(tagged, index)->span.begin, end > index ? token_in(tagged, end - 1)->span.end : 0};
    return quoted.end && !overlaps(quoted, match) ? quoted.end : 0;
}

/* 根据规划，: what is only laid down has not happened, nor what something else is to be done for. */
static bool lays_down(Text ground) {
    static const char *const aims[] = {"为了", "为着", "为", NULL};
    static const char *const words[] = {"规划", "计划", "方案", "草案", "规定", "条例", "指标", "估计", "预计", NULL};
    return text_contains_any(ground, words) || text_starts_any(ground, aims);
}

Text silence_text(const Tagged *tagged, Span match, Arena *arena) {
    Span all = neighbourhood(tagged, match);
    Text text = tagged->sentence->text;
    Text words = TEXT("");
    size_t begin = all.begin;
    for (size_t i = 0; i < tagged->tokens.items.count && token_in(tagged, i)->span.begin < all.end; i++) {
        size_t at = token_in(tagged, i)->span.begin;
        if (at < begin) {
            continue;
        }
        size_t end = quotation_end(tagged, i, match);
        size_t ground = adjunct_ground_end(tagged, i);
        end = end                                                                                          ? end
              : ground && !overlaps((Span){at, ground}, match) && !lays_down(text_slice(text, at, ground)) ? ground
                                                                                                           : 0;
        if (end) {
            words = text_format(arena, "%.*s%.*s，", TEXT_ARGS(words), TEXT_ARGS(text_slice(text, begin, at)));
            begin = end;
        }
    }
    return begin < all.end ? text_join(arena, words, text_slice(text, begin, all.end)) : words;
}

void silence_drop(Matcher *matcher, const Tagged *tagged, const Rule *rule, size_t first, Arena *arena, Matches *out) {
    size_t kept = first;
    for (size_t i = first; i < out->count; i++) {
        if (!match_is_blocked(matcher, rule, silence_text(tagged, out->items[i].span, arena))) {
            out->items[kept++] = out->items[i];
        }
    }
    out->count = kept;
}
