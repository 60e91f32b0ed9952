/* Which file an article's statements are filed in, when they are divided among many. */
#ifndef FILING_H
#define FILING_H

#include "buffer.h"
#include "date.h"

/* Adds the name below the output's folder, without ending: "1956/03/1956-03-31_title" by the name of the article's own
 * file at `path`; "1956-03"; or "part-1-of-4", where `shard` is "1-of-4". What has no date goes under "undated". */
void filing_name(dateline_per per, Day date, Text path, Text shard, Buffer *out);

#endif
