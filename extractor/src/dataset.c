/* Owns the counting of statements by class and property. It does not know how the counts are written down.
 *
 * What can be known in bounded memory is counted: statements always; subjects of a class only where each of them stands
 * in one article alone, which their IRIs tell. How many bodies or persons there are in all is a question to a store. */
#include "dataset.h"

#include "terms.h"

#include <string.h>

static DatasetCount *count_of(Dataset *dataset, Table *ids, DatasetCounts *counts, Text iri) {
    size_t index = table_get(ids, iri);
    if (index == TABLE_NONE) {
        Text copy = text_copy(dataset->arena, iri);
        index = table_put(ids, dataset->arena, copy, counts->count);
        *VECTOR_PUSH(dataset->arena, counts) = (DatasetCount){.iri = copy};
    }
    return &counts->items[index];
}

static DatasetCount *class_count(Dataset *dataset, Text iri) {
    return count_of(dataset, &dataset->class_ids, &dataset->classes, iri);
}

static DatasetCount *property_count(Dataset *dataset, Text iri) {
    return count_of(dataset, &dataset->property_ids, &dataset->properties, iri);
}

static bool is_type(const Triple *triple, const char *class_iri) {
    return term_is(triple->predicate, RDF_NS "type") && (!class_iri || term_is(triple->object, class_iri));
}

static Text find_article(const Triples *triples) {
    for (size_t i = 0; i < triples->count; i++) {
        if (is_type(&triples->items[i], DL_NS "Article")) {
            return triples->items[i].subject.text;
        }
    }
    return TEXT("");
}

/* "https://…/id/article/1956-03-31-…" is under "https://…/id/". */
static Text base_of(Text article) {
    static const Text folder = {"article/", 8};
    for (size_t at = article.length; at > 0; at--) {
        if (text_starts(text_after(article, at - 1), folder)) {
            return text_slice(article, 0, at - 1);
        }
    }
    return TEXT("");
}

static bool is_digest(Text name) {
    enum { DIGITS = 16 };
    for (size_t i = 0; i < name.length; i++) {
        if (!is_ascii_digit(name.at[i]) && (name.at[i] < 'a' || name.at[i] > 'f')) {
            return false;
        }
    }
    return name.length == DIGITS;
}

/* Is this the IRI of something that belongs to one article? Groups and works do unless the lexicon names them, and then
 * they have a key of its. */
static bool is_of_one_article(Text subject, Text base) {
    static const char *const always[] = {"article/", "event/", "claim/", "quantity/"};
    static const char *const described[] = {"group/", "work/"};
    if (base.length == 0 || !text_starts(subject, base)) {
        return false;
    }
    Text path = text_after(subject, base.length);
    for (size_t i = 0; i < sizeof always / sizeof *always; i++) {
        if (text_starts(path, text_from(always[i]))) {
            return true;
        }
    }
    for (size_t i = 0; i < sizeof described / sizeof *described; i++) {
        if (text_starts(path, text_from(described[i]))) {
            return is_digest(text_after(path, strlen(described[i])));
        }
    }
    return false;
}

/* The statements `begin` to `end` are those of one subject. */
static void add_subject(Dataset *dataset, const Triples *triples, Span span, Text base) {
    for (size_t i = span.begin; i < span.end; i++) {
        if (is_type(&triples->items[i], NULL)) {
            DatasetCount *count = class_count(dataset, triples->items[i].object.text);
            count->statements += span.end - span.begin;
            count->entities++;
            count->shared = count->shared || !is_of_one_article(triples->items[i].subject.text, base);
        }
    }
}

static void keep_base(Dataset *dataset, Text base) {
    if (dataset->base.length == 0) {
        dataset->base = text_copy(dataset->arena, base);
    }
}

static void keep_example(Dataset *dataset, size_t index, Text article, Text event) {
    bool first = !dataset->example_index || index < dataset->example_index;
    if (first && article.length && event.length) {
        dataset->example_index = index;
        dataset->example_article = text_copy(dataset->arena, article);
        dataset->example_event = text_copy(dataset->arena, event);
    }
}

void dataset_add(Dataset *dataset, size_t index, const Triples *triples) {
    Text article = find_article(triples);
    Text base = base_of(article);
    Text event = TEXT("");
    size_t begin = 0;
    for (size_t i = 0; i < triples->count; i++) {
        const Triple *triple = &triples->items[i];
        property_count(dataset, triple->predicate.text)->statements++;
        if (event.length == 0 && term_is(triple->predicate, DL_NS "asserts")) {
            event = triple->object.text;
        }
        if (i + 1 == triples->count || !text_equal(triples->items[i + 1].subject.text, triple->subject.text)) {
            add_subject(dataset, triples, (Span){begin, i + 1}, base);
            begin = i + 1;
        }
    }
    dataset->statements += triples->count;
    dataset->articles += article.length > 0;
    keep_base(dataset, base);
    keep_example(dataset, index, article, event);
}

void dataset_sum(Dataset *dataset, const Dataset *other) {
    for (size_t i = 0; i < other->classes.count; i++) {
        const DatasetCount *from = &other->classes.items[i];
        DatasetCount *to = class_count(dataset, from->iri);
        to->statements += from->statements;
        to->entities += from->entities;
        to->shared = to->shared || from->shared;
    }
    for (size_t i = 0; i < other->properties.count; i++) {
        property_count(dataset, other->properties.items[i].iri)->statements += other->properties.items[i].statements;
    }
    dataset->statements += other->statements;
    dataset->articles += other->articles;
    keep_base(dataset, other->base);
    keep_example(dataset, other->example_index, other->example_article, other->example_event);
}
