/* What an authority file has that bears a thing's name, and what that proves. */
#ifndef LINK_AUTHORITY_H
#define LINK_AUTHORITY_H

#include "link_parts.h"

/* Something in an authority that bears the name of a thing, or is said to be the same. */
typedef struct LinkObject {
    Text iri;
    Text label;
    unsigned kinds; /* 0: not said */
    Years years;
    Texts same;
    bool named[LANG_COUNT]; /* it has names in Latin letters, in Chinese characters */
} LinkObject;

typedef struct LinkCandidate {
    size_t thing;
    size_t object;
    bool same;                /* the authority says that it is what the graph says */
    bool matched[LANG_COUNT]; /* a name in Latin letters is shared, one in Chinese characters */
    bool chief;               /* a label of the authority is, and not only another name */
    Text match_string;
    Text match_field;
} LinkCandidate;

typedef VECTOR(LinkObject) LinkObjects;
typedef VECTOR(LinkCandidate) LinkCandidates;

/* Says of the candidates of one authority which are links. What several of its things are equally likely to be is left
 * out. */
void link_judge(const LinkThings *things, const LinkObjects *objects, const LinkCandidates *candidates, Links *out);

#endif
