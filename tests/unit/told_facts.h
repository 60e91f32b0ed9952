/* What the shipped rules read in a text of our own, as one line. */
#ifndef TOLD_FACTS_H
#define TOLD_FACTS_H

#include "reading.h"

static inline Text type_of(const Fact *fact) {
    return world.ontology->classes.items[fact->type].name;
}

static inline Text day_of(const Fact *fact) {
    Day day = fact->has_date ? fact->date.value : (Day){0};
    return !day.year  ? TEXT("")
           : !day.day ? text_format(&arena, " on %d-%02d", day.year, day.month)
                      : text_format(&arena, " on %d-%02d-%02d", day.year, day.month, day.day);
}

/* All facts, with their days if those are asked for: "Founding Planned agent 林业部 object 学校; ", the fillers in the
 * order of their words. */
static inline Text told_with(Lang lang, const char *body, bool headline, bool days) {
    Document document;
    Facts facts = facts_of(lang, body, headline, &document);
    Text all = TEXT("");
    for (size_t i = 0; i < facts.count; i++) {
        const Fact *fact = &facts.items[i];
        all =
            text_format(&arena, "%.*s%.*s %s", TEXT_ARGS(all), TEXT_ARGS(type_of(fact)), modality_name(fact->modality));
        for (size_t k = 0; k < fact->fillers.count; k++) {
            const Filler *filler = &fact->fillers.items[k];
            all =
                text_format(&arena, "%.*s %s %.*s", TEXT_ARGS(all), role_name(filler->role), TEXT_ARGS(filler->label));
        }
        all = text_format(&arena, "%.*s%.*s; ", TEXT_ARGS(all), TEXT_ARGS(days ? day_of(fact) : TEXT("")));
    }
    return all;
}

static inline Text told(Lang lang, const char *body, bool headline) {
    return told_with(lang, body, headline, false);
}

#endif
