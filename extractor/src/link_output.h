/* Links as files. */
#ifndef LINK_OUTPUT_H
#define LINK_OUTPUT_H

#include "link_parts.h"

#include <stdio.h>

/* Writes sorted links as SSSOM/TSV: https://w3id.org/sssom, with its metadata at the head. `base` names the mapping
 * set. */
void link_write_sssom(const Links *links, Text base, Arena *arena, FILE *out);
/* Writes sorted links as Turtle: SKOS matches, VoID linksets that count them, and the concept scheme of the things. */
void link_write_void(const Links *links, Text base, Arena *arena, FILE *out);

#endif
