/* Links that follow from the graphs alone: what the lexicon says that a thing is, and what a body became. */
#include "link_parts.h"
#include "terms.h"

/* How often the lexicon is right about a name, as `make score-links` finds; a chain is weaker by a step. */
static const double OF_LEXICON = 0.98;
static const double OF_CHAIN = 0.80;

static bool is_wikidata(Text iri) {
    return text_starts(iri, TEXT(WIKIDATA_NS));
}

static void add_same(const LinkThings *things, const LinkThing *thing, Links *out) {
    for (size_t i = 0; i < thing->same.count; i++) {
        *VECTOR_PUSH(things->arena, out) =
            (Link){.subject = thing->iri,
                   .subject_label = link_label(thing),
                   .object = thing->same.items[i],
                   .object_source = is_wikidata(thing->same.items[i]) ? TEXT(WIKIDATA_NS "Q2013") : TEXT(""),
                   .exact = true,
                   .why = JUSTIFIED_BY_LEXICON,
                   .confidence = OF_LEXICON};
    }
}

/* What a thing has become by now; NULL: several things, or nothing that is known. A circle has no end. */
static const LinkThing *last_successor(const LinkThings *things, const LinkThing *thing) {
    enum { LONGEST_CHAIN = 32 };
    for (size_t i = 0; i < LONGEST_CHAIN && thing->successors.count == 1; i++) {
        thing = &things->things.items[thing->successors.items[0]];
        if (thing->same.count) {
            return thing;
        }
    }
    return NULL;
}

static void add_successor(const LinkThings *things, const LinkThing *thing, Links *out) {
    const LinkThing *successor = last_successor(things, thing);
    for (size_t i = 0; successor && i < successor->same.count; i++) {
        Text comment =
            text_format(things->arena, "the item is of what it became: %.*s", TEXT_ARGS(link_label(successor)));
        *VECTOR_PUSH(things->arena, out) =
            (Link){.subject = thing->iri,
                   .subject_label = link_label(thing),
                   .object = successor->same.items[i],
                   .object_source = is_wikidata(successor->same.items[i]) ? TEXT(WIKIDATA_NS "Q2013") : TEXT(""),
                   .why = JUSTIFIED_BY_CHAIN,
                   .confidence = OF_CHAIN,
                   .comment = comment};
    }
}

void link_known(const LinkThings *things, Links *out) {
    for (size_t i = 0; i < things->things.count; i++) {
        const LinkThing *thing = &things->things.items[i];
        if (thing->same.count) {
            add_same(things, thing, out);
        } else {
            add_successor(things, thing, out);
        }
    }
}
