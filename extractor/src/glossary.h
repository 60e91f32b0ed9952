/* The list of names that the English of the earliest issues carries at its end. */
#ifndef GLOSSARY_H
#define GLOSSARY_H

#include "article.h"

bool glossary_is_heading(Text line); /* **Named Entities** */

/* Reads lines such as "长芦盐务管理局  Chánglú Yánwù Guǎnlǐjú (Changlu Salt Affairs Bureau)" or "张家口  Zhāngjiākǒu"
 * into out->names. Lines of another shape are no pairs of names. */
void glossary_read(Text block, Arena *arena, Article *out);

#endif
