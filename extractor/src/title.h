/* What the words beside a person's name say of where he belongs. */
#ifndef TITLE_H
#define TITLE_H

#include "tagger.h"

/* The place or body that tells a person from others of his name. */
typedef struct Home {
    Text key;     /* of a thing in the lexicon its id, of another one its name; empty: nothing is said */
    Text body;    /* the key, if it is a body's */
    Texts places; /* ids of all places that the same words name: 湖北省黄冈县 are two */
} Home;

/* Of 鞍钢工人李明, 李明（鞍钢工人）, "Li Ming, a worker of Ansteel": where he works, else the place below the country,
 * else his village; of a foreigner his country. Bodies of the whole country say nothing of where somebody is. */
Home title_home(const Tagged *tagged, const Lexicon *lexicon, const Mention *person, Day when, Arena *arena);

/* The id under which a thing of the lexicon tells others apart: that of the first one that bore its name before it and
 * became it, so that a ministry that was founded anew is still one. */
Text title_id(const Entry *entry);

/* 工人, 县长, "worker": does the token say what many are, so that it does not tell who somebody is? */
bool title_is_common(const Tagged *tagged, size_t index);

/* 全国, 中国, "National": is a body by its name the whole country's, or more than one country's? */
bool title_is_national(Lang lang, Text name);

#endif
