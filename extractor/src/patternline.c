/* Owns what one line of a rule becomes: expressions, what they need, and where they can begin. Knows nothing of rule
 * files. */
#include "patternline.h"

#include "expression.h"
#include "gate.h"
#include "pattern.h"
#include "starts.h"

/* What the patterns of a line share. */
typedef struct Line {
    LineMaker *maker;
    Rule *rule;
    Lang lang;
    const RuleLine *line;
    const SlotUses *uses;
    DefinesOf of;
    Place place;
    bool checks;       /* PCRE2 is to look at the expression at once */
    Text whole;        /* the expression */
    Text rest;         /* the same without the leading slot and the spaces behind it */
    size_t rest_begin; /* which begins at this byte of the line */
    Spans filled;      /* the slots that every match fills */
    PatternPieces pieces;
    PatternPieces rest_pieces;
} Line;

/* Does an item look back to what stands before, or at the whole: a backreference, \G, \K, (*…), (?(…)…)? */
static bool looks_back(Text item) {
    char kind = item.length > 1 ? item.at[1] : '\0';
    char what = item.length > 2 ? item.at[2] : '\0';
    return item.at[0] == '\\' ? is_ascii_digit(kind) || kind == 'G' || kind == 'K' || kind == 'g' || kind == 'k'
                              : item.at[0] == '(' && (kind == '*' || (kind == '?' && (what == 'P' || what == '(')));
}

/* Is what stands behind a leading slot one expression that knows nothing of the slot? */
static bool stands_alone(Text behind) {
    int depth = 0;
    bool alone = true;
    for (size_t at = 0; at < behind.length && alone;) {
        char c = behind.at[at];
        alone = !looks_back(text_after(behind, at)) && !(c == '|' && depth == 0);
        depth += (c == '(') - (c == ')');
        if (c == '\\') {
            expression_skip_escape(behind, &at);
        } else if (c == '[') {
            expression_skip_class(behind, &at);
        } else {
            size_t close = c == '{' ? text_find(text_after(behind, at), TEXT("}")) : SIZE_MAX;
            at += close == SIZE_MAX ? 1 : close + 1;
        }
    }
    return alone;
}

/* Is a match of the whole one of the leading slot and then one of the rest? */
static bool can_be_cut(const Line *line) {
    const Slot *first = line->uses->count ? &line->uses->items[0].as : NULL;
    if (!first || !first->leading || first->kind == SLOT_DEFINE || first->kind == SLOT_INSIDE) {
        return false;
    }
    Text behind = text_after(line->line->value, line->uses->items[0].span.end);
    char next = behind.length ? behind.at[0] : '\0';
    bool repeated =
        next == '?' || next == '*' || next == '+' || (next == '{' && behind.length > 1 && is_ascii_digit(behind.at[1]));
    return !repeated && stands_alone(behind);
}

/* Notes which of the pattern's slots every match fills. */
static void add_required(const Line *line, Pattern *pattern) {
    for (size_t i = 0; i < line->uses->count; i++) {
        const Slot *slot = &line->uses->items[i].as;
        for (size_t k = 0; k < line->filled.count; k++) {
            bool left_out = slot->leading ? !pattern->complete : slot->optional;
            if (line->filled.items[k].begin == line->uses->items[i].span.begin && !left_out) {
                *VECTOR_PUSH(line->maker->scratch, &pattern->required) = *slot;
            }
        }
    }
    VECTOR_SETTLE(line->maker->arena, &pattern->required);
}

static void add_places(const Line *line, Pattern *pattern) {
    size_t count = line->uses->count;
    pattern->places.items = ARENA_ARRAY(line->maker->arena, SlotPlace, count);
    pattern->places.count = pattern->places.capacity = count;
    for (size_t i = 0; i < count; i++) {
        pattern->places.items[i] = (SlotPlace){line->uses->items[i].slot, line->uses->items[i].as};
    }
}

/* Where the code of `written`, a part of the line, may match. */
static Opening *make_opening(Line *line, Span written) {
    Text text = text_span(line->line->value, written);
    First first = first_of(text, line->lang, defines_first, &line->of, line->maker->scratch);
    Opening *opening = ARENA_NEW(line->maker->arena, Opening);
    opening->any = first.any || first.empty;
    opening->chars = first.chars;
    opening->adjunct = first.adjunct;
    opening->behind = first.behind;
    opening->at_start = first.at_start;
    opening->before = first.before;
    for (size_t i = 0; i < first.slots.count && !opening->any; i++) {
        size_t place = 0;
        while (place < line->uses->count &&
               line->uses->items[place].span.begin != written.begin + first.slots.items[i]) {
            place++;
        }
        bool known = place < line->uses->count && line->uses->items[place].as.kind != SLOT_DEFINE &&
                     line->uses->items[place].as.kind != SLOT_INSIDE;
        opening->any = !known;
        *VECTOR_PUSH(line->maker->arena, &opening->places) = place;
    }
    return opening;
}

/* What stands behind the leading slot is the end of the whole. */
static void cut_rest(Line *line) {
    const SlotUses *uses = line->uses;
    Text value = line->line->value;
    size_t from = uses->count ? uses->items[0].span.end : 0;
    size_t spaces = 0;
    while (from + spaces < value.length && value.at[from + spaces] == ' ') {
        spaces++;
    }
    size_t head = line->pieces.count > 1 ? line->pieces.items[1].at + spaces : line->whole.length;
    line->rest = text_after(line->whole, head);
    line->rest_begin = from + spaces;
    for (size_t i = 1; i < line->pieces.count; i++) {
        PatternPiece piece = line->pieces.items[i];
        piece.at = i == 1 ? 0 : piece.at - head;
        piece.written.begin += i == 1 && piece.use == NO_SLOT ? spaces : 0;
        if (piece.written.end > piece.written.begin) {
            *VECTOR_PUSH(line->maker->scratch, &line->rest_pieces) = piece;
        }
    }
    VECTOR_SETTLE(line->maker->arena, &line->rest_pieces);
}

static void expand(Line *line) {
    Text value = line->line->value;
    line->whole = slots_expand(value, line->uses, line->lang == LANG_EN, line->maker->scratch, &line->pieces);
    VECTOR_SETTLE(line->maker->arena, &line->pieces);
    gate_slots(value, line->maker->scratch, &line->filled);
    if (line->uses->count && line->uses->items[0].as.leading) {
        cut_rest(line);
    }
}

/* A pattern of the line, but for what tells its two patterns apart; false: it has a mistake, which is told. */
static bool make_pattern(Line *line, bool behind, Pattern *out) {
    LineMaker *maker = line->maker;
    size_t length = line->line->value.length;
    Text stand_in;
    Text text = behind ? line->rest : line->whole;
    *out = (Pattern){.lang = line->lang, .written = line->line, .line = line->place.line, .column = line->place.column};
    Texts parts = defines_source(&line->of, text, line->place, line->checks ? &stand_in : NULL);
    if (parts.count && (!line->checks || pattern_check(stand_in, line->lang, line->place, maker->diag))) {
        out->code = pattern_make(parts, line->uses->count, line->lang, true);
    }
    if (!out->code) {
        return false;
    }
    out->behind = behind;
    out->spaces = behind ? line->rest_begin - line->uses->items[0].span.end : 0;
    add_places(line, out);
    out->opening = make_opening(line, (Span){behind ? line->rest_begin : 0, length});
    return true;
}

static void add_pattern(Line *line, Pattern pattern, bool complete) {
    LineMaker *maker = line->maker;
    Text words = complete ? line->line->value : text_after(line->line->value, line->rest_begin);
    pattern.needs = gate_needs(words, defines_needs, &line->of, maker->scratch, maker->arena);
    bool cut = pattern.behind && complete;
    Text head = text_slice(line->whole, 0, cut ? line->whole.length - line->rest.length : 0);
    pattern.head = text_copy(maker->arena, head);
    pattern.complete = complete;
    pattern.pieces = complete ? line->pieces : line->rest_pieces;
    add_required(line, &pattern);
    *VECTOR_PUSH(maker->building, &line->rule->patterns) = pattern;
}

void patternline_add(LineMaker *maker, Rule *rule, Lang lang, const RuleLine *written, const SlotUses *uses) {
    Line line = {.maker = maker, .rule = rule, .lang = lang, .line = written, .uses = uses};
    line.of = (DefinesOf){maker->defines, lang, maker->scratch};
    line.place = (Place){rule->file->path, written->line, written->column};
    line.checks = maker->checks || !expression_is_balanced(written->value);
    arena_reset(maker->scratch);
    expand(&line);
    Pattern pattern;
    bool cut = can_be_cut(&line);
    if (!make_pattern(&line, cut, &pattern)) {
        return;
    }
    add_pattern(&line, pattern, true);
    const Slot *first = uses->count ? &uses->items[0].as : NULL;
    bool carried = first && first->leading && first->kind == SLOT_CLASS && !first->here;
    pattern.code->shared = carried && cut;
    if (carried && (cut || make_pattern(&line, true, &pattern))) {
        add_pattern(&line, pattern, false);
    }
}

Text patternline_whole(const Pattern *pattern, Arena *arena, size_t *defines) {
    const Texts *cut = &pattern->code->parts;
    Texts parts = {0};
    for (size_t i = 0; i + 1 < cut->count; i++) {
        *VECTOR_PUSH(arena, &parts) = cut->items[i];
    }
    if (pattern->behind && !pattern->complete && pattern->lang == LANG_EN) {
        *VECTOR_PUSH(arena, &parts) = TEXT("(?<![A-Za-z](?=[A-Za-z]))"); /* as starts.c has it */
    }
    *defines = texts_join(arena, &parts).length;
    *VECTOR_PUSH(arena, &parts) = pattern->head;
    *VECTOR_PUSH(arena, &parts) = cut->items[cut->count - 1];
    return texts_join(arena, &parts);
}
