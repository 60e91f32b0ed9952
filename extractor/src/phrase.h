/* Is a stretch of tokens a noun phrase, or a phrase of one clause? */
#ifndef PHRASE_H
#define PHRASE_H

#include "token.h"

/* First and last token, both inclusive. */
bool phrase_may_begin(const Tokens *tokens, size_t first);

typedef enum PhraseKind {
    PHRASE_NOUN,
    PHRASE_FULL,  /* with all prepositions that may follow in English: "letter of greetings to the miners of the north"
                   */
    PHRASE_WORDS, /* any words that do not cross a mark between clauses and do not end in a word that wants another one
                   */
} PhraseKind;

/* Phrases that begin with one token, read a token at a time. */
typedef struct Phrase {
    const Tokens *tokens;
    PhraseKind kind;
    size_t first;
    size_t next;   /* the token to be read next */
    bool over;     /* no phrase is longer */
    bool clause;   /* Chinese noun: something since the last 的 that only a clause before 的 may hold */
    size_t broken; /* English noun: the token at which it ends at the latest, or SIZE_MAX */
    bool comma;    /* words: what follows the last comma must tell whether it may be crossed */
} Phrase;

Phrase phrase_from(const Tokens *tokens, PhraseKind kind, size_t first);
/* Reads one token more: is what was read a phrase? */
bool phrase_next(Phrase *phrase);
bool phrase_is(const Tokens *tokens, PhraseKind kind, size_t first, size_t last);

/* Does a verb begin here, perhaps behind adverbs or a phrase such as 在工厂里? Where 将 is "will", it does; where it
 * marks an object, not. */
bool phrase_begins_action(const Tokens *tokens, size_t first);

/* 决心修好水渠，以增加产量 …，现已开工: what the actions are done for or by, or what is done already, is
 * none of them. */
bool phrase_ends_actions(const Tokens *tokens, size_t first);

/* Where a noun phrase that ends with token `last` begins, going left over modifiers: 先进集体单位, "advanced units". */
size_t phrase_noun_begin(const Tokens *tokens, size_t last);
/* A word that can be a noun's head or a verb (plan, report, 计划) and is a verb here. */
bool phrase_is_verb_here(const Tokens *tokens, size_t index);
/* 组织工人修堤, 特组织工人: 组织 with words behind it that it can govern, and nothing before it that could be a body's
 * name; and 组织他们, 组织起来. */
bool phrase_organizes(const Tokens *tokens, size_t index);
/* 陈云代表国务院讲话: 代表 that tells for whom something is done. */
bool phrase_stands_for(const Tokens *tokens, size_t index);
/* Is the token a mark that ends a clause (not a quotation mark, bracket or 、)? */
bool phrase_is_boundary(const Tokens *tokens, size_t index);

#endif
