/* Reads of the graphs again what they say of the events that have been found to agree: their texts, claims and
 * evidence. Why they agree is same.c's. */
#include "same_parts.h"

#include "rdfstream.h"
#include "terms.h"

#include <stdlib.h>

typedef struct Lookup {
    Arena *arena;
    Same *same;     /* its happenings are sorted by key while the graphs are read */
    uint64_t claim; /* key of the claim whose statements are being read */
    size_t claimed; /* the happening that it asserts, or SIZE_MAX */
} Lookup;

static int compare_keys(const void *a, const void *b) {
    uint64_t first = ((const Happening *)a)->key;
    uint64_t second = ((const Happening *)b)->key;
    return (first > second) - (first < second);
}

static size_t find(const Same *same, uint64_t key) {
    const Happening wanted = {.key = key};
    const Happening *found = same->happenings.count ? bsearch(&wanted, same->happenings.items, same->happenings.count,
                                                              sizeof wanted, compare_keys)
                                                    : NULL;
    return found ? (size_t)(found - same->happenings.items) : SIZE_MAX;
}

static void add_happening(Same *same, uint64_t key, Arena *arena) {
    *VECTOR_PUSH(arena, &same->happenings) = (Happening){.key = key};
}

static void prepare(Same *same, const Pairs *pairs, Arena *arena) {
    for (size_t i = 0; i < pairs->count; i++) {
        add_happening(same, pairs->items[i].first, arena);
        add_happening(same, pairs->items[i].second, arena);
    }
    if (same->happenings.count) {
        qsort(same->happenings.items, same->happenings.count, sizeof *same->happenings.items, compare_keys);
    }
    size_t kept = 0;
    for (size_t i = 0; i < same->happenings.count; i++) {
        if (i == 0 || same->happenings.items[i].key != same->happenings.items[i - 1].key) {
            same->happenings.items[kept++] = same->happenings.items[i];
        }
    }
    same->happenings.count = kept;
    for (size_t i = 0; i < pairs->count; i++) {
        *VECTOR_PUSH(arena, &same->coincidences) = (Coincidence){
            find(same, pairs->items[i].first), find(same, pairs->items[i].second), pairs->items[i].by_name};
    }
}

/* ---- reading ---- */

static void add_text(Texts *texts, Text text, Arena *arena) {
    for (size_t i = 0; i < texts->count; i++) {
        if (text_equal(texts->items[i], text)) {
            return;
        }
    }
    *VECTOR_PUSH(arena, texts) = text_copy(arena, text);
}

/* A claim says first what it asserts, and then what bears it out. */
static void read_claim(Lookup *lookup, const Triple *triple) {
    uint64_t claim = same_key(triple->subject.text);
    if (same_is(triple, DL_NS "asserts")) {
        lookup->claim = claim;
        lookup->claimed = find(lookup->same, same_key(triple->object.text));
        if (lookup->claimed != SIZE_MAX) {
            add_text(&lookup->same->happenings.items[lookup->claimed].claims, triple->subject.text, lookup->arena);
        }
    } else if (claim == lookup->claim && lookup->claimed != SIZE_MAX) {
        add_text(&lookup->same->happenings.items[lookup->claimed].spans, triple->object.text, lookup->arena);
    }
}

static void read_event(Lookup *lookup, const Triple *triple) {
    size_t index = find(lookup->same, same_key(triple->subject.text));
    if (index == SIZE_MAX) {
        return;
    }
    Happening *happening = &lookup->same->happenings.items[index];
    Text *field = same_is(triple, RDF_NS "type")        ? &happening->type
                  : same_is(triple, DL_NS "date")       ? &happening->day
                  : same_is(triple, DL_NS "reportedIn") ? &happening->article
                  : same_is(triple, DL_NS "summary")    ? &happening->summary
                                                        : NULL;
    bool second_choice =
        field == &happening->summary && field->length && !text_equal(triple->object.language, TEXT("zh"));
    if (happening->iri.length == 0) {
        happening->iri = text_copy(lookup->arena, triple->subject.text);
    }
    if (field && !second_choice) {
        *field = text_copy(lookup->arena, triple->object.text);
    }
}

static void read_statement(void *context, const Triple *triple) {
    Lookup *lookup = context;
    if (same_is(triple, DL_NS "asserts") || same_is(triple, DL_NS "evidence")) {
        read_claim(lookup, triple);
    } else if (text_contains(triple->subject.text, TEXT("/event/"))) {
        read_event(lookup, triple);
    }
}

/* ---- order ---- */

static int compare_coincidences(const void *a, const void *b, void *context) {
    const Same *same = context;
    const Coincidence *first = a;
    const Coincidence *second = b;
    const Happening *one = &same->happenings.items[first->first];
    const Happening *other = &same->happenings.items[second->first];
    int days = text_compare(one->day, other->day);
    int firsts = days ? days : text_compare(one->iri, other->iri);
    return firsts ? firsts
                  : text_compare(same->happenings.items[first->second].iri, same->happenings.items[second->second].iri);
}

/* The event whose IRI comes first stands first. */
static void put_in_order(Same *same) {
    for (size_t i = 0; i < same->coincidences.count; i++) {
        Coincidence *pair = &same->coincidences.items[i];
        if (text_compare(same->happenings.items[pair->first].iri, same->happenings.items[pair->second].iri) > 0) {
            *pair = (Coincidence){pair->second, pair->first, pair->by_name};
        }
    }
    if (same->coincidences.count) {
        qsort_r(same->coincidences.items, same->coincidences.count, sizeof *same->coincidences.items,
                compare_coincidences, same);
    }
}

Status same_read(const Texts *paths, const Pairs *pairs, Arena *arena, Diag *diag, Same *out) {
    *out = (Same){0};
    prepare(out, pairs, arena);
    Lookup lookup = {.arena = arena, .same = out, .claimed = SIZE_MAX};
    for (size_t i = 0; pairs->count && i < paths->count; i++) {
        TRY(rdfstream_read(paths->items[i], read_statement, &lookup, arena, diag));
    }
    put_in_order(out);
    return DATELINE_OK;
}
