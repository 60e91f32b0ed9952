/* Owns what it means for dates, numbers and classes to agree, and where in a dispatch a fact stands. It unites nothing.
 */
#include "merge_parts.h"

enum { WHOLE = 1000 };

bool merge_classes_agree(const Ontology *ontology, ClassId a, ClassId b) {
    return a == CLASS_NONE || b == CLASS_NONE || ontology_is_a(ontology, a, b) || ontology_is_a(ontology, b, a);
}

static bool is_body(const Ontology *ontology, ClassId class_id) {
    return ontology_is_a(ontology, class_id, ontology->organization) ||
           ontology_is_a(ontology, class_id, ontology->group);
}

bool merge_classes_translate(const Ontology *ontology, ClassId a, ClassId b) {
    bool things = merge_classes_agree(ontology, a, b);
    things |= ontology_is_a(ontology, a, ontology->work) && ontology_is_a(ontology, b, ontology->work);
    things |= ontology_is_a(ontology, a, ontology->place) && ontology_is_a(ontology, b, ontology->place);
    return things || (is_body(ontology, a) && is_body(ontology, b));
}

void merge_add_name(Arena *arena, Texts *names, Text name) {
    for (size_t i = 0; i < names->count; i++) {
        if (text_equal(names->items[i], name)) {
            return;
        }
    }
    *VECTOR_PUSH(arena, names) = name;
}

ClassId merge_narrower(const Ontology *ontology, ClassId a, ClassId b) {
    return a == CLASS_NONE || (b != CLASS_NONE && ontology_is_a(ontology, b, a)) ? b : a;
}

const Telling *merge_telling(const Merge *merge, const Happening *happening, Lang lang) {
    size_t index = happening->telling[lang];
    return index == MERGE_NONE ? NULL : &merge->tellings[lang].items[index];
}

bool merge_pair_known(const Merge *merge, Text english, Text chinese) {
    for (size_t i = 0; i < merge->pairs.count; i++) {
        const NamePair *pair = &merge->pairs.items[i];
        if (text_equal_nocase(pair->name[LANG_EN], english) && text_equal(pair->name[LANG_ZH], chinese)) {
            return true;
        }
    }
    return false;
}

bool merge_same_date(const DateMention *a, const DateMention *b) {
    return day_compare(a->value, b->value) == 0 && day_compare(a->until, b->until) == 0 &&
           day_compare(a->earliest, b->earliest) == 0 && day_compare(a->latest, b->latest) == 0;
}

bool merge_date_within(const DateMention *inner, const DateMention *outer) {
    bool begins =
        outer->earliest.year == 0 || (inner->earliest.year != 0 && day_compare(outer->earliest, inner->earliest) <= 0);
    bool ends = outer->latest.year == 0 || (inner->latest.year != 0 && day_compare(inner->latest, outer->latest) <= 0);
    return begins && ends;
}

bool merge_same_number(const NumberMention *a, const NumberMention *b) {
    return text_equal(a->value, b->value) && text_equal(a->minimum, b->minimum) && text_equal(a->maximum, b->maximum);
}

static bool is_percentage(const Count *count) {
    return text_equal(count->unit, TEXT("%")) || text_equal(count->number.unit, TEXT("%"));
}

/* Units of two languages cannot be compared, but a percentage is never an amount. */
static bool same_measure(const Count *a, const Count *b) {
    return a->of == b->of && is_percentage(a) == is_percentage(b);
}

bool merge_counts_contradict(const Count *a, const Count *b) {
    return same_measure(a, b) && a->number.qualifier == QUALIFIER_EXACTLY && b->number.qualifier == QUALIFIER_EXACTLY &&
           a->number.value.length && b->number.value.length && !text_equal(a->number.value, b->number.value);
}

/* A whole number of ordinary size; -1: it is none. */
static long long whole_number(Text value) {
    enum { MOST_DIGITS = 15 };
    long long number = 0;
    for (size_t i = 0; i < value.length; i++) {
        if (value.at[i] < '0' || value.at[i] > '9' || value.length > MOST_DIGITS) {
            return -1;
        }
        number = number * 10 + (value.at[i] - '0');
    }
    return value.length ? number : -1;
}

bool merge_count_rounds(const Count *round, const Count *exact) {
    enum { LEAST_UNIT = 100 };
    long long rough = whole_number(round->number.value);
    long long fine = whole_number(exact->number.value);
    long long unit = 1;
    while (rough > 0 && rough % (unit * 10) == 0) {
        unit *= 10;
    }
    return same_measure(round, exact) && unit >= LEAST_UNIT && fine != rough && fine >= rough - unit / 2 &&
           fine < rough + unit;
}

/* Has the role a number that both lists state? */
static bool share_number(const Counts *a, const Counts *b, Role of) {
    for (size_t i = 0; i < a->count; i++) {
        for (size_t j = 0; j < b->count; j++) {
            if (a->items[i].of == of && b->items[j].of == of &&
                merge_same_number(&a->items[i].number, &b->items[j].number)) {
                return true;
            }
        }
    }
    return false;
}

bool merge_all_counts_contradict(const Counts *a, const Counts *b) {
    for (size_t i = 0; i < a->count; i++) {
        for (size_t j = 0; j < b->count; j++) {
            if (merge_counts_contradict(&a->items[i], &b->items[j]) && !share_number(a, b, a->items[i].of)) {
                return true;
            }
        }
    }
    return false;
}

static const Sentence *sentence_of(const Merge *merge, const Fact *fact) {
    return &merge->document->sentences.items[fact->sentence];
}

bool merge_in_headline(const Merge *merge, const Fact *fact) {
    return sentence_of(merge, fact)->kind == SENTENCE_HEADLINE;
}

void merge_measure(Merge *merge) {
    for (Lang lang = LANG_EN; lang <= LANG_ZH; lang++) {
        merge->dispatches[lang] = ARENA_ARRAY(merge->arena, Span, merge->document->dispatches.count);
    }
    for (size_t i = 0; i < merge->document->sentences.count; i++) {
        const Sentence *sentence = &merge->document->sentences.items[i];
        Span *extent = &merge->dispatches[sentence->lang][sentence->dispatch];
        size_t end = sentence->offset + sentence->text.length;
        bool is_first = extent->end == 0;
        extent->begin = is_first || sentence->offset < extent->begin ? sentence->offset : extent->begin;
        extent->end = end > extent->end ? end : extent->end;
    }
}

static Stretch stretch_of(const Merge *merge, const Sentence *sentence, Span span) {
    Span extent = merge->dispatches[sentence->lang][sentence->dispatch];
    size_t length = extent.end > extent.begin ? extent.end - extent.begin : 1;
    size_t start = sentence->offset - extent.begin;
    return (Stretch){(start + span.begin) * WHOLE / length, (start + span.end) * WHOLE / length};
}

Stretch merge_place_of_sentence(const Merge *merge, const Fact *fact) {
    const Sentence *sentence = sentence_of(merge, fact);
    return stretch_of(merge, sentence, (Span){0, sentence->text.length});
}

Stretch merge_place_of_fact(const Merge *merge, const Fact *fact) {
    return stretch_of(merge, sentence_of(merge, fact), fact->span);
}
