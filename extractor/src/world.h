/* Rules, lexicon and ontology from their folders. */
#ifndef WORLD_H
#define WORLD_H

#include "lexicon.h"
#include "rules.h"

typedef struct World {
    const Ontology *ontology;
    const Lexicon *lexicon;
    Ruleset rules;
} World;

/* Where things are found: the first of each under one data folder, or in the source tree; behind them those of the
 * user's. */
typedef struct DataFolders {
    Texts rules;
    Texts lexicon;
    Text ontology;
    bool ours; /* the first ones come with the program */
} DataFolders;

/* The folders under `data`; when that is empty: DATELINE_DATA, the source tree around the program, the installed place.
 */
Status world_find(Text data, Arena *arena, Diag *diag, DataFolders *out);
/* Loads everything and tells every error, but for what is wrong with the expressions of rules that come with the
 * program; `extra` is one more rule file, or empty. DATELINE_RULES when anything is
 * wrong. */
Status world_load(const DataFolders *folders, Text extra, Arena *arena, Diag *diag, World *out);
/* The SHA-256 over all files of the folders, in the order in which they are loaded: what the program knows. Where the
 * folders are makes no difference. */
Status world_digest(const DataFolders *folders, Arena *arena, Diag *diag, Text *out);

#endif
