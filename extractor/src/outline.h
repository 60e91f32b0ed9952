/* A regular expression as the little of it that can be asked of many places at once. */
#ifndef OUTLINE_H
#define OUTLINE_H

#include "first.h"
#include "places.h"
#include "table.h"

typedef enum PartKind {
    PART_NOTHING,  /* has no width: \b, and what looks whether something is not there */
    PART_ANYTHING, /* not understood: any characters, or none */
    PART_BEGIN,    /* \A ^ */
    PART_END,      /* \z $ */
    PART_LITERAL,  /* characters one behind the other */
    PART_CLASS,    /* one character of a class */
    PART_SEQUENCE, /* parts one behind the other */
    PART_EITHER,   /* one of several parts */
    PART_REPEATED, /* a part so many times */
    PART_AHEAD,    /* a part begins here, but is not read */
    PART_BEHIND,   /* a part ends here */
    PART_SLOT,     /* a filler */
    PART_DEFINE,   /* a define */
    PART_ADJUNCT,  /* what the define Adjunct matches */
} PartKind;

enum { REPEATED_ON = 0xFFFF }; /* without a most */

/* That one of the parts begins with a character, ASCII in lower case. */
typedef struct PartLead {
    uint32_t character;
    uint32_t part; /* index */
} PartLead;

/* A part matches wherever the expression does, and may match where it does not. */
typedef struct Part Part;

/* The parts of PART_EITHER. */
typedef struct PartChoice {
    const Part **parts;
    const PartLead *leads; /* sorted; one for each of the last parts, which begin with one character */
    uint32_t led;          /* how many they are */
    uint32_t lead_opening; /* 1 + index into Outlines.openings: these characters */
} PartChoice;

struct Part {
    uint8_t kind;
    bool empty;     /* PART_EITHER, PART_REPEATED, PART_DEFINE: it may have no character, */
    uint32_t opens; /* but where it has one, begins with one of these: 1 + index into Outlines.openings; 0: with any */
    uint16_t least; /* PART_REPEATED */
    uint16_t most;
    uint32_t count; /* of the parts, of the characters; or the number of the class, the slot place, the define */
    union {
        const Part **parts;         /* PART_SEQUENCE; the one of PART_REPEATED, PART_AHEAD, PART_BEHIND */
        const PartChoice *choice;   /* PART_EITHER */
        const uint32_t *characters; /* PART_LITERAL: ASCII in lower case */
    };
};

typedef struct CharRange {
    uint32_t low;
    uint32_t high;
} CharRange;

/* Characters, where capital and small ASCII letters are one. */
typedef struct CharClass {
    bool negated;
    VECTOR(CharRange) ranges;
} CharClass;

/* The characters with which parts begin. */
typedef struct PartOpening {
    uint32_t words;    /* of a FirstSet, in lower case where it is ASCII's: those that are not 0, */
    uint64_t filled[]; /* and these */
} PartOpening;

typedef struct OutlineDefine {
    Text source;      /* "(?<Name>…)" */
    const Part *part; /* NULL: it is being read, or not understood */
    double chance;    /* see outline_chance */
    bool reading;
} OutlineDefine;

/* What outlines share. All zero but for the arenas. */
typedef struct Outlines {
    Arena *arena;
    Arena scratch; /* for the one that is being read */
    VECTOR(CharClass) classes;
    VECTOR(const PartOpening *) openings;
    Table opening_sets; /* by the bytes of PartOpening */
    VECTOR(const Part *) literals;
    Table literal_texts; /* by the bytes of their characters */
    Table class_names;   /* by how they are written */
    VECTOR(OutlineDefine) defines;
} Outlines;

/* Notes in a part with what another one, or itself, begins. */
void outline_note_opening(Outlines *outlines, const Part *of, Part *part);
/* One of several parts, where those that begin with one character stand last and are found by it. */
const Part *outline_choice(Outlines *outlines, const Part *const *parts, size_t count);

/* About how often a part begins at a place of a text: 1 where nothing is known. */
double outline_chance(const Outlines *outlines, const Part *part);

/* Reads an expression as defines_source makes it: its defines, and behind them itself. NULL: it says something on which
 * all of it depends, and that is not understood. */
const Part *outline_of(Outlines *outlines, const Texts *parts, bool caseless);

#endif
