/* The pieces of patterns that have a name. */
#ifndef DEFINES_H
#define DEFINES_H

#include "rules.h"
#include "table.h"

typedef struct Define {
    Text name;
    Text pattern[LANG_COUNT];
    Needs needs[LANG_COUNT]; /* what gate_needs finds, once it has looked */
    bool looked[LANG_COUNT];
} Define;

typedef struct Defines {
    Arena *arena;
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

/* Adds what a `define` block says. Mistakes are told. */
void defines_add(Defines *defines, const Ontology *ontology, const RuleFile *file, const RuleBlock *block);

/* A GateDefine; the context is a DefinesOf. */
Needs defines_needs(void *context, Text name);

/* The pattern with all the defines that it needs before it; empty: one of them is not there, which is told. */
Text defines_source(const DefinesOf *of, Text pattern, Place place);

#endif
