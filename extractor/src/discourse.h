/* What stands for something said elsewhere: "the conference", 会议, a subject carried over, "today". */
#ifndef DISCOURSE_H
#define DISCOURSE_H

#include "tagger.h"

typedef struct Topic Topic;

typedef struct Discourse {
    const Ontology *ontology;
    const Lexicon *lexicon;
    const Document *document;
    const Tagged *tagged; /* one a sentence, in the order of Document.sentences */
    Arena *arena;
    const Topic *topics; /* the meeting that each dispatch is about, in each language */
} Discourse;

/* What holds for all of a document's tagged sentences is found once. */
Discourse discourse_open(const Ontology *ontology, const Lexicon *lexicon, const Document *document,
                         const Tagged *tagged, Arena *arena);

/* Who is the subject of the clause around byte `at` of a sentence: in this clause before `at`, else in an earlier
 * clause that hands its subject on. The subject may be an enumeration. false: none is said. */
bool discourse_subject(const Discourse *discourse, size_t sentence, size_t at, size_t *in_sentence, Span *span);

/* The full name behind a bare description at byte `at` (会议 -> 重工业部第一届先进生产者代表会议), else the label
 * itself. */
Referent discourse_resolve(const Discourse *discourse, size_t sentence, size_t at, Referent spoken);

/* 我国: is it the newspaper's own country? */
bool discourse_is_own(Text label);
Referent discourse_own(const Lexicon *lexicon, const Ontology *ontology);

/* The body that is named within some bytes of a sentence, as who says so: "according to Reuters"; false: none is. */
bool discourse_source(const Discourse *discourse, size_t sentence, Span words, Referent *out);

/* The meeting that a sentence's dispatch is about; false: about none. */
bool discourse_meeting(const Discourse *discourse, size_t sentence, Referent *out);

/* "the conference", 这次会议: does a name say nothing but what kind it is? */
bool discourse_is_bare(const Discourse *discourse, Lang lang, Text label);

/* The date that holds for what stands at `span`: the nearest one before in its sentence, else behind it in its clause.
 * Dates inside any of the `covered` spans belong to what is named there. `done`: of what has happened, which has no
 * date behind the newspaper's. */
const DateMention *discourse_date(const Discourse *discourse, size_t sentence, Span span, const Spans *covered,
                                  bool done);

/* The token of a clause behind all that may stand before its subject; as many as there are tokens: none. */
size_t discourse_clause_head(const Tagged *tagged, Span clause);

/* The subject that stands at the beginning of a sentence's clause; false: none does. */
bool discourse_clause_subject(const Discourse *discourse, size_t sentence, size_t clause, Span *span);

/* The clause of a sentence that holds byte `at`. */
Span discourse_clause(const Discourse *discourse, size_t sentence, size_t at);

#endif
