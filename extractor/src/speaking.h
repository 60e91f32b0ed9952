/* Words of speech. */
#ifndef SPEAKING_H
#define SPEAKING_H

#include "tagger.h"

/* Does somebody do at this token what is done by speaking, as a speaker who has been named goes on? */
bool speaking_goes_on(const Tagged *tagged, size_t index);
/* Does a sentence tell what somebody says? Whom the next one speaks of may then be somebody whom that one spoke of. */
bool speaking_is_in(const Tagged *tagged);

#endif
