/* Owns the wording of summaries. The verbs and the names of roles come from the ontology; of the kinds of event it
 * knows only statements, as what is said in words stands behind a colon. */
#include "summary.h"

#include "roles.h"

typedef struct Line {
    const Ontology *ontology;
    const Report *report;
    const Event *event;
    const Class *type;
    Lang lang;
    Arena *arena;
    Text text;    /* so far */
    Text details; /* goes in brackets at the end */
} Line;

static void add(Line *line, Text text) {
    line->text = text_join(line->arena, line->text, text);
}

static void add_detail(Line *line, Text detail) {
    if (line->details.length) {
        line->details = text_join(line->arena, line->details, line->lang == LANG_EN ? TEXT("; ") : TEXT("；"));
    }
    line->details = text_join(line->arena, line->details, detail);
}

/* ---------------------------------------------------------------- numbers */

static Text bare_number(const Line *line, const NumberMention *number) {
    static const char *const words[LANG_COUNT][4] = {
        {[QUALIFIER_EXACTLY] = "",
         [QUALIFIER_AT_LEAST] = "at least ",
         [QUALIFIER_AT_MOST] = "at most ",
         [QUALIFIER_ABOUT] = "about "},
        {[QUALIFIER_EXACTLY] = "",
         [QUALIFIER_AT_LEAST] = "至少",
         [QUALIFIER_AT_MOST] = "至多",
         [QUALIFIER_ABOUT] = "约"},
    };
    Text value = number->value;
    if (value.length == 0) {
        value = text_format(line->arena, "%.*s%s%.*s", TEXT_ARGS(number->minimum),
                            line->lang == LANG_EN ? " to " : "至", TEXT_ARGS(number->maximum));
    }
    return text_join(line->arena, text_from(words[line->lang][number->qualifier]), value);
}

static bool contains_nocase(Text text, Text part) {
    for (size_t at = 0; at + part.length <= text.length; at++) {
        if (text_equal_nocase(text_slice(text, at, at + part.length), part)) {
            return true;
        }
    }
    return false;
}

static Text unit_of(const Line *line, const Quantity *quantity) {
    Text unit = quantity->unit[line->lang];
    return unit.length == 0 && text_equal(quantity->number.unit, TEXT("%")) ? TEXT("%") : unit;
}

/* "500 representatives", "300 tons of steel", 代表500人. */
static Text counted(const Line *line, const Quantity *quantity, Text name) {
    Text number = bare_number(line, &quantity->number);
    Text unit = unit_of(line, quantity);
    if (line->lang == LANG_ZH) {
        return text_format(line->arena, "%.*s%.*s%.*s", TEXT_ARGS(name), TEXT_ARGS(number), TEXT_ARGS(unit));
    }
    if (contains_nocase(name, unit)) {
        return text_format(line->arena, "%.*s %.*s", TEXT_ARGS(number), TEXT_ARGS(name));
    }
    return text_format(line->arena, "%.*s %.*s of %.*s", TEXT_ARGS(number), TEXT_ARGS(unit), TEXT_ARGS(name));
}

static Text quantity_text(const Line *line, const Quantity *quantity) {
    Text number = bare_number(line, &quantity->number);
    Text unit = unit_of(line, quantity);
    bool apart = line->lang == LANG_EN && unit.length && !text_equal(unit, TEXT("%"));
    return text_format(line->arena, "%.*s%s%.*s", TEXT_ARGS(number), apart ? " " : "", TEXT_ARGS(unit));
}

/* The quantity that is told with the name of what fills a role: the first, if just one thing fills it. */
static const Quantity *quantity_beside(const Line *line, Role role) {
    for (size_t i = 0; i < line->event->quantities.count && line->event->roles[role].count == 1; i++) {
        const Quantity *quantity = &line->event->quantities.items[i];
        if (quantity->of == role && !text_equal(unit_of(line, quantity), TEXT("%"))) {
            return quantity;
        }
    }
    return NULL;
}

/* ---------------------------------------------------------------- names */

static Text node_name(const Line *line, Node node) {
    if (!node.is_event) {
        return line->report->things.items[node.index].label[line->lang];
    }
    const Event *event = &line->report->events.items[node.index];
    Text name = event->label[line->lang];
    return name.length ? name : line->ontology->classes.items[event->type].label[line->lang];
}

/* "A, B and C", A、B和C: what fills a role and has a name in this language. */
static Text role_names(const Line *line, Role role) {
    const Nodes *nodes = &line->event->roles[role];
    Texts names = {0};
    for (size_t i = 0; i < nodes->count; i++) {
        Text name = node_name(line, nodes->items[i]);
        if (name.length) {
            *VECTOR_PUSH(line->arena, &names) = name;
        }
    }
    Text list = {0};
    for (size_t i = 0; i < names.count; i++) {
        Text comma = line->lang == LANG_EN ? TEXT(", ") : TEXT("、");
        Text last = line->lang == LANG_EN ? TEXT(" and ") : TEXT("和");
        Text before = i == 0 ? (Text){0} : i + 1 == names.count ? last : comma;
        list = text_join(line->arena, text_join(line->arena, list, before), names.items[i]);
    }
    const Quantity *quantity = list.length ? quantity_beside(line, role) : NULL;
    return quantity ? counted(line, quantity, list) : list;
}

static Text role_label(const Line *line, Role role) {
    const Property *property = ontology_property(line->ontology, text_from(role_name(role)));
    return property ? property->label[line->lang] : text_from(role_name(role));
}

/* ---------------------------------------------------------------- the line */

/* "planned: …", unless the verb says so itself. */
static void add_modality(Line *line, Text did) {
    static const char *const words[LANG_COUNT][MODALITY_COUNT] = {
        {[MODALITY_ACTUAL] = "",
         [MODALITY_PLANNED] = "planned",
         [MODALITY_DEMANDED] = "demanded",
         [MODALITY_DENIED] = "denied",
         [MODALITY_REPORTED] = "reported"},
        {[MODALITY_ACTUAL] = "",
         [MODALITY_PLANNED] = "计划",
         [MODALITY_DEMANDED] = "要求",
         [MODALITY_DENIED] = "否认",
         [MODALITY_REPORTED] = "据报道"},
    };
    Text word = text_from(words[line->lang][line->event->modality]);
    if (word.length && !text_equal(word, did)) {
        add(line, text_join(line->arena, word, line->lang == LANG_EN ? TEXT(": ") : TEXT("：")));
    }
}

/* The role that the verb takes; ROLE_NONE: the event itself. */
static Role direct_role(const Line *line) {
    if (text_equal(line->type->direct_role, TEXT("self"))) {
        return ROLE_NONE;
    }
    Role role = role_from_name(line->type->direct_role);
    return role == ROLE_NONE ? ROLE_OBJECT : role;
}

static Text verb(const Line *line) {
    Text iri = line->type->direct_property;
    const Property *property = iri.length ? ontology_property(line->ontology, iri) : NULL;
    return property ? property->label[line->lang] : (Text){0};
}

/* Is what is said words, and no speech or paper? */
static bool is_said_in_words(const Line *line, Role direct) {
    const Nodes *nodes = direct == ROLE_NONE ? NULL : &line->event->roles[direct];
    bool words = nodes && line->event->type == line->ontology->statement;
    for (size_t i = 0; words && i < nodes->count; i++) {
        words = !nodes->items[i].is_event &&
                line->report->things.items[nodes->items[i].index].class_id == line->ontology->work;
    }
    return words;
}

static void add_named(Line *line, const char *before, Role role, Role direct) {
    Text names = role == direct ? (Text){0} : role_names(line, role);
    if (names.length) {
        add(line, text_from(before));
        add(line, names);
    }
}

/* "A awarded B", "A: that is too much": somebody who is against something does not state it. */
static void add_sentence(Line *line, Text who, Text did, Text what, Role direct) {
    bool english = line->lang == LANG_EN;
    bool words = is_said_in_words(line, direct);
    Text space = english ? TEXT(" ") : TEXT("");
    Text colon = english ? TEXT(": ") : TEXT("：");
    add(line, who);
    if (!english) {
        add_named(line, "在", ROLE_PLACE, direct);
    }
    add(line, words ? TEXT("") : space);
    add(line, words ? colon : did);
    add(line, words ? TEXT("") : space);
    add(line, what);
}

/* What is said of the event in brackets: numbers that stand beside no name. */
static void add_quantities(Line *line) {
    for (size_t i = 0; i < line->event->quantities.count; i++) {
        const Quantity *quantity = &line->event->quantities.items[i];
        if (quantity->of == ROLE_NONE || quantity_beside(line, quantity->of) != quantity) {
            add_detail(line, quantity_text(line, quantity));
        }
    }
}

/* "award: A, B": the doer, or what was done, is not told. */
static void add_fragment(Line *line, Text who, Text what) {
    bool english = line->lang == LANG_EN;
    add(line, line->type->label[line->lang]);
    add(line, who.length || what.length ? (english ? TEXT(": ") : TEXT("：")) : (Text){0});
    add(line, who);
    add(line, who.length && what.length ? (english ? TEXT(", ") : TEXT("，")) : (Text){0});
    add(line, what);
}

/* "A awarded B to C in D at E, according to F" */
static void add_english(Line *line, Text who, Text did, Text what, Role direct) {
    if (who.length && did.length && what.length) {
        add_sentence(line, who, did, what, direct);
    } else {
        add_fragment(line, who, what);
    }
    add_named(line, " to ", ROLE_RECIPIENT, direct);
    add_named(line, " in ", ROLE_PLACE, direct);
    add_named(line, " at ", ROLE_OCCASION, direct);
    add_named(line, ", according to ", ROLE_ATTRIBUTED, direct);
    Text object = direct == ROLE_OBJECT ? (Text){0} : role_names(line, ROLE_OBJECT);
    if (object.length) {
        add_detail(line, object);
    }
}

/* A在D颁发B（接受者：C；场合：E；据：F） */
static void add_chinese(Line *line, Text who, Text did, Text what, Role direct) {
    bool sentence = who.length && did.length && what.length;
    if (sentence) {
        add_sentence(line, who, did, what, direct);
    } else {
        add_fragment(line, who, what);
    }
    for (Role role = ROLE_OBJECT; role < ROLE_NONE; role++) {
        Text names = role == direct || (role == ROLE_PLACE && sentence) ? (Text){0} : role_names(line, role);
        if (names.length) {
            add_detail(line,
                       text_format(line->arena, "%.*s：%.*s", TEXT_ARGS(role_label(line, role)), TEXT_ARGS(names)));
        }
    }
}

static Text summarize(Line *line) {
    Role direct = direct_role(line);
    Text who = role_names(line, ROLE_AGENT);
    Text what = direct == ROLE_NONE ? line->event->label[line->lang] : role_names(line, direct);
    Text did = verb(line);
    add_modality(line, did);
    if (line->lang == LANG_EN) {
        add_english(line, who, did, what, direct);
    } else {
        add_chinese(line, who, did, what, direct);
    }
    add_quantities(line);
    if (line->details.length == 0) {
        return line->text;
    }
    return line->lang == LANG_EN
               ? text_format(line->arena, "%.*s (%.*s)", TEXT_ARGS(line->text), TEXT_ARGS(line->details))
               : text_format(line->arena, "%.*s（%.*s）", TEXT_ARGS(line->text), TEXT_ARGS(line->details));
}

void summary_write(const Ontology *ontology, Arena *arena, Report *report) {
    for (size_t i = 0; i < report->events.count; i++) {
        Event *event = &report->events.items[i];
        for (size_t j = 0; j < event->evidence.count; j++) {
            Lang lang = event->evidence.items[j].lang;
            if (event->summary[lang].length == 0) {
                Line line = {.ontology = ontology,
                             .report = report,
                             .event = event,
                             .type = &ontology->classes.items[event->type],
                             .lang = lang,
                             .arena = arena};
                event->summary[lang] = summarize(&line);
            }
        }
    }
}
