/* Names and words that the tagger knows, from lexicon/ *.tsv. */
#ifndef LEXICON_H
#define LEXICON_H

#include "numeral.h"
#include "ontology.h"

typedef struct Day {
    int year; /* 0: not known */
    int month;
    int day;
} Day;

typedef struct Entry Entry;
typedef VECTOR(const Entry *) EntryRefs;

/* That bodies became others, or that one came out of another: 重工业部 became three ministries on 1956-05-12. */
typedef struct Change {
    Day date;            /* year 0: not known */
    EntryRefs originals; /* in the order of their ids */
    EntryRefs results;
} Change;

/* What a person was, and when. */
typedef struct Post {
    Text title[LANG_COUNT];
    const Entry *body; /* in which; NULL: in none that the lexicon knows */
    Day from;          /* year 0: not known */
    Day to;
} Post;

struct Entry {
    Text id; /* the key of its IRI: "ministry-of-heavy-industry-1954" */
    ClassId class_id;
    Texts names[LANG_COUNT]; /* the first is the label, the others are variants */
    Day from;                /* the name is this thing's from … to …, both may be unknown */
    Day to;
    Text wikidata;        /* "Q10872208" or empty */
    const Entry *country; /* whose body it is, or where it lies; of a country itself; NULL: not said */
    VECTOR(const Change *) changes;
    VECTOR(Post) posts;
};

/* What a word is. One word may be several: a set of bits. */
typedef enum WordKind {
    WORD_NONE = 0,
    WORD_DETERMINER = 1 << 0,  /* the a this their; 该 这 那 各 */
    WORD_PREPOSITION = 1 << 1, /* of in by to; 在 向 由 被 把 从 对 */
    WORD_CONJUNCTION = 1 << 2, /* and or but; 和 与 及 并 而 */
    WORD_PRONOUN = 1 << 3,     /* he they it who which; 他 它们 我们 */
    WORD_AUXILIARY = 1 << 4,   /* is was has will; 将 曾 已 要 */
    WORD_ADVERB = 1 << 5,      /* recently unanimously; 最近 一致 分别 */
    WORD_VERB = 1 << 6,        /* verbs of reports, in every English form; 举行 选举 颁发 */
    WORD_PARTICLE = 1 << 7,    /* 的 了 着 过 们 */
    WORD_SURNAME = 1 << 8,     /* Chinese surnames, both languages */
    WORD_TITLE = 1 << 9, /* 部长 主席 同志; Minister Chairman Comrade: stands before or after a person's name */
    WORD_ADJECTIVE = 1 << 10, /* lower-case English words that never end a noun phrase: new advanced */
    WORD_SAYING = 1 << 12,  /* what only persons and bodies do: 说 指出 揭露; tells that a name stands before it */
    WORD_CALLING = 1 << 13, /* 农民 汉奸: what many are; stands before a name. 县长 is one, and a title */
    WORD_PLAIN = 1 << 11,   /* a content word that only has to be known as one word: 和平 全国 工作者 */
} WordKind;

/* What a word does where it stands; a set of bits. */
typedef enum WordUse {
    USE_GROUND = 1 << 0,    /* 根据 由于: leads a ground, a means or what went before, up to a comma */
    USE_REQUEST = 1 << 1,   /* 应各方面的[要求]，: ends a ground that 应 leads */
    USE_LOCATIVE = 1 << 2,  /* 上 期间: ends what 在 leads */
    USE_SOMEWHERE = 1 << 3, /* 当地 此间: a place without a name */
    USE_MANNER = 1 << 4,    /* 以很大的[热情]: ends what tells how */
    USE_BARRIER = 1 << 5,   /* 责成 如果 没有: a clause that has it carries no subject on */
    USE_ATTACK = 1 << 6,    /* 揭露 "exposed": who is named behind it is attacked */
    USE_OPENER = 1 << 7,    /* "amid", "in order to": begins what is no part of a filler */
    USE_AIM = 1 << 8,       /* "plan": what "to" opens behind it is part of it */
    USE_SITED = 1 << 9,     /* "war": a place behind it is part of it */
    USE_LOOSE = 1 << 10,    /* 是否 "recently": at the end of a filler it is none of it */
    USE_NUMBERED = 1 << 11, /* 五十二[军]第二师: a number before it names it */
    USE_LEAD = 1 << 12,     /* [刻]林业部…: at the head of a clause, no part of the name behind it */
    USE_ORDER = 1 << 13,    /* 部长[命令]水利局…: between two who act it is a verb */
    USE_DEED = 1 << 14,     /* 种 澄清: at the head of a clause it tells what somebody named before does */
    USE_OPENS = 1 << 15,    /* the first word of an opener of several; no kind of a file */
} WordUse;

/* All that the lexicon says of a word; of what it has not, nothing. */
typedef struct Word {
    unsigned kinds;
    unsigned uses;
} Word;

/* A word that ends a thing's name or description and tells its class: 部 -> dl:Organization, "representatives" ->
 * dl:Group. */
typedef struct Head {
    Text word;
    ClassId class_id;
    bool names; /* it makes proper names (重工业部, Ministry); otherwise only descriptions (代表, representatives) */
} Head;

typedef struct Unit {
    Text word;
    bool classifier; /* 名 个 项: counts the noun beside it */
    Ratio factor;    /* how many of `into` one of these is */
    Text into;       /* kg, ha, CNY; empty: no conversion is declared */
    Text parts;      /* its smaller units, each with its share: 分 1/10, 厘 1/100 */
    Day from;        /* the factor held from here; year 0: always */
    Day to;          /* and up to here */
} Unit;

/* A period that has a name: 第一个五年计划 -> 1953 … 1957; 解放前 -> … 1949-09-30. */
typedef struct Period {
    Text name;
    Day from; /* year 0: open */
    Day to;
} Period;

typedef struct Lexicon Lexicon;
typedef struct Wordbook Wordbook;

/* Loads every *.tsv of the folders. A line that is wrong is told with file and line; then DATELINE_RULES. */
Status lexicon_load(const Texts *folders, const Ontology *ontology, Arena *arena, Diag *diag, Lexicon **out);

/* The longest name that starts at byte `at`; its length in bytes goes to *length. EntryRefs valid on `when` come first
 * (a day with year 0: any). English names match at word boundaries only. NULL: none starts here. */
const Entry *lexicon_longest(const Lexicon *lexicon, Lang lang, Text text, size_t at, Day when, size_t *length);
const Entry *lexicon_name(const Lexicon *lexicon, Lang lang, Text name, Day when); /* a whole name */

/* Is it China itself? Does it lie, or belong, in another country? NULL, and what is not said to be anywhere: neither.
 */
bool lexicon_is_china(const Entry *entry);
bool lexicon_is_abroad(const Entry *entry);

/* Who bears a name that is not looked for (in brackets): the entries that this whole name may mean on that day. */
void lexicon_bearers(const Lexicon *lexicon, Lang lang, Text name, Day when, Arena *arena, EntryRefs *out);

/* The only one of them that is not in another country; NULL: there is none, or several. */
const Entry *lexicon_only_bearer(const Lexicon *lexicon, Lang lang, Text name, Day when, Arena *arena);

Word lexicon_word(const Lexicon *lexicon, Lang lang, Text word);   /* exactly this word (English: any case) */
bool lexicon_opener(const Lexicon *lexicon, Text text, size_t at); /* does an English opener of several words begin? */
/* What stands at a byte of a Chinese text. */
typedef struct Standing {
    uint32_t word; /* 2 + index of the longest word, from which those that it begins with are found; 1: none, 0: not
                      looked up */
    uint32_t head; /* 1 + index of the longest head; 0: none */
} Standing;

Standing lexicon_standing(const Lexicon *lexicon, Text text, size_t at);
const Head *lexicon_standing_head(const Lexicon *lexicon, const Standing *standing); /* or NULL */
/* The longest word of any of these kinds that stands there, in bytes; 0: none. */
size_t lexicon_standing_word(const Lexicon *lexicon, const Standing *standing, unsigned kinds);
/* The word of so many bytes that stands there. */
Word lexicon_standing_exact(const Lexicon *lexicon, const Standing *standing, size_t length);
/* The longest Chinese head that `text` ends with, or the English head that is exactly `text` (any case); NULL: none. */
const Head *lexicon_head(const Lexicon *lexicon, Lang lang, Text text);
/* The longest unit that starts at byte `at`. English: the word that starts there. */
const Unit *lexicon_unit(const Lexicon *lexicon, Lang lang, Text text, size_t at, size_t *length);
/* The words that the program itself has, indexed beside those of the files. */
const Wordbook *lexicon_wordbook(const Lexicon *lexicon);
/* The longest period name that starts at byte `at`. */
const Period *lexicon_period(const Lexicon *lexicon, Lang lang, Text text, size_t at, size_t *length);

#endif
