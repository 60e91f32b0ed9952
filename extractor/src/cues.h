/* What the cues of the rules find in words. */
#ifndef CUES_H
#define CUES_H

#include "discourse.h"
#include "match.h"

/* Do words of a language hold a cue that gives this? */
bool cues_say(const Ruleset *rules, Matcher *matcher, CueGives gives, Lang lang, Text words);

/* Where the cues of one match are looked for. */
typedef struct CueWords {
    Text clause; /* its clause up to its end, without what is covered: one line for each stretch that is left */
    Text before; /* the sentence before it */
    Text behind; /* what is told behind its subject */
} CueWords;

/* `covered`: the bytes of the sentence that its slots hold. */
CueWords cue_words(const Discourse *discourse, size_t sentence, const Match *match, const Spans *covered, Arena *arena);

/* Those in which a cue is looked for. */
Text cue_text(const Cue *cue, const CueWords *words);

#endif
