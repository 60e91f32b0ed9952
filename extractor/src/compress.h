/* gzip and Zstandard, as any number of frames one behind the other. */
#ifndef COMPRESS_H
#define COMPRESS_H

#include "buffer.h"
#include "diag.h"

typedef struct Compressor Compressor;

/* The compression that the name of a file asks for: .gz, .zst, or none. */
dateline_compression compression_of_name(Text name);
Text compression_ending(dateline_compression compression); /* ".gz", ".zst", or empty */

/* NULL without memory. */
Compressor *compressor_create(dateline_compression compression);
void compressor_release(Compressor *compressor); /* NULL does nothing; a frame that is open is lost */

/* Adds bytes to the open frame, and opens one where none is; what is ready of it is added to `out`. The same bytes
 * always become the same frame. DATELINE_MEMORY: there is no memory, or the library was built without this compression.
 */
Status compress_add(Compressor *compressor, Text bytes, Buffer *out);
/* Completes the frame: what `out` has got so far can be unpacked by itself. An empty one, if none is open. */
Status compress_end(Compressor *compressor, Buffer *out);

#endif
