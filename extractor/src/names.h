/* Finds the mentions of one sentence. */
#ifndef NAMES_H
#define NAMES_H

#include "tagger.h"

typedef VECTOR(Mention) Mentions;

typedef struct NameFinder {
    const Ontology *ontology;
    const Lexicon *lexicon;
    const Tokens *tokens;
    Arena *arena;
    Mentions *out;
} NameFinder;

void names_english(NameFinder *finder);
void names_chinese(NameFinder *finder);

/* What both languages use. Tokens are given by index, both ends inclusive. */
Span names_span(const NameFinder *finder, size_t first, size_t last);
void names_add(NameFinder *finder, MentionKind kind, Span span, Span core, ClassId class_id, const Entry *entry);
/* Every name that the lexicon or the article's own list knows. */
void names_known(NameFinder *finder);

#endif
