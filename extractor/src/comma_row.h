/* Chinese commas that enumerate. */
#ifndef COMMA_ROW_H
#define COMMA_ROW_H

#include "tagger.h"

/* Notes on the commas between the members of a row that they join: 美方代表奥森中校，我方代表张三上校等. */
void comma_rows_mark(Tagged *tagged);

#endif
