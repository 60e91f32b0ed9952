/* One `voices` line of a rule as the patterns that it stands for. */
#ifndef VOICE_H
#define VOICE_H

#include "slots.h"

/* A pattern made of a `voices` line: its value is what an `en` or `zh` line would have held. */
typedef VECTOR(RuleLine) VoiceLines;

/* `{who:dl:Agent} | opened | {what:Noun} in {where:dl:Place}` in the active and the passive voice. `uses` are the slots
 * of `line`; `pattern` is its value behind the language. Errors are told; then DATELINE_RULES. */
Status voices_make(Text file, const RuleLine *line, const SlotUses *uses, Lang lang, Text pattern, Arena *arena,
                   Diag *diag, VoiceLines *out);

#endif
