/* Names as they are compared: the form that all ways of encoding and capitalising them share. */
#ifndef NORMALFORM_H
#define NORMALFORM_H

#include "text.h"

/* Unicode's NFKC_Casefold, without accents: "Ｔouré" and "toure" are one, full-width figures are plain ones. Only for
 * keys: what is shown stays as it was printed. */
Text normal_form(Arena *arena, Text name);

#endif
