/* Turns a rule's `fact` lines into events whose roles name slots, and checks them against the ontology: the terms must
 * exist, and what a slot may hold must fit the property's range. Knows no regular expressions. */
#include "template.h"

#include "terms.h"

static const char VARIABLE[] = "var:";

/* The prefixes that mappings and expectations may use, on one line. */
static const char PREFIXES[] = "@prefix dl: <" DL_NS "> . @prefix rdfs: <" RDFS_NS "> . "
                               "@prefix xsd: <" XSD_NS "> . ";

Text block_text(Arena *arena, const RuleBlock *block, const char *key, size_t from_line, size_t to_line,
                size_t *first_line) {
    Text all = TEXT("");
    size_t line = 0;
    for (size_t i = 0; i < block->lines.count; i++) {
        const RuleLine *entry = &block->lines.items[i];
        if (entry->line < from_line || entry->line > to_line || !text_equal(entry->key, text_from(key))) {
            continue;
        }
        *first_line = line ? *first_line : entry->line;
        line = line ? line : entry->line;
        for (; line < entry->line; line++) {
            all = text_join(arena, all, TEXT("\n"));
        }
        all = text_join(arena, all, entry->value);
    }
    return all;
}

static bool is_name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/* ?award becomes <var:award>, outside strings and IRIs. */
static Text with_variables(Arena *arena, Text turtle) {
    VECTOR(char) out = {0};
    char inside = '\0';
    for (size_t i = 0; i < turtle.length; i++) {
        char c = turtle.at[i];
        if (inside) {
            inside = c == inside ? '\0' : inside;
        } else if (c == '"' || c == '<') {
            inside = c == '<' ? '>' : c;
        } else if (c == '?') {
            Text variable = text_after(turtle, i + 1);
            size_t length = 0;
            while (length < variable.length && is_name_byte(variable.at[length])) {
                length++;
            }
            Text iri = text_format(arena, "<%s%.*s>", VARIABLE, (int)length, variable.at);
            for (size_t k = 0; k < iri.length; k++) {
                *VECTOR_PUSH(arena, &out) = iri.at[k];
            }
            i += length;
            continue;
        }
        *VECTOR_PUSH(arena, &out) = c;
    }
    return (Text){out.items, out.count};
}

Status template_turtle_open(Arena *arena, Diag *diag, TurtleReader **out) {
    return turtle_open(TEXT(PREFIXES), arena, diag, out);
}

Status template_triples(TurtleReader *reader, Text file, size_t first_line, Text turtle, Arena *arena, Diag *diag,
                        Triples *out) {
    return turtle_read(reader, file, first_line, with_variables(arena, turtle), arena, diag, out);
}

typedef struct Reading {
    const Ontology *ontology;
    Rule *rule;
    Text mapping; /* its line breaks fall where they do in the file */
    size_t first_line;
    Arena *arena;
    Arena *building;
    Diag *diag;
    Triples triples;
} Reading;

static bool is_variable(Term term, Text *name) {
    Text start = text_from(VARIABLE);
    if (term.kind != TERM_IRI || !text_starts(term.text, start)) {
        return false;
    }
    *name = text_after(term.text, start.length);
    return true;
}

/* A term as a mapping writes it. */
static const char *written(const Reading *reading, Term term) {
    Text name;
    bool variable = is_variable(term, &name);
    Text ours = term_local_name(term);
    Text text = variable      ? text_format(reading->arena, "?%.*s", TEXT_ARGS(name))
                : ours.length ? text_format(reading->arena, "dl:%.*s", TEXT_ARGS(ours))
                              : term.text;
    return text_c_string(reading->arena, text);
}

/* Where `word` stands in the mapping, as a whole word, from byte `from` on; `from` itself when it is nowhere. */
static size_t find_word(Text mapping, Text word, size_t from) {
    for (size_t at = from; at < mapping.length; at++) {
        Text rest = text_after(mapping, at);
        if (text_starts(rest, word) && (rest.length == word.length || !is_name_byte(rest.at[word.length]))) {
            return at;
        }
    }
    return from;
}

static Place place_at(const Reading *reading, size_t at) {
    Place place = place_of(reading->rule->file->path, reading->mapping, at);
    place.line += reading->first_line - 1;
    for (size_t i = 0; i < reading->rule->block->lines.count; i++) {
        const RuleLine *line = &reading->rule->block->lines.items[i];
        place.column += line->line == place.line ? line->column - 1 : 0;
    }
    return place;
}

static Place place_of_property(const Reading *reading, const Triple *triple) {
    return place_at(reading, find_word(reading->mapping, text_from(written(reading, triple->predicate)), 0));
}

static Place place_of_value(const Reading *reading, const Triple *triple) {
    size_t property = find_word(reading->mapping, text_from(written(reading, triple->predicate)), 0);
    return place_at(reading, find_word(reading->mapping, text_from(written(reading, triple->object)), property));
}

static TemplateEvent *find_event(Rule *rule, Text variable) {
    for (size_t i = 0; i < rule->events.count; i++) {
        if (text_equal(rule->events.items[i].variable, variable)) {
            return &rule->events.items[i];
        }
    }
    return NULL;
}

#define TELL(reading, place, format, ...)                                                                              \
    diag_error((reading)->diag, (place), "rule %.*s: " format, TEXT_ARGS((reading)->rule->id), __VA_ARGS__)

/* The slot that a triple's value names; told when there is none. */
static size_t slot_of(Reading *reading, const Triple *triple) {
    Text name;
    if (!is_variable(triple->object, &name)) {
        TELL(reading, place_of_value(reading, triple), "a ?variable is expected, not '%s'",
             written(reading, triple->object));
        return NO_SLOT;
    }
    const TemplateEvent *event = find_event(reading->rule, name);
    if (event && event->label_slot == NO_SLOT) {
        TELL(reading, place_of_value(reading, triple), "the event ?%.*s has no name of its own and cannot fill a role",
             TEXT_ARGS(name));
        return NO_SLOT;
    }
    size_t slot = rule_slot(reading->rule, name);
    if (slot == NO_SLOT) {
        TELL(reading, place_of_value(reading, triple), "no slot binds ?%.*s", TEXT_ARGS(name));
    }
    return slot;
}

/* The same for a slot that must be of one kind. */
static size_t slot_of_kind(Reading *reading, const Triple *triple, SlotKind wanted, const char *name) {
    size_t slot = slot_of(reading, triple);
    if (slot != NO_SLOT && reading->rule->slots.items[slot].kind != wanted) {
        TELL(reading, place_of_value(reading, triple), "?%.*s must be a %s slot",
             TEXT_ARGS(reading->rule->slots.items[slot].name), name);
        return NO_SLOT;
    }
    return slot;
}

static void add_filler(Reading *reading, TemplateEvent *event, const Property *property, Role role,
                       const Triple *triple) {
    const Ontology *ontology = reading->ontology;
    size_t slot = slot_of(reading, triple);
    if (slot == NO_SLOT) {
        return;
    }
    const Slot *filled = &reading->rule->slots.items[slot];
    for (size_t i = 0; i < filled->classes.count; i++) {
        ClassId class_id = filled->classes.items[i];
        if (!ontology_is_any(ontology, class_id, &property->range)) {
            TELL(reading, place_of_value(reading, triple), "?%.*s is a dl:%.*s, which is not in the range of dl:%.*s",
                 TEXT_ARGS(filled->name), TEXT_ARGS(ontology->classes.items[class_id].name), TEXT_ARGS(property->name));
        }
    }
    if (event->type == ontology->meeting && role == ROLE_OBJECT) {
        TELL(reading, place_of_property(reading, triple), "%s",
             "a meeting is itself what is held and has no dl:object");
    }
    *VECTOR_PUSH(reading->arena, &event->fillers) = (TemplateFiller){role, slot};
}

/* What stands in the brackets of dl:quantity [ … ]. */
static void read_quantity(Reading *reading, const Triple *triple, TemplateCount *count) {
    Text name = term_local_name(triple->predicate);
    if (text_equal(name, TEXT("value"))) {
        count->slot = slot_of_kind(reading, triple, SLOT_NUMBER, "Number");
    } else if (text_equal(name, TEXT("of"))) {
        count->of = role_from_name(term_local_name(triple->object));
        if (count->of == ROLE_NONE) {
            TELL(reading, place_of_value(reading, triple), "'%s' is no role", written(reading, triple->object));
        }
    } else {
        TELL(reading, place_of_property(reading, triple), "a quantity has dl:value and perhaps dl:of, but no %s",
             written(reading, triple->predicate));
    }
}

static void add_count(Reading *reading, TemplateEvent *event, const Triple *quantity) {
    size_t errors = reading->diag->errors;
    TemplateCount count = {.slot = NO_SLOT, .of = ROLE_NONE};
    for (size_t i = 0; i < reading->triples.count; i++) {
        const Triple *triple = &reading->triples.items[i];
        if (triple->subject.kind == TERM_BLANK && text_equal(triple->subject.text, quantity->object.text)) {
            read_quantity(reading, triple, &count);
        }
    }
    if (count.slot != NO_SLOT) {
        *VECTOR_PUSH(reading->arena, &event->counts) = count;
    } else if (reading->diag->errors == errors) {
        TELL(reading, place_of_property(reading, quantity), "%s", "a quantity has a dl:value");
    }
}

static void set_modality(Reading *reading, TemplateEvent *event, const Triple *triple) {
    event->modality = modality_from_name(term_local_name(triple->object));
    event->has_modality = event->modality != MODALITY_NONE;
    if (!event->has_modality) {
        TELL(reading, place_of_value(reading, triple), "'%s' is no modality", written(reading, triple->object));
    }
}

/* Has the ontology this property, for this kind of event? An event whose kind is unknown has been told already. */
static const Property *property_of(Reading *reading, const TemplateEvent *event, const Triple *triple) {
    const Ontology *ontology = reading->ontology;
    Text name = term_local_name(triple->predicate);
    const Property *property = name.length ? ontology_property(ontology, name) : NULL;
    if (!property) {
        TELL(reading, place_of_property(reading, triple), "the ontology has no property '%s'",
             written(reading, triple->predicate));
    } else if (event->type != CLASS_NONE && !ontology_is_any(ontology, event->type, &property->domain)) {
        TELL(reading, place_of_property(reading, triple), "?%.*s is a dl:%.*s, which is not in the domain of dl:%.*s",
             TEXT_ARGS(event->variable), TEXT_ARGS(ontology->classes.items[event->type].name), TEXT_ARGS(name));
        return NULL;
    }
    return property;
}

static void add_property(Reading *reading, TemplateEvent *event, const Triple *triple) {
    Text name = term_local_name(triple->predicate);
    const Property *property = property_of(reading, event, triple);
    Role role = role_from_name(name);
    if (!property) {
        return;
    }
    if (role != ROLE_NONE) {
        add_filler(reading, event, property, role, triple);
    } else if (text_equal(name, TEXT("quantity"))) {
        add_count(reading, event, triple);
    } else if (text_equal(name, TEXT("date"))) {
        event->date_slot = slot_of_kind(reading, triple, SLOT_DATE, "Date");
    } else if (text_equal(name, TEXT("modality"))) {
        set_modality(reading, event, triple);
    } else {
        TELL(reading, place_of_property(reading, triple), "a rule does not state dl:%.*s; the program does",
             TEXT_ARGS(name));
    }
}

static TemplateEvent *new_event(Reading *reading, Text variable, ClassId type) {
    TemplateEvent *event = VECTOR_PUSH(reading->building, &reading->rule->events);
    *event = (TemplateEvent){.variable = text_copy(reading->arena, variable),
                             .type = type,
                             .label_slot = rule_slot(reading->rule, variable),
                             .date_slot = NO_SLOT};
    return event;
}

static void add_event(Reading *reading, const Triple *triple) {
    Text variable;
    if (!is_variable(triple->subject, &variable)) {
        TELL(reading, place_of_value(reading, triple), "%s", "an event is a ?variable");
        return;
    }
    ClassId type = ontology_class(reading->ontology, triple->object.text);
    if (type != CLASS_NONE && !reading->ontology->classes.items[type].is_event_type) {
        type = CLASS_NONE;
    }
    if (type == CLASS_NONE) {
        TELL(reading, place_of_value(reading, triple), "'%s' is no kind of event in the ontology",
             written(reading, triple->object));
    }
    new_event(reading, variable, type);
}

/* The event that a triple is about; told, once, when it has no class. */
static TemplateEvent *event_of(Reading *reading, Text variable) {
    TemplateEvent *event = find_event(reading->rule, variable);
    if (!event) {
        Text word = text_format(reading->building, "?%.*s", TEXT_ARGS(variable));
        TELL(reading, place_at(reading, find_word(reading->mapping, word, 0)), "%.*s is given no class",
             TEXT_ARGS(word));
        event = new_event(reading, variable, CLASS_NONE);
    }
    return event;
}

static void read_triples(Reading *reading) {
    for (size_t i = 0; i < reading->triples.count; i++) {
        if (term_is(reading->triples.items[i].predicate, RDF_NS "type")) {
            add_event(reading, &reading->triples.items[i]);
        }
    }
    for (size_t i = 0; i < reading->triples.count; i++) {
        const Triple *triple = &reading->triples.items[i];
        Text variable;
        if (term_is(triple->predicate, RDF_NS "type") || !is_variable(triple->subject, &variable)) {
            continue;
        }
        add_property(reading, event_of(reading, variable), triple);
    }
}

Status template_read(const Ontology *ontology, TurtleReader *turtle, Rule *rule, Arena *arena, Arena *building,
                     Diag *diag) {
    size_t errors = diag->errors;
    Text file = rule->file->path;
    Reading reading = {.ontology = ontology, .rule = rule, .arena = arena, .building = building, .diag = diag};
    reading.mapping = block_text(building, rule->block, "fact", 0, SIZE_MAX, &reading.first_line);
    if (reading.mapping.length == 0) {
        diag_error(diag, (Place){file, rule->block->line, 1}, "rule %.*s has no `fact` line", TEXT_ARGS(rule->id));
        return DATELINE_RULES;
    }
    TRY(template_triples(turtle, file, reading.first_line, reading.mapping, building, diag, &reading.triples));
    read_triples(&reading);
    VECTOR_SETTLE(arena, &rule->events);
    if (rule->events.count == 0 && diag->errors == errors) {
        TELL(&reading, place_at(&reading, 0), "%s", "no event is stated");
    }
    return diag->errors == errors ? DATELINE_OK : DATELINE_RULES;
}
