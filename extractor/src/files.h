/* Whole files, and the names in a folder. */
#ifndef FILES_H
#define FILES_H

#include "diag.h"

/* The bytes of a file, in `arena`. What goes wrong is told; then DATELINE_IO. */
Status file_read(Text path, Arena *arena, Diag *diag, Text *out);
/* The paths of the files in `folder` whose names end with `ending`, sorted by bytes. Names that start with a dot are
 * left out. */
Status folder_list(Text folder, Text ending, Arena *arena, Diag *diag, Texts *out);
/* The same for several folders, one after the other. */
Status folders_list(const Texts *folders, Text ending, Arena *arena, Diag *diag, Texts *out);

/* Do two paths lead to one file? */
bool files_are_same(Text a, Text b, Arena *arena);

#endif
