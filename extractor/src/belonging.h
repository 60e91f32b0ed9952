/* What belongs to somebody or something that was named before. */
#ifndef BELONGING_H
#define BELONGING_H

#include "discourse.h"

/* The label of words at byte `at` of a sentence, which begin with what stands for another or have 该 before them, with
 * the name of that: 该校师生 -> 青山中学师生. Else, and where nobody fits, the label itself. */
Text belonging_label(const Discourse *discourse, size_t sentence, size_t at, Text label);

#endif
