/* Where a Chinese clause says that something is done. */
#ifndef SETTING_ZH_H
#define SETTING_ZH_H

#include "fact.h"
#include "tagger.h"

/* The places in which `fact` happens, as the words before its verb name them outside all `covered` spans: each of
 * 遵化 and 乐亭 of 在遵化、乐亭等地. `clause` holds the beginning of the fact. false: none. */
bool setting_in_chinese(const Tagged *tagged, const Spans *covered, const Fact *fact, Span clause, Arena *arena,
                        Spans *out);

/* The places of which a filler behind 在 holds no more than the beginning, or whose row it is: 太原工人医院 of 太原.
 * false: it does not stand so. */
bool setting_row(const Tagged *tagged, Span filler, size_t until, Arena *arena, Spans *out);

#endif
