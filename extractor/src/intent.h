/* Whether words say that something is still to be done. */
#ifndef INTENT_H
#define INTENT_H

#include "match.h"

/* Does what stands behind the subject of a match begin so: 正在准备, " is about to"? A bare 将 and "will", which may
 * belong to what is told of, do not count; nor does a rule about plans. */
bool intent_follows_subject(const Tagged *tagged, const Match *match);

/* Do the words of a rule that tells of a plan say that somebody means to do something, without a vow? */
bool intent_is_told(Text words);

#endif
