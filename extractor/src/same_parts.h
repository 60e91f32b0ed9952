/* What the files that look for the same happenings share; nobody else includes it. */
#ifndef SAME_PARTS_H
#define SAME_PARTS_H

#include "same.h"
#include "turtle.h"

/* Two events by the keys of their IRIs. */
typedef struct Pair {
    uint64_t first;
    uint64_t second;
    bool by_name;
} Pair;

typedef VECTOR(Pair) Pairs;

uint64_t same_key(Text text);
bool same_is(const Triple *triple, const char *predicate);

/* Looks the events of the pairs up in the graphs. */
Status same_read(const Texts *paths, const Pairs *pairs, Arena *arena, Diag *diag, Same *out);

#endif
