/* Where a Chinese clause says that something is done. */
#ifndef SETTING_ZH_H
#define SETTING_ZH_H

#include "fact.h"
#include "tagger.h"

/* The places in which `fact` happens, as the words before its verb name them outside all `covered` spans: each of
 * 遵化 and 乐亭 of 在遵化、乐亭等地. `clause` holds the beginning of the fact. false: none. */
bool setting_in_chinese(const Tagged *tagged, const Spans *covered, const Fact *fact, Span clause, Arena *arena,
                        Spans *out);

/* The whole of a place whose name a filler begins: 太原工人医院 of 太原; the filler itself, if it is all. */
Span setting_whole(const Tagged *tagged, Span filler, size_t until);

#endif
