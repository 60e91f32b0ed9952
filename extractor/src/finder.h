/* Finds the mentions of one sentence: what names_en.c and names_zh.c share. */
#ifndef FINDER_H
#define FINDER_H

#include "tagger.h"

typedef VECTOR(Mention) Mentions;

typedef struct Finder {
    const Ontology *ontology;
    const Lexicon *lexicon;
    const Tokens *tokens;
    Arena *arena;
    Mentions *out;
} Finder;

static inline const Token *finder_token(const Finder *finder, size_t index) {
    return &finder->tokens->items.items[index];
}

/* Is the token a word for what is done, and no noun that things are called by? */
static inline bool finder_is_verb(const Finder *finder, size_t index) {
    const Token *token = finder_token(finder, index);
    return token->kind == TOKEN_WORD && (token->words & WORD_VERB) && !token->head;
}

void names_english(Finder *finder);
void names_chinese(Finder *finder);
/* Persons of the lexicon around whose title their names stand: 周副主席恩来. `today` is the day of the report. */
void names_split(Finder *finder, Day today);

/* Of a meeting: the token with which what 的 at `particle` joins to it begins: 渔业局举行(追悼老渔民)的大会. */
size_t names_meeting_clause(const Finder *finder, size_t clause, size_t particle);
/* 在四日的大会, 三千人参加的会议: does the clause only say where it is and who comes? */
bool names_tells_of_meeting(const Finder *finder, size_t clause, size_t particle);
/* The token with which the name of a meeting begins whose noun is `first` to `last`: behind the verb that holds it, or
 * 在, all is of the name: 召开(追悼老渔民大会), 在(修复旧船经验交流会)上. */
size_t names_meeting_begin(const Finder *finder, size_t first, size_t last);

/* Places that only their row shows to be such: 凌河、建平、新昌等县. */
void names_place_rows(Finder *finder);

/* 塞古·杜尔: does a token join the parts of a foreigner's name? */
bool names_dot_at(const Finder *finder, size_t index);
/* Enters 总统樊尚·阿里奥尔, whose first dot this is, with the title before it. */
void names_foreign(Finder *finder, size_t dot);

/* The bytes of tokens `first` to `last`, both inclusive. */
Span finder_span(const Finder *finder, size_t first, size_t last);
void finder_add(Finder *finder, MentionKind kind, Span span, Span core, ClassId class_id, const Entry *entry);
/* Enters words that end in a name of the lexicon, if they name that thing: 原湖南省, 江西省九江市. False: nothing is
 * entered, they name another. */
bool names_known_end(Finder *finder, size_t first, size_t last);
/* Every name that the lexicon or the article's own list knows. */
void finder_add_known(Finder *finder);

/* 群众分区集会: with people before it the word is what they do, and no meeting. */
bool finder_is_gathering(const Finder *finder, size_t first, size_t last);

/* 二次大会: does the number at `index` say the second, not two? */
bool finder_is_turn(const Finder *finder, size_t index);

/* 四家私营面粉厂: do the words from token `first` on have a number before them that counts them? One is no number. */
bool finder_is_counted(const Finder *finder, size_t first);

/* Of what is named up to the byte `end` and may own something of this class, the longest; NULL: nothing is. */
const Mention *finder_owner(const Finder *finder, size_t end, ClassId owned);

/* Drops the descriptions that are only a part of a name or the first words of a longer description. */
void finder_drop_parts(Finder *finder);

#endif
