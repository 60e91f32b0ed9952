/* What a sentence speaks of: names, descriptions, enumerations, numbers, dates. */
#ifndef TAGGER_H
#define TAGGER_H

#include "rules.h"
#include "segment.h"
#include "token.h"

typedef enum MentionKind { MENTION_NAME, MENTION_DESCRIPTION } MentionKind;

/* Somebody or something spoken of. A rule's slot may begin at span.begin (with article, number, title), at core.begin,
 * or between them. */
typedef struct Mention {
    MentionKind kind;
    Span span; /* bytes in the sentence: 国务院副总理陈毅, "the 59 professional groups" */
    Span core; /* the name itself: 陈毅, "professional groups" */
    ClassId class_id;
    const Entry *entry; /* or NULL */
    Referents meant;    /* of a pronoun or short name: for whom it stands, one or several */
} Mention;

typedef struct Tagged {
    const Sentence *sentence;
    const Ontology *ontology;
    Tokens tokens;
    VECTOR(Mention) mentions;  /* by begin, the longer first */
    uint32_t *adjuncts;        /* by token: the one behind the adjunct that begins with it; 0: none does */
    uint32_t *adjunct_clauses; /* the same of the clauses over which a subject that ends before the token is carried.
                                  NULL: in English */
} Tagged;

static inline const Token *token_in(const Tagged *tagged, size_t index) {
    return &tagged->tokens.items.items[index];
}

/* A body of another country that has the name of one in the lexicon, but no line of its own. */
typedef struct Abroad {
    const Entry *country;
    const Entry *like; /* the one that bears the name here */
    const Entry *entry;
} Abroad;

/* That a sentence speaks of a body of this name as that country's. */
typedef struct Spoken {
    const Entry *like;
    const Entry *country; /* NULL: the one that bears the name here */
    size_t dispatch;
} Spoken;

/* What a document has named so far. */
typedef struct Named {
    Knowns persons[LANG_COUNT];   /* names that are looked for from then on: those that the lexicon has not */
    Referents people[LANG_COUNT]; /* all persons whom a title or a dot shows to be such */
    Knowns schools;               /* what universities are called for short */
    VECTOR(Abroad) abroad;
    VECTOR(Spoken) spoken; /* in English, which comes first, and of China in both languages */
} Named;

/* Sentences come in the order of the document; who is named in one is known in those behind it. */
void tagger_run(const Ontology *ontology, const Lexicon *lexicon, const Document *document, const Sentence *sentence,
                Named *named, Arena *arena, Tagged *out);

/* The mention of one of the classes (none given: of any) that is exactly `span`, with or without its article; or NULL.
 */
const Mention *tagger_mention(const Tagged *tagged, const ClassIds *classes, Span span);
/* Is the clause nothing but one more of what the clause before it ends with: "… the first division, the second
 * division"? Then it is no subject. */
bool tagger_goes_on(const Tagged *tagged, Span span);
/* May the mention be taken to begin at a byte? */
bool tagger_mention_begins(const Tagged *tagged, const Mention *mention, size_t begin);
/* The longest mention of a class that begins at a byte, or NULL. */
const Mention *tagger_mention_at(const Tagged *tagged, const ClassIds *classes, size_t begin);
/* Does the token stand between the names of an enumeration: 、, 和, "and", a comma that an "and" follows? */
bool tagger_joins(const Tagged *tagged, size_t token);
/* From the mention of a class at `begin` on, over whatever is enumerated with it, up to byte `limit`. */
Span tagger_enumeration(const Tagged *tagged, const ClassIds *classes, size_t begin, size_t limit);

#endif
