/* A sentence as tokens: names and words of the lexicon, numbers, dates, marks, and everything else. */
#ifndef TOKEN_H
#define TOKEN_H

#include "number.h"
#include "segment.h"

/* What a name or description stands for. */
typedef struct Referent {
    Text label;
    ClassId class_id;
    const Entry *entry; /* or NULL */
    bool definite;      /* "the …", "these …", 该, 各: speaks of what was named before */
} Referent;

typedef VECTOR(Referent) Referents;

/* A name that the article has brought up. */
typedef struct Known {
    Text name;
    Referent full; /* whose short name it is; no label: it is the name itself */
    bool doubtful; /* it may be short for two names */
} Known;

typedef VECTOR(Known) Knowns;

typedef enum TokenKind { TOKEN_WORD, TOKEN_NAME, TOKEN_NUMBER, TOKEN_DATE, TOKEN_MARK } TokenKind;

typedef struct Token {
    Span span; /* bytes in the sentence */
    TokenKind kind;
    unsigned words;     /* WordKind bits */
    unsigned uses;      /* WordUse bits */
    const Entry *entry; /* TOKEN_NAME: what the lexicon knows, NULL for a name that the article itself gives */
    const Head *head;   /* the word ends names or descriptions of this kind, or NULL */
    unsigned depth;     /* how many quotation marks and brackets it stands in */
    bool person;        /* TOKEN_NAME: it is a person's by what is said of it */
    bool joins;         /* 、 和 及 "and": stands between the members of an enumeration */
    bool comma;         /* ， or "," */
    bool boundary;      /* a mark that ends a clause, or the gap between two decks of a headline */
    bool stray;         /* a quotation mark or bracket that has no partner */
    size_t index;       /* TOKEN_NUMBER, TOKEN_DATE: into Tokens.numbers, Tokens.dates */
} Token;

typedef struct Tokens {
    Lang lang;
    Text text; /* the sentence */
    VECTOR(Token) items;
    uint32_t *beginning; /* by byte of the text: 1 + the token that begins there; 0: none does */
    uint32_t *ending;    /* that ends there */
    NumberMentions numbers;
    DateMentions dates;
} Tokens;

/* The article has its own pairs of names; `persons` are the names that it has brought up before this sentence; `today`
 * is what relative dates count from. */
void tokens_make(const Sentence *sentence, const Article *article, const Knowns *persons, Day today,
                 const Lexicon *lexicon, Arena *arena, Tokens *out);

/* The token that begins (ends) at a byte, or SIZE_MAX. */
size_t tokens_beginning(const Tokens *tokens, size_t byte);
size_t tokens_ending(const Tokens *tokens, size_t byte);
/* The opening mark of the quoted name that the mark `close` ends; SIZE_MAX: there is none, or what is quoted is no name
 * but something that is said. */
size_t tokens_opening(const Tokens *tokens, size_t close);
bool token_is_capital(const Tokens *tokens, size_t index); /* begins with A-Z */

static inline Text token_text(const Tokens *tokens, size_t index) {
    return text_span(tokens->text, tokens->items.items[index].span);
}

/* Is it this word, in any case of ASCII letters? The first two bytes nearly always tell that it is not. */
static inline bool token_is(const Tokens *tokens, size_t index, const char *word) {
    enum { BUT_CASE = 0xDF };
    if (index >= tokens->items.count) {
        return false;
    }
    Text text = token_text(tokens, index);
    if (text.length == 0 || (text.at[0] ^ word[0]) & BUT_CASE ||
        (text.length > 1 && word[0] && (text.at[1] ^ word[1]) & BUT_CASE)) {
        return false;
    }
    return text_has_nocase(text, 0, word) == text.length;
}

bool token_is_any(const Tokens *tokens, size_t index, const char *const *words); /* up to NULL */
/* 三月五日 | 铁路通车: a Chinese day that nothing joins to the words behind it dates what they tell. */
bool token_is_day_apart(const Tokens *tokens, size_t index);

#endif
