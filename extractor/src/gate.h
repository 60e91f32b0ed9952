/* What a pattern cannot match without. */
#ifndef GATE_H
#define GATE_H

#include "rules.h"

/* Finds what every match of `pattern` must hold, in its order: of each need one literal, lower-cased. A slot matches
 * anything, unless it is a define. No needs: the pattern may match anything. `define` says what a define needs, by its
 * name; one that is unknown needs nothing. The answer
 * lives in `arena`; its literals are slices of the pattern. */
typedef Needs GateDefine(void *context, Text name);
Needs gate_needs(Text pattern, GateDefine *define, void *context, Arena *scratch, Arena *arena);

/* About how often a character stands at a place of a text: a Chinese one is as rare as two or three letters. */
double gate_chance_of(uint32_t code_point);
/* About how often one of these words begins at a place of a text; of many common ones this may be more than 1. */
double gate_chance(const Texts *words);

/* Finds the slots that every match of `pattern` fills, unless they are marked as optional: the bytes of their braces.
 */
void gate_slots(Text pattern, Arena *arena, Spans *out);

/* A copy in which needs are looked for: ASCII letters in lower case. */
Text gate_lower(Arena *arena, Text text);

/* The first need of which a sentence (lower-cased) holds no literal; NULL: it holds one of each. */
const Texts *gate_lacks(const Needs *needs, Text lower_sentence);

#endif
