/* An article's bytes as text, or why they are none. */
#ifndef PLAINTEXT_H
#define PLAINTEXT_H

#include "diag.h"
#include "splitter.h"

/* The text of a piece of the stream at `path`, in UTF-8 without byte-order mark and NUL, in `arena` or in the piece.
 * It is in the encoding that its mark tells, or else in `encoding`; ENCODING_UNKNOWN: in GB18030, if it cannot be UTF-8
 * and looks like Chinese. What is no text is told; then DATELINE_SKIPPED. */
Status plaintext_read(Text path, const Piece *piece, Encoding encoding, Arena *arena, Diag *diag, Text *out);

#endif
