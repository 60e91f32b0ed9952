/* What tells things of one name apart that no line of the lexicon fits. */
#ifndef SCOPE_H
#define SCOPE_H

#include "discourse.h"
#include "fact.h"

/* Gives the fillers of an article's facts their scope. A person has the place or body that the article puts him in,
 * wherever in the article that is said; of two who bear one name there each has his own. A body that is named by common
 * words alone (人民医院, 第一棉纺厂) has the place that its dispatch comes from. Whom the article calls a worker or a
 * peasant, and no more, is not the minister of his name. */
void scope_fillers(const Discourse *discourse, Arena *arena, Facts *facts);

/* Is a name of this class no more than a description: 县委, 各村, 张主任, "the committee"? In another article it means
 * somebody else. */
bool scope_is_description(const Ontology *ontology, const Lexicon *lexicon, Lang lang, Text name, ClassId class_id);

#endif
