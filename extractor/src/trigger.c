/* Looks for the words that rules need, all at once, so that a rule that cannot fire costs nothing. Knows no regular
 * expression: what is needed it is told by the patterns. */
#include "trigger.h"

static void add_pattern(Triggers *triggers, Arena *arena, const Pattern *pattern, size_t rule) {
    Lang lang = pattern->lang;
    for (size_t i = 0; i < pattern->needs.count; i++) {
        wordlist_add(&triggers->words[lang], arena, pattern->needs.items[i], (uint32_t)rule);
    }
    if (pattern->needs.count == 0) {
        *VECTOR_PUSH(arena, &triggers->always[lang]) = rule;
    }
}

void triggers_make(Ruleset *rules, Arena *arena) {
    for (size_t i = 0; i < rules->rules.count; i++) {
        for (size_t k = 0; k < rules->rules.items[i].patterns.count; k++) {
            add_pattern(&rules->triggers, arena, &rules->rules.items[i].patterns.items[k], i);
        }
    }
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        wordlist_sort(&rules->triggers.words[lang], arena);
    }
}

void triggers_find(const Triggers *triggers, Lang lang, Text lower_sentence, bool *may_fire) {
    const Wordlist *words = &triggers->words[lang];
    for (size_t i = 0; i < triggers->always[lang].count; i++) {
        may_fire[triggers->always[lang].items[i]] = true;
    }
    for (size_t at = 0; at < lower_sentence.length; at = utf8_next(lower_sentence, at)) {
        for (const ListedWord *word = wordlist_longest(words, lower_sentence, at); word;
             word = wordlist_next(words, word)) {
            may_fire[word->value] = true;
        }
    }
}
