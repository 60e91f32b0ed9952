/* What the files that merge share; nobody else includes it. In this order: facts of one language are united to tellings
 * (merge_told.c), tellings of two languages are aligned to happenings (merge_align.c), their fillers are paired and
 * become things (merge_things.c), and all of that is an event (merge_events.c). */
#ifndef MERGE_PARTS_H
#define MERGE_PARTS_H

#include "claims.h"

#define MERGE_NONE SIZE_MAX /* no such index */

typedef VECTOR(const Entry *) Entries;

/* A filler of a telling. */
typedef struct Part {
    Filler filler;      /* under the longest name that it is told by */
    Texts variants;     /* the other names */
    Text key;           /* of its name, as similar_key gives it */
    Entries mentioned;  /* what the lexicon knows of inside its name */
    size_t partner;     /* the part of the other language's telling that is the same, or MERGE_NONE */
    size_t participant; /* index into Merge.participants */
    size_t event;       /* index into Merge.happenings: it is this event's name; or MERGE_NONE */
} Part;

typedef VECTOR(Part) Parts;
typedef VECTOR(Count) Counts;

/* One happening, as one language tells it. */
typedef struct Telling {
    Lang lang;
    ClassId type;
    Modality modality;
    Text label;
    Text key; /* of its label */
    Parts parts;
    Counts counts;
    bool has_date;
    DateMention date;
    VECTOR(const Fact *) facts; /* that it was united from, in their order */
    size_t dispatch;
    bool only_headline; /* then it may belong to any dispatch */
    bool paired;        /* with one of the other language */
    size_t alike;       /* how many of its type in its dispatch are still to be paired, itself counted */
    size_t rank;        /* how many of them are told before it */
} Telling;

typedef VECTOR(Telling) Tellings;

/* One happening: a telling in each language that has it. */
typedef struct Happening {
    size_t telling[LANG_COUNT]; /* index into Merge.tellings, or MERGE_NONE */
    size_t dispatch;
    bool in_headline;
    size_t place; /* where it is first told, in thousandths of the dispatch */
} Happening;

/* Somebody or something that takes part in what the article reports, under all its names. */
typedef struct Participant {
    size_t parent; /* itself, or another one that is the same */
    ClassId class_id[LANG_COUNT];
    const Entry *entry;
    bool unlisted;
    Text scope[LANG_COUNT];
    Texts names[LANG_COUNT];
    Texts keys[LANG_COUNT]; /* of all its names but the variants of its parts */
    bool roles[ROLE_COUNT]; /* that it has anywhere */
    size_t thing;           /* index into Report.things, or MERGE_NONE */
} Participant;

typedef struct Merge {
    const Ontology *ontology;
    const Lexicon *lexicon;
    const Document *document;
    Arena *arena;
    Span *dispatches[LANG_COUNT]; /* from the first to the last sentence of each, bytes in the text version */
    Tellings tellings[LANG_COUNT];
    VECTOR(NamePair) pairs;       /* names that are known to be the same in both languages */
    VECTOR(Happening) happenings; /* in the order of the report's events */
    VECTOR(Participant) participants;
} Merge;

void merge_measure(Merge *merge); /* finds out how long each dispatch is */
void merge_tell(Merge *merge, const Facts *facts);
void merge_align(Merge *merge);
void merge_pair_fillers(Merge *merge);
void merge_report(Merge *merge, Report *out);

/* The node that a part stands for; a thing is entered into the report when it is first asked for. */
Node merge_node(Merge *merge, const Part *part, Report *out);
const Telling *merge_telling(const Merge *merge, const Happening *happening, Lang lang); /* or NULL */

/* May something of the one class be of the other? CLASS_NONE may be anything. */
bool merge_classes_agree(const Ontology *ontology, ClassId a, ClassId b);
/* The same of a thing's classes in two languages, whose words seldom class alike: a Branch is a 行, a unit a 单位. */
bool merge_classes_translate(const Ontology *ontology, ClassId a, ClassId b);
ClassId merge_narrower(const Ontology *ontology, ClassId a, ClassId b); /* `a` unless `b` is below it */
void merge_add_name(Arena *arena, Texts *names, Text name);             /* unless it is there */
bool merge_pair_known(const Merge *merge, Text english, Text chinese);

bool merge_same_date(const DateMention *a, const DateMention *b);
bool merge_date_within(const DateMention *inner, const DateMention *outer); /* as precise or more, and not against it */
bool merge_same_number(const NumberMention *a, const NumberMention *b);
bool merge_counts_contradict(const Count *a, const Count *b); /* both exact, of the same, and not the same */
/* Is the one what is left of the other when it is rounded, as in headlines: 万吨 of 14,640 吨? */
bool merge_count_rounds(const Count *round, const Count *exact);
/* Do two lists speak of one role with no number in common and contradict each other? */
bool merge_all_counts_contradict(const Counts *a, const Counts *b);

/* Of what fills a role in two tellings of one language, is anything the same? */
typedef enum Sharing { SHARING_UNKNOWN, SHARING_SOME, SHARING_NOTHING } Sharing;
Sharing merge_share_role(const Merge *merge, const Telling *a, const Telling *b, Role role);
/* Do all roles that both have share something? `shared` becomes true if one does that tells events apart. */
bool merge_roles_agree(const Merge *merge, const Telling *a, const Telling *b, bool *shared);
bool merge_tells_apart(Role role); /* agent, object, recipient */
bool merge_dates_agree(const Telling *a, const Telling *b);
bool merge_counts_agree(const Merge *merge, const Telling *a, const Telling *b);
void merge_unite(const Merge *merge, Telling *telling, const Telling *other); /* `telling` becomes both */
/* Unites what headlines tell with what it sums up. */
void merge_headlines(const Merge *merge, Tellings *told);

/* Where facts stand. */
typedef struct Stretch {
    size_t begin; /* thousandths of the dispatch */
    size_t end;
} Stretch;
Stretch merge_place_of_sentence(const Merge *merge, const Fact *fact);
Stretch merge_place_of_fact(const Merge *merge, const Fact *fact);
bool merge_in_headline(const Merge *merge, const Fact *fact);

#endif
