/* What looks like the subject of a Chinese clause and is none; in English nothing does. */
#ifndef SUBJECT_ZH_H
#define SUBJECT_ZH_H

#include "tagger.h"

/* The token 的 of 林业部召开的会议, behind which the subject stands; SIZE_MAX: there is none. */
size_t subject_relative(const Tagged *tagged, const Mention *mention);
/* The token 之 or 的 of 驻修武城之国民党军, whose first token is `verb`, behind which the subject stands; SIZE_MAX:
 * there is none before byte `limit`. */
size_t subject_stationed(const Tagged *tagged, size_t verb, size_t limit);
/* 四川有一家商店. */
bool subject_is_setting(const Tagged *tagged, const Mention *mention);
/* 救济工人二百户: `first` is the mention's first token. */
bool subject_is_deed(const Tagged *tagged, size_t first, const Mention *mention);
/* 选出王大为主席，陈云等五人为委员: `who` is 陈云. */
bool subject_is_given_post(const Tagged *tagged, Span who);
/* 飞机四架 as the whole of a clause that ends at byte `end`. */
bool subject_is_thing(const Tagged *tagged, size_t index, size_t end);
/* 看了文件, 种谷四亩, 狠狠地打击敌人: does what begins with a token, up to byte `end`, tell at once what is done, so
 * that who does it is named elsewhere? */
bool subject_is_elsewhere(const Lexicon *lexicon, const Tagged *tagged, size_t index, size_t end);

#endif
