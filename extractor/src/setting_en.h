/* Where an English clause says that something is done. */
#ifndef SETTING_EN_H
#define SETTING_EN_H

#include "fact.h"
#include "tagger.h"

/* The place in which `fact` happens, as it is named right behind what was read of it, between its words, or at the head
 * of the sentence, outside all `covered` spans. `clause` holds the end of the fact. false: none is. */
bool setting_in_english(const Tagged *tagged, const Spans *covered, const Fact *fact, Span clause, Arena *arena,
                        Spans *out);

#endif
