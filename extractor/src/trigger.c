/* Looks for the words that patterns need, all at once, so that a pattern that cannot match costs nothing. Knows no
 * regular expression: what is needed it is told by the patterns. */
#include "trigger.h"

#include "gate.h"
#include "table.h"

/* ---- entering ---- */

/* Which need of a pattern brings it up: the one whose words are the rarest. */
static size_t rarest(const Needs *needs) {
    size_t best = 0;
    for (size_t i = 1; i < needs->count; i++) {
        best = gate_chance(&needs->items[i].words) < gate_chance(&needs->items[best].words) ? i : best;
    }
    return best;
}

/* A trigger while it is made. */
typedef struct Draft {
    VECTOR(TriggerNeed) needs;
    VECTOR(TriggerPattern) patterns;
    uint32_t caller; /* the set that is its rarest need; NO_CALLER: it has none */
    uint32_t number; /* index into TriggerWords.triggers */
} Draft;

typedef VECTOR(Draft *) Drafts;

static const uint32_t NO_CALLER = UINT32_MAX;

typedef VECTOR(uint32_t) Numbers;

typedef struct Maker {
    TriggerWords *words;
    Table numbers; /* of words */
    Table sets;    /* by the numbers of their words */
    Table needs;   /* drafts, by what they need */
    VECTOR(Draft) drafts;
    Arena *building;
} Maker;

static uint32_t number_of(Maker *maker, Text text) {
    TriggerWords *words = maker->words;
    size_t number = table_put(&maker->numbers, maker->building, text, words->words.count);
    if (number == words->words.count) {
        *VECTOR_PUSH(maker->building, &words->words) = (TriggerWord){.length = (uint32_t)text.length};
        wordlist_add(&words->list, maker->building, text, (uint32_t)number);
    }
    return (uint32_t)number;
}

static TriggerNeed make_need(Maker *maker, const Need *need) {
    TriggerWords *words = maker->words;
    Numbers numbers = {0};
    for (size_t i = 0; i < need->words.count; i++) {
        *VECTOR_PUSH(maker->building, &numbers) = number_of(maker, need->words.items[i]);
    }
    Text key = {(const char *)numbers.items, numbers.count * sizeof *numbers.items};
    size_t number = table_put(&maker->sets, maker->building, key, words->sets.count);
    if (number == words->sets.count) {
        TriggerSet *set = VECTOR_PUSH(maker->building, &words->sets);
        set->words.begin = (uint32_t)words->words_of_sets.count;
        for (size_t i = 0; i < numbers.count; i++) {
            *VECTOR_PUSH(maker->building, &words->words_of_sets) = numbers.items[i];
        }
        set->words.end = (uint32_t)words->words_of_sets.count;
    }
    return (TriggerNeed){.set = (uint32_t)number, .place = need->place};
}

static void add_pattern(Maker *maker, Pattern *pattern, size_t rule) {
    Draft draft = {.caller = NO_CALLER};
    for (size_t i = 0; i < pattern->needs.count; i++) {
        *VECTOR_PUSH(maker->building, &draft.needs) = make_need(maker, &pattern->needs.items[i]);
    }
    if (draft.needs.count) {
        draft.caller = draft.needs.items[rarest(&pattern->needs)].set;
    }
    Text key = {(const char *)draft.needs.items, draft.needs.count * sizeof *draft.needs.items};
    pattern->trigger = table_put(&maker->needs, maker->building, key, maker->drafts.count);
    if (pattern->trigger == maker->drafts.count) {
        *VECTOR_PUSH(maker->building, &maker->drafts) = draft;
    }
    *VECTOR_PUSH(maker->building, &maker->drafts.items[pattern->trigger].patterns) =
        (TriggerPattern){(uint32_t)pattern->number, (uint32_t)rule};
}

/* Notes for each word to which sets it belongs. */
static void list_sets(Maker *maker) {
    TriggerWords *words = maker->words;
    Numbers *lists = ARENA_ARRAY(maker->building, Numbers, words->words.count);
    for (size_t i = 0; i < words->sets.count; i++) {
        TriggerRange range = words->sets.items[i].words;
        for (size_t k = range.begin; k < range.end; k++) {
            *VECTOR_PUSH(maker->building, &lists[words->words_of_sets.items[k]]) = (uint32_t)i;
        }
    }
    for (size_t i = 0; i < words->words.count; i++) {
        TriggerRange *sets = &words->words.items[i].sets;
        sets->begin = (uint32_t)words->sets_of_words.count;
        for (size_t k = 0; k < lists[i].count; k++) {
            *VECTOR_PUSH(maker->building, &words->sets_of_words) = lists[i].items[k];
        }
        sets->end = (uint32_t)words->sets_of_words.count;
    }
}

static void finish_trigger(Maker *maker, Draft *draft) {
    TriggerWords *words = maker->words;
    Trigger trigger = {.needs.begin = (uint32_t)words->needs.count, .patterns.begin = (uint32_t)words->patterns.count};
    draft->number = (uint32_t)words->triggers.count;
    for (size_t i = 0; i < draft->needs.count; i++) {
        *VECTOR_PUSH(maker->building, &words->needs) = draft->needs.items[i];
    }
    for (size_t i = 0; i < draft->patterns.count; i++) {
        *VECTOR_PUSH(maker->building, &words->patterns) = draft->patterns.items[i];
    }
    trigger.needs.end = (uint32_t)words->needs.count;
    trigger.patterns.end = (uint32_t)words->patterns.count;
    *VECTOR_PUSH(maker->building, &words->triggers) = trigger;
}

/* Puts the drafts into the order of the sets that bring them up. */
static void finish_triggers(Maker *maker) {
    TriggerWords *words = maker->words;
    Drafts *called = ARENA_ARRAY(maker->building, Drafts, words->sets.count + 1);
    for (size_t i = 0; i < maker->drafts.count; i++) {
        Draft *draft = &maker->drafts.items[i];
        size_t caller = draft->caller == NO_CALLER ? words->sets.count : draft->caller;
        *VECTOR_PUSH(maker->building, &called[caller]) = draft;
    }
    for (size_t i = 0; i <= words->sets.count; i++) {
        TriggerRange *range = i < words->sets.count ? &words->sets.items[i].triggers : &words->always;
        range->begin = (uint32_t)words->triggers.count;
        for (size_t k = 0; k < called[i].count; k++) {
            finish_trigger(maker, called[i].items[k]);
        }
        range->end = (uint32_t)words->triggers.count;
    }
}

static void settle(TriggerWords *words, Arena *arena) {
    VECTOR_SETTLE(arena, &words->words);
    VECTOR_SETTLE(arena, &words->sets_of_words);
    VECTOR_SETTLE(arena, &words->sets);
    VECTOR_SETTLE(arena, &words->words_of_sets);
    VECTOR_SETTLE(arena, &words->triggers);
    VECTOR_SETTLE(arena, &words->needs);
    VECTOR_SETTLE(arena, &words->patterns);
    wordlist_sort(&words->list, arena);
}

/* The patterns of a language, each with the index of its rule. */
static void visit_patterns(Ruleset *rules, Lang lang, Maker *maker, void (*visit)(Maker *, Pattern *, size_t)) {
    for (size_t i = 0; i < rules->rules.count; i++) {
        for (size_t k = 0; k < rules->rules.items[i].patterns.count; k++) {
            Pattern *pattern = &rules->rules.items[i].patterns.items[k];
            if (pattern->lang == lang) {
                visit(maker, pattern, i);
            }
        }
    }
}

/* From the number of its draft to that of its trigger. */
static void number_pattern(Maker *maker, Pattern *pattern, size_t rule) {
    (void)rule;
    if (pattern->trigger < maker->drafts.count) {
        pattern->trigger = maker->drafts.items[pattern->trigger].number;
    }
}

static void make_language(Ruleset *rules, Lang lang, Arena *building, Arena *arena) {
    enum { USUAL = 8 * 1024 }; /* words, and sets of them */
    Maker maker = {.words = &rules->triggers.words[lang], .building = building};
    table_expect(&maker.numbers, building, USUAL);
    table_expect(&maker.sets, building, USUAL);
    table_expect(&maker.needs, building, USUAL);
    visit_patterns(rules, lang, &maker, add_pattern);
    list_sets(&maker);
    finish_triggers(&maker);
    visit_patterns(rules, lang, &maker, number_pattern);
    settle(maker.words, arena);
}

void triggers_make(Ruleset *rules, Arena *arena) {
    Arena building = {.exhausted = arena->exhausted};
    size_t count = 0;
    for (size_t i = 0; i < rules->rules.count; i++) {
        for (size_t k = 0; k < rules->rules.items[i].patterns.count; k++) {
            rules->rules.items[i].patterns.items[k].number = count++;
        }
    }
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        make_language(rules, (Lang)lang, &building, arena);
    }
    rules->triggers.patterns = count;
    arena_release(&building);
}

/* ---- looking ---- */

static void begin_scan(TriggerScan *scan, const TriggerWords *words) {
    for (size_t i = 0; i < scan->places.count; i++) {
        scan->first[scan->places.items[i].word] = 0;
    }
    scan->places.count = 0;
    scan->met.count = 0;
    scan->met_words.count = 0;
    if (scan->words < words->words.count) {
        scan->words = words->words.count;
        scan->first = ARENA_ARRAY(scan->arena, uint32_t, scan->words);
        scan->last = ARENA_ARRAY(scan->arena, uint32_t, scan->words);
    }
    scan->age++;
    while (scan->sets.count < words->sets.count) {
        *VECTOR_PUSH(scan->arena, &scan->sets) = (TriggerMet){0};
    }
}

static void add_place(TriggerScan *scan, uint32_t word, size_t begin) {
    *VECTOR_PUSH(scan->arena, &scan->places) = (TriggerPlace){word, (uint32_t)begin, 0};
    uint32_t place = (uint32_t)scan->places.count;
    if (scan->first[word]) {
        scan->places.items[scan->last[word] - 1].next = place;
    } else {
        scan->first[word] = place;
    }
    scan->last[word] = place;
}

static void find_words(const TriggerWords *words, TriggerScan *scan, Text text) {
    for (size_t at = 0; at < text.length; at = utf8_next(text, at)) {
        for (const ListedWord *word = wordlist_longest(&words->list, text, at); word;
             word = wordlist_next(&words->list, word)) {
            add_place(scan, word->value, at);
        }
    }
}

static bool is_there(const TriggerScan *scan, uint32_t set) {
    return scan->sets.items[set].age == scan->age;
}

static void add_word(TriggerScan *scan, uint32_t set, uint32_t word) {
    TriggerMet *met = &scan->sets.items[set];
    if (!is_there(scan, set)) {
        *met = (TriggerMet){.age = scan->age};
        *VECTOR_PUSH(scan->arena, &scan->met) = set;
    }
    *VECTOR_PUSH(scan->arena, &scan->met_words) = (TriggerWordMet){word, met->first};
    met->first = (uint32_t)scan->met_words.count;
}

/* Notes which sets have a word that is there. */
static void find_sets(const TriggerWords *words, TriggerScan *scan) {
    for (size_t i = 0; i < scan->places.count; i++) {
        uint32_t word = scan->places.items[i].word;
        TriggerRange sets = words->words.items[word].sets;
        for (size_t k = sets.begin; scan->first[word] == i + 1 && k < sets.end; k++) {
            add_word(scan, words->sets_of_words.items[k], word);
        }
    }
}

/* The next word of a set that is there; begins with the set's `first`. */
static const TriggerWordMet *next_word(const TriggerScan *scan, uint32_t next) {
    return next ? &scan->met_words.items[next - 1] : NULL;
}

/* The byte behind the first of a set's words that begins at `from` or later; SIZE_MAX: none does. */
static size_t end_of_set(const TriggerWords *words, const TriggerScan *scan, uint32_t set, size_t from) {
    size_t end = SIZE_MAX;
    const TriggerWordMet *met = next_word(scan, scan->sets.items[set].first);
    for (; met; met = next_word(scan, met->next)) {
        uint32_t place = scan->first[met->word];
        while (place && scan->places.items[place - 1].begin < from) {
            place = scan->places.items[place - 1].next;
        }
        if (place && scan->places.items[place - 1].begin + words->words.items[met->word].length < end) {
            end = scan->places.items[place - 1].begin + words->words.items[met->word].length;
        }
    }
    return end;
}

static bool is_met(const TriggerWords *words, const TriggerScan *scan, const Trigger *trigger) {
    for (size_t i = trigger->needs.begin; i < trigger->needs.end; i++) {
        if (!is_there(scan, words->needs.items[i].set)) {
            return false;
        }
    }
    size_t at = 0;
    for (size_t i = trigger->needs.begin; i < trigger->needs.end; i++) {
        const TriggerNeed *need = &words->needs.items[i];
        bool anywhere = need->place == NEED_ANYWHERE;
        size_t end = anywhere ? 0 : end_of_set(words, scan, need->set, at);
        if (end == SIZE_MAX) {
            return false;
        }
        at = need->place == NEED_BEHIND ? end : at;
    }
    return true;
}

static size_t last_of_set(const TriggerScan *scan, uint32_t set) {
    size_t last = 0;
    const TriggerWordMet *met = is_there(scan, set) ? next_word(scan, scan->sets.items[set].first) : NULL;
    for (; met; met = next_word(scan, met->next)) {
        size_t begin = scan->places.items[scan->last[met->word] - 1].begin;
        last = begin > last ? begin : last;
    }
    return last;
}

size_t triggers_last(const Triggers *triggers, const TriggerScan *scan, const Pattern *pattern) {
    const TriggerWords *words = &triggers->words[pattern->lang];
    const Trigger *trigger = &words->triggers.items[pattern->trigger];
    size_t last = SIZE_MAX;
    for (size_t i = trigger->needs.begin; i < trigger->needs.end; i++) {
        const TriggerNeed *need = &words->needs.items[i];
        size_t here = need->place == NEED_ANYWHERE ? SIZE_MAX : last_of_set(scan, need->set);
        last = here < last ? here : last;
    }
    return last;
}

static void mark(const TriggerWords *words, const Trigger *trigger, bool *may_match, bool *may_fire) {
    for (size_t i = trigger->patterns.begin; i < trigger->patterns.end; i++) {
        may_match[words->patterns.items[i].pattern] = may_fire[words->patterns.items[i].rule] = true;
    }
}

void triggers_find(const Triggers *triggers, TriggerScan *scan, Lang lang, Text lower_sentence, bool *may_match,
                   bool *may_fire) {
    const TriggerWords *words = &triggers->words[lang];
    begin_scan(scan, words);
    find_words(words, scan, lower_sentence);
    find_sets(words, scan);
    for (size_t i = words->always.begin; i < words->always.end; i++) {
        mark(words, &words->triggers.items[i], may_match, may_fire);
    }
    for (size_t i = 0; i < scan->met.count; i++) {
        TriggerRange called = words->sets.items[scan->met.items[i]].triggers;
        for (size_t k = called.begin; k < called.end; k++) {
            const Trigger *trigger = &words->triggers.items[k];
            if (is_met(words, scan, trigger)) {
                mark(words, trigger, may_match, may_fire);
            }
        }
    }
}
