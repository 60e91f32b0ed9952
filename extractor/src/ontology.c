/* Owns the reading of dateline.ttl: which classes and properties there are and what the program must know of each. It takes what the
 * file states and reasons no further than superclasses; terms of other vocabularies are passed over. */
#include "ontology.h"

#include "turtle.h"

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define OWL "http://www.w3.org/2002/07/owl#"

/* The triples of the file, found by their subjects. */
typedef struct Source {
    Triples triples;
    Table first;  /* subject -> its first triple */
    size_t *next; /* of each triple: the next one with the same subject, or TABLE_NONE */
} Source;

typedef struct Loader {
    Source source;
    Ontology *ontology;
    Text path;
    Arena *arena;
    Diag *diag;
    Status status;
} Loader;

static void refuse(Loader *loader, Text name, const char *message) {
    diag_error(loader->diag, (Place){.file = loader->path}, "dl:%.*s %s", TEXT_ARGS(name), message);
    loader->status = DATELINE_RULES;
}

static void index_subjects(Source *source, Arena *arena) {
    Table last = {0};
    source->next = ARENA_ARRAY(arena, size_t, source->triples.count + 1);
    for (size_t i = 0; i < source->triples.count; i++) {
        Text subject = source->triples.items[i].subject.text;
        source->next[i] = TABLE_NONE;
        if (table_put(&source->first, arena, subject, i) != i) {
            source->next[table_get(&last, subject)] = i;
        }
        table_set(&last, arena, subject, i);
    }
}
