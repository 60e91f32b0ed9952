/* The pieces of patterns that have a name. */
#ifndef DEFINES_H
#define DEFINES_H

#include "first.h"
#include "rules.h"
#include "table.h"

typedef struct Define {
    Text name;
    Text pattern[LANG_COUNT];
    Place place[LANG_COUNT]; /* of the last line of it */
    bool ours;               /* it comes with the program: it is known to be right */
    Needs needs[LANG_COUNT]; /* what gate_needs finds, once it has looked */
    bool looked[LANG_COUNT];
    First first[LANG_COUNT]; /* the same for first_of */
    bool looked_first[LANG_COUNT];
    struct Calls *calls[LANG_COUNT]; /* those that it calls itself, once it is called */
    Text group[LANG_COUNT];          /* it as a group by its name, once it is called */
    Text stand_in;                   /* such a group of one character */
} Define;

typedef struct Defines {
    Arena *arena;
    Arena *building; /* for what is forgotten once all rules are compiled */
    Diag *diag;
    VECTOR(Define) items;
    Table names;
} Defines;

/* One language of them, and memory for what is soon forgotten. */
typedef struct DefinesOf {
    Defines *defines;
    Lang lang;
    Arena *scratch;
} DefinesOf;

/* The language that a line's key is; false: it is none. */
bool defines_lang(Text key, Lang *lang);

/* Adds those that the program has itself: Adjunct, which is what may stand between a Chinese subject and its verb, and
 * between an English verb and its object. */
void defines_add_own(Defines *defines);
/* Adds what a `define` block says. Mistakes are told. */
void defines_add(Defines *defines, const Ontology *ontology, const RuleFile *file, const RuleBlock *block);

/* A GateDefine; the context is a DefinesOf. */
Needs defines_needs(void *context, Text name);

/* Looks for mistakes in those that do not come with the program, once all are added. They are told. */
void defines_check(Defines *defines, Arena *scratch);

/* A FirstDefine; the context is a DefinesOf. */
First defines_first(void *context, Text name);

/* The pattern as parts, with all the defines that it needs before it; none: one of them is not there, which is told.
 * `stand_in`, unless it is NULL, gets, in scratch memory, a short one that is right when the pattern is. */
Texts defines_source(const DefinesOf *of, Text pattern, Place place, Text *stand_in);

#endif
