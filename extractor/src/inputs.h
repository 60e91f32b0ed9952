/* What the user named, as files to be opened one after the other. */
#ifndef INPUTS_H
#define INPUTS_H

#include "diag.h"

typedef struct Inputs Inputs;

typedef struct Input {
    Text path;  /* "-" is standard input */
    bool named; /* by the user, not found in a folder */
} Input;

/* `input` stays in use. What is wrong with its list of files is told; then DATELINE_IO. */
Status inputs_open(const dateline_input *input, Diag *diag, Inputs **out);

/* The next file; its path is in `arena`. Of what is in folders only texts and archives count, by their names. At the
 * end *more is false. DATELINE_SKIPPED: out->path is a folder that was refused; DATELINE_IO: it cannot be read. Why is
 * told; go on. */
Status inputs_next(Inputs *inputs, Arena *arena, Input *out, bool *more);

void inputs_close(Inputs *inputs); /* NULL is nothing to close */

/* How many articles there are, as far as that can be known without reading them; 0: it cannot. */
size_t inputs_count(const dateline_input *input, Arena *arena);

/* By its name: *.md and *.txt; an archive or a compressed text (*.zip, *.tar.gz, *.md.gz). */
bool input_is_text(Text name);
bool input_is_bundle(Text name);
/* "a.md.gz" -> "a.md": the name without the ending of a compressed file. */
Text input_uncompressed(Text name);

#endif
