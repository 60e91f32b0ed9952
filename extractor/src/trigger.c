/* Looks for the words that patterns need, all at once, so that a pattern that cannot match costs nothing. Knows no
 * regular expression: what is needed it is told by the patterns. */
#include "trigger.h"

#include "table.h"

/* ---- entering ---- */

/* About how often a word stands at a place of a text: a Chinese character is as rare as two or three letters. */
static double chance_of(Text word) {
    double chance = 1;
    for (size_t at = 0; at < word.length; at = utf8_next(word, at)) {
        chance /= (unsigned char)word.at[at] < 0x80 ? 8 : 256;
    }
    return chance;
}

static double chance_of_any(const Texts *words) {
    double chance = 0;
    for (size_t i = 0; i < words->count; i++) {
        chance += chance_of(words->items[i]);
    }
    return chance;
}

/* Which need of a pattern brings it up: the one whose words are the rarest. */
static size_t rarest(const Needs *needs) {
    size_t best = 0;
    for (size_t i = 1; i < needs->count; i++) {
        best = chance_of_any(&needs->items[i].words) < chance_of_any(&needs->items[best].words) ? i : best;
    }
    return best;
}

typedef struct Maker {
    TriggerWords *words;
    Table numbers;   /* of words */
    Table sets;      /* by the numbers of their words */
    Table triggers;  /* by their needs */
    Arena *building; /* for what grows */
    Arena *arena;
} Maker;

static uint32_t number_of(Maker *maker, Text text) {
    TriggerWords *words = maker->words;
    size_t number = table_put(&maker->numbers, maker->building, text, words->calls.count);
    if (number == words->calls.count) {
        *VECTOR_PUSH(maker->building, &words->calls) = (TriggerCalls){.length = (uint32_t)text.length};
        wordlist_add(&words->list, maker->building, text, (uint32_t)number);
    }
    return (uint32_t)number;
}

static TriggerNeed make_need(Maker *maker, const Need *need) {
    TriggerWords *words = maker->words;
    TriggerSet set = {.words = ARENA_ARRAY(maker->building, uint32_t, need->words.count), .count = need->words.count};
    for (size_t i = 0; i < need->words.count; i++) {
        set.words[i] = number_of(maker, need->words.items[i]);
    }
    Text key = {(const char *)set.words, set.count * sizeof *set.words};
    size_t number = table_put(&maker->sets, maker->building, key, words->sets.count);
    if (number == words->sets.count) {
        set.words = arena_copy(maker->arena, set.words, set.count, sizeof *set.words);
        *VECTOR_PUSH(maker->building, &words->sets) = set;
    }
    return (TriggerNeed){.set = (uint32_t)number, .place = need->place};
}

/* Has a word of the rarest need bring up what needs it. */
static void add_calls(Maker *maker, const Pattern *pattern, const Trigger *trigger, uint32_t number) {
    TriggerWords *words = maker->words;
    if (trigger->needs.count == 0) {
        *VECTOR_PUSH(maker->arena, &words->always) = number;
        return;
    }
    const TriggerSet *caller = &words->sets.items[trigger->needs.items[rarest(&pattern->needs)].set];
    for (size_t i = 0; i < caller->count; i++) {
        *VECTOR_PUSH(maker->arena, &words->calls.items[caller->words[i]].triggers) = number;
    }
}

static void add_pattern(Maker *maker, Pattern *pattern, size_t rule) {
    TriggerWords *words = maker->words;
    Trigger trigger = {0};
    for (size_t i = 0; i < pattern->needs.count; i++) {
        *VECTOR_PUSH(maker->building, &trigger.needs) = make_need(maker, &pattern->needs.items[i]);
    }
    VECTOR_SETTLE(maker->arena, &trigger.needs);
    Text key = {(const char *)trigger.needs.items, trigger.needs.count * sizeof *trigger.needs.items};
    pattern->trigger = table_put(&maker->triggers, maker->building, key, words->triggers.count);
    if (pattern->trigger == words->triggers.count) {
        *VECTOR_PUSH(maker->building, &words->triggers) = trigger;
        add_calls(maker, pattern, &trigger, (uint32_t)pattern->trigger);
    }
    *VECTOR_PUSH(maker->arena, &words->triggers.items[pattern->trigger].patterns) =
        (TriggerPattern){(uint32_t)pattern->number, (uint32_t)rule};
}

static void make_language(Ruleset *rules, Lang lang, Arena *building, Arena *arena) {
    TriggerWords *words = &rules->triggers.words[lang];
    Maker maker = {.words = words, .building = building, .arena = arena};
    for (size_t i = 0; i < rules->rules.count; i++) {
        for (size_t k = 0; k < rules->rules.items[i].patterns.count; k++) {
            Pattern *pattern = &rules->rules.items[i].patterns.items[k];
            if (pattern->lang == lang) {
                add_pattern(&maker, pattern, i);
            }
        }
    }
    VECTOR_SETTLE(arena, &words->calls);
    VECTOR_SETTLE(arena, &words->sets);
    VECTOR_SETTLE(arena, &words->triggers);
    wordlist_sort(&words->list, arena);
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
    if (scan->words < words->calls.count) {
        scan->words = words->calls.count;
        scan->first = ARENA_ARRAY(scan->arena, uint32_t, scan->words);
        scan->last = ARENA_ARRAY(scan->arena, uint32_t, scan->words);
    }
    scan->age++;
    while (scan->sets.count < words->sets.count) {
        *VECTOR_PUSH(scan->arena, &scan->sets) = (TriggerFound){0};
    }
    while (scan->asked.count < words->triggers.count) {
        *VECTOR_PUSH(scan->arena, &scan->asked) = 0;
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

/* The byte behind the first of a set's words that begins at `from` or later; SIZE_MAX: none does. */
static size_t end_of_set(const TriggerWords *words, const TriggerScan *scan, const TriggerSet *set, size_t from) {
    size_t end = SIZE_MAX;
    for (size_t i = 0; i < set->count; i++) {
        uint32_t word = set->words[i];
        uint32_t place = scan->first[word];
        while (place && scan->places.items[place - 1].begin < from) {
            place = scan->places.items[place - 1].next;
        }
        if (place && scan->places.items[place - 1].begin + words->calls.items[word].length < end) {
            end = scan->places.items[place - 1].begin + words->calls.items[word].length;
        }
    }
    return end;
}

/* Is any word of a set there? Looked up once in a sentence. */
static bool is_there(const TriggerWords *words, TriggerScan *scan, uint32_t number) {
    TriggerFound *found = &scan->sets.items[number];
    if (found->age != scan->age) {
        const TriggerSet *set = &words->sets.items[number];
        *found = (TriggerFound){.age = scan->age};
        for (size_t i = 0; i < set->count && !found->any; i++) {
            found->any = scan->first[set->words[i]] != 0;
        }
    }
    return found->any;
}

static bool is_met(const TriggerWords *words, TriggerScan *scan, const Trigger *trigger) {
    for (size_t i = 0; i < trigger->needs.count; i++) {
        if (!is_there(words, scan, trigger->needs.items[i].set)) {
            return false;
        }
    }
    size_t at = 0;
    for (size_t i = 0; i < trigger->needs.count; i++) {
        const TriggerNeed *need = &trigger->needs.items[i];
        bool anywhere = need->place == NEED_ANYWHERE;
        size_t end = anywhere ? 0 : end_of_set(words, scan, &words->sets.items[need->set], at);
        if (end == SIZE_MAX) {
            return false;
        }
        at = need->place == NEED_BEHIND ? end : at;
    }
    return true;
}

static size_t last_of_set(const TriggerScan *scan, const TriggerSet *set) {
    size_t last = 0;
    for (size_t i = 0; i < set->count; i++) {
        uint32_t word = set->words[i];
        size_t begin = scan->first[word] ? scan->places.items[scan->last[word] - 1].begin : 0;
        last = begin > last ? begin : last;
    }
    return last;
}

size_t triggers_last(const Triggers *triggers, const TriggerScan *scan, const Pattern *pattern) {
    const TriggerWords *words = &triggers->words[pattern->lang];
    const Trigger *trigger = &words->triggers.items[pattern->trigger];
    size_t last = SIZE_MAX;
    for (size_t i = 0; i < trigger->needs.count; i++) {
        const TriggerNeed *need = &trigger->needs.items[i];
        size_t here = need->place == NEED_ANYWHERE ? SIZE_MAX : last_of_set(scan, &words->sets.items[need->set]);
        last = here < last ? here : last;
    }
    return last;
}

static void mark(const Trigger *trigger, bool *may_match, bool *may_fire) {
    for (size_t i = 0; i < trigger->patterns.count; i++) {
        may_match[trigger->patterns.items[i].pattern] = may_fire[trigger->patterns.items[i].rule] = true;
    }
}

/* Is a trigger looked at for the first time in this sentence? */
static bool is_new(TriggerScan *scan, uint32_t trigger) {
    bool new = scan->asked.items[trigger] != scan->age;
    scan->asked.items[trigger] = scan->age;
    return new;
}

void triggers_find(const Triggers *triggers, TriggerScan *scan, Lang lang, Text lower_sentence, bool *may_match,
                   bool *may_fire) {
    const TriggerWords *words = &triggers->words[lang];
    begin_scan(scan, words);
    find_words(words, scan, lower_sentence);
    for (size_t i = 0; i < words->always.count; i++) {
        mark(&words->triggers.items[words->always.items[i]], may_match, may_fire);
    }
    for (size_t i = 0; i < scan->places.count; i++) {
        uint32_t word = scan->places.items[i].word;
        const TriggerCalls *calls = &words->calls.items[word];
        for (size_t k = 0; scan->first[word] == i + 1 && k < calls->triggers.count; k++) {
            const Trigger *trigger = &words->triggers.items[calls->triggers.items[k]];
            if (is_new(scan, calls->triggers.items[k]) && is_met(words, scan, trigger)) {
                mark(trigger, may_match, may_fire);
            }
        }
    }
}
