/* Puts what a rule found, and what an example expects, into the same words. */
#include "fact_text.h"

#include "terms.h"

#include <stdlib.h>

static int compare(const void *a, const void *b) {
    return text_compare(*(const Text *)a, *(const Text *)b);
}

static void sort(Texts *texts) {
    if (texts->count) {
        qsort(texts->items, texts->count, sizeof *texts->items, compare);
    }
}

/* The type first, then the parts in their order. */
static Text line_of(Arena *arena, Text type, Texts *parts) {
    sort(parts);
    Text line = type;
    for (size_t i = 0; i < parts->count; i++) {
        line = text_format(arena, "%.*s %.*s", TEXT_ARGS(line), TEXT_ARGS(parts->items[i]));
    }
    return line;
}

static void add_part(Arena *arena, Texts *parts, const char *name, Text value) {
    *VECTOR_PUSH(arena, parts) = text_format(arena, "%s \"%.*s\"", name, TEXT_ARGS(value));
}

static void add_quantity(Arena *arena, Texts *parts, Text value, Text qualifier, Text of) {
    *VECTOR_PUSH(arena, parts) = text_format(arena, "quantity %.*s %.*s%s%.*s", TEXT_ARGS(value), TEXT_ARGS(qualifier),
                                             of.length ? " of " : "", TEXT_ARGS(of));
}

static Text fact_line(const Ontology *ontology, const Fact *fact, Arena *arena) {
    Texts parts = {0};
    if (fact->label.length) {
        add_part(arena, &parts, "label", fact->label);
    }
    for (size_t i = 0; i < fact->fillers.count; i++) {
        add_part(arena, &parts, role_name(fact->fillers.items[i].role), fact->fillers.items[i].label);
    }
    for (size_t i = 0; i < fact->counts.count; i++) {
        const Count *count = &fact->counts.items[i];
        const NumberMention *number = &count->number;
        Text value = number->value.length
                         ? number->value
                         : text_format(arena, "%.*s..%.*s", TEXT_ARGS(number->minimum), TEXT_ARGS(number->maximum));
        Text of = count->of == ROLE_NONE ? TEXT("") : text_from(role_name(count->of));
        add_quantity(arena, &parts, value, text_from(qualifier_name(number->qualifier)), of);
    }
    if (fact->has_date && fact->date.value.year) { /* "after the war" is no day that can be told */
        add_part(arena, &parts, "date", day_format(arena, fact->date.value));
    }
    Text type = text_format(arena, "%.*s %s", TEXT_ARGS(ontology->classes.items[fact->type].name),
                            modality_name(fact->modality));
    return line_of(arena, type, &parts);
}

void fact_texts(const Ontology *ontology, const Facts *facts, Arena *arena, Texts *out) {
    for (size_t i = 0; i < facts->count; i++) {
        *VECTOR_PUSH(arena, out) = fact_line(ontology, &facts->items[i], arena);
    }
    sort(out);
}

static bool same_node(Term a, Term b) {
    return a.kind == b.kind && text_equal(a.text, b.text);
}

/* What a quantity's node says of value, qualifier and role. */
static void expect_quantity(const Triples *triples, Term node, Arena *arena, Texts *parts) {
    Text value = TEXT("");
    Text maximum = TEXT("");
    Text qualifier = TEXT("exactly");
    Text of = TEXT("");
    for (size_t i = 0; i < triples->count; i++) {
        const Triple *triple = &triples->items[i];
        if (!same_node(triple->subject, node)) {
            continue;
        }
        Text name = term_local_name(triple->predicate);
        if (text_equal(name, TEXT("value")) || text_equal(name, TEXT("minimum"))) {
            value = triple->object.text;
        } else if (text_equal(name, TEXT("maximum"))) {
            maximum = triple->object.text;
        } else if (text_equal(name, TEXT("qualifier"))) {
            qualifier = term_local_name(triple->object);
        } else if (text_equal(name, TEXT("of"))) {
            of = term_local_name(triple->object);
        }
    }
    if (maximum.length) {
        value = text_format(arena, "%.*s..%.*s", TEXT_ARGS(value), TEXT_ARGS(maximum));
    }
    add_quantity(arena, parts, value, qualifier, of);
}

static Text expected_line(const Triples *triples, Term event, Text type, Lang lang, Arena *arena) {
    Texts parts = {0};
    Text modality = text_from(modality_name(MODALITY_ACTUAL));
    for (size_t i = 0; i < triples->count; i++) {
        const Triple *triple = &triples->items[i];
        Text name = term_local_name(triple->predicate);
        if (!same_node(triple->subject, event)) {
            continue;
        }
        bool other_language =
            triple->object.language.length && !text_equal(triple->object.language, text_from(lang_tag(lang)));
        if (text_equal(name, TEXT("modality"))) {
            modality = term_local_name(triple->object);
        } else if (text_equal(name, TEXT("quantity"))) {
            expect_quantity(triples, triple->object, arena, &parts);
        } else if (term_is(triple->predicate, RDFS_NS "label") && !other_language) {
            add_part(arena, &parts, "label", triple->object.text);
        } else if (name.length && !other_language) {
            *VECTOR_PUSH(arena, &parts) =
                text_format(arena, "%.*s \"%.*s\"", TEXT_ARGS(name), TEXT_ARGS(triple->object.text));
        }
    }
    return line_of(arena, text_format(arena, "%.*s %.*s", TEXT_ARGS(type), TEXT_ARGS(modality)), &parts);
}

void fact_texts_expected(const Ontology *ontology, const Triples *triples, Lang lang, Arena *arena, Texts *out) {
    for (size_t i = 0; i < triples->count; i++) {
        const Triple *triple = &triples->items[i];
        ClassId class_id =
            term_is(triple->predicate, RDF_NS "type") ? ontology_class(ontology, triple->object.text) : CLASS_NONE;
        if (class_id != CLASS_NONE && ontology->classes.items[class_id].is_event_type) {
            *VECTOR_PUSH(arena, out) =
                expected_line(triples, triple->subject, ontology->classes.items[class_id].name, lang, arena);
        }
    }
    sort(out);
}
