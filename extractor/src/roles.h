/* The parts that an event has, and the ways in which it is asserted. */
#ifndef ROLES_H
#define ROLES_H

#include "text.h"

/* The properties by which an event holds its parts (dl:agent …). */
#define ROLE_LIST(X)                                                                                                   \
    X(AGENT, "agent")                                                                                                  \
    X(OBJECT, "object")                                                                                                \
    X(RECIPIENT, "recipient")                                                                                          \
    X(PLACE, "place")                                                                                                  \
    X(OCCASION, "occasion")                                                                                            \
    X(ATTRIBUTED, "attributedTo")

typedef enum Role {
#define ROLE_ENUM(name, property) ROLE_##name,
    ROLE_LIST(ROLE_ENUM)
#undef ROLE_ENUM
        ROLE_NONE
} Role;
enum { ROLE_COUNT = ROLE_NONE };

#define MODALITY_LIST(X)                                                                                               \
    X(ACTUAL, "Actual")                                                                                                \
    X(PLANNED, "Planned")                                                                                              \
    X(DEMANDED, "Demanded")                                                                                            \
    X(DENIED, "Denied")                                                                                                \
    X(REPORTED, "Reported")

typedef enum Modality {
#define MODALITY_ENUM(name, text) MODALITY_##name,
    MODALITY_LIST(MODALITY_ENUM)
#undef MODALITY_ENUM
        MODALITY_NONE
} Modality;
enum { MODALITY_COUNT = MODALITY_NONE };

const char *role_name(Role role);             /* "agent" */
Role role_from_name(Text name);               /* ROLE_NONE: no role */
const char *modality_name(Modality modality); /* "Actual" */
Modality modality_from_name(Text name);       /* MODALITY_NONE: no modality */

#endif
