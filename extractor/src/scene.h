/* At which meeting something is done or said. */
#ifndef SCENE_H
#define SCENE_H

#include "discourse.h"
#include "fact.h"
#include "match.h"

/* The meeting at which `fact`, which tells of none, takes place: one that its sentence names outside all `covered`
 * spans, or that the dispatch is about if it says "during the conference"; else, of what somebody says, the last one
 * told before it in its dispatch, if neither another day nor another deed has been told since. `earlier`: the facts of
 * the article before it. false: none. */
bool scene_occasion(const Discourse *discourse, const Ruleset *rules, Matcher *matcher, const Facts *earlier,
                    const Spans *covered, const Fact *fact, Referent *out);

#endif
