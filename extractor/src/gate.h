/* What a pattern cannot match without. */
#ifndef GATE_H
#define GATE_H

#include "rules.h"

/* Finds literals of which every match of `pattern` holds at least one, lower-cased. Slots match anything. Answers no
 * texts when the pattern needs none. `defines` gives the pattern of a define by name; empty: unknown. */
typedef Text GateDefine(const void *context, Text name);
Texts gate_needs(Text pattern, GateDefine *define, const void *context, Arena *arena);

/* Finds the slots that every match of `pattern` fills, unless they are marked as optional: the bytes of their braces.
 */
void gate_slots(Text pattern, Arena *arena, Spans *out);

/* The byte behind the group that opens at byte `open`. */
size_t gate_group_end(Text pattern, size_t open);

/* A copy in which needs are looked for: ASCII letters in lower case. */
Text gate_lower(Arena *arena, Text text);

/* Does the sentence (lower-cased) hold one of the needs? No needs: yes. */
bool gate_open(const Texts *needs, Text lower_sentence);

#endif
