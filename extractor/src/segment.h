/* An article's text as dispatches, sentences and clauses, in both languages. */
#ifndef SEGMENT_H
#define SEGMENT_H

#include "article.h"

typedef enum SentenceKind {
    SENTENCE_BODY,
    SENTENCE_HEADLINE,  /* the article's headline, or a deck repeated at the top of the body, a heading inside it */
    SENTENCE_CAPTION,   /* 图为…, "The picture shows …" */
    SENTENCE_ADDRESS,   /* the line of a letter or telegram that says to whom */
    SENTENCE_SIGNATURE, /* who signed it, and the date line */
} SentenceKind;

typedef struct Sentence {
    Lang lang;
    SentenceKind kind;
    Text text;        /* a slice of the text version, trimmed, its final punctuation included, the dateline not */
    size_t offset;    /* of text in the text version, in bytes */
    size_t dispatch;  /* index into Document.dispatches */
    size_t paragraph; /* counts paragraphs of this language's body from 0 */
    Spans clauses; /* bytes in text: what stands between ， ； ： , ; : and " -- ", the mark itself left out; a comma
                      inside a number, brackets or quotation marks does not divide; 、 never does */
} Sentence;

typedef struct Dispatch {
    bool present[LANG_COUNT];
    Text dateline[LANG_COUNT];          /* 新华社29日讯, "Xinhua News Agency, March 29th": a slice; empty: none */
    size_t dateline_offset[LANG_COUNT]; /* bytes in the text version */
    Text agency[LANG_COUNT]; /* 新华社, "Xinhua News Agency", 本报: as the dateline has it; also from a source at the
                                end */
    Text relayed[LANG_COUNT];  /* 塔斯社, "TASS": whose report the agency passes on; then what follows is reported */
    Text place[LANG_COUNT];    /* 广州, "Guangzhou" */
    const Entry *agency_entry; /* what the lexicon knows of them, or NULL */
    const Entry *place_entry;
    Day date; /* resolved: in the issue's month or before, or a few days after it; Chinese first; year 0: none */
} Dispatch;

typedef struct Document {
    const Article *article;
    VECTOR(Sentence) sentences; /* English ones first, each language in reading order */
    VECTOR(Dispatch)
    dispatches; /* at least one; the n-th of the English is the n-th of the Chinese when both have as many */
} Document;

Status segment_article(const Article *article, const Lexicon *lexicon, Arena *arena, Document *out);

/* "Today" in a sentence of this dispatch: its date, else the issue's. */
Day document_reference(const Document *document, size_t dispatch);
/* The day on which it can have been printed: the issue's, or a later one that the dispatch has. */
Day document_issue(const Document *document, size_t dispatch);

#endif
