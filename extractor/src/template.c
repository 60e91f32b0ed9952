/* Turns a rule's `fact` lines into events whose roles name slots, and checks them against the ontology: the terms must exist, and what
 * a slot may hold must fit the property's range. Knows no regular expressions. */
#include "template.h"

static const char VARIABLE[] = "var:";

/* The prefixes that mappings and expectations may use, on one line. */
static const char PREFIXES[] = "@prefix dl: <" DL_NS "> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . "
                               "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . ";

static const char RDF_TYPE[] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

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
    Place place;
    Arena *arena;
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

static Text local_name(Term term) {
    Text ns = TEXT(DL_NS);
    return term.kind == TERM_IRI && text_starts(term.text, ns) ? text_after(term.text, ns.length) : TEXT("");
}

static size_t find_slot(const Rule *rule, Text name) {
    for (size_t i = 0; i < rule->slots.count; i++) {
        if (text_equal(rule->slots.items[i].name, name)) {
            return i;
        }
    }
    return NO_SLOT;
}

static TemplateEvent *find_event(Rule *rule, Text variable) {
    for (size_t i = 0; i < rule->events.count; i++) {
        if (text_equal(rule->events.items[i].variable, variable)) {
            return &rule->events.items[i];
        }
    }
    return NULL;
}

/* The slot that a term names; told when there is none. */
static size_t slot_of(Reading *reading, Term term) {
    Text name;
    if (!is_variable(term, &name)) {
        diag_error(reading->diag, reading->place, "rule %.*s: a ?variable is expected, not '%.*s'",
                   TEXT_ARGS(reading->rule->id), TEXT_ARGS(term.text));
        return NO_SLOT;
    }
    const TemplateEvent *event = find_event(reading->rule, name);
    if (event && event->label_slot == NO_SLOT) {
        diag_error(reading->diag, reading->place, "rule %.*s: the event ?%.*s has no name of its own and cannot fill a role",
                   TEXT_ARGS(reading->rule->id), TEXT_ARGS(name));
        return NO_SLOT;
    }
    size_t slot = find_slot(reading->rule, name);
    if (slot == NO_SLOT) {
        diag_error(reading->diag, reading->place, "rule %.*s: no slot binds ?%.*s", TEXT_ARGS(reading->rule->id),
                   TEXT_ARGS(name));
    }
    return slot;
}

static void check_kind(Reading *reading, size_t slot, SlotKind wanted, const char *name) {
    if (slot != NO_SLOT && reading->rule->slots.items[slot].kind != wanted) {
        diag_error(reading->diag, reading->place, "rule %.*s: ?%.*s must be a %s slot", TEXT_ARGS(reading->rule->id),
                   TEXT_ARGS(reading->rule->slots.items[slot].name), name);
    }
}

static void add_filler(Reading *reading, TemplateEvent *event, const Property *property, Role role, Term object) {
    size_t slot = slot_of(reading, object);
    if (slot == NO_SLOT) {
        return;
    }
    const Slot *filled = &reading->rule->slots.items[slot];
    bool has_class = filled->kind == SLOT_CLASS || filled->kind == SLOT_INSIDE;
    if (has_class && !ontology_is_any(reading->ontology, filled->class_id, &property->range)) {
        diag_error(reading->diag, reading->place, "rule %.*s: ?%.*s is a dl:%.*s, which is not in the range of dl:%.*s",
                   TEXT_ARGS(reading->rule->id), TEXT_ARGS(filled->name),
                   TEXT_ARGS(reading->ontology->classes.items[filled->class_id].name), TEXT_ARGS(property->name));
    }
    *VECTOR_PUSH(reading->arena, &event->fillers) = (TemplateFiller){role, slot};
}

static void add_count(Reading *reading, TemplateEvent *event, Term quantity) {
    TemplateCount count = {.slot = NO_SLOT, .of = ROLE_NONE};
    for (size_t i = 0; i < reading->triples.count; i++) {
        const Triple *triple = &reading->triples.items[i];
        if (triple->subject.kind != TERM_BLANK || !text_equal(triple->subject.text, quantity.text)) {
            continue;
        }
        if (text_equal(local_name(triple->predicate), TEXT("value"))) {
            count.slot = slot_of(reading, triple->object);
            check_kind(reading, count.slot, SLOT_NUMBER, "Number");
        } else if (text_equal(local_name(triple->predicate), TEXT("of"))) {
            count.of = role_from_name(local_name(triple->object));
        }
    }
    *VECTOR_PUSH(reading->arena, &event->counts) = count;
}

static void add_property(Reading *reading, TemplateEvent *event, const Triple *triple) {
    Text name = local_name(triple->predicate);
    const Property *property = name.length ? ontology_property(reading->ontology, name) : NULL;
    Role role = role_from_name(name);
    if (!property) {
        diag_error(reading->diag, reading->place, "rule %.*s: the ontology has no property <%.*s>",
                   TEXT_ARGS(reading->rule->id), TEXT_ARGS(triple->predicate.text));
    } else if (role != ROLE_NONE) {
        add_filler(reading, event, property, role, triple->object);
    } else if (text_equal(name, TEXT("quantity"))) {
        add_count(reading, event, triple->object);
    } else if (text_equal(name, TEXT("date"))) {
        event->date_slot = slot_of(reading, triple->object);
        check_kind(reading, event->date_slot, SLOT_DATE, "Date");
    } else if (text_equal(name, TEXT("modality"))) {
        event->modality = modality_from_name(local_name(triple->object));
        event->has_modality = event->modality != MODALITY_NONE;
        if (!event->has_modality) {
            diag_error(reading->diag, reading->place, "rule %.*s: '%.*s' is no modality", TEXT_ARGS(reading->rule->id),
                       TEXT_ARGS(triple->object.text));
        }
    } else {
        diag_error(reading->diag, reading->place, "rule %.*s: a rule does not state dl:%.*s; the program does",
                   TEXT_ARGS(reading->rule->id), TEXT_ARGS(name));
    }
}

static void add_event(Reading *reading, const Triple *triple) {
    TemplateEvent event = {.date_slot = NO_SLOT};
    if (!is_variable(triple->subject, &event.variable)) {
        diag_error(reading->diag, reading->place, "rule %.*s: an event is a ?variable", TEXT_ARGS(reading->rule->id));
        return;
    }
    event.type = ontology_class(reading->ontology, triple->object.text);
    if (event.type == CLASS_NONE || !reading->ontology->classes.items[event.type].is_event_type) {
        diag_error(reading->diag, reading->place, "rule %.*s: <%.*s> is no kind of event in the ontology",
                   TEXT_ARGS(reading->rule->id), TEXT_ARGS(triple->object.text));
        return;
    }
    event.label_slot = find_slot(reading->rule, event.variable);
    *VECTOR_PUSH(reading->arena, &reading->rule->events) = event;
}

static void read_triples(Reading *reading) {
    for (size_t i = 0; i < reading->triples.count; i++) {
        if (term_is(reading->triples.items[i].predicate, RDF_TYPE)) {
            add_event(reading, &reading->triples.items[i]);
        }
    }
    for (size_t i = 0; i < reading->triples.count; i++) {
        const Triple *triple = &reading->triples.items[i];
        Text variable;
        if (term_is(triple->predicate, RDF_TYPE) || !is_variable(triple->subject, &variable)) {
            continue;
        }
        TemplateEvent *event = find_event(reading->rule, variable);
        if (event) {
            add_property(reading, event, triple);
        } else {
            diag_error(reading->diag, reading->place, "rule %.*s: ?%.*s is given no class", TEXT_ARGS(reading->rule->id),
                       TEXT_ARGS(variable));
        }
    }
}

Status template_read(const Ontology *ontology, TurtleReader *turtle, Rule *rule, Arena *arena, Diag *diag) {
    size_t errors = diag->errors;
    Reading reading = {.ontology = ontology, .rule = rule, .arena = arena, .diag = diag};
    size_t first_line = rule->block->line;
    Text mapping = block_text(arena, rule->block, "fact", 0, SIZE_MAX, &first_line);
    reading.place = (Place){rule->file->path, first_line, 0};
    if (mapping.length == 0) {
        diag_error(diag, reading.place, "rule %.*s has no `fact` line", TEXT_ARGS(rule->id));
        return DATELINE_RULES;
    }
    TRY(template_triples(turtle, rule->file->path, first_line, mapping, arena, diag, &reading.triples));
    read_triples(&reading);
    if (rule->events.count == 0 && diag->errors == errors) {
        diag_error(diag, reading.place, "rule %.*s states no event", TEXT_ARGS(rule->id));
    }
    return diag->errors == errors ? DATELINE_OK : DATELINE_RULES;
}
