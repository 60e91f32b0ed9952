/* The shipped rules and lexicon, loaded as the program loads them. */
#ifndef SHIPPED_WORLD_H
#define SHIPPED_WORLD_H

#include "check.h"
#include "world.h"

/* Tests run in the top folder. */
static inline void shipped_world(Arena *arena, World *world) {
    Diag diag = {0};
    DataFolders folders;
    CHECK_EQUAL(world_find(TEXT("."), arena, &diag, &folders), DATELINE_OK);
    CHECK_EQUAL(world_load(&folders, TEXT(""), arena, &diag, world), DATELINE_OK);
}

#endif
