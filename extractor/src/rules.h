/* Rules as they are written (rulefile.c) and as they run (ruleset.c). */
#ifndef RULES_H
#define RULES_H

#include "lexicon.h"
#include "roles.h"
#include "wordlist.h"

/* A line of a block: `key value`. For an example the key is its mark: "+", "-", "?" or "=". */
typedef struct RuleLine {
    Text key;
    Text value;    /* raw to the end of the line, trimmed */
    size_t line;   /* in the file, from 1 */
    size_t column; /* of the value's first code point, from 1 */
    Text voice;    /* "active", "passive": made of a `voices` line, which stands at that column; empty: as written */
} RuleLine;

typedef struct RuleBlock {
    Text kind; /* "define", "cue" or "rule" */
    Text name;
    size_t line;
    VECTOR(RuleLine) lines;
} RuleBlock;

typedef struct RuleFile {
    Text path;
    Text name; /* "awards.rules" */
    Text bytes;
    char *version; /* for rulefile_version */
    bool ours;     /* it comes with the program: its expressions are known to be right */
    VECTOR(RuleBlock) blocks;
} RuleFile;

typedef VECTOR(RuleFile) RuleFiles;

/* Splits a rule file into blocks and lines; knows no regular expressions and no ontology. All errors are told, then
 * DATELINE_RULES. */
Status rulefile_parse(Text path, Text bytes, Arena *arena, Diag *diag, RuleFile *out);

/* The first 16 hex digits of the SHA-256 of the file's bytes, found when they are first asked for, by any thread. */
Text rulefile_version(const RuleFile *file, Arena *scratch);

/* What a slot may be filled with. */
typedef enum SlotKind {
    SLOT_CLASS,  /* a mention of a class: {who:dl:Person} */
    SLOT_NUMBER, /* {n:Number} */
    SLOT_DATE,   /* {when:Date} */
    SLOT_NOUN,   /* a noun phrase: {prize:Noun} */
    SLOT_FULL,   /* {law:Full}: a noun phrase with all that belongs to it: "letter of greetings to the miners" */
    SLOT_PHRASE, /* any words of one clause: {what:Phrase}, or those that begin with a verb: {what:Action} */
    SLOT_DEFINE, /* {units:Units} */
    SLOT_INSIDE, /* {org:dl:Organization in meeting}: a mention inside another slot's filler */
} SlotKind;

typedef struct Slot {
    Text name;
    SlotKind kind;
    ClassIds classes; /* SLOT_CLASS and SLOT_INSIDE: any of these */
    size_t inside;    /* SLOT_INSIDE: index of the other slot */
    Text define;      /* SLOT_DEFINE: its name */
    bool list;        /* + : each member of an enumeration is a filler */
    bool optional;    /* ? : may be missing */
    bool here;        /* ! : it must stand where the pattern has it, and is never carried over */
    bool named;       /* no pronoun fills it */
    bool leading;     /* first thing in a pattern: the subject, which discourse may fill */
    bool action;      /* SLOT_PHRASE: it begins with a verb */
    size_t question;  /* what it asks of the tagger: the same as others with this number */
} Slot;

#define NO_SLOT SIZE_MAX
enum { MOST_SLOTS = 64 }; /* of one rule */

typedef struct TemplateFiller {
    Role role;
    size_t slot;
} TemplateFiller;

typedef struct TemplateCount {
    size_t slot; /* a Number */
    Role of;     /* ROLE_NONE: the event itself */
} TemplateCount;

/* One event of a rule's mapping. */
typedef struct TemplateEvent {
    Text variable;
    ClassId type;
    size_t label_slot; /* the slot that is this very event (a Meeting), or NO_SLOT */
    size_t date_slot;  /* or NO_SLOT */
    bool has_modality;
    Modality modality;
    VECTOR(TemplateFiller) fillers;
    VECTOR(TemplateCount) counts;
} TemplateEvent;

typedef VECTOR(TemplateEvent) TemplateEvents;

typedef struct PatternCode PatternCode; /* what it is only pattern.c and match.c know */
typedef struct Opening Opening;         /* and this only patternline.c and starts.c */

/* Where a slot stands in a compiled pattern. One slot may stand in several alternatives, and be of another kind in
 * each. */
typedef struct SlotPlace {
    size_t slot; /* index into Rule.slots */
    Slot as;     /* the slot as it is written here */
} SlotPlace;

/* What a part of the whole expression stands for in the rule's line. */
typedef struct PatternPiece {
    size_t at;    /* byte in it, behind the defines, where it begins; it ends where the next one begins */
    Span written; /* bytes in the value of the rule's line */
    size_t use;   /* index into Pattern.places, or NO_SLOT: words */
} PatternPiece;

typedef VECTOR(PatternPiece) PatternPieces;

/* Where a word that is needed stands, seen from the end of the one needed before it. */
typedef enum NeedPlace {
    NEED_BEHIND,   /* behind it */
    NEED_AHEAD,    /* the same, but looked at only: what comes next may share its characters */
    NEED_ANYWHERE, /* in the sentence */
} NeedPlace;

/* Words of which a text must hold one. */
typedef struct Need {
    Texts words;
    NeedPlace place;
    bool kept; /* the words are in lower case and stay: who needs just what a define needs shares them */
} Need;

typedef VECTOR(Need) Needs;

typedef struct Pattern {
    Lang lang;
    PatternCode *code; /* of the expression that the line is, or of what stands in it behind the leading slot */
    Opening *opening;  /* where `code` may match */
    bool behind;       /* `code` is what stands behind the leading slot */
    size_t spaces;     /* so many spaces stand between the two */
    Text head;         /* the expression of the leading slot and these spaces, when the line is read with them */
    PatternPieces pieces;
    const RuleLine *written;
    VECTOR(SlotPlace) places;
    VECTOR(Slot) required; /* the slots that every match fills */
    Needs needs;           /* in lower case: a sentence that does not hold them cannot match */
    size_t questions;      /* each Slot.question of it is below this */
    size_t number;         /* among the patterns of all rules */
    size_t trigger;        /* index into TriggerWords.triggers of its language */
    bool complete;         /* it binds the leading slot; otherwise discourse is asked for it */
    size_t line;
    size_t column;
} Pattern;

typedef struct Rule {
    Text id;
    Text says;
    const RuleFile *file;
    const RuleBlock *block;
    VECTOR(Slot) slots;
    VECTOR(Pattern) patterns; /* in the order in which they are tried */
    TemplateEvents events;
    int judged;                      /* of its facts, by readers */
    int right;                       /* of these */
    size_t each;                     /* the list slot that makes an event of each member, or NO_SLOT */
    size_t once;                     /* the slot that a dispatch tells of only once, or NO_SLOT */
    size_t stance;                   /* the slot that is told with the verb before it, or NO_SLOT */
    PatternCode *unless[LANG_COUNT]; /* blocks the rule when it matches in the sentence; NULL: nothing does */
    bool unless_whole;               /* it tells where a sentence begins or ends, and so reads all of it */
} Rule;

/* What the words of a cue make of a fact. */
typedef enum CueGives {
    CUE_MODALITY,  /* that of the cue */
    CUE_NOTHING,   /* the rule does not fire */
    CUE_OCCASION,  /* it happened at the meeting that the text is about */
    CUE_DATE,      /* it happened on the day of what was told before it */
    CUE_ELSEWHERE, /* a speech was not made at the meeting that is told of before */
    CUE_INTENT,    /* a plan is what somebody means to do, and vows nothing */
    CUE_DAYS,      /* found anywhere in a dispatch: its meeting lasted for days */
} CueGives;

/* Where a cue is looked for. */
typedef enum CuePlace {
    CUE_IN_CLAUSE, /* in the bare words of the clause up to the end of the match */
    CUE_BEFORE,    /* in the sentence before the match */
    CUE_BEHIND,    /* in the match behind its subject: holds of rules that state what is actual, too */
} CuePlace;

/* Words that change what a sentence asserts, for all rules: "will" -> dl:Planned. */
typedef struct Cue {
    Text name;
    Lang lang;
    PatternCode *code;
    CuePlace place;
    CueGives gives;
    Modality modality;
} Cue;

/* Items of an array that belong to one owner. */
typedef struct TriggerRange {
    uint32_t begin;
    uint32_t end;
} TriggerRange;

/* A word of which patterns need it or another one. */
typedef struct TriggerWord {
    uint32_t length;   /* in bytes */
    TriggerRange sets; /* of TriggerWords.sets_of_words: those that it belongs to */
} TriggerWord;

/* Words of which one is needed: by several patterns, as a rule. */
typedef struct TriggerSet {
    TriggerRange words;    /* of TriggerWords.words_of_sets */
    TriggerRange triggers; /* those of which it is the rarest need */
} TriggerSet;

typedef struct TriggerNeed {
    uint32_t set; /* index into TriggerWords.sets */
    NeedPlace place;
} TriggerNeed;

typedef struct TriggerPattern {
    uint32_t pattern; /* Pattern.number */
    uint32_t rule;    /* index of its rule */
} TriggerPattern;

/* What some patterns need, in its order. */
typedef struct Trigger {
    TriggerRange needs;
    TriggerRange patterns;
} Trigger;

/* Few arrays, in the order in which they are asked: they are gone through for every sentence. */
typedef struct TriggerWords {
    Wordlist list;             /* the value of a word is its number */
    VECTOR(TriggerWord) words; /* by number */
    VECTOR(uint32_t) sets_of_words;
    VECTOR(TriggerSet) sets;
    VECTOR(uint32_t) words_of_sets;
    VECTOR(Trigger) triggers; /* by their rarest need; those without any come last */
    TriggerRange always;      /* these */
    VECTOR(TriggerNeed) needs;
    VECTOR(TriggerPattern) patterns;
} TriggerWords;

/* What the patterns of each language cannot do without: see trigger.h. */
typedef struct Triggers {
    TriggerWords words[LANG_COUNT];
    size_t patterns; /* of all rules and languages */
} Triggers;

typedef struct Ruleset {
    RuleFiles files;
    VECTOR(Rule) rules;
    VECTOR(Cue) cues;
    Triggers triggers;
    VECTOR(Slot) questions; /* one slot of each kind, by Slot.question */
} Ruleset;

size_t rule_slot(const Rule *rule, Text name); /* the index of the slot of this name, or NO_SLOT */

/* Compiles the rules of parsed files against the ontology. All errors are told, then DATELINE_RULES. */
Status ruleset_build(const Ontology *ontology, const RuleFiles *files, Arena *arena, Diag *diag, Ruleset *out);
void ruleset_release(Ruleset *ruleset); /* gives back what PCRE2 holds */

#endif
