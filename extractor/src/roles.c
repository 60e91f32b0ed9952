/* The names of roles and modalities, from their two lists. */
#include "roles.h"

const char *role_name(Role role) {
    static const char *const names[] = {
#define ROLE_TEXT(name, property) property,
        ROLE_LIST(ROLE_TEXT)
#undef ROLE_TEXT
    };
    return names[role];
}

Role role_from_name(Text name) {
    Role role = ROLE_AGENT;
    while (role < ROLE_NONE && !text_equal(name, text_from(role_name(role)))) {
        role++;
    }
    return role;
}

const char *modality_name(Modality modality) {
    static const char *const names[] = {
#define MODALITY_TEXT(name, text) text,
        MODALITY_LIST(MODALITY_TEXT)
#undef MODALITY_TEXT
    };
    return names[modality];
}

Modality modality_from_name(Text name) {
    Modality modality = MODALITY_ACTUAL;
    while (modality < MODALITY_NONE && !text_equal(name, text_from(modality_name(modality)))) {
        modality++;
    }
    return modality;
}
