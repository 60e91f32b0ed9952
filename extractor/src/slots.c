/* Reads slots and writes what stands for them in a regular expression. Knows PCRE2's syntax, not PCRE2. */
#include "slots.h"

typedef struct SlotReader {
    const Ontology *ontology;
    Rule *rule;
    const RuleLine *line;
    Arena *arena;
    Arena *building;
    Diag *diag;
} SlotReader;

static void tell(const SlotReader *reader, size_t at, const char *message, Text detail) {
    size_t column = reader->line->column + utf8_count(text_slice(reader->line->value, 0, at));
    diag_error(reader->diag, (Place){reader->rule->file->path, reader->line->line, column}, "%s '%.*s'", message,
               TEXT_ARGS(detail));
}

static bool is_name_byte(char c, bool first) {
    return (c >= 'a' && c <= 'z') || (!first && ((c >= '0' && c <= '9') || c == '_' || c == '-'));
}

/* The length of "name:" at the start of `text`, without the colon; 0: this is no slot but a quantifier or a code point.
 */
static size_t name_length(Text text) {
    size_t i = 0;
    while (i < text.length && is_name_byte(text.at[i], i == 0)) {
        i++;
    }
    return i < text.length && text.at[i] == ':' ? i : 0;
}

size_t rule_slot(const Rule *rule, Text name) {
    for (size_t i = 0; i < rule->slots.count; i++) {
        if (text_equal(rule->slots.items[i].name, name)) {
            return i;
        }
    }
    return NO_SLOT;
}

/* dl:Person or dl:Person|dl:Group */
static bool read_classes(const SlotReader *reader, Text names, Slot *slot) {
    slot->classes = (ClassIds){0};
    for (size_t bar = 0; bar != SIZE_MAX; names = text_after(names, bar == SIZE_MAX ? names.length : bar + 1)) {
        bar = text_find(names, TEXT("|"));
        ClassId class_id = ontology_class(reader->ontology, text_slice(names, 0, bar == SIZE_MAX ? names.length : bar));
        if (class_id == CLASS_NONE) {
            return false;
        }
        *VECTOR_PUSH(reader->arena, &slot->classes) = class_id;
    }
    return true;
}

static bool kind_of(const SlotReader *reader, Text kind, Slot *slot) {
    static const struct {
        const char *name;
        SlotKind kind;
    } kinds[] = {{"Action", SLOT_PHRASE}, {"Number", SLOT_NUMBER}, {"Date", SLOT_DATE},
                 {"Noun", SLOT_NOUN},     {"Full", SLOT_FULL},     {"Phrase", SLOT_PHRASE}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (text_equal(kind, text_from(kinds[i].name))) {
            slot->kind = kinds[i].kind;
            slot->action = i == 0;
            return true;
        }
    }
    if (!text_starts(kind, TEXT("dl:"))) {
        slot->kind = SLOT_DEFINE;
        slot->define = kind;
        return true;
    }
    return read_classes(reader, kind, slot);
}

static bool cut_mark(Text *kind, const char *mark) {
    bool marked = text_ends(*kind, text_from(mark));
    kind->length -= marked;
    return marked;
}

/* `dl:Agent+!?` or `dl:Organization in meeting`, after the colon. */
static bool read_kind(const SlotReader *reader, Text text, size_t at, Slot *slot) {
    size_t in = text_find(text, TEXT(" in "));
    Text kind = in == SIZE_MAX ? text : text_slice(text, 0, in);
    slot->optional = cut_mark(&kind, "?");
    slot->here = cut_mark(&kind, "!");
    slot->list = cut_mark(&kind, "+");
    if (!kind_of(reader, kind, slot)) {
        tell(reader, at, "the ontology has no class", kind);
        return false;
    }
    if (in != SIZE_MAX) {
        slot->kind = SLOT_INSIDE;
        slot->optional = true;
        slot->inside = rule_slot(reader->rule, text_trim(text_after(text, in + 4)));
        if (slot->inside == NO_SLOT) {
            tell(reader, at, "no slot before this one is named", text_trim(text_after(text, in + 4)));
            return false;
        }
    }
    return true;
}

static size_t enter_slot(const SlotReader *reader, size_t at, Slot slot) {
    size_t index = rule_slot(reader->rule, slot.name);
    if (index == NO_SLOT && reader->rule->slots.count == MOST_SLOTS) {
        tell(reader, at, "a rule has too many slots with", slot.name);
        return 0;
    }
    if (index == NO_SLOT) {
        *VECTOR_PUSH(reader->building, &reader->rule->slots) = slot;
        return reader->rule->slots.count - 1;
    }
    Slot *known = &reader->rule->slots.items[index];
    known->optional |= slot.optional;
    known->leading |= slot.leading;
    known->list |= slot.list;
    for (size_t i = 0; i < slot.classes.count; i++) {
        *VECTOR_PUSH(reader->arena, &known->classes) = slot.classes.items[i];
    }
    return index;
}

Status slots_read(const Ontology *ontology, Rule *rule, const RuleLine *line, Arena *arena, Arena *building, Diag *diag,
                  SlotUses *out) {
    size_t errors = diag->errors;
    SlotReader reader = {ontology, rule, line, arena, building, diag};
    Text pattern = line->value;
    for (size_t at = 0; at < pattern.length; at++) {
        size_t length = pattern.at[at] == '{' ? name_length(text_after(pattern, at + 1)) : 0;
        if (length == 0) {
            continue;
        }
        size_t close = text_find(text_after(pattern, at), TEXT("}"));
        if (close == SIZE_MAX) {
            tell(&reader, at, "a slot ends with } :", text_after(pattern, at));
            break;
        }
        Slot slot = {.name = text_slice(pattern, at + 1, at + 1 + length), .inside = NO_SLOT};
        if (!read_kind(&reader, text_slice(pattern, at + 2 + length, at + close), at, &slot)) {
            slot.kind = SLOT_PHRASE; /* that has been told: whoever names the slot is not to blame */
        }
        slot.leading = at == 0;
        SlotUse use = {.span = {at, at + close + 1}, .as = slot};
        use.slot = enter_slot(&reader, at, slot);
        *VECTOR_PUSH(building, out) = use;
        at += close;
    }
    return diag->errors == errors ? DATELINE_OK : DATELINE_RULES;
}

/* Is what is written before a slot no word that governs it, but perhaps a verb, so that a day may stand between? */
static bool may_be_parted(Text before) {
    static const char *const words[] = {" by ",   " to ",   " in ",   " at ",    " of ",    " from ",   " with ",
                                        " for ",  " as ",   " on ",   " the ",   " a ",     " an ",     " and ",
                                        " into ", " than ", " over ", " after ", " until ", " before ", NULL};
    static const char *const ends[] = {" ", ")?", NULL};
    return text_ends_any(before, ends) && !text_ends_any(before, words);
}

static bool holds_words(const Slot *slot) {
    return slot->kind != SLOT_DATE && slot->kind != SLOT_NUMBER && slot->kind != SLOT_INSIDE && !slot->leading;
}

/* What the tagger is asked about the filler of a slot's use, and the characters that it may have. */
static Text run_of(Text number, Arena *arena) {
    Text shorter = text_number(arena, SHORT_FILLER);
    Text longest = text_number(arena, LONGEST_FILLER);
    return TEXTS_JOINED(arena, TEXT("(?C'<"), number, TEXT("')(?:(?C'-"), number, TEXT("')(?s:.{1,"), shorter,
                        TEXT("})|(?C'+"), number, TEXT("')(?s:.{1,"), longest, TEXT("}))(?C'>"), number, TEXT("')"));
}

static Text expand_use(const SlotUse *use, size_t number, bool parted, Arena *arena) {
    const Slot *slot = &use->as;
    if (slot->kind == SLOT_INSIDE) {
        return TEXT("");
    }
    Text n = text_number(arena, number);
    Text opening = TEXTS_JOINED(arena, TEXT("(?<S"), n, TEXT(">(?<B"), n, TEXT(">)"));
    Text filler =
        slot->kind == SLOT_DEFINE ? TEXTS_JOINED(arena, TEXT("(?&"), slot->define, TEXT(")")) : run_of(n, arena);
    /* "signed on May 5 a treaty": only where a letter stands that an adjunct may begin with */
    const char *day = parted && holds_words(slot) ? "(?:(?=[hily]|[ao][nt] |to[dn]|th?is |re)(?&Adjunct) )?" : "";
    return TEXTS_JOINED(arena, text_from(slot->optional ? "(?:" : ""), text_from(day), opening, filler,
                        text_from(slot->optional ? "))?" : ")"));
}

static void add_piece(Arena *arena, PatternPieces *pieces, size_t at, Span written, size_t use) {
    if (written.end > written.begin) {
        *VECTOR_PUSH(arena, pieces) = (PatternPiece){at, written, use};
    }
}

static size_t add_part(Arena *arena, Texts *parts, Text part) {
    *VECTOR_PUSH(arena, parts) = part;
    return part.length;
}

Text slots_expand(Text pattern, const SlotUses *uses, bool parted, Arena *arena, PatternPieces *pieces) {
    Texts parts = {.items = ARENA_ARRAY(arena, Text, 2 * uses->count + 1), .capacity = 2 * uses->count + 1};
    size_t length = 0;
    size_t from = 0;
    for (size_t i = 0; i < uses->count; i++) {
        SlotUse use = uses->items[i];
        add_piece(arena, pieces, length, (Span){from, use.span.begin}, NO_SLOT);
        length += add_part(arena, &parts, text_slice(pattern, from, use.span.begin));
        from = use.span.end;
        if (use.as.leading) {
            use.as.optional = false; /* what is missing is another pattern: tried when this one fits nowhere */
        }
        add_piece(arena, pieces, length, use.span, i);
        length += add_part(arena, &parts,
                           expand_use(&use, i, parted && may_be_parted(text_slice(pattern, 0, use.span.begin)), arena));
    }
    add_piece(arena, pieces, length, (Span){from, pattern.length}, NO_SLOT);
    add_part(arena, &parts, text_after(pattern, from));
    return texts_join(arena, &parts);
}
