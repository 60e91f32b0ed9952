/* Owns what makes two reports one happening: the same kind of event on the same day, by the same agent, with the same
 * object or name, in two articles. It compares numbers made of IRIs and names, and looks up the texts of the few that
 * agree in a second reading (same_read.c). It changes no graph. */
#include "same.h"

#include "rdfstream.h"
#include "same_parts.h"
#include "terms.h"

#include <stdlib.h>

uint64_t same_key(Text text) { /* FNV-1a */
    uint64_t key = 14695981039346656037u;
    for (size_t i = 0; i < text.length; i++) {
        key = (key ^ (unsigned char)text.at[i]) * 1099511628211u;
    }
    return key;
}

bool same_is(const Triple *triple, const char *predicate) {
    return text_equal(triple->predicate.text, text_from(predicate));
}

/* A filler of a role, by its IRI, or by its name if its IRI is the article's own. */
typedef struct Filler {
    uint64_t key;
    bool own;
} Filler;

typedef VECTOR(Filler) Fillers;

/* The event whose statements are being read. */
typedef struct Reading {
    uint64_t subject;
    bool is_event;
    bool denied;
    uint64_t type;
    uint64_t day; /* 0: it has none to the day */
    uint64_t article;
    uint64_t name; /* 0: none */
    Fillers agents;
    Fillers objects;
} Reading;

/* What an event shares with those that may be the same: one of each agent and object. */
typedef struct Mark {
    uint64_t frame; /* of type and day */
    Filler agent;
    Filler object;
    bool by_name; /* the object is the event's name */
    uint64_t article;
    uint64_t event;
    uint64_t together; /* of all, when names have been looked up */
} Mark;

typedef struct NamedThing {
    uint64_t thing;
    uint64_t name;
    bool chinese;
} NamedThing;

typedef struct Search {
    Arena *arena;
    Reading reading;
    VECTOR(Mark) marks;
    VECTOR(NamedThing) names; /* of what has an IRI of its article's own */
} Search;

static uint64_t both(uint64_t a, uint64_t b) {
    return (a ^ (b + 0x9E3779B97F4A7C15u + (a << 6) + (a >> 2))) * 1099511628211u;
}

/* "workers", "the group": who does it must be known better than that. */
static bool is_description(Text iri) {
    return text_contains(iri, TEXT("/group/")) || text_contains(iri, TEXT("/work/"));
}

/* Descriptions and events are named anew in each article. */
static bool is_own(Text iri) {
    return is_description(iri) || text_contains(iri, TEXT("/event/"));
}

static void add_mark(Search *search, Filler agent, Filler object, bool by_name) {
    const Reading *reading = &search->reading;
    *VECTOR_PUSH(search->arena, &search->marks) = (Mark){.frame = both(reading->type, reading->day),
                                                         .agent = agent,
                                                         .object = object,
                                                         .by_name = by_name,
                                                         .article = reading->article,
                                                         .event = reading->subject};
}

/* All of an event has been read. */
static void finish_event(Search *search) {
    Reading *reading = &search->reading;
    bool whole = reading->is_event && reading->type && reading->day && reading->article && !reading->denied;
    for (size_t i = 0; whole && i < reading->agents.count; i++) {
        for (size_t j = 0; j < reading->objects.count; j++) {
            add_mark(search, reading->agents.items[i], reading->objects.items[j], false);
        }
        if (reading->name) {
            add_mark(search, reading->agents.items[i], (Filler){.key = reading->name}, true);
        }
    }
    reading->agents.count = 0;
    reading->objects.count = 0;
    *reading = (Reading){.agents = reading->agents, .objects = reading->objects};
}

static void add_filler(Search *search, Fillers *fillers, Text iri) {
    *VECTOR_PUSH(search->arena, fillers) = (Filler){same_key(iri), is_own(iri)};
}

static void read_of_event(Search *search, const Triple *triple) {
    Reading *reading = &search->reading;
    bool chinese = text_equal(triple->object.language, TEXT("zh"));
    if (same_is(triple, RDF_NS "type")) {
        reading->type = same_key(triple->object.text);
    } else if (same_is(triple, DL_NS "date")) {
        bool to_the_day = text_equal(triple->object.datatype, TEXT(XSD_NS "date"));
        reading->day = to_the_day ? same_key(triple->object.text) : 0;
    } else if (same_is(triple, DL_NS "reportedIn")) {
        reading->article = same_key(triple->object.text);
    } else if (same_is(triple, DL_NS "modality")) {
        reading->denied = text_equal(triple->object.text, TEXT(DL_NS "Denied"));
    } else if (same_is(triple, DL_NS "agent") && !is_description(triple->object.text)) {
        add_filler(search, &reading->agents, triple->object.text);
    } else if (same_is(triple, DL_NS "object")) {
        add_filler(search, &reading->objects, triple->object.text);
    } else if (same_is(triple, RDFS_NS "label") && (!reading->name || chinese)) {
        reading->name = same_key(triple->object.text);
    }
}

static void read_mark(void *context, const Triple *triple) {
    Search *search = context;
    uint64_t subject = same_key(triple->subject.text);
    if (subject != search->reading.subject) {
        finish_event(search);
        search->reading.subject = subject;
        search->reading.is_event = text_contains(triple->subject.text, TEXT("/event/"));
    }
    if (search->reading.is_event) {
        read_of_event(search, triple);
    }
    if (same_is(triple, RDFS_NS "label") && is_own(triple->subject.text)) {
        *VECTOR_PUSH(search->arena, &search->names) =
            (NamedThing){subject, same_key(triple->object.text), text_equal(triple->object.language, TEXT("zh"))};
    }
}

/* ---- comparing ---- */

static int order(uint64_t a, uint64_t b) {
    return (a > b) - (a < b);
}

/* Chinese names first: they identify. */
static int compare_names(const void *a, const void *b) {
    const NamedThing *first = a;
    const NamedThing *second = b;
    int things = order(first->thing, second->thing);
    return things ? things : order(second->chinese, first->chinese);
}

static uint64_t identified(const Search *search, Filler filler) {
    size_t low = 0;
    size_t high = filler.own ? search->names.count : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (search->names.items[middle].thing < filler.key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool named = filler.own && low < search->names.count && search->names.items[low].thing == filler.key;
    return named ? search->names.items[low].name : filler.key;
}

static int compare_marks(const void *a, const void *b) {
    const Mark *first = a;
    const Mark *second = b;
    int together = order(first->together, second->together);
    return together ? together : order(first->event, second->event);
}

static int compare_pairs(const void *a, const void *b) {
    const Pair *first = a;
    const Pair *second = b;
    int firsts = order(first->first, second->first);
    return firsts ? firsts : order(first->second, second->second);
}

/* Each event of another article with the first of those that share a mark. */
static void pair_marks(const Search *search, Pairs *pairs) {
    size_t begin = 0;
    for (size_t i = 1; i < search->marks.count; i++) {
        const Mark *mark = &search->marks.items[i];
        const Mark *first = &search->marks.items[begin];
        if (mark->together != first->together) {
            begin = i;
        } else if (mark->article != first->article && mark->event != first->event) {
            *VECTOR_PUSH(search->arena, pairs) = (Pair){first->event, mark->event, mark->by_name};
        }
    }
}

static void drop_repeated(Pairs *pairs) {
    size_t kept = 0;
    for (size_t i = 0; i < pairs->count; i++) {
        if (i == 0 || compare_pairs(&pairs->items[i], &pairs->items[i - 1]) != 0) {
            pairs->items[kept++] = pairs->items[i];
        }
    }
    pairs->count = kept;
}

static void compare_events(Search *search, Pairs *pairs) {
    if (search->names.count) {
        qsort(search->names.items, search->names.count, sizeof *search->names.items, compare_names);
    }
    for (size_t i = 0; i < search->marks.count; i++) {
        Mark *mark = &search->marks.items[i];
        uint64_t fillers = both(identified(search, mark->agent), identified(search, mark->object));
        mark->together = both(both(mark->frame, fillers), mark->by_name);
    }
    if (search->marks.count) {
        qsort(search->marks.items, search->marks.count, sizeof *search->marks.items, compare_marks);
    }
    pair_marks(search, pairs);
    if (pairs->count) {
        qsort(pairs->items, pairs->count, sizeof *pairs->items, compare_pairs);
    }
    drop_repeated(pairs);
}

Status same_find(const Texts *paths, Arena *arena, Diag *diag, Same *out) {
    Search search = {.arena = arena};
    for (size_t i = 0; i < paths->count; i++) {
        TRY(rdfstream_read(paths->items[i], read_mark, &search, arena, diag));
        finish_event(&search);
    }
    Pairs pairs = {0};
    compare_events(&search, &pairs);
    return same_read(paths, &pairs, arena, diag, out);
}
